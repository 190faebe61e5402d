"""Reading must not grow dearer unnoticed: a limit for what it does, counted, so that a busy machine does not matter."""

from __future__ import annotations

from tests.bench import work

CALLS, SEARCHES = 23_500, 1_850  # a kilobyte; 21,472 and 1,673 on 29 November 2026


def test_reading_takes_no_more_work_than_it_did():
    """Whoever adds rules: give patterns a cue, ask a question once a sentence; raise the limit only with a reason."""
    done = work.measure()
    assert done.calls < CALLS
    assert done.searches < SEARCHES
