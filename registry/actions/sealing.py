"""Secrets that have to be had again, sealed at rest: encrypted and signed under a key that is not in the database.

HMAC-SHA256 alone does it, so that nothing has to be installed: a stream of HMACs over a fresh nonce covers a few dozen
bytes, and a tag over nonce, name and ciphertext is checked first (encrypt, then sign, under two keys).
A newcomer's mistake: hashing them, as passwords are. A signature needs the secret itself.
"""

from __future__ import annotations

import hmac
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from hashlib import sha256

from registry.errors import Unreadable
from registry.store import Store, outbox
from registry.store.queries import webhooks as webhook_queries

MARK = "sealed1."
NONCE, TAG = 16, 32
LOST = (
    "The secret was sealed with another key (CLAIMS_SECRET, or the key file); restore that key, or make a new secret."
)


def sealed(key: bytes, name: str, secret: str) -> str:
    """A secret as it is kept; `name` is what it belongs to, so that it opens nowhere else."""
    nonce = secrets.token_bytes(NONCE)
    hidden = _covered(key, nonce, secret.encode())
    return MARK + urlsafe_b64encode(nonce + _tag(key, name, nonce + hidden) + hidden).decode()


def opened(key: bytes, name: str, kept: str) -> str:
    """The secret again; one that was kept in the clear, by an earlier version, as it is. Raises `Unreadable`."""
    if not kept.startswith(MARK):
        return kept
    raw = urlsafe_b64decode(kept.removeprefix(MARK))
    nonce, tag, hidden = raw[:NONCE], raw[NONCE : NONCE + TAG], raw[NONCE + TAG :]
    if not hmac.compare_digest(tag, _tag(key, name, nonce + hidden)):
        raise Unreadable(LOST)
    return _covered(key, nonce, hidden).decode()


def _covered(key: bytes, nonce: bytes, text: bytes) -> bytes:
    """A text under a stream that only the key makes; done twice it is the text again."""
    stream = b"".join(
        hmac.digest(_own(key, b"cover"), nonce + number.to_bytes(4, "big"), sha256)
        for number in range(len(text) // sha256().digest_size + 1)
    )
    return bytes(one ^ two for one, two in zip(text, stream, strict=False))


def _tag(key: bytes, name: str, told: bytes) -> bytes:
    """What shows that nothing was changed, and whose it is."""
    return hmac.digest(_own(key, b"tag"), told + b"\0" + name.encode(), sha256)


def _own(key: bytes, use: bytes) -> bytes:
    """A key of its own for each use."""
    return hmac.digest(key, b"claim registry: " + use, sha256)


def seal_all(store: Store, key: bytes) -> int:
    """Seal the secrets that an earlier version kept in the clear; how many endpoints had one."""
    with store.reading() as session:
        bare = [row for row in webhook_queries.endpoints(session, None) if not _closed(row.secret, row.former)]
    for row in bare:
        values = {"secret": sealed(key, row.id, opened(key, row.id, row.secret))}
        if row.former:
            values["former"] = sealed(key, row.id, opened(key, row.id, row.former))
        with store.writing() as session:
            outbox.set_endpoint(session, row.id, values)
    return len(bare)


def _closed(*kept: str | None) -> bool:
    """Whether every secret is sealed."""
    return all(one is None or one.startswith(MARK) for one in kept)
