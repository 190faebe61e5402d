"""Whether a figure belongs to what is to be: a plan, a target, a forecast, a demand, a budget that has not begun.

A newcomer's mistake: "will" anywhere in the sentence. What depends on the verb of a plan is planned, and so are the
column of a coming year and the items below "Targets:"; what merely describes its doer is not.
"""

from __future__ import annotations

import re

from registry.model.assertion import Kind, Status
from registry.model.moment import Moment
from registry.steps.assemble.attribute.answers import asked_ahead
from registry.steps.assemble.attribute.bargaining import on_offer
from registry.steps.assemble.dating.standing import has_moved
from registry.steps.assemble.spot import Spot, climb, subject_of, verb_of
from registry.steps.assemble.status.announcing import things
from registry.steps.assemble.status.auxiliaries import bare_would, conditional, might, reported
from registry.steps.assemble.status.effects import takes_effect
from registry.steps.assemble.status.estimates import estimated_ahead
from registry.steps.assemble.status.negation import challenged
from registry.steps.assemble.status.plans_abroad import planned_abroad
from registry.steps.assemble.status.projects import pending
from registry.steps.assemble.status.schedules import below_plan, coming, tabled, worded
from registry.steps.assemble.status.sections import set_out
from registry.steps.assemble.status.settled import settled
from registry.steps.assemble.status.terms import in_force, reserved
from registry.steps.parse.tree import Token
from registry.steps.resolve.words import words

DEEP = 4
YEARLY = frozenset({"annual", "yearly", "regular", "core", "operating", "current"})
MEANT = frozenset({"mean", "suppose", "design", "set", "build"})
GOING = frozenset({"go", "come", "follow", "open", "close"})
PLANNED = re.compile(
    r"\b(?:plan(?:ned|s)?|due|scheduled|expected|promised|meant|target(?:ed)?|was to|were to|would|should)\b[^,;]*$",
    re.I,
)
DASH = re.compile(r" (?:-|--|\u2013|\u2014) ")
YEAR = re.compile(r"\b(20\d\d)\b")
_THINGS = "site town city village country company firm group island region district area field family party club school"
STANDING_THINGS = frozenset(f"{_THINGS} hospital university bank council court parliament army river park".split())
BARE = re.compile(r"\s*(?:$|[,;.)]|(?:and|while|but|for|that will)\b)")
LIKELIER = re.compile(r" (?:is|are|was|seems?|looks?) (?:far |much )?(?:more |most )?(?:likely|realistic|plausible)\b")
ECHOING = frozenset({"put", "reckon", "speak", "hear", "talk", "think"})
WARNED = re.compile(r"\bwarn(?:s|ed|ing)? (?:[a-z]+ ){0,2}?of (?:up to |about |around |some |another |more than )?$")
COUNTED = frozenset({"change", "measure", "recommendation", "amendment", "reform", "step", "candidate", "name"})
REVISED = re.compile(
    r"\b(?:offers?|bids?|appeals?|investments?|forecasts?|guidance|outlook|targets?|goals?|estimates?|projections?|proposals?|plans?)\b",
    re.I,
)


def planned(spot: Spot, chain: list[Token]) -> bool:
    """Whether the clause speaks of what is to be."""
    if settled(spot) or challenged(chain) or in_force(spot):
        return False
    if planned_abroad(spot) and not is_past(spot):
        return True
    return (
        (not is_past(spot) and any(looks_ahead(spot, chain, place) for place in range(len(chain))))
        or raised(spot)
        or tabled(spot)
        or worded(spot)
        or coming(spot)
        or below_plan(spot, chain)
        or asked_ahead(spot)
        or echoes(spot)
        or pending(spot)
        or set_out(spot)
        or estimated_ahead(spot)
        or WARNED.search(spot.before()) is not None
        or reserved(spot)
        or takes_effect(spot)
        or on_offer(spot)
    )


def is_past(spot: Spot) -> bool:
    """Whether a figure is a date that lies before the document, and no plan that the text tells of."""
    value, known = spot.mention.value, spot.page.source.published
    past = isinstance(value, Moment) and known is not None and value.high < known
    return past and not PLANNED.search(spot.before())


