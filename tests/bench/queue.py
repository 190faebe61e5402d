"""What the queue of a registry finds, measured as `claims check` is: the scorer calls this instead of `claims`.

`python -m tests.bench.queue` prints, for the project's own clusters and those of the shared folder, how right the
conflicts are that a fresh registry has after their documents were added one by one, first in the order of their names,
then the other way round. A newcomer's mistake: measuring the checker only. What a reviewer sees is the queue.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, product
from pathlib import Path
from typing import Any

from sqlalchemy import select

from registry.actions import ingest
from registry.actions.facts.sides import unpacked
from registry.actions.identity import content_id, digest_of, uri_key
from registry.actions.ingest import Prepared
from registry.actions.rows import to_claim
from registry.cli.documents import Trouble, readings
from registry.cli.stateless import claims_of
from registry.model.assertion import Claim
from registry.model.finding import Finding, Relation
from registry.steps.check import Pair, judge
from registry.steps.export import contract
from registry.store import ReadSession, Store, open_store
from registry.store.migrations import migrate
from registry.store.queries import claims as claim_queries
from registry.store.queries import conflicts as conflict_queries
from registry.store.queries.claims import ClaimRow
from registry.store.tables import Phase
from registry.store.writes import on, table
from tests.bench.quality import ROOT, SHARED
from tests.clusters.build import build

BACKWARD = "CLAIMS_BENCH_BACKWARD"
FIGURES = ("conflict.precision", "conflict.recall", "conflict.kind", "group.precision", "group.recall")


def main(arguments: Sequence[str]) -> None:
    """Answer the scorer, or measure."""
    if arguments and arguments[0] == "check":
        for line in check(Path(arguments[-1]), backward=bool(os.environ.get(BACKWARD))):
            print(json.dumps(line))
    elif arguments and arguments[0] == "extract":
        sys.exit(subprocess.call([sys.executable, "-m", "registry", *arguments]))
    elif arguments:
        sys.exit(__doc__)
    else:
        for name, figures in measure().items():
            print(name, figures)


def measure() -> dict[str, dict[str, float]]:
    """The figures of each set of clusters, for both orders."""
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        for source in sorted((ROOT / "tests" / "clusters").glob("*.txt")):
            build(source, Path(folder))
        for name, place in (("document clusters", SHARED / "corpus"), ("own document clusters", Path(folder))):
            for order in ("", "backward"):
                if place.exists():
                    found[f"queue, {name}{order and ', ' + order}"] = scored(place, order)
    return found


def scored(folder: Path, order: str) -> dict[str, float]:
    """What the scorer says of the queue on a folder of clusters."""
    command = [sys.executable, str(SHARED / "tools" / "score.py"), "corpus", str(folder), "--json"]
    done = subprocess.run(
        [*command, "--claims", f"{sys.executable} -m tests.bench.queue"],
        cwd=ROOT,
        env={**os.environ, BACKWARD: order},
        capture_output=True,
        text=True,
        check=False,
    )
    told = json.loads(done.stdout)["figures"]["micro"]
    return {name: told[name] for name in FIGURES}


def check(folder: Path, *, backward: bool) -> Iterator[dict[str, Any]]:
    """The pairs of claims of each fact of a registry that holds the documents of a folder, as `check --all` prints
    them; they are in conflict where the queue says so."""
    with tempfile.TemporaryDirectory() as place:
        database = f"sqlite:///{place}/queue.sqlite"
        migrate(database)
        store = open_store(database)
        names = dict(added(store, folder, backward=backward))
        with store.reading() as session:
            for pair in pairs(session):
                line = contract.of_pair(pair, None)
                for side in ("left", "right"):
                    line[side]["document"] = names[line[side]["document"]]
                yield line


def added(store: Store, folder: Path, *, backward: bool) -> Iterator[tuple[str, str]]:
    """Add the documents of a folder, one transaction each: their ids and what they are called."""
    found = list(readings([str(folder)], Trouble()))
    for reading, given in found[::-1] if backward else found:
        uri, known = f"urn:cluster:{Path(given.id).name}", given.id
        source = replace(given, id=content_id("document", uri_key(uri)))
        claims = tuple(claims_of([(reading, source)]))
        data = f"{uri}\n{reading.text}".encode()
        with store.writing() as session:
            ingest.keep(session, Prepared(uri, digest_of(data), data, reading, source, claims), actor="bench")
        yield source.id, known


def pairs(session: ReadSession) -> Iterator[Pair]:
    """The pairs of each fact, and those of contradictions inside a document."""
    claim = table("claim")
    ids = [row[0] for row in on(session).execute(select(claim.c.id).where(claim.c.retired_at.is_(None)))]
    rows = claim_queries.claims_by_id(session, ids)
    said = {name: to_claim(row) for name, row in rows.items()}
    known: set[frozenset[str]] = set()
    for mine, other, pair in flagged(session, said):
        known.add(frozenset((mine, other)))
        yield pair
    for key, some in by_cluster(rows).items():
        for mine, other in combinations(some, 2):
            if frozenset((mine, other)) not in known:
                finding = judge(said[mine], said[other])
                kind = Relation.COMPATIBLE if finding.relation.is_conflict else finding.relation
                yield Pair(said[mine], said[other], replace(finding, relation=kind), key)


def flagged(session: ReadSession, said: Mapping[str, Claim]) -> Iterator[tuple[str, str, Pair]]:
    """The pairs across the sides of the open conflicts, as far as they are in conflict with each other."""
    keys = [row[0] for row in on(session).execute(select(table("conflict").c.fact_key))]
    for one in conflict_queries.conflicts_of(session, keys, phases=(Phase.OPEN,)):
        for left, right in combinations([unpacked(side).claims for side in one.sides], 2):
            for mine, other in product(set(left) & said.keys(), set(right) & said.keys()):
                found = Finding(one.kind, one.rule, one.detail, one.severity)
                finding = found if one.across else judge(said[mine], said[other])
                if finding.relation.is_conflict:
                    yield mine, other, Pair(said[mine], said[other], finding, one.fact_key)


def by_cluster(rows: dict[str, ClaimRow]) -> dict[str, list[str]]:
    """The claims of each fact."""
    found: dict[str, list[str]] = defaultdict(list)
    for name, row in sorted(rows.items()):
        found[row.cluster].append(name)
    return found


if __name__ == "__main__":
    main(sys.argv[1:])
