"""Each verb is found in the module that the command imports for it, and only that is imported."""

from __future__ import annotations

import argparse
import subprocess
import sys

import pytest

from registry.cli import GROUPS, main, parser
from registry.cli.opening import settings


def verbs_of(one: argparse.ArgumentParser) -> set[str]:
    """The verbs a command line knows."""
    kinds = next(action for action in one._actions if isinstance(action, argparse._SubParsersAction))
    return set(kinds.choices)


@pytest.mark.parametrize("group", GROUPS)
def test_verbs_stand_in_their_group(group: str) -> None:
    assert all(verbs_of(parser(verb)) == set(GROUPS[group]) for verb in GROUPS[group])


def test_without_a_verb_all_are_known() -> None:
    assert verbs_of(parser()) == {verb for known in GROUPS.values() for verb in known} == verbs_of(parser("--help"))


def test_help_loads_the_module_of_no_verb() -> None:
    told = "import sys; from registry.cli import parser; parser(); print('registry.cli.output' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_reading_starts_without_a_database() -> None:
    told = "import sys; from registry.cli import parser; parser('extract'); print('sqlalchemy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_whoever_mistakes_the_place_of_the_registry_is_told_that_it_is_new(tmp_path, monkeypatch, capsys) -> None:
    monkeypatch.setenv("CLAIMS_DATABASE", f"sqlite:///{tmp_path}/elsewhere.sqlite")
    settings.cache_clear()
    assert main(["conflicts"]) == 0
    assert "elsewhere.sqlite is a new, empty registry" in capsys.readouterr().err
    assert main(["conflicts"]) == 0
    assert capsys.readouterr().err == ""
    settings.cache_clear()
