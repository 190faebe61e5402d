"""Who stands behind a paper: the maker of a work, the writer of a letter, whoever gathered data.

A newcomer's mistake: the paper itself. A letter says nothing that its writer does not; a study by nobody stays a study.
"""

from __future__ import annotations

from registry.steps.parse.tree import Token
from registry.steps.resolve.words import words

WORKS = frozenset({"work", "research", "paper", "experiment", "trial", "modelling", "modeling", "book", "article"})
LETTERS = frozenset(
    {"letter", "memo", "draft", "decision", "email", "filing", "note", "circular", "ruling", "judgment", "dossier"}
)
GATHERED = frozenset(
    {
        "compiled", "collected", "gathered", "reviewed", "analysed", "analyzed", "published", "released", "provided",
        "commissioned",
    }
)  # fmt: skip


def maker(paper: Token) -> Token | None:
    """Who made a work or wrote a letter: "earlier work by Ruiz", "a letter from the ministry"."""
    if paper.lemma not in WORKS | LETTERS:
        return None
    joints = ("by", "from", "of") if paper.lemma in LETTERS else ("by",)
    near = (one for one in paper.of("nmod", "obl", "nmod:poss") if one.dep == "nmod:poss" or one.word("case") in joints)
    known = words()["nouns.bodies"] | words()["speech.voices"]
    return next((one for one in near if one.is_name or (paper.lemma in LETTERS and one.lemma in known)), None)


def gatherer(paper: Token) -> Token | None:
    """Who published data or gathered them: "figures that the city published", "data compiled by Norwind"."""
    verbs = paper.of("acl:relcl", "acl")
    published = next((one.first("nsubj") for one in verbs if one.first("nsubj")), None)
    agents = (one.first("obl:agent") for one in paper.of("acl") if one.low in GATHERED)
    return published or next((one for one in agents if one is not None), None)
