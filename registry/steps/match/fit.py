"""Fit the matcher's weights: `python -m registry.steps.match.fit FOLDER`.

FOLDER holds clusters of documents, each with a `gold.json` that says which claims share a fact. The documents are read
as any others are; pairs of claims that share a blocking key become rows of features, labelled by the facts of the
annotations that the claims lie on. A logistic regression with a penalty gives the weights. A newcomer's mistake:
believing the figure on the clusters that were fitted. `--held-out` leaves each cluster out in turn.
"""

from __future__ import annotations

import argparse
import json
import pickle
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np

from registry.model.assertion import Claim
from registry.model.document import Reading, Source
from registry.steps import values
from registry.steps.match.features import FEATURES
from registry.steps.match.keys import wide_keys
from registry.steps.match.profile import profile
from registry.steps.match.weigh import refusal, said

NAMES = [feature.__name__ for feature in FEATURES]
PENALTY = 20.0
PRIOR = {
    "bias": -2.4,
    "same_core": 2.0,
    "other_core": -2.0,
    "no_core": -0.5,
    "narrower_concept": -0.8,
    "same_head": 0.4,
    "other_head": -0.5,
    "same_modifiers": 0.4,
    "other_modifiers": -1.2,
    "loose_modifiers": -0.6,
    "same_subject": 0.5,
    "other_subject": -1.0,
    "same_topic": 0.3,
    "same_place": 1.0,
    "one_place": -0.8,
    "same_period": 0.6,
    "one_period": -0.5,
    "context_words": 0.6,
    "sentence_words": 1.0,
    "one_direction": -0.8,
    "same_title": 0.3,
    "near_words": 1.2,
    "near_concepts": 0.8,
    "near_others": -1.0,
    "other_names": -1.2,
    "other_days": -1.0,
    "other_years": -0.8,
    "other_spans": -1.8,
    "same_figure": 3.0,
    "far_figures": -2.0,
    "one_document": -1.5,
    "one_sentence": -1.0,
    "near_modifiers": -0.8,
    "one_part": -1.0,
    "one_past": -1.2,
    "one_open": -0.5,
    "other_status": -0.8,
    "two_voices": 0.8,
    "other_topic": -3.0,
    "same_frame": 5.0,
    "covered_words": 0.8,
    "one_voice": -1.0,
}
ROUNDS = 1500
THIN = 10
APART = 3
DATA = Path(__file__).parents[1] / "data" / "weights.json"
Rows = tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]


def claims_of(folder: Path) -> list[Claim]:
    """The claims that the engine finds in the documents of a cluster."""
    from registry.steps.extract import extract
    from registry.steps.read import read

    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    found = []
    for name, told in sorted(meta.items()):
        reading = read((folder / name).read_bytes(), name=name, media_type=told.get("media_type"))
        published = date.fromisoformat(told["published"]) if told.get("published") else None
        source = Source(name, told.get("title"), told.get("publisher"), published, told.get("language"))
        found += extract(reading, source)
    return found


