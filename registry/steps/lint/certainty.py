"""What has to hold before a figure is called wrong: a false alarm costs a linter more than a miss.

A newcomer's mistake: asking again whether the two are about one thing; `gather` has done that. Here the source itself
is looked at: does it have the draft's figure after all, for another time, or of something else?
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from registry.model.assertion import Behaviour, Claim, Kind, Status
from registry.model.moment import Moment, Precision
from registry.model.quantity import Quantity
from registry.model.span import Block, Sentence
from registry.steps import units
from registry.steps.ask.doubts import HAVE, REACHED
from registry.steps.check.said import before
from registry.steps.check.timing import YEARS, stated
from registry.steps.fragments import MONTHS
from registry.steps.lint.level import levelled
from registry.steps.lint.naming import unheard
from registry.steps.lint.problem import Known, Side, Witness, surely
from registry.steps.lint.slips import slip
from registry.steps.recognise import recognise
from registry.steps.values import hold

ONE_SIDED = re.compile(
    r"\b(?:before|after|prior to|since|until|till|up to|by)\s+(?:the\s+)?(?:[\w.]+\s+){0,3}?"
    rf"(?:(?:19|20)\d\d|{MONTHS})\b"
)
LAST_YEAR = re.compile(r"\blast year\b", re.IGNORECASE)
THAT_YEAR = re.compile(r"\b(?:that|the same) year\b", re.IGNORECASE)
OTHERS = re.compile(r"\b(?:the (?:other|remaining)|another|a further) (?:\S+ )?$", re.IGNORECASE)
# Another thing of the sort than the one that the matter is about.
BESIDE_IT = re.compile(
    r"\b(?:neighbou?ring|nearby|adjacent|adjoining|rival|competing|sister|twin)\b|^another (?=[a-z]+ [a-z])",
    re.IGNORECASE,
)
# "Two stops before the end" says where something is, "one night in October" when it was; neither counts anything.
AWAY = re.compile(r"^\s[^\W\d_]+\s(?:before|away|from|later|earlier|ahead)\b")
ONCE = re.compile(
    r"^one\s(?:night|day|evening|morning|afternoon|week|weekend|month|year|summer|winter)\b", re.IGNORECASE
)
# "It was on 3 May that the bridge opened" tells nothing but the day.
CLEFT = re.compile(r"^It (?:was|is) (?:only |not until |as early as )?(?:on |in )?$")
DEADLINE = re.compile(r"\b(?:by|until|till) (?:the )?$")
FEW = 12
MARGIN = 0.15
CLEAR = 0.85
FAIR = 0.75
PLAIN, SURE = 0.97, 0.9


def stands(claim: Claim, known: Known, side: Side | None) -> bool:
    """Whether a contradiction of a claim by a side, or by all sides of a disputed fact, is to be told."""
    every = tuple(one for each in known.sides for one in each.witnesses)
    against = side.witnesses if side else every
    speaking = [one for one in against if not _other_time(claim, one.claim) and not _of_some(claim, one)]
    if not speaking or _has_it(claim, known, speaking) or (side and _at_the_end(claim, side)):
        return False
    if counts_nothing(claim) or all(_other_deadline(claim, one.claim) for one in against):
        return False
    if side in known.voices:
        return True  # whoever the draft names says so; how surely others state its figure is beside the point
    if _of_a_neighbour(claim) and not any(BESIDE_IT.search(one.claim.sentence.exact) for one in against):
        return False
    if OTHERS.search(claim.span.prefix) and not any(OTHERS.search(one.claim.span.prefix) for one in against):
        return False
    if all(_apart(claim, each) for each in known.sides):
        return False
    return not _closer(claim, known, speaking)


def _other_deadline(claim: Claim, other: Claim) -> bool:
    """Whether two days are those by which different figures are to be reached ("12,000 homes by 2030")."""
    if not isinstance(claim.assertion.value, Moment) or not DEADLINE.search(claim.span.prefix):
        return False
    mine, theirs = ([told for _, _, told in figures_in(one.sentence.exact)] for one in (claim, other))
    return bool(mine and theirs) and not any(one.meets(two) for one in mine for two in theirs)


def _of_a_neighbour(claim: Claim) -> bool:
    """Whether a sentence is about something beside what its matter is about ("the neighbouring mine produces")."""
    return BESIDE_IT.search(before(claim)) is not None


def _apart(claim: Claim, side: Side) -> bool:
    """Whether the draft has a name that nobody who states a value knows."""
    missed = [_missed(claim, one) for one in side.witnesses]
    return bool(frozenset.intersection(*missed))


def _missed(claim: Claim, witness: Witness) -> frozenset[str]:
    """The names of the draft that a witness does not know; its whole document is asked where it is surely of the
    draft's question, or gives the figure with two digits exchanged."""
    slipped = slip(claim, witness.claim)
    known = slipped or surely(witness)
    named = witness.named if known else frozenset()
    common = witness.common if known and (slipped or _surest(claim, [witness]) >= FAIR) else frozenset()
    return unheard(claim, witness.claim, named, common=common, slipped=slipped)


def event_told(claim: Claim, side: Side | None) -> bool:
    """Whether a day is all that a sentence tells, and somebody plainly dates the same: it is then of what happened."""
    head = before(claim)
    if side is None or (len(head) < FEW and not CLEFT.match(head)) or figures_in(claim.sentence.exact):
        return False
    return any(plain(one) or (surely(one) and _surest(claim, [one]) >= SURE) for one in side.witnesses)


