"""Questions in German, French and Spanish, read as English ones word by word.

A newcomer's mistake: guessing the words that no table has. A question with such a word is not read, and says which.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from registry.model.moment import MONTHS
from registry.steps.kept import toml
from registry.steps.match.words import plain
from registry.steps.recognise.tables import read
from registry.steps.resolve.foreign import NAMES, table

LANGUAGES = ("de", "fr", "es")
WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
INVERTED = re.compile(r"-(?:t-)?(?:ils?|elles?|on)\b", re.IGNORECASE)
ELIDED = re.compile(r"\b(?:[ldsnmjt]|qu)[’'](?=\w)", re.IGNORECASE)
BEHIND = ("outstanding", "built")
STATES, PEOPLE = frozenset(("states", "country")), "person"
SETTLEMENTS = frozenset(("town", "city", "village", "municipality"))
HAPPENED = ("When", "Since when")
SHORTEST, LONGEST, PHRASE = 2, 300, 5


class Translated(NamedTuple):
    """A question as it is read in English, the language it is in, and the first word that no table has."""

    text: str
    language: str
    unknown: str | None


class Tables(NamedTuple):
    """What questions of one language are read with, in small letters and without accents."""

    name: str
    opens: tuple[tuple[re.Pattern[str], str], ...]
    names: dict[str, str]
    words: dict[str, str]
    having: frozenset[str]
    silent: frozenset[str]
    months: dict[str, int]


@cache
def _data() -> dict[str, Any]:
    return toml(files("registry.steps").joinpath("data", "asking_foreign.toml").read_text(encoding="utf-8"))


@cache
def tables(code: str) -> Tables:
    """The tables of a language."""
    own, shared = _data()[code], table(code)
    words = {_key(form): name for part in NAMES for form, name in getattr(shared, part).items()}
    words |= {_key(form): name for name, forms in own["words"].items() for form in forms}
    return Tables(
        own["name"],
        tuple((re.compile(rf"[¿\s]*(?:{plain(said)})(?!\w)"), meant) for said, meant in own["opens"].items()),
        {_key(form): name for name, forms in own["names"].items() for form in forms},
        words,
        frozenset(map(plain, own["having"]["words"])),
        frozenset(map(plain, own["silent"]["words"].split())),
        {plain(month): number for month, number in read(f"words_{code}.toml")["months"].items()},
    )


def _key(phrase: str) -> str:
    """A phrase as it is looked up."""
    return " ".join(WORD.findall(ELIDED.sub(" ", plain(phrase))))


def translated(question: str) -> Translated | None:
    """A question in one of the languages as an English one; None for any other text.

    >>> translated("Wie viele Mitglieder hat der Rat der Stadt Arden?")
    Translated(text='How many members does Rat Arden have?', language='German', unknown=None)
    >>> translated("Combien de maisons ont été badigeonnées à Arden ?").unknown
    'badigeonnées'
    >>> translated("How many members are there?") is None
    True
    """
    text = question.strip()
    if len(text) > LONGEST or len(text.split()) < SHORTEST or "\n" in text or text.endswith((".", "!")):
        return None
    for code in LANGUAGES:
        known = tables(code)
        for said, opening in known.opens:
            # Accents do not count, as people in a hurry leave them out; each letter keeps its place.
            if match := said.match("".join(plain(letter)[:1] or letter for letter in text)):
                return _read(opening, text[match.end() :], known)
    return None


def _read(opening: str, rest: str, known: Tables) -> Translated | None:
    """The English words of a question behind its opening; None where it has none."""
    words = WORD.findall(ELIDED.sub(" ", INVERTED.sub("", rest)))
    low = [plain(word) for word in words]
    said, names, when = list[str](), list[str](), list[str]()
    has, unknown, at = False, None, 0
    while at < len(words):
        size, meant = _longest(low[at : at + PHRASE], known)
        if meant:
            kept = _counted(meant, said, words[at + size :])
            (names if meant in known.names.values() else said).extend(kept)
        elif low[at] in known.months:
            when.append(MONTHS[known.months[low[at]] - 1])
        elif low[at].isdigit():
            when.append(low[at])
        elif low[at] in known.having | known.silent:
            has = has or low[at] in known.having
        elif words[at][0].isupper():
            names.append(words[at])
        else:
            unknown = unknown or words[at]
        at += size or 1
    if not said and not names:
        return None if unknown is None else Translated("", known.name, unknown)
    named = f"{'the ' if any(name in known.names.values() for name in names) else ''}{' '.join(names)}"
    return Translated(_written(opening, said, named, " ".join(when), has=has), known.name, unknown)


def _counted(meant: str, said: list[str], behind: list[str]) -> list[str]:
    """A word of a question that asks for something; none that only says what a name is: "der Rat der Stadt Arden"."""
    labels = meant in SETTLEMENTS and said and any(word[0].isupper() for word in behind)
    return [] if labels else [meant]


def _longest(words: list[str], known: Tables) -> tuple[int, str | None]:
    """How many of some words are the longest phrase that a table has, and what it means."""
    for size in range(len(words), 0, -1):
        phrase = " ".join(words[:size])
        if meant := known.names.get(phrase) or known.words.get(phrase):
            return size, meant
    return 0, None


def _written(opening: str, said: list[str], name: str, when: str, *, has: bool) -> str:
    """The English question."""
    if "member" in said and STATES & set(said):
        said = ["member state", *(word for word in said if word not in STATES | {"member"})]
    done = [word for word in said if word.endswith("ed") or word in BEHIND]
    what = " ".join(word for word in said if word not in done and (word != PEOPLE or len(said) == 1))
    act, day = " ".join(done), f" in {when}" if when else ""
    of = f" of {name}" if name else ""
    if opening == "How many":
        what = _many(what or "people")
        if has and name and not act:
            return f"{opening} {what} {'did' if when else 'does'} {name} have{day}?"
        return f"{opening} {what}{f' were {act}' if act else ''}{f' at {name}' if name else ''}{day}?"
    if opening == "Who":
        return f"Who is the {what}{of}?"
    if opening in HAPPENED:
        return f"{opening} was {f'the {what}{of}' if what else name} {act}{day}?"
    verb = " is" if opening.startswith("How") else ""
    return re.sub(r" +(?=[ ?])", "", f"{opening}{verb} {f'the {what}{of}' if what else name} {act}{day}?")


def _many(what: str) -> str:
    """A noun in the plural, as a question asks for it."""
    if what.endswith(("s", "people", "children", "men")):
        return what
    return f"{what.removesuffix('child')}children" if what.endswith("child") else _plural(what)


def _plural(what: str) -> str:
    return f"{what[:-1]}ies" if what.endswith("y") else f"{what}s"
