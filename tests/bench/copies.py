"""Which documents repeat others, measured on made-up ones: `python -m tests.bench.copies 10000`.

Of ten documents six are independent, one of those on a form that others share with other figures; two are copies with
another byline, one is a copy that an editor changed and cut, one quotes half of a text in a longer one. Prints
precision and recall by sort, and milliseconds for a document early and late, so that one sees what the size costs.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import NamedTuple

from registry.actions.identity import content_id, digest_of, uri_key
from registry.actions.ingest import Prepared, keep
from registry.actions.ingest.origins import origin_of
from registry.model.document import Reading, Source
from registry.steps import shingles
from registry.store import open_store
from registry.store.migrations import migrate
from registry.store.queries import totals

SORTS = ("own",) * 5 + ("form", "copy", "copy", "edited", "excerpt")
WORDS, SENTENCES = 4000, (8, 30)
LETTERS = "bcdfghjklmnprstvw", "aeiou"
CHUNK = 100


class Made(NamedTuple):
    """A document with the number of the one it repeats, if any."""

    sort: str
    text: str
    of: int | None


def words(luck: random.Random, number: int) -> list[str]:
    """Made-up words; the first are frequent, as in any language."""
    return ["".join(luck.choice(LETTERS[at % 2]) for at in range(luck.randint(2, 9))) for _ in range(number)]


def sentence(luck: random.Random, known: list[str]) -> str:
    """A sentence of words, the frequent ones most often."""
    chosen = [known[int(len(known) * luck.random() ** 3)] for _ in range(luck.randint(7, 24))]
    return " ".join(chosen).capitalize() + "."


def article(luck: random.Random, known: list[str]) -> list[str]:
    """Some sentences."""
    return [sentence(luck, known) for _ in range(luck.randint(*SENTENCES))]


def form(luck: random.Random, lines: list[str]) -> list[str]:
    """A report on a form that many share: the same phrases around other figures."""
    return [f"{line[:40]} {luck.randint(100, 9999)} {line[40:70]} {luck.randint(10, 99)} percent." for line in lines]


def edited(luck: random.Random, lines: list[str], known: list[str]) -> list[str]:
    """A text with a fifth of its sentences cut, one added, and three words in a hundred changed."""
    kept = [line for line in lines if luck.random() > 0.2] or lines
    swapped = [" ".join(luck.choice(known) if luck.random() < 0.03 else word for word in line.split()) for line in kept]
    return [sentence(luck, known), *swapped]


def documents(number: int) -> Iterator[Made]:
    """The documents, each with what it repeats."""
    luck = random.Random(11)
    known, sources = words(luck, WORDS), list[tuple[int, list[str]]]()
    blank = [sentence(luck, known) for _ in range(12)]
    for at in range(number):
        sort = luck.choice(SORTS) if sources else "own"
        if sort == "form":
            yield Made(sort, " ".join(form(luck, blank)), None)
            continue
        if sort == "own":
            lines = article(luck, known)
            sources.append((at, lines))
            yield Made(sort, " ".join(lines), None)
            continue
        of, lines = luck.choice(sources)
        told = lines if sort == "copy" else edited(luck, lines, known)
        if sort == "excerpt":
            told = [*article(luck, known), *lines[: max(4, len(lines) // 2)]]
        yield Made(sort, f"By reporter {luck.choice(known)}. {' '.join(told)}", of)


def prepared(made: Made, at: int) -> Prepared:
    """A document without claims."""
    data = f"{made.text} {at}".encode()
    uri = f"urn:made:{at}"
    source = Source(content_id("document", uri_key(uri)), publisher=f"Paper {at}")
    return Prepared(uri, digest_of(data), data, Reading(made.text, "text/plain", "made/1"), source, ())


def main(number: int) -> None:
    """Measure and print."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    ids: list[str] = []
    costs: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        address = f"sqlite:///{Path(folder) / 'copies.sqlite'}"
        migrate(address)
        store = open_store(address)
        made = list(documents(number))
        for start in range(0, number, CHUNK):
            with store.writing() as session:
                for at, one in enumerate(made[start : start + CHUNK], start):
                    ready = prepared(one, at)
                    began = time.process_time()
                    told = origin_of(session, ready.source.id, one.text, shingles.bands(one.text))
                    costs.append(1000 * (time.process_time() - began))
                    ids.append(ready.source.id)
                    right = ids[one.of] if one.of is not None else ready.source.id
                    outcome = "right" if told.document == right else "missed" if told.alike is None else "wrong"
                    found[one.sort][outcome] += 1
                    keep(session, ready)
        with store.reading() as session:
            bands = totals.rows_in(session, "sketch")
        store.close()
    for sort, tally in sorted(found.items()):
        print(f"{sort}: {tally['right']} right, {tally['missed']} missed, {tally['wrong']} wrong")
    claimed = sum(tally["wrong"] for tally in found.values())
    repeats = ("copy", "edited", "excerpt")
    caught = sum(found[sort]["right"] for sort in repeats)
    print(f"precision {caught / max(1, caught + claimed):.4f}")
    both, every = share(found, "copy", "edited"), share(found, *repeats)
    print(f"recall of copies and edited copies {both:.4f}, with excerpts {every:.4f}")
    tenth = max(1, number // 10)
    print(
        f"{median(costs[:tenth]):.1f} ms a document at first, {median(costs[-tenth:]):.1f} ms at last, {bands:,} bands"
    )


def share(found: dict[str, Counter[str]], *sorts: str) -> float:
    """How many of some sorts were found."""
    right = sum(found[sort]["right"] for sort in sorts)
    return right / max(1, sum(sum(found[sort].values()) for sort in sorts))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
