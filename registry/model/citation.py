"""A citation: whose words, which words, as archived when, and what the registry holds about the fact at this moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from registry.model.document import Source
from registry.model.span import Span


class About(StrEnum):
    """What is cited: a claim, words that somebody chose, or a document as a whole."""

    CLAIM = "claim"
    WORDS = "words"
    DOCUMENT = "document"


class SourceKind(StrEnum):
    """What sort of publication a source is, as far as a citation style cares."""

    WEBPAGE = "webpage"
    NEWS = "news"
    REPORT = "report"
    CASE = "case"
    DATASET = "dataset"
    BLOG = "blog"


@dataclass(frozen=True, slots=True)
class Citation:
    """Everything a style needs. `digest` is the SHA-256 of the archived bytes, `standing` words a person can print.

    `permalink` leads to what is cited in the registry; `deep_link` to the very words in the source, None where it could
    not be verified on the stored text; `archive` to the archived copy. `kind` is None where nobody said.
    `claim_id` is the id of what is cited, which `about` names; the span of a document as a whole is empty.
    """

    claim_id: str
    source: Source
    span: Span
    digest: str
    read_at: datetime
    standing: str
    permalink: str
    sentence: str
    media_type: str = "text/plain"
    published: date | None = None
    deep_link: str | None = None
    kind: SourceKind | None = None
    page: int | None = None
    archive: str | None = None
    about: About = About.CLAIM
