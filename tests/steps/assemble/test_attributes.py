"""What is counted or measured, over many subjects: each class of error with sentences of its own."""

from __future__ import annotations

import pytest

from registry.model.assertion import Kind
from tests.steps.reading import called, claims

CALLED = [
    # days of what is done but once, by the one name for it
    ("The Orlin Act came into force on 1 July 2022.", "1 July 2022", "entry into force date"),
    ("The probe lifted off on 14 April 2024.", "14 April 2024", "launch date"),
    ("Orlin Foods, which went public in 1998, has nine mills.", "1998", "listing year"),
    ("Orlin Foods has been listed in Tarn since 1989.", "1989", "listing year"),
    ("The bridge has not been painted since 1998.", "1998", "bridge painting year"),
    ("No inspector has examined the roof since 2016.", "2016", "roof examination year"),
    ("The bridge has been closed since 1998.", "1998", "bridge start year"),
    ("Teachers in Lansk earn $61,400 on average.", "$61,400", "salary"),
    ("The firm earned 4.1 million euros last year.", "4.1 million euros", "profit"),
    ("It cost 640 million euros, 90 million more than planned.", "90 million", "cost overrun"),
    ("Sales came to 640 million euros, 90 million more than expected.", "90 million", "sales"),
    ("The Elm Dam was finished in 1913.", "1913", "completion year"),
    ("Mara Lind took the post in 2017.", "2017", "start in office year"),
    ("It opened after five years of construction, which began in 1996.", "1996", "construction start year"),
    ("Start of construction: 1989", "1989", "construction start year"),
    ("Its highest point is Mount Orsa (2,917 m).", "2,917 m", "elevation"),
    # a time behind a name is no age, ages of a group are
    ("In Norwind, five years after the fire, the mill is still closed.", "five years", "time after fire"),
    ("The scheme is for workers aged between 50 and 64 years.", "between 50 and 64 years", "age"),
    # what is raised, cut or exceeded by an amount
    ("The council exceeded its road budget by 3 million euros.", "3 million euros", "budget excess"),
    ("The regulator cut the milk quota by 6 percent.", "6 percent", "quota"),
    ("Wheat prices rose by 11 percent.", "11 percent", "price rise"),
    ("Revenue rose 9 percent to $4 billion.", "9 percent", "revenue growth"),
    ("Revenue rose 9 percent to $4 billion.", "$4 billion", "revenue"),
    # what is expected to reach a level
    ("Analysts expect the deficit to reach 4 percent.", "4 percent", "deficit"),
    ("The delay takes the bill past £9 billion.", "past £9 billion", "bill"),
    # shares and labels
    ("Nurses: 31 percent", "31 percent", "share of nurse"),
    ("Vacancy rate: 3 percent", "3 percent", "vacancy rate"),
    ("Barns destroyed: 12", "12", "destroyed barn"),
    ("Fatalities: 9", "9", "death"),
    ("Machinery 5.24", "5.24", "machinery"),
    ("Deceased: 41, of whom 38 were passengers", "41", "death"),
    ("Still in hospital: 64, including 9 in intensive care", "64", "person in hospital"),
    ("Revenue of €48 billion, down 5 percent", "5 percent", "revenue decrease"),
    ("They were ordered to pay $17 million in restitution.", "$17 million", "restitution"),
    ("The firm took in $38 million.", "$38 million", "amount raised"),
    ("Nobody may enter a zone of 7 km.", "7 km", "zone radius"),
    ("The 2,417-metre volcano was quiet.", "2,417-metre", "volcano height"),
    ("In two days 180 mm of rain fell.", "180 mm", "rainfall"),
    ("The maximum was 42 degrees Celsius.", "42 degrees Celsius", "maximum temperature"),
    ("The lake gave 36 gigawatt-hours.", "36 gigawatt-hours", "energy"),
    ("They found two drowned fishermen.", "two", "drowned fisherman"),
    ("The school has 400 pupils. 30 percent of them walk.", "30 percent", "share of pupil"),
    # lists, ellipsis, partitives
    ("Police counted 12 thefts in the old town and nine at the harbour.", "nine", "theft"),
    ("The toll is 40, of whom 12 were children.", "12", "child"),
    ("Nineteen people were pulled alive from the river.", "Nineteen", "rescued person"),
    ("The dog unit found 14 dead wild geese.", "14", "goose"),
    # measures
    ("The canal is 62 km (39 miles) long.", "62 km", "length"),
    ("They dug two shafts of 210 metres each.", "210 metres", "shaft length"),
    ("The chapel took 13 years to build.", "13 years", "time to build"),
    ("The plane vanished at 2,400 feet.", "2,400 feet", "height"),
    # sums beside their word, where the tree says nothing; what weighs or fills so much
    ("At the year end gross debt was £70.2 million and net debt £66.4 million.", "£66.4 million", "net debt"),
    ("Brenner was further ordered to forfeit $38.4 million.", "$38.4 million", "forfeiture"),
    ("The hall is to have 900 seats and cost £52m.", "£52m", "cost"),
    ("The charity asked for $14.5 million.", "$14.5 million", "amount sought"),
    ("The store sold goods worth €18.95 billion.", "€18.95 billion", "value"),
    ("The port shipped 84,000 tonnes of copper last year.", "84,000 tonnes", "copper"),
    # what fits in, who voted, who died, who works
    ("The arena holds 9,400.", "9,400", "capacity"),
    ("The council voted 31 to 18 for the plan.", "31", "vote"),
    ("The party won 44 votes; two abstained.", "two", "abstention"),
    ("The storm claimed 31 lives.", "31", "death"),
    ("The mine employs 460.", "460", "employee"),
    ("The firm has 460 staff.", "460", "employee"),
    ("The oldest suspect is 63.", "63", "age"),
    ("Measles cases have risen to 143.", "143", "measles case"),
    (
        "The list was 7.64 million names long. There were 31 wards. A month before it had been 7.48 million.",
        "7.48 million",
        "name",
    ),
    ("The ship and its 26-strong crew are being held.", "26-strong", "crew member"),
    # a year is no date
    ("The library opened in 1974.", "1974", "library opening year"),
    ("The library opened on 4 May 1974.", "4 May 1974", "library opening date"),
    # votes, prices, changes told in a second breath, journeys
    ("The motion was carried 17 to 13.", "17", "vote"),
    ("The bill passed by 51 votes to 49.", "49", "vote"),
    ("The shed was priced at $1.35 million.", "$1.35 million", "shed price"),
    ("The repairs were estimated at $4 million.", "$4 million", "repair cost"),
    ("The damage was put at $20 million.", "$20 million", "damage"),
    ("Sales fell to 4,200 units, a drop of 12 percent.", "12 percent", "sales drop"),
    ("The new line will shorten the trip from 35 to 14 minutes.", "35", "trip"),
    # trials
    ("Poachers face up to 20 years in prison.", "up to 20 years", "prison sentence"),
    ("The court convicted the baker. He got two years.", "two years", "prison sentence"),
    ("A jury cleared him of four charges and convicted him of three.", "three", "charge"),
]


