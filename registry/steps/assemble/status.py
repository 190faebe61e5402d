"""Whether the text says that it is so: actual, planned, negated, hypothetical or retracted.

A newcomer's mistake: reading "not" anywhere in the sentence. It counts where it governs the clause of the figure.
"""

from __future__ import annotations

import re

from registry.model.assertion import Kind, Status
from registry.model.moment import Moment
from registry.model.span import BlockKind
from registry.steps.assemble.spot import Spot
from registry.steps.parse.tree import Token
from registry.steps.resolve.words import words

REPLACED = re.compile(
    r"\b(?:(?:an? )?(?:earlier|previous|original|first) (?:version|edition)|incorrectly|mistakenly|erroneously|"
    r"wrongly|misstated|(?:has|have|had) (?:since )?been (?:withdrawn|retracted|corrected|superseded))\b",
    re.I,
)
UNTIL = re.compile(
    r"\b[Uu]ntil (?:this|last|yesterday|recently|now|then)\b.*\bhad (?:shown|listed|said|put|given|been)\b"
    r"|\boriginal(?:ly)?\b[^.;]*\b(?:stayed|postponed|superseded|withdrawn|moved|delayed)\b"
)
CONTRAST = re.compile(r"\bnot\b.{1,40}\bbut (?:the |an? )?$")
OPENING = re.compile(r"^\W*(?:outlook|forecast|guidance|target|plan|planned|goal|our demand)\b", re.I)
MOVED = re.compile(
    r"\b(?:rises?|rose|falls?|fell|climbs?|up|down|grew|grows|increased|dropped|drops|due|according|close|jumps?|soars?"
    r"|from|sentenced) to "
)
THINKING = frozenset({"say", "think", "believe", "explain", "know"})
DEEP = 4
ASKED = re.compile(
    r"^\W*(?:Q: )?(?:So |And |But )?(?:is|are|was|were|has|have|had|do|does|did|will|would|can|could|should)\b.*\?\W*$",
    re.I,
)
RIGHTED = re.compile(
    r"\b(?:correct|right|actual|should (?:be|have been|read)|in fact|it was|rather than|has been corrected to)\b", re.I
)
CORRECTION = re.compile(r"^\W*(?:correction|corrected|clarification|erratum|editor's note)\b", re.I)
INVERTED = re.compile(r"^\W*(?:had|should|were) (?:the|it|she|he|they|we|another|a|an|this|that)\b", re.I)


def status(spot: Spot) -> Status:
    """The status of a mention."""
    if retracted(spot):
        return Status.RETRACTED
    if presupposed(spot):
        return Status.ACTUAL
    chain = clause_chain(spot.node)
    if hypothetical(spot, chain):
        return Status.HYPOTHETICAL
    if negated(spot, chain):
        return Status.NEGATED
    return Status.PLANNED if planned(spot, chain) else Status.ACTUAL


def presupposed(spot: Spot) -> bool:
    """Whether the figure is taken for granted: "the three counts", "its 12 members", an age, the "from" of a change."""
    if (re.search(r"[A-Z][\w'-]+, $", spot.before()) and spot.unit == "year") or (
        re.search(r"\bfrom $", spot.before()) and re.match(r" to [\w€$£]", spot.after())
    ):
        return True
    node = spot.node
    if node is None or spot.mention.kind is not Kind.COUNT:
        return False
    holder = node.head if node.dep == "nummod" else node
    if any(
        child.low in ("the", "its", "their", "his", "her", "these", "those", "our") and child.index < node.index
        for child in holder.of("det", "nmod:poss")
    ):
        return not re.search(r"\b(?:if|unless)\b", spot.words, re.I)
    return holder is not node and any(child.index < node.index for child in holder.of("nmod:poss"))


def clause_chain(node: Token | None) -> list[Token]:
    """The token and what governs it, as far as its clause and the clauses that embed it go."""
    if node is None:
        return []
    chain = [node]
    for token in node.ancestors():
        below = chain[-1]
        if (below.dep in ("conj", "parataxis") and own_subject(below)) or below.dep in (
            "acl:relcl",
            "advcl",
            "parataxis",
        ):
            break
        chain.append(token)
    return chain


def own_subject(token: Token) -> bool:
    """Whether a token is a clause with a subject of its own."""
    return token.first("nsubj", "nsubj:pass", "expl") is not None


def retracted(spot: Spot) -> bool:
    """Whether a correction takes the figure back."""
    if UNTIL.search(spot.words) and not re.search(r"\bnow\b", spot.before()):
        start = UNTIL.search(spot.words)
        return start is not None and start.start() < spot.mention.start - spot.sentence.start
    hit = REPLACED.search(spot.words)
    if not hit:
        return False
    at = spot.mention.start - spot.sentence.start
    right = RIGHTED.search(spot.words, hit.end())
    if right and at > right.start():
        return False
    return hit.start() < at or ("been" in hit.group() and not spot.words.count(";", at, hit.start()))


