"""Questions in many wordings: none may be answered wrongly, and most that can be answered are."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from registry.actions import ingest
from registry.actions.ask import ask
from registry.actions.ingest import Given
from registry.actions.views import Answer, Outcome
from registry.steps.ask import translated
from registry.store import Store, open_store
from registry.store.migrations import migrate
from seeds.load import load
from tests.bench.lint_drafts import SUBJECTS

SET = tomllib.loads((Path(__file__).parent.parent / "bench" / "questions.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def registries(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Store]]:
    """A registry of the seed corpus and one of other subjects; only read from."""
    folder = tmp_path_factory.mktemp("questions")
    opened = {}
    for name in SET:
        migrate(f"sqlite:///{folder}/{name}.sqlite")
        opened[name] = open_store(f"sqlite:///{folder}/{name}.sqlite")
    list(load(opened["seeds"]))
    for one in json.loads(SUBJECTS.read_text(encoding="utf-8"))["documents"]:
        given = Given(None, one["title"], one["publisher"], date.fromisoformat(one["published"]), "en")
        with opened["subjects"].writing() as session:
            ingest.keep(session, ingest.prepare_text(one["text"], given=given), actor="test")
    yield opened
    for store in opened.values():
        store.close()


def answer(store: Store, question: str) -> Answer:
    with store.reading() as session:
        told = ask(session, question, ())
    empty = Answer(Outcome.NOT_FOUND, "no question", None, None, None, None, (), (), ())
    return told.answers[0] if told.answers else empty


@pytest.mark.parametrize("name", list(SET))
def test_no_question_is_answered_wrongly_and_most_are_answered(registries, name):
    right, wrong = 0, []
    for one in SET[name]["ask"]:
        for text in one["texts"]:
            told = answer(registries[name], text)
            if told.fact is None:
                continue
            if one["value"] and re.search(rf"(?<![\d.])({one['value']})(?!\d)", told.value or ""):
                right += 1
            else:
                wrong.append((text, told.value))
    assert wrong == []
    assert right >= SET[name]["floor"]


def test_a_question_in_another_language_says_how_it_was_read(registries):
    for question, language in (
        ("Wie viele Vertragsstaaten hat der Internationale Strafgerichtshof?", "German"),
        ("Combien d'Etats parties compte la CPI ?", "French"),
        ("¿Cuántos Estados parte tiene la Corte Penal Internacional?", "Spanish"),
    ):
        told = answer(registries["seeds"], question)
        assert told.value == "125"
        assert told.meant is not None
        assert told.meant.language == language
        assert told.detail.startswith(f"Asked in {language}, read as “How many states parties does the International")


def test_a_question_in_another_language_names_the_word_it_cannot_be_read_for(registries):
    told = answer(registries["seeds"], "Wie viele Vertragsstaaten haben das Statut gebrochen?")
    assert told.fact is None
    assert "does not know the word “gebrochen”" in told.detail


@pytest.mark.parametrize(
    "text", ["What is the qui vive?", "Wer war es.", "Quick: how many members?", "Was ist", "The quand of it?"]
)
def test_what_only_begins_like_another_language_is_read_as_english(text):
    assert translated(text) is None


@pytest.mark.parametrize(
    "question",
    [
        "How long was Thomas Lubnaga's sentence?",
        "when was lubnaga sentenced",
        "How many member states has the Internatinal Criminal Court?",
    ],
)
def test_a_misspelt_name_is_answered_for_the_near_one_and_never_silently(registries, question):
    told = answer(registries["seeds"], question)
    assert told.value
    assert told.meant is not None
    assert told.detail.startswith("Did you mean “")


def test_a_name_that_is_far_from_every_other_is_no_slip(registries):
    told = answer(registries["seeds"], "How long was Thomas Lubemba's sentence?")
    assert told.fact is None
    assert told.meant is None


def test_what_is_of_a_part_is_no_answer_and_is_said_to_be_one(registries):
    for question in ("How many judges does the ICC have?", "how many judges has the court"):
        told = answer(registries["seeds"], question)
        assert told.fact is None
        assert "of a part" in told.detail
        assert "extended to six judges" in told.detail


def test_an_answer_says_what_it_counts_where_that_is_narrower(registries):
    told = answer(registries["seeds"], "How many arrest warrants does the ICC have?")
    assert told.value == "33"
    assert "Counted are those of “outstanding arrest warrant”" in told.detail


def test_a_day_long_before_everything_known_has_no_answer(registries):
    told = answer(registries["seeds"], "How many member states did the ICC have in 1990?")
    assert told.fact is None
    assert "the earliest it knows is" in told.detail


@pytest.mark.parametrize("question", ["Who heads the International Criminal Court?", "Who leads the ICC?"])
def test_who_leads_a_body_is_found_by_the_letters_before_an_office(registries, question):
    assert "Tomoko Akane" in (answer(registries["seeds"], question).value or "")


@pytest.mark.parametrize("question", ["Who leads France?", "Who heads the Office of the Prosecutor?"])
def test_who_only_has_an_office_beside_it_leads_nothing(registries, question):
    assert answer(registries["seeds"], question).fact is None
