"""Figures that are the age of a person, without a word that says so: "she was sixteen", "a nurse of 28".

A newcomer's mistake: any small number behind a name. It must be all that is said of one person, or stand apart.
"""

from __future__ import annotations

import re
from decimal import Decimal

from registry.model.quantity import Quantity
from registry.steps.assemble.spot import Attribute, Spot, climb, subject_of
from registry.steps.parse.tree import Token
from registry.steps.resolve import looks_personal
from registry.steps.resolve.names import noun_phrase, singular
from registry.steps.resolve.words import words

LESS = re.compile(r"\b(?:half|third|quarter) (?:of|as)\b")
AGES = re.compile(
    r"\b(?:people|persons|men|women|children|adults|those|residents|patients|infants|anyone|everyone|aged|are)\s*$",
    re.I,
)
LIMIT = re.compile(r"(?:under|over|below|above|at least|younger than|older than|between)\b", re.I)
ANYONE = re.compile(r"\b(?:anyone|anybody|everyone|people|persons|children|adults) of$", re.I)
ONWARDS = (" or over", " or older", " or above", " or under", " or younger", " and over", " and older")
MYSELF = re.compile(r"\bI(?:['’]m| am)(?: (?:only|just|now|nearly|almost|already))? $")
AT = re.compile(r"(?:^|[.;:!?(\"“—–] ?)At $")
WHEN = re.compile(
    r"\b(?:when|since|before|until|till|because|while|though) (?:s?he|I) (?:was|turned) (?:just |only )?$"
)
GOES_ON = re.compile(r"\s*(?:[,.;:)]|$|(?:and|so|but|when|because|or|who|that|in|at|on|from|by|his|her|the|he|she)\b)")
THEN = re.compile(
    r",? that(?:'s| is| was)\b"
    r"|,? s?he\b(?! (?:left|arrived|went|reached|dropped|returned|rang|woke|called|set|started)\b)"
)
# What people do at an age: "had her first child at 24".
BY_AGE = re.compile(
    r"\b(?:child|baby|debut|married|wed|retired|retires?|died|dies|widowed|orphaned|emigrated|graduated|ordained|crowned)\b"
    r"[^.;:,\d]{0,40}\bat $",
    re.I,
)
ALL_OF_THEM = re.compile(r",? (?:all|both|each|most|mostly|many|some)(?: of them)?(?: aged)?$", re.I)
AVERAGE = re.compile(r"\s*on average\b")
AGE_BEFORE = re.compile(r"\baged \d{1,2}(?:, \d{1,2})*,? (?:and )?$", re.I)  # "aged 19 and 23"
LISTED = re.compile(r"^(?:, \d{1,2})*,? and \d{1,2}\s*(?:[,.;)]|$)")
LAST = re.compile(r"^\s*(?:[,.;)]|$)")
SEVERAL = re.compile(r"\b([a-z]+)(?P<listed>, (?:\d{1,2}, )*(?:\d{1,2},? and )?)$")  # "two brothers, 19 and 23, are"
PARENTS = frozenset(
    {"father", "mother", "parent", "dad", "mum", "mom", "grandfather", "grandmother", "grandparent", "widow", "widower"}
)
EXTREME = re.compile(
    r"\b(?:youngest|oldest|eldest)(?: of (?:(?:them|whom|these|those)(?: (?!was|is)[a-z]+){0,3}|the [a-z]+))?"
    r"(?: (?:member|person|one|victim|passenger|player|pupil|patient|child)"
    r"(?: of (?:the|them|their|his|her)(?: [a-z]+)?)?)?"
    r"(?:,| is| was| being| aged| just| only)* ?$",
    re.I,
)
FOREMOST = re.compile(r"\b(youngest|oldest|eldest)\b[^.;:\d]{0,40}$", re.I)
TO_AGE = frozenset({"to", "from", "at", "of", "is", "was"})
MANY = 15  # nobody is a mother at fourteen, and few have fifteen children
FINITE = ("VBD", "VBZ", "VBP", "MD")
MEN = frozenset({"men", "women", "children", "people"})
# Of whom nothing but years is told so: a teacher of 30 has pupils.
YOUNG = frozenset(
    {"boy", "girl", "lad", "lass", "kid", "child", "youth", "youngster", "man", "woman", "baby", "toddler"}
)
PERSONS = frozenset({"he", "she", "i", "who"})
TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Lady)\.? (?:[A-Z][\w'-]+ )?$")
OLDEST = 110


def is_age(spot: Spot) -> bool:
    """Whether a figure is the age of a person: "she was sixteen", "a nurse of 28", "Lind, now 45, said"."""
    value = spot.mention.value
    if (
        not isinstance(value, Quantity)
        or value.quantum
        or not 0 < abs(value.low if value.low is not None else value.high or Decimal(0)) <= OLDEST
    ):
        return False
    before = spot.before().rstrip().lower()
    said = spot.page.folded[spot.mention.start : spot.mention.end].lower()
    between = said.startswith("between") and before.endswith(" are")
    if LIMIT.match(said) and not between and (AGES.search(before) or ends_in_persons(ALL_OF_THEM.sub("", before))):
        return before.endswith("aged") or not said.startswith("at least")
    if said.endswith(ONWARDS) and ANYONE.search(before):
        return True
    if before.endswith(" aged") or EXTREME.search(before) or is_listed(spot) or is_told_by(spot):
        return True
    if is_parent(spot):
        return False
    node = climb(spot.node) if spot.node else None
    return node is not None and value.single and (is_said_of(spot, node) or stands_behind(spot, spot.node or node))


def is_told_by(spot: Spot) -> bool:
    """Whether somebody says how old he is, or a sentence opens with it: "I'm eighty-four.", "At 23 she came home"."""
    before, after = spot.before(), spot.after()
    if before.endswith("at ") and BY_AGE.search(before) is not None and LAST.match(after) is not None:
        return True
    mine = before.endswith(" ") and MYSELF.search(before) is not None and LAST.match(after) is not None
    return mine or (before.endswith("At ") and AT.search(before) is not None and THEN.match(after) is not None)


def is_told_when(spot: Spot) -> bool:
    """Whether a clause dates something by an age: "they moved when she was six so that she could see the sea"."""
    before = spot.before()
    if spot.unit != "count" or not before.endswith(("was ", "turned ", "just ", "only ")):
        return False
    return WHEN.search(before) is not None and GOES_ON.match(spot.after()) is not None


def is_listed(spot: Spot) -> bool:
    """Whether a figure is one of several ages: "two men aged 19 and 23", "two brothers, 19 and 23, are"."""
    if AGE_BEFORE.search(spot.before()):
        return True
    hit = SEVERAL.search(spot.before())
    if hit is None or not (ends_in_persons(hit[1]) or hit[1] in MEN):
        return False
    ends = LAST.match(spot.after()) is not None and " and " in hit["listed"]
    return ends or (LISTED.match(spot.after()) is not None and " and " not in hit["listed"])


def is_parent(spot: Spot) -> bool:
    """Whether a figure says how many children somebody has: "a father of four"."""
    value = spot.mention.value
    few = isinstance(value, Quantity) and value.low is not None and value.low < MANY
    last = spot.before().lower().split()[-2:]
    return few and spot.unit == "count" and len(last) == 2 and last[1] == "of" and last[0] in PARENTS


def is_limit(spot: Spot) -> bool:
    """Whether a verb follows people told by their age: "children under five make up half", "a man aged 81 has"."""
    mention = spot.mention
    token = spot.tree.after_place(mention.end) if spot.tree else None
    if spot.unit != "count" or token is None or not goes_on(spot, token):
        return False
    before, own = spot.before().rstrip(), spot.page.folded[mention.start : mention.end]
    told = (
        before.lower().endswith(" aged")
        or AGE_BEFORE.search(spot.before()) is not None
        or (own.lower().endswith(ONWARDS) and ANYONE.search(before) is not None)
        or of_person(before.lower())
        or (LIMIT.match(own) is not None and (AGES.search(before) is not None or ends_in_persons(before.lower())))
    )
    return told and not before.lower().endswith(" are") and is_age(spot)


def goes_on(spot: Spot, token: Token) -> bool:
    """Whether what stands behind a figure is not counted: a verb, and behind "a boy of eight" an adverb or a clause."""
    if token.tag.startswith(("VB", "MD")):
        return token.tag != "VBG"
    before = spot.before().lower()
    return of_person(before) and before.split()[-2] in YOUNG and token.tag.startswith(("RB", "IN", "WP", "WDT"))


def of_person(before: str) -> bool:
    """Whether words end with one person and "of": "a man of 61 suspected of arson"."""
    last = before.split()[-2:]
    return len(last) == 2 and last[1] == "of" and last[0] in words()["nouns.persons"] - words()["nouns.people"]


def of_one(spot: Spot) -> bool:
    """Whether a figure stands behind one person and "of", whatever follows: "the driver, a man of 44, survived"."""
    return of_person(spot.before().lower()) and not is_parent(spot) and LAST.match(spot.after()) is not None


def ends_in_persons(before: str) -> bool:
    """Whether words end with a plural of persons: "one in four nurses under 35"."""
    last = before.split()[-1] if before.split() else ""
    return last.endswith("s") and singular(last) in words()["nouns.persons"] | words()["nouns.people"]


def is_said_of(spot: Spot, node: Token) -> bool:
    """Whether a figure is all that is said of a person: "she was sixteen", "they were 41 on average"."""
    who = node.first("nsubj") if node.first("cop") is not None else None
    if who is None and node.dep in ("obj", "xcomp") and node.head.lemma in ("turn", "become"):
        who = subject_of(node.head)
    if who is None:
        return False
    several = AVERAGE.match(spot.after()) is not None and (who.low == "they" or is_kind(who))
    return several or (is_person(spot, who) and not LESS.search(spot.after()[:24]))


def stands_behind(spot: Spot, node: Token) -> bool:
    """Whether a figure stands behind a person like an age: "a nurse of 28", "Lind, now 45, said"."""
    if node.dep not in ("nmod", "appos") or node.word("case") not in ("of", "") or node.head.end >= spot.mention.start:
        return False
    comma = spot.before().rstrip().endswith((",", ", now", ", then"))
    alone = (
        re.match(
            r"\s*(?:[,.;)]|$|(?:who|whose|with|from|in|had|has|was|is|when|at"
            r"|suspected|accused|arrested|named|believed|known|living|said|died|and)\b)",
            spot.after(),
        )
        is not None
    )
    follows = spot.tree.after_place(spot.mention.end) if spot.tree else None
    alone = alone or (follows is not None and of_person(spot.before().lower()) and goes_on(spot, follows))
    return alone and is_person(spot, node.head) and (node.word("case") == "of" or comma)


def is_person(spot: Spot, who: Token) -> bool:
    """Whether a word stands for one person."""
    if who.low in PERSONS:
        return True
    if who.is_name:
        if TITLE.search(spot.page.folded, max(0, who.start - 30), who.start):
            return True
        name = spot.page.story.name_at(who.start)
        return name is not None and looks_personal(name) and name in {one for _, one in spot.page.story.people}
    return who.tag == "NN" and is_kind(who)


def is_kind(who: Token) -> bool:
    """Whether a noun is one for persons."""
    return singular(who.low) in words()["nouns.persons"] | words()["nouns.people"]


def age_of(spot: Spot) -> Attribute:
    """What age it is, where a noun says so right before: "raise the retirement age to 67"."""
    token = spot.tree.before_place(spot.mention.start) if spot.tree else None
    while token is not None and spot.tree and token.low in TO_AGE:
        token = spot.tree.before(token)
    kind = noun_phrase(token) if token is not None and token.low == "age" else "age"
    if kind == "age" and (first := FOREMOST.search(spot.before())):
        kind = f"{first[1].lower()} age"
    return Attribute(kind, token if kind != "age" else None, "age")


def by_cue(spot: Spot) -> Attribute:
    """The age of somebody "61 years old": of the oldest or the youngest, where the words say so."""
    first = FOREMOST.search(spot.before())
    return Attribute(f"{first[1].lower()} age", None, "age") if first else Attribute("age", None, "cue")
