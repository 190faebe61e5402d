"""Puts right what the parser gets wrong most: finite verbs that it takes for participles or for plural nouns.

A newcomer's mistake: a rule for one sentence. Each rule undoes a confusion of tags that the words around it rule out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from registry.steps.parse.finite import (
    children,
    foretold,
    hangs_below,
    irregular,
    is_past,
    main_verb,
    moved,
    small_names,
    tables,
)
from registry.steps.parse.joints import joints
from registry.steps.parse.levels import levels
from registry.steps.parse.places import free, settle, take_over
from registry.steps.parse.tree import Token

FINITE = ("VBD", "VBZ", "VBP", "MD")
INNER = ("compound", "flat", "amod", "nmod:desc")
BEFORE = ("compound", "amod", "det", "nmod:poss", "nummod", "flat", "nmod:desc", "advmod")
OPENERS = ("CD", "DT", "$", "RB", "JJS", "JJR", "IN", "TO", "NNP", "NNPS", "NN", "NNS", "JJ", "PRP$", "RP", "POS", ":")
ABOUT = ("about", "around", "some", "nearly", "almost", "roughly", "over", "up")
HUNG = ("acl:relcl", "acl")
TALES = frozenset({"story", "tale", "truth", "lie", "joke", "thing", "secret", "news"})  # told, not told to
NOUNS = {"csubj": "nsubj", "xcomp": "obj", "ccomp": "obj", "advcl": "obj"}
OPEN_ENDED = re.compile(r"[a-z]{3}[^aeiou]at$(?<!combat)(?<!format)")  # "relocat" of "relocated"
MOVES = frozenset(
    {"increase", "decrease", "climb", "decline", "drop", "jump", "surge", "slip", "slump", "soar", "dip", "improve"}
)
UNCHANGED = frozenset({"cost", "cut", "hit", "put", "set", "shut", "spread", "split", "run", "come", "become"})
FIRST = 3  # the last word of a name that opens a sentence
DOUBLED = ("led", "ling", "l")
ENDS = (("ies", "y"), ("es", "e"), ("es", ""), ("s", ""))


def mend(tokens: Sequence[Token], heads: list[int], *, heading: bool = False) -> list[int]:
    """The heads, with the commonest mistakes put right; tags, lemmas and relations of tokens change in place."""
    for token in tokens:
        single(token)
    small_names(tokens)
    for token in tokens:
        if token.tag == "VBD" and token.dep == "amod" and heads[token.index] > token.index:
            before_object(tokens, heads, token.index)
    verbs_and_nouns(tokens, heads)
    passive(tokens, heads)
    foretold(tokens, heads)
    moved(tokens, heads, {low: irregular()[low] for low in tables()["moved"]})
    owned(tokens, heads)
    doers(tokens, heads)
    told_that(tokens, heads)
    for one, two in pairwise(tokens):
        alike = one.dep == two.dep and heads[one.index] == heads[two.index]
        below = one.dep == "nsubj" and two.tag == "NNS" and heads[one.index] == two.index  # "Seven suspects have been"
        if one.tag == "CD" and two.is_noun and (alike or below):
            one.dep, heads[one.index] = "nummod", two.index
    joints(tokens, heads)
    levels(tokens, heads)
    after_subject(tokens, heads)
    if heading or not any(token.tag in FINITE for token in tokens):
        in_headline(tokens, heads)
    return heads


def single(token: Token) -> None:
    """Undo a doubled last letter ("travelled" is of "travel"), and a name that is a noun with a capital."""
    if token.index == 0 and token.is_name and token.low in tables()["common"]:
        token.tag = "NNS" if token.low.endswith("s") else "NN"
    if token.is_verb:
        if token.low in irregular():
            token.lemma, token.tag = irregular()[token.low], "VBD" if token.tag in ("VB", "VBP") else token.tag
        base = next((token.lemma[: -len(end)] for end in DOUBLED if token.lemma.endswith(end)), "")
        token.lemma = base if base in tables()["doubled"] else token.lemma
        if token.low.endswith("ated") and OPEN_ENDED.search(token.lemma) and token.low.startswith(f"{token.lemma}ed"):
            token.lemma += "e"
    if token.tag in ("VBD", "VBN") and token.low.endswith("ed") and token.lemma not in tables()["headline"]:
        doubled = token.low[-4:-3] == token.low[-3:-2]  # "planned" is of "plan", "planted" is not
        bases = (token.low[:-2], token.low[:-1], token.low[:-3] if doubled else "")
        token.lemma = next((one for one in bases if one in tables()["headline"]), token.lemma)


def passive(tokens: Sequence[Token], heads: Sequence[int]) -> None:
    """Make a word with the helper of a passive or a perfect its participle: "230 were relocated", "it has cost"."""
    for helper in tokens:
        done = tokens[heads[helper.index]]
        if helper.dep == "aux:pass" and done.tag == "JJ" and done.low.endswith("ed"):
            done.tag, done.lemma = "VBN", done.low[:-2]
            done.lemma += "e" if OPEN_ENDED.search(done.lemma) else ""
        if helper.dep == "aux" and helper.lemma == "have" and done.low in UNCHANGED:
            done.tag, done.lemma = "VBN", done.low  # "it has cost 40 million"


def verbs_and_nouns(tokens: Sequence[Token], heads: list[int]) -> None:
    """Put right nouns that are taken for verbs ("Winds reached", "spending on schools"), and main verbs that are taken
    for nouns ("The population shrank")."""
    first = tokens[0] if len(tokens) > 1 else None
    if first is not None and first.tag == "VBZ" and tokens[1].tag in ("VBD", "VBN", "VBZ", "MD"):
        if hangs_below(heads, 1, 0):
            tokens[1].dep, heads[1] = first.dep, heads[0] or 1
        first.tag, first.dep, heads[0] = "NNS", "nsubj", 1
    for token in tokens[:-1]:
        if token.tag == "VBG" and token.low in tables()["common"] and tokens[token.index + 1].low in ("of", "on"):
            token.tag, token.dep = "NN", NOUNS.get(token.dep, token.dep)
    owning(tokens, heads)
    main_verb(tokens, heads)


def owned(tokens: Sequence[Token], heads: Sequence[int]) -> None:
    """Make an adjective a noun that is the object or the subject of a verb, is a noun as well and belongs to somebody:
    "the company's fine"."""
    for token in tokens:
        if (
            token.tag == "JJ"
            and token.low in tables()["both"]
            and token.dep in ("obj", "nsubj", "nsubj:pass", "obl", "nmod")
        ):
            before = {tokens[child].dep for child in children(heads, token.index) if child < token.index}
            token.tag = "NN" if before & {"nmod:poss", "det", "amod", "compound"} else token.tag


def owning(tokens: Sequence[Token], heads: list[int]) -> None:
    """Make the plural noun behind the name that opens a sentence, or its main clause, its verb: "Norwind owns 2.1 GW
    of storage", "Founded in 1998, Norwind employs 300"."""
    for who, verb, thing in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if verb.low not in tables()["owning"] or not verb.is_noun or heads[verb.index] != verb.index:
            continue
        if who.index > FIRST and tokens[who.index - 1].text != ",":
            continue
        if who.is_name and heads[who.index] == verb.index and thing.tag in ("CD", "$", "DT", "RB", "IN"):
            verb.tag, verb.lemma, who.dep = "VBZ", verb.low.removesuffix("s"), "nsubj"


