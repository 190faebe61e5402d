"""The guide to the linter names every rule, format and option."""

from __future__ import annotations

from pathlib import Path

import pytest

from registry.cli import parser
from registry.steps.lint import RULES
from registry.steps.lint.formats import FORMATS

GUIDE = (Path(__file__).resolve().parents[3] / "docs" / "lint.md").read_text(encoding="utf-8")


def options() -> list[str]:
    verbs = parser("lint")._subparsers._group_actions[0].choices
    return [one for action in verbs["lint"]._actions for one in action.option_strings if one.startswith("--")]  # type: ignore[index]


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_every_rule_is_in_the_guide(rule):
    assert f"| `{rule.id}` | {rule.name} | {rule.level} | {rule.about}" in GUIDE


@pytest.mark.parametrize("name", [*FORMATS, *options()])
def test_every_format_and_option_is_in_the_guide(name):
    assert f"`{name}" in GUIDE or name == "--help"
