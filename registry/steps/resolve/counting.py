"""The names of a text, counted: those of title and opening more than others, short forms as the long ones.

A newcomer's mistake: counting every word with a capital. One that only begins a sentence may be a plain word.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, partial

from registry.model.document import Source
from registry.model.span import BlockKind, Sentence
from registry.steps.given_names import given_names
from registry.steps.resolve.names import clean_name, places, singular
from registry.steps.resolve.naming import (
    acronyms,
    first_places,
    is_product,
    long_forms,
    names_of_title,
    names_place,
    numbered_names,
    short_forms,
)
from registry.steps.resolve.runs import DULL, HEADS, looks_personal
from registry.steps.resolve.standing import is_media, publisher_of
from registry.steps.resolve.story import LONGEST, Story
from registry.steps.resolve.words import common_nouns, words

SECTION, SNIPPET = 200, 600
TITLE, LEAD = 4, 2
MOST = 0.4
MEMBERS = frozenset({"states parties", "states", "parties", "member states", "members"})
SORT = re.compile(r"[ \n]([a-z]+)\b")
NUMBERED = re.compile(r"\b(?:19|20)\d\d\b|\bQ[1-4]\b")
HEADED = re.compile(r"^([A-Z][\w'&.-]*(?: [A-Z][\w'&.-]*){0,3}):\s")
ENDED, COUNTED = (". ", "? ", "! "), re.compile(r"\d[ \n]$")
PART, PARTED = re.compile(r"\b(?:[Ee]pisode|EPISODE|[Pp]art|[Cc]hapter|[Ii]ssue|[Ss]eason) \d{1,4}: $"), 16
HEARD = frozenset(("commission", "committee", "inquiry", "panel", "board", "council", "department", "ministry"))
CODE, SUM = 3, re.compile(r" \d[\d,.]* (?:thousand|[mb]illion|trillion|bn|m)\b| \d{1,3}(?:,\d{3})+\b")
Found = tuple[Sentence, int, str, bool]


def heads_rows(folded: str, part: Sentence) -> bool:
    """Whether a row only names the columns of those below it."""
    row = part.block.kind is BlockKind.ROW and not part.block.headers and len(part.block.cells) > 1
    return row and not any(char.isdigit() for char in NUMBERED.sub("", folded[part.start : part.end]))


def entitle(story: Story, folded: str, source: Source, main: Sequence[Sentence], titles: Sequence[str]) -> None:
    """Count the names of the title."""
    headed = headed_by(source.title, folded)
    if headed:
        story.names[story.expand(headed)] += TITLE
    for name in numbered_names(folded, source.title):
        story.names[name] += TITLE + sum(1 for _ in places(name, folded))
    for name in titles:
        full = story.expand(name)
        title = source.title or ""
        if name.lower() in words()["capitals.titles"] and (title.startswith(name) or name.isupper()):
            continue  # "Mayor announces cuts", "Former MP jailed"
        if " " in name and is_label(name):
            continue
        begins = title.startswith(name) or f": {name}" in title
        inside = (not begins or acts(title, 0, name)) and not is_plain(name, folded)
        known = full in story.names or " " in name or (inside and (name in folded or names_place(name, title)))
        eventful = singular(name.split()[-1]) in words()["nouns.event"]
        if known and (full in story.names or not eventful) and not (story.names[full] and titled(main, folded, name)):
            story.names[full] += TITLE


def headed_by(title: str | None, folded: str) -> str | None:
    """The name that a title begins with before a colon: "Norwind: good, not great"."""
    hit = HEADED.match(title or "")
    name = clean_name(hit.group(1)) if hit else ""
    if not name or is_plain(name, folded) or name.lower() in DULL | words()["nouns.event"] or name.isdigit():
        return None
    return name if re.search(rf"\b{re.escape(name)}\b", folded, re.I) else None


def is_heading(part: Sentence) -> bool:
    """Whether a part is a heading."""
    return part.block.kind is BlockKind.HEADING


def titled(main: Sequence[Sentence], folded: str, name: str) -> bool:
    """Whether the first heading holds a name, so that it counts there already."""
    heads = (part for part in main[:2] if is_heading(part) and part.block.level <= 1)
    return any(name in folded[part.start : part.end] for part in heads)


def bind(story: Story, folded: str, source: Source, found: Sequence[Found], titles: Sequence[str]) -> None:
    """Tie short forms to long ones."""
    firsts = given_names()
    told = [name for _, _, name, first in found if not first or " " in name or name.lower() in firsts] + [*titles]
    story.full = spoken_of(acronyms(folded[:LONGEST]), folded)
    story.full |= short_forms([*(name for _, _, name, _ in found), *titles], story.full, folded[:LONGEST])
    for name in numbered_names(folded, source.title):
        story.full.setdefault(name.split()[-1], name)
    known = publisher_of(source)
    own = known if known and not is_media(known) else None  # a town is not short for its paper
    begun = first_places((name, start) for part, start, name, _ in found if not is_heading(part))
    for short, full in long_forms(Counter([*told, *([own] if own else [])]), folded[:LONGEST]).items():
        if not is_product(short, full, begun):
            story.full.setdefault(short, full)


def spoken_of(short: dict[str, str], folded: str) -> dict[str, str]:
    """Short forms tied to long ones; where the letters are not those of the long form's words and the text mostly uses
    them, the long one to them: "United Nations Stabilization Mission in Norland (MINUNOR)"."""
    return dict((long, one) if is_name(one, long, folded) else (one, long) for one, long in short.items())


def is_name(short: str, long: str, folded: str) -> bool:
    """Whether a text calls a body by a short form that nobody could spell out."""
    initials = "".join(token[0] for token in long.split() if token[:1].isupper())
    return short.isupper() and short not in initials and folded.count(short) > 2 * folded.count(long)


def weigh(story: Story, folded: str, main: Sequence[Sentence], found: Sequence[Found], proper: frozenset[int]) -> None:
    """Count the names, those in title and opening more than others, and note people, sorts and sections."""
    loose = Counter(name for part, _, name, first in found if not first and not is_heading(part))
    lead = {id(part) for part in [part for part in main if not is_heading(part)][:2]}
    plain, counted, label = cache(partial(is_plain, folded=folded)), cache(folded.count), cache(is_label)  # often asked
    for part, start, name, first in found:
        full = story.expand(name)
        first = first or (is_heading(part) and folded[start - 2 : start] in ENDED) or numbered(folded, start)
        story.places.append((start, start + len(name), full))
        often = first and (len(folded) <= SNIPPET or (counted(name) > 1 and not is_plural(name)))
        owns = folded.startswith("'s", start + len(name))
        sure = loose[name] or owns or name in story.full or (start in proper and often) or (" " in name or not first)
        if is_heading(part):
            sure = loose[name] or name in story.full or (start in proper and often)
            sure = sure or (first and acts(folded, start, name))
            sure = sure or ((" " in name or not first) and stands_titled(name, folded[part.start : part.end]))
        if not sure or plain(name) or (name not in story.full and label(name)) or is_unit(name, folded, start):
            continue
        sort_after(story, folded, start, name)
        story.names[full] += TITLE if is_heading(part) and part.block.level <= 1 else LEAD if id(part) in lead else 1
        if looks_personal(full):
            story.people.append((start, full))
        if is_heading(part) and start > SECTION and len(name) > (part.end - part.start) * MOST:
            story.sections.append((part.start, full))


def numbered(folded: str, start: int) -> bool:
    """Whether a word begins the title of a part: "Episode 88: Sunk costs"."""
    return folded[start - 2 : start] == ": " and PART.search(folded, max(0, start - PARTED), start) is not None


def stands_titled(name: str, heading: str) -> bool:
    """Whether a heading that is not all in capitals has a name, perhaps within a longer run of words with capitals."""
    return any(name in run for run in names_of_title(heading))


def is_label(name: str) -> bool:
    """Whether words with capitals only say what office or what sort of text it is: "CEO", "Final Report"."""
    low = [singular(word) for word in name.lower().split()]
    table = words()
    if len(low) == 1:
        office = name.lower() in table["capitals.titles"] or name.lower() in table["publishers.common"]
        return office or (name.isupper() and low[0] in HEADS)
    office = all(word in table["capitals.titles"] | HEADS for word in low)
    if low[1] == "of" and low[0] in table["titles.texts"] and low[-1] in HEARD:
        return True  # "Report of the Commission"
    return office or (low[-1] in table["titles.texts"] and all(word in table["titles.kinds"] for word in low[:-1]))


def is_unit(name: str, folded: str, start: int) -> bool:
    """Whether letters in capitals beside a figure are its unit: "a turbidity of 2.8 NTU", "ISK 12 million"."""
    if not name.isupper() or not name.isalpha():
        return False
    before = len(name) == CODE and SUM.match(folded, start + len(name)) is not None
    return before or COUNTED.search(folded, max(0, start - 3), start) is not None


def sort_after(story: Story, folded: str, start: int, name: str) -> None:
    """Note that a name is followed by what it is: "Norwind group"."""
    follows = SORT.match(folded, start + len(name), start + len(name) + 20)
    if follows and follows.group(1) in words()["nouns.generic"]:
        story.sorts.setdefault(follows.group(1), name)


def is_plain(name: str, folded: str) -> bool:
    """Whether a single capitalised word is a plain noun: "Council", "Children", "Captain"."""
    low = name.lower()
    if low in MEMBERS or low.startswith("ex-"):
        return True
    if " " in name or name.isupper():
        return False
    if low in words()["capitals.plain"]:
        return True
    return singular(low) in common_nouns() or (
        low in folded and re.search(rf"\b{re.escape(low)}s?\b", folded) is not None
    )


def is_plural(name: str) -> bool:
    """Whether a single word looks like a plain plural: "Seismologists"."""
    return " " not in name and name.endswith("s") and not name.endswith(("ss", "us", "is"))


def acts(folded: str, start: int, name: str) -> bool:
    """Whether a headline begins with the name of somebody who does something: "Norwind cuts 300 jobs", and is no noun
    phrase: "Main figures", "Alleged abusers, by group"."""
    follows = re.match(r" ([a-z]+s) [\w\"'$\u00a3\u20ac]", folded[start + len(name) : start + len(name) + 30])
    return follows is not None and not name.endswith("s")