def labels(folder: Path, claims: Sequence[Claim]) -> list[str | None]:
    """The annotated fact that each claim lies on, "" for an annotated claim without one, None for no annotation."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))["claims"]
    return [fact_at(claim, gold) for claim in claims]


def fact_at(claim: Claim, gold: Iterable[Mapping[str, Any]]) -> str | None:
    """The fact of the annotation that a claim overlaps most."""
    best, fact = 0, None
    for note in gold:
        if note["doc"] == Path(claim.source.id).name:
            shared = overlap(claim, note)
            if shared > best:
                best, fact = shared, note["fact"] or ""
    return fact


def overlap(claim: Claim, note: Mapping[str, Any]) -> int:
    """How many characters a claim shares with an annotation; in pages, whether words and sentence agree."""
    if note["start"] is not None:
        start, end = int(note["start"]), int(note["end"])
        return max(0, min(claim.span.end, end) - max(claim.span.start, start))
    sentence = " ".join(claim.sentence.exact.split())
    alike = sentence in note["sentence_text"] or note["sentence_text"] in sentence
    words, text = claim.span.exact, str(note["text"])
    return min(len(words), len(text)) if alike and (words in text or text in words) else 0


def rows(claims: Sequence[Claim], facts: Sequence[str | None]) -> dict[str, Rows]:
    """Features and labels of all candidate pairs that no veto parts: those whose values meet, and those apart."""
    table: dict[str, list[list[float]]] = {"meet": [], "apart": []}
    truth: dict[str, list[float]] = {"meet": [], "apart": []}
    for one, two in pairs(claims):
        if facts[one] is None or facts[two] is None:
            continue
        left, right = profile(claims[one]), profile(claims[two])
        if refusal(left, right) is None:
            kind = "meet" if values.compare(left.value, right.value).meets else "apart"
            heard = said(left, right)
            table[kind].append([heard[name].value for name in NAMES])
            truth[kind].append(float(bool(facts[one]) and facts[one] == facts[two]))
    return {kind: (np.array(table[kind]).reshape(-1, len(NAMES)), np.array(truth[kind])) for kind in table}


def revisions(path: Path) -> Iterator[dict[str, Rows]]:
    """Rows from pairs of documents, one an edited or reworded form of the other, whose linked sentences are known."""
    from registry.steps.check.align import slots
    from registry.steps.extract import extract

    for line in path.read_text(encoding="utf-8").splitlines():
        told = json.loads(line)
        a, b = (extract(Reading(told[name], "text/plain", "plain"), Source(name)) for name in ("doc_a", "doc_b"))
        facts: dict[int, str] = {}
        for number, link in enumerate(told["facts"]):
            one, two = ([c for c in some if within(c, link[key])] for some, key in ((a, "a_span"), (b, "b_span")))
            best = max(slots(one, two), key=lambda slot: slot.likeness, default=None)
            facts |= {id(best.left): str(number), id(best.right): str(number)} if best else {}
        claims = [*a, *b]
        found = rows(claims, [facts.get(id(claim), "") for claim in claims])
        yield {kind: thinned(*part) for kind, part in found.items()}


def thinned(table: np.ndarray[Any, Any], truth: np.ndarray[Any, Any]) -> Rows:
    """All pairs of one fact and some of the others, so that what is easily told apart does not outvote the rest."""
    kept = (truth == 1) | (np.arange(len(truth)) % THIN == 0)
    return table[kept], truth[kept]


def strangers(every: Sequence[tuple[Claim, str]]) -> dict[str, Rows]:
    """Rows of claims from different clusters, none of which share a fact."""
    table: dict[str, list[list[float]]] = {"meet": [], "apart": []}
    for (one, home), (two, other) in combinations(every, 2):
        left, right = profile(one), profile(two)
        if home == other or not set(wide_keys(one)) & set(wide_keys(two)) or refusal(left, right):
            continue
        heard = said(left, right)
        kind = "meet" if values.compare(left.value, right.value).meets else "apart"
        table[kind].append([heard[name].value for name in NAMES])
    return {kind: (np.array(found).reshape(-1, len(NAMES)), np.zeros(len(found))) for kind, found in table.items()}


def within(claim: Claim, place: Sequence[int] | None) -> bool:
    """Whether a claim lies in a stretch of its document."""
    return place is not None and place[0] <= claim.span.start < place[1]


def pairs(claims: Sequence[Claim]) -> Iterator[tuple[int, int]]:
    """Pairs that share a key."""
    filed = [frozenset(wide_keys(claim)) for claim in claims]
    return ((a, b) for a, b in combinations(range(len(claims)), 2) if filed[a] & filed[b])


def fit(table: np.ndarray[Any, Any], truth: np.ndarray[Any, Any]) -> dict[str, float]:
    """Weights by gradient descent, drawn towards the prior; each keeps the sign that its meaning gives it."""
    start = np.array([PRIOR[name] for name in NAMES])
    signs = np.sign(start)
    weights, bias, rate = start.copy(), PRIOR["bias"], 1.0
    for _ in range(ROUNDS):
        likely = 1 / (1 + np.exp(-(table @ weights + bias)))
        wrong = likely - truth
        weights -= rate * (table.T @ wrong / len(truth) + PENALTY * (weights - start) / len(truth))
        weights = np.where(weights * signs < 0, 0.0, weights)
        bias -= rate * float(wrong.mean())
    return {"bias": round(bias, 3)} | {name: round(float(w), 3) for name, w in zip(NAMES, weights, strict=True)}


def fitted(data: Sequence[Mapping[str, Rows]]) -> dict[str, dict[str, float]]:
    """Both sets of weights, from the rows of some clusters."""
    return {
        kind: fit(np.concatenate([d[kind][0] for d in data]), np.concatenate([d[kind][1] for d in data]))
        for kind in ("meet", "apart")
    }


def report(name: str, data: Mapping[str, Rows], weights: Mapping[str, Mapping[str, float]]) -> str:
    """Precision and recall of a cluster at some thresholds."""
    told = []
    for kind, (table, truth) in data.items():
        of = weights[kind]
        likely = 1 / (1 + np.exp(-(table @ np.array([of[feature] for feature in NAMES]) + of["bias"])))
        for threshold in (0.35, 0.5, 0.65):
            yes = likely >= threshold
            right = float((yes * truth).sum())
            told.append(f"{right / max(1.0, yes.sum()):.2f}/{right / max(1.0, truth.sum()):.2f}")
        told.append(f"of {int(truth.sum())} ({kind})")
    return f"{name:20} {' '.join(told)}"


def main() -> None:
    """Fit, report, write."""
    parser = argparse.ArgumentParser(description="Fit the matcher's weights to annotated clusters.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--held-out", action="store_true", help="report each cluster with weights fitted on the others")
    parser.add_argument("--claims", type=Path, help="a pickle of {cluster: claims} read before")
    parser.add_argument("--write", type=Path, nargs="?", const=DATA, help="write the weights here")
    parser.add_argument("--revisions", type=Path, nargs="*", default=[], help="linked pairs of documents")
    parser.add_argument("--without", help="leave this cluster out")
    options = parser.parse_args()
    known = pickle.loads(options.claims.read_bytes()) if options.claims else {}
    data, every = {}, []
    for folder in sorted(path.parent for path in options.folder.glob("*/gold.json")):
        if folder.name != options.without:
            claims = known.get(folder.name) or claims_of(folder)
            data[folder.name] = rows(claims, labels(folder, claims))
            every += [(claim, folder.name) for claim in claims[::APART]]
    more = [strangers(every)]
    more += [part for path in options.revisions for part in revisions(path)]
    for name in data if options.held_out else ():
        print(report(name, data[name], fitted([*more, *(d for other, d in data.items() if other != name)])))  # noqa: T201
    found = fitted([*more, *data.values()])
    print(json.dumps(found, indent=1))  # noqa: T201
    if options.write:
        told = json.loads(DATA.read_text(encoding="utf-8")) | found
        options.write.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
