"""Whose or what of: the possessor, the phrase after "of" or "in", the grammatical subject, the topic.

A newcomer's mistake: leaving "the court" as it stands. What it stands for is the document's business (see `resolve`).
"""

from __future__ import annotations

import re

from registry.model.assertion import Kind
from registry.model.span import BlockKind
from registry.steps.assemble.behaviour import parts
from registry.steps.assemble.spot import Attribute, Spot, subject_of, verb_of
from registry.steps.parse.tree import Token
from registry.steps.resolve import DULL, Story, looks_personal
from registry.steps.resolve.names import flat_name, singular
from registry.steps.resolve.naming import names_of
from registry.steps.resolve.words import words

LABEL = re.compile(r"^\W*([^:;.!?\n]{2,60}?)\s*:\s*[^:]{0,40}$")
AGED = re.compile(r"([A-Z][\w'-]+)\"?, $")
FRONTED = re.compile(r"^\W*(?:In|At|Across|Around|Near|For|On) (?:the [a-z]+,? (?:of )?)?([A-Z])")
PLURALS = frozenset({"it", "its", "they", "their", "we", "our", "us", "them", "itself"})
PERSONS = frozenset({"he", "his", "him", "she", "her"})
PLACED = ("in", "at", "on", "across", "for", "to", "from", "by")
BLANK = DULL | {"year", "quarter", "month", "day", "week", "half", "average", "total", "end", "time", "number"}
SELVES = frozenset({"states parties", "states", "parties", "member states", "members"})


def subject(spot: Spot, found: Attribute | None) -> str | None:
    """Whose or what of the mention is; the document's topic where the sentence gives none."""
    anchor, name, story = found.anchor if found else None, found.name if found else "", spot.page.story
    told = stated(spot, anchor, name)
    if name == "turnout" and not story.event:
        return told if told and is_event(told) else story.home
    if story.event and happens(name, story.event):
        return told if told and is_event(told) else story.event
    if told:
        return organisation(told, story) if name.startswith(("state party", "member ")) else told
    if story.brief and not story.event:
        plain = next(
            (token for token in candidates(spot, anchor) if token.low not in BLANK and is_plain(spot, token)), None
        )
        if plain is not None and plain is not anchor:
            return flat_name(plain, spot.page.folded) or story.about
    structured = spot.sentence.block.kind in (BlockKind.ITEM, BlockKind.ROW) or spot.tree is None
    return (story.section(spot.mention.start) if structured else None) or story.about


def is_plain(spot: Spot, token: Token) -> bool:
    """Whether a token is a noun, and no person who only passes by."""
    who = spot.page.story.name_at(token.start) if token.is_noun else None
    tells = token.dep == "nsubj" and token.head.lemma in words()["speech.orders"]
    return token.is_noun and not tells and not (who is not None and looks_personal(who) and passes(spot, token, who))


def stated(spot: Spot, anchor: Token | None, name: str) -> str | None:
    """The name that the label or the sentence gives."""
    told = labelled(spot) or aged(spot)
    if told:
        return told
    for token in candidates(spot, anchor):
        who = named(spot, token)
        if who and who.lower() not in SELVES and not (looks_personal(who) and passes(spot, token, who)):
            return who
    return fronted(spot)


def fronted(spot: Spot) -> str | None:
    """The place that a sentence begins with, where the document is about no event: "In Bergen the maximum was"."""
    hit = FRONTED.match(spot.words)
    story = spot.page.story
    if hit is None or story.event or spot.mention.kind is Kind.DATE:
        return None
    name = story.name_at(spot.sentence.start + hit.start(1))
    return name if name in story.names and not looks_personal(name) else None


def aged(spot: Spot) -> str | None:
    """The person whose age stands between commas: "Mara Lind, 37, said"."""
    hit = AGED.search(spot.before()) if spot.unit == "year" else None
    if hit is None or not re.match(r"\s*[,.;)]|$", spot.after()):
        return None
    return spot.page.story.name_at(spot.mention.start - len(hit.group()) + hit.start(1) - hit.start())


def labelled(spot: Spot) -> str | None:
    """The name in the label of a figure: "Shops of Norwind: 640", "Homes flooded, Hallby: 20"."""
    hit = LABEL.match(spot.before())
    if not hit:
        return None
    names = [name for _, name, first in names_of(hit.group(1)) if not first]
    return spot.page.story.expand(names[-1]) if names else None


def passes(spot: Spot, token: Token, who: str) -> bool:
    """Whether a person only tells, promises or orders what the figure is about."""
    if who == spot.page.story.topic or token.dep == "nmod:poss":
        return False
    return token.is_root or (token.dep == "nsubj" and token.head.lemma in words()["speech.orders"])


