"""Puts right what figures hang on: shares, levels that something moved to, figures before a day.

A newcomer's mistake: taking a figure for what stands beside it. In "rose to 27 Monday afternoon" no afternoons are
counted.
"""

from __future__ import annotations

from collections.abc import Sequence

from registry.steps.parse.finite import hangs_below, tables
from registry.steps.parse.tree import Token

DAYS = frozenset(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
TIMES = DAYS | {"morning", "afternoon", "evening", "night", "week", "weekend", "month", "quarter", "season", "year"}
BESIDE_TIME = DAYS | {"late", "early", "last", "this", "next"}
LEVELLED = frozenset({"to", "from", "at"})


def levels(tokens: Sequence[Token], heads: list[int]) -> None:
    """Put right what the figures of a sentence hang on; heads and relations change in place."""
    for token in tokens:
        if token.text == "%":
            before_level(tokens, heads, token)
        elif token.tag == "CD" and token.dep in ("nsubj", "nsubj:pass", "obj"):
            before_kind(tokens, heads, token)
        elif token.tag == "CD" and token.dep == "nummod":
            before_time(tokens, heads, token)
        elif token.tag == "CD" and tokens[token.index - 1].low in LEVELLED:
            to_level(tokens, heads, token)


def before_level(tokens: Sequence[Token], heads: list[int], share: Token) -> None:
    """Hang a share and the level that it led to on the verb: "slipped 6.5% to 1.02 billion pounds"."""
    thing = tokens[heads[share.index]]
    step = tokens[share.index + 1] if share.index + 1 < len(tokens) else None
    if step is None or step.low not in LEVELLED or thing.index <= step.index or thing.dep != "obj":
        return
    if any(token.is_verb or token.text in (",", ";") for token in tokens[share.index : thing.index]):
        return
    share.dep, heads[share.index] = "obj", heads[thing.index]
    thing.dep = "obl"
    step.dep, heads[step.index] = "case", thing.index
    for token in tokens[step.index + 1 : thing.index]:
        if heads[token.index] == share.index:  # the number before a scale and a currency
            token.dep, heads[token.index] = "nummod", thing.index


def before_time(tokens: Sequence[Token], heads: list[int], figure: Token) -> None:
    """Put a bare figure in the place of the time told behind it: "rose to 27 Monday afternoon", "found 3 Saturday"."""
    time = tokens[heads[figure.index]]
    between = [token.low for token in tokens[figure.index + 1 : time.index]]
    if time.low not in TIMES or not (between or time.low in DAYS) or any(low not in BESIDE_TIME for low in between):
        return
    verb = heads[time.index]
    if verb == time.index:
        return
    figure.dep, heads[figure.index] = "obj" if time.dep == "obl:unmarked" else time.dep, verb
    for token in tokens[: figure.index]:
        if heads[token.index] == time.index:
            heads[token.index] = figure.index
            figure.dep = "obl" if token.dep == "case" else figure.dep
    time.dep = "obl:unmarked"


def to_level(tokens: Sequence[Token], heads: list[int], figure: Token) -> None:
    """Hang a level on the verb that moves a number to it: "raised the number of people reported missing to 64"."""
    thing = next((one for one in reversed(tokens[: figure.index]) if one.low in tables()["levels"]), None)
    if thing is None or thing.dep not in ("obj", "nsubj") or heads[figure.index] <= thing.index:
        return
    before = reversed(tokens[: thing.index])
    verb = next((token for token in before if token.dep not in ("det", "amod", "nmod:poss", "compound")), None)
    if verb is None or verb.lemma not in tables()["levelling"]:
        return
    if hangs_below(heads, verb.index, figure.index) or hangs_below(heads, verb.index, thing.index):
        return  # they would hang on each other
    figure.dep, heads[figure.index] = "obl", verb.index
    thing.dep, heads[thing.index] = "obj", verb.index
    for token in tokens[thing.index : figure.index]:
        if token.tag in ("VBD", "VBN") and tokens[token.index - 1].is_noun and heads[token.index] <= verb.index:
            token.tag, token.dep, heads[token.index] = "VBN", "acl", token.index - 1


def before_kind(tokens: Sequence[Token], heads: list[int], figure: Token) -> None:
    """Make the participle behind a number of things an adjective of theirs: "it has 3,400 paid subscriptions"."""
    verb, thing = tokens[figure.index + 1 : figure.index + 3] if figure.index < len(tokens) - 2 else (figure, figure)
    has = next((one for one in tokens[: figure.index] if one.lemma == "have" and heads[one.index] == verb.index), None)
    if has is None or heads[figure.index] not in (verb.index, has.index) or verb.tag not in ("VBD", "VBN"):
        return
    if thing.tag != "NNS" or thing.dep != "obj" or hangs_below(heads, verb.index, thing.index):
        return
    has.dep, heads[has.index] = verb.dep, has.index if heads[verb.index] == verb.index else heads[verb.index]
    for token in tokens:
        if heads[token.index] == verb.index and token is not figure:
            heads[token.index] = has.index
    figure.dep, heads[figure.index] = "nummod", thing.index
    verb.tag, verb.dep, heads[verb.index] = "VBN", "amod", thing.index
    thing.dep, heads[thing.index] = "obj", has.index
