"""The name that stands beside a figure: in its label, before an age, in a list, at the start of the sentence.

A newcomer's mistake: asking the tree. A list without verbs has none that helps: "the Greens 18 and Labour 15".
"""

from __future__ import annotations

import re

from registry.model.assertion import Kind, Mention
from registry.model.span import Sentence
from registry.steps.assemble.spot import Page, Spot
from registry.steps.resolve import looks_personal
from registry.steps.resolve.runs import names_of

LABEL = re.compile(r"^\W*([^:;.!?\n]{2,60}?)\s*:(?!\d)\s*[^:]{0,40}$")  # and no time: "called at 4:31, 21 minutes"
AGED = re.compile(r"([A-Z][\w'-]+)\"?, $")
OLD = re.compile(r"[- ]years?[- ]old\b")
APPOSED = re.compile(r"\b[A-Z][\w'-]+, (?:the|an?|now an?|then an?) $")  # "Ruth Salter, the 58-year-old dean of Torp"
FRONTED = re.compile(r"^\W*(?:In|At|Across|Around|Near|For|On) (?:the )?(?:[a-z]+,? (?:of )?)?([A-Z])")
ASKING = re.compile(r" (?:[A-Z][\w'-]+ )?(?:poll|survey|study|analysis|model|review)s?\b")  # "in a Norwind poll"
BEGUN = re.compile(r"^\W*[^,;]{2,60}, (?:founded|established|formed|created|launched|opened|built|set up) in $")
OPENING = re.compile(r"(?: [a-z]+)?, ")
BESIDE = re.compile(
    r"(?:^|(?<=[ ,;:(]))([A-Z][\w'&.-]*(?: (?:(?:of|the|for) )?[A-Z][\w'&.-]*)*)"  # a name
    r"(?: (?:will |would )?(?:comes?|came) to| (?:will |would )?(?:have|has|had|gets?|got|wins?|won|gain|gained|lose"
    r"|lost|takes?|took|holds?|held|to|with|on|by)"
    r"|(?P<moves> (?:(?:was|were|is|are) )?(?:up|down|rose|rises?|fell|falls?|add(?:s|ed)|climb(?:s|ed)|plunge[ds]"
    r"|slip(?:s|ped)|drop(?:s|ped)|jump(?:s|ed)|shed|gain(?:s|ed)|lost|loses|advance[ds]|tumble[ds]|slid|slides|sank|sinks|surge[ds]"
    r"|soar(?:s|ed)|ease[ds]|dip(?:s|ped))(?: by)?(?: (?:[A-Z]{0,3}[$€£]?[\d.,]+ ?(?:%|[a-z]+(?: cent)?) )?to)?))? \(?$"
)
FOR_NAME = re.compile(r" for (?:the )?(?P<who>[A-Z])")
WHO_WAS = re.compile(
    r"([A-Z][\w'-]+),? who (?:is|was|will be|would be|(?:had )?(?:just |only |recently )?turned|turns)"
    r"(?: (?:only|just|then|already|about|nearly|almost|not yet))? $"
)
BRACKET = re.compile(
    r"[\w'&-] \((?:(?:pop|population|area|founded|established|est|built|length|height|capacity"
    r"|(?P<life>born|died))\.?:? (?:(?:on|in|c\.|around|about) )?)?$"
)
OWN = re.compile(
    r"(?: (?:inhabitants|people|residents|members|staff|employees|students)|, [\w, ]{3,40}| in [\w, ]{3,40})?\)"
)
VOTES = re.compile(r"\b(?:votes?|voters|ballots|polled|majority)\b")
FOR = re.compile(
    r" (?:votes )?(?:\([^()]*\) )?(?:for|went to) (?:(?:the|its|their) )?"
    r"(?:(?:[A-Z][\w'-]* )?[a-z-]+,? ){0,3}(?P<who>[A-Z])"
)
MANY, REACH = 300, 60


def listed(spot: Spot) -> str | None:
    """The name beside a figure in a list of names with figures: "Norwind 19, the Greens 18 and Labour 15"."""
    page, part = spot.page, spot.sentence
    some = page.mentions[page.number_of(part.start)][:MANY]
    if len(some) < 2:
        return None
    for named in (beside, behind):
        mine = (named(one, part, page) for one in some if one.start == spot.mention.start)
        own = next((name for name in mine if name), None)
        if own is not None and any((name := named(one, part, page)) and name != own for one in some):
            return own
    return None


