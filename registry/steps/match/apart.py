"""Vetoes for two of a sort that a text tells apart by their own names: papers, charges, markets, ages, parts of votes,
and the places that documents are about; those of contests stand beside (`contests`).

A newcomer's mistake: trusting a noun that both share. A review that came out in May is not the report of June.
"""

from __future__ import annotations

import re
from functools import lru_cache

from registry.steps.match.addends import one_of_the_sum, only_members
from registry.steps.match.contests import (
    agrees,
    former_record,
    only_mark,
    other_heat,
    other_rank,
    other_runner,
    other_side,
    told,
)
from registry.steps.match.dealings import other_dealing
from registry.steps.match.entities import Same, compare
from registry.steps.match.framed import day_after, only_elapsed
from registry.steps.match.marks import one_included
from registry.steps.match.parties import other_self
from registry.steps.match.profile import Profile
from registry.steps.match.reviews import other_rater, other_version, other_work
from registry.steps.match.rowed import only_line
from registry.steps.match.saying import Veto, marked
from registry.steps.match.words import content, stem
from registry.steps.resolve import looks_personal
from registry.steps.resolve.words import common_nouns

PAPER = re.compile(
    r"\b(?P<det>[Aa]n?|[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er)? ?(?P<kind>(?:[\w'-]+ ){0,4}?)"
    r"(?P<head>reports?|reviews?|stud(?:y|ies)|statement|findings|paper|plan|guidelines|strategy|survey|audit|results|book)"
    r"\b[^.;,\d]{0,80}? (?:was|were|is|will be|has been|had been|to be) "
    r"(?:first |finally |also )?(?:published|released|issued|printed|made public)(?: on| in)?(?: the)?\s*$",
    re.I,
)
NUMBERED = re.compile(
    r"\b(?:phase|part|volume|stage|chapter) (?:\d+|one|two|three|[IVX]+)\b"
    r"|\b(?:interim|final|preliminary|first|second)\b",
    re.I,
)
PENAL = re.compile(
    r"\b(?:convicted|sentenced|jailed|imprisoned|guilty|charged|acquitted|indicted|counts? of|prison|in jail)\b"
)
TNT = re.compile(  # not "a yield of three tonnes per hectare"
    r"\btnt\b|\b(?:blast|explosi\w+|explod\w+|detonat\w+|bomb\w*)\b[^.;]*\b(?:equivalent to|force of|yield of)\b", re.I
)
MARKET = re.compile(
    r"\b(?P<where>international|domestic|overseas|foreign|uk|us|u\.s\.|european|american|north american|asian|chinese"
    r"|online|wholesale) (?:net )?(?:revenues?|sales|turnover|profits?|earnings)\b",
    re.I,
)
VOTES = frozenset(("referendum", "election", "elections", "vote", "ballot", "plebiscite"))
MORE = re.compile(r"\d (?:more|new|additional|further) [a-z]+(?: [a-z]+){0,4} (?:in|from|across)$")
INCLUDING = re.compile(r"\bincluding(?: at least| about| some)?$")
AGE = ["age"]
AGED_THING = re.compile(
    r",? (?:[\w-]+,? ){0,3}?(?:building|tower|bridge|house|church|ship|ferry|bus|train|plane|aircraft|dam|pipe|tunnel"
    r"|school|factory|plant|car|truck|boat|vessel|structure|system|company|firm|law|treaty|record|tree)\b"
)
AKIN = 0.4


def other_convict(left: Profile, right: Profile) -> str | None:
    """They are the charges or the sentences of two people, each named in the sentence or in what it is about."""
    tried = all(PENAL.search(told(seen)) and seen.subject for seen in (left, right))
    if not tried or agrees(left, right) or left.dimension not in ("count", "time"):
        return None
    one, two = left.subject or "", right.subject or ""
    known = all(content(seen.subject or "") <= seen.sentence | content(seen.topic or "") for seen in (left, right))
    if not known or left.subject == right.subject or compare(one, two) is not Same.NO:
        return None
    return f"one is of {one}, one of {two}" if looks_personal(one) or looks_personal(two) else None


def only_yield(left: Profile, right: Profile) -> str | None:
    """Only one is the strength of a blast, told by the mass of an explosive."""
    if left.dimension != "mass":
        return None
    one, two = (bool(TNT.search(told(seen))) for seen in (left, right))
    return "only one is the strength of a blast" if one != two else None


def only_some(left: Profile, right: Profile) -> str | None:
    """Only one counts some that are included in another count, and nothing that both count is named."""
    if left.dimension != "count" or left.core & right.core or agrees(left, right):
        return None
    some = any(INCLUDING.search(seen.frame[0]) for seen in (left, right))
    return "only one counts some of them" if some and one_included(left, right).value else None


def other_aged(left: Profile, right: Profile) -> str | None:
    """They are ages of different sorts: of a building, of a person, of retirement."""
    one, two = sort_of_age(left), sort_of_age(right)
    if one[-1:] != AGE or two[-1:] != AGE or agrees(left, right):
        return None
    beside = content(" ".join(one[:-1])) & right.sentence or content(" ".join(two[:-1])) & left.sentence
    sorts = one != two and not {*one[:-1]} & {*two[:-1]} and not beside  # "mothers were 31.2", "the age of mothers"
    aged = [bool(AGED_THING.match(seen.frame[1])) for seen in (left, right)]
    return "they are ages of different things" if sorts or aged[0] != aged[1] else None


