"""`claims --registry URL`: the same verbs, asked of a registry somewhere else.

A newcomer's mistake: forgetting the token. Adding and deciding act for somebody, whom `CLAIMS_TOKEN` names.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from itertools import islice

from registry.cli import output, sending
from registry.cli.looking import statement
from registry.client import Registry
from registry.client.shapes import Claim, Side
from registry.errors import InvalidValue, NotFound


def run(options: argparse.Namespace) -> int:
    """Run a verb there; raises `InvalidValue` for one that only works here."""
    if options.verb in DRAFTS:
        options.registry = options.registry or options.remote
        return int(options.run(options))
    if options.verb in NO_REGISTRY:
        return int(options.run(options))
    if options.verb not in VERBS:
        why = ONLY_HERE.get(options.verb, "works on this machine's registry only")
        raise InvalidValue(f"claims {options.verb} {why}; leave --registry out.")
    with Registry(options.remote, token=os.environ.get("CLAIMS_TOKEN")) as registry:
        return VERBS[options.verb](registry, options)


def ask(registry: Registry, options: argparse.Namespace) -> int:
    """Print what the registry says to each assertion of a text."""
    asked = registry.ask(statement(options.text), as_of=options.as_of, known_at=options.known_at)
    for answer in asked["answers"]:
        print(f"{answer['outcome']}: {answer['detail']}")
        for word, claims in (("says so", answer["supporting"]), ("says otherwise", answer["opposing"])):
            for one in claims[:3]:
                print(f"   {word}: {one['id']}  “{output.shorten(one['sentence']['exact'], 160)}” {teller(one)}")
    if not asked["answers"]:
        print("not_found: the registry holds nothing about this.")
    for fact in asked["nearest"]:
        print(f"nearest: {fact['question']}  {chips(fact['values'])}")
    return 0


def conflicts(registry: Registry, options: argparse.Namespace) -> int:
    """List the queue there, or show one conflict."""
    if options.conflict is not None:
        return show(registry, options.conflict)
    state = None if options.state == "all" else options.state
    found = islice(registry.conflicts(state=state, kind=options.kind), options.limit)
    rows = [(row["id"], row["kind"], row["severity"], row["question"], chips(row["sides"])) for row in found]
    output.table(rows, ("id", "kind", "severity", "fact", "values"), (40, 20, 8, 60, 60))
    if not rows:
        print("No conflicts.")
    return 0


def show(registry: Registry, conflict_id: str) -> int:
    """Print a conflict in full."""
    told = registry.conflict(conflict_id).told
    row = told["conflict"]
    print(f"{row['question']}\n{row['kind']} · {row['severity']} · {row['state']}\n{row['detail']}\n")
    for side in told["sides"]:
        print(f"{side['number']}  {side['label']}  ({side['sources']} sources, {side['independent']} independent)")
        for claim in side["claims"]:
            print(f"   {claim['id']}  {teller(claim)}")
            print(f"   {output.shorten(claim['sentence']['exact'], 200)}")
    return 0


def teller(claim: Claim) -> str:
    """Who says so, and when."""
    source = claim["source"]
    return f"{source['publisher'] or source['title'] or 'unknown'}, {source['published'] or 'no date'}"


def cite(registry: Registry, options: argparse.Namespace) -> int:
    """Print citations in a style."""
    told, used = "", []
    for name in options.claim:
        about, written = cited(registry, name, options.style, options.words)
        told += written
        used += about
    if options.watch:
        registry.watch(options.watch, claims=used, add=True)
    sys.stdout.write(told.rstrip("\n") + "\n")
    return 0


def cited(registry: Registry, name: str, style: str, exact: str | None) -> tuple[list[str], str]:
    """The claims that are cited, and the citation: of a claim, a fact or a document, whichever has the id."""
    if exact is None:
        with suppress(NotFound):
            return [name], registry.cite(name, style)
        with suppress(NotFound):
            claims = [claim["id"] for claim in registry.claims(fact_id=name)]
            return claims, registry.cite_fact(name, style)
    return [], registry.cite_document(name, style, exact=exact)


def search(registry: Registry, options: argparse.Namespace) -> int:
    """Print claims, facts and documents with these words."""
    found = registry.search(options.words)
    rows: list[tuple[object, ...]] = [("fact", fact["id"], fact["question"]) for fact in found["facts"]]
    rows += [("claim", claim["id"], claim["sentence"]["exact"]) for claim in found["claims"]]
    titled = [(row["id"], row["source"]["title"] or row["source"]["url"] or "(no title)") for row in found["documents"]]
    rows += [("document", *row) for row in titled]
    output.table(rows, ("what", "id", "words"), (8, 66, 120))
    if not rows:
        print("Nothing found.")
    return 0


def pack(registry: Registry, options: argparse.Namespace) -> int:
    """Write the evidence of a fact into a zip."""
    file = output.ordinary(options.output or f"{options.fact[:80]}.zip")
    with output.replacing(file) as into:
        registry.pack(options.fact, into)
    print(file)
    return 0


def chips(sides: Iterable[Side]) -> str:
    """The values with their sources, in short."""
    return " | ".join(f"{side['label']} ({side['sources']})" for side in sides)


VERBS: Mapping[str, Callable[[Registry, argparse.Namespace], int]] = {
    "add": sending.add,
    "ask": ask,
    "cite": cite,
    "concept": sending.concept,
    "conflicts": conflicts,
    "decide": sending.decide,
    "pack": pack,
    "rules": sending.rules,
    "search": search,
    "undo": sending.undo,
}
# These hold a draft against a registry that they open themselves, and these open none.
DRAFTS = ("lint", "lsp")
NO_REGISTRY = ("extract", "check", "compare", "verify")
ONLY_HERE: Mapping[str, str] = {
    "export": "copies the database of this machine (elsewhere /v1/claims.ndjson and /v1/facts.ndjson are streamed)",
    "recheck": "reads the stored texts anew where they are kept",
    "users": "gives rights, which whoever has the database may do (elsewhere administrators do it on the pages)",
    "work": "delivers the webhooks of the registry that it runs beside",
}
