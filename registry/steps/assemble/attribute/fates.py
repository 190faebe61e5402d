"""What people who are counted are called by what they do and by what befell them: deaths, voters, prisoners.

A newcomer's mistake: the verb beside them, whoever does it. "Police killed 12" counts deaths, "12 died" does, and so
does "the death of 12 people"; "12 killed a man" does not.
"""

from __future__ import annotations

from registry.steps.assemble.spot import subject_of, verb_of
from registry.steps.parse.tree import Token
from registry.steps.resolve.words import words

PARTICLES = frozenset({"after", "away", "back", "down", "for", "in", "off", "on", "out", "over", "up", "through"})
OWN_FATE = frozenset({"die", "perish", "drown", "survive", "suffocate", "asphyxiate", "succumb"})
BECOMES = frozenset({"fall", "become", "be", "get", "go"})
BRINGS = frozenset(
    {"take", "bring", "rush", "airlift", "fly", "admit", "transport", "transfer", "treat", "carry", "lead", "get"}
)
HOSPITALS = frozenset({"hospital", "clinic"})
SHORE = frozenset({"ashore", "aboard"})
TAKES = frozenset({"take", "bring", "pick", "pluck", "lift", "winch", "fish", "haul", "pull", "drag"})
WRECKS = frozenset(
    {"boat", "ship", "vessel", "raft", "dinghy", "sea", "water", "wreck", "rubble", "debris", "ruin", "roof"}
)
CAUSES = frozenset({"appeal", "fund", "campaign", "charity", "collection", "cause"})
HOMES = frozenset({"homes", "home", "houses", "house"})
SHELTERS = frozenset({"shelter", "gymnasium", "gym", "hotel", "accommodation", "lodging"})
SOUGHT = frozenset({"found", "located", "traced"})
MOVED = frozenset({"move", "take", "bring", "relocate", "transfer"})
# "Sentenced to death", "bored to death" tell of nobody's death.
ALIVE = frozenset({"sentenced", "condemned", "scared", "frightened", "bored", "terrified", "worried", "linked", "led"})
BODIES = frozenset({"body", "bodies", "remains", "corpse", "corpses"})
# Nouns of what befalls people, and the verbs that they come from.
DEEDS = {
    "arrest": "arrest",
    "death": "die",
    "killing": "kill",
    "murder": "kill",
    "evacuation": "evacuate",
    "rescue": "rescue",
    "detention": "detain",
    "drowning": "drown",
    "conviction": "convict",
    "acquittal": "acquit",
    "displacement": "displace",
}
TIMES = frozenset(("day", "week", "month", "year", "hour", "daily", "weekly", "annually"))


def patient(head: Token) -> str | None:
    """What people are called to whom something is done: "employs 40 people" counts employees."""
    if head.dep != "obj":
        return None
    if head.head.low == "carrying" and head.low in ("people", "persons"):
        by_time = any(word.low in TIMES for word in (*head.subtree(), *head.head.subtree()))
        return None if by_time else "person on board"  # "a coach carrying 46 people"; a line carries 4,600 a day
    return words().patients.get(head.head.lemma)


def target(head: Token) -> str | None:
    """What people are called against whom something is: "warrants outstanding against 13 persons"."""
    if head.dep not in ("nmod", "obl") or head.word("case") not in ("against", "for", "on"):
        return None
    thing = head.head if head.head.is_noun else subject_of(verb_of(head.head))
    return words().targets.get(thing.lemma) if thing is not None else None


def agent(head: Token) -> str | None:
    """What people who do something are called: "people voted" counts voters."""
    deed = head.head if head.dep == "nsubj" else head.first("acl:relcl", "acl")
    if head.dep in ("nmod", "obl") and head.head.low == "home":
        return "inhabitant"
    state = next((one for one in deed.of("obl") if one.lemma in words()["nouns.states"]), None) if deed else None
    if deed is not None and deed.lemma == "live" and state is not None:
        return f"person living in {state.lemma}"
    if head.dep == "nmod" and head.word("case") == "of" and head.head.lemma in words().parts:
        return words().parts[head.head.lemma]
    return doer(deed) if deed is not None else None


def doer(deed: Token) -> str | None:
    """What those are called who do something: who "took part", "gave to the appeal" or voted."""
    if deed.lemma == "take" and any(child.low == "part" for child in deed.of("obj")):
        return "participant"
    if deed.lemma in ("cross", "reach") and any(child.low in ("line", "finish") for child in deed.of("obj")):
        return "finisher"
    if deed.lemma == "give" and any(one.low in CAUSES and one.word("case") == "to" for one in deed.of("obl")):
        return "donor"
    return words().agents.get(deed.lemma)


def participle(head: Token) -> str | None:
    """What happened to people: "75 people were killed" counts deaths."""
    if head.dep == "nmod" and head.word("case") == "of" and head.head.low in BODIES:
        return words().tolls["die"]  # "the bodies of 28 people"
    if head.dep == "nmod" and head.word("case") == "of" and head.head.low in DEEDS:
        return words().tolls[DEEDS[head.head.low]]
    deed = head.head if head.dep in ("nsubj:pass", "nsubj", "obj") else head.first("acl", "acl:relcl", "amod")
    if deed is None:
        return None
    return toll_of(head, deed) or state_of(head, deed) or outcome_of(head, deed) or done(head, deed)


