"""A speaker's name, from the noun that stands beside a verb of saying.

A newcomer's mistake: the noun itself. A spokesman speaks for those he speaks for, "he" for the last speaker, an office
for its holder.
"""

from __future__ import annotations

import re

from registry.model.assertion import Kind
from registry.steps.assemble.attribution.behind import (
    FIRMS,
    addressed,
    behind_office,
    behind_sort,
    beside_verb,
    body_at,
    brought_in,
    is_owner,
    named_between,
    named_by_quote,
    office_holder,
    opens_with,
    right_before,
    subject,
    takes_turns,
    untraded,
)
from registry.steps.assemble.attribution.called import can_trade, meant_by, named_behind
from registry.steps.assemble.attribution.papers import gatherer, maker
from registry.steps.assemble.spot import Page
from registry.steps.parse.tree import Token, Tree
from registry.steps.resolve import looks_personal
from registry.steps.resolve.names import flat_name
from registry.steps.resolve.words import words

NEAR, GOING_ON = 2, ("conj", "advcl")  # "imposed duties, saying that"
REPORTERS = frozenset({"reporter", "correspondent", "photographer", "team", "desk"})
CHARGED = frozenset({"charge", "count", "offence", "offense", "theft", "burglary", "assault", "robbery", "crime"})
PAPERS = frozenset({"report", "study", "audit", "review", "analysis"})
FILED = frozenset({"indictment", "complaint", "lawsuit", "suit", "filing", "affidavit", "petition", "document"})
INITIALS = re.compile(r"(?:[A-Z]\.)+[A-Z]?\.?")
SPOKEN_FOR = re.compile(r"\b(?:spokes|official|representative|head|chief|director|leader)")
OFFICE_OF = ("spokesman", "spokeswoman", "spokesperson")


def head_at(tree: Tree | None, start: int, end: int) -> Token | None:
    """The noun that a stretch of words is about."""
    inside = tree.within(start, end) if tree else []
    first = next((token for token in inside if token.is_noun or token.tag == "PRP"), None)
    while (
        first is not None
        and not first.is_root
        and first.dep in ("compound", "flat", "nmod:poss", "nmod:desc", "amod")
        and first.head.end <= end
    ):
        first = first.head
    return first


def told(page: Page, verb: Token) -> str | None:
    """The speaker of a verb of saying; that of the first of two verbs for both."""
    if verb.lemma == "point" and verb.word("compound:prt") != "out":
        return None
    who = subject(page, verb) or (verb.head.first("nsubj") if verb.dep in GOING_ON and not verb.is_root else None)
    if who is None and verb.tag in ("VBD", "VBZ") and (name := right_before(page, verb)):
        return name
    if (
        who is None
        or (verb.lemma == "claim" and any(one.low in ("lives", "life") for one in verb.of("obj")))
        or (verb.lemma == "admit" and any(one.lemma in CHARGED for one in verb.of("obj")))
        or verb.first("nsubj:pass")
        or (who.low in words()["speech.nobody"] and who.low not in ("it", "they"))
    ):
        return None
    if (
        who.word("case") == "'s" and who.end < verb.start
    ):  # "the fund's managing director, Ana Ruiz, says": the parser erred
        return named_between(page, who, verb)
    if who.start > verb.end and (name := behind_office(page, verb.end)):
        return name
    first = min((one.start for one in who.of("compound", "amod")), default=who.start)
    return behind_sort(page, first, verb.start) or beside_verb(page, who, verb) or label(page, who)


def label(page: Page, who: Token) -> str | None:
    """A speaker as a name; a spokesman speaks for those he speaks for."""
    if who.tag in ("PRP", "PRP$"):
        return pronoun(page, who)
    if not who.is_noun or who.lemma in ("correction", "people", "version"):
        return None
    if is_mute(page, who) or is_figure(page, who) or is_anyone(who) or is_shown_by(who):
        return None
    if (made := maker(who)) is not None:
        return label(page, made)
    if who.lemma in words()["speech.sources"] | words()["speech.mute"] or who.low in words()["speech.sources"]:
        return behind_source(page, who)
    named = who.is_name or (who.text[:1].isupper() and bool(who.of("flat")))  # "Ma Liya" is no mother
    if (full := body_at(page, who)) or (named and (full := page.story.name_at(who.start))):
        return flat_name(who, page.folded) if INITIALS.fullmatch(full) else full  # "the U.S. Geological Survey"
    return office_holder(page, who) or spoken_for(page, who)


def is_mute(page: Page, who: Token) -> bool:
    """Whether a word never speaks: a price, a unit, a month; but "Jan Holm" and "June Aas" do."""
    if who.low in words()["speech.silent"] or who.low in words().dimension:
        return True
    return who.low in words()["scope.calendar"] and not looks_personal(page.story.name_at(who.start) or "")


