"""Whether the text says that it is so: actual, planned, negated, hypothetical or retracted.

A newcomer's mistake: reading "not" anywhere in the sentence. It counts where it governs the clause of the figure.
"""

from __future__ import annotations

import re

from registry.model.assertion import Kind, Status
from registry.steps.assemble.attribute.expected import is_expected
from registry.steps.assemble.dating.previous import of_year_before
from registry.steps.assemble.spot import Spot
from registry.steps.assemble.status.corrections import PUBLISHED, corrects, taken_back
from registry.steps.assemble.status.negation import GROUNDS, disowned, negated
from registry.steps.assemble.status.planned import planned
from registry.steps.assemble.status.schedules import coming, tabled
from registry.steps.cues import cued
from registry.steps.parse.tree import Token
from registry.steps.resolve.names import singular
from registry.steps.resolve.words import words

CREDENCE = cued(
    r",? \bif (?:(?:you|one|we|I) (?:believes?|trusts?|follows?|listens? to|asks?|goes? by|go with|takes?)\b"
    r"[^,;.]{0,40}"
    r"|(?:I|we|memory) (?:\w+ )?(?:serves?|remember|recall|counted|copied|understood|read|heard)\b[^,;.]{0,40})"
)
CONDITION = cued(
    r"\b(?:if|unless|would have had to)\b"
    r"|(?:^\W*|[,;\u2013\u2014-] (?:and |but )?)had\b"
    r"|\b(?:[Ww]ithout|[Oo]therwise)\b.*\bwould\b(?! not otherwise)|\bwould\b.*\bwithout\b",
    re.I,
)
EXAMPLE = re.compile(
    r"^\W*(?:for (?:example|instance)\b"
    r"|on paper\b|in theory\b|hypothetically\b|imagine\b|suppos(?:e|ing)\b|assum(?:e|ing)\b"
    r"|(?:on|for|with) an? (?:typical |average |\w+ )?(?:loan|mortgage|household|family|home|house|person|worker|salary"
    r"|income|couple|flat|investment|deposit|pensioner|taxpayer|customer|tenant|student|saver|borrower)\b"
    r"(?: \w+)? (?:of|earning|using|with|worth|on|paying)\b)",
    re.I,
)
TOTAL = re.compile(
    r"(?:\b\d[\d,.]*|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half))"
    r" (?:out )?of (?:(?:its|their|his|her|our) )?$",
    re.I,
)
ASKED = re.compile(
    r"^\W*(?:Q: )?(?:So |And |But )?(?:is|are|was|were|has|have|had|do|does|did|will|would|can|could|should)\b.*\?\W*$",
    re.I,
)
ASKED_OF = r" [a-z]+(?: (?:polled|surveyed|asked|questioned|interviewed|tested|examined|inspected))?,"
POLLED = cued(r"\bexit polls?\b", re.I)
COMING = words()["status.reaching"] | words()["status.making"] | words()["status.befalling"]
OPENS = re.compile(
    r"(?:^\W*|[,;\u2013\u2014-] (?:and |but )?)(?:[Ii]f|[Uu]nless)\b"
    r"(?:[^,;]{3,80}, [^;]*|[^,;]{8,80} (?:must|will|would|shall)\b [^;]*)$"
)
SPARED = re.compile(
    r"\bwould have (?:cost|taken|saved|needed|meant) (?:(?:him|her|it|them|us|the|an?|about|some) ){0,2}$"
)
BEHIND = frozenset({"after", "since", "following", "despite", "having"})
CREDITING = frozenset({"believe", "trust", "follow", "ask", "listen"})
INVERTED = re.compile(
    r"^\W*(?:(?:had|should|were) (?:the|it|she|he|they|we|another|a|an|this|that)\b"
    r"|were\b(?:[^,.?]|(?<=\d),(?=\d)){1,60} to [a-z]+\b.*\bwould\b"
    r"|had\b[^,;.?]{3,80}, [^;]*\b(?:would|could|might) (?:not )?have\b)",
    re.I,
)
REASONS = frozenset({"as", "after", "amid"})


