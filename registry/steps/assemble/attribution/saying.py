"""Who says it by the tree: the subject of the verb of saying, counting or putting that a figure hangs on.

A newcomer's mistake: any subject of any verb above. "Found 12 bodies" reports nothing, "found that 12 had died" does.
"""

from __future__ import annotations

import re

from registry.model.assertion import Kind
from registry.steps.assemble.attribution.behind import is_owner
from registry.steps.assemble.attribution.papers import gatherer
from registry.steps.assemble.attribution.speakers import label, told
from registry.steps.assemble.attribution.turns import named
from registry.steps.assemble.spot import Spot, antecedent
from registry.steps.cues import cued
from registry.steps.parse.tree import Token
from registry.steps.resolve import looks_personal
from registry.steps.resolve.words import words

CANNOT = frozenset({"can", "could", "may", "might", "must", "will", "would", "to"})
ASKING = frozenset({"demand", "promise", "pledge"})  # "the union demands 12 percent" reports nothing
VOWING = frozenset({"promise", "pledge"})
HOPING = frozenset({"hope", "expect"})
FORESEEING = frozenset({"expect", "foresee"})
FINITE = ("VBD", "VBZ", "VBP")
LEADING = re.compile(r"(?:In|At|By|For|On|Of|With|From|After|Before|Since|During|Among)\b", re.I)
OWN = re.compile(r"\b(?:I|we|you|one)$")
DATA = frozenset({"data", "figure", "statistic", "number"})
COUNTING = cued(
    r"(?:^|[,;] |\bthat )(?:In [A-Z][\w-]+,? |By [^,]{3,40} |Last [A-Z]?[a-z]+,? "
    r"|(?:A|An|One|Two|Three|The) [a-z]+ (?:earlier|before|later|after),? )?"
    r"(?P<who>(?:[Tt]he |[Aa]n? )?(?:(?!\bthat\b)[\w.&' -]){3,70}?)"
    r"(?:, (?:which|who|whose|of (?:which|whom)) [^,;]{3,60},)? "
    r"(?:had |has |have )?(?:counted|counts|estimated|estimates|tallied|reckoned|reckons|claimed|claims)"
    r"(?: only| just| on| with)? $"
)


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
        above = teller(at) or at.head
        found = (
            told(spot.page, above)
            if above is not at.head or talks(at, above) or tells_on(spot, at)
            else hoped(spot, at)
        )
        if found and at.head.lemma not in words()["speech.findings"] and not is_retold(at.head):
            return found
        kept, at = kept or found, at.head
    return kept


def hoped(spot: Spot, at: Token) -> str | None:
    """The person who hopes or expects to do something: "Ana Ruiz hopes to open it on 2 May"; a firm plans."""
    verb = at.head
    who = told(spot.page, verb) if at.dep == "xcomp" and verb.lemma in HOPING and verb.tag in FINITE else None
    return who if who and looks_personal(who) else None


def is_retold(verb: Token) -> bool:
    """Whether what somebody called, denied or promised is itself told: "she said the union rejected 4 percent"."""
    return verb.lemma in words()["speech.accusing"] and verb.dep == "ccomp" and says(verb.head)


def teller(clause: Token) -> Token | None:
    """The verb of "told the jury that", where the parser hangs the clause on the jury."""
    heard = clause.head
    if clause.dep != "acl" or clause.word("mark") != "that" or heard.dep not in ("iobj", "obj") or heard.is_root:
        return None
    return heard.head if heard.head.lemma in ("tell", "inform", "remind", "assure", "warn") else None


def said_beside(spot: Spot, clause: Token) -> str | None:
    """The subject of a verb of saying that hangs on a clause: "..., the ministry said"."""
    for child in clause.of("parataxis", "ccomp"):
        if not says(child) or compares(child) or decides(child) or any(one.low == "which" for one in child.children):
            continue
        if not cut_off(spot, child) and not within(child, spot.node) and comma_side(child, clause):
            found = told(spot.page, child)
            if found:
                return found
    return None


