"""Ordinals of events and ranks: "the third round", "80th session", "second-warmest", "top five".

A newcomer's mistake: reading every "first" and "second". Adverbs, units of time and parts of names are none.
"""

from __future__ import annotations

from decimal import Decimal

from registry.model.assertion import Kind
from registry.steps.recognise.line import Draft, Line, find
from registry.steps.recognise.numbers.digits import read_number
from registry.steps.recognise.tables import cues, labels, units

OWNERS = cues("ordinals_owners")
DOUBLE = cues("ordinals_double")
EVERY = cues("ordinals_every")
PLACED = cues("ordinals_placed")
PERIODS = cues("ordinals_periods")
STANDING, MOVED = cues("ordinals_standing"), cues("ordinals_moved")
STOOD_IN = cues("ordinals_stood_in")
RANKED_IN = cues("ordinals_ranked_in")
NAMES = cues("ordinals_names")
PRONOUNS = cues("ordinals_pronouns")
LISTS, LISTED = cues("ordinals_lists"), 500
APART = 6
SCALED = frozenset(("hundredth", "thousandth", "millionth", "billionth", "trillionth"))  # "the eight billionth human"


def read_ordinal(line: Line, at: int) -> Draft | None:
    """The ordinal, superlative or rank that starts here, or None."""
    tokens, language = line.tokens, line.about.language
    word = tokens.word(at)
    if word in language.words["ranked"]:
        return _top(line, at)
    if word in language.superlatives:
        return _superlative(line, at)
    if word == "number":
        return _listed(line, at)
    found = ordinal_value(line, at)
    if found is None:
        return None
    value, end = found
    hyphened = tokens.hyphen(end) and tokens.word(end + 1) in language.superlatives | {"most", "least", "best"}
    if hyphened or tokens.word(end) in language.superlatives:
        last = end + 1 + hyphened
        return rank(at, last, value, ("" if hyphened else " ").join(tokens.low[at:last]))
    if tokens.word(at - 1) in EVERY and not line.about.language.weekdays.get(tokens.word(end)):
        return _every(line, at, end, value)
    return _place(line, at, end, value) or _counted(line, at, end, value)


def _listed(line: Line, at: int) -> Draft | None:
    """A place on a list: "number 12 on the singles chart", "entered the charts at number three"."""
    tokens = line.tokens
    number = read_number(line, at + 1) if line.about.language.code == "en" else None
    if number is None or number.step or not 1 <= number.value <= LISTED:
        return None
    behind = tokens.word(number.end) in ("on", "in") and not LISTS.isdisjoint(
        tokens.low[number.end + 1 : number.end + 8]
    )
    ahead = tokens.word(at - 1) in ("at", "to", "reached", "hit") and not LISTS.isdisjoint(
        tokens.low[max(0, at - 9) : at]
    )
    return rank(at, number.end, number.value, " ".join(tokens.low[at : number.end])) if behind or ahead else None


def _counted(line: Line, at: int, end: int, value: Decimal) -> Draft | None:
    """An ordinal of an event."""
    if not _of_event(line, at, end, value):
        return None
    trace = [f"ordinal: {line.tokens.low[at]} -> {value}"]
    return Draft(at, end, Kind.ORDINAL, value, value, "ordinal", trace=trace)


def _every(line: Line, at: int, end: int, value: Decimal) -> Draft | None:
    """ "Every third household" is a share; "every second year" is a rhythm, and nothing is said."""
    tokens = line.tokens
    timed = find(tokens, end, units().forms) or tokens.word(end) in PERIODS
    if timed or not tokens.is_word(end) or not 2 <= value <= 100:
        return Draft(at, end, Kind.ORDINAL, notes=["void"])
    share = Decimal(1) / value
    trace = [f"fraction: every {tokens.low[at]} -> {share:.10g}"]
    return Draft(at - 1, end, Kind.FRACTION, share, share, "fraction", trace=trace)


def rank(start: int, end: int, value: Decimal, words: str) -> Draft:
    """A place in an order as a draft."""
    return Draft(start, end, Kind.ORDINAL, value, value, "rank", trace=[f"rank: {words} -> {value}"])


def ordinal_value(line: Line, at: int) -> tuple[Decimal, int] | None:
    """The number of an ordinal and the index after it: "80th", "third", "twenty-first", "one hundred twenty-fifth"."""
    tokens, language = line.tokens, line.about.language
    if tokens.is_number(at):
        digits, ending = tokens.raw[at].replace(",", ""), tokens.word(at + 1)
        if scale := language.ordinals.get(ending, 0) if ending in SCALED else 0:  # "its 5 millionth customer"
            return (Decimal(digits) * scale, at + 2) if digits.isdigit() and len(digits) < 7 else None
        glued = ending in language.words["ordinal_endings"] and tokens.touches(at + 1)
        return (Decimal(digits), at + 2) if glued and digits.isdigit() and len(digits) < 7 else None
    word = tokens.word(at)
    if word in language.ordinals:
        return Decimal(language.ordinals[word]), at + 1
    if word not in language.starts:
        return None
    number = read_number(line, at)
    if number is None or number.vague:
        return None
    last = language.ordinals.get(tokens.word(number.end), 0)
    if tokens.word(number.end) in SCALED and last > number.value and tokens.word(number.end + 1) != "of":
        return number.value * last, number.end + 1
    end = number.end + 1 if tokens.hyphen(number.end) or tokens.word(number.end) == "and" else number.end
    last = language.ordinals.get(tokens.word(end), 0)
    value = number.value
    fits = (last < 10 and value % 10 == 0 and value >= 20) or (last < 100 and value % 100 == 0 and value > 0)
    if not last or not fits:
        return None
    return value + last, end + 1


