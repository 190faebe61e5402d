"""Documents that were read and are not kept yet, in memory for half an hour.

A newcomer's mistake: writing them down. Whoever only looks leaves nothing behind; a restart forgets them, and the page
then says to look again.
"""

from __future__ import annotations

import secrets
import time
from collections import OrderedDict
from threading import Lock

from registry.actions.ingest import Prepared
from registry.errors import NotFound

MOST, HEAVIEST, SECONDS = 50, 200_000_000, 1800


class Tray:
    """A few prepared documents, each under a word that cannot be guessed; the oldest make room for new ones."""

    def __init__(self, *, most: int = MOST, heaviest: int = HEAVIEST) -> None:
        self.most, self.heaviest = most, heaviest
        self._held: OrderedDict[str, tuple[float, Prepared]] = OrderedDict()
        self._lock = Lock()

    def put(self, prepared: Prepared) -> str:
        """Hold a document; the word it is found by."""
        token = secrets.token_urlsafe(18)
        with self._lock:
            self._held[token] = (time.monotonic(), prepared)
            while len(self._held) > 1 and (len(self._held) > self.most or self._weight() > self.heaviest):
                self._held.popitem(last=False)
        return token

    def take(self, token: str) -> Prepared:
        """The document under a word."""
        at, prepared = self._held.get(token, (0.0, None))
        if prepared is None or time.monotonic() - at > SECONDS:
            self.drop(token)
            raise NotFound("It was read more than half an hour ago, or before a restart. Give it again.")
        return prepared

    def drop(self, token: str) -> None:
        """Forget a document."""
        with self._lock:
            self._held.pop(token, None)

    def _weight(self) -> int:
        return sum(len(prepared.data) for _, prepared in self._held.values())
