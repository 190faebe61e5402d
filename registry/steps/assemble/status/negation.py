"""Whether a figure is denied: by "not" on its clause, by a subject that is nobody, by a verb of denying.

A newcomer's mistake: reading "not" anywhere in the sentence. It counts where it governs the clause of the figure, and a
figure in the subject is no less true for what its things did not do: "twelve have not been found".
"""

from __future__ import annotations

import re

from registry.model.assertion import Kind
from registry.steps.assemble.spot import Spot
from registry.steps.cues import cued
from registry.steps.parse.tree import Token
from registry.steps.resolve.words import words

CONTRAST = re.compile(r"(?:\bnot|n't)\b.{1,40}\bbut (?:the |an? )?(?:[a-z]+ of )?$")
THINKING = frozenset({"say", "think", "believe", "explain", "know"})
NOT_SO = cued(
    r"\b(?:not|never|no longer|nowhere near)(?: the| a| just under)? $|\b(?:n'|ne )\w+ (?:pas|plus) $"
    r"|\bno (?:truth|evidence|sign|proof|indication) (?:in|of|for|that)\b[^,;.]*$"
    r"|(?<!not )(?<!n't )(?<!never )\b(?:den(?:ies|ied)|refut(?:es|ed)) that\b[^,;.]*$"  # where the parser took a noun
    r"|\bnot,? as [^,]{3,30}, $|\bnicht $|\bkeine(?:swegs)? $|\bno (?:son|eran|fueron|hubo) $",
    re.I,
)
DISOWNED = re.compile(
    r"[^.;]{0,60}[;,\u2013\u2014-] (?:but |and )?(?:that|this|it|which) (?:is|was) "
    r"(?:wrong|false|untrue|incorrect|nonsense|invented|not (?:true|right|correct|so))\b"
    r"|[^,.;]{0,30}, which (?:the |an? )?[\w' -]{2,30} (?:den(?:ies|ied)|disput(?:es|ed)|reject(?:s|ed))\b"
    r"|[^.;]{0,60} (?:is|was) nobody's (?:figure|number|count)\b"
)
# What is not reached is no less the measure: "not the 95 percent it takes", "not the 40 that were needed".
MEASURE = re.compile(
    r"^[^,.;]{0,25}? (?:that |which )?(?:it (?:takes|took|needs|needed)"
    r"|(?:is|are|was|were) (?:needed|required|wanted|allowed)|needed|required)\b"
)
# What was never so is no count before it: "With 312 winners it has never paid so much".
RECORD = re.compile(
    r"[^.;:]{1,60}\bnever (?:before )?(?:[a-z]+ ){0,6}?(?:so|as|such|more|fewer|less|better|worse)\b(?! than \d)"
)
ASIDE = re.compile(r", (?:when|where|which|who|whose)\b")  # "will not forget the day, when 300 slept"
SPAN = re.compile(
    r"\b(?:for|in|within|over) (?:the (?:last|past|next) |about |nearly |almost |more than |another )?$", re.I
)
# Where the text denies what others have said, a length of time is denied as well.
CONTRADICTS = cued(
    r"\bcontrary to\b|, as (?:we|it|they|(?:has|had|have) been|was|were|is|some|claimed|reported|rumou?red|alleged"
    r"|stated|feared)\b",
    re.I,
)
BY, VOTES = re.compile(r"\bby (?:an? [a-z-]+ |the )?$"), re.compile(r" (?:votes? (?:to|against) |to )\d")
WITH = re.compile(r"\b(?:with|by)(?: about| over| more than| nearly| some)? $")
OF_VOTES = re.compile(r" (?:of (?:the |its |their )?(?:votes?|ballots?|members|those|workers|voters)\b|against\b)")
TO_VOTES = re.compile(r"\bby (?:an? [a-z-]+ |the )?[\d,]+ (?:votes )?(?:to|against) $")
NONE = frozenset({"none", "no one", "nobody", "zero", "nil"})
HANDLED = frozenset({"reject", "dismiss"})
RUMOUR = cued(
    r"(?:^\W*|[;:] |\b[Tt]hat )(?:[Aa]n? |[Tt]he |[Aa]ny |[Aa]ll )?(?:\w+ )?(?:allegations?|claims?|rumou?rs?"
    r"|reports?|suggestions?|stor(?:y|ies)|assertions?|accusations?)\b(?: [^,;.]{2,40},| on [\w ]{2,20})?"
    r" (?:that|of|about|claiming|saying)\b[^;.]*$",
    re.I,
)
REFUTED = re.compile(
    r"[^;.]{0,80}? (?:is|are|was|were|has been|have been) "
    r"(?:a |an |all |pure |plain |simply |completely |entirely |just )*"
    r"(?:wrong|false|untrue|incorrect|fabrications?|fabricated|lies?|invented|inventions?|nonsense|baseless|unfounded|fakes?"
    r"|hoax(?:es)?|myths?|fiction|not true|without (?:any )?(?:foundation|basis)|denied|rejected|dismissed)\b",
    re.I,
)
# Of whom it is said that they did not: "a third had never been there", "Of them, two thirds were, they say, not paid".
FIRST = re.compile(
    r"(?:^\W*|[,;:] |[,;:] (?:and|but|while) )(?:(?:[Aa]bout|[Cc]lose to|[Nn]early|[Aa]lmost|[Ss]ome) )?$"
)
NOT_DONE = re.compile(
    r"(?: of (?:[\w'-]+ ){1,7}?| )(?:had|has|have|is|are|was|were|does|do|did)"
    r"(?:n't\b|(?:, [^,]{2,40},)? (?:not|never)\b)"
)
ASKED_WHETHER = re.compile(r"^\W*(?:Is|Are|Was|Were|Has|Have|Do|Does|Did)n't\b.*\?\W*$")
GROUNDS = ("on the strength of ", "on the basis of ", "no longer than ", "because of ")
SUBJECTS = ("nsubj", "nsubj:pass", "csubj")
RIGHT = frozenset({"correct", "true", "right", "accurate", "exact", "so"})
LIMITS = frozenset({"exceed", "surpass"})
UNDOING = frozenset({"overturn", "quash", "reverse", "annul"})
NEAR = 3
DENIED = ("ccomp", "csubj", "obj", "xcomp", "nsubj:pass")


