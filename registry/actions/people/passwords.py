"""Passwords: what they must be (as NIST SP 800-63B says: long, not common, nothing else), and checking them.

A newcomer's mistake: answering at once where there is no such person. The time would tell; a decoy is checked instead.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from itertools import pairwise
from threading import BoundedSemaphore
from typing import NamedTuple

from pwdlib import PasswordHash

from registry.actions.people.commonest import COMMONEST
from registry.errors import InvalidValue, Unavailable

SHORTEST, LONGEST = 10, 256
ALIKE = 4
AT_ONCE, WAITING, PATIENCE = 2, 12, 8
BUSY = "Too many people are signing in at this moment; try again in a few seconds."
# One check takes 64 MiB and a tenth of a second: two at once, a dozen in line, the rest is turned away.
turns, line = BoundedSemaphore(AT_ONCE), BoundedSemaphore(WAITING)


class Checked(NamedTuple):
    """Whether a password is right, and its hash anew where the old one is weaker than today's."""

    right: bool
    renewed: str | None = None


def normal(password: str) -> str:
    """A password as it is compared: one form for characters that can be typed in two."""
    return unicodedata.normalize("NFKC", password)


def demand_good(password: str, name: str = "") -> None:
    """Refuse a password that is short, common, monotonous, or the name."""
    typed = normal(password)
    if len(typed) < SHORTEST:
        raise InvalidValue(f"The password is shorter than {SHORTEST} characters; a few words in a row are good.")
    if len(typed) > LONGEST:
        raise InvalidValue(f"The password is longer than {LONGEST} characters; shorten it.")
    plain = typed.casefold()
    if plain in COMMONEST or len(set(plain)) < ALIKE or (plain.isdecimal() and steps_alike(plain)):
        raise InvalidValue("The password is one of the first that anybody would try; choose another.")
    if name and (plain == normal(name).casefold() or plain.replace(normal(name).casefold(), "") == ""):
        raise InvalidValue("The password is the name; choose another.")


def steps_alike(digits: str) -> bool:
    """Whether digits only count up or down."""
    return len({(int(after) - int(before)) % 10 for before, after in pairwise(digits)}) == 1


def hashed(password: str) -> str:
    """The hash of a password, with a salt of its own."""
    with taking_turns():
        return hasher().hash(normal(password))


def checked(password: str, kept: str | None) -> Checked:
    """Whether a password is right; where there is none to compare with, it takes as long and is not."""
    against = kept or decoy()
    with taking_turns():
        right, renewed = hasher().verify_and_update(normal(password)[: LONGEST + 1], against)
    return Checked(right and kept is not None, renewed if kept else None)


@cache
def hasher() -> PasswordHash:
    """Argon2id, as strong as its authors recommend."""
    return PasswordHash.recommended()


@cache
def decoy() -> str:
    """A hash that no password is compared with in earnest."""
    with taking_turns():
        return hasher().hash("nobody")


@contextmanager
def taking_turns() -> Iterator[None]:
    """Wait for a turn; raises `Unavailable` where too many wait."""
    if not line.acquire(blocking=False):
        raise Unavailable(BUSY)
    try:
        if not turns.acquire(timeout=PATIENCE):
            raise Unavailable(BUSY)
        try:
            yield
        finally:
            turns.release()
    finally:
        line.release()
