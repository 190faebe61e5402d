"""What a number counts in: a unit after it, a currency before or after it, a hyphenated noun ("20-page").

A newcomer's mistake: taking every short word for a unit. "In", "a" and "min" are, or are not, by what stands around.
"""

from __future__ import annotations

from decimal import Decimal

from registry.model.assertion import Kind
from registry.steps.recognise.line import Draft, Line, find
from registry.steps.recognise.numbers.scales import BIG, grand, short_scale, times
from registry.steps.recognise.numbers.spelled import and_half
from registry.steps.recognise.pounds import in_stones, weighs
from registry.steps.recognise.tables import cues, currencies, units
from registry.steps.recognise.tokens import Tokens
from registry.steps.recognise.whole import only_when, over_whole

NO_UNITS = cues("measures_no_units")
SECONDS = cues("measures_seconds")
SHORT = cues("measures_short")
EXACT = cues("measures_exact")
OLD = cues("measures_old")
HUNDREDTH = Decimal("0.01")
SPACED = frozenset(("degC", "degF", "MW", "kN", "t", "W", "V", "Pa", "Gt", "Mt", "l", "knot"))
# Of whatever goes at so many knots; else "kt" may be thousands of tonnes.
SAILED = frozenset(
    ("wind", "winds", "gust", "gusts", "gusting", "airspeed", "speed", "speeds", "knots", "sailed", "flew")
)
WEIGHED, BULK = frozenset(("mass",)), frozenset(("volume",))
POUND = "PS"  # a pound sign that was written in other letters on its way
# Letters that are a currency where they touch a sum, "R1.2bn", "N450m"; a road or a battery has no commas or millions.
LETTERS = {POUND: "GBP", "R": "ZAR", "N": "NGN"}
OF_EACH: tuple[list[str], ...] = tuple(["the", coin] for coin in ("dollar", "euro", "pound"))
CLOSING = frozenset((")", "]", "x", "\u00d7"))
EXTENTS = frozenset(("wide", "high", "long", "deep", "thick", "tall", "across"))
MANY: tuple[list[str], ...] = (["m"], ["bn"], ["mn"], ["million"], ["billion"], ["k"])


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
    return (LETTERS[word], at + 1) if word in LETTERS and is_sum(tokens, at + 1) else None


def is_sum(tokens: Tokens, at: int) -> bool:
    """Whether the number glued to what is left of a sign is written as a sum is: "PS21,700", "PS8.1bn", not "PS5"."""
    if not (tokens.is_number(at) and tokens.touches(at)):
        return False
    glued = tokens.touches(at + 1) or tokens.word(at + 1) in BIG
    return "," in tokens.raw[at] or (glued and tokens.low[at + 1 : at + 2] in MANY)


def with_unit(line: Line, draft: Draft, *, digits: bool) -> None:
    """Give a draft the unit that follows it."""
    short_scale(line, draft, digits=digits)
    grand(line, draft)
    if draft.kind is Kind.MONEY:
        money_tail(line, draft)
        return
    if hyphenated(line, draft) or named_money(line, draft) or named_unit(line, draft):
        return


def money_tail(line: Line, draft: Draft) -> None:
    """The name or code after an amount that has a sign already ("$5 US", "£5 pounds")."""
    tokens = line.tokens
    if tokens.written(draft.end) in currencies().codes and currencies().codes[tokens.written(draft.end)] == draft.unit:
        draft.end += 1
    elif (found := find(tokens, draft.end, currencies().names)) and found[0] == draft.unit:
        draft.end = found[1]


def named_money(line: Line, draft: Draft) -> bool:
    """A currency after the number: "5 million euros", "15 USD", "30 €", "50 cents"."""
    tokens, at = line.tokens, draft.end
    at = at + 1 if tokens.hyphen(at) else at
    at = at + 1 if draft.scaled and tokens.word(at) in ("of", "de", "d") else at
    at = at + 1 if draft.scaled and tokens.word(at) in ("'", "\u2019") else at
    found = _coded(line, draft, at) or _worded(line, draft, at)
    if not found:
        return _cents(line, draft, at)
    code, end = found
    if code == "lb":
        return as_measure(draft, "lb", end, "pounds")
    draft.kind, draft.unit, draft.end = Kind.MONEY, code, end
    draft.trace.append(f"currency: {' '.join(tokens.low[at:end])} -> {code}")
    word = tokens.word(end)
    factor = line.about.language.scales.get(word, 0)
    if factor > 100 and not draft.scaled and not word.endswith("s"):
        times(draft, factor, end + 1, word)
    return True


