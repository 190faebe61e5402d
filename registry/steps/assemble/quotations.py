"""Who speaks in quotations over several sentences, in the items of a list, and in the lines of a transcript.

A newcomer's mistake: one sentence at a time. A quotation belongs to its speaker until it closes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from registry.model.span import BlockKind
from registry.steps.assemble.speakers import told
from registry.steps.assemble.spot import Page
from registry.steps.resolve import looks_personal
from registry.steps.resolve.names import clean_name

ACCORDING = re.compile(
    r"\b(?:according to|selon|d'après|laut|según|as reported by|as stated by|in the words of|citing|quoting"
    r"|in the estimate of|by the (?:count|reckoning|estimate|tally|calculations?|figures|data) of"
    r"|estimates? (?:by|from))"
    r" ((?:(?:the|a|an|its|their|le|la|les|l'|el|der|die) ?)?[\w.&'-]+"  # the source, up to a verb or a conjunction
    r"(?: (?!said|and |were|was|is|are|have|has|had|but|which|who)[\w.&'-]+){0,7})",
    re.I,
)
SAYING = re.compile(r"\b(?:said|says|told|added|wrote|explained|warned)\b")
ASKS = frozenset(
    {"presenter", "host", "moderator", "interviewer", "q", "a", "question", "reporter", "journalist", "note"}
)
LINE = re.compile(r"^(?P<who>[A-Z][A-Z .'-]{1,40}|Q|A|[A-Z][a-z'-]+(?: [A-Z][\w'-]+){1,2}) ?: ")
TALKING = ("say", "tell", "add", "explain", "warn", "write", "note", "argue")


def quotes(page: Page) -> list[str | None]:
    """The speaker of each sentence that stands inside a quotation, with that of the sentence where it is named."""
    voices: list[str | None] = [None] * len(page.sentences)
    inside, opened = False, 0
    for number, part in enumerate(page.sentences):
        words_ = page.folded[part.start : part.end]
        marks = words_.count('"')
        begins = inside
        if begins:
            page.quoted.add(number)
        if marks % 2:
            inside = not inside
        if inside and not begins:
            opened = number
        if begins and not inside:
            spread(voices, page, opened, number)
    return spoken_lines(listed(voices, page), page)


def spoken_lines(voices: list[str | None], page: Page) -> list[str | None]:
    """Give the lines of a transcript the speaker that stands before their colon."""
    hits = [LINE.match(page.folded[part.start : part.end]) for part in page.sentences]
    if sum(hit is not None for hit in hits) < 3 or len({hit.group("who") for hit in hits if hit}) < 2:
        return voices
    current, block = None, None
    for number, (part, hit) in enumerate(zip(page.sentences, hits, strict=True)):
        if hit:
            who = hit.group("who").strip()
            current = None if who.lower() in ASKS else page.story.expand(who.title() if who.isupper() else who)
            block = part.block
        elif part.block is not block:
            current = None
        voices[number] = voices[number] or current
    return voices


def listed(voices: list[str | None], page: Page) -> list[str | None]:
    """Give the items of a list the speaker of the line that opens it."""
    current: str | None = None
    for number, part in enumerate(page.sentences):
        if part.block.kind is BlockKind.ITEM:
            voices[number] = voices[number] or current
        else:
            words_ = page.folded[part.start : part.end].rstrip()
            current = opener(page, number, words_) if words_.endswith(":") else None
    return voices


def opener(page: Page, number: int, words_: str) -> str | None:
    """Who is said to report what a list says."""
    hit = ACCORDING.search(words_)
    if hit:
        return page.story.expand(clean_name(hit.group(1)))
    return speaker_in(page, number, (*TALKING, "report", "announce", "list", "give", "publish"))


def spread(voices: list[str | None], page: Page, first: int, last: int) -> None:
    """Give a quotation over several sentences the speaker that one of them or the next names."""
    if last - first > 12:
        return
    found = next((who for number in (last, first, last + 1) if (who := speaker_in(page, number))), None)
    found = found or going_on(page, first) or doer(page, first)
    for number in range(first, last + 1):
        voices[number] = found


def going_on(page: Page, number: int) -> str | None:
    """The speaker of the quotation before, where another follows at once: '"A," said X. "B."'."""
    if not number:
        return None
    before = page.sentences[number - 1]
    apart = page.folded[before.end : page.sentences[number].start].count("\n") > 1
    quoted = '"' in page.folded[before.start : before.end]
    return speaker_in(page, number - 1) if quoted and not apart else None


def doer(page: Page, number: int) -> str | None:
    """The person of whom the sentence before a quotation tells: 'Ana Ruiz watched from the door. "I counted ten."'."""
    tree = page.trees[number - 1] if number else None
    apart = number and page.folded[page.sentences[number - 1].end : page.sentences[number].start].count("\n") > 1
    who = tree.root.first("nsubj") if tree is not None and tree.root is not None and not apart else None
    name = page.story.name_at(who.start) if who is not None and who.is_name else None
    return name if name and looks_personal(name) else None


def speaker_in(page: Page, number: int, verbs: Sequence[str] = TALKING) -> str | None:
    """Who is named beside a quotation in a sentence."""
    tree = page.trees[number] if number < len(page.trees) else None
    if tree is not None:
        part = page.sentences[number]
        inside = number in page.quoted
        for token in tree.tokens:
            says = token.lemma in verbs and token.is_verb
            outside = says and (page.folded.count('"', part.start, token.start) + inside) % 2 == 0
            if outside and (found := told(page, token)):
                return found
    return None


def voices_words(words_: str) -> bool:
    """Whether a sentence ends or begins a quotation and has a verb of saying, or opens a list."""
    if words_.rstrip().endswith(":"):
        return True
    marks = sum(words_.count(mark) for mark in '"\u201c\u201d')
    return marks > 0 and SAYING.search(words_) is not None
