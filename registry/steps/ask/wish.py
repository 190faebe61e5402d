"""A question read into a partial claim: whose value, what is counted or measured, which sort of value, for when.

A newcomer's mistake: taking the first word for a name because it is capital. Openings are cut off before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from registry.model.assertion import Kind, Mention
from registry.model.moment import Moment
from registry.model.quantity import Quantity
from registry.model.span import Block, Sentence
from registry.steps import units
from registry.steps.ask.asking import LEADS, NEGATED, PEOPLE, heads, light, meant
from registry.steps.ask.sorts import OPENINGS, Sort, dimensions, sort_of
from registry.steps.match import concepts
from registry.steps.match.entities import acronyms, bare, is_acronym
from registry.steps.match.words import STOP_STEMS, stem, stems
from registry.steps.recognise import recognise

PARTS = re.compile(r"(?<=[?!])\s+|(?<=[^\W\d_]{2}\.)\s+(?=[A-Z“\"])")
NAME = re.compile(
    r"[A-ZÀ-Þ][\w&’'-]*(?:\.[A-Z]\.?)*"
    r"(?:\s+(?:(?:of|the|de|la|le|du|von|van|der|and|for|on)\s+){0,2}[A-ZÀ-Þ0-9][\w&’'-]*)*"
)
_EMPTY = """
    how many much what which who whom whose when where why is are was were be been do does did done has have had can
    could will would shall should there that this these those it its they them their now currently today present still
    so far ever ago since until by at in on of to for from with about per percent percentage share proportion number
    figure amount please tell me know exactly altogether all total already yet been date day year month time long high
    tall big large deep wide far old heavy fast hot cold a an the any some many money"""
EMPTY = frozenset(stem(word) for word in _EMPTY.split())
HAVING = re.compile(
    r"\b(?:are|is|were|was) there\b|\b(?:do|does|did)\b.*\bhave(?: now| today| at present| in all| altogether)?\W*$"
    r"|^\W*how many(?: [\w-]+){1,4} (?:has|have|had) (?!\w+ed\b)[^?]*\W*$",
    re.IGNORECASE,
)
NUMBER = re.compile(r"\W*what (?:is|was|are|were) the (?:total )?number of\b", re.IGNORECASE)
LATELY = re.compile(
    r"\b(?:(?:in|during|over|for|within|at) )?the (?:end of the )?"
    r"(?:last|past|latest|previous|most recent|current|present) "
    r"(?:[a-z]+ )?(?:period|year|month|week|quarter|season|decade|day|time|report|count)s?\b",
    re.IGNORECASE,
)
SHORT = re.compile(r"[A-Z]{2,}s")
MOST_KEYS = 64
SEXES = frozenset((stem("women"), stem("men")))


@dataclass(frozen=True, slots=True)
class Wish:
    """What a question wishes to know. Words are stems, `head` the first that says what of; `names` are as written.

    `dimension` is that of a unit which is asked for: "how many hectares"; `counted` is what is counted, where no name
    has it; `whole` tells that all of it is meant: "how many does it have"; `leads` that whoever leads is asked
    for, `people` that people are counted, `negated` that the question says "not".
    """

    text: str
    sort: Sort
    names: tuple[str, ...]
    words: frozenset[str]
    head: str | None
    concepts: frozenset[str]
    when: Moment | None = None
    dimension: str | None = None
    counted: str | None = None
    whole: bool = False
    leads: bool = False
    people: bool = False
    negated: bool = False


def split(text: str) -> list[str]:
    """A text in its sentences, roughly: questions and statements stand apart.

    >>> split("It has 3 exits. How long is it? I wonder.")
    ['It has 3 exits.', 'How long is it?', 'I wonder.']
    """
    return [part.strip() for part in PARTS.split(text.strip()) if part.strip()]


def is_question(text: str) -> bool:
    """Whether a sentence asks for a value; "Does it have 12 rooms?" states one."""
    return text.rstrip("\"')” ").endswith("?") and sort_of(text) is not None


def wish(question: str) -> Wish:
    """What a question wishes to know."""
    asked = meant(question)
    sort = sort_of(asked) or Sort.ANY
    leads = LEADS.search(asked)
    rest = asked[leads.end() :] if leads else _opened(asked)
    measured = _unit(rest) if sort is Sort.COUNT else None
    plain = LATELY.sub(" ", _without_dates(rest))
    names = tuple(dict.fromkeys(_names(plain)))
    own = {part for name in names for part in stems(name)}
    told = [word for word in stems(plain) if word not in own]
    silent = EMPTY | light() | STOP_STEMS | concepts.default().general - SEXES
    silent |= {told[0]} if measured and told else set()
    words = [word for word in told if word not in silent and not word[0].isdigit()]
    head = words[0] if words else None
    counted = head if sort is Sort.COUNT and not measured and head in stems(plain)[:2] else None
    whole = counted is not None and HAVING.search(asked) is not None
    whole = whole or NUMBER.match(asked) is not None
    return Wish(
        question,
        sort,
        names,
        frozenset(words),
        head,
        heads() if leads else _concepts(told),
        _when(rest),
        measured,
        counted,
        whole=whole,
        leads=leads is not None,
        people=PEOPLE.search(question) is not None,
        negated=NEGATED.search(question) is not None,
    )


def _concepts(told: list[str]) -> frozenset[str]:
    """What the words name; a phrase of several words outranks the words it uses."""
    table = concepts.default()
    joint, used = concepts.joined(frozenset(told))
    covered = {c for phrase, names in table.phrases.items() if len(phrase) == 1 and phrase[0] in used for c in names}
    return (concepts.named(told).concepts - covered) | joint


def _unit(rest: str) -> str | None:
    """The dimension of the unit that a "how many" begins with; None for things that are counted."""
    text = f"7 {' '.join(rest.removeprefix('many ').split()[:2])}"
    for one in _read(text):
        if isinstance(one.value, Quantity) and one.start == 0:
            found = units.dimension(one.value.unit)
            return None if found == "count" else found
    return None


def _opened(question: str) -> str:
    """A question without its opening, which is no name."""
    text = question.strip().lstrip("¿\"'“(")
    found = next((match for _, pattern in OPENINGS if (match := pattern.match(text))), None)
    if found is None:
        return text
    opening, rest = found.group(), text[found.end() :]
    kept = re.sub(r"^(?:\w+ )??(?:how|what|which|who|whom|whose|when|where)\b", "", opening, flags=re.IGNORECASE)
    return f"{kept.strip()} {rest.strip()}".strip()


def _names(text: str) -> list[str]:
    """The names in a text, the longest first."""
    found = [match.group().rstrip("’'?") for match in NAME.finditer(text)]
    found = [re.sub(r"(?:’s|'s)$", "", name) for name in found]
    kept = (name for name in found if len(name) > 1 and not SHORT.fullmatch(name) and not _is_noun(name))
    return sorted(kept, key=lambda name: -len(name))


def _is_noun(name: str) -> bool:
    """Whether capital words are a noun that some write so: "States Parties"."""
    return " " in name and not concepts.named(stems(name)).rest


def _read(text: str) -> tuple[Mention, ...]:
    """The values in a text."""
    found = recognise(text, [Sentence(0, len(text), Block(0, len(text)))], published=None, language="en")
    return found[0] if found else ()


def _mentions(text: str) -> list[tuple[int, int, Moment]]:
    """The dates in a text."""
    return [
        (one.start, one.end, one.value)
        for one in _read(text)
        if one.kind is Kind.DATE and isinstance(one.value, Moment) and one.value.clock is None
    ]


def _when(text: str) -> Moment | None:
    """The time that a question is about."""
    return next((value for *_, value in _mentions(text)), None)


def _without_dates(text: str) -> str:
    """A text with its dates blank."""
    for start, end, _ in reversed(_mentions(text)):
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def keys(wanted: Wish) -> tuple[str, ...]:
    """The blocking keys of claims that could answer, in the shape that claims are filed under."""
    whose = list(dict.fromkeys(word for name in wanted.names for word in sorted(bare(name)) if len(word) > 2))
    whose += [short for name in wanted.names[:2] for short in sorted(acronyms(name)) if len(short) > 2]
    whose += [name.lower() for name in wanted.names if is_acronym(name)]
    whose = list(dict.fromkeys(whose)) or sorted(wanted.words)
    what = [*sorted(wanted.concepts), *sorted(wanted.words)][:8]
    filed = (wanted.dimension,) if wanted.dimension else dimensions(wanted.sort)
    found = [f"{name}|{thing}|{sort}" for name in whose[:8] for thing in what for sort in filed]
    return tuple(dict.fromkeys(found))[:MOST_KEYS]
