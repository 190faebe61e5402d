"""Whether people talk of money, and of whose: "Were you happy with the price? The board's ninety thousand?".

A newcomer's mistake: taking every figure near a price for one. Only a clause that itself tells of paying, or one
without a verb or with "it" beside such a clause, has its figures from there.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from registry.steps.assemble.spot import Page, Spot, subject_of, verb_of
from registry.steps.recognise.coins import foremost
from registry.steps.recognise.tables import currencies

PAYING = re.compile(
    r"\b(?:costs?|costing|prices?|priced|worth|valued|valuations?|pays?|paid|paying|earn(?:s|ed|ing)?|salary|salaries|wages?"
    r"|spen(?:ds?|t|ding)|charge[sd]?|budgets?|budgeted|money|tax|taxes|incomes?|profits?|insurers?|fees?|bills?|rents?"
    r"|debts?|loans?|funding|donations?|donated|compensation|bought)\b",
    re.I,
)
CLAUSES = re.compile(r"[;:\u2013\u2014]|, (?:and|but|while|so|because|which|who)\b")
WORD = re.compile(r"[^\W\d_]+")
MUCH = 5


def speaks_of_money(spot: Spot) -> bool:
    """Whether the clause of a figure tells of paying, or leans on words right before or beside it that do."""
    before, after = CLAUSES.split(spot.before())[-1], CLAUSES.split(spot.after())[0]
    if PAYING.search(before) or PAYING.search(after):
        return True
    if is_fragment(spot):
        return PAYING.search(spot.words) is not None or (
            spot.number > 0 and PAYING.search(said_before(spot)) is not None
        )
    who = subject_of(verb_of(spot.node))
    return who is not None and who.low in ("it", "that", "this") and PAYING.search(spot.words) is not None


def is_fragment(spot: Spot) -> bool:
    """Whether a sentence has no verb of its own: "The board's ninety thousand?"."""
    if spot.tree is None:
        return True
    return not any(one.tag in ("VBD", "VBZ", "VBP", "MD") and one.text[:1] not in "'\u2019" for one in spot.tree.tokens)


def said_before(spot: Spot) -> str:
    """The sentence before that of a figure."""
    part = spot.page.sentences[spot.number - 1]
    return spot.page.folded[part.start : part.end]


def named_alone(page: Page) -> str:
    """The only currency that a document names though it gives no sum in it: "That's pounds"; that of its country where
    it names none."""
    if page.coin is None:
        known, low = coins(), page.folded.lower()
        found = {known[word] for word in WORD.findall(low) if word in known}
        page.coin = found.pop() if len(found) == 1 else "" if found else of_its_country(low)
    return page.coin


def of_its_country(low: str) -> str:
    """The currency of the country that a text in small letters names above all, if it tells much of paying."""
    told = sum(1 for _ in islice(PAYING.finditer(low), MUCH))
    return foremost(low, currencies().countries) if told == MUCH else ""


@cache
def coins() -> dict[str, str]:
    """The plural of each currency that has one of its own."""
    table = currencies()
    names = [(words, code) for some in table.names.values() for words, code in some]
    return {
        words[0]: code
        for words, code in names
        if len(words) == 1 and words[0].endswith("s") and words[0] not in table.ambiguous
    }
