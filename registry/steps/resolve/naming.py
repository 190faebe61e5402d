"""The names of a text: where they stand, what their short forms stand for.

A newcomer's mistake: counting every capitalised word. A sentence's first word, months and nationalities name nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from registry.model.span import Sentence
from registry.steps.resolve.names import POSSESSIVE, clean_name, singular
from registry.steps.resolve.words import words

NAME = re.compile(
    r"\b[A-Z][\w'&.-]*[\w]"  # a capitalised word
    r"(?:[ \n](?:(?:of|for|de|du|des|del|and|on|the|&)[ \n](?:the[ \n])?(?=[A-Z]))?"  # perhaps with "of the"
    r"[A-Z][\w'&.-]*[\w])*"  # and more of them
)
NUMBERED = re.compile(
    r"\b([A-Z][a-z]+) \d{1,3}\b(?![.,/:%]?\d| (?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December|%|per|percent))(?: [A-Z][a-z]+\b)?"
)
DEFINED = re.compile(r"\(([A-Z][A-Za-z&.-]{1,9})\)")
DULL = words()["capitals.dull"]
TITLES = words()["capitals.titles"]
SHORTENED = frozenset({"prof", "dr", "mr", "mrs", "ms", "rev", "gen", "col", "lt", "sgt", "hon", "st"})
NEAR, LONGEST_RUN = 60, 200
TAILS = ("-based", "-led", "-owned", "-backed", "-born", "-listed")


def names_in(folded: str, part: Sentence) -> list[tuple[int, str, bool]]:
    """The names of a sentence with their places, and whether it begins with them."""
    return [(part.start + at, name, first) for at, name, first in names_of(folded[part.start : part.end])]


def names_of(said: str) -> list[tuple[int, str, bool]]:
    """The names of some words with their places, and whether the words begin with them; none where all is capitals."""
    hits = () if said.isupper() else NAME.finditer(said)
    found = (trimmed(hit, said) for hit in hits)
    return [one for one in found if one is not None]


def trimmed(hit: re.Match[str], said: str) -> tuple[int, str, bool] | None:
    """The name in a run of capitalised words: without titles, number words and what names nothing."""
    start, first = hit.start(), hit.start() < NEAR and not said[: hit.start()].strip(" \"'([*-")
    tokens = hit.group().replace("\n", " ").split(" ")
    if len(tokens) > LONGEST_RUN:
        return None
    while tokens and opens_nothing(tokens):
        start, tokens, first = start + len(tokens[0]) + 1, tokens[1:], False
    while tokens and (empty(tokens[-1]) or tokens[-1][:1].islower()):
        tokens.pop()
    while len(tokens) > 1 and tokens[0].lower().rstrip(".") in TITLES:
        start, tokens = start + len(tokens[0]) + 1, tokens[1:]
    owner = next((place for place, token in enumerate(tokens[:-2]) if token.endswith("'s")), None)
    if owner is not None:
        gone = tokens[: owner + 1]
        start, tokens, first = start + sum(map(len, gone)) + len(gone), tokens[owner + 1 :], False
    if len(tokens) > 2 and tokens[1] == "of" and is_plural(tokens[0]):
        start, tokens, first = start + len(tokens[0]) + 4, tokens[2:], False
    if "and" in tokens and singular(tokens[-1]) not in words()["nouns.generic"]:
        tokens = tokens[: tokens.index("and")]
    loud = len(tokens) > 1 and all(token.isupper() for token in tokens)
    name = with_noun(clean_name(" ".join(tokens)), said[hit.end() : hit.end() + NEAR])
    short = name.lower().rstrip(".") in SHORTENED
    return (start, name, first) if len(name) > 1 and not (loud or short) and len(tokens) <= 8 else None


def opens_nothing(tokens: Sequence[str]) -> bool:
    """Whether the first word of a run belongs to no name: "of", "January", "Three"."""
    return tokens[0][:1].islower() or (empty(tokens[0]) and not is_first_name(tokens))


def is_first_name(tokens: Sequence[str]) -> bool:
    """Whether a word that could be a short month is a first name: "Jan Berg"."""
    return tokens[0] == "Jan" and len(tokens) > 1 and tokens[1][:1].isupper() and not empty(tokens[1])


def empty(token: str) -> bool:
    """Whether a capitalised word names nothing: an article, a month, a number word."""
    plain = POSSESSIVE.sub("", token.lower()).rstrip(".")
    return plain in DULL or is_number(token) or plain.endswith(TAILS)


def is_plural(token: str) -> bool:
    """Whether a word is a plain plural: "Shops of"."""
    low = token.lower()
    return low.endswith("s") and singular(low) != low


def with_noun(name: str, after: str) -> str:
    """A name with the small noun that belongs to it: "Elizabeth line"."""
    follows = re.match(r" ([a-z]+)\b", after)
    return f"{name} {follows.group(1)}" if name and follows and follows.group(1) in words()["nouns.proper"] else name


def is_number(token: str) -> bool:
    """Whether a capitalised word is a number word: "Sixty-eight"."""
    return all(part in words()["capitals.numbers"] for part in token.lower().split("-"))


def names_of_title(title: str | None) -> list[str]:
    """The names of a title that is not written in capitals throughout."""
    tokens = [token for token in (title or "").split() if token[:1].isalpha()]
    capitals = sum(token[:1].isupper() for token in tokens)
    if not title or (len(tokens) > 3 and capitals > len(tokens) * 0.7):
        return []
    return [name for _, name, _ in names_of(title)]


def numbered_names(folded: str, title: str | None) -> list[str]:
    """Names with a number that a title holds and the text repeats: "Line 7 East", "Osprey 3"."""
    hits = (hit for hit in NUMBERED.finditer(title or "") if not empty(hit.group(1)))
    known = (hit.group() for hit in hits if hit.group(1).lower() not in words()["capitals.counted"])
    return [name for name in known if len(re.findall(rf"\b{re.escape(name)}\b", f"{title} {folded}", re.I)) > 1]


def acronyms(folded: str) -> dict[str, str]:
    """Short forms that the text defines: "International Criminal Court (ICC)"."""
    found: dict[str, str] = {}
    for hit in DEFINED.finditer(folded):
        short = hit.group(1)
        before = folded[max(0, hit.start() - 120) : hit.start()].replace("\n", " ").rstrip()
        name = spelled_out(before, short)
        if name:
            found.setdefault(short, name)
    return found


def spelled_out(before: str, short: str) -> str | None:
    """The last words before a bracket whose initials spell the short form."""
    tokens = before.split(" ")
    letters = [letter.lower() for letter in short if letter.isalpha()]
    for size in range(len(letters), min(len(letters) + 5, len(tokens)) + 1):
        run = tokens[-size:]
        big = [token[0].lower() for token in run if token[:1].isupper()]
        if big == letters and run[0][:1].isupper():
            return clean_name(" ".join(run))
    last = re.findall(r"(?:[A-Z][\w'-]*(?: (?:of|for|the|and) )?(?: )?)+$", before)
    initials = [token[0].lower() for token in (last[0].split() if last else []) if token[:1].isupper()]
    return clean_name(last[0]) if initials and initials[0] == letters[0] and len(initials) > 1 else None


def short_forms(names: Sequence[str], known: dict[str, str]) -> dict[str, str]:
    """Surnames and other last words, each tied to the longer name that is used most."""
    counted = Counter(names)
    found: dict[str, str] = {}
    for name, _ in counted.most_common():
        tokens = name.split()
        if 2 <= len(tokens) <= 3 and looks_personal(name) and tokens[-1] not in known:
            found.setdefault(tokens[-1], known.get(name, name))
    return {short: full for short, full in found.items() if counted[short]}


def long_forms(counted: Counter[str], folded: str) -> dict[str, str]:
    """First words of longer names, each tied to the one name that begins with it: "Norwind" and "Norwind Energy"."""
    found: dict[str, str] = {}
    for name in counted:
        longer = [one for one in counted if one.startswith(f"{name} ") and len(one.split()) <= len(name.split()) + 2]
        if len(longer) != 1 or " and " in longer[0]:
            continue
        placed = re.search(rf"\b(?:in|at|near|from|across|outside)\s+{re.escape(name)}\b(?! [A-Z])", folded)
        if not placed:
            found[name] = longer[0]
    return found


def looks_personal(name: str) -> bool:
    """Whether a name could be a person's: two or three plain capitalised words, none of them an organisation's."""
    tokens = name.split()
    low = {singular(token) for token in tokens}
    plain = all(
        token[0].isupper() and not token.isupper() and token.replace("-", "").replace("'", "").isalpha()
        for token in tokens
    )
    return 2 <= len(tokens) <= 3 and plain and not low & (words()["nouns.generic"] | words()["nouns.event"])
