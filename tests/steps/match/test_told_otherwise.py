"""What two newsrooms put in other words is compared as one: rises, rates, parts, polls, texts that share no name."""

from __future__ import annotations

from datetime import date

from registry.model.assertion import Status
from registry.model.document import Reading, Source
from registry.steps.extract import extract
from registry.steps.match.about import one_thing, other_rate
from registry.steps.match.bounds import around, portion
from registry.steps.match.kinship import Kin, agreeing, akin
from registry.steps.match.profile import Profile, profile

NOTHING: frozenset[str] = frozenset()


def seen(text: str, figure: str) -> Profile:
    source = Source("news", None, None, date(2026, 5, 20), "en")
    claims = extract(Reading(text=f"{text}\n", media_type="text/plain", reader="given"), source)
    return profile(next(claim for claim in claims if claim.span.exact == figure))


def test_a_drop_and_a_decline_are_one_change():
    one, two = seen("Volumes dropped 3 percent.", "3 percent"), seen("Volumes declined 4 percent.", "4 percent")
    assert one.heads == two.heads == {"decreas"}
    assert one_thing(one, two)
    assert not one_thing(one, seen("Rents dropped 4 percent.", "4 percent"))


def test_annual_savings_and_savings_a_year_are_one_rate():
    annual = seen("Annual savings of 85 million euros are expected.", "85 million euros")
    yearly = seen("They expect savings of 95 million euros a year.", "95 million euros")
    assert not other_rate(annual, yearly).value
    assert other_rate(seen("They expect savings of 85 million euros.", "85 million euros"), yearly).value


def test_what_is_given_for_each_share_is_no_part_of_it():
    told = "It offers 0.68 of its own shares for every Halden share."
    assert portion(told, told.index(" of its")) == ()
    assert portion("It sold 68 of its own shares.", len("It sold 68")) != ()


def test_the_clause_of_a_figure_ends_where_another_verb_begins():
    told = "Prices went up by 0.7 per cent in May and are 3.1 per cent higher than a year ago."
    start = told.index("0.7")
    assert "year ago" not in around(told, start, start + len("0.7 per cent"))


def test_what_a_poll_asks_is_supposed_only_in_its_wording():
    polled = seen("If there were an election next Sunday, the Greens would get 15 percent of the vote.", "15 percent")
    assert polled.status == Status.ACTUAL.value
    assert seen("If the tax fell, it would cost 15 percent of revenue.", "15 percent").status != Status.ACTUAL.value


def test_documents_that_share_no_name_may_share_too_many_figures_for_chance():
    words = frozenset(("budget", "deficit", "revenue", "spending", "allowance", "teacher", "cigarette"))
    names = [frozenset(f"{name}{at}" for at in range(5)) for name in ("Kolar", "Brandt")]
    figures = frozenset(("92.6", "86.9", "58.4"))
    one, two = (Kin(name, words, NOTHING, figures) for name in names)
    assert agreeing(one, two) == 3
    assert akin(one, two) > 0.5
    rounded = [Kin(name, words, NOTHING, frozenset(("500", "1,000", "250,000"))) for name in names]
    assert agreeing(rounded[0], rounded[1]) == 0
    assert akin(rounded[0], rounded[1]) <= 0.3
