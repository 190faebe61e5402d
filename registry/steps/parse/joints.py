"""Puts right how names and verbs behind commas are joined to their sentence.

A newcomer's mistake: trusting the parser with what news does and treebanks seldom do: a trade before a name without a
comma, who says it right behind one, a predicate behind a long aside.
"""

from __future__ import annotations

from collections.abc import Sequence

from registry.steps.parse.finite import hangs_below
from registry.steps.parse.tree import Token

FINITE = ("VBD", "VBZ", "VBP", "MD")
CLAUSES = ("acl:relcl", "appos", "acl")
RELATIVE = frozenset({"which", "who", "whose"})
BEHIND = ("conj", "advcl", "acl", "acl:relcl", "parataxis", "amod")
NEAR = 3
SAYING = frozenset({"said", "says"})


def joints(tokens: Sequence[Token], heads: list[int]) -> None:
    """Put the joints of a sentence right; heads and relations change in place."""
    for token in tokens:
        if token.dep == "nsubj":
            before_name(tokens, heads, token)
        elif token.is_name and token.dep in ("nmod", "appos"):
            before_apposed(tokens, heads, token)
        elif token.dep == "case" and tokens[heads[token.index]].is_name:
            before_sum(tokens, heads, token)
        elif token.tag == "VBN":
            perfect(tokens, heads, token)
        elif token.low in SAYING and token.tag in FINITE:
            behind_comma(tokens, heads, token)
    behind_aside(tokens, heads)
    behind_relative(tokens, heads)
    second_clauses(tokens, heads)


def before_name(tokens: Sequence[Token], heads: list[int], trade: Token) -> None:
    """Hang a trade on the name behind it: "chip equipment maker Norwind said"."""
    name = tokens[trade.index + 1] if trade.index + 1 < len(tokens) else None
    if name is None or trade.tag != "NN" or not name.is_name or name.dep != "nsubj":
        return
    if heads[name.index] == heads[trade.index] > name.index:
        trade.dep, heads[trade.index] = "nmod:desc", name.index


def behind_aside(tokens: Sequence[Token], heads: list[int]) -> None:
    """Make the past tense behind an aside the verb of a sentence that has none: "Shares, which had risen, fell"."""
    root = next((token for token in tokens if heads[token.index] == token.index), None)
    if root is None or not root.is_noun:
        return
    below = [token for token in tokens if heads[token.index] == root.index and token is not root]
    if any(token.dep in ("nsubj", "cop", "aux") for token in below):
        return
    aside = next((token for token in below if token.dep in CLAUSES and token.index > root.index), None)
    hung = [token for token in tokens if token.dep in ("acl", "amod") and token.tag in ("VBN", "VBD")]
    verb = next((token for token in hung if tokens[token.index - 1].text == ","), None)
    if aside is None or verb is None or aside.index >= verb.index or not verb.low.endswith("ed"):
        return
    parted = "," in [token.text for token in tokens[root.index : aside.index]]
    if not parted or any(token.tag in FINITE for token in tokens[verb.index + 1 :]):
        return
    if verb.dep == "amod" and not before_goal(tokens, heads, verb):
        return
    verb.tag, verb.dep, heads[verb.index] = "VBD", "root", verb.index
    root.dep, heads[root.index] = "nsubj", verb.index
    for token in below:
        if token.index > verb.index:
            heads[token.index] = verb.index


