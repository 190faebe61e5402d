"""What changed is told: signed, once at least, tried again, given up, replayed; and published sentences are watched."""

from __future__ import annotations

import hashlib
import hmac
import threading
from base64 import b64decode, b64encode
from datetime import UTC, date, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx
import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.actions import delivery, lookup, review, watching, webhooks
from registry.actions.ask import read
from registry.actions.delivery import PAUSES, deliver, headers
from registry.actions.ingest import keep
from registry.actions.sealing import opened, seal_all, sealed
from registry.actions.telling import TYPES
from registry.errors import FetchForbidden, InvalidValue, Misconfigured, NotFound, Refused, Unreadable
from registry.fetch.sending import Sent, send
from registry.model.finding import Verdict
from registry.store import Store, outbox
from registry.store.keyfile import key_file, sealing_key
from registry.store.queries import webhooks as webhook_queries
from registry.store.tables import Sending
from tests.actions.makers import add, document, said

LATER = date(2025, 3, 1)
HERE = "http://127.0.0.1:8169/hook"
KEY = bytes(range(32))


class Receiver:
    """A stand-in for somebody's server: remembers what came, answers what it is told to."""

    def __init__(self, *answers: int) -> None:
        self.answers = list(answers)
        self.got: list[Any] = []

    def __call__(self, url, body, told):
        status = self.answers.pop(0) if self.answers else 200
        self.got.append((url, orjson.loads(body), dict(told), body))
        return Sent(status or None, "answer", 7)

    @property
    def types(self):
        return [body["type"] for _url, body, *_ in self.got]


def hook(store: Store, *types: str, **more):
    with store.writing() as session:
        return webhooks.add(session, "Ada", HERE, types, key=KEY, loopback=True, **more)


def waiting(store: Store, endpoint_id: str):
    with store.reading() as session:
        row = webhooks.endpoint(session, endpoint_id, None)
        return webhooks.log(session, row).items


def broken(_kept: object) -> None:
    """What goes wrong at the end of a transaction."""
    raise RuntimeError


def hurry(store: Store, endpoint_id: str) -> None:
    """Let everything that waits be due."""
    for one in waiting(store, endpoint_id):
        with store.writing() as session:
            outbox.set_message(session, one.row.id, {"due_at": datetime.now(UTC) - timedelta(seconds=1)})


def test_a_changed_value_and_a_conflict_are_told_in_the_same_transaction(store):
    add(store, said("12", subject="Alder"), publisher="Alder Town")
    made = hook(store)
    add(store, said("15", subject="Alder"), publisher="Valley Times")
    got = Receiver()
    assert deliver(store, key=KEY, sending=got) == 2
    assert sorted(got.types) == ["conflict.found", "fact.changed"]
    told = next(body["data"] for _url, body, *_ in got.got if body["type"] == "fact.changed")
    assert told["old"]["value"].startswith("12")
    assert told["new"]["held"] == "disputed"
    assert deliver(store, key=KEY, sending=got) == 0
    assert {one.row.state for one in waiting(store, made.row.id)} == {Sending.DONE}


def test_what_is_rolled_back_is_not_told(store):
    add(store, said("12", subject="Alder"))
    made = hook(store)
    other = document(said("15", subject="Alder"), publisher="Valley Times")
    with pytest.raises(RuntimeError), store.writing() as session:
        broken(keep(session, other))
    assert waiting(store, made.row.id) == ()


def test_a_fact_that_stays_as_it_was_is_not_told(store):
    add(store, said("12", subject="Alder"), publisher="Alder Town")
    made = hook(store, "fact.changed")
    add(store, said("12", subject="Alder"), said("3", "tunnel", subject="Birch"), publisher="Valley Times")
    told = [orjson.loads(one.row.body)["data"]["new"]["value"] for one in waiting(store, made.row.id)]
    assert all(value.startswith("12") for value in told)
    assert len(told) <= 1


def test_a_decision_is_told_with_what_it_says(store):
    add(store, said("12", subject="Alder"), publisher="Alder Town")
    add(store, said("15", subject="Alder"), publisher="Valley Times")
    hook(store, "conflict.decided", "fact.changed")
    with store.writing() as session:
        row = lookup.conflicts(session).items[0]
        review.decide(session, row.id, verdict=Verdict.SIDE, side=1, reviewer="Ada", reason="Counted again.")
    got = Receiver()
    deliver(store, key=KEY, sending=got)
    told = {body["type"]: body["data"] for _url, body, *_ in got.got}
    assert told["conflict.decided"]["decision"]["verdict"] == "side"
    assert told["fact.changed"]["new"]["held"] == "settled"


