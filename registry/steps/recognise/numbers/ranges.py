"""Ranges: "5-7", "between 93 and 108 million", "from 10 to 12 km", "130 million to 145 million euros", "33.0 ± 1.0".

A newcomer's mistake: making a range of every "to". "Rose from 62 to 64" is a change and states two values.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from registry.model.assertion import Kind
from registry.steps.recognise.line import Draft, Line
from registry.steps.recognise.numbers.ballots import are_sides
from registry.steps.recognise.tables import cues, labels
from registry.steps.recognise.tokens import Tokens

Read = Callable[[Line, int], Draft | None]
BACK, CLAUSE = 8, 22
FAR, LONGEST = 4, 10
PLACING = frozenset(("in", "at", "of", "from", "near", "to"))
DASHES = frozenset(("-", "\u2013"))
MILLION = Decimal(1_000_000)


def extend(line: Line, left: Draft, read: Read) -> Draft:
    """A draft, or the range it begins."""
    if left.low is None or left.unit in ("fraction", "ratio") or "compound" in left.notes or not left.single:
        return left
    if joined := uncertainty(line, left, read):
        return joined
    if is_match(line.tokens, left):
        left.notes.append("void")
        left.end += 2
        return left
    joint = joiner(line, left)
    if joint is None:
        return left
    at, word = joint
    right = read(line, at) if at < line.tokens.size else None
    if right is not None and (word in ("-", "between") or (word == "to" and right.scaled and not left.scaled)):
        as_money(left, right)
    if right is None or right.low is None or not right.single or not _pair(line, left, right, word):
        return left
    return join(line, left, right)


def as_money(left: Draft, right: Draft) -> None:
    """The second figure of an amount takes the currency of the first: "£30-40m", "$5-7"."""
    if left.kind is not Kind.MONEY or right.low is None or right.unit not in ("count", "m") or right.kind is Kind.RANGE:
        return
    if right.unit == "m":
        right.low, right.high, right.scaled, right.step = right.low * MILLION, right.low * MILLION, True, MILLION
        right.trace[-1] = f"scale: m = {MILLION}"
        if not left.scaled and left.low is not None:
            left.low, left.high, left.scaled, left.step = left.low * MILLION, left.low * MILLION, True, MILLION
            left.trace.append(f"scale shared: {MILLION}")
    right.unit, right.kind = left.unit, Kind.MONEY
    right.trace.append(f"unit shared: {left.unit}")


def joiner(line: Line, left: Draft) -> tuple[int, str] | None:
    """The index after the word or dash that may join a range, and the word."""
    tokens, language, at = line.tokens, line.about.language, left.end
    at = after_bracket(tokens, at) if tokens.word(left.start - 1) in language.words["between"] else at
    word = tokens.word(at)
    named = at > 1 and tokens.is_word(at + 1) and tokens.written(at + 1)[:1].isupper() and tokens.touches(at + 1)
    if word in ("-", "–", "~", "—") and not named and (tokens.touches(at) == tokens.touches(at + 1)):
        if not tokens.touches(at) and tokens.is_word(at - 1) and tokens.is_number(at + 1):
            return None  # a pause: "under the age of five - 27 percent -"
        return at + 1, "-"
    if word in language.words["to"]:
        return at + 1, "to"
    if tokens.hyphen(at) and tokens.word(at + 1) in language.words["to"] and tokens.hyphen(at + 2):
        return at + 3, "to"
    if word in language.words["and"] and tokens.word(left.start - 1) in language.words["between"]:
        return at + 1, "between"
    if word in language.words["or"]:
        return at + 1, "or"
    if word == "up" and tokens.word(at + 1) == "to" and tokens.word(left.start - 1) in language.words["from"]:
        return at + 2, "between"
    return None


def after_bracket(tokens: Tokens, at: int) -> int:
    """The index after a short bracket: "between 6,000 (Lind, 2009) and 9,300 speakers"."""
    inside = tokens.low[at : at + LONGEST] if tokens.word(at) == "(" else []
    return at + inside.index(")") + 1 if ")" in inside else at


def _pair(line: Line, left: Draft, right: Draft, word: str) -> bool:
    """Whether two figures are the ends of one range."""
    assert left.low is not None
    assert right.low is not None
    low = left.low * shared_scale(left, right)
    if low >= right.low or (left.unit not in ("count", right.unit)):
        return False
    if word == "or":
        return left.low + 1 == right.low / (right.step if right.scaled and right.step > 1 and not left.scaled else 1)
    if word == "between":
        return True
    if word == "-":
        return not _score(line, left, right)
    return not (is_change(line, left) or _amount(line, left, right) or are_sides(line, left, right))


def _score(line: Line, left: Draft, right: Draft) -> bool:
    """Whether a dash joins names or codes, not ends: numbers before or after it go on with more dashes."""
    tokens = line.tokens
    return tokens.word(right.end) == "-" and tokens.touches(right.end) and tokens.is_number(right.end + 1)


def is_match(tokens: Tokens, left: Draft) -> bool:
    """Whether the points of a set stand here with those of another one before or behind: "6-4, 3-6"."""
    if not left.bare or left.end != left.start + 1:
        return False
    if not is_set(tokens, left.start):
        return is_spaced(tokens, left.start)
    if is_named(tokens, left.start - 1) and is_named(tokens, left.start + 3):
        return True  # "Corran 1-3 Tarn"
    comma = tokens.word(left.start - 1) == ","
    return is_set(tokens, left.start + 3 + (tokens.word(left.start + 3) == ",")) or is_set(
        tokens, left.start - 3 - comma
    )


def is_spaced(tokens: Tokens, at: int) -> bool:
    """Whether a result with blanks around its dash stands between two names: "Arden 1 – 0 Lorm"."""
    small = all(one.isdigit() and len(one) < 3 for one in (tokens.written(at), tokens.written(at + 2)))
    named = is_named(tokens, at - 1) and is_named(tokens, at + 3) and tokens.word(at - 2) not in PLACING
    named = named and not tokens.word(at - 1).endswith("day")  # "on Monday 8 – 10 Danes came"
    return small and named and tokens.word(at + 1) in DASHES and tokens.is_number(at + 2)


def is_named(tokens: Tokens, at: int) -> bool:
    """Whether a word with a capital stands here, which is no word for a part of a text."""
    written = tokens.written(at) if at >= 0 and tokens.is_word(at) else ""
    return written[:1].isupper() and written.lower() not in labels().before


def is_set(tokens: Tokens, at: int) -> bool:
    """Whether two small numbers with a dash stand here, which no word follows: "6-4"."""
    if at < 0 or tokens.word(at + 1) not in DASHES or not (tokens.touches(at + 1) and tokens.touches(at + 2)):
        return False
    return all(one.isdigit() and len(one) < 3 for one in (tokens.written(at), tokens.written(at + 2)))


def _amount(line: Line, left: Draft, right: Draft) -> bool:
    """Whether the first figure is how far something moved: "rose by 2.8 ppm to 424 ppm"."""
    tokens, ways = line.tokens, line.about.language.directions
    before = tokens.word(left.start - 1)
    moved = before == "by" and not ways.keys().isdisjoint(tokens.low[max(0, left.start - BACK) : left.start])
    far = (right.low or 0) > (left.low or 0) * FAR  # "by 12,000 to 281,000", not "by 5 to 8 percent"
    moved = moved or before in ways  # "slipped 4,000 to 1.94 million"
    return (moved and far) or (left.unit != "count" and (before == "by" or before in ways))


def is_change(line: Line, left: Draft) -> bool:
    """Whether "from A to B" tells a change: a verb of rise or fall stands shortly before "from"."""
    tokens, language = line.tokens, line.about.language
    if tokens.word(left.start - 1) not in language.words["from"]:
        return False
    back = CLAUSE if tokens.word(left.start - 2) == "," else BACK  # "up by 9 % since it opened, from 40 to 44"
    before = tokens.low[max(0, left.start - 1 - back) : left.start - 1]
    # "takes the fare from 2 to 3 euros", not "takes from 2 to 3 days" or "takes place from 9 to 5"
    brought = not BRINGING.isdisjoint(before[:-1]) and before[-1] not in HAPPENING
    return brought or any(word in language.directions or word in CHANGES for word in before)


HAPPENING = frozenset(("place", "part", "effect", "off"))
CHANGES = cues("ranges_changes")
BRINGING = frozenset(("take", "takes", "took", "taking", "taken", "bring", "brings", "get", "got"))


def shared_scale(left: Draft, right: Draft) -> Decimal:
    """The scale that the first figure borrows from the second: "93 and 108 million"."""
    if left.scaled or not right.scaled or left.low is None or right.low is None:
        return Decimal(1)
    scale = scale_of(right)
    return scale if left.low * scale < right.low else Decimal(1)


def scale_of(draft: Draft) -> Decimal:
    """The scale word's factor of a scaled draft."""
    for step in reversed(draft.trace):
        if step.startswith("scale: "):
            return Decimal(step.rpartition(" = ")[2])
    power = Decimal(1)
    while draft.low and draft.low / (power * 1000) >= 1:
        power *= 1000
    return power


