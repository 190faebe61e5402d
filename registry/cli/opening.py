"""The settings of this process, the database they name, and the verbs that prepare and serve it."""

from __future__ import annotations

import argparse
import ipaddress
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from registry.config import Settings
from registry.errors import Misconfigured
from registry.store import Store, open_store

# Beyond this the server itself answers 400 in plain text; up to it the API answers an over-long address as a problem.
LONGEST_HEAD = 300_000


@cache
def settings() -> Settings:
    """The settings of this process; the environment is read once."""
    return Settings.read(os.environ)


@contextmanager
def opened() -> Iterator[Store]:
    """The registry's database, migrated."""
    from registry.store.migrations import migrate

    migrate(settings().database)
    store = open_store(settings().database)
    try:
        yield store
    finally:
        store.close()


def add_verbs(verbs: Any) -> None:
    """The commands and their options."""
    verbs.add_parser("migrate", help="bring the database to the present schema").set_defaults(run=run_migrate)
    serve = verbs.add_parser("serve", help="serve the API and the pages")
    serve.set_defaults(run=run_serve)
    serve.add_argument("--host", help="loopback only, until there are accounts")
    serve.add_argument("--port", type=int)


def run_migrate(_options: argparse.Namespace) -> int:
    """Bring the database to the present schema."""
    with opened():
        print("The database is at the present schema.")
    return 0


def run_serve(options: argparse.Namespace) -> int:
    """Serve the API and the pages until stopped."""
    import uvicorn

    os.environ.update(
        {f"CLAIMS_{name.upper()}": str(value) for name in ("host", "port") if (value := getattr(options, name))}
    )
    settings.cache_clear()
    demand_loopback(settings().host)
    run_migrate(options)
    uvicorn.run(
        "web.app:app",
        factory=True,
        host=settings().host,
        port=settings().port,
        log_level="warning",
        h11_max_incomplete_event_size=LONGEST_HEAD,
    )
    return 0


def demand_loopback(host: str) -> None:
    """Refuse to serve strangers: there are no accounts yet."""
    try:
        local = host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        local = False
    if not local:
        raise Misconfigured(f"CLAIMS_HOST is {host}; without accounts the registry serves 127.0.0.1 only.")
