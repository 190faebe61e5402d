"""Votes: how many were cast for something, how many against it, and who abstained.

A newcomer's mistake: counting whoever voted. "Six members voted for it and one against" and "carried by 51 votes to 49"
tell of the same two figures, votes for and votes against.
"""

from __future__ import annotations

import re

from registry.model.assertion import Kind
from registry.steps.assemble.attribute.nouns import size_of
from registry.steps.assemble.spot import Attribute, Spot, climb, subject_of, verb_of
from registry.steps.cues import cued
from registry.steps.fragments import HEDGES, TO_TWELVE
from registry.steps.resolve.words import words

FOR, AGAINST, ABSTENTION = "vote for", "vote against", "abstention"
ALL = r"(?:the|its|all|our) (?:\d+ )?[a-z]{3,}(?: [a-z]{3,})?"
WHO = rf"(?:of (?:them|these|us|{ALL}) |(?:more )?[a-z]{{3,}} (?:of [a-z ]{{3,30}}? )?)?"
OF_ALL = re.compile(r"\w of (?:the|its|all|our) (?:\w+ )?$")
VOTED = r"(?:had |have |has )?(?:voted |spoke |came out |were |was )?"
SIDE = re.compile(
    rf"^ (?:{WHO}{VOTED}(?:(?P<pro>in favou?r|for(?= (?:it|the|and)\b|[,;.]))|(?P<con>against\b(?! (?:about )?\d))))"
)
ABSTAINED = re.compile(rf"^ {WHO}(?:had |have |has )?abstain(?:ed|ing)\b|^ abstentions?\b")
CAST = cued(r"\b(?:vot(?:e[ds]?|ing)|ballots?|abst(?:ain|ention)\w*|in favou?r|against)\b", re.I)
FIGURE = rf"(?:\d[\d,]*|none|zero|{TO_TWELVE})\b"
FIRST = re.compile(rf"^[-\u2013]\d|^ (?:votes? )?(?:to|against) {HEDGES}{FIGURE}")
SECOND = re.compile(rf"\d[-\u2013]$|\b\w+ (?:votes? )?(?:to|against) {HEDGES}$")
SIDES = re.compile(r"^[-\u2013](?:\d|$)")
NUMBER = re.compile(r"\d[\d,]*")
BY_VOTES = re.compile(r"\bvotes? (?:to|against)\b")
CANDIDATES = re.compile(rf"\b(?:to|against) {FIGURE} (?:votes )?for (?:the )?(?:[\w'&-]+ )*?[A-Z]")
DECIDED = cued(
    r"\b(?:pass(?:ed|es)?|approved?|adopted|carried|reject(?:ed|s)|thr(?:ew|own) [^.;]{0,30}?out"
    r"|defeated|voted (?:for|against|down)|backed|endorsed|ratified|fell|failed|lost|turned down|cleared)\b[^;:]{0,60}?"
    rf"(?:[,(] ?(?:by )?| by )(?:(?:\d[\d,]*|{TO_TWELVE}) to )?$"
)
VOTERS = cued(
    r"\b(?:votes?|motion|bill|law|amendment|resolution|treaty|proposal|referendum|parliament|council|senate|synod|assembly"
    r"|congress|diet|house|chamber|board|committee|lawmakers|deputies|senators|members|budget|plan|measure|ordinance|act)\b",
    re.I,
)
OPENING, GETS = 600, frozenset({"get", "win", "take", "poll", "receive", "secure", "score", "claim", "gain"})
STANDING = re.compile(
    r"\b(?:is|are|was|were|stands?|stood|comes?|came|polls|polled|polling|remains?|slips?|slipped|falls?|fell|rises?|rose|drops?"
    r"|dropped|climbs?|climbed|slumps?|slumped|reach(?:es|ed)?|supported|backed|gets?|scores?)"
    r" (?:(?:now|still|only|just|up|down) )?(?:on|at|to|by|in)(?: about| around| just| only)? $"
)
POLL = re.compile(r"\b(?:polls?|pollsters?|opinion survey|Sunday question|voting intentions?)\b")
ELECTION = re.compile(r"\b(?:elections?|polling stations?|run-?off|ballots?|voters?)\b", re.I)
RECORDED = re.compile(
    r"(?:^|[.;,(] ?)(for|in favou?r|ayes?|yes|yeas?|against|noes|nays?|no"
    r"|abstained|abstaining|abstentions?)\s?[:\u2013-] ?$",
    re.I,
)
MOTION = re.compile(
    r"\b(?:motion|resol(?:ved|ution)|amendment|bill|voted|votes? (?:cast|were)|abst(?:ain|ention)\w*)\b", re.I
)
YES, NO, RECORD = (
    ("for", "in favour", "in favor", "aye", "ayes", "yes", "yea", "yeas"),
    ("against", "noes", "nay", "nays", "no"),
    200,
)
TURN, FEW = re.compile(r"[,;] (?:and|but|while) "), 3  # words of a clause that is one
LOST = re.compile(
    r"\b(?:defeat(?:ed|s)?|reject(?:ed|s)?|voted down|thr(?:ew|own) [^.;]{0,30}?out|voted against|turned down|failed"
    r"|fell|lost)\b"
)


