"""The verbs that keep the registry sharp: recheck, concept, rules.

Every verb owns its transactions; a recheck has one a version, so that it can be stopped at any moment.
"""

from __future__ import annotations

import argparse
import sys
import time
from typing import Any

from registry.actions import concepts, measures, recheck, teaching
from registry.actions.recheck import FIRST
from registry.actions.views import Rechecked
from registry.actions.views.rules import Precision
from registry.cli import output
from registry.cli.documents import Trouble, fault
from registry.cli.opening import opened, settings
from registry.errors import InvalidValue, RegistryError, Unreadable
from registry.model.assertion import Claim
from registry.store import Store

NOTHING = Rechecked(0, 0, 0, 0)


def add_verbs(verbs: Any) -> None:
    """The commands and their options."""
    again = verbs.add_parser("recheck")
    again.set_defaults(run=run_recheck)
    again.add_argument("--all", action="store_true", help="every document, also those the present engine has read")
    again.add_argument("--quiet", action="store_true", help="only the report at the end")

    concept = verbs.add_parser("concept")
    concept.set_defaults(run=run_concept)
    concept.add_argument("words", nargs="*", metavar="WORDS", help="two names for what is counted, each in quotes")
    said = concept.add_mutually_exclusive_group()
    said.add_argument("--same", dest="same", action="store_true", default=None, help="they mean the same (the default)")
    said.add_argument("--apart", dest="same", action="store_false", help="they do not mean the same")
    said.add_argument("--forget", action="store_true", help="take back what was said about them")
    concept.add_argument("--reason", default="")

    rules = verbs.add_parser("rules")
    rules.set_defaults(run=run_rules)


def run_recheck(options: argparse.Namespace) -> int:
    """Run the present engine over stored versions, then look at older links; stop it and it goes on where it was."""
    trouble, total, started = Trouble(), NOTHING, time.monotonic()
    with opened() as store:
        if options.all:
            with store.writing() as session:
                recheck.everything(session)
        with store.reading() as session:
            left = recheck.left(session)
        for name in stale(store):
            done = again(store, name, trouble)
            total = added(total, done)
            if not options.quiet:
                print(line(name, done, total.versions, left, time.monotonic() - started))
        links = relinked(store)
    print(f"{total.versions} versions rechecked in {time.monotonic() - started:.0f} s.")
    print(f"Claims: {total.added} new, {total.retired} no longer found, {total.changed} read otherwise.")
    print(f"Conflicts: {total.conflicts} new, {total.gone} gone, {total.kept} still there. Links: {links} changed.")
    return 2 if trouble.lines else 0


def stale(store: Store) -> Any:
    """The stale versions, a hundred at a time."""
    after = ""
    while True:
        with store.reading() as session:
            names = recheck.stale(session, after=after)
        if not names:
            return
        yield from names
        after = names[-1]


def again(store: Store, name: str, trouble: Trouble) -> Rechecked:
    """Recheck one version; what goes wrong is named and the others are done."""
    try:
        claims = reread(store, name)
        with store.writing() as session:
            return recheck.recheck(session, name, claims, actor=settings().reviewer)
    except RegistryError as error:
        trouble.note(name, error)
        return NOTHING._replace(versions=1)


def reread(store: Store, name: str) -> tuple[Claim, ...]:
    """The claims of a version by the present engine; a rule that fails over it is told as trouble with this version."""
    with store.reading() as session:
        try:
            return recheck.again(session, name, model=settings().model)
        except (RegistryError, OSError):
            raise
        except Exception as error:
            raise Unreadable(fault(error)) from error


def added(total: Rechecked, done: Rechecked) -> Rechecked:
    """Two results as one."""
    return Rechecked(*(one + other for one, other in zip(total, done, strict=True)))


def line(name: str, done: Rechecked, number: int, left: int, seconds: float) -> str:
    """What became of a version, and how far the work is."""
    rest = (left - number) * seconds / max(1, number)
    said = f"+{done.added} -{done.retired} ~{done.changed} claims  {done.conflicts} new conflicts"
    return f"{number}/{left}  {name}  {said}  {rest:.0f} s left"


def relinked(store: Store) -> int:
    """Look again at the links that older steps made; how many changed."""
    after, changed = FIRST, 0
    while True:
        with store.writing() as session:
            following, some = recheck.relink(session, after)
        changed += some
        if following is None:
            return changed
        after = following


def run_concept(options: argparse.Namespace) -> int:
    """Teach the registry two words, or list what it was taught."""
    with opened() as store:
        if not options.words:
            return listed(store)
        if len(options.words) != 2:
            raise InvalidValue('Give two names for what is counted: claims concept "member state" "state party".')
        same = None if options.forget else options.same is not False
        with store.writing() as session:
            told = teaching.teach(
                session, *options.words, same=same, reviewer=settings().reviewer, reason=options.reason
            )
    print(f"lesson {told.concept.id}: {told.facts} facts filed anew, {told.conflicts} new conflicts")
    if told.more:
        print("More facts have these words; run `claims recheck` for them.", file=sys.stderr)
    return 0


def listed(store: Store) -> int:
    """Print what the registry was taught."""
    with store.reading() as session:
        found = concepts.concepts(session)
    rows = [(one.id, one.left, "=" if one.same else "is not", one.right, one.reviewer, one.reason) for one in found]
    output.table(rows, ("id", "words", "", "words", "by", "reason"), (8, 40, 6, 40, 20, 60))
    if not rows:
        print("Nobody has taught the registry any words.")
    return 0


def run_rules(_options: argparse.Namespace) -> int:
    """Print how often people agree with each rule."""
    with opened() as store, store.reading() as session:
        found = measures.rules(session)
    rows = [(one.rule, share(one.precision), one.open, "suggests" if one.suggested else "") for one in found]
    output.table(rows, ("rule", "agreed", "open", ""), (30, 40, 8, 10))
    if not rows:
        print("No rule has found a conflict yet.")
    return 0


def share(told: Precision) -> str:
    """A precision in words."""
    if told.share is None or told.low is None or told.high is None:
        return "nobody has decided"
    return f"{told.agreed} of {told.decided} ({told.low:.0%} to {told.high:.0%})"
