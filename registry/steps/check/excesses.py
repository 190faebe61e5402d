"""How much more or less a figure is than the one told before it: "In 2018 it lent 84,000 books. In 2023 it lent 97,500,
that is 12,500 more".

A newcomer's mistake: taking any two figures before the difference. They are the last two of its unit, whatever "than"
names must be told of the older one, and where the difference is that to another figure, nothing is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from registry.model.assertion import LIVE, Claim, Kind, Status
from registry.steps.check.differences import LESS, MORE, NEAR, wrong
from registry.steps.check.growths import ABOUT, ELSE, loose, possible
from registry.steps.check.lists import by_sentence
from registry.steps.check.rates import wrong as wrong_share
from registry.steps.check.said import after, before, between, figure, like, single
from registry.steps.check.shapes import Pair
from registry.steps.fragments import MONTHS
from registry.steps.match import fact_key
from registry.steps.match.profile import profile
from registry.steps.match.words import stems

THAT_IS = re.compile(
    r"[^.;:\d]{0,60}?(?:,? \(|(?:,(?: or| and)? (?:that is|that was|which is|which was|this is|i\.e\.),?|"
    rf",| [–—-]|—|,? or) ){ABOUT}",
    re.IGNORECASE,
)
WAY = re.compile(
    r"(?: (?!more|less|fewer|than)[\w'’-]+)?(?: or \d[\d.,]* ?(?:%|per ?cent))? "
    rf"(?P<way>{LESS}|{MORE}|dearer|too much|too little)\b(?P<rest>[^.;:]*)",
    re.IGNORECASE,
)
THAN = re.compile(r"(?: [\w'’-]+){0,2}? than (?P<what>[^,.;:()]*)|,? ?(?P<none>[).,;:]|$)", re.IGNORECASE)
PLAN = re.compile(
    r"\b(?:plan\w*|budget\w*|estimat\w*|forecast\w*|expect\w*|foreseen|scheduled|(?:was|were) to|at first|"
    r"intended|agreed|hoped|approved|originally|promised)\b",
    re.IGNORECASE,
)
THEN = frozenset(stems("before previously earlier then ago year last the in of had been it was at first were"))
LAST = 2
REACH = 400
SO_MANY = re.compile(
    rf"[^.;:()\d]{{0,60}}?(?:,? \(|,(?: or| that is,?| which is)?| [–—-]|,? or) {ABOUT}", re.IGNORECASE
)
FEWER = re.compile(rf" (?P<way>{LESS}|{MORE})\b(?P<rest>[^.;:]*)", re.IGNORECASE)
WHEN = re.compile(
    r"\b(?:(?:19|20)\d\d|(?:last|this|next|the (?:previous|following)) (?:year|season|month|week|quarter)|"
    r"a (?:year|month|week) (?:ago|earlier|before|later)|(?:two|three|four|five|six|ten) years (?:ago|earlier|later)|"
    rf"in (?:early |late )?{MONTHS})\b",
    re.IGNORECASE,
)
ELSEWHERE = re.compile(rf"\b(?i:in|from|at|of) (?:the )?(?!{MONTHS})[A-Z][a-z]+")
TWICE = Decimal(2)


def wrong_excesses(claims: Sequence[Claim]) -> Iterator[Pair]:
    """A difference that is told behind the later of two figures is not that between them."""
    sentences = by_sentence(claims)
    for at, own in enumerate(sentences):
        for gap in own:
            near = [one for some in sentences[max(0, at - LAST) : at + 1] for one in some]
            yield from percents(gap, near)
            way = WAY.match(after(gap)) if plain(gap) else None
            if way and (told := beside(gap, near)):
                old, new, earlier = told
                than = THAN.match(way["rest"])
                if than and names(than["what"] or "", old, new) and missed(gap, old, new, earlier):
                    yield Pair(new, gap, wrong(gap, abs(figure(new) - figure(old)), new), fact_key(gap))


def beside(gap: Claim, near: Sequence[Claim]) -> tuple[Claim, Claim, list[Claim]] | None:
    """The older and the newer figure before a difference, and all of its unit before it."""
    before = [one for one in near if one.span.end <= gap.span.start]
    earlier = [one for one in before if plain(one) and like(one, gap)]
    if len(earlier) < LAST or before[-1] is not earlier[-1] or earlier[-1].sentence.start != gap.sentence.start:
        return None
    old, new = earlier[-2:]
    near_by = gap.span.start - old.span.end <= REACH and THAT_IS.fullmatch(between(new, gap))
    return (old, new, earlier) if near_by else None


def plain(claim: Claim) -> bool:
    """Whether a claim states one figure of what is or was planned, and no change."""
    return single(claim) and claim.assertion.status in LIVE


def names(what: str, old: Claim, new: Claim) -> bool:
    """Whether what a figure is more than is told of the older one: a plan of a plan, a year of that year."""
    text = old.sentence.exact
    if old.sentence.start == new.sentence.start:
        text = text[: new.span.start - new.sentence.start]
    planned = bool(PLAN.search(text)) or old.assertion.status is Status.PLANNED
    if PLAN.search(what):
        return planned
    return not (set(stems(what)) - THEN - set(stems(text)))


def missed(gap: Claim, old: Claim, new: Claim, earlier: Sequence[Claim]) -> bool:
    """Whether a difference is not that of its two figures nor that to any other before them, and may be meant as it."""
    due, said = abs(figure(new) - figure(old)), abs(figure(gap))
    slack = loose(gap) + loose(old) + loose(new)
    other = any(abs(abs(figure(new) - figure(one)) - said) <= slack for one in earlier)
    return not other and due / NEAR < said < due * NEAR


def percents(share: Claim, near: Sequence[Claim]) -> Iterator[Pair]:
    """The same in per cent: "In 2018 it had 6,200 readers. In 2024 there were 4,030 readers, 35 per cent fewer"."""
    way = FEWER.match(after(share)) if share.assertion.kind is Kind.PERCENT and single(share) else None
    earlier = [one for one in near if one.span.end <= share.span.start]
    if not way or not earlier or not figured(earlier[-1]) or ELSE.search(share.sentence.exact):
        return
    new, than = earlier[-1], THAN.match(way["rest"])
    if new.sentence.start != share.sentence.start or not SO_MANY.fullmatch(between(new, share)) or not than:
        return
    olds = [one for one in earlier[:-1] if figured(one) and like(one, new) and of_another_time(one, new)]
    what = set(stems(than["what"] or "")) - set(stems("the in of at"))
    if not olds or (than["what"] and (not what or what - set(stems(olds[-1].sentence.exact)))):
        return
    old, less = olds[-1], bool(re.fullmatch(LESS, way["way"], re.IGNORECASE))
    due = abs(figure(new) / figure(old) - 1) * 100
    meant = less == (figure(new) < figure(old)) and due / TWICE < figure(share) < due * TWICE
    if meant and not any(possible(share, one, new) for one in olds):
        yield Pair(new, share, wrong_share(share, due), fact_key(share))


def figured(claim: Claim) -> bool:
    """Whether a claim states a figure of what is, which may be larger or smaller by so much per cent."""
    return claim.assertion.kind is not Kind.PERCENT and plain(claim) and figure(claim) > 0


def of_another_time(old: Claim, new: Claim) -> bool:
    """Whether two figures are of one thing at two times, which their clauses name."""
    one, two = profile(old), profile(new)
    named = (one.heads | one.named) & (two.heads | two.named)
    together = old.sentence.start == new.sentence.start
    told = before(old) + (between(old, new) if together else after(old)), between(old, new) if together else before(new)
    place = one.subject == two.subject or (not two.subject and not ELSEWHERE.search(told[1]))
    return bool(named) and all(map(WHEN.search, told)) and place
