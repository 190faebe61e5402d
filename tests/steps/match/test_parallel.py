"""Sentences of one form about two things, and two measures of a thing."""

from __future__ import annotations

import pytest

from registry.model.assertion import Kind
from registry.steps.match.entries import only_labels
from registry.steps.match.extents import other_extent
from registry.steps.match.parallel import parallel
from registry.steps.match.profile import profile
from registry.steps.match.twins import twins
from tests.steps.makers import said


def of(veto, one, other, first, second):
    """What a veto says of two figures in their sentences, which are about what they begin with."""
    claims = (said(words, text, of=text.split()[0]) for words, text in ((first, one), (second, other)))
    return veto(*map(profile, claims))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Adults pay 12 euros.", "Children pay 6 euros."),
        ("The charity raised 12 million.", "The charity spent 6 million."),
        ("The north tower is 12 metres high.", "The south tower is 6 metres high."),
        ("The strike at Norwind lasted 12 days.", "The strike at Halden lasted 6 days."),
        ("Ford sold 12 cars in the town.", "Opel sold 6 cars in the town."),
        ("The euro rose to 12 crowns.", "The pound rose to 6 crowns."),
    ],
)
def test_sentences_of_one_form_with_another_name_are_about_two_things(one, other):
    first, second = (next(word for word in text.split() if word.isdigit()) for text in (one, other))
    assert of(parallel, one, other, first, second)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The blaze in the mill killed 12 people.", "The fire in the mill killed 6 people."),
        ("Britain has 12 of these ships.", "The UK has 6 of these ships."),
        ("Police said that 12 people came.", "Organisers said that 6 people came."),
        ("On Monday 12 people were ill there.", "On Tuesday 6 people were ill there."),
        ("The mill has 12 looms.", "The mill has 6 looms."),
        ("Tolls: cars 12", "Tolls: lorries 6"),
    ],
)
def test_another_word_for_it_another_voice_or_day_is_no_other_thing(one, other):
    first, second = (next(word for word in text.split() if word.isdigit()) for text in (one, other))
    assert of(parallel, one, other, first, second) is None


@pytest.mark.parametrize(
    ("one", "other", "what", "parted"),
    [
        ("The farm sold 12 tonnes of apples.", "The farm sold 6 tonnes of pears.", ("apple", "pear"), True),
        ("Flour prices there rose 12 percent.", "Butter prices there rose 6 percent.", ("price rise",) * 2, False),
        ("Flour prices there rose 12 percent.", "Butter prices there rose 6 percent.",
         ("flour price rise", "butter price rise"), True),
        ("The town has 12 homes there.", "The town has 6 houses there.", ("home", "house"), False),
        ("The plant has a capacity of 12 MW.", "The plant has an output of 6 MW.", ("capacity", "output"), False),
        ("The yearly budget is 12 million.", "The annual budget is 6 million.", ("yearly sum", "annual sum"), False),
        ("The rescued were 12 there.", "The rescuing were 6 there.", ("rescued person", "rescuing person"), False),
    ],
)  # fmt: skip
def test_sentences_of_one_form_about_other_things_by_name(one, other, what, parted):
    claims = [
        said(next(word for word in text.split() if word.isdigit()), text, what=name, of="Norsund", kind=Kind.MEASURE)
        for text, name in zip((one, other), what, strict=True)
    ]
    assert (parallel(*map(profile, claims)) is not None) is parted


@pytest.mark.parametrize(
    ("one", "other", "parted"),
    [
        ("The tower is 64 metres high.", "The pier is 430 metres long.", True),
        ("The 64 metres high tower fell.", "The 66 metres tall tower stands.", False),
        ("The canal is 64 metres wide.", "The canal is 12 metres deep.", True),
        ("The canal is 64 metres wide.", "It has 12 metres of water.", False),
    ],
)
def test_how_high_it_is_is_not_how_long(one, other, parted):
    first, second = (next(f"{word} metres" for word in text.split() if word.isdigit()) for text in (one, other))
    assert (of(other_extent, one, other, first, second) is not None) is parted


def test_months_that_open_sentences_with_other_figures_are_two_months():
    first, second = "In March 410 people died on the roads.", "In April 380 people died on the roads."
    days = [
        said(month, text, what="death date", on="2024-05-31") for month, text in (("March", first), ("April", second))
    ]
    assert twins(*days) is None
    assert only_labels(*map(profile, days))


def test_a_month_alone_that_differs_was_edited():
    days = [
        said(month, f"In {month} 410 people died on the roads.", what="death date", on="2024-05-31")
        for month in ("March", "April")
    ]
    assert twins(*days)
    assert only_labels(*map(profile, days)) is None
