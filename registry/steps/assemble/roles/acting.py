"""Public acts read off the order of words: who, the verb, to whom; for the sentences of which the tree is wrong.

A newcomer's mistake: every form of a verb. "The banned imports" were not banned here, and what may or would be done is
no act.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from registry.model.assertion import Status
from registry.steps.assemble.roles.events import Event, acts, is_called_off
from registry.steps.assemble.roles.forms import DONE, NOW, PLAIN, forms, openings, turns
from registry.steps.assemble.roles.offices import tables
from registry.steps.assemble.roles.phrases import (
    BY,
    WHO,
    agent,
    before,
    behind,
    head_of,
    is_counted,
    is_proud,
    known,
    of_kind,
    told,
    whole,
)
from registry.steps.assemble.spot import Page
from registry.steps.parse.tree import Token, Tree
from registry.steps.resolve import looks_personal
from registry.steps.resolve.names import singular
from registry.steps.resolve.words import words

BE = frozenset({"is", "are", "was", "were", "been", "be"})
HAVE = frozenset({"has", "have", "had"})
SOON = frozenset({"will", "shall", "to"})
MAYBE = frozenset({"would", "could", "might", "may", "can", "should", "must", "being", "if"})
NOT = frozenset({"not", "n't", "never"})
DID = frozenset({"did", "does", "do"})
SEIZED_OF = ["seized", "of"]
HELPERS = BE | HAVE | SOON | MAYBE | NOT | DID
ADVERBS = frozenset(
    {"also", "later", "then", "now", "once", "first", "again", "yet", "already", "ever", "just", "still"}
)


@dataclass(slots=True)
class Group:
    """A verb with its helpers: where they begin and end, what verb it is, and whether it is done to its subject."""

    first: int
    last: int
    verb: str
    passive: bool
    status: Status | None


def acted(page: Page, tree: Tree, taken: Sequence[Event]) -> Iterator[Event]:
    """The acts that the order of words tells and that are not known yet."""
    used, first = {event.node.index for event in taken}, openings()
    for token in tree.tokens:
        if token.low not in first or token.index in used:
            continue
        group = grouped(tree.tokens, token.index)
        if group is not None and (found := act(page, tree.tokens, group)):
            yield found


def settled(page: Page, tree: Tree, event: Event) -> Event | None:
    """An act of the tree with what its helpers say: one that only may be done is none."""
    helped, _ = helpers(tree.tokens, event.node.index)
    if helped & MAYBE or has_a_case(tree.tokens, event.node.index):
        return None
    status = Status.NEGATED if helped & NOT else Status.PLANNED if helped & SOON else None
    passive = BE & helped and not event.doer
    doer = told(page, agent(tree.tokens, event.node.index + 1)) if passive else None
    return replace(event, status=status, doer=doer or event.doer)


def grouped(tokens: Sequence[Token], at: int) -> Group | None:
    """The verb of an act at a place, with its helpers; None where it is a noun or an adjective, or only may be done."""
    turn = next((one for one in turns() if one[0] == tuple(word.low for word in tokens[at : at + len(one[0])])), None)
    if turn is not None:
        verb, form, last = turn[1], DONE, at + len(turn[0]) - 1
    elif tokens[at].low in forms():
        (verb, form), last = forms()[tokens[at].low], at
    else:
        return None
    first = at - 2 if at > 1 and tokens[at - 1].text == "-" and tokens[at - 2].low == "re" else at
    helped, first = helpers(tokens, first)
    if helped & MAYBE or (turn is None and not helped and not tells(tokens, at, form)):
        return None
    if form == PLAIN and not helped & (DID | SOON):
        return None
    status = Status.NEGATED if helped & NOT else Status.PLANNED if helped & SOON else None
    return Group(first, last, verb, bool(helped & BE), status) if form != PLAIN or status else None


def helpers(tokens: Sequence[Token], first: int) -> tuple[frozenset[str], int]:
    """The helpers before a verb, and where they begin."""
    at, found = first, set()
    while at and (
        tokens[at - 1].low in HELPERS | ADVERBS or (tokens[at - 1].tag == "RB" and tokens[at - 1].low[-2:] == "ly")
    ):
        at -= 1
        found.add(tokens[at].low)
    return frozenset(found & HELPERS), at


def has_a_case(tokens: Sequence[Token], at: int) -> bool:
    """Whether a court is only said to have a case: "it was seized of 21 cases"."""
    return [one.low for one in tokens[at : at + 2]] == SEIZED_OF


def tells(tokens: Sequence[Token], at: int, form: str) -> bool:
    """Whether a form without helpers tells an act: "the court banned imports", and not "the banned imports"."""
    token, before = tokens[at], tokens[at - 1] if at else None
    if before is None or before.tag in ("DT", "PRP$", "POS", "IN", "TO", "CD", "HYPH") or before.low in MAYBE:
        return False
    if form == NOW:
        return token.tag in ("VBZ", "VBP")
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return after is None or after.low != BY


def act(page: Page, tokens: Sequence[Token], group: Group) -> Event | None:
    """A verb with who stands before and behind it as an act, if these are such as it asks for."""
    left, right = before(tokens, group.first), behind(tokens, group.last + 1)
    if not left or has_a_case(tokens, group.last):
        return None
    thing, doer = (left, agent(tokens, group.last + 1)) if group.passive else (right, left)
    if group.verb in acts("events", "fates") and not right and not group.passive:
        thing, doer = left, []
    about = suited(page, group.verb, thing, doer)
    if about is None or is_called_off(page, tokens[group.last]):
        return None
    who, whom = told(page, doer), told(page, thing)
    first, last = tokens[group.first], tokens[group.last]
    lead = told(page, left)
    if lead is None or not about:
        return None
    verb = " ".join(one.low for one in tokens[group.first : group.last + 1] if one.low not in WHO)
    shown = f"{lead} {verb} {whom if not group.passive and right and whom else ''}".strip()
    start = last.start if not group.passive and group.first == group.last else first.start
    return Event(start, last.end, shown, about, group.verb, last, who or "", whom or "", group.status)


def suited(page: Page, verb: str, thing: list[Token], doer: list[Token]) -> str | None:
    """Whom an act is about, if what it is done to and who does it are such as it asks for."""
    if verb in acts("events", "fates"):
        return told(page, thing) if of_kind(thing, acts("events", "fated")) or is_proud(thing) else None
    if verb in acts("events", "human"):
        return known(page, doer) if is_human(page, doer) else None
    if not thing:
        return known(page, doer) if verb in acts("events", "alone") else None
    if thing[0].low == "it":
        return known(page, doer) if verb in acts("events", "deciding") and is_proud(doer) else None
    if verb in acts("events", "installing"):
        return installed(page, thing)
    return done_to(page, thing) if verb in acts("events", "personal") else of_object(page, verb, thing, doer)


def done_to(page: Page, thing: list[Token]) -> str | None:
    """The person or the body to whom an act is done; one of them, named or of a sort of people."""
    if is_counted(thing) or (head_of(thing).tag == "NNS" and not is_proud(thing)):
        return None
    one = singular(head_of(thing).low) in words()["nouns.persons"]
    return known(page, thing) or (whole(thing, page) if one else None)


def of_object(page: Page, verb: str, thing: list[Token], doer: list[Token]) -> str | None:
    """Whom an act is about that asks for a sort of things; without a name, what its text is about can be meant."""
    if verb not in tables()["objects"] or is_counted(thing):
        return None
    if not (of_kind(thing, acts("objects", verb)) or (verb in acts("named", "verbs") and is_proud(thing))):
        return None
    name = known(page, thing) or known(page, doer)
    return name or (whole(thing, page) if thing[0].low == "the" and page.story.topic else None)


def installed(page: Page, thing: list[Token]) -> str | None:
    """Who is brought to an office that stands behind the name: "named Ana Ruiz as judge"."""
    person = known(page, thing)
    held = page.roles[page.number_of(thing[0].start)]
    return person if any(one.person == person and one.start > thing[0].start for one in held) else None


def is_human(page: Page, run: list[Token]) -> bool:
    """Whether a phrase names a person or an office."""
    who = known(page, run)
    return who is not None and (looks_personal(who) or page.story.is_person(who))