def doers(tokens: Sequence[Token], heads: list[int]) -> None:
    """Make nouns that stand as modifiers right before a verb its subject: "Storm toll rises"."""
    for who, verb in pairwise(tokens):
        plain = who.is_noun and who.dep in (*INNER, "nummod") and heads[who.index] == verb.index
        alone = plain and verb.tag == "VBN" and heads[verb.index] == verb.index and is_past(verb.low)
        if alone and not any(tokens[child].dep.startswith("aux") for child in children(heads, verb.index)):
            verb.tag = "VBD"  # "Sales climbed 8 percent to"
        if not plain or verb.tag not in FINITE or verb.tag == "MD":
            continue
        who.dep = "nsubj"
        for child in children(heads, verb.index):
            if child < who.index and tokens[child].dep in (*BEFORE, "nsubj"):
                heads[child] = who.index
                tokens[child].dep = "compound" if tokens[child].dep == "nsubj" else tokens[child].dep


def told_that(tokens: Sequence[Token], heads: list[int]) -> None:
    """Hang what a listener is told on the verb of telling, not on the listener: "told reporters that ships sank"."""
    for verb in tokens:
        if verb.lemma not in tables()["telling"]:
            continue
        for clause, below in _clauses_of_listener(tokens, heads, verb.index):
            clause.dep, heads[clause.index] = "ccomp", verb.index
            for child in (tokens[index] for index in below if tokens[index].low == "that" and index < clause.index):
                child.dep, child.tag = "mark", "IN"


def _clauses_of_listener(tokens: Sequence[Token], heads: Sequence[int], verb: int) -> Iterator[tuple[Token, list[int]]]:
    """The verbs with a subject of their own that hang on the listener of a verb of telling, and what hangs on them."""
    listeners = [at for at in children(heads, verb) if at > verb and tokens[at].dep in ("iobj", "obj")]
    hung = [at for one in listeners for at in children(heads, one) if at > one and tokens[at].dep in HUNG]
    for at in hung:
        below = children(heads, at)
        opener = tokens[min(below, default=at)]
        own = any(tokens[one].dep.startswith("nsubj") and tokens[one].low != "that" for one in below)
        if own and tokens[heads[at]].lemma not in TALES and (opener.low == "that" or opener.dep.startswith("nsubj")):
            yield tokens[at], below


