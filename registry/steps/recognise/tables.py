"""The words and units the recogniser knows, read once from `steps/data`.

A newcomer's mistake: writing a word into the code. A word belongs into a table, so that every language has it or not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

from registry.steps.kept import toml
from registry.steps.recognise.tokens import words_of

LANGUAGES = ("en", "fr", "de", "es")
Phrases = dict[str, list[tuple[tuple[str, ...], str]]]


def read(name: str) -> dict[str, Any]:
    """A data file as nested mappings."""
    text = resources.files("registry.steps").joinpath("data", name).read_text("utf-8")
    return toml(text)


def phrases(table: Mapping[str, Iterable[str]], *, last: bool = False) -> Phrases:
    """Phrases under their first (or last) word, the longest first."""
    found: Phrases = {}
    for name, forms in table.items():
        for form in forms:
            words = tuple(words_of(form.lower()))
            found.setdefault(words[-1 if last else 0], []).append((words, name))
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return found


@dataclass(frozen=True)
class Language:
    """The tables of one language."""

    code: str
    numbers: dict[str, int]
    tens: dict[str, int]
    scales: dict[str, int]
    short_scales: dict[str, int]
    ordinals: dict[str, int]
    denominators: dict[str, int]
    multiples: dict[str, int]
    words: dict[str, frozenset[str]]
    vague: dict[str, int]
    before: Phrases
    after: Phrases
    months: dict[str, int]
    weekdays: dict[str, int]
    dates: dict[str, frozenset[str]]
    relative: dict[str, int]
    zones: Phrases
    directions: dict[str, str]
    differences: frozenset[str]
    ages: frozenset[str]
    superlatives: frozenset[str]
    frames: Phrases
    shares: Phrases
    decades: dict[str, int]
    rounded: dict[str, int]
    ago: Phrases
    spans: Phrases
    date_before: Phrases
    date_after: Phrases
    hundred: int = 100
    starts: frozenset[str] = field(default_factory=frozenset)


@cache
def language(code: str | None) -> Language:
    """The tables of a language; English for one we have no tables of."""
    known = (code or "en").lower()[:2]
    known = known if known in LANGUAGES else "en"
    raw = read(f"words_{known}.toml")
    if known == "de":
        raw["numbers"] |= compounds(raw["numbers"], raw["tens"])
    plain = {name: raw[name] for name in _PLAIN}
    zones = {offset: [name for name, at in raw["zones"].items() if at == offset] for offset in raw["zones"].values()}
    return Language(
        code=known,
        **plain,
        words=sets(raw["words"]),
        dates=sets(raw["dates"]),
        before=phrases(raw["before"], last=True),
        after=phrases(raw["after"]),
        zones=phrases(zones),
        directions={word: way for way, words in raw["directions"].items() for word in words},
        differences=frozenset(raw["differences"]["words"]),
        ages=frozenset(raw["ages"]["words"]),
        superlatives=frozenset(raw["ranks"]["superlatives"]),
        frames=phrases({"frame": raw["ranks"]["frames"]}),
        shares=phrases(raw["shares"]),
        decades=raw.get("decades", {}),
        rounded=raw.get("rounded", {}),
        ago=phrases(raw.get("ago", {})),
        spans=phrases(raw.get("spans", {})),
        date_before=phrases(raw.get("date_before", {}), last=True),
        date_after=phrases(raw.get("date_after", {})),
        starts=frozenset(word for name in _STARTING for word in raw[name]) | _MIXED[known],
    )


def compounds(small: Mapping[str, int], tens: Mapping[str, int]) -> dict[str, int]:
    """German numbers up to 999,000 in one word, "siebenundneunzig", "einhundertfünfzig", "zweitausend"."""
    ones = {word: value for word, value in small.items() if 0 < value < 10 and word not in _INFLECTED}
    below = {word: value for word, value in small.items() if value and word not in _INFLECTED} | dict(tens)
    below |= {f"{one}und{ten}": value + tens[ten] for one, value in ones.items() for ten in tens}
    whole = dict(below)
    for word, value in {"": 1, **ones}.items():
        whole[f"{word}hundert"] = value * 100
        whole |= {f"{word}hundert{rest}": value * 100 + low for rest, low in below.items()}
    thousands = {f"{word}tausend": value * 1000 for word, value in whole.items()}
    return {word: value for word, value in (whole | thousands).items() if word not in tens and word != "hundert"}


_MIXED: dict[str, frozenset[str]] = dict.fromkeys(LANGUAGES, frozenset())
_MIXED["de"] = frozenset(
    ("anderthalb", *(f"{one}einhalb" for one in ("", "zwei", "drei", "vier", "fünf", "sechs", "sieben")))
)
_INFLECTED = frozenset(("eine", "einen", "einer", "eins"))
_PLAIN = (
    *("numbers", "tens", "scales", "short_scales", "ordinals", "denominators", "multiples"),
    *("vague", "months", "weekdays", "relative"),
)
_STARTING = ("numbers", "tens", "scales", "ordinals", "denominators", "multiples", "vague")


def sets(table: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    """The lists of a table as sets."""
    return {name: frozenset(words) for name, words in table.items()}


@cache
def cues(name: str) -> frozenset[str]:
    """A list of words that frame a value."""
    return frozenset(_cues()[name])


@cache
def _cues() -> dict[str, Any]:
    """The table of framing words."""
    return read("cues.toml")


@dataclass(frozen=True)
class Units:
    """How units are written, and what they measure; `multiples` are short forms that hold a scale besides."""

    forms: Phrases
    cased: dict[str, str]
    dimension: dict[str, str]
    durations: dict[str, dict[str, Any]]
    multiples: dict[str, tuple[str, int]]


@cache
def units() -> Units:
    """The table of units."""
    raw = read("measures.toml")
    dimensions = {name: table for name, table in raw.items() if name not in ("cased", "durations", "multiples")}
    forms = phrases({unit: forms for table in dimensions.values() for unit, forms in table.items()})
    dimension = {unit: name for name, table in dimensions.items() for unit in table}
    cased = {form: unit for unit, forms in raw["cased"].items() for form in forms}
    multiples = {form: (one["unit"], one["factor"]) for form, one in raw["multiples"].items()}
    return Units(forms, cased, dimension, raw["durations"], multiples)


@dataclass(frozen=True)
class Currencies:
    """How money is written."""

    signs: dict[str, str]
    dollars: dict[str, str]
    codes: dict[str, str]
    names: Phrases
    cents: Phrases
    ambiguous: frozenset[str]
    families: dict[str, Family]
    countries: dict[str, tuple[str, ...]]


class Family(NamedTuple):
    """A name that currencies of several countries share: its words, by which words a text tells whose it is, what it is
    where none does, and how it is written short."""

    words: tuple[str, ...]
    marks: dict[str, tuple[str, ...]]
    unnamed: str
    written: tuple[str, ...] = ()


@cache
def currencies() -> Currencies:
    """The table of currencies."""
    raw = read("currencies.toml")
    codes = {code: code for code in raw["codes"]["codes"]} | raw["other_codes"]
    ambiguous = frozenset(raw["ambiguous"]["words"])
    families = {name: family(name, told) for name, told in raw["families"].items()}
    shared = {name: list(one.words) for name, one in families.items()}
    names = phrases(raw["names"] | shared)
    countries = {code: tuple(words) for code, words in raw["countries"].items()}
    return Currencies(raw["signs"], raw["dollars"], codes, names, phrases(raw["cents"]), ambiguous, families, countries)


def family(name: str, told: dict[str, Any]) -> Family:
    """A shared name as its table tells it."""
    marks = {code: tuple(words) for code, words in told.items() if code not in ("words", "written", "else")}
    return Family(tuple(told["words"]), marks, told.get("else", name), tuple(told.get("written", ())))


@dataclass(frozen=True)
class Labels:
    """Words that make a number a name, and words that keep "one" and ordinals from counting."""

    before: frozenset[str]
    capitalised: frozenset[str]
    one_before: frozenset[str]
    one_after: frozenset[str]
    ordinal_before: frozenset[str]
    ordinal_not_after: frozenset[str]
    first_after: frozenset[str]
    steps: frozenset[str]
    lowercase: frozenset[str]
    dotted: frozenset[str]


@cache
def labels() -> Labels:
    """The table of labels."""
    raw = read("labels.toml")
    one, ordinal = raw["one"], raw["ordinal"]
    sources = (
        *(raw["before"]["words"], raw["capitalised"]["words"], one["before"], one["after"]),
        *(ordinal["before"], ordinal["not_after"], ordinal["first_after"]),
        *(raw[name]["words"] for name in ("steps", "lowercase", "dotted")),
    )
    return Labels(*(frozenset(words) for words in sources))
