"""What is planned by where it stands: below "Targets:", in the column of a coming year, beside a date to come.

A newcomer's mistake: taking every coming date for that of the figure beside it. Both must belong to one noun or verb.
"""

from __future__ import annotations

import re

from registry.model.assertion import Kind, Mention
from registry.model.moment import Moment
from registry.model.span import BlockKind
from registry.steps.assemble.rows import column_of
from registry.steps.assemble.spot import Spot, verb_of
from registry.steps.assemble.status.announcing import things
from registry.steps.cues import cued
from registry.steps.fragments import HEDGES
from registry.steps.parse.tree import Token

OPENING = re.compile(r"^\W*(?:outlook|forecast|guidance|target|plan|planned|goal|our demand)\b", re.I)
COLUMN = re.compile(
    r"\b(?:plan|planned|targets?|goals?|forecasts?|budget(?:ed)?|proposed|projected|projection|expected|outlook"
    r"|guidance|estimate[ds]? for|to be)\b",
    re.I,
)
ROW = re.compile(r"\((?:forecast|plan(?:ned)?|target|projected|expected)\b|\b(?:forecast|target)s?$", re.I)
PREFACE = re.compile(
    r"\b(?:will|plans?|planned|targets?|goals|forecasts?|outlook|propos(?:al|als|ed|es)|aims?|to be|expect(?:ed|s)?"
    r"|demands?|wants?|offers?|when complete|once (?:complete|open|finished)|pledges?|promises?|projected"
    r"|next year|going to|roadmap|guidance)\b",
    re.I,
)
PROMISE = re.compile(
    r"\b(?:will|to be|to (?!be\b|know\b|remember\b|watch\b|note\b|consider\b)[a-z]{3,}|going to|next year|aims? to"
    r"|plans? to|propos(?:es|ed))\b",
    re.I,
)
LABEL = cued(
    r"^(?!\W*(?:nobody|no[ -]one|none|few|hardly)\b)[^:\d]{0,60}(?:(?<=\w )to be [a-z]{3,}(?:ed|en|t|d)\b"
    r"|\b(?:planned|target|forecast|expected|proposed|projected|(?:to|by) 20\d\d)\b)[^:]{0,40}:"
    r"|^\W*[Dd]esign (?:life(?:time)?|speed|capacity)\b",
    re.I,
)
OURS = re.compile(r"^\W*(?:We|I) (?:want|will|plan|promise|demand|pledge|propose)\b")
DONE = cued(r"\b(?:so far|to date|already|spent|until now)\b", re.I)
ASKED = re.compile(r"\bappeal(?:s|ing)? (?:\w+ ){0,2}?for (?:the |an? )?(?:about )?$", re.I)
OFFERED = re.compile(
    r"\boffer(?:s|ed|ing)? (?:them |us |him |her |staff |(?:the|its|their|each|every) (?:\w+ ){1,2})?"
    r"(?:only |just |a (?:pay )?rise of |an increase of )?$"
)
ORDERED = re.compile(
    r"(?: (?:more|others?|of them|[a-z]+s)){0,2} (?:(?:are|is|were|was) )?(?:still |now )?"
    r"on (?:order|(?:the|their|its) way)\s*(?:[,;.)]|$)"
)
FORESEES = re.compile(
    r"\b(?:sees?|looks? for|reckons? (?:with|on)) (?:[\w'-]+ ){0,4}?"
    r"(?:growth|margin|profits?|sales|revenues?|turnover|inflation|deficit|earnings|loss|output|prices?)\b[^,;.]{0,30}$"
)
COUNTS_ON = re.compile(
    rf"\b(?:is|are) to last {HEDGES}$"
    r"|\b(?:counts?|counting|banks?|banking|betting|reckons?|reckoned|reckoning) on (?:\w+ ){0,3}$"
    rf"|\breckons? with {HEDGES}$"
)
FIRST = re.compile(
    r"\b(?:(?:original(?:ly)?|initial|earlier|previous) (?:\w+ )?date"
    r"|(?:original(?:ly)?|initial|earlier|previous|first) (?:\w+ )?(?:target|deadline|budget|plan|schedule|forecast))"
    r"(?: of| was|,)? $"
)
MOVED = re.compile(
    r"\b(?:rises?|rose|falls?|fell|climbs?|up|down|grew|grows|increased|dropped|drops|due|according|close|jumps?|soars?"
    r"|from|sentenced|next|thanks|owed|owing|added|adds|back|home|return(?:s|ed)?|members?|moves?|moved|lead(?:s|ing)?"
    r"|led|ordered|told|forced|had|has|have|used|able|first|last|only|likely|refused?|fails?|failed) to ",
    re.I,
)
PURPOSE = r"(?:protect|mark|honou?r|celebrate|mourn|commemorate|defend|thank|remember)"  # "banned to protect 220 terns"
NO_VERB = (
    r"(?:the|an?|its|their|his|her|first|second|third|fourth|fifth|last|nearly|almost|about|just|over|under|more|less)"
)
# What a headline gives as the cause has happened: "Shop to close after losing 48 million".
CAUSE = re.compile(
    r"[;:]|,? \b(?:after|following|since|despite|amid|because"
    r"|(?<!many )(?<!much )(?<!few )as(?! (?:many|much|few|little)\b)) "
)
NAMED = re.compile(r"^\W*[^:\d]{3,40}: ")
IN_SHORT = re.compile(
    r"^\W*(?:the [\w' -]{2,40} (?:in (?:figures|numbers|brief|short)|at a glance)"
    r"|(?:key |main |some |technical |project )?(?:facts|figures|data|details|features|numbers)(?: and figures)?"
    r"|(?:at a glance|in (?:figures|numbers|brief|short)|overview|factbox|fact sheet|the project|project profile))\W*$",
    re.I,
)
DOER = re.compile(
    r"^\W*(?:\w+ ){0,2}(?:sales|revenues?|profits?|turnover|employees|staff|workforce|shares?|founded|phone|tel|contact"
    r"|inhabitants|population|site|area)\b",
    re.I,
)
FINITE = frozenset({"VBD", "VBZ", "VBP"})
LISTED = 40
DATED = re.compile(r"\b(?:20\d\d|next|coming|tomorrow)\b", re.I)
PRESENT = ("VBZ", "VBP", "VB")
TO_COME = (*PRESENT, "VBG")  # "is closing it, putting 430 out of work by September"
YEAR = re.compile(r"\b(20\d\d)\b")


