from __future__ import annotations

import re

from tests.web.conftest import heading, links
from tests.web.test_shelf import first


def facts(client) -> dict[str, str]:
    """The facts by their questions."""
    rows = re.findall(r'class="title" href="(/facts/[^"]+)"[^>]*>([^<]+)<', client.get("/facts").text)
    return {question: href for href, question in rows}


def test_a_wrong_reading_is_read_again_in_place_and_can_be_taken_back(disputed):
    conflict = first(disputed)
    page = disputed.get(conflict).text
    claim = re.findall(r'<option value="([^"]+)">“64[^<]*Herald', page)[0]
    given = {"verdict": "wrong_reading", "claim": claim, "misread": "value", "should": "61 metres", "reason": "A slip."}
    done = disputed.post(f"{conflict}/decisions", data=given)
    assert "corrected=" in done.headers["location"]
    queue = disputed.get(done.headers["location"]).text
    assert heading(queue) == "No conflicts are open"
    assert "The reading is corrected." in queue
    back = disputed.post(links(queue, "/corrections/")[0])
    assert back.headers["location"] == f"{conflict}?back=yes"
    assert "Taken back. The words are read as before." in disputed.get(back.headers["location"]).text
    assert heading(disputed.get("/queue").text) == "1 conflict is open"


def test_a_correction_that_changes_nothing_is_refused_on_the_desk(disputed):
    conflict = first(disputed)
    claim = re.findall(r'<option value="([^"]+)">“64', disputed.get(conflict).text)[0]
    given = {"verdict": "wrong_reading", "claim": claim, "misread": "value", "should": "64 metres"}
    answer = disputed.post(f"{conflict}/decisions", data=given)
    assert answer.status_code == 409
    assert "say what is wrong" in answer.text


def test_a_misreading_without_a_better_one_is_a_verdict(disputed):
    conflict = first(disputed)
    given = {"verdict": "wrong_reading", "misread": "none", "reason": "A caption."}
    assert "done=" in disputed.post(f"{conflict}/decisions", data=given).headers["location"]
    assert heading(disputed.get("/queue?state=dismissed").text) == "1 conflict is dismissed"


def test_words_that_are_no_claim_leave_the_registry_until_that_is_taken_back(disputed):
    conflict = first(disputed)
    claim = re.findall(r'<option value="([^"]+)">“64', disputed.get(conflict).text)[0]
    given = {"verdict": "wrong_reading", "claim": claim, "misread": "none", "reason": "A caption."}
    assert disputed.post(f"{conflict}/decisions", data=given).status_code == 303
    assert heading(disputed.get("/queue").text) == "No conflicts are open"
    struck = disputed.get(f"/claims/{claim}").text
    assert "Ito said that these words are no claim." in struck
    assert "Correct the reading" not in struck
    (undo,) = links(struck, "/corrections/")
    back = disputed.post(undo).headers["location"]
    assert back == f"/claims/{claim}?back=yes"
    assert "Taken back." in disputed.get(back).text
    assert heading(disputed.get("/queue").text) == "1 conflict is open"


def test_a_speaker_that_nobody_is_can_be_cleared(disputed):
    claim = re.findall(r'<option value="([^"]+)">“64', disputed.get(first(disputed)).text)[0]
    named = disputed.post(f"/claims/{claim}/correct", data={"misread": "speaker", "should": "The mayor"})
    shown = disputed.get(named.headers["location"]).text
    assert "quoting The mayor" in shown
    again = named.headers["location"].partition("?")[0]
    cleared = disputed.post(f"{again}/correct", data={"misread": "speaker", "should": ""})
    assert "quoting" not in disputed.get(cleared.headers["location"]).text
    assert disputed.post(f"{again}/correct", data={"misread": "value", "should": ""}).status_code in (409, 422)


def test_a_claims_own_page_corrects_it_and_tells_who_did(disputed):
    conflict = first(disputed)
    claim = re.findall(r'<option value="([^"]+)">“64', disputed.get(conflict).text)[0]
    made = disputed.post(f"/claims/{claim}/correct", data={"misread": "value", "should": "61 m", "reason": "A slip."})
    page = disputed.get(made.headers["location"]).text
    assert "Corrected by Ito" in page
    assert "A slip." in page
    told = disputed.get("/history?did=correct").text
    assert "right is 61 m" in told
    assert "amendment" not in told
    assert disputed.post(f"/claims/{claim}/correct", data={"misread": "tone", "should": "x"}).status_code == 422


def test_claims_are_taken_out_of_a_fact_and_put_back(disputed):
    question, fact = next((q, href) for q, href in facts(disputed).items() if "height" in q or "high" in q)
    claims = re.findall(r'type="checkbox" name="claim" value="([^"]+)"', disputed.get(f"{fact}/split").text)
    made = disputed.post(f"{fact}/split", data={"claim": claims[0], "reason": "Another light."})
    page = disputed.get(made.headers["location"], follow_redirects=True).text
    assert "Noted." in page
    near = disputed.get(f"{fact}/near").text
    assert "people keep them apart" in near
    assert "no new conflicts" in disputed.get("/history?did=split").text
    assert heading(disputed.get("/queue").text) == "No conflicts are open"
    back = disputed.post(links(page, "/deeds/")[0]).headers["location"]
    assert "Taken back. The claims are filed as before." in disputed.get(back, follow_redirects=True).text
    assert heading(disputed.get("/queue").text) == "1 conflict is open"
    assert question in disputed.get("/facts").text


def test_two_facts_are_found_near_each_other_and_made_one(disputed):
    known = facts(disputed)
    height = next(href for q, href in known.items() if "height" in q or "high" in q)
    lamps = next(href for q, href in known.items() if "lamp" in q)
    page = disputed.get(f"{height}/near?q=lamps").text
    assert f'href="{lamps}"' in page
    made = disputed.post(f"{height}/merge", data={"other": lamps.rpartition("/")[2]})
    assert "Noted." in disputed.get(made.headers["location"], follow_redirects=True).text
    assert len(facts(disputed)) == len(known) - 1


def test_words_are_taught_listed_and_forgotten(disputed):
    disputed.post("/words", data={"left": "keeper", "right": "lighthouse keeper", "same": "yes"})
    page = disputed.get("/words").text
    assert heading(page) == "1 lesson about words"
    assert "mean the same" in page
    disputed.post("/words", data={"left": "keeper", "right": "lighthouse keeper", "same": "forget"})
    assert heading(disputed.get("/words").text) == "No words were taught yet"
    away = disputed.post("/words", data={"left": "a", "right": "b", "back": "//elsewhere.example"})
    assert away.status_code == 422


def test_a_corrected_value_is_what_lists_and_the_desk_show(disputed):
    claim = re.findall(r'<option value="([^"]+)">“61', disputed.get(first(disputed)).text)[0]
    disputed.post(f"/claims/{claim}/correct", data={"misread": "value", "should": "46 metres"})
    page = disputed.get("/queue").text
    assert "<b>46 m</b>" in page
    assert "<b>61 metres</b>" not in page
