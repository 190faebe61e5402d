"""Take in a document: read and extract first, then keep everything in one short transaction.

A newcomer's mistake: calling `prepare` inside a writing session; the write lock would be held while a PDF is read.
"""

from __future__ import annotations

from registry.actions.ingest.claims import ENGINE, file_of, filed_of, keep_claims, keep_filed
from registry.actions.ingest.company import accompanied, in_company
from registry.actions.ingest.dry_run import preview
from registry.actions.ingest.keeping import keep
from registry.actions.ingest.prepared import (
    MAX_BYTES,
    Prepared,
    addresses,
    extracted,
    prepare,
    prepare_text,
    prepare_url,
    read_bytes,
    read_text,
    read_url,
    with_claims,
)
from registry.actions.ingest.weighing import beforehand
from registry.model.given import Given

__all__ = [
    "ENGINE",
    "MAX_BYTES",
    "Given",
    "Prepared",
    "accompanied",
    "addresses",
    "beforehand",
    "extracted",
    "file_of",
    "filed_of",
    "in_company",
    "keep",
    "keep_claims",
    "keep_filed",
    "prepare",
    "prepare_text",
    "prepare_url",
    "preview",
    "read_bytes",
    "read_text",
    "read_url",
    "with_claims",
]
