"""What happened on a date: the act or noun that the date hangs on.

A newcomer's mistake: an attribute for every date. "The bridge opened on 4 May" gives an opening date; in "By 4 May, 312
homes were finished" the date only frames the count, and names nothing.
"""

from __future__ import annotations

import re

from registry.model.moment import Bound, Moment, Precision
from registry.steps.assemble.attribute.acts import SINCE, UNTIL, act, bound, done, event_of
from registry.steps.assemble.attribute.labels import PARTICIPLE, labelled
from registry.steps.assemble.attribute.works import made
from registry.steps.assemble.roles.offices import office_words
from registry.steps.assemble.rows import cell, column_of
from registry.steps.assemble.spot import Attribute, Spot, climb, is_name, verb_of
from registry.steps.parse.tree import Token
from registry.steps.resolve.names import noun_phrase, singular
from registry.steps.resolve.words import words

AS_OF = re.compile(r"\b(?:as of|as at|status:?|(?:leading|running|coming|up) (?:up )?to)(?: the)?\s*$", re.I)
ANEW = re.compile(r"\bopen(?:s|ed|ing)?\b(?: (?:its|the|their) (?:doors|gates))? (?:once more|again)\b")
OPENING = re.compile(r"\bopening ")
FRAMING = frozenset(("before", "after", "since", "following", "during"))


def moment(spot: Spot) -> Attribute:
    """What is dated; an attribute without a name where the date only frames something else."""
    found = dated(spot)
    if not found.name:
        return Attribute(plain(spot.mention.value), found.anchor, "frame")
    if "opening " in found.name and ANEW.search(spot.words):
        found.name = OPENING.sub("reopening ", found.name)
    value = spot.mention.value
    if isinstance(value, Moment) and value.precision is Precision.YEAR and found.name.endswith(" date"):
        found.name = f"{found.name.removesuffix(' date').removesuffix('year').strip()} year".strip()
    if isinstance(value, Moment) and value.clock:
        found.name = f"{found.name.removesuffix('date').removesuffix('time').strip()} time".strip()
    return found


def plain(value: object) -> str:
    """What a date is called of which the sentence says nothing more.

    >>> from datetime import date
    >>> plain(Moment(date(2024, 1, 1), date(2024, 12, 31), Precision.YEAR))
    'year'
    """
    if not isinstance(value, Moment):
        return "date"
    if value.clock:
        return "time"
    return {Precision.YEAR: "year", Precision.PERIOD: "period"}.get(value.precision, "date")


def dated(spot: Spot) -> Attribute:
    """What the date hangs on."""
    told = in_row(spot) or in_column(spot) or on_label(spot) or made(spot.page, spot.number, spot.mention)
    if told:
        return told
    if spot.page.abroad:  # its trees are those of a parser of English
        return Attribute("", None, "frame")
    node = climb(spot.node) if spot.node else None
    inner = [node, *(one for one in node.of("nummod", "nmod", "compound") if spot.holds(one))] if node else []
    linked = node is not None and any(one.first("cop") is not None for one in inner)
    who = next((who for one in inner if (who := one.first("nsubj")) is not None), None) if linked else None
    if who is not None and who.is_noun and not is_name(spot.page, who):
        return Attribute("end date" if bound(spot, UNTIL, Bound.UNTIL) else f"{noun_phrase(who)} date", who, "event")
    if node is None or node.is_root or AS_OF.search(spot.before()):
        return Attribute("", None, "frame")
    head = event_beside(spot) or counted(timeless(node.head))
    if head.is_verb:
        return act(spot, head)
    if head.is_noun and not spot.holds(head):
        return noun(spot, head)
    subject = head.first("nsubj", "nsubj:pass")
    plain = subject is not None and subject.is_noun and not subject.is_name
    return Attribute(f"{noun_phrase(subject)} date" if plain and subject else "", subject, "noun")


