import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.model.span import BlockKind
from registry.steps.segment import blocks, sentences
from registry.steps.segment.furniture import is_furniture
from registry.steps.segment.sentences import split

PROSE, HEADING, ITEM, ROW = BlockKind.PROSE, BlockKind.HEADING, BlockKind.ITEM, BlockKind.ROW


def found(text):
    return [(block.kind, text[block.start : block.end]) for block in blocks(text)]


def said(text):
    return [text[sentence.start : sentence.end] for sentence in sentences(text, blocks(text))]


@given(st.text(st.sampled_from("aB1. \n\t-*|#>:•\"'\u00a0?!\r"), max_size=200))
def test_blocks_and_sentences_are_in_order_and_lose_no_letter(text):
    spans = blocks(text)
    assert all(one.end <= two.start for one, two in pairwise(spans))
    assert all(0 <= block.start < block.end <= len(text) for block in spans)
    covered = {at for block in spans for at in range(block.start, block.end)}
    assert all(at in covered or not char.isalnum() for at, char in enumerate(text))
    cut = sentences(text, spans)
    assert all(one.end <= two.start for one, two in pairwise(cut))
    assert all(text[sentence.start : sentence.end].strip() == text[sentence.start : sentence.end] for sentence in cut)


def test_wrapped_lines_belong_together():
    text = (
        "Bridge closed for nine weeks\n\nThe bridge over the Tamar will be closed for nine weeks while\n"
        "400 bolts are replaced, the county said. Some 12,000 drivers use\nit every day.\n"
    )
    assert [kind for kind, _ in found(text)] == [HEADING, PROSE]
    assert said(text)[1:] == [
        "The bridge over the Tamar will be closed for nine weeks while\n400 bolts are replaced, the county said.",
        "Some 12,000 drivers use\nit every day.",
    ]


def test_a_line_below_a_longer_title_is_no_part_of_it():
    body = "The council met for the ninth time this year and spoke at length about the price of water, "
    body += "which rose by 4 per cent in May."
    title, stamp = "The town of Solna will close its harbour to cars", "Working paper 2024/7 - not peer reviewed"
    assert found(f"{title}\n{stamp}\n\n{body}\n\n{body}\n")[0] == (HEADING, title)
    wrapped = "Harbour of Solna is to be closed to cars and to\nBuses, the council has decided"
    lines = "The council met for the ninth time this year and\nspoke at length about the price of water, which\n"
    lines += "rose by 4 per cent in May. It will meet again on\nMonday to hear what the traders have to say.\n"
    assert found(f"{wrapped}\n\n{lines}")[0][1] == wrapped


def test_marks_of_notes_belong_to_the_sentence_before():
    text = "The toll was put at 19 by the Mayor.[3][4] The damage came to 4 million.[a] Work stopped.[2] It went on."
    assert [text[start:end].rpartition(".")[2] for start, end in split(text)] == ["[3][4]", "[a]", "[2]", ""]


def test_a_line_that_ends_with_an_article_or_a_preposition_goes_on():
    text = "Karlow has served eleven months, having entered the camp at\nElm Fork in May.\n"
    assert [words for _, words in found(text)] == [text.strip()]


def test_a_paragraph_a_line_is_not_wrapped():
    one = "The council met for the ninth time this year and spoke at length about the price of water, "
    one += "which rose by 4 per cent in May."
    assert found(f"{one}\n{one}\n") == [(PROSE, one), (PROSE, one)]


@pytest.mark.parametrize(
    ("text", "heading", "level"),
    [
        ("# Rain\n\nIt rained.", "Rain", 1),
        ("It rained a lot, said the mayor.\n\n### Floods\n\nIt rained.", "Floods", 3),
        ("Rain\n====\n\nIt rained.", "Rain", 1),
        ("RAIN BREAKS 40-YEAR RECORD\n\nIt rained.", "RAIN BREAKS 40-YEAR RECORD", 1),
        ("It rained a lot, said the mayor.\n\n2. The floods\n\nIt rained.", "2. The floods", 2),
        ("It rained a lot.\n\nWhat the mayor says:\n- It rained 40 mm\n", "What the mayor says:", 2),
    ],
)
def test_headings(text, heading, level):
    assert [(text[b.start : b.end], b.level) for b in blocks(text) if b.kind is HEADING][-1] == (heading, level)


