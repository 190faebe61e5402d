"""How long the engine takes and how much memory it needs, on text that is made here."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SENTENCES = (
    "The harbour board of Norsund has 14 members, three more than in 2019.",
    "Its lighthouse, built in 1893, is 61 metres high and was seen by about 12,000 visitors last year.",
    "According to the keeper, the lamp burns for nearly 4,100 hours a year.",
    "Ferries carried 1.2 million passengers in 2023, up 5 per cent from the year before.",
    "The town council wants to spend between 3 and 4 million euros on a new pier.",
    "Nobody was hurt when the storm of 12 November 2021 broke two of its five bridges.",
)


def measure() -> dict[str, float]:
    """Seconds for a page, sentences a second for a long text, and the memory that took."""
    page, long = text(40), text(3000)
    start, _ = extract(page)
    whole, memory = extract(long)
    return {
        "seconds for one page, start included": round(start, 2),
        "sentences a second, one process": round(3000 / max(whole - start, 0.001)),
        "memory for 3,000 sentences, MB": round(memory),
    }


def text(count: int) -> str:
    """A text of so many sentences, six a paragraph."""
    lines = [SENTENCES[number % len(SENTENCES)] for number in range(count)]
    return "\n\n".join(" ".join(lines[start : start + 6]) for start in range(0, count, 6))


def extract(words: str) -> tuple[float, float]:
    """Seconds and megabytes of `claims extract` on a text."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.txt"
        file.write_text(words, encoding="utf-8")
        started = time.monotonic()
        with (Path(folder) / "out").open("wb") as out:
            child = subprocess.Popen([sys.executable, "-m", "registry", "extract", str(file)], cwd=ROOT, stdout=out)
            _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            raise SystemExit(f"claims extract failed with status {child.returncode}")
        return time.monotonic() - started, usage.ru_maxrss / 1024
