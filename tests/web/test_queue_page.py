from __future__ import annotations

import re

from registry.actions.views import Facet
from tests.web.conftest import OLD, fill, heading
from web.pages.queue import Asked, choices


def test_the_queue_shows_the_conflict_with_its_values_in_order_of_time(disputed):
    page = disputed.get("/queue").text
    assert heading(page) == "1 conflict is open"
    values = re.findall(r"<span><b>(.*?)</b>", page)
    assert [value.split("\u00a0")[0].split()[0] for value in values] == ["61", "64"]


def test_where_nothing_disagrees_nothing_is_said_to_be_decided(client, database):
    assert "No sources disagree" in client.get("/queue").text
    fill(database, OLD)
    for address in ("/", "/queue"):
        page = client.get(address).text
        assert "No conflict has been found yet" in page
        assert "has a decision" not in page
    assert "Nothing is decided yet" in client.get("/queue?state=decided").text


def test_a_filter_lives_in_the_address(disputed):
    kind = re.findall(r'href="(/queue\?[^"]*publisher=[^"]*)"', disputed.get("/queue").text)
    assert kind
    page = disputed.get(kind[0].replace("&amp;", "&")).text
    assert heading(page) == "1 conflict matches"
    assert 'aria-current="true"' in page
    assert heading(disputed.get("/queue?severity=high&kind=self_contradiction").text) == "No conflicts match"


def test_the_gravest_come_first_among_the_filters_however_many_they_are():
    found = [Facet("severity", "low", 8), Facet("severity", "high", 3), Facet("severity", "medium", 1)]
    assert [choice.text for choice in choices(found, Asked(), "severity")] == ["high", "medium", "low"]
