"""Further turns of phrase that name a source: "if you believe the ministry", "put at 40 by the bank", "has it at 40".

A newcomer's mistake: verbs of saying alone. Who admits to a figure, expects one or gives one says it as well.
"""

from __future__ import annotations

import re

from registry.steps.assemble.attribution.speakers import head_at, label
from registry.steps.assemble.roles.offices import office_words
from registry.steps.assemble.spot import Spot
from registry.steps.cues import cued
from registry.steps.fragments import HEDGES
from registry.steps.resolve import looks_personal
from registry.steps.resolve.words import words

REACH = 160
LEADING = frozenset(
    {"the", "a", "an", "its", "their", "his", "her", "our", "of", "in", "with", "to", "for", "by", "from", "on", "at"}
    | {"we", "i", "you"}
)
NAME = r"(?P<who>(?:[Tt]he |[Aa]n? |[Ii]ts |[Tt]heir |[Oo]ur )?[A-Za-z][\w.&'-]*(?: (?!- )[\w.&'-]+){0,6}?)"
INNER = re.compile(r"(?<!\bof)(?<!\bfor)(?<!\bin)(?<!\band)(?<!\bat)(?<!\bfrom)(?<!\bwith) the ")
CREDITED = re.compile(
    rf"^[^.;]{{0,40}}?,? if (?:you|one|we) (?:believes?|trusts?|follows?|listens? to|asks?|goes? by|go with) {NAME}"
    r"(?= and |[.,;:]|$| who\b| is\b)"
)
BELIEVED = cued(
    rf"^[^.;,]{{0,60}},? (?:if {NAME} (?:is|are) (?:to be believed|right|correct)"
    r"|as (?P<teller>(?:[\w.&'-]+ ){0,5}?[\w.&'-]+) (?:has|have|had|puts?|sees?|tells?) it)"
    r"(?=[,.;:]|$| and\b| or\b| but\b)"
)
GIVEN_BY = re.compile(
    rf"^(?: (?!by\b)[\w'-]+){{0,4}} (?:(?:given|put|cited|reported|published|named|counted|quoted|estimated|mentioned"
    rf"|stated|claimed|announced|offered|released|issued) )?by {NAME}"
    r"(?= and |[.,;:)]|$| who\b| for\b| in\b| on\b| at\b| last\b)"
)
ISSUED = re.compile(r" (?:given|cited|named|quoted|claimed|put (?:about|forward|out)|published|announced)\b")
PASSIVE = re.compile(
    r"\b(?:put|estimated|reckoned|counted|assessed|valued|given|reported|calculated)(?: (?:now|officially|currently))?"
    r" (?:at|as|to be) (?:[\w-]+ ){0,2}"
    r"(?:(?:[^.;]|\.\d){1,60}? by [^.;,]{2,60}?,? (?:and|but|while) (?:at|as|to be) (?:[\w-]+ ){0,2})?"
    r"[\"$\u20ac\u00a3]?$"
)
HOLDS = re.compile(
    r"(?:^|[,;:.\u2013\u2014-] |\b(?:and|but|while|whereas|although) )"
    rf"{NAME}(?:, (?:which|who|whose|seen|obtained|dated|published|released|leaked|sent|written) [^,;]{{3,90}},)? "
    r"(?:still |now |also |only |has always |first |even |itself )?"
    r"(?:has it|had it|puts? (?:it|(?:the|this|that|what|its|their) [^,;.]{2,60}?(?= at ))"
    r"|gives? it|makes? it|admits?(?: only)? to|admitted(?: only)? to|arrives? at"
    r"|made it|thinks?|thought|(?:has |have |had )?heard of"
    r"|arrived at|(?<!been )(?<!was )(?<!were )(?<!is )(?<!are )told (?:the )?[a-z]+"
    r"|believes? in|spoke of|speaks? of|(?:has|have|had) spoken of|talks? of|talked of"
    r"|reckons? with|reckoned with|says?|said|expects?|expected|had expected|had projected"
    r"|forecasts?|projects?|projected|predicts?|predicted|lists?|listed|(?:gave|gives|has|had|cites?|cited|names?|named)"
    r" (?:an? |the )?(?:(?:much )?(?:higher|lower|larger|smaller|different|other|slightly \w+) )?"
    r"(?:number|figure|total|count|estimate|toll|value|sum|date|time)(?: for [^,;.]{2,40})?)"
    r"(?:,| of| at| as)? "
    rf"(?:(?:nearer to|at) )?{HEDGES}[\"$\u20ac\u00a3]?$"
)
QUOTED = cued(
    rf"(?:^|[,;:.\"\u2013\u2014-] |\b(?:and|but|while) ){NAME} (?:was|were|is|are|has been) (?:also |later |widely )?"
    r"(?:quoted|cited|reported|heard)(?: (?:by|in|on) [^,;\"]{2,60})? as (?:saying|telling|claiming)\b"
)
WITHIN = cued(
    r", (?P<who>(?!(?:which|who|that|as|where|when|while|and|but|or|so|though|if)\b)(?:[\w.&'-]+ ){0,6}?[\w.&'-]+) "
    r"(?:says?|said|admits?|admitted|adds?|added|insists?|insisted|claims?|claimed|warns?|warned|notes?|noted"
    r"|argues?|argued|concedes?|conceded|points? out|pointed out|stresses|stressed|explains|explained), [^;\"]{0,80}$"
)
ASIDE = re.compile(rf"(?:^|, )(?:says?|said) {NAME}, (?:[\w'-]+ ){{1,6}}[\"$\u20ac\u00a3]?$")
INFIX = cued(
    rf", {NAME} (?:says?|said|reports?|reported|adds?|added|writes?|wrote|estimates?|estimated|claims?|claimed|notes?"
    r"|noted), (?:(?:about|some|only|just|nearly|almost|more than|at least|the) )*$"
)
KEEPS = cued(
    rf"(?:^|[,;:.] |\b(?:and|but|while) ){NAME}(?:, [^,;]{{3,60}},)? (?:still |now |even |itself )?"
    r"(?:sticks? to|stuck to|stands? by|stood by|comes? to|came to|maps?|mapped) (?:its |the |his |her |their )?"
    rf"{HEDGES}[\"$\u20ac\u00a3]?$"
)
KEEPING = (" to ", " by ", " map")
GAVE = cued(
    rf"(?:^|[,;:.] |\b(?:and|but|while) ){NAME}(?:, [^,;]{{3,60}},)? (?:gives|gave|puts?|has put|lists?|listed) "
    r"(?:the|its|their) (?:number|figure|count|total|toll|share|cost|costs|length|sum|value|size)\b[^.;]{0,50}? "
    rf"(?:as|at) {HEDGES}$"
)
MENDS = cued(
    rf"(?:^|[,;:.] |\b(?:and|but|while) ){NAME}(?: (?:run|led|held) by [^,;]{{3,40}}?)? (?:has |have |had )?"
    r"(?:now |since |again )?"
    r"(?:raised?|raises|lowered|cut|increased|reduced|revised|corrected|updated|lifted|put up)(?: up| down)?"
    r" (?:its|their|his|her) (?:own )?(?:[a-z]+ )?(?:count|toll|estimates?|figures?|tally|total|number)\b[^.;]{0,60}?$"
)
OPENING = cued(
    rf"^\W*(?:[A-Z]{{2,}}[A-Z .'-]*: )?{NAME}"
    r"(?:, (?:(?:[A-Z][a-z]+ )?(?P<person>[A-Z][\w'-]+ [A-Z][\w'-]+)|(?:which|who|whose) [^,;\"]{3,90}),)? "
    r"(?:(?P<verb>says?|said|reports|claims?|claimed|insists?|insisted|argues?|argued|admits|admitted|remarks|remarked|notes"
    r"|noted|warns?|warned|believes?|reckons?) (?:that |the |its |it |they |there |only |minus |about |around |an? "
    r"|(?=\d))"
    r"|(?:promised|pledged|announced|estimated|predicted|reported|confirmed|warned|said) (?:(?:in|on|last|this"
    r"|earlier) (?:[\w-]+ ){0,3})?that )"
)
TURN = re.compile(r";|, (?:but|while|whereas|and) (?!that\b)|\bwhich\b")
TALLY = cued(
    r"(?:^|[,;:.] |\b(?:and|but|while|to|by|on|For|In|Of) )"
    rf"{NAME}(?:'s|s') (?:(?:own|latest|first|last|official|preliminary|provisional|present|current|new|old|original"
    r"|initial|early|earlier|final|revised|internal|best|public|published|annual|monthly|weekly|daily|total) )*"
    r"(?:figure|count|tally|estimate|number|toll|total|calculation|reckoning|bulletin|survey|review|forecast"
    r"|projection|record(?=s)|data|statistics|list|register|log)s?\b[^.;]{0,50}?$"
)
OTHER = re.compile(  # "the ministry's figures show 14 cases, the union counts 31"
    r", (?:and |but |while |whereas )?(?:the |[A-Z])[\w.&' -]{2,40} "
    r"(?:counts?|counted|says?|said|puts?|has|had|speaks?|spoke|reports?|reported|estimates?|estimated) "
    r"(?:of |it at |only |about )?$"
)