def toll_of(head: Token, deed: Token) -> str | None:
    """What people are called who died, or to whom a verb of harm did what it says."""
    table = words()
    to_death = any(one.low == "death" and one.word("case") == "to" for one in deed.of("obl", "nmod"))
    if to_death and deed.low not in ALIVE:
        return table.tolls["die"]  # "crushed to death"
    if deed.lemma == "lose" and head.dep == "nsubj" and any(child.low in HOMES for child in deed.of("obj")):
        return table.adjectives["homeless"]
    if deed.lemma == "lose" and head.dep == "nsubj" and any(child.low in ("lives", "life") for child in deed.of("obj")):
        return table.tolls["die"]
    return table.tolls.get(deed.lemma) if head.dep != "nsubj" or deed.lemma in OWN_FATE else None


def outcome_of(head: Token, deed: Token) -> str | None:
    """What people are called by how something ended for them: "were pulled out alive"."""
    table = words()
    state = next((one.low for one in deed.subtree() if one.low in table.outcomes and one.index > deed.index), None)
    if state is None or head.dep not in ("nsubj:pass", "nsubj", "obj"):
        return None
    saved = table.outcomes[state] == "survivor" and deed.lemma in table["deeds.saving"]
    return table.tolls["rescue"] if saved else table.outcomes[state]


def done(head: Token, deed: Token) -> str | None:
    """What people are called by the participle of what was done to them."""
    active = deed.lemma in words().agents and not deed.of("aux:pass") and deed.dep != "acl"  # "9,000 people signed"
    passive = (head.dep == "nsubj:pass" or (deed.dep == "acl" and deed.tag == "VBN")) and not phrasal(deed)
    passive = passive and not active
    if passive and deed.low in SOUGHT and any(one.low in ("not", "n't", "never") for one in deed.of("advmod")):
        return words().adjectives["missing"]  # "six people have not been found"
    told = deed.tag == "VBN" and deed.low != "been" and deed.lemma not in words()["deeds.idle"]
    return f"{deed.low} person" if passive and told else None


def state_of(head: Token, deed: Token) -> str | None:
    """What people are called by the state that they are in, or are brought into."""
    if deed.low in words().adjectives:
        return words().adjectives[deed.low]
    found = become(deed) if deed.lemma in BECOMES else held(deed)
    return found or (brought(deed) if head.dep != "nsubj" else None) or fell_ill(deed)


def held(deed: Token) -> str | None:
    """What people are called by the state that others hold them to be in: "reported missing", "feared dead"."""
    if deed.tag != "VBN" or deed.lemma not in words()["deeds.judging"]:
        return None
    states = (one.low for one in deed.children if one.index > deed.index and one.low in words().adjectives)
    return next((words().adjectives[low] for low in states), None)


def brought(deed: Token) -> str | None:
    """What people are called who are brought somewhere: to hospital, to safety, ashore or off a boat."""
    if deed.lemma in TAKES and is_saved(deed):
        return words().tolls["rescue"]
    if deed.lemma in MOVED and any(
        one.lemma in SHELTERS and one.word("case") in ("to", "into") for one in deed.of("obl")
    ):
        return words().tolls["evacuate"]
    if deed.lemma not in BRINGS:
        return None
    goals = {one.lemma for one in deed.of("obl")} | {one.lemma for child in deed.of("obl") for one in child.of("conj")}
    where = "hospitalize" if goals & HOSPITALS else "rescue" if "safety" in goals else ""
    return words().tolls.get(where)


def is_saved(deed: Token) -> bool:
    """Whether somebody is taken off what is in distress, or brought ashore."""
    if any(one.low in SHORE for one in deed.of("advmod", "compound:prt")):
        return True
    return any(one.lemma in WRECKS and one.word("case") in ("off", "from", "out") for one in deed.of("obl"))


def fell_ill(deed: Token) -> str | None:
    """What people are called who "come down with" something or "suffer from" it."""
    behind = {child.low for child in deed.children}
    down = deed.lemma == "come" and "down" in behind and any(one.word("case") == "with" for one in deed.of("obl"))
    ill = down or (deed.lemma == "fall" and bool(behind & {"ill", "sick"}))
    return words().adjectives["ill"] if ill else None


def become(deed: Token) -> str | None:
    """What people are called by what became of them: "people who have fallen ill"."""
    states = (one for one in deed.children if one.tag == "JJ" and one.index == deed.index + 1)
    return next((words().adjectives[one.low] for one in states if one.low in words().adjectives), None)


def phrasal(deed: Token) -> bool:
    """Whether a verb says what it says only with a small word behind it: "looked after", "taken away"."""
    return any(
        child.tag in ("RP", "IN", "RB") and child.dep in ("compound:prt", "advmod") and child.low in PARTICLES
        for child in deed.children
        if child.index == deed.index + 1
    )
