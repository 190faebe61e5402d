"""The body of an answer, unpacked under a limit; httpx itself would hand out a bomb in one piece."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

from registry.errors import FetchFailed, TooLarge
from registry.fetch.limits import Limits

_CHUNK = 65_536
_SMALL = 1_000_000


def decoded(pieces: Iterable[bytes], encoding: str, limits: Limits, where: str) -> Iterator[bytes]:
    """The body unpacked, never more than the limit in memory."""
    if encoding not in ("identity", "gzip", "x-gzip", "deflate", ""):
        raise FetchFailed(f"{where} is packed as {encoding!r}, which was not asked for; download it and give the file.")
    unpack = _plain if encoding in ("identity", "") else _unpacked
    received, total = 0, 0
    for piece, size in unpack(pieces, where):
        total += len(piece)
        received += size
        if total > limits.max_bytes:
            raise TooLarge(f"{where} has more than {limits.max_bytes:,} bytes; give a part of it.")
        if total > max(_SMALL, limits.ratio * received):
            raise TooLarge(f"{where} unpacks to more than {limits.ratio} times its size; download it and look.")
        yield piece


def _plain(pieces: Iterable[bytes], where: str) -> Iterator[tuple[bytes, int]]:
    """Pieces that are not packed, with their size."""
    return ((piece, len(piece)) for piece in pieces)


def _unpacked(pieces: Iterable[bytes], where: str) -> Iterator[tuple[bytes, int]]:
    """Pieces unpacked by 64 KiB at a time, each with how many packed bytes were newly read for it."""
    packer = zlib.decompressobj(wbits=47)
    try:
        for piece in pieces:
            size, rest = len(piece), piece
            while rest and not packer.eof:
                yield packer.decompress(rest, _CHUNK), size
                size, rest = 0, packer.unconsumed_tail
    except zlib.error as error:
        raise FetchFailed(
            f"{where} is packed in a way that cannot be undone; download it and give the file."
        ) from error
    if not packer.eof:
        raise FetchFailed(f"{where} broke off before its end; try again.")
