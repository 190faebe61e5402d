"""Figures that somebody wants, needs or allows, which say nothing of what is so.

A newcomer's mistake: holding "asked for 40 officers" against the 30 that came.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from registry.steps.match import concepts
from registry.steps.match.marks import limiting
from registry.steps.match.profile import Profile
from registry.steps.match.saying import quoted
from registry.steps.match.words import stems

WISHED = 0.5
RULED = frozenset(("needed", "allowed"))
# Who wants to do something plans it.
INTENDS, INTENDED = (
    re.compile(r"\bwant(?:s|ed)? to (?!be\b|see\b|have\b)", re.IGNORECASE),
    frozenset({"want", "wanted"}),
)
# What a market asks for is what it takes: "electricity demand fell by 23 percent".
MARKET, DEMAND = (
    re.compile(
        r"\b(?:electricity|power|energy|water|oil|gas|fuel|coal|steel|consumer|market|domestic|global|world|peak|housing"
        r"|loan|credit|labou?r|export) demand\b|\bdemand (?:for|is|was|has|had|fell|rose|grew|down|up|at|in)\b"
        r"|\b(?:hours|days|weeks|months|years) of demand\b|^[^…]*… ?of demand\b"
        r"|\bin (?:particular |great |high |heavy |short |some |little )?demand\b"
    ),
    frozenset(stems("demand demanded")),
)
# "It put the cost at 4 million when it asked for the council's consent."
BESIDES, ASKED = (
    re.compile(r"\b(?:when|after|before|as|while|if|who|which) (?:[a-z]+ ){1,3}?(?:had )?asked\b"),
    frozenset(stems("asked")),
)
# A question is no request, nor is a price: "what they ask about began on 20 July", "asking rents rose".
QUESTIONED = re.compile(
    r"\bask(?:s|ed|ing)? (?:[a-z]+ )?(?:about|whether|if|how|why|what|who|when|where)\b|\basking (?:rent|price)s?\b",
    re.IGNORECASE,
)
# A permit is a paper: "building permits were granted for 7,240 homes".
PERMITS, PERMIT = (
    re.compile(r"\b(?:[Bb]uilding|[Pp]lanning|[Ww]ork|[Rr]esidence) permits?\b|\b[Pp]ermits\b"),
    frozenset(stems("permit permits")),
)
# What a side in court wants is no sentence: "the prosecution argued for a 12-year term".
# Those who ask or want are there: "4,380 people asked for protection", "14,000 people asked you not to".
ASKING = re.compile(
    r"(?:[a-z]+ ){1,3}(?:have |had )?asked for\b|(?:[a-z]+ ){0,2}?(?:people|men|women|[a-z]{3,}s) (?:have |had )?"
    r"(?:asked (?:you|us|them|him|her|it|the)|want(?:ed)? (?!(?:as|at|by|for|from|in|on)\b)[a-z€£$\d])"
)
WANTING = frozenset(stems("asked want wanted"))
# "Mothers demand answers as 300 pupils fall sick"
AMID = re.compile(r"\b(?:demand|seek|want|ask|call)[a-z]* [a-z ]{3,40}\b(?:as|after|amid|when|while) $", re.IGNORECASE)
NEEDY = re.compile(r"\bneed(?:ed|s)? $")
STITCHED = re.compile(r"(?:stitches|operations|transfusions)\b")  # "needed eight stitches"
SOUGHT = re.compile(r"\b(?:argu|push|press|plead|call|lobb|campaign)(?:e[sd]?|ed|ies|ied|s|ing)? for (?:an?|the) $")
# "has asked the government for a loan of 12 million"; what was "asked about" is no request
SOUGHT_OF = re.compile(
    r"\b(?:ask(?:s|ed|ing)?|appl(?:y|ies|ied|ying) to|appeal(?:s|ed|ing)? to|petition(?:s|ed|ing)?)"
    r" (?:[a-z]+ ){1,4}?for (?:[a-z]+ ){0,5}$"
)
# "it must have 35,000", "the 35,000 it says it must have"
NEED = (
    r"(?:(?:must|ought to) (?:have|get|find|raise|collect|reach)|(?:has|have|needs?) to (?:find|raise|collect|reach))\b"
)
MUST = re.compile(rf"\b{NEED} (?:(?:a|an|at|least|another|some|about|up|together) ){{0,3}}$")
SAID = r"(?:(?:it|they|he|she|we) (?:says?|said|thinks?|claims?) )?"
MUSTS = re.compile(rf" ?(?:[a-z]+ ){{0,2}}?(?:that )?{SAID}(?:that )?(?:it|they|he|she|we) {NEED}")
OFFERED = frozenset(stems("offer"))  # what one side offers, whatever the other wants in the same breath
# "far from the 95 percent that doctors call safe", "short of the 40 that are needed"
AIMED = re.compile(
    r"\b(?:far (?:from|below|above|short of)|(?:well |just |still )?short of|a long way from|nowhere near|shy of)"
    r" (?:the|its|their|our) $"
)
# "The nurses want 11 percent more": not "want to pay 40", which they plan.
WANT = re.compile(
    r"\b(?:want|wants|wanted|demand|demands|seek|seeks|would like|(?:dream|dreams|dreamt|dreamed|dreaming) of"
    r"|(?:hope|hopes|hoped|hoping|wish|wishes|wished|longs?) for)"
    r" (?:at least |about |some |an? (?:[a-z]+ ){1,3}of )?$"
)
NEEDED = frozenset(stems("need needed needs"))
# "1,150 people have been asked to leave": so many were.
ADDRESSEES = re.compile(
    r" ?(?:[a-z]+ ){0,6}?(?:were|was|are|been|being) (?:asked|required) (?:by (?:[a-z]+ ){1,3}?)?to (?!be\b)"
)
TOLD_TO = frozenset(stems("asked required"))
DIRECTED = re.compile(
    r"\b(?:is|are|was|were|been|being) (?:asked|told|ordered|required|advised|urged|obliged|instructed) to \w[^.;:\d]*$"
)
# "if the weather allows"
CIRCUMSTANCES = re.compile(r"\b(?:weather|time|tides?|conditions?|funds?|health|space|ice|winds?) (?:allow|permit)")
ALLOWED = frozenset(stems("allow allows allowed allowing permit permits permitted permitting"))
# "73 sought medical attention": those who were treated.
TREATED = re.compile(r" ?(?:[a-z]+ ){0,2}sought (?:medical|treatment|help|shelter|refuge|care|attention|advice)\b")
SOUGHT_HELP = frozenset(stems("sought seek"))
ALL_NEEDED = re.compile(r"\b(?:was|were|is) all (?:that )?(?:they|he|she|it|we|the [a-z]+) (?:had )?needed\b")  # took
NEEDS = re.compile(r"(?:of (?:them|whom|those) |[a-z]+ )?(?:have |had )?need(?:ed|s)? (?!to\b)[a-z]")  # needed surgery
# "Each season 150 wolves may be shot": so many are allowed; what "may be trapped" is merely not known.
PERMITTED = re.compile(
    r"^(?: | ?(?:[a-z-]+ ){1,4})(?:may|can) (?:now |only |be |still |then )*be "
    r"(?:shot|hunted|culled|caught|fished|landed|felled|harvested|imported|exported|admitted|used|sold|built|spent)\b"
)
ADDRESSED = re.compile(
    r"""
    \b(?:ask|request|want|need|requir|allow|permit)(?:e|s|es|ed|ing)?
    \ (?:all|each\ of|any(?:one|body)?\ (?:of|among))      # a whole that is known
    (?:\ (?:of\ )?(?:the|its|his|her|their|our))? \ $
    """,
    re.VERBOSE | re.IGNORECASE,
)


def only_wished(left: Profile, right: Profile) -> str | None:
    """One figure is what somebody wanted, allowed or first thought, the other is not."""
    if left.dimension == "date" and all(seen.frame[0].rstrip().endswith("since") for seen in (left, right)):
        return None  # "the bishop, in office since 2015, wants to close 70 churches"
    one, two = wishes(left), wishes(right)
    if all(DIRECTED.search(seen.frame[0]) for seen in (left, right)):
        return None  # "are asked to stay 50 metres away", "are told to stay 100 metres from them"
    if one | two <= RULED and all(seen.dimension != "count" and limiting(seen) for seen in (left, right)):
        return None  # "state law requires notice 45 days in advance", "by law they get 30 days' warning"
    return f"only one is a wish or a limit ({quoted(one | two)})" if bool(one) != bool(two) else None


def wishes(seen: Profile) -> set[str]:
    """The words beside a figure that make it a wish or a limit; those who are asked something are there already."""
    said = None if seen.heads >= OFFERED else wording(*seen.frame)
    if said is None:
        return set()
    table = concepts.default().modifiers
    near = {word for word, weight in seen.near.words if weight >= WISHED} | seen.modifiers
    own = said.own | seen.heads if seen.dimension == "count" else said.own  # "112 requests" were made
    found = {table[word][1] for word in near - own if word in table and table[word][0] == "wish"}
    return found | said.wishes | ({"sought"} if "sentence_sought" in seen.things else set())


class Wording(NamedTuple):
    """What the words on either side of a figure say by themselves: the words that are no wish there, and the wishes."""

    own: frozenset[str]
    wishes: frozenset[str]


@lru_cache(maxsize=20_000)
def wording(before: str, after: str) -> Wording | None:
    """What the words on either side of a figure say; None where they ask all of some who are there already. A figure
    meets many others, and its words are looked at once."""
    front, around = f"{before} ", f"{before} … {after}"
    if ADDRESSED.search(front) or AMID.search(front):
        return None
    own = NEEDED if NEEDS.match(after.strip()) else frozenset()
    own |= INTENDED if INTENDS.search(front) else frozenset()
    own |= DEMAND if MARKET.search(around) else frozenset()
    own |= PERMIT if PERMITS.search(around) else frozenset()
    own |= ASKED if BESIDES.search(after) or QUESTIONED.search(around) else frozenset()
    own |= WANTING if ASKING.match(after) else frozenset()
    own |= TOLD_TO if ADDRESSEES.match(after) else frozenset()
    own |= ALLOWED if CIRCUMSTANCES.search(around) else frozenset()
    own |= SOUGHT_HELP if TREATED.match(after) else frozenset()
    own |= NEEDED if ALL_NEEDED.search(after) else frozenset()
    own |= NEEDED if STITCHED.match(after) and NEEDY.search(front) else frozenset()
    told = (
        ("needed", MUST.search(front) or MUSTS.match(after)),
        ("may be", PERMITTED.search(after)),
        ("aimed at", AIMED.search(front)),
        ("sought", SOUGHT.search(front) or WANT.search(front) or SOUGHT_OF.search(front)),
    )
    return Wording(own, frozenset(word for word, found in told if found))
