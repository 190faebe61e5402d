"""One quantity at a place: sign, currency, number, scale, unit; with its comparators, and as a range where it goes on.

A newcomer's mistake: asking here whether the number matters. Here it is only read; `labels` says what is no quantity.
"""

from __future__ import annotations

from decimal import Decimal

from registry.model.assertion import Kind
from registry.steps.recognise import comparators, labels
from registry.steps.recognise.line import Draft, Line, Number, find, find_before
from registry.steps.recognise.measures import as_measure, money_before, with_unit
from registry.steps.recognise.numbers import fractions, ranges
from registry.steps.recognise.numbers.ballots import is_side
from registry.steps.recognise.numbers.digits import read_number
from registry.steps.recognise.numbers.games import as_score
from registry.steps.recognise.tables import cues, units
from registry.steps.recognise.tokens import Tokens

SCORES = cues("quantities_scores")
NO_NOUN = cues("labels_no_noun")
SCORED, LONG, FAR = 6, 4, 3
BASES = frozenset(Decimal(10) ** power for power in range(1, 8))
SCALES_OF_QUAKES = frozenset(("ML", "Ml", "Mw", "MW", "Mb", "mb", "Ms", "MS"))
ANNOUNCED = 8
MAGNITUDES = frozenset(("M", "Mw", "Ms", "ML", "Ml", "Mb", "MW", "MS"))


def read_quantity(line: Line, at: int, floor: int) -> Draft | None:
    """The quantity that starts here, or None."""
    draft = fractions.read_fraction(line, at)
    draft = with_unit_after(line, draft) if draft else read_single(line, at)
    if draft is None:
        return None
    if _base_of_rate(line, draft):
        return Draft(draft.start, draft.end, notes=["void"])
    if is_side(line, draft):
        return draft
    if score := as_score(line, draft) or _score(line, draft):
        return score
    draft = ranges.extend(line, draft, read_single)
    return comparators.take(line, draft, floor)


def with_unit_after(line: Line, draft: Draft) -> Draft:
    """A fraction in figures with a unit after it, "1/2 tsp"."""
    found = find(line.tokens, draft.end, units().forms) if line.tokens.is_number(draft.start) else None
    if (
        draft.kind is Kind.FRACTION
        and found
        and units().dimension.get(found[0]) in ("volume", "mass", "length", "time")
    ):
        as_measure(draft, found[0], found[1], " ".join(line.tokens.low[draft.end : found[1]]))
    return draft


def _base_of_rate(line: Line, draft: Draft) -> bool:
    """Whether a number is only what a rate counts by: "per 100,000", "for every 1,000"."""
    per = line.tokens.word(draft.start - 1) in line.about.language.words["per"]
    return per and draft.bare and draft.low in BASES


def _score(line: Line, draft: Draft) -> Draft | None:
    """The result of a game, "2-0": its words are used up, and nothing is said."""
    tokens, at = line.tokens, draft.end
    if not (
        draft.bare
        and tokens.word(at) in ("-", "–")
        and tokens.touches(at)
        and tokens.touches(at + 1)
        and tokens.is_number(at + 1)
    ):
        return None
    left, right = tokens.written(draft.start), tokens.written(at + 1)
    plain = left.isdigit() and right.isdigit() and draft.end == draft.start + 1
    if plain and max(len(left), len(right)) >= LONG:  # "Decree 2005-981" and "853-6197" are codes
        ended = not tokens.is_word(at + 2) or tokens.word(at + 2) in NO_NOUN
        dialled = len(left) + 1 == len(right) == LONG and int(right) > FAR * int(left) and ended
        dialled = dialled and not left.endswith("0") and not right.endswith("0")  # "put at 400-2000 by police"
        code = dialled or (int(left) > int(right) and not find(tokens, at + 2, units().forms))
        return Draft(draft.start, at + 2, Kind.RANGE, notes=["void"]) if code else None
    near = tokens.low[max(0, draft.start - SCORED) : draft.start] + tokens.low[at + 2 : at + 5]
    scored = plain and (int(left) >= int(right) or any(word in SCORES for word in near))
    return Draft(draft.start, at + 2, Kind.RANGE, notes=["void"]) if scored else None


def read_single(line: Line, at: int) -> Draft | None:
    """One figure with its unit, without comparator."""
    tokens = line.tokens
    if (magnitude := _magnitude(line, at)) is not None:
        return magnitude
    start, sign = at, _sign(line, at)
    at = at + 1 if sign else at
    at = at + 1 if sign and tokens.hyphen(at) and tokens.is_number(at + 1) else at
    money, written = money_before(tokens, at), tokens.written(at)
    at = money[1] if money else at
    if money and not sign and (sign := _sign(line, at)):
        at += 1
    if sign == "-" and not money and (part := fractions.slashed(tokens, at, signed=True)):
        return _negative(part, start)
    number = read_number(line, at)
    if number is None or _ordinal_goes_on(line, number):
        return None
    if not money and not sign and labels.is_label(line, at, number):
        return None
    draft = of_number(number, start, sign)
    if money:
        draft.kind, draft.unit = Kind.MONEY, line.about.coins.get(written, money[0])
        draft.trace.append(f"currency: {' '.join(tokens.low[start:at])} -> {draft.unit}")
    if not (draft.bare and _is_magnitude(line, draft, number)):
        _finish(line, draft, number)
    nothing = draft.bare and not money and (labels.is_nothing(line, at, draft) or _goes_on(tokens, draft, number))
    return None if nothing else draft


