"""What a text announces: the things that it says will be made, and that it does not tell of as there.

A newcomer's mistake: asking the trees alone. A sentence without a figure is not parsed; its words have to do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from registry.model.span import BlockKind
from registry.steps.assemble.spot import Page, subject_of
from registry.steps.cues import cued
from registry.steps.parse.tree import Token
from registry.steps.resolve.words import words

FORCE = cued(r"\b(?:(?:enters?|comes?) into force|takes? effect|becomes? law)\b", re.I)
IN_FORCE = re.compile(r"\b(?:(?:entered|came) into force|took effect|(?:is|are|been) in force)\b", re.I)
LEAD = 2_000
LAWS = frozenset({"act", "law", "reform", "amendment", "ordinance", "regulation"})
TEXTS = frozenset({"bill", "draft", "proposal", "blueprint", "motion"})
AHEAD = (
    r"(?:will|shall|is to|are to|plans? to|planning to|wants? to|proposes? to|(?:has|have) (?:agreed|decided) to"
    r"|(?:agreed|decided|approved plans) to)"
)
ENDS = (
    r"(?= (?:in|on|at|for|of|near|with|by|to|from|that|which|where|and|next|this|off|along|between|outside)\b"
    r"|[,;:.]|\s*$)"
)
MAKES = re.compile(
    rf"\b{AHEAD} (?:[a-z]+ly )?"
    r"(?:build|construct|create|erect|establish|install|introduce|launch|open|start|set up|get)"
    rf" (?:an?|the|its|their|another|our) ((?:[\w'-]+ ){{0,4}}?[\w'-]+){ENDS}"
)
GRANTED = re.compile(
    r"\b(?:(?:permits?|permission|consent|plans?|proposals?) for|(?:approved|backed) the (?:construction|building) of"
    r"|(?:plans|proposes|is planning|are planning)) an? ((?:[\w'-]+ ){0,3}?[\w'-]+)"
    rf"{ENDS}"
)
REFUSED = cued(r"\b(?:refus|reject|den(?:y|ied)|withdr|scrapp|dropp|cancel|abandon|shelv)", re.I)
HEADLINE = re.compile(rf"\bto (?:build|construct|create|launch|open|get|introduce) ((?:[\w'-]+ ){{0,4}}?[\w'-]+){ENDS}")
MADE = re.compile(
    r"\b(?:[Aa]n?|[Tt]he|[Ii]ts) ((?:[\w'-]+ ){0,3}?[\w'-]+) (?:(?:in|at|near|for|on) (?:[\w'-]+ ){1,4})?"
    r"(?:will|shall|is to|is due to|is going to) "
    r"(?:be (?:built|opened|created|set up|launched|introduced|constructed)|open|rise|go up|stand)\b"
)
TEXT = re.compile(r"\b(?:[Aa]|[Tt]he|[Ii]ts|[Tt]his) (?:[\w'-]+ )?(bill|draft|blueprint)\b(?! (?:for|of) \W?\d)")
LEGISLATES = cued(
    r"\b(?:parliament|lawmakers?|senat\w+|congress|assembly|council|cabinet|government|ministers?|commission|legislat\w+"
    r"|chamber|mps?)\b",
    re.I,
)
INVOICE = re.compile(
    r"\bbills? (?:for the|of \W?\d|to \d)|\b(?:paid|pays?|paying|foot\w*|sent) (?:an?|the|its|his|her|their) bills?\b",
    re.I,
)
THERE = re.compile(
    r"\b[Tt]he ((?:[\w'-]+ ){0,2}[\w'-]+) (?:(?:has |have )?opened|was (?:opened|completed|finished|inaugurated)"
    r"|has been (?:opened|completed|finished))\b"
)


def in_words(text: str, *, title: bool) -> Iterator[str]:
    """The things that a sentence without a tree announces."""
    if REFUSED.search(text):
        return
    for pattern in (MAKES, MADE, GRANTED, *([HEADLINE] if title else [])):
        yield from (hit[1].split(" ")[-1].lower() for hit in pattern.finditer(text))
    yield from (hit[1] for hit in TEXT.finditer(text))


def things(page: Page) -> dict[str, int]:
    """What the text announces, by its noun, with the sentence that does it first."""
    if page.pending is None:
        found: dict[str, int] = {}
        there: set[str] = set()
        for number, tree in enumerate(page.trees):
            part = page.sentences[number]
            if part.block.kind is BlockKind.FURNITURE:
                continue
            if tree is None:
                text = page.folded[part.start : part.end].strip()
                for name in in_words(text, title=part.block.kind is BlockKind.HEADING or number == 0):
                    found.setdefault(name, number)
                there.update(hit[1].split(" ")[-1].lower() for hit in THERE.finditer(text))
                continue
            refused = REFUSED.search(page.folded, part.start, part.end)
            granted = None if refused else GRANTED.search(page.folded, part.start, part.end)
            for name in (*([granted[1].split(" ")[-1].lower()] if granted else []), *names(tree.tokens)):
                found.setdefault(name, number)
            there.update(has_happened(tree.tokens))
        found |= dict.fromkeys(laws(page, found), 0)
        if not LEGISLATES.search(page.folded[:LEAD]) or INVOICE.search(page.folded):
            there |= TEXTS  # a bill that is to be paid
        page.pending = {name: number for name, number in found.items() if name not in there}
    return page.pending


def laws(page: Page, found: dict[str, int]) -> Iterator[str]:
    """Laws that are not in force yet."""
    opening = page.folded[:20_000]
    if FORCE.search(opening) and not IN_FORCE.search(opening):
        yield from LAWS - set(found)


def names(tokens: Sequence[Token]) -> Iterator[str]:
    """The lemmas of the things that a sentence announces."""
    yield from (thing.lemma.lower() for thing in announced(tokens))


def announced(tokens: Sequence[Token]) -> Iterator[Token]:
    """The nouns for things that a sentence says will be made."""
    making = words()["status.making"]
    for token in tokens:
        if token.is_noun and (token.lemma in TEXTS or planned_by_name(token)) and token.tag in ("NN", "NNP"):
            yield token
        if not token.is_verb or (token.lemma not in making and token.lemma != "have") or not lies_ahead(token):
            continue
        passive = token.tag == "VBN"
        made = token.of("obj") if token.lemma != "have" and not passive else []
        who = (subject_of(token) or token.first("nsubj:outer")) if not made else None
        made = [who] if who is not None else made
        yield from (one for one in made if one.tag in ("NN", "NNP") and one.first("nummod") is None)


def planned_by_name(token: Token) -> bool:
    """Whether a noun is called planned: "the proposed merger", "the planned tunnel"."""
    return any(child.low in ("planned", "proposed", "future") for child in token.of("amod"))


def lies_ahead(token: Token) -> bool:
    """Whether a verb tells what is to be done: "will build", "is to open", "plans to build", "to build" in a title."""
    helpers = {child.low for child in token.of("aux", "aux:pass", "mark", "cop")}
    if helpers & words()["status.planned_auxiliaries"]:
        return True
    if "to" not in helpers:
        return False
    above = token.head
    plans = above.lemma in words()["status.planned_verbs"] | words()["status.planned_infinitives"] | {"be"}
    return bool(helpers & {"is", "are"}) or (token.dep == "xcomp" and plans)


def has_happened(tokens: Sequence[Token]) -> Iterator[str]:
    """The nouns of which a sentence tells that they are there: "the bridge opened", "the plant has been finished"."""
    there = words()["status.making"] | words()["status.existing"]
    for token in tokens:
        if token.is_verb and is_past(token) and token.lemma in there:
            yield from (one.lemma.lower() for one in token.of("nsubj", "nsubj:pass"))


def is_past(verb: Token) -> bool:
    """Whether a clause is in the past or the perfect."""
    helpers = {child.low for child in verb.of("aux", "aux:pass", "cop")}
    if helpers & {"was", "were", "had", "did"}:
        return True
    return bool(helpers & {"has", "have"} and verb.tag in ("VBN", "VBD")) or (
        verb.tag == "VBD" and not helpers and verb.low != verb.lemma
    )
