"""For when, where and whom a value holds.

A newcomer's mistake: taking every date of a sentence for the date of its figures. A date counts where a preposition
ties it to the figure's clause; "since 1850" and "the law of 2010" do not date a figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from registry.model.assertion import Behaviour, Kind, Mention, Scope, Status
from registry.model.moment import Bound, Moment, Precision
from registry.model.span import BlockKind
from registry.steps.assemble.behaviour import happened, is_changing, is_dated
from registry.steps.assemble.previous import earlier, is_previous
from registry.steps.assemble.spot import Spot
from registry.steps.parse.tree import Token
from registry.steps.resolve.names import noun_phrase
from registry.steps.resolve.words import words

PARTS = "|".join(sorted(words()["scope.parts"]))
DATED = re.compile(
    r"\b(?:by|as of|as at|at|in|on|until|during|for|through|from|of|end of|ended|ending|to)(?: the)?"  # the preposition
    rf"(?: (?:{PARTS})(?: of)?)*,?\s*$",  # "the evening of"
    re.I,
)
DECEMBER, HALF_YEAR, REACH = 12, 180, 400
ORDINALS = ("first", "second", "third", "fourth")
QUARTER = re.compile(
    r"\bQ(?P<short>[1-4])[ /-]?(?P<year>20\d\d)\b"  # Q4 2023
    r"|\b(?P<long>first|second|third|fourth) quarter(?: of|,)? (?P<of>20\d\d)\b",  # the fourth quarter of 2023
    re.I,
)
YEAR_ENDED = re.compile(r"\byear ended (?:[A-Z][a-z]+ \d+, |\d+ [A-Z][a-z]+ )?(20\d\d)\b")
YEAR_END = re.compile(r"\b(?:year-end|year end|(?:close|end)(?:d)?(?: of)? the year)\b", re.I)
BASE = re.compile(
    r"\b(?:above|below|than|against|relative to|compared (?:with|to))\b[^.;:,]{0,60}?"  # above the
    r"(?:(?P<old>pre-?industrial|1850)|(?P<years>(?:19|20)\d\d\s*(?:to|-|\u2013|and)\s*(?:19|20)\d\d)"
    r"|(?P<century>(?:20th|twentieth)[ -]century))",
    re.I,
)
APART = re.compile(r"\b(?:while|whereas|but|after|since|when|than|against|compared|versus|up from|down from)\b")
REQUESTS = frozenset({"ask", "apply", "request", "seek", "demand", "petition", "bid"})
UNDER = re.compile(
    r"\s+[a-z-]+(?: (?:are|were|is|remain|now))*\s+(?:under|awaiting|pending)\s+"  # situations are under
    rf"((?:[a-z]+ )?(?:{'|'.join(sorted(words()['scope.activities']))}))\b"
)
QUALIFIERS = words()["scope.qualifiers"]


def scope(spot: Spot, name: str, behaves: Behaviour, status: Status, heading: str = "") -> Scope:
    """When, where and for whom the value of a mention holds."""
    place, narrow = place_of(spot), qualifiers(spot, name)
    if is_previous(spot):
        return Scope(None, None, earlier(spot), place, narrow)
    stated = stated_date(spot) or year_end(spot) or headed(spot, heading) or listed(spot)
    stated = stated or (reported(spot) if behaves is Behaviour.STATE and spot.counts else None)
    as_of, known = None, None
    if behaves is not Behaviour.FIXED and status in (Status.ACTUAL, Status.RETRACTED):
        as_of, known = stated if stated and is_dated_by(spot, name, stated, behaves) else None, "stated"
        if as_of is None and is_dated(spot, name, behaves):
            as_of, known = published(spot), "document"
        known = known if as_of else None
    period = None if as_of and known == "stated" and behaves is Behaviour.STATE else period_of(spot, stated)
    return Scope(as_of, known, period, place, narrow)


def is_dated_by(spot: Spot, name: str, stated: Moment, behaves: Behaviour) -> bool:
    """Whether a stated date is that of a count; the year of an old disaster is when it happened."""
    known = spot.page.source.published
    old = known is not None and stated.precision is Precision.YEAR and stated.high.year < known.year - 1
    if old and behaves is Behaviour.TOTAL:
        return False
    return is_changing(name) or (behaves is Behaviour.STATE and not happened(spot))


def year_end(spot: Spot) -> Moment | None:
    """The last day of the year that a text closes: "at year-end", "we ended the year with"."""
    known = spot.page.source.published
    if known is None or not YEAR_END.search(spot.words):
        return None
    return Moment.on(date(known.year if known.month == DECEMBER else known.year - 1, 12, 31))


def headed(spot: Spot, heading: str) -> Moment | None:
    """The period that a table's heading names: "Q4 2023", "2022"."""
    return period_in(heading) if heading else None


