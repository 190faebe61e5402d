"""What the commands print: a JSON object a line for programs, a readable table for people."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any, BinaryIO

from registry.errors import InvalidValue
from registry.steps.phrases import counted


def wants_table(given: str | None) -> bool:
    """Whether people read the output: as asked for, else where standard output is a terminal."""
    return given == "table" if given else sys.stdout.isatty()


def emit(line: dict[str, Any]) -> None:
    """Print one JSON object; half a character (a lone surrogate) can only be printed escaped."""
    text = json.dumps(line, ensure_ascii=False)
    if not text.isascii() and any("\ud800" <= char <= "\udfff" for char in text):
        text = json.dumps(line)
    sys.stdout.write(text + "\n")


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


@contextmanager
def replacing(file: Path) -> Iterator[BinaryIO]:
    """What is written here takes the place of a file once it is whole; nothing is left behind where that fails."""
    beside = file.with_name(f"{file.name}.part")
    try:
        with beside.open("wb") as into:
            yield into
        beside.replace(file)
    except OSError as error:
        raise InvalidValue(f"{file} cannot be written ({error.strerror}); name another with -o.") from None
    finally:
        beside.unlink(missing_ok=True)


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
    first, last = grouped(low), grouped(high)
    if low == high:
        return first
    if low is None or high is None:
        return f"≤ {last}" if low is None else f"≥ {first}"
    return f"{first} to {last}"


def grouped(end: object) -> str:
    """A decimal string with its thousands apart, from five digits on (1994 may be a year); all else as it is."""
    found = re.fullmatch(r"(-?\d{5,})(\.\d+)?", str(end))
    return f"{int(found[1]):,}{found[2] or ''}" if found else str(end)


def value(said: dict[str, Any]) -> str:
    """The value of a claim line in a few words."""
    if said["label"]:
        return str(said["label"])
    sign = "~ " if said["approx"] else ""
    if said["unit"] == "date" and (known := whole(said["low"], said["high"])):
        return sign + known
    unit = "" if said["unit"] in ("count", "date", "datetime") else f" {said['unit']}"
    return sign + span_of_numbers(said["low"], said["high"]) + unit


def whole(low: str | None, high: str | None) -> str | None:
    """The year or the month ("1994", "1994-02") that two ISO dates are the ends of; None if they are not."""
    if not low or not high or low == high or not low.endswith("-01"):
        return None
    if (low[4:], high[4:]) == ("-01-01", "-12-31") and low[:4] == high[:4]:
        return low[:4]
    ends = date.fromisoformat(high) + timedelta(days=1)
    return low[:7] if ends.day == 1 and high[:7] == low[:7] else None
