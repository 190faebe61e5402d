"""Who is said to say so.

A newcomer's mistake: the nearest name. "A, said B" and "according to B" govern a clause; in "20 km according to A and
6 km according to B" each has its own; a quotation belongs to its speaker until it closes, even sentences later.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from registry.model.span import BlockKind
from registry.steps.assemble.quotations import ACCORDING, quotes, speaker_in
from registry.steps.assemble.roles import office_words
from registry.steps.assemble.speakers import head_at, label, told
from registry.steps.assemble.spot import Page, Spot
from registry.steps.parse.tree import Token
from registry.steps.resolve import looks_personal
from registry.steps.resolve.names import clean_name
from registry.steps.resolve.words import words

TRAILING = re.compile(
    r",\"? (?:(?P<who>(?:the |a |an )?(?:[\w.&'-]+ ){1,8}?)"  # the ministry
    r"(?:said|says|say|show|shows|showed|suggest|suggests|estimated?|reported|announced|added|told)\b"  # said
    r"|(?:said|says) (?P<said>(?:the |a |an )?(?:[\w.&'-]+ ?){1,6}))"  # or: said the ministry
)
GAPPED = re.compile(r"(?:\band|,|;) (?:the )?([A-Za-z][\w&'-]*(?: [\w&'-]+){0,2}) $")
COUNTING = re.compile(
    r"(?:^|[,;] )(?:In [A-Z][\w-]+,? |By [^,]{3,40} )?((?:[Tt]he |[Aa]n? )?[\w.&' -]{3,70}?) "
    r"(?:had |has |have )?(?:counted|estimated|tallied|reckoned|claimed)(?: only| just)? $"
)
BY_COUNT = re.compile(
    r"\b(?:[Bb]y|[Oo]n|[Ii]n|[Uu]sing|[Aa]ccording to) ((?:the |[A-Z])[\w.& -]{2,40}?)(?:'s|s') (?:\w+ )?"
    r"(?:reckoning|figures?|counts?|data|estimates?|calculations?|tally|survey|numbers)\b"
)
HEADLINE_END = re.compile(r"(?:: (?:the )?|[,-] say(?:s)? (?:the )?)([A-Za-z][\w&'-]*(?: [\w&'-]+){0,3})\W*$")
HEADLINE_START = re.compile(r"^(?:The )?([A-Z][\w&'-]*(?: [\w&'-]+){0,3}): ")
FOREIGN = re.compile(r"^(?:selon|d'après|laut|según)$", re.I)
FOREIGN_NAME = re.compile(
    r"^(?:le|la|les|l'|el|der|die|das|dem|den|los|las|un|une)? ?"
    r"([\w.&-]+(?: (?:d[eu'](?:s|l|la)?|la|l'|of|für|der|des) ?(?:l'|la )?[\w.&'-]+| [A-Z][\w.&'-]+)*)"
)
CANNOT = frozenset({"can", "could", "may", "might", "must", "will", "would", "to"})
FINDINGS = ("find", "show", "suggest", "indicate", "reveal")
BRACKETED = re.compile(r"^ \((?:the )?([A-Za-z][\w&' -]{1,30})\)")
CLAUSES = ("ccomp", "parataxis", "conj", "advcl", "xcomp", "obj", "obl", "acl", "acl:relcl", "csubj", "dep")


def speaker(spot: Spot, quoted: str | None) -> str | None:
    """Who says it, or None for the document's own voice."""
    found = next((who for rule in RULES if (who := rule(spot))), None) or quoted or carried_on(spot)
    if found and own_voice(spot.page, found):
        return None
    if found:
        spot.page.voice = (spot.number, found)
    return found


def own_voice(page: Page, who: str) -> bool:
    """Whether a speaker speaks for the organisation that published the document."""
    publisher = page.source.publisher
    if not publisher or set(publisher.lower().split()) & words()["publishers.media"]:
        return False
    return who in publisher or publisher in who


def carried_on(spot: Spot) -> str | None:
    """The last speaker, where a sentence goes on in reported speech: "A total of 12 cases had been recorded."."""
    voice = spot.page.voice
    if voice is None or spot.number - voice[0] != 1 or spot.tree is None or spot.tree.root is None:
        return None
    helpers = {child.low for child in spot.tree.root.of("aux", "aux:pass")}
    return voice[1] if helpers >= {"had", "been"} else None


