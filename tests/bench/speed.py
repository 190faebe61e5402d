"""How long the engine takes and how much memory it needs, on text that is made here.

A newcomer's mistake: asking the system what a child took at most. It counts the parent from which the child was made.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench import work

ROOT = Path(__file__).resolve().parents[2]
TELLING = """
import atexit, pathlib, re, runpy, sys
peak = pathlib.Path(sys.argv.pop(1))
status = pathlib.Path("/proc/self/status")
atexit.register(lambda: peak.write_text(re.search(r"VmHWM:\\s+(\\d+)", status.read_text()).group(1)))
runpy.run_module("registry", run_name="__main__")
"""
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
    done = work.measure()
    return {
        "seconds for one page, start included": round(start, 2),
        "sentences a second, one process": round(3000 / max(whole - start, 0.001)),
        "memory for 3,000 sentences, MB": round(memory),
        "calls a kilobyte": round(done.calls),
        "searches a kilobyte": round(done.searches),
    }


def text(count: int) -> str:
    """A text of so many sentences, six a paragraph."""
    lines = [SENTENCES[number % len(SENTENCES)] for number in range(count)]
    return "\n\n".join(" ".join(lines[start : start + 6]) for start in range(0, count, 6))


def extract(words: str) -> tuple[float, float]:
    """Seconds and megabytes of `claims extract` on a text."""
    with tempfile.TemporaryDirectory() as folder:
        file, peak = Path(folder) / "page.txt", Path(folder) / "peak"
        file.write_text(words, encoding="utf-8")
        started = time.monotonic()
        with (Path(folder) / "out").open("wb") as out:
            command = [sys.executable, "-c", TELLING, str(peak), "extract", str(file)]
            done = subprocess.run(command, cwd=ROOT, stdout=out, check=False)
        if done.returncode:
            raise SystemExit(f"claims extract failed with status {done.returncode}")
        return time.monotonic() - started, int(peak.read_text()) / 1024
