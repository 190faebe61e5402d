"""Who or what stands before and behind a verb: the noun phrases of a sentence, and the names that they are.

A newcomer's mistake: the nearest noun. "A woman from New Ross died" is about the woman, and who acts may stand in front
of what is put between commas ("Dimitris Kallas, the captain, was charged").
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from registry.steps.assemble.roles.events import named
from registry.steps.assemble.roles.offices import office_words
from registry.steps.assemble.roles.persons import meant_by
from registry.steps.assemble.spot import Page
from registry.steps.parse.tree import Token
from registry.steps.resolve import looks_personal
from registry.steps.resolve.names import singular
from registry.steps.resolve.words import words

WHO = frozenset({"who", "which", "that"})
RUN = frozenset({"DT", "PRP$", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "CD", "POS", "HYPH", "VBN", "VBG"})
WITHIN = frozenset({"in", "from", "at", "near", "on", "with", "off", "under", "for"})
SUBJECTS = ("nsubj", "nsubj:pass")
OF, BY = "of", "by"
FAR = 12


def before(tokens: Sequence[Token], end: int) -> list[Token]:
    """The phrase that ends before a verb, past a relative pronoun and what is put between commas."""
    at = end
    if at and tokens[at - 1].low in WHO:
        at -= 1
    if at and tokens[at - 1].text == ",":
        at -= 1
        run = phrase(tokens, at)
        opens = at - len(run) - 1
        if run and opens > 0 and tokens[opens].text == "," and not any(one.is_name for one in run[-2:]):
            return phrase(tokens, opens) or run
        return run
    return phrase(tokens, at)


def phrase(tokens: Sequence[Token], end: int) -> list[Token]:
    """The noun phrase that ends at a place, with what "of" joins to it."""
    if end and tokens[end - 1].low in ("he", "she", "it"):
        return [tokens[end - 1]]
    at = end
    while at and (is_part(tokens[at - 1]) or joins(tokens, at - 1)) and not is_moment(tokens[at - 1]):
        at -= 1
    if at > 1 and tokens[at - 1].tag == "IN" and tokens[at - 1].low in WITHIN and tokens[at - 2].is_noun:
        return phrase(tokens, at - 1)  # "a woman from New Ross died"
    while at < end and not (tokens[at].is_noun or tokens[at].tag in ("DT", "PRP$", "JJ") or tokens[at].dep in SUBJECTS):
        at += 1
    run = list(tokens[at:end])
    return run if any(one.is_noun or one.dep in SUBJECTS for one in run) else []


def is_part(token: Token) -> bool:
    """Whether a word can stand in a noun phrase; a subject is one whatever its tag."""
    return token.tag in RUN or (token.dep in SUBJECTS and not token.tag.startswith("PRP"))


def is_moment(token: Token) -> bool:
    """Whether a word is a day or a month, which only stands before who acts."""
    return token.low in words()["scope.calendar"]


def joins(tokens: Sequence[Token], at: int) -> bool:
    """Whether a small word joins two nouns of one phrase: "captain of the ferry", "Brightwater and Solent"."""
    if at < 1 or at + 1 >= len(tokens):
        return False
    if tokens[at].low == OF:
        return tokens[at - 1].is_noun
    return tokens[at].low in ("and", "&") and tokens[at - 1].is_name and tokens[at + 1].is_name


def behind(tokens: Sequence[Token], start: int) -> list[Token]:
    """The noun phrase that begins at a place."""
    at = start
    if at < len(tokens) and tokens[at].low in WITHIN:
        return []
    while at < len(tokens) and (tokens[at].tag in RUN or joins(tokens, at)) and tokens[at].low not in WHO:
        if tokens[at].tag == "CD" and at > start and tokens[at - 1].is_name:
            break  # "fined Kestrel Air 2 million", "beat Oakham 3-1"
        at += 1
    run = list(tokens[start:at])
    if not run and start < len(tokens) and tokens[start].low == "it":
        return [tokens[start]]
    return run if any(one.is_noun for one in run) else []


def agent(tokens: Sequence[Token], start: int) -> list[Token]:
    """Who is named behind "by" in the same clause."""
    for at in range(start, min(start + FAR, len(tokens))):
        if tokens[at].text in (",", ";", ":") or tokens[at].low in WHO:
            return []
        if tokens[at].low == BY:
            return behind(tokens, at + 1)
    return []


def of_kind(thing: list[Token], sorts: frozenset[str]) -> bool:
    """Whether a phrase is of some sorts, or a name with such a noun before it: "the probe Halcyon"."""
    nouns = (one for one, after in pairwise(thing) if after.is_name)
    return singular(head_of(thing).low) in sorts or any(singular(one.low) in sorts for one in nouns)


def is_counted(run: list[Token]) -> bool:
    """Whether a phrase is of a number of people; an age is none."""
    follows = zip(run, [*run[1:], run[-1]], strict=True)
    return any((one.tag == "CD" and after.text != "-") or "$" in one.text for one, after in follows)


def head_of(run: list[Token]) -> Token:
    """The noun that a phrase is about: the last before "of"."""
    stop = next((at for at, one in enumerate(run) if one.low == OF and at), len(run))
    nouns = [one for one in run[:stop] if one.is_noun]
    return nouns[-1] if nouns else run[-1]


def is_proud(run: list[Token]) -> bool:
    """Whether a phrase is a name."""
    return bool(run) and head_of(run).text[:1].isupper()


def known(page: Page, run: list[Token]) -> str | None:
    """The name that a phrase is, has beside its office, or stands for."""
    if not run:
        return None
    if len(run) == 1 and run[0].low in ("he", "she", "it"):
        return stands_for(page, run[0])
    people = (page.story.name_at(one.start) for one in run if one.text[:1].isupper())
    for name in people:
        if name and head_of(run).text in name.split() and (looks_personal(name) or page.story.is_person(name)):
            return page.story.expand(name)
    return holder(page, run) or (proud(page, run) if is_proud(run) else None)


def stands_for(page: Page, pronoun: Token) -> str | None:
    """Whom a pronoun means."""
    if pronoun.low == "it":
        return named(page, pronoun)
    start = page.sentences[page.number_of(pronoun.start)].start
    return meant_by(page.story, page.folded, start, pronoun.start)


def holder(page: Page, run: list[Token]) -> str | None:
    """Who holds the office that a phrase names."""
    if not any(one.low in office_words() for one in run):
        return None
    held = page.roles[page.number_of(run[0].start)]
    return next((one.person for one in held if run[0].start <= one.start <= run[-1].end), None)


def proud(page: Page, run: list[Token]) -> str:
    """The name that a phrase with capitals is."""
    caps = [one.text for one in run[: run.index(head_of(run)) + 1] if one.text[:1].isupper() and one.tag != "DT"]
    return page.story.expand(" ".join(caps))


def told(page: Page, run: list[Token]) -> str | None:
    """A phrase in words: its name, else itself without an article."""
    return (known(page, run) or whole(run, page)) if run else None


def whole(run: list[Token], page: Page) -> str:
    """A phrase as it is written, without an article."""
    start = next((one.start for one in run if one.tag not in ("DT", "PRP$")), run[0].start)
    return " ".join(page.folded[start : run[-1].end].split())
