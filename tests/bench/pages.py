"""What pages cost in a full registry: `python -m tests.bench.pages 100000` prints CPU milliseconds and bytes a page.

With the address of a PostgreSQL server on this machine behind the number it measures there, and adds what the server
takes. A newcomer's mistake: the clock on the wall. Others use the machine too; CPU time is what the page itself takes.
"""

from __future__ import annotations

import re
import statistics
import sys
import tempfile
import time
from pathlib import Path

from sqlalchemy import make_url
from starlette.testclient import TestClient

from registry.config import Settings
from tests.bench.scale import opened, serving
from tests.bench.synthetic import load
from tests.conftest import run
from tests.people import enrolled
from web.app import create_app

ROUNDS = 12
LISTS = (
    "/",
    "/queue",
    "/queue?kind=contradiction",
    "/queue?words=bridges",
    "/queue?order=newest",
    "/queue?state=mine",
    "/facts",
    "/documents",
    "/history",
    "/statistics",
    "/second",
    "/search?q=bridges",
)


def addresses(client: TestClient) -> list[str]:
    """Every sort of page, with one of each thing."""
    found = list(LISTS)
    for listed, start in (("/queue", "/conflicts/"), ("/facts", "/facts/"), ("/documents", "/documents/")):
        place = re.search(rf'class="title" href="({start}[^"?]+)', client.get(listed).text)
        found += [place.group(1)] if place else []
    claim = re.search(r'href="(/claims/[^"#?]+)', client.get(found[-1]).text)
    return [*found, found[-2] + "/near", *([claim.group(1)] if claim else [])]


def measure(client: TestClient, address: str) -> tuple[float, float, float, int]:
    """The median and the 95th percentile of a page in CPU milliseconds, the mean of its database server, its bytes."""
    times, size, before = [], 0, serving()
    for _ in range(ROUNDS):
        started = time.process_time()
        size = len(client.get(address).content)
        times.append(1000 * (time.process_time() - started))
    server = (serving() - before) / ROUNDS
    return statistics.median(times), sorted(times)[int(0.95 * (ROUNDS - 1))], server, size


def main(claims: int, server: str = "") -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        store = opened(Path(folder), "pages", server)
        load(store, claims)
        if server:
            run(store.engine.url, "VACUUM ANALYZE")
        place = store.engine.url.render_as_string(hide_password=False)
        store.close()
        show(place)
        if server:
            run(make_url(server), "DROP DATABASE claims_pages")


def show(database: str) -> None:
    """Measure the pages of a registry and print a line for each."""
    settings = Settings(database=database)
    with TestClient(create_app(settings)) as client:
        client.cookies.update(enrolled(settings.database).cookie(settings))
        for address in addresses(client):
            median, slow, server, size = measure(client, address)
            told = f"median {median:6.1f} ms   p95 {slow:6.1f} ms   server {server:6.1f} ms   {size:,} bytes"
            print(f"{address[:40]:40} {told}", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000, *sys.argv[2:3])
