from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from registry.actions.views import Asked, DocumentRow, Found, Held, Outcome
from registry.model.assertion import Status
from registry.model.finding import State, Verdict
from registry.model.span import Block, BlockKind
from registry.model.term import Term
from tests.web import makers as make
from web import asking, telling, text, told
from web.pages.home import needs_you

EARLY, LATE = date(2024, 12, 2), date(2025, 12, 9)
DOCUMENT = DocumentRow("d", "urn:x", make.source(), "v", datetime(2026, 1, 2, tzinfo=UTC), 1, 0)


@pytest.mark.parametrize(
    ("standing", "tone", "word"),
    [
        (make.standing(), "agrees", "undisputed"),
        (make.standing(independent=1), "plain", "one source"),
        (make.standing(Held.DISPUTED), "disputed", "disputed"),
        (make.standing(Held.SETTLED), "settled", "settled"),
        (make.standing(Held.SETTLED, agrees=False), "contradiction", "contradicted"),
        (make.standing(Held.OUT_OF_DATE), "changed", "out of date"),
        (make.standing(Held.WITHDRAWN), "unsure", "withdrawn"),
    ],
)
def test_every_standing_has_a_tone_and_a_word(standing, tone, word):
    assert telling.held(standing) == (tone, word)


def test_values_are_listed_in_order_of_time():
    row = telling.conflict_row(make.conflict())
    assert [chip.value for chip in row.chips] == ["64", "71"]
    assert row.chips[0].told == "1 source · Dec 2024"
    assert row.href == "/conflicts/k1"


def test_a_witness_shows_its_words_with_the_number_marked():
    shown = telling.witness(make.claim())
    assert "".join(piece.text for piece in shown.pieces) == make.TEXT
    assert [piece.text for piece in shown.pieces if piece.marks] == ["64"]
    assert shown.document_href == "/documents/d1?version=v1"


def test_sides_that_say_nearly_the_same_mark_where_they_differ():
    other = make.claim("71", "The Norsund Choir has 71 members and a boat.")
    sides = telling.sides([make.side(1, "64", make.claim()), make.side(2, "71", other)])
    marked = [piece for piece in sides[1].witnesses[0].pieces if piece.marks]
    assert [piece.text for piece in marked] == ["71"]
    assert {mark.tone for mark in marked[0].marks} == {"figure-mark", "differs"}


def test_how_words_were_read_leaves_out_what_is_not_there():
    said = make.counted("64", scope=make.stated(EARLY), asserted_by=Term("k", "the conductor"), status=Status.PLANNED)
    assert telling.reading(said) == (
        ("Value", "64"),
        ("Counts", "members"),
        ("Of", "Norsund Choir"),
        ("As of", "2 December 2024, as the text says"),
        ("Said by", "the conductor"),
        ("Status", "planned"),
    )


def test_a_value_holds_for_the_day_that_is_stated_and_else_for_that_of_its_document():
    assert telling.stated(make.claim()) == EARLY
    assert telling.stated(make.claim(assertion=make.counted("64", scope=make.stated(LATE)))) == LATE


def test_lanes_run_from_the_earliest_value_to_the_latest():
    lanes = telling.lanes([make.side(1, "71", make.claim(), day=LATE), make.side(2, "64", make.claim(), day=EARLY)])
    assert [lane.label for lane in lanes] == ["64", "71"]


def test_only_a_decision_that_holds_can_be_undone():
    newest, older = telling.decisions([make.decision(1, superseded_by=2), make.decision(2, Verdict.TIME, label=None)])
    assert (newest.told, newest.undo) == ("all are right, the time differs", "/decisions/2/undo")
    assert (older.told, older.undo, older.replaced) == ("64 is right", None, True)


def test_a_right_value_that_nobody_had_is_told_with_its_source():
    made = telling.decided(make.decision(1, Verdict.NEITHER, value="66", source="the register"))
    assert made.told == "none of the values is right; right is 66, says the register"


def test_witnesses_that_copy_each_other_are_counted_apart():
    assert telling.witnesses(3, 3) == "3 sources"
    assert telling.witnesses(3, 2) == "3 sources, 2 independent"


def test_a_fact_is_answered_with_the_value_that_is_held():
    row = make.fact(make.side_row(1, "60", EARLY), make.side_row(2, "64", LATE))
    assert told.answer(make.fact_view(row)) == ("64", "since 9 December 2025 at the latest")
    alone = make.fact(make.side_row(1, "64", EARLY))
    assert told.answer(make.fact_view(alone)) == ("64", "as of Dec 2024")


def test_a_fact_that_is_not_settled_names_its_values():
    row = make.fact(make.side_row(1, "71", LATE), make.side_row(2, "64", EARLY), standing=make.standing(value=None))
    assert told.answer(make.fact_view(row)) == ("64 or 71", "not settled")


def test_a_fact_leads_to_the_newest_conflict_that_waits():
    older = make.conflict()._replace(id="k0", found_at=make.NOW.replace(year=2025))
    assert [each.href for each in told.open_conflicts(make.fact_view(make.fact(), make.conflict(), older))] == [
        "/conflicts/k1"
    ]
    assert told.open_conflicts(make.fact_view(make.fact(), make.conflict(State.DECIDED), older)) == []


