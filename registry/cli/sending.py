"""`claims --registry URL` for the verbs that change a registry somewhere else: add, decide, undo, concept; and rules.

A newcomer's mistake: deciding by id alone. A conflict is read first, and what is sent says which state was read: nobody
decides what somebody else has settled in between.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from registry.actions.views.rules import Precision
from registry.cli import output
from registry.cli.desk import meaning, published_on
from registry.cli.documents import Trouble, files, piped
from registry.cli.measures import share
from registry.client import Registry
from registry.errors import AlreadyDecided, InvalidValue, RegistryError
from registry.model.finding import Verdict


def add(registry: Registry, options: argparse.Namespace) -> int:
    """Send every place; a failure is named and the others are sent."""
    trouble = Trouble()
    for place, send in everything(registry, options, trouble):
        try:
            kept = send()
        except (RegistryError, OSError) as error:
            trouble.note(place, error)
            continue
        counts = {"claims": kept["claims"], "conflicts": kept["conflicts"]}
        print(output.kept(kept["document_id"], **counts, place=place, created=kept["created"]))
    return 2 if trouble.lines else 0


def everything(
    registry: Registry, options: argparse.Namespace, trouble: Trouble
) -> Iterator[tuple[str, Callable[[], dict[str, Any]]]]:
    """Each place with what sends it."""
    known = given(options)
    beside = {("address" if name == "url" else name): value for name, value in known.items()}
    for place in options.places:
        if place == "-":
            yield "standard input", lambda: registry.add(text=piped(), **beside)
        elif place.startswith(("http://", "https://")):
            told = {name: value for name, value in beside.items() if name != "address"}
            yield place, lambda place=place, told=told: registry.add(url=place, **told)  # type: ignore[misc]
        else:
            for file in files([place], trouble):
                yield str(file), lambda file=file: sent(registry, file, beside)  # type: ignore[misc]


def given(options: argparse.Namespace) -> dict[str, str]:
    """What the options say about the document."""
    published_on(options.published)
    told = {name: getattr(options, name) for name in ("title", "publisher", "published", "language", "url")}
    return {name: value for name, value in told.items() if value}


def sent(registry: Registry, file: Path, known: Mapping[str, str]) -> dict[str, Any]:
    """What taking in a file came to."""
    return registry.add_file(file.name, file.read_bytes(), **known)


def decide(registry: Registry, options: argparse.Namespace) -> int:
    """Record a verdict there and print the number of the decision."""
    verdict, side = meaning(options.verdict)
    order = {"side": side, "value": options.value, "source": options.source, "reason": options.reason}
    return decided(registry, options.conflict, verdict, options.supersedes, order)


def decided(
    registry: Registry, conflict: str, verdict: Verdict, supersedes: int | None, order: Mapping[str, Any]
) -> int:
    """Decide a conflict that stands as the caller believes it does."""
    read = registry.conflict(conflict)
    standing = next((one["id"] for one in read.told["decisions"] if one["superseded_by"] is None), None)
    if standing != supersedes:
        now = f"decision {standing} stands" if standing else "no decision stands"
        raise AlreadyDecided(f"On conflict {conflict} {now}; name the one you replace with --supersedes.")
    told = {name: value for name, value in order.items() if value not in (None, "")}
    made = registry.decide(conflict, verdict.value, etag=read.etag, **told)
    print(f"decision {made['id']}")
    return 0


def undo(registry: Registry, options: argparse.Namespace) -> int:
    """Take a decision back there: what it replaced holds again, or the conflict is open again."""
    row = registry.decision(options.decision)
    before = registry.decision(row["supersedes"]) if row["supersedes"] else None
    held = ("side", "value", "source")
    order = {name: before[name] for name in held} if before else {}
    verdict = Verdict(before["verdict"]) if before else Verdict.UNDONE
    order["reason"] = options.reason or ""
    return decided(registry, row["conflict_id"], verdict, options.decision, order)


def concept(registry: Registry, options: argparse.Namespace) -> int:
    """Teach the registry there two words, or list what it was taught."""
    if not options.words:
        found = registry.concepts()
        rows = [
            (one["id"], one["left"], "=" if one["same"] else "is not", one["right"], one["reviewer"], one["reason"])
            for one in found
        ]
        output.table(rows, ("id", "words", "", "words", "by", "reason"), (8, 40, 6, 40, 20, 60))
        return 0
    if len(options.words) != 2:
        raise InvalidValue('Give two names for what is counted: claims concept "member state" "state party".')
    same = None if options.forget else options.same is not False
    told = registry.teach(*options.words, same=same, reason=options.reason)
    print(f"lesson {told['concept']['id']}: {told['facts']} facts filed anew, {told['conflicts']} new conflicts")
    return 0


def rules(registry: Registry, _options: argparse.Namespace) -> int:
    """Print how often people agree with each rule there."""
    rows = [
        (one["rule"], share(Precision(**one["precision"])), one["open"], "suggests" if one["suggested"] else "")
        for one in registry.rules()
    ]
    output.table(rows, ("rule", "agreed", "open", ""), (30, 40, 8, 10))
    return 0