def test_every_message_is_signed_as_standard_webhooks_says(store):
    made = hook(store)
    with store.writing() as session:
        webhooks.test(session, made.row)
    got = Receiver()
    deliver(store, key=KEY, sending=got)
    _url, body, told, raw = got.got[0]
    key = b64decode(made.secret.removeprefix("whsec_"))
    content = f"{told['webhook-id']}.{told['webhook-timestamp']}.".encode() + raw
    assert told["webhook-signature"] == "v1," + b64encode(hmac.new(key, content, hashlib.sha256).digest()).decode()
    assert abs(int(told["webhook-timestamp"]) - datetime.now(UTC).timestamp()) < 5
    assert body["type"] == "ping"


def test_a_known_signature_comes_out():
    secret, body = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", b'{"test": 2432232314}'
    made = delivery.signature(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, body)
    assert made == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_after_a_rotation_both_secrets_sign_for_a_day(store):
    made = hook(store)
    with store.writing() as session:
        again = webhooks.rotate(session, made.row, key=KEY)
        message = webhooks.test(session, again.row)
    assert again.secret != made.secret
    now = datetime.now(UTC)
    both = headers(again.row, message, now, KEY)["webhook-signature"].split()
    at, body = int(now.timestamp()), message.body.encode()
    assert both == [delivery.signature(one, message.id, at, body) for one in (again.secret, made.secret)]
    late = headers(again.row, message, now + timedelta(days=2), KEY)["webhook-signature"].split()
    assert len(late) == 1


def test_a_secret_is_never_kept_in_the_clear(store):
    made = hook(store)
    with store.writing() as session:
        again = webhooks.rotate(session, made.row, key=KEY)
    with store.reading() as session:
        row = webhook_queries.endpoint(session, made.row.id)
    assert not {made.secret, again.secret} & {row.secret, row.former}
    assert (opened(KEY, row.id, row.secret), opened(KEY, row.id, row.former or "")) == (again.secret, made.secret)
    with pytest.raises(Unreadable):
        opened(KEY, "ep_other", row.secret)
    with pytest.raises(Unreadable):
        opened(bytes(32), row.id, row.secret)


@given(secret=st.text(min_size=1, max_size=200), name=st.text(max_size=40))
def test_what_is_sealed_opens_again(secret, name):
    kept = sealed(KEY, name, secret)
    assert opened(KEY, name, kept) == secret
    assert sealed(KEY, name, secret) != kept


def test_with_another_key_nothing_is_sent_and_the_log_says_why(store):
    made = hook(store)
    with store.writing() as session:
        webhooks.test(session, made.row)
    got = Receiver()
    assert deliver(store, key=bytes(32), sending=got) == 1
    assert got.got == []
    assert "another key" in waiting(store, made.row.id)[0].attempts[0].detail


def test_secrets_of_an_earlier_version_are_sealed_at_the_start(store):
    made = hook(store)
    with store.writing() as session:
        outbox.set_endpoint(session, made.row.id, {"secret": made.secret})
    assert (seal_all(store, KEY), seal_all(store, KEY)) == (1, 0)
    with store.reading() as session:
        kept = webhook_queries.endpoint(session, made.row.id).secret
    assert kept != made.secret
    assert opened(KEY, made.row.id, kept) == made.secret


def test_the_key_is_made_once_in_a_file_of_its_owner(tmp_path):
    database = tmp_path / "claims.sqlite"
    key = sealing_key("", database)
    assert (len(key), sealing_key("", database)) == (32, key)
    assert key_file(database).stat().st_mode & 0o777 == 0o600
    assert sealing_key("a secret that somebody chose and keeps", database) != key
    key_file(database).write_text("nothing")
    with pytest.raises(Misconfigured):
        sealing_key("", database)


