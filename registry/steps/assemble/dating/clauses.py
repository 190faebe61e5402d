"""The dates of a sentence, and which of them its figures have by the clause that they share.

A newcomer's mistake: taking every date of a sentence for the date of its figures. A date counts where a preposition
ties it to the figure's clause; "since 1850" and "the law of 2010" do not date a figure.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from registry.model.assertion import Kind, Mention
from registry.model.moment import Bound, Moment, Precision
from registry.steps.assemble.spot import Spot, verb_of
from registry.steps.resolve.words import words

PARTS = "|".join(sorted(words()["scope.parts"]))
DATED = re.compile(
    r"\b(?:by|as of|as at|at|in|on|until|during|for|through|from|of|end of|ended|ending|to)(?: the)?"  # the preposition
    rf"(?: (?:{PARTS})(?: of)?)*,?\s*$",  # "the evening of"
    re.I,
)
UNDATED = re.compile(r"\b(?:since|after|before|from)\s*(?:the )?$", re.I)
OWN = re.compile(r"(?:by|until|as of|as at|through)\b", re.I)
APART = re.compile(r"\b(?:while|whereas|but|after|since|when|than|against|compared|versus|up from|down from)\b")
OF_OTHER = re.compile(r"\b(?:from|against|versus|than) (?:about |some |nearly )?(?:[€$£]|US\$)?\d")
BRACKETED = re.compile(r"(?: [a-z]+){0,3} \((?:in |as of |at )?")
FROM_TODAY = re.compile(
    r"yesterday(?: (?:morning|afternoon|evening|night))?$"
    r"|last (?:year|month|quarter|week|decade|spring|summer|autumn)$|.* ago$",
    re.I | re.S,
)
# What is only looked back to, or belongs to another figure: "more than last year", "since last year".
HELD_AGAINST = re.compile(
    r"\b(?:since|after|before|from|until|till|than|on|over|against|versus|like|unlike|as|with|to|of|and|or)"
    r"(?: (?:in|at))?\s*$",
    re.I,
)
WHEN = re.compile(r",? (?:when|in which|on which)\b[^.;,]{0,80}$")
ASIDE = re.compile(
    r", (?:who|which|whose|where|when|\w+ed|built|born|begun|set up|put up|bought|sold|laid|made)\b[^,;]{0,60}$"
)
# When a thing came to be dates nothing else of it: "built in 1903 and 26 metres long", "the Aster of 1908".
ORIGIN = re.compile(
    r"\b(?:built|put up|founded|set up|formed|born|established|erected|constructed|incorporated|created|laid down"
    r"|opened|launched|completed|commissioned|inaugurated|finished|dating(?: back)?) (?:in|from|to|on)(?: the)? $"
    r"|(?<![Ii]n )(?<![Aa]t )(?<![Bb]y )(?<!uring )(?<!ince )"
    r"\b(?:the|an?|his|her|its|their) (?:[a-z]+ )?[A-Z][\w'-]+ of $"
)
ORIGIN_ASIDE = re.compile(
    r"(?:, |\band (?:was|were) (?:first |originally )?)(?:built|put up|erected|constructed|founded|set up|established"
    r"|opened|created|launched|bought)(?: back)? (?:in|on)(?: the)? $"  # ", built in 1903", "and was built in 1903"
)
ENDED = re.compile(r"[^,;]{0,60},")  # the rest of an aside: "founded in 2011 in Hull, has"
OPENED, CLOSED = re.compile(r", (?:which|who|whose) [^,;]*$"), re.compile(r"^[^,;]*, (?!and\b|or\b)[a-z]")
RELATIVE = re.compile(r", (?:where|who|whom|whose|which|the (?:first|last|latest) of (?:them|whom|which))\b")
BRINGS = re.compile(r", (?:which (?:br|t|m|r|put)[a-z]+|bringing|taking|raising|lifting|pushing|making) ")
LATELY = timedelta(days=31)
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
# Years that a figure is only held against, as in "nearly as many as in the record year of 2019 came".
COMPARED = re.compile(r"\b(?:as|than|like|unlike) in(?: the)?(?: [a-z]+){0,2}(?: year)?(?: of)? $")


def when_date(spot: Spot) -> Moment | None:
    """The date that a clause with "when" opens on: "the worst since 1986, when 56 died"."""
    for mention in dates_of(spot):
        between = spot.page.folded[mention.end : spot.mention.start]
        if mention.end <= spot.mention.start and WHEN.match(between):
            return capped(mention.value, spot)
    return None


def clause_date(spot: Spot) -> Moment | None:
    """The date that the figure's clause names for it."""
    near = sorted(dates_of(spot), key=lambda mention: abs(mention.start - spot.mention.start))
    for mention in near:
        near_by = ties(spot, mention) and same_clause(spot, mention) and not in_next_clause(spot, mention)
        if near_by and not ahead(spot, mention):
            return capped(mention.value, spot)
    return None