def negated(spot: Spot, chain: list[Token]) -> bool:
    """Whether the clause is denied, and with it the figure."""
    return denies(spot, chain) and not stands(spot)


def stands(spot: Spot) -> bool:
    """Whether a figure holds though its clause is denied: as a share of those who did not, a ground, in "Isn't it"."""
    before = spot.before()
    share = spot.unit in ("fraction", "percent") and FIRST.search(before) and NOT_DONE.match(spot.after())
    own = spot.page.folded[spot.mention.start : spot.mention.end].lower()
    return bool(share or before.endswith(GROUNDS) or own.startswith(GROUNDS) or ASKED_WHETHER.match(spot.words))


def denies(spot: Spot, chain: list[Token]) -> bool:
    """Whether the clause is denied."""
    before = spot.before()
    if (
        challenged(chain)
        or CONTRAST.search(before)
        or (spot.mention.kind is Kind.DATE and not_before(spot))
        or is_frame(spot)
        or is_labelled(spot)
    ):
        return False
    for place, token in enumerate(own(spot, chain)):
        below = chain[place - 1] if place else None
        if is_apart(token, below):
            return False
        if unsaid(token, below) and not twice(token) and not is_counted(spot, below):
            return True
        if (subject_denied := below is not None and below.dep in SUBJECTS) and denied(token):
            return token.lemma in RIGHT and subject_denied
        if denied(token) and token.lemma in LIMITS:
            return False
        if (denied(token) and not (place and token.lemma in THINKING)) or nobody(token, place):
            return not (token.is_verb and token.lemma in words()["status.denials"])
    return NOT_SO.search(before) is not None


def is_labelled(spot: Spot) -> bool:
    """Whether a figure stands in another cell than the label of its row: "Bonds not issued   1.43"."""
    cells = spot.sentence.block.cells
    return len(cells) > 1 and spot.mention.start >= cells[0][1]


def own(spot: Spot, chain: list[Token]) -> list[Token]:
    """What governs a figure, as far as no clause with "when" or "who" begins between."""
    for place, token in enumerate(chain):
        if token.end < spot.mention.start and ASIDE.search(spot.page.folded[token.end : spot.mention.start]):
            return chain[:place]
    return chain


def is_frame(spot: Spot) -> bool:
    """Whether a figure only frames what is denied: "not paid for two months", "six weeks ago I had never seen one"."""
    if spot.page.folded[spot.mention.start : spot.mention.end].lower() in NONE or MEASURE.match(spot.after()):
        return True
    if by_votes(spot) or ("never" in spot.words and RECORD.match(spot.after())):
        return True
    if spot.mention.kind is Kind.DATE:
        return spot.page.folded[spot.mention.start : spot.mention.end].lower().endswith(" ago")
    if CONTRADICTS.search(spot.words) or spot.before().endswith(("ask for ", "call for ")):
        return False
    return words().dimension.get(spot.unit) == "duration" and SPAN.search(spot.before()) is not None


def by_votes(spot: Spot) -> bool:
    """Whether a figure tells how a ballot ended: "have rejected her plan by 312 votes to 198", "with 83 percent"."""
    before = spot.before()
    if spot.unit == "percent":
        return WITH.search(before) is not None and OF_VOTES.match(spot.after()) is not None
    if not spot.counts:
        return False
    won = VOTES.match(spot.after()) is not None and BY.search(before) is not None
    return won or TO_VOTES.search(before) is not None


