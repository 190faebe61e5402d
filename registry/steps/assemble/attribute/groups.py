"""Who is counted as one of many: people by what befell them, members of a crew, states that are parties to a treaty.

A newcomer's mistake: counting the noun as it stands. "Twelve people were killed" counts deaths, and "122 States are
parties" counts parties.
"""

from __future__ import annotations

from registry.steps.assemble.attribute.fates import OWN_FATE, agent, participle, patient, target
from registry.steps.assemble.spot import Attribute, Spot
from registry.steps.parse.tree import Token
from registry.steps.resolve.names import noun_phrase, singular
from registry.steps.resolve.words import words

SAVES = words()["deeds.saving"] | {"rescue", "save", "free"}
CREWS = frozenset({"crew", "staff", "family", "team", "gang", "group", "congregation", "band", "orchestra"})


def of_crew(head: Token, inner: Token) -> str:
    """What the members of a crew or a staff are called: "31 members of the crew were ill"."""
    if head.low != "members" or inner.low not in CREWS:
        return ""
    return (participle(head) or "person").replace("person", f"{inner.low} member")


def people(spot: Spot, head: Token) -> Attribute | None:
    """People by what they do or by what befell them."""
    if head.lemma == "survivor" and head.dep in ("obj", "nsubj:pass") and head.head.lemma in SAVES:
        return Attribute("rescued survivor", head, "people")
    if singular(head.low) in words()["nouns.people"]:
        done = participle(head) or agent(head) or patient(head) or target(head)
        if done:
            return Attribute(done, head, "people")
    dies = head.dep == "nsubj" and head.head.lemma in OWN_FATE - {"survive"}  # whoever they are, they are dead
    harmed = dies or (head.dep in ("obj", "nsubj:pass") and head.head.lemma in words().tolls.keys() - {"survive"})
    fate = participle(head) if harmed or singular(head.low) in words()["nouns.persons"] else None
    if fate is None:
        return None
    noun = noun_phrase(head, taboo=(spot.mention.start, spot.mention.end))
    if fate.split()[0] in noun.split():
        return Attribute(noun, head, "people")  # "184 sick passengers"
    return Attribute(f"killed {noun}" if fate == "death" else fate.replace("person", noun), head, "people")


def with_crew(head: Token) -> bool:
    """Whether one figure counts passengers with those who work there: "58 passengers and crew"."""
    return any(one.lemma == "crew" and one.first("nummod", "det", "nmod:poss") is None for one in head.of("conj"))


def membership(spot: Spot, head: Token) -> Attribute | None:
    """States that are parties or members: "124 States Parties", "122 States are parties to the treaty"."""
    if head.lemma not in ("state", "country", "nation", "party", "government") or spot.tree is None:
        return None
    after, before = spot.tree.after(head), spot.tree.before(head)
    if head.head.lemma == "sign" and is_signing(head):
        return Attribute(f"signatory {head.lemma}", head, "counted")
    if head.low == "states" and after is not None and after.low == "parties":
        return Attribute("state party", head if head.of("nmod:poss") else max(head, after, key=weight), "counted")
    if head.low == "parties" and before is not None and before.low == "states":
        return Attribute("state party", head, "counted")
    role = head.head if head.dep == "nsubj" and head.head.is_noun else None
    if role is not None and role.lemma in ("party", "member", "signatory"):
        names = {"party": "state party", "member": f"member {head.lemma}", "signatory": f"signatory {head.lemma}"}
        return Attribute(names[role.lemma], role, "counted")
    return None


def is_signing(head: Token) -> bool:
    """Whether states sign what is signed: "it has been signed by 127 countries", "127 countries have signed it"."""
    return (head.word("case") == "by" and head.head.tag == "VBN") or head.dep == "nsubj"


def weight(token: Token) -> int:
    """How many words hang on a word."""
    return len(token.children)
