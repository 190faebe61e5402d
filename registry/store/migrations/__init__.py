"""The schema's history. A newcomer's mistake: importing the tables in a migration; they say what is, not what was."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config

from registry.store.db import open_engine


def config() -> Config:
    """Alembic's configuration, without a file."""
    settings = Config()
    settings.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    settings.set_main_option("path_separator", "os")
    return settings


def migrate(database: str) -> None:
    """Bring a database to the newest schema."""
    engine = open_engine(database)
    settings = config()
    try:
        with engine.connect() as connection:
            settings.attributes["connection"] = connection
            command.upgrade(settings, "head")
            connection.commit()
    finally:
        engine.dispose()
