"""Claims as rows and back.

A newcomer's mistake: rebuilding an assertion from the columns. `record` is the assertion, columns are for searching.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from hashlib import blake2b
from typing import Any

import orjson

from registry.actions.identity import content_id
from registry.model import record
from registry.model.assertion import Assertion, Claim, Status, Value
from registry.model.document import Source
from registry.model.moment import Moment
from registry.model.quantity import Quantity
from registry.model.span import Block, BlockKind, Span
from registry.store.queries.claims import ClaimRow

LONG = 60
SPACE = re.compile(r"\s+")


def of_claim(claim: Claim, version_id: str, fact_key: str, at: datetime) -> dict[str, Any]:
    """The row of a claim."""
    said, span, sentence = claim.assertion, claim.span, claim.sentence
    packed = record.of_assertion(said)
    low, high = ends(said)
    return {
        "fact_key": fact_key,
        "id": claim_id(version_id, claim),
        "version_id": version_id,
        **{name: getattr(span, name) for name in ("start", "end", "exact", "prefix", "suffix")},
        "sentence_start": sentence.start,
        "sentence_end": sentence.end,
        "sentence": sentence.exact,
        "kind": said.kind,
        "subject": said.subject.key if said.subject else None,
        "attribute": said.attribute.key if said.attribute else None,
        "low": low,
        "high": high,
        "low_number": _number(low),
        "high_number": _number(high),
        "unit": said.value.unit if isinstance(said.value, Quantity) else None,
        "value_key": value_key(said),
        "as_of": said.scope.as_of.high if said.scope.as_of else None,
        "status": said.status,
        "record": packed,
        "checkworthy": claim.checkworthy,
        "trace": list(claim.trace),
        "extractor": claim.extractor,
        "voice": voice(claim),
        "found_at": at,
        "retired_at": None,
    }


def voice(claim: Claim) -> str:
    """Who is behind a claim: the speaker it quotes, else the document whose text it is from; and after a " #" a hash of
    its sentence, where that is so long that two documents do not share it by accident."""
    said = claim.assertion.asserted_by
    who = f"said by {said.key}" if said else claim.source.origin or claim.source.id
    words = SPACE.sub(" ", claim.sentence.exact).strip().lower()
    return f"{who} #{blake2b(words.encode(), digest_size=6).hexdigest()}" if len(words) >= LONG and not said else who


def claim_id(version_id: str, claim: Claim) -> str:
    """The id of a claim: it follows from version, span and assertion."""
    packed = orjson.dumps(record.of_assertion(claim.assertion), option=orjson.OPT_SORT_KEYS).decode()
    return content_id(version_id, claim.span.start, claim.span.end, packed)


def ends(said: Assertion) -> tuple[Decimal | None, Decimal | None]:
    """The ends of what was stated, where it is a number."""
    return (said.value.low, said.value.high) if isinstance(said.value, Quantity) else (None, None)


def _number(value: Decimal | None) -> float | None:
    """A lossy number for range searches; one too large for a float is left out."""
    return None if value is None or abs(value) > Decimal("1e300") else float(value)


def value_key(said: Assertion) -> str:
    """What equal values have in common."""
    return _value_key(said.status, said.value)


def stated_key(row: ClaimRow) -> str:
    """The same of a claim's row, without making the rest of what it asserts."""
    return _value_key(row.record["status"], record.to_value(row.record["value"]))


def _value_key(status: str, value: Value) -> str:
    """What equal values of one status have in common."""
    if isinstance(value, Quantity):
        low, high = record.plain(value.low), record.plain(value.high)
        more = f"{value.approx:d}{value.lean}{value.strict:d}{value.base and f'|{value.base}'}"
        return f"{status}|{low}|{high}|{value.unit}|{more}"
    if isinstance(value, Moment):
        return f"{status}|{value.low}|{value.high}|{value.clock}{value.bound and f'|{value.bound}'}"
    return f"{status}|{value.key}"


def source_of(row: ClaimRow) -> Source:
    """The source of a claim's row."""
    return Source(
        id=row.document_id,
        title=row.title,
        publisher=row.publisher,
        published=row.published,
        language=row.language,
        url=address(row.uri),
        authors=tuple(row.authors),
        origin=row.origin,
        alike=row.alike,
        names=tuple(row.names),
        topic=row.topic,
    )


def address(uri: str) -> str | None:
    """The address of a document that has one."""
    return None if uri.startswith("urn:") else uri


def to_claim(row: ClaimRow) -> Claim:
    """The claim of a row."""
    return Claim(
        source=source_of(row),
        span=Span(row.start, row.end, row.exact, row.prefix, row.suffix),
        sentence=Span(row.sentence_start, row.sentence_end, row.sentence),
        assertion=record.to_assertion(row.record),
        checkworthy=row.checkworthy,
        trace=tuple(row.trace),
        extractor=row.extractor,
    )


def of_sentence(claim: Claim) -> dict[str, Any]:
    """What is needed to judge a sentence again: what it asserts, and where in it the words stand."""
    start = claim.span.start - claim.sentence.start
    named = claim.source.published.isoformat() if claim.source.published else None
    return {
        "said": record.of_assertion(claim.assertion),
        "start": start,
        "end": start + len(claim.span.exact),
        "day": named,
    }


def sentence_claim(sentence: str, told: Mapping[str, Any]) -> Claim:
    """The claim of a sentence that stands alone."""
    published = date.fromisoformat(told["day"]) if told["day"] else None
    return Claim(
        source=Source("published", published=published),
        span=Span.cut(sentence, told["start"], told["end"]),
        sentence=Span.cut(sentence, 0, len(sentence)),
        assertion=record.to_assertion(told["said"]),
    )


def of_block(block: Block) -> list[Any]:
    """A block as a short list."""
    cells = [list(cell) for cell in block.cells]
    return [block.start, block.end, block.kind, block.level, cells, list(block.headers), block.page]


def to_block(packed: list[Any]) -> Block:
    """The block of a short list."""
    start, end, kind, level, cells, headers, page = packed
    spans = tuple((cell[0], cell[1]) for cell in cells)
    return Block(start, end, BlockKind(kind), level, spans, tuple(headers), page)


def is_plain(said: Assertion) -> bool:
    """Whether comparing the ends of its interval says all about an assertion; of a bound its sentence may say more."""
    value = said.value
    plain = (
        isinstance(value, Quantity)
        and not value.strict
        and said.direction is None
        and None not in (value.low, value.high)
    )
    return plain and said.status is Status.ACTUAL
