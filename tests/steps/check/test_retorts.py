"""Sources that answer a figure with a bare one."""

from __future__ import annotations

import pytest

from registry.model.finding import Relation
from registry.steps.check.examine import examine
from tests.steps.reading import report

DISPUTED = (
    ("The audit says that 35 percent of the heat can be used; the owner says 50.", "35 percent"),
    ("The quarry will take 240 lorries a day, the owner says. Neighbours reckon with 400.", "240"),
    ("The harbour office puts what sank with the barge at 300 tonnes; the shipper's number is 180.", "300 tonnes"),
    ("The mayor said that 6,000 of the town's 18,500 people were moved. The fire service counted 4,200.", "6,000"),
    ("Police counted 900 marchers. The union, which had called the march, said they were 2,000.", "900"),
    ("Nor does everybody believe in 7,240 guests. The town's events office, which read the gates, has 5,890.", "7,240"),
    ("The fair drew 7,240 guests. The police have 5,890.", "7,240"),
    ("The ministry said 74 people had died. The aid group put the figure at 110.", "74"),
)
# A figure with its unit, a verb told once, a body that thinks, finds or has, bounds, brackets and asides.
OTHERWISE = (
    ("The Shippers' Council puts lost freight at $40 million. The National Bank made it 26 million.", "$40 million"),
    ("The chamber of trade gives the takings of the fair as 14 million euros, the town as 9.", "14 million"),
    ("The orchestra puts its deficit at 1.4 million francs, the canton at 1.9 million.", "1.4 million"),
    ("The festival office speaks of €2.2 million in debt, the auditors of €3.1 million.", "€2.2 million"),
    ("The ministry says that 1,200 teachers are missing, the union that it is 3,400.", "1,200"),
    ("The ministry puts the backlog at 21,000 cases. The bar association thinks that 34,000 is more likely.", "21,000"),
    ("The railway puts the damage at 4.5 million crowns, the insurer thinks 7 million more realistic.", "4.5 million"),
    ("Gusts came to 141 kilometres an hour. Denmark's Marine Institute has 128 kilometres an hour.", "141"),
    ("The company lost 900 people, the council says. The owner, who has 11,300 employees, counted 540.", "900"),
    ("An average cleaner earns €2,100 a month, the firm claims; €1,750, says the union.", "€2,100"),
    ("Estimates of the loss ranged from £12 million (insurers) to £19 million (Chamber of Farming).", "£12 million"),
)
LEFT_ALONE = (
    "The first team counted 310 deer in the valley. A second team counted 186.",
    "Kenya counted 310 cases this week. Uganda counted 186.",
    "The jury put the first plot at 40,000 euros, the second at 31,000.",
    "Prices range from £12 (matinee) to £19 (evening).",
    "The council gives the library as much as 40,000 euros, the museum as little as 30,000.",
    "The lenders put their losses at 94 million, and the owners theirs at 41 million.",
    "The doctors saw 60 patients, they say. The nurses saw 95.",
    "The union has 2,400 members. The chamber has 1,700.",
    "Divers counted 310 corals in 2015. Last year they counted 186.",
    "Rangers counted 310 deer in 2015. Last year the institute counted 186.",
    "The owner says 35 percent can be used and the audit says 35.",
    "The report counts 45 wolves in the north. The village has 60.",
    "The quarry took 240 lorries a day. The police have 40.",
    "The port of Tarn has 60 boats. The port of Dorn has 40.",
    "The owner says 35 percent can be used. It says 60 jobs will go.",
    "Police counted 900 marchers. The union, which had called the march, said they were 2,000 short of masks.",
)


def disputes(text):
    return [pair for pair in examine(report(text)) if pair.finding.relation is Relation.DISPUTED_ATTRIBUTION]


@pytest.mark.parametrize(("text", "first"), DISPUTED + OTHERWISE)
def test_a_bare_figure_answers_the_one_before_it(text, first):
    assert any(pair.left.span.exact.startswith(first) for pair in disputes(text))


@pytest.mark.parametrize(
    ("reply", "found"), [("It is six hundred.", True), ("It is six hundred steps from my door.", False)]
)
def test_in_a_talk_who_answers_with_another_figure_disputes_it(reply, found):
    talk = f"ANNA RUIZ: The board says that the hall can hold nine hundred.\n\nPAUL OTTE: {reply}\n\nRUIZ: Thank you."
    assert bool(disputes(talk)) is found


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_a_figure_of_something_else_or_the_same_answers_nothing(text):
    assert not disputes(text)
