"""Claims as they are shown, and filters on them."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from registry.actions.views.standing import Held, Standing
from registry.model.assertion import Assertion
from registry.model.document import Source
from registry.model.span import Span
from registry.model.traits import ANY, Traits
from registry.steps.phrases import named


class ClaimFilter(NamedTuple):
    """Which claims: of a document, version or fact, with these words as subject or attribute, with this value, with
    these words in their sentence, with these traits, whose facts have this standing.

    `retired` includes the claims of replaced versions.
    """

    document_id: str | None = None
    version_id: str | None = None
    fact_id: str | None = None
    subject: str | None = None
    attribute: str | None = None
    value: str | None = None
    retired: bool = False
    words: str | None = None
    standing: Held | None = None
    traits: Traits = ANY

    @property
    def thins(self) -> bool:
        """Whether it asks for what no index leads to, so that many rows may be read for one."""
        return self.words is not None or self.standing is not None or self.traits != ANY


class ClaimView(NamedTuple):
    """A claim with everything needed to show or cite it. `fact_id` is the fact it answers now, after merging."""

    id: str
    fact_id: str
    question: str
    version_id: str
    digest: str
    read_at: datetime
    media_type: str
    source: Source
    span: Span
    sentence: Span
    assertion: Assertion
    checkworthy: float
    trace: tuple[str, ...]
    extractor: str
    retired_at: datetime | None
    standing: Standing

    @property
    def speaker(self) -> str | None:
        """Who is quoted, as it stands inside a sentence: "the council", "Marion Tait"."""
        who = self.assertion.asserted_by
        return named(who.label, [self.sentence.exact]) if who else None
