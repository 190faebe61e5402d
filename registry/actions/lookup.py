"""Everything that can be read: documents, claims, facts, conflicts, search. One function a question.

A newcomer's mistake: paging by number. Cursors name the last row seen, so that new rows neither repeat nor hide others.
"""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from decimal import Decimal, InvalidOperation

from registry.actions import desk, paging
from registry.actions.rows import address, to_block
from registry.actions.sides import unpacked
from registry.actions.views import (
    ClaimFilter,
    ClaimView,
    ConflictFilter,
    ConflictRow,
    ConflictView,
    Counts,
    DecisionView,
    DocumentRow,
    DocumentView,
    Facet,
    FactRow,
    FactView,
    Found,
    Lease,
    Page,
    RulePrecision,
    SideView,
    TextView,
    VersionRow,
    Week,
)
from registry.actions.wholes import claim_views, fact_row, fact_rows, side_view, wholes
from registry.errors import InvalidValue, NotFound
from registry.model.document import Source
from registry.model.finding import Verdict
from registry.store import ReadSession, WriteSession
from registry.store.queries import claims as claim_queries
from registry.store.queries import conflicts as conflict_queries
from registry.store.queries import documents as document_queries
from registry.store.queries import facts as fact_queries
from registry.store.queries import search as search_queries
from registry.store.queries import totals
from registry.store.queries.conflicts import ConflictRow as ConflictRecord
from registry.store.tables import Phase

ALL_CLAIMS = ClaimFilter()
QUEUE = ConflictFilter()
LONGEST_QUERY = 2000
FACETS = ("kind", "severity", "state", "subject", "publisher", "rule")
Either = ReadSession | WriteSession


def counts(session: ReadSession) -> Counts:
    """The state of the registry in numbers."""
    phases = totals.phases(session)
    week = [row for row in totals.decided_since(session, _monday(0)) if row[1] is not Verdict.UNSURE]
    return Counts(
        documents=totals.rows_in(session, "document"),
        versions=totals.rows_in(session, "document_version"),
        claims=totals.live_claims(session),
        facts=totals.live_facts(session),
        open=phases.get(Phase.OPEN, 0),
        unsure=phases.get(Phase.UNSURE, 0),
        decided=phases.get(Phase.DECIDED, 0),
        settled_this_week=len(week),
    )


def _monday(weeks_ago: int) -> datetime:
    """The beginning of a week."""
    today = datetime.now(UTC).date()
    return datetime.combine(today - timedelta(days=today.weekday() + 7 * weeks_ago), time(), UTC)


def weeks(session: ReadSession, count: int = 12) -> tuple[Week, ...]:
    """Conflicts found and settled in each of the last weeks, the oldest first."""
    mondays = [_monday(ago) for ago in range(count - 1, -1, -1)]
    found = totals.found_since(session, mondays[0])
    decided = [at for at, _verdict in totals.decided_since(session, mondays[0])]

    def within(times: list[datetime], monday: datetime) -> int:
        return sum(monday <= at < monday + timedelta(days=7) for at in times)

    return tuple(Week(monday.date(), within(found, monday), within(decided, monday)) for monday in mondays)


def precision(session: ReadSession) -> tuple[RulePrecision, ...]:
    """How often people agreed with each rule."""
    wrong = (Verdict.NOT_SAME_FACT, Verdict.WRONG_READING, Verdict.SCOPE)
    found: dict[str, list[int]] = {}
    for rule, verdict, number in totals.verdicts_by_rule(session):
        if verdict not in (Verdict.UNSURE, Verdict.UNDONE):
            tally = found.setdefault(rule, [0, 0])
            tally[0] += number
            tally[1] += 0 if verdict in wrong else number
    return tuple(RulePrecision(rule, *tally) for rule, tally in found.items())


def document_row(row: document_queries.DocumentRow) -> DocumentRow:
    """A document as it is shown."""
    source = Source(row.id, row.title, row.publisher, row.published, row.language, address(row.uri), tuple(row.authors))
    return DocumentRow(row.id, row.uri, source, row.version_id, row.read_at, row.versions, row.claims)


