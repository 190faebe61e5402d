"""Where people correct and teach the registry: rules, words, readings, and which claims are one fact."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, TypeVar

from fastapi import APIRouter, Body, Request, Response

from api.deps import Id, Number, Reading, Reviewer, Writing
from api.once import Answering
from api.replies import reply
from api.schemas import PageOut, Wire
from api.teaching import (
    ConceptIn,
    ConceptOut,
    CorrectedOut,
    CorrectionIn,
    DeedOut,
    FeatureOut,
    LessonOut,
    MergeIn,
    NearOut,
    PastOut,
    RuleOut,
    SplitIn,
    UndoIn,
)
from registry.actions import concepts, corrections, measures, teaching
from registry.actions.filing import grouping, unjoined

router = APIRouter(prefix="/v1", tags=["teaching"], route_class=Answering)

T = TypeVar("T", bound=Wire)
# Nothing need be said to take something back.
Undo = Annotated[UndoIn, Body(default_factory=UndoIn)]


def whole(request: Request, kind: type[T], rows: Iterable[object]) -> Response:
    """All of a short list."""
    items = [kind.model_validate(row) for row in rows]
    return reply(request, PageOut[kind](items=items, next_cursor=None, has_more=False))  # type: ignore[valid-type]


@router.get("/rules", response_model=PageOut[RuleOut])
def list_rules(request: Request, session: Reading) -> Response:
    """The rules, with how often people agree with what they find."""
    return whole(request, RuleOut, measures.rules(session))


@router.get("/features", response_model=PageOut[FeatureOut])
def list_features(request: Request, session: Reading) -> Response:
    """The features that join claims, with how often people agree that they are about one fact."""
    return whole(request, FeatureOut, measures.features(session))


@router.get("/concepts", response_model=PageOut[ConceptOut])
def list_concepts(request: Request, session: Reading) -> Response:
    """What people said about words, the newest first."""
    return whole(request, ConceptOut, concepts.concepts(session))


@router.post("/concepts", response_model=LessonOut, status_code=201)
def teach_words(session: Writing, reviewer: Reviewer, order: ConceptIn) -> LessonOut:
    """Say whether two names mean the same here; it holds for every document from now on."""
    told = teaching.teach(session, order.left, order.right, same=order.same, reviewer=reviewer, reason=order.reason)
    return LessonOut.model_validate(told)


@router.get("/claims/{claim_id}/near", response_model=PageOut[NearOut])
def list_near(request: Request, session: Reading, claim_id: Id) -> Response:
    """The claims nearest to one that were not joined with it, and why not."""
    return whole(request, NearOut, unjoined.unjoined(session, claim_id))


@router.get("/claims/{claim_id}/corrections", response_model=PageOut[PastOut])
def list_corrections(request: Request, session: Reading, claim_id: Id) -> Response:
    """What people changed about how the words of a claim are read."""
    return whole(request, PastOut, corrections.history(session, claim_id))


@router.post("/claims/{claim_id}/corrections", response_model=CorrectedOut, status_code=201)
def correct_claim(session: Writing, reviewer: Reviewer, claim_id: Id, order: CorrectionIn) -> CorrectedOut:
    """Say what the words of a claim mean, or that they are none; the corrected claim takes the place of the reading."""
    if order.struck:
        told = corrections.strike(session, claim_id, reviewer=reviewer, reason=order.reason)
    else:
        told = corrections.correct(session, claim_id, order.change(), reviewer=reviewer, reason=order.reason)
    return CorrectedOut.model_validate(told)


@router.post("/corrections/{number}/undo", response_model=CorrectedOut, status_code=201)
def undo_correction(session: Writing, reviewer: Reviewer, number: Number, order: Undo) -> CorrectedOut:
    """Take a correction back."""
    return CorrectedOut.model_validate(corrections.undo(session, number, reviewer=reviewer, reason=order.reason))


@router.post("/facts/{fact_id}/merge", response_model=DeedOut, status_code=201)
def merge_facts(session: Writing, reviewer: Reviewer, fact_id: Id, order: MergeIn) -> DeedOut:
    """Say that two facts are one."""
    return DeedOut.model_validate(grouping.merge(session, fact_id, order.other, reviewer=reviewer, reason=order.reason))


@router.post("/facts/{fact_id}/split", response_model=DeedOut, status_code=201)
def split_fact(session: Writing, reviewer: Reviewer, fact_id: Id, order: SplitIn) -> DeedOut:
    """Say that some claims of a fact answer another question; they become a fact of their own."""
    return DeedOut.model_validate(
        grouping.split(session, fact_id, order.claims, reviewer=reviewer, reason=order.reason)
    )


@router.post("/groupings/{number}/undo", response_model=DeedOut, status_code=201)
def undo_grouping(session: Writing, reviewer: Reviewer, number: Number, order: Undo) -> DeedOut:
    """Take a merge or a split back."""
    return DeedOut.model_validate(grouping.undo(session, number, reviewer=reviewer, reason=order.reason))
