"""Whether the lines of a table fit its total."""

from __future__ import annotations

from datetime import date

import pytest

from registry.model.document import Reading, Source
from registry.steps.check import columns, within
from registry.steps.check.tables import Row
from registry.steps.extract import extract
from tests.steps.check.added_up import RIGHT

WRONG = {
    "a total below": """
Loans by branch, 2024

Branch          Loans     Members
North Quay      4,120       1,310
Old Market      3,905       1,122
Hillside        2,210         884
Total          10,535       3,316
""",
    "another column that adds up": """
District        Dwellings    Residents
Aldermoor             812        2,140
Brack Lane            455        1,205
Weir Street           390          998
Saltley             1,675        4,343
""",
    "lines set in": """
Complaints received     1,482
  about noise           611
  about parking         504
  about waste           357
Complaints settled      1,120
""",
    "bullets": """
The rescue stations took in these animals in May:

• 41 foxes
• 63 hedgehogs
• 28 owls
Total: 142
""",
    "a total in the text above": """
In May the harbour handled 48,210 containers, more than ever.

Quay            Containers
East            19,340
West            16,120
Tanker pier     10,570

The quays are open on Sundays.
""",
    "a slip in the total above": """
The growers brought in 12,640 tonnes this season, says the union.

Apples          6,310 t
Pears           4,120 t
Quinces         2,030 t
""",
    "those of a sentence": """
The archive lent 1,240 maps in May, it says. Of those, 810 went to schools and 380 to scholars.
""",
    "a list with bars": """
Funding (€ million)
Federal government | 310
State of Lorne | 145
Own funds | 72
Total | 572
""",
}
WRONG |= {
    "thousands that miss their total by two of them": """
Jobs by branch, 2024

Branch          Jobs
Mining          31,000
Forestry        14,000
Fishing          9,000
Other           22,000
Total           78,000
""",
    "a row that says what was not done": """
Cause                        Cost (€ million)
Storm damage                            1.62
Permits that were not issued            1.43
Delay                                   0.85
Total                                   3.80
""",
    "shares of a hundred": """
Heating of homes (%)

Gas          52
Oil          21
Wood         11
Other        26
Total       100
""",
    "a total with two digits exchanged": """
Jars sold     Jars
Plum          212,000
Cherry        107,000
Quince         41,000
Total         306,000
""",
    "an account in dollars of another country": """
The estimate stands at NZ$3.6 billion, made up as follows (NZ$ million):

Dam                  1,410
Power house            905
Lines                  460
Fees                   685
""",
    "a league of short figures": """
Team          Played   Won   Drawn   Lost
Northby       14       9     2       3
Castle Vale   14       8     2       4
Dunmere       14       6     3       6
Ashford       14       2     2       10
""",
    "a line that does not add up across": """
Team           P    W    D    L    Pts
Northby       38   22    9    7    75
Castle Vale   38   20   12    8    72
Dunmere       38   19    8   11    65
""",
}
WRONG |= {
    "lines that begin with a dash": """
The forest in numbers

Rooms in the lodge      14
Trees planted           1,250
- in parks              610
- in streets            380
- in the woods          270
""",
    "a total that stands in one column only": """
Branch\tOpened\tKind\tLoans
North Quay\t1934\tpublic\t4,120
Old Market\t1968\tschool\t3,905
Hillside\t1951\tpublic\t2,210
Total\t\t\t10,335
""",
    "the same with a last column": """
Branch | Opened | Loans | Kind
North Quay | 1934 | 4,120 | public
Old Market | 1968 | 3,905 | school
Hillside | 1951 | 2,210 | public
Total | | 10,335 | |
""",
    "a last line that all others make up": """
Children seen by the dentist

Ash\t12,400\t96%
Berg\t31,750\t91%
Elm\t18,300\t104%
Oak\t22,900\t97%
County\t85,450\t96.1%
""",
    "the number of the lines together": """
Branch | Staff | Loans
North Quay | 31 | 4,120
Old Market | 22 | 3,905
Hillside | 18 | 2,210
The three together | 71 | 10,335
""",
    "two columns that make the third": """
Beds by ward

Ward     Men     Women   Together
North      412     331     743
South    1,210   1,180   2,390
West       640     281     821
""",
}


def found(text):
    reading = Reading(text=text.lstrip("\n"), media_type="text/plain", reader="given")
    claims = extract(reading, Source("one", "Report", "Office", date(2024, 6, 1), "en"))
    return [pair.finding.rule for pair in within(claims)]


@pytest.mark.parametrize("name", WRONG)
def test_lines_that_miss_their_total_are_found(name):
    assert found(WRONG[name]) == ["wrong_total"]


@pytest.mark.parametrize("name", RIGHT)
def test_lines_that_fit_or_are_no_parts_are_left_alone(name):
    assert not found(RIGHT[name])


def test_a_long_table_is_added_up_from_few_of_its_lines(monkeypatch):
    counted: list[int] = []

    def counting(_row: Row, parts: list[Row]) -> list[columns.Sum]:
        counted.append(len(parts))
        return []

    monkeypatch.setattr(columns, "sums", counting)
    lines = [f"Town {at}   {977 * at % 8999 + 11:,}   {31 * at % 97 + 3}" for at in range(300)]
    text = "Bridges and mills by town\n\nTown      Bridges   Mills\n" + "\n".join(lines) + "\n"
    within(extract(Reading(text, "text/plain", "plain"), Source("d", published=date(2024, 5, 31)), None))
    assert sum(counted) < 40 * len(lines)
