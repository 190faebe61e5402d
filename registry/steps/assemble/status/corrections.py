"""Whether a text takes a figure back: a correction, an offer that is replaced, a date that is given up.

A newcomer's mistake: every figure of a correction. What was told before is taken back, what is right stands beside it.
"""

from __future__ import annotations

import re

from registry.model.assertion import Kind
from registry.steps.assemble.dating.previous import is_previous
from registry.steps.assemble.spot import Spot
from registry.steps.assemble.status.planned import was_changed
from registry.steps.cues import cued

REPLACED = cued(
    r"\b(?:(?:first|originally|initially|last|previously|earlier)"
    r" (?:published|reported|given|put|stated|printed|announced) (?:as|at)"
    r"|(?:given|put|stated|reported|quoted) (?:here|at the time|then|in our (?:\w+ ){0,2}\w+) (?:as|at)"
    r"|(?:an? )?(?:earlier|previous|original|first) (?:version|edition)"
    r"|in our (?:\w+ ){0,3}(?:issue|edition)(?: of \w+ \w+)?,? we (?:gave|put|said|wrote|reported|stated|printed)"
    r"|(?:incorrectly|mistakenly|erroneously|wrongly) (?:said|stated|reported|gave|given|put|listed|wrote|written|told"
    r"|printed|published|described|named|quoted|showed|shown|recorded|announced|attributed|claimed|called|referred|used"
    r"|calculated|implied|suggested|included|had|counted|labell?ed)"
    r"|(?:said|stated|reported|given|put|listed|written|told|printed|published|shown|recorded|announced|quoted)"
    r" (?:incorrectly|mistakenly|erroneously|wrongly)|misstated|erratum|rectificatif|première version|corrected from"
    r"|put right from|"
    r"(?:has|have|had) (?:since )?been (?:withdrawn|retracted|corrected|superseded))\b",
    re.I,
)
UNTIL = cued(
    r"\b[Uu]ntil (?:this|last|yesterday|recently|now|then)\b.*\bhad (?:shown|listed|said|put|given|been)\b"
    r"|\boriginal(?:ly)?\b[^.;]*\b(?:stayed|postponed|superseded|withdrawn|moved|delayed)\b"
)
PUT_RIGHT = re.compile(
    r"^\W*(?:the (?:correct|right|true|actual) (?:\w+ )?(?:was|is|should)|it should (?:have (?:been|said|read)|read)"
    r"|(?:that|this|the figure|the number|both) (?:was|were|is) (?:wrong|incorrect|an error|a mistake|in error))\b",
    re.I,
)
REPORTED = cued(r"\b(?:reported|said|stated|gave|wrote|printed|published|listed|showed|told|quoted)\b", re.I)
RIGHTED = re.compile(
    r"\b(?:correct|right|actual|il fallait lire|should (?:be|have been|read)"
    r"|in fact|it was|rather than|has been corrected to)\b",
    re.I,
)
CORRECTION = re.compile(r"^\W*(?:correction|corrected|clarification|erratum|editor's note)\b", re.I)
AS_WRITTEN = re.compile(
    r"\bas (?:we |it |they |this \w+ )?(?:first |originally |previously |wrongly )?"
    r"(?:published|reported|stated|printed|wrote|written|said|announced|given)\b"
)
CORRECTS = re.compile(r"\bcorrect(?:s|ed|ing) (?:it|him|her|them)sel(?:f|ves)\b|\bcorrections? to\b", re.I)
PART = (  # what a text is made of, and takes back
    r"(?:article|report|story|headline|caption|version|release|edition|dispatch|item|graphic|map|alert|notice|answer"
    r"|reply|paragraph|table|chart|box|sentence|passage|entry|page|leaflet|brochure|text|column|infobox|factsheet|list)"
)
OURS = cued(
    r"\b(?:we|I)(?: have| had| also| had also| wrongly)?"
    r"(?: (?:also|earlier|previously|originally|first|initially|mistakenly|erroneously|incorrectly))?"
    r" (?:wrote|written|reported|said|stated|gave|given|put|published|printed|told)\b"
    rf"|\b{PART}\b[^.;:]{{0,40}}?"
    r"(?<!should) (?<!have )(?:said|gave|put|stated|showed|shown|had|reported|named|listed|described|printed)\b",
    re.I,
)
AT_FIRST = cued(
    rf"\b{PART}\b[^.;:]{{0,40}} (?:first|originally|initially|at first|wrongly|at one point)"
    r" (?:said|gave|put|stated|showed|had|reported|named|listed|described|printed|called|counted)\b",
    re.I,
)
RESTATES = re.compile(r"[^.;]{0,60}(?:; (?!and\b)|, (?:not|but|now)\b)")
SO = re.compile(r"\bit (?:is|was) [^.;]*[\d]|\b(?:in fact|but|that is)\b|;", re.I)
AFTER_ALL = re.compile(
    r"[^.;]{0,60}; (?:the (?:correct|right|true|actual) (?:\w+ )?(?:is|was)\b"
    r"|[\w.,]+(?: \w+)? (?:is|was) (?:right|correct)\b)"
    r"|, no,? (?:the|it)\b"
)
RIGHTING = re.compile(r"\b(?:corrections?|corrected|corrigendum|errat(?:um|a)|clarifications?|rectification)\b", re.I)
GIVEN_UP = cued(
    r"(?<!^)\binstead of (?:the |an? )?$"
    r"|\bonce (?:planned|due|scheduled|promised|expected|set|fixed|foreseen) (?:for|in|on|at) (?:the )?$",
    re.I,
)
POSTPONED = re.compile(
    r"\b(?:put (?:off|back)|postponed?|delayed|moved|pushed back|brought forward|rescheduled|shifted|deferred)\b"
    r"[^,;.]{0,40}? from (?:the )?$",
    re.I,
)
RESTATED = re.compile(
    r"\b(?:restated|revised|adjusted|corrected|amended)\b(?:[^;.]|(?<=\d)\.(?=\d)){0,80}? from (?:the |an? )?$", re.I
)
TOLD = re.compile(
    r"^[^,;.]{0,24}? (?:reported|published|announced|given|stated|estimated|released)"
    r" (?:in|on|at|last|a|earlier|first|previously)\b"
)
OUTRUN = re.compile(
    r"\b(?:compared (?:with|to)|against|from) (?:an? |its |the )?(?:previous|earlier|former|prior) "
    r"(?:\w+ )?(?:range|forecast|guidance|estimate|target|outlook|projection)s?(?: of)? $",
    re.I,
)
MISSED = re.compile(
    r"\b(?:earlier|former|previous|first|original) (?:target )?(?:date|deadline|target|timetable), $", re.I
)
LASTING = re.compile(r"\bsince\b[^.;]*\b(?:has|have)\b|\b(?:has|have)\b[^.;]*\bsince\b", re.I)
PUBLISHED = re.compile(r"\b(?:published|issued|released|reported|printed|dated|aired)\b[^,;]{0,30}$")
TOP, NEARBY = 200, 2


