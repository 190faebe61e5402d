"""What "of", "for", "at" and "to" join to an office: the body or the matter that it is for.

A newcomer's mistake: everything up to the comma. A name ends before the next small word, a noun before the next verb.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from registry.steps.assemble.roles.offices import listed
from registry.steps.given_names import given_names
from registry.steps.resolve.words import words

ARTICLES = frozenset({"the", "a", "an", "its"})
JOINTS = frozenset({"of", "for", "de", "du", "des", "del", "da", "on"})
WORDS = re.compile(r" ([\w.&'/-]+)")
OF = re.compile(
    r" (of|at|for|to) (?!time\b|the (?:time|past|last|first|next)\b|M(?:r|rs|s)\b|many\b|several\b|more\b|over\b|\d)"
)
PLACE = re.compile(r" in (?P<place>(?:the )?[A-Z][\w'-]*(?: (?:and |of )?[A-Z][\w'-]*)*)(?=[,.;:)]| [a-z]|$)")
MOMENT = re.compile(
    r",? (?:(?:at|of) the time|in those days|in \d{4}|since \d{4}|until \d{4}|from \d{4} to \d{4}"
    r"|between \d{4} and \d{4})\b"
)
MOST, LONGEST = 9, 4
NAME_LENGTH = 3  # words of a name that stands right behind a matter
SAINTS = frozenset({"st", "saint", "san", "santa", "santo", "são", "sankt"})


def closing(flat: str, end: int) -> tuple[tuple[str, str, str], str, int]:
    """Whose an office is by the words after it, at which body that is, the word before, where, and the end of all."""
    of, at, joint, place, last = "", "", "", "", end
    if (hit := OF.match(flat, end)) and (stop := complement(flat, hit.end() - 1)):
        of, joint, last = flat[hit.end() : stop], hit.group(1), stop
        if (hit := OF.match(flat, last)) and (stop := complement(flat, hit.end() - 1)) and hit.group(1) != "to":
            at, last = flat[hit.end() : stop], stop
    if hit := PLACE.match(flat, last):
        place, last = hit.group("place"), hit.end()
    if hit := MOMENT.match(flat, last):
        last = hit.end()
    return (of, at, joint), place, last


@dataclass(slots=True)
class Phrase:
    """A name or a noun that is read word by word: where it ends, its small words, and what it waits for."""

    flat: str
    end: int = 0
    small: int = 0
    proud: bool = False
    waits: bool = True

    def takes(self, word: str, start: int, at: int) -> bool:
        """Take a word, if it belongs to the phrase."""
        low = word.lower()
        if low in ARTICLES and self.waits:
            return True
        if low in ("and", "&"):
            return not self.waits and joins(self.flat, at, proud=self.proud)
        if low in JOINTS and not self.waits:
            self.waits = True
            return True
        if low in listed("stops") | ARTICLES | words()["capitals.numbers"] or not self.fits(word, start, at):
            return False
        self.end, self.waits = at, low.endswith(("'s", "s'"))
        self.proud = (self.proud or word[0].isupper()) and not self.waits
        self.small = 0 if self.waits else self.small + word[0].islower()
        return True

    def fits(self, word: str, start: int, at: int) -> bool:
        """Whether a word of a name or a noun may follow those before it."""
        if word[0].isupper():
            return not self.small or self.waits or called(self.flat, start, at)
        if word[0].isdigit() or self.small >= LONGEST or (word.endswith("ed") and not self.waits):
            return False
        return self.waits or not self.proud or word in words()["nouns.generic"]


def complement(flat: str, at: int) -> int:
    """Where the name or the noun ends that begins behind a place; 0 where none does."""
    phrase, start = Phrase(flat), at
    for _ in range(MOST):
        hit = WORDS.match(flat, at)
        if hit is None:
            break
        stopped = len(hit.group(1).rstrip(".")) > 2 and hit.group(1).endswith(".")
        at = hit.end() - stopped
        if not phrase.takes(hit.group(1).rstrip(".") or ".", hit.start(), at) or stopped:
            break
    return before_name(flat, start, phrase.end)


def before_name(flat: str, start: int, end: int) -> int:
    """Where a matter ends that a name follows at once: "Minister of Health Ana Ruiz"."""
    parts = [*re.finditer(r"[^ ]+", flat[start:end])]
    low = [part.group().lower() for part in parts]
    for at in range(1, len(parts) - 1):
        rest = parts[at:]
        if len(rest) > NAME_LENGTH or not all(part.group()[0].isupper() for part in rest):
            continue
        known = low[at] in given_names() and low[at - 1].rstrip(".") not in SAINTS
        if (known or all(word in listed("fields") for word in low[:at])) and not set(low[at:]) & bodies():
            return start + parts[at - 1].end()
    return end


def bodies() -> frozenset[str]:
    """Words of bodies and places, which no name of a person has."""
    return listed("nobody") | words()["nouns.bodies"] | words()["publishers.bodies"] | words()["nouns.places"]


def called(flat: str, start: int, end: int) -> bool:
    """Whether a single capitalised word is the name of the body before it: "the union SEP"."""
    noun = flat[:start].rsplit(" ", 1)[-1]
    return noun in words()["nouns.bodies"] and re.match(r"[,.;)]|$| [a-z]", flat[end:]) is not None


def joins(flat: str, at: int, *, proud: bool) -> bool:
    """Whether what follows "and" belongs to the same name or noun: "fisheries and coastal affairs"."""
    if proud:
        return re.match(r" (?:the )?[A-Z]", flat[at : at + 8]) is not None
    hit = re.match(
        r" ([a-z][\w-]*)((?: [a-z][\w-]*)?)(?=[,.;:)]|$| (?:in|at|for|of|who|said|says|told|is|was|has)\b)", flat[at:]
    )
    return hit is not None and not {hit.group(1), hit.group(2).strip()} & (listed("stops") | ARTICLES)
