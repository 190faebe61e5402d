"""What a change does that is decided and not yet in force: "The rise costs employers 240 million" before it comes.

A newcomer's mistake: every present tense in such a text. Only what the announced change itself, or the new rate, does
is to come; the wages of today are so today.
"""

from __future__ import annotations

import re

from registry.model.assertion import Kind
from registry.model.moment import Moment
from registry.model.span import BlockKind
from registry.steps.assemble.spot import Page, Spot, subject_of, verb_of
from registry.steps.assemble.status.projects import tells_today
from registry.steps.parse.tree import Token

OPENING = 10
FROM = re.compile(r"\b(?:from|as of|starting|beginning|effective|effect|force|in|on)(?: (?:on|from|in))? $", re.I)
RAISING = (
    r"(?:rais(?:e|es|ed|ing)|ris(?:e|es|ing)|lift(?:s|ed)?|increas(?:e|es|ed|ing)|cuts?|hik(?:e|es|ed)|lower(?:s|ed)?|reduc(?:e|es|ed)"
    r"|go(?:es)? (?:up|down)|reforms?)"
)
CHANGE = re.compile(rf"\b{RAISING}\b", re.I)
# The day of a meeting, a vote, a report: "meets on 5 May to discuss cuts", "cuts will be debated on 5 May".
TALKS = re.compile(
    r"\b(?:meet|vot|decid|discuss|debat|consult|talk|present|publish|announc|hear|sit|table|consider|review)"
    r"(?:e?[sd]|e|t?ing|ings)? (?:(?!to |that )[\w-]+ ){0,3}(?:in|on) $",
    re.I,
)
TITLE = re.compile(r"\b(?:raises|lifts|cuts|increases|hikes|lowers|reduces|goes (?:up|down)|rises)\b")
CHANGES = frozenset({"rise", "increase", "raise", "cut", "reform", "change", "hike", "reduction"})
RATES = frozenset({"rate", "level", "minimum", "tariff", "wage", "price", "fare", "fee", "charge", "tax"})
PRESENT = ("VBZ", "VBP")


def takes_effect(spot: Spot) -> bool:
    """Whether a figure tells what a change does, or comes to, that the text says begins on a coming day."""
    if spot.mention.kind in (Kind.DATE, Kind.ORDINAL) or spot.page.abroad or not changes(spot.page):
        return False
    if tells_today(spot):
        return False
    if spot.sentence.block.kind is BlockKind.HEADING:
        return TITLE.search(spot.before()) is not None
    verb = verb_of(spot.node)
    who = subject_of(verb)
    if verb is None or who is None or verb.tag not in PRESENT or verb.of("aux"):
        return False
    told = names(changes(spot.page), who)
    return is_change(who, told=told) or (verb.lemma in ("rise", "increase", "fall", "go") and told)


def names(words_: str, who: Token) -> bool:
    """Whether the words of a change name a thing, be it in the plural."""
    return re.search(rf"\b{re.escape(who.lemma)}s?\b", words_) is not None


def is_change(who: Token, *, told: bool) -> bool:
    """Whether a subject is the change itself, or what is new by it: "the new rate", no new bridge beside it."""
    if who.word("det") != "the":
        return False
    return who.lemma in CHANGES or (who.word("amod") == "new" and (told or who.lemma in RATES))


def changes(page: Page) -> str:
    """The sentence at the head of a text that announces a change from a coming day on; empty for none."""
    if page.changes is None:
        page.changes = next(
            (told for number in range(min(OPENING, len(page.sentences))) if (told := told_in(page, number))), ""
        )
    return page.changes


def told_in(page: Page, number: int) -> str:
    """The words of a sentence in which a change is announced for a coming day."""
    part, published = page.sentences[number], page.source.published
    words_ = page.folded[part.start : part.end]
    if published is None or CHANGE.search(words_) is None:
        return ""
    dates = [one for one in page.mentions[number] if isinstance(one.value, Moment) and one.value.low > published]
    before = [page.folded[part.start : one.start] for one in dates]
    return words_.lower() if any(FROM.search(one) and not TALKS.search(one) for one in before) else ""
