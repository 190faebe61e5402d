"""What the act is called that a verb or a label tells of, and what it is done to: "the bridge opened", "Signed".

A newcomer's mistake: the verb alone. "Ran out" and "took effect" are other acts than running and taking, and the
dates of "rose" and "was" only frame a figure.
"""

from __future__ import annotations

import re
from functools import lru_cache

from registry.model.moment import Bound, Moment
from registry.steps.assemble.spot import Attribute, Spot, antecedent, is_name, subject_of
from registry.steps.parse.tree import Token
from registry.steps.resolve.names import noun_phrase, singular
from registry.steps.resolve.words import words

SINCE = re.compile(r"\b(?:since|(?:going|dating|dates|goes) back to)(?: the)?\s*$", re.I)
UNTIL = re.compile(r"\b(?:until|till|through)(?: the)?\s*$", re.I)
BY = re.compile(r"\b(?:by|no later than)(?: the)?\s*$", re.I)
NEVER, NOBODY = frozenset(("not", "never", "n't")), frozenset(("nobody", "none", "nothing"))
DONE_ONCE = frozenset(("list", "marry", "retire"))  # "has been listed since 1989"
LEADING = frozenset(("lead", "head", "chair", "run", "manage"))
SERVING = frozenset(("operation", "service", "use"))
FORCING = frozenset(("come", "enter", "go", "bring", "put"))
BEGUN = {"began": "start", "begun": "start"}
ACT_OF = re.compile(r"([a-z]+) of (?:the )?([a-z-]+(?: [a-z-]+)?)")
SPRING = 6  # the longest verbs that end in -ing themselves: spring, string
MOVED = frozenset(
    {"put off", "put back", "push back", "bring forward", "move forward", "move back", "pencil in", "take place"}
)
CONCLUDING = frozenset({"close", "complete", "conclude", "finalise", "finalize"})
LIGHT = frozenset({"take", "make", "reach", "give", "hold", "carry", "hand", "strike", "pass", "say", "issue"})
ACTED = frozenset({*words().acts.values()}) | words()["nouns.event"] | words()["levels.made"]
UNNAMED = words()["nouns.bodies"] | words()["nouns.people"] | words()["levels.unmeasured"]
SOLE, EDGES = words()["nouns.persons"] | {"official"}, frozenset({"start", "end"})
POLLS = frozenset({"poll", "polls", "market", "shop", "bidding", "exchange", "application", "booking", "bank", "share"})
DEALS = frozenset({"deal", "takeover", "merger", "acquisition", "purchase", "transaction", "sale", "tie-up", "buyout"})


def event_of(label: str) -> str:
    """What a label says was done, by the name that running text gets for it.

    >>> event_of("signed"), event_of("construction began"), event_of("start of construction"), event_of("verdict")
    ('signing', 'construction start', 'construction start', 'verdict')
    """
    if plain := done(label):
        return plain
    thing, _, last = label.rpartition(" ")
    if thing and " " not in thing and (name := BEGUN.get(last) or done(last)):
        return f"{thing} {name}"
    turned = ACT_OF.fullmatch(label)
    return f"{turned[2]} {turned[1]}" if turned and turned[1] in words().acts.values() else label


def done(participle: str) -> str | None:
    """The act that a participle tells of."""
    return participles().get(participle)


@lru_cache(maxsize=1)
def participles() -> dict[str, str]:
    """The past participles of the verbs of acts, as far as they are regular."""
    regular = {f"{verb[:-1] if verb.endswith('e') else verb}ed": name for verb, name in words().acts.items() if name}
    ending = {f"{verb[:-1]}ied": name for verb, name in words().acts.items() if verb.endswith("y")}
    doubled = {f"{verb}{verb[-1]}ed": name for verb, name in words().acts.items()}
    return doubled | regular | ending


def act(spot: Spot, verb: Token) -> Attribute:
    """The date of what a verb tells, with the thing that it is done to, where that is a common noun."""
    verb = verb.head if verb.lemma == "go" and verb.dep == "xcomp" and verb.head.lemma == "let" else verb
    if (made := light(verb)) is not None:
        return Attribute(f"{noun_phrase(made)} date", made, "deed")
    clock = isinstance(spot.mention.value, Moment) and spot.mention.value.clock
    happens = verb.lemma in words()["frames.happening"] and verb.lemma != "be"  # "the blast occurred at 5.10 am"
    if clock and not happens and verb.lemma in words()["frames.verbs"] and phrase(verb) not in words().acts:
        return Attribute("time", None, "clock")
    if is_happening(spot, verb):
        return happening(spot, verb)
    if (deal := concluded(verb)) is not None:
        return Attribute("deal completion date", deal, "deed")
    name = edge(spot, verb)
    return whole(spot, verb, name) if name else Attribute("", None, "frame")


