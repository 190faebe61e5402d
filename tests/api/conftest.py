"""The real app over a real database."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from registry.config import Settings
from tests.people import enrolled


@pytest.fixture
def client(database: str) -> Iterator[TestClient]:
    """The API over an empty registry, with the token of somebody who may do everything."""
    with TestClient(create_app(Settings(database=database)), raise_server_exceptions=False) as made:
        made.headers.update(enrolled(database).bearer)
        yield made


@pytest.fixture
def stranger(database: str) -> Iterator[TestClient]:
    """The API over the same registry, without an account."""
    with TestClient(create_app(Settings(database=database)), raise_server_exceptions=False) as made:
        yield made
