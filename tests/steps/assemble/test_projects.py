"""What is told of a thing that is not there yet is planned; what is there, its doer and the past are not."""

from __future__ import annotations

import pytest

from tests.steps.reading import claims

PLANT = "The glass maker will build a furnace in Ostby, the mayor said on Monday. "
BILL = "The cabinet on Tuesday sent parliament a bill on fishing. "
ACT = "Parliament passed the Harbour Act by 61 votes to 30. It enters into force on 1 January 2032. "
PLANNED = [
    (PLANT + "The furnace has three chimneys.", "three"),
    (PLANT + "The furnace: 14 burners, ready in 2033.", "14"),
    (PLANT + "The furnace needs 40 megawatts. It covers 9 hectares.", "9 hectares"),
    (PLANT + "The state contributes 31 million dollars.", "31 million dollars"),
    ("The tram is to have 17 stops. Cars run every six minutes.", "every six minutes"),
    (BILL + "The bill raises the age for a licence from 16 to 18.", "18"),
    (BILL + "The bill sets a quota. Boats may land up to 70 tonnes a year.", "up to 70 tonnes"),
    (BILL + "Under the bill, the state pays 40 percent of the nets.", "40 percent"),
    (ACT + "The Act caps the fee at 3 percent.", "3 percent"),
    ("Up to 400 families could be moved.", "Up to 400"),
    ("The new wing was praised. It would add 120 beds.", "120"),
    ("The combined bank has 940 branches. The lender agreed to buy its rival on Monday.", "940"),
    ("We want a town for all.\n\n- 600 new flats\n- 80 more teachers\n", "80"),
    ("The mill now sees growth of 4 percent this year.", "4 percent"),
    ("The port offers 6 percent more pay.", "6 percent"),
    ("The council agreed to build a hall in Ostby. The hall has walls of 18 metres.", "18 metres"),
    ("The town has granted a permit for a wind park. Output: 190 megawatts.", "190 megawatts"),
    ("Orlen plans a new office in Ostby. The building would be 74 metres tall. Cost: 16 million euros.", "74 metres"),
    (
        "Orlen plans a new office in Ostby. The building would be 74 metres tall. Cost: 16 million euros.",
        "16 million euros",
    ),
    ("We will hire 120 drivers. We cut the levy by two points.", "two"),
]
ACTUAL = [
    (PLANT + "The company employs 2,300 people.", "2,300"),
    (PLANT + "It has 310 shops.", "310"),
    (PLANT + "The furnace is on the site of a mill with 90 workers that closed in 2019.", "90"),
    (PLANT + "A survey has 58 percent of the town against it.", "58 percent"),
    ("The tram opened on Sunday. The tram has 17 stops. Cars run every six minutes.", "17"),
    ("The tram opened on Sunday. The tram has 17 stops. Cars run every six minutes.", "every six minutes"),
    (BILL + "Some 4,100 people fish for a living.", "Some 4,100"),
    (BILL + "The last reform cut the fleet by 220 boats.", "220"),
    ("The Harbour Act entered into force in 2019. The Act caps the fee at 3 percent.", "3 percent"),
    ("The bill: $560 million, paid by the state.", "$560 million"),
    ("The council met on Monday. The firm paid a bill of $300. The bill lists 12 items.", "12"),
    ("We will show 900 pictures. We keep 12,000 drawings in the cellar.", "12,000"),
    ("The operator will build a depot. It employs 1,200 people. Drivers earn 38,000 euros a year.", "38,000 euros"),
    ("The town refused a permit for a wind park. Output: 190 megawatts.", "190 megawatts"),
    ("In those days 200 men would close the gate.", "200"),
    ("The burnt land would cover the island one and a half times.", "one and a half times"),
]


@pytest.mark.parametrize(("text", "exact"), PLANNED)
def test_a_thing_that_is_announced_makes_its_figures_planned(text: str, exact: str) -> None:
    assert status(text, exact) == "planned"


@pytest.mark.parametrize(("text", "exact"), ACTUAL)
def test_what_is_there_already_stays_actual(text: str, exact: str) -> None:
    assert status(text, exact) == "actual"


def status(text: str, exact: str) -> str:
    """The status of the last figure with these words."""
    found = [claim.assertion.status.value for claim in claims(text, "2031-01-05") if claim.span.exact == exact]
    assert found, [claim.span.exact for claim in claims(text, "2031-01-05")]
    return found[-1]
