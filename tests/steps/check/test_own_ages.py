"""Whether ages, times, rests, sums for each and lists below a colon fit the other figures of their text."""

from __future__ import annotations

import pytest

from tests.steps.reading import rules

LINES = "\n".join(f"{name:<22}{number}" for name, number in (("Training", 7), ("Equipment", 5), ("Radio", 4)))
TABLE = "Region\t2022\t2023\nNorth\t29,400\t27,900\nSouth\t3,900\t5,600\nOthers\t2,700\t2,700\nTotal\t36,000\t{}"
WRONG = {
    "wrong_age": (
        "Ilse Brandt was born on 14 March 1931 in Lübeck. She died on 2 September 2019 at the age of 78.",
        "Omar Diallo (born 1950) ran the choir. He died in 2011, aged 71.",
        "Maria Lind (1902–1988) painted horses. She died aged 76.",
        "Born in Leeds in 1948, Ann Wood joined the band in 1967, when she was 29.",
    ),
    "wrong_duration": (
        "Ruth Okafor, in office from 2009 to 2022, governed the city for 18 years.",
        "The brewery was founded in 1874. It closed in 1999 after 135 years.",
    ),
    "wrong_difference": (
        "The ship set out with 340 passengers. At Bergen 125 left it, so that 225 remained on board.",
    ),
    "wrong_product": (
        "The town has 41,700 inhabitants. It spent €3.24 million on its theatre, or €120 per inhabitant.",
        "The film took $18.43 million in 2,140 houses. That is $9,850 per theatre.",
    ),
    "wrong_total": (f"The inquiry makes 17 recommendations:\n\n{LINES}", TABLE.format("36,500")),
}
RIGHT = (
    "Ilse Brandt was born on 14 March 1931 in Lübeck. She died on 2 September 2019 at the age of 88.",
    "Omar Diallo (born 1950) ran the choir. He died in 2011, aged 60. His wife died in 2015, aged 71.",
    "Maria Lind (1902–1988) painted horses. She died aged 85. Her son Karl died in 1990, aged 41.",
    "Born in Leeds in 1948, Ann Wood married at 21 and joined the band in 1979, when she was 30.",
    "Rosa Klee was born in 1950. She died in 2011, and her husband, who was 71, in 2013.",
    "Ruth Okafor, in office from 2009 to 2022, governed the city for 13 years.",
    "From 2009 to 2022 he ran the port after he had sailed for 25 years.",
    "The brewery was founded in 1874. It closed in 1999 after 125 years.",
    "The ship set out with 340 passengers. At Bergen 125 left it, so that 215 remained on board.",
    "The ship set out with 340 passengers. At Bergen 125 left it and 30 at Oslo, so that 185 remained on board.",
    "The town has 41,700 inhabitants. It spent €3.24 million on its theatre, or €78 per inhabitant.",
    "The film took $18.43 million in 2,140 houses. That is $6,850 per week.",
    "Alm has 9,000 inhabitants. In Berg the town spent €2.4 million on its pool, or €180 per inhabitant.",
    "The fund had €90 million and spent €40 million in May, leaving €35 million after tax.",
    "From 2001 to 2011 she led the party and sat in parliament for 18 years.",
    f"The inquiry makes 16 recommendations:\n\n{LINES}",
    f"The inquiry makes 17 recommendations:\n\n{LINES}\nOther                 1",
    TABLE.format("36,200"),
    TABLE.format("36,300"),  # figures in hundreds are rounded
)


@pytest.mark.parametrize(("rule", "text"), [(rule, text) for rule, texts in WRONG.items() for text in texts])
def test_what_the_other_figures_do_not_give_is_found(rule, text):
    assert rules(text) == [rule]


@pytest.mark.parametrize("text", RIGHT)
def test_what_they_give_or_say_nothing_of_is_left_alone(text):
    assert not rules(text)
