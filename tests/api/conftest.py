"""The real app over a real database."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from registry.config import Settings


@pytest.fixture
def client(database: str) -> Iterator[TestClient]:
    """The API over an empty registry."""
    with TestClient(create_app(Settings(database=database)), raise_server_exceptions=False) as made:
        yield made
