"""A speaker's name, from the noun that stands beside a verb of saying.

A newcomer's mistake: the noun itself. A spokesman speaks for those he speaks for, "he" for the last speaker, an office
for its holder.
"""

from __future__ import annotations

import re

from registry.model.assertion import Kind
from registry.steps.assemble.roles.offices import head_words, office_words
from registry.steps.assemble.spot import Page
from registry.steps.parse.tree import Token, Tree
from registry.steps.resolve import looks_personal
from registry.steps.resolve.names import flat_name
from registry.steps.resolve.runs import PARTICLES
from registry.steps.resolve.words import words

NEAR = 2
FIRMS = frozenset({"company", "firm", "maker", "manufacturer", "airline", "operator", "club", "carmaker", "retailer"})
RUN = re.compile(r"[A-Z][\w.&'-]*(?: and)? [A-Z][\w&'-]*(?: [A-Z][\w&'-]*){0,3}")
SORTED = re.compile(
    r"(?:(?!(?:of|for|at|in|on|from|by|and|to|with) )[a-z][a-z-]+ ){1,3}([A-Z][\w&'-]*)(?: [A-Z][\w&'-]*)* ?"
)
JOINTS = PARTICLES | {"of", "for", "and", "the", "&", "on", "in"}
LED = re.compile(r" ([A-Z][\w'-]+(?: [A-Z][\w'-]+){0,4})")
REPORTERS = frozenset({"reporter", "correspondent", "photographer", "team", "desk"})
PAPERS = frozenset({"report", "study", "audit", "review", "analysis"})
INITIALS = re.compile(r"(?:[A-Z]\.)+[A-Z]?\.?")
OFFICE_OF = ("spokesman", "spokeswoman", "spokesperson")


def head_at(tree: Tree | None, start: int, end: int) -> Token | None:
    """The noun that a stretch of words is about."""
    inside = tree.within(start, end) if tree else []
    first = next((token for token in inside if token.is_noun or token.tag == "PRP"), None)
    while (
        first is not None
        and not first.is_root
        and first.dep in ("compound", "flat", "nmod:poss", "nmod:desc", "amod")
        and first.head.end <= end
    ):
        first = first.head
    return first


def told(page: Page, verb: Token) -> str | None:
    """The speaker of a verb of saying; that of the first of two verbs for both."""
    who = verb.first("nsubj") or (verb.head.first("nsubj") if verb.dep == "conj" and not verb.is_root else None)
    if (
        who is None
        or verb.first("nsubj:pass")
        or (who.low in words()["speech.nobody"] and who.low not in ("it", "they"))
    ):
        return None
    if (
        who.word("case") == "'s" and who.end < verb.start
    ):  # "the fund's managing director, Ana Ruiz, says": the parser erred
        return named_between(page, who, verb)
    first = min((one.start for one in who.of("compound", "amod")), default=who.start)
    return behind_sort(page, first, verb.start) or beside_verb(page, who, verb) or label(page, who)


def behind_sort(page: Page, start: int, end: int) -> str | None:
    """The name behind the word for what it names: "grid operator Norgrid", "insurer Alba"."""
    hit = SORTED.fullmatch(page.folded, start, end)
    return page.story.name_at(hit.start(1)) if hit else None


def beside_verb(page: Page, who: Token, verb: Token) -> str | None:
    """The person whose office stands before the name: "founder and chief executive Mara Lind told"."""
    if who.is_name or who.lemma not in office_words() or who.end >= verb.start:
        return None
    return named_between(page, who, verb)


def named_between(page: Page, who: Token, verb: Token) -> str | None:
    """The person who is named between a noun and its verb."""
    between = page.folded[who.end : verb.start]
    names = (page.story.name_at(who.end + at) for at, char in enumerate(between[:120]) if char.isupper())
    return next((name for name in names if name and looks_personal(name)), None)


def label(page: Page, who: Token) -> str | None:
    """A speaker as a name; a spokesman speaks for those he speaks for."""
    if who.tag in ("PRP", "PRP$"):
        return pronoun(page, who)
    if not who.is_noun or who.lemma in ("correction", "people", "version"):
        return None
    if who.low in words()["speech.silent"] | words()["scope.calendar"] or who.low in words().dimension:
        return None
    if is_figure(page, who) or is_anyone(who):
        return None
    if who.lemma in words()["speech.sources"] | words()["speech.mute"] or who.low in words()["speech.sources"]:
        return behind_source(page, who)
    named = who.is_name or (who.text[:1].isupper() and bool(who.of("flat")))  # "Ma Liya" is no mother
    if (full := body_at(page, who)) or (named and (full := page.story.name_at(who.start))):
        return flat_name(who, page.folded) if INITIALS.fullmatch(full) else full  # "the U.S. Geological Survey"
    return office_holder(page, who) or spoken_for(page, who)


