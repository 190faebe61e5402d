"""Fit the matcher's weights: `python -m registry.steps.match.fit SOURCE... [--cache FILE] [--write]`.

Each SOURCE is a folder of clusters of documents, each with a `gold.json` that says which claims share a fact, a file
of document pairs (`*.jsonl`) or one of pairs of sentences (`*.txt`); `examples.py` reads them. Pairs of annotated
claims of one dimension become rows of features, labelled by the facts of the annotations. One logistic regression
weighs the features of a pair, a second one where the pair stands among its rivals. `docs/quality.md` says what the
weights that come along were fitted on; the same sources give the same file, byte for byte. A newcomer's mistake:
believing the figure on the clusters that were fitted. `--held-out` leaves each out in turn.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np

from registry.model.assertion import Claim
from registry.steps import values
from registry.steps.fitting import Table, pulled, weighed
from registry.steps.match.examples import examples
from registry.steps.match.features import NAMES
from registry.steps.match.kinship import akin, kin
from registry.steps.match.learn import AMONG, PLACES, PRIOR
from registry.steps.match.profile import Profile, profile
from registry.steps.match.rivals import Rivals
from registry.steps.match.strangers import strangers
from registry.steps.match.twins import twins
from registry.steps.match.weigh import refusal, said

THIN = 4
THINNER = 6  # strangers are many, and alike; with more of them two of one matter are found less often
LOUD = 3
AMONG_PENALTY = 5.0
KINDS = ("meet", "apart")
THRESHOLDS = (0.4, 0.5, 0.6, 0.7)
DATA = Path(__file__).parents[1] / "data" / "weights.json"
Fitted = dict[str, dict[str, dict[str, float]]]


@dataclass(frozen=True, slots=True)
class Rows:
    """The pairs of a cluster: their features, whether their values meet, whether they are one fact, whether both are
    annotated."""

    profiles: Sequence[Profile]
    pairs: Sequence[tuple[int, int]]
    table: Table
    meet: Table
    truth: Table
    known: Table
    thin: int = THIN

    def chosen(self, kind: str) -> Table:
        """The rows to learn from: all pairs of one fact and some of the others."""
        few = (self.truth == 1) | (np.arange(len(self.truth)) % self.thin == 0)
        return np.asarray(few & self.known & (self.meet == (kind == "meet")))


def rows(claims: Sequence[Claim], facts: Sequence[str | None], homes: Sequence[str] = ()) -> Rows:
    """Features and labels of all pairs of one dimension that no veto parts; where homes are given, of those whose
    homes differ."""
    seen = [profile(claim) for claim in claims]
    near = kinship(claims)
    pairs, table = [], []
    for one, two in combinations(range(len(claims)), 2):
        left, right = seen[one], seen[two]
        close = near[left.document, right.document]
        if (
            left.dimension == right.dimension
            and not (homes and homes[one] == homes[two])
            and refusal(left, right, close, twin=twins(claims[one], claims[two])) is None
        ):
            heard = said(left, right, close)
            pairs.append((one, two))
            table.append([heard[name].value for name in NAMES])
    return Rows(
        profiles=seen,
        pairs=pairs,
        table=np.array(table).reshape(-1, len(NAMES)),
        meet=np.array([bool(values.compare(seen[a].value, seen[b].value).meets) for a, b in pairs], dtype=bool),
        truth=np.array([float(bool(facts[a]) and facts[a] == facts[b]) for a, b in pairs]),
        known=np.array([facts[a] is not None and facts[b] is not None for a, b in pairs], dtype=bool),
        thin=THINNER if homes else THIN,
    )


def kinship(claims: Sequence[Claim]) -> dict[tuple[str, str], float]:
    """How akin any two documents are."""
    names = sorted({claim.source.id for claim in claims})
    told = {name: kin([claim for claim in claims if claim.source.id == name]) for name in names}
    return {(a, b): 1.0 if a == b else akin(told[a], told[b]) for a in names for b in names}


def fitted(data: Sequence[Rows]) -> Fitted:
    """The weights of the features and of the places among rivals, from the rows of some clusters."""
    alone = {kind: pulled(*stacked([(d.table, d) for d in data], kind), NAMES, PRIOR) for kind in KINDS}
    placed = [(places(d, alone), d) for d in data]
    among = {kind: pulled(*stacked(placed, kind), PLACES, AMONG, AMONG_PENALTY) for kind in KINDS}
    return {"alone": alone, "among": among}


def stacked(tables: Sequence[tuple[Table, Rows]], kind: str) -> tuple[Table, Table]:
    """The rows of one kind from all clusters, and what they are."""
    chosen = [(table[some], d.truth[some]) for table, d in tables if (some := d.chosen(kind)) is not None]
    return np.concatenate([table for table, _ in chosen]), np.concatenate([truth for _, truth in chosen])


def places(data: Rows, alone: Mapping[str, Mapping[str, float]]) -> Table:
    """Where each pair of a cluster stands among its rivals."""
    by_kind = {kind: weighed(data.table, NAMES, alone[kind]) for kind in KINDS}
    odds = np.where(data.meet, by_kind["meet"], by_kind["apart"])
    rivals = Rivals(data.profiles, dict(zip(data.pairs, map(float, odds), strict=True)))
    standing = [rivals.standing(*pair, float(weight)) for pair, weight in zip(data.pairs, odds, strict=True)]
    return np.array(standing).reshape(-1, len(PLACES))


def report(name: str, data: Rows, found: Fitted) -> str:
    """Precision and recall of the pairs of a cluster at some thresholds."""
    table, told = places(data, found["alone"]), []
    for kind in KINDS:
        of_kind = data.known & (data.meet == (kind == "meet"))
        truth = data.truth[of_kind]
        likely = 1 / (1 + np.exp(-weighed(table[of_kind], PLACES, found["among"][kind])))
        for threshold in THRESHOLDS:
            right = float(((likely >= threshold) * truth).sum())
            told.append(f"{right / max(1.0, (likely >= threshold).sum()):.2f}/{right / max(1.0, truth.sum()):.2f}")
        told.append(f"of {int(truth.sum())} ({kind})")
    return f"{name:20} {' '.join(told)}"


def gathered(sources: Sequence[Path], cache: Path | None) -> tuple[dict[str, Rows], tuple[str, ...]]:
    """The rows of all sources and of strangers made from their clusters; how the names of pairs of sentences begin."""
    found = list(examples(sources, cache))
    data = {name: rows(claims, facts) for name, claims, facts in found}
    folders = {path.name for source in sources for path in source.glob("*/")}
    for name, claims, homes in strangers([one for one in found if one[0] in folders]):
        data[name] = rows(claims, [""] * len(claims), homes)
    return data, tuple(f"{source.stem} " for source in sources if source.suffix == ".txt")


def drawn(data: Mapping[str, Rows], often: tuple[str, ...], without: str = "", loud: int = LOUD) -> list[Rows]:
    """The rows of all sources but one; pairs of sentences count several times, or nobody would hear them."""
    return [
        d
        for name, d in data.items()
        if without not in name.split(" beside ")
        for _ in range(loud if name.startswith(often) else 1)
    ]


def main() -> None:
    """Fit, report, write."""
    parser = argparse.ArgumentParser(description="Fit the matcher's weights to annotated documents.")
    parser.add_argument("sources", type=Path, nargs="+")
    parser.add_argument("--held-out", action="store_true", help="report each cluster with weights fitted on the others")
    parser.add_argument("--cache", type=Path, help="keep the claims that were read here, for the next time")
    parser.add_argument("--write", type=Path, nargs="?", const=DATA, help="write the weights here")
    options = parser.parse_args()
    data, often = gathered(options.sources, options.cache)
    for name in data if options.held_out else ():
        print(report(name, data[name], fitted(drawn(data, often, name))))  # noqa: T201
    weights = fitted(drawn(data, often))
    print(json.dumps(weights, indent=1))  # noqa: T201
    if options.write:
        told = json.loads(DATA.read_text(encoding="utf-8")) | {**weights["alone"], "among": weights["among"]}
        options.write.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