def happens(name: str, event: str) -> bool:
    """Whether an attribute is what an event does: its victims, its size, what it destroys."""
    said = set(parts(name))
    if said & (words()["behaviour.victims"] | words()["events.figures"]):
        return True
    return event.split()[-1] in words()["nouns.disaster"] and bool(said & words()["events.losses"])


def is_event(name: str) -> bool:
    """Whether a name is that of an event."""
    return bool(set(name.lower().split()) & (words()["nouns.event"] | words()["nouns.disaster"]))


def organisation(name: str, story: Story) -> str:
    """The organisation that a treaty set up, where the document is about it."""
    treaty = name.lower().split()[-1] in words()["nouns.treaties"]
    body = story.topic and set(story.topic.lower().split()) & words()["nouns.generic"]
    return story.topic if treaty and body and story.topic else name


def candidates(spot: Spot, anchor: Token | None) -> list[Token]:
    """The tokens that could name the subject, the likeliest first."""
    found: list[Token] = []
    at = anchor or spot.node
    if spot.mention.kind is Kind.DATE and anchor is not None and anchor.is_name:
        found += [anchor] if looks_personal(spot.page.story.name_at(anchor.start) or "") else []
    if at is not None and anchor is not None:
        found += at.of("nmod:poss")
        found += [child for child in at.of("nmod") if child.word("case") == "of" and not spot.holds(child)]
        found += [child for child in at.of("compound", "nmod:desc") if child.is_name]
    verb = verb_of(at)
    if verb is not None and verb.lemma in words()["speech.judging"]:
        found += [child for child in verb.of("obj", "iobj") if child is not anchor and not spot.holds(child)]
    head = subject_of(verb)
    speaks = verb is not None and verb.lemma in words()["speech.verbs"] | words()["speech.settings"]
    if head is not None and head is not anchor and not spot.holds(head) and not speaks:
        found.append(head)
    if at is not None and anchor is not None:
        found += [child for child in at.of("nmod") if child.word("case") in PLACED and not spot.holds(child)]
    if speaks and verb is not None:
        found += [child for child in verb.of("obj", "nsubj:pass") if child is not anchor and not spot.holds(child)]
    if verb is not None and head is anchor:
        found += [
            child for child in verb.of("obl", "obj") if child.is_name and child.word("case") in ("in", "at", "on", "")
        ]
    if at is not None and at.dep in ("nmod", "appos") and at.head.is_name:
        found.append(at.head)
    return found


def named(spot: Spot, token: Token) -> str | None:
    """What a token names: a name, what a pronoun or "the company" stands for; None where it names nothing."""
    story = spot.page.story
    if token.tag.startswith("PRP"):
        return pronoun(spot, token)
    if re.fullmatch(r"(?:19|20)\d\d", token.text):
        return token.text if story.topic and story.topic.isdigit() else None
    if token.low in DULL or not token.is_noun:
        return None
    if not token.is_name:
        return common(spot, token)
    name = story.name_at(token.start) or story.expand(flat_name(token, spot.page.folded))
    if " " not in name and singular(name.lower()) in words()["nouns.generic"]:
        return story.meant(name.lower())
    known = " " in name or name in story.names or name in story.full
    return name if known and len(name) > 1 and name.lower() not in DULL else None


def pronoun(spot: Spot, token: Token) -> str | None:
    """What a pronoun stands for."""
    story = spot.page.story
    if token.low in PERSONS:
        return story.person(token.low, token.start) or story.topic
    if token.low in ("we", "our", "us"):
        return story.author or story.about
    return story.about if token.low in PLURALS else None


def common(spot: Spot, token: Token) -> str | None:
    """What a common noun stands for: "the company", "the quake", "the mayor of Bergen"."""
    story = spot.page.story
    apart = next((child for child in token.of("appos") if story.name_at(child.start)), None)
    if apart is not None:
        return named(spot, apart)
    owner = token.first("nmod:poss")
    if owner is not None and owner.tag.startswith("PRP") and token.low not in words()["nouns.generic"]:
        return pronoun(spot, owner)
    inner = next((child for child in token.of("nmod:poss", "nmod") if child.is_name), None)
    if token.low not in words()["nouns.generic"] and token.lemma not in words()["nouns.event"]:
        return named(spot, inner) if inner is not None else thing(spot, token)
    return story.meant(token.lemma if not inner else token.low) or (
        flat_name(token, spot.page.folded) if inner else thing(spot, token)
    )


def thing(spot: Spot, token: Token) -> str | None:
    """A thing that the text speaks of as one that is known, and that is a subject of its own: "the camp"."""
    definite = {child.low for child in token.of("det", "nmod:poss")} & {"the", "this", "its", "their"}
    if not definite or token.tag != "NN" or token.low not in words()["nouns.things"]:
        return None
    if not token.dep.startswith("nsubj") or spot.page.story.event:
        return None
    return flat_name(token, spot.page.folded)
