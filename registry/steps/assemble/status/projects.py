"""What is told of a thing that is not there yet: the plant that is to be built, the bill, the line that will open.

A newcomer's mistake: reading each sentence alone. "It has two halls" is planned where the sentence before builds the
plant, and its doer is there today: what the company employs is no plan. A thing that has opened is none either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from registry.model.assertion import Kind
from registry.model.moment import Moment
from registry.model.span import BlockKind
from registry.steps.assemble.dating.standing import NOW, has_moved
from registry.steps.assemble.spot import Page, Spot, subject_of, verb_of
from registry.steps.assemble.status.announcing import TEXTS, announced, in_words, is_past, lies_ahead, things
from registry.steps.assemble.status.schedules import OURS
from registry.steps.cues import cued
from registry.steps.parse.tree import Token
from registry.steps.resolve.words import words

TODAY = cued(
    r"\b(?:today|already|currently|existing|still|until now|at present|last (?:year|month|week)|a year (?:ago|earlier)"
    r"|spent|paid|since|previous(?:ly)?|former(?:ly)?|so far|ago)\b",
    re.I,
)
PROPOSAL = re.compile(
    r"^\W*(?:under|according to|as part of) (?:the|this|that|its|their|his|her|a) (?:[\w'-]+ ){0,3}?"
    r"(?:plans?|proposals?|bill|draft|blueprint|motion|proposed (?:\w+ ){1,2})\b",
    re.I,
)
LABEL = re.compile(r"^\W*(?:[Tt]he |[Aa]n? |[Ii]ts )?(?:[\w'-]+ ){0,3}?([\w'-]+): ")
OPENER = re.compile(
    r"^\W*(?:The|This) (?:[\w'-]+ ){0,2}?"
    r"(bill|draft|proposal|blueprint|motion|[Aa]ct|law|reform|amendment|ordinance) (?!of\b)\w"
)
UP = re.compile(r"\bgo(?:es)? (?:(?:up|down) (?:to|by) (?:about )?)?$")
SUBJECT = re.compile(r"^\W*(?:The|This|A|An|Its) ((?:[\w'-]+ ){0,2}[\w'-]+) ")
PAST = re.compile(r"\b(?:was|were|had|did|has|have been|[a-z]{2,}ed(?! (?:to|by)\b))\b")
GENERIC = frozenset({"building", "project", "scheme", "facility", "complex", "development"})
DOER = re.compile(
    r"^\W*(?:\w+ ){0,2}(?:sales|revenues?|profits?|turnover|employees|staff|workforce|shares?|founded|phone|tel|contact"
    r"|inhabitants|population)\b",
    re.I,
)
NOTE = re.compile(r"^[^:.]{2,40}: |, |\beach\b|\bwith\b")
JOINED = frozenset({"combined", "merged", "enlarged"})
AGREED = re.compile(
    r"\b(?:(?:agreed|plans?|offers?|wants?|set|bids?|is|are) to (?:buy|merge|combine|acquire|take over)|would|will)\b"
)
LEAD = 1_500
PRONOUNS = frozenset({"it", "this"})
PAYING = frozenset({"put", "invest", "contribute", "pay", "provide", "bear"})
WANTING = frozenset({"want", "plan", "promise", "propose", "pledge"})
SOURCES = frozenset({"poll", "survey", "study", "report", "analyst", "critic", "expert", "estimate"})
REACH = 4
PERFECT = re.compile(
    r"\b(?:has|have) (?:so far |already |now )?(?:cost|been|had|taken|won|lost|grown|[a-z]{2,}ed)\b[^,;.:]{0,30}$"
)


def pending(spot: Spot) -> bool:
    """Whether a figure tells of a thing that the text has announced and that is not there yet."""
    if spot.mention.kind in (Kind.DATE, Kind.ORDINAL) or spot.page.abroad or tells_today(spot):
        return False
    verb = verb_of(spot.node)
    if (verb is not None and is_past(verb)) or PERFECT.search(spot.before()):
        return False
    if PROPOSAL.match(spot.words):
        return True
    who = subject_of(verb)
    if who is not None and who.word("amod") in JOINED and AGREED.search(spot.page.folded[:LEAD]):
        return True
    known = things(spot.page)
    if known and any(name in known and known[name] <= spot.number for name in names_of(spot, verb)):
        return True
    return goes_on(spot, verb) if verb is not None and verb.is_verb else is_noted(spot)


def is_noted(spot: Spot) -> bool:
    """Whether a line without a verb notes something of the thing before it: "Output: 190 megawatts"."""
    if spot.tree is None or any(token.tag in ("VBD", "VBZ", "VBP", "MD") for token in spot.tree.tokens):
        return False
    prose = spot.sentence.block.kind is BlockKind.PROSE and NOTE.search(spot.words) is not None
    return prose and DOER.match(spot.words) is None and led_on(spot.page, spot.number, "")


def goes_on(spot: Spot, verb: Token) -> bool:
    """Whether a sentence goes on with what those before it in its paragraph tell of such a thing."""
    who = subject_of(verb)
    if who is None or spot.sentence.block.kind is BlockKind.HEADING or not verb.is_verb:
        return False
    if verb.lemma in words()["speech.verbs"] or verb.first("cop") or any(spot.holds(one) for one in who.subtree()):
        return False
    any_one = who.tag == "NNS" and not who.of("det", "nmod:poss", "nummod", "amod")
    each_one = who.tag == "NN" and who.word("det") in ("a", "an", "each", "every")
    rules = any(child.low in ("may", "must", "can") for child in verb.of("aux")) or has_moved(spot)
    rules = rules or UP.search(spot.before()) is not None
    if who.lemma.lower() in SOURCES:
        return False
    table = words()
    doing = verb.lemma in table["status.making"] | table["status.befalling"] | PAYING
    if who.low == "we" and not doing:
        return False  # "We will show 90 more; we keep 12,000"
    if not (any_one or each_one or rules or verb.lemma in PAYING or who.low in ("it", "we")):
        return False
    return led_on(spot.page, spot.number, who.low)


def led_on(page: Page, number: int, who_goes_on: str) -> bool:
    """Whether the sentences before one in its paragraph, none of them past, speak of a thing to come."""
    block = page.sentences[number].block
    for before in range(number - 1, max(-1, number - 1 - REACH), -1):
        if page.sentences[before].block is not block:
            return False
        found = leads(page, before, who_goes_on)
        if found is not None:
            return found
        tree = page.trees[before]
        if tree is not None and any(token.low == "it" and token.dep == "nsubj" for token in tree.tokens):
            who_goes_on = "it"  # what goes on with "it" is only as sure as "it" is
    return False


def leads(page: Page, number: int, who_goes_on: str) -> bool | None:
    """Whether a sentence speaks of a thing to come, or surely does not; nothing where those before it decide."""
    tree = page.trees[number]
    if tree is None or (not who_goes_on and speaks_of(page, number, "")):
        return speaks_of(page, number, who_goes_on)
    root = told(tree.root)
    if root is None or is_past(root):
        return False
    if announces(page, number, root, who_goes_on):
        return True
    return False if breaks_off(root) else None


def breaks_off(root: Token) -> bool:
    """Whether a sentence turns to somebody or something else."""
    who = root.first("nsubj", "nsubj:pass")
    other = who is not None and (who.is_name or is_definite(who)) and who.lemma not in GENERIC
    return other and not lies_ahead(root)


def announces(page: Page, number: int, root: Token, who_goes_on: str) -> bool:
    """Whether a sentence speaks of a thing to come, or says what we will do where it goes on with "we"."""
    tree, who = page.trees[number], root.first("nsubj", "nsubj:pass")
    opener = OPENER.match(page.folded[page.sentences[number].start : page.sentences[number].end])
    if opener and opener[1].lower() in things(page):
        return True
    if who_goes_on == "we":
        return who is not None and who.low == "we" and (lies_ahead(root) or root.lemma in WANTING)
    if who is not None and who.lemma.lower() in things(page) and is_definite(who):
        return True
    return who_goes_on != "it" and tree is not None and any(announced(tree.tokens))


def tells_today(spot: Spot) -> bool:
    """Whether the sentence speaks of today or of a day gone by."""
    own = spot.before().rpartition("; ")[2] + spot.after().partition("; ")[0]
    if TODAY.search(own) or NOW.search(own):
        return True
    published = spot.page.source.published
    return any(
        isinstance(one.value, Moment) and published is not None and one.value.high < published
        for one in spot.page.mentions[spot.number][:40]
    )


def names_of(spot: Spot, verb: Token | None) -> Iterator[str]:
    """What the clause of a figure, or the label before it, speaks of."""
    opener = OPENER.match(spot.words)
    if opener:
        yield opener[1].lower()
    if verb is not None and verb.lemma == "time":
        return  # "It is the second time in two years"
    who = subject_of(verb)
    if who is not None and who is not spot.node and not (spot.node and spot.node.head is who):
        yield from (taken_up(spot) if who.low in PRONOUNS else [who.lemma.lower()] if is_definite(who) else [])
        if who.lemma in GENERIC and who.word("det") == "the":
            yield from (name for name, at in things(spot.page).items() if 0 < spot.number - at <= REACH)
    elif spot.tree is not None and not any(token.tag in ("VBD", "VBZ", "VBP") for token in spot.tree.tokens):
        label = LABEL.match(spot.words)
        if label and label.end() <= len(spot.before()) + 1 and label[1].lower() not in TEXTS:
            yield label[1].lower()


def speaks_of(page: Page, number: int, who_goes_on: str) -> bool:
    """Whether a sentence without a tree, as its words tell, speaks of a thing to come."""
    text = page.folded[page.sentences[number].start : page.sentences[number].end]
    if who_goes_on == "we":
        return OURS.match(text) is not None
    if who_goes_on != "it" and any(in_words(text, title=False)):
        return True
    return PAST.search(text) is None and any(name in things(page) for name in opening_nouns(text))


def opening_nouns(text: str) -> list[str]:
    """The words that may be the subject of a sentence without a tree: "The new fish hall"."""
    start = SUBJECT.match(text)
    return start[1].lower().split(" ") if start else []


def told(root: Token | None) -> Token | None:
    """The clause that a sentence tells, without who says so: "The firm will build a plant, the mayor said"."""
    said = root.first("ccomp") if root is not None and root.lemma in words()["speech.verbs"] else None
    return said or root


def taken_up(spot: Spot) -> Iterator[str]:
    """What "it" may stand for: what the sentence before speaks of, or makes."""
    tree = spot.page.trees[spot.number - 1] if spot.number else None
    if spot.number and tree is None:
        part = spot.page.sentences[spot.number - 1]
        yield from opening_nouns(spot.page.folded[part.start : part.end])
    root = told(tree.root) if tree else None
    if tree is None or root is None:
        return
    who = root.first("nsubj", "nsubj:pass")
    label = LABEL.match(spot.page.folded[tree.tokens[0].start : tree.tokens[-1].end])
    if label:
        yield label[1].lower()
    doer = who is not None and who.tag in ("NN", "NNP")
    made = [] if doer else [thing.lemma.lower() for thing in announced(tree.tokens)]
    if who is not None and (who.low in PRONOUNS or who.lemma.lower() in things(spot.page)):
        yield who.lemma.lower()
    if who is not None and who.low in PRONOUNS and spot.number > 1:
        before = Spot(spot.page, spot.number - 1, spot.mention, None)
        yield from taken_up(before)
    yield from made


def is_definite(token: Token) -> bool:
    """Whether a noun is one thing that the text knows: "the plant", "the new line"."""
    return any(child.low in ("the", "this", "its", "our", "their", "each") for child in token.of("det", "nmod:poss"))


__all__ = ["pending"]
