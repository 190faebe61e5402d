"""A network that resolves once, checks every address, connects to the checked one and ends at a deadline."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable

import httpcore
import httpx

from registry.errors import FetchForbidden
from registry.fetch.addresses import Address, resolve

Allow = Callable[[Address], bool]


class Guarded(httpx.HTTPTransport):
    """httpx's own transport over a network that connects to checked addresses only."""

    def __init__(self, allow: Allow, deadline: float) -> None:
        """A transport for one fetch."""
        super().__init__(trust_env=False, retries=0)
        self._pool._network_backend = _Backend(allow, deadline)


class _Backend(httpcore.NetworkBackend):
    """Resolves a name once, checks every address, connects to the first of them."""

    def __init__(self, allow: Allow, deadline: float) -> None:
        """A network for one fetch."""
        self._allow = allow
        self._deadline = deadline
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first address of a host, if all of its addresses are allowed."""
        addresses = resolve(host, port, left(self._deadline))
        if not addresses:
            raise httpcore.ConnectError(f"there is no host {host}")
        if not all(self._allow(address) for address in addresses):
            raise FetchForbidden(
                f"{host} leads to an address that is not public; download the document and give the file."
            )
        stream = self._inner.connect_tcp(str(addresses[0]), port, left(self._deadline), local_address, socket_options)
        return _Timed(stream, self._deadline)


class _Timed(httpcore.NetworkStream):
    """A connection whose every wait ends at the deadline, so that a drip of bytes cannot outlast it."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: float) -> None:
        """A connection for one fetch."""
        self._inner = inner
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Some bytes."""
        return self._inner.read(max_bytes, left(self._deadline))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Sends bytes."""
        self._inner.write(buffer, left(self._deadline))

    def close(self) -> None:
        """Ends the connection."""
        self._inner.close()

    def start_tls(
        self, ssl_context: object, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """The connection under TLS."""
        secured = self._inner.start_tls(ssl_context, server_hostname, left(self._deadline))  # type: ignore[arg-type]
        return _Timed(secured, self._deadline)

    def get_extra_info(self, info: str) -> object:
        """What is known about the connection."""
        return self._inner.get_extra_info(info)


def left(deadline: float) -> float:
    """The seconds left; raises where there are none."""
    remaining = deadline - time.monotonic()
    if remaining <= 0:
        raise httpcore.ReadTimeout("the time is up")
    return remaining
