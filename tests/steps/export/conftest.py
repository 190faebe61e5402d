"""A maker of citations: `cited(title=...)` is one of a plain web page, with what a test changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from registry.model.citation import Citation
from registry.model.document import Source
from registry.model.span import Span

TEXT = "The harbour board counted 412 berths in the old port. A year before it had been 398."
SOURCE = Source(
    id="doc1",
    title="Berths in the old port",
    publisher="Harbour Board of Lindau",
    published=date(2025, 1, 16),
    language="en",
    url="https://harbour.example/berths",
)
PLAIN = Citation(
    claim_id="clm0123456789abcdef0123",
    source=SOURCE,
    span=Span.cut(TEXT, 26, 36),
    digest="ab" * 32,
    read_at=datetime(2026, 8, 22, 10, 0, tzinfo=UTC),
    standing="undisputed, 4 sources, 3 independent",
    permalink="https://claims.example/claims/clm0123456789abcdef0123",
    sentence="The harbour board counted 412 berths in the old port.",
    media_type="text/html",
    archive="https://claims.example/v1/versions/ver1/text",
)
OF_SOURCE = {"title", "publisher", "published", "language", "url", "authors"}


@pytest.fixture
def cited() -> Callable[..., Citation]:
    """The maker."""

    def make(**changes) -> Citation:
        source = {name: value for name, value in changes.items() if name in OF_SOURCE}
        rest = {name: value for name, value in changes.items() if name not in OF_SOURCE}
        return replace(PLAIN, source=replace(SOURCE, **source), **rest)

    return make
