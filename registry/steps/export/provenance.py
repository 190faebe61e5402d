"""Where a fact comes from, as PROV-O in JSON-LD: sources as they were read, claims quoted from them, people's verdicts.

A newcomer's mistake: a claim that is derived from a page. It is derived from the page as it was read at one moment.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple
from urllib.parse import quote

from registry.model.document import Source
from registry.steps.export.annotation import instant

MEDIA_TYPE = "application/ld+json"
PROV = "http://www.w3.org/ns/prov#"
CONTEXT = {
    "prov": PROV,
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "schema": "https://schema.org/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
}
Node = dict[str, Any]


class Quoted(NamedTuple):
    """A claim with the version that makes it."""

    id: str
    words: str
    version_id: str
    digest: str
    read_at: datetime
    extractor: str
    retired_at: datetime | None
    source: Source


class Judged(NamedTuple):
    """A person's verdict about a fact."""

    id: int
    reviewer: str
    words: str
    at: datetime
    supersedes: int | None
    dismisses: bool = False


def graph(fact_id: str, question: str, site: str, quoted: Sequence[Quoted], judged: Sequence[Judged]) -> Node:
    """The graph of a fact."""
    versions = {one.version_id: one for one in quoted}
    nodes = [fact(fact_id, question, site, quoted, judged)]
    nodes += [node for one in versions.values() for node in of_version(one, site)]
    nodes += [claim(one, site) for one in quoted]
    nodes += list(verdicts(fact_id, site, judged))
    return {"@context": CONTEXT, "@graph": nodes}


def fact(fact_id: str, question: str, site: str, quoted: Sequence[Quoted], judged: Sequence[Judged]) -> Node:
    """The fact: derived from its claims; attributed to whoever decided, where somebody did."""
    told: Node = {"@id": f"{site}/facts/{fact_id}", "@type": "prov:Entity", "rdfs:label": question}
    told["prov:wasDerivedFrom"] = refs(f"{site}/claims/{one.id}" for one in quoted)
    people = {one.reviewer for one in judged}
    return told | ({"prov:wasAttributedTo": refs(person(name, site) for name in sorted(people))} if people else {})


def of_version(one: Quoted, site: str) -> Iterator[Node]:
    """A source as it was read, and the extraction that found claims in it."""
    version = f"{site}/v1/versions/{one.version_id}"
    source = one.source.url or f"{site}/documents/{one.source.id}"
    yield {
        "@id": version,
        "@type": "prov:Entity",
        "rdfs:label": one.source.title or source,
        "prov:generatedAtTime": stamp(one.read_at),
        "prov:specializationOf": {"@id": source},
        "schema:sha256": one.digest,
    }
    yield {
        "@id": f"{version}#extraction",
        "@type": "prov:Activity",
        "prov:used": {"@id": version},
        "prov:startedAtTime": stamp(one.read_at),
        "prov:endedAtTime": stamp(one.read_at),
        "prov:wasAssociatedWith": {
            "@type": "prov:SoftwareAgent",
            "@id": engine(one, site),
            "rdfs:label": one.extractor,
        },
    }


def engine(one: Quoted, site: str) -> Node:
    """The program that found a claim, with its version."""
    name = f"{site}/about#{one.extractor.replace('/', '-') or 'engine'}"
    return {"@id": name, "@type": "prov:SoftwareAgent", "rdfs:label": one.extractor}


def claim(one: Quoted, site: str) -> Node:
    """A claim: quoted from a version, found by an extraction; invalid since the source no longer says so."""
    version = f"{site}/v1/versions/{one.version_id}"
    told: Node = {
        "@id": f"{site}/claims/{one.id}",
        "@type": "prov:Entity",
        "prov:value": one.words,
        "prov:wasDerivedFrom": {"@id": version},
        "prov:wasQuotedFrom": {"@id": version},
        "prov:wasGeneratedBy": {"@id": f"{version}#extraction"},
    }
    return told | ({"prov:invalidatedAtTime": stamp(one.retired_at)} if one.retired_at else {})


def verdicts(fact_id: str, site: str, judged: Sequence[Judged]) -> Iterator[Node]:
    """What people decided, each after what it replaced; and who they are."""
    for one in judged:
        told: Node = {
            "@id": f"{site}/v1/decisions/{one.id}",
            "@type": "prov:Entity",
            "rdfs:label": one.words,
            "prov:generatedAtTime": stamp(one.at),
            "prov:wasAttributedTo": {"@id": person(one.reviewer, site)},
            "prov:wasDerivedFrom": {"@id": f"{site}/facts/{fact_id}"},
        }
        if one.supersedes is not None:
            told["prov:wasRevisionOf"] = {"@id": f"{site}/v1/decisions/{one.supersedes}"}
        yield told
        if one.dismisses and one.supersedes is not None:
            yield dismissed(one, site)
    for name in sorted({one.reviewer for one in judged}):
        yield {"@id": person(name, site), "@type": ["prov:Agent", "prov:Person"], "rdfs:label": name}


def dismissed(one: Judged, site: str) -> Node:
    """A decision that another took back."""
    undoing = {"@type": "prov:Activity", "@id": f"{site}/v1/decisions/{one.id}#undoing"}
    return {"@id": f"{site}/v1/decisions/{one.supersedes}", "prov:wasInvalidatedBy": undoing}


def person(name: str, site: str) -> str:
    """A person, under this registry's name for them."""
    return f"{site}/about#person-{quote(name, safe='')}"


def refs(names: Iterable[str]) -> list[Node]:
    """References to other nodes."""
    return [{"@id": name} for name in names]


def stamp(moment: datetime) -> Node:
    """A moment as a typed value."""
    return {"@value": instant(moment), "@type": "xsd:dateTime"}
