"""Check an evidence pack, without a registry: every file, every archived source, every quotation.

A newcomer's mistake: unpacking what a stranger sends. Members are read in pieces and nothing is written; what is read
whole (the sums, the manifest, the texts) says first how large it is, as a few kilobytes unpack to gigabytes.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterable
from hashlib import sha256
from typing import IO, Any, NamedTuple

import orjson

from registry.actions.pack import SUMS
from registry.errors import InvalidValue
from registry.steps.export.evidence import FORMAT

PIECE = 1 << 20
MOST_FILES = 10_000
MOST_BYTES = 4 << 30
MOST_WHOLE = 128 << 20
LINE = re.compile(r"(?P<digest>[0-9a-f]{64}) [ *](?P<name>.+)")


class Checked(NamedTuple):
    """What checking a pack came to: what it is about, what was looked at, and what is wrong."""

    question: str
    files: int
    quotes: int
    wrong: tuple[str, ...]


def verify(file: IO[bytes]) -> Checked:
    """Check a pack: every file against its hash, every archived source and every quotation against the manifest."""
    try:
        with zipfile.ZipFile(file) as zipped:
            return _verified(zipped)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, OSError, zlib.error) as error:
        raise InvalidValue(f"This is not a whole zip file ({error}); fetch the pack again.") from None


def _verified(zipped: zipfile.ZipFile) -> Checked:
    """The same for an open zip."""
    names = [each.filename for each in zipped.infolist() if not each.is_dir()]
    size = sum(each.file_size for each in zipped.infolist())
    if len(names) > MOST_FILES or size > MOST_BYTES:
        raise InvalidValue(f"The zip holds {len(names):,} files of {size:,} bytes; no pack is that large.")
    if SUMS not in names or "manifest.json" not in names:
        raise InvalidValue(f"The zip has no {SUMS} and no manifest.json; it is not an evidence pack.")
    sums = _sums(_whole(zipped, SUMS))
    found = {name: _digest(zipped, name) for name in dict.fromkeys(names) if name != SUMS}
    wrong = [f"{name} is in the pack twice" for name in found if names.count(name) > 1]
    wrong += [f"{name} is missing" for name in sums if name not in found]
    wrong += [f"{name} is not in {SUMS}" for name in found if name not in sums]
    wrong += [f"{name} is not what it was" for name in sums if name in found and sums[name] != found[name]]
    told = _manifest(_whole(zipped, "manifest.json"))
    quotes = told["claims"]
    wrong += _misquoted(zipped, quotes, found)
    return Checked(str(told.get("question", "")), len(found), len(quotes), tuple(wrong))


def _whole(zipped: zipfile.ZipFile, name: str) -> bytes:
    """A file of a pack that is looked at as a whole; raises `InvalidValue` for one that is too large for that."""
    size = zipped.getinfo(name).file_size
    if size > MOST_WHOLE:
        raise InvalidValue(f"{name[:80]!r} unpacks to {size:,} bytes; in no pack it is that large.")
    return zipped.read(name)


def _sums(data: bytes) -> dict[str, str]:
    """The hashes by file."""
    lines = data.decode("utf-8", "replace").splitlines()
    found = [match for text in lines if (match := LINE.fullmatch(text))]
    if len(found) != len(lines) or not lines:
        raise InvalidValue(f"{SUMS} cannot be read; the pack is damaged.")
    return {match["name"]: match["digest"] for match in found}


def _digest(zipped: zipfile.ZipFile, name: str) -> str:
    """The hash of a file, read in pieces; what is damaged has none."""
    made = sha256()
    try:
        with zipped.open(name) as member:
            while piece := member.read(PIECE):
                made.update(piece)
    except (zipfile.BadZipFile, zlib.error):
        return "damaged"
    return made.hexdigest()


def _manifest(data: bytes) -> dict[str, Any]:
    """The manifest, as far as it can be read."""
    try:
        told = orjson.loads(data)
    except ValueError:
        told = None
    if not isinstance(told, dict) or told.get("format") != FORMAT or not _are_claims(told.get("claims")):
        raise InvalidValue(f"manifest.json is not in the format {FORMAT}; the pack is damaged, or of another registry.")
    return told


def _are_claims(lines: object) -> bool:
    """Whether these are lines of a manifest."""
    kinds = {"original": str, "text": str, "sha256": str, "quote": str, "start": int, "end": int}
    return isinstance(lines, list) and all(
        isinstance(each, dict) and all(isinstance(each.get(name), sort) for name, sort in kinds.items())
        for each in lines
    )


def _misquoted(zipped: zipfile.ZipFile, quotes: Iterable[dict[str, Any]], found: dict[str, str]) -> list[str]:
    """What does not stand where the manifest says."""
    wrong: list[str] = []
    text, name = "", None
    for each in sorted(quotes, key=lambda one: str(one["text"])):
        if found.get(each["original"]) != each["sha256"]:
            wrong.append(f"{each['original']} is not the source of “{each['quote'][:60]}”")
        if each["text"] not in found:
            wrong.append(f"{each['text']} is missing")
            continue
        if each["text"] != name:
            name = each["text"]
            text = _whole(zipped, name).decode("utf-8", "surrogatepass") if found[name] != "damaged" else ""
        if text[each["start"] : each["end"]] != each["quote"]:
            wrong.append(f"“{each['quote'][:60]}” does not stand in {name}")
    return list(dict.fromkeys(wrong))
