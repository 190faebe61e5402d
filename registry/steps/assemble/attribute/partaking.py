"""Shares of people that are rates with a name of their own, told by what those people did: "58 percent of voters took
part" is a turnout, "84 percent of candidates passed" a pass rate.

A newcomer's mistake: whoever votes. "58 percent of voters voted for it" says how they voted, not how many came.
"""

from __future__ import annotations

from registry.steps.assemble.spot import Attribute, Spot
from registry.steps.cues import cued

SHARES = frozenset({"percent", "fraction"})
HAVE = r"(?: (?:had|have|has|actually|eventually|only))*"
ELECTORS = (
    r"(?:(?:eligible |registered |enrolled |local )?(?:voters|electors|citizens|residents|members|people|adults)"
    r"(?: (?:who (?:were|are) )?(?:entitled|eligible|registered|able|called) to vote)?"
    r"|electorate|electoral roll|those (?:who (?:were|are) )?(?:entitled|eligible|registered|able|called) to vote)"
)
CAME = (
    r"(?:(?:took|taken) part(?: in (?:the|a|this|that|[A-Z][\w']*) (?:[a-z-]+ )?"
    r"(?:vote|ballot|election|elections|referendum|poll|run-?off))?(?=[.,;)]|$| on\b)"
    r"|turned out(?: to vote| on\b|(?=[.,;)]|$))|(?:went|gone) to the polls"
    r"|(?:cast|handed in) (?:a|their) (?:ballots?|votes?)(?=[.,;)]|$| on\b| in\b)|voted(?=[.;]|$)|did so(?=[.,;]|$))"
)
TURNOUT = cued(rf"^ of (?:(?:the|all|its|their|those) )?{ELECTORS}{HAVE} {CAME}")
ENDS = r"(?=[.,;)]|$| (?:in|at|on|last|this|first|with)\b)"
PASSED = cued(
    rf"^(?: of (?:(?:the|all|its|their|those) )?[a-z][a-z' -]{{2,60}}?)?{HAVE} (?:passed|got through|gained a pass)"
    rf"(?:{ENDS}| (?:it|them|both|all|(?:the|their|all|both)(?: [a-z-]+){{0,2}}?"
    rf" (?:exams?|examinations?|tests?|inspections?|assessments?|audits?|checks?)){ENDS})"
)


def partaking(spot: Spot) -> Attribute | None:
    """The turnout or pass rate that a share of people is: "58 percent of voters took part"."""
    if spot.unit not in SHARES or spot.mention.direction:
        return None
    after = spot.after()
    if TURNOUT.search(after):
        return Attribute("turnout", None, "rate")
    return Attribute("pass rate", None, "rate") if PASSED.search(after) else None