def documents(
    session: ReadSession, *, publisher: str | None = None, cursor: str | None = None, limit: int = 50
) -> Page[DocumentRow]:
    """Documents, the most recently read first."""
    after = paging.time_of(cursor)
    rows = document_queries.documents(session, publisher=publisher, after=after, limit=limit + 1)
    return paging.page([document_row(row) for row in rows], limit, lambda row: [row.read_at.isoformat(), row.id])


def document(session: ReadSession, document_id: str) -> DocumentView:
    """A document and its versions."""
    row = document_queries.documents_by_id(session, [document_id]).get(document_id)
    if row is None:
        raise NotFound(f"There is no document {document_id[:80]!r}; look for it in the list of documents.")
    versions = document_queries.versions_of(session, document_id)
    return DocumentView(document_row(row), tuple(map(_version, versions)))


def _version(row: document_queries.VersionRow) -> VersionRow:
    """A version as it is shown."""
    told = row._asdict()
    return VersionRow(**{name: told[name] for name in VersionRow._fields})


def version(session: ReadSession, version_id: str) -> VersionRow:
    """A version without its text."""
    row = document_queries.version(session, version_id)
    if row is None:
        raise NotFound(f"There is no version {version_id[:80]!r}; look at the document's list of versions.")
    return _version(row)


def original(session: ReadSession, version_id: str) -> tuple[VersionRow, bytes]:
    """A version and its bytes as they were received."""
    row = version(session, version_id)
    return row, document_queries.bytes_of(session, version_id) or b""


def text(session: ReadSession, version_id: str) -> TextView:
    """A version's text with its claims in reading order."""
    row = version(session, version_id)
    told = document_queries.text_of(session, version_id)
    assert told is not None
    blocks = tuple(to_block(block) for block in told.blocks)
    found = claim_views(session, claim_queries.claims_of_version(session, version_id))
    whole = document_queries.documents_by_id(session, [row.document_id])[row.document_id]
    return TextView(document_row(whole), row, told.text, blocks, found)


def claims(
    session: ReadSession, where: ClaimFilter = ALL_CLAIMS, *, cursor: str | None = None, limit: int = 50
) -> Page[ClaimView]:
    """The claims that a filter leaves, the newest first; those of one version in reading order."""
    if where.version_id is not None and where == ClaimFilter(version_id=where.version_id, retired=where.retired):
        rows = claim_queries.claims_of_version(session, where.version_id, retired=where.retired)
        return Page(claim_views(session, rows))
    wanted = _wanted(session, where)
    if wanted is None:
        return Page(())
    rows = claim_queries.claims(session, wanted, after=paging.time_of(cursor), limit=limit + 1)
    cut = paging.page(rows, limit, lambda row: [row.found_at.isoformat(), row.id])
    return Page(claim_views(session, cut.items), cut.next)


def _wanted(session: ReadSession, where: ClaimFilter) -> claim_queries.Wanted | None:
    """A filter in the terms of the store; None where nothing can pass it."""
    fact_key = None
    if where.fact_id is not None:
        known = fact_queries.fact_by_id(session, where.fact_id)
        if known is None:
            return None
        fact_key = known.cluster
    value = number(where.value) if where.value is not None else None
    ids = None
    if value is not None and not any((where.document_id, where.version_id, fact_key, where.subject, where.attribute)):
        ids = search_queries.find(session, "claim", f"{value:f}", limit=search_queries.RANKED)
    return claim_queries.Wanted(
        document_id=where.document_id,
        version_id=where.version_id,
        cluster=fact_key,
        subject=where.subject.strip().lower() if where.subject else None,
        attribute=where.attribute.strip().lower() if where.attribute else None,
        value=value,
        retired=where.retired,
        ids=ids,
    )


