"""What the figures of a table count where its rows and columns do not say it: captions, totals, leagues, sources."""

from __future__ import annotations

import pytest

from tests.steps.reading import claims

VOTES = "Ward election\n\nCandidate                Votes      Share\n"
VOTES += "Abbot, Helen             1,977      26.8%\nCrane, Peter             1,406      19.2%\n"
DISTRICTS = "Table 2  Schools and pupils by district\nDistrict         Pupils     Schools closed\n"
DISTRICTS += "Eastmoor          1,712          4\nLower Fen           933          7\n"
QUAYS = "Harbour report\n\nArrivals by quay\n\nNorth Quay      58,400\nOld Basin       21,900\nFerry Steps      9,600\n"
SAILINGS = "Table 2: Cancelled sailings\nJanuary to March   41\nApril to June      68\nTotal             109\n"
REVENUE = "Accounts\n\nRevenue, £ million\n\nMooring            11.3\nCranes             12.6\nTotal             23.9\n"
ROUTES = "Passengers, by route      2024       2023\n"
ROUTES += (
    "Dunmore to Skerr          64,000     38,000\nDunmore to Holm           31,000     22,500\nTotal  95,000  60,500\n"
)
FACTS = "Key figures\n\nShips        312\nEmployees    140\nRevenue      £26.1 million\n"
INCOME = "Source           Income (£ million)\nHarbour dues     6.9\nTotal  6.9\nRunning cost     5.1\n"
LEAGUE = "Team   P   W   D   L   Pts\nBrackwell  46  29  8  9  95\nStone Rovers  46  26  10  10  88\n"
CASES = "There are 54 confirmed cases.\n\nDistrict        Confirmed   In hospital\n"
CASES += "Garner          45          11\nYule Springs    19          12\n"
ASKED = "Helpline\n\nWhat                      How much\n"
ASKED += "Calls to the helpline      112,000\nCalves born                     16\n"


@pytest.mark.parametrize(
    ("text", "exact", "name", "owner"),
    [
        (VOTES, "1,977", "vote", "Abbot, Helen"),
        (VOTES, "26.8%", "share", "Abbot, Helen"),
        (DISTRICTS, "1,712", "pupil", "Eastmoor"),
        (DISTRICTS, "7", "closed school", "Lower Fen"),
        (QUAYS, "21,900", "arrival", "Old Basin"),
        (SAILINGS, "68", "cancelled sailing", "April to June"),
        (SAILINGS, "109", "cancelled sailing", None),
        (REVENUE, "23.9", "revenue", None),
        (REVENUE, "11.3", "revenue", None),
        (ROUTES, "38,000", "passenger", "Dunmore to Skerr"),
        (ROUTES, "60,500", "passenger", None),
        (ASKED, "112,000", "call to the helpline", None),
        (ASKED, "16", "born calf", None),
        (FACTS, "312", "ship", None),
        (FACTS, "140", "employee", None),
        (INCOME, "6.9", "income", None),
        (INCOME, "5.1", "running cost", None),
        (LEAGUE, "29", "won game", "Brackwell"),
        (LEAGUE, "95", "point", "Brackwell"),
        (CASES, "45", "confirmed case", "Garner"),
        (CASES, "11", "person in hospital", "Garner"),
    ],
)
def test_rows_and_captions_say_what_is_counted_and_whose_it_is(text, exact, name, owner):
    found = next(claim for claim in claims(text) if claim.span.exact == exact).assertion
    assert (found.attribute.label, None if owner is None else found.subject.label) == (name, owner)


def test_the_sources_of_an_income_say_nothing():
    assert all(claim.assertion.asserted_by is None for claim in claims(INCOME))