def _coded(line: Line, draft: Draft, at: int) -> tuple[str, int] | None:
    """A sign or code after a number, "30 €", "15 USD", "5 MEUR"; not one that begins the next number."""
    table, tokens, written, end = currencies(), line.tokens, line.tokens.written(at), at + 1
    begins = tokens.is_number(end) and (tokens.touches(end) or (written == "$" and not tokens.touches(at)))
    if written[:1] == "M" and written[1:] in table.codes and len(written) == 4 and not draft.scaled:
        times(draft, 10**6, end, "M")
        return table.codes[written[1:]], end
    code = table.signs.get(written) or table.codes.get(written)
    code = line.about.coins.get(written, code) if code else code
    return (code, end) if code and not begins else None


def _worded(line: Line, draft: Draft, at: int) -> tuple[str, int] | None:
    """The name of a currency; "pounds" are a weight in a document about weights, "dollars" those of the document."""
    found = find(line.tokens, at, currencies().names)
    if not found and draft.scaled and line.tokens.word(at) == "pound" and line.tokens.is_word(at + 1):
        return "GBP", at + 1  # "a 33 million pound hall": nothing weighs millions of pounds in the singular
    if not found or found[1] > at + 1:
        return found and (line.about.coins.get(found[0], found[0]), found[1])
    word = line.tokens.word(at)
    small = not draft.scaled and (draft.low or 0) < 100
    if word in currencies().ambiguous and (small or line.tokens.hyphen(at + 1)):
        return None  # "5,600 crown-of-thorns starfish"
    if word in ("pound", "pounds") and weighs(line, draft, at):
        return "lb", found[1]
    if word in ("dollar", "dollars"):
        return line.about.dollar, found[1]
    return line.about.coins.get(found[0], found[0]), found[1]


def _cents(line: Line, draft: Draft, at: int) -> bool:
    """Hundredths of a currency: "50 cents", "30p"; bare cents are those of the currency that the document tells of."""
    tokens, found = line.tokens, find(line.tokens, at, currencies().cents)
    if (
        not found
        or draft.low is None
        or draft.scaled
        or (tokens.word(at) == "p" and (not tokens.touches(at) or tokens.written(at) == "P"))
    ):
        return False
    if tokens.word(found[1]) in ("on", "in") and tokens.low[found[1] + 1 : found[1] + 3] in OF_EACH:
        return as_measure(draft, "percent", found[1] + 3, "cents on the dollar")
    code = line.about.cent if tokens.word(at) in ("cent", "cents") else found[0]
    draft.kind, draft.unit, draft.end = Kind.MONEY, code, found[1]
    draft.low = draft.high = draft.low * HUNDREDTH
    draft.step = draft.step * HUNDREDTH if draft.step else HUNDREDTH
    draft.trace.append(f"hundredths: {tokens.low[at]} of {code}")
    return True


def _joined_unit(line: Line, draft: Draft, at: int) -> tuple[str, int] | None:
    """The unit that a hyphen joins to its number, "20-metre", "101-pound"; not a single letter but "m"."""
    word, found = line.tokens.word(at), _hyphened(line.tokens, at) or find(line.tokens, at, units().forms)
    if word == "pound" and not draft.scaled and _unpriced(line):
        return "lb", at + 1
    return found or ("m", at + 1) if word == "m" else found if len(word) > 1 else None


