"""What a fetch may cost."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Limits:
    """The largest body, the time for everything together, the redirects, how far a body may unpack, the ports."""

    max_bytes: int = 25_000_000
    seconds: float = 30.0
    redirects: int = 5
    ratio: int = 200
    ports: frozenset[int] = field(default=frozenset({80, 443}))
