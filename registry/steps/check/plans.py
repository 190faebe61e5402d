"""Plans that two reports tell in two ways: "will be hired", "schools get 1,580 more teachers".

What has come true is never held against what was planned. But a present tense that tells of no state is the plan
itself, and on the day of an announcement nothing has come true yet, even where a row of figures has no tense. A
newcomer's mistake: any present tense. "The city runs 120 buses" and "it will run 150" do not exclude each other.
"""

from __future__ import annotations

import re

from registry.model.assertion import LIVE, Claim, Status
from registry.model.moment import Moment
from registry.steps.match.profile import status

DAYS = 10
REACH = 120
# What somebody only reckons with is no decision that another report could tell as one.
RECKONED = re.compile(
    r"\b(?:expect|forecast|outlook|guid(?:e|ance)|project(?:s|ed|ion)|estimat|target|aim|could|may|might|hope|predict"
    r"|anticipat|reckon|likely|analyst|consensus)",
    re.IGNORECASE,
)
# What two that are to merge will have is what they have together by now.
TOGETHER = re.compile(
    r"\b(?:combined|merged|joint|enlarged) (?:company|group|firm|business|entity|bank|airline|operations?|club|party"
    r"|union|council|workforce|turnover|revenues?|sales)\b|\btogether,? (?:the two|they|both)\b"
    r"|\bthe two (?:[a-z]+ )?(?:together|combined)\b|\bbetween them\b",
    re.IGNORECASE,
)
ASIDE = re.compile(r", (?:which|who|whose|where)\b[^,;:.]{3,60},")  # "the firm, which has 96 staff, offers ..."
FULL = re.compile(r"[.!?][\"'\u201d\u2019)]?\s*$")
PARTED = re.compile(r"[;:]|, (?:and|but|while|whereas) ")
# What tells that something has been, or how it is by now.
DONE = re.compile(
    r"\b(?:was|were|had|has|have|did|been|is|are"
    r"|(?:be|over)came|came|rose|fell|grew|took|made|paid|sold|won|lost|spent"
    r"|cost(?! (?:savings?|cuts?|reductions?|synergies))|brought|built"
    r"|bought|caught|chose|drew|drove|fed|fled|flew|fought|found|gave|got|knew|laid|lent|meant|ran|sank|sent|shot|shrank"
    r"|spoke|struck|swept|taught|threw|wrote|held|kept|left|led|met|put|saw|set|shut|stood|went|hit|cut"
    r"|now|currently|today|already|still|so far"
    r"|to date|stands?|remains?|stays?|operates?|owns?|employs?|runs?|counts?|carr(?:y|ies)|serves?|lives?"
    r"|(?<![Tt]he )works?|holds?|contains?|measures?|[a-z]{3,}ed)\b",
    re.IGNORECASE,
)
# What tells of neither: "that is enough for", "she announced", "farms hit by drought".
IDLE = re.compile(
    r"\b(?:has|have) (?:been )?(?:appointed|named|agreed|decided|ordered|chosen|picked|hired|signed|approved)\b"
    r"|\b(?:has|have|is|are) to(?: be [a-z]+)?\b"
    r"|\b(?:is|are) (?:enough|sufficient|due|being|set|budgeted|affected|at risk"
    r"|(?!(?:liv|work|runn|stand|hold|stay|wait|miss|operat|serv)ing)[a-z]{2,}ing)\b|\b[a-z]+ (?=by\b)"
    r"|\b(?:budget|price tag|estimate|plan)\b[^.;]{0,20}?\b(?:is|stands|comes)\b"
    r"|\b(?:announced|said|told|confirmed|presented|unveiled"
    r"|proposed|called|put forward|published|approved|estimated)\b",
    re.IGNORECASE,
)


def both_to_come(left: Claim, right: Claim) -> bool:
    """Whether one of two reports plans what the other tells as something that is to come."""
    if left.source.id == right.source.id or {status(left), status(right)} != LIVE:
        return False
    if isinstance(left.assertion.value, Moment):
        return False
    if all(TOGETHER.search(claim.sentence.exact) for claim in (left, right)) and of_same_days(left, right):
        return True
    told, plan = (left, right) if status(left) is Status.ACTUAL else (right, left)
    row = not FULL.search(told.sentence.exact)  # a row of figures may be what has been
    doubts = [row, RECKONED.search(plan.sentence.exact) is not None, not of_same_days(left, right)]
    if sum(doubts) > 1:
        return False
    return not DONE.search(IDLE.sub("", clause(told)))


def of_same_days(left: Claim, right: Claim) -> bool:
    """Whether two reports are from the same days."""
    one, two = left.source.published, right.source.published
    return one is not None and two is not None and abs((one - two).days) <= DAYS


def clause(claim: Claim) -> str:
    """The clause around a figure."""
    text, start = claim.sentence.exact, claim.span.start - claim.sentence.start
    before = PARTED.split(ASIDE.sub(" ", text[:start])[-REACH:])[-1]
    after = PARTED.split(text[start + len(claim.span.exact) : start + len(claim.span.exact) + REACH // 2])[0]
    return f"{before} {after}"
