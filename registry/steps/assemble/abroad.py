"""French, German and Spanish: what a figure counts by a table of nouns, and who says so by verbs of saying.

There is no parser of these languages. The noun stands behind the number, after "de" or an adjective; a noun that no
table knows keeps its own word. A newcomer's mistake: asking the parser of English, whose guesses look like answers.
"""

from __future__ import annotations

import re

from registry.model.assertion import Kind, Status
from registry.model.span import BlockKind
from registry.steps.assemble.attribute import measuring, moments
from registry.steps.assemble.spot import Attribute, Spot
from registry.steps.assemble.status.rules import status
from registry.steps.resolve.foreign import Foreign

WORD = re.compile(r"[ldLD]'|[^\W\d_]+(?:-[^\W\d_]+)*(?:'(?=[^\W\d_]))?")
STOP = re.compile(r"[.;:,()!?\"\d]|\s-\s")
LONGEST, FAR, BEFORE = 3, 10, 6


def attribute(spot: Spot, known: Foreign) -> Attribute | None:
    """What a figure counts or measures."""
    if spot.mention.kind is Kind.ORDINAL:
        return None
    if spot.counts:
        return counted(spot, known)
    return measured(spot, known) or (counted(spot, known) if spot.unit == "ratio" else measuring.by_unit(spot))


def dated(spot: Spot) -> Attribute:
    """What a date is of: what a table says; without a parser nobody can tell of what one in prose is."""
    if spot.sentence.block.kind is BlockKind.ROW:
        return moments.moment(spot)
    name = moments.plain(spot.mention.value) if status(spot) is Status.ACTUAL else ""
    return Attribute(name, None, "frame")  # one that is only planned may be of anything


def clause(words: str) -> list[str]:
    """The words up to the next mark or figure."""
    stop = STOP.search(words)
    return WORD.findall(words[: stop.start()] if stop else words)


def counted(spot: Spot, known: Foreign) -> Attribute | None:
    """The noun behind a number, with the adjective that changes what is counted."""
    words = clause(spot.after())
    while words and words[0].lower() in known.speech["links"]:
        words = words[1:]
    kinds: list[str] = []
    for at in range(min(LONGEST, len(words))):
        found, size = phrase(words[at:], known.counted)
        if found == "person" and (fate := fate_of(spot, words[at + 1 : at + FAR], known)):
            return Attribute(fate, None, "counted")
        if not found:
            found, size = phrase(words[at:], known.fates)
        if found:
            behind = known.kinds.get(words[at + size].lower()) if len(words) > at + size else None
            kinds += [behind] if behind and known.code != "de" else []
            return Attribute(" ".join([*kinds, found]), None, "counted")
        kind = known.kinds.get(words[at].lower())
        if kind:
            kinds.append(kind)
        elif known.code != "de" or words[at][0].isupper():
            break
    noun = next((word for word in words[:LONGEST] if is_noun(word, known)), None)
    return Attribute(noun if known.code == "de" else noun.lower(), None, "counted") if noun else None


def fate_of(spot: Spot, behind: list[str], known: Foreign) -> str:
    """What people are counted for: what is told of them behind the noun, or by the verb before the number."""
    return phrase_in(behind, known.fates) or phrase_in(clause_before(spot.before())[-2:], known.fates)


def is_noun(word: str, known: Foreign) -> bool:
    """Whether a word behind a number can be the noun: German ones have a capital, small words are none."""
    if word.lower() in known.kinds or len(word) < LONGEST:
        return False
    small = known.speech["articles"] | known.speech["helpers"] | known.speech["nobody"] | known.speech["that"]
    return word[0].isupper() if known.code == "de" else word.lower() not in small


def phrase(words: list[str], names: dict[str, str]) -> tuple[str, int]:
    """The name of the longest phrase that words begin with, and its length."""
    for size in range(min(LONGEST, len(words)), 0, -1):
        if name := names.get(" ".join(words[:size]).lower().replace("' ", "'")):
            return name, size
    return "", 0


def phrase_in(words: list[str], names: dict[str, str]) -> str:
    """The name of the first phrase among words."""
    return next((name for at in range(len(words)) if (name := phrase(words[at:], names)[0])), "")


def measured(spot: Spot, known: Foreign) -> Attribute | None:
    """The last noun before an amount, a share or a measure that names one, in the same clause."""
    words = clause_before(spot.before())[-BEFORE:]
    found = (phrase(words[at:], known.measured)[0] for at in range(len(words) - 1, -1, -1))
    name = next(filter(None, found), "")
    return Attribute(name, None, "level") if name else None


def clause_before(words: str) -> list[str]:
    """The words since the last mark or figure."""
    stops = list(STOP.finditer(words))
    return WORD.findall(words[stops[-1].end() :] if stops else words)


def subject(spot: Spot, told: str | None, who: str | None) -> str | None:
    """A subject that is a name of the text; None for what a reader of English only takes for one, or who says so."""
    story = spot.page.story
    return told if told and told != who and (told in story.names or told == story.about) else None
