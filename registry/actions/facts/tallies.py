"""How many documents and independent voices stand behind a value, also where too many say so to look at each claim.

The few claims that stand for a value are compared word by word (`check.witnesses`). Of a value that more documents
state, all are counted by what each claim's row says of its voice: the speaker or the document whose text it is from,
and a hash of a long sentence. A newcomer's mistake: taking the dozen that is shown for all there are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from registry.actions.facts.sides import Group
from registry.actions.rows import stated_key
from registry.store import ReadSession, WriteSession
from registry.store.queries import claims as claim_queries
from registry.store.queries.claims import PER_VALUE, ClaimRow, Voice

Either = ReadSession | WriteSession


def voices(session: Either, rows: Mapping[str, Sequence[ClaimRow]]) -> dict[str, list[Voice]]:
    """Everybody who states the values of those facts of which not every claim is at hand; by cluster."""
    many = [lead for lead, some in rows.items() if full(some)]
    found: dict[str, list[Voice]] = {lead: [] for lead in many}
    for voice in claim_queries.voices(session, many) if many else ():
        found[voice.cluster].append(voice)
    return found


def full(rows: Sequence[ClaimRow]) -> bool:
    """Whether some value has as many claims as are ever looked at."""
    return len(rows) >= PER_VALUE and max(Counter(map(stated_key, rows)).values()) >= PER_VALUE


def widened(groups: Iterable[Group], rows: Mapping[str, ClaimRow], every: Sequence[Voice]) -> list[Group]:
    """Groups with all who stand behind them; `rows` are the claims at hand, `every` all claims of the fact."""
    return [_widened(group, rows, every) for group in groups] if every else list(groups)


def _widened(group: Group, rows: Mapping[str, ClaimRow], every: Sequence[Voice]) -> Group:
    """A group with all who stand behind it; what was merged among the claims at hand stays merged."""
    near = [rows[claim] for claim in group.claims if claim in rows]
    keys = {stated_key(row) for row in near}
    all_of = [voice for voice in every if voice.value_key in keys]
    shown = [voice for voice in all_of if voice.version_id in {row.version_id for row in near}]
    merged = max(0, independent(shown) - group.independent)
    sources = max(group.sources, len({voice.version_id for voice in all_of}))
    return group._replace(sources=sources, independent=max(group.independent, independent(all_of) - merged))


def independent(some: Iterable[Voice]) -> int:
    """How many voices do not share a speaker, a text or a long sentence.

    >>> both = [Voice("c", "12", "v1", "a"), Voice("c", "12", "v2", "b #1"), Voice("c", "12", "v3", "c #1")]
    >>> independent(both)
    2
    """
    group: dict[str, str] = {}

    def lead(name: str) -> str:
        while group.setdefault(name, name) != name:
            name = group[name]
        return name

    for voice in some:
        who, _, sentence = voice.voice.partition(" #")
        if sentence:
            group[lead(f"#{sentence}")] = lead(who)
        else:
            lead(who)
    return sum(name == of for name, of in group.items())
