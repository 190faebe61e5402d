"""Who is said to say so.

A newcomer's mistake: the nearest name. "A, said B" and "according to B" govern a clause; in "20 km according to A and
6 km according to B" each has its own; a quotation belongs to its speaker until it closes, even sentences later.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from registry.steps.assemble.names import clean_name, flat_name
from registry.steps.assemble.spot import Page, Spot
from registry.steps.assemble.words import words
from registry.steps.parse.tree import Token, Tree

ACCORDING = re.compile(
    r"\b(?:according to|as reported by|as stated by|in the words of|citing|quoting|in the estimate of|estimates? (?:by|from))"
    r" ((?:(?:the|a|an|its|their) )?[\w.&'-]+(?: (?!said|and |were|was|is|are|have|has|had|but|which|who)[\w.&'-]+){0,7})",
    re.I,
)
SAYING = re.compile(r"\b(?:said|says|told|added|wrote|explained|warned)\b")
OFFICE_OF = ("spokesman", "spokeswoman", "spokesperson")
CLAUSES = ("ccomp", "parataxis", "conj", "advcl", "xcomp", "obj", "obl", "acl", "acl:relcl", "csubj", "dep")


def speaker(spot: Spot, quoted: str | None) -> str | None:
    """Who says it, or None for the document's own voice."""
    return according(spot) or governing(spot) or setting(spot) or quoted


def according(spot: Spot) -> str | None:
    """The source after "according to", where it goes with this part of the sentence."""
    hits = list(ACCORDING.finditer(spot.words))
    if not hits:
        return None
    at = spot.mention.start - spot.sentence.start
    after = [hit for hit in hits if hit.start() >= at]
    hit = after[0] if after else hits[-1] if hits[-1].start() < 3 or len(hits) == 1 and spot.words.find(";", hits[-1].end(), at) < 0 else None
    if hit is None:
        return None
    start = spot.sentence.start + hit.start(1)
    token = head_at(spot.tree, start, spot.sentence.start + hit.end(1))
    return label(spot.page, token) if token else clean_name(hit.group(1))


def head_at(tree: Tree | None, start: int, end: int) -> Token | None:
    """The noun that a stretch of words is about."""
    inside = tree.within(start, end) if tree else []
    first = next((token for token in inside if token.is_noun or token.tag == "PRP"), None)
    while first is not None and not first.is_root and first.dep in ("compound", "flat", "nmod:poss", "amod") and first.head.end <= end:
        first = first.head
    return first


def governing(spot: Spot) -> str | None:
    """The subject of the verb of saying that a clause hangs on, or that hangs on it."""
    at, steps = spot.node, 0
    while at is not None and steps < 14:
        steps += 1
        for child in at.of("parataxis", "ccomp"):
            if says(child) and child.index > at.index - 40 and not within(child, spot.node):
                found = told(spot.page, child)
                if found and comma_side(child, at):
                    return found
        if at.is_root:
            return None
        above = at.head
        if says(above) and at.dep in ("ccomp", "parataxis", "obj", "advcl", "xcomp", "obl", "conj"):
            talks = at.dep in ("ccomp", "parataxis") or at.dep == "obj" and not weak(above)
            found = told(spot.page, above) if talks else None
            if found:
                return found
        at = above
    return None


def comma_side(verb: Token, clause: Token) -> bool:
    """Whether a verb of saying beside a clause speaks about it: it has no content clause of its own."""
    return verb.dep == "parataxis" or verb.index > clause.index and verb.first("ccomp") is None


def within(token: Token, node: Token | None) -> bool:
    """Whether a node stands below a token."""
    return node is not None and (node is token or token in node.ancestors())


def says(token: Token) -> bool:
    """Whether a token is a verb of saying."""
    return token.lemma in words()["speech.verbs"] and token.is_verb


def weak(token: Token) -> bool:
    """Whether a verb says something only with a clause: "found 12 bodies" reports nothing."""
    return token.lemma in ("find", "show", "see", "note", "add", "write", "figure", "give", "mention", "recall", "inform", "think", "maintain", "announce", "disclose", "reveal")


def told(page: Page, verb: Token) -> str | None:
    """The speaker of a verb of saying; that of the first of two verbs for both."""
    who = verb.first("nsubj") or (verb.head.first("nsubj") if verb.dep == "conj" and not verb.is_root else None)
    if who is None or verb.first("nsubj:pass") or who.low in words()["speech.nobody"] and who.low not in ("it", "they"):
        return None
    return label(page, who)


def setting(spot: Spot) -> str | None:
    """The subject of "put the figure at", "counted", "estimated"."""
    at = spot.node
    for _ in range(6):
        if at is None or at.is_root:
            return None
        above = at.head
        if above.lemma in words()["speech.settings"] and above.is_verb and at.dep in ("obj", "obl", "conj", "xcomp"):
            who = above.first("nsubj")
            sure = above.lemma in ("put", "estimate", "count", "rate", "tally", "reckon", "place", "log")
            return label(spot.page, who) if who and sure and (who.is_noun or who.tag == "PRP") else None
        if at.is_verb:
            return None
        at = above
    return None


def label(page: Page, who: Token) -> str | None:
    """A speaker as a name; a spokesman speaks for those he speaks for."""
    story = page.story
    if who.low in ("he", "she"):
        return story.person_before(who.start)
    if who.low in ("it", "they", "we", "i"):
        return story.topic if who.low in ("it", "they") else None
    if not who.is_noun:
        return None
    if who.lemma in OFFICE_OF:
        behind = next((child for child in who.of("nmod", "nmod:poss", "compound")), None)
        if behind is not None:
            return story.expand(flat_name(behind, page.folded))
    named = next((child for child in who.of("appos", "flat") if child.is_name), None) if not who.is_name else None
    name = flat_name(named or who, page.folded)
    if not who.is_name and named is None and " " not in name:
        return story.meant(name) or name
    return story.expand(name)


def quotes(page: Page) -> list[str | None]:
    """The speaker of each sentence that stands inside a quotation, with that of the sentence where it is named."""
    voices: list[str | None] = [None] * len(page.sentences)
    inside, opened = False, 0
    for number, part in enumerate(page.sentences):
        words_ = page.folded[part.start : part.end]
        marks = words_.count('"')
        begins = inside
        if marks % 2:
            inside = not inside
        if inside and not begins:
            opened = number
        if begins and not inside:
            spread(voices, page, opened, number)
    return voices


def spread(voices: list[str | None], page: Page, first: int, last: int) -> None:
    """Give a quotation over several sentences the speaker that one of them or the next names."""
    if last - first > 12:
        return
    found = next((who for number in (last, first, last + 1) if (who := speaker_in(page, number))), None)
    for number in range(first, last + 1):
        voices[number] = found


def speaker_in(page: Page, number: int) -> str | None:
    """Who is named beside a quotation in a sentence."""
    tree = page.trees[number] if number < len(page.trees) else None
    if tree is not None:
        for token in tree.tokens:
            if says(token) and token.lemma in ("say", "tell", "add", "explain", "warn", "write", "note", "argue") and (found := told(page, token)):
                return found
    return None


def voices_words(words_: str) -> bool:
    """Whether a sentence ends or begins a quotation and has a verb of saying."""
    marks = sum(words_.count(mark) for mark in '"\u201c\u201d')
    return marks % 2 == 1 and SAYING.search(words_) is not None
