"""What keeps a figure from being called wrong, and what does not: plans, names, and days that only set the scene."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from registry.model.assertion import Behaviour, Kind, Status
from registry.model.moment import Moment, Precision
from registry.steps.lint import lint
from registry.steps.lint.problem import Side, Witness
from registry.steps.match import Match
from tests.steps.lint.makers import draft, figure, known, says, side, witness

DAY = date(2023, 3, 1)


def rules(text: str, words: str, value, *sides: Side, **more) -> list[str]:
    claim = says(text, words, value, **more)
    return [problem.rule for problem in lint(draft(text), [claim], [known(*sides)]).problems]


@pytest.mark.parametrize(("number", "found"), [("18", ["FACT001"]), ("14", [])])
def test_who_only_planned_it_does_not_silence_those_who_say_that_it_is_so(number, found):
    planned = witness("14", figure("14"), publisher="Coast Weekly", status=Status.PLANNED)
    told = side("14", figure("14"), DAY, planned)
    assert rules(f"The harbour board has {number} members.", number, figure(number), told) == found


def test_a_plan_is_still_held_against_plans_only():
    told = side("14", figure("14"), DAY)
    ahead = {"status": Status.PLANNED, "verb": "get"}
    assert rules("The harbour board is to get 18 members.", "18", figure("18"), told, **ahead) == []


@pytest.mark.parametrize(("several", "found"), [(True, ["FACT001"]), (False, [])])
def test_each_name_of_a_draft_may_be_known_to_another_who_states_the_same(several, found):
    one = witness("14", figure("14"), text="The harbour board of Norsund has 14 members.")
    two = witness("14", figure("14"), publisher="Coast Weekly", text="In Kalvik the harbour board has 14 members.")
    told = side("14", figure("14"), DAY)
    told = replace(told, witnesses=(one, two) if several else (one,))
    text = "Today the harbour board of Norsund on the Kalvik peninsula has 19 members."
    assert rules(text, "19", figure("19"), told) == found


def dated(text: str, words: str, score: float) -> Witness:
    when = Moment.on(date(2022, 7, 12))
    one = witness(words, when, text=text, kind=Kind.DATE, noun="date", behaviour=Behaviour.FIXED)
    return replace(one, match=Match(score, same=True, reasons=()))


@pytest.mark.parametrize(
    ("text", "score", "found"),
    [
        ("The harbour board showed its first plan on 21 July 2022.", 0.97, ["FACT001"]),
        ("The harbour board showed its first plan on 21 July 2022.", 0.7, []),  # hardly of the same
        ("On 21 July 2022 the harbour board showed its first plan.", 0.97, []),  # it sets the scene
        ("The harbour board had 14 members on 21 July 2022.", 0.97, []),  # it says when the count was so
    ],
)
def test_a_day_that_is_all_a_sentence_tells_is_of_what_happened(text, score, found):
    one = dated("The harbour board published its first plan on 12 July 2022.", "12 July 2022", score)
    told = Side("12 July 2022", one.claim.assertion.value, (one,), first=DAY, last=DAY)
    day = Moment.on(date(2022, 7, 21))
    more = {"kind": Kind.DATE, "noun": "date", "behaviour": Behaviour.FIXED}
    assert rules(text, "21 July 2022", day, told, **more) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The harbour board will have built 120 berths by May 2030.", []),  # another figure is due by then
        ("The harbour board will have built 45 berths by May 2030.", ["FACT001"]),
        ("The harbour board will build berths by May 2030.", ["FACT001"]),
    ],
)
def test_days_by_which_different_figures_are_due_are_two(text, found):
    may = {year: Moment(date(year, 5, 1), date(year, 5, 31), Precision.MONTH) for year in (2028, 2030)}
    more = {"kind": Kind.DATE, "noun": "construction", "behaviour": Behaviour.FIXED, "status": Status.PLANNED}
    told = "The harbour board will have built 45 berths by May 2028."
    one = side("May 2028", may[2028], DAY, text=told, **more)
    assert rules(text, "May 2030", may[2030], one, **more) == found


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("153", "holds 135 (Coast Weekly"),  # a slip of one of them
        ("190", "135 and 180, which is disputed"),  # the latest is no truer than the first
    ],
)
def test_a_figure_that_none_has_of_what_stays_as_it_is(number, words):
    text = "The harbour board has {} planks."
    more: dict[str, Any] = {"behaviour": Behaviour.FIXED, "noun": "plank"}
    claim = says(text.format(number), number, figure(number), **more)
    first = side("135", figure("135"), DAY, publisher="Coast Weekly", text=text.format("135"), **more)
    later = side("180", figure("180"), date(2023, 9, 1), publisher="Slow Blog", text=text.format("180"), **more)
    held = known(first, later, held="180", changes=True)
    (found,) = lint(draft(claim.sentence.exact), [claim], [held]).problems
    assert found.rule == "FACT001"
    assert words in found.message


@pytest.mark.parametrize(
    ("text", "words", "tells"),
    [
        ("It was on 21 May 2024 that the board moved.", "21 May 2024", True),
        ("It was not until 21 May 2024 that the board moved.", "21 May 2024", True),
        ("On 21 May 2024, the board moved to the quay.", "21 May 2024", False),
        ("It was on 21 May 2024 that 14 members left.", "21 May 2024", False),
    ],
)
def test_a_day_that_is_all_a_sentence_is_about_is_of_what_happened(text, words, tells):
    from registry.steps.lint.certainty import event_told

    claim = says(text, words, Moment.on(date(2024, 5, 21)), kind=Kind.DATE)
    other = witness("11 May 2024", Moment.on(date(2024, 5, 11)), text="The board moved on 11 May 2024.", kind=Kind.DATE)
    told = Side(
        "11 May 2024", Moment.on(date(2024, 5, 11)), (replace(other, match=Match(0.99, same=True, reasons=())),)
    )
    assert event_told(claim, told) is tells
