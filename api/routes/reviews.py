"""What people have settled, for programs that look for checked facts: Google's claim search and ClaimReview.

A newcomer's mistake: refusing parameters that are not known. Google's client sends some of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Annotated, Any
from urllib.parse import urlsplit

import orjson
from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, Field

from api import cursors
from api.deps import Configured, Id, Opened, Reading
from api.problems import Rejected
from api.replies import sent
from api.routes.claims import Responses
from registry.actions import claim_reviews
from registry.actions.claim_reviews import Place, Wanted
from registry.config import Settings
from registry.errors import NotFound
from registry.model.review import Review
from registry.steps.export import claimreview
from registry.steps.export.words import REGISTRY
from registry.store import Store

router = APIRouter(tags=["reviews"])

LARGEST = 100
FARTHEST = 10_000
LINKED: Responses = {200: {"content": {claimreview.MEDIA_TYPE: {}}, "description": "ClaimReview in JSON-LD."}}
FOUND: Responses = {200: {"content": {"application/json": {}}, "description": "Claims with their reviews, or `{}`."}}


class ClaimSearch(BaseModel):
    """Which claims, under the names that Google gave the parameters; those that are not ours are let by."""

    query: str | None = Field(None, max_length=2_000, description="Words to find.", examples=["lighthouse"])
    language: str | None = Field(None, alias="languageCode", max_length=35, description="A language code (BCP 47).")
    publisher: str | None = Field(
        None, alias="reviewPublisherSiteFilter", max_length=300, description="The site of the reviews."
    )
    days: int | None = Field(None, alias="maxAgeDays", ge=0, le=100_000, description="The age of claim or review.")
    size: int = Field(10, alias="pageSize", ge=1, description="How many; at most 100 are sent.")
    token: str | None = Field(None, alias="pageToken", max_length=2_000, description="From the page before.")
    offset: int = Field(0, ge=0, le=FARTHEST, description="How many to skip; counts without a page token only.")

    def filters(self) -> dict[str, Any]:
        """What a page token is bound to."""
        return self.model_dump(exclude={"token"}) | {"path": "claims:search"}

    def wanted(self) -> Wanted:
        """The filter for the action."""
        since = datetime.now(UTC) - timedelta(days=self.days) if self.days is not None else None
        return Wanted(self.query, self.language, since)

    @property
    def shown(self) -> int:
        """How many claims a page has."""
        return min(self.size, LARGEST)


@router.get("/v1alpha1/claims:search", response_class=Response, responses=FOUND)
def search_claims(
    request: Request, session: Reading, settings: Configured, asked: Annotated[ClaimSearch, Query()]
) -> Response:
    """Claims that people have checked, as Google's Fact Check Tools API would list them."""
    if not (asked.query or "").strip() and not (asked.publisher or "").strip():
        raise Rejected("bad-request", "Give query, or reviewPublisherSiteFilter; one of them is needed.")
    after = place(settings, asked) if asked.token else None
    found: list[tuple[Place, Review]] = []
    if ours(asked.publisher, settings):
        every = claim_reviews.listed(session, asked.wanted(), site=settings.site, after=after)
        first = 0 if after else asked.offset
        found = list(islice(every, first, first + asked.shown + 1))
    return sent(request, orjson.dumps(page(found, asked, settings)), "application/json")


def place(settings: Settings, asked: ClaimSearch) -> Place:
    """Where a page token goes on."""
    position = cursors.opened(cursors.secret(settings), asked.filters(), asked.token or "")
    decision, side = position.split(".")
    return Place(int(decision), int(side))


def ours(publisher: str | None, settings: Settings) -> bool:
    """Whether a filter by site leaves this registry in."""
    wanted = (publisher or "").strip().lower()
    try:
        host = urlsplit(wanted if "//" in wanted else f"//{wanted}").netloc.removeprefix("www.")
    except ValueError:
        return False
    own = urlsplit(settings.site).netloc.lower().removeprefix("www.")
    return not wanted or host in (own, own.partition(":")[0])


def page(found: list[tuple[Place, Review]], asked: ClaimSearch, settings: Settings) -> dict[str, Any]:
    """A page; what is empty is left out, as Google does."""
    shown = found[: asked.shown]
    made: dict[str, Any] = {"claims": [listed(review) for _, review in shown]} if shown else {}
    if len(found) > asked.shown:
        end = shown[-1][0]
        made["nextPageToken"] = cursors.seal(cursors.secret(settings), asked.filters(), f"{end.decision}.{end.side}")
    return made


def listed(review: Review) -> dict[str, Any]:
    """A claim with its review in Google's shape; what is ours stands under `registry`."""
    claim: dict[str, Any] = {
        "text": " ".join(review.quote.split()),
        "claimant": review.claimant,
        "claimDate": f"{review.said_at.isoformat()}T00:00:00Z" if review.said_at else None,
        "claimReview": [
            {
                "publisher": {"name": REGISTRY, "site": urlsplit(review.site).netloc},
                "url": review.url,
                "title": review.question,
                "reviewDate": review.decided_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
                "textualRating": review.rating.words,
                "languageCode": "en",
            }
        ],
        "registry": {
            "fact": review.fact_id,
            "value": review.label,
            "rating": int(review.rating),
            "explanation": review.explanation,
            "appearances": [each.source.url or each.permalink for each in review.appearances],
        },
    }
    return {name: value for name, value in claim.items() if value}


@router.get("/v1alpha1/claims:imageSearch", include_in_schema=False)
def search_images() -> Response:
    """Images are not searched."""
    raise Rejected("not-implemented", "The registry holds no images; search by words at /v1alpha1/claims:search.")


@router.get("/v1/facts/{fact_id}.jsonld", response_class=Response, responses=LINKED)
def read_fact_jsonld(request: Request, session: Reading, settings: Configured, fact_id: Id) -> Response:
    """A fact that people have settled as schema.org ClaimReview, one review for each value."""
    return reviewed(request, fact_id, claim_reviews.reviews(session, fact_id, site=settings.site))


@router.get("/v1/facts/{fact_id}/claimreview", response_class=Response, responses=LINKED)
def review_fact(request: Request, session: Reading, settings: Configured, fact_id: Id) -> Response:
    """The same under another address; 404 while no person has said which value is right."""
    return reviewed(request, fact_id, claim_reviews.reviews(session, fact_id, site=settings.site))


def reviewed(request: Request, fact_id: str, found: tuple[Review, ...]) -> Response:
    """Reviews as JSON-LD."""
    if not found:
        raise NotFound(f"Nobody has settled the fact {fact_id[:80]!r} yet; there is nothing to review.")
    return sent(request, orjson.dumps(claimreview.document(found)), claimreview.MEDIA_TYPE)


@router.get("/v1/claimreviews.jsonld", response_class=Response, responses=LINKED)
def list_reviews(store: Opened, settings: Configured) -> StreamingResponse:
    """Every ClaimReview of the registry, the newest decision first, in one document."""
    return StreamingResponse(graph(store, settings.site), media_type=claimreview.MEDIA_TYPE)


def graph(store: Store, site: str) -> Iterator[bytes]:
    """The document, piece by piece."""
    yield orjson.dumps({"@context": claimreview.CONTEXT})[:-1] + b',"@graph":['
    with store.reading() as session:
        for number, (_, review) in enumerate(claim_reviews.listed(session, Wanted(), site=site)):
            yield (b",\n" if number else b"\n") + orjson.dumps(claimreview.claim_review(review))
    yield b"\n]}\n"