def behind_relative(tokens: Sequence[Token], heads: list[int]) -> None:
    """Make the verb behind a clause with "which" or "who" that of a sentence that has none: "Loans from the owner, who
    has run the club since 2017, stand at 62 million"."""
    root = next((token for token in tokens if heads[token.index] == token.index), None)
    if root is None or not root.is_noun:
        return
    if any(heads[token.index] == root.index and token.dep in ("nsubj", "cop", "aux") for token in tokens):
        return
    commas = [token.index for token in tokens[root.index + 1 : -1] if token.text == ","]
    opens = next((at for at in commas if tokens[at + 1].low in RELATIVE), None)
    closes = next((at for at in commas if opens is not None and at > opens), None)
    if opens is None or closes is None or any(token.tag in FINITE for token in tokens[root.index + 1 : opens]):
        return
    verb = tokens[closes + 1]
    if (
        not verb.is_verb
        or verb.tag == "VBG"
        or verb.dep not in BEHIND
        or not hangs_below(heads, verb.index, root.index)
    ):
        return
    if any(token.dep == "aux:pass" and heads[token.index] == verb.index for token in tokens):
        return
    verb.tag = {"VB": "VBP", "VBN": "VBD"}.get(verb.tag, verb.tag)
    verb.dep, heads[verb.index] = "root", verb.index
    root.dep, heads[root.index] = "nsubj", verb.index
    for token in tokens[verb.index + 1 :]:
        if heads[token.index] < verb.index:
            heads[token.index] = verb.index


def before_goal(tokens: Sequence[Token], heads: list[int], verb: Token) -> bool:
    """Whether a verb that stands as an adjective has an object, hung on it then: "Lind, who stays, promised aid"."""
    thing = tokens[heads[verb.index]]
    if thing.index < verb.index or not thing.is_noun:
        return False
    thing.dep, heads[thing.index] = "obj", verb.index
    return True


def second_clauses(tokens: Sequence[Token], heads: list[int]) -> None:
    """Put right what joins a second clause to a sum at the end of the first."""
    for token in tokens[:-1]:
        if token.tag == "CD" and token.dep in ("compound", "nummod"):
            before_second(tokens, heads, token)
        elif token.is_noun and token.dep == "conj":
            of_second(tokens, heads, token)
        elif token.tag == "VBG" and token.dep == "amod":
            second_harm(tokens, heads, token)


def before_second(tokens: Sequence[Token], heads: list[int], sum_: Token) -> None:
    """Part a sum from the subject of the next clause: "sales rose to 40 million and operating profit reached 6"."""
    noun = tokens[heads[sum_.index]]
    joint = next((token for token in tokens[sum_.index + 1 : noun.index] if token.tag == "CC"), None)
    verb = next((token for token in reversed(tokens[: sum_.index]) if token.is_verb), None)
    second = tokens[noun.index + 1] if noun.index + 1 < len(tokens) else None
    if joint is None or joint.index != sum_.index + 1 or verb is None or second is None or not noun.is_noun:
        return
    if second.tag not in ("VBN", "VBD") or heads[second.index] != noun.index:
        return
    sum_.dep, heads[sum_.index] = "obl", verb.index
    for token in tokens[joint.index : noun.index]:
        heads[token.index] = noun.index if token is not joint else second.index
        token.dep = "cc" if token is joint else "amod"
    second.tag, second.dep, heads[second.index] = "VBD", "conj", verb.index
    noun.dep, heads[noun.index] = "nsubj", second.index


def of_second(tokens: Sequence[Token], heads: list[int], noun: Token) -> None:
    """Make a noun that is joined to a sum the subject of the verb right behind it: "rose to 40 and net income came"."""
    verb, joined = tokens[noun.index + 1], tokens[heads[noun.index]]
    left = range(joined.index)
    summed = joined.tag == "CD" or any(heads[at] == joined.index and tokens[at].tag == "CD" for at in left)
    free = verb.tag in ("VBD", "VBN", "VBZ", "VBP") and verb.dep in ("conj", "advcl", "acl")
    if not summed or not free or heads[verb.index] >= joined.index:
        return
    if any(heads[token.index] == verb.index and token.dep.startswith(("nsubj", "aux", "mark")) for token in tokens):
        return
    verb.tag, verb.dep = "VBD" if verb.tag == "VBN" else verb.tag, "conj"
    noun.dep, heads[noun.index] = "nsubj", verb.index


