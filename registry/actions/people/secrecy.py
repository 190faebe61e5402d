"""Secrets of 256 bits, and what is kept of them.

A newcomer's mistake: a slow hash. These cannot be guessed, so SHA-256 is enough; passwords are another matter.
"""

from __future__ import annotations

import secrets
from hashlib import sha256
from hmac import compare_digest


def made() -> str:
    """A new secret of 256 bits."""
    return secrets.token_urlsafe(32)


def name() -> str:
    """A new id that says nothing."""
    return secrets.token_hex(8)


def digest(secret: str) -> str:
    """What is kept of a secret."""
    return sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def matches(secret: str, kept: str) -> bool:
    """Whether a secret is the one of which `kept` is the digest."""
    return compare_digest(digest(secret), kept)
