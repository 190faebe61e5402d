"""The settings of this process, the database they name, and the verbs that prepare and serve it."""

from __future__ import annotations

import argparse
import ipaddress
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from registry.config import Settings
from registry.errors import Misconfigured
from registry.store import Store, open_store

# Beyond this the server itself answers 400 in plain text; up to it the API answers an over-long address as a problem.
LONGEST_HEAD = 300_000
PARTING = 10  # seconds for requests that are being answered when the server is told to stop


@cache
def settings() -> Settings:
    """The settings of this process; the environment is read once."""
    return Settings.read(os.environ)


@contextmanager
def opened() -> Iterator[Store]:
    """The registry's database, migrated; whoever mistook its place is told that a new one was made."""
    from registry.store.db import reachable
    from registry.store.migrations import migrate

    with reachable():
        missed = missing(settings().database)
        migrate(settings().database)
        if missed:
            print(f"claims: {missed} is a new, empty registry; CLAIMS_DATABASE names another.", file=sys.stderr)
        store = open_store(settings().database)
        try:
            yield store
        finally:
            store.close()


def missing(database: str) -> str:
    """The file of a database that is not there yet; empty where it is, or is no file."""
    file = database.removeprefix("sqlite:///") if database.startswith("sqlite:///") else ""
    return file if file and not file.startswith((":", "file:")) and not Path(file).exists() else ""


def add_verbs(verbs: Any) -> None:
    """The commands and their options."""
    verbs.add_parser("migrate").set_defaults(run=run_migrate)
    serve = verbs.add_parser("serve")
    serve.set_defaults(run=run_serve)
    serve.add_argument("--host", help="loopback only, until there is an administrator")
    serve.add_argument("--port", type=int, help="default: CLAIMS_PORT, or 8000")


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
    with opened() as store:
        welcome(store)
    uvicorn.run(
        "web.app:app",
        factory=True,
        host=settings().host,
        port=settings().port,
        log_level="warning",
        forwarded_allow_ips=settings().proxies,
        h11_max_incomplete_event_size=LONGEST_HEAD,
        timeout_graceful_shutdown=PARTING,
    )
    leave()
    return 0


def leave() -> None:
    """End now where a request is still worked at; what it has not kept yet is undone, as when the process is killed."""
    if any(one is not threading.main_thread() and not one.daemon for one in threading.enumerate()):
        sys.stdout.flush()
        os._exit(0)


def welcome(store: Store) -> None:
    """Print the link for the first administrator, and refuse to serve strangers before there is one."""
    from registry.cli.users import first_link

    link = first_link(store)
    if link is None:
        return
    if not loopback(settings().host):
        raise Misconfigured(
            f"CLAIMS_HOST is {settings().host}; until there is an administrator the registry serves 127.0.0.1 only. "
            "Run claims users add NAME --role administrator first."
        )
    print(f"Nobody looks after this registry yet: open {settings().site}/welcome and choose a name and a password.")
    print(f"Where that is not this machine, this link does it, once:\n  {link}\n", flush=True)


def loopback(host: str) -> bool:
    """Whether an address can be reached from this machine only."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