def event_beside(spot: Spot) -> Token | None:
    """The event of a clause's frame that has the date, whatever the tree hangs it on: "bought it before the attack on
    8 May", "died following the flooding of the mine on 21 June"."""
    link = spot.tree.before_place(spot.mention.start) if spot.tree else None
    thing = spot.tree.before(link) if spot.tree and link is not None and link.low in ("on", "in", "of") else None
    if thing is None:
        return None
    if singular(thing.low) in words()["nouns.event"] and thing.word("case") in FRAMING:
        return thing
    after = thing.head if thing.dep in ("obj", "nmod") else None
    after = after.head if after is not None and after.is_noun and after.dep == "obj" else after
    return after.first("obj") if after is not None and after.low == "following" else None


def timeless(head: Token) -> Token:
    """What a part of a year or a day hangs on, with a date of its own: "in the spring of 2030", "by the end of May"."""
    at = head
    while (
        at.lemma in words()["frames.times"] and not at.is_root and at.dep in ("nmod", "obl", "obl:unmarked", "compound")
    ):
        at = at.head
    return at


def counted(head: Token) -> Token:
    """The verb above a noun that is only counted in its clause: "had 12 members in 2030"."""
    frame = head.is_noun and (head.first("nummod") is not None or head.lemma in words()["frames.nouns"])
    verb = verb_of(head) if frame or head.lemma in words()["frames.nouns"] else None
    return verb if verb is not None and verb.is_verb else head


def in_row(spot: Spot) -> Attribute | None:
    """What the row of a table of events says of its date: "June 2018 | Indicted"."""
    block = spot.sentence.block
    if len(block.cells) < 2 or column_of(block, spot.mention.start) != 0:
        return None
    start, end = block.cells[1]
    said = re.findall(r"[A-Za-z][\w'-]*", spot.page.folded[start:end].lower())
    name = done(" ".join(said[:2])) or (done(said[0]) if said else None) or " ".join(said[:4])
    return Attribute(f"{name} date", None, "row") if name else None


def in_column(spot: Spot) -> Attribute | None:
    """What the heading of a column or the label of a row says of the dates there: "Ratified", "Verdict"."""
    told = cell(spot)
    if told is None or not told.attribute or re.search(r"\d", told.attribute):
        return None
    label = told.attribute.removesuffix(" person")
    name = event_of(label)
    return Attribute(name if {"date", "day", "time"} & set(name.split()) else f"{name} date", None, "column")


def on_label(spot: Spot) -> Attribute | None:
    """What the label of a date says: "Sentenced: 18 May", "Date of birth: 4 May"."""
    label = labelled(spot)
    if label is None:
        return None
    tokens = label.name.split()
    if len(tokens) == 2 and PARTICIPLE.fullmatch(tokens[0]) and (name := done(tokens[0])):
        return Attribute(f"{tokens[1]} {name} date", None, "label")
    name = event_of(label.name)
    return Attribute(name if {"date", "day", "time"} & set(tokens) else f"{name} date", None, "label")


def noun(spot: Spot, head: Token) -> Attribute:
    """The date of what a noun names."""
    if head.lemma in office_words() and bound(spot, SINCE, Bound.SINCE):
        return Attribute("start in office date", head, "office")
    if (head.is_name and " " not in noun_phrase(head)) or head.lemma in ("cent", "percent", "%", "million", "billion"):
        return Attribute("", head, "frame")
    if head.low == "force" and head.word("case") == "in":
        who = head.first("nsubj")
        thing = noun_phrase(who) if who is not None and who.is_noun and not who.is_name else ""
        return Attribute(f"{thing} entry into force date".strip(), who, "noun")
    name = noun_phrase(head, taboo=(spot.mention.start, spot.mention.end))
    if bound(spot, SINCE, Bound.SINCE):
        return Attribute(f"{name} start date", head, "noun")
    value = spot.mention.value
    long = isinstance(value, Moment) and value.precision is Precision.PERIOD and (value.high - value.low).days > 366
    if long:
        return Attribute(f"{name} period", head, "noun")
    return Attribute(name if name.endswith(("date", "time", "day")) else f"{name} date", head, "noun")