def period_in(words: str) -> Moment | None:
    """A quarter or a year that some words name."""
    quarter = QUARTER.search(words)
    if quarter:
        number = int(quarter.group("short") or ORDINALS.index(quarter.group("long").lower()) + 1)
        year = int(quarter.group("year") or quarter.group("of"))
        last = date(year, 12, 31) if number == len(ORDINALS) else date(year, number * 3 + 1, 1) - timedelta(days=1)
        return Moment(date(year, number * 3 - 2, 1), last, Precision.QUARTER)
    plain = re.search(r"\b(?:19|20)\d\d\b", words)
    return Moment(date(int(plain.group()), 1, 1), date(int(plain.group()), 12, 31), Precision.YEAR) if plain else None


def reported(spot: Spot) -> Moment | None:
    """The quarter or year that the whole document reports on."""
    known = spot.page.source.published
    words = f"{spot.page.source.title or ''} {spot.page.folded[:REACH]}"
    found = period_in(words) if QUARTER.search(words) else None
    ended = YEAR_ENDED.search(words)
    if found is None and ended:
        found = Moment(date(int(ended.group(1)), 1, 1), date(int(ended.group(1)), 12, 31), Precision.YEAR)
    return found if found and known and found.high <= known and (known - found.high).days < HALF_YEAR else None


def listed(spot: Spot) -> Moment | None:
    """The date in the line that opens a list."""
    page, at = spot.page, spot.number
    if spot.sentence.block.kind is not BlockKind.ITEM:
        return None
    while at > 0 and page.sentences[at].block.kind is BlockKind.ITEM:
        at -= 1
    opening = page.folded[page.sentences[at].start : page.sentences[at].end].rstrip()
    if not opening.endswith(":"):
        return None
    return next((capped(one.value, spot) for one in page.mentions[at] if isinstance(one.value, Moment)), None)


def published(spot: Spot) -> Moment | None:
    """The document's own date."""
    known = spot.page.source.published
    return Moment.on(known) if known else None


def stated_date(spot: Spot) -> Moment | None:
    """The date that the figure's clause names for it."""
    near = sorted(dates_of(spot), key=lambda mention: abs(mention.start - spot.mention.start))
    for mention in near:
        value = mention.value
        before = spot.page.folded[spot.sentence.start : mention.start].replace("\n", " ")
        if (
            isinstance(value, Moment)
            and DATED.search(before)
            and not re.search(r"\b(?:since|after|before|from)\s*(?:the )?$", before)
            and same_clause(spot, mention)
        ):
            if value.open or value.low > (spot.page.source.published or value.low):
                continue
            return capped(value, spot)
    return None


def capped(value: Moment, spot: Spot) -> Moment:
    """A date without its clock and not after the document's own."""
    known, value = spot.page.source.published, replace(value, bound=Bound.NONE)
    if value.clock or value.precision is Precision.TIME:
        value = Moment(value.low, value.high)
    if known and value.low <= known < value.high and value.high - value.low > timedelta(days=1):
        return Moment(value.low, known, value.precision)
    return value


