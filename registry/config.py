"""The settings: frozen, from a mapping, read once by the entry points and handed on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from registry.errors import Misconfigured

DEFAULT_DATABASE = "sqlite:///var/claims.sqlite"
OPEN, CLOSED = "open", "closed"


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
    model: str | None = None

    @classmethod
    def read(cls, environment: Mapping[str, str]) -> Settings:
        """The settings of an environment; raises `Misconfigured` for a value that cannot be."""
        default = cls()
        port = whole(environment, "CLAIMS_PORT", default.port)
        return cls(
            database=environment.get("CLAIMS_DATABASE") or default.database,
            host=environment.get("CLAIMS_HOST") or default.host,
            port=port,
            site=(environment.get("CLAIMS_SITE") or f"http://localhost:{port}").rstrip("/"),
            reading=one_of(environment, "CLAIMS_READING", (OPEN, CLOSED)),
            proxies=environment.get("CLAIMS_PROXIES") or default.proxies,
            reviewer=environment.get("CLAIMS_REVIEWER") or default.reviewer,
            max_bytes=whole(environment, "CLAIMS_MAX_BYTES", default.max_bytes),
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


def whole(environment: Mapping[str, str], name: str, default: int) -> int:
    """A whole number of the environment."""
    given = environment.get(name)
    if not given:
        return default
    if not given.isascii() or not given.isdigit() or int(given) >= 2**31:
        raise Misconfigured(f"{name} is {given!r}; it must be a whole number.")
    return int(given)
