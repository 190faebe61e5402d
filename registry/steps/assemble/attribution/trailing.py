"""The source that stands behind what it says: "..., the ministry said", "..., said the mayor".

A newcomer's mistake: any verb of saying behind a comma. A clause of its own, or one about another noun, says nothing of
the figure before it.
"""

from __future__ import annotations

import re

from registry.steps.assemble.attribution.behind import behind_sort
from registry.steps.assemble.attribution.sources import verbal
from registry.steps.assemble.attribution.speakers import head_at, label
from registry.steps.assemble.spot import Spot
from registry.steps.resolve import looks_personal

TRAILING = re.compile(
    r",\"? (?:(?P<who>(?:the |a |an )?(?:[\w.&'-]+ ){0,7}?[\w.&'-]+)(?:, [^,;]{3,60},)? "  # Ana Ruiz, its head,
    r"(?<!been )(?<!was )(?<!were )(?<!be )"  # "fever had been confirmed" tells of no fever that says so
    r"(?P<verb>said|says|say|show|shows|showed|suggest|suggests|estimated?|reported|announced|added|told|found|ruled"
    r"|concluded"
    r"|argued?|argues|insists?|insisted|warned|warns|wrote|writes|explained"
    r"|expects?|expected|predicts?|predicted|reports|believes?|reckons?|calculates|calculated|notes|noted|adds|confirmed"
    r"|testified)\b"  # said
    r"|(?:said|says|say|insists|insisted|argues|argued|claims|warned|warns|writes|explained) "
    r"(?P<said>(?:the |a |an )?(?:[\w.&'-]+ ?){1,6}))"  # or: said the ministry
)
# "A rise that the bank says will cost" tells of the rise.
RELATIVE = re.compile(r" (?:that|which) (?:the |its |their |an? |[A-Z])[\w.&'-]+(?: [\w.&'-]+){0,2}$")
RESUMED = re.compile(r", [^,;.]{2,40}, (?:had|has|have|was|were|is|are|would|will|could)\b")
CLAUSE = re.compile(
    r"(?:but|and|yet|among|before|after|when|while|though|although|because|if|as|since|until|once|where|unless|so"
    r"|(?:well |far |slightly |just )?(?:(?:more|less|fewer|higher|lower|better|worse"
    r"|faster|slower|larger|smaller) than"
    r"|above|below|short of|ahead of|compared|beating|missing|topping|exceeding))\b"  # "above the 2% analysts expected"
)
DECIDING = re.compile(r" (?:yes|no)\b(?! to)")
WRITTEN = ("wrote", "writes", "written")
WORK = re.compile(
    r" (?:an?|the|his|her|its|their|my|our|this|several|many|one|two|three|four|five|six|\d+)\b"
    r"(?! (?:[a-z]+ )?(?:day|night|morning|afternoon|evening|week|weekend|month|year|summer|autumn|winter|spring)s?\b)"
)
FINITE = ("VBD", "VBZ", "VBP", "MD")


def makes_text(after: str, end: int) -> bool:
    """Whether somebody writes a work and says nothing: "in 1890, she wrote her second trio"."""
    return after[:end].endswith(WRITTEN) and '"' not in after[:end] and WORK.match(after, end) is not None


def trailing(spot: Spot) -> str | None:
    """The source after the comma: "..., the ministry said", "..., said the mayor"."""
    after = spot.after()
    hit = TRAILING.search(after)
    if not hit or ";" in after[: hit.start()] or re.search(r"\b(?:while|but|whereas)\b", after[: hit.start()]):
        return None
    if (
        makes_text(after, hit.end())
        or DECIDING.match(after, hit.end())
        or (hit["said"] and RESUMED.match(after, hit.end()))
    ):
        return None  # "if they say yes", "the ministry, which looks at 40 lifts, said the last check, on 5 May, had"
    told = spot.tree.within(*(spot.mention.end + at for at in hit.span("said"))) if spot.tree and hit["said"] else ()
    if any(token.tag in FINITE for token in told):
        return None  # "Hale, who lets four flats, said his costs had doubled"
    if hit.group("verb") and not verbal(spot, spot.mention.end + hit.start("verb"), spot.mention.end + hit.end("verb")):
        return None
    part = "who" if hit.group("who") else "said"
    if hit.group("who") and (CLAUSE.match(hit.group("who")) or RELATIVE.search(hit.group("who"))):
        return None
    start, end = spot.mention.end + hit.start(part), spot.mention.end + hit.end(part)
    if name := behind_sort(spot.page, start, end):
        return name
    token = head_at(spot.tree, start, end)
    if token is None and hit["said"] and re.match(r", [A-Z]", after[hit.end() : hit.end() + 3]):
        name = spot.page.story.name_at(spot.mention.end + hit.end() + 2)  # "said its chief executive, Fiona Grant"
        return name if name and looks_personal(name) else None
    return label(spot.page, token) if token else None
