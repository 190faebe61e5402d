"""What a whole text is about: told by its title, its names and their traits, and not by who publishes or reports it."""

from __future__ import annotations

from collections import Counter

import numpy as np

from registry.model.document import Source
from registry.steps.resolve.fit import Row, covers, fit, left_out
from registry.steps.resolve.standing import Weights, is_human
from registry.steps.resolve.traits import learnt, traits
from tests.steps.assemble.test_subjects import LONG
from tests.steps.reading import subject_of


def test_a_title_names_what_a_text_is_about_before_a_colon():
    text = (
        "The firm grew again. Sales rose 9 percent. It has 410 staff, and Norwind says that it wants more of them soon."
    )
    assert subject_of(text * 6, "410", title="Norwind: good, not great") == "Norwind"


def test_the_paper_and_the_people_of_a_place_are_not_what_a_text_is_about():
    text = (
        "The Hallanders were happy. Bergby opened 12 pools. Hallanders swim a lot. Bergby spent 4 million euros. " * 8
    )
    assert subject_of(text, "4 million euros", title="Pools open", by="Daily Hallander") == "Bergby"


def test_what_an_authority_reports_on_is_its_country_and_not_itself():
    text = "Exports of Alderland rose. Imports cost 4 million euros more. Alderland sold less steel. " * 6
    assert subject_of(text, "4 million euros", by="Statistics Institute of Alderland") == "Alderland"


def test_a_word_that_only_begins_sentences_is_not_what_a_text_is_about():
    text = "Seismologists felt it. Seismologists wrote it down. The Kesten mine lost 9 shafts. Kesten mourned. " * 8
    assert subject_of(text, "9") == "Kesten"


def test_a_person_who_only_tells_of_a_town_is_not_what_its_paper_writes_about():
    text = (
        "Yesterday the council met. Nora Velt put down her pen. There are 12 pools in Marnby, and Velt has "
        "read all of it. People in Marnby pay 310 euros each. Nora Velt shook her head. Velt is the auditor. "
    )
    assert subject_of(text * 3, "310 euros", title="The long night", by="Marnby Weekly") == "Marnby"


def test_the_office_of_a_prosecutor_is_not_what_its_release_is_about():
    text = (
        "The founder of Brisk Loans was sentenced today. Olga TARN, 44, was sentenced to nine years in prison. TARN "
        "was found guilty of fraud in May. The Attorney's Office for Dale said so. The Attorney's Office for Dale "
        "thanked the police. TARN must also forfeit 3 million euros, the Attorney's Office for Dale said. "
    )
    told = subject_of(text * 2, "3 million euros", title="Founder sentenced", by="Attorney's Office for Dale")
    assert told is not None
    assert "TARN" in told


def test_the_weights_of_traits_are_all_of_traits_that_there_are():
    weights = Weights("Norwind grew. Norwind hired 4 people.", Source("a", "Norwind grows"), Counter({"Norwind": 2}))
    assert set(learnt()) == set(traits(weights)["Norwind"])


def test_the_fit_finds_the_trait_that_tells_topics_from_other_names():
    rows = [Row(str(n), np.array([[1.0, n % 2], [0.0, 1.0]]), np.array([1.0, 0.0]), 5) for n in range(6)]
    weights = fit(rows, 2)
    assert weights[0] > abs(weights[1])
    assert left_out(rows, 2) == 1.0


def test_half_the_words_of_the_shorter_name_are_enough_for_the_fit():
    assert covers("Marnby", "council of Marnby")
    assert not covers("Nora Velt", "council of Marnby")


def test_a_plain_word_that_begins_a_sentence_is_no_name() -> None:
    text = (
        "Cable car stranded at Hochried\n\nThe Hochried cable car stopped on Sunday and it was cut off for days. "
        "Helicopters brought 29 of them down before dark, and the Hochried cable car will stand still for a week while "
        "engineers look for the cause, the operator of the Hochried cable car said in a short statement. " + LONG
    )
    assert "Hochried" in str(subject_of(text, "29", title="Cable car stranded at Hochried"))


def test_who_looks_into_an_event_is_not_what_its_figures_are_about() -> None:
    text = (
        "The bombing of Zarel: findings\n\nThe Rights Office interviewed 64 witnesses of the bombing of Zarel. It has "
        "verified 54 deaths in Zarel, and the Rights Office will publish the names of those who died in Zarel. " + LONG
    )
    found = {subject_of(text, exact, title="The bombing of Zarel: findings") for exact in ("64", "54")}
    assert found == {"Zarel bombing"}


def test_a_short_report_under_a_headline_is_about_what_the_headline_names() -> None:
    text = (
        "Helicopters brought down 29 of the people on Sunday evening. The rope had jumped from its wheel at Hochried."
    )
    assert "Hochried" in str(subject_of(text, "29", title="Cable car stranded at Hochried"))


def test_the_loss_of_a_ship_is_called_after_her_and_not_after_the_place() -> None:
    text = (
        "The ferry Orla Quist sank off Corran on Monday and 12 people died. The Orla Quist sailed from Corran with 90 "
        "people. Corran's coastguard sent three boats. "
    )
    assert subject_of(text, "12", title="Ferry with 90 aboard sinks off Corran") == "Orla Quist sinking"


def test_a_person_never_stands_behind_an_article_or_a_word_of_place() -> None:
    weights = Weights("The Orla Quist lies in Port Amle. Mara Lind saw it. The Mara Lind Foundation paid.", Source("a"))
    assert not is_human(weights, "Orla Quist")
    assert not is_human(weights, "Port Amle")
    assert is_human(weights, "Mara Lind")


def test_a_place_that_acts_does_so_in_what_the_text_is_about() -> None:
    text = (
        "The strike in Corley went on. Corley has seen 3 weeks of it. The strike costs 4 million. Prices in Corley "
        "rose 5 percent. The strike in Corley is the longest in years. "
    )
    told = subject_of(text * 3, "3 weeks", title="Strike in Corley goes on")
    assert told == "Corley strike"
    assert subject_of(text * 3, "5 percent", title="Strike in Corley goes on") == "Corley"


def test_we_in_a_talk_are_those_who_answer_and_not_the_publisher() -> None:
    text = "CHAIR: What has it cost?\n\nTARR: We moved 400 patients.\n\nCHAIR: When?\n\nTARR: In May.\n"
    told = subject_of(text, "400", title="Oral evidence: Corley General Hospital", by="Committee of Accounts")
    assert told == "Corley General Hospital"
