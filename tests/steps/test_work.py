"""Reading must not grow dearer unnoticed: a limit for what it does, counted, so that a busy machine does not matter."""

from __future__ import annotations

from tests.bench import work

CALLS, SEARCHES = 22_100, 1_550  # a kilobyte; 21,600 and 1,490 on 30 November 2026


def test_reading_takes_no_more_work_than_it_did():
    """Whoever adds rules: give patterns a cue, ask a question once a sentence; raise the limit only with a reason."""
    done = work.measure()
    assert done.calls < CALLS
    assert done.searches < SEARCHES