def status(spot: Spot) -> Status:
    """The status of a mention."""
    if taken_back(spot):
        return Status.RETRACTED
    if of_year_before(spot):
        return Status.ACTUAL
    chain = clause_chain(spot)
    if disowned(spot):
        return Status.NEGATED
    if is_expected(spot):
        return Status.PLANNED
    if presupposed(spot, chain):
        ahead = coming(spot) and not TOTAL.search(spot.before())  # "will cut 2,500 of its 13,200 jobs by 2030"
        return Status.PLANNED if tabled(spot) or ahead else Status.ACTUAL
    if hypothetical(spot, chain):
        return Status.HYPOTHETICAL
    if negated(spot, chain) and not (spot.mention.kind is Kind.DATE and PUBLISHED.search(spot.before())):
        return Status.RETRACTED if corrects(spot) else Status.NEGATED
    return Status.PLANNED if planned(spot, chain) else Status.ACTUAL


def presupposed(spot: Spot, chain: list[Token]) -> bool:
    """Whether the figure is taken for granted: "the three counts", "its 12 members", an age, the "from" of a change."""
    if (re.search(r"[A-Z][\w'-]+, $", spot.before()) and spot.unit == "year") or (
        re.search(r"\bfrom $", spot.before()) and re.match(r" to [\w€$£]", spot.after())
    ):
        return True
    if spot.mention.kind is Kind.DATE and re.search(r"\bsince $", spot.before()):
        return True
    node = spot.node
    if node is None or spot.mention.kind is not Kind.COUNT:
        return False
    if spot.before().endswith(GROUNDS):
        return True  # "nobody will close it on the strength of nine letters"
    if TOTAL.search(spot.before()) or (
        re.search(r"(?:^|[,;:] )(?:[Oo]f|[Oo]ut of) (?:the )?$", spot.before())
        and re.match(
            ASKED_OF + r"|[^,.;]{0,60}, (?:none|nobody|no one|not one)\b",
            spot.after(),
        )
    ):
        return True
    holder = node.head if node.dep == "nummod" else node
    known = any(
        child.low in ("the", "its", "their", "his", "her", "these", "those", "our") and child.index < node.index
        for child in holder.of("det", "nmod:poss")
    ) or (holder is not node and any(child.index < node.index for child in holder.of("nmod:poss")))
    return known and not any(supposed(token) for token in chain)


def supposed(token: Token) -> bool:
    """Whether a condition opens a clause."""
    return token.lemma not in CREDITING and any(
        child.dep == "mark" and child.low in words()["status.conditions"] - {"whether"} for child in token.children
    )


def clause_chain(spot: Spot) -> list[Token]:
    """The token and what governs it, as far as its clause and the clauses that embed it go."""
    if spot.node is None:
        return []
    chain = [spot.node]
    for token in spot.node.ancestors():
        if ends_clause(chain[-1], token, spot.page.folded):
            break
        chain.append(token)
    return chain


def ends_clause(below: Token, above: Token, folded: str) -> bool:
    """Whether what is said of a token says nothing of the one below it."""
    if coordinate(below, above):
        return False
    if (
        below.tag == "NNS"
        and below.word("case") in REASONS
        and words().dimension.get(singular(below.low)) != "duration"
    ):
        return True  # "Mothers demand answers as 300 pupils fall sick"
    if below.dep == "acl:relcl" or (below.dep in ("conj", "parataxis") and own_subject(below)):
        return True
    if below.dep == "appos":
        return above.dep in ("nsubj", "nsubj:pass") or above.is_name
    if below.dep == "advcl":
        led = below.index > above.index and not own_subject(below)
        before = any(
            child.low in BEHIND for child in below.of("mark", "case")
        )  # "to close 31 shops after losing 48 million"
        return not (led and not before and (below.tag == "VBG" or below.word("mark") == "to"))
    perfect = below.tag == "VBN" and any(child.lemma == "have" for child in below.of("aux"))
    if below.dep == "conj" and below.is_verb and (below.tag in ("VBD", "VBZ", "VBP") or perfect):
        return True
    if below.dep == "acl" and below.tag == "VBN" and folded[below.start - 2 : below.start] == ", ":
        return True  # "no longer owns the port, sold for 75 million"
    between = folded[min(below.end, above.end) : max(below.start, above.start)]
    told = below.tag == "VBD" and ":" in folded[above.end : below.start] and own_subject(below)
    return told or below.dep == "parataxis" or (below.dep in ("conj", "dep") and ";" in between)