def test_what_fails_is_tried_again_with_growing_pauses_and_given_up(store):
    made = hook(store)
    with store.writing() as session:
        webhooks.test(session, made.row)
    got = Receiver(*[500] * 30)
    for number in range(len(PAUSES) + 1):
        assert deliver(store, key=KEY, sending=got) == 1
        one = waiting(store, made.row.id)[0]
        if number < len(PAUSES):
            assert one.row.due_at - one.attempts[-1].at == PAUSES[number]
        hurry(store, made.row.id)
    assert one.row.state is Sending.DEAD
    assert [each.status for each in one.attempts] == [500] * (len(PAUSES) + 1)
    assert deliver(store, key=KEY, sending=got) == 0


def test_a_dead_message_can_be_replayed_under_its_id(store):
    made = hook(store)
    with store.writing() as session:
        message = webhooks.test(session, made.row)
        outbox.set_message(session, message.id, {"state": Sending.DEAD, "attempts": 11})
    with store.writing() as session:
        webhooks.replay(session, made.row, message.id)
    got = Receiver()
    assert deliver(store, key=KEY, sending=got) == 1
    assert got.got[0][2]["webhook-id"] == message.id


def test_an_address_that_is_gone_is_switched_off(store):
    made = hook(store)
    with store.writing() as session:
        webhooks.test(session, made.row)
    deliver(store, key=KEY, sending=Receiver(410))
    with store.reading() as session:
        assert webhooks.endpoint(session, made.row.id, "Ada").disabled_at is not None
    with pytest.raises(Refused, match="switched off"), store.writing() as session:
        webhooks.test(session, webhooks.endpoint(session, made.row.id, "Ada"))


def test_a_worker_that_dies_loses_nothing(store):
    made = hook(store)
    with store.writing() as session:
        message = webhooks.test(session, made.row)
    with pytest.raises(KeyboardInterrupt):
        deliver(store, key=KEY, sending=lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    assert deliver(store, key=KEY, sending=Receiver()) == 0
    hurry(store, made.row.id)
    got = Receiver()
    assert deliver(store, key=KEY, sending=got) == 1
    assert got.got[0][2]["webhook-id"] == message.id


def test_two_workers_do_not_send_one_message_twice(store):
    made = hook(store)
    with store.writing() as session:
        webhooks.test(session, made.row)
    got = Receiver()
    threads = [threading.Thread(target=deliver, args=(store,), kwargs={"key": KEY, "sending": got}) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(got.got) == 1


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:8000/",
        "http://localhost/",
        "http://169.254.169.254/latest",
        "http://[::1]/",
        "http://10.0.0.1/",
        "ftp://example.org/",
        "https://user:pass@example.org/",
        "https://example.org:22/",
    ],
)
def test_an_address_inside_is_refused(store, url):
    with pytest.raises(FetchForbidden), store.writing() as session:
        webhooks.add(session, "Ada", url, key=KEY)
    assert send(url, b"{}", {}).status is None


def test_a_name_that_leads_inside_is_refused_when_it_is_told(monkeypatch):
    import ipaddress

    monkeypatch.setattr("registry.fetch.network.resolve", lambda *_: [ipaddress.ip_address("10.0.0.8")])
    sent = send("https://hooks.example.org/", b"{}", {})
    assert sent.status is None
    assert "not public" in sent.detail
    assert "document" not in sent.detail


def test_a_refused_webhook_says_what_may_be_told(store):
    with store.writing() as session, pytest.raises(FetchForbidden, match="CLAIMS_WEBHOOKS_HERE"):
        webhooks.add(session, "Ada", "http://127.0.0.1/hook", key=KEY)


def test_a_redirect_is_not_followed():
    moved = httpx.MockTransport(lambda _request: httpx.Response(302, headers={"location": "http://10.0.0.1/"}))
    assert send("https://hooks.example.org/", b"{}", {}, transport=moved).status == 302


def test_a_real_server_gets_a_signed_request(store):
    got: list[tuple[dict[str, str], bytes]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            got.append((dict(self.headers), self.rfile.read(int(self.headers["content-length"]))))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *words):
            return

    served = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=served.serve_forever, daemon=True)
    thread.start()
    try:
        with store.writing() as session:
            url = f"http://127.0.0.1:{served.server_port}/hook"
            made = webhooks.add(session, "Ada", url, key=KEY, loopback=True)
            webhooks.test(session, made.row)
        assert deliver(store, key=KEY, loopback=True) == 1
    finally:
        served.shutdown()
        served.server_close()
        thread.join()
    told, body = got[0]
    name = {key.lower(): value for key, value in told.items()}
    signed = delivery.signature(made.secret, name["webhook-id"], int(name["webhook-timestamp"]), body)
    assert name["webhook-signature"] == signed
    assert waiting(store, made.row.id)[0].attempts[0].status == 204


