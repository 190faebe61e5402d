"""What dies in the middle of deciding, rechecking, delivering or managing people leaves whole what it said was done."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import text

from registry.actions import delivery, lookup, recheck, webhooks
from registry.actions.ingest import keep
from registry.fetch.sending import Sent
from registry.store import Store, outbox
from registry.store.writes import on
from tests.actions.makers import document, said

ROOT = Path(__file__).resolve().parents[2]
KEY = bytes(range(32))
NOUNS = ("bridge", "school", "tunnel", "clinic", "harbour", "library", "museum", "prison", "factory", "hotel")
WORK = """
import sys
from datetime import timedelta
from registry.actions import delivery, lookup, recheck, review, shelf
from registry.actions.people import members, tokens
from registry.actions.rows import to_claim
from registry.fetch.sending import Sent
from registry.model.finding import Verdict
from registry.model.people import Right, Role
from registry.store import open_store
from registry.store.queries.claims import claims_of_version

store, turn = open_store(sys.argv[1]), sys.argv[2]
def told(*what):
    print(*what, flush=True)
def sending(url, body, headers):
    told("sent", headers["webhook-id"])
    return Sent(200, "ok", 1)
with store.reading() as session:
    waiting = [row.id for row in lookup.conflicts(session, limit=100).items]
    stale = recheck.stale(session)
for at, (conflict, version) in enumerate(zip(waiting, stale)):
    with store.writing() as session:
        done = review.decide(session, conflict, verdict=Verdict.SIDE, side=1, reviewer="Ada", reason="seen")
    told("decision", done.id)
    with store.writing() as session:
        person = members.enrol(session, f"Person {turn} {at}", Role.REVIEWER)
        tokens.issue(session, person, "use", [Right.READ], timedelta(days=1))
        members.note(session, person, "Ada", "add person")
        shelf.flag(session, "Ada", conflict)
    told("person", person)
    with store.writing() as session:
        claims = tuple(map(to_claim, claims_of_version(session, version, retired=False)))[1:]
        recheck.recheck(session, version, claims, actor="Ada")
    told("version", version)
    delivery.deliver(store, key=bytes(range(32)), sending=sending, limit=1)
    told("delivered", at)
"""


def filled(store: Store) -> None:
    """Two papers that disagree about everything, many small documents to check again, somebody who wants to be told."""
    with store.writing() as session:
        for paper, first in (("Harbour Post", 11), ("Valley Times", 12)):
            keep(
                session, document(*(said(str(first + 10 * at), noun) for at, noun in enumerate(NOUNS)), publisher=paper)
            )
        for at in range(len(NOUNS)):
            keep(session, document(said(str(at + 3), subject=f"{NOUNS[at]} hill".title()), said("7", "quay")))
        webhooks.add(session, "Ada", "http://127.0.0.1:9/", ("conflict.decided",), key=KEY, loopback=True)
        recheck.everything(session)


def killed(database: str, turn: int, after: int) -> list[list[str]]:
    """What a process said was done before it was killed, some lines on."""
    command = [sys.executable, "-c", WORK, database, str(turn)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(after)]
        process.send_signal(signal.SIGKILL)
        return [line.split() for line in (*lines, *process.stdout) if line.endswith("\n")]


def column(store: Store, statement: str) -> list[object]:
    """The first column of what a statement finds."""
    with store.reading() as session:
        return list(on(session).execute(text(statement)).scalars())


def test_a_killed_process_leaves_everything_whole_that_it_said_was_done(database: str, store: Store):
    filled(store)
    told = [line for turn, after in enumerate((5, 7, 10)) for line in killed(database, turn, after)]
    said_of = {
        kind: {line[1] for line in told if line[0] == kind} for kind in ("decision", "person", "version", "sent")
    }
    assert all(said_of.values())
    decisions_are_whole(store, said_of["decision"])
    people_are_whole(store, said_of["person"])
    rechecks_are_whole(store, said_of["version"])
    nothing_is_lost_on_the_way(store, said_of["sent"])


def decisions_are_whole(store: Store, known: set[str]) -> None:
    """Each is in the history and in its conflict, and somebody is told of it."""
    kept = Counter(map(str, column(store, "SELECT id FROM decision")))
    assert known <= kept.keys()
    assert Counter(map(str, column(store, "SELECT decision_id FROM conflict WHERE phase = 'decided'"))) == kept
    assert column(store, "SELECT count(*) FROM audit_event WHERE action = 'decide'") == [kept.total()]
    assert column(store, "SELECT count(*) FROM message") == [kept.total()]


def people_are_whole(store: Store, known: set[str]) -> None:
    """Each has a token, a place in the history, and the flag that was set with it."""
    kept = set(column(store, "SELECT id FROM person"))
    assert known <= kept
    assert sorted(map(str, column(store, "SELECT person_id FROM token"))) == sorted(map(str, kept))
    assert column(store, "SELECT count(*) FROM audit_event WHERE action = 'add person'") == [len(kept)]
    assert column(store, "SELECT count(*) FROM shelf_item WHERE kind = 'flag'") == [len(kept)]


def rechecks_are_whole(store: Store, known: set[str]) -> None:
    """Each version has the new engine and lost its claim, or has neither; the summaries of facts agree."""
    done = set(column(store, "SELECT id FROM document_version WHERE engine <> ''"))
    lost = set(column(store, "SELECT version_id FROM claim WHERE retired_at IS NOT NULL"))
    assert known <= done == lost
    assert column(store, "SELECT count(*) FROM audit_event WHERE action = 'recheck'") == [len(done)]
    live = column(store, "SELECT count(*) FROM claim WHERE retired_at IS NULL")
    assert column(store, "SELECT sum(n) FROM fact") == live
    with store.reading() as session:
        assert lookup.counts(session).claims == live[0]


def nothing_is_lost_on_the_way(store: Store, known: set[str]) -> None:
    """What was not delivered yet is delivered once its worker's minute is over."""
    every = set(map(str, column(store, "SELECT id FROM message")))
    late: list[str] = []

    def sending(_url: str, _body: bytes, told: Mapping[str, str]) -> Sent:
        late.append(told["webhook-id"])
        return Sent(200, "ok", 1)

    with store.writing() as session:
        for name in every:
            outbox.set_message(session, name, {"due_at": datetime(2026, 1, 1, tzinfo=UTC)})
    delivery.deliver(store, key=KEY, sending=sending)
    assert known | set(late) == every
    assert column(store, "SELECT DISTINCT state FROM message") == ["done"]
