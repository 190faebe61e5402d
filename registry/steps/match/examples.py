"""Annotated documents to learn from: clusters with a `gold.json`, pairs of documents whose sentences are aligned, lists
of pairs of sentences, and treebanks, whose texts are of as many matters.

A newcomer's mistake: taking every claim of two aligned sentences for one fact. Only where each has a single figure of a
sort is it sure that the two figures answer each other; the others are left out.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import pickle
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import registry.steps
from registry.model.assertion import Claim
from registry.model.document import Reading, Source
from registry.steps.match.profile import profile

Facts = list[str | None]
Example = tuple[str, list[Claim], Facts]
SIDES = (("doc_a", "a_span"), ("doc_b", "b_span"))
SENTENCE = 3
PRINTED = date(2024, 5, 2)
ORDINARY, TITLE = "ordinary ", 100
STATING = frozenset(("news", "bio", "interview", "voyage", "textbook", "speech", "court"))
NAME, PARAGRAPH, TEXT = "# newdoc id = ", "# newpar", "# text = "


def examples(sources: Sequence[Path], cache: Path | None = None) -> Iterator[Example]:
    """The name, the claims and the annotated facts of every cluster and pair; "" is an annotated claim without a fact,
    None a claim that nobody annotated."""
    known = pickle.loads(cache.read_bytes()) if cache and cache.exists() else {}
    for source in sources:
        read = {".jsonl": pairs, ".txt": sentences, ".gz": ordinary}.get(source.suffix, clusters)
        yield from read(source, known)
    if cache:
        cache.write_bytes(pickle.dumps(known))


def clusters(source: Path, known: dict[str, list[Claim]]) -> Iterator[Example]:
    """The clusters of a folder."""
    for folder in sorted(path.parent for path in source.glob("*/gold.json")):
        texts = [path.read_bytes() for path in sorted(folder.iterdir()) if path.name != "gold.json"]
        claims = remembered(known, texts, lambda folder=folder: claims_of(folder))  # type: ignore[misc]
        yield folder.name, claims, labels(folder, claims)


def pairs(source: Path, known: dict[str, list[Claim]]) -> Iterator[Example]:
    """The pairs of documents of a file."""
    for line in source.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        texts = [row[side].encode() for side, _ in SIDES]
        claims = remembered(known, texts, lambda row=row: claims_of_pair(row))  # type: ignore[misc]
        yield f"{source.stem} {row['id']}", claims, aligned(row, claims)


def sentences(source: Path, known: dict[str, list[Claim]]) -> Iterator[Example]:
    """Pairs of sentences, one a line: "trap | about | one | two" are two facts, "about | one | two" is one. Lines that
    the engine still gets wrong begin with "#!"; they teach like the others."""
    for line in source.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.removeprefix("#!").split("|")]
        if (line.startswith("#") and not line.startswith("#!")) or len(cells) < SENTENCE:
            continue
        claims = remembered(known, [line.encode()], lambda cells=cells: claims_of_sentences(cells))  # type: ignore[misc]
        yield f"{source.stem} {' '.join(cells)}", claims, counterparts(claims, same=len(cells) == SENTENCE)


def ordinary(source: Path, known: dict[str, list[Claim]]) -> Iterator[Example]:
    """The documents of a treebank, each by itself and without annotated facts."""
    for name, text in texts(source):
        claims = remembered(known, [name.encode(), text.encode()], lambda one=(name, text): claims_of_text(*one))  # type: ignore[misc]
        if claims:
            yield f"{ORDINARY}{name}", claims, [None] * len(claims)


def texts(source: Path) -> Iterator[tuple[str, str]]:
    """The names and texts of the documents of a treebank that are of sorts that state facts ("GUM_news_...")."""
    name, parts = "", list[str]()
    with gzip.open(source, "rt", encoding="utf-8") as lines:
        for line in (*lines, NAME):
            if line.startswith(NAME):
                if name.removeprefix("GUM_").partition("_")[0] in STATING:
                    yield name, "".join(parts).strip()
                name, parts = line.removeprefix(NAME).strip(), []
            elif line.startswith(PARAGRAPH):
                parts.append("\n\n")
            elif line.startswith(TEXT):
                parts.append(line.removeprefix(TEXT).strip() + " ")


def claims_of_text(name: str, text: str) -> list[Claim]:
    """The claims that the engine finds in a text of which only the name is known; a short first line is its title."""
    from registry.steps.extract import extract

    title = text.partition("\n")[0].strip()
    source = Source(name, title if len(title) <= TITLE and not title.endswith(".") else None)
    return extract(Reading(text=text, media_type="text/plain", reader="given"), source)


def claims_of_sentences(cells: Sequence[str]) -> list[Claim]:
    """The claims of two documents of one sentence each, with one title."""
    from registry.steps.extract import extract

    *_, about, one, two = cells
    texts = [Reading(text=f"{about}\n\n{text}\n", media_type="text/plain", reader="given") for text in (one, two)]
    named = [Source(name, about, f"The {name} paper", PRINTED, "en") for name in ("first", "second")]
    return [claim for reading, source in zip(texts, named, strict=True) for claim in extract(reading, source)]


def counterparts(claims: Sequence[Claim], *, same: bool) -> Facts:
    """One fact for each sort of figure that both documents have once, else none."""
    counted = Counter((claim.source.id, profile(claim).dimension) for claim in claims)
    single = {sort for _, sort in counted if all(counted[name, sort] == 1 for name in ("first", "second"))}
    sorts = [profile(claim).dimension for claim in claims]
    return [(sort if same else "") if sort in single else (None if same else "") for sort in sorts]


def remembered(known: dict[str, list[Claim]], texts: Iterable[bytes], read: Callable[[], list[Claim]]) -> list[Claim]:
    """The claims of some texts, read once for each state of the steps that read them."""
    digest = hashlib.sha256(b"".join([stamp(), *texts])).hexdigest()
    if digest not in known:
        known[digest] = read()
    return known[digest]


def stamp() -> bytes:
    """What the reading steps are like now; matching and checking come after them."""
    root = Path(next(iter(registry.steps.__path__)))
    files = [*root.rglob("*.py"), *root.rglob("*.toml"), *root.parent.joinpath("model").glob("*.py")]
    files += [root / "data" / "topic.json", root / "data" / "topic_beside.json"]
    read = sorted(path for path in files if path.relative_to(root.parent).parts[1:2] not in (("match",), ("check",)))
    return hashlib.sha256(b"".join(path.read_bytes() for path in read)).digest()


def claims_of(folder: Path) -> list[Claim]:
    """The claims that the engine finds in the documents of a cluster, read beside each other."""
    from registry.steps.extract import extract_each

    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    pages = (page_of(folder / name, told) for name, told in sorted(meta.items()))
    return [claim for found in extract_each(pages) for claim in found]


def page_of(path: Path, told: Mapping[str, Any]) -> tuple[Reading, Source]:
    """A document of a cluster, with what its `meta.json` tells of it."""
    from registry.steps.read import read

    reading = read(path.read_bytes(), name=path.name, media_type=told.get("media_type"))
    published = date.fromisoformat(told["published"]) if told.get("published") else None
    return reading, Source(path.name, told.get("title"), told.get("publisher"), published, told.get("language"))


def labels(folder: Path, claims: Sequence[Claim]) -> list[str | None]:
    """The annotated fact that each claim lies on, "" for one without a fact and for what the annotator passed over,
    None for what may be a claim or none."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    found = [(fact_at(claim, gold["claims"]), fact_at(claim, gold.get("optional", ()))) for claim in claims]
    return [None if fact is None and doubtful is not None else fact or "" for fact, doubtful in found]