def ties(spot: Spot, mention: Mention) -> bool:
    """Whether a preposition before a date, or in its own words, ties it to a figure."""
    value, folded = mention.value, spot.page.folded
    if not isinstance(value, Moment) or value.bound in (Bound.BEFORE, Bound.AFTER, Bound.SINCE, Bound.EARLIEST):
        return False
    before = folded[spot.sentence.start : mention.start].replace("\n", " ")
    if mention.end <= spot.mention.start and COMPARED.search(before):
        return False
    own = OWN.match(folded[mention.start : mention.end]) is not None
    if (
        spot.counts
        and spot.mention.end <= mention.start
        and BRACKETED.fullmatch(folded, spot.mention.end, mention.start)
    ):
        return folded[mention.end : mention.end + 1] == ")"  # "212,000 visitors (2019)"
    if is_told_from_today(folded[mention.start : mention.end]) and not HELD_AGAINST.search(before):
        return True
    return own or (DATED.search(before) is not None and UNDATED.search(before) is None)


def is_told_from_today(words: str) -> bool:
    """Whether a time is told by how far it lies from the text's own, which takes no preposition: "last year"."""
    return FROM_TODAY.match(words) is not None


def ahead(spot: Spot, mention: Mention) -> bool:
    """Whether a date is still to come on the day of the document."""
    value, known = mention.value, spot.page.source.published
    return isinstance(value, Moment) and known is not None and value.low > known


def capped(value: object, spot: Spot) -> Moment | None:
    """A date without its clock and not after the document's own."""
    if not isinstance(value, Moment):
        return None
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
    if left is mention and ENDED.match(between) and ASIDE.search(spot.page.folded[spot.sentence.start : left.start]):
        return False  # ", founded in 1953, has 46 members"
    origin = left is mention and ORIGIN.search(spot.page.folded[spot.sentence.start : left.start])
    if origin and not between.startswith(" with"):
        return False
    if right is mention and re.search(r"\([^()]*\w[^()]*$", between):
        return False  # what a bracket says has a date of its own
    if right is mention and ORIGIN_ASIDE.search(between):
        return False
    if (
        right is mention
        and CLOSED.search(between)
        and OPENED.search(spot.page.folded[spot.sentence.start : left.start])
    ):
        return False  # "The firm, which employs 150 people, was fined in 2022"
    if right is mention and RELATIVE.search(between):
        return False
    if right is mention and OF_OTHER.search(between):
        return False  # "fell to 117 million from 188 million in 2022"
    return ";" not in between and not APART.search(between) and len(between) < 160


def in_next_clause(spot: Spot, mention: Mention) -> bool:
    """Whether a figure is told in a clause behind the one of a recent date: "it fell on Saturday, and 87 were hurt",
    "one died on Saturday, which makes it two".

    A date before the first verb is that of the whole sentence, and one long ago that of all it tells.
    """
    known, day, tree = spot.page.source.published, mention.value, spot.tree
    if mention.end > spot.mention.start or known is None or not isinstance(day, Moment) or known - day.high > LATELY:
        return False
    between = spot.page.folded[mention.end : spot.mention.start]
    if BRINGS.search(between):
        return True
    joint = max(between.rfind(", and "), between.rfind(", but "))
    verb = verb_of(spot.node) if joint >= 0 else None
    if verb is None or tree is None or verb.start < mention.end + joint or verb.tag not in FINITE | {"VBN"}:
        return False
    own = any(one.start > mention.end + joint for one in verb.of("nsubj", "nsubj:pass"))
    return own and any(one.tag in FINITE and one.is_verb for one in tree.within(spot.sentence.start, mention.start))
