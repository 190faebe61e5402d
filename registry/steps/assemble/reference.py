"""What a word of the sentence stands for: a name, "it", "the company", "the camp".

A newcomer's mistake: leaving "the court" as it stands. What it stands for is the document's business (see `resolve`).
"""

from __future__ import annotations

import re

from registry.steps.assemble.spot import Spot
from registry.steps.parse.tree import Token
from registry.steps.resolve import DULL, looks_personal
from registry.steps.resolve.names import flat_name, singular
from registry.steps.resolve.publisher import is_reporter
from registry.steps.resolve.story import head_of
from registry.steps.resolve.words import common_nouns, words

PLURALS = frozenset({"it", "its", "they", "their", "we", "our", "us", "them", "itself"})
NUMERAL = re.compile(r"[IVXLC]+\.?|[A-Za-z]\.?")
# what a text about a reform, a hospital or a survey calls by its noun has no other name: "the bill raises the age"
OF_MATTER = frozenset(
    {"bill", "law", "act", "budget", "scheme", "project", "programme", "program", "survey", "study", "building"}
)
PERSONS = frozenset({"he", "his", "him", "she", "her"})


def named(spot: Spot, token: Token) -> str | None:
    """What a token names: a name, what a pronoun or "the company" stands for; None where it names nothing."""
    story = spot.page.story
    if token.tag.startswith("PRP"):
        return pronoun(spot, token)
    if re.fullmatch(r"(?:19|20)\d\d", token.text):
        return token.text if story.topic and story.topic.isdigit() else None
    told = story.name_at(token.start) if token.text[:1].isupper() else None
    if token.low in DULL or not (token.is_noun or told):
        return None
    if not token.is_name and (told is None or told not in story.names):
        return common(spot, token) if token.is_noun else None
    name = story.name_at(token.start) or story.expand(flat_name(token, spot.page.folded))
    if NUMERAL.fullmatch(name):
        return None
    if " " not in name and singular(name.lower()) in words()["nouns.generic"]:
        return story.meant(name.lower())
    known = " " in name or name in story.names or name in story.full
    stands = token.tag == "NNP" and token.dep in ("nsubj", "nsubj:pass", "nmod:poss", "ROOT")
    known = known or (stands and not begins_plainly(spot, token, name))
    return name if known and len(name) > 1 and name.lower() not in DULL else None


def begins_plainly(spot: Spot, token: Token, name: str) -> bool:
    """Whether a word has its capital only because a sentence begins with it: "Growers have picked", "Helicopters"."""
    first = token.start == spot.sentence.start
    return first and (name.lower() in common_nouns() or singular(name.lower()) != name.lower())


def pronoun(spot: Spot, token: Token) -> str | None:
    """What a pronoun stands for."""
    story = spot.page.story
    if token.low in PERSONS:
        return story.person(token.low, token.start) or story.topic
    if token.low in ("it", "its", "itself", "they", "their", "them"):
        near = antecedent(spot, token)
        if near:
            return near
    if token.low in ("we", "our", "us"):
        # in a talk others than the publisher speak; a ministry or an institute tells of something else
        author = None if spot.page.turns or (story.author and is_reporter(story.author)) else story.author
        return author or story.about
    return story.about if token.low in PLURALS else None


def antecedent(spot: Spot, pronoun: Token) -> str | None:
    """What "it" or "they" takes up: the subject of a clause around it, or of the sentence before."""
    for verb in [one for one in pronoun.ancestors() if one.is_verb]:
        for who in verb.of("nsubj", "nsubj:pass"):
            if who.index < pronoun.index and not who.tag.startswith(("PRP", "DT", "W", "EX")):
                return taken_up(spot, who, pronoun)
    last = spot.page.centre
    return last[1] if last is not None and spot.number - last[0] == 1 and pronoun.low in ("it", "its") else None


def taken_up(spot: Spot, who: Token, pronoun: Token) -> str | None:
    """A noun that "it" or "they" may take up, by what it names; a person or one of several is no "it"."""
    one = pronoun.low not in ("they", "their", "them")
    if who.is_name:
        name = spot.page.story.name_at(who.start)
        full = spot.page.story.expand(name) if name else ""
        return None if name is None or (one and looks_personal(full)) else full
    if one and who.tag != "NN":
        return None
    return common(spot, who)


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
    if inner is not None and is_thing(token) and story.meant(token.lemma) is None:
        return flat_name(token, spot.page.folded)
    if token.low not in words()["nouns.generic"] and token.lemma not in words()["nouns.event"]:
        return named(spot, inner) if inner is not None else thing(spot, token)
    return story.meant(token.lemma if not inner else token.low) or (
        flat_name(token, spot.page.folded) if inner else thing(spot, token)
    )


def thing(spot: Spot, token: Token) -> str | None:
    """A thing that the text speaks of as one that is known, and that is a subject of its own: "the camp"."""
    definite = {child.low for child in token.of("det", "nmod:poss")} & {"the", "this", "its", "their"}
    owns = token.dep == "nmod:poss" or (token.dep == "nmod" and token.word("case") == "of")
    if not definite or not is_thing(token) or not (owns or token.dep.startswith("nsubj")):
        return None
    if spot.is_money and token.low in words()["nouns.payable"]:
        return None
    story = spot.page.story
    known = (name for name, _ in story.names.most_common(40) if " " in name)
    first = [story.about] if story.about and " " in story.about else []
    whole = next((name for name in (*first, *known) if head_of(name) == token.low), None)  # the Ellery Tunnel
    if whole and not token.of("amod", "compound"):
        return whole
    return None if token.low in OF_MATTER else flat_name(token, spot.page.folded)


def is_thing(token: Token) -> bool:
    """Whether a noun is one for a single thing that has figures of its own: "the lighthouse", "the express"."""
    return token.tag == "NN" and token.low in words()["nouns.things"] - words()["nouns.vague"]