def _place(line: Line, at: int, end: int, value: Decimal) -> Draft | None:
    """A place in an order: "came 14th", "they are fourth in the league", "second place", "moved up to second"."""
    tokens, words = line.tokens, tokens_before(line, at)
    before, after, last = words[-1], tokens.word(end), words[-2]
    if line.about.language.code != "en" or tokens.hyphen(end) or tokens.hyphen(at - 1):
        return None
    if after == "place" and before not in ("the", "a", "every") and tokens.word(end + 1) not in ("name", "names"):
        return rank(at, end + 1, value, f"{tokens.low[at]} place") if value > 1 or before in ("in", "into") else None
    ends = after in STOOD_IN and tokens.low[end : end + 2] != ["in", "command"] and tokens.word(end + 1) != "all"
    moved = before == "to" and last in MOVED
    plain = before in PLACED | STANDING and before != "than"
    if not ends or not (moved or plain) or (value == 1 and (before not in PLACED or after in ("and", "of", "for"))):
        return None
    return rank(at, end, value, tokens.low[at])


def tokens_before(line: Line, at: int) -> list[str]:
    """The two words before a place, small adverbs left out."""
    words = [
        word for word in line.tokens.low[max(0, at - 4) : at] if word not in ("about", "only", "thus", "now", "joint")
    ]
    return ["", "", *words][-2:]


def _of_event(line: Line, at: int, end: int, value: Decimal) -> bool:
    """Whether an ordinal counts an event or a rank here."""
    tokens, table = line.tokens, labels()
    before, after = tokens.word(at - 1), tokens.word(end)
    if after in RANKED_IN and before in PRONOUNS and tokens.word(at - 2) in PLACED:
        return True
    if _ends_between(line, at):
        return False
    if value == 1 and not tokens.is_number(at):
        return after in table.first_after and before not in table.ordinal_not_after
    if before == "the" and value > 1 and not tokens.hyphen(end) and _stands_for(line, at, end):
        return True
    if tokens.hyphen(end) or tokens.hyphen(at - 1) or after in table.ordinal_not_after:
        return after == "time"
    if not tokens.is_word(end):
        if tokens.is_number(at):
            return value > 1 and after != "-" and (before in PLACED or before == "the")
        return value > 20 or (value > 1 and after != "-" and before in PLACED)
    return _of_noun(line, at, end, value)


def _ends_between(line: Line, at: int) -> bool:
    """Whether an ordinal only ends what something lies between: "between the second and the fourth pylon"."""
    words = line.tokens.low[max(0, at - APART) : at]
    return "and" in words[-2:] and "between" in words


def _stands_for(line: Line, at: int, end: int) -> bool:
    """Whether an ordinal stands for one of several: "the fifth of the winter", "the next fair, the 37th,"."""
    tokens = line.tokens
    if tokens.word(end) == "of" and tokens.word(at - 2) in STANDING:
        return not (set(line.about.language.months) & set(tokens.low[end + 1 : end + 2])) and tokens.is_word(end + 1)
    if tokens.word(at - 2) != "," or tokens.word(end) != "," or not tokens.is_number(at):
        return False
    dated = set(tokens.low[max(0, at - 7) : at] + tokens.low[end : end + 5])
    return dated.isdisjoint(line.about.language.months) and dated.isdisjoint(line.about.language.weekdays)


def _of_noun(line: Line, at: int, end: int, value: Decimal) -> bool:
    """Whether the word after an ordinal is what it counts: no month, no denominator."""
    tokens, language = line.tokens, line.about.language
    before, after = tokens.word(at - 1), tokens.word(end)
    if after in NAMES and all(tokens.written(here)[:1].isupper() for here in (at, end)) and not tokens.is_number(at):
        return False  # "the Ninth Circuit"
    if after in language.months or tokens.word(end + 1) in language.months:
        return False
    if after in language.denominators and after not in DOUBLE:
        return False
    if tokens.is_number(at) or at == 0:
        return True
    if before in ("a", "an"):
        return value > 2
    return before in labels().ordinal_before or tokens.word(at - 2) in OWNERS


def _top(line: Line, at: int) -> Draft | None:
    """ "Top five": any of the first five places."""
    tokens = line.tokens
    number = read_number(line, at + 1)
    if number is None or not 1 < number.value <= 1000 or number.step or (tokens.written(at) == "Top" and at > 0):
        return None
    draft = rank(at, number.end, number.value, " ".join(tokens.low[at : number.end]))
    draft.low = None
    return draft


def _superlative(line: Line, at: int) -> Draft | None:
    """ "Warmest year", "hottest on record": the first place."""
    tokens, language = line.tokens, line.about.language
    counted = tokens.is_number(at - 1) or tokens.word(at - 1) in language.numbers
    if tokens.hyphen(at - 1) or tokens.word(at - 1) in ("at", "of") or counted:
        return None
    framed = any(find(tokens, here, language.frames) for here in range(at + 1, min(at + 4, tokens.size)))
    spanned = tokens.word(at + 1) == "in" and (tokens.is_number(at + 2) or tokens.word(at + 2) in language.starts)
    framed = framed or spanned or tokens.word(at + 1) in language.numbers
    return rank(at, at + 1, Decimal(1), tokens.low[at]) if framed else None
