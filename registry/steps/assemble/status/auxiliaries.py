"""Auxiliary verbs of what is to be: "would", "could", "may", "might".

A newcomer's mistake: taking each of them for a plan. "Would" also tells of habits and of what was never so, and "may"
of what nobody knows; only what a plan would bring, what was said of the future and what is feared is to be.
"""

from __future__ import annotations

import re

from registry.steps.parse.tree import Token
from registry.steps.resolve.words import words

ALLOWED = frozenset({"go", "take", "leave", "receive", "last", "add", "close", "fine", "jail"})
BRINGING = frozenset({"have", "employ", "replace", "reduce", "raise", "need", "cut", "offer", "pay"})
UNREAL = re.compile(
    r"\b(?:in those days|used to|every (?:day|morning|night)|often|sometimes|always|back then|lives?|if)\b|^\W*To ",
    re.I,
)


def conditional(token: Token, sentence: str) -> bool:
    """Whether a clause says what a plan would bring."""
    would = any(child.dep == "aux" and child.low == "would" for child in token.children)
    return (
        would
        and re.search(r"\b(?:bill|plans?|proposals?|reform|scheme|draft|merger|deal|offer)\b", sentence) is not None
    )


def reported(token: Token) -> bool:
    """Whether a clause tells in the past what somebody said of the future: "said 120 posts would go"."""
    helpers = {child.low for child in token.of("aux")}
    if "would" not in helpers or "have" in helpers or token.lemma in words()["status.choosing"]:
        return False
    near = [*token.of("parataxis"), *([] if token.is_root else [token.head])]
    return any(one.is_verb and one.lemma in words()["speech.verbs"] for one in near)


def might(token: Token) -> bool:
    """Whether a clause guesses at the future: "could rise to 300", "may cost"."""
    helpers = {child.low for child in token.of("aux")}
    allowed = "may" in helpers and token.lemma in ALLOWED
    denied = any(child.low in ("not", "n't", "never") for child in token.children)
    if "have" in helpers or allowed or denied or not helpers & {"could", "may", "might"}:
        return False
    if token.tag == "VBN" and token.first("aux:pass") is not None and token.lemma in words()["status.befalling"]:
        return True
    return token.lemma in words()["status.reaching"] or token.head.lemma in ("warn", "fear", "predict", "estimate")


def bare_would(token: Token, sentence: str) -> bool:
    """Whether a clause says what a plan would bring, though no word of the sentence plans: "It would add 100 beds"."""
    helpers = {child.low for child in token.of("aux")}
    denied = any(child.low in ("not", "n't", "never") for child in token.children)
    if "would" not in helpers or "have" in helpers or denied or UNREAL.search(sentence):
        return False
    who, table = token.first("nsubj", "nsubj:pass"), words()
    if who is None or who.low in ("that", "this", "which", "who") or who.tag == "VBG":
        return False
    return token.lemma in table["status.reaching"] | table["status.making"] | table["status.befalling"] | BRINGING
