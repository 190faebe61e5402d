"""What a number counts in: a unit after it, a currency before or after it, a hyphenated noun ("20-page").

A newcomer's mistake: reading "m" always as million. Touching digits with money it is; with "long" or "above" it is metres.
"""

from __future__ import annotations

from decimal import Decimal

from registry.model.assertion import Kind
from registry.steps.recognise.line import Draft, Line, find
from registry.steps.recognise.tables import currencies, units
from registry.steps.recognise.tokens import Tokens

METRES = frozenset("long wide high deep tall away above below from thick apart freestyle sprint hurdles race".split())
SHORT = frozenset("s h m g l t min p in".split())
EXACT = frozenset("time share".split())
OLD = frozenset("old olds".split())
HUNDREDTH = Decimal("0.01")


def money_before(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """A currency that starts here and stands before its number: its code and the index of the number."""
    table, word = currencies(), tokens.written(at)
    if word == "$" and tokens.is_word(at + 1) and tokens.word(at + 1) in table.dollars and tokens.touches(at + 1):
        return table.dollars[tokens.word(at + 1)], at + 2
    if word in table.signs:
        return table.signs[word], at + 1
    if tokens.word(at) in table.dollars and tokens.word(at + 1) == "$" and tokens.touches(at + 1):
        return table.dollars[tokens.word(at)], at + 2
    if len(word) > 1 and word.isupper() and tokens.word(at) in table.dollars and tokens.word(at + 1) == "$":
        return table.dollars[tokens.word(at)], at + 2
    if word in table.codes:
        end = at + 2 if tokens.word(at + 1) in ("$", ".") and word != "kr" else at + 1
        return table.codes[word], end
    return None


def with_unit(line: Line, draft: Draft, *, digits: bool) -> None:
    """Give a draft the unit that follows it."""
    short_scale(line, draft, digits=digits)
    if draft.kind is Kind.MONEY:
        money_tail(line, draft)
        return
    if hyphenated(line, draft) or named_money(line, draft) or named_unit(line, draft):
        return


def short_scale(line: Line, draft: Draft, *, digits: bool) -> None:
    """An abbreviated scale that touches the digits or stands with money: "3bn", "1.2m", "$5 m"."""
    tokens, at = line.tokens, draft.end
    word = tokens.word(at)
    factor = line.about.language.short_scales.get(word)
    if not factor or not digits or draft.scaled or draft.low is None:
        return
    money = draft.kind is Kind.MONEY or bool(find(tokens, at + 1, currencies().names)) or _sign(tokens, at + 1)
    touching = tokens.touches(at)
    if not (money or touching or len(word) > 1 and word not in ("mm", "tr")) or not _scale_letter(
        line, draft, word, money
    ):
        return
    draft.low, draft.high = draft.low * factor, draft.low * factor
    draft.step, draft.scaled, draft.end = (draft.step or Decimal(1)) * factor, True, at + 1
    draft.trace.append(f"scale: {word} = {factor}")


def times(draft: Draft, factor: int, end: int, word: str) -> None:
    """Scale a draft."""
    draft.low = None if draft.low is None else draft.low * factor
    draft.high = None if draft.high is None else draft.high * factor
    draft.step, draft.scaled, draft.end = (draft.step or Decimal(1)) * factor, True, end
    draft.trace.append(f"scale: {word} = {factor}")


def _sign(tokens: Tokens, at: int) -> bool:
    """Whether a currency sign or code stands here."""
    return tokens.written(at) in currencies().signs or tokens.written(at) in currencies().codes


def _scale_letter(line: Line, draft: Draft, word: str, money: bool) -> bool:  # noqa: FBT001
    """Whether a letter after digits is a scale and no unit."""
    tokens, at = line.tokens, draft.end
    follows = tokens.word(at + 1)
    if word == "mm":
        return money
    if word == "m" and tokens.written(at) == "m" and not money:
        return (
            follows not in METRES
            and tokens.is_word(at + 1)
            and (follows == "of" or len(follows) > 2 and follows not in _SMALL)
        )
    if word in ("t", "b", "tr") and not money:
        return word == "b" and (tokens.is_word(at + 1) or bool(draft.step))
    return True


_SMALL = frozenset("and the for with from was were are has have had but than that into".split())


def money_tail(line: Line, draft: Draft) -> None:
    """The name or code after an amount that has a sign already ("$5 US", "£5 pounds")."""
    tokens = line.tokens
    if tokens.written(draft.end) in currencies().codes and currencies().codes[tokens.written(draft.end)] == draft.unit:
        draft.end += 1
    elif (found := find(tokens, draft.end, currencies().names)) and found[0] == draft.unit:
        draft.end = found[1]


def named_money(line: Line, draft: Draft) -> bool:
    """A currency after the number: "5 million euros", "15 USD", "30 €", "50 cents"."""
    tokens, table, at = line.tokens, currencies(), draft.end
    at = at + 1 if tokens.hyphen(at) else at
    at = at + 1 if draft.scaled and tokens.word(at) in ("of", "de", "d") else at
    at = at + 1 if draft.scaled and tokens.word(at) == "'" else at
    written = tokens.written(at)
    code, end = table.signs.get(written) or table.codes.get(written), at + 1
    if written[:1] == "M" and written[1:] in table.codes and len(written) == 4 and not draft.scaled:
        times(draft, 10**6, at + 1, "M")
        code = table.codes[written[1:]]
    if code and written == "$" and tokens.is_number(at + 1) and not tokens.touches(at):
        code = None
    if code and end < tokens.size and tokens.touches(end) and tokens.is_number(end):
        code = None
    if not code and (found := find(tokens, at, table.names)):
        code, end = found
        word = tokens.word(at)
        plain = end == at + 1
        if plain and word in table.ambiguous and not draft.scaled and (draft.low or 0) < 100:
            return False
        if plain and word in ("pound", "pounds") and _weight(line, draft):
            return as_measure(draft, "lb", end, "pounds")
        if plain and word in ("dollar", "dollars"):
            code = line.about.dollar
    if code:
        draft.kind, draft.unit, draft.end = Kind.MONEY, code, end
        draft.trace.append(f"currency: {' '.join(tokens.low[at:end])} -> {code}")
        factor = line.about.language.scales.get(tokens.word(end), 0)
        if factor > 100 and not draft.scaled and not tokens.word(end).endswith("s"):
            times(draft, factor, end + 1, tokens.word(end))
        return True
    if (found := find(tokens, at, table.cents)) and draft.low is not None and not draft.scaled:
        if tokens.word(at) == "p" and not tokens.touches(at):
            return False
        draft.kind, draft.unit, draft.end = Kind.MONEY, found[0], found[1]
        draft.low = draft.high = draft.low * HUNDREDTH
        draft.step = HUNDREDTH
        draft.trace.append(f"hundredths: {tokens.low[at]} of {found[0]}")
        return True
    return False


def _weight(line: Line, draft: Draft) -> bool:
    """Whether pounds are a weight here: the document says so, and the sum is none of money's size."""
    return line.about.weight_pounds and not draft.scaled


def named_unit(line: Line, draft: Draft) -> bool:
    """A unit after the number, with a space, without one, or in square brackets."""
    tokens, table, at = line.tokens, units(), draft.end
    at = at + 1 if tokens.word(at) == "[" and tokens.word(at + 2) == "]" else at
    glued, written = tokens.touches(at), tokens.written(at)
    if draft.scaled and tokens.word(at) in ("of", "de"):
        at += 1
    cased = table.cased.get(written)
    found = find(tokens, at, table.forms)
    if cased and not (found and found[1] > at + 1) and (glued or cased in ("degC", "degF", "MW")):
        return as_measure(draft, cased, at + 1, written)
    if not found or not _unit_fits(line, at, glued=glued):
        return False
    name, end = found
    end = end + 1 if tokens.word(end) == "]" and tokens.word(at - 1) == "[" else end
    if name == "year" and tokens.word(end) == "old":
        end += 1
    return as_measure(draft, name, end, " ".join(tokens.low[at:end]))


def _unit_fits(line: Line, at: int, *, glued: bool) -> bool:
    """Whether a short word after a number is a unit."""
    tokens = line.tokens
    word, written = tokens.word(at), tokens.written(at)
    if word == "an":
        return line.about.language.code == "fr"
    if word in SHORT and word != "min":
        return written.islower() and (glued or word in ("m", "g", "h", "l", "t") and not tokens.is_number(at + 1))
    if len(word) == 1:
        return glued or not word.isalpha()
    if word == "second":
        return not tokens.is_word(at + 1) or tokens.word(at + 1) in ("delay", "after", "in", "and", "of", "later")
    return True


def as_measure(draft: Draft, unit: str, end: int, words: str) -> bool:
    """Make a draft a measure in a unit."""
    draft.unit, draft.end = unit, end
    draft.kind = Kind.PERCENT if unit in ("percent", "percentage point") else Kind.MEASURE
    if not draft.step and units().dimension.get(unit) not in ("time", "data") and draft.low is not None:
        draft.step = Decimal(1)
    draft.trace.append(f"unit: {words} -> {unit}")
    return True


def hyphenated(line: Line, draft: Draft) -> bool:
    """A hyphenated modifier taken whole: "20-page", "6.6-magnitude", "12-month", "37-year-old"."""
    tokens, at = line.tokens, draft.end
    if not (tokens.hyphen(at) and tokens.is_word(at + 1)):
        return False
    word = tokens.word(at + 1)
    if word in line.about.language.words["to"] or word in ("and", "plus", "odd", "ish"):
        return False
    draft.notes.append("compound")
    if (found := find(tokens, at + 1, units().forms)) and len(word) > 1 or word in ("m",):
        name, end = found or ("m", at + 2)
        while tokens.hyphen(end) and tokens.word(end + 1) in OLD | {"long", "high", "deep", "wide", "tall", "point"}:
            end += 2
        return as_measure(draft, name, end, " ".join(tokens.low[at + 1 : end]))
    if money := find(tokens, at + 1, currencies().names):
        draft.kind, draft.unit, draft.end = Kind.MONEY, money[0], money[1]
        draft.trace.append(f"currency: {word} -> {money[0]}")
        return True
    draft.end = at + 2
    draft.noun = (tokens.starts[at + 1], tokens.ends[at + 1])
    draft.trace.append(f"compound: counts {word}")
    return True
