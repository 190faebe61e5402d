"""Ten megabytes of one thing: how long each step takes on them, and how much memory.

`python -m tests.bench.large [MEGABYTES]` prints a table; the time must grow with the size and no faster.
A newcomer's mistake: trying prose only. Digits, brackets and one endless word are what brings readers down.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable
from datetime import date
from typing import TypeVar

from registry.errors import TooLarge
from registry.steps.read import read
from registry.steps.recognise import recognise
from registry.steps.segment import blocks, sentences
from tests.bench.speed import text

T = TypeVar("T")
MEGABYTE = 1_000_000
PIECES = (
    "7",
    "(",
    "a",
    "1.",
    "1 ",
    "1,",
    "one and ",
    "a-",
    "1/",
    "The mill ground 12 sacks.\n",
    '"',
    "| 1 | 2 |\n",
    "é",
    "\u202e1",
    "😀 ",
)


def main(arguments: list[str]) -> int:
    """Print the table."""
    size = int(float(arguments[0]) * MEGABYTE) if arguments else 10 * MEGABYTE
    print("| what | read s | recognise s | memory MB |\n|---|--:|--:|--:|")
    for piece in PIECES:
        told(repr(piece), piece * (size // len(piece)))
    told("prose", text(size // 85))
    return 0


def told(name: str, words: str) -> None:
    """Print the line of one text."""
    try:
        reading, first = timed(lambda: read(words.encode(), name="large.txt", media_type="text/plain"))
    except TooLarge as refused:
        print(f"| {name} | refused: {refused} | | |", flush=True)
        return
    parts = sentences(reading.text, blocks(reading.text))
    _, second = timed(lambda: recognise(reading.text, parts, published=date(2024, 5, 31), language="en"))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"| {name} | {first:.1f} | {second:.1f} | {memory:.0f} |", flush=True)


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """What some work gives, and the seconds of CPU it took."""
    started = time.process_time()
    return work(), time.process_time() - started


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
