"""English small change: plurals, articles, dates and lists, as an editor writes them.

A newcomer's mistake: taking the last word of a phrase for its head. "Households without power" is about households.
"""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from importlib.resources import files

from registry.model.moment import Bound, Moment, Precision
from registry.steps.kept import toml

TABLE = toml((files("registry.steps") / "data" / "phrases.toml").read_text("utf-8"))
IRREGULAR: dict[str, str] = TABLE["plural"]
UNCHANGED, BODIES = frozenset(TABLE["unchanged"].split()), frozenset(TABLE["bodies"].split())
BEGUN = frozenset(TABLE["begun"].split())
FORMS: dict[str, str] = TABLE["forms"]
AFTER_HEAD = re.compile(
    r"\s(?:of|in|at|on|for|with|without|by|from|to|per|under|over|between|against|who|that|which)\s"
    r"|\s(?:an?|each|every)\s(?:second|minute|hour|day|night|week|month|season|year|head|person)\s$"
    r"|\s(?:aboard|abroad|alive|ashore|away|elsewhere|indoors|offline|online|onboard|outdoors|outside|overboard"
    r"|overseas|underground|upstairs|worldwide)\s$"
)
PARTICIPLE = re.compile(
    r"(?:\w+(?:ed|ing|en|own|orn)|begun|bought|built|cast|caught|cut|found|held|hit|hurt|kept|laid|left|lent|lost|made"
    r"|paid|sent|set|shot|sold|spent|struck|sunk|won)$"
)
SINGLE = frozenset(("gas", "news", "physics", "mathematics", "economics", "politics", "lens"))
WENT: dict[str, str] = TABLE["went"]
QUARTERS, STARTS = ("first", "second", "third", "fourth"), (1, 4, 7, 10)
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def inside(value: str) -> str:
    """A value as it stands inside a sentence: without the capital that it had at the beginning of another.

    >>> inside("Some 2,400"), inside("Seventy-two per cent"), inside("May 2024"), inside("A350"), inside("A$3.2m")
    ('some 2,400', 'seventy-two per cent', 'May 2024', 'A350', 'A$3.2m')
    """
    first = re.match(r"[A-Z][a-z]*(?=[\s-]|$)", value)
    return value[0].lower() + value[1:] if first and first[0].lower() in BEGUN else value


def plural(phrase: str) -> str:
    """A noun phrase in the plural; one that is plural already stays.

    >>> plural("member country"), plural("person"), plural("arrests"), plural("aircraft")
    ('member countries', 'people', 'arrests', 'aircraft')
    >>> plural("household without power"), plural("bridges closed"), plural("bus")
    ('households without power', 'bridges closed', 'buses')
    >>> plural("votes cast"), plural("marched person")
    ('votes cast', 'people who marched')
    >>> plural("person aboard"), plural("overseas student"), plural("vehicles a day"), plural("lorry an hour")
    ('people aboard', 'overseas students', 'vehicles a day', 'lorries an hour')
    """
    front, rest = headed(phrase)
    words = front.split(" ")
    if words[0] in WENT and len(words) > 1:
        return f"{plural(' '.join(words[1:]))} who {WENT[words[0]]}{rest}"
    if any(is_plural(word) for word in words[:-1]) and PARTICIPLE.match(words[-1]):
        return phrase
    return " ".join([*words[:-1], plural_word(words[-1])]) + rest


def headed(phrase: str) -> tuple[str, str]:
    """A noun phrase up to the noun that it is about, and the rest.

    >>> headed("household without power"), headed("young person")
    (('household', ' without power'), ('young person', ''))
    """
    cut = AFTER_HEAD.search(f"{phrase} ")
    return (phrase[: cut.start()], phrase[cut.start() :]) if cut else (phrase, "")


def is_plural(word: str) -> bool:
    """Whether a noun looks like a plural."""
    known = word in IRREGULAR.values()
    return known or (word.endswith("s") and not word.endswith(("ss", "us", "is")) and word not in SINGLE)


def plural_word(word: str) -> str:
    """A noun in the plural."""
    low = word.lower()
    if low in UNCHANGED or is_plural(low):
        return word
    if low in IRREGULAR:
        return IRREGULAR[low]
    if low.endswith("y") and low[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if low.endswith(("s", "x", "z", "ch", "sh")) else "s")


