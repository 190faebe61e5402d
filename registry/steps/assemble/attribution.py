"""Who is said to say so.

A newcomer's mistake: the nearest name. "A, said B" and "according to B" govern a clause; in "20 km according to A and
6 km according to B" each has its own; a quotation belongs to its speaker until it closes, even sentences later.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from registry.model.span import BlockKind
from registry.steps.assemble.roles import office_words
from registry.steps.assemble.spot import Page, Spot
from registry.steps.parse.tree import Token, Tree
from registry.steps.resolve import looks_personal
from registry.steps.resolve.names import clean_name, flat_name
from registry.steps.resolve.words import words

ACCORDING = re.compile(
    r"\b(?:according to|selon|d'après|laut|según|as reported by|as stated by|in the words of|citing|quoting"
    r"|in the estimate of|estimates? (?:by|from))"
    r" ((?:(?:the|a|an|its|their|le|la|les|l'|el|der|die) ?)?[\w.&'-]+"  # the source, up to a verb or a conjunction
    r"(?: (?!said|and |were|was|is|are|have|has|had|but|which|who)[\w.&'-]+){0,7})",
    re.I,
)
TRAILING = re.compile(
    r",\"? (?:(?P<who>(?:the |a |an )?(?:[\w.&'-]+ ){1,8}?)"  # the ministry
    r"(?:said|says|say|show|shows|showed|suggest|suggests|estimated?|reported|announced|added|told)\b"  # said
    r"|(?:said|says) (?P<said>(?:the |a |an )?(?:[\w.&'-]+ ?){1,6}))"  # or: said the ministry
)
GAPPED = re.compile(r"(?:\band|,|;) (?:the )?([A-Za-z][\w&'-]*(?: [\w&'-]+){0,2}) $")
SAYING = re.compile(r"\b(?:said|says|told|added|wrote|explained|warned)\b")
NEAR = 2
COUNTING = re.compile(
    r"(?:^|[,;] )(?:In [A-Z][\w-]+,? |By [^,]{3,40} )?((?:[Tt]he |[Aa]n? )?[\w.&' -]{3,70}?) "
    r"(?:had |has |have )?(?:counted|estimated|tallied|reckoned|claimed)(?: only| just)? $"
)
FINDINGS = ("find", "show", "suggest", "indicate", "reveal")
BRACKETED = re.compile(r"^ \((?:the )?([A-Za-z][\w&' -]{1,30})\)")
OFFICE_OF = ("spokesman", "spokeswoman", "spokesperson")
CLAUSES = ("ccomp", "parataxis", "conj", "advcl", "xcomp", "obj", "obl", "acl", "acl:relcl", "csubj", "dep")


def speaker(spot: Spot, quoted: str | None) -> str | None:
    """Who says it, or None for the document's own voice."""
    found = next((who for rule in RULES if (who := rule(spot))), None) or quoted
    if found:
        spot.page.voice = (spot.number, found)
    return found


def bracketed(spot: Spot) -> str | None:
    """The source in brackets behind a figure: "80,000 (police)"."""
    hit = BRACKETED.match(spot.after())
    if not hit:
        return None
    name = hit.group(1)
    return (
        name if name in words()["speech.voices"] or spot.page.story.name_at(spot.mention.end + hit.start(1)) else None
    )


def trailing(spot: Spot) -> str | None:
    """The source after the comma: "..., the ministry said", "..., said the mayor"."""
    after = spot.after()
    hit = TRAILING.search(after)
    if not hit or ";" in after[: hit.start()] or re.search(r"\b(?:while|but|whereas)\b", after[: hit.start()]):
        return None
    start = spot.mention.end + hit.start("who" if hit.group("who") else "said")
    token = head_at(spot.tree, start, spot.mention.end + hit.end("who" if hit.group("who") else "said"))
    return label(spot.page, token) if token else None


