"""Facts: one with its history, or a page of them."""

from __future__ import annotations

from registry.actions import desk, paging
from registry.actions.facts.wholes import claim_views, fact_row, fact_rows, side_view, wholes
from registry.actions.lookup import thinned
from registry.actions.views import (
    FactFilter,
    FactRow,
    FactView,
    Page,
    Total,
)
from registry.errors import NotFound
from registry.store import ReadSession
from registry.store.queries import facts as fact_queries
from registry.store.queries import search
from registry.store.tables import Phase

ALL_FACTS = FactFilter()


def facts(
    session: ReadSession, where: FactFilter = ALL_FACTS, *, cursor: str | None = None, limit: int = 50
) -> Page[FactRow]:
    """The facts that a filter leaves, the most recently changed first."""
    wanted = _wanted(session, where)
    if where.thins:
        some = thinned.fact_rows(session, wanted, where.words, cursor, limit)
        rows = fact_rows(session, [row.fact_key for row in some.items])
        return Page(thinned.held_so(rows, where.standing), some.next)
    found = fact_queries.facts(session, wanted, after=paging.time_of(cursor), limit=limit + 1)
    cut = paging.page(found, limit, lambda row: [row.changed_at.isoformat(), row.fact_key])
    return Page(fact_rows(session, [row.fact_key for row in cut.items]), cut.next)


def facts_total(session: ReadSession, where: FactFilter) -> Total:
    """How many facts a filter leaves; raises `InvalidValue` for one by standing, which is told row by row."""
    thinned.countable(where.standing)
    return Total(*fact_queries.counted(session, _wanted(session, where), where.words))


def _wanted(session: ReadSession, where: FactFilter) -> fact_queries.Wanted:
    """A filter in the terms of the store."""
    subject, attribute = (word.strip().lower() if word else None for word in (where.subject, where.attribute))
    told = " ".join(words for words in (subject, attribute) if words)
    return fact_queries.Wanted(
        subject=subject,
        attribute=attribute,
        named=search.find(session, "fact", told, limit=search.RANKED) if told else (),
        traits=where.traits,
        contested=where.standing in thinned.DISPUTABLE,
    )


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
