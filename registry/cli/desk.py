"""The verbs that open the registry: add, conflicts, decide, undo, ask, search, cite.

Every verb owns its transaction; none of them knows a rule about claims.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import deque
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from registry.actions import ask as asking
from registry.actions import ingest, lookup, quoting, review, watching
from registry.actions.ingest import Given, Prepared
from registry.actions.quoting import Chosen
from registry.actions.views import ClaimView, ConflictFilter, ConflictRow, ConflictView, Correction, FactRow
from registry.cli import output
from registry.cli.checking import register
from registry.cli.documents import Trouble, day, fault, files
from registry.cli.opening import opened, settings
from registry.errors import InvalidValue, RegistryError
from registry.model.citation import About
from registry.model.finding import Relation, State, Verdict
from registry.steps.export import EXPORTERS

WORDS = {
    "left": (Verdict.SIDE, 1),
    "right": (Verdict.SIDE, 2),
    "time": (Verdict.TIME, None),
    "scope": (Verdict.SCOPE, None),
    "neither": (Verdict.NEITHER, None),
    "not-same-fact": (Verdict.NOT_SAME_FACT, None),
    "wrong-reading": (Verdict.WRONG_READING, None),
    "unsure": (Verdict.UNSURE, None),
}


def add_verbs(verbs: Any) -> None:
    """The commands and their options."""
    add = verbs.add_parser("add", help="take documents into the registry")
    add.set_defaults(run=run_add)
    add.add_argument(
        "places", nargs="+", metavar="PLACE", help="files, folders, addresses (http, https), or - for text"
    )
    for known in ("title", "publisher", "published", "language", "url"):
        add.add_argument(f"--{known}", help="what is known about the document; outranks what it says itself")

    conflicts = verbs.add_parser("conflicts", help="list the queue, or show one conflict")
    conflicts.set_defaults(run=run_conflicts)
    conflicts.add_argument("conflict", nargs="?", metavar="ID")
    conflicts.add_argument("--state", choices=[*State, "all"], default="open")
    conflicts.add_argument("--kind", choices=[kind.value for kind in Relation if kind.is_conflict])
    conflicts.add_argument("--limit", type=int, default=50)

    decide = verbs.add_parser("decide", help="settle a conflict")
    decide.set_defaults(run=run_decide)
    decide.add_argument("conflict", metavar="ID")
    decide.add_argument("verdict", metavar="VERDICT", help=f"the number of the right side, or {', '.join(WORDS)}")
    decide.add_argument("--reason", default="")
    decide.add_argument("--value", help="with neither: the right value")
    decide.add_argument("--source", help="with neither: where the right value is from")
    decide.add_argument("--supersedes", type=int, metavar="DECISION", help="the decision that this one replaces")

    undo = verbs.add_parser("undo", help="take a decision back")
    undo.set_defaults(run=run_undo)
    undo.add_argument("decision", type=int, metavar="DECISION")
    undo.add_argument("--reason", default="")
    add_readers(verbs)


def add_readers(verbs: Any) -> None:
    """The commands that only look."""
    ask = verbs.add_parser("ask", help="say what the registry holds about a statement or a question")
    ask.set_defaults(run=run_ask)
    ask.add_argument("text", help="a statement or a question; - reads it from standard input")
    ask.add_argument("--as-of", metavar="DATE", help="a day in the world: what held then")
    ask.add_argument("--known-at", metavar="TIME", help="a moment that has passed: what the registry held then")

    search = verbs.add_parser("search", help="find claims, facts and documents by their words")
    search.set_defaults(run=run_search)
    search.add_argument("words")

    citing = verbs.add_parser("cite", help="cite claims, facts with all their sources, or documents")
    citing.set_defaults(run=run_cite)
    citing.add_argument("claim", nargs="+", metavar="ID", help="of a claim, a fact or a document")
    citing.add_argument("--words", metavar="WORDS", help="of a document: only these words, as they stand there")
    citing.add_argument("--style", choices=list(EXPORTERS), default="apa")
    citing.add_argument("--watch", metavar="URL-OR-NAME", help="register what is cited, to be told when it changes")


def run_add(options: argparse.Namespace) -> int:
    """Take in every place, one transaction a document; a failure is named and the others are done."""
    trouble, places, failed = Trouble(), deque[str](), dict[str, Exception]()
    with opened() as store:
        started, total = time.monotonic(), 0
        for document in ingest.with_claims(
            taken(options, places, trouble),
            settings().model,
            lambda source, error: failed.update({source.id: error}),
        ):
            place = places.popleft()
            if error := failed.pop(document.source.id, None):
                trouble.note(place, fault(error))
                continue
            try:
                with store.writing() as session:
                    kept = ingest.keep(session, document, actor=settings().reviewer)
            except (RegistryError, OSError) as refused:
                trouble.note(place, refused)
                continue
            total += 1
            known_already = "" if kept.created else "  (the registry has these bytes already; nothing was stored)"
            print(f"{kept.document_id}  {kept.claims} claims  {kept.conflicts} conflicts  {place}{known_already}")
        if total > 1:
            print(f"{total} documents in {time.monotonic() - started:.1f} s", file=sys.stderr)
    return 2 if trouble.lines else 0


def taken(options: argparse.Namespace, places: deque[str], trouble: Trouble) -> Iterator[Prepared]:
    """The documents that can be read, without claims yet; each one's place is put into `places`."""
    for place, reading in everything(options.places, given(options), trouble):
        try:
            document = reading()
        except (RegistryError, OSError) as error:
            trouble.note(place, error)
            continue
        places.append(place)
        yield document