def is_shown_by(who: Token) -> bool:
    """Whether something shows what nobody says: "the gauge shows that", "the mark on the wall showed"."""
    if who.is_root or who.dep != "nsubj" or who.head.lemma != "show" or who.is_name or who.tag.endswith("S"):
        return False
    table = words()
    known = table["speech.voices"] | table["nouns.bodies"] | table["nouns.persons"] | table["speech.sources"]
    return not ({who.low, who.lemma} & (known | table["speech.mute"] | PAPERS))


def is_anyone(who: Token) -> bool:
    """Whether a noun names nobody in particular, or the teller's own: "people", "my sister and I had saved"."""
    owners = {one.low for one in who.of("nmod:poss")}
    if ("my" in owners and not who.text[:1].isupper()) or (owners & {"our", "this"} and who.lemma in REPORTERS):
        return True
    return who.lemma == "person" and not who.of("amod", "acl", "acl:relcl", "nmod")


def is_figure(page: Page, who: Token) -> bool:
    """Whether a word belongs to a figure: "twelve" says nothing."""
    return any(
        one.kind is not Kind.DATE and one.start < who.end and who.start < one.end
        for one in page.mentions[page.number_of(who.start)]
    )


def behind_source(page: Page, who: Token) -> str | None:
    """Who speaks through a paper: "figures that the city published", "the ministry's data", "its website"."""
    owner = next((one for one in who.of("nmod:poss", "compound", "nmod") if is_owner(one)), None) or gatherer(who)
    if owner is not None:
        return label(page, owner) if owner.is_noun or owner.low in ("its", "his", "her", "their") else None
    if who.is_name and (name := page.story.name_at(who.start)) and " " in name:
        return name
    if who.lemma in PAPERS and who.word("det") in ("a", "an", "another", "the") and who.of("amod", "nmod", "compound"):
        return flat_name(who, page.folded)
    own = who.lemma in words()["speech.sources"] - words()["speech.mute"] and not list(who.of("amod", "nmod"))
    own = own and (who.tag == "NN" or bool(who.of("det", "nmod:poss")))  # "according to reports" names nobody
    return f"{page.story.topic or ''} {who.low}".strip() if own else None


def pronoun(page: Page, who: Token) -> str | None:
    """Who "he" or "it" is as a speaker: the last one, or whom the document is about."""
    if who.low in ("you", "your"):
        return addressed(page, page.number_of(who.start))
    if who.low not in ("he", "she", "it", "they", "its", "their", "his", "her"):
        return None
    low = {"its": "it", "their": "they", "his": "he", "her": "she"}.get(who.low, who.low)
    last = page.voice[1] if page.voice and page.number_of(who.start) - page.voice[0] <= NEAR else None
    if (teller := same_as_teller(page, who) or said_aside(page, who)) is not None:
        return teller
    if low in ("he", "she"):
        before = just_told(page, page.number_of(who.start)) or named_by_quote(page, page.number_of(who.start), low)
        if last and (last == page.source.publisher or is_body(page, last) or is_unspoken(page, last)):
            last = None
        one = brought_in(page, who)
        found = before or (label(page, one) if one else None) or last or page.story.person(low, who.start)
        return found if found is None or not page.turns or not takes_turns(page, found) else None
    return impersonal(page, who, low, last)


def impersonal(page: Page, who: Token, low: str, last: str | None) -> str | None:
    """The body that "it" or "they" stands for: who was heard last, or what the sentence before was about."""
    number = page.number_of(who.start)
    if number in page.quoted or page.folded.count('"', page.sentences[number].start, who.start) % 2:
        return None  # what somebody says aloud "it says" is not of the last speaker
    stale = last is None or looks_personal(last) or (page.voice is not None and page.voice[0] < number - 1)
    if stale and number not in page.quoted and (body := centred(page, number, low)):
        return body
    if last and looks_personal(last) and last in page.story.women:
        last = None
    if not last and low == "it" and (body := just_told(page, number, personal=False)):
        return body
    topic = page.story.topic
    return last or (None if low == "they" and topic in page.story.women else topic)


def same_as_teller(page: Page, who: Token) -> str | None:
    """Whoever says it of itself: "the hospital said it had admitted nine"."""
    verb = who.head
    above = verb.head if verb.dep == "ccomp" and not verb.is_root else None
    if above is None or above.lemma not in words()["speech.verbs"] or who.dep not in ("nsubj", "nsubj:pass"):
        return None
    teller = subject(page, above)
    return label(page, teller) if teller is not None and teller.is_noun and teller.index < who.index else None