def ballots(spot: Spot) -> Attribute | None:
    """The votes on one side of a ballot, or those who took none."""
    if spot.mention.kind is Kind.COUNT and CANDIDATES.search(spot.words):
        return None  # of those who stood for election each has votes, not one side of it
    if spot.mention.kind is Kind.COUNT and (SIDES.match(spot.after()) or SIDES.search(spot.before()[-1:])):
        return pair(spot)
    if spot.mention.kind is not Kind.COUNT or not CAST.search(spot.words):
        return pair(spot) if spot.mention.kind is Kind.COUNT and (is_carried(spot) or is_behind(spot)) else None
    if OF_ALL.search(spot.before()):
        return None  # "85 of the 155 members voted for it"
    if ABSTAINED.match(spot.after()):
        return Attribute(ABSTENTION, None, "ballot")
    side = SIDE.match(spot.after())
    if side is None or not is_side(spot, side):
        return pair(spot) if is_carried(spot) or BY_VOTES.search(spot.words) or is_behind(spot) else None
    return Attribute(FOR if side["pro"] else AGAINST, None, "ballot")


def polled(spot: Spot) -> Attribute | None:
    """A percentage that a party or candidate gets, in a text on an election: a share of the vote."""
    node = climb(spot.node) if spot.node else None
    verb = verb_of(node)
    if spot.unit != "percent" or spot.mention.direction or node is None or verb is None or node.dep == "nsubj":
        return None
    who = subject_of(verb)
    gets = verb.lemma in GETS and who is not None and who.is_name and verb.first("obj") in (node, None)
    asked = POLL.search(spot.page.folded[:OPENING]) is not None and STANDING.search(spot.before()) is not None
    return Attribute("share of vote", None, "share") if asked or (gets and is_election(spot)) else None


def is_election(spot: Spot) -> bool:
    """Whether a text tells of an election from its opening on."""
    return ELECTION.search(spot.page.folded[:OPENING]) is not None


def recorded(spot: Spot) -> Attribute | None:
    """A side of a ballot as minutes record it: "For: 27. Against: 17. Abstained: 4."."""
    label = RECORDED.search(spot.before())
    first = max(spot.mention.start - RECORD, 0)
    if label is None or not spot.counts or not MOTION.search(spot.page.folded, first, spot.mention.end + RECORD):
        return None
    side = label[1].lower()
    name = FOR if side in YES else AGAINST if side in NO else ABSTENTION
    return Attribute(name, None, "ballot")


def is_side(spot: Spot, side: re.Match[str]) -> bool:
    """Whether "for" and "against" behind a figure are those of a ballot, not of "90 days for the trial"."""
    said = side.group()
    if "vote" in said or "favo" in said:
        return True
    both = re.search(r"\bagainst\b", spot.words) and re.search(r"\b(?:for|in favou?r|said yes|vot\w+)\b", spot.words)
    return both is not None and said.strip() in ("for", "against")


def is_carried(spot: Spot) -> bool:
    """Whether a bare figure stands with a verb that decides: "the motion was carried 17 to 13", "voted 31 to 18"."""
    node = climb(spot.node) if spot.node else None
    verb = verb_of(node)
    if node is None or verb is None or node.tag != "CD" or spot.holds(verb):
        return False
    if verb.lemma == "vote":
        return node.dep != "nsubj"
    about = subject_of(verb) or (verb.head if verb.dep == "acl" else None)
    things = [one for one in (about, verb.first("obj")) if one is not None]
    return verb.lemma in words()["levels.balloted"] and any(one.lemma in words()["levels.ballots"] for one in things)


def is_behind(spot: Spot) -> bool:
    """Whether a figure is a side of what stands behind a clause that tells how a vote went: "it passed, 76 to 72"."""
    if not (spot.after().startswith(" to ") or spot.before().endswith(" to ")):
        return False
    return DECIDED.search(spot.before()) is not None and VOTERS.search(spot.words) is not None


def carried(spot: Spot) -> Attribute | None:
    """A bare figure that decides something, where nothing tells its side: "the motion was backed by 31"."""
    return Attribute("vote", None, "put at") if is_carried(spot) else None


def pair(spot: Spot) -> Attribute | None:
    """The sides of "51 votes to 49" and "carried 17 to 13"; of what was rejected, more were against it."""
    first, second = FIRST.match(spot.after()), SECOND.search(spot.before())
    if not first and not second:
        return None
    won = bool(first)
    clause = TURN.split(spot.before())[-1]
    if LOST.search(clause if clause.count(" ") > FEW else spot.before()):
        other = NUMBER.findall(spot.after()[:24])[:1] if first else NUMBER.findall(spot.before())[-1:]
        won = bool(other) and size_of(spot.mention) < int(other[0].replace(",", ""))
    return Attribute(FOR if won else AGAINST, None, "ballot")
