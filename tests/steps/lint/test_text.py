"""What of a draft is read, where suppressions reach, what fingerprints survive, how quotations compare."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.errors import InvalidValue
from registry.model.span import BlockKind
from registry.steps.lint import baseline, lint, quoting, ready, to_compare
from registry.steps.lint.lines import Lines
from registry.steps.lint.problem import Known, Level, Options, Stored
from registry.steps.lint.skip import masked, quotations, without_code
from registry.steps.lint.suppress import suppressions
from tests.steps.lint.makers import MARKDOWN, draft, figure, known, says, side

NOW = known(side("14", figure("14")))


@pytest.mark.parametrize(
    "hidden",
    [
        "---\ntitle: 17 boats\n---\n",
        "```\n17 boats\n```\n",
        "~~~ python\nx = 17\n",
        "Text.\n\n    indented = 17\n\nMore.\n",
        "See `x = 17` here.\n",
        "See [the list](https://example.org/17/boats).\n",
        "See https://example.org/17-boats for more.\n",
        "[1]: https://example.org/17\n",
        "<!-- 17 boats -->\n",
        '<img alt="17 boats" src="a.png">\n',
        "> 17 boats, he said.\n",
    ],
)
def test_what_is_not_the_drafts_own_prose_is_not_read(hidden):
    told = masked(hidden, MARKDOWN)
    assert "17" not in told
    assert len(told) == len(hidden)


@pytest.mark.parametrize(
    "shown",
    [
        "- 17 boats\n\n    - 17 more boats\n",
        "- 17 boats\n\n    17 of them blue\n",
        "It has 17 boats (in all).\n",
        "The price fell by 17 < 20.\n",
        "*17* boats\n",
    ],
)
def test_prose_is_read(shown):
    assert masked(shown, MARKDOWN).count("17") == shown.count("17")


def test_block_quotes_are_read_where_that_is_asked_for():
    text = "Before.\n\n> There are 17 boats in the harbour.\n\nAfter.\n"
    assert "17" not in ready(draft(text), Options()).text
    told = ready(draft(text), Options(quotes=True))
    assert "17" in told.text
    assert BlockKind.QUOTE in {block.kind for block in told.blocks}


@given(st.text(alphabet="ab17 `<>!-~\n[](){}#\t\"“”'", max_size=200))
def test_masking_keeps_every_offset_and_line(text):
    told = masked(text, MARKDOWN)
    assert len(told) == len(text)
    assert all(one == two or (two == " " and one not in "\r\n") for one, two in zip(text, told, strict=True))


@given(st.text(alphabet="abc\n\r\u2028é", max_size=80))
def test_a_place_leads_back_to_its_offset(text):
    lines = Lines(text)
    for offset in range(len(text) + 1):
        line, column = lines.place(offset)
        assert lines.starts[line - 1] + column - 1 == offset


def told(text: str, words: str = "17"):
    """What the linter says about a draft in which every `words` is wrong."""
    claims = [
        replace(says(text, words, figure("17")), span=type(says(text, words, figure("17")).span).cut(text, *one.span()))
        for one in re.finditer(rf"\b{words}\b", text)
    ]
    return lint(draft(text), claims, [NOW] * len(claims))


def found(text: str) -> list[str]:
    return [problem.rule for problem in told(text).problems]


@pytest.mark.parametrize(
    "text",
    [
        "<!-- claims-lint-disable-next-line FACT001 -- as printed -->\nIt has 17 members.\n",
        "<!-- claims-lint-disable-next-line -- as printed -->\n\nIt has 17 members.\n",
        "# claims-lint-disable-next-line FACT001 -- as printed\nIt has 17 members.\n",
        "claims-lint-disable-next-line FACT001, FACT002 -- as printed\nIt has 17 members.\n",
        "It has 17 members. <!-- claims-lint-disable-line FACT001 -- as printed -->\n",
        "It has 17 members.\n\n<!-- claims-lint-disable-file FACT001 -- a specimen -->\n",
        "<!-- claims-lint-disable FACT001 -- a specimen -->\nIt has 17 members.\n<!-- claims-lint-enable -->\n",
    ],
)
def test_a_suppression_silences_what_it_names(text):
    assert found(text) == []
    assert [problem.rule for problem in told(text).suppressed] == ["FACT001"]


def test_a_suppression_ends_where_it_is_enabled_again():
    text = (
        "<!-- claims-lint-disable FACT001 -- a specimen -->\nIt has 17 members.\n"
        "<!-- claims-lint-enable FACT001 -->\nIt has 17 members.\n"
    )
    assert found(text) == ["FACT001"]


def test_a_suppression_of_another_rule_silences_nothing_and_is_told():
    text = "<!-- claims-lint-disable-next-line FACT002 -- as printed -->\nIt has 17 members.\n"
    assert found(text) == ["LINT002", "FACT001"]


def test_a_suppression_without_a_reason_is_a_warning():
    assert found("<!-- claims-lint-disable-next-line FACT001 -->\nIt has 17 members.\n") == ["LINT001"]
    two = "<!-- claims-lint-disable-next-line FACT001 -->\nIt has 17 members.\n\n<!-- a comment of another -->\n"
    assert found(two) == ["LINT001"]


def test_a_suppression_of_a_rule_that_did_not_run_is_not_called_unused():
    text = "<!-- claims-lint-disable-next-line FACT004 -- not in the registry yet -->\nIt has 14 members.\n"
    assert lint(draft(text), [], []).problems == ()
    asked = lint(draft(text), [], [], options=Options(unsupported=True))
    assert [problem.rule for problem in asked.problems] == ["LINT002"]


def test_words_about_suppressions_are_none():
    assert suppressions("Write claims-lint-disable-next-line above the line.") == []


def test_fingerprints_survive_lines_that_move_and_tell_twins_apart():
    text = "It has 17 members.\n\nIt has 17 members.\n"
    before = [problem.fingerprint for problem in told(text).problems]
    after = [problem.fingerprint for problem in told("New words.\n\n" + text).problems]
    assert before == after
    assert len(set(before)) == 2


def test_a_baseline_leaves_out_what_it_knows():
    report = told("It has 17 members.\n")
    kept = baseline.known(baseline.written([report]))[report.path]
    new = baseline.without(told("It has 17 members.\n\nThen 17 more came.\n"), kept)
    assert len(new.problems) == len(new.kept) == 1
    assert new.kept[0].fingerprint in kept


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"version": 2, "files": {}}', '{"version": 1, "files": {"a": 3}}'])
def test_a_file_that_is_no_baseline_is_refused(text):
    with pytest.raises(InvalidValue):
        baseline.known(text)


SOURCE = Stored(
    "The board met in May. We will not close the harbour before the last boat is safe, said its chair. It rained.",
    "Harbour News",
    "https://reg.example/documents/1",
)


def compared(text: str, *sources: Stored):
    places = to_compare(draft(text), Options())
    report = lint(draft(text), [], [], stored=dict.fromkeys(places, sources or (SOURCE,)))
    return report.problems


def test_other_words_than_those_of_the_source_are_a_misquotation():
    problem = compared("“We will not shut the harbour before the last boat is safe”, she said.")[0]
    assert problem.rule == "FACT005"
    assert problem.held == "We will not close the harbour before the last boat is safe"
    assert problem.fix is not None
    assert not problem.fix.safe


@pytest.mark.parametrize(
    "words",
    [
        "We will not close the harbour before the last boat is home",
        "They will not close the harbour before the last boat is safe",
        "Nobody will close the harbour before the last boat is back home",
    ],
)
def test_the_words_at_the_ends_of_a_quotation_that_differ_are_shown_as_the_source_has_them(words):
    problem = compared(f"“{words}”, she said.")[0]
    assert problem.held == "We will not close the harbour before the last boat is safe"


@pytest.mark.parametrize(
    "text",
    [
        "“We will not close the harbour before the last boat is safe”, she said.",
        '"We will not close the harbour before the last boat is safe," she said.',
        "“we will not close the harbour … the last boat is safe”, she said.",
        "“We will not close the harbour before [it] is safe”, she said.",
        "“We will not close”, she said.",
        "“The harbour master has painted all of his boats blue this spring”, she said.",
        "“We will not paint the town before the first guest is here and happy”, she said.",
    ],
)
def test_the_same_words_and_quite_other_words_are_left_alone(text):
    assert compared(text) == ()


def test_one_source_with_the_very_words_is_enough():
    other = replace(SOURCE, text="We will not shut the harbour before the last boat is safe, she said.")
    assert compared("“We will not shut the harbour before the last boat is safe”, she said.", SOURCE, other) == ()


def test_a_changed_number_in_a_quotation_is_found():
    source = replace(SOURCE, text="There were 41 boats in the harbour on Monday, he wrote.")
    problem = compared("“There were 14 boats in the harbour on Monday”, he wrote.", source)[0]
    assert "41 boats" in problem.message


def test_quotations_are_found_in_every_kind_of_marks():
    text = '“one two” and "three four" and «five six» and „seven eight“; it\'s 5" wide and 6" long'
    assert [text[start:end] for start, end in quotations(text)] == ["one two", "three four", "five six", "seven eight"]


@given(
    st.lists(st.sampled_from(["the", "last", "boat", "is", "safe", "we", "not", "41", "14"]), min_size=5, max_size=20)
)
def test_every_passage_of_a_text_is_itself(words):
    likeness, passage = quoting.nearest(words, "before " + " ".join(words) + " after")
    assert likeness == 1.0
    assert quoting.tokens(passage) != []


def test_nothing_is_said_about_a_draft_without_a_registry():
    text = "It has 17 members."
    assert lint(draft(text), [says(text, "17", figure("17"))], [Known()]).problems == ()


@pytest.mark.parametrize(
    "part",
    [
        "<!--",
        "[a]: ",
        "a `",
        "[a](",
        "> ",
        "\n    x",
        "\n\n    x",
        "```\n",
        "<a ",
        "“",
        '"',
        " ",
        "claims-lint-disable ",
    ],
)
def test_masking_takes_no_longer_than_the_text_is_long(part):
    from time import process_time

    text, began = part * 20_000, process_time()
    masked(text, MARKDOWN)
    list(quotations(text))
    suppressions(text[:100_000])
    assert process_time() - began < 2


@pytest.mark.parametrize("part", [b"<code>", b"<pre x ", b"<script>y", b"<code></pre>", b"</code >"])
def test_a_page_of_code_without_an_end_takes_no_longer_than_it_is_long(part):
    from time import process_time

    began = process_time()
    assert b"Has 3 boats" in without_code(part * 20_000 + b"<code>x = 17</code>Has 3 boats.")
    assert process_time() - began < 2


def test_code_ends_at_the_first_mark_of_its_kind():
    page = b"<PRE a=1>1 <code>2</code> </Pre >3 <code>4</pre>5</code>6 <samp>7"
    assert without_code(page) == b" 3  6 <samp>7"


def test_a_figure_of_a_misquoted_passage_is_told_once_and_as_gravely():
    text = "“The harbour board has 17 members and one chair”, she said. The harbour board has 19 members."
    source = Stored(
        "The harbour board has 14 members and one chair, she said.", "Harbour News", "https://reg.example/1"
    )
    claims = [says(text, number, figure(number)) for number in ("17", "19")]
    held = known(side("14", figure("14")))
    (place,) = to_compare(draft(text), Options())
    found = lint(draft(text), claims, [held, held], stored={place: [source]}).problems
    assert {(one.rule, one.level) for one in found} == {("FACT005", Level.ERROR), ("FACT001", Level.ERROR)}
    assert [one.span.exact for one in found if one.rule == "FACT001"] == ["19"]
