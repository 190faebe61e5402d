"""A published sentence whose fact changed: what it says, what was held and is held, and how it could be put now.

A newcomer's mistake: calling a sentence wrong because the standing changed. It is judged again, as the linter would.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from registry.actions.facts.wholes import Whole
from registry.actions.held.known import known_of
from registry.actions.rows import sentence_claim
from registry.actions.telling.events import WATCH_AFFECTED, Event
from registry.model.assertion import Claim
from registry.steps.lint import wording
from registry.steps.lint.gather import gathered
from registry.steps.lint.problem import Verdict
from registry.steps.lint.weigh import Weighed, weigh
from registry.store import WriteSession, outbox
from registry.store.queries import watches as watch_queries
from registry.store.queries.watches import UseRow

GONE = "withdrawn"


def affected(session: WriteSession, use: UseRow, whole: Whole | None, at: datetime) -> Event | None:
    """The event for a use whose fact is held otherwise than when it was last told; None where it is not."""
    value = whole.standing.value if whole else None
    held = whole.standing.held.value if whole else GONE
    words = whole.standing.words if whole else "withdrawn: no document says so any more"
    if (value, held) == (use.value, use.held):
        return None
    outbox.told(session, use.watch_id, use.id, {"value": value, "held": held, "standing": words})
    told = {"value": value, "held": held, "standing": words}
    data = {**_piece(session, use), **_fact(use, whole), "new": told, **_judged(use, whole)}
    row = {"at": at, "type": WATCH_AFFECTED, "fact_key": use.fact_key, "fact_id": data["fact_id"]}
    number = outbox.add_change(session, {**row, "watch_id": use.watch_id, "data": data})
    return Event(WATCH_AFFECTED, {"change": number, **data}, use.watch_id)


def _piece(session: WriteSession, use: UseRow) -> dict[str, Any]:
    """The published piece and its sentence."""
    watch = watch_queries.watch(session, use.watch_id)
    assert watch is not None
    named = {"id": watch.id, "name": watch.name, "url": watch.url}
    return {"watch": named, "sentence": use.sentence, "words": use.words}


def _fact(use: UseRow, whole: Whole | None) -> dict[str, Any]:
    """The fact, and what was held about it before."""
    old = {"value": use.value, "held": use.held, "standing": use.standing}
    lead = whole.lead if whole else None
    return {"fact_id": lead.id if lead else "", "question": lead.label if lead else "", "old": old}


def _judged(use: UseRow, whole: Whole | None) -> dict[str, Any]:
    """What is to be said about the sentence now, and how it could be put."""
    claim = sentence_claim(use.sentence, use.record) if use.record else None
    if claim is None or whole is None:
        return {"verdict": None, "suggestion": None}
    known = gathered(claim, [known_of(whole, "")])
    weighed = weigh(claim, known)
    return {"verdict": weighed.verdict.value, "suggestion": _suggestion(use, claim, weighed)}


def _suggestion(use: UseRow, claim: Claim, weighed: Weighed) -> str | None:
    """The sentence with the value that is held."""
    if weighed.verdict in (Verdict.SUPPORTED, Verdict.UNKNOWN, Verdict.DISPUTED) or weighed.side is None:
        return None
    return wording.proposal(use.sentence, claim.sentence, wording.fix(claim, weighed.side))