def gapped(spot: Spot) -> str | None:
    """The second source of "police counted 80 and the union 700"."""
    hit = GAPPED.search(spot.before())
    if not hit or spot.page.voice is None or spot.page.voice[0] != spot.number:
        return None
    start = spot.sentence.start + hit.start(1)
    token = head_at(spot.tree, start, spot.sentence.start + hit.end(1))
    return label(spot.page, token) if token and token.is_noun else None


def according(spot: Spot) -> str | None:
    """The source after "according to", where it goes with this part of the sentence."""
    hits = list(ACCORDING.finditer(spot.words))
    if not hits:
        return None
    at = spot.mention.start - spot.sentence.start
    after = [hit for hit in hits if hit.start() >= at]
    hit = (
        after[0]
        if after
        else hits[-1]
        if hits[-1].start() < 3 or (len(hits) == 1 and spot.words.find(";", hits[-1].end(), at) < 0)
        else None
    )
    if hit is None:
        return None
    start = spot.sentence.start + hit.start(1)
    token = head_at(spot.tree, start, spot.sentence.start + hit.end(1))
    return label(spot.page, token) if token else clean_name(hit.group(1))


def head_at(tree: Tree | None, start: int, end: int) -> Token | None:
    """The noun that a stretch of words is about."""
    inside = tree.within(start, end) if tree else []
    first = next((token for token in inside if token.is_noun or token.tag == "PRP"), None)
    while (
        first is not None
        and not first.is_root
        and first.dep in ("compound", "flat", "nmod:poss", "amod")
        and first.head.end <= end
    ):
        first = first.head
    return first


def governing(spot: Spot) -> str | None:
    """The subject of the verb of saying that a clause hangs on, or that hangs on it."""
    at, steps, kept = spot.node, 0, None
    while at is not None and steps < 14:
        steps += 1
        for child in at.of("parataxis", "ccomp"):
            if says(child) and child.index > at.index - 40 and not within(child, spot.node):
                found = told(spot.page, child)
                if found and comma_side(child, at):
                    return found
        if at.is_root:
            return kept
        above = at.head
        if says(above) and at.dep in ("ccomp", "parataxis", "obj", "advcl", "xcomp", "obl", "conj"):
            talks = (at.dep in ("ccomp", "parataxis") or (at.dep == "obj" and not weak(above))) and not sourced(above)
            found = told(spot.page, above) if talks else None
            if found and above.lemma not in FINDINGS:
                return found
            kept = kept or found
        at = above
    return kept


def comma_side(verb: Token, clause: Token) -> bool:
    """Whether a verb of saying beside a clause speaks about it: it has no content clause of its own."""
    return verb.dep == "parataxis" or (verb.index > clause.index and verb.first("ccomp") is None)


def within(token: Token, node: Token | None) -> bool:
    """Whether a node stands below a token."""
    return node is not None and (node is token or token in node.ancestors())


def says(token: Token) -> bool:
    """Whether a token is a verb of saying."""
    return token.lemma in words()["speech.verbs"] and token.is_verb


def sourced(verb: Token) -> bool:
    """Whether a finding is itself reported: "checks found that ..., a spokesman said"."""
    return verb.lemma in ("find", "show", "suggest", "indicate") and any(says(child) for child in verb.of("parataxis"))


def weak(token: Token) -> bool:
    """Whether a verb says something only with a clause: "found 12 bodies" reports nothing."""
    return token.lemma in (
        "find",
        "show",
        "see",
        "note",
        "add",
        "write",
        "figure",
        "give",
        "mention",
        "recall",
        "inform",
        "think",
        "maintain",
        "announce",
        "disclose",
        "reveal",
    )


def told(page: Page, verb: Token) -> str | None:
    """The speaker of a verb of saying; that of the first of two verbs for both."""
    who = verb.first("nsubj") or (verb.head.first("nsubj") if verb.dep == "conj" and not verb.is_root else None)
    if (
        who is None
        or verb.first("nsubj:pass")
        or (who.low in words()["speech.nobody"] and who.low not in ("it", "they"))
    ):
        return None
    return label(page, who)


