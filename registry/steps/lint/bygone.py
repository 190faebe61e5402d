"""Whether a draft says itself that its figure was so at another time: then a later one is no news to it.

A newcomer's mistake: looking at the tense alone. Half of what is so now is written in the past ("it took 118 million").
"""

from __future__ import annotations

import re

from registry.model.assertion import Claim

# A plan or a state that is told as over, up to the figure.
OVER = re.compile(
    r"""\b(?:then|originally|initially|at\ first|at\ the\ time|formerly|previously|back\ then|to\ begin\ with
        |(?:was|were|had\ been)\ (?:once\ |still\ |originally\ |first\ )?(?:to|meant|due|supposed|expected|planned
            |slated|put)
        |had\ (?:hoped|wanted|planned|promised|expected|put|asked))\b
        [^.;:]{0,60}$""",
    re.VERBOSE | re.IGNORECASE,
)
# What a figure is held against, or where it began: enough where only the matter leads to the later one.
BESIDE = re.compile(
    r"""\b(?:once|earlier|already|had|would|(?:was|were)\ (?:then|only|at|still|set)|began|started|opened|launched
        |founded|voted|promised|wanted|hoped|expected|planned|from|after|against|compared\ with|than)\b[^.;:]{0,60}$""",
    re.VERBOSE | re.IGNORECASE,
)
# "Dale and Sons expected a bill of 341 million": what a name reckoned once, not what is reckoned.
RECKONED = re.compile(
    r"(?P<who>[A-Z][\w&'’.-]*(?: (?:and|of|the|for) [A-Z][\w&'’.-]*| [A-Z][\w&'’.-]*)+) (?:had |once |first )?"
    r"(?:expected|estimated|reckoned|forecast|predicted|projected|calculated|assumed|put)\b[^.;:]{0,60}$"
)
AGO = re.compile(r"^[^.;]{0,40}\b(?:ago|before|at the time|then|last year|the year before|in (?:19|20)\d\d)\b")
AT_ONCE = re.compile(r"^[^.;:]{0,20}\bin (?:a|the|its|their) (?:first )?(?:hour|day|week|weekend|month)\b")


def over(claim: Claim) -> bool:
    """Whether a sentence tells its figure as a plan or a state that is over, or as what the first days brought."""
    before, after = around(claim)
    return bool(OVER.search(before) or AT_ONCE.search(after))


def reckoner(claim: Claim) -> str:
    """The name of those who reckoned a figure, in the past; nothing where a sentence does not say so."""
    found = RECKONED.search(around(claim)[0])
    return found["who"].removeprefix("The ") if found else ""


def compared(claim: Claim) -> bool:
    """Whether a figure may be one that the draft only holds another against."""
    before, after = around(claim)
    return bool(BESIDE.search(before) or AGO.search(after))


def around(claim: Claim) -> tuple[str, str]:
    """What stands before and behind a figure in its sentence."""
    sentence, at = claim.sentence.exact, claim.sentence.start
    return sentence[: claim.span.start - at], sentence[claim.span.end - at :]