def sort_of_age(seen: Profile) -> list[str]:
    """The words that name an age; the noun behind "22-year-old" is whose it is, and no sort of age."""
    return AGE if any("-year-" in figure for figure in seen.figures) else what(seen)


def only_in_word(left: Profile, right: Profile) -> str | None:
    """Only one has what it counts in its own word: a "12-storey tower" counts storeys, whatever stands near."""
    for seen, other in ((left, right), (right, left)):
        noun = in_word(seen)
        if noun and noun not in other.heads | other.sentence and not seen.named & other.named:
            return f"only one counts what its own word says ({marked((noun,))})"
    return None


def in_word(seen: Profile) -> str:
    """The stem of the noun that a hyphen ties to a figure, where that is what it counts."""
    tied = next((one.rsplit("-", 1)[1] for one in seen.figures if "-" in one and one[:1].isdigit()), "")
    own = [stem(one) for one in what(seen)[-1:]]
    return own[0] if seen.dimension == "count" and tied and own and stem(tied) == own[0] else ""


def what(seen: Profile) -> list[str]:
    """The words of the attribute, which the text of a profile has behind its sentence."""
    return seen.text[seen.sentence_end - seen.sentence_start + 1 :].lower().split()


def part_of_vote(left: Profile, right: Profile) -> str | None:
    """One is the share of a place or a party, the other that of the whole vote."""
    if left.dimension not in ("share", "percent") or agrees(left, right):
        return None
    for seen, other in ((left, right), (right, left)):
        own = content(seen.subject or "")
        whole = bool(other.topic and other.subject == other.topic and other.topic.split()[-1].lower() in VOTES)
        if whole and own and own <= seen.sentence and not own & (other.sentence | content(other.topic or "")):
            return f"one is of {seen.subject}, the other of the whole vote"
    return None


def only_more(left: Profile, right: Profile) -> str | None:
    """One counts only the places of what was added: "23 more cases in 13 states"."""
    if left.dimension != "count" or agrees(left, right):
        return None
    one, two = (bool(MORE.search(seen.frame[0])) for seen in (left, right))
    return "only one is for what was added" if one != two else None


def other_market(left: Profile, right: Profile) -> str | None:
    """Only one is of what a firm sells in one market: "international revenue", "UK sales"."""
    one, two = (market(seen.text.rsplit(". ", 1)[-1]) for seen in (left, right))
    if one == two or left.document == right.document or agrees(left, right):
        return None
    return f"they are of different markets ({one or 'all'}, {two or 'all'})"


@lru_cache(maxsize=20_000)
def market(words: str) -> str:
    """The market that an attribute names before what is sold there."""
    found = MARKET.search(words)
    return found["where"].lower().replace(".", "") if found else ""


def other_paper(left: Profile, right: Profile) -> str | None:
    """They are the days on which two papers came out: "an independent review", "the first report"."""
    if left.dimension != "date" or agrees(left, right):
        return None
    one, two = paper(left.frame[0]), paper(right.frame[0])
    if not one or not two:
        return None
    loose = any(kind.split()[:1] and det.lower() in ("a", "an") for det, kind, _ in (one, two))
    apart = one[2] != two[2] and (loose or numbered(one) != numbered(two))
    if apart or (numbered(one) and numbered(two) and numbered(one) != numbered(two)):
        return f"one is of {named(one)}, the other of {named(two)}"
    return None


@lru_cache(maxsize=20_000)
def paper(before: str) -> tuple[str, str, str] | None:
    """The paper that a sentence says came out: its article, its kind, its noun."""
    found = PAPER.search(before)
    return ((found["det"] or ""), found["kind"].strip(), found["head"].lower()) if found else None


def numbered(one: tuple[str, str, str]) -> str:
    """Which one of several a paper is."""
    found = NUMBERED.search(one[1])
    return found.group().lower() if found else ""


def named(one: tuple[str, str, str]) -> str:
    """The words that name a paper."""
    return " ".join(part for part in one if part)


def other_home(left: Profile, right: Profile, akin: float) -> str | None:
    """Their documents are about two places or bodies, which title and subject name, and share no name."""
    if akin >= AKIN or left.document == right.document:
        return None
    one, two = (homes(seen.title or "", seen.topic or "", seen.subject or "") for seen in (left, right))
    if not one or not two or one & (two | right.names) or two & (one | left.names):
        return None
    return "their documents are about different places or bodies"


@lru_cache(maxsize=20_000)
def homes(title: str, topic: str, subject: str) -> frozenset[str]:
    """The words of names in the title of a document and of what it and a figure are about."""
    told = [word for word in title.split()[1:] if word[:1].isupper()] if mixed(title) else []
    told += [word for name in (topic, subject) for word in name.split()]
    return content(" ".join(word for word in told if word.lower() not in common_nouns()))


def mixed(title: str) -> bool:
    """Whether a title is written as a sentence, so that a capital tells a name."""
    some = [word for word in title.split()[1:] if word.isalpha() and len(word) > 3]
    return any(word.islower() for word in some)


OF_A_SORT: tuple[Veto, ...] = (
    one_of_the_sum,
    only_members,
    other_side,
    day_after,
    only_elapsed,
    only_line,
    other_runner,
    other_heat,
    former_record,
    other_rank,
    other_rater,
    other_work,
    other_version,
    other_paper,
    other_convict,
    other_market,
    only_yield,
    only_mark,
    only_more,
    only_some,
    other_aged,
    only_in_word,
    part_of_vote,
    other_dealing,
    other_self,
)
