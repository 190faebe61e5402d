"""What the registry knew of a claim while a correction held, after it was taken back or corrected again."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from registry.actions import corrections, lookup
from registry.actions.ask import ask
from registry.actions.corrections import Change, Corrected
from registry.actions.views import Asked, Outcome
from registry.store import Store
from tests.actions.makers import add, said

MOMENT = datetime(2026, 1, 1, tzinfo=UTC)
TEXTS = ("Alder has 12 bridges.", "Alder has 14 bridges.", "How many bridges does Alder have?")


def asked(store: Store, text: str, known_at: datetime | None = None) -> Asked:
    """What is said to a text, without the moment and when the facts last changed."""
    with store.reading() as session:
        told = ask(session, text, known_at=known_at)
    answers = [one._replace(fact=one.fact and one.fact._replace(changed_at=MOMENT)) for one in told.answers]
    return told._replace(known_at=None, answers=tuple(answers))


def change(store: Store, step: str, claim: str, done: Corrected | None) -> Corrected:
    """Correct the value or the subject of a claim, strike it, or take the last of that back."""
    with store.writing() as session:
        if step == "strike":
            return corrections.strike(session, claim, reviewer="Ada")
        if step == "undo" and done is not None:
            return corrections.undo(session, done.number, reviewer="Ada")
        new = Change(value=step) if step.isdigit() else Change(subject=step)
        return corrections.correct(session, claim, new, reviewer="Ada", reason="a digit was lost")


@pytest.mark.parametrize("steps", ["14 undo", "14 15 undo 16", "strike undo 14 undo", "Elder undo strike"])
def test_every_reading_that_a_claim_ever_had_is_known(store, steps):
    add(store, said("12", subject="Alder"))
    with store.reading() as session:
        claim, done = lookup.claims(session).items[0].id, None
    moments = [(datetime.now(UTC), [asked(store, text) for text in TEXTS])]
    for step in steps.split():
        done = change(store, step, claim, done)
        claim = done.claim
        moments.append((datetime.now(UTC), [asked(store, text) for text in TEXTS]))

    for moment, told in moments:
        assert [asked(store, text, moment) for text in TEXTS] == told


def test_a_value_that_was_corrected_for_a_while_was_not_held_meanwhile(store):
    add(store, said("12", subject="Alder"))
    with store.reading() as session:
        claim = lookup.claims(session).items[0].id
    done = change(store, "14", claim, None)
    meanwhile = datetime.now(UTC)
    change(store, "undo", claim, done)

    assert asked(store, TEXTS[0]).answers[0].outcome is Outcome.SUPPORTED
    then = asked(store, TEXTS[0], meanwhile).answers[0]
    assert (then.outcome, then.value) == (Outcome.CONTRADICTED, "14")
