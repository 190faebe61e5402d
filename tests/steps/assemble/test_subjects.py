"""Whose or what of: persons in trials, things with figures of their own, rows of tables, events that are recalled."""

from __future__ import annotations

import pytest

from tests.steps.reading import claims, subject_of

TRIAL = (
    "Court jails two brothers over bridge fraud\n\nA court on Monday jailed Arno Feld, a builder from the north of the "
    "country, for six years. Feld, 54, was convicted on nine of 11 counts. His partner, Olga Brix, 41, got two years. "
    "Brix had pleaded guilty in March to three charges of forgery, which the judges took into account, they said. The "
    "trial took 63 days. Prosecutors had asked for nine years for Feld and four for Brix, their spokeswoman added, and "
    "they will not appeal against the judgment, which was long awaited in the region where the bridge had stood."
)

LONG = "Nothing else was known in the evening, and those who had been there did not want to speak to reporters. " * 6


@pytest.mark.parametrize(
    ("exact", "who"),
    [
        ("six years", "Arno Feld"),
        ("nine", "Arno Feld"),
        ("41", "Olga Brix"),
        ("two years", "Olga Brix"),
        ("three", "Olga Brix"),
    ],
)
def test_each_of_several_accused_has_his_own_figures(exact, who):
    assert subject_of(TRIAL, exact) == who


def test_the_row_of_a_table_is_about_its_label_even_where_a_heading_holds_figures():
    text = "Climate sheet\n\nRegion    Mean (°C)   Anomaly 1991-2020 (°C)\n"
    text += "Norland   22.7        2.2\nSudland   29.6        3.8\n"
    assert subject_of(text, "3.8") == "Sudland"


def test_what_is_said_of_a_place_at_the_start_of_a_sentence_is_about_the_place():
    text = "Kastel is hot. Kastel met on Monday. In Port Sund the maximum was 39 degrees. " * 10
    assert subject_of(text, "39 degrees") in ("Port Sund", "Kastel")


LIGHTHOUSE = "The lighthouse of Norsund is 61 metres high. It was built in 1893."


@pytest.mark.parametrize("exact", ["61 metres", "1893"])
def test_a_thing_that_is_named_is_what_its_figures_are_about_and_not_who_publishes_them(exact):
    told = subject_of(LIGHTHOUSE, exact, title="The lighthouse of Norsund", by="Norsund Harbour Board")
    assert told == "lighthouse of Norsund"


@pytest.mark.parametrize(("exact", "who"), [("3 percent", "Nordal"), ("4 percent", "Sudal")])
def test_each_name_has_the_change_that_is_told_of_it(exact, who):
    assert subject_of("Vestal lost 2 percent. Nordal rose 3 percent and Sudal fell 4 percent.", exact) == who


def test_a_witness_is_one_of_the_trial():
    assert subject_of(f"{TRIAL} There were 41 witnesses.", "41 witnesses"[:2]) in ("Olga Brix", "Feld trial")


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("Ms Strath won, beating Festus Abara. Her lead was 1,192.", "Anna Strath"),
        ("Festus Abara came second. His share fell by 1,192.", "Festus Abara"),
    ],
)
def test_a_pronoun_means_nobody_of_the_other_sex(told, who):
    text = f"The vote in Arden\n\nThe list of Anna Strath won in Arden, the town said. Festus Abara stood, too. {told}"
    assert subject_of(text, "1,192") == who


def test_a_column_headed_by_a_person_is_about_the_person():
    text = "Ada Brix and Tom Feld were convicted. Ada Brix was jailed. Tom Feld was jailed.\n\n"
    text += "Count          Ada Brix   Tom Feld\nCharges        9          7\n"
    assert subject_of(text, "7") == "Tom Feld"


def test_a_measure_before_a_thing_is_no_part_of_its_name():
    assert subject_of("The 5-mile pipeline carries 900 barrels a day.", "900 barrels") == "pipeline"