def coordinate(below: Token, above: Token) -> bool:
    """Whether a bare infinitive goes on with what another one begins, however it is tagged: "will have 94 ships, serve
    75 ports and employ 7,200"."""
    plain = above.tag == "VB" and below.tag in ("VB", "VBP") and below.low == below.lemma
    return (
        plain and below.dep in ("conj", "parataxis") and not own_subject(below) and not below.of("aux", "mark", "cop")
    )


def own_subject(token: Token) -> bool:
    """Whether a token is a clause with a subject of its own."""
    to_do = any(child.low == "to" for child in token.of("mark", "aux"))  # "expects prices to rise and wages to fall"
    return token.first("nsubj", "nsubj:pass", "expl") is not None and not to_do


def hypothetical(spot: Spot, chain: list[Token]) -> bool:
    """Whether the clause speaks of what might be, or gives an example."""
    polled = POLLED.search(spot.words) is not None and spot.mention.kind in (Kind.PERCENT, Kind.COUNT, Kind.FRACTION)
    if (
        INVERTED.match(spot.words)
        or ASKED.match(spot.words)
        or example(spot)
        or polled
        or follows(spot)
        or SPARED.search(spot.before())
    ):
        return True
    for place, token in enumerate(chain):
        if supposed(token):
            return not is_rule(token)
        if token.dep == "acl" and token.tag == "VBN" and place:
            return False
        helpers = {child.low for child in token.of("aux")}
        might = helpers & words()["status.hypothetical_auxiliaries"]
        if might and not token.first("mark") and unreal(spot, helpers):
            return True
        if {"would", "have"} <= helpers and token.lemma in COMING and not place_told(token):
            return True
        if "would" in helpers and token.lemma in words()["status.choosing"] and "have" not in helpers:
            return True
    return False


def place_told(token: Token) -> bool:
    """Whether somebody said so of what was then to come, or it only measures another: "than would have been"."""
    return token.word("mark") in ("than", "as") or (not token.is_root and token.head.lemma in words()["speech.verbs"])


def is_rule(clause: Token) -> bool:
    """Whether a condition belongs to a rule that holds: "is fined 60 euros if it comes within 14 days"."""
    main = clause.head
    helper = next(iter(main.of("cop", "aux:pass", "aux")), None)
    holds = (helper.tag if helper is not None else main.tag) in ("VBZ", "VBP")
    free = not any(child.tag == "MD" for one in (main, clause) for child in one.of("aux"))
    return holds and free and clause.dep == "advcl" and main.index < clause.index


def unreal(spot: Spot, helpers: set[str]) -> bool:
    """Whether what might be hangs on a condition, or did not come true."""
    past = {"could", "have"} <= helpers or {"might", "have"} <= helpers
    return past or CONDITION.search(CREDENCE.sub("", spot.words)) is not None


def follows(spot: Spot) -> bool:
    """Whether a figure follows from a condition that stands before it: "If it stays there, the year ends at"."""
    return OPENS.search(CREDENCE.sub("", spot.before())) is not None


def example(spot: Spot) -> bool:
    """Whether a sentence reckons with made-up figures: "for example", "On a loan of 100,000"."""
    return EXAMPLE.match(spot.words) is not None and not any(
        token.tag == "VBD" for token in (spot.tree.tokens if spot.tree else ())
    )