def test_list_items_begin_after_their_marker_and_keep_their_wrapped_lines():
    text = "Results\n- Sales grew by 4 per cent\n  in the north\n* Nine shops closed. Two opened.\n• 12 jobs\n"
    text += "1) one boat\n(b) two boats\n"
    assert [kind for kind, _ in found(text)] == [HEADING, ITEM, ITEM, ITEM, ITEM, ITEM]
    assert said(text)[1:] == [
        "Sales grew by 4 per cent\n  in the north",
        "Nine shops closed.",
        "Two opened.",
        "12 jobs",
        "one boat",
        "two boats",
    ]


def test_a_figure_at_the_start_of_a_line_is_no_list_marker():
    text = "The fleet had lost nine of its boats by the year\n2019. There were 14 left in the harbour that summer.\n"
    assert [kind for kind, _ in found(text)] == [PROSE]


@pytest.mark.parametrize(
    "text",
    [
        "| Pier | Ships |\n|---|---|\n| North | 140 |\n| South | 9 |\n",
        "Pier | Ships\n--- | ---\nNorth | 140\nSouth | 9\n",
        "Pier        Ships\nNorth       140\nSouth       9\n",
        "Pier\tShips\nNorth\t140\nSouth\t9\n",
        "Pier        Ships\n----------  -----\nNorth       140\nSouth       9\n",
    ],
)
def test_rows_know_their_cells_and_headers(text):
    rows = [block for block in blocks(text) if block.kind is ROW]
    assert [[text[start:end] for start, end in row.cells] for row in rows] == [
        ["Pier", "Ships"],
        ["North", "140"],
        ["South", "9"],
    ]
    assert [row.headers for row in rows] == [(), ("Pier", "Ships"), ("Pier", "Ships")]


def test_a_row_of_years_between_rows_heads_those_below_it_and_the_labels_need_no_header():
    text = "Votes      31      18\n           2030    2031\nStaff      410     455\n"
    assert [block.headers for block in blocks(text)] == [(), (), ("", "2030", "2031")]


def test_keys_and_values_are_rows_and_a_dialogue_is_not():
    rows = [text for kind, text in found("MINE FIRE\nDead: 12\nInjured: at least 40\n") if kind is ROW]
    assert rows == ["Dead: 12", "Injured: at least 40"]
    assert all(kind is not ROW for kind, _ in found("Q: How many came?\nA: We counted 40.\n"))
    assert found("Mine fire: 12 dead\n\nA fire broke out.")[0] == (HEADING, "Mine fire: 12 dead")


def test_the_first_of_keys_and_values_in_columns_names_no_column():
    text = "Owner:     Ansel Power (60%)\nCapacity:  900 MW\nBoats:     75\n"
    assert all(block.headers == () for block in blocks(text))


def test_facts_behind_bars_are_rows_from_the_first_and_name_no_column():
    text = "Orlin Museum\n\nType | Museum of clocks\nEstablished | 1907\nDirector | Mara Lind\nClocks | 4,100\n"
    rows = [block for block in blocks(text) if block.kind is BlockKind.ROW]
    assert [text[slice(*row.cells[0])] for row in rows] == ["Type", "Established", "Director", "Clocks"]
    assert all(row.headers == () for row in rows)


def test_captions_and_quotes():
    text = "A fire broke out on Monday.\n\nPhoto: The pit head in 1962\n\n> We saw 40 men\n> come up.\n"
    assert found(text)[1:] == [
        (BlockKind.CAPTION, "Photo: The pit head in 1962"),
        (BlockKind.QUOTE, "We saw 40 men\n> come up."),
    ]


def test_angles_open_the_lines_of_a_quoted_mail_and_the_entries_of_a_list():
    text = "The police found these:\n\n> 14 tents and two stoves\n> EUR 300 in cash\n> 9 pairs of skis\n"
    assert found(text)[1:] == [
        (BlockKind.QUOTE, "14 tents and two stoves"),
        (BlockKind.QUOTE, "EUR 300 in cash"),
        (BlockKind.QUOTE, "9 pairs of skis"),
    ]


def test_a_number_with_a_stop_belongs_to_a_name_only_where_it_is_small():
    assert said("He plays in the 2. Bundesliga for Kiel.") == ["He plays in the 2. Bundesliga for Kiel."]
    assert len(said("She was the oldest of the 12. Rescuers found her.")) == 2


