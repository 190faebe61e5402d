from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from web.differ import differing
from web.highlight import Mark, pieces, window
from web.rendering import environment

TEXT = "About six of the 125 members, or 4.8 per cent, were late."
edges = st.tuples(st.integers(-3, 70), st.integers(-3, 70), st.sampled_from("abc"))


@given(st.text(max_size=60), st.lists(edges, max_size=8))
def test_the_pieces_are_the_text(text, marks):
    made = pieces(text, [Mark(*mark) for mark in marks])
    assert "".join(piece.text for piece in made) == text


@given(st.lists(edges, max_size=8))
def test_every_marked_letter_carries_its_marks_and_no_other(marks):
    marks = [Mark(*mark) for mark in marks]
    at = 0
    for piece in pieces(TEXT, marks):
        for place in range(at, at + len(piece.text)):
            assert set(piece.marks) == {mark for mark in marks if mark.start <= place < mark.end}
        at += len(piece.text)


@given(st.lists(edges, max_size=8))
def test_a_claim_opens_once(marks):
    opened = [name for piece in pieces(TEXT, [Mark(*mark) for mark in marks]) for name in piece.opens]
    assert len(opened) == len(set(opened))


def test_the_narrowest_mark_is_innermost():
    made = pieces(TEXT, [Mark(17, 20, "inner"), Mark(6, 28, "outer")])
    assert [mark.id for mark in made[2].marks] == ["outer", "inner"]
    assert made[2].ids == "outer inner"


def test_a_part_of_a_text_keeps_its_own_marks():
    made = pieces(TEXT, [Mark(0, 5, "before"), Mark(17, 20, "in")], 10, 30)
    assert [(piece.text, piece.ids) for piece in made] == [("of the ", ""), ("125", "in"), (" members, ", "")]


def test_markup_in_a_document_stays_words():
    text = 'A <script>alert("125")</script> & more'
    marks = [Mark(17, 20, "c1", "disputed", "/claims/c1", '"><b>')]
    source = '{% import "parts/macros.html" as m %}{{ m.read(pieces) }}'
    html = environment().from_string(source).render(pieces=pieces(text, marks))
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    assert 'title="&#34;&gt;&lt;b&gt;"' in html
    assert '<a class="claim disputed" href="/claims/c1" id="c1"' in html


def test_a_window_is_cut_between_words():
    left, right = window(TEXT, 17, 20, before=8, after=10)
    assert TEXT[left:right] == "of the 125 members,"
    assert window(TEXT, 17, 20) == (0, len(TEXT))


def test_only_the_words_that_differ_are_marked():
    left, right = "The club has 124 members today.", "The club has 125 member firms today."
    ours, theirs = differing(left, right)
    assert [left[a:b] for a, b in ours] == ["124 members"]
    assert [right[a:b] for a, b in theirs] == ["125 member firms"]


def test_sentences_that_share_little_are_not_marked():
    assert differing("It rained in Oslo.", "The club has 125 members.") == ([], [])


@given(st.text(max_size=40), st.text(max_size=40))
def test_differing_places_lie_in_their_texts(left, right):
    ours, theirs = differing(left, right)
    assert all(0 <= a < b <= len(left) for a, b in ours)
    assert all(0 <= a < b <= len(right) for a, b in theirs)
