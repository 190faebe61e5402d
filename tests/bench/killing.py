"""Processes killed at random moments: `python -m tests.bench.killing 10 [ADDRESS]` prints what came of some rounds.

In each round `claims serve` takes uploads under keys while `claims add` takes a folder in and `claims work` delivers;
all are ended by SIGKILL at moments of their own and begun anew. Whoever uploads asks again under the same key until
somebody answers. With the address of a PostgreSQL server behind the number it is done there.

A newcomer's mistake: counting what is there. What is there twice is as wrong, so everything is counted by what it says.
"""

from __future__ import annotations

import os
import random
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

import httpx
from sqlalchemy import make_url, text

from registry.actions import idempotency, webhooks
from registry.store import Store
from registry.store.keyfile import sealing_key
from registry.store.tables import Sending
from registry.store.writes import on, table
from tests.bench.scale import opened
from tests.conftest import run
from tests.people import enrolled

ROOT = Path(__file__).resolve().parents[2]
SECRET = "s" * 32
EACH = 12
PLACES = (
    "Alder",
    "Birch",
    "Cedar",
    "Elmwood",
    "Firth",
    "Gorse",
    "Hazel",
    "Ivybank",
    "Juniper",
    "Larch",
    "Maple",
    "Oakham",
)
SUFFIXES = ("Bay", "Hill", "Moor", "Ford", "Dale", "Wick", "Cross", "Green", "Heath", "Point", "Grove", "Marsh")
VERBS = ("serve", "add", "work")
MESSAGE, REPEAT = table("message"), table("repeat_request")


class Outcome(NamedTuple):
    """How often processes were killed, requests answered again instead of done, messages delivered more than once."""

    killed: int
    replayed: int
    again: int
    faults: tuple[str, ...]


def told(place: str, paper: int, turn: int) -> str:
    """A text with two claims; two papers disagree about the first."""
    town = f"{place} {SUFFIXES[turn]}"
    return f"{town} has {12 + 5 * paper} bridges. {town} has 3 {'schools' if paper else 'tunnels'}."


def killed(database: str, store: Store, rounds: int, luck: random.Random, folder: Path) -> Outcome:
    """What some rounds leave behind."""
    known = enrolled(database).bearer
    heard: Counter[str] = Counter()
    with listening(heard) as hook:
        with store.writing() as session:
            key = sealing_key(SECRET, None)
            webhooks.add(session, "Ada", hook, ("conflict.found",), key=key, loopback=True)
        ends = 0
        answers: list[httpx.Response] = []
        for turn in range(rounds):
            ends += one_round(store, database, folder, luck, turn, known, answers)
        passed(store)
        finished(database, "work", "--once")
    replayed = sum(answer.headers.get("idempotency-replayed") == "true" for answer in answers)
    faults = tuple(faults_of(store, answers, rounds, heard))
    return Outcome(ends, replayed, sum(count - 1 for count in heard.values()), faults)


def one_round(
    store: Store,
    database: str,
    folder: Path,
    luck: random.Random,
    turn: int,
    known: dict[str, str],
    answers: list[httpx.Response],
) -> int:
    """Begin everything, kill each once, let it end in peace; how many died."""
    place = folder / str(turn)
    place.mkdir()
    for each in PLACES:
        (place / f"{each}.txt").write_text(told(each, 1, turn), encoding="utf-8")
    with port() as number:
        asking = threading.Thread(target=upload, args=(f"http://127.0.0.1:{number}", known, turn, answers))
        asking.start()
        lives = {verb: begun(database, *command(verb, place, number)) for verb in VERBS}
        due = sorted((time.monotonic() + luck.uniform(0.5, 8), verb) for verb in VERBS)
        ends = 0
        for moment, verb in due:
            time.sleep(max(0.0, moment - time.monotonic()))
            ends += dies(lives[verb])
            if verb == "serve":
                passed(store)
            lives[verb] = begun(database, *command(verb, place, number))
        asking.join()
        lives["add"].wait()
        for one in lives.values():
            dies(one)
    return ends


def command(verb: str, place: Path, number: int) -> Sequence[str]:
    """What a verb is called with."""
    return {"serve": ("serve", "--port", str(number)), "add": ("add", str(place)), "work": ("work",)}[verb]