def given(options: argparse.Namespace) -> Given:
    """What the options say about the document."""
    published = day(options.published, "--published")
    return Given(options.url, options.title, options.publisher, published, options.language)


def everything(places: list[str], known: Given, trouble: Trouble) -> Iterator[tuple[str, Any]]:
    """Each place with a function that reads it; reading is left to the caller, who names what goes wrong."""
    for place in places:
        if place == "-":
            yield "standard input", lambda: ingest.read_text(sys.stdin.read(), given=known)
        elif place.startswith(("http://", "https://")):
            yield place, lambda place=place: ingest.read_url(place, given=known, max_bytes=settings().max_bytes)
        else:
            for file in files([place], trouble):
                yield str(file), lambda file=file: read_file(file, known)


def read_file(file: Path, known: Given) -> Prepared:
    """Read a file; one that is too large is refused unread."""
    limit = settings().max_bytes
    if file.stat().st_size > limit:
        raise InvalidValue(f"the file is larger than {limit:,} bytes; split it, or raise CLAIMS_MAX_BYTES.")
    return ingest.read_bytes(file.read_bytes(), name=file.name, given=known)


def run_conflicts(options: argparse.Namespace) -> int:
    """List the queue, most important first, or show one conflict with its sides."""
    with opened() as store, store.reading() as session:
        if options.conflict:
            show(lookup.conflict(session, options.conflict))
            return 0
        state = None if options.state == "all" else State(options.state)
        where = ConflictFilter(state=state, kind=Relation(options.kind) if options.kind else None)
        page = lookup.conflicts(session, where, limit=options.limit)
    rows = [(row.id, row.kind, row.severity, row.question, chips(row)) for row in page.items]
    output.table(rows, ("id", "kind", "severity", "fact", "values"), (40, 20, 8, 60, 60))
    if not rows:
        print("No conflicts.")
    return 0


def chips(row: ConflictRow | FactRow) -> str:
    """The values with their sources, in short."""
    sides = row.sides if isinstance(row, ConflictRow) else row.values
    return " | ".join(f"{side.label} ({side.sources})" for side in sides)


def show(view: ConflictView) -> None:
    """Print a conflict in full."""
    print(f"{view.row.question}\n{view.row.kind} · {view.row.severity} · {view.row.state}\n{view.row.detail}\n")
    for side in view.sides:
        plural = "source" if side.sources == 1 else "sources"
        print(f"{side.number}  {side.label}  ({side.sources} {plural}, {side.independent} independent)")
        for claim in side.claims:
            when = claim.source.published.isoformat() if claim.source.published else "no date"
            print(f"   {claim.id}  {claim.source.publisher or claim.source.title or ''}, {when}")
            print(f"   {output.shorten(claim.sentence.exact, 200)}")
    for decision in view.decisions:
        replaced = f" (replaced by {decision.superseded_by})" if decision.superseded_by else ""
        print(f"\ndecision {decision.id}: {decision.verdict} by {decision.reviewer}{replaced} {decision.reason}")


