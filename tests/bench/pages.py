"""What pages cost in a full registry: `python -m tests.bench.pages 100000` prints CPU milliseconds and bytes a page.

A newcomer's mistake: the clock on the wall. Others use the machine as well; CPU time is what the page itself takes.
"""

from __future__ import annotations

import re
import statistics
import sys
import tempfile
import time
from pathlib import Path

from starlette.testclient import TestClient

from registry.config import Settings
from tests.bench.scale import opened
from tests.bench.synthetic import load
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


def measure(client: TestClient, address: str) -> tuple[float, float, int]:
    """The median and the 95th percentile of a page in CPU milliseconds, and its bytes."""
    times, size = [], 0
    for _ in range(ROUNDS):
        started = time.process_time()
        size = len(client.get(address).content)
        times.append(1000 * (time.process_time() - started))
    return statistics.median(times), sorted(times)[int(0.95 * (ROUNDS - 1))], size


def main(claims: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        store = opened(Path(folder), "pages")
        load(store, claims)
        store.close()
        settings = Settings(database=f"sqlite:///{Path(folder) / 'pages'}.sqlite")
        with TestClient(create_app(settings)) as client:
            client.cookies.update(enrolled(settings.database).cookie(settings))
            for address in addresses(client):
                median, slow, size = measure(client, address)
                print(f"{address[:40]:40} median {median:6.1f} ms   p95 {slow:6.1f} ms   {size:,} bytes", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
