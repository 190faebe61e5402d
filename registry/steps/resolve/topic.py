"""What a document is about: the name that title, first sentences and grammar point to.

A newcomer's mistake: the name that stands there most. A suburb, a reporter or the company of the accused may be named
more often than what the text is about.
"""

from __future__ import annotations

import re
from collections import Counter

from registry.model.document import Source
from registry.steps.resolve.names import singular
from registry.steps.resolve.naming import DULL, looks_personal, names_of_title
from registry.steps.resolve.standing import BRANCH, WE, Weights, is_accused, is_media, publisher_of, standing
from registry.steps.resolve.words import words

TITLE, LEAD, OURS, OFTEN, WEAK, BRIEF = 4, 2, 3, 4, 1, 600
SELF = re.compile(r"\([A-Z][\w ]*\)|\btold (?:the )?[A-Z]\w+")
KINDS = "(?:central|city|town|county|national|federal|local|health|public|state|supreme|high|regional)"
QUOTED = re.compile(r'"[^"]{1,600}"')
LOCAL = re.compile(
    r"\b(?:[Oo]ur|[Tt]he) (?:city|town|province|county|region|district|island|city council|council|central bank)\b"
)
DATED = re.compile(
    r"(?:^|: )((?:19|20)\d\d)(?::| (?:was|is|confirmed|has|set)\b)"  # 2023 was the warmest year
    r"|\byear ((?:19|20)\d\d)\b"  # the year 2023
)
RANKED = 40


def home_of(source: Source, folded: str) -> str | None:
    """The place that a paper is named after, where the text is about it: "Alder Herald" and "our province"."""
    tokens = (publisher_of(source) or "").split()
    kept = [token for token in tokens if singular(token.lower()) not in words()["publishers.media"]]
    bodies = words()["nouns.bodies"] | words()["publishers.bodies"]
    plain = 0 < len(kept) < len(tokens) <= 4 and all(token[:1].isupper() for token in kept)
    plain = plain and not {singular(token.lower()) for token in kept} & bodies
    common = {singular(token.lower()) for token in kept} & (words()["publishers.common"] | DULL)
    name = " ".join(kept)
    if name.endswith("er") and re.search(rf"\b{re.escape(name[:-2])}\b", folded):
        name = name[:-2]
    told = SELF.sub("", folded)
    local = LOCAL.search(folded) or f"{source.title} {told}".count(name) > told.count(source.publisher or name)
    return name if plain and not common and local else None


def topic_of(weights: Weights) -> str | None:
    """The name a document is about; the publisher that speaks of itself; the year that a title names."""
    year = dated_title(weights)
    if year:
        return year
    own, home = own_name(weights), home_of(weights.source, weights.folded)
    often = sorted(weights.counted.items(), key=lambda one: -one[1])[:RANKED]
    ranked = {name: times * standing(weights, name) for name, times in often}
    place = seat_of(own, weights.folded) if own and is_reporter(own) else None
    if place:
        ranked[place] = ranked.get(place, 0.0) + OURS
    elif own:
        ranked[own] = ranked.get(own, 0) + OURS + min(len(WE.findall(weights.folded)), OURS)
    brief = len(weights.folded) <= BRIEF
    if brief and not weights.title:
        ranked = {name: float(times) for name, times in weights.counted.items()}
    best = max(ranked, key=lambda name: ranked[name], default=None)
    passing = best is not None and ranked[best] < OURS and is_passing(weights, best)
    if best is None or (ranked[best] <= WEAK and not brief):
        return own or home or common_topic(weights.folded) or body_of(weights.source, weights.folded) or weakest(ranked)
    if passing and not brief:
        return own or home or next((name for name in ranked if not looks_personal(name) and ranked[name] > WEAK), best)
    if looks_personal(best) and not brief and is_bystander(weights, best):
        others = [name for name in ranked if not looks_personal(name) and ranked[name] > WEAK]
        return home or max(others, key=lambda name: ranked[name], default=best)
    return home if home and looks_personal(best) and ranked[best] < OFTEN else best


def is_bystander(weights: Weights, name: str) -> bool:
    """Whether a person is neither in the title nor on trial: one of whom a text tells to tell of something else."""
    last = name.split()[-1]
    return last not in weights.title and not is_accused(weights.folded, last)


def weakest(ranked: dict[str, float]) -> str | None:
    """The best of names that are hardly named, where there is nothing else."""
    fit = [name for name, weight in ranked.items() if weight >= WEAK and not looks_personal(name)]
    return max(fit, key=lambda name: ranked[name], default=None)


