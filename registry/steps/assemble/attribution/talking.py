"""Who speaks in the lines of a transcript or an interview, with the name behind "A:" and "the witness".

A newcomer's mistake: every label for a speaker. Who asks for the paper says nothing himself, and a page of
questions and answers of its own is nobody's talk.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

from registry.model.span import BlockKind
from registry.steps.assemble.attribution.interviews import interviewed, person
from registry.steps.assemble.spot import Page
from registry.steps.resolve import looks_personal
from registry.steps.resolve.names import clean_name
from registry.steps.resolve.words import words

ASKS = frozenset(
    {
        "presenter", "host", "moderator", "interviewer", "q", "question", "reporter", "journalist", "note", "announcer",
        "spokesperson", "spokesman", "spokeswoman", "frage", "moderatorin", "reporterin", "operator", "anchor",
        "newsreader",
    }
)  # fmt: skip
ANSWERS = frozenset({"a", "answer", "antwort", "witness", "the witness", "interviewee", "guest", "gast"})
OWN = re.compile(r"\b(?:I|we|my|our|us|me|I'm|I've|we're|we've|ich|wir|unser\w*|mein\w*)\b", re.I)
NAMED = (
    r"(?P<who>(?:(?:[Tt]he |[a-z]+ |Mr|Mrs|Ms|Dr|Prof|Professor)\.? ?){0,4}"
    r"[A-Z][\w'-]+(?: (?:[A-Z][\w'-]+|van|von|de|der|di|al))* ?[A-Z][\w'-]+)"
)
HEARD = re.compile(
    rf"\b(?i:interview(?:s|ed)?(?: with)?|in conversation with|(?:talks?|spoke|speaks?) (?:to|with)|q&a(?: with)?"
    rf"|questions? (?:to|for)|examination of|testimony of|evidence of|witness:|im gespräch mit"
    rf"|interview mit)[: ]+(?:with )?{NAMED}"
)
SWORN = re.compile(
    r"(?P<who>[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){1,4}),? (?:\([^()]{3,30}\),? )?"
    r"(?:(?:was |being |having been )?(?:duly )?(?:sworn|affirmed|called)|\((?:sworn|affirmed)\))"
)
JUDGE = re.compile(
    r"\b(?i:before(?: the)? (?:hon(?:ou?rable|\.)|judge|justice)|hon(?:ou?rable|\.)|presiding(?: judge)?:?"
    r"|(?:his|her) honou?r(?: judge)?|(?:district |circuit |chief )?judge:?)"
    r" (?P<who>[A-Z][\w'-]+(?: (?:[A-Z]\.|[A-Z][\w'-]+)){1,3})"
)
TITLE = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Herrn?|Frau)\.?", re.I)
REACH = 1_500


def spoken_lines(voices: list[str | None], page: Page) -> list[str | None]:
    """Give the lines of a transcript the speaker that stands before their colon."""
    current, block, said = None, None, ""
    last = max(page.turns, default=-1)
    through = is_transcript(page)
    pair = Pair()
    for number, part in enumerate(page.sentences):
        turn = page.turns.get(number)
        if turn is not None:
            letter = pair.meant(turn.who)
            current = letter or speaker_of(turn.who, page, part.start)
            block, said = part.block, turn.who
            pair = pair.after(turn.who, current, asks=closes_asking(page, number))
        elif part.block is not block:
            block = part.block
            current = current if through and goes_on(page, number, last) and not asks(page, number, said) else None
        voices[number] = voices[number] or current
    return answered(voices, page)


def closes_asking(page: Page, number: int) -> bool:
    """Whether the last sentence of a turn, or of its paragraph, is a question."""
    block, end = page.sentences[number].block, number
    while end + 1 < len(page.sentences) and end + 1 not in page.turns and page.sentences[end + 1].block is block:
        end += 1
    return page.folded[page.sentences[end].start : page.sentences[end].end].rstrip().endswith("?")


class Pair(NamedTuple):
    """The last two who were named in a transcript: who asked, and who answered, for "Q." and "A." behind them."""

    asking: str | None = None
    answering: str | None = None

    def meant(self, label: str) -> str | None:
        """Whom a letter stands for: "MR HOLT: How long? OFFICER N: A year. Q. And then? A. I left."."""
        return {"Q": self.asking, "A": self.answering}.get(label) if self.asking and self.answering else None

    def after(self, label: str, who: str | None, *, asks: bool) -> Pair:
        """The pair once a turn was heard."""
        if label in ("Q", "A") or who is None:
            return self
        if asks:
            return Pair(who, None if self.answering == who else self.answering)
        return self._replace(answering=who) if self.asking and who != self.asking else self


def answered(voices: list[str | None], page: Page) -> list[str | None]:
    """Give the passages of an interview without labels whoever is heard there, or asks."""
    who, answers, asked = interviewed(page)
    for name, passages in ((who, answers), ("interviewer", asked)):
        for passage in passages:
            for number in range(passage.first, passage.end):
                voices[number] = voices[number] or name
    return voices


def speaker_of(who: str, page: Page, place: int) -> str | None:
    """The speaker of a turn: "interviewer" for the paper, the one who is heard for "A" and "the witness"."""
    low = who.lower()
    if low in ANSWERS:
        return heard(page, place) or person(page, min(page.turns))
    if low in words()["speech.hosts"]:
        return low
    if low in ("court", "the court"):
        return judge(page) or who
    if is_paper(who, page.source.publisher):
        return "interviewer"
    return None if low in ASKS else full_name(who, page)


def judge(page: Page) -> str | None:
    """Who presides over the court whose transcript this is: "Before the Honorable Ana Ruiz"."""
    hit = JUDGE.search(page.folded[:REACH])
    return named(page, hit["who"]) if hit else None


def is_paper(who: str, publisher: str | None) -> bool:
    """Whether a label is the name of the paper, or its first letters: "B&C" of "Board & Clock"."""
    if not publisher:
        return False
    letters = "".join(word[0] for word in publisher.split())
    return f" {who.lower()} " in f" {publisher.lower()} " or who.upper() == letters.upper()


def is_transcript(page: Page) -> bool:
    """Whether most paragraphs between the first and the last turn of a talk open one."""
    if not page.turns:
        return False
    within = {id(part.block) for part in page.sentences[min(page.turns) : max(page.turns) + 1]}
    return 2 * len({id(page.sentences[number].block) for number in page.turns}) >= len(within)


def goes_on(page: Page, number: int, last: int) -> bool:
    """Whether a paragraph without a label is still what the last speaker says; behind the last turn only in "we"."""
    part = page.sentences[number]
    if part.block.kind is not BlockKind.PROSE:
        return False
    words = paragraph(page, number)
    return not words.endswith("?") and not words.startswith(("(", "[")) and (number < last or bool(OWN.search(words)))


def asks(page: Page, number: int, who: str) -> bool:
    """Whether a paragraph is what the last speaker is asked: the same one speaks right behind it."""
    block, after = page.sentences[number].block, number
    while after < len(page.sentences) and page.sentences[after].block is block and after not in page.turns:
        after += 1
    return after in page.turns and page.turns[after].who == who


def paragraph(page: Page, number: int) -> str:
    """The words of a block from a sentence on."""
    block, end = page.sentences[number].block, number
    while end + 1 < len(page.sentences) and page.sentences[end + 1].block is block:
        end += 1
    return page.folded[page.sentences[number].start : page.sentences[end].end].strip()


def heard(page: Page, place: int) -> str | None:
    """Who answers: the witness sworn last before a place, or whom title or opening say the interview is with."""
    oaths = sworn(page.folded)
    before = bisect_right(oaths, place, key=lambda oath: oath[0])
    if before:
        return named(page, oaths[before - 1][1])
    hit = HEARD.search(page.source.title or "") or HEARD.search(page.folded[:REACH])
    return named(page, hit["who"]) if hit else None


@lru_cache(maxsize=4)
def sworn(folded: str) -> tuple[tuple[int, str], ...]:
    """Where each oath of a text ends, and who swears it; each answer of a long transcript asks for the last one."""
    return tuple((hit.end(), hit["who"]) for hit in SWORN.finditer(folded))


def named(page: Page, who: str) -> str | None:
    """A person's name without trade and title, as the text writes it in full."""
    first = next((at for at, word in enumerate(who.split()) if word[:1].isupper() and not TITLE.fullmatch(word)), 0)
    name = page.story.expand(clean_name(" ".join(who.split()[first:])))
    name = name.title() if name.isupper() else name
    return name if looks_personal(name) else None


def full_name(who: str, page: Page) -> str:
    """The full name of a speaker of whom the label of a turn has the surname only."""
    known = page.story.expand(who)
    full = (person for _, person in page.story.people if person.split()[-1] == who)
    return known if " " in known else next(full, known)
