"""What a question means where it cannot be taken as it is: another language, or a word that can only be a slip.

A newcomer's mistake: answering another question without saying so. What is answered instead is told before the answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from registry.actions.ask.answering import silent
from registry.actions.ask.finding import near
from registry.actions.ask.questions import Answered, answered
from registry.actions.ask.reading import Put, mended, respelt
from registry.actions.views import Meant
from registry.store import ReadSession


def replies(session: ReadSession, put: Sequence[Put], *, as_of: date | None, at: datetime | None) -> list[Answered]:
    """What the registry says to each of some questions."""
    readable = [one.text for one in put if one.unknown is None]
    found = iter(answered(session, readable, as_of=as_of, at=at))
    return [
        _unread(session, one, at) if one.unknown else _meant(session, one, next(found), as_of=as_of, at=at)
        for one in put
    ]


def _unread(session: ReadSession, put: Put, at: datetime | None) -> Answered:
    """No answer to a question of which a word cannot be read."""
    detail = (
        f"Questions in {put.language} are read word by word, and the registry does not know the word "
        f"\u201c{put.unknown}\u201d. Ask in English."
    )
    return Answered(silent(detail), near(session, put.text, at))


def _meant(session: ReadSession, put: Put, first: Answered, *, as_of: date | None, at: datetime | None) -> Answered:
    """An answer that says which question it is to, where that is not the one that was asked."""
    if put.language:
        return _told(first, Meant(put.text, put.language))
    if first.answer.fact is not None:  # a name may be known by the rest of its words
        slips = {word: name for word, name in respelt(session, put.text, (), at).items() if word[0].isupper()}
    else:
        slips = respelt(session, put.text, first.near or near(session, put.text, at), at)
    if not slips:
        return first
    meant = mended(put.text, slips)
    (second,) = answered(session, [meant], as_of=as_of, at=at)
    return first if second.answer.fact is None else _told(second, Meant(meant))


def _told(given: Answered, meant: Meant) -> Answered:
    """An answer, and before it the question that it answers."""
    return given._replace(answer=given.answer._replace(detail=f"{meant.words} {given.answer.detail}", meant=meant))
