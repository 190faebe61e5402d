"""Noun phrases as words: what a phrase is called, in the singular, without articles.

A newcomer's mistake: taking the whole subtree. A name ends before its relative clause and its prepositions, except the
"of" that belongs to it ("Bank of England").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from registry.model.term import Term
from registry.steps.parse.tree import Token

IRREGULAR = {
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "grandchildren": "grandchild",
    "schoolchildren": "schoolchild",
    "lives": "life",
    "wives": "wife",
    "criteria": "criterion",
    "media": "medium",
    "feet": "foot",
    "teeth": "tooth",
    "mice": "mouse",
    "geese": "goose",
    "shelves": "shelf",
    "homes": "home",
    "houses": "house",
    "horses": "horse",
    "nurses": "nurse",
    "cases": "case",
    "courses": "course",
    "buses": "bus",
    "viruses": "virus",
    "movies": "movie",
    "species": "species",
    "series": "series",
    "analyses": "analysis",
    "crises": "crisis",
    "bases": "base",
    "odds": "odds",
    "goods": "goods",
    "proceeds": "proceeds",
    "premises": "premises",
    "headquarters": "headquarters",
    "shoes": "shoe",
    "wolves": "wolf",
    "knives": "knife",
    "thieves": "thief",
    "calves": "calf",
    "halves": "half",
    "loaves": "loaf",
    "hooves": "hoof",
    "scarves": "scarf",
    "oxen": "ox",
    "ties": "tie",
    "pies": "pie",
    "lenses": "lens",
    "gases": "gas",
    "casualties": "casualty",
}
MEN = frozenset({"specimen", "abdomen", "regimen", "acumen", "albumen"})
KEPT_S = ("ss", "us", "is", "news", "sales")
MODIFIERS = ("compound", "amod", "flat", "nmod:poss", "nummod", "goeswith", "fixed", "nmod:desc", "nmod:unmarked")
DETERMINERS = {
    *("the", "a", "an", "this", "that", "these", "those", "its", "their", "his", "her", "our", "my", "your"),
    *("some", "any", "all", "both", "each", "every", "another", "other", "such", "more", "further", "additional"),
    *("about", "around", "nearly", "only", "just", "many", "several", "few", "same", "own"),
}
DAYS = frozenset({"today", "yesterday", "tomorrow", "tonight"})  # "the ministry today signed"
BOASTS = frozenset(
    {"record", "whopping", "staggering", "mere", "estimated", "full", "whole", "grand", "healthy", "solid"}
)
ARTICLES = re.compile(r"^(?:the|a|an|this|that|its|their|his|her|our|my)\s+", re.I)
POSSESSIVE = re.compile(r"(?:'s|’s|s'|s’)$")
EDGE = re.compile(r"\b")


def places(name: str, text: str) -> Iterator[tuple[int, int]]:
    """Where a name stands, from the start of a word on; a pattern made for one name is dearer than looking for it."""
    at = text.find(name)
    while at >= 0:
        if EDGE.match(text, at):
            yield at, at + len(name)
        at = text.find(name, at + 1)


@lru_cache(maxsize=8192)
def singular(word: str) -> str:
    """A noun in the singular.

    >>> [singular(word) for word in ("people", "parties", "losses", "quakes", "boxes", "bus", "people")]
    ['person', 'party', 'loss', 'quake', 'box', 'bus', 'person']
    """
    low = word.lower()
    if low in IRREGULAR:
        return IRREGULAR[low]
    if low.endswith("men") and len(low) > 5 and low not in MEN:
        return low[:-3] + "man"
    if len(low) < 4 or low.endswith(KEPT_S) or not low.endswith("s"):
        return low
    if low.endswith("ies"):
        return low[:-3] + "y"
    if low.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return low[:-2]
    return low[:-1]


def term(label: str) -> Term | None:
    """A name as a term; None where nothing is left of it."""
    clean = " ".join(label.split()).strip(" ,;:.-'\"()[]*#")
    return Term(clean.lower(), clean) if clean else None


@lru_cache(maxsize=8192)
def clean_name(label: str) -> str:
    """A name without its article and its possessive ending.

    >>> clean_name("the court's")
    'court'
    """
    plain = " ".join(label.split()).strip(' ,;:-"()[]*#')
    return POSSESSIVE.sub(lambda hit: "s" if hit.group().startswith("s") else "", ARTICLES.sub("", plain))


def modifiers(head: Token, *, taboo: tuple[int, int] | None = None) -> list[Token]:
    """The words before a noun that say which: adjectives, compounds and names, without numbers and determiners."""
    found: list[Token] = []
    for child in head.children:
        if child.index > head.index or child.dep not in MODIFIERS or child.dep in ("nummod", "nmod:poss"):
            continue
        if taboo and child.start < taboo[1] and taboo[0] < child.end:
            continue
        if any(below.tag == "CD" for below in child.children) or is_boast(child, head):
            continue
        if child.low in DETERMINERS or child.tag in ("CD", "$", "JJS", "JJR", "DT", "PRP$"):
            continue
        found += [*modifiers(child, taboo=taboo), child]
    return sorted(found, key=lambda token: token.index)


def is_boast(word: Token, head: Token) -> bool:
    """Whether a word says how large a figure is, not which things are counted: "a record 38,154 runners"."""
    return word.low in BOASTS and any(one.tag == "CD" and one.index == word.index + 1 for one in head.children)


def noun_phrase(head: Token, *, taboo: tuple[int, int] | None = None) -> str:
    """A noun and what stands before it, lower case and singular: the name of an attribute."""
    words = [token.low for token in modifiers(head, taboo=taboo) if token.low != "-"]
    return " ".join([*words, singular(head.low)])


def flat_name(head: Token, folded: str) -> str:
    """The words of a name or noun phrase as they are written, with an "of" phrase that belongs to it."""
    parts = list(block(head))
    for child in head.of("nmod"):
        if child.word("case") in ("of", "for") and child.index > head.index and (child.is_name or head.is_name):
            parts += [*child.subtree()] if len([*child.subtree()]) <= 6 else [*block(child), *child.of("case")]
    if not parts:
        return ""
    parts.sort(key=lambda token: token.index)
    return clean_name(folded[parts[0].start : parts[-1].end])


def block(head: Token) -> list[Token]:
    """A noun with its compounds, adjectives and the further words of a name; not what it measures ("a 5-mile road")."""
    found = [head]
    for child in head.children:
        if (child.dep == "compound" and child.first("nummod")) or child.low in DAYS:
            continue
        if child.dep in ("compound", "flat", "amod", "nmod:desc", "nmod:unmarked", "goeswith") and child.tag != "CD":
            found += block(child)
        elif child.dep == "nmod:poss" and child.tag not in ("PRP$",):
            found += [*block(child), *child.of("case")]
    return found