def disowned(spot: Spot) -> bool:
    """Whether what frames a figure denies it: "talk of 30, which the port denies", "rumours that 9 left are wrong"."""
    if DISOWNED.match(spot.after()) is not None:
        return True
    return RUMOUR.search(spot.before()) is not None and REFUTED.match(spot.after()) is not None


def is_counted(spot: Spot, below: Token | None) -> bool:
    """Whether a figure counts what is false or turned down: "37 invoices were false", "19 were rejected"."""
    node = spot.node
    counts = node is not None and node.dep == "nummod" and node.head is below
    if below is not None and below.head.lemma in HANDLED and spot.mention.kind is Kind.COUNT:
        return (counts or node is below) and below.dep in ("nsubj:pass", "obj")
    return counts and below is not None and below.tag == "NNS" and below.dep in SUBJECTS


def is_owned(verb: Token) -> bool:
    """Whether what is not done is done to something definite: "failed to protect the data of 4,000 customers"."""
    return any(
        child.low in ("the", "its", "their", "his", "her")
        for one in verb.of("obj")
        for child in one.of("det", "nmod:poss")
    )


def is_apart(token: Token, below: Token | None) -> bool:
    """Whether what is denied above does not reach a clause: "was not treated fairly in facing 22 at once"."""
    if below is None:
        return False
    return (below.dep == "conj" and below.is_verb) or (below.dep == "advcl" and denied(token))


def challenged(chain: list[Token]) -> bool:
    """Whether a figure is of what somebody asks to undo, which is neither denied nor planned."""
    return any(is_challenge(token, chain[place - 1] if place else None) for place, token in enumerate(chain))


def is_challenge(token: Token, below: Token | None) -> bool:
    """Whether a figure is of what somebody only asks to undo: "rejected an appeal of a $2bn verdict"."""
    if below is None:
        return False
    asked = token.lemma in UNDOING and (token.word("mark") == "to" or token.tag == "VBG")
    return asked or (token.is_noun and token.lemma in ("appeal", "petition", "challenge") and below.dep == "nmod")


def twice(token: Token) -> bool:
    """Whether a verb of denying is itself denied: "does not deny that 600 are empty"."""
    return token.lemma in words()["status.denials"] and denied(token)


def not_before(spot: Spot) -> bool:
    """Whether a date is the earliest one: "will not open before 2031"."""
    own = spot.page.folded[spot.mention.start : spot.mention.end].lower()
    return own.startswith(("before", "until")) or bool(re.search(r"\b(?:before|until) $", spot.before()))


def nobody(token: Token, depth: int) -> bool:
    """Whether the subject of the verb right above a figure is nobody; what nobody may do is no count that is denied."""
    who = token.first("nsubj", "nsubj:pass")
    bidden = any(child.low in ("should", "must", "may", "can", "could") for child in token.of("aux"))
    return who is not None and who.low in ("nobody", "none") and depth < NEAR and not bidden


def unsaid(token: Token, below: Token | None) -> bool:
    """Whether a token denies the clause below it: "denied that", "no truth in the report that", "failed to reach"."""
    if below is None:
        return False
    told = token.low in words()["status.untrue"] and not (token.low == "lie" and token.is_verb)  # farms lie in a zone
    wrong = told and below.dep in ("nsubj", "csubj", "nsubj:pass")
    if token.is_noun and below.dep in ("acl", "acl:relcl", "ccomp", "nmod"):
        return token.lemma in ("truth", "evidence", "sign", "proof", "indication") and token.word("det") == "no"
    turned = token.lemma in ("prove", "turn") and any(one.low in words()["status.untrue"] for one in token.of("xcomp"))
    wrong = wrong or (turned and below.dep == "nsubj")
    failed = token.lemma in ("fail", "refuse", "decline") and below.dep == "xcomp" and not is_owned(below)
    return wrong or failed or (token.is_verb and token.lemma in words()["status.denials"] and below.dep in DENIED)


def denied(token: Token) -> bool:
    """Whether a negator hangs on a token: "did not evacuate", "was never going to cost", "no longer employs"."""
    if token.low in ("guilty", "far"):
        return False  # "not guilty on three counts" counts them; "not far from the coast and 470 km from the city"
    negator = any(
        (
            child.low in ("not", "n't", "never", "neither", "nor")
            and child.dep in ("advmod", "cc", "aux", "neg", "det")
            and not hyphened(child)
        )
        or (child.low == "longer" and any(one.low == "no" for one in child.children))
        for child in token.children
    )
    return negator and not any(child.low in ("only", "just", "merely", "yet", "otherwise") for child in token.children)


def hyphened(token: Token) -> bool:
    """Whether a word is a part of a longer one: the "not" of a do-not-consume notice."""
    near = (*token.children, *token.head.children, *token.head.head.children)
    return any(one.low == "-" and token.start in (one.end, one.start - len(token.text)) for one in near)
