"""Whether a figure belongs to what is to be: a plan, a target, a forecast, a demand, a budget that has not begun.

A newcomer's mistake: "will" anywhere in the sentence. What depends on the verb of a plan is planned, and so are the
column of a coming year and the items below "Targets:"; what merely describes its doer is not.
"""

from __future__ import annotations

import re

from registry.model.assertion import Kind, Mention
from registry.model.moment import Moment
from registry.model.span import BlockKind
from registry.steps.assemble.rows import column_of
from registry.steps.assemble.spot import Spot, verb_of
from registry.steps.parse.tree import Token
from registry.steps.resolve.words import words

OPENING = re.compile(r"^\W*(?:outlook|forecast|guidance|target|plan|planned|goal|our demand)\b", re.I)
MOVED = re.compile(
    r"\b(?:rises?|rose|falls?|fell|climbs?|up|down|grew|grows|increased|dropped|drops|due|according|close|jumps?|soars?"
    r"|from|sentenced|next|thanks|owed|owing|added|adds|back|home|return(?:s|ed)?|members?|moves?|moved|lead(?:s|ing)?"
    r"|led|ordered|told|forced|had|has|have|used|able|first|last|only|likely|refused?|fails?|failed) to "
)
COLUMN = re.compile(
    r"\b(?:plan|planned|targets?|goals?|forecasts?|budget(?:ed)?|proposed|projected|projection|expected|outlook"
    r"|guidance|estimate[ds]? for|to be)\b",
    re.I,
)
PREFACE = re.compile(
    r"\b(?:will|plans?|planned|targets?|goals|forecasts?|outlook|propos(?:al|als|ed|es)|aims?|to be|expect(?:ed|s)?"
    r"|demands?|when complete|once (?:complete|open|finished)|pledges?|promises?|projected"
    r"|next year|going to|roadmap|guidance)\b",
    re.I,
)
LABEL = re.compile(
    r"^[^:\d]{0,60}(?:(?<=\w )to be [a-z]{3,}(?:ed|en|t|d)\b"
    r"|\b(?:planned|target|forecast|expected|proposed|projected|(?:to|by) 20\d\d)\b)[^:]{0,40}:",
    re.I,
)
COUNTS_ON = re.compile(r"\b(?:counts?|counting|banks?|banking|betting) on (?:\w+ ){0,3}$")
FIRST = re.compile(
    r"\b(?:original(?:ly)?|initial|earlier|previous|first) (?:\w+ )?(?:date|target|deadline|budget|plan|schedule"
    r"|forecast)(?: of| was|,)? $"
)
REACHING = frozenset(
    [
        *(
            "reach",
            "rise",
            "fall",
            "cost",
            "go",
            "lose",
            "exceed",
            "take",
            "hit",
            "climb",
            "grow",
            "face",
            "mean",
            "top",
        ),
        *("bring", "add", "save", "create", "close", "leave", "last", "increase", "double", "earn", "receive", "gain"),
    ]
)
CHOOSING = frozenset({"vote", "support", "back", "choose", "prefer", "elect", "recommend"})
FORECASTS = frozenset({"forecast", "projection", "target", "plan", "guidance", "outlook"})
LISTED = 40
DEEP = 4
DATED = re.compile(r"\b(?:20\d\d|next|coming|tomorrow)\b", re.I)
YEAR = re.compile(r"\b(20\d\d)\b")


def planned(spot: Spot, chain: list[Token]) -> bool:
    """Whether the clause speaks of what is to be."""
    return (
        any(looks_ahead(spot, chain, place) for place in range(len(chain)))
        or tabled(spot)
        or worded(spot)
        or coming(spot)
        or below_plan(spot, chain)
    )


def looks_ahead(spot: Spot, chain: list[Token], place: int) -> bool:
    """Whether a word of the chain makes what hangs on it planned."""
    token = chain[place]
    below = chain[place - 1] if place else None
    doer = below is not None and below.dep == "nsubj" and token.first("aux:pass") is None
    if ahead(token, inner=place > 0 and not doer) or (place < DEEP and bound(token)):
        return True
    return (
        reported(token)
        or might(token)
        or conditional(token, spot.words)
        or (place < DEEP and budgeted(token, dates=spot.mention.kind is Kind.DATE))
    )


def ahead(token: Token, *, inner: bool) -> bool:
    """Whether a token speaks of the future: will, expected, a forecast."""
    table = words()
    helpers = {child.low for child in token.children if child.dep in ("aux", "aux:pass", "cop")}
    who = token.first("nsubj")
    aims = who is not None and expects_noun(who) and who.lemma != "plan" and not helpers & {"was", "were", "had"}
    marked = (child for child in token.children if child.dep in ("amod", "acl", "advmod"))
    if (
        helpers & table["status.planned_auxiliaries"]
        or ("should" in helpers and "have" not in helpers)
        or aims
        or any(one.low in table["status.planned_words"] for one in marked)
    ):
        return True
    if any(child.low in FORECASTS and child.word("case") == "in" for child in token.of("nmod")):
        return True
    return inner and (expects(token) or token.low in table["status.planned_words"])


def expects_noun(token: Token) -> bool:
    """Whether a noun means something planned; "goals" and "demand" also mean what is shot and bought."""
    return token.lemma in words()["status.planned_nouns"] and token.low not in ("goals", "demand")


