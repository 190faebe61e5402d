"""Days by the rules alone: what they say by themselves must not hang on how trees weigh it."""

from __future__ import annotations

import pytest

from registry.steps.assemble.dating import likely
from registry.steps.assemble.dating.likely import TRAITS


@pytest.fixture
def rules_alone(monkeypatch):
    """Trees that say what the rules say."""
    monkeypatch.setattr(likely, "holds", lambda traits: bool(traits[TRAITS.index("ruled")]))