def run_decide(options: argparse.Namespace) -> int:
    """Record a verdict and print the number of the decision."""
    verdict, side = meaning(options.verdict)
    correction = Correction(options.value, options.source) if options.value else None
    with opened() as store, store.writing() as session:
        made = review.decide(
            session,
            options.conflict,
            verdict=verdict,
            side=side,
            reason=options.reason,
            correction=correction,
            reviewer=settings().reviewer,
            supersedes=options.supersedes,
        )
    print(f"decision {made.id}")
    return 0


def meaning(word: str) -> tuple[Verdict, int | None]:
    """The verdict, and the side it names."""
    if word.isascii() and word.isdigit():
        return Verdict.SIDE, int(word[:9])
    if word not in WORDS:
        raise InvalidValue(f"{word!r} is no verdict; give the number of the right side, or {', '.join(WORDS)}.")
    return WORDS[word]


def run_undo(options: argparse.Namespace) -> int:
    """Take a decision back and print the number of the decision that does so."""
    with opened() as store, store.writing() as session:
        made = review.undo(session, options.decision, reviewer=settings().reviewer, reason=options.reason)
    print(f"decision {made.id}")
    return 0


def run_ask(options: argparse.Namespace) -> int:
    """Print what the registry says to each assertion of a text."""
    text = sys.stdin.read() if options.text == "-" else options.text
    read = asking.read(text, model=settings().model)
    with opened() as store, store.reading() as session:
        as_of, known_at = day(options.as_of, "--as-of"), moment(options.known_at)
        asked = asking.ask(session, text, read, as_of=as_of, known_at=known_at)
    for answer in asked.answers:
        print(f"{answer.outcome}: {answer.detail}")
        for word, claims in (("says so", answer.supporting), ("says otherwise", answer.opposing)):
            for one in claims[:3]:
                print(f"   {word}: {one.id}  “{output.shorten(one.sentence.exact, 160)}” {teller(one)}")
    if not asked.answers:
        print("not_found: the registry holds nothing about this.")
    for fact in asked.nearest:
        print(f"nearest: {fact.question}  {chips(fact)}")
    return 0


def moment(given: str | None) -> datetime | None:
    """A moment of an option, in UTC where it has no zone."""
    if given is None:
        return None
    try:
        told = datetime.fromisoformat(given)
    except ValueError:
        raise InvalidValue(f"--known-at is {given!r}; give a moment such as 2025-06-01T12:00:00Z.") from None
    return told if told.tzinfo else told.replace(tzinfo=UTC)


def teller(claim: ClaimView) -> str:
    """Who says so, and when."""
    when = claim.source.published.isoformat() if claim.source.published else "no date"
    return f"{claim.source.publisher or claim.source.title or 'unknown'}, {when}"


def run_search(options: argparse.Namespace) -> int:
    """Print claims, facts and documents with these words."""
    with opened() as store, store.reading() as session:
        found = lookup.search(session, options.words)
    rows: list[tuple[object, ...]] = [("fact", fact.id, fact.question) for fact in found.facts]
    rows += [("claim", claim.id, claim.sentence.exact) for claim in found.claims]
    rows += [("document", document.id, document.source.title) for document in found.documents]
    output.table(rows, ("what", "id", "words"), (8, 66, 120))
    if not rows:
        print("Nothing found.")
    return 0


def run_cite(options: argparse.Namespace) -> int:
    """Print citations in a style."""
    chosen = Chosen(exact=options.words) if options.words else None
    with opened() as store, store.reading() as session:
        citations = [
            one for name in options.claim for one in quoting.anything(session, name, chosen, site=settings().site)
        ]
        if options.watch:
            used = [one.claim_id for one in citations if one.about is About.CLAIM]
            with store.writing() as writing:
                register(writing, options.watch, watching.of_stored(writing, claims=used), replace=False)
    sys.stdout.write("".join(EXPORTERS[options.style](citations)).rstrip("\n") + "\n")
    return 0
