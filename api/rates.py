"""How many requests a minute one token or address may make; what is left is told with every answer.

The names of the headers are those of the IETF's draft: `RateLimit-Policy: "default";q=1200;w=60` says the rule,
`RateLimit: "default";r=1199;t=42` what is left of it, and for how long. A newcomer's mistake: counting in the database.
Each process counts for itself; behind several of them set the limits accordingly.
"""

from __future__ import annotations

import math
import time
from hashlib import sha256
from typing import NamedTuple

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.problems import Rejected, of_http
from registry.config import Settings

SECONDS = 60
FREE = ("/static/", "/healthz", "/readyz")
# What reads documents, drafts or many questions.
HEAVY = ("/v1/documents", "/v1/lint", "/v1/ask", "/v1/watches", "/lint", "/add", "/reconcile/")


class Policy(NamedTuple):
    """A rule: its name and how many requests a minute it leaves."""

    name: str
    quota: int


class Left(NamedTuple):
    """What a rule leaves: whether this request may pass, how many more, and for how many seconds that holds."""

    policy: Policy
    passes: bool
    remaining: int
    seconds: int

    @property
    def headers(self) -> dict[str, str]:
        """The rule and what is left of it."""
        name, quota = self.policy
        return {
            "RateLimit-Policy": f'"{name}";q={quota};w={SECONDS}',
            "RateLimit": f'"{name}";r={self.remaining};t={self.seconds}',
        }


class Rates:
    """The middleware."""

    def __init__(self, app: ASGIApp, *, settings: Settings) -> None:
        self.app = app
        self.light, self.heavy = Policy("default", settings.rate), Policy("heavy", settings.rate_heavy)
        self.counter = MovingWindowRateLimiter(MemoryStorage())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Count a request, and let it pass or not."""
        policy = self.policy(scope)
        if policy is None:
            await self.app(scope, receive, send)
            return
        left = self.count(policy, asker(scope))
        if left.passes:
            await self.app(scope, receive, telling(send, left))
            return
        detail = f"More than {policy.quota:,} requests in a minute; wait {left.seconds} seconds."
        told = {**left.headers, "Retry-After": str(left.seconds)}
        await of_http(Request(scope, receive), Rejected("too-many-requests", detail, told))(scope, receive, send)

    def policy(self, scope: Scope) -> Policy | None:
        """The rule for a request; None where none holds."""
        if scope["type"] != "http" or scope["path"].startswith(FREE):
            return None
        heavy = scope["method"] == "POST" and scope["path"].startswith(HEAVY)
        chosen = self.heavy if heavy else self.light
        return chosen if chosen.quota else None

    def count(self, policy: Policy, name: str) -> Left:
        """Count one more for somebody."""
        item = RateLimitItemPerMinute(policy.quota)
        passes = self.counter.hit(item, policy.name, name)
        stats = self.counter.get_window_stats(item, policy.name, name)
        seconds = max(1, math.ceil(stats.reset_time - time.time()))
        return Left(policy, passes, max(0, stats.remaining), seconds)


def asker(scope: Scope) -> str:
    """Whom to count for: the token, else the address."""
    shown = Headers(scope=scope).get("authorization")
    if shown:
        return sha256(shown.encode()).hexdigest()
    return str(scope["client"][0]) if scope.get("client") else "nobody"


def telling(send: Send, left: Left) -> Send:
    """Answers that say what is left."""

    async def passed_on(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).update(left.headers)
        await send(message)

    return passed_on
