"""Vetoes of layout: rows, labels and days that only head another figure.

A newcomer's mistake: treating a row as a sentence. Two rows of one document are two things.
"""

from __future__ import annotations

import re

from registry.model.moment import Moment, Precision
from registry.steps import values
from registry.steps.match.about import labels
from registry.steps.match.profile import SPEAKERS, Profile
from registry.steps.match.told import other_numbers
from registry.steps.match.words import stems

# "$36m - amount for each state", "1931 Norland joins": lines that open with a figure which is theirs alone.
ITEM = re.compile(r"\W?\d[\d.,]*(?: ?(?:%|[a-z]{1,8}))? [-\u2013\u2014] |(?:1\d|20)\d\d:? [A-Z]")
FRAMES = ("as of", "as at", "status:")
COMPARED = re.compile(
    r"\b(?:(?:up|down) from|compared (?:with|to)|against|than) (?:(?:about|some|just) )?\W?\d[^;.]{0,30} in$"
)
OF = re.compile(r"(?:^|\bof|\bthe|\ba|['’]s)$")  # "the quake of 3 May", "the 3 May quake"
BY = re.compile(r"(?:^|\b)(?:by|until)(?: the)?(?: end of| beginning of)?$", re.IGNORECASE)
OPENS = "in"  # all that stands before a month or a year that a sentence begins with


def one_label(left: Profile, right: Profile) -> str | None:
    """One document has two entries with the same label: they are about two things."""
    if left.document != right.document or (
        left.sentence_start == right.sentence_start and not (left.label and left.row)
    ):
        return None
    same = bool(left.label) and left.label == right.label
    return (
        "one document has two entries with this label"
        if same and not values.compare(left.value, right.value).meets
        else None
    )


def other_event(left: Profile, right: Profile) -> str | None:
    """A day that only says for when something else holds is no day of an event."""
    if left.dimension not in ("date", "clock") or values.compare(left.value, right.value).meets:
        return None
    framed = any(frames(seen) for seen in (left, right))
    return "one day only says for when something else holds" if framed else None


def frames(seen: Profile) -> bool:
    """Whether a day says for when a level or what it is compared with holds: "as of 3 May", "up from 36 in 2023". What
    will be so "as of 1 October" begins then."""
    level = seen.frame[0].endswith(FRAMES) and seen.status != "planned"
    return level or COMPARED.search(seen.frame[0]) is not None


def only_labels(left: Profile, right: Profile) -> str | None:
    """Two days that only say for when other, different figures hold, and not when one thing was done ("opened on 20
    June", "opened on 10 June")."""
    if left.dimension != "date" or values.compare(left.value, right.value).meets:
        return None
    if (left.acts & right.acts or one_deed(left, right)) and not left.frame[0] == right.frame[0] == OPENS:
        return None  # but "In March 410 people died"
    if by_then(left) and by_then(right):
        return None  # "to 67 by 2035", "to 66 and a half by 2036"
    return "each day only says for when another figure holds" if other_numbers(left, right).value else None


def by_then(seen: Profile) -> bool:
    """Whether a day is the last one for what is planned."""
    return seen.status == "planned" and BY.search(seen.frame[0]) is not None


def one_deed(left: Profile, right: Profile) -> bool:
    """Whether two days are those on which, or until which, one thing was so ("under control on 1 August"), and not what
    tells two things of a sort apart ("the quake of 1998")."""
    told = (isinstance(seen.value, Moment) and seen.value.precision is Precision.DAY for seen in (left, right))
    return bool(left.heads & right.heads) and all(told) and not any(OF.search(seen.frame[0]) for seen in (left, right))


def no_event(left: Profile, right: Profile) -> str | None:
    """Two days in sentences with figures that hang on nothing that is named."""
    if left.dimension != "date" or values.compare(left.value, right.value).meets:
        return None
    if left.acts & right.acts and not left.frame[0] == right.frame[0] == OPENS:  # "In March 410 people died"
        return None
    bare = not (left.heads or right.heads or left.things or right.things)
    return "neither day is that of an event" if bare and left.numbers and right.numbers else None


def two_rows(left: Profile, right: Profile) -> str | None:
    """Two rows of one document with different values are about two things, unless two sources are quoted."""
    if left.document != right.document or left.sentence_start == right.sentence_start:
        return None
    if not (left.row and right.row) and not (item(left) and item(right)):
        return None
    quoted = left.speaker != right.speaker and any(source_like(seen) for seen in (left, right))
    if quoted or values.compare(left.value, right.value).meets:
        return None
    return "one document has two rows for them"


def item(seen: Profile) -> bool:
    """Whether a sentence is an item of a list of figures ("42 - the number of nationalities") or of a chronicle."""
    return ITEM.match(seen.words) is not None


def source_like(seen: Profile) -> bool:
    """Whether who is said to give the figure of a row may do so: the label of a row ("Daily charges") is read as a
    source where it looks like one only if it names a body or has a name in it."""
    words = (seen.speaker or "").split()
    named = any(not word[:1].islower() for word in words[1:]) or any(word.isupper() for word in words)
    return bool(words) and (named or bool(set(stems(seen.speaker or "")) & SPEAKERS) or not headed(seen))


def headed(seen: Profile) -> bool:
    """Whether the label of a row is the name of who is said to give its figure."""
    return bool(seen.label) and set(stems(seen.speaker or "")) <= set(seen.label.split())


def named_twice(left: Profile, right: Profile) -> str | None:
    """One sentence names two things that it counts."""
    if left.document != right.document or left.sentence_start != right.sentence_start:
        return None
    if not left.named or not right.named or left.named & right.named:
        return None
    return f"one sentence counts {labels(left.named)} and {labels(right.named)}"
