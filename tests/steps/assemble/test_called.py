"""Which body a text means by "the charity", "the regulator", "the company"."""

from __future__ import annotations

import pytest

from tests.steps.reading import speakers

SPINNERS = "The drugmaker Orlin tested 95 pills. "


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Builders left the site of the charity Loom Aid. The charity said 95 looms had gone.", "Loom Aid"),
        ("Red Loom, a small charity, has a shop. The charity said 95 looms had gone.", "Red Loom"),
        ("The mill is run by the Danish group Vestrup. The operator said 95 looms had gone.", "Vestrup"),
        ("The builder, Keane & Sons, said 95 looms had gone.", "Keane & Sons"),
        ("The farm's operator, Norsea, admits to 95 leaks.", "Norsea"),
        ("The Weights and Measures Office shut the mill. The regulator said 95 scales were wrong.", "Weights and"),
        ("The Institute of Looms tests them. Last August the institute had counted 95 looms.", "Institute of Looms"),
        ("The Institute of Looms met the mining company Sorvik. The mining company said 95 men left.", "Sorvik"),
        (SPINNERS + "The company said 12 people fell ill.", "Orlin"),
        (SPINNERS + "A spokesman for the drugmaker said 12 people fell ill.", "Orlin"),
        (
            "The rail operator Norbahn and the contractor Voss met. Norbahn runs trains. Voss dug. "
            "The company said 95 left.",
            "Norbahn",
        ),
        ("The residents' group Quiet Vale wrote. The firm said 95 looms had gone.", "firm"),
        ("Weavers met in Sarno. The charity said 95 looms had gone.", "charity"),
        ("Weavers met at Sarno, the largest airport. The airport said 95 looms had gone.", "airport"),
        ("The union Loom met the union Spindle. The union said 95 looms had gone.", "Spindle"),
    ],
)
def test_a_body_has_the_name_that_the_text_gave_it(text: str, who: str) -> None:
    assert who in (speakers(text)["95" if "12 people" not in text else "12"] or "")


def test_a_company_is_no_union_nor_a_place():
    said = speakers("Fire broke out at Norport in Alder. Norport is old. The company said 95 looms had gone.")
    assert said["95"] == "company"
    said = speakers("The union Loom called a strike. Loom had 12 members there. The company said 95 came to work.")
    assert said["95"] == "company"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The mayor said fallen trees blocked 95 roads.", "mayor"),
        ("Kim Berg, head of Nordal, said volunteer crews carried 95 tons, enough for the quay.", "Kim Berg"),
        ("The damage is put by the port council at 95 euros.", "port council"),
        ("Data from the weather firm Nimbus show 95 storms.", "Nimbus"),
        ("The port will lose 95 cranes, a fifth of all, Ana Ruiz, the port's chair, said.", "Ana Ruiz"),
        ("The Chamber of Looms expects extra costs of €95 a year.", "Chamber of Looms"),
        ("The port expects a loss of 95 euros, its head Ana Ruiz said.", "Ana Ruiz"),
        ("Ana Ruiz hopes to mend 95 cranes by then.", "Ana Ruiz"),
        ("The port hopes to mend 95 cranes by then.", None),
        ("Growth is expected at 95 percent.", None),
        ("In a survey by the institute Loom, 95 percent were against it.", "Loom"),
    ],
)
def test_who_says_it_behind_other_verbs(text: str, who: str | None) -> None:
    found = [name for exact, name in speakers(text).items() if "95" in exact]
    assert found == [who]