def looks_ahead(spot: Spot, chain: list[Token], place: int) -> bool:
    """Whether a word of the chain makes what hangs on it planned."""
    token = chain[place]
    if token.lemma == "agree" and spot.is_money:
        return False
    if token.start > spot.mention.end and DASH.search(spot.page.folded, spot.mention.end, token.start):
        return False  # "ticked up to 5 percent - analysts had expected 4.9"
    below = chain[place - 1] if place else None
    doer = below is not None and below.dep == "nsubj" and token.first("aux:pass") is None
    agent = below is not None and below.dep == "obl:agent" and (spot.counts or not spot.holds(below))
    if below is not None and (agent or describes(spot, below)):
        return False  # "pledged by 3,000 donors", "the 62-hectare site will need"; not "to be lowered by nine metres"
    todo = place < 2 and token.is_noun and any(bound(child) for child in token.of("acl"))
    counted = place == 1 and below is not None and below.dep == "nummod" and expects_noun(token)
    if counted or is_advice(token, below):
        return False  # "1,260 proposals came in" counts the proposals
    if todo or ahead(token, inner=place > 0 and not doer) or (place < DEEP and bound(token)):
        return True
    return (
        reported(token)
        or might(token)
        or conditional(token, spot.words)
        or bare_would(token, spot.words)
        or (place < DEEP and budgeted(token, dates=spot.mention.kind is Kind.DATE) and not begun(spot))
    )


def describes(spot: Spot, who: Token) -> bool:
    """Whether a figure only describes the known thing that will do something: "the town of 8,600 people will get"."""
    node = spot.node
    if who.dep != "nsubj" or node is None or node is who or (node.head is who and node.dep == "nummod"):
        return False
    known = who.word("det") == "the" and who.tag in ("NN", "NNP") and who.lemma in STANDING_THINGS
    return known and who.lemma not in things(spot.page)


def is_advice(verb: Token, below: Token | None) -> bool:
    """Whether what is recommended is counted and not what it comes to: "recommended 27 changes"."""
    told = verb.lemma in ("recommend", "propose", "suggest") and below is not None and below.dep == "obj"
    return told and below is not None and below.lemma in COUNTED and below.first("nummod") is not None


def ahead(token: Token, *, inner: bool) -> bool:
    """Whether a token speaks of the future: will, expected, a forecast."""
    if token.word("case") == "than" or token.word("mark") == "than":
        return False  # "a third less than forecast"
    table = words()
    helpers = {child.low for child in token.children if child.dep in ("aux", "aux:pass", "cop")}
    who = token.first("nsubj")
    aims = (
        who is not None
        and expects_noun(who)
        and who.lemma != "plan"
        and who.first("nummod") is None
        and not helpers & {"was", "were", "had"}
    )
    marked = (child for child in token.children if child.dep in ("amod", "acl", "advmod"))
    if (
        helpers & table["status.planned_auxiliaries"]
        or ("should" in helpers and "have" not in helpers and token.lemma in table["status.reaching"])
        or aims
        or any(foretells(one) for one in marked)
    ):
        return True
    if any(child.low in words()["status.forecasts"] and child.word("case") == "in" for child in token.of("nmod")):
        return True
    if token.low == "seen" and token.first("aux:pass") is not None and inner:
        return any(child.word("case") == "at" for child in token.of("obl"))  # "inflation is seen at 2.3 percent"
    return inner and (expects(token) or foretells(token))


def foretells(token: Token) -> bool:
    """Whether a word says that something is to come; "four times more likely" compares, "likely reached" guesses."""
    compares = token.low == "likely" and any(one.low in ("more", "less", "as", "times") for one in token.children)
    compares = compares or (token.low == "likely" and token.dep == "advmod" and token.head.tag in ("VBD", "VBN"))
    return token.low in words()["status.planned_words"] and not compares


def expects_noun(token: Token) -> bool:
    """Whether a noun means something planned; "goals" and "demand" also mean what is shot and bought."""
    if token.lemma == "chance" and any(child.word("case") == "of" for child in token.of("nmod")):
        return False  # "a 70 percent chance of rain" holds now
    return token.lemma in words()["status.planned_nouns"] and token.low not in ("goals", "demand")