def expects(token: Token) -> bool:
    """Whether a word expects what hangs on it."""
    table = words()
    if token.is_noun:
        return expects_noun(token)
    if not token.is_verb:
        return False
    if token.lemma in table["status.planned_infinitives"] and token.first("xcomp") is not None:
        return True
    if token.lemma in table["status.asking_verbs"] - table["status.planned_verbs"]:
        return any(child.word("case") == "for" for child in token.of("obl", "nmod"))
    sure = token.tag != "VBG" or token.first("aux") is not None
    purpose = token.dep in ("advcl", "acl", "xcomp") and token.word("mark") == "to"
    return sure and not (purpose and token.lemma == "target") and token.lemma in table["status.planned_verbs"]


def conditional(token: Token, sentence: str) -> bool:
    """Whether a clause says what a plan would bring."""
    would = any(child.dep == "aux" and child.low == "would" for child in token.children)
    return (
        would
        and re.search(r"\b(?:bill|plans?|proposals?|reform|scheme|draft|merger|deal|offer)\b", sentence) is not None
    )


def reported(token: Token) -> bool:
    """Whether a clause tells in the past what somebody said of the future: "said 120 posts would go"."""
    helpers = {child.low for child in token.of("aux")}
    if "would" not in helpers or "have" in helpers or token.lemma in CHOOSING or token.is_root:
        return False
    near = [token.head, *token.of("parataxis")]
    return any(one.is_verb and one.lemma in words()["speech.verbs"] for one in near)


def might(token: Token) -> bool:
    """Whether a clause guesses at the future: "could rise to 300", "may cost"."""
    helpers = {child.low for child in token.of("aux")}
    if "have" in helpers or not helpers & {"could", "may", "might"}:
        return False
    return token.lemma in REACHING or token.head.lemma in ("warn", "fear", "predict", "estimate")


def budgeted(token: Token, *, dates: bool) -> bool:
    """Whether an amount is what a budget provides for."""
    return (
        not dates and token.lemma == "budget" and token.is_noun and token.dep not in ("compound", "nsubj", "nmod:poss")
    )


def bound(token: Token) -> bool:
    """Whether something is to be done: "is to rebuild", "must report", "stands to lose"."""
    helpers = [child for child in token.children if child.dep in ("aux", "mark", "cop")]
    words_ = {child.low for child in helpers}
    if token.dep == "xcomp" and "to" in words_ and token.head.lemma in ("be", "stand", "go"):
        return token.head.lemma != "go" or token.head.tag == "VBG"
    if token.lemma == "stand" and any(child.word("mark") == "to" for child in token.of("xcomp")):
        return True
    return "must" in words_ or ("to" in words_ and bool(words_ & {"is", "are", "was", "were"}))


def worded(spot: Spot) -> bool:
    """Whether fixed turns of phrase say so."""
    before = spot.before()
    if FIRST.search(before) or COUNTS_ON.search(before) or LABEL.match(spot.words):
        return True
    if spot.sentence.block.kind is BlockKind.HEADING or not finite(spot):
        return OPENING.match(spot.words) is not None or to_do(before)
    return OPENING.match(spot.words) is not None


def to_do(before: str) -> bool:
    """Whether a headline or a list item says that somebody is to do something: "Bank to cut 300 jobs"."""
    tail = re.split(r"[;:]", before)[-1] + " "
    return bool(re.search(r"\b[\w'.]+ to [a-z]{2,9} ", tail)) and not MOVED.search(tail)


def finite(spot: Spot) -> bool:
    """Whether the sentence has a verb that says when."""
    tokens = spot.tree.tokens if spot.tree else ()
    return any(token.tag in ("VBD", "VBZ", "VBP", "MD") for token in tokens)


def tabled(spot: Spot) -> bool:
    """Whether the figure stands in the column of a plan or of a coming year."""
    block = spot.sentence.block
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
    if not DATED.search(spot.page.folded[date.start : date.end]):
        return False
    first, last = sorted((spot.mention, date), key=lambda one: one.start)
    if re.search(r"[;:]|\b(?:but|while|whereas|and)\b", spot.page.folded[first.end : last.start]):
        return False
    when = spot.tree.top(date.start, date.end)
    if when is None:
        return False
    verbs = verb_of(spot.node), verb_of(when)
    phrase = when.head in (spot.node, spot.node.head) and when.head.is_noun
    return phrase or (verbs[0] is verbs[1] and (verbs[0] is None or verbs[0].tag in ("VBZ", "VBP", "VB")))


def below_plan(spot: Spot, chain: list[Token]) -> bool:
    """Whether the figure stands in an item of a list that opens with a plan."""
    if spot.sentence.block.kind is not BlockKind.ITEM or any(token.tag in ("VBD", "VBZ", "VBP") for token in chain):
        return False
    parts = spot.page.sentences
    for number in range(spot.number - 1, max(-1, spot.number - LISTED), -1):
        part = parts[number]
        if part.block.kind is not BlockKind.ITEM:
            opening = spot.page.folded[part.start : part.end].rstrip()
            return (opening.endswith(":") or part.block.kind is BlockKind.HEADING) and bool(PREFACE.search(opening))
    return False