def is_reporter(name: str) -> bool:
    """Whether a publisher is a body that reports on others: a ministry, a statistics office, an observatory."""
    return bool(words_in(name) & words()["publishers.reporters"])


def seat_of(name: str, folded: str) -> str | None:
    """The place that an authority is of, where the text names it: "Ministry of Alder", "Alder Weather Service"."""
    told = re.search(r"\b(?:of|for) ((?:the )?[A-Z][\w'-]+(?: [A-Z][\w'-]+)?)$", name)
    tokens = name.split()
    common = words()["publishers.common"] | words()["publishers.reporters"] | words()["publishers.bodies"] | DULL
    plain = {word.lower() for word in (told.group(1).split() if told else tokens[:1])}
    place = told.group(1) if told else tokens[0]
    if plain & (common | words()["nouns.generic"]) or place.lower() == name.lower():
        return None
    rest = folded.replace(name, "")
    if not told and place.endswith("n") and re.search(rf"\b{re.escape(place[:-1])}\b", rest):
        return place[:-1]
    return place if told or len(re.findall(rf"\b{re.escape(place)}\b", rest)) > 1 else None


def is_passing(weights: Weights, name: str) -> bool:
    """Whether a name is that of a person who is only quoted: the surname stands alone, the title names nobody so."""
    if not looks_personal(name) or name.split()[-1] in weights.title:
        return False
    first, last = name.split()[0], name.split()[-1]
    alone = re.search(rf"(?<!{re.escape(first)} )\b{re.escape(last)}\b", weights.folded)
    return alone is not None or re.search(rf"{re.escape(name)}, (?:the )?[a-z]", weights.folded) is not None


def common_topic(folded: str) -> str | None:
    """The body that a text calls by its noun alone: "the central bank", "the city"."""
    told = Counter(hit.group(1) for hit in re.finditer(rf"\b[Tt]he ((?:{KINDS} )?[a-z]+)\b", folded))
    bodies = words()["nouns.generic"] - words()["nouns.vague"]
    sure = 1 if len(folded) <= BRIEF else 2
    fit = [name for name, times in told.items() if name.split()[-1] in bodies and (" " in name or times >= sure)]
    things = words()["nouns.things"] - words()["nouns.vague"]
    fit = fit or [name for name, times in told.items() if name.split()[-1] in things and times >= sure + 2]
    return max(fit, key=lambda name: (told[name], len(name))) if fit else None


def dated_title(weights: Weights) -> str | None:
    """The year that a title without a name is about, and of which the text speaks again and again."""
    year = DATED.search(weights.title)
    number = year and (year.group(1) or year.group(2))
    if year and year.group(2) and names_of_title(weights.title):
        return None
    return number if number and weights.folded.count(number) > 1 else None


def own_name(weights: Weights) -> str | None:
    """The publisher's name where it is no paper and speaks of itself."""
    name = body_of(weights.source, weights.folded)
    if name is None or words_in(name) & words()["publishers.judges"]:
        return None
    title = [one for one in names_of_title(weights.title) if weights.counted[one] and not looks_personal(one)]
    ours = len(WE.findall(QUOTED.sub("", weights.folded)))
    if any(is_other(weights, one, name) for one in title) and (ours < OURS or is_reporter(name)):
        return None
    spoken = acts(name, weights.folded) or ours > 0
    return name if spoken or not title else None


def is_other(weights: Weights, one: str, own: str) -> bool:
    """Whether a name of the title is what the publisher speaks of, and not itself."""
    if own.startswith(one) or set(one.split()) <= set(own.split()):
        return False
    sorts = words()["nouns.generic"] | words()["nouns.treaties"] | words()["nouns.event"] | words()["nouns.proper"]
    return bool(words_in(one) & sorts) or weights.folded.count(one) > 1


def body_of(source: Source, folded: str) -> str | None:
    """The publisher where it is an organisation, by its name or by what it does in the text."""
    name = publisher_of(source)
    if name is None or is_media(name) or not name[:1].isupper():
        return None
    body = words_in(name) & (words()["nouns.generic"] | words()["publishers.bodies"] | words()["nouns.places"])
    branch = BRANCH.search(source.publisher or "")
    office = branch is not None and branch.group()[:1] == " " and branch.group().strip()[:1].islower()
    return name if body or office or acts(name, folded) else None


def words_in(name: str) -> set[str]:
    """The words of a name in the singular."""
    return {singular(word) for word in re.findall(r"[a-z]+", name.lower())}


def acts(name: str, folded: str) -> bool:
    """Whether a text tells what somebody does: "Norwind cuts"."""
    return re.search(rf"\b{re.escape(name)}(?:'s)? [a-z]", folded) is not None