def worded(spot: Spot) -> bool:
    """Whether fixed turns of phrase say so."""
    before = spot.before()
    if spot.is_money and ASKED.search(before):
        return True
    if spot.mention.kind in (Kind.PERCENT, Kind.MONEY) and OFFERED.search(before):
        return True
    if spot.mention.kind is not Kind.DATE and ORDERED.match(spot.after()):
        return True
    if FORESEES.search(before):
        return True
    if FIRST.search(before) or COUNTS_ON.search(before) or LABEL.match(spot.words):
        return True
    if spot.sentence.block.kind is BlockKind.HEADING or not finite(spot):
        return OPENING.match(spot.words) is not None or to_do(before)
    return OPENING.match(spot.words) is not None


def to_do(before: str) -> bool:
    """Whether a headline or a list item says that somebody is to do something: "Bank to cut 300 jobs"."""
    tail = CAUSE.split(before)[-1] + " "
    return bool(re.search(rf"\b[\w'.]+ to (?!{NO_VERB} |{PURPOSE} )[a-z]{{2,9}} ", tail)) and not MOVED.search(tail)


def finite(spot: Spot) -> bool:
    """Whether the sentence has a verb that says when."""
    tokens = spot.tree.tokens if spot.tree else ()
    return any(token.tag in ("VBD", "VBZ", "VBP", "MD") for token in tokens)


def tabled(spot: Spot) -> bool:
    """Whether the figure stands in the column or the row of a plan, or in the column of a coming year."""
    block = spot.sentence.block
    if len(block.cells) > 1 and spot.mention.start >= block.cells[0][1]:
        start, end = block.cells[0]
        if ROW.search(spot.page.folded[start:end]):
            return True
    column = column_of(block, spot.mention.start) if block.cells else None
    if column is None or column >= len(block.headers):
        return False
    heading, known = block.headers[column], spot.page.source.published
    years = [int(year) for year in YEAR.findall(heading)]
    return COLUMN.search(heading) is not None or bool(known and years and min(years) > known.year)


