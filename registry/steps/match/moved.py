"""Figures that a later text tells as the new value of what an earlier one has told: "the bill has risen to 92 million".

What has moved may be far from what it was, and called by another name. A newcomer's mistake: any figure behind "to".
"They went to 9 towns" tells of no new value, and "it fell by a third" of none that somebody has given before.
"""

from __future__ import annotations

import re

from registry.steps.fragments import HEDGES
from registry.steps.match.about import kindred, one_thing
from registry.steps.match.profile import Profile

LEAST, SURE = 0.2, 0.85
HARDLY = HEDGES.replace(" ", r"\ ")  # in a verbose pattern
TO = re.compile(
    rf"""\b(?:rais(?:e[sd]?|ing)|lift(?:s|ed|ing)?|increas(?:e[sd]?|ing)|up(?:graded|ped|ping)|improv(?:e[sd]?|ing)
        |climb(?:s|ed|ing)?|ris(?:es?|en|ing)|rose|gr[eo]w(?:n|s|ing)?|jump(?:s|ed|ing)?|soar(?:s|ed|ing)?
        |sw[eo]ll(?:s|ed|en|ing)?|expand(?:s|ed|ing)?|enlarg(?:e[sd]?|ing)|widen(?:s|ed|ing)?|doubl(?:e[sd]?|ing)
        |f[ae]ll(?:s|en|ing)?|drop(?:s|ped|ping)?|shr[aiu]nk(?:s|ing|en)?|dwindl(?:e[sd]?|ing)|slid(?:es?|ing)?
        |cut(?:s|ting)?|lower(?:s|ed|ing)?|reduc(?:e[sd]?|ing)|slash(?:es|ed|ing)?|trim(?:s|med|ming)?
        |halv(?:e[sd]?|ing)|revis(?:e[sd]?|ing)|correct(?:s|ed|ing)?|amend(?:s|ed|ing)?|extend(?:s|ed|ing)?
        |shorten(?:s|ed|ing)?|(?:has|have|had|is)\ gone|w(?:ent|ill\ go)\ (?:up|down)|brings?|bringing|brought
        |tak(?:es|ing|en)|took|push(?:es|ed|ing)?|put(?:s|ting)?\ (?:up|off|back)|mov(?:e[sd]?|ing)
        |postpon(?:e[sd]?|ing)|delay(?:s|ed|ing)?|defer(?:s|red|ring)?|slip(?:s|ped|ping)?)\b
        [^.;:]{{0,45}}?\b(?:to|until)\ {HARDLY}$""",
    re.VERBOSE,
)
# What is planned by now was planned otherwise before.
BY_NOW = re.compile(
    r"""\b(?:(?:will|can|is\ to|are\ to|would)\ now\b
        |now\ (?:be\ )?(?:expect(?:ed|s)?|promise[sd]?|due|plan(?:s|ned)?|scheduled|estimate[sd]?|put|set|forecasts?
        |reckons?|likely|budgeted|projected|slated|aim(?:s|ed)?|want(?:s|ed)?|hope[sd]?|to)\b)
        [^.;:]{0,60}$""",
    re.VERBOSE,
)
ABROAD = re.compile(
    r"""\b(?:passée?s?|portée?s?|relevée?s?|ramenée?s?|réduite?s?|montée?s?|grimpée?s?|augmentée?s?|tombée?s?
        |repoussée?s?|reportée?s?|abaissée?s?)\b[^.;:]{0,45}?\b(?:à|au|aux)\ (?:(?:environ|près\ de|plus\ de)\ )?$
    |\b(?:sub(?:e|ió|ido)|elev(?:a|ó|ad[oa]s?)|aument(?:a|ó|ad[oa]s?)|ampli(?:a|ó|ad[oa]s?)|baj(?:a|ó|ad[oa]s?)
        |redu(?:ce|jo|cid[oa]s?)|rebaj(?:a|ó|ad[oa]s?)|aplaz(?:a|ó|ad[oa]s?)|retras(?:a|ó|ad[oa]s?))\b
        [^.;:]{0,45}?\b(?:a|al|hasta)\ (?:(?:unos|unas|casi|más\ de)\ )?$
    |\b(?:steigt|stieg(?:en)?|sinkt|sank(?:en)?|fiel(?:en)?|wuchs(?:en)?|wächst|erhöht(?:e|en)?|senkt(?:e|en)?
        |hob(?:en)?|hebt|kürzt(?:e|en)?|verschob(?:en)?|verschiebt)\b
        [^.;:]{0,45}?\bauf\ (?:(?:rund|etwa|fast|knapp|über|den)\ )*$""",
    re.VERBOSE,
)
# "It's 2.1 billion now", "the bill stands at 30 million today".
STANDS = re.compile(rf"(?:\b(?:is|are|stands? at|comes? to)|['’]s) {HARDLY.replace(chr(92) + ' ', ' ')}$")
TODAY = re.compile(r"^(?: [a-z]+){0,2} (?:now|today|by now|these days)\b")
AUF = re.compile(r"\bauf (?:(?:rund|etwa|fast|knapp|über|den) )*$")
PARTICIPLE = re.compile(
    r"^[^.;:,]{0,25}?\b(?:gestiegen|erhöht|angehoben|gesenkt|gesunken|gefallen|gewachsen|geschrumpft|reduziert|gekürzt"
    r"|korrigiert|verschoben|verlegt|ausgeweitet|verlängert|angewachsen)\b"
)


def same(left: Profile, right: Profile) -> bool:
    """Whether a figure is the new value of what an earlier document tells of the same thing."""
    if left.row or right.row or not moved_on(left, right):
        return False
    return one_thing(left, right) or kindred(left.named, right.named)


def moved_on(left: Profile, right: Profile) -> bool:
    """Whether the later of two documents tells its figure as one that has moved."""
    if left.document == right.document or not left.day or not right.day or left.day == right.day:
        return False
    if left.period and right.period and left.period.meets(right.period):
        return False  # both are for one and the same quarter
    first, last = (left, right) if left.day < right.day else (right, left)
    before, after = f"{last.frame[0]} ", f" {last.frame[1]}"
    if TO.search(before) or ABROAD.search(before) or (AUF.search(before) and PARTICIPLE.search(after)):
        return True
    if first.status != "planned":
        return False
    planned_now = last.status == "planned" and BY_NOW.search(before)
    return bool(planned_now or (TODAY.search(after) and STANDS.search(before)))
