from __future__ import annotations

import re

from registry.model.people import Role
from tests.web.conftest import browsing, heading, links
from tests.web.test_flows import FOURTH, THIRD


def first(client) -> str:
    return links(client.get("/queue").text, "/conflicts/")[0].partition("?")[0]


def test_a_filter_is_kept_under_a_name_and_forgotten(disputed):
    kept = disputed.post("/queue/filters", data={"name": "Heights", "query": "words=lighthouse&order=newest"})
    assert kept.headers["location"] == "/queue?words=lighthouse&order=newest"
    page = disputed.get(kept.headers["location"]).text
    assert ">Heights<" in page
    assert "words=lighthouse&amp;order=newest" in disputed.get("/queue").text
    disputed.post("/queue/filters/forget", data={"name": "Heights"})
    assert "Heights" not in disputed.get("/queue").text


def test_a_saved_filter_is_nobody_elses(disputed, database):
    disputed.post("/queue/filters", data={"name": "Heights", "query": "words=light"})
    with browsing(database, "Ada", Role.REVIEWER) as other:
        assert "Heights" not in other.get("/queue").text


def test_a_filter_without_a_name_is_refused_and_nonsense_is_no_filter(disputed):
    assert disputed.post("/queue/filters", data={"name": " ", "query": "words=x"}).status_code == 422
    kept = disputed.post("/queue/filters", data={"name": "Odd", "query": "kind=nonsense"})
    assert kept.headers["location"] == "/queue"


def test_what_is_flagged_is_listed_under_mine_until_the_flag_goes(disputed):
    conflict = first(disputed)
    assert heading(disputed.get("/queue?state=mine").text) == "No conflicts are yours"
    disputed.post(f"{conflict}/flag")
    mine = disputed.get("/queue?state=mine").text
    assert heading(mine) == "1 conflict is yours"
    assert "flagged" in mine
    disputed.post(f"{conflict}/flag")
    assert heading(disputed.get("/queue?state=mine").text) == "No conflicts are yours"


def test_what_is_open_on_the_desk_can_be_resumed_until_it_is_decided(disputed):
    conflict = first(disputed)
    assert "Resume where you left" not in disputed.get("/queue").text
    disputed.post(f"{conflict}/lease")
    assert f'href="{conflict}" data-key="r"' in disputed.get("/queue").text
    assert heading(disputed.get("/queue?state=mine").text) == "1 conflict is yours"
    disputed.post(f"{conflict}/decisions", data={"verdict": "time"})
    assert "Resume where you left" not in disputed.get("/queue").text


def test_what_is_no_conflict_at_all_is_dismissed_and_not_decided(disputed):
    disputed.post(f"{first(disputed)}/decisions", data={"verdict": "not_same_fact"})
    assert heading(disputed.get("/queue?state=dismissed").text) == "1 conflict is dismissed"
    assert heading(disputed.get("/queue?state=decided").text) == "No conflicts are decided"


def test_the_desk_stays_within_the_filters_of_the_queue(disputed):
    for entry in (THIRD, FOURTH):
        disputed.post("/add/text", data=entry)
    every = links(disputed.get("/queue").text, "/conflicts/")
    assert len(every) == 2
    filtered = links(disputed.get("/queue?words=lighthouse&publisher=Harbour+Board").text, "/conflicts/")
    assert len(filtered) == 1
    page = disputed.get(filtered[0]).text
    assert "1 of 1" in page
    done = disputed.post(
        filtered[0].partition("?")[0] + "/decisions",
        data={"verdict": "time", "queue": "words=lighthouse&publisher=Harbour+Board"},
    )
    assert done.headers["location"].startswith("/queue?publisher=Harbour+Board&words=lighthouse&done=")


def test_own_reasons_replace_the_usual_ones_and_come_with_their_verdict(disputed):
    conflict = first(disputed)
    assert "The value changed between the dates" in disputed.get(conflict).text
    disputed.post(
        "/reasons", data={"verdict": ["scope", "side"], "reason": ["Summer\r\nand winter.", "Measured anew."]}
    )
    page = disputed.get(conflict).text
    assert "The value changed between the dates" not in page
    assert 'name="ready" value="scope:Summer and winter."' in page
    assert 'data-reason="Measured anew."' in page
    assert "Measured anew." in disputed.get(f"{conflict}?reason=Measured+anew.").text
    disputed.post("/reasons", data={"verdict": ["scope"], "reason": [""]})
    assert "The value changed between the dates" in disputed.get(conflict).text
    assert disputed.post("/reasons", data={"verdict": ["neither"], "reason": ["No."]}).status_code == 422


def test_own_keys_stand_on_the_buttons_and_a_taken_key_is_refused(disputed):
    assert disputed.post("/keys", data={"preset": "prodigy"}).headers["location"] == "/keys?kept=1"
    page = disputed.get(first(disputed)).text
    assert 'data-key="a"' in page
    assert 'data-key="1"><kbd>1</kbd>' not in re.sub(r"<details.*?</details>", "", page, flags=re.DOTALL)
    keys = re.findall(r'name="key" value="([^"]*)"', disputed.get("/keys").text)
    taken = disputed.post("/keys", data={"key": ["j", *keys[1:]]})
    assert taken.status_code == 422
    assert "means something on every page" in taken.text
    twice = disputed.post("/keys", data={"key": [keys[1], *keys[1:]]})
    assert "is taken twice" in twice.text
    value = disputed.post("/keys", data={"key": [*keys[:2], "5", *keys[3:]]})
    assert "5 chooses a value" in value.text


def test_a_decision_is_taken_back_and_made_once_more(disputed):
    conflict = first(disputed)
    done = disputed.post(f"{conflict}/decisions", data={"verdict": "side:2"}).headers["location"]
    undone = disputed.post(links(disputed.get(done).text, "/decisions/")[0]).headers["location"]
    page = disputed.get(undone).text
    assert "Redo" in page
    again = disputed.post(links(page.partition('class="toast"')[2], "/decisions/")[0])
    assert "?done=" in again.headers["location"]
    assert heading(disputed.get("/queue?state=decided").text) == "1 conflict is decided"


def test_the_desk_tells_how_such_conflicts_were_decided(disputed):
    conflict = first(disputed)
    assert "How such conflicts were decided" not in disputed.get(conflict).text
    taller = {"publisher": "Almanac", "published": "2024-06-02", "title": "Lights"}
    for metres, name in ((40, "Old almanac"), (44, "Almanac")):
        text = f"The lighthouse of Elmsund is {metres} metres high."
        disputed.post("/add/text", data={**taller, "text": text, "publisher": name})
    other = next(each for each in links(disputed.get("/queue").text, "/conflicts/") if each != conflict)
    disputed.post(f"{conflict}/decisions", data={"verdict": "side:2", "reason": "The newer survey."})
    page = disputed.get(other).text
    assert "How such conflicts were decided" in page
    assert "1 conflict of this sort: a value is right once." in page
    assert "The newer survey." in page


def test_the_queue_leads_to_the_same_for_programs(disputed):
    page = disputed.get("/queue?words=lighthouse&severity=medium").text
    address = links(page, "/v1/conflicts")[0]
    found = disputed.get(address).json()["items"]
    assert len(found) == len(links(page, "/conflicts/"))
    assert disputed.get("/v1/conflicts?language=xx").json()["items"] == []
    assert disputed.get("/v1/conflicts?age=older").json()["items"] == []