@pytest.mark.parametrize(
    "parts",
    [
        ["He met Gen. Ida Noor at 7:45 a.m. on Pier No. 5.", "She left."],
        ["The U.S. Coast Guard counted 12 boats.", "It was late."],
        ["It ended at 9:12 a.m.", "By noon nine were found."],
        ["Exports to the U.S. fell.", "But 12 firms grew."],
        ["It was 1.5 C.", "The sea was colder."],
        ["On Aug. 16, 2032, it closes.", "Until then it is open."],
        ["He said so.", "Was it over?", "Yes, it was."],
        ['"We counted 12," she said.', '"Not 13."', "He agreed."],
        ["Sales were $4.5 million.", "Costs fell."],
        ["J. R. Noor paid 12 crowns.", "Prof. Byrne paid nine."],
        ["The firm (Noor Inc.) has 12 ships.", "It owes 4 million."],
    ],
)
def test_sentences(parts):
    assert said(" ".join(parts)) == parts


@pytest.mark.parametrize(
    "parts",
    [
        ["The hall was opened by the mayor.", "It holds 812 people."],
        ["It has an average of 5.6/10.", "Ida Noor praised it."],
        ["Turnout was 61%.", "As of May, 30 seats were filled."],
        ["The list came to 22 bridges.", "9 August: 31 more were closed."],
    ],
)
def test_a_note_that_was_taken_out_leaves_two_sentences_without_a_blank(parts):
    assert said("".join(parts)) == parts


def test_full_stops_inside_names_end_no_sentence():
    for name in ("Lansk.Com", "St.Orlin", "Prof.Byrne", "J.R.R.Noor", "the U.S.Army", "www.Lansk"):
        text = f"He wrote of {name} in the summer."
        assert said(text) == [text]


def test_sentences_take_time_in_proportion_to_the_text():
    text = "The U.S. fleet lost 12 boats at 9 a.m. on Monday. " * 20_000
    assert len(said(text)) == 20_000


@pytest.mark.parametrize(
    "line", ["1  " * 100 + "x", "a " * 140 + "!", "w" * 299, "share " * 49 + "?", "- " * 140, "| " * 140, "A." * 140]
)
def test_no_line_takes_long(line):
    begun = time.process_time()
    is_furniture(line)
    assert blocks(line * 50)
    assert time.process_time() - begun < 5


@pytest.mark.parametrize(
    "line", ["a  b\n", "a | b\n", "Dead: 12\n", "- 12 boats\n", "> 12 boats\n", "The 12 boats lay in the\n", "1\n"]
)
def test_no_run_of_lines_takes_long(line):
    begun = time.process_time()
    assert blocks(line * 20_000)
    assert time.process_time() - begun < 10


def test_headings_numbered_in_turn_lose_their_numbers():
    text = "Bird count\n\n1 Results\n\nThe team saw 14 owls.\n\n2 Methods\n\nIt walked for 3 days.\n"
    assert "Results" in said(text)
    assert "12 dead in fire" in said("12 dead in fire\n\nThe team saw 14 owls.\n")


def test_paragraphs_numbered_in_turn_lose_their_numbers():
    text = "Bird count\n\n1.1 The team saw 14 owls in the old mill by the river.\n1.2 Of these, three were young.\n"
    assert "The team saw 14 owls in the old mill by the river." in said(text)
    assert "Of these, three were young." in said(text)
    assert "2.5 Million trees fell." in said("Storm\n\n2.5 Million trees fell.\n\nIt blew for 3 days.\n")


WHO = [
    "Kenyans",
    "Canadians",
    "Italians",
    "Germans",
    "Egyptians",
    "Austrians",
    "Swedes",
    "Poles",
    "Danes",
    "Finns",
    "Turks",
]


def test_a_long_list_of_figures_is_no_list_of_names():
    text = "The dead included:\n" + "".join(f"- {at} {who}\n" for at, who in enumerate(WHO, 2))
    assert sum(block.kind is BlockKind.ITEM for block in blocks(text)) == len(WHO)


def test_the_numbers_of_minutes_are_none_of_the_text():
    text = "Minutes\n\n24/107 Apologies were received.\n\n24/108 Nobody spoke.\n\n24/109 The hall costs £90 a day.\n"
    assert said(text)[1:] == ["Apologies were received.", "Nobody spoke.", "The hall costs £90 a day."]
    assert said("Two shares\n\n3/4 Harbour Street was sold for £2 million.\n")[1].startswith("3/4")