def beside(spot: Spot) -> str | None:
    """Who is named beside the quotation that a figure stands in."""
    if spot.before().count('"') % 2 == 0:
        return None
    return speaker_in(spot.page, spot.number)


def headline(spot: Spot) -> str | None:
    """The source at an end of a headline: "Three dead in flood: police"."""
    if spot.sentence.block.kind is not BlockKind.HEADING:
        return None
    for hit in (HEADLINE_END.search(spot.words), HEADLINE_START.search(spot.words)):
        if hit and not any(char.isdigit() for char in hit.group(1)):
            name = hit.group(1)
            last = name.split()[-1].lower()
            known = last in words()["speech.voices"] or last in words()["speech.sources"] or last in office_words()
            if known or looks_personal(spot.page.story.expand(name)):
                return spot.page.story.expand(name)
    return None


def counted_by(spot: Spot) -> str | None:
    """Whose count it is: "by the ministry's reckoning", "on the union's figures"."""
    hit = BY_COUNT.search(spot.words)
    if not hit or ";" in spot.words[hit.end() : max(hit.end(), spot.mention.start - spot.sentence.start)]:
        return None
    return spot.page.story.expand(clean_name(hit.group(1)))


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
    if (
        not hit
        or re.search(r" (?:is|are|was|were|at|in|of|by|to)\b", hit.group(1))
        or spot.page.voice is None
        or spot.page.voice[0] != spot.number
    ):
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
    if FOREIGN.match(hit.group().split(" ")[0]):
        named = FOREIGN_NAME.match(hit.group(1))
        return spot.page.story.expand(named.group(1)) if named else None
    start = spot.sentence.start + hit.start(1)
    token = head_at(spot.tree, start, spot.sentence.start + hit.end(1))
    return label(spot.page, token) if token else clean_name(hit.group(1))


def governing(spot: Spot) -> str | None:
    """The subject of the verb of saying that a clause hangs on, or that hangs on it."""
    at, kept = spot.node, None
    for _ in range(14):
        if at is None:
            break
        if found := said_beside(spot, at):
            return found
        if at.is_root or (at.head.is_verb and cut_off(spot, at.head)):
            break
        found = told(spot.page, at.head) if talks(at, at.head) else None
        if found and at.head.lemma not in FINDINGS:
            return found
        kept, at = kept or found, at.head
    return kept


def said_beside(spot: Spot, clause: Token) -> str | None:
    """The subject of a verb of saying that hangs on a clause: "..., the ministry said"."""
    for child in clause.of("parataxis", "ccomp"):
        if says(child) and not cut_off(spot, child) and not within(child, spot.node) and comma_side(child, clause):
            found = told(spot.page, child)
            if found:
                return found
    return None


def talks(below: Token, above: Token) -> bool:
    """Whether a verb of saying says what hangs on it."""
    able = {child.low for child in above.of("aux")} & (CANNOT - {"will", "would"})
    if not says(above) or sourced(above) or able:
        return False
    if below.dep == "obl":
        return above.lemma == "tell"
    return below.dep in ("ccomp", "parataxis") or (below.dep == "obj" and not weak(above))


def cut_off(spot: Spot, verb: Token) -> bool:
    """Whether a semicolon stands between a figure and a verb."""
    first, last = min(spot.mention.start, verb.start), max(spot.mention.start, verb.start)
    return ";" in spot.page.folded[first:last]


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
        if above.is_verb and cut_off(spot, above):
            return None
        able = {child.low for child in above.of("aux", "mark")} & CANNOT
        if (
            above.lemma in words()["speech.settings"]
            and above.is_verb
            and not able
            and at.dep not in ("nsubj", "nsubj:pass")
        ):
            who = above.first("nsubj")
            return label(spot.page, who) if who and who is not at and (who.is_noun or who.tag == "PRP") else None
        if at.is_verb and at.first("nsubj", "nsubj:pass"):
            return None
        at = above
    return None


RULES: tuple[Callable[[Spot], str | None], ...] = (
    bracketed,
    headline,
    according,
    counted_by,
    gapped,
    governing,
    setting,
    trailing,
    beside,
)

__all__ = ["quotes", "speaker"]