def turned(spot: Spot) -> str | None:
    """The source that a fixed turn names for a figure, the nearest first."""
    return credited(spot) or given(spot) or holding(spot)


def quoted_as(spot: Spot) -> str | None:
    """Who is quoted: "minister Aas was quoted by the paper as saying"."""
    hit = QUOTED.search(spot.words)
    return named(spot, hit, spot.sentence.start) if hit is not None else None


def credited(spot: Spot) -> str | None:
    """Whom one has to believe: "28 vehicles if you ask the line"."""
    after = spot.after()
    hit = (CREDITED.match(after) if " if " in after else None) or BELIEVED.match(after)
    if hit is None:
        return None
    part = "who" if hit["who"] else "teller"
    between = (spot.mention.end, spot.mention.end + hit.start(part))
    inner = [one for one in spot.page.mentions[spot.number] if between[0] <= one.start < between[1]]
    if any(spot.page.folded[one.start : one.end] != "one" for one in inner):
        return None
    return named(spot, hit, spot.mention.end, part)


def given(spot: Spot) -> str | None:
    """By whom a figure is put or given: "put at $131 million by the bank", "41 given by the service"."""
    after = spot.after()
    hit = GIVEN_BY.match(after) if "by " in after else None
    if hit is None or not (PASSIVE.search(spot.before()) or ISSUED.match(after)):
        return None
    return named(spot, hit, spot.mention.end)


