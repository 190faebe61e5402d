"""The real app over a real database."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from registry.config import Settings
from registry.store.migrations import migrate


@pytest.fixture
def client(tmp_path):
    database = f"sqlite:///{tmp_path}/claims.sqlite"
    migrate(database)
    with TestClient(create_app(Settings(database=database)), raise_server_exceptions=False) as made:
        yield made
