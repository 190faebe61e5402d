"""The years somebody gets: "sentenced to nine years", "her term was cut from nine years to seven".

A newcomer's mistake: any years in a report of a trial. Those since the deed, those of a career and those on the run
are no sentence.
"""

from __future__ import annotations

import re

from registry.model.assertion import Kind
from registry.steps.assemble.attribute.levels import is_service
from registry.steps.assemble.spot import Attribute, Spot, climb, verb_of
from registry.steps.fragments import HEDGES
from registry.steps.resolve.words import words

JUSTICE = re.compile(
    r"\b(?:sentence[ds]?|sentencing|convict\w*|prison|jail\w*|prosecutors?|defendants?|guilty|court)\b", re.I
)
JAILED = re.compile(r"\b(?:to|in) (?:prison|jail|custody)\b|\bbehind bars\b|\bimprison")
FREE = re.compile(
    r"\b(?:later|ago|old|aged|earlier|before|after|since|trial|release|probation|less|more|last|past|within)\b"
)
FREED = re.compile(rf"^[^\w.;:,]*(?:[\w'-]+ )?{FREE.pattern}")
TERM_CUT = re.compile(  # "cut his jail term from nine years to seven", "had his sentence reduced to six"
    r"\b(?:(?:cut|reduc|short|trim|lower|increas|rais|extend|length)\w*\b[^.;]*\b(?:sentence|term)s?\b"
    r"|(?:sentence|term)s?\b[^.;]*\b(?:cut|reduced|shortened|trimmed|lowered|increased|raised|extended|lengthened))\b"
    r"[^.;]* (?:from|to) (?:just |only )?$",
    re.I,
)
SERVED = re.compile(r"\s*(?:in|behind|of) (?:prison|jail|bars|imprisonment)\b")
# "sent two brothers to prison for 11 and seven years", "was jailed for six and a half years"
SENT = re.compile(
    r"\b(?:(?:to|in|into) (?:prison|jail)|behind bars|jailed|imprisoned|locked up)(?: [A-Z][\w'-]+){0,2} for "
    rf"{HEDGES}(?:[\w.-]+(?: and a half)?(?: years?| months?)? and (?:for )?)?$"
)
# What a side in court wants is no sentence yet: "prosecutors had demanded 13 years".
SIDES = re.compile(
    r"\b(?:[Pp]rosecut(?:ors?|ion)|[Dd]efen[cs]e|(?:his|her|their|[A-Z][\w']+) (?:lawyer|counsel|barrister)s?)\b[^.;]*$"
)
WANTED = re.compile(
    r"\b(?:demand(?:ed|ing|s)?|sought|seek(?:s|ing)?|request(?:ed|s|ing)?|recommend(?:ed|s|ing)?|urg(?:ed|es|ing)"
    r"|(?:call|ask|plead|press|push|argu)(?:e?d|e?s|ing)? (?:the court )?for|wanted|wants)\b[^.;]{0,60}$"
)
PENAL_UNITS = frozenset({"day", "week", "month", "year", "decade"})


def penalty(spot: Spot) -> Attribute | None:
    """The sentence that somebody gets or a prosecutor wants, in a text about a trial: "she got two years"."""
    if spot.unit not in PENAL_UNITS or spot.mention.kind not in (Kind.MEASURE, Kind.RANGE):
        return None
    if SERVED.match(spot.after()):
        return Attribute("prison sentence", None, "penalty")
    before = spot.before()
    side = SIDES.search(before) if WANTED.search(before) else None
    if side is not None and (side[0].lower().startswith("prosec") or is_tried(spot)):
        return Attribute("sentence sought", None, "penalty")
    if SENT.search(before) or (TERM_CUT.search(before) and is_tried(spot)):
        return Attribute("prison sentence", None, "penalty")
    node = climb(spot.node) if spot.node else None
    verb = verb_of(node)
    if node is None or verb is None or verb.lemma not in words()["levels.penal"]:
        return None
    if is_service(node, verb):
        return None
    direct = not node.word("case") and node.dep in ("obj", "nsubj", "nsubj:pass", "xcomp", "obl:unmarked")
    argument = direct or node.word("case") in ("to", "for", "of")
    if not argument or not is_tried(spot):
        return None
    return Attribute("prison sentence", None, "penalty")


def is_tried(spot: Spot) -> bool:
    """Whether a text is about a trial."""
    return JUSTICE.search(f"{spot.words} {spot.page.source.title} {spot.page.folded[:2000]}") is not None


def term(spot: Spot) -> Attribute | None:
    """The months or years of an accused that no verb gives, where a sentence was spoken of: "She for 100 months"."""
    if spot.unit not in ("month", "year") or not spot.page.story.accused or spot.mention.kind is not Kind.MEASURE:
        return None
    number, last = spot.page.recent.get("duration", (-9, None))
    verbless = spot.tree is None or not any(token.is_verb for token in spot.tree.tokens)
    near = last is not None and last.name == "prison sentence" and spot.number - number <= (4 if verbless else 2)
    if not (near or JAILED.search(spot.words)) or FREED.match(spot.after()) or FREE.search(spot.before()[-24:]):
        return None
    return Attribute("prison sentence", None, "penalty")
