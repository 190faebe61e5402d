"""Many texts are looked for as one parameter, whatever is in them, and by the index."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import event, select

from registry.store import Store
from registry.store.queries import facts
from registry.store.queries.among import among, among_pairs
from registry.store.writes import keep, on, table
from tests.store.test_plans import bad, plan

LINK = table("link")
ODD = ['a"b', "c,d", "{e}", "f\\g", "é'h", "", "NULL"]


def filled(store: Store) -> None:
    """Links between odd names."""
    rows: list[dict[str, Any]] = [
        {"left_fact": one, "right_fact": other, "score": 0.5, "same": None, "reasons": [], "engine": ""}
        for one in ODD
        for other in ODD
    ]
    with store.writing() as session:
        keep(session, "link", rows)


@pytest.mark.parametrize("names", [[], ["a"], ODD[:2], [*ODD, *ODD], [str(number) for number in range(3000)] + ODD[:1]])
def test_what_is_among_some_texts_is_found_and_nothing_else(store: Store, names: list[str]):
    filled(store)
    with store.reading() as session:
        found = on(session).execute(select(LINK.c.left_fact).where(among(LINK.c.left_fact, names))).scalars()
        assert set(found) == set(names) & set(ODD)


def test_pairs_are_looked_for_as_pairs(store: Store):
    filled(store)
    wanted = [(ODD[0], ODD[1]), (ODD[2], ODD[3]), ("a", "b"), (ODD[4], ODD[5])]
    with store.reading() as session:
        found = {(row.left_fact, row.right_fact) for row in facts.links_of(session, wanted)}
        assert found == set(wanted) - {("a", "b")}
        assert facts.links_of(session, []) == []


@pytest.mark.parametrize(
    "condition",
    [
        lambda: among(LINK.c.left_fact, ["a", "b"]),
        lambda: among(LINK.c.left_fact, ["a"]) | among(LINK.c.right_fact, ["b"]),
        lambda: among_pairs(LINK.c.left_fact, LINK.c.right_fact, "pairs"),
    ],
)
def test_the_index_finds_them(store: Store, condition):
    filled(store)
    asked: list[tuple[str, object]] = []
    event.listen(store.engine, "before_cursor_execute", lambda *told: asked.append((told[2], told[3])))
    with store.reading() as session:
        on(session).execute(select(LINK.c.score).where(condition()), {"pairs": [("a", "b")]})
        assert [one for one in plan(session, *asked[-1]) if bad(one)] == []
