"""The settings: frozen, from a mapping, read once by the entry points and handed on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from registry.errors import Misconfigured

DEFAULT_DATABASE = "sqlite:///var/claims.sqlite"
OPEN, CLOSED = "open", "closed"
LEAST = 32


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting, with its default; `docs/operating.md` describes each.

    `database`   CLAIMS_DATABASE: an SQLAlchemy address, SQLite or PostgreSQL
    `host`       CLAIMS_HOST: the address to serve on; loopback only until there is an administrator
    `port`       CLAIMS_PORT
    `site`       CLAIMS_SITE: the address under which people reach the registry, for permalinks
    `reading`    CLAIMS_READING: "open" to whoever reaches the registry, or "closed" to those without an account
    `proxies`    CLAIMS_PROXIES: the addresses of proxies that are believed when they say who asks
    `reviewer`   CLAIMS_REVIEWER: the name that decisions on the command line are signed with
    `max_bytes`  CLAIMS_MAX_BYTES: the largest document taken in
    `webhooks_here`  CLAIMS_WEBHOOKS_HERE: "yes" lets webhooks go to this machine's own addresses too
    `cursors`    CLAIMS_CURSORS: the secret that cursors are sealed with; else it follows from the database
    `secret`     CLAIMS_SECRET: what the secrets of webhooks are sealed with; else a key file beside the database
    `rate`       CLAIMS_RATE: requests a minute for one token or address; 0 switches the limit off
    `rate_heavy` CLAIMS_RATE_HEAVY: the same for requests that read documents, drafts or many questions
    `model`      CLAIMS_MODEL: the folder or name of another spaCy English model, instead of the one that comes along
    """

    database: str = DEFAULT_DATABASE
    host: str = "127.0.0.1"
    port: int = 8000
    site: str = "http://localhost:8000"
    reading: str = OPEN
    proxies: str = "127.0.0.1"
    reviewer: str = "reviewer"
    max_bytes: int = 25_000_000
    webhooks_here: bool = False
    cursors: str = field(default="", repr=False)
    secret: str = field(default="", repr=False)
    rate: int = 1_200
    rate_heavy: int = 240
    model: str | None = None

    @classmethod
    def read(cls, environment: Mapping[str, str]) -> Settings:
        """The settings of an environment; raises `Misconfigured` for a value that cannot be."""
        default = cls()
        port = whole(environment, "CLAIMS_PORT", default.port)
        if port > 65_535:
            raise Misconfigured(f"CLAIMS_PORT is '{port}'; a port is 65535 at most.")
        return cls(
            database=environment.get("CLAIMS_DATABASE") or default.database,
            host=environment.get("CLAIMS_HOST") or default.host,
            port=port,
            site=(environment.get("CLAIMS_SITE") or f"http://localhost:{port}").rstrip("/"),
            reading=one_of(environment, "CLAIMS_READING", (OPEN, CLOSED)),
            proxies=environment.get("CLAIMS_PROXIES") or default.proxies,
            reviewer=environment.get("CLAIMS_REVIEWER") or default.reviewer,
            max_bytes=whole(environment, "CLAIMS_MAX_BYTES", default.max_bytes),
            webhooks_here=one_of(environment, "CLAIMS_WEBHOOKS_HERE", ("no", "yes")) == "yes",
            cursors=environment.get("CLAIMS_CURSORS") or default.cursors,
            secret=long(environment, "CLAIMS_SECRET"),
            rate=whole(environment, "CLAIMS_RATE", default.rate),
            rate_heavy=whole(environment, "CLAIMS_RATE_HEAVY", default.rate_heavy),
            model=environment.get("CLAIMS_MODEL") or None,
        )

    @property
    def sqlite_file(self) -> Path | None:
        """The database file, where the database is one."""
        prefix = "sqlite:///"
        return Path(self.database.removeprefix(prefix)) if self.database.startswith(prefix) else None


def one_of(environment: Mapping[str, str], name: str, words: tuple[str, ...]) -> str:
    """One of a few words of the environment; the first where none is given."""
    given = (environment.get(name) or words[0]).lower()
    if given not in words:
        raise Misconfigured(f"{name} is {given!r}; it must be {' or '.join(words)}.")
    return given


def long(environment: Mapping[str, str], name: str) -> str:
    """A secret of the environment, which nobody can guess; empty where none is given."""
    given = environment.get(name) or ""
    if given and len(given.encode()) < LEAST:
        raise Misconfigured(f"{name} is too short; it must have {LEAST} bytes or more, such as “openssl rand -hex 32”.")
    return given


def whole(environment: Mapping[str, str], name: str, default: int) -> int:
    """A whole number of the environment."""
    given = environment.get(name)
    if not given:
        return default
    if not given.isascii() or not given.isdigit() or int(given) >= 2**31:
        raise Misconfigured(f"{name} is {given!r}; it must be a whole number.")
    return int(given)
