"""How often somebody may guess: a few times freely, then with pauses that double, for each name and each address.

A newcomer's mistake: counting only what failed, afterwards. A hundred guesses sent at once would all pass; every
attempt is counted first, and a good one is taken out again. Names are counted as they are typed, known or not.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from registry.actions.people import secrecy
from registry.actions.people.naming import name_key
from registry.errors import TooManyAttempts
from registry.store import WriteSession, accounts

LONGEST = timedelta(minutes=15)
FORGOTTEN = timedelta(hours=24)


class Counted(NamedTuple):
    """A key that attempts are counted under, and how many are free."""

    key: str
    free: int


def keys(name: str, address: str) -> tuple[Counted, Counted]:
    """What an attempt is counted under; hashed, as people type passwords into the wrong field."""
    return (
        Counted(secrecy.digest(f"name {name_key(name)}"), 5),
        Counted(secrecy.digest(f"address {address}"), 25),
    )


def count(session: WriteSession, name: str, address: str, at: datetime) -> bool:
    """Count an attempt; whether it was the last free one for the name. Raises `TooManyAttempts` during a pause."""
    of_name = keys(name, address)[0]
    last = False
    for counted in sorted(keys(name, address)):
        number, until = accounts.count_attempt(session, counted.key, at, at - FORGOTTEN)
        if until > at:
            raise TooManyAttempts.after(until - at)
        accounts.hold_off(session, counted.key, at + pause(number - counted.free))
        last = last or (counted == of_name and number == counted.free + 1)
    accounts.forget_attempts(session, before=at - FORGOTTEN)
    return last


def pause(beyond: int) -> timedelta:
    """How long nobody may try after so many attempts beyond the free ones.

    >>> [str(pause(beyond)) for beyond in (0, 1, 2, 5, 60)]
    ['0:00:00', '0:00:02', '0:00:04', '0:00:32', '0:15:00']
    """
    return min(timedelta(seconds=2 ** min(beyond, 20)), LONGEST) if beyond > 0 else timedelta()


def clear(session: WriteSession, name: str, address: str, at: datetime) -> None:
    """Forget the attempts on a name that somebody proved to be theirs, and forgive this one to the address."""
    of_name, of_address = keys(name, address)
    accounts.forget_attempts(session, of_name.key)
    accounts.forgive(session, of_address.key, at)


def release(session: WriteSession, name: str) -> None:
    """Forget the attempts on a name for which an administrator gave out a new link."""
    accounts.forget_attempts(session, keys(name, "")[0].key)
