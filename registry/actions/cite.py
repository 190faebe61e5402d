"""Cite a claim: whose words, which words, archived when, and what the registry holds about the fact at this moment."""

from __future__ import annotations

from registry.model.citation import Citation
from registry.store import ReadSession


def citation(session: ReadSession, claim_id: str, *, site: str) -> Citation:
    """Everything that a citation style needs; `site` is the address that permalinks begin with."""
    raise NotImplementedError
