"""Questions and statements: what is answered, that the linter says the same, and that an answer can be had again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from registry.actions import ingest, lint, lookup, review
from registry.actions.ask import ask, ask_all, read
from registry.actions.ingest import Given
from registry.actions.views import Asked, Outcome
from registry.errors import InvalidValue
from registry.model.assertion import Status
from registry.model.document import Reading
from registry.model.finding import Verdict
from registry.steps.lint.problem import Options
from registry.store import Store, open_store
from registry.store.migrations import migrate
from tests.actions.makers import add, said
from tests.bench.lint_drafts import CALLED, SUBJECTS

LATER = date(2025, 3, 1)
TOLD = json.loads(SUBJECTS.read_text(encoding="utf-8"))
RULES = {**CALLED, "FACT007": "supported"}


@pytest.fixture(scope="module")
def subjects(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A registry with documents about a tunnel, a university, a fire, a brewery and storks; only read from."""
    database = f"sqlite:///{tmp_path_factory.mktemp('subjects')}/subjects.sqlite"
    migrate(database)
    opened = open_store(database)
    for one in TOLD["documents"]:
        given = Given(None, one["title"], one["publisher"], date.fromisoformat(one["published"]), "en")
        prepared = ingest.prepare_text(one["text"], given=given)
        with opened.writing() as session:
            ingest.keep(session, prepared, actor="test")
    yield opened
    opened.close()


def asked(store: Store, text: str, **when) -> Asked:
    claims = read(text)
    with store.reading() as session:
        return ask(session, text, claims, **when)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How long is the Skarvholm Tunnel?", "14.6 kilometres"),
        ("How many emergency exits does the Skarvholm Tunnel have?", "38"),
        ("When was the Skarvholm Tunnel opened?", "1 September 2025"),
        ("When did work on the tunnel begin?", "4 March 2019"),
        ("How many students are there at Lindgate University?", "19,400"),
        ("What percentage of students at Lindgate University come from abroad?", "Some 31 percent"),
        ("Who is the rector of Lindgate University?", "Miriam Okafor"),
        ("When was Lindgate University founded?", "1871"),
        ("How large is the endowment of Lindgate University?", "640 million dollars"),
        ("How many hectares did the wildfire near Castellmar burn?", "5,100 hectares"),
        ("How many people died in the Castellmar fire?", "Two"),
        ("What was Hallgrim Brewery's revenue in 2023?", "198 million euros"),
        ("How much beer did Hallgrim Brewery sell in 2024?", "1.9 million hectolitres"),
        ("How many breweries does Hallgrim Brewery operate?", "six"),
        ("How many students did Lindgate University have in 2023?", "18,200"),
    ],
)
def test_a_question_is_answered_with_the_value_that_is_held(subjects, question, value):
    told = asked(subjects, question).answers[0]
    assert told.outcome is Outcome.SUPPORTED
    assert told.value == value
    assert told.fact is not None
    assert told.supporting


@pytest.mark.parametrize(
    "question",
    [
        "how many emergency exits does the Skarvholm Tunnel have",
        "number of emergency exits of the Skarvholm Tunnel",
        "How many emergency exits does the Skarvholm Tunnel have ",
    ],
)
def test_a_question_typed_in_a_hurry_is_answered(subjects, question):
    (told,) = asked(subjects, question).answers
    assert told.value == "38"


def test_a_slip_is_read_as_the_word_it_must_be_and_the_answer_says_so(store):
    text = "Landslide at Tornvik\n\nThe landslide at Tornvik destroyed 31 houses on Sunday morning, police said."
    prepared = ingest.prepare_text(text, given=Given(publisher="Fell Post", published=date(2025, 4, 13)))
    with store.writing() as session:
        ingest.keep(session, prepared, actor="test")
    (told,) = asked(store, "how many hosues were destroyed at Tornvik").answers
    assert told.value == "31"
    assert told.detail.startswith("Did you mean “how many houses were destroyed at Tornvik?” The registry holds 31")


def test_a_name_that_nobody_knows_is_no_slip_of_another(subjects):
    (told,) = asked(subjects, "How many students does Landgate University have?").answers
    assert "Read as" not in told.detail


