"""Who speaks in quotations over several sentences, in the items of a list, and in the lines of a transcript.

A newcomer's mistake: one sentence at a time. A quotation belongs to its speaker until it closes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from registry.model.span import BlockKind
from registry.steps.assemble.attribution.speakers import told
from registry.steps.assemble.attribution.talking import spoken_lines
from registry.steps.assemble.spot import Page
from registry.steps.cues import cued
from registry.steps.parse.tree import Token
from registry.steps.resolve import looks_personal
from registry.steps.resolve.names import clean_name
from registry.steps.resolve.words import words

ACCORDING = cued(
    r"\b(?:according to|selon|d'après|laut|según|as reported by|as stated by|in the words of|citing|quoting"
    r"|in the estimate of|by the (?:count|reckoning|estimate|tally|calculations?|figures|data) of|by th(?:at|ose) of"
    r"|estimates? (?:by|from))"
    r" ((?:(?:the|a|an|its|their|le|la|les|l'|el|der|die) ?)?[\w.&'-]+"  # the source, up to a verb or a conjunction
    r"(?: (?!said|and |were|was|is|are|have|has|had|but|which|who)[\w.&'-]+){0,7})",
    re.I,
)
SAYING = re.compile(r"\b(?:said|says|told|added|wrote|explained|warned)\b")
LONGEST, NEAR, LATELY = 12, 500, 40
WHOLE = re.compile(r"\"[^\"]+\"")
TALKING = ("say", "tell", "add", "explain", "warn", "write", "note", "argue")


def quotes(page: Page) -> list[str | None]:
    """The speaker of each sentence that stands inside a quotation, with that of the sentence where it is named."""
    voices: list[str | None] = [None] * len(page.sentences)
    for first, last in stretches(page):
        if last - first <= LONGEST and (found := voice_of(page, first, last)):
            for number in range(first, last + 1):
                voices[number] = page.spoken[number] = found
    return spoken_lines(listed(voices, page), page)


def stretches(page: Page) -> Iterator[tuple[int, int]]:
    """The first and the last sentence of each quotation that is a sentence or more; notes which ones begin inside.

    A quotation of several paragraphs opens each of them, and closes in the last one only; one that never closes ends
    with its paragraph.
    """
    inside, opened = False, 0
    for number, part in enumerate(page.sentences):
        words_ = page.folded[part.start : part.end]
        goes_on = words_.lstrip().startswith('"')
        if inside and apart(page, number):
            inside = goes_on
            words_ = words_.replace('"', "", 1) if goes_on else words_
        begins, ends = inside, inside is (words_.count('"') % 2 == 0)
        if begins and not (goes_on and apart(page, number)):
            page.quoted.add(number)
        if begins and not ends:
            yield opened, number
        elif ends and not begins:
            opened = number
        elif not begins and WHOLE.fullmatch(words_.strip()):
            yield number, number
        inside = ends


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
    return speaker_in(page, number, frozenset({*TALKING, "report", "announce", "list", "give", "publish"}))


def voice_of(page: Page, first: int, last: int) -> str | None:
    """Whose quotation it is: whom one of its sentences or the next one names, or else who was heard before."""
    found = speaker_in(page, last) or speaker_in(page, first) or going_on(page, first)
    if found is None and last + 1 < len(page.sentences) and not apart(page, last + 1):
        found = speaker_in(page, last + 1)
    return found or before_colon(page, first) or lately(page, first) or last_named(page, first)


def before_colon(page: Page, number: int) -> str | None:
    """The person who is named before the colon that opens a quotation: 'Leader Ana Ruiz: "We are 12. You are two."'."""
    part = page.sentences[number]
    mark = page.folded.find(': "', part.start, part.end)
    named = [name for place, name in page.story.people if part.start <= place < mark]
    return named[-1] if named else None


def apart(page: Page, number: int) -> bool:
    """Whether a sentence opens a paragraph."""
    if not number:
        return True
    before, here = page.sentences[number - 1], page.sentences[number]
    return page.folded[before.end : here.start].count("\n") > 1 or before.block.kind is not here.block.kind


def going_on(page: Page, number: int) -> str | None:
    """The speaker of the quotation before, where another follows at once: '"A," said X. "B."'."""
    if apart(page, number):
        return None
    before = page.sentences[number - 1]
    return speaker_in(page, number - 1) if '"' in page.folded[before.start : before.end] else None


def lately(page: Page, number: int) -> str | None:
    """Whom the same paragraph quoted before, or told of: 'Ana Ruiz watched from the door. "I counted ten."'."""
    for here in range(number, max(number - LATELY, 0), -1):
        if apart(page, here):
            return None
        if found := page.spoken.get(here - 1) or going_on(page, here) or doer(page, here - 1):
            return found
    return None


def doer(page: Page, number: int) -> str | None:
    """The person of whom a sentence tells."""
    tree = page.trees[number]
    root = tree.root if tree is not None else None
    who = root and (root.first("nsubj", "nsubj:pass") or root)
    if who is None:
        return None
    name = page.story.person(who.low, who.start) if who.low in ("he", "she") else page.story.name_at(who.start)
    return name if name and looks_personal(name) else None


def last_named(page: Page, number: int) -> str | None:
    """The person named last before a quotation, not far away."""
    start = page.sentences[number].start
    near = [name for place, name in page.story.people if start - NEAR < place < start and name not in page.story.placed]
    return near[-1] if near else None


def speaker_in(page: Page, number: int, verbs: frozenset[str] | None = None) -> str | None:
    """Who is named beside a quotation in a sentence."""
    tree = page.trees[number] if number < len(page.trees) else None
    if tree is not None:
        part = page.sentences[number]
        inside = number in page.quoted
        for token in tree.tokens:
            says = token.lemma in (verbs or quoting()) and token.is_verb
            outside = says and (page.folded.count('"', part.start, token.start) + inside) % 2 == 0
            if outside and (found := told(page, token) or named_behind(page, token)):
                return found
    return None


def named_behind(page: Page, verb: Token) -> str | None:
    """The person named right behind a verb that closes a quotation: '"We sang," recalled Ana Ruiz'."""
    if verb.first("nsubj") is not None or not page.folded[: verb.start].rstrip().endswith('"'):
        return None
    name = page.story.name_at(verb.end + 1)
    return name if name and looks_personal(name) else None


def quoting() -> frozenset[str]:
    """The verbs that stand beside a quotation."""
    return words()["speech.quoting"]


def voices_words(words_: str) -> bool:
    """Whether a sentence ends or begins a quotation and has a verb of saying, or opens a list."""
    if words_.rstrip().endswith(":"):
        return True
    marks = sum(words_.count(mark) for mark in '"\u201c\u201d')
    return marks > 0 and SAYING.search(words_) is not None
