"""The verbs of the desk: add, conflicts, decide, undo.

Every verb owns its transaction; none of them knows a rule about claims.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import deque
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from registry.actions import ingest, lookup, review
from registry.actions.ingest import Given, Prepared
from registry.actions.views import ConflictFilter, ConflictView, Correction
from registry.cli import output
from registry.cli.documents import Trouble, at_least_one, day, fault, files, piped
from registry.cli.looking import chips
from registry.cli.opening import opened, settings
from registry.errors import InvalidValue, RegistryError, Unreadable
from registry.model.finding import Relation, State, Verdict
from registry.model.given import day_given, language_given
from registry.store import Store

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
    add = verbs.add_parser("add")
    add.set_defaults(run=run_add)
    add.add_argument(
        "places", nargs="+", metavar="PLACE", help="files, folders, addresses (http, https), or - for text"
    )
    known = add.add_argument_group("what is known about the document", "outranks what it says of itself")
    known.add_argument("--title")
    known.add_argument("--publisher", help="who publishes it; claims without a speaker are theirs")
    known.add_argument("--published", metavar="DATE", help="the day, such as 2025-01-16")
    known.add_argument("--language", metavar="CODE", help="such as en")
    known.add_argument("--url", help="where it is published; the same address again is a new version of it")

    conflicts = verbs.add_parser("conflicts")
    conflicts.set_defaults(run=run_conflicts)
    conflicts.add_argument("conflict", nargs="?", metavar="ID", help="a conflict to show with its sides")
    conflicts.add_argument("--state", choices=[*State, "all"], default="open", help="default: open")
    conflicts.add_argument("--kind", choices=[kind.value for kind in Relation if kind.is_conflict])
    conflicts.add_argument("--limit", type=at_least_one, default=50, help="how many to list; default: 50")

    decide = verbs.add_parser("decide")
    decide.set_defaults(run=run_decide)
    decide.add_argument("conflict", metavar="ID", help="a conflict, as `claims conflicts` lists it")
    decide.add_argument("verdict", metavar="VERDICT", help=f"the number of the right side, or {', '.join(WORDS)}")
    decide.add_argument("--reason", default="", help="why; kept with the decision")
    decide.add_argument("--value", help="with neither: the right value")
    decide.add_argument("--source", help="with neither: where the right value is from")
    decide.add_argument("--supersedes", type=int, metavar="DECISION", help="the decision that this one replaces")

    undo = verbs.add_parser("undo")
    undo.set_defaults(run=run_undo)
    undo.add_argument("decision", type=int, metavar="DECISION", help="its number, as `claims decide` printed it")
    undo.add_argument("--reason", default="", help="why; kept with the decision")


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
                made = ready(store, document)
                with store.writing() as session:
                    kept = ingest.keep(session, made, actor=settings().reviewer)
            except (RegistryError, OSError) as refused:
                trouble.note(place, refused)
                continue
            total += 1
            counts = {"claims": kept.claims, "conflicts": kept.conflicts}
            print(output.kept(kept.document_id, **counts, place=place, created=kept.created))
        if total > 1:
            print(f"{total} documents in {time.monotonic() - started:.1f} s", file=sys.stderr)
    return 2 if trouble.lines else 0


def ready(store: Store, document: Prepared) -> Prepared:
    """A document as it is kept; a rule that fails over it beside others is told as trouble with this document."""
    try:
        return ingest.beforehand(store, document, settings().model)
    except (RegistryError, OSError):
        raise
    except Exception as error:
        raise Unreadable(fault(error)) from error


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
    published = published_on(options.published)
    language = language_given(options.language) if options.language else None
    return Given(options.url, options.title, options.publisher, published, language)


def published_on(words: str | None) -> date | None:
    """The day that `--published` says, which is none to come."""
    told = day(words, "--published")
    return told and day_given(told)


def everything(places: list[str], known: Given, trouble: Trouble) -> Iterator[tuple[str, Any]]:
    """Each place with a function that reads it; reading is left to the caller, who names what goes wrong."""
    for place in places:
        if place == "-":
            yield "standard input", lambda: ingest.read_text(piped(), given=known)
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
        if options.conflict is not None:
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


def show(view: ConflictView) -> None:
    """Print a conflict in full."""
    print(f"{view.row.question}\n{view.row.kind} · {view.row.severity} · {view.row.state}\n{view.row.detail}\n")
    for side in view.sides:
        plural = "source" if side.sources == 1 else "sources"
        print(f"{side.number}  {side.label}  ({side.sources} {plural}, {side.independent} independent)")
        for claim in side.claims:
            when = claim.source.published.isoformat() if claim.source.published else "no date"
            print(f"   {claim.id}  {claim.source.name}, {when}")
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