def is_happening(spot: Spot, verb: Token) -> bool:
    """Whether a verb only tells when something happens or is to happen: "struck on", "is set for"."""
    told_for = verb.lemma in ("announce", "call") and spot.before().endswith(" for ")  # "a strike has been called for"
    told = phrase(verb)
    planned = told in MOVED or (verb.lemma in words()["frames.planning"] and told not in words().acts)  # not "set up"
    return told_for or planned or verb.lemma in words()["frames.happening"]


def edge(spot: Spot, verb: Token) -> str:
    """What the act of a verb is called; its start, its end or the last time where the date is that of an edge."""
    name = "completion" if verb.lemma == "finish" and verb.first("aux:pass") else called(verb)
    if bound(spot, SINCE, Bound.SINCE) and verb.lemma not in DONE_ONCE and not is_undone(verb):
        return "start in office" if is_led(spot, verb) else "start"
    if bound(spot, UNTIL, Bound.UNTIL):
        return (name or "start") if is_undone(verb) else "end"  # "it will not reopen until May"
    return name


def whole(spot: Spot, verb: Token, name: str) -> Attribute:
    """The date of an act by its name, with the thing that it is done to."""
    thing, told = patient(verb), phrase(verb)
    if thing is not None and told in words().acts and thing.low in told.split()[1:]:
        thing = subject_of(verb)  # "the floor gave way", "the new rate takes effect"
    thing = None if thing is not None and is_figure(spot, thing) else thing
    plain = thing is not None and thing.is_noun and not is_name(spot.page, thing) and not spot.holds(thing)
    unnamed = UNNAMED | (SOLE if name in EDGES else frozenset())
    name = "completion" if name == "construction" and is_deadline(spot, verb) else name
    name = "closure" if name == "closing" and thing is not None and thing.low not in POLLS else name
    tail = "target date" if is_deadline(spot, verb) else "date"
    named = plain and thing is not None and singular(thing.low) not in unnamed
    return Attribute(f"{noun_phrase(thing)} {name} {tail}" if named and thing else f"{name} {tail}", thing, "deed")


def light(verb: Token) -> Token | None:
    """The act that a verb of little meaning only carries: "a decision will be taken", "the first arrest was made"."""
    thing = verb.first("nsubj:pass", "obj") if verb.lemma in LIGHT else None
    thing = verb.head if verb.dep == "acl" and verb.lemma in LIGHT and verb.tag == "VBN" else thing
    told = thing is not None and thing.is_noun and not thing.is_name and singular(thing.low) in ACTED
    return thing if told and phrase(verb) not in words().acts else None


def is_undone(verb: Token) -> bool:
    """Whether something has not been done since a day, on which it was done last: "has not been painted since 1998"."""
    who = subject_of(verb)
    nobody = who is not None and (who.low in NOBODY or any(one.low == "no" for one in who.of("det")))
    return nobody or any(one.low in NEVER for one in verb.children)


def is_led(spot: Spot, verb: Token) -> bool:
    """Whether somebody leads something: "Moe, who has led the company since 2022"."""
    who = subject_of(verb) if verb.lemma in LEADING and verb.first("aux:pass") is None else None
    body = verb.first("obj")
    led = body is not None and body.lemma in words()["nouns.bodies"]
    return led and who is not None and (is_name(spot.page, who) or who.low in ("he", "she"))


def concluded(verb: Token) -> Token | None:
    """The deal that is closed, which its makers and their papers call by many names: "the takeover will close"."""
    thing = (patient(verb) or subject_of(verb)) if verb.lemma in CONCLUDING else None
    return thing if thing is not None and thing.lemma in DEALS else None


def happening(spot: Spot, verb: Token) -> Attribute:
    """The date of what happens or is planned: "the quake struck on", "a march is set for"."""
    thing = verb.first("nsubj:pass") or verb.first("nsubj") or (verb.head if verb.dep == "acl" else None)
    thing = antecedent(thing) if thing is not None else subject_of(verb) if verb.tag == "VBN" else None
    if thing is not None and thing.is_noun and not is_name(spot.page, thing):
        return Attribute(f"{noun_phrase(thing)} date", thing, "event")
    event = spot.page.story.event
    happens = verb.lemma in words()["frames.happening"] and event
    return Attribute(f"{event.split()[-1].lower()} date" if happens and event else "", None, "event")