def number(words: str) -> Decimal:
    """A number that somebody typed; raises `InvalidValue` for what is none."""
    try:
        value = Decimal(words.replace(",", "").replace(" ", "").replace("\u202f", ""))
    except InvalidOperation:
        raise InvalidValue(f"{words[:80]!r} is not a number; give one such as 125 or 27.1.") from None
    if not value.is_finite() or abs(value.adjusted()) > 300:
        raise InvalidValue(f"{words[:80]!r} is not a number; give one such as 125 or 27.1.")
    return value


def claim(session: ReadSession, claim_id: str) -> ClaimView:
    """A claim."""
    row = claim_queries.claims_by_id(session, [claim_id]).get(claim_id)
    if row is None:
        raise NotFound(f"There is no claim {claim_id[:80]!r}; look for it with a search.")
    return claim_views(session, [row])[0]


def facts(
    session: ReadSession,
    *,
    subject: str | None = None,
    attribute: str | None = None,
    cursor: str | None = None,
    limit: int = 50,
) -> Page[FactRow]:
    """Facts, the most recently changed first."""
    subject, attribute = (word.strip().lower() if word else None for word in (subject, attribute))
    after = paging.time_of(cursor)
    rows = fact_queries.facts(session, subject=subject, attribute=attribute, after=after, limit=limit + 1)
    cut = paging.page(rows, limit, lambda row: [row.changed_at.isoformat(), row.fact_key])
    return Page(fact_rows(session, [row.fact_key for row in cut.items]), cut.next)


def fact(session: ReadSession, fact_id: str) -> FactView:
    """A fact with its values, conflicts and decisions. A merged fact's id finds the fact it was merged into: compare
    `row.id` and redirect."""
    known = fact_queries.fact_by_id(session, fact_id)
    if known is None:
        raise NotFound(f"There is no fact {fact_id[:80]!r}; look for it with a search.")
    whole = wholes(session, [known.cluster])[known.cluster]
    views = {
        row.id: view
        for row, view in zip(whole.rows.values(), claim_views(session, list(whole.rows.values())), strict=True)
    }
    rows = [one for one in whole.conflicts if one.phase is not Phase.MOOT]
    held = whole.standing.value
    return FactView(
        row=fact_row(whole),
        sides=tuple(
            side_view(at, group, views, chosen=group.label == held) for at, group in enumerate(whole.groups, 1)
        ),
        conflicts=tuple(desk.conflict_row(one) for one in reversed(rows)),
        decisions=desk.decision_views(whole.decisions, {one.id: one.fact_id for one in whole.conflicts}),
        merged=tuple(member.id for member in whole.members if member.id != whole.lead.id),
        why=_why(session, [member.fact_key for member in whole.members]),
    )


def _why(session: ReadSession, keys: list[str]) -> tuple[str, ...]:
    """Why some facts are one, in words."""
    links = fact_queries.links_among(session, keys) if len(keys) > 1 else []
    said = [
        one for one in fact_queries.judgements_about(session, keys) if one.left_fact in keys and one.right_fact in keys
    ]
    people = [f"{one.reviewer} said so" for one in said if one.same.value == "yes"]
    return tuple(dict.fromkeys([*people, *(reason for link in links if link.same for reason in link.reasons)]))


def conflicts(
    session: ReadSession, where: ConflictFilter = QUEUE, *, cursor: str | None = None, limit: int = 50
) -> Page[ConflictRow]:
    """The queue: the conflicts that a filter leaves, by priority."""
    after = paging.priority_of(cursor)
    rows = conflict_queries.conflicts(session, _filter(where), after=after, limit=limit + 1)
    return paging.page([desk.conflict_row(row) for row in rows], limit, lambda row: [row.priority, row.id])


def _filter(where: ConflictFilter) -> conflict_queries.Wanted:
    """A filter in the terms of the store."""
    phases = conflict_queries.SHOWN if where.state is None else (Phase(where.state.value),)
    return conflict_queries.Wanted(phases, *where[1:])


def facets(session: ReadSession, where: ConflictFilter = QUEUE) -> tuple[Facet, ...]:
    """What each choice of "kind", "severity", "state", "subject", "publisher" and "rule" would leave, most first."""
    found = []
    for name in FACETS:
        wanted = _filter(where._replace(**{name: None}))
        column = "phase" if name == "state" else name
        found += [Facet(name, value, number) for value, number in conflict_queries.tally(session, column, wanted)]
    return tuple(found)