def _negative(part: Draft, start: int) -> Draft:
    """A fraction with its minus."""
    part.start, part.low, part.high = start, -(part.low or Decimal(0)), -(part.high or Decimal(0))
    part.trace.append("sign: minus")
    return part


def _finish(line: Line, draft: Draft, number: Number) -> None:
    """Give a figure its unit; an approximate plural and "11-plus years" stay open above."""
    tokens = line.tokens
    if number.vague:
        draft.high, draft.approx, draft.scaled = None, True, True
    if draft.kind is not Kind.MONEY and (tokens.hyphen(draft.end) or tokens.word(draft.end) in ("+", "or")):
        comparators.after(line, draft)
    high = draft.high
    draft.high = draft.low if high is None else high
    with_unit(line, draft, digits=number.digits)
    draft.high = None if high is None else draft.high
    draft.scaled = draft.scaled and not number.vague


def _ordinal_goes_on(line: Line, number: Number) -> bool:
    """Whether the number is the start of an ordinal: "20th", "twenty-fifth"."""
    tokens, end, language = line.tokens, number.end, line.about.language
    if number.digits:
        return tokens.word(end) in language.words["ordinal_endings"] and tokens.touches(end) and tokens.is_word(end)
    here = end + 1 if tokens.hyphen(end) else end
    return here > end and tokens.word(here).removesuffix("s") in language.ordinals and number.value % 10 == 0


def _goes_on(tokens: Tokens, draft: Draft, number: Number) -> bool:
    """Whether letters follow the digits without a space and are no unit: "49ers"."""
    return number.digits and tokens.touches(draft.end) and tokens.is_word(draft.end) and draft.end == number.end


def of_number(number: Number, start: int, sign: str) -> Draft:
    """A draft that holds a number."""
    value = -number.value if sign == "-" else number.value
    draft = Draft(start, number.end, low=value, high=value, step=number.step, scaled=number.scaled)
    draft.approx = number.about
    draft.trace += number.trace
    if sign == "-":
        draft.trace.append("sign: minus")
    return draft


def _sign(line: Line, at: int) -> str:
    """The sign of the number that starts here: "-", "+", "±" or none."""
    tokens, word = line.tokens, line.tokens.word(at)
    if word in line.about.language.words["minus"] and tokens.is_word(at):
        if tokens.low[max(0, at - 2) : at] == ["plus", "or"]:
            return "±"
        if (said := find_before(tokens, at + 1, line.about.language.before, 0)) and said[1] < at:
            return ""
        return (
            "-"
            if tokens.is_number(at + 1)
            or (tokens.hyphen(at + 1) and tokens.is_number(at + 2))
            or tokens.word(at + 1) in line.about.language.starts
            else ""
        )
    if word == "±":
        return word
    free = at == 0 or not tokens.touches(at) or tokens.word(at - 1) in ("(", "[", "±", "'", '"', "<", ">", "=")
    if word in ("-", "+") and free and tokens.touches(at + 1):
        return word if tokens.is_number(at + 1) or money_before(tokens, at + 1) else ""
    return ""


def _magnitude(line: Line, at: int) -> Draft | None:
    """The size of an earthquake with the word before it: "magnitude 5.9", "M 5.6", "Mw 6.0"."""
    tokens = line.tokens
    if tokens.written(at) not in MAGNITUDES and tokens.word(at) not in ("magnitude", "magnitudes"):
        return None
    here = at + 1
    here = here + 1 if tokens.word(at) == "magnitude" and tokens.word(here) in ("of", "a") else here
    here = here + 1 if tokens.word(here) in ("-",) and tokens.touches(here) else here
    number = read_number(line, here) if here < tokens.size else None
    if number is None or not Decimal(0) < number.value < 10 or (len(tokens.word(at)) < 3 and not number.step):
        return None
    draft = of_number(number, at, "")
    as_measure(draft, "magnitude", number.end, tokens.word(at))
    return draft


def _is_magnitude(line: Line, draft: Draft, number: Number) -> bool:
    """Whether a figure is the size that "magnitude" before it announces, perhaps with its scale: "5.8 ML, 5.2 Mw"."""
    tokens = line.tokens
    if not number.step or not Decimal(0) < number.value < 10 or "magnitude" not in tokens.low:
        return False
    near = tokens.low[max(0, draft.start - ANNOUNCED) : draft.start]
    scaled = tokens.written(number.end) in SCALES_OF_QUAKES
    plain = not tokens.is_word(number.end) or tokens.word(number.end) in ("on", "and", "with", "in", "at", "by")
    if "magnitude" not in near or not (scaled or plain) or tokens.word(number.end) in ("%", "-", "\u2013"):
        return False
    return as_measure(draft, "magnitude", number.end + scaled, "magnitude")