def is_deadline(spot: Spot, verb: Token) -> bool:
    """Whether something is to be done by a date."""
    known = spot.page.source.published
    value = spot.mention.value
    ahead = isinstance(value, Moment) and known is not None and value.high > known
    return ahead and bound(spot, BY, Bound.LATEST) and verb.tag not in ("VBD", "VBN")


def bound(spot: Spot, before: re.Pattern[str], side: Bound) -> bool:
    """Whether a date is a limit: by the word before it, or as it was read."""
    value = spot.mention.value
    return before.search(spot.before()) is not None or (isinstance(value, Moment) and value.bound is side)


def phrase(verb: Token) -> str:
    """A verb with the small word or the object that makes one thing with it: "run out", "take effect"."""
    near = (child for child in verb.children if child.index == verb.index + 1)
    behind = (child.low for child in near if child.tag in ("RP", "RB", "IN") or child.low == "public")
    particle = next((child.low for child in verb.of("compound:prt", "obj", "xcomp", "obl:unmarked")), next(behind, ""))
    return f"{verb.lemma} {particle}"


def called(verb: Token) -> str:
    """What the act of a verb is called; nothing where its date only frames something else."""
    table = words()
    if (brought := forced(verb)) or (verb.lemma == "bear" and verb.tag != "VBN"):
        return brought  # "the stone bears the year 1688" tells of no birth
    if (joined := phrase(verb)) in table.acts:
        return table.acts[joined]
    if verb.lemma in table.acts:
        return table.acts[verb.lemma]
    if verb.lemma in table["frames.verbs"]:
        return ""
    return done(verb.low) or gerund(verb.lemma)  # the parser's lemma of "audited" may be "audite"


def forced(verb: Token) -> str:
    """What it is to come into force, into use, to light or under control."""
    goals = [*verb.of("obl", "obj", "compound:prt", "xcomp")]
    if verb.lemma in FORCING and any(one.low == "force" for one in goals):
        return "entry into force"
    if verb.lemma in FORCING and any(one.low in SERVING for one in goals):
        return "opening"
    if verb.lemma in FORCING and any(one.low == "light" and one.word("case") == "to" for one in goals):
        return "discovery"  # "the fraud came to light"
    under = any(one.low == "control" and one.word("case") == "under" for one in goals)
    return "control" if under else ""  # as what "was under control on 1 August" is called


def gerund(lemma: str) -> str:
    """A verb's noun in -ing.

    >>> gerund("name"), gerund("climb"), gerund("set"), gerund("opening")
    ('naming', 'climbing', 'setting', 'opening')
    """
    lemma = of_participle().get(lemma, lemma)  # the parser's lemma of "Held on 3 May"
    if lemma.endswith("ed") or (lemma.endswith("ing") and len(lemma) > SPRING):
        return lemma
    if lemma.endswith("e") and not lemma.endswith("ee"):
        return lemma[:-1] + "ing"
    short = len(lemma) <= 4 and lemma[-1] not in "wxyaeiou" and lemma[-2:-1] in "aeiou" and lemma[-3:-2] not in "aeiou"
    return lemma + (lemma[-1] if short else "") + "ing"


@lru_cache(maxsize=1)
def of_participle() -> dict[str, str]:
    """The verbs of irregular participles that are no verbs themselves."""
    return {past: verb for verb, past in words().participles.items() if past not in words().participles}


def is_figure(spot: Spot, thing: Token) -> bool:
    """Whether a word belongs to a figure of the sentence: the "%" of "rose 4% since 2001"."""
    return any(one.start <= thing.start < one.end for one in spot.page.mentions[spot.number][:60])


def patient(verb: Token) -> Token | None:
    """What an act is done to, or who does it; "which" is what stands before it."""
    who = verb.first("nsubj:pass") or verb.first("nsubj")
    if who is not None and who.low in ("which", "that") and verb.dep == "acl:relcl" and not verb.first("obj"):
        inner = next((one for one in verb.head.of("nmod") if one.word("case") == "of"), None)
        lasts = words().dimension.get(singular(verb.head.low)) == "duration"
        return inner if lasts and inner is not None else verb.head  # "five years of construction, which began in"
    return (
        verb.first("nsubj:pass")
        or verb.first("obj")
        or verb.first("nsubj")
        or (verb.head if verb.dep == "acl" else None)
    )
