"""The verbs that only look: ask, search, cite.

A newcomer's mistake: reading the statement inside the session. The parser takes a second; it is done before.
"""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime
from typing import Any

from registry.actions import ask as asking
from registry.actions import lookup, quoting, watching
from registry.actions.quoting import Chosen
from registry.actions.views import ClaimView, ConflictRow, FactRow
from registry.cli import output
from registry.cli.checking import register
from registry.cli.documents import day, piped
from registry.cli.opening import opened, settings
from registry.errors import InvalidValue
from registry.model.citation import About
from registry.steps.export import EXPORTERS


def add_verbs(verbs: Any) -> None:
    """The commands and their options."""
    ask = verbs.add_parser("ask")
    ask.set_defaults(run=run_ask)
    ask.add_argument("text", help="a statement or a question; - reads it from standard input")
    ask.add_argument("--as-of", metavar="DATE", help="a day in the world: what held then")
    ask.add_argument("--known-at", metavar="TIME", help="a moment that has passed: what the registry held then")

    search = verbs.add_parser("search")
    search.set_defaults(run=run_search)
    search.add_argument("words", metavar="WORDS", help="words that all occur, in quotes where there are several")

    citing = verbs.add_parser("cite")
    citing.set_defaults(run=run_cite)
    citing.add_argument("claim", nargs="+", metavar="ID", help="of a claim, a fact or a document")
    citing.add_argument("--words", metavar="WORDS", help="of a document: only these words, as they stand there")
    citing.add_argument("--style", choices=list(EXPORTERS), default="apa", help="default: apa")
    citing.add_argument("--watch", metavar="URL-OR-NAME", help="register what is cited, to be told when it changes")


def run_ask(options: argparse.Namespace) -> int:
    """Print what the registry says to each assertion of a text."""
    text = statement(options.text)
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


def statement(given: str) -> str:
    """What is asked about; raises `InvalidValue` where it is nothing."""
    text = piped() if given == "-" else given
    if not text.strip():
        raise InvalidValue('there is nothing to ask; give a statement or a question: claims ask "How many ...?"')
    return text


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
    return f"{claim.source.name}, {when}"


def run_search(options: argparse.Namespace) -> int:
    """Print claims, facts and documents with these words."""
    with opened() as store, store.reading() as session:
        found = lookup.search(session, options.words)
    rows: list[tuple[object, ...]] = [("fact", fact.id, fact.question) for fact in found.facts]
    rows += [("claim", claim.id, claim.sentence.exact) for claim in found.claims]
    rows += [("document", one.id, one.source.title or one.source.url or "(no title)") for one in found.documents]
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


def chips(row: ConflictRow | FactRow) -> str:
    """The values with their sources, in short."""
    sides = row.sides if isinstance(row, ConflictRow) else row.values
    return " | ".join(f"{side.label} ({side.sources})" for side in sides)