@pytest.mark.parametrize(
    ("text", "exact", "who"),
    [
        ('"We left," says Tom Hale, 51, who has sat on the council for 19 years.', "19 years", "Tom Hale"),
        ("The Greens come to 19, the Blue Union to 27, Reform to 15.", "15", "Reform"),
        ("The Blue Union will have 27 seats, the Greens 18 and Reform 15.", "18", "Greens"),
        ("Dorrin, opened in 1962, can make 200,000 cars.", "200,000", "Dorrin"),
    ],
)
def test_each_figure_has_the_name_that_stands_beside_it(text, exact, who):
    more = "Reform lost. The Greens won. The Blue Union waits. In Dorrin it rained, said Reform."
    assert subject_of(f"{text} {more}", exact) == who


@pytest.mark.parametrize(
    ("text", "exact", "who"),
    [
        ("Ada Brix (born 11 April 1968) is a singer.", "11 April 1968", "Ada Brix"),
        ("Ada Brix (born 3 May 1950 in Dorrin) was an engineer.", "3 May 1950", "Ada Brix"),
        ("The town of Melk (31,144 in 2019) is near Dorrin.", "31,144", "Melk"),
    ],
)
def test_what_stands_in_brackets_behind_a_name_is_of_that_name(text, exact, who):
    assert subject_of(f"Norwind rose. Norwind sold 12 ships. Norwind won. {text}", exact) == who


@pytest.mark.parametrize(
    ("exact", "who"),
    [
        ("118", "Halden Air"),
        ("1.9%", "Orsa Steel"),
        ("$52,000", "Norwind"),
        ("$75,000", "Halden Air"),
        ("11", "Hedda"),
        ("six", "Jonas"),
    ],
)
def test_a_figure_has_the_name_that_moved_that_it_is_for_or_whose_age_it_is(exact, who):
    text = (
        "Norwind fell 3 percent to 41 crowns as Halden Air lost 2.7 percent to 118, and Orsa Steel was down 1.9%.\n\n"
        "The regulator set penalties of $52,000 for Norwind and $75,000 for Halden Air.\n\nOle Brix told the "
        "court of his niece Hedda who was 11 then and of her cousin Jonas, who had just turned six."
    )
    assert subject_of(text, exact) == who


def test_what_somebody_paid_is_not_the_matter_of_the_event():
    text = "A ferry of Norwind sank off Marnby. Nine died in the sinking off Marnby. Norwind was fined 4 million euros."
    assert subject_of(text, "4 million euros", title="Nine die in Marnby sinking") == "Norwind"


def test_an_event_in_the_plural_has_the_name_before_it():
    text = (
        "Water rose on Monday. 12 people died, officials in Port Ellen said, and more rain is expected in Port Ellen."
    )
    assert subject_of(text, "12", title="Situation: Maroa floods") == "Maroa flood"


def test_a_row_without_a_name_is_about_the_matter_of_the_table_and_a_part_of_it():
    text = "The Norwind vote\n\nNorwind asked its staff. Norwind counted on Monday.\n\n"
    text += "Answer    Votes\nYes       118,642\nNo        110,377\n"
    found = {claim.span.exact: claim.assertion for claim in claims(text, "2031-01-05", title="The Norwind vote")}
    yes, no = found["118,642"], found["110,377"]
    assert yes.subject == no.subject
    assert yes.subject is not None
    assert "Norwind" in yes.subject.label
    assert (yes.scope.qualifiers, no.scope.qualifiers) == (("yes",), ("no",))


def test_the_number_of_a_paragraph_is_no_subject():
    text = "I. The ministry of Dorrin bought six batteries from Norwind. II. Norwind delivered four of them in May."
    assert subject_of(text, "six") != "I"


def test_a_thing_that_the_text_names_is_called_by_its_name():
    text = "The Ellery Tunnel opens in May. The tunnel is 6.2 km long. Norwind built the Ellery Tunnel."
    assert subject_of(text, "6.2 km") == "Ellery Tunnel"