def _hyphened(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """The unit of several words whose hyphens join them: the square kilometre of "two-square-kilometre"."""
    for words, name in units().forms.get(tokens.word(at), ()):
        joined = len(words) > 1 and all(tokens.hyphen(at + 2 * place - 1) for place in range(1, len(words)))
        if joined and all(tokens.word(at + 2 * place) == word for place, word in enumerate(words)):
            return name, at + 2 * len(words) - 1
    return None


def _unpriced(line: Line) -> bool:
    """Whether a document never tells of pounds sterling: what has so many pounds in one word weighs them."""
    return line.about.weight_pounds or ("\u00a3" not in line.about.folded and "sterling" not in line.about.folded)


def named_unit(line: Line, draft: Draft) -> bool:
    """A unit after the number, with a space, without one, or in square brackets."""
    tokens, table = line.tokens, units()
    at = over_whole(tokens, draft.end)
    at = at + 1 if tokens.word(at) == "[" and tokens.word(at + 2) == "]" else at
    glued, written = tokens.touches(at), tokens.written(at)
    if draft.scaled and tokens.word(at) in ("of", "de", "d"):
        at += 1 + (tokens.word(at + 1) in ("'", "\u2019"))  # "1,2 million d'hectares"
    if (many := table.multiples.get(tokens.word(at))) and written.islower():
        times(draft, many[1], at, tokens.word(at))
        return as_measure(draft, many[0], at + 1, written)
    cased = table.cased.get(written)
    cased = None if cased == "knot" and SAILED.isdisjoint(tokens.low) else cased
    found = find(tokens, at, table.forms)
    if cased and not (found and found[1] > at + 1) and _cased_fits(tokens, at, cased, glued=glued, scaled=draft.scaled):
        return as_measure(draft, cased, at + 1, written)
    if written == "in" and line.about.language.code == "en" and _inches(tokens, at):
        return as_measure(draft, "in", at + 1, written)
    if not found or not _unit_fits(line, at, glued=glued) or (draft.low != 1 and only_when(tokens, at)):
        return False
    if found[0] == "st" and not in_stones(line, draft, at):
        return False
    name, end = _per(tokens, *found)
    end = end + 1 if tokens.word(end) == "]" and tokens.word(at - 1) == "[" else end
    if name == "year" and tokens.word(end) == "old":
        end += 1
    as_measure(draft, name, end, " ".join(tokens.low[at:end]))
    _and_half(line, draft)
    return True


def _inches(tokens: Tokens, at: int) -> bool:
    """Whether an "in" behind a figure is no preposition: "(29 x 23 in)", "12 in wide"; not "12 in long queues"."""
    after = tokens.word(at + 1)
    ends = not tokens.is_word(at + 2) or tokens.word(at + 2) in ("and", "at", "by")
    return after in CLOSING or (after in EXTENTS and ends)


def _and_half(line: Line, draft: Draft) -> None:
    """Add the half after a unit: "one hour and a half"."""
    half = and_half(line.tokens, draft.end, line.about.language)
    if half and draft.single and not draft.step and draft.low is not None and line.tokens.word(half[1]) != "of":
        draft.low = draft.high = draft.low + half[0]
        draft.end = half[1]
        draft.trace.append(f"further: {half[0]}")


def _cased_fits(tokens: Tokens, at: int, unit: str, *, glued: bool, scaled: bool) -> bool:
    """Whether a unit in capitals stands here and no code: "180C" but not "F-Series"."""
    if tokens.hyphen(at + 1) and unit in SPACED:
        return False
    named = len(tokens.word(at + 1)) > 1 and tokens.is_word(at + 1) and tokens.written(at + 1)[:1].isupper()
    return glued or (
        unit in SPACED and (tokens.is_number(at - 1) or scaled) and (unit in ("degC", "degF", "MW") or not named)
    )


def _per(tokens: Tokens, unit: str, end: int) -> tuple[str, int]:
    """A unit with what it is measured by, "15 µg/L", "16 micrograms per cubic metre"."""
    joined = tokens.word(end) == "/" and tokens.touches(end) and tokens.touches(end + 1)
    dense = tokens.word(end) == "per" and units().dimension.get(unit) in WEIGHED
    base = find(tokens, end + 1, units().forms) if joined or dense else None
    if base and dense and units().dimension.get(base[0]) not in BULK:
        return unit, end
    return (f"{unit}/{base[0]}", base[1]) if base else (unit, end)


def _unit_fits(line: Line, at: int, *, glued: bool) -> bool:
    """Whether a short word after a number is a unit."""
    tokens = line.tokens
    word, written = tokens.word(at), tokens.written(at)
    if glued and tokens.touches(at + 1) and (tokens.is_number(at + 1) or tokens.hyphen(at + 1)) and len(word) == 1:
        return False
    if written == "m" and tokens.touches(at + 1) and tokens.word(at + 1) in ("2", "3"):
        return True  # "200 m2"
    if word == "an":
        return line.about.language.code == "fr"
    if word in SHORT and word != "min":
        return written.islower() and (glued or (word in ("m", "g", "h", "l", "t") and not tokens.is_number(at + 1)))
    if written == "Year" and tokens.is_number(at + 1):
        return False  # "eight Year 7 classes"
    if len(word) == 1:
        return glued or not word.isalpha()
    if word == "second":
        return not tokens.is_word(at + 1) or tokens.word(at + 1) in SECONDS
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
    if word in line.about.language.words["to"] or word in NO_UNITS or word == "per":
        return False
    if tokens.written(at + 1)[:1].isupper() and word in line.about.language.starts:
        return False
    draft.notes.append("compound")
    if found := _joined_unit(line, draft, at + 1):
        name, end = found
        while tokens.hyphen(end) and tokens.word(end + 1) in OLD | {"long", "high", "deep", "wide", "tall", "point"}:
            end += 2
        return as_measure(draft, name, end, " ".join(tokens.low[at + 1 : end]))
    if money := find(tokens, at + 1, currencies().names):
        draft.kind, draft.unit, draft.end = Kind.MONEY, money[0], money[1]
        draft.trace.append(f"currency: {word} -> {money[0]}")
        return True
    if draft.scaled and word == "pound":  # nothing weighs millions of pounds in one word
        draft.kind, draft.unit, draft.end = Kind.MONEY, "GBP", at + 2
        draft.trace.append("currency: pound -> GBP")
        return True
    draft.end = at + 2
    draft.noun = (tokens.starts[at + 1], tokens.ends[at + 1])
    draft.trace.append(f"compound: counts {word}")
    return True
