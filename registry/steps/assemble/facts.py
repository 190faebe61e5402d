"""The claims without figures of a sentence: who holds which office, who did what to whom.

A newcomer's mistake: every verb and every title. Only the tables of offices and of public acts make claims.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from registry.model.assertion import BY, TO, UNTOLD, Assertion, Behaviour, Claim, Kind, Mention, Status
from registry.model.term import Term
from registry.steps.assemble.attribution.rules import speaker
from registry.steps.assemble.attribution.speakers import label as label_of
from registry.steps.assemble.making import claim_at, context, page_topic
from registry.steps.assemble.roles.acting import acted, settled
from registry.steps.assemble.roles.causes import named_causes
from registry.steps.assemble.roles.events import events
from registry.steps.assemble.spot import Page, Spot
from registry.steps.assemble.status.rules import status
from registry.steps.resolve.names import term
from registry.steps.resolve.words import words


def offices(page: Page, number: int) -> Iterator[Claim]:
    """The claims about who holds an office."""
    for role in page.roles[number]:
        label = term(role.label)
        if label is None:
            continue
        said = Assertion(
            Kind.ROLE,
            label,
            subject=term(role.person),
            attribute=term("office"),
            head="office",
            topic=page_topic(page),
            status=role.status,
        )
        yield claim_at(page, number, (role.start, role.end), said, ("office",))


def acts(page: Page, number: int, voice: str | None) -> Iterator[Claim]:
    """The claims about public acts."""
    tree = page.trees[number]
    if tree is None:
        return
    read = [*events(page, tree)]
    known = [act for one in read if (act := settled(page, tree, one)) is not None]
    for act in sorted([*known, *acted(page, tree, read)], key=lambda one: one.start):
        label = term(act.label)
        if label is None:
            continue
        here = Spot(page, number, Mention(act.start, act.end, Kind.EVENT, label), act.node)
        who = speaker(here, voice)
        said = done(here, label, term(act.subject), act.verb, who)
        parties = (f"{BY}{act.doer}" if act.doer else "", f"{TO}{act.thing}" if act.thing else "")
        said = replace(said, status=act.status or said.status, notes=(*said.notes, *filter(None, parties)))
        yield claim_at(page, number, (act.start, act.end), said, ("act",))


def done(here: Spot, label: Term, subject: Term | None, verb: str, who: str | None) -> Assertion:
    """What an act or a cause asserts: what it is called, and the verb that tells it."""
    return Assertion(
        Kind.EVENT,
        label,
        subject=subject,
        attribute=term(noun_of(verb)),
        head=noun_of(verb),
        verb=verb,
        status=status(here),
        asserted_by=term(who or ""),
        behaviour=Behaviour.FIXED,
        context=context(here.tree),
        topic=page_topic(here.page),
    )


def reasons(page: Page, number: int, voice: str | None) -> Iterator[Claim]:
    """The claims about what something was caused by."""
    if page.abroad:
        return
    for cause in named_causes(page, number):
        label, subject = term(cause.words), term(cause.effect)
        if label is None or subject is None:
            continue
        here = Spot(page, number, Mention(cause.start, cause.end, Kind.EVENT, label), cause.node)
        who = (label_of(page, cause.teller) if cause.teller is not None else None) or speaker(here, voice)
        said = done(here, label, subject, "cause", who)
        said = replace(said, notes=(*said.notes, UNTOLD)) if cause.untold else said
        if cause.denied or said.status is Status.PLANNED:  # "was to blame" is no plan
            said = replace(said, status=Status.NEGATED if cause.denied else Status.ACTUAL)
        yield claim_at(page, number, (cause.start, cause.end), said, ("cause",))


def noun_of(verb: str) -> str:
    """What an act is called."""
    return words().acts.get(verb) or verb
