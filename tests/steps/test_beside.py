"""Sentences beside the matter of a text: appeals, imprints and notices at its edges, by what they share with it."""

from __future__ import annotations

import pytest

from registry.model.span import BlockKind
from registry.steps.segment import blocks, sentences
from registry.steps.segment.fit_beside import fit, left_out, of_pages
from tests.steps.test_furniture_pages import CASES

ARTICLE = """Ropeway to the abbey closes

The ropeway to the abbey of Sellin will close on 4 October after 61 years, the abbot said on Monday. It carried 38,000 \
pilgrims last year, and 210,000 in 1988.

The cabins, built in 1963, hold 12 people each. A new motor would cost 2.4 million euros, of which the district \
offered a third."""


def beside(lines, *, above=""):
    """Which sentences of the lines around an article are read as furniture."""
    text = "\n\n".join(filter(None, [above, ARTICLE, *lines]))
    found = sentences(text, blocks(text))
    return {text[part.start : part.end] for part in found if part.block.kind is BlockKind.FURNITURE}


@pytest.mark.parametrize(
    "line",
    [
        "Our editor will cut letters of more than 200 words.",
        "You have 2 free articles left, then it is 4 euros a month.",
        "Subscribers may send our editor up to 200 words.",
    ],
)
def test_what_speaks_to_the_reader_of_other_things_is_furniture(line):
    assert beside([line]) == {line}


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("Podcast, episode 14, 32 min", False),
        ("Bulletin of the Society, vol. 31, spring 2024", False),
        ("38,000 pilgrims in its last year", True),
        ("The ropeway in figures: 61 years, 12 cabins", True),
    ],
)
def test_what_stands_below_a_title_is_the_desks_or_a_second_title(line, kept):
    text = ARTICLE.replace("\n\n", f"\n{line}\n\n", 1)
    found = {text[part.start : part.end]: part.block.kind for part in sentences(text, blocks(text))}
    assert (found[line] is BlockKind.FURNITURE) is not kept


@pytest.mark.parametrize(
    "line",
    [
        "Nine people worked at the ropeway.",
        "It was the last of its kind; in 1970 there were 31.",
        "The abbey will run 14 buses a day instead.",
        "Correction: an earlier version of the article gave the number of pilgrims as 83,000.",
        'The abbot wrote: "You gave us 120,000 euros, and we thank you."',
        "Length of the ropeway: 840 m",
    ],
)
def test_what_ends_a_text_is_kept(line):
    assert beside([line]) == set()


def test_a_page_of_a_few_lines_has_no_margin():
    text = "Ropeway\n\nYou have 14 days left.\n\nReply to the editor by 4 May."
    assert not any(part.block.kind is BlockKind.FURNITURE for part in sentences(text, blocks(text)))


def test_what_marks_furniture_in_a_few_pages_is_learnt(tmp_path):
    kept = (CASES / "margin_pages.txt").read_text("utf-8").split("== b ")[0]
    (tmp_path / "pages.txt").write_text(kept, encoding="utf-8")
    data = [*of_pages(tmp_path / "pages.txt")]
    weights = fit(data)
    assert weights["fresh 0"] < weights["fresh 3"]
    caught, furniture, lost, body = left_out(data)
    assert caught > furniture / 4
    assert lost < body / 40


REPORT = (
    "Floods in the delta\n\nThe river at Gorda reached 9.4 metres on Monday, the office said, and it falls by ten "
    "centimetres a day now that the rain has ended in the hills.\n\nFUNDING\n\nUS$18.2 million requested\n\n"
    "US$5.1 million received (28 per cent)\n\nRESPONSE\n\nNotes to editors: The office has 64 boats and 11 halls in "
    "the delta, and feeds 94,000 people there.\n"
)


def test_sums_of_a_sheet_and_notes_that_tell_something_are_text():
    parts = sentences(REPORT, blocks(REPORT))
    kept = " ".join(REPORT[p.start : p.end] for p in parts if p.block.kind is not BlockKind.FURNITURE)
    assert all(said in kept for said in ("18.2", "5.1", "64 boats"))