def test_a_body_that_rules_on_somebody_is_not_what_its_figures_are_about():
    text = (
        "Norwind fine cut\n\nThe General Court on Tuesday reduced the fine on Norwind from 22 million euros to 15"
        " million. Norwind said it would appeal. Norwind has 300 workers."
    )
    found = {claim.span.exact: claim.assertion.subject for claim in claims(text, "2031-01-05")}
    assert found["22 million euros"].label == found["15 million"].label == "Norwind"


def test_a_row_for_a_sort_of_thing_is_about_the_matter_of_the_table():
    text = (
        "Hallby toll bridge\n\nThe Hallby bridge has a toll. Drivers pay at the Hallby bridge.\n\n"
        "| | Charge |\n|---|---|\n| Lorry, coach | £100 |\n| Car | £3 |\n"
    )
    found = [claim.assertion for claim in claims(text, "2031-01-05") if claim.span.exact.startswith("£")]
    assert found
    assert all("Hallby" in said.subject.label for said in found)
    assert found[0].scope.qualifiers != found[-1].scope.qualifiers


def test_a_court_is_not_what_the_fine_that_it_imposes_is_about() -> None:
    text = "Tarn spill: fine\n\nThe regulator fined Norwind Gas 4 million pounds on Friday over the Tarn spill. " + LONG
    assert subject_of(text, "4 million pounds", title="Tarn spill: fine") == "Norwind Gas"


def test_a_sum_is_what_the_thing_costs_and_not_the_bill() -> None:
    text = (
        "Tarn Bridge opens\n\nTarn Bridge opened on Friday. Tarn Bridge is closed at night. The bill came to £98m. "
        + LONG
    )
    assert subject_of(text, "£98m", title="Tarn Bridge opens") == "Tarn Bridge"


def test_counties_of_a_table_narrow_an_event_and_are_not_its_name() -> None:
    text = (
        "Measles outbreak in Tarn\n\nThe measles outbreak in Tarn has grown to 58 cases, the department said.\n\n"
        "County          Confirmed   In hospital\nGannet          45          11\nTerrell         13           2\n\n"
        + LONG
    )
    assert "outbreak" in str(subject_of(text, "45", title="Measles outbreak in Tarn"))


RECALLED = (
    "Quake in Marle kills 38\n\nA 6.1 magnitude earthquake in Marle killed 38 on Sunday and ruined 1,200 homes."
    "\n\n"
    "A 5.4 magnitude quake hit the valley on 4 October 2011. At least 74 people were killed.\n\n"
    "In 2006, an earthquake in Teshan killed almost 43,000 people. The quake of Sunday was felt 400 km away.\n\n"
    "It was worse, she said, than the one that struck the area in 1999 and killed 81 people."
)


@pytest.mark.parametrize(
    ("exact", "who"),
    [
        ("38", "Marle earthquake"),
        ("1,200", "Marle earthquake"),
        ("At least 74", "earthquake of 2011"),
        ("almost 43,000", "Teshan earthquake of 2006"),
        ("400 km", "Marle earthquake"),
        ("81", "earthquake of 1999"),
    ],
)
def test_an_event_that_is_only_recalled_is_another_one(exact, who):
    assert subject_of(RECALLED, exact, title="Quake in Marle kills 38") == who


@pytest.mark.parametrize(
    ("exact", "place"),
    [("4,120", "Togo"), ("911", "Mali"), ("eight", "Mali"), ("six", "Benin"), ("41", None)],
)
def test_a_country_that_reports_its_cases_is_where_they_are(exact, place):
    text = (
        "Fever\n\nTogo is the country with most of the cases so far, 4,120 of them, while Mali accounts for 911 dead. "
        "In May, Mali reported eight new cases and Benin six. The clinic reported 41 beds.\n"
    )
    found = next(claim.assertion for claim in claims(text, "2031-01-05") if claim.span.exact == exact)
    assert (found.scope.place if found.scope else None) == place
