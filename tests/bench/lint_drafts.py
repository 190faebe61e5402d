"""How often the linter is right: sentences of our own against the seed corpus.

Run it with `python -m tests.bench.lint_drafts`; `--show` prints every sentence that came out otherwise than it should.
A newcomer's mistake: counting an outdated figure as a wrong one. Each sentence has one right answer.
"""

from __future__ import annotations

import atexit
import json
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from registry.actions import ingest, lint
from registry.actions.ingest import Given
from registry.model.document import Reading
from registry.steps.lint.problem import Options, Report
from registry.store import Store, open_store
from registry.store.migrations import migrate
from seeds.load import ACTOR, briefs
from tests.clusters.markup import read_cluster

DRAFTS = Path(__file__).with_suffix(".json")
SUBJECTS = Path(__file__).with_name("lint_subjects.json")
# About clusters. Never tuned on are "unseen" and "fresh": their totals are printed, their sentences are not. "Opened"
# are those about clusters that were held out once, in that order, by writers who did not know the linter; "again" was
# written before anybody looked again.
NAMES = ("clusters", "unseen", "fresh", "opened", "opened later", "again")
LATER = ("third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
ABOUT_CLUSTERS = {
    name: Path(__file__).with_name(f"lint_{name.replace(' ', '_')}.json")
    for name in (*NAMES, *(f"opened {one}" for one in LATER))
}
BLIND = Path(__file__).with_name("lint_blind.json")  # about the held-out clusters, which nobody tunes to either
OWN_CLUSTERS = Path(__file__).parents[1] / "clusters"
HELD_OUT = OWN_CLUSTERS / "held_out"
CALLED = {
    "FACT001": "contradicted",
    "FACT002": "outdated",
    "FACT003": "disputed",
    "FACT006": "mismatch",
    "FACT007": "supported",
}


class Judged(NamedTuple):
    """A sentence, what should have been said about its figure, and what was."""

    says: str
    figure: str
    kind: str
    gold: str
    said: str


def measure() -> dict[str, float | int]:
    """The figures of the whole set."""
    with tempfile.TemporaryDirectory() as folder:
        found = list(judge(filled(f"sqlite:///{folder}/seeds.sqlite")))
    return figures(found)


def measure_others() -> dict[str, float | int]:
    """The figures of the sentences about other subjects."""
    with tempfile.TemporaryDirectory() as folder:
        drafts = json.loads(SUBJECTS.read_text(encoding="utf-8"))["drafts"]
        found = list(judge(other_subjects(f"sqlite:///{folder}/others.sqlite"), drafts))
    return figures(found)


def measure_clusters(source: Path, documents: Path = OWN_CLUSTERS) -> dict[str, float | int]:
    """The figures of the sentences about the document clusters of a folder, all in one registry."""
    return figures(list(judge(kept(documents), json.loads(source.read_text(encoding="utf-8"))["drafts"])))


def filled(database: str) -> Store:
    """A registry with the seed corpus in it."""
    migrate(database)
    store = open_store(database)
    for brief in briefs():
        prepared = ingest.prepare(brief.data, name=brief.name, media_type="text/markdown", given=brief.given)
        with store.writing() as session:
            ingest.keep(session, prepared, actor=ACTOR)
    return store


def other_subjects(database: str) -> Store:
    """A registry with short documents about other subjects in it."""
    migrate(database)
    store = open_store(database)
    for told in json.loads(SUBJECTS.read_text(encoding="utf-8"))["documents"]:
        given = Given(None, told["title"], told["publisher"], date.fromisoformat(told["published"]), "en")
        prepared = ingest.prepare_text(told["text"], given=given)
        with store.writing() as session:
            ingest.keep(session, prepared, actor=ACTOR)
    return store


@cache
def kept(documents: Path) -> Store:
    """A registry with the document clusters of a folder, for as long as the program runs: judging writes nothing."""
    folder = tempfile.TemporaryDirectory()
    atexit.register(folder.cleanup)
    return clustered(f"sqlite:///{folder.name}/clusters.sqlite", documents)


def clustered(database: str, documents: Path = OWN_CLUSTERS) -> Store:
    """A registry with the document clusters of a folder in it."""
    migrate(database)
    store = open_store(database)
    for source in sorted(documents.glob("*.txt")):
        cluster = read_cluster(source.read_text(encoding="utf-8"))
        for name, text in cluster.texts.items():
            told = cluster.meta[name]
            published = date.fromisoformat(told["published"])
            given = Given(None, told["title"], told["publisher"], published, told["language"])
            prepared = ingest.prepare_text(text, given=given)
            with store.writing() as session:
                ingest.keep(session, prepared, actor=ACTOR)
    return store


def judge(store: Store, drafts: Sequence[dict[str, Any]] | None = None) -> Iterator[Judged]:
    """Every sentence with what the linter says about it."""
    for draft in drafts or json.loads(DRAFTS.read_text(encoding="utf-8")):
        text = f"# {draft['title']}\n\n" + "\n\n".join(one["says"] for one in draft["sentences"]) + "\n"
        reading, options = Reading(text, "text/markdown", "given/1", language="en"), Options()
        claims = lint.read(reading, options)
        with store.reading() as session:
            report = lint.lint(session, reading, claims, options)
        yield from (
            Judged(one["says"], one["figure"], one["kind"], one["gold"], said(report, one))
            for one in draft["sentences"]
        )


def said(report: Report, sentence: dict[str, Any]) -> str:
    """What the linter says about the figure of a sentence."""
    at = report.text.index(sentence["says"])
    found = re.search(rf"(?<!\w){re.escape(sentence['figure'])}(?!\w)", sentence["says"])
    assert found, sentence
    start, end = at + found.start(), at + found.end()
    rules = [one.rule for one in report.problems if one.span.start < end and start < one.span.end]
    return CALLED.get(rules[0], rules[0]) if rules else "none"


def figures(found: list[Judged]) -> dict[str, float | int]:
    """Precision and recall of the flags."""
    flagged = [one for one in found if one.said == "contradicted"]
    wrong = [one for one in found if one.gold == "contradicted"]
    hit = [one for one in flagged if one.gold == "contradicted"]
    fine = [one for one in found if one.gold in ("supported", "none")]
    old = [one for one in found if one.gold == "outdated"]
    return {
        "sentences": len(found),
        "contradicted, precision %": percent(len(hit), len(flagged)),
        "contradicted, recall %": percent(len(hit), len(wrong)),
        "outdated, recall %": percent(sum(one.said == "outdated" for one in old), len(old)),
        "right or unrelated and left alone %": percent(
            sum(one.said in ("none", "supported") for one in fine), len(fine)
        ),
    }


def percent(part: int, whole: int) -> float:
    """A share in per cent with one decimal; 100 of nothing."""
    return round(100 * part / whole, 1) if whole else 100.0


def main(arguments: list[str]) -> int:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        report("the seeds", list(judge(filled(f"sqlite:///{folder}/seeds.sqlite"))), show="--show" in arguments)
        drafts = json.loads(SUBJECTS.read_text(encoding="utf-8"))["drafts"]
        others = list(judge(other_subjects(f"sqlite:///{folder}/others.sqlite"), drafts))
        report("other subjects", others, show="--show" in arguments)
        for title, source in ABOUT_CLUSTERS.items():
            drafts = json.loads(source.read_text(encoding="utf-8"))["drafts"]
            shown = "--show" in arguments and title == "clusters"
            report(title, list(judge(kept(OWN_CLUSTERS), drafts)), show=shown)
        drafts = json.loads(BLIND.read_text(encoding="utf-8"))["drafts"]
        report("blind", list(judge(kept(HELD_OUT), drafts)), show=False)
    return 0


def report(title: str, found: list[Judged], *, show: bool) -> None:
    """Print the figures of a set, and what came out otherwise than it should."""
    print(f"== {title}")
    for name, number in figures(found).items():
        print(f"{name}: {number}")
    same = {"supported": "none"}
    for one in found if show else ():
        if same.get(one.gold, one.gold) != same.get(one.said, one.said):
            print(f"should be {one.gold}, is {one.said}: {one.says} [{one.figure}]")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
