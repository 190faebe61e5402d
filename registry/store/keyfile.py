"""The key that secrets are sealed with at rest: from a setting, else from a file beside the database, never in it.

A newcomer's mistake: keeping key and database in one backup. Whoever has both can sign as the registry.
"""

from __future__ import annotations

import hashlib
import os
import secrets
from pathlib import Path

from registry.errors import Misconfigured

ELSEWHERE = Path("var/claims.sqlite")
SIZE = 32


def sealing_key(secret: str, database: Path | None) -> bytes:
    """32 bytes: those of the setting, else those of the key file, which is made where there is none."""
    if secret:
        return hashlib.sha256(b"seals of " + secret.encode()).digest()
    file = key_file(database)
    return _read(file) or _made(file)


def key_file(database: Path | None) -> Path:
    """Where the key is kept where no setting gives it."""
    beside = database or ELSEWHERE
    return beside.with_name(f"{beside.name}.key")


def _read(file: Path) -> bytes | None:
    """The key in a file; None where there is no file."""
    try:
        found = bytes.fromhex(file.read_text(encoding="ascii").strip())
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise Misconfigured(f"The key file {file} cannot be read: {error}; restore it, or set CLAIMS_SECRET.") from None
    if len(found) != SIZE:
        raise Misconfigured(f"The key file {file} does not hold a key; restore it, or set CLAIMS_SECRET.")
    return found


def _made(file: Path) -> bytes:
    """A new key in a file that only its owner reads; of two processes that make one at once, the first one's counts."""
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_name(f"{file.name}.{secrets.token_hex(4)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as out:
        out.write(secrets.token_bytes(SIZE).hex() + "\n")
    try:
        os.link(draft, file)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
    return _read(file) or b""