def coming(spot: Spot) -> bool:
    """Whether the figure is a date that is still to come, or is given for one in the same phrase or clause."""
    if is_future(spot, spot.mention):
        return True
    return any(
        one is not spot.mention and is_future(spot, one) and together(spot, one)
        for one in spot.page.mentions[spot.number][:LISTED]
    )


def is_future(spot: Spot, mention: Mention) -> bool:
    """Whether a mention is a date after the document's."""
    value, known = mention.value, spot.page.source.published
    return mention.kind is Kind.DATE and isinstance(value, Moment) and known is not None and value.low > known


def together(spot: Spot, date: Mention) -> bool:
    """Whether a figure and a date belong to one noun, or to one verb that is not past."""
    if spot.tree is None or spot.node is None or spot.mention.kind is Kind.DATE:
        return False
    deadline = spot.page.folded[: date.start].endswith((" by ", " by the "))
    if not deadline and not DATED.search(spot.page.folded[date.start : date.end]):
        return False
    first, last = sorted((spot.mention, date), key=lambda one: one.start)
    if re.search(r"[;:]|\b(?:but|while|whereas|and)\b", spot.page.folded[first.end : last.start]):
        return False
    when = spot.tree.top(date.start, date.end)
    if when is None:
        return False
    verbs = verb_of(spot.node), verb_of(when)
    verbs = (meant_by(verbs[0]), verbs[1]) if verbs[0] is not verbs[1] else verbs
    phrase = when.head in (spot.node, spot.node.head) and when.head.is_noun
    if phrase or verbs[0] is not verbs[1]:
        return phrase
    begins = deadline or spot.page.folded[: date.start].endswith((" from ", " on ", " in "))
    return verbs[0] is None or verbs[0].tag in (TO_COME if begins and (deadline or goes_on(verbs[0])) else PRESENT)


def meant_by(verb: Token | None) -> Token | None:
    """The verb whose purpose one tells: "are closing it to replace the rails"."""
    purpose = (
        verb is not None
        and verb.tag == "VB"
        and verb.dep == "advcl"
        and verb.word("mark") == "to"
        and verb.head.is_verb
    )
    return verb.head if verb is not None and purpose else verb


def goes_on(verb: Token) -> bool:
    """Whether a verb tells of what is under way or arranged: "is cutting 40 jobs from 1 May"."""
    return any(child.low in ("is", "are", "'s", "'re", "am", "'m") for child in verb.of("aux"))


def sums_up(spot: Spot, opening: str) -> bool:
    """Whether a list sums up what is not there yet: "Key facts" below the news of a bridge that is to be built."""
    named = IN_SHORT.search(opening)
    told = spot.mention.kind in (Kind.DATE, Kind.ORDINAL) or DOER.match(spot.words) or YEAR.search(spot.words)
    if named is None or told or not (spot.sentence.block.cells or NAMED.match(spot.words)):
        return False
    known = things(spot.page)
    return any(number < spot.number for number in known.values())


def tells(token: Token) -> bool:
    """Whether a verb, with its helpers, tells what is or was: "are vaccinated", "have died"."""
    helpers = (child.tag for child in token.of("aux", "aux:pass", "cop"))
    return token.tag in FINITE or any(tag in FINITE for tag in helpers)


def below_plan(spot: Spot, chain: list[Token]) -> bool:
    """Whether the figure stands in an item of a list or a row of a table that opens with a plan."""
    kind = spot.sentence.block.kind
    if DONE.search(spot.words) or kind not in (BlockKind.ITEM, BlockKind.ROW) or any(tells(token) for token in chain):
        return False
    parts = spot.page.sentences
    for number in range(spot.number - 1, max(-1, spot.number - LISTED), -1):
        part = parts[number]
        if part.block.kind is not kind:
            opening = spot.page.folded[part.start : part.end].rstrip()
            title = part.block.kind is BlockKind.HEADING and part.block.level == 1 and not opening.endswith(":")
            opens = PROMISE if title else PREFACE
            headed = part.block.kind is BlockKind.HEADING and kind is BlockKind.ITEM
            if sums_up(spot, opening):
                return True
            if OURS.match(opening) and kind is BlockKind.ITEM:
                return True
            return (opening.endswith(":") or headed) and bool(opens.search(opening))
    return False
