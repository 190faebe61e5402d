"""Fixed turns that name a cause: "was due to", "the evidence points to", "the reason is simple:", "was lit on purpose".

A newcomer's mistake: every "because". A cause is told of what happened, by a noun or in "it"; why somebody did or
wants a thing is another matter, and what only had a share in it is no cause to hold against another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from registry.steps.assemble.roles.offices import tables
from registry.steps.cues import cued
from registry.steps.resolve.names import singular
from registry.steps.resolve.words import words

HEDGE = (
    r"(?:now |also |most |very |clearly |strongly |largely |mainly |mostly |simply |probably |likely |all |itself |not "
    r"|never )*"
)
EFFECT = r"(?P<effect>(?:[\w'-]+ ){0,5}?[\w'-]+)"
CAUSE = r"(?P<cause>[^,;:.()\"?!]{3,110})"
FRONT = r"(?:^|[,;:.\"] |\b(?:that|and|but|because|says?|said|believes?|believed|thinks?|yes|no) )"
DONE = rf"{FRONT}{EFFECT} (?:(?:was|were|is|are|had been|has been|have been) )"
BE = r"(?:is|was|were|are)"
BEGINS = "fire|blaze|explosion|leak|outbreak|flood|blackout|outage|crash|derailment|accident|collapse"
BROKE = "crashed|collapsed|burst|failed|sank|exploded|derailed|capsized|caved in|gave way|burned down|overturned|leaked"
FILL = r"(?:[^,;:.]|(?<=\d)[:.](?=\d)|(?<=[ap])\.(?=m)|(?<=m)\.(?= [a-z])){0,40}"
TURNS = (
    # The failure was due to erosion; the overrun is the result of poor planning.
    rf"{DONE}{HEDGE}(?:(?:thought|believed|said|known|found) to have been )?"
    r"(?:caused by|triggered by|sparked by|due to|owing to|down to|(?:the|a)(?: direct)? (?:result|consequence) of"
    r"|attributable to"
    rf"|attributed to|put down to|traced (?:back )?to|brought (?:about|on) by) {CAUSE}",
    # The evidence points to a cracked weld.
    r"\b(?:evidence|clues?|traces?|signs?|findings?|patterns?|investigations?|investigators|everything|tests|inquiry)\b"
    rf"[^.;:]{{0,80}}? {HEDGE}(?:points?|pointed) to(?:wards?)? {CAUSE}",
    # A cracked weld was to blame for the leak.
    rf"{FRONT}{CAUSE} {BE} {HEDGE}(?:to blame|at fault|the culprit)\b(?: for {EFFECT}(?=[,;.]|$))?",
    # The power line was the source.
    rf"{FRONT}{CAUSE} {BE} {HEDGE}the {HEDGE}(?:source|cause|trigger|origin)(?=[,;.]|$)",
    # Short bearings did it.
    rf"{FRONT}{CAUSE} (?:did it|did this to (?:us|them)|(?:is|was) what did it|set it off|brought it down|started it"
    r"|ruined it|sank it|doomed it)(?=[,;.]|$)",
    # What sank the bank is that its owners took the money out.
    r"\b[Ww]hat (?:really |actually |in fact |first )?(?:caused|started|killed|triggered|sank|ruined|doomed|broke"
    rf"|set off|brought down) {EFFECT} {BE} {HEDGE}(?:not )?(?:the fact )?(?:that )?{CAUSE}",
    # The reason is simple: too few drivers.
    r"\b[Tt]he (?:main |real |simple |sole |only |official |likely )?reason(?: for (?P<effect>[^,;:.]{3,50}?))? "
    rf"{BE}(?:(?: [a-z]+)?:| that|) {CAUSE}",
    # The fire was lit on purpose.
    rf"{DONE}(?:not )?(?P<cause>(?:lit|set|started|laid|begun|caused) (?:on purpose|deliberately|intentionally"
    r"|by arsonists?)|(?:deliberately|intentionally|wilfully) (?:lit|set|started|laid|caused)|arson\b)",
    # A spark started the fire.
    rf"{FRONT}{CAUSE} (?:had |has )?(?:probably |likely )?(?:set off|started|brought (?:about|on|down)"
    r"|led to|resulted in|touched off|gave rise to) (?P<effect>(?:the|this|that) (?:[\w'-]+ ){0,2}?[\w'-]+)(?=[,;.]|$)",
    # They hold a loose bolt responsible for the crash.
    rf"\b(?:holds?|held) {CAUSE} responsible for {EFFECT}(?=[,;.]|$)",
    # Doctors traced the outbreak to raw milk; the insurer attributes the fire to a candle.
    rf"\b(?:traced?|traces|attributes?|attributed|ascribes?|ascribed) {EFFECT} (?:back )?to {CAUSE}",
    rf"\b(?:puts?) {EFFECT} down to {CAUSE}",
    # The flood stemmed from a blocked drain; behind the flood was a blocked drain.
    rf"{FRONT}{EFFECT} {HEDGE}(?:stem(?:s|med)|result(?:s|ed)|arose|arises) from {CAUSE}",
    rf"\b[Bb]ehind {EFFECT} (?:was|is|were|are|lay|lies) {CAUSE}",
    # The dam burst because a valve had jammed.
    rf"\b(?:{BROKE})\b{FILL} because (?:of )?{CAUSE}",
    # The roof caved in under the weight of wet snow; the shaft failed from fatigue.
    rf"\b(?:{BROKE})\b{FILL} under (?P<cause>the (?:sheer )?(?:weight|load|pressure|strain) of [^,;:.()\"?!]{{3,60}})",
    r"\b(?:failed|burst|cracked|snapped|gave way) from (?!the (?:start|beginning|outset|first)\b)"
    r"(?P<cause>(?!within\b|below\b|above\b)[a-z][^,;:.()\"?!]{2,60})",
    # The wash of the ship had nothing to do with it.
    rf"{FRONT}(?:[Ii]t is (?P<not>not) true that )?{CAUSE} (?:had|has) (?:anything|nothing|something) to do with it\b",
    rf"\b(?P<effect>{BEGINS}) (?:broke out|started|began|happened|occurred) (?:when|because) {CAUSE}",
    # The cause of the crash is known: ice; as the cause, the panel named ice; it ruled out ice as the cause.
    rf"\b[Tt]he (?:likely |probable |exact |main )?cause of {EFFECT} [^;:.,]{{0,30}}: {CAUSE}",
    rf"\b[Aa]s (?:the|a) (?:likely |probable |main )?cause(?: of {EFFECT})?,? (?:[\w'-]+ ){{1,5}}"
    rf"(?:named|names|gave|gives|cited|cites|identified|identifies) {CAUSE}",
    rf"\b(?P<not>rul(?:es|ed|e) out) {CAUSE} as (?:the|a) cause(?: of {EFFECT}(?=[,;.]|$))?",
    # It was ice that caused the crash; ice was behind the crash.
    rf"\b[Ii]t was {CAUSE} (?:that|which) (?:caused|triggered|started|set off|led to) {EFFECT}(?=[,;.]|$)",
    rf"{FRONT}{CAUSE} {BE} {HEDGE}behind {EFFECT}(?=[,;.]|$)",
    # A candle is thought to have started the blaze; arson is suspected.
    rf"{FRONT}{CAUSE} {BE} (?:thought|believed|said|suspected|known|found|reported) to have (?:started|caused|triggered"
    rf"|set off|sparked|brought about|led to) {EFFECT}(?=[,;.]|$)",
    r"\b(?P<cause>[Aa]rson|[Ss]abotage) (?:is|was) suspected\b",
    # Investigators blame a cracked weld.
    r"(?P<who>(?:[\w&'-]+ ){1,5}?|[\w&' -]{2,40}, [\w&' -]{2,40}, )(?:blames?|blamed|has blamed|have blamed) "
    r"(?P<cause>(?!on\b|for\b|by\b)[^,;:.()\"?!]{3,110})",
)
CUE = cued(
    r"\b(?:due to|owing to|down to|(?:result|consequence) of|attributable|attributed to"
    r"|brought (?:about|on|it|down)|ruined it|sank it|doomed it|responsible for|traced?|traces"
    r"|attributes?|ascribed?|ascribes|stem(?:s|med) from|result(?:s|ed) from|arose from|point(?:s|ed) to|to blame"
    r"|at fault|culprit|did it|did this|set it off|started it"
    r"|what (?:really |actually |in fact |first )?(?:caused|started|killed|triggered|sank|ruined|doomed|broke|set)"
    r"|reason|on purpose|deliberately|intentionally|arson\w*|wilfully|set off|started|led to|resulted in|touched off"
    r"|gave rise|caused|triggered|sparked|behind (?:the|it)|(?:the|a) (?:\w+ )?(?:source|cause|trigger|origin)"
    r"|blam(?:e|es|ed))\b",
    re.I,
)
# Turns that are told without a tree of the sentence: reasons and beliefs are many, and few of them are causes.
PLAIN = cued(
    rf"\b(?:{BROKE})\b{FILL} (?:because|under the (?:sheer )?(?:weight|load|pressure|strain) of)"
    r"|\b(?:failed|burst|cracked|snapped|gave way) from [a-z]|thing to do with it\b"
    rf"|\b(?:{BEGINS}) (?:broke out|started|began|happened|occurred) (?:when|because)"
    r"|\bto have (?:started|caused|triggered|set off|sparked|brought|led)|(?:arson|sabotage) (?:is|was) suspected",
    re.I,
)
OVER = re.compile(
    r" (?:which|who|whom|whose|where|when|while|after|before|because|since|but|though|although|if|as|until|than"
    r"|said|says|told|in (?:19|20)\d\d|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:last|this) (?:week|month|year)"
    r"|for (?:the|its|his|her|their|this|that|what)|and (?:that|not|said|is|was|were|has|had))\b.*$"
)
LEADS = re.compile(
    r"(?:(?:the fact that|that|some|many|most|perhaps|probably|mainly|only|all|partly|largely|either|both"
    r"|what they call|what it calls) )+"
)
NOT = re.compile(r"\b(?:not|never|nothing|nobody|no evidence|neither|nor|n't)\b|n't\b")
SHARE = re.compile(
    r"\b(?:partly|in part|among|part of|one of|also|factors?|may|might|could|can|would|if|whether)\b", re.I
)
PRONOUNS = frozenset({"it", "this", "that", "they"})
BEGUN = re.compile(r"(?:to|be|been|being|not|open|start|begin|finish|close|take|last|go|run|come|expire|end)\b")
HELPED = re.compile(r" (?:had|has|have)$")
FRONT_OF = re.compile(
    r".*\b(?:that|says?|said|believes?|believed|thinks?|thought|claims?|claimed|suspects?|suspected|reckons?|found|finds)"
    r" (?=\S)"
)
LEAST = 3


class Told(NamedTuple):
    """A cause as its turn tells it: where its words stand in the line, what they brought about, and whether not."""

    start: int
    end: int
    effect: str
    denied: bool
    who: tuple[int, int] | None


def may_tell(line: str) -> bool:
    """Whether a line may tell a cause by a fixed turn."""
    return CUE.search(line) is not None


def told(line: str) -> Iterator[Told]:
    """The causes that fixed turns of a line tell."""
    if not (may_tell(line) or PLAIN.search(line)) or line.rstrip().endswith("?"):
        return
    for turn in turns():
        for hit in turn.finditer(line):
            if found := taken(hit, line):
                yield found


@lru_cache(maxsize=1)
def turns() -> tuple[re.Pattern[str], ...]:
    """The turns as patterns."""
    return tuple(map(re.compile, TURNS))


def taken(hit: re.Match[str], line: str) -> Told | None:
    """What a hit tells, if its effect is a happening and its cause a thing."""
    start, end = hit.span("cause")
    if end < hit.end() and (front := FRONT_OF.match(line, start, end)):
        start = front.end()
    if lead := LEADS.match(line, start, end):
        start = lead.end()
    if helped := HELPED.search(line, start, end):
        end = helped.start()
    if over := OVER.search(line, start, end):
        end = over.start()
    effect = (hit.groupdict().get("effect") or "").strip()
    cleft = line[hit.start() : hit.start() + 4].lower() == "what" or "brought down the" in hit.group()
    if end - start < LEAST or BEGUN.match(line, start) or not (effect == "" or cleft or brought(effect)):
        return None
    cause = line[start:end].split()
    if cause[0].lower() in known("vague") | PRONOUNS or SHARE.search(line, hit.start(), start):
        return None
    who = hit.span("who") if "who" in hit.groupdict() else None
    return Told(start, end, "" if cleft or last_word(effect) in PRONOUNS else effect, denied(hit), who)


def denied(hit: re.Match[str]) -> bool:
    """Whether a turn says that something was not the cause."""
    return "not" in hit.groupdict() or NOT.search(hit.group()) is not None


def brought(effect: str) -> bool:
    """Whether the words name something that happens."""
    last = last_word(effect)
    return last in PRONOUNS or last in known("effects") | words()["nouns.event"] | words()["nouns.disaster"]


def happening(line: str) -> str:
    """What a sentence names that happened, for a text that is about nothing by name: "the inquiry into the crash"."""
    known_ = words()["nouns.event"] | words()["nouns.disaster"]
    return next((word for word in re.findall(r"[a-z]+", line) if singular(word) in known_), "")


def last_word(effect: str) -> str:
    """The noun of an effect: "failure" of "the failure of the dam"."""
    return singular(effect.lower().split(" of ")[0].split(" itself")[0].split(" ")[-1]) if effect else ""


@lru_cache(maxsize=4)
def known(name: str) -> frozenset[str]:
    """A list of the table of causes as a set."""
    return frozenset(tables()["causes"][name])
