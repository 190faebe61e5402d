"""ClaimReview (schema.org, JSON-LD) for what a person has decided, one review for each value of a fact.

A newcomer's mistake: reviewing what nobody decided. That three sources agree is no verdict.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC
from typing import Any

import orjson

from registry.model.document import Source
from registry.model.review import Appearance, Rating, Review
from registry.steps.export.words import REGISTRY

CONTEXT = "https://schema.org"
MEDIA_TYPE = "application/ld+json"
LONGEST = 74
Node = dict[str, Any]


def claim_review(review: Review) -> Node:
    """A review as a ClaimReview, without its context."""
    return {
        "@type": "ClaimReview",
        "@id": review.url,
        "url": review.url,
        "claimReviewed": reviewed(review),
        "datePublished": review.decided_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "author": {"@type": "Organization", "name": REGISTRY, "url": review.site},
        "reviewRating": rated(review),
        "itemReviewed": item(review),
    }


def reviewed(review: Review) -> str:
    """What is claimed, in less than 75 characters: the sentence, else the question with the value, else a part."""
    sentence = " ".join(review.quote.split())
    short = f"{' '.join(review.question.split())} {review.label}"
    fits = next((words for words in (sentence, short) if len(words) <= LONGEST), None)
    return fits or f"{sentence[: LONGEST - 1].rsplit(' ', 1)[0]}…"


def rated(review: Review) -> Node:
    """The rating, with the page that explains the scale."""
    return {
        "@type": "Rating",
        "alternateName": review.rating.words,
        "ratingValue": int(review.rating),
        "bestRating": int(max(Rating)),
        "worstRating": int(min(Rating)),
        "ratingExplanation": review.explanation,
        "url": f"{review.site}/ratings",
    }


def item(review: Review) -> Node:
    """The claim under review: the quotation, who said it, and every source that has it."""
    first = review.appearances[0] if review.appearances else None
    node: Node = {
        "@type": "Claim",
        "name": " ".join(review.quote.split()),
        "datePublished": review.said_at.isoformat() if review.said_at else None,
        "author": {"@type": "Organization", "name": review.claimant} if review.claimant else None,
        "firstAppearance": work(first) if first else None,
        "appearance": [work(each) for each in review.appearances],
    }
    return {name: value for name, value in node.items() if value}


def work(appearance: Appearance) -> Node:
    """A source as a creative work; a source without an address is known by the claim's page."""
    source = appearance.source
    node: Node = {
        "@type": "CreativeWork",
        "url": source.url or appearance.permalink,
        "name": source.title,
        "datePublished": source.published.isoformat() if source.published else None,
        "inLanguage": source.language,
        "publisher": publisher(source),
    }
    return {name: value for name, value in node.items() if value}


def publisher(source: Source) -> Node | None:
    """The publisher of a source, where it is known."""
    return {"@type": "Organization", "name": source.publisher} if source.publisher else None


def document(reviews: Sequence[Review]) -> Node:
    """Reviews as one JSON-LD document: a single one flat, several as a graph."""
    nodes = [claim_review(review) for review in reviews]
    return {"@context": CONTEXT, **nodes[0]} if len(nodes) == 1 else {"@context": CONTEXT, "@graph": nodes}


def script(reviews: Sequence[Review]) -> str:
    """The element for a fact's page; nothing where there is no review."""
    return f'<script type="application/ld+json">{embedded(document(reviews))}</script>' if reviews else ""


def embedded(node: Node) -> str:
    """JSON that cannot end the script it stands in."""
    text = orjson.dumps(node).decode()
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
