"""Totals whose parts follow at once, as a whole: "812 tickets, 500 for adults and 300 for children".

A newcomer's mistake: asking that total and parts count the same noun. In such a list the parts leave it out; what says
that they are all is the form: nothing but the list stands behind the total.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from registry.model.assertion import Claim
from registry.steps.check.said import after, between

OF_ALL = re.compile(r" (?:out )?of (?:(?:the|its|their|his|her|all|our) )*", re.IGNORECASE)
LEAD = re.compile(
    r"(?:\s[\w'’-]+){0,5}?(?:[^.;:()\d]{1,120}?(?=:))?\s?(?P<mark>:|,|–|—|\()\s*(?:namely\s+|that is,?\s+)?|"
    r"[^.;:()\d]{1,120}?[,\s]\s?(?P<made>comprising|comprised of|made up of|consisting of|composed of)\s",
    re.IGNORECASE,
)
OF_THESE = re.compile(r" of (?:these|those|them|which|whom)\b", re.IGNORECASE)
APIECE = re.compile(r"\s*(?:each|apiece)\b", re.IGNORECASE)  # "in credits of €50 each" adds nothing to what it is of
PART = re.compile(
    r"\s+(?P<how>for|from|in|by|on|at|to|with|of(?! (?:them|these|those|it|which|whom)\b))\b"
    r"(?:[^,;:.()\d]|\b(?:19|20)\d\d\b|\b(?:of|at) [€$£]?\d[\d.,]*\d(?: [a-z]+)? (?:each|apiece)\b){1,80}?",
    re.IGNORECASE,
)
# "of our own", and what is told beside it of those that are not: "lent to us by other forces".
OF_OWN = re.compile(r"\s+of (?:our|its|their|his|her|my) own\b", re.IGNORECASE)
OWN = re.compile(
    rf"(?:{OF_OWN.pattern}|\s+(?:from|by|in|with|lent|sent|[a-z]+ed)\b(?: [\w'’-]+){{1,7}}?)(?P<how>)", re.IGNORECASE
)
KIND = re.compile(r"\s+[\w'’-]+(?:\s[\w'’-]+){0,5}?", re.IGNORECASE)
BRIEF = re.compile(r"\s+[\w'’-]+(?:\s[\w'’-]+)?", re.IGNORECASE)
BETWEEN = re.compile(r"(?:,|,? and)\s*", re.IGNORECASE)
HOW = re.compile(
    r"(?: of (?:them|these|those|it))?(?: (?!from|in|out|on|for|by|with|at|to|under|over|and|or)[\w'’-]+){0,2}?"
    r" (?P<how>from|in|out of|outside|on|off|for|against|by|with|without|at|to|under|over)\b",
    re.IGNORECASE,
)
ADVERB = re.compile(
    r"(?: of (?:them|these|those|whom))?(?: [a-z]+ed)? "
    r"(?:slightly|lightly|badly|severely|seriously|critically|gravely|fatally)\b",
    re.IGNORECASE,
)
APART = frozenset(
    frozenset(pair)
    for pair in (
        ("in", "out of"),
        ("in", "outside"),
        ("with", "without"),
        ("on", "off"),
        ("for", "against"),
        ("under", "over"),
    )
)
SEVERAL = 3  # items that a colon announces need not be told by one preposition
END = re.compile(r"[\s)]*(?:[.;!]|$|,(?!\s*(?:and|or|plus|as well)\b))")
CLOSE = re.compile(r"\s*\)")
ASIDE = re.compile(  # what a total is compared with: "60 cabins, up from 48: ..."
    r"(?:\s[\w'’-]+){0,4}?,?\s\(?(?:(?:as )?(?:compared|opposed) (?:with|to)|(?:up|down) from|instead of|rather than|"
    r"against|from)(?: (?:the|its|their|all|some|about))*\s",
    re.IGNORECASE,
)


def list_of_parts(own: Sequence[Claim]) -> tuple[Claim, list[Claim]] | None:
    """A total and the list right behind it, where it is a list of all parts; claims of one sentence, in order."""
    for at, total in enumerate(own[:-2]):
        last = at + 1 if OF_ALL.fullmatch(between(total, own[at + 1])) else at  # "12 of its 40 boats: ..."
        lead = LEAD.fullmatch(between(own[last], own[last + 1]))
        parts = items(own[last + 1 :], lead["mark"] or ":") if lead else []
        if parts:
            aside = at > 0 and ASIDE.fullmatch(between(own[at - 1], total))
            return (own[at - 1] if aside else total), parts
    return None


def items(own: Sequence[Claim], mark: str) -> list[Claim]:
    """The items of the list behind a total; behind a colon they may also be told apart by a noun, or lack an "and",
    and a list that fills its brackets may be told apart by nouns, whatever follows, or lack it where each item has a
    preposition."""
    forms = {":": ((KIND, END), (PART, END)), "(": ((PART, END), (BRIEF, CLOSE), (PART, CLOSE))}
    found = (
        run(own, form, end, open_ended=mark != ":" and (form, end) != (PART, CLOSE))
        for form, end in forms.get(mark, ((PART, END),))
    )
    told = next((parts for parts in found if len(parts) > 1), [])
    if told or mark == ":":
        return told
    owned = run(own, OWN, END, open_ended=True)
    return owned if sum(bool(OF_OWN.match(after(part))) for part in owned) == 1 < len(owned) else []


def run(own: Sequence[Claim], form: re.Pattern[str], end: re.Pattern[str], *, open_ended: bool) -> list[Claim]:
    """The figures that follow each other as the items of one list, up to its end; else none. A list that may go on ends
    with "and"."""
    found, joins, hows = [own[0]], [""], set()
    for here, following in pairwise(own):
        item = re.fullmatch(f"{form.pattern}(?P<join>{BETWEEN.pattern})", between(here, following), re.IGNORECASE)
        if not item or OF_THESE.match(after(following)):
            break
        found.append(following)
        joins.append(item["join"])
        hows.add(item.groupdict().get("how", "").lower())
    last = re.match(form.pattern + end.pattern, after(found[-1]), re.IGNORECASE)
    hows.add((last.groupdict().get("how") or "").lower() if last else "?")
    closed = "and" in joins[-1].lower() or not open_ended
    alike = len(hows) == 1 or (len(found) >= SEVERAL and not open_ended and "?" not in hows)
    return found if last and closed and alike else []


def how(claim: Claim) -> str:
    """The preposition that tells which part a figure is: "14 of them from", "38 run on"; "" for none. All adverbs are
    one: "seven of them slightly and four badly"."""
    if ADVERB.match(after(claim)):
        return "how"
    found = HOW.match(after(claim))
    return found["how"].lower() if found else ""


def told_alike(parts: Sequence[Claim]) -> bool:
    """Whether the parts of a list are told by one preposition, or by two of which one excludes the other."""
    hows = [how(part) for part in parts]
    return all(hows) and (len(set(hows)) == 1 or frozenset(hows) in APART)


def by_sentence(claims: Sequence[Claim]) -> list[list[Claim]]:
    """The claims of one document by their sentences, in order."""
    found: dict[int, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.sentence.start, []).append(claim)
    return [own for _, own in sorted(found.items())]
