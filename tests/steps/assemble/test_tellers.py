"""Who tells a figure in polls, behind asides, by a count of its own and in other languages."""

from __future__ import annotations

from datetime import date

import pytest

from registry.model.document import Reading, Source
from registry.steps.extract import extract
from tests.steps.reading import speakers

DAY = date(2031, 1, 5)


@pytest.mark.parametrize(
    ("text", "exact", "who"),
    [
        ("In a Norwind poll published on Friday, 58 percent were against the tolls.", "58 percent", "Norwind"),
        ("A survey by Halden Research last month put support at 41 percent.", "41 percent", "Halden Research"),
        ("A Norwind poll in May found 61 percent of anglers against.", "61 percent", "Norwind"),
        ("Opponents collected 900 names by their own count.", "900", "Opponents"),
        ("Norwind found 61 percent in favour of the tolls.", "61 percent", "Norwind"),
        ("Clean Rivers Halden, which patrols the docks, reckons that 900 salmon died.", "900", "Clean Rivers Halden"),
        ("Ana Holm, the harbour master, spoke on Monday. She repeated that 14 boats had sunk.", "14", "Ana Holm"),
        ("The ministry sticks to 12 km.", "12 km", "ministry"),
        ("A letter from the tax office, seen by the Post, speaks of 90 unpaid bills.", "90", "tax office"),
        ("Data compiled by the research group Halden Watch showed 1,150 vacant flats.", "1,150", "Halden Watch"),
        ("The treasury's current estimate of the bill is 88 million crowns.", "88 million crowns", "treasury"),
        ("The choir, its conductor Piet Maas admits, has only 14 tenors.", "14", "Piet Maas"),
        ("Its own log, the regulator points out, shows 95 minutes.", "95 minutes", "regulator"),
        ("By her own count, Mayor Lena Ruud has answered 1,400 letters.", "1,400", "Lena Ruud"),
        (
            "The zoo closed its aviary on Friday, the city vet said. It gave the number of dead birds as 64.",
            "64",
            "city vet",
        ),
        ("Marchers numbered 14,000, if the police are to be believed.", "14,000", "police"),
        ("Marchers numbered 50,000, as the unions have it.", "50,000", "unions"),
        ("Cllr Ana Holm writes: The bridge will close. Daily 900 vehicles cross it.", "900", "Ana Holm"),
        ("Administrator Ana Holm of Dahl & Co said 90 boats were sold.", "90", "Ana Holm"),
        ("The auditors came to €9 million.", "€9 million", "auditors"),
        ("The unions marched in June. They brought 8,000 people to the port by their own count.", "8,000", "unions"),
        ("THE COURT: I find a loss of $3 million.\n\nMR. DALE: We do not.\n\nTHE COURT: Noted.", "$3 million", "Court"),
    ],
)
def test_who_tells_a_figure(text: str, exact: str, who: str) -> None:
    assert who in (speakers(text)[exact] or "")


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("A May poll found 58 percent against.", "58 percent"),
        ("In a March poll, 58 percent were against the tolls.", "58 percent"),
        ("In a Danish survey, 58 percent were against the tolls.", "58 percent"),
        ("The repairs came to €9 million.", "€9 million"),
        ("The gauge on the wall shows that the water stood 900 cm high.", "900 cm"),
        ("The fee, a month later than announced, rose to €90.", "€90"),
        ("The bridge, which is 90 years old, says nothing.", "90 years"),
        ("Takings came to €9 million.", "€9 million"),
        ("Fishermen had been told that 90 boats would go.", "90"),
        ("Nor does everybody believe in 72,000 visitors.", "72,000"),
        ("The sculptor's record at auction: £2 million.", "£2 million"),
        ('"It ends tonight," said Governor Ana Holm, whose province has nine ports.', "nine"),
        ("The Anglers' Club, which patrols the river, has 900 members.", "900"),
    ],
)
def test_who_tells_nothing_of_a_figure(text: str, exact: str) -> None:
    assert speakers(text).get(exact) is None


def test_the_court_of_a_transcript_is_the_judge_before_whom_it_sits() -> None:
    head = "Before the Honorable Ana Holm"
    talk = f"{head}\n\nTHE COURT: The fine is $900,000.\n\nMR. DALE: It is high.\n\nTHE COURT: It is fair."
    assert speakers(talk)["$900,000"] == "Ana Holm"


@pytest.mark.parametrize(
    ("code", "text", "exact", "who"),
    [
        (
            "fr",
            "Le syndicat des dockers en revendique 9 000, dans la rue depuis lundi.",
            "9 000",
            "syndicat des dockers",
        ),
        ("fr", "« Nous avons perdu 90 bateaux », s'est plaint le ministre de la Mer, Paul Renard.", "90", None),
        (
            "fr",
            "« Nous avons sauvé 90 bateaux », s'est félicité le ministre de la Mer, Paul Renard.",
            "90",
            "Paul Renard",
        ),
        ("fr", "En fin d'après-midi, 90 bateaux étaient encore en mer selon la mairie.", "90", "mairie"),
        ("fr", "En fin d'après-midi, les 90 bateaux de la flotte étaient encore en mer.", "90", None),
        ("de", "Mit 900 Verletzten rechnet die Polizei in der Stadt und auf dem Land.", "900", "Polizei"),
        (
            "de",
            "Die Lage ist ernst, sagte Umweltministerin Karla Voss. Es seien 90 Boote gesunken.",
            "90",
            "Karla Voss",
        ),
        ("de", "Die Lage ist ernst, sagte Umweltministerin Karla Voss. Es sind 90 Boote gesunken.", "90", None),
        ("de", "Die Polizei war da, wie der Landrat am 3. März 2030 mitteilte. Es kamen 90 Menschen.", "90", None),
        (
            "es",
            "La ministra de Pesca, Ana Olmedo, aseguró que los 90 barcos de la flota volverían.",
            "90",
            "Ana Olmedo",
        ),
        (
            "es",
            "El sindicato de la pesca dice haber reunido a 900 personas en el puerto.",
            "900",
            "sindicato de la pesca",
        ),
        (
            "es",
            "«Eran 90», responde Ana Olmedo, vocera de Norport, donde viven 640 familias y no hay agua.",
            "640",
            None,
        ),
    ],
)
def test_who_tells_a_figure_in_other_languages(code: str, text: str, exact: str, who: str | None) -> None:
    reading = Reading(text=f"{text}\n", media_type="text/plain", reader="given")
    told = {one.span.exact: one.assertion.asserted_by for one in extract(reading, Source("x", None, None, DAY, code))}
    named = told[exact]
    assert (named.label if named else None) == who


@pytest.mark.parametrize(
    ("text", "exact", "who"),
    [
        (
            "The energy regulator has fined Norwind for a failure that hit 900 homes, it said on Friday.",
            "900",
            "regulator",
        ),
        ("Havbruk had wanted to farm the bay, creating, it said, 28 jobs.", "28", "Havbruk"),
        ("The port is closed. The storm has sunk 28 boats, it said on Friday.", "28", None),
    ],
)
def test_it_said_means_the_body_that_the_sentence_is_about(text: str, exact: str, who: str | None) -> None:
    assert (speakers(text)[exact] or "storm").endswith(who or "")
    assert "storm" not in (speakers(text)[exact] or "")
