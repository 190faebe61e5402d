"""Where sources disagree: who is surer, who is many, and who had the last word."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from registry.model.assertion import Behaviour, Scope
from registry.model.moment import Moment, Precision
from registry.steps.lint import lint
from registry.steps.lint.attributed import misattributed
from registry.steps.lint.gather import gathered
from registry.steps.lint.problem import Side
from registry.steps.match import Match
from tests.steps.lint.makers import draft, figure, known, says, side, witness

FIRST = date(2023, 3, 1)
SURE = Match(0.97, same=True, reasons=())


def rules(number: str, *sides: Side, **more) -> list[str]:
    text = f"The harbour board has {number} {more.get('noun', 'member')}s."
    claim = says(text, number, figure(number), **more)
    return [problem.rule for problem in lint(draft(text), [claim], [known(*sides)]).problems]


def planks(number: str, behaviour: Behaviour) -> dict[str, Any]:
    """A thing of which nothing is known but how it was read."""
    return {"behaviour": behaviour, "noun": "plank", "text": f"The harbour board has {number} planks."}


def after(days: int, value: str = "14", **more) -> Side:
    return side(value, figure(value), FIRST + timedelta(days=days), publisher="Coast Weekly", **more)


@pytest.mark.parametrize(
    ("days", "behaviour", "rule"),
    [
        (30, Behaviour.STATE, "FACT002"),  # it moves, and a month has gone by
        (2, Behaviour.STATE, "FACT003"),  # two papers of one week
        (30, Behaviour.FIXED, "FACT003"),
        (400, Behaviour.FIXED, "FACT002"),  # a final report, a ruling on appeal
    ],
)
def test_a_figure_that_was_followed_by_another_is_out_of_date(days, behaviour, rule):
    early = side("12", figure("12"), FIRST, **planks("12", behaviour))
    late = after(days, **planks("14", behaviour))
    assert rules("12", early, late, behaviour=behaviour, noun="plank") == [rule]


def test_what_several_say_since_is_what_became_of_a_figure():
    more = planks("14", Behaviour.FIXED)
    early = side("12", figure("12"), FIRST, **planks("12", Behaviour.FIXED))
    second = witness("14", figure("14"), publisher="Board of Trade", day=FIRST + timedelta(days=40), **more)
    many = side("14", figure("14"), FIRST + timedelta(days=30), second, publisher="Coast Weekly", **more)
    assert rules("12", early, many, behaviour=Behaviour.FIXED, noun="plank") == ["FACT002"]


def test_the_last_word_on_what_moves_is_right():
    early = side("12", figure("12"), FIRST)
    assert rules("14", early, after(30)) == []
    assert rules("14", early, after(2)) == ["FACT003"]


@pytest.mark.parametrize(("odd", "found"), [("41", []), ("15", ["FACT003"])])
def test_one_that_exchanged_two_digits_has_three_others_against_it(odd, found):
    others = (witness("14", figure("14"), publisher=name, day=FIRST) for name in ("Board of Trade", "Coast Weekly"))
    many = side("14", figure("14"), FIRST, *others)
    assert rules("14", many, side(odd, figure(odd), FIRST, publisher="The Gull")) == found


def test_who_was_not_weighed_among_the_matter_is_no_weaker_for_it():
    weighed = side("12", figure("12"), FIRST)
    early = replace(weighed, witnesses=tuple(replace(one, match=SURE) for one in weighed.witnesses))
    assert rules("12", early, after(2)) == ["FACT003"]


def in_year(year: int) -> Scope:
    return Scope(period=Moment(date(year, 1, 1), date(year, 12, 31), Precision.YEAR))


def test_who_speaks_of_another_year_is_no_rival():
    text = "In 2003 the flood of Norsund lasted 21 days."
    claim = says(text, "21", figure("21"), scope=in_year(2003), behaviour=Behaviour.FIXED)
    told = "The flood of 2003 in Norsund lasted {} days.", "The flood of Norsund lasted {} days."
    then, now = (
        side(words, figure(words), date(2023, 8, day), text=where.format(words), behaviour=Behaviour.FIXED)
        for words, where, day in (("21", told[0], 3), ("27", told[1], 9))
    )
    facts = [
        known(replace(one, witnesses=tuple(replace(each, match=SURE) for each in one.witnesses))) for one in (then, now)
    ]
    assert lint(draft(text), [claim], [gathered(claim, facts)]).problems == ()


def test_a_figure_given_to_another_speaker_is_wrong():
    text = "The harbour board has 90 members, according to the port union."
    claim = says(text, "90", figure("90"), by="Port Union")
    organisers = side("90", figure("90"), FIRST, by="Dock Company")
    union = side("35", figure("35"), FIRST, by="Port Union", publisher="Coast Weekly")
    sure = replace(union, witnesses=tuple(replace(one, match=SURE) for one in union.witnesses))
    assert misattributed(claim, [organisers], known(organisers, sure)) is sure
    (found,) = lint(draft(text), [claim], [known(organisers, sure)]).problems
    assert found.rule == "FACT001"
    assert "35" in found.message


@pytest.mark.parametrize("by", [None, "Port Union"])
def test_a_figure_that_the_speaker_may_have_given_too_is_not(by):
    claim = says("The harbour board has 90 members.", "90", figure("90"), by="Port Union")
    others = side("90", figure("90"), FIRST, by=by, publisher="Port Union")
    union = side("35", figure("35"), FIRST, by="Port Union", publisher="Coast Weekly")
    sure = replace(union, witnesses=tuple(replace(one, match=SURE) for one in union.witnesses))
    assert misattributed(claim, [others], known(others, sure)) is None


def test_who_is_not_known_to_be_last_has_not_the_last_word():
    undated = side("12", figure("12"), None, **planks("12", Behaviour.STATE))
    dated = after(30, **planks("14", Behaviour.STATE))
    assert rules("12", undated, dated, behaviour=Behaviour.STATE, noun="plank") == ["FACT003"]


@pytest.mark.parametrize(("behaviour", "rule"), [(Behaviour.FIXED, "FACT003"), (Behaviour.STATE, "FACT002")])
def test_what_stays_as_it_is_does_not_go_out_of_date(behaviour, rule):
    text = "The harbour board has 14 planks."
    claim = says(text, "14", figure("14"), behaviour=behaviour, noun="plank")
    first = side("14", figure("14"), FIRST, **planks("14", behaviour))
    held = known(first, after(30, "19", **planks("19", behaviour)), held="19", changes=True)
    assert [one.rule for one in lint(draft(text), [claim], [held]).problems] == [rule]


def test_what_was_only_reckoned_at_first_goes_out_of_date_all_the_same():
    text = "The harbour board has about 140 planks."
    value = figure("135", high="145", approx=True)
    told = {"behaviour": Behaviour.FIXED, "noun": "plank", "text": text}
    first = side("about 140", value, FIRST, **told)
    held = known(first, after(30, "190", **planks("190", Behaviour.FIXED)), held="190", changes=True)
    claim = says(text, "about 140", value, behaviour=Behaviour.FIXED, noun="plank")
    assert [one.rule for one in lint(draft(text), [claim], [held]).problems] == ["FACT002"]


def test_one_that_exchanged_two_digits_of_what_three_state_puts_nothing_out_of_date():
    text = "The harbour board has 187 planks."
    claim = says(text, "187", figure("187"), noun="plank")
    many = replace(side("187", figure("187"), FIRST, **planks("187", Behaviour.STATE)), sources=3, independent=3)
    held = known(many, after(30, "178", **planks("178", Behaviour.STATE)), held="178", changes=True)
    assert lint(draft(text), [claim], [held]).problems == ()


@pytest.mark.parametrize(
    ("by", "again", "found"),
    [
        ("Port Union", "Dock Company", []),  # the union does say so
        ("Port Union", "Port Union", ["FACT003"]),  # and something else
        ("Coast Guard", "Dock Company", ["FACT003"]),  # nobody knows what that one says
    ],
)
def test_what_a_draft_gives_to_whoever_stated_it_is_right(by, again, found):
    text = f"The harbour board has 14 members, according to the {by}."
    claim = says(text, "14", figure("14"), by=by)
    union = side("14", figure("14"), FIRST, by="Port Union")
    others = side("19", figure("19"), FIRST, by=again, publisher="Coast Weekly")
    assert [one.rule for one in lint(draft(text), [claim], [known(union, others)]).problems] == found
