"""What a page weighs, and that each loads the sheets it needs and no more than its bar.

Pages are weighed with all they load, as they are unpacked; a queue of the most rows, which one has to ask for, alone.
A newcomer's mistake: counting responses as they arrive. The browser knows what a page took, kept or fetched anew, and
an answer that comes late belongs to nobody.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import web
from tests.web.conftest import fill

HEAVIEST = 60_000
TOOK = """
() => {
  const told = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
  const page = told.filter((one) => one.initiatorType !== "fetch");
  return page.reduce((sum, one) => sum + one.decodedBodySize, 0);
}
"""
FOLDER = Path(web.__file__).parent
COUNTS = ((121, "2019-05-01"), (122, "2021-06-01"), (124, "2023-05-31"), (125, "2025-01-16"))
PLACES = ("Norsund", "Austvik", "Holmen", "Skarvøy", "Tindfjord", "Lyngnes", "Fagervik")
THINGS = (
    "lighthouses",
    "cable ferries",
    "salmon farms",
    "primary schools",
    "fishing boats",
    "wind turbines",
    "weather stations",
)
OFFICES = ("Directorate for Coastal Settlements and Inland Waterways", "Northern Isles Statistical Yearbook Committee")
PAPERS = ("Harbour Herald", "Island Gazette", "Coast Courier")


def said(count: int, day: str, paper: str) -> dict[str, str]:
    text = (
        f"The {paper} asked every boat house between the northern pier and the old customs office, in winter and again "
        f"in the first warm week of the year. The Norsund Harbour Choir has {count} members, its chair told the paper."
    )
    return {"text": text, "title": f"A choir by the sea, as the {paper} heard it", "publisher": paper, "published": day}


@pytest.mark.browser
def test_no_page_weighs_more_than_its_bar_not_even_with_a_conflict_of_many_sides(page, database):
    fill(database, *(said(count, day, paper) for count, day in COUNTS for paper in PAPERS))
    page.goto("/queue")
    found = ["/", "/queue", "/documents", "/facts", "/add", "/history", "/statistics", "/keys", "/search?q=choir"]
    for listed in ("/queue", "/documents", "/facts"):
        page.goto(listed)
        found += page.eval_on_selector_all(
            ".rows .title", "all => all.slice(0, 3).map(one => one.getAttribute('href'))"
        )
    weights = {}
    for path in found:
        page.goto(path)
        weights[path] = page.evaluate(TOOK)
    assert len(found) > 12
    assert page.locator(".witness, .side, .rows, .reader, .group").count()
    assert {path: weight for path, weight in weights.items() if weight > HEAVIEST} == {}


def long(place: str, at: int, office: str) -> dict[str, str]:
    """A document that counts everything in a place of a long name, otherwise than another office does."""
    told = [
        f"The {place} Harbour Municipality has {20 + 3 * number + at} {thing}." for number, thing in enumerate(THINGS)
    ]
    title = f"A survey of what there is to count in the {place} Harbour Municipality, by the {office}"
    return {"text": " ".join(told), "title": title, "publisher": f"{office} of {place}", "published": f"202{at}-05-01"}


@pytest.mark.browser
def test_full_lists_of_long_titles_weigh_no_more_than_the_bar(page, database):
    fill(database, *(long(place, at, office) for place in PLACES for at, office in enumerate(OFFICES * 2)))
    weights, rows = {}, {}
    for path in ("/", "/queue", "/documents", "/facts", "/search?q=municipality"):
        page.goto(path)
        weights[path], rows[path] = page.evaluate(TOOK), page.locator(".rows > li").count()
    assert rows["/queue"] == 25
    assert rows["/documents"] >= 20
    assert rows["/facts"] >= 20
    assert rows["/search?q=municipality"] >= 20
    assert {path: weight for path, weight in weights.items() if weight > HEAVIEST} == {}
    page.goto("/queue?size=50")
    assert page.locator(".rows > li").count() > 30
    assert page.evaluate("performance.getEntriesByType('navigation')[0].decodedBodySize") < HEAVIEST
    assert page.evaluate(TOOK.replace("decodedBodySize", "encodedBodySize")) < HEAVIEST / 2


def parts(name: str) -> dict[str, str]:
    """The macros of a file by name."""
    text = (FOLDER / "templates" / "parts" / name).read_text()
    return dict(re.findall(r"{% macro (\w+)\(.*?%}(.*?){%-? endmacro %}", text, re.DOTALL))


def drawn(text: str, seen: set[str]) -> str:
    """A template with what it includes and calls."""
    made = text
    for name in re.findall(r'{% include "([^"]+)"', text):
        if name not in seen:
            seen.add(name)
            made += drawn((FOLDER / "templates" / name).read_text(), seen)
    known = {"m": parts("macros.html"), "e": parts("entering.html")}
    for place, name in re.findall(r"\b([me])\.(\w+)\(", text):
        if name not in seen and name in known[place]:
            seen.add(name)
            made += drawn(re.sub(r"{{-? (\w+)\(", rf"{{{{ {place}.\1(", known[place][name]), seen)
    return made


def classes(text: str) -> set[str]:
    """The classes that a template writes."""
    found = re.findall(r'class="((?:[^"{]|{{.*?}}|{%.*?%})*)"', text)
    return {name for each in found for name in re.sub(r"{{.*?}}|{%.*?%}", " ", each).split()}


def styled(sheet: str) -> set[str]:
    """The classes that the rules of a sheet begin with."""
    rules = re.findall(r"([^{}]+)\{[^{}@]*\}", (FOLDER / "static" / f"{sheet}.css").read_text())
    heads = (re.match(r"[^.]*\.([a-zA-Z][\w-]*)", head.strip()) for rule in rules for head in rule.split(","))
    return {head.group(1) for head in heads if head}


@pytest.mark.parametrize("file", sorted((FOLDER / "templates").glob("*.html")), ids=lambda file: file.stem)
def test_a_page_loads_the_sheets_that_its_classes_are_in_and_no_others(file):
    text = file.read_text()
    if '{% extends "base.html" %}' not in text:
        return
    listed = re.search(r"{% set sheets = \[(.*?)\] %}", text)
    loaded = set(re.findall(r'"(\w+)"', listed.group(1))) if listed else set()
    written = classes(drawn(text, set())) - styled("tokens") - styled("frame") - styled("parts")
    needed = {
        sheet for sheet in ("evidence", "lists", "figures", "forms", "desk", "reading") if written & styled(sheet)
    }
    assert loaded == needed
