from __future__ import annotations

from datetime import UTC, datetime

from registry.actions.agreement import Worker
from registry.model.finding import Verdict
from registry.model.people import Role
from tests.web.conftest import browsing, heading, links
from tests.web.test_shelf import first
from web.pages.statistics import mix


def test_a_second_review_is_blind_and_measures_agreement(disputed, database):
    conflict = first(disputed)
    assert disputed.get(f"{conflict}/second").status_code == 404
    disputed.post(f"{conflict}/decisions", data={"verdict": "side:2", "reason": "The newer survey."})
    assert heading(disputed.get("/second").text) == "No conflicts to look at a second time"
    with browsing(database, "Ada", Role.REVIEWER) as other:
        page = other.get("/second").text
        assert heading(page) == "1 conflict to look at a second time"
        blind = other.get(links(page, "/conflicts/")[0]).text
        assert "The newer survey." not in blind
        assert "decided" not in blind.partition('class="sides"')[2].partition('class="verdicts"')[0]
        said = other.post(f"{conflict}/second", data={"verdict": "side:2"})
        assert said.headers["location"] == "/second?agreed=1"
        assert "agree." in other.get(said.headers["location"]).text
        assert other.post(f"{conflict}/second", data={"verdict": "time"}).status_code == 409
    told = disputed.get("/statistics").text
    assert "alpha is 1.00 over 1 conflict" in told
    assert "Ada and Ito" in told


def test_statistics_tell_rules_and_people(disputed):
    assert "Nobody has decided anything yet" in disputed.get("/statistics").text
    disputed.post(f"{first(disputed)}/decisions", data={"verdict": "not_same_fact"})
    page = disputed.get("/statistics").text
    assert "0 of 1" in page
    assert "not the same fact 1" in page
    assert "0 of 1" in disputed.get("/").text


def test_a_second_review_names_a_side_that_is_there(disputed, database):
    conflict = first(disputed)
    disputed.post(f"{conflict}/decisions", data={"verdict": "time"})
    with browsing(database, "Ada", Role.REVIEWER) as other:
        assert other.post(f"{conflict}/second", data={"verdict": "side:7"}).status_code == 422


def test_all_verdicts_of_a_person_are_counted():
    kinds = (Verdict.SIDE, Verdict.TIME, Verdict.SCOPE, Verdict.NEITHER, Verdict.UNSURE, Verdict.NOT_SAME_FACT)
    given = tuple(zip(kinds, (9, 4, 3, 2, 1, 1), strict=True))
    told = mix(Worker("Ito", 20, 0, datetime.now(UTC), given))
    assert told.startswith("a value is right 9; ")
    assert told.endswith("; others 2")
    assert "others" not in mix(Worker("Ito", 18, 0, datetime.now(UTC), given[:4]))
