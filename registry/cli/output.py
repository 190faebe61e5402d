"""What the commands print: a JSON object a line for programs, a readable table for people."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from registry.errors import InvalidValue


def wants_table(given: str | None) -> bool:
    """Whether people read the output: as asked for, else where standard output is a terminal."""
    return given == "table" if given else sys.stdout.isatty()


def emit(line: dict[str, Any]) -> None:
    """Print one JSON object; half a character (a lone surrogate) can only be printed escaped."""
    text = json.dumps(line, ensure_ascii=False)
    if not text.isascii() and any("\ud800" <= char <= "\udfff" for char in text):
        text = json.dumps(line)
    sys.stdout.write(text + "\n")


def counted(number: int, word: str) -> str:
    """A number with its noun.

    >>> counted(1, "claim"), counted(2, "claim")
    ('1 claim', '2 claims')
    """
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def kept(document_id: str, *, claims: int, conflicts: int, place: str, created: bool) -> str:
    """What became of a document that was taken in."""
    known = "" if created else "  (the registry has these bytes already; nothing was stored)"
    return f"{document_id}  {counted(claims, 'claim')}  {counted(conflicts, 'conflict')}  {place}{known}"


def ordinary(path: str) -> Path:
    """A file to write; raises `InvalidValue` for a device or a link to one, which would be replaced by the file."""
    file = Path(path)
    if file.exists() and not file.is_file() and not file.is_dir():
        raise InvalidValue(f"{file} is no ordinary file; name another with -o.")
    return file


def shorten(text: object, width: int) -> str:
    """At most `width` characters on one line."""
    words = " ".join(str("" if text is None else text).split())
    return words if len(words) <= width else words[: width - 1] + "…"


def table(rows: Iterable[Sequence[object]], heads: Sequence[str], limits: Sequence[int]) -> None:
    """Print rows in columns as wide as they need to be, up to their limits."""
    body = [[shorten(cell, limit) for cell, limit in zip(row, limits, strict=True)] for row in rows]
    if not body:
        return
    widths = [max(len(row[at]) for row in [list(heads), *body]) for at in range(len(heads))]
    for row in [list(heads), *body]:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def span_of_numbers(low: object, high: object) -> str:
    """The ends of an interval in a few characters."""
    if low == high:
        return str(low)
    if low is None or high is None:
        return f"≤ {high}" if low is None else f"≥ {low}"
    return f"{low} to {high}"


def value(said: dict[str, Any]) -> str:
    """The value of a claim line in a few words."""
    if said["label"]:
        return str(said["label"])
    sign = "~ " if said["approx"] else ""
    unit = "" if said["unit"] in ("count", "date", "datetime") else f" {said['unit']}"
    return sign + span_of_numbers(said["low"], said["high"]) + unit
