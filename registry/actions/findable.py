"""What claims, facts and conflicts are found by, as words for full text.

A newcomer's mistake: taking the sentence alone. "4,100" is looked for as 4100, and a body by its initials.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from registry.actions.filing import Filed
from registry.actions.rows import ends
from registry.model import record
from registry.model.assertion import Claim
from registry.steps.match.entities import acronyms
from registry.store.queries import search
from registry.store.queries.search import Entry


def entries(
    filed: Sequence[Filed],
    asked: Mapping[str, str],
    *,
    facts: Collection[str] | None = None,
    moved: Sequence[Filed] = (),
) -> list[Entry]:
    """What new claims and their facts are found by; of facts only some, where others are found already. Claims that
    have `moved` are found already."""
    found = [Entry("claim", one.row["id"], " ".join(words(one.claim))) for one in filed]
    by_fact: dict[str, Claim] = {}
    for one in (*filed, *moved):
        if facts is None or one.fact_key in facts:
            by_fact.setdefault(one.fact_key, one.claim)
    for fact_key, claim in sorted(by_fact.items(), key=lambda each: each[0]):
        told = [asked[fact_key], claim.assertion.topic or "", *initials(claim)]
        found.append(Entry("fact", fact_key, " ".join(told)))
    return found


def of_conflict(fact_key: str, question: str, claims: Mapping[str, Claim]) -> Entry:
    """What a conflict is found by because of some of its claims; each time that it grows it has one more entry."""
    told = dict.fromkeys(word for claim in claims.values() for word in words(claim))
    return Entry("conflict", search.within(fact_key, min(claims)), " ".join((question, *told)))


def words(claim: Claim) -> list[str]:
    """What a claim is found by: its sentence, the names in it, and plain digits of its value."""
    said = claim.assertion
    terms = [term.label for term in (said.subject, said.attribute, said.asserted_by) if term]
    digits = {text for value in ends(said) if (text := record.plain(value))}
    return [claim.sentence.exact, *terms, said.topic or "", *initials(claim), *sorted(digits)]


def initials(claim: Claim) -> list[str]:
    """What the subject of a claim is called for short, where its name has three capitals or more."""
    subject = claim.assertion.subject
    return sorted(short for short in acronyms(subject.label) if len(short) > 2) if subject else []
