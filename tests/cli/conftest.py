"""The command line, run in this process."""

from __future__ import annotations

import pytest

from registry.cli import main
from registry.cli.opening import settings


@pytest.fixture
def claims(database, monkeypatch, capsys):
    """Run the command in this process on a database of the test's own: (exit code, output, errors)."""
    monkeypatch.setenv("CLAIMS_DATABASE", database)
    settings.cache_clear()

    def run(*arguments):
        code = main([str(argument) for argument in arguments])
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    yield run
    settings.cache_clear()
