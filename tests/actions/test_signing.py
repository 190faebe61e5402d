"""Messages are signed as Standard Webhooks says, and secrets are sealed at rest."""

from __future__ import annotations

import hashlib
import hmac
from base64 import b64decode, b64encode
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.actions import delivery, webhooks
from registry.actions.delivery import deliver, headers
from registry.actions.sealing import opened, seal_all, sealed
from registry.errors import Misconfigured, Unreadable
from registry.store import outbox
from registry.store.keyfile import key_file, sealing_key
from registry.store.queries import webhooks as webhook_queries
from tests.actions.hooks import KEY, Receiver, hook, waiting


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
