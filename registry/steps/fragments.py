"""Fragments of patterns that several rules share: words before a figure, months, small numbers in words.

A newcomer's mistake: writing the list again beside a pattern, one word shorter. A rule then knows "about 40" and not
"roughly 40".
"""

from __future__ import annotations

from registry.model import moment

# What may stand between a word and the figure it belongs to: "a crowd of more than 400".
HEDGES = (
    r"(?:(?:about|around|some|nearly|almost|roughly|approximately|only|just|well|over|under|at least|at most|up to"
    r"|(?:no )?(?:more|less|fewer) than|as (?:many|much|few|little) as|an estimated) )*"
)
MONTHS = f"(?:{'|'.join(moment.MONTHS)})"
TO_TWELVE = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