def setting(spot: Spot) -> str | None:
    """The subject of "put the figure at", "counted", "estimated"."""
    hit = COUNTING.search(spot.before())
    token = head_at(spot.tree, spot.sentence.start + hit.start(1), spot.sentence.start + hit.end(1)) if hit else None
    if token is not None:
        return label(spot.page, token)
    at = spot.node
    for _ in range(6):
        if at is None or at.is_root:
            return None
        above = at.head
        if above.lemma in words()["speech.settings"] and above.is_verb and at.dep not in ("nsubj", "nsubj:pass"):
            who = above.first("nsubj")
            return label(spot.page, who) if who and who is not at and (who.is_noun or who.tag == "PRP") else None
        if at.is_verb and at.first("nsubj", "nsubj:pass"):
            return None
        at = above
    return None


def label(page: Page, who: Token) -> str | None:
    """A speaker as a name; a spokesman speaks for those he speaks for."""
    if who.tag == "PRP":
        return pronoun(page, who)
    if not who.is_noun or who.lemma in ("correction", "people", "person", "version"):
        return None
    if who.lemma in words()["speech.sources"] and not list(who.of("compound", "amod", "nmod", "nmod:poss")):
        return f"{page.story.topic or ''} {who.low}".strip()
    if who.is_name and (name := page.story.name_at(who.start)):
        return name
    return office_holder(page, who) or spoken_for(page, who)


def pronoun(page: Page, who: Token) -> str | None:
    """Who "he" or "it" is as a speaker: the last one, or whom the document is about."""
    if who.low not in ("he", "she", "it", "they"):
        return None
    last = page.voice[1] if page.voice and page.number_of(who.start) - page.voice[0] <= NEAR else None
    return last or (page.story.person(who.low, who.start) if who.low in ("he", "she") else page.story.topic)


def office_holder(page: Page, who: Token) -> str | None:
    """The person whose office is named: "chief executive Mara Lind", "the chair"."""
    if who.is_name:
        return None
    names = (page.story.name_at(one.start) for one in who.subtree() if one.is_name)
    person = next((name for name in names if name and looks_personal(name)), None)
    return person if person and who.lemma in office_words() else page.holder(flat_name(who, page.folded))


def spoken_for(page: Page, who: Token) -> str | None:
    """A noun phrase as a speaker: the ministry behind its spokesman, or its own words."""
    story = page.story
    behind = next((child for child in who.of("nmod", "nmod:poss", "compound")), None)
    if who.lemma in OFFICE_OF and behind is not None:
        return story.expand(flat_name(behind, page.folded))
    named = next((child for child in who.of("appos", "flat") if child.is_name), None) if not who.is_name else None
    name = flat_name(named or who, page.folded)
    return story.sorts.get(name, name) if not who.is_name and named is None and " " not in name else story.expand(name)


TALKING = ("say", "tell", "add", "explain", "warn", "write", "note", "argue")


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
    return listed(voices, page)


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
    for number in range(first, last + 1):
        voices[number] = found


def speaker_in(page: Page, number: int, verbs: Sequence[str] = TALKING) -> str | None:
    """Who is named beside a quotation in a sentence."""
    tree = page.trees[number] if number < len(page.trees) else None
    if tree is not None:
        for token in tree.tokens:
            if token.lemma in verbs and token.is_verb and (found := told(page, token)):
                return found
    return None


def voices_words(words_: str) -> bool:
    """Whether a sentence ends or begins a quotation and has a verb of saying, or opens a list."""
    if words_.rstrip().endswith(":"):
        return True
    marks = sum(words_.count(mark) for mark in '"\u201c\u201d')
    return marks % 2 == 1 and SAYING.search(words_) is not None


RULES: tuple[Callable[[Spot], str | None], ...] = (bracketed, according, gapped, governing, setting, trailing)
