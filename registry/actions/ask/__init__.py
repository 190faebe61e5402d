"""Say what the registry holds about a text: each assertion in it is looked up and judged, each question answered.

A newcomer's mistake: taking "not found" for "wrong". The registry only knows what its documents say.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from registry.actions.ask.answering import judged
from registry.actions.ask.finding import near
from registry.actions.ask.meaning import replies
from registry.actions.ask.questions import Answered
from registry.actions.ask.reading import marked, questions
from registry.actions.facts import past
from registry.actions.held import looked_up
from registry.actions.views import Answer, Asked, Outcome
from registry.errors import InvalidValue
from registry.model.assertion import Claim, Kind, Status
from registry.model.document import Reading, Source
from registry.model.span import Block, BlockKind
from registry.steps import ask as asking
from registry.steps.segment import blocks
from registry.store import ReadSession

if TYPE_CHECKING:
    from registry.steps.parse import Parser

__all__ = ["ask", "ask_all", "read", "read_all"]

LONGEST = 20_000
RANK = (Outcome.CONTRADICTED, Outcome.OUTDATED, Outcome.DISPUTED, Outcome.SUPPORTED, Outcome.NOT_FOUND)


def read(text: str, *, published: date | None = None, model: str | None = None) -> tuple[Claim, ...]:
    """The assertions of a text; slow, and without a session. Raises `InvalidValue` for a text that is too long."""
    return _read(text, _parser(model), published)


def read_all(texts: Sequence[str], *, model: str | None = None) -> list[tuple[Claim, ...]]:
    """The assertions of each of some texts, which are parsed all at once: faster than one by one."""
    from registry.steps.extract import Ahead
    from registry.steps.parse import load

    parser = Ahead(_parser(model) or load(), [text for text in texts if text.strip() and len(text) <= LONGEST])
    return [_read(text, parser) for text in texts]


def _parser(model: str | None) -> Parser | None:
    """The parser of a model; None for the one that comes along, which is loaded where it is needed."""
    from registry.steps.parse import load

    return load(model) if model else None


def _read(text: str, parser: Parser | None, published: date | None = None) -> tuple[Claim, ...]:
    """The assertions of a text."""
    from registry.steps.extract import extract

    if len(text) > LONGEST:
        raise InvalidValue(f"The text has {len(text):,} characters; {LONGEST:,} are the limit. Ask about a part of it.")
    if not text.strip() or (marked(text) != text and asking.is_question(marked(text))) or asking.translated(text):
        return ()
    source = Source("asked", published=published)
    reading = Reading(text, "text/plain", "given/1", blocks=_as_prose(text), published=published)
    found = extract(reading, source, parser)
    return tuple(_meant(claim) for claim in found if not asking.is_question(claim.sentence.exact))


def _as_prose(text: str) -> tuple[Block, ...]:
    """The blocks of a text, its headings as prose: a line that asks is a question here, and no heading."""
    return tuple(replace(one, kind=BlockKind.PROSE) if one.kind is BlockKind.HEADING else one for one in blocks(text))


def _meant(claim: Claim) -> Claim:
    """A claim as it is meant: "Does it have 12 rooms?" asks whether it has."""
    said = claim.assertion
    if said.status is Status.HYPOTHETICAL and claim.sentence.exact.rstrip().endswith("?"):
        return replace(claim, assertion=replace(said, status=Status.ACTUAL))
    return claim


def ask(
    session: ReadSession,
    text: str,
    claims: Sequence[Claim] | None = None,
    *,
    as_of: date | None = None,
    known_at: datetime | None = None,
) -> Asked:
    """What the registry says to each assertion of a text and each question in it.

    `as_of` is a day in the world; `known_at` a moment whose registry is to answer.
    """
    told = read(text) if claims is None else claims
    return ask_all(session, [(text, told)], as_of=as_of, known_at=known_at)[0]


def ask_all(
    session: ReadSession,
    texts: Sequence[tuple[str, Sequence[Claim]]],
    *,
    as_of: date | None = None,
    known_at: datetime | None = None,
) -> list[Asked]:
    """What the registry says to each of some texts; their claims are looked up all at once."""
    at = past.checked(known_at)
    moment = at or past.moment(session)
    found = iter(looked_up(session, [claim for _, claims in texts for claim in claims], at=at))
    told = [[judged(claim, next(found), as_of) for claim in claims] for _, claims in texts]
    put = [questions(text) for text, _ in texts]
    answers = iter(replies(session, [one for some in put for one in some], as_of=as_of, at=at))
    return [
        _asked(session, text, some, [next(answers) for _ in mine], as_of=as_of, at=at)._replace(known_at=moment)
        for (text, _), some, mine in zip(texts, told, put, strict=True)
    ]


def _asked(
    session: ReadSession,
    text: str,
    answers: Sequence[Answer],
    asked: Sequence[Answered],
    *,
    as_of: date | None,
    at: datetime | None,
) -> Asked:
    """A text with everything that is said to it, the most telling first."""
    every = [*(one.answer for one in asked), *sorted(answers, key=_telling)]
    used = {one.fact.id for one in every if one.fact}
    close = [row for one in asked for row in one.near]
    if not close and text.strip() and not any(one.fact for one in every):
        close = list(near(session, text, at))
    rows = {row.id: row for row in close if row.id not in used}
    return Asked(text, tuple(every), tuple(rows.values()), as_of)


def _telling(answer: Answer) -> tuple[int, bool]:
    """What puts answers in order: the gravest first, and figures before what merely happened."""
    happened = answer.asked is not None and answer.asked.kind in (Kind.EVENT, Kind.ROLE)
    return RANK.index(answer.outcome), happened