def test_a_small_word_that_nobody_has_used_leaves_a_question_unanswered(store):
    text = "Arden council\n\nThe Arden council has 40 members. It met in Arden on Monday."
    prepared = ingest.prepare_text(text, given=Given(publisher="Fell Post", published=date(2025, 4, 13)))
    with store.writing() as session:
        ingest.keep(session, prepared, actor="test")
    (known,) = asked(store, "how many members does the arden council have").answers
    assert known.outcome is Outcome.SUPPORTED
    (told,) = asked(store, "how many members does the zorken council have").answers
    assert told.outcome is Outcome.NOT_FOUND
    assert "has the word \u201czorken\u201d" in told.detail


@pytest.mark.parametrize(
    "question",
    [
        "How many helicopters were used at Castellmar?",
        "How many people were injured in the Castellmar fire?",
        "How many students does Marlow College have?",
        "How many cars use the Skarvholm Tunnel's car park?",
        "How tall is the lighthouse?",
        "Who is the mayor of Brune?",
    ],
)
def test_a_question_that_nothing_answers_is_not_answered(subjects, question):
    told = asked(subjects, question)
    assert [one.outcome for one in told.answers] == [Outcome.NOT_FOUND]
    assert told.answers[0].fact is None


def test_the_nearest_facts_are_named_where_nothing_answers(subjects):
    near = asked(subjects, "How many students does Marlow College have?").nearest
    assert any("students" in row.question for row in near)


def test_a_disputed_fact_is_told_with_both_sides(subjects):
    told = asked(subjects, "How much did the Skarvholm Tunnel cost?").answers[0]
    assert told.outcome is Outcome.DISPUTED
    assert told.value is None


def test_a_question_with_a_figure_is_a_statement(subjects):
    told = asked(subjects, "Does Lindgate University have 21,000 students?").answers[0]
    assert told.outcome is Outcome.CONTRADICTED
    assert told.value == "19,400"


def test_a_text_may_ask_and_state(subjects):
    told = asked(subjects, "Lindgate University has 19,400 students. How long is the Skarvholm Tunnel?").answers
    assert [one.value for one in told] == ["14.6 kilometres", "19,400"]


def statements() -> list[str]:
    """Every other sentence of the drafts, and some more: right, wrong, outdated, disputed, unrelated and tricky."""
    return [
        *[one["says"] for draft in TOLD["drafts"] for one in draft["sentences"]][::3],
        "The Skarvholm Tunnel is about 15 kilometres long.",
        "The Skarvholm Tunnel is more than 20 kilometres long.",
        "Nobody died in the Castellmar fire.",
        "The Skarvholm Tunnel does not have 30 emergency exits.",
        "At least 19,000 students are enrolled at Lindgate University.",
        "Lindgate University will have 25,000 students in 2030.",
        "In 2023 Lindgate University had 19,400 students.",
        "Hallgrim Brewery made a net profit of 15.1 million euros in 2023.",
        "Hallgrim Brewery made a net loss of 15.1 million euros in 2023.",
        "The wildfire near Castellmar burned 51 square kilometres.",
        "The wildfire near Castellmar burned 5,100 acres.",
        "The Skarvholm Tunnel runs 212 metres below sea level.",
        "The Skarvholm Tunnel runs 112 metres below sea level.",
        "The tunnel cost 468 million euros.",
        "Vessel Island covers 4,200 hectares.",
        "Some 420 workers are employed on the site of the Skarvholm Tunnel.",
        "The library of Lindgate University holds two million books.",
        "The observatory was founded in 1958.",
        "Fewer than 10 people died in the Castellmar fire.",
        "The brewery has 84 employees.",
    ]


@pytest.mark.parametrize("text", statements())
def test_ask_and_lint_say_the_same(subjects, text):
    claims = read(text)
    reading = Reading(text, "text/plain", "given/1")
    with subjects.reading() as session:
        told = [one.outcome.value for one in ask(session, text, claims).answers]
        report = lint.lint(session, reading, claims, Options())
    flagged = {RULES[one.rule] for one in report.problems} - {"supported", "mismatch"}
    worst = [word for word in told if word in ("contradicted", "outdated", "disputed")]
    mismatched = any(one.rule == "FACT006" for one in report.problems)
    assert flagged <= set(told)
    assert bool(worst) == bool(flagged or (mismatched and worst))