def before_object(tokens: Sequence[Token], heads: list[int], at: int) -> None:
    """Make a past tense that stands as an adjective before its object the verb: "Lind promised savings"."""
    thing = heads[at]
    while tokens[thing].dep in INNER and heads[thing] > thing:
        thing = heads[thing]
    below = children(heads, thing)
    who = next((child for child in below if child < at and tokens[child].dep.startswith("nsubj")), None)
    left = [child for child in below if child < at and tokens[child].dep in BEFORE]
    nouns = [who] if who is not None else [child for child in left if tokens[child].is_noun]
    if not nouns or not tokens[thing].is_noun:
        return
    take_over(tokens, heads, at, thing)
    tokens[thing].dep, heads[thing] = "obj", at
    settle(tokens, heads, at, nouns[-1], [] if who is not None else left)
    between(tokens, heads, at, nouns[-1])
    for child in below:
        if child > thing and tokens[child].dep in ("obl", "conj", "advcl", "parataxis", "obj", "obl:unmarked"):
            tokens[child].dep = "obl" if tokens[child].dep == "obj" else tokens[child].dep
            heads[child] = at


def between(tokens: Sequence[Token], heads: list[int], verb: int, who: int) -> None:
    """Hang a day that stands between subject and verb on the verb: "a court on Monday fined"."""
    day = next((place for place in range(who + 1, verb) if tokens[place].is_name and heads[place] >= verb), None)
    if day is None:
        return
    tokens[day].dep, heads[day] = "obl", verb
    for place in range(who + 1, day):
        if tokens[place].dep == "case" and heads[place] > verb:
            heads[place] = day


def after_subject(tokens: Sequence[Token], heads: list[int]) -> None:
    """Make a participle with an object the verb of a sentence that has none: "The brigade counted 14 boats"."""
    root = next((token.index for token in tokens if heads[token.index] == token.index), None)
    if root is None or not tokens[root].is_noun:
        return
    below = children(heads, root)
    if any(tokens[child].tag in FINITE and tokens[child].dep != "acl:relcl" for child in below):
        return
    # "The jury deliberated for 110 hours." is a sentence, "a house built in 1911" perhaps a caption.
    moves = any(heads[child] == root and is_move(tokens[child], root) for child in below)
    whole = tokens[-1].text == "." and (tokens[0].tag == "DT" or moves)
    told = {"obj", "ccomp", "obl"} if whole else {"obj", "ccomp"}
    joined = [at for at in range(root + 1, len(tokens)) if hangs(tokens, heads, at, root)] if whole else below
    for child in joined:
        token = tokens[child]
        if token.dep == "acl" and token.tag in ("VBN", "VBD") and child > root and is_past(token.low):
            inner = {tokens[one].dep for one in children(heads, child)}
            if inner & told and not inner & {"mark", "aux", "aux:pass"}:
                take_over(tokens, heads, child, root)
                tokens[root].dep, heads[root], token.tag = "nsubj", child, "VBD"
                for other in below:
                    if other > child:
                        heads[other] = child
                return


def is_move(token: Token, root: int) -> bool:
    """Whether a participle right behind a noun says that it rose or fell: "Net sales increased by 7 percent to"."""
    return token.index == root + 1 and token.tag in ("VBN", "VBD") and token.lemma in MOVES


def hangs(tokens: Sequence[Token], heads: Sequence[int], at: int, root: int) -> bool:
    """Whether a word hangs on the root, or on what its noun phrase joins: "seven women and four men deliberated"."""
    above = heads[at]
    while above != root and tokens[above].dep in ("conj", "nmod", "appos") and heads[above] < above:
        above = heads[above]
    return above == root


def in_headline(tokens: Sequence[Token], heads: list[int]) -> None:
    """Make the plural noun that heads a headline its verb: "Storm kills 14"."""
    for token in tokens[1:-1]:
        at = token.index
        base = verb_in(token) or (verb_in(token, "holding") if opens_count(tokens, at + 1) else None)
        left = [child for child in children(heads, at) if child < at and tokens[child].dep in BEFORE]
        nouns = [child for child in left if tokens[child].is_noun]
        if base is None or not nouns or tokens[at + 1].tag not in OPENERS:
            continue
        token.lemma, token.tag = base, "VBZ"
        settle(tokens, heads, at, nouns[-1], left)
        for child in children(heads, at):
            if child > at:
                free(tokens, heads, child)
        return


def opens_count(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number begins here: "655 women", "about 655 women"."""
    return any(token.tag == "CD" for token in tokens[at : at + 1]) or (
        tokens[at].low in ABOUT and at + 1 < len(tokens) and tokens[at + 1].tag == "CD"
    )


def verb_in(token: Token, table: str = "headline") -> str | None:
    """The verb that a plural noun is the third person of."""
    if token.tag not in ("NNS", "NNPS", "NN") or not token.low.endswith("s"):
        return None
    bases = (token.low.removesuffix(end) + more for end, more in ENDS if token.low.endswith(end))
    return next((base for base in bases if base in tables()[table]), None)