def conflict(session: ReadSession, conflict_id: str) -> ConflictView:
    """A conflict with its sides, claims and decisions, and its neighbours in the queue."""
    row = conflict_of(session, conflict_id)
    rows = conflict_queries.decisions_of(session, [conflict_id])
    decisions = desk.decision_views(rows, {conflict_id: row.fact_id})
    held = conflict_queries.lease_of(session, conflict_id, datetime.now(UTC))
    previous, following = conflict_queries.neighbours(session, row)
    return ConflictView(
        row=desk.conflict_row(row),
        sides=_sides(session, row, decisions),
        decisions=decisions,
        why=tuple(row.why),
        lease=Lease(*held) if held else None,
        follows=row.follows,
        followed_by=conflict_queries.follower(session, conflict_id),
        previous=previous,
        next=following,
    )


def conflict_of(session: Either, conflict_id: str) -> ConflictRecord:
    """The row of a conflict."""
    row = conflict_queries.conflict(session, conflict_id)
    if row is None:
        raise NotFound(f"There is no conflict {conflict_id[:80]!r}; look for it in the queue.")
    return row


def _sides(session: ReadSession, row: ConflictRecord, decisions: tuple[DecisionView, ...]) -> tuple[SideView, ...]:
    """The sides of a conflict with their claims."""
    groups = [unpacked(side) for side in row.sides]
    rows = claim_queries.claims_by_id(session, [claim for group in groups for claim in group.claims])
    views = {view.id: view for view in claim_views(session, list(rows.values()))}
    live = [one for one in decisions if one.superseded_by is None]
    chosen = live[-1].label if live and live[-1].verdict is Verdict.SIDE else None
    return tuple(side_view(at, group, views, chosen=group.label == chosen) for at, group in enumerate(groups, 1))


def decision(session: ReadSession, decision_id: int) -> DecisionView:
    """A decision."""
    row = conflict_queries.decision(session, decision_id) if abs(decision_id) < 2**62 else None
    if row is None:
        raise NotFound(f"There is no decision {decision_id}; look at the history of the conflict.")
    return next(one for one in conflict(session, row.conflict_id).decisions if one.id == decision_id)


def search(session: ReadSession, words: str, *, limit: int = 20) -> Found:
    """Claims, facts and documents that hold these words; raises `InvalidValue` for a query that is too long."""
    if len(words) > LONGEST_QUERY:
        raise InvalidValue(f"The query has {len(words):,} characters; {LONGEST_QUERY:,} are the limit. Shorten it.")
    ids = search_queries.find(session, "claim", words, limit=search_queries.RANKED)
    rows = claim_queries.claims_by_id(session, ids[: 5 * limit])
    live = [rows[one] for one in ids if one in rows and rows[one].retired_at is None][:limit]
    return Found(
        claims=claim_views(session, live),
        facts=find_facts(session, words, limit=limit),
        documents=_find_documents(session, words, limit),
        bounded=len(ids) >= search_queries.RANKED,
    )


def find_facts(session: ReadSession, words: str, *, every: bool = True, limit: int = 20) -> tuple[FactRow, ...]:
    """Facts whose question holds the words, merged facts once."""
    keys = search_queries.find(session, "fact", words, every=every, limit=4 * limit)
    known = fact_queries.facts_by_key(session, keys)
    leads = list(dict.fromkeys(known[key].cluster for key in keys if key in known))
    return tuple(row for row in fact_rows(session, leads[:limit]) if row.claims)


def _find_documents(session: ReadSession, words: str, limit: int) -> tuple[DocumentRow, ...]:
    """Documents whose newest version holds the words."""
    versions = search_queries.find(session, "document", words, limit=2 * limit)
    rows = document_queries.documents_of_versions(session, versions)
    return tuple(document_row(rows[one]) for one in versions if one in rows)[:limit]
