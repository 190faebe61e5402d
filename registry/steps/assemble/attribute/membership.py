"""Those whom a body speaks for are its members: "the union, which represents 4,300 workers", "we represent 26,000
doctors".

A newcomer's mistake: whoever represents. A lawyer who represents 40 families has clients.
"""

from __future__ import annotations

import re

from registry.model.assertion import Kind
from registry.steps.assemble.spot import Attribute, Spot
from registry.steps.cues import cued
from registry.steps.fragments import HEDGES

SPEAKS = cued(rf"\b(?:(?P<we>[Ww]e) represent|represent(?:s|ed|ing)?|speak(?:s|ing)? (?:up )?for) (?:the )?{HEDGES}$")
BODY = re.compile(
    r"\b(?:union|federation|association|society|guild|chamber|alliance|confederation|league|syndicate)s?\b", re.I
)
LAWYER = re.compile(r"\b(?:lawyers?|attorneys?|solicitors?|barristers?|law firm|MPs?|senators?|agents?|lawsuit)\b")
NEAR = 160


def represented(spot: Spot) -> Attribute | None:
    """How many members a body has that says how many it speaks for."""
    before = spot.before() if spot.mention.kind is Kind.COUNT else ""
    hit = SPEAKS.search(before)
    if hit is None or LAWYER.search(before) or not re.match(r" [a-z]", spot.after()):
        return None
    body = hit["we"] or BODY.search(before[-NEAR:]) or BODY.search(spot.page.source.title or "")
    return Attribute("member", None, "people") if body else None
