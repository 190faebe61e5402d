"""The real app over a real database."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from registry.config import Settings


@pytest.fixture
def client(tmp_path):
    with TestClient(
        create_app(Settings(database=f"sqlite:///{tmp_path}/x.sqlite")), raise_server_exceptions=False
    ) as c:
        yield c
