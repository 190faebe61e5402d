"""A draft held against the registry."""

from __future__ import annotations

from fastapi import APIRouter

from api.deps import BY_READERS, Configured, Reading
from api.drafts import DraftIn, LintedOut
from registry.actions import lint

router = APIRouter(prefix="/v1", tags=["questions"])


@router.post("/lint", response_model=LintedOut, dependencies=BY_READERS)
def lint_draft(session: Reading, settings: Configured, order: DraftIn) -> LintedOut:
    """What the registry holds against a draft: every claim in it is looked up, every quotation compared."""
    reading, options = order.reading(), order.options()
    claims = lint.read(reading, options, name=order.name, model=settings.model)
    return LintedOut.of(lint.lint(session, reading, claims, options, path=order.name, site=settings.site))
