"""Somebody with a password."""

from __future__ import annotations

import pytest

from registry.actions.people import (
    members,
    passwords,
)
from registry.model.people import Role
from tests.actions.people.makers import GOOD


@pytest.fixture(scope="session")
def kept() -> str:
    """The hash of the good password; one for all tests, as each takes a tenth of a second."""
    return passwords.hashed(GOOD)


@pytest.fixture
def ada(store, kept):
    """An administrator with a password."""
    with store.writing() as session:
        return members.enrol(session, "Ada", Role.ADMINISTRATOR, kept)


@pytest.fixture
def ben(store, kept):
    """A reviewer with a password."""
    with store.writing() as session:
        return members.enrol(session, "Ben", Role.REVIEWER, kept)
