"""Whether a database has the newest schema, told without Alembic, which takes longer to import than to answer.

A newcomer's mistake: naming the newest migration here. It is the one in the folder that no other follows.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from sqlalchemy import inspect, text

from registry.store.db import Store

VERSIONS = Path(__file__).with_name("migrations") / "versions"
NAMED = re.compile(r'^(?P<which>revision|down_revision) = "(?P<name>\w+)"', re.MULTILINE)


@cache
def newest() -> str | None:
    """The migration that no other follows."""
    found = [one for file in sorted(VERSIONS.glob("*.py")) for one in NAMED.finditer(file.read_text(encoding="utf-8"))]
    followed = {one["name"] for one in found if one["which"] == "down_revision"}
    heads = [one["name"] for one in found if one["which"] == "revision" and one["name"] not in followed]
    return heads[0] if len(heads) == 1 else None


def is_current(store: Store) -> bool:
    """Whether a database has the newest schema."""
    with store.engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return False
        return bool(connection.scalar(text("SELECT version_num FROM alembic_version")) == newest())
