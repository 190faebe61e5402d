"""The first administrator: whoever opens a fresh registry on its own machine, or the link that `claims serve` prints.

A newcomer's mistake: asking whether there is anybody, and then adding. Two first visitors would both find nobody.
"""

from __future__ import annotations

from datetime import UTC, datetime

from registry.actions import audit
from registry.actions.audit import Deed
from registry.actions.people import naming, passwords, sessions
from registry.actions.people.members import enrol, subject
from registry.actions.people.sessions import Browser
from registry.actions.people.views import Made
from registry.errors import Refused
from registry.model.people import Role
from registry.store import ReadSession, Store, WriteSession, accounts
from registry.store.queries import people as queries

DONE = "The registry has been set up already; sign in, or ask an administrator for an invitation."


def needed(session: ReadSession | WriteSession) -> bool:
    """Whether nobody looks after the registry yet; the last administrator stays, so this ends once."""
    return not queries.administrators(session)


def set_up(store: Store, name: str, password: str, browser: Browser) -> Made:
    """Make the first person administrator and sign them in; raises `Refused` where somebody was faster."""
    with store.reading() as session:
        demand_nobody(session)
    shown = naming.tidy(name)
    passwords.demand_good(password, shown)
    kept = passwords.hashed(password)
    with store.writing() as session:
        accounts.take_turns(session)
        demand_nobody(session)
        person_id = enrol(session, shown, Role.ADMINISTRATOR, kept)
        accounts.withdraw_invitations(session, datetime.now(UTC))
        audit.note(session, Deed(shown, "set up", subject(person_id), datetime.now(UTC)))
        return sessions.enter(session, person_id, browser)


def demand_nobody(session: ReadSession | WriteSession) -> None:
    """Refuse to set up twice."""
    if not needed(session):
        raise Refused(DONE)