def said_aside(page: Page, who: Token) -> str | None:
    """The body that a sentence is about, where "it said" stands behind what it says: "The court fined him, it said"."""
    verb = who.head
    telling = words()["speech.verbs"] | words()["speech.settings"]
    if who.low not in ("it", "they") or verb.lemma not in telling or who.dep != "nsubj":
        return None
    said = [one for one in verb.of("ccomp", "parataxis") if one.index < who.index]
    tops = said or ([verb.head, *verb.head.ancestors()] if verb.dep in ("parataxis", "conj") else [])
    head = next((one.first("nsubj") for one in tops if one.first("nsubj")), None)
    if (
        head is None
        or not head.is_noun
        or head.end > who.start
        or (who.low == "it") != head.tag.endswith(("NN", "NNP"))
    ):
        return None
    known = words()["speech.voices"] | words()["nouns.bodies"] | words()["speech.rulers"] | FIRMS
    name = label(page, head) if head.is_name or head.low in known or head.lemma in known else None
    return name if name and not looks_personal(name) and name not in page.story.placed else None


def centred(page: Page, number: int, low: str) -> str | None:
    """The body that the sentence before was about, for "it says" and "they say"."""
    name = page.centre[1] if page.centre is not None and page.centre[0] == number else None
    tree = page.trees[number - 1] if number else None
    root = tree.root if tree is not None else None
    who = root.first("nsubj", "nsubj:pass") if root is not None else None
    if not number or page.sentences[number].block is not page.sentences[number - 1].block:
        return None
    if tree is None:
        return opens_with(page, number - 1)
    if who is None or not who.is_noun:
        return None
    known = words()["speech.voices"] | words()["nouns.bodies"]
    people = low == "they" and who.tag == "NNS" and who.lemma in words()["nouns.persons"]
    body = who.low in known or who.lemma in known or who.lemma in FIRMS or people
    return label(page, who) if body and (name is None or not page.story.is_person(name)) else None


def just_told(page: Page, number: int, *, personal: bool = True) -> str | None:
    """The person, or the body, whom the sentence before, in the same paragraph, has as saying something."""
    if not number or page.sentences[number].block is not page.sentences[number - 1].block:
        return None
    tree = page.trees[number - 1]
    verbs = words()["speech.verbs"]
    told_by = (
        [subject(page, one) for one in tree.tokens if one.is_verb and one.lemma in verbs] if tree is not None else []
    )
    names = [label(page, who) for who in told_by if who is not None and who.tag not in ("PRP", "PRP$")]
    return next((name for name in reversed(names) if name and looks_personal(name) is personal), None)


def is_unspoken(page: Page, name: str) -> bool:
    """Whether the last speaker is called by the noun of a body, "fire service", and nobody spoke for it."""
    known = words()["nouns.bodies"] | FIRMS | {"police", "unions", "authorities"}
    if page.voice is None or not name.islower() or name.split()[-1] not in known:
        return False
    part = page.sentences[page.voice[0]]
    return SPOKEN_FOR.search(page.folded, part.start, part.end) is None


def is_body(page: Page, name: str) -> bool:
    """Whether a speaker is a name that is no person's: "he" is not Norwind."""
    return name in page.story.names and not looks_personal(name)


def spoken_for(page: Page, who: Token) -> str | None:
    """A noun phrase as a speaker: the ministry behind its spokesman, or its own words."""
    story = page.story
    behind = next((child for child in who.of("nmod", "nmod:poss", "compound")), None)
    if who.lemma in OFFICE_OF and behind is not None and behind.tag == "PRP$":
        return story.topic or who.low
    if who.lemma in OFFICE_OF and behind is not None:
        return meant_by(page, behind, flat_name(behind, page.folded)) or story.expand(flat_name(behind, page.folded))
    if who.lemma in OFFICE_OF and (body := body_before(page, who)):
        return body
    beside = (child for child in who.of("appos", "flat") if child.is_name and child.first("cop") is None)
    named = (
        next(beside, None) if not (who.is_name or who.lemma in FILED) else None
    )  # not "the club, whose chairman is Dominic Hale"
    name = flat_name(named or who, page.folded)
    name = untraded(name) if (named or who).is_name else name
    if who.is_name or named is not None:
        return story.expand(name)
    if body := named_behind(page, who) or meant_by(page, who, name):
        return body
    if " " in name:
        return story.expand(name)
    meant = story.meant(who.low) if who.word("det") == "the" and who.lemma in FIRMS else None
    firm = meant is not None and meant not in story.placed and can_trade(page, meant)
    return story.sorts.get(name) or (meant if firm else None) or name


def body_before(page: Page, who: Token) -> str | None:
    """The body that the sentence was about, or that was heard before, for "a spokesman said"."""
    known = words()["speech.voices"] | words()["nouns.bodies"] | FIRMS
    top = next(reversed([who, *who.ancestors()]))
    heads = (one for one in top.subtree() if one.index < who.index and one.dep in ("nsubj", "nsubj:pass"))
    body = next((one for one in heads if one.is_noun and (one.low in known or one.lemma in known)), None)
    if body is not None:
        return label(page, body)
    voice = page.voice
    near = voice is not None and page.number_of(who.start) - voice[0] <= 1 and voice[1] not in page.story.women
    return voice[1] if voice is not None and near and not looks_personal(voice[1]) else None