def holding(spot: Spot) -> str | None:
    """Who has a figure: "the port admits to nine", "the service had it at 20,000", "the office's tally was 86"."""
    before = spot.before()[-REACH:]
    for pattern in (HOLDS, ASIDE, INFIX, WITHIN, MENDS, TALLY, GAVE, KEEPS):
        hit = pattern.search(before) if pattern is not KEEPS or any(word in before for word in KEEPING) else None
        offset = spot.mention.start - len(before)
        if hit is None or (pattern is ASIDE and clausal(spot, offset + hit.start(), offset + hit.end())):
            continue
        if pattern is TALLY and OTHER.search(before, hit.end("who")):
            continue
        if pattern is KEEPS and not gives_figures(spot, offset + hit.start("who"), offset + hit.end("who")):
            continue
        if who := named(spot, hit, offset):
            return who
    return None


def gives_figures(spot: Spot, start: int, end: int) -> bool:
    """Whether a noun is a body or people: "the auditors came to 9 million", not "the bill" or "the costs"."""
    token = head_at(spot.tree, start, end)
    known = words()["speech.voices"] | words()["nouns.bodies"] | words()["nouns.persons"] | office_words()
    if token is None or token.low in known or token.lemma in known:
        return token is not None
    return token.is_name and spot.page.story.name_at(start) is not None


def clausal(spot: Spot, start: int, end: int) -> bool:
    """Whether the verb in a stretch has its subject before it: "which looks at lifts, said the check, on 4 May"."""
    verb = next((one for one in spot.tree.within(start, end) if one.is_verb), None) if spot.tree else None
    who = verb.first("nsubj") if verb is not None else None
    return who is not None and verb is not None and who.end <= verb.start


def opening(spot: Spot) -> str | None:
    """Who says it at the head of the sentence: "A spokesman, Oren Dask, says ... and that 22 were killed"."""
    hit = OPENING.match(spot.words)
    if hit is None or hit.end() > len(spot.before()) or TURN.search(spot.before(), hit.end()):
        return None
    if spot.tree and any(one.is_verb for one in spot.tree.within(*placed(spot, hit))):
        return None
    person = hit["person"]
    if person and looks_personal(spot.page.story.expand(person)):
        return spot.page.story.expand(person)
    return named(spot, hit, spot.sentence.start)


def placed(spot: Spot, hit: re.Match[str]) -> tuple[int, int]:
    """Where in the text the name of a match in the words of the sentence stands."""
    return spot.sentence.start + hit.start("who"), spot.sentence.start + hit.end("who")


def named(spot: Spot, hit: re.Match[str], offset: int, part: str = "who") -> str | None:
    """The speaker that a match names, if it is one."""
    if hit.group(part).lower().split()[-1] in LEADING:
        return None  # "in line with the forecasts of 36 economists": no verb
    articles = list(INNER.finditer(hit.group(part)))
    first = hit.start(part) + (articles[-1].end() if articles else 0)
    token = head_at(spot.tree, offset + first, offset + hit.end(part))
    if token is None or not (token.is_noun or token.tag == "PRP") or token.low in ("you", "one", "we", "i"):
        return None
    return label(spot.page, token)
