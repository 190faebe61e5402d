"""Tables and lists that add up, or of which nobody says that they do."""

from __future__ import annotations

RIGHT = {
    "lines that begin with a dash and are not all of it": """
The forest in numbers

Rooms in the lodge      14
Trees planted           1,250
- in parks              610
- in streets            380
""",
    "lines with a dash of which some are part of others": """
The forest in numbers

Trees planted           1,250
- of which by schools   610
- in streets            380
- of which oaks         270
""",
    "a total that fits and stands in one column only": """
Branch\tOpened\tKind\tLoans
North Quay\t1934\tpublic\t4,120
Old Market\t1968\tschool\t3,905
Hillside\t1951\tpublic\t2,210
Total\t\t\t10,235
""",
    "cells that are empty because nobody knows": """
Branch\tOpened\tLoans
North Quay\t1934\t4,120
Old Market\t1968\t
Hillside\t1951\t2,210
Total\t\t7,010
""",
    "a last line that is one more": """
Children seen by the dentist

Ash\t12,400\t96%
Berg\t31,750\t91%
Elm\t18,300\t104%
Oak\t22,900\t97%
Thorn\t61,450\t96.1%
""",
    "a last line near a sum of few": """
Children seen by the dentist

Ash       12,400
Berg      31,750
County    44,250
""",
    "two columns of three that are not all": """
Votes by ward

Ward      Yes      No     Cast
North     412     331     743
South   1,210   1,180   2,390
West      640     281     937
""",
    "two columns of which the third is no sum": """
Ward     Men     Women   Beds
North      412     331     700
South    1,210   1,180   2,300
West       640     281     821
""",
    "decimals that rounding puts off by one in one column": """
Costs (€ million)      2023     2024
Wages                  31.4     33.0
Rent                    8.2      8.4
Energy                  4.9      3.8
Total                  44.5     45.3
""",
    "shares that rounding puts off by one": """
Heating of homes (%)

Gas          52
Oil          21
Wood         11
Other        17
Total       100
""",
    "answers that may be given together": """
Heating of homes (%)

Gas          52
Oil          41
Wood         31
Total       124
""",
    "a league of short figures that fit": """
Team          Played   Won   Drawn   Lost
Northby       14       9     2       3
Castle Vale   14       8     2       4
Dunmere       14       6     3       5
Ashford       14       2     2       10
""",
    "thousands that rounding puts off by one": """
Branch          Jobs
Mining          31,000
Forestry        14,000
Fishing          9,000
Other           22,000
Total           77,000
""",
    "lines that add up across": """
Ward       Beds   Men   Women   Children
North      42     18     20      4
South      50     22     24      4
West       31     15     11      5
""",
    "a total that fits": """
Branch          Loans     Members
North Quay      4,120       1,310
Old Market      3,905       1,122
Hillside        2,210         884
Total          10,235       3,316
""",
    "rounded parts": """
Revenue by region (€ million)
North           12.4
South           31.7
Overseas         8.3
Total           52.5
""",
    "lines that nobody adds": """
Depth of the lake        41 m
Length                   3,120 m
Width                    810 m
""",
    "the largest of many": """
The largest owners
Pension fund     4,100
City             3,200
Founders         2,900
All owners       41,800
""",
    "a subtotal between": """
Item             Cost (€)
Timber           4,200
Glass            2,100
Subtotal         6,300
Labour           8,000
Total           14,300
""",
    "an average": """
Station        Cars
North          4,100
South          3,900
Average        4,000
""",
    "parts of parts": """
Patients               1,210
  treated              1,180
  of which children      310
Beds                     402
""",
    "years": """
Year       Visitors
2021         41,200
2022         55,300
2023         98,100
""",
    "another matter of about that size": """
Some 46,900 people live in the town.

Quay            Containers
East            19,340
West            16,120
Tanker pier     10,570
""",
    "the largest of all": """
The harbour handled 61,000 containers.

Quay            Containers
East            19,340
West            16,120
Tanker pier     10,570
""",
    "a total and an older one": """
In May the harbour handled 46,030 containers, after 48,210 containers in April.

Quay            Containers
East            19,340
West            16,120
Tanker pier     10,570
""",
    "some of those": """
The archive lent 1,240 maps in May, it says. Of those, 22 came back torn, and 1,020 in time.
The archive lent 1,240 maps in May, it says. Of those, 610 went to schools and 90 to scholars.
""",
    "a line that nothing was read of": """
Site          Visitors    Guides
Abbey            4,100        11
Castle           3,000         8
Mill        see page 4      none
Total            8,020        23
""",
}
