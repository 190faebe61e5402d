"""Whether a document's tables and lists fit the totals that it tells elsewhere."""

from __future__ import annotations

import pytest

from tests.steps.reading import rules

WRONG = {
    "a table below a sentence": """
The county library lent 43,710 books in May, its best month since the reopening.

Books lent by branch
Harbour Street     21,340
Millgate           15,870
Bus library        10,100
""",
    "bullets that change two digits": """
* 6,840 homes were without power at noon

Homes without power by district:
Eastfield       3,120
Corley          2,210
Upper Wend      1,150
""",
    "a table with a heading of its own": """
Visitors in 2023: 151,200

SITE               VISITORS
Roman baths        84,300
Castle             51,700
Town museum        16,200
""",
    "of those, in the next sentence": """
The strike led to 17,600 cancelled appointments, the health board said on Friday. Of those, 12,300 were outpatient
visits and 4,300 were operations.
""",
    "a list in a sentence": """
The region counted 31,460 new flats. The cities built 14,220, the market towns 9,130 and the villages 7,110.
""",
    "with a line for all others": """
In 2024 the harbour took in €11.9 million in fees.

Fees by kind of ship (€ million)
Ferries            5.2
Container ships    3.7
Others             2.3
""",
    "cases by group": """
There are now 214 cases of mumps in the valley, the clinic said.

Cases by group
Children: 71
Adults: 98
Older people: 35
""",
}
RIGHT = {
    "a table that fits": """
The county library lent 47,310 books in May, its best month since the reopening.

Books lent by branch
Harbour Street     21,340
Millgate           15,870
Bus library        10,100
""",
    "what is missing is told": """
There are now 214 cases of mumps in the valley, the clinic said. The age of 10 patients is not known.

Cases by group
Children: 71
Adults: 98
Older people: 35
""",
    "a list of some": """
The county library lent 48,210 books in May. The largest branches were Harbour Street with 21,340, Millgate with 15,870
and the bus library with 6,020.
""",
    "a total of something else": """
The county has 48,210 inhabitants.

Books lent by branch
Harbour Street     21,340
Millgate           15,870
Bus library         3,100
""",
    "round figures": """
The march drew 850,000 people, the union said: 400,000 in the capital, 180,000 in the port, 95,000 in the mining towns
and 145,000 in other places.
""",
    "a table with its sum in words": """
In May the county library lent 47,310 books; in June it lent 48,210.

Books lent by branch in May
Harbour Street     21,340
Millgate           15,870
Bus library        10,100
""",
}


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_parts_that_miss_a_total_elsewhere_are_found(text):
    assert rules(text.lstrip("\n")) == ["wrong_total"]


@pytest.mark.parametrize("text", RIGHT.values(), ids=RIGHT)
def test_parts_that_fit_or_are_not_all_are_left_alone(text):
    assert rules(text.lstrip("\n")) == []
