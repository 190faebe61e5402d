"""Hold a draft against the registry: every claim in it is looked up, all at once, and every quotation compared.

A newcomer's mistake: calling `read` inside a session; extracting is slow. And looking claims up one by one: a draft of
three hundred claims asks a dozen questions, not a thousand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from registry.actions import cite
from registry.actions.nearest import nearest
from registry.actions.rows import to_claim
from registry.actions.views import Held
from registry.actions.wholes import Whole, speaking, wholes
from registry.errors import InvalidValue, NotFound
from registry.model.assertion import Claim
from registry.model.document import Reading, Source
from registry.model.finding import Relation, Verdict
from registry.model.quantity import Quantity
from registry.steps import lint as linting
from registry.steps import match
from registry.steps.lint.gather import gathered
from registry.steps.lint.problem import Known, Near, Options, Problem, Report, Side, Stored, Witness
from registry.steps.lint.quoting import tokens
from registry.store import ReadSession
from registry.store.queries import documents as document_queries
from registry.store.queries import facts as fact_queries
from registry.store.queries import search
from registry.store.queries.claims import ClaimRow

PER_CLAIM = 24
AT_ONCE = 200
NEAREST = 3
PASSAGES = 3
FACTS = 3
TELLING = 4
STYLES = {"text/markdown": "markdown", "text/html": "apa-html"}


class Place(NamedTuple):
    """Where a claim of a draft belongs: the facts it is about, the best first, and claims that come close."""

    clusters: tuple[str, ...] = ()
    near: tuple[ClaimRow, ...] = ()


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
    found = known(session, claims, base)
    stored = passages(session, reading, told, base)
    report = linting.lint(reading, claims, found, stored=stored, options=told, path=path)
    return cited(session, report, STYLES.get(reading.media_type, "apa"), base)


def known(session: ReadSession, claims: Sequence[Claim], site: str = "") -> list[Known]:
    """What the registry holds about the fact of each claim."""
    found = places(session, claims)
    facts = wholes(session, {name for one in found for name in one.clusters})
    held = {name: _known(fact, site) for name, fact in facts.items()}
    told = [[held[name] for name in one.clusters if name in held] for one in found]
    return [
        gathered(claim, facts) if facts else Known(near=tuple(_near(row, site) for row in one.near))
        for claim, facts, one in zip(claims, told, found, strict=True)
    ]


def places(session: ReadSession, claims: Sequence[Claim]) -> list[Place]:
    """The facts that each claim answers: the same question for sure first, then those that it matches."""
    keys = [match.fact_key(claim) for claim in claims]
    same = {key: fact for key, fact in fact_queries.facts_by_key(session, sorted(set(keys))).items() if fact.n}
    found: list[Place] = []
    for start in range(0, len(claims), AT_ONCE):
        found += _searched(session, claims[start : start + AT_ONCE])
    return [
        one._replace(clusters=tuple(dict.fromkeys((same[key].cluster, *one.clusters)))) if key in same else one
        for key, one in zip(keys, found, strict=True)
    ]


def _searched(session: ReadSession, claims: Sequence[Claim]) -> list[Place]:
    """The places of claims by the keys they share with stored ones."""
    found = nearest(session, {at: match.keys(claim) for at, claim in enumerate(claims)}, most=PER_CLAIM)
    return [_place(claim, found[at]) for at, claim in enumerate(claims)]


def _place(claim: Claim, rows: Sequence[ClaimRow]) -> Place:
    """The facts that a claim is about, the best first, or those it comes close to by its number."""
    told = [(row, to_claim(row)) for row in rows]
    scored = [(match.score(claim, other), row, other) for row, other in told]
    sure = sorted(((opinion.score, row.cluster) for opinion, row, _ in scored if opinion.same), reverse=True)
    clusters = tuple(dict.fromkeys(name for _, name in sure))[:FACTS]
    close = [(opinion.score, row.id, row) for opinion, row, other in scored if _same_number(claim, other)]
    return Place(clusters, tuple(row for *_, row in sorted(close, reverse=True)[:NEAREST]))


def _same_number(claim: Claim, other: Claim) -> bool:
    """Whether two claims state the same number, whatever the unit."""
    one, two = claim.assertion.value, other.assertion.value
    return isinstance(one, Quantity) and isinstance(two, Quantity) and (one.low, one.high) == (two.low, two.high)


def _known(whole: Whole, site: str) -> Known:
    """What is held about a fact, for the linter."""
    kind = whole.conflict.kind if whole.conflict else None
    decided = _verdict(whole)
    return Known(
        question=whole.lead.label,
        link=f"{site}/facts/{whole.lead.id}",
        standing=whole.standing.words,
        held=whole.standing.value,
        changes=decided is Verdict.TIME or (kind is Relation.CHANGE_OVER_TIME and decided is None),
        settled=whole.standing.held is Held.SETTLED and decided is not Verdict.TIME,
        sides=tuple(_sides(whole, site)),
    )


def _verdict(whole: Whole) -> Verdict | None:
    """What a person decided about the conflict; None where nobody did, or took it back."""
    rows = [one for one in whole.decisions if whole.conflict and one.conflict_id == whole.conflict.id]
    decided = speaking(rows)
    return None if decided is None or decided.verdict in (Verdict.UNSURE, Verdict.UNDONE) else decided.verdict


def _sides(whole: Whole, site: str) -> Iterator[Side]:
    """The values of a fact."""
    for group in whole.groups:
        told = tuple(
            Witness(one, whole.claims[one], f"{site}/claims/{one}") for one in group.claims if one in whole.claims
        )
        if told:
            yield Side(group.label, group.value, told, group.sources, group.independent, group.first, group.last)


def _near(row: ClaimRow, site: str) -> Near:
    """A stored claim that a draft's claim is close to."""
    witness = Witness(row.id, to_claim(row), f"{site}/claims/{row.id}")
    return Near(row.question, f"{site}/facts/{row.fact_id}", witness)


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
    words = sorted({one.word for one in tokens(quotation)}, key=lambda word: (-len(word), word))[: 2 * TELLING]
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
    made: dict[str, str | None] = {}
    return replace(report, problems=tuple(_cited(session, one, style, site, made) for one in report.problems))


def _cited(session: ReadSession, problem: Problem, style: str, site: str, made: dict[str, str | None]) -> Problem:
    """A problem with a citation of its first source."""
    claim = problem.sources[0].claim if problem.sources else None
    if claim is None:
        return problem
    if claim not in made:
        made[claim] = _citation(session, claim, style, site)
    return replace(problem, citation=made[claim])


def _citation(session: ReadSession, claim: str, style: str, site: str) -> str | None:
    """A citation in a style; None where the claim went in the meantime."""
    from registry.steps.export import EXPORTERS

    try:
        return "".join(EXPORTERS[style]([cite.citation(session, claim, site=site)])).strip()
    except NotFound:
        return None