def is_anyone(who: Token) -> bool:
    """Whether a noun names nobody in particular, or the teller's own: "people", "my sister and I had saved"."""
    owners = {one.low for one in who.of("nmod:poss")}
    if "my" in owners or (owners & {"our", "this"} and who.lemma in REPORTERS):
        return True
    return who.lemma == "person" and not who.of("amod", "acl")


def is_figure(page: Page, who: Token) -> bool:
    """Whether a word belongs to a figure: "twelve" says nothing."""
    return any(
        one.kind is not Kind.DATE and one.start < who.end and who.start < one.end
        for one in page.mentions[page.number_of(who.start)]
    )


def body_at(page: Page, who: Token) -> str | None:
    """The body or person whose name goes on behind a word: "Securities and Exchange Commission", "Minister Ruiz"."""
    if not who.text[:1].isupper():
        return None
    if (who.lemma in office_words() or who.low in head_words()) and page.folded[who.end : who.end + 1] == " ":
        led = LED.match(page.folded, who.end)
        places = [led.start(1), *(at for at in range(*led.span(1)) if page.folded[at - 1] == " ")] if led else []
        names = (page.story.name_at(at) for at in places)
        return next((name for name in names if name and looks_personal(name)), None)
    run = RUN.match(page.folded, who.start)
    last = run.group().split()[-1].lower() if run else ""
    return page.story.expand(run.group()) if run and last in words()["nouns.bodies"] else None


def behind_source(page: Page, who: Token) -> str | None:
    """Who speaks through a paper: "figures that the city published", "the ministry's data", "its website"."""
    publisher = next((one.first("nsubj") for one in who.of("acl:relcl") if one.first("nsubj")), None)
    owner = next((one for one in who.of("nmod:poss", "compound", "nmod") if is_owner(one)), None) or publisher
    if owner is not None:
        return label(page, owner) if owner.is_noun or owner.low in ("its", "his", "her", "their") else None
    if who.is_name and (name := page.story.name_at(who.start)) and " " in name:
        return name
    if who.lemma in PAPERS and who.word("det") in ("a", "an", "another", "the") and who.of("amod", "nmod", "compound"):
        return flat_name(who, page.folded)
    own = who.lemma in words()["speech.sources"] - words()["speech.mute"] and not list(who.of("amod", "nmod"))
    return f"{page.story.topic or ''} {who.low}".strip() if own else None


def is_owner(token: Token) -> bool:
    """Whether a word beside a paper says whose it is."""
    if token.dep == "nmod":
        return token.word("case") in ("by", "from") or (token.word("case") == "of" and token.is_name)
    return token.dep == "nmod:poss" or token.is_name or token.lemma in words()["nouns.bodies"]


def pronoun(page: Page, who: Token) -> str | None:
    """Who "he" or "it" is as a speaker: the last one, or whom the document is about."""
    if who.low not in ("he", "she", "it", "they", "its", "their", "his", "her"):
        return None
    low = {"its": "it", "their": "they", "his": "he", "her": "she"}.get(who.low, who.low)
    last = page.voice[1] if page.voice and page.number_of(who.start) - page.voice[0] <= NEAR else None
    if last and low in ("he", "she") and (last == page.source.publisher or is_body(page, last)):
        last = None
    return last or (page.story.person(low, who.start) if low in ("he", "she") else page.story.topic)


def is_body(page: Page, name: str) -> bool:
    """Whether a speaker is a name that is no person's: "he" is not Norwind."""
    return name in page.story.names and not looks_personal(name)


def office_holder(page: Page, who: Token) -> str | None:
    """The person whose office is named: "chief executive Mara Lind", "the chair"."""
    if who.is_name:
        return None
    names = (page.story.name_at(one.start) for one in who.subtree() if one.is_name)
    person = next((name for name in names if name and looks_personal(name)), None)
    return person if person and who.lemma in office_words() else page.holder(flat_name(who, page.folded))


def spoken_for(page: Page, who: Token) -> str | None:
    """A noun phrase as a speaker: the ministry behind its spokesman, or its own words."""
    story = page.story
    behind = next((child for child in who.of("nmod", "nmod:poss", "compound")), None)
    if who.lemma in OFFICE_OF and behind is not None and behind.tag == "PRP$":
        return story.topic or who.low
    if who.lemma in OFFICE_OF and behind is not None:
        return story.expand(flat_name(behind, page.folded))
    named = next((child for child in who.of("appos", "flat") if child.is_name), None) if not who.is_name else None
    name = flat_name(named or who, page.folded)
    name = untraded(name) if (named or who).is_name else name
    if who.is_name or named is not None or " " in name:
        return story.expand(name)
    body = who.word("det") == "the" and who.lemma in FIRMS
    return story.sorts.get(name) or (story.meant(who.low) if body else None) or name


def untraded(name: str) -> str:
    """A name without the trade before it: "grid operator Norwind", "Rail operator NRC"; "Bank of Norwind" is whole."""
    tokens = name.split()
    small = [at for at, token in enumerate(tokens[:-1]) if token.islower() and token not in JOINTS]
    return " ".join(tokens[small[-1] + 1 :]) if small and tokens[-1][:1].isupper() else name