def join(line: Line, left: Draft, right: Draft) -> Draft:
    """The range of two figures."""
    scale = shared_scale(left, right)
    assert left.low is not None
    tokens, words = line.tokens, line.about.language.words
    start = left.start - 1 if tokens.word(left.start - 1) in words["between"] else left.start
    steps = [step for step in (left.step * scale, right.step) if step]
    joined = Draft(
        start, right.end, Kind.RANGE, left.low * scale, right.low, right.unit, min(steps, default=Decimal(0))
    )
    joined.scaled, joined.notes, joined.noun = right.scaled, right.notes, right.noun
    joined.trace = [*left.trace, *([f"scale shared: {scale}"] if scale != 1 else []), "range to", *right.trace]
    return joined


def uncertainty(line: Line, left: Draft, read: Read) -> Draft | None:
    """A figure with its uncertainty: "33.0 ± 1.0", "50 plus or minus 2", "1.5 +/- 0.2"."""
    tokens, at = line.tokens, left.end
    if tokens.word(at) == "±":
        at += 1
    elif tuple(tokens.low[at : at + 3]) in (("plus", "or", "minus"), ("+", "/", "-")):
        at += 3
    else:
        return None
    right = read(line, at) if at < tokens.size else None
    if right is None or left.low is None or right.low is None or left.unit not in ("count", right.unit):
        return None
    joined = join(line, left, right)
    joined.low, joined.high = left.low - right.low, left.low + right.low
    joined.trace = [*left.trace, "plus or minus", *right.trace]
    return joined
