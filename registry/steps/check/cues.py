"""Words by which a sentence says that its figure has moved, is not the last word, or takes the place of another.

A newcomer's mistake: reading them in the wrong one of two sentences. Which one is asked stands with each rule.
"""

from __future__ import annotations

import re

CHANGED = re.compile(
    r"\b(?:from|up from|down from|compared (?:with|to)|instead of|rather than|rais(?:ed|es|ing)|lower(?:ed|s|ing)|"
    r"revis(?:ed|es|ing)|updat(?:ed|es|ing)|correct(?:ed|s|ion)|earlier|previous(?:ly)?|initial(?:ly)?|original(?:ly)?|"
    r"had (?:been|said|put)|no longer|was changed|at first|a (?:day|week|month|year) (?:ago|before|earlier)|last year|"
    r"against|versus|than|not|then|later|rose|risen|fell|climbed|jumped|dropped|grew|increased?|decreased?|now)\b",
    re.IGNORECASE,
)
MOVED = re.compile(
    r"\b(?:now|by now|so far|meanwhile|has (?:risen|grown|climbed|fallen|reached)|have (?:risen|grown|climbed|fallen)|"
    r"rose to|risen to|climbed to|fell to|fallen to|any longer|no longer|latest|updated?|revised|new (?:figure|count)|"
    r"final(?:ly)?|since then|still|up from|down from)\b",
    re.IGNORECASE,
)
TAKEN = re.compile(
    r"\b(?:former(?:ly)?|ex-\w+|new(?:ly)?|now|outgoing|incoming|appointed|named|elected|sworn in|promoted|"
    r"succe(?:eds?|eded)|replac(?:es|ed|ing)|took over|takes over|stepp(?:ed|ing) down|steps down|resign(?:s|ed)|"
    r"no longer|until|at the time)\b",
    re.IGNORECASE,
)
RESTATED = re.compile(
    r"\b(?:restated?|revised?|recalculated|amended|upgraded|downgraded|"
    r"(?<!alarm )(?<!concern )(?<!concerns )(?<!doubts )(?<!questions )"
    r"(?:was|were|been|is) (?:raised|lowered|cut|reduced)|"
    r"instead of the|replaces the|put back|"
    r"brought forward|postponed)\b",
    re.IGNORECASE,
)
PROVISIONAL = re.compile(
    r"\b(?:provisional(?:ly)?|preliminary|so far|to date|until now|flash estimate|still (?:being )?count(?:ed|ing)|"
    r"early (?:figures?|counts?|estimates?|results?|returns?)|first (?:figures?|counts?|estimates?)|"
    r"(?:near-complete|incomplete|partial|unofficial) (?:results?|figures?|counts?|returns?)|"
    r"with [\w.]+ ?(?:%|percent|per cent) of \w+(?: \w+)? counted)\b",
    re.IGNORECASE,
)
OPEN = re.compile(r"\b(?:so far|at least|still|yet|feared|until now|to date)\b", re.IGNORECASE)
DISPUTING = re.compile(
    r"\b(?:disput\w+|den(?:y|ies|ied)|reject\w*|claims|claimed|insist\w*|contest\w*|alleg\w+|instead|independent|"
    r"by (?:its|their|our) (?:own )?(?:count|reckoning|estimate)|opposition|union|own (?:count|estimate|figures))\b",
    re.IGNORECASE,
)
WE = re.compile(r"\b(?:we|our|us)\b", re.IGNORECASE)
