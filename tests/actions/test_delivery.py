"""Messages are sent once, tried again, given up, replayed and forgotten, and never to an address inside."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest

from registry.actions import delivery, webhooks
from registry.actions.delivery import PAUSES, deliver
from registry.errors import FetchForbidden, Refused
from registry.fetch.sending import send
from registry.store import outbox
from registry.store.queries import webhooks as webhook_queries
from registry.store.tables import Sending
from tests.actions.hooks import KEY, Receiver, hook, hurry, waiting


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
