"""What sort of publication a source is, guessed from what is known; a web page where nothing says otherwise."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from registry.model.citation import Citation, SourceKind

NEWSROOMS = re.compile(
    r"""\b(?:
        times | guardian | tribune | gazette | herald | observer | telegraph | chronicle | newspapers? | daily
      | news | reuters | associated\ press | agence\ france-presse | afp | bbc | cnn | al\ jazeera | deutsche\ welle
      | (?:washington|new\ york|jerusalem|south\ china\ morning)\ post | le\ monde | der\ spiegel | el\ pa[ií]s
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
CASES = re.compile(r"\b(?:judge?ment|advisory opinion|ruling)\b|\s(?:v|vs)\.\s", re.IGNORECASE)
REPORTS = re.compile(
    r"""\b(?:
        (?:annual|final|interim|progress|technical|research)?\ ?report | press\ release | communiqu[ée] | resolution
      | working\ paper | white\ paper | joint\ statement
    )\b
    | \b[A-Z]{1,4}(?:-[A-Z]+)?/[A-Z0-9./-]*\d+/\d+  # the symbol of a document of the United Nations: A/70/350
    """,
    re.VERBOSE | re.IGNORECASE,
)
DATA = re.compile(r"\bdata ?sets?\b|\bstatistical tables?\b", re.IGNORECASE)
TABLES = {"text/csv", "text/tab-separated-values", "application/vnd.ms-excel"}
PAGES = {"application/pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"}
BLOGS = re.compile(r"^(?:blogs?\.|.*\.(?:substack|medium|wordpress|blogspot|tumblr)\.com$|medium\.com$)")


def kind(citation: Citation) -> SourceKind:
    """The kind of a citation's source: what somebody said it is, else a guess."""
    title, publisher = citation.source.title or "", citation.source.publisher or ""
    guesses = (
        (bool(DATA.search(title)) or citation.media_type in TABLES, SourceKind.DATASET),
        (blog(citation.source.url), SourceKind.BLOG),
        (bool(NEWSROOMS.search(publisher)), SourceKind.NEWS),
        (bool(CASES.search(title)), SourceKind.CASE),
        (bool(REPORTS.search(title)) or citation.media_type in PAGES, SourceKind.REPORT),
    )
    return citation.kind or next((guess for holds, guess in guesses if holds), SourceKind.WEBPAGE)


def blog(url: str | None) -> bool:
    """Whether an address is that of a blog."""
    if not url:
        return False
    parts = urlsplit(url)
    return bool(BLOGS.match((parts.hostname or "").lower())) or "/blog/" in parts.path