def behind(one: Mention, part: Sentence, page: Page) -> str | None:
    """The name that an amount of a sentence is for: "fines of 3 million for Norwind and 2 million for Halden"."""
    hit = FOR_NAME.match(page.folded, one.end, part.end) if one.kind in (Kind.MONEY, Kind.PERCENT) else None
    name = page.story.name_at(hit.start("who")) if hit else None
    return name if name and name in page.story.names else None


def beside(one: Mention, part: Sentence, page: Page) -> str | None:
    """The name that a figure of a sentence stands right behind."""
    if one.kind is Kind.DATE:
        return None
    hit = BESIDE.search(page.folded, max(part.start, one.start - REACH), one.start)
    name = page.story.name_at(hit.end(1) - 1) if hit else None
    return name if name and name in page.story.names else None


def bracketed(spot: Spot) -> str | None:
    """The name right before the bracket of a figure that is its own: "the town of Hamra (population 31,144)"."""
    hit = BRACKET.search(spot.before())
    name = spot.page.story.name_at(spot.mention.start - len(hit.group())) if hit and OWN.match(spot.after()) else None
    if name is None or name not in spot.page.story.names:
        return None
    return name if (hit is not None and hit["life"] is not None) or not looks_personal(name) else None


def backed(spot: Spot) -> str | None:
    """The candidate or party that the votes are for: "against 12,808 for the Blue candidate, Festus Aba"."""
    hit = FOR.match(spot.after()) if spot.mention.kind is Kind.COUNT and VOTES.search(spot.words) else None
    if hit is None:
        return None
    name = spot.page.story.name_at(spot.mention.end + hit.start("who"))
    return name if name and name in spot.page.story.names else None


def opening(spot: Spot) -> str | None:
    """The name that a sentence begins with before a comma, where its clause names nobody: "Dorrin, opened in 1962"."""
    story, start = spot.page.story, spot.sentence.start
    name = story.name_at(start)
    if name is None or name not in story.names or looks_personal(name) or not OPENING.match(spot.words, len(name)):
        return None
    begun = spot.mention.kind is not Kind.DATE or BEGUN.search(spot.before()) is not None
    return name if ";" not in spot.before() and begun else None


def fronted(spot: Spot) -> str | None:
    """The place that a sentence begins with, where the document is about no event: "In Bergen the maximum was"."""
    hit = FRONTED.match(spot.words)
    story = spot.page.story
    if hit is None or story.event or spot.mention.kind is Kind.DATE:
        return None
    start = spot.sentence.start + hit.start(1)
    name = story.name_at(start)
    if name is None or name not in story.names or looks_personal(name):
        return None
    return None if ASKING.match(spot.page.folded, start + len(spot.page.folded[start:].split(" ", 1)[0])) else name


def aged(spot: Spot) -> str | None:
    """The person whose age stands between commas or is told: "Mara Lind, 37, said", "her son Jonas, who was six"."""
    before = spot.before()
    if spot.unit == "year" and OLD.search(spot.page.folded, spot.mention.start, spot.mention.end + len(" -year-old")):
        hit = APPOSED.search(before)
        return spot.page.story.name_at(spot.mention.start - len(hit.group())) if hit else None
    hit = (AGED.search(before) or WHO_WAS.search(before)) if spot.unit == "year" else None
    if hit is None or not re.match(r"\s*(?:years old\b)?\s*(?:[,.;)]|$|(?:and|when|at) )", spot.after()):
        return None
    return spot.page.story.name_at(spot.mention.start - len(hit.group()) + hit.start(1) - hit.start())


def labelled(spot: Spot) -> str | None:
    """The name in the label of a figure: "Shops of Norwind: 640", "Homes flooded, Hallby: 20"."""
    hit = LABEL.match(spot.before())
    if not hit or spot.number in spot.page.turns:
        return None
    names = [name for _, name, first in names_of(hit.group(1)) if not first]
    return spot.page.story.expand(names[-1]) if names else None
