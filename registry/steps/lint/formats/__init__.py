"""Reports as text: for people, editors, continuous integration and archives. Every format is one function.

A newcomer's mistake: a format that decides something. What counts as a problem was settled before.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from registry.steps.lint.formats.github import github
from registry.steps.lint.formats.human import human
from registry.steps.lint.formats.junit import junit
from registry.steps.lint.formats.line import line
from registry.steps.lint.formats.page import html
from registry.steps.lint.formats.sarif import sarif
from registry.steps.lint.formats.vale import vale
from registry.steps.lint.problem import Report

Format = Callable[[Sequence[Report]], str]

FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "human": human,
        "line": line,
        "json": vale,
        "sarif": sarif,
        "github": github,
        "junit": junit,
        "html": html,
    }
)