def second_harm(tokens: Sequence[Token], heads: list[int], verb: Token) -> None:
    """Make a participle before a joined number a second verb: "killing two men and injuring 11 of their friends"."""
    thing = tokens[heads[verb.index]]
    first = tokens[heads[thing.index]]
    one = tokens[heads[first.index]]
    joint = tokens[verb.index - 1]
    if thing.dep != "conj" or first.dep != "obj" or one.tag != "VBG" or joint.tag != "CC":
        return
    if not one.index < first.index < joint.index < verb.index < thing.index or tokens[verb.index + 1].tag != "CD":
        return
    verb.dep, heads[verb.index] = "conj", one.index
    thing.dep, heads[thing.index], heads[joint.index] = "obj", verb.index, verb.index
    for token in tokens[thing.index + 1 :]:
        if heads[token.index] == first.index and token.dep == "nmod":
            heads[token.index] = thing.index


def behind_comma(tokens: Sequence[Token], heads: list[int], verb: Token) -> None:
    """Make the noun between a comma and a verb of saying its subject: "in downtown Marsk, police said"."""
    who = tokens[verb.index - 1]
    if verb.index < NEAR or not who.is_noun or tokens[who.index - 1].text != "," or heads[who.index] == verb.index:
        return
    place = heads[who.index]
    before = [token for token in tokens[: who.index - 1] if heads[token.index] == who.index]
    noun = next((token for token in reversed(before) if token.dep in ("compound", "amod", "nmod", "flat")), None)
    if (
        place > verb.index
        or noun is None
        or hangs_below(heads, verb.index, who.index)  # they would hang on each other
        or any(heads[token.index] == verb.index and token.dep == "nsubj" for token in tokens)
    ):
        return
    noun.dep, heads[noun.index] = who.dep, place
    for token in before:
        if token is not noun:
            heads[token.index] = noun.index
    who.dep, heads[who.index] = "nsubj", verb.index


def before_apposed(tokens: Sequence[Token], heads: list[int], name: Token) -> None:
    """Put a name in the place of the trade before it: "according to mortgage lender Halden"."""
    trade = tokens[heads[name.index]]
    if trade.index >= name.index or trade.tag != "NN" or trade.dep not in ("obl", "nmod", "obj", "nsubj"):
        return
    run = tokens[trade.index + 1 : name.index]
    if any(not token.is_noun or token.low == token.text.upper() for token in run):
        return
    below = [token for token in tokens if heads[token.index] == name.index and token.dep in ("case", "punct", "det")]
    if below:
        return
    name.dep, heads[name.index] = trade.dep, heads[trade.index]
    trade.dep, heads[trade.index] = "nmod:desc", name.index
    for token in tokens:
        if heads[token.index] == trade.index and token.dep == "case":
            heads[token.index] = name.index


def perfect(tokens: Sequence[Token], heads: list[int], done: Token) -> None:
    """Make a participle behind "has" the verb: "the rate there has climbed to 4%"."""
    at = done.index - 1
    while at > 0 and tokens[at].tag == "RB":
        at -= 1
    averaged = tokens[at].low == "average" and tokens[at - 1].low == "on"  # "had on average expected"
    if averaged and heads[done.index] == at:
        heads[done.index], done.dep, at = heads[at], "xcomp", at - 2
    has = tokens[at] if at >= 0 else None
    if (
        has is None
        or has.lemma != "have"
        or heads[done.index] != has.index
        or done.dep not in ("obj", "xcomp", "ccomp")
    ):
        return
    done.dep, heads[done.index] = has.dep, done.index if heads[has.index] == has.index else heads[has.index]
    has.dep, heads[has.index] = "aux", done.index
    for token in tokens:
        if heads[token.index] == has.index and token is not has:
            heads[token.index] = done.index


def before_sum(tokens: Sequence[Token], heads: list[int], case: Token) -> None:
    """Hang a preposition on the sum, not on its currency: "from NOK 16.1 billion"."""
    coin = tokens[heads[case.index]]
    total = tokens[heads[coin.index]]
    if coin.index == case.index + 1 and coin.text.isupper() and coin.dep == "compound" and total.tag == "CD":
        heads[case.index] = total.index
