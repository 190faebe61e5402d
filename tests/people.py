"""People for tests: added to the store as they are, without a password, since hashing one takes a tenth of a second.

A newcomer's mistake: a setting that lets tests in. They show a token or a session, like everybody else.
"""

from __future__ import annotations

from datetime import timedelta
from typing import NamedTuple

from api import auth
from registry.actions.people import members, naming, sessions, tokens
from registry.actions.people.sessions import Browser
from registry.config import Settings
from registry.model.people import Role, rights
from registry.store import Store, open_store
from registry.store.queries import people as queries


class Known(NamedTuple):
    """Somebody with what they show to be let in."""

    id: str
    name: str
    token: str
    session: str

    @property
    def bearer(self) -> dict[str, str]:
        """The header of a program."""
        return {"Authorization": f"Bearer {self.token}"}

    def cookie(self, settings: Settings) -> dict[str, str]:
        """The cookie of a browser."""
        return {auth.cookie(settings).name: self.session}


def enrolled(database: str, name: str = "Ito", role: Role = Role.ADMINISTRATOR) -> Known:
    """Somebody in a role, signed in and with a token of every right; the one of that name, if there is one."""
    store = open_store(database)
    try:
        return known(store, name, role)
    finally:
        store.close()


def known(store: Store, name: str, role: Role) -> Known:
    """The same, of an open store."""
    with store.writing() as session:
        row = queries.named(session, naming.name_key(name))
        person_id = row.id if row else members.enrol(session, name, role)
        token = tokens.issue(session, person_id, "tests", rights(role), timedelta(days=30))
        entered = sessions.enter(session, person_id, Browser("tests", "127.0.0.1"))
    return Known(person_id, name, token.secret, entered.secret)
