"""Tell those who asked for it what changed: facts, conflicts, and published sentences that rest on them.

A newcomer's mistake: telling after the commit. What is to be delivered is written in the transaction that changes
something, so that neither can happen without the other; a worker delivers it later.
"""

from __future__ import annotations

from registry.actions.telling.changes import decided, settled
from registry.actions.telling.events import TYPES, Event

__all__ = ["TYPES", "Event", "decided", "settled"]
