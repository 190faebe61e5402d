"""An account that was signed in to from many browsers."""

from __future__ import annotations

from tests.people import enrolled


def test_the_newest_browsers_are_listed_and_the_others_counted(client, database):
    for _ in range(14):
        enrolled(database)
    page = client.get("/account").text
    assert page.count("/account/sessions/") == 12 + 1
    assert "And 3 older ones, which “Sign out everywhere else” ends too." in page