def test_endpoints_are_their_owners(store):
    made = hook(store)
    with store.reading() as session:
        assert webhooks.endpoints(session, "Bo") == []
        with pytest.raises(NotFound):
            webhooks.endpoint(session, made.row.id, "Bo")


def test_an_unknown_event_is_refused(store):
    with pytest.raises(InvalidValue, match=r"fact\.changed"):
        hook(store, "fact.eaten")
    assert len(TYPES) == 5


def test_a_published_sentence_is_told_with_the_old_value_the_new_one_and_a_correction(store):
    add(store, said("12", subject="Alder"), publisher="Alder Town")
    claims = read("Alder has 12 bridges.")
    with store.writing() as session:
        pieces = watching.of_claims(session, claims)
        row = watching.watch(session, watching.Named.of("Ada", "https://paper.example/alder"), pieces)
    made = hook(store, watch_id=row.id)
    add(store, said("15", subject="Alder", day=LATER), publisher="Alder Town")
    with store.reading() as session:
        told = watching.changes(session, watch_id=row.id, owner="Ada").items
    assert len(told) == 1
    data = told[0].data
    assert data["watch"]["url"] == "https://paper.example/alder"
    assert data["sentence"] == "Alder has 12 bridges."
    assert data["old"]["value"].startswith("12")
    assert data["new"]["value"].startswith("15")
    assert data["verdict"] == "outdated"
    assert data["suggestion"] == "Alder has 15 bridges."
    got = Receiver()
    assert deliver(store, key=KEY, sending=got) == 1
    assert got.types == ["watch.affected"]
    assert len(waiting(store, made.row.id)) == 1


def test_a_watch_is_told_once_for_each_change(store):
    add(store, said("12", subject="Alder"), publisher="Alder Town")
    with store.writing() as session:
        fact = lookup.facts(session).items[0]
        row = watching.watch(session, watching.Named.of("Ada", "Bridges"), watching.of_stored(session, facts=[fact.id]))
    add(store, said("12", subject="Alder"), publisher="Valley Times")
    with store.reading() as session:
        assert watching.changes(session, watch_id=row.id, owner=None).items == ()
    add(store, said("15", subject="Alder"), publisher="River Post")
    add(store, said("15", subject="Alder"), publisher="Hill Post")
    with store.reading() as session:
        assert len(watching.changes(session, watch_id=row.id, owner=None).items) == 1


def test_a_watch_that_ended_is_not_told_and_can_begin_again(store):
    add(store, said("12", subject="Alder"), publisher="Alder Town")
    named = watching.Named.of("Ada", "Bridges")
    with store.writing() as session:
        pieces = watching.of_claims(session, read("Alder has 12 bridges."))
        row = watching.watch(session, named, pieces)
        watching.end(session, row.id, "Ada")
    add(store, said("15", subject="Alder"), publisher="Valley Times")
    with store.writing() as session:
        assert watching.changes(session, watch_id=row.id, owner="Ada").items == ()
        assert watching.watches(session, "Ada").items == ()
        again = watching.watch(session, named, watching.of_claims(session, read("Alder has 15 bridges.")))
        assert again.id == row.id
        assert watching.watches(session, "Ada").items[0].uses == 1


def test_nobody_sees_the_watch_of_another(store):
    with store.writing() as session:
        row = watching.watch(session, watching.Named.of("Ada", "Bridges"), [])
    with pytest.raises(NotFound), store.reading() as session:
        watching.watched(session, row.id, "Bo")


def test_what_was_delivered_is_forgotten_after_a_month(store):
    made = hook(store)
    with store.writing() as session:
        message = webhooks.test(session, made.row)
    deliver(store, key=KEY, sending=Receiver())
    with store.writing() as session:
        outbox.set_message(session, message.id, {"made_at": datetime.now(UTC) - timedelta(days=40)})
    delivery.sweep(store)
    with store.reading() as session:
        assert webhook_queries.message(session, message.id) is None
