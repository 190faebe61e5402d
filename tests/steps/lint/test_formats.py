"""The formats: what editors, build servers and code scanning read."""

from __future__ import annotations

import json
import re
import sys
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.model.span import Span
from registry.steps.lint import baseline, lint
from registry.steps.lint.catalogue import RULES
from registry.steps.lint.formats import FORMATS
from registry.steps.lint.formats.github import MOST, github
from registry.steps.lint.formats.human import human
from registry.steps.lint.problem import Fix, Level, Problem, Reference, Report
from tests.steps.lint.makers import draft, figure, known, says, side

TEXT = "# Boats 😀\n\nToday 😀 the harbour board has 17 members.\n"


def made(text: str = TEXT, words: str = "17") -> Report:
    report = lint(draft(text), [says(text, words, figure("17"))], [known(side("14", figure("14")))], path="a draft.md")
    return replace(report, problems=tuple(replace(one, citation="[^a]: Harbour News") for one in report.problems))


def nasty(message: str = "no", path: str = "a.md", rule: str = "FACT001") -> Report:
    """A report whose every word may hurt a format."""
    span = Span.cut("abc", 0, 3)
    told = Reference(message, message, message)
    problem = Problem(
        rule,
        RULES[rule].level,
        span,
        span,
        message,
        message,
        message,
        message,
        (told,),
        Fix(0, 3, message),
        message,
        message,
        "f",
    )
    return Report(path, "abc", (problem,), claims=1)


def many(**counts: int) -> Report:
    """So many errors, warnings and notes, the notes first in the text."""
    text = "x" * 200
    rules = {Level.NOTE: "FACT007", Level.WARNING: "FACT002", Level.ERROR: "FACT001"}
    problems = [
        Problem(rules[level], level, Span.cut(text, at, at + 1), Span.cut(text, at, at + 1), f"{level} {at}")
        for level in reversed(Level)
        for at in range(counts.get(level.value, 0))
    ]
    return Report("a.md", text, tuple(problems), claims=len(problems))


def test_a_line_is_path_line_column_check_message():
    assert FORMATS["line"]([made()]) == (
        "a draft.md:3:31:Claims.FACT001:The registry holds 14 (Harbour News), not 17. Write “14”.\n"
    )


def test_vale_counts_columns_from_one_and_includes_both_ends():
    alert = json.loads(FORMATS["json"]([made()]))["a draft.md"][0]
    line = TEXT.split("\n")[alert["Line"] - 1]
    start, end = alert["Span"]
    assert line[start - 1 : end] == alert["Match"] == "17"
    assert alert["Action"] == {"Name": "replace", "Params": ["14"]}
    assert (alert["Check"], alert["Severity"]) == ("Claims.FACT001", "error")
    assert set(alert) == {"Action", "Check", "Description", "Line", "Link", "Match", "Message", "Severity", "Span"}


def test_vale_leaves_files_without_problems_out():
    assert json.loads(FORMATS["json"]([Report("a.md", "Fine.")])) == {}


def test_people_see_the_words_marked():
    told = human([made()])
    line, mark = told.split("\n")[2:4]
    assert line.endswith("the harbour board has 17 members.")
    assert mark.index("^") == line.index("17") + 1
    assert mark.count("^") == 2
    assert "write: Today 😀 the harbour board has 14 members." in told
    assert told.endswith("1 error; 1 claim in 1 file checked.\n")


def test_colours_only_when_told():
    assert "\x1b" not in human([made()])
    assert "\x1b[1;31m" in human([made()], colours=True)


def test_a_long_line_is_cut_around_the_words():
    told = human([made("word " * 80 + "it has 17 members and " + "word " * 80)])
    line, mark = told.split("\n")[2:4]
    assert len(line) < 120
    assert line[mark.index("^") :].startswith("17")


def sarif_run(*reports: Report) -> Any:
    log = json.loads(FORMATS["sarif"](reports))
    assert log["version"] == "2.1.0"
    return log["runs"][0]


def test_sarif_counts_code_points_from_one_with_an_exclusive_end():
    run = sarif_run(made())
    result = run["results"][0]
    region = result["locations"][0]["physicalLocation"]["region"]
    line = TEXT.split("\n")[region["startLine"] - 1]
    assert run["columnKind"] == "unicodeCodePoints"
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "17"
    assert TEXT[region["charOffset"] : region["charOffset"] + region["charLength"]] == region["snippet"]["text"] == "17"


