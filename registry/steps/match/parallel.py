"""A veto for sentences of one form that are about two things: "Adults pay 12 euros", "Children pay 6 euros".

Two newsrooms tell one thing in words of their own; who says twice the same with another name or an opposite word says
it of another. A newcomer's mistake: taking each other word for another thing. "The blaze killed 12" may be the fire.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from registry.steps.kept import toml
from registry.steps.match import concepts
from registry.steps.match.about import kindred
from registry.steps.match.entities import Same, compare
from registry.steps.match.nearby import MONTHS
from registry.steps.match.profile import Profile
from registry.steps.match.twins import TOKEN, is_figure
from registry.steps.match.words import STOP, plain, rarity, stem
from registry.steps.resolve.words import words

LEAST, FEWEST, MOST = 4, 2, 3
ALIKE = 5  # "rescuers", "rescued": letters at the beginning of two forms of a word
NARROWING = ("al", "ly", "ic", "ous", "ary", "ive", "ful", "able", "ible")  # how adjectives end
RARE = 0.4
DAYS = frozenset(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))


class Word(NamedTuple):
    """A word of a sentence, without case and accents and as it is written."""

    plain: str
    written: str


@lru_cache(maxsize=20_000)
def wording(sentence: str) -> tuple[Word, ...]:
    """The words and signs of a sentence beside its figures."""
    found = (Word(plain(word), word) for word in TOKEN.findall(sentence))
    return tuple(word for word in found if not is_figure(word.plain))


def parallel(left: Profile, right: Profile) -> str | None:
    """Their sentences are the same but for a name, or for words that exclude each other."""
    if left.words == right.words or left.row or right.row or left.dimension in ("date", "clock"):
        return None
    one, two = wording(left.words), wording(right.words)
    if len(one) != len(two) or len(one) < LEAST:
        return None
    places = [at for at, (mine, theirs) in enumerate(zip(one, two, strict=True)) if mine.plain != theirs.plain]
    if not 0 < len(places) <= min(MOST, len(one) // FEWEST):
        return None
    voices = left.voice | right.voice
    for at in places:
        mine, theirs = one[at], two[at]
        if {stem(mine.plain), stem(theirs.plain)} & voices or {mine.plain, theirs.plain} & STOP:
            continue
        if why := another(at, mine, theirs, left, right):
            return why
    return None


def another(at: int, mine: Word, theirs: Word, left: Profile, right: Profile) -> str | None:
    """Why two words at one place of sentences that are else the same mean two things."""
    if frozenset((mine.plain, theirs.plain)) in opposites() and not one_thing(mine, theirs):
        return f"one says “{mine.written}”, the other “{theirs.written}”"
    if is_name(mine, at, left) and is_name(theirs, at, right) and compare(mine.written, theirs.written) is Same.NO:
        return f"the sentences are the same, one with {mine.written}, the other with {theirs.written}"
    if other_thing(mine, theirs, left, right):
        return f"one is about “{mine.written}”, the other about “{theirs.written}”"
    return None


def other_thing(mine: Word, theirs: Word, left: Profile, right: Profile) -> bool:
    """Whether the words are of what either figure counts or measures ("tonnes of apples", "tonnes of pears"), and
    nothing says that they are one. What it is told of may have two names ("the fire killed", "the blaze killed"), and
    so may a measure ("a capacity of 240 megawatts", "an output") and what only narrows it ("annual", "yearly")."""
    one, two = stem(mine.plain), stem(theirs.plain)
    if one[:ALIKE] == two[:ALIKE] or not (counted(mine, left) and counted(theirs, right)):
        return False
    general = concepts.default().general
    return not ({one, two} & general or one_thing(mine, theirs) or kindred(*map(concept, (mine, theirs))))


def counted(word: Word, seen: Profile) -> bool:
    """Whether a word is of what a figure counts, or narrows what it measures."""
    measure = seen.dimension != "count" and stem(word.plain) in seen.heads and word.written not in seen.frame[1]
    return stem(word.plain) in seen.attribute and not measure and not word.plain.endswith(NARROWING)


def one_thing(mine: Word, theirs: Word) -> bool:
    """Whether the table of concepts, which people teach, has one name for two words."""
    return bool(concept(mine) & concept(theirs))


def concept(word: Word) -> frozenset[str]:
    """What the table of concepts makes of a word by itself."""
    return concepts.named((stem(word.plain),), concepts.default()).concepts


def is_name(word: Word, at: int, seen: Profile) -> bool:
    """Whether a word is written as a name is: any with a capital amid a sentence, at its start a claim's subject."""
    if not word.written[:1].isupper() or word.plain in DAYS or word.plain in MONTHS:
        return False
    if at > 0 or word.plain in words()["places.countries"]:
        return True
    told = word.written in (seen.subject or "").split()
    return told and rarity(stem(word.plain)) >= RARE and not word.plain.endswith("s")


@cache
def opposites() -> frozenset[frozenset[str]]:
    """Pairs of words that exclude each other."""
    table = toml(files("registry.steps").joinpath("data", "opposites.toml").read_text("utf-8"))
    runs = [*table["pairs"], *table["series"]]
    return frozenset(frozenset((one, two)) for run in runs for one in run for two in run if one != two)
