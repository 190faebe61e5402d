"""W3C Web Annotations (JSON-LD). Positions count code points into the archived text, which the state names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import chain
from typing import Any

import orjson

from registry.model.citation import About, Citation

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
MEDIA_TYPE = f'application/ld+json; profile="{CONTEXT}"'
Node = dict[str, Any]


def web_annotations(citations: Iterable[Citation]) -> Iterator[str]:
    """W3C Web Annotations (JSON-LD), for Hypothesis and other programs: of one an object, of several a list."""
    turn = iter(citations)
    first, second = next(turn, None), next(turn, None)
    if first is not None and second is None:
        yield orjson.dumps(annotation(first)).decode() + "\n"
        return
    yield "["
    for number, citation in enumerate(chain((one for one in (first, second) if one), turn)):
        yield ("," if number else "") + "\n" + orjson.dumps(annotation(citation)).decode()
    yield "\n]\n"


def annotation(citation: Citation) -> Node:
    """The annotation that identifies a claim's words in their source."""
    return {
        "@context": CONTEXT,
        "id": address(citation),
        "type": "Annotation",
        "motivation": "identifying" if citation.about is About.CLAIM else "bookmarking",
        "created": instant(citation.read_at),
        "creator": {"type": "Software", "name": "Claim registry"},
        "body": [
            {"type": "SpecificResource", "source": citation.permalink, "purpose": "identifying"},
            {"type": "TextualBody", "value": citation.standing, "format": "text/plain", "purpose": "describing"},
        ],
        "target": {
            "source": citation.source.url or citation.archive or citation.permalink,
            **({"selector": selectors(citation)} if citation.span.exact else {}),
            "state": state(citation),
        },
    }


def address(citation: Citation) -> str:
    """Where the annotation itself can be fetched."""
    if citation.about is not About.CLAIM:
        base, _, page = citation.permalink.partition("/documents/")
        place, _, asked = page.partition("?")
        return f"{base}/v1/documents/{place}/citation?{asked}{'&' if asked else ''}style=annotation"
    site = citation.permalink.removesuffix(f"/claims/{citation.claim_id}")
    return f"{site}/v1/claims/{citation.claim_id}/annotation"


def selectors(citation: Citation) -> list[Node]:
    """The place of the words: by quotation, by position, and by page where there are pages."""
    span = citation.span
    quotation = {"type": "TextQuoteSelector", "exact": span.exact, "prefix": span.prefix, "suffix": span.suffix}
    found: list[Node] = [
        {key: value for key, value in quotation.items() if value},
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
    ]
    if citation.page:
        pdf = "http://tools.ietf.org/rfc/rfc3778"
        found.append({"type": "FragmentSelector", "conformsTo": pdf, "value": f"page={citation.page}"})
    return found


def state(citation: Citation) -> Node:
    """The moment at which the source read as the selectors say, and the copy that proves it."""
    when: Node = {"type": "TimeState", "sourceDate": instant(citation.read_at)}
    return when | {"cached": citation.archive} if citation.archive else when


def instant(moment: datetime) -> str:
    """A moment in UTC, to the second: 2026-08-22T10:00:00Z."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
