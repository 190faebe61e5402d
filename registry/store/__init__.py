"""Where documents, claims, facts, conflicts and decisions are kept; the only place with SQL.

A newcomer's mistake: writing a row that people decided (decision, judgement, audit event) with `keep`, or one that
follows from the documents with `append`. See `registry.store.writes`.
"""

from __future__ import annotations

from registry.store.db import ReadSession, Store, WriteSession, open_store

__all__ = ["ReadSession", "Store", "WriteSession", "open_store"]
