"""Where documents, claims, facts, conflicts and decisions are kept; the only place with SQL.

    db, schema, columns, tables, migrations      the database, its two kinds of session, and what is in it
    queries     every question, by name, one file a subject        kept      counts that are dear to ask for
    writes      keep and append: how a row comes to be             upkeep    changes to what is derived
    outbox, accounts      watches, webhooks and messages; people   memory    what a fact was called before
    copying, keyfile      a registry as one file; the key for secrets at rest

A newcomer's mistake: writing a row that people decided (decision, judgement, audit event) with `keep`, or one that
follows from the documents with `append`. See `registry.store.writes`.
"""

from __future__ import annotations

from registry.store.db import ReadSession, Store, WriteSession, open_store

__all__ = ["ReadSession", "Store", "WriteSession", "open_store"]
