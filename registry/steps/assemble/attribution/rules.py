"""Who is said to say so.

    sources   by fixed turns of phrase      saying   by the tree      quotations   by quotation marks

A newcomer's mistake: the nearest name. "A, said B" and "according to B" govern a clause; a quotation belongs to its
speaker until it closes, even sentences later.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from registry.steps.assemble.attribution.polling import polled
from registry.steps.assemble.attribution.quotations import before_colon, going_on, quotes, speaker_in
from registry.steps.assemble.attribution.saying import governing, setting
from registry.steps.assemble.attribution.sources import (
    according,
    bracketed,
    counted_by,
    countering,
    gapped,
    headline,
    inverted,
    labelled,
    possessed,
    writing,
)
from registry.steps.assemble.attribution.speakers import head_at, label
from registry.steps.assemble.attribution.trailing import trailing
from registry.steps.assemble.attribution.turns import credited, given, holding, opening, quoted_as
from registry.steps.assemble.spot import REACH, Page, Spot
from registry.steps.assemble.status.negation import by_votes
from registry.steps.assemble.subject.scope import having
from registry.steps.cues import cued
from registry.steps.parse.tree import Token
from registry.steps.resolve.words import words

OPENED = re.compile(r"(?:^|[.;] )([A-Z][\w.'&-]+(?: [\w.'&-]+){0,5}): \"[^\"]*$")
SAME = re.compile(r"^[^;]*;[^;,]{0,60}\b(?:it|that) (?:is|was|had been|has been) (?:about |only |just )?$")
CASES = re.compile(r"(?: (?!that\b)[a-z-]+){0,4}? (?:cases|infections|hospitali[sz]ations)\b")
ALONE = re.compile(r"\s*(?:[.,;]|and\b|$)")
# '"It ends tonight," said Governor Ana Ruiz, whose province has two mines': the paper tells of the mines.
BEYOND = cued(
    r"\" (?:said|says|added|adds|told [^,;\"]{2,40}) [^\",;:]{2,60}(?:, [^\",;:]{2,60})?, "
    r"(?:whose|(?:who|which)(?! (?:\w+ )?(?:said|says|added|adds|puts?|told|noted|estimate[ds]|claims|counted)))\b"
    r"[^\";]*$"
)
SPREADING = (["outbreak"], ["epidemic"], ["pandemic"])
LISTED = ("conj", "appos", "list")


def speaker(spot: Spot, quoted: str | None) -> str | None:
    """Who says it, or None for the document's own voice."""
    if by_votes(spot) or ('"' in spot.before() and BEYOND.search(spot.before())):
        return None  # who rejects a plan by 312 votes says nothing
    found = (
        next((who for rule in RULES if (who := rule(spot)) and not own_cases(spot, who)), None)
        or joined(spot)
        or quoted
        or carried_on(spot)
    )
    if found and (own_voice(spot.page, found) or own_cases(spot, found)):
        return None
    if found:
        spot.page.voice, spot.page.said = (spot.number, found), spot.mention.start
    return found


def joined(spot: Spot) -> str | None:
    """The speaker of the figure that this one restates or is listed with: "31 dead and 80 injured"."""
    voice = spot.page.voice
    listed = spot.node is not None and (spot.node.dep in LISTED or is_part(spot.node.head))
    if voice is None or voice[0] != spot.number:
        return None
    if SAME.search(spot.page.folded[spot.page.said : spot.mention.start]):
        return voice[1]
    if not ("conversion" in spot.mention.notes or listed):
        return None
    return voice[1] if ";" not in spot.page.folded[spot.page.said : spot.mention.start] else None


def is_part(above: Token) -> bool:
    """Whether what a figure hangs on is listed, and no clause with a subject of its own: "and the union wants 9"."""
    return above.dep in LISTED and not (above.is_verb and above.first("nsubj") is not None)


def own_voice(page: Page, who: str) -> bool:
    """Whether a speaker speaks for the organisation that published the document."""
    publisher = page.source.publisher
    if not publisher or set(publisher.lower().split()) & words()["publishers.media"]:
        return False
    known = publisher.lower() if who.islower() else publisher  # "the ministry" of a ministry
    return (who in known and who not in page.story.placed) or publisher in who


def own_cases(spot: Spot, who: str) -> bool:
    """Whether a country has the cases that it reports: "Norland reported 14 new cases, and Torland six"."""
    if not spot.counts or who.lower() not in words()["places.countries"] or having(spot) is None:
        return False
    event = (spot.page.story.event or "").split()[-1:]
    alone = ALONE.match(spot.after()) and CASES.search(spot.before())
    return bool(CASES.match(spot.after()) or alone) or event in SPREADING


def carried_on(spot: Spot) -> str | None:
    """The last speaker, where a sentence goes on in reported speech: "A total of 12 cases had been recorded."."""
    voice = spot.page.voice
    if voice is None or spot.number - voice[0] != 1 or spot.tree is None or spot.tree.root is None:
        return None
    start = spot.page.sentences[voice[0]].start
    if voice[0] in spot.page.spoken or spot.page.folded.count('"', start, spot.page.said) % 2:
        return None  # what was quoted goes on in quotation marks
    helpers = {child.low for child in spot.tree.root.of("aux", "aux:pass")}
    return voice[1] if helpers >= {"had", "been"} else None


def beside(spot: Spot) -> str | None:
    """Who is named beside the quotation that a figure stands in."""
    if spot.before().count('"') % 2 == 0:
        return None
    if (hit := OPENED.search(spot.before())) and (token := head_at(spot.tree, *placed(spot, hit))):
        return label(spot.page, token)
    named = speaker_in(spot.page, spot.number) or spot.page.spoken.get(spot.number) or going_on(spot.page, spot.number)
    return named or before_colon(spot.page, spot.number)


def placed(spot: Spot, hit: re.Match[str]) -> tuple[int, int]:
    """Where in the text a match in the words before a figure stands."""
    first = max(spot.sentence.start, spot.mention.start - REACH)
    return first + hit.start(1), first + hit.end(1)


RULES: tuple[Callable[[Spot], str | None], ...] = (
    bracketed,
    headline,
    quoted_as,
    credited,
    given,
    possessed,
    according,
    holding,
    counted_by,
    polled,
    gapped,
    setting,
    governing,
    trailing,
    inverted,
    opening,
    countering,
    beside,
    labelled,
    writing,
)

__all__ = ["quotes", "speaker"]
