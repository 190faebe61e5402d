"""What is to be, in French, German and Spanish: futures, conditionals of hearsay and verbs of planning.

There is no parser of these languages. A newcomer's mistake: every "werden". "Wird auf 40 geschätzt" is a passive of
today; only with an infinitive it is a future.
"""

from __future__ import annotations

import re

from registry.steps.assemble.spot import Spot

AHEAD = {
    "de": re.compile(
        r"\b(?:soll|sollen|will|wollen|plant|planen|beabsichtigt)\b(?!\s+nicht)"
        r"|\b(?:geplant\w*|vorgesehen\w*|voraussichtlich\w*|künftig\w*)\b"
        r"|\b(?:wird|werden)\b[^.;]*?\b(?:\w+ieren|bauen|kosten|entstehen|schaffen|beginnen|liefern|steigen|sinken|wachsen"
        r"|erhöhen|arbeiten|dauern|kommen|fallen|zahlen|bringen|fahren|öffnen|betragen|wegfallen|brauchen)\b"
    ),
    "fr": re.compile(
        r"\b(?:va|vont|devrait|devraient|prévoit|prévoient|prévue?s?|projette|envisage|table sur)\b"
        r"|\b(?:ser|aur|devr|pourr|ir|\w{2,}er|\w{2,}ir|\w{2,}dr|\w{2,}ttr|\w{2,}ndr)(?:a|ont)\b",
    ),
    "es": re.compile(
        r"\b(?:va|van) a\b|\b(?:prevé|prevén|previst[oa]s?|planea|planean)\b"
        r"|\b\w+(?:ará|arán|erá|erán|irá|irán|drá|drán)\b"
        r"|\bque\b[^.;,]{0,60}\b\w+(?:aría|arían|ería|erían|iría|irían|dría|drían)\b"
    ),
}
ENDS = re.compile(r"[;.](?:\s|$)|\s[-\u2013\u2014]\s")
FROM = re.compile(r"\b(?:de|von|desde) $")
OTHER = frozenset({"opéra", "caméra", "Opéra", "Sahara"})


def planned_abroad(spot: Spot) -> bool:
    """Whether the part of the sentence that a figure stands in says what is to be."""
    known = spot.page.abroad
    pattern = AHEAD.get(known.code) if known is not None else None
    if pattern is None:
        return False
    if FROM.search(spot.before()) and re.match(r" (?:à|auf|zu|a|hasta) ", spot.after()):
        return False  # what it is today: "de 62 à 64 ans"
    clause = f"{ENDS.split(spot.before())[-1]} {ENDS.split(spot.after())[0]}"
    return any(hit.group() not in OTHER for hit in pattern.finditer(clause))