def counts_nothing(claim: Claim) -> bool:
    """Whether a small number only says where or when something is."""
    value = claim.assertion.value
    if not isinstance(value, Quantity) or value.low is None or value.low > FEW:
        return False
    text = claim.sentence.exact[claim.span.start - claim.sentence.start :]
    if ONCE.search(text):
        return True
    return claim.assertion.kind is Kind.COUNT and AWAY.search(text[len(claim.span.exact) :]) is not None


def plain(witness: Witness) -> bool:
    """Whether among all that is told of the draft's matter a witness is plainly about the claim's question."""
    return witness.match is not None and witness.match.score >= PLAIN


def _at_the_end(claim: Claim, side: Side) -> bool:
    """Whether the draft's bound is the very value ("more than 65" where 65 is held): loose, and hardly wrong."""
    said, held = claim.assertion.value, side.value
    if not (isinstance(said, Quantity) and isinstance(held, Quantity)) or said.single or not held.single:
        return False
    return held.low in (said.low, said.high) and said.unit == held.unit


def _other_time(claim: Claim, other: Claim) -> bool:
    """Whether the draft names a time, the source another one, and the value may move."""
    one, two = claim.assertion.scope.as_of, other.assertion.scope.as_of
    if isinstance(claim.assertion.value, Moment) or claim.assertion.behaviour is Behaviour.FIXED:
        return False
    if other_year(claim, other):
        return True
    if not stated(claim):
        return ONE_SIDED.search(claim.sentence.exact) is not None
    return bool(one and two and not one.meets(two))


def other_year(claim: Claim, other: Claim) -> bool:
    """Whether the draft speaks of one year, and the source of another: by name, as "last year", or as what is so long
    after that year or before it began."""
    said, published = claim.assertion.scope.period, other.source.published
    if said is None or said.low.year != said.high.year or published is None:
        return False
    year, theirs = said.low.year, other.assertion.scope.period
    if theirs:
        return not theirs.low.year <= year <= theirs.high.year and not is_lent(claim, said)
    if LAST_YEAR.search(other.sentence.exact):
        return year != published.year - 1
    told = str(year) in other.sentence.exact or THAT_YEAR.search(other.sentence.exact) or is_lent(claim, said)
    before = published < said.low and other.assertion.status is Status.ACTUAL
    return not told and (before or published.year > year + 1)


def _of_some(claim: Claim, witness: Witness) -> bool:
    """Whether the source counts those only that something was done to ("extended to six judges"), and the draft says
    how many there are; where it says that something else was done, the matcher has weighed the two."""
    if plain(witness):
        return False
    said, theirs = claim.assertion, witness.claim.assertion
    if said.kind is not Kind.COUNT or said.verb not in HAVE or theirs.verb in (None, *HAVE):
        return False
    return REACHED.search(witness.claim.span.prefix) is not None


def is_lent(claim: Claim, period: Moment) -> bool:
    """Whether a draft without a date names a month or a day whose year stands in another sentence at best."""
    if claim.source.published or period.precision not in (Precision.MONTH, Precision.DAY):
        return False
    return YEARS.search(claim.sentence.exact) is None


def _has_it(claim: Claim, known: Known, speaking: Sequence[Witness]) -> bool:
    """Whether a sentence that speaks against a draft has the draft's figure too, and not for something else."""
    elsewhere = {(one.claim.source.id, one.claim.sentence.start) for one in known.astray}
    others = (one for one in speaking if (one.claim.source.id, one.claim.sentence.start) not in elsewhere)
    return any(has_figure(claim, one.claim) for one in others)


def has_figure(claim: Claim, other: Claim) -> bool:
    """Whether the source's sentence has the draft's figure beside the one that is held against it."""
    value = claim.assertion.value
    if not isinstance(value, Quantity):
        return False
    start, end = other.span.start - other.sentence.start, other.span.end - other.sentence.start
    for at, till, told in figures_in(other.sentence.exact):
        if (till <= start or end <= at) and _alike(value, told) and told.single and _says(value, told):
            return True
    return False


def _says(value: Quantity, told: Quantity) -> bool:
    """Whether a figure is one that words state, or the very end that they name ("more than 65", 65)."""
    return value.meets(told) or (told.low is not None and told.low in (value.low, value.high))


def _alike(one: Quantity, two: Quantity) -> bool:
    """Whether two figures could be of one sort; a number without a unit may be of any."""
    return one.unit == two.unit or units.convertible(one.unit, two.unit)


@lru_cache(maxsize=512)
def figures_in(sentence: str) -> tuple[tuple[int, int, Quantity], ...]:
    """The figures in a sentence with their places."""
    found = recognise(sentence, [Sentence(0, len(sentence), Block(0, len(sentence)))], published=None, language="en")
    return tuple(
        (one.start, one.end, one.value) for one in (found[0] if found else ()) if isinstance(one.value, Quantity)
    )


def _closer(claim: Claim, known: Known, against: Sequence[Witness]) -> bool:
    """Whether somebody with whom the claim agrees speaks about its question more surely than all who contradict it."""
    agreeing = [
        one
        for side in known.sides
        for one in side.witnesses
        if not _open(one.claim) and hold(levelled(claim, one.claim), one.claim).meets
    ]
    best = _surest(claim, agreeing)
    return best >= CLEAR and best - _surest(claim, against) >= MARGIN


def _open(claim: Claim) -> bool:
    """Whether a claim states a bound, which many a figure keeps within."""
    value = claim.assertion.value
    return isinstance(value, Quantity) and (value.low is None or value.high is None)


def _surest(claim: Claim, witnesses: Iterable[Witness]) -> float:
    """How surely the best of some is about the question of a claim."""
    from registry.steps.lint.gather import matched

    return max((matched(claim, one).score for one in witnesses), default=0.0)
