"""What two percentages of economic news are: prices without food and energy, and a sum as a share of output.

A newcomer's mistake: the noun behind them. "A gap of 5.7bn euros, 2.8 per cent of GDP" gives no share of output, but
the gap once more.
"""

from __future__ import annotations

import re

from registry.model.assertion import Kind
from registry.steps.assemble.attribute.nouns import OF_NOUN, run_end
from registry.steps.assemble.spot import Attribute, Spot
from registry.steps.cues import cued
from registry.steps.resolve.words import words

CORE = re.compile(  # "excluding food and energy, the rate was"
    r"\b(?:exclud(?:ing|es?)|(?:leaving|leaves?|stripping|strips?|taking|taken) out|stripped of|without|not counting"
    r"|disregarding|ignoring|minus) (?:the )?(?:(?:volatile|more|prices|costs?|for|of) )*(?:food|energy|fuel)"
    r"(?: prices)?,? (?:and|or) (?:unprocessed )?(?:food|energy|fuel)\b[^.;:\d]{0,50}$",
    re.I,
)
RESTATING = re.compile(r"[a-z\d](?:,| \(|,? or)(?: or| that is| equal to| equivalent to)?(?: about| around| some)? ?$")
WIDE = 80
ACCOUNT = cued(
    r"\b(?P<name>(?:(?:profit|loss|income|earnings|result|surplus) (?:before|after) (?:income )?tax(?:es|ation)?"
    r"|(?:(?:basic|diluted|adjusted|headline|underlying) )?(?:earnings|dividend|profit|loss|net assets)"
    r" per (?:ordinary )?share))(?: of| at| was| were|:)? ?$",
    re.I,
)

TAXED = re.compile(r"^ (before|after) tax\b")
EARNED = re.compile(r"\b(?:ma[dk]e|makes|making|earn(?:s|ed|ing)?|(?P<lost>los(?:es?|t|ing)))\b[^.;:]{0,40}$")


def core(spot: Spot) -> Attribute | None:
    """The rise of prices without those that swing: "excluding food and energy, the rate was 2.4 percent"."""
    found = spot.mention.kind is Kind.PERCENT and CORE.search(spot.before()) is not None
    return Attribute("core inflation", None, "label") if found else None


def of_output(spot: Spot) -> Attribute | None:
    """The sum before it that a percentage of output tells once more: "a gap of 5.7bn euros, 2.8 per cent of GDP"."""
    last, hit = spot.page.latest, OF_NOUN.match(spot.after())
    money = spot.page.measured[-1] if spot.page.measured else None
    if hit is None or spot.tree is None or last is None or money is None or spot.mention.kind is not Kind.PERCENT:
        return None
    if last[0] != spot.number or money.number != spot.number or money.mention.kind is not Kind.MONEY:
        return None
    token = spot.tree.after_place(spot.mention.end + hit.end())
    base = token is not None and run_end(token).lemma.lower() in words()["levels.bases"]
    return Attribute(last[1].name, last[1].anchor, "ellipsis") if base and RESTATING.search(spot.before()) else None


def account(spot: Spot) -> Attribute | None:
    """A line of a firm's accounts whose name has a preposition in it: "profit before tax of 40 million"."""
    hit = ACCOUNT.search(spot.before()[-WIDE:]) if spot.is_money else None
    if hit is None and spot.is_money and (taxed := TAXED.match(spot.after())):  # "made 1.13 billion before tax"
        made = EARNED.search(spot.before())
        return Attribute(f"{'loss' if made['lost'] else 'profit'} {taxed[1]} tax", None, "label") if made else None
    return Attribute(" ".join(hit["name"].lower().split()), None, "label") if hit else None
