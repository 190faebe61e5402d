"""Which facts a claim could share: those with most blocking keys in common, weighed by how telling each key is.

A newcomer's mistake: scoring everything that shares a key. A popular key is shared by thousands; each claim meets the
few facts that share the most and the rarest keys, so that a large registry takes little longer than a small one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from registry.model.assertion import Claim
from registry.steps.match.entities import Same, bare, compare
from registry.steps.match.profile import subject
from registry.steps.match.twins import follows, form
from registry.store import ReadSession, WriteSession
from registry.store.queries import claims as claim_queries
from registry.store.queries.candidates import candidates
from registry.store.queries.claims import ClaimRow
from registry.store.queries.tellings import Telling, publishers, tellings

PER_KEY = 24
PER_CLAIM = 16
SEEN = 20
PATIENCE = 6
Name = TypeVar("Name")


class Walk(NamedTuple):
    """Whom a claim meets for all that is known, and who is still to be looked at to be sure of it."""

    kept: list[str]
    asked: list[str]


def nearest(
    session: ReadSession | WriteSession,
    wanted: Mapping[Name, Iterable[str]],
    *,
    about: Mapping[Name, Claim] | None = None,
    most: int = PER_CLAIM,
) -> dict[Name, list[ClaimRow]]:
    """For each of some things with blocking keys the claims that stand for the facts most like it.

    `about` gives the claims themselves, so that namesakes in nothing but a popular word are left out before the few are
    chosen.
    """
    keys = {name: tuple(some) for name, some in wanted.items()}
    filed = candidates(session, {key for some in keys.values() for key in some}, per_key=PER_KEY)
    ranked = {name: closest(some, filed, most if about is None else SEEN) for name, some in keys.items()}
    chosen = ranked if about is None else _told_apart(session, ranked, filed, about, most)
    rows = claim_queries.claims_by_id(session, (claim for claims in chosen.values() for claim in claims))
    return {name: [rows[claim] for claim in claims if claim in rows] for name, claims in chosen.items()}


def namesakes(claim: Claim, told: Telling) -> bool:
    """Whether what the two are about shares but a part of a name, in sentences that are no copies: `match.score` would
    refuse them, after twenty times the work. Most of what a large registry shares with a document is of this kind.

    Nor are they where who publishes the other is what it is about, which the caller looks up for those few."""
    return _namesakes(claim, subject(claim), told)


def _namesakes(claim: Claim, one: str | None, told: Telling) -> bool:
    """The same of a claim that is about `one`."""
    other = told.subject
    if one is None or not other or not bare(one) & bare(other) or compare(one, other) is not Same.NO:
        return False
    if other.isdigit() or _tells(told.speaker, other):
        return False
    return not follows(form(claim.sentence.exact), told.sentence)


def _tells(name: str | None, about: str) -> bool:
    """Whether somebody speaks about themselves."""
    return bool(name) and compare(about, name or "") is Same.YES


def _told_apart(
    session: ReadSession | WriteSession,
    ranked: Mapping[Name, Sequence[str]],
    filed: Mapping[str, Sequence[str]],
    about: Mapping[Name, Claim],
    most: int,
) -> dict[Name, list[str]]:
    """The first few of each list without those that share only popular keys and are about something of another name,
    and without namesakes; whoever is left out is never read whole."""
    telling = {claim for some in filed.values() if len(some) < PER_KEY for claim in some}
    told, looked = dict[str, Telling](), set[str]()
    while True:
        walks = {name: _first(about[name], some, telling, (told, looked), most) for name, some in ranked.items()}
        asked = {one for walk in walks.values() for one in walk.asked}
        if not asked:
            break
        told |= tellings(session, asked)
        looked |= asked
    left = {name: [one for one in walk.kept if one in told] for name, walk in walks.items()}
    out = {name: _left_out(about[name], some, told) for name, some in left.items()}
    doubtful = {one for some in out.values() for one in some}
    by = publishers(session, {told[one].version_id for one in doubtful})
    own = {one for one in doubtful if _tells(by.get(told[one].version_id), told[one].subject or "")}
    return {name: [one for one in some if one in own or one not in out[name]] for name, some in left.items()}


def _left_out(claim: Claim, some: Sequence[str], told: Mapping[str, Telling]) -> set[str]:
    """Those of some that are namesakes of a claim in all but who publishes them."""
    one = subject(claim)
    return {each for each in some if _namesakes(claim, one, told[each])}


def _first(
    claim: Claim, ranked: Sequence[str], telling: set[str], known: tuple[Mapping[str, Telling], set[str]], most: int
) -> Walk:
    """The first few that are not plainly about something else; after some of those in a row, only telling ones. Who was
    not looked at yet and shares but popular keys is taken for something else, as most of them are, and asked for;
    `known` is what was told of those that were looked at."""
    kept, asked = list[str](), list[str]()
    (told, looked), refused = known, 0
    for one in ranked:
        if one in telling:
            kept.append(one)
        elif refused < PATIENCE:
            asked += [] if one in looked else [one]
            other = one not in looked or (one in told and _is_other(claim, told[one].subject))
            refused = refused + 1 if other else 0
            kept += [] if other else [one]
        if len(kept) == most:
            break
    return Walk(kept, [*asked, *(one for one in kept if one not in looked)])


def _is_other(claim: Claim, other: str | None) -> bool:
    """Whether what the two are about has different names; where only popular keys are shared, that is enough."""
    subject = claim.assertion.subject
    return bool(subject and other and compare(subject.label, other) is Same.NO)


def closest(keys: Iterable[str], filed: Mapping[str, Sequence[Name]], most: int) -> list[Name]:
    """What shares the most and the rarest keys.

    >>> closest(["a", "b"], {"a": [1, 2, 3], "b": [2]}, 2)
    [2, 1]
    """
    weight: Counter[Name] = Counter()
    for key in keys:
        bucket = filed.get(key, ())
        for name in bucket:
            weight[name] += 1 / len(bucket)  # type: ignore[assignment]
    return [name for name, _ in sorted(weight.items(), key=lambda item: -item[1])[:most]]
