"""Hold a draft against the registry: every claim in it is looked up, all at once, and every quotation compared.

A newcomer's mistake: calling `read` inside a session; extracting is slow. And looking claims up one by one: a draft of
three hundred claims asks a dozen questions, not a thousand.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import PurePath

from registry.actions import cite
from registry.actions.held import looked_up
from registry.errors import InvalidValue
from registry.model.assertion import Claim
from registry.model.document import Reading, Source
from registry.steps import lint as linting
from registry.steps.lint.problem import Options, Problem, Report, Stored
from registry.steps.lint.quoting import tokens
from registry.store import ReadSession
from registry.store.queries import documents as document_queries
from registry.store.queries import search

PASSAGES = 3
TELLING = 4
SHORT = 3
PAGES = ("text/html", "application/xhtml+xml")
STYLES = {"text/markdown": "markdown", "text/html": "apa-html"}


def opened(data: bytes, name: str, *, seconds: float | None = None) -> Reading:
    """The file of a draft as its reader sees it; pages without their code. `seconds` are those it may take."""
    from registry.sandbox import SECONDS, read_guarded
    from registry.steps.lint.skip import without_code
    from registry.steps.read import sniff

    short = PurePath(name).name
    if data.strip() and sniff(data, short) in PAGES:
        data = without_code(data)
    return read_guarded(data, name=short, media_type=None, seconds=seconds or SECONDS)


def read(
    reading: Reading, options: Options | None = None, *, name: str = "draft", model: str | None = None
) -> tuple[Claim, ...]:
    """The claims that a draft makes itself; slow, and without a session."""
    from registry.actions.ingest import extracted

    if any("\ud800" <= char <= "\udfff" or char == "\0" for char in reading.text):
        raise InvalidValue("The draft holds characters that are none (half characters or zero bytes); paste it again.")
    told = options or Options()
    draft = linting.ready(reading, told)
    source = Source(
        name,
        title=reading.title,
        publisher=reading.publisher,
        published=told.as_of or reading.published,
        language=reading.language,
        url=reading.url,
    )
    return extracted(draft, source, model)


def lint(
    session: ReadSession,
    reading: Reading,
    claims: Sequence[Claim],
    options: Options | None = None,
    *,
    path: str = "draft",
    site: str = "",
) -> Report:
    """What the registry has to say about a draft; `site` is the address that permalinks begin with."""
    told, base = options or Options(), site.rstrip("/")
    found = [one.known for one in looked_up(session, claims, base, draft=True)]
    stored = passages(session, reading, told, base)
    report = linting.lint(reading, claims, found, stored=stored, options=told, path=path)
    return cited(session, report, STYLES.get(reading.media_type, "apa"), base)


def passages(
    session: ReadSession, reading: Reading, options: Options, site: str = ""
) -> dict[tuple[int, int], list[Stored]]:
    """For every quotation of a draft the stored texts that may have its words."""
    found: dict[str, Stored | None] = {}
    told: dict[tuple[int, int], list[Stored]] = {}
    for start, end in linting.to_compare(reading, options):
        names = _alike(session, reading.text[start:end])
        for name in names:
            if name not in found:
                found[name] = _stored(session, name, site)
        told[start, end] = [text for name in names if (text := found[name])]
    return told


def _alike(session: ReadSession, quotation: str) -> list[str]:
    """Versions that have half of a quotation's telling words; the other half may have been changed."""
    every = {one.word for one in tokens(quotation)}
    told = {word for word in every if len(word) > SHORT} or every
    words = sorted(told, key=lambda word: (-len(word), word))[: 2 * TELLING]
    halves = (words[0::2], words[1::2])
    found = [search.find(session, "document", " ".join(half), limit=PASSAGES) for half in halves if half]
    return list(dict.fromkeys(name for names in found for name in names))


def _stored(session: ReadSession, version_id: str, site: str) -> Stored | None:
    """The text of a version."""
    text = document_queries.text_of(session, version_id)
    row = document_queries.documents_of_versions(session, [version_id]).get(version_id)
    if text is None or row is None:
        return None
    name = row.publisher or row.title or row.uri
    return Stored(text.text, name, f"{site}/documents/{row.id}?version={version_id}", row.published)


def cited(session: ReadSession, report: Report, style: str, site: str) -> Report:
    """The report with a citation to insert for every value that the registry proposes."""
    from registry.steps.export import EXPORTERS

    wanted = [one.sources[0].claim for one in report.problems if one.sources and one.sources[0].claim]
    made = cite.citations(session, {claim for claim in wanted if claim}, site=site) if wanted else {}
    told = {name: "".join(EXPORTERS[style]([one])).strip() for name, one in made.items()}
    return replace(report, problems=tuple(_cited(one, told) for one in report.problems))


def _cited(problem: Problem, told: Mapping[str, str]) -> Problem:
    """A problem with a citation of its first source."""
    claim = problem.sources[0].claim if problem.sources else None
    return replace(problem, citation=told.get(claim)) if claim else problem