def test_a_text_is_shown_as_its_author_set_it():
    words = "Choir\nOne 64\nTwo\nYear Members\n2024 64\n2025 71\nMore"
    rows = [Block(17, 29, BlockKind.ROW, cells=((17, 21), (22, 29)))]
    rows.append(Block(30, 37, BlockKind.ROW, cells=((30, 34), (35, 37)), headers=("Year", "Members")))
    rows.append(Block(38, 45, BlockKind.ROW, cells=((38, 42), (43, 45)), headers=("Year", "Members")))
    items = [Block(6, 12, BlockKind.ITEM), Block(13, 16, BlockKind.ITEM)]
    blocks = (Block(0, 5, BlockKind.HEADING, 1), *items, *rows, Block(46, 50))
    heading, listing, table, prose = text.blocks(make.version_of(words, blocks, make.claim("64", words)))
    assert (heading.kind, heading.level, heading.pieces[0].text) == ("heading", 2, "Choir")
    assert [[piece.text for piece in item] for item in listing.items] == [["One ", "64"], ["Two"]]
    assert [header[0].text for header in table.headers] == ["Year", "Members"]
    assert [[cell[0].text for cell in row] for row in table.rows] == [["2024", "64"], ["2025", "71"]]
    assert prose.pieces[0].text == "More"


def test_a_text_without_blocks_is_shown_whole():
    shown = text.blocks(make.version_of(make.TEXT, (), make.claim()))
    assert "".join(piece.text for block in shown for piece in block.pieces) == make.TEXT


def test_a_title_that_the_text_begins_with_is_not_repeated():
    heading = Block(0, 16, BlockKind.HEADING, 1)
    assert text.titled(make.version_of("The choir's\nyear and more", (heading,)))
    assert not text.titled(make.version_of("Another heading!", (heading,)))
    assert not text.titled(make.version_of("The choir's year", ()))


def test_the_answer_card_leads_with_the_verdict():
    row = make.fact(make.side_row(1, "64", EARLY))
    wrong = make.answer(Outcome.CONTRADICTED, row, opposing=(make.claim(),), why=("both count members",))
    card = asking.card(Asked("x", (make.answer(Outcome.NOT_FOUND, None), wrong), ()))
    assert card is not None
    assert card.title == "Contradicted: the registry holds 64"
    assert card.detail == "The sources say 64."
    assert card.witnesses[0].id == "c64"


def test_a_question_is_answered_with_the_value():
    row = make.fact(make.side_row(1, "64", EARLY))
    card = asking.card(Asked("x", (make.answer(Outcome.SUPPORTED, row, asked=None),), ()))
    assert card is not None
    assert (card.title, card.word) == ("64", "undisputed")


def test_many_values_are_counted_and_not_written_large():
    row = make.fact(*(make.side_row(at, f"{60 + at}", EARLY) for at in range(1, 13)))
    row = row._replace(standing=make.standing(Held.DISPUTED, "disputed: 61, 62, 63 or 64", value=None))
    card = asking.card(Asked("x", (make.answer(Outcome.DISPUTED, row, value=None),), ()))
    assert card is not None
    assert (card.title, card.value) == ("Disputed: the registry holds 12 values", "12 values")
    assert card.standing == ""


def test_what_the_registry_does_not_know_has_no_card():
    assert asking.card(Asked("x", (make.answer(Outcome.NOT_FOUND, None),), ())) is None


def test_facts_nearby_are_listed_once_and_without_the_answer():
    row, other = make.fact(), make.fact()._replace(id="f2")
    asked = Asked("x", (make.answer(Outcome.SUPPORTED, row),), (other,))
    assert asking.near(asked, Found((), (row, other), (), bounded=False)) == (other,)


def test_facts_nearby_that_have_a_name_stand_first_and_of_one_question_the_one_told_most():
    once, often, bridges, quoted = (
        make.fact()._replace(
            id=name, question=question, values=tuple(make.side_row(at, "7", EARLY) for at in range(many))
        )
        for name, question, many in (
            ("a", "How many?", 1),
            ("b", "How many?", 3),
            ("c", "When?", 2),
            ("d", "“On …”: when?", 4),
        )
    )
    near = asking.near(Asked("x", (), (quoted, once, bridges)), Found((), (often,), (), bounded=False))
    assert [row.id for row in near] == ["b", "a", "c", "d"]
    words = asking.near(Asked("x", (), (quoted, once, bridges)), Found((make.claim(),), (often,), (), bounded=False))
    assert [row.id for row in words] == ["b", "c", "a", "d"]


def test_titles_are_answers():
    assert [needs_you(n) for n in (0, 1, 4)] == [
        "Nothing needs you now",
        "1 conflict needs you",
        "4 conflicts need you",
    ]
    assert asking.title(Found((make.claim(),), (), (), bounded=False)) == "1 claim holds these words"
    assert asking.title(Found((), (), (DOCUMENT,), bounded=False)) == "1 document holds these words"
    assert asking.title(Found((), (), (), bounded=False)) == "Nothing in the registry holds these words"
    assert asking.title(Found((), (), (), bounded=False), (make.fact(),)) == "No sure answer; this is near it"
