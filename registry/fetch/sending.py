"""Send a few bytes to an address somebody gave, guarded as fetching is: public addresses, no redirects, little read.

A newcomer's mistake: following a redirect with a signed body. Whoever moved says so in the registry.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import NamedTuple

import httpx

from registry.errors import FetchForbidden
from registry.fetch.addresses import Address, is_public
from registry.fetch.limits import Limits
from registry.fetch.network import Allow, Guarded

READ_IT = "download the document and give the file."
TELL_IT = "webhooks go to public addresses, and to this machine's own where CLAIMS_WEBHOOKS_HERE=yes is set."
SECONDS = 15.0
SHOWN = 300
PORTS = frozenset({80, 443, 8000, 8080, 8443})
EVERY_PORT = frozenset(range(1, 65536))


class Sent(NamedTuple):
    """What came back: the status, None where nothing did; the beginning of the answer, or what went wrong."""

    status: int | None
    detail: str
    milliseconds: int

    @property
    def good(self) -> bool:
        """Whether the other side took it."""
        return self.status is not None and 200 <= self.status < 300


def here_too(address: Address) -> bool:
    """Whether an address is public, or this machine's own."""
    return address.is_loopback or is_public(address)


def demand_address(url: str, *, loopback: bool = False) -> None:
    """Refuse an address that nothing may be sent to, as far as its words tell."""
    from registry.fetch import checked

    try:
        checked(url, _limits(loopback=loopback), here_too if loopback else is_public)
    except FetchForbidden as error:
        raise FetchForbidden(_reworded(str(error))) from None


def _reworded(detail: str) -> str:
    """A refusal that is worded for documents, for what is told of changes."""
    return detail.replace(READ_IT, TELL_IT)


def send(
    url: str,
    body: bytes,
    headers: Mapping[str, str],
    *,
    loopback: bool = False,
    transport: httpx.BaseTransport | None = None,
) -> Sent:
    """Post a body; never raises for what goes wrong on the way. `loopback` lets this machine be told too."""
    allow: Allow = here_too if loopback else is_public
    began = time.monotonic()
    try:
        demand_address(url, loopback=loopback)
        status, detail = _posted(url, body, headers, transport or Guarded(allow, began + SECONDS))
    except FetchForbidden as error:
        status, detail = None, _reworded(str(error))
    except httpx.TimeoutException:
        status, detail = None, f"no answer within {SECONDS:g} seconds"
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
        status, detail = None, str(error).strip() or type(error).__name__
    return Sent(status, detail[:SHOWN], round(1000 * (time.monotonic() - began)))


def _posted(url: str, body: bytes, headers: Mapping[str, str], transport: httpx.BaseTransport) -> tuple[int, str]:
    """The status and the beginning of the answer."""
    told = {"user-agent": "claim-registry", "content-type": "application/json", **headers}
    with (
        httpx.Client(transport=transport, trust_env=False, timeout=SECONDS) as client,
        client.stream("POST", url, content=body, headers=told, follow_redirects=False) as response,
    ):
        return response.status_code, _beginning(response)


def _beginning(response: httpx.Response) -> str:
    """The first words of an answer, packed ones left alone."""
    if response.headers.get("content-encoding", "identity") != "identity":
        return ""
    found = b""
    for piece in response.iter_bytes(SHOWN):
        found += piece
        if len(found) >= SHOWN:
            break
    return found[:SHOWN].decode("utf-8", "replace")


def _limits(*, loopback: bool) -> Limits:
    """The ports that may be told."""
    return Limits(ports=EVERY_PORT if loopback else PORTS)
