"""The ways to write a citation down, for the pages that sit on this door."""

from __future__ import annotations

from registry.steps.export import EXPORTERS, travels
from registry.steps.export.embed import coins, graph, highwire

__all__ = ["EXPORTERS", "coins", "graph", "highwire", "travels"]
