"""The rules by their ids, with what a reader is told about each.

A newcomer's mistake: renaming an id. Suppressions in drafts and baselines name them.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from registry.steps.lint.problem import Level

GUIDE = "docs/lint.md"


class Rule(NamedTuple):
    """A rule: its id, short name, level and one sentence for the reader."""

    id: str
    name: str
    level: Level
    about: str


_ALL = (
    Rule("FACT001", "contradicted", Level.ERROR, "The registry holds another value for the same fact."),
    Rule("FACT002", "outdated", Level.WARNING, "The value was right once; a later one is held now."),
    Rule("FACT003", "disputed", Level.WARNING, "Sources disagree about the fact and nobody has settled it."),
    Rule("FACT004", "unsupported", Level.NOTE, "The registry holds nothing that supports the figure."),
    Rule("FACT005", "misquoted", Level.WARNING, "A stored source has the quoted words differently."),
    Rule(
        "FACT006", "mismatch", Level.WARNING, "The figure stands in the registry with another unit or for another fact."
    ),
    Rule("FACT007", "weaker-source", Level.NOTE, "The registry knows a source that is closer to the fact."),
    Rule("LINT001", "reason-missing", Level.WARNING, "A suppression does not say why."),
    Rule("LINT002", "unused-suppression", Level.NOTE, "A suppression silences nothing."),
)
RULES: Mapping[str, Rule] = MappingProxyType({rule.id: rule for rule in _ALL})