def singular(word: str) -> str:
    """A noun in the singular.

    >>> [singular(word) for word in ("births", "households", "people", "countries", "buses", "glass", "women")]
    ['birth', 'household', 'person', 'country', 'bus', 'glass', 'woman']
    """
    back = {plural: single for single, plural in IRREGULAR.items()}
    if word in back:
        return back[word]
    if not is_plural(word):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("ses", "xes", "ches", "shes", "zes")) and len(word) > 4 else word[:-1]


def named(label: str, sentences: Sequence[str] = ()) -> str:
    """A name as it stands inside a sentence: with "the" where its kind of body, or the texts themselves, take one.

    >>> named("International Criminal Court"), named("Brightmart"), named("Central Bank of Valdora")
    ('the International Criminal Court', 'Brightmart', 'the Central Bank of Valdora')
    >>> named("Harbour Group", ["Shares of the Harbour Group fell."]), named("the council")
    ('the Harbour Group', 'the council')
    """
    first = label.split(" ", 1)[0].lower()
    if label.startswith("\u201c"):
        return label
    if first in ("the", "a", "an", "this", "these", "his", "her", "their") or "'s " in label or "’s " in label:
        return label
    head = re.split(r"\s(?:of|for|in|on|against|and)\s", label)[0].split(" ")[-1]
    common = head[:1].islower()
    holding = [sentence for sentence in sentences if f"he {label}" in sentence]
    said = any(re.search(rf"\b[Tt]he {re.escape(label)}\b", sentence) for sentence in holding)
    return f"the {label}" if said or common or head.lower() in BODIES else label


def spoken(moment: Moment) -> str:
    """A moment in words, as precise as it was written.

    >>> spoken(Moment(date(2021, 1, 1), date(2021, 12, 31), Precision.YEAR, bound=Bound.BEFORE))
    'before 2021'
    """
    if moment.bound:
        return f"{moment.bound} {spoken(replace(moment, bound=Bound.NONE))}"
    low = moment.low
    if moment.precision is Precision.YEAR:
        return str(low.year)
    if moment.precision is Precision.QUARTER and low.month in STARTS:
        return f"the {QUARTERS[(low.month - 1) // 3]} quarter of {low.year}"
    if moment.precision is Precision.MONTH:
        return f"{month_name[low.month]} {low.year}"
    return days(low, moment.high)


def days(low: date, high: date) -> str:
    """From one day to another in words; whole years and months are told as such.

    >>> days(date(2023, 1, 1), date(2023, 12, 31)), days(date(2024, 9, 1), date(2024, 11, 30))
    ('2023', 'September to November 2024')
    >>> days(date(2024, 12, 1), date(2025, 2, 28)), days(date(2025, 3, 3), date(2025, 3, 5))
    ('December 2024 to February 2025', '3 to 5 March 2025')
    >>> days(date(2025, 3, 3), date(2025, 12, 2)), days(date(2024, 3, 3), date(2025, 12, 2))
    ('3 March to 2 December 2025', '3 March 2024 to 2 December 2025')
    """
    after = high + timedelta(1) if high < date.max else high
    if low == high or low.day > 1 or after.day > 1:
        return _stretch(low, high)
    if low.month == after.month == 1:
        return str(low.year) if low.year == high.year else f"{low.year} to {high.year}"
    last = f"{month_name[high.month]} {high.year}"
    if (low.year, low.month) == (high.year, high.month):
        return last
    return f"{month_name[low.month]}{'' if low.year == high.year else f' {low.year}'} to {last}"


def _stretch(low: date, high: date) -> str:
    """From one day to another, the month and the year that they share once."""
    if low == high or low.year != high.year:
        return day(low) if low == high else f"{day(low)} to {day(high)}"
    first = str(low.day) if low.month == high.month else f"{low.day} {month_name[low.month]}"
    return f"{first} to {day(high)}"


def day(when: date) -> str:
    """A day in words.

    >>> day(date(2025, 1, 16))
    '16 January 2025'
    """
    return f"{when.day} {month_name[when.month]} {when.year}"


def number(count: int) -> str:
    """A small number as a word."""
    return NUMBERS[count] if 0 <= count < len(NUMBERS) else str(count)


def counted(number: int, word: str) -> str:
    """A number with its noun.

    >>> counted(1, "claim"), counted(2, "claim")
    ('1 claim', '2 claims')
    """
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def listed(parts: Sequence[str], joint: str = "and") -> str:
    """Parts in a row.

    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    return "".join(parts) if len(parts) < 2 else f"{', '.join(parts[:-1])} {joint} {parts[-1]}"


def capital(text: str) -> str:
    """The text with a capital at its start."""
    return text[:1].upper() + text[1:]