def begun(database: str, *arguments: str) -> subprocess.Popen[bytes]:
    """A process of the command line."""
    own = {"CLAIMS_DATABASE": database, "CLAIMS_SECRET": SECRET, "CLAIMS_WEBHOOKS_HERE": "yes", "CLAIMS_RATE": "0"}
    return subprocess.Popen(
        [sys.executable, "-m", "registry", *arguments],
        cwd=ROOT,
        env={**os.environ, **own, "CLAIMS_RATE_HEAVY": "0"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def passed(store: Store) -> None:
    """Let the minutes pass for which what was killed still holds a message, or the key of a request."""
    with store.writing() as session:
        on(session).execute(MESSAGE.update().where(MESSAGE.c.state == Sending.WAITING).values(due_at=MESSAGE.c.made_at))
        long_ago = datetime.now(UTC) - 2 * idempotency.STUCK
        on(session).execute(REPEAT.update().where(REPEAT.c.status == 0).values(at=long_ago))


def finished(database: str, *arguments: str) -> None:
    """Run a command to its end."""
    assert begun(database, *arguments).wait() == 0


def dies(process: subprocess.Popen[bytes]) -> bool:
    """Kill a process; whether it still lived."""
    process.send_signal(signal.SIGKILL)
    return process.wait() == -signal.SIGKILL


def upload(site: str, known: dict[str, str], turn: int, answers: list[httpx.Response]) -> None:
    """Send every text of a paper until it is acknowledged, each under a key of its own."""
    with httpx.Client(base_url=site, headers=known, timeout=60) as client:
        for each in PLACES:
            order = {"text": told(each, 0, turn), "title": f"{each} {turn}", "publisher": "Upload"}
            while (done := posted(client, order, f"{each} {turn}")) is None or done.status_code == 409:
                time.sleep(0.05)
            answers.append(done)


def posted(client: httpx.Client, order: dict[str, str], key: str) -> httpx.Response | None:
    """The answer to an upload, if there is one."""
    try:
        return client.post("/v1/documents", json=order, headers={"Idempotency-Key": key})
    except httpx.TransportError:
        return None


@contextmanager
def port() -> Iterator[int]:
    """A free port."""
    with socket.create_server(("127.0.0.1", 0)) as held:
        number = held.getsockname()[1]
    yield number


@contextmanager
def listening(heard: Counter[str]) -> Iterator[str]:
    """The address of somebody who is told of conflicts, and counts what he hears."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["content-length"]))
            heard[self.headers["webhook-id"]] += 1
            self.send_response(204)
            self.end_headers()

        def log_message(self, *words: object) -> None:
            return

    served = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=served.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{served.server_port}/"
    served.shutdown()
    served.server_close()


def faults_of(store: Store, answers: list[httpx.Response], rounds: int, heard: Counter[str]) -> Iterator[str]:
    """What is lost, there twice, or half there."""
    whole = 2 * rounds * len(PLACES)
    if wrong := [each.status_code for each in answers if each.status_code not in (200, 201)]:
        yield f"answers {wrong}"
    with store.reading() as session:

        def column(statement: str) -> list[object]:
            return list(on(session).execute(text(statement)).scalars())

        if lost := {each.json()["document_id"] for each in answers} - set(column("SELECT id FROM document")):
            yield f"lost {lost}"
        for statement, wanted in (
            ("SELECT count(*) FROM document", whole),
            ("SELECT count(DISTINCT digest) FROM document_version", whole),
            ("SELECT count(*) FROM document_version", whole),
            ("SELECT count(*) FROM claim WHERE retired_at IS NULL", 2 * whole),
            ("SELECT sum(n) FROM fact", 2 * whole),
            ("SELECT count(*) FROM audit_event WHERE action = 'ingest'", whole),
            ("SELECT count(*) FROM conflict", whole // 2),
            ("SELECT count(*) FROM message", whole // 2),
            ("SELECT count(*) FROM repeat_request", len(answers)),
        ):
            if (found := column(statement)) != [wanted]:
                yield f"{statement}: {found}, not {wanted}"
        if silent := set(column("SELECT id FROM message")) - heard.keys():
            yield f"never delivered: {len(silent)}"
        if store.engine.dialect.name == "sqlite" and (told := column("PRAGMA integrity_check")) != ["ok"]:
            yield f"integrity: {told}"


def main(rounds: int, server: str = "") -> None:
    """Kill, look, and print."""
    with tempfile.TemporaryDirectory() as folder:
        store = opened(Path(folder), "killing", server)
        database = store.engine.url.render_as_string(hide_password=False)
        print(killed(database, store, rounds, random.Random(), Path(folder)))
        store.close()
        if server:
            run(make_url(server), "DROP DATABASE claims_killing WITH (FORCE)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5, *sys.argv[2:3])
