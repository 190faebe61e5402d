"""Address to bytes, guarded. The only package that imports httpx.

A newcomer's mistake: checking the address and then letting the client resolve the name again. Between the two answers
a hostile name server changes its mind, so the check sits in `network` and the connection goes to the checked IP.
"""

from __future__ import annotations

import ipaddress
import time
from collections.abc import Iterator
from dataclasses import dataclass

import httpx

from registry.errors import FetchFailed, FetchForbidden, TooLarge
from registry.fetch.addresses import Address, is_public
from registry.fetch.body import decoded
from registry.fetch.limits import Limits
from registry.fetch.network import Allow, Guarded

MEDIA_TYPES = frozenset(
    {
        "text/html",
        "application/xhtml+xml",
        "text/plain",
        "text/markdown",
        "text/x-markdown",
        "text/csv",
        "text/tab-separated-values",
        "application/pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/octet-stream",
    }
)
_HEADERS = {
    "user-agent": "claim-registry",
    "accept-encoding": "gzip, deflate",
    "accept": "text/html, text/plain, application/pdf, */*",
}
# What a stranger wrote, an address or a type, is told so far.
SHOWN = 300
__all__ = ["Fetched", "Limits", "fetch"]


@dataclass(frozen=True, slots=True)
class Fetched:
    """A document as an address gave it; `media_type` keeps the server's charset ("text/html; charset=utf-8")."""

    data: bytes
    media_type: str
    url: str
    final_url: str
    redirects: tuple[str, ...] = ()


def fetch(
    url: str, *, limits: Limits | None = None, allow: Allow = is_public, transport: httpx.BaseTransport | None = None
) -> Fetched:
    """The document at an address; raises `FetchFailed`, `FetchForbidden` or `TooLarge` with what to do.

    `allow` says which addresses may be connected to; `transport` replaces the network. Both are for tests.
    """
    limits = limits or Limits()
    deadline = time.monotonic() + limits.seconds
    with httpx.Client(
        transport=transport or Guarded(allow, deadline), trust_env=False, headers=_HEADERS, timeout=limits.seconds
    ) as client:
        return _follow(client, url, limits, allow, deadline)


def _follow(client: httpx.Client, url: str, limits: Limits, allow: Allow, deadline: float) -> Fetched:
    """The document behind an address and its redirects, each of them checked."""
    passed: list[str] = []
    here = url
    while True:
        target = checked(here, limits, allow)
        try:
            with client.stream("GET", target, follow_redirects=False) as response:
                # Not `is_redirect`: that is every 3xx, also one that says nowhere to go.
                if not response.has_redirect_location:
                    data, kind = _document(response, limits, deadline)
                    return Fetched(data, kind, url, str(target), tuple(passed))
                here = str(target.join(response.headers["location"]))
        except httpx.TimeoutException as error:
            raise FetchFailed(
                f"{here[:SHOWN]} did not answer within {limits.seconds:g} seconds; try again later."
            ) from error
        except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
            raise FetchFailed(
                f"{here[:SHOWN]} could not be read ({_why(error)}); check the address or try again later."
            ) from error
        passed.append(str(target))
        if len(passed) > limits.redirects:
            raise FetchFailed(f"{url} redirects more than {limits.redirects} times; give the final address.")


def _why(error: Exception) -> str:
    """What went wrong, in a few words."""
    return str(error).strip().rstrip(".")[:SHOWN] or type(error).__name__


def checked(url: str, limits: Limits, allow: Allow) -> httpx.URL:
    """An address that may be asked, as far as its words tell."""
    try:
        target = httpx.URL(url.strip())
    except (httpx.InvalidURL, UnicodeError) as error:
        raise FetchForbidden(f"{url[:200]!r} is not an address; give one that begins with https://.") from error
    if target.scheme not in ("http", "https") or not target.host:
        raise FetchForbidden(f"{url[:200]!r} is not a web address; give one that begins with https://.")
    if target.userinfo:
        raise FetchForbidden("The address carries a password; give it without.")
    if (target.port or {"http": 80, "https": 443}[target.scheme]) not in limits.ports:
        raise FetchForbidden(f"{target.host} is asked on port {target.port}; only {_ports(limits)} are allowed.")
    _refuse_literal(target.host, allow)
    return target


def _ports(limits: Limits) -> str:
    """The allowed ports in words."""
    return " and ".join(str(port) for port in sorted(limits.ports))


def _refuse_literal(host: str, allow: Allow) -> None:
    """Refuses a host that is written as a forbidden address, or names this machine."""
    try:
        address: Address | None = ipaddress.ip_address(host)
    except ValueError:
        address = ipaddress.ip_address("127.0.0.1") if host.rstrip(".").lower() == "localhost" else None
    if address is not None and not allow(address):
        raise FetchForbidden(f"{host} is not a public address; download the document and give the file.")


def _document(response: httpx.Response, limits: Limits, deadline: float) -> tuple[bytes, str]:
    """The body and media type of an answer."""
    where = str(response.request.url)[:SHOWN]
    if response.status_code != 200:
        reason = response.reason_phrase or "no document"
        raise FetchFailed(f"{where} answered {response.status_code} ({reason[:SHOWN]}); check the address.")
    kind = response.headers.get("content-type", "application/octet-stream")
    if kind.split(";")[0].strip().lower() not in MEDIA_TYPES:
        raise FetchFailed(f"{where} is {kind[:SHOWN]!r}; the registry reads text, HTML, PDF, DOCX and CSV.")
    if int(length if (length := response.headers.get("content-length", "0")).isdecimal() else 0) > limits.max_bytes:
        raise TooLarge(f"{where} has {int(length):,} bytes; {limits.max_bytes:,} are the limit.")
    encoding = response.headers.get("content-encoding", "identity").strip().lower()
    return b"".join(decoded(_timely(response, deadline), encoding, limits, where)), kind


def _timely(response: httpx.Response, deadline: float) -> Iterator[bytes]:
    """The raw body in pieces; a server that drips is cut off at the deadline."""
    assert isinstance(response.stream, httpx.SyncByteStream)
    for piece in response.stream:
        if time.monotonic() > deadline:
            raise httpx.ReadTimeout("the time is up")
        yield piece
