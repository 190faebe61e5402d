"""A veto for what passes between two parties: who gives in one text and gets in the other tells of two dealings ("the
bank lent the dairy 40 million", "the dairy lent the farmers 46 million").

A newcomer's mistake: the subject of the verb. "The bank lent the dairy 40 million" and "the dairy borrowed 46 million
from the bank" tell of one loan from its two sides.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from registry.steps import values
from registry.steps.match.profile import Profile
from registry.steps.match.words import content

# Who sells gets the money, and who buys gives it.
TRADES = r"sells?|sold|buys?|bought|purchases?|purchased|acquires?|acquired"
GIVES = (
    r"lends?|lent|pays?|paid|gives?|gave|given|grants?|granted|awards?|awarded|donates?|donated|sells?|sold|suppl(?:y|ies|ied)"
    r"|delivers?|delivered|hands?|handed|transfer(?:s|red)?|sends?|sent|ships?|shipped|provides?|provided|contributes?"
    r"|contributed"
)
GETS = (
    r"borrows?|borrowed|receives?|received|gets?|got|buys?|bought|purchases?|purchased|acquires?|acquired|obtains?"
    r"|obtained"
)
DEALS = re.compile(rf"\b(?:{GIVES}|{GETS})\b")
DEAL = re.compile(
    rf"""(?:^|[,;:]\ |\b(?:and|but|that|while|when|where)\ )
        (?P<who>(?:[\w'’-]+\ ){{1,5}}?)                                   # the dairy
        (?:(?:has|have|had|will|would|also|already|only|now|still)\ ){{0,3}}
        (?P<passive>(?:was|were|been|be|is|are)\ )?
        (?:(?P<gives>{GIVES})|(?P<gets>{GETS}))\b(?:\ (?:out|over|back))?
        (?P<rest>[^,;:]{{0,60}})$
    """,
    re.VERBOSE,
)
PARTY = (
    r"(?P<who>(?:[\w'’-]+ ){0,3}?[\w'’-]+)"
    r"(?= (?:for|in|on|at|to|from|with|last|this|and|by|after|of|since)\b|[,.;:]| ?$)"
)
WITH = {word: re.compile(rf"\b{word} {PARTY}") for word in ("from", "to", "by")}
NEXT = re.compile(
    r"^ ?(?P<who>[^.,;:]*?)(?: with)?(?: (?:about|some|only|nearly|almost|over|around|more than|up to))? ?$"
)
PASSED = re.compile(r"[A-Z]{3}|count|mass|volume|energy")
NOBODY: frozenset[str] = frozenset()


class Dealing(NamedTuple):
    """The words for who gives and for who gets what a figure tells."""

    giver: frozenset[str] = NOBODY
    getter: frozenset[str] = NOBODY


def other_dealing(left: Profile, right: Profile) -> str | None:
    """One gives in one text and gets in the other."""
    if not PASSED.fullmatch(left.dimension) or values.compare(left.value, right.value).meets:
        return None
    one, two = (dealing(*seen.frame, money=seen.dimension.isupper()) for seen in (left, right))
    turned = one.giver & two.getter or one.getter & two.giver
    if not turned or one.giver & two.giver or one.getter & two.getter:
        return None
    return f"“{min(turned)}” gives in one text and gets in the other"


@lru_cache(maxsize=20_000)
def dealing(before: str, after: str, *, money: bool) -> Dealing:
    """Who gives and who gets, by the words on either side of a figure."""
    found = DEAL.search(before) if DEALS.search(before) else None
    if found is None:
        return Dealing()
    verb, rest = found["gives"] or found["gets"], found["rest"]
    told = f"{rest} … {re.split(r'[.;:,]', after)[0]}"
    who = content(found["who"])
    by, source, target = (named(word, told) for word in ("by", "from", "to"))
    if found["gives"]:
        near = NEXT.match(rest)
        met = target or (content(near["who"]) if near else NOBODY)
        one = Dealing(by, who) if found["passive"] else Dealing(who, met)
    else:
        one = Dealing() if found["passive"] else Dealing(source, who)
    paid = money and (re.fullmatch(TRADES, verb) or rest.endswith(" for "))
    return Dealing(one.getter, one.giver) if paid else one


def named(word: str, told: str) -> frozenset[str]:
    """The words for a party behind a preposition."""
    found = WITH[word].search(told)
    return content(found["who"]) if found else NOBODY
