"""`python -m seeds`: load the seed corpus where it is missing, and say what to look at."""

from __future__ import annotations

import os
import sys

from registry.actions import lookup
from registry.config import Settings
from registry.errors import RegistryError
from registry.store import Store, open_store
from registry.store.migrations import migrate
from seeds.load import load

WELCOME = """
The claim registry is at {site}

  {site}/queue      what sources disagree about: {open} to look at
  {site}/documents  {documents} documents with their claims highlighted in place
  {site}/docs       the API, for programs

Stop it with Ctrl-C. The data stays in {database}.
"""


def main() -> int:
    """Load what is missing, a line a document."""
    settings = Settings.read(os.environ)
    try:
        migrate(settings.database)
        store = open_store(settings.database)
        try:
            show(store, settings)
        finally:
            store.close()
    except RegistryError as error:
        print(f"seeds: {error}", file=sys.stderr)
        return 1
    return 0


def show(store: Store, settings: Settings) -> None:
    """Load, and print where to look."""
    for brief, result in load(store, model=settings.model):
        print(f"  {brief.name:28} {result.claims:3} claims {result.conflicts:3} conflicts", flush=True)
    with store.reading() as session:
        counts = lookup.counts(session)
    database = settings.sqlite_file or "the database that CLAIMS_DATABASE names"
    print(WELCOME.format(site=settings.site, open=counts.open, documents=counts.documents, database=database))


if __name__ == "__main__":
    sys.exit(main())