def test_a_plan_for_another_figure_is_not_supported_by_the_figure_that_is_held(store):
    sentence, assertion = said("19", subject="Alder")
    add(store, said("12", subject="Alder"), publisher="Alder Town")
    add(store, (sentence, replace(assertion, status=Status.PLANNED)), publisher="Valley Times")
    told = asked(store, "Alder will have 23 bridges.").answers[0]
    assert told.outcome is not Outcome.SUPPORTED
    assert not told.supporting


def test_forty_statements_are_compared():
    assert len(statements()) >= 40


def test_a_day_in_the_world_is_asked_about(subjects):
    now = asked(subjects, "How many students does Lindgate University have?").answers[0]
    then = asked(subjects, "How many students does Lindgate University have?", as_of=date(2024, 6, 1)).answers[0]
    assert (now.value, then.value) == ("19,400", "18,200")
    said_then = asked(subjects, "Lindgate University has 18,200 students.", as_of=date(2024, 1, 1)).answers[0]
    assert said_then.outcome is Outcome.SUPPORTED


def test_an_answer_says_its_interval_and_its_days(subjects):
    held = asked(subjects, "How long is the Skarvholm Tunnel?").answers[0].current
    assert held is not None
    assert (held.first, held.last) == (date(2023, 6, 12), date(2025, 9, 3))
    assert held.sources == 3


QUESTIONS = (
    "How many bridges does Alder have?",
    "Alder has 12 bridges.",
    "Alder has 15 bridges.",
    "How many tunnels does Alder have?",
    "Alder has 20 tunnels.",
    "How many lighthouses does Alder have?",
)


def bare(told: Asked) -> Asked:
    """An answer without the moment it was given for."""
    return told._replace(known_at=None)


def test_an_answer_can_be_had_again_after_the_registry_has_changed(store):
    add(store, said("12", subject="Alder"), publisher="Alder Town")
    add(store, said("20", "tunnel", subject="Alder"), publisher="Alder Town")
    add(store, said("21", "tunnel", subject="Alder"), publisher="Valley Times")
    before = {text: asked(store, text) for text in QUESTIONS}
    moments = {one.known_at for one in before.values()}
    assert len(moments) == 1
    moment = moments.pop()

    add(store, said("15", subject="Alder"), said("3", "lighthouse", subject="Alder"), publisher="Valley Times")
    add(store, said("23", "tunnel", subject="Alder", day=LATER), publisher="Alder Town")
    with store.writing() as session:
        for row in lookup.conflicts(session).items:
            review.decide(session, row.id, verdict=Verdict.SIDE, side=1, reviewer="Ada", reason="So it is.")

    now = {text: asked(store, text) for text in QUESTIONS}
    again = {text: asked(store, text, known_at=moment) for text in QUESTIONS}
    assert {text: bare(one) for text, one in again.items()} == {text: bare(one) for text, one in before.items()}
    assert bare(now[QUESTIONS[0]]) != bare(before[QUESTIONS[0]])
    assert now[QUESTIONS[-1]].answers[0].value is not None
    assert again[QUESTIONS[-1]].answers[0].outcome is Outcome.NOT_FOUND


def test_everybody_who_said_so_then_is_counted_however_many(store):
    for number in range(70):
        add(store, said("12", subject="Alder"), publisher=f"Paper {number}")
    now = asked(store, "Alder has 12 bridges.")
    add(store, said("12", subject="Alder"), publisher="One more")
    then = asked(store, "Alder has 12 bridges.", known_at=now.known_at)
    assert now.answers[0].current.sources == 70
    assert then.answers[0].current == now.answers[0].current


def test_a_moment_that_has_not_come_cannot_be_asked_about(store):
    with pytest.raises(InvalidValue, match="has not come yet"):
        asked(store, "Alder has 12 bridges.", known_at=datetime.now(UTC) + timedelta(days=1))


def test_a_moment_before_everything_knew_nothing(store):
    add(store, said("12", subject="Alder"))
    told = asked(store, "How many bridges does Alder have?", known_at=datetime(2001, 1, 1, tzinfo=UTC))
    assert [one.outcome for one in told.answers] == [Outcome.NOT_FOUND]


def test_a_batch_says_what_single_questions_say(subjects):
    texts = [(text, read(text)) for text in statements()[:12]]
    with subjects.reading() as session:
        together = ask_all(session, texts)
        alone = [ask(session, text, claims) for text, claims in texts]
    assert together == alone
