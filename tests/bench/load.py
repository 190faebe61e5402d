"""Pages and look-ups under concurrent clients: `python -m tests.bench.load 8 60 [CLAIMS]` prints milliseconds.

So many clients ask `claims serve` for so many seconds, one address after the other; the registry is that of the seeds,
or one of so many made-up claims. A newcomer's mistake: believing a percentile of a busy machine. What the server's
processor takes for an answer is printed too, and does not depend on who else is there.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
from starlette.testclient import TestClient

from registry.config import Settings
from registry.store import open_store
from registry.store.migrations import migrate
from tests.bench.killing import begun, dies, port
from tests.bench.pages import addresses
from tests.bench.synthetic import load
from tests.people import enrolled
from web.app import create_app

API = (
    "/v1/documents",
    "/v1/claims",
    "/v1/facts",
    "/v1/conflicts",
    "/v1/search?q=bridges",
    "/v1/ask?q=How+many+bridges+does+Norsund+have%3F",
)
TICKS = os.sysconf("SC_CLK_TCK")


def filled(folder: Path, claims: int) -> str:
    """The address of a registry with the seeds, or with so many made-up claims."""
    database = f"sqlite:///{folder}/load.sqlite"
    migrate(database)
    if not claims:
        environment = {**os.environ, "CLAIMS_DATABASE": database}
        subprocess.run([sys.executable, "-m", "seeds"], env=environment, check=True, stdout=subprocess.DEVNULL)
        return database
    store = open_store(database)
    load(store, claims)
    store.close()
    return database


def asked(database: str) -> list[str]:
    """Every sort of page with one of each thing, and every look-up."""
    settings = Settings(database=database)
    with TestClient(create_app(settings)) as client:
        client.cookies.update(enrolled(database).cookie(settings))
        return [*addresses(client), *API]


@contextmanager
def served(database: str) -> Iterator[tuple[str, int]]:
    """The address and process of a server that answers."""
    with port() as number:
        process = begun(database, "serve", "--port", str(number))
    site = f"http://127.0.0.1:{number}"
    try:
        while not answers(site):
            time.sleep(0.1)
        yield site, process.pid
    finally:
        dies(process)


def answers(site: str) -> bool:
    """Whether somebody answers there."""
    try:
        return httpx.get(f"{site}/about", timeout=5).status_code == 200
    except httpx.TransportError:
        return False


def used(pid: int) -> float:
    """The seconds of a processor that a process took."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def flooded(site: str, known: dict[str, str], paths: list[str], clients: int, seconds: float) -> dict[str, list[float]]:
    """The seconds of every answer by its address; those that are no answer stand under their status."""
    took: dict[str, list[float]] = defaultdict(list)
    until = time.monotonic() + seconds

    def ask(first: int) -> None:
        with httpx.Client(base_url=site, headers=known, timeout=60) as client:
            for at in range(first * len(paths) // clients, 10**9):
                if (began := time.monotonic()) > until:
                    return
                path = paths[at % len(paths)]
                status = client.get(path).status_code
                took[path if status < 400 else f"{status} {path}"].append(time.monotonic() - began)

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(clients)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    return took


def alone(site: str, pid: int, known: dict[str, str], path: str, times: int = 10) -> float:
    """The milliseconds of the server's processor for one answer."""
    with httpx.Client(base_url=site, headers=known, timeout=60) as client:
        client.get(path)
        before = used(pid)
        for _ in range(times):
            client.get(path)
    return 1000 * (used(pid) - before) / times


def main(clients: int, seconds: float, claims: int) -> None:
    """Ask and print."""
    with tempfile.TemporaryDirectory() as folder:
        database = filled(Path(folder), claims)
        paths, known = asked(database), enrolled(database).bearer
        with served(database) as (site, pid):
            took = flooded(site, known, paths, clients, seconds)
            show(line("all", [one for some in took.values() for one in some]))
            for path, some in sorted(took.items(), key=lambda item: -statistics.median(item[1])):
                show(f"{line(path, some)} cpu {alone(site, pid, known, path.split()[-1]):5.0f}")


def line(name: str, took: list[float]) -> str:
    """How many answers there were, their median and 95th percentile."""
    median, high = statistics.median(took), sorted(took)[int(0.95 * (len(took) - 1))]
    return f"{name[:50]:50} {len(took):5} median {1000 * median:6.0f} p95 {1000 * high:6.0f}"


def show(told: str) -> None:
    """Print a line at once."""
    print(told, flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 0)
