"""Documents of many matters together: how many conflicts hold two matters against each other.

`python -m tests.bench.mixed` puts the held-out clusters and the shared ones into one folder, checks it, and adds it
to a fresh registry. Every conflict between documents of two clusters is false. A newcomer's mistake: measuring a
cluster at a time; the registry of a newsroom holds all of them.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from registry.model.finding import Relation
from tests.bench.quality import CLUSTERS, ROOT, SHARED, Figures
from tests.clusters.build import build

APART = "--"
CONFLICTS = frozenset(one.value for one in Relation if one.is_conflict)
WAYS = {"checked": ("-m", "registry", "check"), "in a registry": ("-m", "tests.bench.queue", "check")}


def measure() -> Figures:
    """The conflicts found and the part of them between two matters, in percent, for both ways."""
    found: dict[str, float] = {}
    with TemporaryDirectory() as built, TemporaryDirectory() as folder:
        for file in sorted((CLUSTERS / "held_out").glob("*.txt")):
            build(file, Path(built))
        for place in (Path(built), SHARED / "corpus"):
            if place.exists():
                gather(place, Path(folder))
        for way, command in WAYS.items():
            # What fails says so on standard error, which is not caught: a run that broke off finds few conflicts.
            done = subprocess.run(
                [sys.executable, *command, folder], cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False
            )
            crossed = [between(line) for line in conflicts(done.stdout.splitlines())]
            found[f"{way}: conflicts"] = len(crossed)
            found[f"{way}: of these between two matters %"] = round(100 * sum(crossed) / max(1, len(crossed)), 1)
    return found


def gather(clusters: Path, folder: Path) -> None:
    """Copy the documents of all clusters of a folder into one, with what is known of them."""
    notes = folder / "meta.json"
    known = json.loads(notes.read_text(encoding="utf-8")) if notes.exists() else {}
    for meta in sorted(clusters.glob("*/meta.json")):
        for name, told in json.loads(meta.read_text(encoding="utf-8")).items():
            shutil.copy(meta.parent / name, folder / f"{meta.parent.name}{APART}{name}")
            known[f"{meta.parent.name}{APART}{name}"] = told
    notes.write_text(json.dumps(known), encoding="utf-8")


def conflicts(lines: Iterable[str]) -> list[dict[str, dict[str, str]]]:
    """The conflicts among printed pairs."""
    return [told for line in lines if (told := json.loads(line))["kind"] in CONFLICTS]


def between(told: dict[str, dict[str, str]]) -> bool:
    """Whether the two claims are of different clusters."""
    return len({Path(told[side]["document"]).name.split(APART)[0] for side in ("left", "right")}) == 2


if __name__ == "__main__":
    print(json.dumps(measure(), indent=1))