def expects(token: Token) -> bool:
    """Whether a word expects what hangs on it."""
    table = words()
    if token.is_noun:
        return expects_noun(token)
    if not token.is_verb or {"would", "have"} <= {child.low for child in token.of("aux")}:
        return False
    if (
        token.lemma in MEANT
        and token.tag == "VBN"
        and any(one.word("mark") == "to" for one in token.of("xcomp", "advcl"))
    ):
        return True
    if token.lemma in table["status.planned_infinitives"] and token.first("xcomp") is not None:
        return True
    if token.lemma in table["status.asking_verbs"] - table["status.planned_verbs"]:
        return any(child.word("case") == "for" for child in token.of("obl", "nmod"))
    sure = token.tag != "VBG" or token.first("aux") is not None
    purpose = token.dep in ("advcl", "acl", "xcomp") and token.word("mark") == "to"
    return sure and not (purpose and token.lemma == "target") and token.lemma in table["status.planned_verbs"]


def raised(spot: Spot) -> bool:
    """Whether a figure is what a forecast or an offer was changed to: "raised its guidance to 7 percent"."""
    return has_moved(spot) and was_changed(spot)


def was_changed(spot: Spot) -> bool:
    """Whether a figure stands beside the verb that changes a forecast, an offer or an estimate."""
    node = climb(spot.node) if spot.node else None
    if node is None or node.is_root:
        return False
    verb = verb_of(node.head)
    if verb is None:
        return False
    things = [*verb.of("obj", "nsubj:pass", "nsubj"), *([verb.head] if verb.dep == "acl" and verb.tag == "VBN" else [])]
    return any(REVISED.fullmatch(one.low) and not (spot.counts and one.lemma == "estimate") for one in things)


def echoes(spot: Spot) -> bool:
    """Whether others put a planned figure otherwise: "It will cost 9 million. The union puts it at 12."."""
    number, fate = spot.page.fates.get(spot.unit, (-9, Status.ACTUAL))
    verb = verb_of(spot.node)
    if fate is not Status.PLANNED or spot.number - number > 1 or verb is None:
        return False
    if LIKELIER.match(spot.after()):
        return True
    if not BARE.match(spot.after()):
        return False
    who = subject_of(verb)
    return (
        verb.lemma in ECHOING and who is not None and not spot.holds(who) and verb.tag in ("VBD", "VBZ", "VBP", "VBN")
    )


def budgeted(token: Token, *, dates: bool) -> bool:
    """Whether an amount is what a budget provides for that has not begun."""
    return (
        not dates
        and token.lemma == "budget"
        and token.is_noun
        and token.dep not in ("compound", "nsubj", "nmod:poss")
        and not (token.dep == "obj" and token.head.lemma == "have")  # what it has, it has
        and token.word("amod") not in YEARLY  # "Annual budget: 9 million" is what there is to spend now
    )


def begun(spot: Spot) -> bool:
    """Whether the years that a sentence names for a budget have begun."""
    known, years = spot.page.source.published, [int(year) for year in YEAR.findall(spot.words)]
    return known is not None and bool(years) and max(years) <= known.year


def bound(token: Token) -> bool:
    """Whether something is to be done: "is to rebuild", "stands to lose", "posts to be cut", "jobs to go"."""
    helpers = [child for child in token.children if child.dep in ("aux", "aux:pass", "mark", "cop")]
    words_ = {child.low for child in helpers}
    if token.dep == "xcomp" and "to" in words_ and token.head.lemma in ("be", "stand", "go"):
        return token.head.lemma != "go" or token.head.tag == "VBG"
    if token.lemma == "stand" and any(child.word("mark") == "to" for child in token.of("xcomp")):
        return True
    if "to" in words_ and token.dep == "acl" and ("be" in words_ or token.lemma in GOING):
        return True
    return ("to" in words_ and bool(words_ & {"is", "are", "was", "were"})) or "due" in words_  # "was due to open"
