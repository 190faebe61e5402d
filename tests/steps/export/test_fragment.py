"""Links to the very words: written, read, and verified on the stored text as a browser would search the page."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from registry.model.span import Block, BlockKind, Span
from registry.steps.export.fragment import Fragment, deep_link, encode, link, locate, matches, parse

BENCH = Path(__file__).parents[4] / "shared" / "bench" / "anchoring"
TERMS = st.text(st.characters(codec="utf-8"), min_size=1)
MAYBE = st.none() | TERMS
# Cases of the set that depend on how the page is painted, which a stored text does not tell.
PAINTED = {"tf-13", "tf-14", "tf-15"}


def paged(*paragraphs: str) -> tuple[str, list[Block]]:
    """A text of paragraphs and its blocks."""
    text, blocks = "", []
    for paragraph in paragraphs:
        blocks.append(Block(len(text), len(text) + len(paragraph)))
        text += paragraph + "\n\n"
    return text, blocks


def located(words: str, *paragraphs: str) -> str | None:
    """The directive for the first occurrence of some words."""
    text, blocks = paged(*paragraphs)
    start = text.index(words)
    found = locate(text, blocks, start, start + len(words))
    return encode(found) if found else None


@given(TERMS, MAYBE, MAYBE, MAYBE)
def test_what_is_written_can_be_read(start, end, prefix, suffix):
    fragment = Fragment(start, end, prefix, suffix)
    assert parse(link("https://a.example/b", fragment)) == (fragment,)


@pytest.mark.parametrize("words", ["a,b", "R&D", "well-known", "100%", "日本語、です", "a#b", "x=y"])
def test_signs_of_the_syntax_are_encoded(words):
    made = encode(Fragment(words))
    assert not set(made.removeprefix("text=")) & set(",&-# ")
    assert parse(made) == (Fragment(words),)


@pytest.mark.parametrize(
    "bad", ["text=", "text=a,b,c", "text=a-b", "text=-", "text=a-,", "text=,a", "text=p-,,-s", "foo=a"]
)
def test_malformed_directives_are_left_out(bad):
    assert parse(f"#:~:text=good&{bad}") == (Fragment("good"),)


def test_a_directive_follows_the_fragment_that_is_there():
    assert link("https://a.example/#top", Fragment("x")) == "https://a.example/#top:~:text=x"
    assert link("https://a.example/#:~:text=old", Fragment("x")) == "https://a.example/#:~:text=x"


def test_few_words_get_company():
    assert located("412 berths", "The board counted 412 berths in the old port.") == (
        "text=The%20board%20counted-,412%20berths,-in%20the%20old"
    )


def test_many_words_stand_alone():
    words = "counted 412 berths in the old port"
    assert located(words, f"The board {words}.") == "text=counted%20412%20berths%20in%20the%20old%20port"


def test_company_grows_until_the_place_is_the_only_one():
    made = located(
        "7 cranes", "In spring we saw that 7 cranes stood still.", "In autumn we saw that 7 cranes stood still."
    )
    assert made == "text=spring%20we%20saw%20that-,7%20cranes,-stood%20still."


def test_words_that_stand_twice_alike_get_no_link():
    assert located("7 cranes", "There were 7 cranes.", "There were 7 cranes.") is None


def test_words_across_two_blocks_get_no_link():
    assert located("7 cranes\n\nBerths", "There were 7 cranes", "Berths there were none.") is None


def test_cells_of_a_row_are_blocks_of_their_own():
    text = "Cranes in the new port\t412 of the seven harbours\t9"
    row = Block(0, len(text), BlockKind.ROW, cells=((0, 22), (23, 48), (49, 50)))
    assert locate(text, [row], 7, 30) is None
    found = locate(text, [row], 23, 26)
    assert found is not None
    assert found.prefix is None
    assert found.suffix == "of the seven"


def test_a_number_inside_a_number_is_another_number():
    made = located("124 states", "All 1,124 states of the machine.", "There are 124 states in it.")
    text, blocks = paged("All 1,124 states of the machine.", "There are 124 states in it.")
    assert made is not None
    assert [text[a:b] for a, b in matches(Fragment("124 states"), text, blocks)] == ["124 states"]
    assert matches(Fragment("124 states"), text, blocks)[0][0] > 30


def test_part_of_a_word_is_widened_to_the_word():
    assert located("155", "The tower is 155m high in all.") == "text=The%20tower%20is-,155m,-high%20in%20all."


def test_case_accents_and_white_space_do_not_hide_a_second_place():
    words = "the café on the quay has tables"
    assert located(words, f"Here {words}.", "HERE THE  CAFE ON THE\tQUAY HAS TABLES!") is not None
    assert located(words, f"{words}.", "THE  CAFE ON THE\tQUAY HAS TABLES.") is None


def test_a_long_passage_is_a_range():
    words = " ".join(f"word{number}" for number in range(80))
    assert located(words, f"Before. {words} after.") == "text=word0%20word1%20word2,word77%20word78%20word79"


def test_a_lone_heading_of_few_letters_gets_no_link():
    assert located("7 cranes", "7 cranes", "Another paragraph.") is None


@given(st.lists(st.text("ab 1,-é\n", min_size=1, max_size=30), min_size=1, max_size=4), st.data())
def test_a_link_leads_to_its_words_and_nowhere_else(paragraphs, data):
    text, blocks = paged(*paragraphs)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = locate(text, blocks, start, end)
    if found:
        (place,) = matches(found, text, blocks)
        inner = text[start:end]
        assert place[0] <= start + len(inner) - len(inner.lstrip())
        assert place[1] >= end - len(inner) + len(inner.rstrip())


def test_pdfs_are_linked_by_page_and_unknown_formats_not_at_all():
    text, span = "There were 412 berths in the old port.", Span(11, 21, "412 berths")
    paper = [Block(0, len(text), page=12)]
    assert deep_link("https://a.example/r.pdf", text, paper, span, media_type="application/pdf") == (
        "https://a.example/r.pdf#page=12"
    )
    assert deep_link("https://a.example/r.txt", text, paper, span, media_type="application/msword") is None
    assert deep_link("file:///r.html", text, paper, span, media_type="text/html") is None
    made = deep_link("https://a.example/r", text, paper, span, media_type="text/html")
    assert made == "https://a.example/r#:~:text=There%20were-,412%20berths,-in%20the%20old"


def blocks_of(page: Path) -> tuple[str, list[Block]]:
    """A page's text, a line break at every edge of a block, as the set's own test runner sees it."""
    pieces: list[str] = []
    inline = {"a", "b", "i", "em", "strong", "span", "mark", "u", "sup", "sub", "code"}

    def walk(node) -> None:
        hidden = "display: none" in node.get("style", "") or node.tag in ("script", "style", "head")
        if not isinstance(node.tag, str) or hidden:
            return
        edge = "" if node.tag in inline else "\n"
        pieces.extend((edge, node.text or ""))
        for child in node:
            walk(child)
            pieces.append(child.tail or "")
        pieces.append(edge)

    walk(html.document_fromstring(page.read_text(encoding="utf-8").replace("\n", " ")).find("body"))
    return paged(*[line for line in "".join(pieces).split("\n") if line.strip()])


def ends(words: str) -> tuple[str, str]:
    """The first and the last word; what stands between may be hidden on the page."""
    return words.split()[0], words.split()[-1]


def cases() -> list[dict[str, Any]]:
    """The published cases, where they are at hand."""
    file = BENCH / "text_fragments.jsonl"
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()] if file.exists() else []
    return [row for row in rows if row["id"] not in PAINTED]


@pytest.mark.corpus
@pytest.mark.skipif(not BENCH.exists() and not os.environ.get("CI"), reason="the shared material is missing")
def test_published_cases_are_found_where_they_say():
    rows = cases()
    assert len(rows) == 13
    for row in rows:
        fragments = parse(row["fragment"])
        assert fragments, row["test"]
        if row["html_file"] is None:
            continue
        text, blocks = blocks_of(BENCH / "text_fragments_html" / row["html_file"])
        found = [text[a:b].casefold() for fragment in fragments for a, b in matches(fragment, text, blocks)[:1]]
        expected = [words.casefold() for words in row["expected_text"]]
        assert [ends(words) for words in found] == [ends(words) for words in expected], row["test"]
