"""What frames a page is told from what it tells."""

import json
from pathlib import Path

import pytest

from registry.model.span import BlockKind
from registry.steps.segment import blocks
from registry.steps.segment.furniture import is_aside, is_furniture

CASES = json.loads((Path(__file__).parent.parent / "cases" / "furniture.json").read_text("utf-8"))
PROSE, HEADING, ITEM = BlockKind.PROSE, BlockKind.HEADING, BlockKind.ITEM
FURNITURE = BlockKind.FURNITURE
LIVE = """Ferry sinks: live

16:32
A second crane has arrived.

14:05 The mayor says that 34 people were saved.

11:50 Two cranes are on their way.

09:15 Divers go down.
"""


def found(text):
    return [(block.kind, text[block.start : block.end]) for block in blocks(text)]


@pytest.mark.parametrize("line", CASES["furniture"])
def test_furniture(line):
    assert is_furniture(line)


@pytest.mark.parametrize("line", CASES["text"])
def test_what_only_looks_like_furniture(line):
    assert not is_furniture(line)


@pytest.mark.parametrize("line", ["Comments (37)", "1,200 views", "Back to top"])
def test_furniture_in_a_paragraph_may_end_with_a_stop_or_with_several(line):
    assert all(is_aside(f"{line}{stops}") for stops in ("", ".", "..."))
    assert not is_aside(f"{line}. Three ships sank.")


def test_the_names_of_those_who_signed_are_furniture_and_their_demands_are_not():
    demands = "We call on the 27 members to:\n\n• Pay 4 million crowns\n• Free all nine prisoners\n\n"
    names = "Signatories\n\n" + "".join(
        f"• {name}\n" for name in ("Open Courts Norway", "Group of 77 Lawyers", "Women for Peace")
    )
    kinds = [kind for kind, _ in found(demands + names)]
    assert kinds == [PROSE, ITEM, ITEM, HEADING, FURNITURE, FURNITURE, FURNITURE]


def test_the_items_under_a_teaser_are_furniture():
    assert [kind for kind, _ in found("It rained.\n\nRead also:\n- Nine dead in storm\n- Two lost at sea\n")][1:] == [
        FURNITURE
    ] * 3


def test_the_times_of_a_live_page_are_furniture_and_its_entries_are_not():
    kinds = {words: kind for kind, words in found(LIVE)}
    assert {kinds[clock] for clock in ("16:32", "14:05", "11:50", "09:15")} == {FURNITURE}
    assert kinds["The mayor says that 34 people were saved."] is not FURNITURE


@pytest.mark.parametrize(
    "line",
    [
        "5 minutes to read",
        "LIVE - 47 updates - 2.3k following",
        "By Adele Winters. 14-minute read",
        "The Terrace, issue 212, £2.50 - Subscribe: 6 issues for £12",
        "Crisis line 0800 11 40.",
        "Got a question? Ring 555-0136, 9 to 5",
        "Refresh every 30 seconds",
        "Declaration no. 3/2024; 2 annexes",
        "Situation report no. 4, as of 6 May 2024, 12:00",
        "Wed 13 March, 16:05",
        "Download (PDF, 2.3 MB)",
        "You have 2 free articles left this month",
    ],
)
def test_what_frames_a_page_is_furniture(line):
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "Price rises by 4 percent",
        "Reading hall opens at noon for 40 readers",
        "Copies of 12 letters were burnt",
        "3.05",
    ],
)
def test_what_tells_something_is_no_furniture(line):
    assert not is_furniture(line)


def test_a_poll_among_readers_is_no_survey():
    poll = "Should the pier close?\n\nYes 71%\n\nNo 29%\n\n1,204 votes so far"
    assert {kind for kind, _ in found(poll)} == {FURNITURE}
    told = found(poll.replace("Should the pier close?", "Result of 3 May"))
    assert FURNITURE not in {kind for kind, words in told if "%" in words}


@pytest.mark.parametrize(
    "codes",
    [
        ["00:00 Intro", "04:12 A beach is gone", "19:45 What it costs"],
        ["[00:12] HOST: How much is it?", "[00:31] MINER: A lot."],
    ],
)
def test_time_codes_of_a_recording_stand_apart(codes):
    told = found("The town without sand\n\n" + "\n\n".join(codes))
    assert [words for kind, words in told[1:] if kind is FURNITURE] == [code.split()[0] for code in codes]


def test_the_times_of_a_night_are_told():
    text = "The night\n\n00:12 The train leaves Lund.\n\n01:40 It stops at Holm.\n\n02:05 The fire is out."
    assert FURNITURE not in {kind for kind, _ in found(text)}


def test_the_history_of_a_page_and_its_sponsor_stand_apart():
    text = (
        "Relief\n\nEach household gets 1,500 crowns, and 8,900 of them have been paid so far by the town.\n\n"
        "A WORD FROM OUR SPONSOR\n\nAmpera cuts your bill by 30%.\n\n"
        "Updates to this page\n\n3 March 2025: Added figures."
    )
    beside = [words for kind, words in found(text) if kind is FURNITURE]
    assert beside[-4:] == [
        "A WORD FROM OUR SPONSOR",
        "Ampera cuts your bill by 30%.",
        "Updates to this page",
        "3 March 2025: Added figures.",
    ]


def test_a_quotation_ends_a_list_of_other_stories():
    text = 'Fire\n\nRecommended reading:\n\n5 beer gardens\n\nAnn Tully, 81, said: "I have lived here 52 years."'
    assert found(text)[-1][0] is not FURNITURE