def document(claim: Claim) -> str:
    """The name of the file that a claim stands in."""
    return Path(claim.source.id).name


def fact_at(claim: Claim, gold: Iterable[Mapping[str, Any]]) -> str | None:
    """The fact of the annotation that a claim overlaps most; "" for one without, None for no annotation."""
    best, fact = 0, None
    for note in gold:
        if note["doc"] == document(claim):
            shared = overlap(claim, note)
            if shared > best:
                best, fact = shared, note.get("fact") or ""
    return fact


def overlap(claim: Claim, note: Mapping[str, Any]) -> int:
    """How many characters a claim shares with an annotation; in pages, whether words and sentence agree."""
    if note.get("start") is not None:
        start, end = int(note["start"]), int(note["end"])
        return max(0, min(claim.span.end, end) - max(claim.span.start, start))
    sentence = " ".join(claim.sentence.exact.split())
    told = note.get("sentence_text") or ""
    alike = sentence in told or told in sentence
    words, text = claim.span.exact, str(note["text"])
    return min(len(words), len(text)) if alike and (words in text or text in words) else 0


def claims_of_pair(row: Mapping[str, Any]) -> list[Claim]:
    """The claims that the engine finds in two documents given as text."""
    from registry.steps.extract import extract

    told = ((Reading(text=row[side], media_type="text/plain", reader="given"), Source(side)) for side, _ in SIDES)
    return [claim for reading, source in told for claim in extract(reading, source)]


def aligned(row: Mapping[str, Any], claims: Sequence[Claim]) -> Facts:
    """The facts of the claims of two documents by the sentences that are aligned."""
    found: Facts = [""] * len(claims)
    for number, told in enumerate(row["facts"]):
        inside = {side: [at for at, c in enumerate(claims) if lies_in(c, side, told[key])] for side, key in SIDES}
        sure = all(inside.values()) and not told.get("temporal_shift")
        counted = Counter((side, profile(claims[at]).dimension) for side, places in inside.items() for at in places)
        for at in (at for places in inside.values() for at in places):
            sort = profile(claims[at]).dimension
            single = all(counted[side, sort] == 1 for side, _ in SIDES)
            found[at] = f"{number} {sort}" if sure and single else None
    return found


def lies_in(claim: Claim, side: str, place: Sequence[int] | None) -> bool:
    """Whether at least half of a claim stands in a sentence."""
    if claim.source.id != side or not place:
        return False
    size = max(1, claim.span.end - claim.span.start)
    return 2 * (min(claim.span.end, place[1]) - max(claim.span.start, place[0])) >= size