def decides(verb: Token) -> bool:
    """Whether somebody only agrees or not, or may: "if the council says yes before the summer"."""
    return verb.word("mark") in ("if", "unless") or any(one.low in ("yes", "no") for one in verb.children)


def compares(verb: Token) -> bool:
    """Whether a verb of saying tells only what a figure is held against: "more than economists had forecast"."""
    return any(token.low == "than" and token.index < verb.index for token in verb.subtree())


def talks(below: Token, above: Token) -> bool:
    """Whether a verb of saying says what hangs on it."""
    able = {child.low for child in above.of("aux") if child.text != "May"} & (CANNOT - {"will", "would"})
    if not says(above) or sourced(above) or able or unsaid(above) or decides(above):
        return False
    if above.lemma in ASKING:
        return below.dep == "ccomp"
    if above.lemma in words()["speech.accusing"]:
        return below.dep in ("obj", "ccomp", "advcl", "xcomp") or (below.dep == "obl" and above.lemma == "accuse")
    if (
        below.dep == "obl"
        and above.dep == "parataxis"
        and below.word("case") not in ("against", "than", "from")
        and "," in words_between(above, below)
    ):
        return True  # "They came at ten, she says, with two vans"
    if below.dep == "obl":
        return (above.lemma == "tell" and below.word("case") in ("of", "about")) or (
            (above.lemma in ("speak", "warn") and below.word("case") == "of")
            or (above.lemma == "admit" and below.word("case") == "to")
        )
    if below.dep == "dep" and above.lemma == "tell":
        return above.index < below.index  # what the parser could not place: "told broadcaster NRT that 11 were"
    return (below.dep == "xcomp" and above.lemma == "claim") or hears(below, above)  # "claims to sell 7,000"


def hears(below: Token, above: Token) -> bool:
    """Whether a verb of saying has what it says for its clause, its object or, the parser being wrong, its subject."""
    plain = not weak(above) and above.lemma != "tell"
    if below.dep == "nsubj" and below.index > above.index:  # "she said guards stopped 14 buses"
        return plain and any(one.index < above.index for one in above.of("nsubj"))
    return below.dep in ("ccomp", "parataxis") or (below.dep == "obj" and (plain or shows_data(above)))


def shows_data(verb: Token) -> bool:
    """Whether somebody's data show something: "data compiled by Norwind showed 40 flats", "data from the port show"."""
    who = verb.first("nsubj")
    if verb.lemma != "show" or who is None:
        return False
    owned = who.lemma in DATA and any(is_owner(one) for one in who.of("nmod", "nmod:poss", "compound"))
    return owned or gatherer(who) is not None


def words_between(above: Token, below: Token) -> list[str]:
    """The words and marks under a verb that stand between it and what hangs on it."""
    first = min((token.index for token in below.subtree()), default=below.index)
    return [token.text for token in (*above.subtree(), *above.head.children) if above.index < token.index <= first]


def tells_on(spot: Spot, clause: Token) -> bool:
    """Whether a clause that follows "and" still tells what was said: "she said, and 14 had gone"; no simple past does.

    Without a subject of its own it goes on in the tense of what was said before: "said that he had run and had fallen".
    """
    verb = clause.head
    if clause.dep != "conj" or not says(verb) or unsaid(verb) or cut_off(spot, verb) or decides(verb):
        return False
    helpers = {child.tag for child in clause.of("aux", "aux:pass", "cop")} - {"VBN", "VB", "VBG"}
    said = verb.first("ccomp")
    if clause.first("nsubj", "nsubj:pass", "expl") is None:
        before = said.word("aux") if said is not None else None
        return before in ("had", "would") and before == clause.word("aux")
    first = min((child.start for child in clause.subtree()), default=clause.start)
    after = verb.dep == "parataxis" or (said is not None and said.index < verb.index)
    comma = "," in spot.page.folded[verb.end : first + 1]
    past = clause.tag == "VBD" or (helpers == {"VBD"} and clause.word("aux") != "had")
    return after and comma and not past


