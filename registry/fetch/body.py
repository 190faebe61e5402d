"""The body of an answer, unpacked under a limit; httpx itself would hand out a bomb in one piece."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

from registry.errors import FetchFailed, TooLarge
from registry.fetch.limits import Limits

_CHUNK = 65_536
_SMALL = 1_000_000
_GZIP, _GZIP_OR_ZLIB = 31, 47
_MAGIC = b"\x1f\x8b"


def decoded(pieces: Iterable[bytes], encoding: str, limits: Limits, where: str) -> Iterator[bytes]:
    """The body unpacked, never more than the limit in memory."""
    if encoding not in ("identity", "gzip", "x-gzip", "deflate", ""):
        raise FetchFailed(
            f"{where} is packed as {encoding[:80]!r}, which was not asked for; download it and give the file."
        )
    unpack = _plain if encoding in ("identity", "") else _unpacked
    received, total = 0, 0
    for piece, size in unpack(pieces, where):
        total += len(piece)
        received += size
        # Packed bytes count too: blocks that hold nothing may go on for ever.
        if max(total, received) > limits.max_bytes:
            raise TooLarge(f"{where} has more than {limits.max_bytes:,} bytes; give a part of it.")
        if total > max(_SMALL, limits.ratio * received):
            raise TooLarge(f"{where} unpacks to more than {limits.ratio} times its size; download it and look.")
        yield piece


def _plain(pieces: Iterable[bytes], where: str) -> Iterator[tuple[bytes, int]]:
    """Pieces that are not packed, with their size."""
    return ((piece, len(piece)) for piece in pieces)


def _unpacked(pieces: Iterable[bytes], where: str) -> Iterator[tuple[bytes, int]]:
    """Pieces unpacked by 64 KiB at a time, each with how many packed bytes were newly read for it; all members of a
    gzip file, and nothing that follows them."""
    packer, rest = zlib.decompressobj(wbits=_GZIP_OR_ZLIB), b""
    try:
        for piece in pieces:
            size, rest = len(piece), rest + piece
            while rest:
                if packer.eof and _MAGIC.startswith(rest):
                    break
                if packer.eof and not rest.startswith(_MAGIC):
                    return
                packer = zlib.decompressobj(wbits=_GZIP) if packer.eof else packer
                yield packer.decompress(rest, _CHUNK), size
                size, rest = 0, packer.unused_data or packer.unconsumed_tail
    except zlib.error as error:
        raise FetchFailed(
            f"{where} is packed in a way that cannot be undone; download it and give the file."
        ) from error
    if not packer.eof:
        raise FetchFailed(f"{where} broke off before its end; try again.")