def hypothetical(spot: Spot, chain: list[Token]) -> bool:
    """Whether the clause speaks of what might be."""
    table = words()
    if INVERTED.match(spot.words) or ASKED.match(spot.words):
        return True
    for token in chain:
        if any(
            child.dep == "mark" and child.low in table["status.conditions"] - {"whether"} for child in token.children
        ):
            return True
        might = any(child.dep == "aux" and child.low in ("would", "could", "might", "'d") for child in token.children)
        conditional = re.search(r"\b(?:if|without|unless|otherwise|had)\b", spot.words, re.I) is not None
        if might and conditional and not token.first("mark"):
            return True
    return False


def negated(spot: Spot, chain: list[Token]) -> bool:
    """Whether the clause is denied."""
    before = spot.before()
    if CONTRAST.search(before) or (spot.mention.kind is Kind.DATE and not_before(spot)):
        return False
    for place, token in enumerate(chain):
        below = chain[place - 1] if place else None
        if below is not None and below.dep == "conj" and below.is_verb:
            return False
        if (denied(token) and not (place and token.lemma in THINKING)) or nobody(token) or unsaid(token, below):
            return True
    return bool(re.search(r"\b(?:not|rather than|never|no longer)(?: the| a| just under)? $", before, re.I))


def not_before(spot: Spot) -> bool:
    """Whether a date is the earliest one: "will not open before 2031"."""
    own = spot.page.folded[spot.mention.start : spot.mention.end].lower()
    return own.startswith(("before", "until")) or bool(re.search(r"\b(?:before|until) $", spot.before()))


def nobody(token: Token) -> bool:
    """Whether the subject of a verb is nobody."""
    who = token.first("nsubj", "nsubj:pass")
    return who is not None and who.low in ("nobody", "none")


def unsaid(token: Token, below: Token | None) -> bool:
    """Whether a token denies the clause below it: "denied that", "a claim that ... is false"."""
    if below is None:
        return False
    wrong = token.low in ("false", "untrue", "wrong", "incorrect") and below.dep in ("nsubj", "csubj")
    return wrong or (token.is_verb and token.lemma in words()["status.denials"])


def denied(token: Token) -> bool:
    """Whether a negator hangs on a token: "did not evacuate", "was never going to cost"."""
    return any(
        child.low in ("not", "n't", "never", "neither", "nor") and child.dep in ("advmod", "cc", "aux", "neg", "det")
        for child in token.children
    ) and not any(child.low == "only" for child in token.children)


def planned(spot: Spot, chain: list[Token]) -> bool:
    """Whether the clause speaks of what is to be."""
    if any(ahead(token, inner=place > 0) or (place < DEEP and bound(token)) for place, token in enumerate(chain)):
        return True
    if any(conditional(token, spot.words) for token in chain):
        return True
    if spot.sentence.block.kind is BlockKind.HEADING and headline_plan(spot):
        return True
    return OPENING.match(spot.words) is not None or future_date(spot)


def ahead(token: Token, *, inner: bool) -> bool:
    """Whether a token speaks of the future: will, expected, a forecast."""
    table = words()
    helpers = {child.low for child in token.children if child.dep in ("aux", "aux:pass", "cop")}
    who = token.first("nsubj")
    aims = (
        who is not None
        and who.lemma in table["status.planned_nouns"] - {"plan"}
        and not helpers & {"was", "were", "had"}
    )
    marked = (child for child in token.children if child.dep in ("amod", "acl", "advmod"))
    if (
        helpers & table["status.planned_auxiliaries"]
        or aims
        or any(one.low in table["status.planned_words"] for one in marked)
    ):
        return True
    return inner and (expects(token) or token.low in table["status.planned_words"])


def expects(token: Token) -> bool:
    """Whether a word expects what hangs on it."""
    table = words()
    if token.is_noun:
        return token.lemma in table["status.planned_nouns"]
    sure = token.tag != "VBG" or token.first("aux") is not None
    return token.is_verb and sure and token.lemma in table["status.planned_verbs"]


def conditional(token: Token, sentence: str) -> bool:
    """Whether a clause says what a plan would bring."""
    would = any(child.dep == "aux" and child.low == "would" for child in token.children)
    return would and re.search(r"\b(?:bill|plans?|proposals?|reform|scheme|draft)\b", sentence) is not None


def bound(token: Token) -> bool:
    """Whether something is to be done: "is to rebuild", "must report"."""
    helpers = [child for child in token.children if child.dep in ("aux", "mark", "cop")]
    words_ = {child.low for child in helpers}
    if token.dep == "xcomp" and "to" in words_ and token.head.lemma in ("be", "stand"):
        return True
    return "must" in words_ or ("to" in words_ and bool(words_ & {"is", "are", "was", "were"}))


def headline_plan(spot: Spot) -> bool:
    """Whether a headline says that somebody is to do something: "Bank to cut 300 jobs"."""
    before = spot.before() + " "
    return bool(re.search(r"\b[\w'.]+ to [a-z]{2,9} ", before)) and not MOVED.search(before)


def future_date(spot: Spot) -> bool:
    """Whether a date lies after the document's."""
    value, known = spot.mention.value, spot.page.source.published
    return spot.mention.kind is Kind.DATE and isinstance(value, Moment) and known is not None and value.low > known
