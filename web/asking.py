"""An answer as a card, and what a search found as lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from registry.actions.views import Answer, Asked, ClaimView, FactRow, Found, Meant, Outcome
from web import labels, telling, told, words
from web.meanings import Meaning
from web.shown import Witness
from web.sought import places

OUTCOMES = {
    Outcome.SUPPORTED: Meaning("settled", "supported"),
    Outcome.CONTRADICTED: Meaning("contradiction", "contradicted"),
    Outcome.OUTDATED: Meaning("changed", "outdated"),
    Outcome.DISPUTED: Meaning("disputed", "disputed"),
    Outcome.NOT_FOUND: Meaning("unsure", "not found"),
}
QUOTES, LIMIT, NEAR = 2, 20, 6


class Card(NamedTuple):
    """The answer: a verdict, a value, its best quotations, and why this fact."""

    title: str
    tone: str
    word: str
    href: str
    question: str
    value: str
    standing: str
    detail: str
    witnesses: tuple[Witness, ...]
    why: str
    meant: Meant | None = None


class Hit(NamedTuple):
    """A claim that holds the words."""

    title: str
    witness: Witness
    standing: Meaning


class Results(NamedTuple):
    """Everything that holds the words."""

    title: str
    claims: tuple[Hit, ...]
    documents: tuple[told.DocumentLine, ...]
    bounded: bool


def card(asked: Asked) -> Card | None:
    """The most telling answer; None where the registry holds nothing about it."""
    best = next((each for each in asked.answers if each.fact and each.outcome is not Outcome.NOT_FOUND), None)
    return _card(best, best.fact) if best and best.fact else None


def _card(given: Answer, fact: FactRow) -> Card:
    """An answer about a fact."""
    meaning = telling.held(fact.standing) if given.asked is None else OUTCOMES[given.outcome]
    quoted = _quoted(given)[:QUOTES]
    said = given.detail.removeprefix(f"{given.meant.words} ") if given.meant else given.detail
    detail = said.replace(f" ({fact.standing.words})", "")
    found, fact = labels.labels(fact.values), labels.of_fact_row(fact)
    value = found.get(given.value or "", given.value) or fact.standing.value or stated(fact)
    return Card(
        title=headline(given, value),
        tone=meaning.tone,
        word=meaning.word,
        href=f"/facts/{fact.id}",
        question=fact.question,
        value=value,
        standing="" if meaning.tone == "disputed" else fact.standing.words,
        detail=telling.sentence(labels.said(detail, found)),
        witnesses=tuple(telling.witness(claim) for claim in quoted),
        why="; ".join(given.why[:3]),
        meant=given.meant,
    )


def silence(asked: Asked) -> str:
    """Why a question has no answer; empty where it has one, or where nothing was asked."""
    if card(asked) is not None:
        return ""
    return next((each.detail for each in asked.answers if each.asked is None), "")


def stated(fact: FactRow) -> str:
    """The values of a fact of which none is held; many are counted, since their sentence lists them."""
    return told.either([side.label for side in telling.in_time(fact.values)])


def _quoted(given: Answer) -> tuple[ClaimView, ...]:
    """Whose words to show first: those that speak against what was said, where it is wrong."""
    if given.outcome in (Outcome.CONTRADICTED, Outcome.OUTDATED):
        return given.opposing + given.supporting
    return given.supporting + given.opposing


def headline(given: Answer, value: str) -> str:
    """The answer in a few words: "Outdated: the registry holds 125"."""
    if given.asked is None:
        return value
    word = OUTCOMES[given.outcome].word.capitalize()
    return word if given.outcome is Outcome.SUPPORTED else f"{word}: the registry holds {value}"


def near(asked: Asked, found: Found) -> tuple[FactRow, ...]:
    """Other facts that may have been meant, each once and without the one that is the answer: those that have a name
    before those asked for by a whole sentence. Where words were searched for those that most documents speak of come
    first; else those that come nearest, and of one question the one that most documents speak of."""
    first = next((each.fact.id for each in asked.answers if each.fact), None)
    rows = {row.id: row for row in (*asked.nearest, *found.facts) if row.id != first}
    place = {row.question: at for at, row in reversed([*enumerate(rows.values())])}
    searched = first is None and bool(found.claims)

    def order(row: FactRow) -> tuple[bool, int, int]:
        """The place of a fact."""
        ranks = (-_documents(row), place[row.question])
        return (row.question.startswith("“"), *(ranks if searched else (ranks[1], ranks[0])))

    return tuple(sorted(rows.values(), key=order))[:NEAR]


def _documents(row: FactRow) -> int:
    """How many documents speak of a fact."""
    return sum(side.sources for side in row.values)


def title(found: Found, near: Sequence[FactRow] = ()) -> str:
    """What a search found, where there is no answer: "3 claims hold these words"."""
    count = len(found.claims)
    if not count and near:
        return "No sure answer; this is near it"
    if not count and not found.documents:
        return "Nothing in the registry holds these words"
    kind, number = ("claim", count) if count else ("document", len(found.documents))
    more = "at least " if number >= LIMIT else ""
    return telling.sentence(f"{more}{words.counted(number, kind)} {'holds' if number == 1 else 'hold'} these words")[
        :-1
    ]


def results(found: Found, asked: str = "") -> Results:
    """What a search found, as lines, with the words that were asked for marked."""
    hits = tuple(
        Hit(_named(claim), telling.witness(claim, places(claim.sentence.exact, asked)), telling.held(claim.standing))
        for claim in found.claims
    )
    documents = tuple(told.document_line(row) for row in found.documents)
    return Results(title(found), hits, documents, found.bounded)


def _named(claim: ClaimView) -> str:
    """A claim in a few words: "124 states parties"."""
    said = claim.assertion
    return f"{words.worded(said.value)} {words.noun(said)}".strip()