def test_sarif_results_name_their_rule_sources_fix_and_fingerprint():
    run = sarif_run(made())
    result = run["results"][0]
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "FACT001"
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "a%20draft.md"
    assert result["partialFingerprints"]["claimsLint/v1"] == made().problems[0].fingerprint
    assert "Harbour News" in result["relatedLocations"][0]["message"]["text"]
    replaced = result["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert replaced["insertedContent"]["text"] == "14"
    assert "snippet" not in replaced["deletedRegion"]


def test_sarif_tells_what_is_new_known_and_suppressed():
    report = made(TEXT + "\n<!-- claims-lint-disable-next-line FACT001 -- as printed -->\n")
    assert "baselineState" not in sarif_run(report)["results"][0]
    kept = baseline.without(report, frozenset({report.problems[0].fingerprint}))
    assert [one["baselineState"] for one in sarif_run(kept)["results"] if "baselineState" in one] == [
        "unchanged",
        "new",
    ]
    silent = replace(report, problems=(), suppressed=report.problems)
    assert sarif_run(silent)["results"][0]["suppressions"] == [{"kind": "inSource", "status": "accepted"}]


def test_sarif_keeps_the_gravest_five_thousand(monkeypatch):
    monkeypatch.setattr(sys.modules["registry.steps.lint.formats.sarif"], "MOST", 3)
    run = sarif_run(many(error=2, warning=2, note=2))
    assert [result["level"] for result in run["results"]] == ["error", "error", "warning"]
    assert "3 results" in json.dumps(run["invocations"])


def test_sarif_has_only_keys_of_the_standard():
    allowed = {
        "ruleId", "ruleIndex", "level", "kind", "message", "locations", "relatedLocations", "fixes",
        "partialFingerprints", "suppressions", "baselineState", "hostedViewerUri", "properties",
    }  # fmt: skip
    run = sarif_run(made(), nasty())
    assert set(run) <= {"tool", "columnKind", "artifacts", "results", "invocations"}
    assert all(set(result) <= allowed for result in run["results"])


@pytest.mark.parametrize("colours", [False, True])
def test_a_terminal_is_given_no_commands_by_a_draft_or_a_source(colours):
    told = human([nasty("a\x1b]0;b\x07\x9b8m", "c\x1b[2J.md")], colours=colours)
    assert not set(re.sub(r"\x1b\[(?:0|1;3\d)m", "", told)) & {"\x1b", "\x07", "\x9b"}


def test_github_escapes_what_would_end_a_command():
    told = github([nasty("50%: yes,\nno", path="a:b,c%.md")]).split("\n")[0]
    assert told.startswith(
        "::error file=a%3Ab%2Cc%25.md,line=1,endLine=1,col=1,endColumn=3,title=FACT001 contradicted::50%25: yes, no"
    )


def test_github_shows_ten_of_a_level_the_gravest_first_and_names_what_is_dropped():
    told = github([many(error=12, warning=3, note=4)]).split("\n")
    kinds = re.findall(r"^::(\w+)", "\n".join(told), re.MULTILINE)
    assert kinds == ["error"] * MOST + ["warning"] * 3 + ["notice"] * 4 + ["notice"]
    assert "2 errors" in told[17]
    assert "a.md:1 FACT001" in told[17]


@given(st.integers(0, 30), st.integers(0, 30), st.integers(0, 30))
def test_github_never_prints_more_than_ten_of_a_level(errors, warnings, notes):
    told = github([many(error=errors, warning=warnings, note=notes)])
    for kind, number in (("error", errors), ("warning", warnings), ("notice", notes)):
        shown = len(re.findall(rf"^::{kind} ", told, re.MULTILINE))
        assert shown <= MOST
        assert shown >= min(number, MOST - 1)


def test_junit_has_a_failure_a_problem_and_a_passing_case_for_a_clean_file():
    suites = ElementTree.fromstring(FORMATS["junit"]([made(), Report("b.md", "Fine.")]))
    assert [len(suite.findall("testcase/failure")) for suite in suites] == [1, 0]
    assert suites[0][0].attrib["name"] == "FACT001 contradicted 3:31"
    assert suites.attrib["tests"] == "2"


class Tags(HTMLParser):
    """The tags, marked words and text of a page."""

    def __init__(self, page: str):
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text += data


def test_the_page_holds_the_draft_and_loads_nothing():
    page = FORMATS["html"]([made()])
    tags = Tags(page)
    names = {name for name, _ in tags.tags}
    assert not names & {"script", "link", "img", "iframe", "object"}
    assert TEXT in tags.text
    assert re.search(r'<mark class="error"[^>]*>17</mark>', page)
    assert all(
        not str(value).startswith("http") for _, found in tags.tags for key, value in found.items() if key == "src"
    )


HURTING = st.text(alphabet="a<>&\"'\n\r\x00\x1b\ud800,:%]", max_size=12)


@given(HURTING)
def test_nothing_in_a_draft_breaks_a_format(text):
    report = nasty(text, path=f"a{text}.md")
    ElementTree.fromstring(FORMATS["junit"]([report]).encode())
    json.loads(FORMATS["sarif"]([report]).encode())
    json.loads(FORMATS["json"]([report]))
    assert FORMATS["line"]([report]).count("\n") == 1
    assert "\x1b" not in FORMATS["human"]([report])
    names = {name for name, _ in Tags(FORMATS["html"]([report])).tags}
    assert names <= {
        "html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "p", "section", "article", "span",
        "blockquote", "q", "ul", "li", "a", "div", "mark", "code",
    }  # fmt: skip


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_format_explains_itself_and_takes_a_clean_report(name):
    assert FORMATS[name].__doc__
    assert isinstance(FORMATS[name]([Report("a.md", "Fine.")]), str)


@pytest.mark.parametrize("link", ["javascript:alert(1)", "data:text/html,x"])
def test_a_page_links_to_the_web_only(link):
    assert link not in [found.get("href") for _, found in Tags(FORMATS["html"]([nasty(link)])).tags]