@pytest.mark.parametrize(("text", "exact", "name"), CALLED, ids=[f"{text[:36]}: {exact}" for text, exact, _ in CALLED])
def test_a_figure_is_called_what_a_person_would_call_it(text, exact, name):
    assert name in called(text, exact)


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("It took 12 years to grow from 7 billion.", "7 billion"),
        ("Women have 2.3 children on average. Arden, with 1.4 billion, has most.", "1.4 billion"),
    ],
)
def test_a_vast_figure_is_not_called_after_a_small_one(text, exact):
    figure = next(claim.assertion for claim in claims(text, "2031-01-05") if claim.span.exact == exact)
    assert figure.attribute is None
    assert figure.kind is Kind.COUNT


@pytest.mark.parametrize(
    ("text", "exact", "name"),
    [
        ("The bridge opened on 4 May 2030.", "4 May 2030", "opening date"),
        ("The states signed the treaty on 2 June 2030.", "2 June 2030", "treaty signing date"),
        ("Pardoned: 3 March 2030\nSentenced: 4 March 2029\n", "4 March 2029", "sentencing date"),
        ("Lena Ost, mayor since 2019, will retire.", "2019", "start in office"),
        ("The next summit is on 20 July 2031.", "20 July 2031", "summit date"),
        ("A strike is planned for 11 March 2031.", "11 March 2031", "strike date"),
        ("They will finish the tower by the end of 2033.", "the end of 2033", "target date"),
    ],
)
def test_a_date_is_called_after_what_happened_on_it(text, exact, name):
    found = {claim.span.exact: claim.assertion.attribute for claim in claims(text, "2031-01-05")}
    near = next(term for words, term in found.items() if exact in words)
    assert near is not None
    assert name in near.label


@pytest.mark.parametrize(
    "text",
    ["By 30 June 2030 the shop employed 12 people.", "As of 4 May 2030 the camp held 310 people."],
)
def test_a_date_that_only_frames_a_figure_is_called_by_its_sort_and_shares_no_fact(text):
    dates = [claim.assertion for claim in claims(text, "2031-01-05") if claim.assertion.kind.value == "date"]
    assert dates
    assert all((said.attribute.key, said.head) == ("date", None) for said in dates)


def test_people_of_a_march_are_demonstrators_whatever_they_are_called():
    text = (
        "The rally for cheaper rents filled the centre of Alder on Sunday, demonstrators said.\n\n"
        "The police counted 14,000, the organisers 52,000. In Hallby 9,000 people marched.\n\n"
        "- 3,500 in the streets of Norsund\n\nThe region has 640,000 inhabitants."
    )
    found = {claim.span.exact: claim.assertion.attribute for claim in claims(text, "2031-01-05")}
    named = {figure: term.key for figure, term in found.items() if term is not None}
    assert [named[one] for one in ("14,000", "52,000", "9,000", "3,500")] == ["demonstrator"] * 4
    assert named["640,000"] == "inhabitant"


def test_who_speaks_in_a_talk_is_no_label():
    text = "LINDT: What we have is 4.\n\nMAYOR ROSS: 12.\n\nLINDT: 7."
    assert not any(
        term and set(term.key.split()) & {"lindt", "ross", "mayor"}
        for term in (claim.assertion.attribute for claim in claims(text, "2031-01-05"))
    )


def test_a_plural_that_the_parser_takes_for_a_verb_is_counted():
    assert "dose" in called("The maker can produce 18 million doses a year.", "18 million")
