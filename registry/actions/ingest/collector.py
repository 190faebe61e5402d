"""Hold Python's collector of cycles while a document is kept.

Keeping reads and makes some ten thousand objects, all of them in use until it ends; the more of them a full registry
brings in, the more often the collector went through them for nothing, for a tenth of the time. A newcomer's mistake:
holding it for every document at once. Only one holds it; on a busy server somebody would hold it for ever.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

MOST = 1000
HELD = Lock()


@contextmanager
def uncollected(claims: int) -> Iterator[None]:
    """Hold the collector for a document of so many claims, unless it is a long one, or another document does."""
    if claims > MOST or not gc.isenabled() or not HELD.acquire(blocking=False):
        yield
        return
    try:
        gc.disable()
        yield
    finally:
        gc.enable()
        HELD.release()
