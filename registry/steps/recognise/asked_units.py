"""A unit as somebody asks for it, in the registry's words: "metres", "M2" and "€" are m, m2 and EUR.

A newcomer's mistake: taking a unit that nothing is stored in for a unit that is none. What the reader can make is known
here; whether a claim has it is for the store to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from functools import cache

from registry.steps.recognise.tables import currencies, units
from registry.steps.recognise.tokens import words_of
from registry.steps.units import UNITS

# Units that are no measure and no money: of counts, ranks, dates and what is set beside another figure.
PLAIN = ("count", "fraction", "ordinal", "rank", "ratio", "date", "datetime")
SHORT = 3  # letters, of which every other unit has some
SUCH = "m, km2, kg, degC, hour, percent, count, EUR or kg/m3"


def unit_of(asked: str) -> str | None:
    """The unit that some words name, None where they name none.

    >>> [unit_of(words) for words in ("m", "Metres", "%", "€", "euros", "µg/m3", "furlongz")]
    ['m', 'm', 'percent', 'EUR', 'EUR', 'ug/m3', None]
    """
    words = " ".join(asked.split())
    if found := _known().get(words) or _spelled().get(_key(words)):
        return found
    one, slash, other = words.partition("/")
    left, right = (unit_of(part) if slash and part else None for part in (one, other))
    return f"{left}/{right}" if left and right else None


def alike(asked: str) -> str | None:
    """A unit whose name is much like some words, None where none is.

    >>> alike("furlongz"), alike("smoots")
    ('furlong', None)
    """
    found = get_close_matches(_key(asked), _spelled(), n=1, cutoff=0.85) if len(asked) > SHORT else []
    return _spelled()[found[0]] if found else None


@cache
def _known() -> dict[str, str]:
    """Every unit that a claim can have, by itself."""
    money = currencies()
    names = {name for entries in (*money.names.values(), *money.cents.values()) for _, name in entries}
    coins = {*money.signs.values(), *money.dollars.values(), *money.codes.values(), *names}
    coins |= {code for name, one in money.families.items() for code in (name, *one.marks, one.unnamed)}
    return {unit: unit for unit in (*PLAIN, *units().dimension, *UNITS, *sorted(coins))}


@cache
def _spelled() -> dict[str, str]:
    """Units by what people write for them, in small letters; what is written two ways is the more usual one."""
    forms = {**_written(currencies().names.values()), **_written(units().forms.values())}
    plain = {unit.lower(): unit for unit in reversed(_known()) if unit not in units().cased.values()}
    return {_key(form): unit for form, unit in {**plain, **currencies().signs, **forms}.items()}


def _written(entries: Iterable[Sequence[tuple[tuple[str, ...], str]]]) -> dict[str, str]:
    """Forms with their unit."""
    return {" ".join(words): name for some in entries for words, name in some}


def _key(words: str) -> str:
    """Some words as they are compared."""
    return " ".join(words_of(words.lower()))
