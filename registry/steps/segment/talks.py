"""Talks: who speaks in the lines of a transcript or an interview, and where the words of each turn begin.

A newcomer's mistake: every word before a colon. "Length: 48 m" opens a line of facts; a speaker opens several lines,
has a name of two words or stands in capitals, and there are two speakers at least. In the records of parliaments a full
stop stands behind the name: "Senator REYES. How many?".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from registry.model.span import Sentence

FEWEST, LABEL = 3, 100
UPPER = "A-ZÀ-ÖØ-ÞĆČĎĐĘĚĞİŁŃŇŘŚŞŠŤŮŹŻŽ"
WORD = rf"[{UPPER}][^\W\d_]*(?:['-][^\W\d_]+)*"
RANKS = (
    r"Mrs?|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Hon|Rep|Sen|Gov|Gen|Senator|Representative|Delegate|Governor"
    r"|Congress(?:wo)?man|General|Admiral|Colonel|Major|Captain|Lieutenant|Commander|Sergeant|Sheriff|Chief|Judge|Justice"
    r"|Ambassador|Secretary|Minister|Chair(?:(?:wo)?man)?|President|Speaker|Commissioner|Director|Mayor|Deputy|Inspector"
    r"|Council(?:(?:wo)?man|member|lor)"
)
OPENER = re.compile(
    r"(?:\[?\d{1,2}[:.]\d\d\]? )?(?:Q?\d{1,3}[.)]? )?"  # [10:42], Q12
    rf"(?:(?P<office>{WORD}(?: (?:of|for|the|and|{WORD})){{0,9}}(?:(?<= the) [a-z]+)?)"
    rf" \((?P<holder>{WORD}\.?(?: {WORD}){{1,3}})\) ?: "
    rf"|(?P<who>[{UPPER}][{UPPER} .&'-]{{1,40}}|Q|A|(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Cllr|Prof)\.? )?"
    rf"{WORD}(?: (?:& )?{WORD}){{0,3}})"
    r"(?: \([^()]{2,50}\)|(?:,| -) (?P<rank>[^,:()\n]{3,40}(?:, [^,:()\n]{3,40})?))? ?: "
    rf"|(?P<post>{WORD}(?: (?:of|for|the|and|{WORD})){{2,9}}) ?: "  # The Minister of State:
    r"|(?P<letter>[QA])\. (?=[\"\w])"  # "Q. How many?", in the transcripts of courts
    rf"|(?:{RANKS})\.? (?P<floor>(?:Mc|Mac|De|Van |[A-Z]')?[{UPPER}]{{2,}}(?:[ '-][{UPPER}]{{2,}})*)"
    rf"(?: of {WORD}(?: {WORD})?)?(?: \([^()]{{2,60}}\))?\.(?: |$))"  # "Mr. REYES of Arden. I thank the witness."
)
OFFICE = re.compile(
    r"\b(?:Minister|Secretary|Chair\w*|Director|President|Mayor|Head|Chief|Commissioner|Counsel|Officer|Manager|Governor"
    r"|Attorney|General|Treasurer|Clerk|Leader|Speaker|Executive|Spokes\w+|Ministerin|Präsident\w*|of|for)\b"
)
POST = re.compile(OFFICE.pattern.replace(r"|of|for)", ")"))
HONORIFIC = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Cllr|Prof)\.? (?=[A-Z])")


class Turn(NamedTuple):
    """A turn in a talk: who speaks, without "Ms" and not in capitals, where the words begin, and whether an office
    stands behind the name."""

    who: str
    start: int
    ranked: bool = False


def turns(text: str, sentences: Sequence[Sentence]) -> dict[int, Turn]:
    """The turns of a talk by the number of the sentence that opens them; none where the text is no talk."""
    hits = {number: hit for number, part in enumerate(sentences) if (hit := opener(text, part))}
    often = Counter(labelled(hit) for hit in hits.values())
    kept = {number: hit for number, hit in hits.items() if takes_turns(hit, often)}
    people = {plain(hit["office"]): labelled(hit) for hit in kept.values() if hit["office"]}
    alone = len({labelled(hit) for hit in kept.values()}) < 2
    if len(kept) < FEWEST or (alone and not are_answers(text, sentences, kept)):
        return {}
    said = {number: labelled(hit) for number, hit in kept.items()}
    return {
        number: Turn(named(people.get(plain(who), who)), kept[number].end(), bool(kept[number]["rank"]))
        for number, who in said.items()
    }


def plain(office: str) -> str:
    """An office without its article, in small letters."""
    return office.lower().removeprefix("the ")


def are_answers(text: str, sentences: Sequence[Sentence], places: Iterable[int]) -> bool:
    """Whether the lines of a single speaker mostly follow questions: only who answers is named in such a talk."""
    asked = [at > 0 and text[sentences[at - 1].start : sentences[at - 1].end].rstrip().endswith("?") for at in places]
    return 2 * sum(asked) >= len(asked)


def spoken(text: str, sentences: Sequence[Sentence]) -> Sequence[Sentence]:
    """The sentences, those that open a turn in a talk without the speaker's name."""
    opened = turns(text, sentences)
    if not opened:
        return sentences
    return [replace(part, start=said(opened[at], part)) if at in opened else part for at, part in enumerate(sentences)]


def said(turn: Turn, part: Sentence) -> int:
    """Where a sentence begins without the speaker's name; one that is nothing else stays as it is."""
    return turn.start if turn.start < part.end else part.start


def opener(text: str, part: Sentence) -> re.Match[str] | None:
    """The words before a colon that a sentence opens with."""
    end = min(part.end, part.start + LABEL)
    marked = text.find(":", part.start, end) > 0 or text.startswith(("Q. ", "A. "), part.start)
    marked = marked or (text.find(".", part.start, end) > 0 and loud(text[part.start : end]))
    return OPENER.match(text, part.start, end) if marked else None


def loud(words: str) -> bool:
    """Whether the second word of a line stands in capitals: "Mr. REYES.", "Senator McCOY (Chair)."."""
    second = words.partition(" ")[2][1:3]
    return second != second.lower()


def labelled(hit: re.Match[str]) -> str:
    """Who speaks by a label: the name in the brackets behind an office, else what stands before the mark."""
    office = hit["office"] or ""
    held = hit["holder"] if OFFICE.search(office.title() if office.isupper() else office) else None
    return (held or office or hit["who"] or hit["post"] or hit["letter"] or hit["floor"]).strip()  # no constituency


def takes_turns(hit: re.Match[str], often: Counter[str]) -> bool:
    """Whether what stands before a mark can be a speaker: one plain word, or a letter, must open several lines."""
    who = labelled(hit)
    if hit["rank"] and not (" " in who and (POST.search(hit["rank"]) or often[who] > 1)):
        return False  # "New York, United States: 12"
    if hit["post"]:
        return POST.search(who) is not None  # "Cost of the Works:" is none
    return often[who] > 1 if hit["letter"] else " " in who or who.isupper() or often[who] > 1


def named(who: str) -> str:
    """A speaker's name as a text would write it.

    >>> named("MS RUIZ"), named("Mr HOLT"), named("Ana Ruiz")
    ('Ruiz', 'Holt', 'Ana Ruiz')
    """
    bare = HONORIFIC.sub("", who)
    return HONORIFIC.sub("", bare.title() if bare.isupper() and len(bare) > 1 else bare)