def dates_of(spot: Spot) -> list[Mention]:
    """The other dates of the sentence."""
    return [
        mention
        for mention in spot.page.mentions[spot.number][:300]
        if mention.kind is Kind.DATE and mention is not spot.mention and isinstance(mention.value, Moment)
    ]


def same_clause(spot: Spot, mention: Mention) -> bool:
    """Whether a date and the figure share a clause, as far as the marks between them tell."""
    left, right = sorted((mention, spot.mention), key=lambda one: one.start)
    between = spot.page.folded[left.end : right.start]
    return ";" not in between and not APART.search(between) and len(between) < 160


def period_of(spot: Spot, stated: Moment | None) -> Moment | None:
    """The quarter or year that a flow is measured over."""
    wide = (Precision.YEAR, Precision.QUARTER, Precision.MONTH, Precision.PERIOD)
    return stated if stated and (stated.precision in wide or happened(spot)) else None


def place_of(spot: Spot) -> str | None:
    """The place that narrows the figure: "in Paris", "in New York"."""
    hit = re.search(r"\bin ([A-Z][\w-]+(?: [A-Z][\w-]+)*)", spot.after()[:80]) or re.search(
        r"\b[Ii]n ([A-Z][\w-]+(?: [A-Z][\w-]+)*)", spot.before()
    )
    if not hit or hit.group(1).split()[0].lower() in MONTHS:
        return None
    return hit.group(1)


MONTHS = words()["scope.calendar"]


def qualifiers(spot: Spot, name: str) -> tuple[str, ...]:
    """The words that change what is counted, sorted."""
    said = {word for word in re.findall(r"[a-z][a-z-]+", name.lower()) if word in QUALIFIERS}
    node: Token | None = spot.node
    for _ in range(2):
        if node is None:
            break
        said |= {
            child.low
            for child in node.children
            if child.low in QUALIFIERS and child.dep in ("amod", "advmod", "compound", "acl")
        }
        said |= set(states_of(node)) if node is not spot.node else set()
        node = None if node.is_root else node.head
    if is_requested(spot):
        said.add("requested")
    going = UNDER.match(spot.after())
    return tuple(sorted(said | baseline(spot) | ({going.group(1)} if going else set())))


def is_requested(spot: Spot) -> bool:
    """Whether things are only asked for: "applied for five warrants"."""
    node = spot.node if spot.node is None or spot.node.dep != "nummod" else spot.node.head
    if node is None or node.is_root or node.head.lemma not in REQUESTS:
        return False
    return node.dep == "obj" or (node.dep == "obl" and node.word("case") == "for")


def states_of(noun: Token) -> Iterator[str]:
    """What things are under or in: "situations under investigation", "preliminary examinations in ten situations"."""
    if not noun.is_noun or noun.is_name:
        return
    for child in noun.of("nmod"):
        if child.word("case") in ("under", "awaiting", "pending") and child.lemma in words()["scope.activities"]:
            yield noun_phrase(child)
    if noun.dep == "nmod" and noun.word("case") == "in" and noun.head.lemma in words()["scope.activities"]:
        yield noun_phrase(noun.head)
    if noun.dep == "obl" and noun.word("case") == "in":
        done = noun.head.first("obj")
        if done is not None and done.lemma in words()["scope.activities"] and done.first("nummod") is None:
            yield noun_phrase(done)


def baseline(spot: Spot) -> set[str]:
    """What a difference is measured against: "above the 1991-2020 average", "warmer than before industry"."""
    if spot.counts or spot.unit == "percent":
        return set()
    hit = BASE.search(spot.after()[:110]) or BASE.search(spot.before()[-110:])
    if not hit:
        return set()
    if hit.group("old"):
        return {"pre-industrial"}
    return {re.sub(r"\s*(?:to|-|\u2013|and)\s*", "-", hit.group("years") or hit.group("century")).lower()}