def taken_back(spot: Spot) -> bool:
    """Whether a figure is taken back or given up for another."""
    return retracted(spot) or dropped(spot) or mistold(spot) or revised(spot)


def retracted(spot: Spot) -> bool:
    """Whether a correction takes the figure back."""
    if spot.mention.kind is Kind.DATE and PUBLISHED.search(spot.before()):
        return False
    if UNTIL.search(spot.words) and not re.search(r"\bnow\b", spot.before()):
        start = UNTIL.search(spot.words)
        return start is not None and start.start() < spot.mention.start - spot.sentence.start
    if put_right(spot):
        return True
    hit = REPLACED.search(spot.words)
    if not hit:
        return False
    at = spot.mention.start - spot.sentence.start
    if re.search(r"\b(?:corrected|restated|revised) from\b[^;]{1,40} to $", spot.before()):
        return False
    right = RIGHTED.search(spot.words, hit.end())
    if right and at > right.start():
        return False
    return hit.start() < at or ("been" in hit.group() and not spot.words.count(";", at, hit.start()))


def revised(spot: Spot) -> bool:
    """Whether a figure is what an offer, a forecast or an estimate was before: "raised its guidance from 5 percent"."""
    return is_previous(spot) and was_changed(spot)


def mistold(spot: Spot) -> bool:
    """Whether a correction repeats what was told before: "Correction: on Monday we said that 62 percent"."""
    if spot.mention.kind is Kind.DATE and PUBLISHED.search(spot.before()):
        return False
    if AFTER_ALL.match(spot.after()) and (spot.mention.kind is Kind.DATE or OURS.search(spot.before())):
        return True
    told = AT_FIRST.search(spot.before())
    righted = told and (is_correction(spot) or RESTATES.match(spot.after()))
    if told and righted and SO.search(spot.before(), told.end()) is None:
        return True
    told = OURS.search(spot.before())
    return told is not None and is_correction(spot) and SO.search(spot.before(), told.end()) is None


def is_correction(spot: Spot) -> bool:
    """Whether a sentence, or one close before it in its paragraph, opens a correction; or the text is one."""
    parts, folded = spot.page.sentences, spot.page.folded
    for number in range(spot.number, max(-1, spot.number - NEARBY - 1), -1):
        if CORRECTION.match(folded[parts[number].start : parts[number].end]):
            return True
        if folded[parts[number - 1].end : parts[number].start].count("\n") > 1:
            break
    return RIGHTING.search(spot.page.source.title or folded[:TOP].split("\n")[0]) is not None


def corrects(spot: Spot) -> bool:
    """Whether what is denied was published before: in a correction, or "as published on", "as we wrote"."""
    if AS_WRITTEN.search(spot.words) or CORRECTS.search(spot.words):
        return True
    title = f"{spot.page.source.title or ''}\n{spot.page.folded[:TOP]}"
    return CORRECTION.match(spot.words) is not None or RIGHTING.search(title) is not None


def dropped(spot: Spot) -> bool:
    """Whether a figure is given up for another: "7 percent instead of 5", "once planned for October"."""
    before, after = spot.before(), spot.after()
    if spot.mention.kind is Kind.DATE and (POSTPONED.search(before) and re.match(r" (?:un)?to\b", after)):
        return True
    if MISSED.search(before) and re.match(
        r", (?:could not|cannot|was not|will not|has been|was (?:missed|dropped|given up))", after
    ):
        return True
    if OUTRUN.search(before) or (RESTATED.search(before) and TOLD.match(after)):
        return True
    return GIVEN_UP.search(before) is not None and LASTING.search(spot.words) is None


def put_right(spot: Spot) -> bool:
    """Whether the next sentence gives the correct figure: "The correct number was 4,120."."""
    parts = spot.page.sentences
    if spot.number + 1 >= len(parts) or not REPORTED.search(spot.words):
        return False
    after = parts[spot.number + 1]
    return PUT_RIGHT.match(spot.page.folded[after.start : after.end]) is not None and any(
        one.kind is spot.mention.kind for one in spot.page.mentions[spot.number + 1]
    )