def unsaid(verb: Token) -> bool:
    """Whether somebody does not say it: "would not confirm that", "did not say that"."""
    who = verb.first("nsubj")
    beside = [*verb.children, *(who.children if who is not None else ())]
    denied = any(child.low in ("not", "n't", "never", "neither", "nor") for child in beside)
    return denied and verb.lemma not in words()["speech.accusing"]


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
    return verb.lemma in words()["speech.findings"] and any(says(child) for child in verb.of("parataxis"))


def weak(token: Token) -> bool:
    """Whether a verb says something only with a clause: "found 12 bodies" reports nothing."""
    return token.lemma in words()["speech.weak"]


def sets(verb: Token, below: Token) -> bool:
    """Whether a verb puts something at a figure: "put the toll at 40", not "put 4 percent on the table"."""
    if below.dep in ("nsubj", "nsubj:pass") or (below.dep == "conj" and below.is_verb and below.first("nsubj")):
        return False  # "the ministry promised 9 million, and the union wants 12"
    if verb.lemma == "speak":
        return below.word("case") == "of"  # not "for", nor "to"
    if verb.lemma in ("put", "place", "value"):
        return below.dep.startswith("obl") or below.dep in ("nmod", "xcomp", "advcl")
    if verb.lemma == "count" and below.word("case") == "for":
        return False  # "the trips counted for 310 tons"
    if verb.lemma in FORESEEING:  # "The port expects a loss of 3 million, its head said": the head says so
        told_of = (verb.dep == "ccomp" and says(verb.head)) or any(says(one) for one in verb.of("parataxis"))
        return below.dep in ("obj", "xcomp", "ccomp") and verb.tag in FINITE and not told_of
    taken = verb.first("obj")
    return verb.lemma != "claim" or taken is None or taken.lemma not in ("life", "victim", "dead")


def setting(spot: Spot) -> str | None:
    """The subject of "put the figure at", "counted", "estimated"."""
    hit = COUNTING.search(spot.before())
    hit = None if hit and (LEADING.match(hit["who"]) or OWN.search(hit["who"])) else hit
    if hit and (name := named(spot, hit, spot.sentence.start)):
        return name
    at = spot.node
    for _ in range(6):
        if at is None or at.is_root:
            return None
        above = at.head
        if found := measured(spot, at, above):
            return found
        if above.is_verb and cut_off(spot, above):
            return None
        able = {child.low for child in above.of("aux", "mark")} & CANNOT
        known = words()["speech.settings"] | FORESEEING
        if above.lemma in known and above.is_verb and not able and sets(above, at):
            who = above.first("nsubj") or agent(above, at) or goes_on(above)
            return setter(spot, above, antecedent(who)) if who is not None and who is not at else None
        if at.is_verb and at.first("nsubj", "nsubj:pass"):
            return None
        at = above
    return None


def setter(spot: Spot, verb: Token, who: Token) -> str | None:
    """The name of whoever puts a figure; what a body promises, it does not tell."""
    name = label(spot.page, who) if who.is_noun or who.tag == "PRP" else None
    return name if name is None or verb.lemma not in VOWING or looks_personal(name) else None


def agent(verb: Token, below: Token) -> Token | None:
    """By whom a figure is put: "The damage is put by the council at 2 million"."""
    return verb.first("obl:agent") if verb.first("nsubj:pass") and below.word("case") == "at" else None


def goes_on(verb: Token) -> Token | None:
    """The subject of the verb that a finite one goes on from: "Ana Ruiz doubts it and puts the toll at 40"."""
    joined = verb.dep == "conj" and verb.tag in ("VBZ", "VBP", "VBD") and verb.word("cc") in ("and", "but")
    return verb.head.first("nsubj") if joined else None


def measured(spot: Spot, below: Token, verb: Token) -> str | None:
    """Who measured it, where that is somebody's work: "the laboratory found 1.9 milligrams"."""
    who = verb.first("nsubj")
    if who is None or not verb.is_verb or below is who or who.lemma not in words()["speech.measurers"]:
        return None
    counted = spot.mention.kind is Kind.COUNT and verb.lemma not in ("measure", "register", "record")
    return label(spot.page, who) if verb.lemma in words()["speech.measuring"] and not counted else None
