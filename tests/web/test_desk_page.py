from __future__ import annotations

import re

import pytest

from tests.web.conftest import fill, heading, links
from tests.web.sound import conflict_of, well_formed
from tests.web.test_weight import said


def test_the_desk_shows_both_sides_with_their_words(disputed):
    page = disputed.get(conflict_of(disputed)).text
    assert "The lighthouse of Norsund is" in page
    assert page.count('class="figure-mark') + page.count('"differs"') >= 2
    assert "Harbour Board" in page
    assert "Harbour Herald" in page
    assert 'data-key="1"' in page
    assert 'data-key="n"' in page


def test_the_desk_gives_no_reason_that_its_own_sides_belie(disputed, database):
    again = {"title": "The light again", "publisher": "Norsund Almanac", "published": "2024-07-01"}
    fill(database, {"text": "Norsund's lighthouse, 61 metres high, is open on Sundays. Its lamps number 14.", **again})
    page = disputed.get(conflict_of(disputed)).text
    assert "2 sources" in page
    assert "Both state the same figure" not in page
    assert "Two sources on one side state the same figure" in page


def test_the_desk_names_who_is_quoted_as_a_sentence_does(disputed):
    assert "quoting the council" in disputed.get(conflict_of(disputed)).text


def test_deciding_leads_on_and_can_be_undone(disputed):
    conflict = conflict_of(disputed)
    done = disputed.post(f"{conflict}/decisions", data={"verdict": "side:2", "reason": "The newer one was measured."})
    assert done.status_code == 303
    assert done.headers["location"].startswith("/queue?done=")
    after = disputed.get(done.headers["location"]).text
    assert heading(after) == "No conflicts are open"
    assert "is right." in after
    assert "The newer one was measured." in disputed.get(conflict).text
    undo = links(after, "/decisions/")[0]
    back = disputed.post(undo)
    assert back.headers["location"].startswith(f"{conflict}?undone=")
    assert "Taken back" in disputed.get(back.headers["location"]).text
    assert heading(disputed.get("/queue").text) == "1 conflict is open"


def test_a_decision_can_be_undone_and_made_again(disputed):
    conflict = conflict_of(disputed)
    first = disputed.post(f"{conflict}/decisions", data={"verdict": "time"}).headers["location"]
    disputed.post(links(disputed.get(first).text, "/decisions/")[0])
    page = disputed.get(conflict).text
    supersedes = re.findall(r'name="supersedes" value="(\d+)"', page)
    again = disputed.post(f"{conflict}/decisions", data={"verdict": "side:1", "supersedes": supersedes[0]})
    assert again.status_code == 303


def test_the_second_of_two_reviewers_is_told_and_loses_no_word(disputed):
    conflict = conflict_of(disputed)
    disputed.post(f"{conflict}/decisions", data={"verdict": "side:1"})
    late = disputed.post(f"{conflict}/decisions", data={"verdict": "side:2", "reason": "I measured it myself."})
    assert late.status_code == 409
    assert 'role="alert"' in late.text
    assert "I measured it myself." in late.text
    well_formed(late.text)


def test_the_right_value_can_be_given_where_both_are_wrong(disputed):
    conflict = conflict_of(disputed)
    entry = {"verdict": "neither", "value": "63 metres", "source": "the survey of 2023"}
    assert disputed.post(f"{conflict}/decisions", data=entry).status_code == 303
    assert "63 metres" in disputed.get(conflict).text


@pytest.mark.parametrize("verdict", ["", "side", "side:x", "side:٢", "undone", "nonsense", "time:1"])
def test_a_verdict_that_is_none_is_refused(disputed, verdict):
    answer = disputed.post(f"{conflict_of(disputed)}/decisions", data={"verdict": verdict})
    assert answer.status_code == 422
    assert "use one of the buttons" in answer.text


def test_another_sites_page_cannot_decide(disputed):
    conflict = conflict_of(disputed)
    foreign = {"sec-fetch-site": "cross-site"}
    assert disputed.post(f"{conflict}/decisions", data={"verdict": "time"}, headers=foreign).status_code == 403
    assert heading(disputed.get("/queue").text) == "1 conflict is open"


def test_an_undone_decision_is_taken_back_in_every_history(disputed):
    conflict = conflict_of(disputed)
    after = disputed.get(disputed.post(f"{conflict}/decisions", data={"verdict": "side:1"}).headers["location"]).text
    fact = links(disputed.get(conflict).text, "/facts/")[0]
    assert "flag-word" in disputed.get(fact).text
    disputed.post(links(after, "/decisions/")[0])
    assert "flag-word" not in disputed.get(fact).text
    assert "took a decision back" in disputed.get("/history").text
    assert "verdict undone" not in disputed.get("/history").text
    assert "<b>taken back</b>" in disputed.get(conflict).text
    assert "takes back" not in disputed.get(conflict).text + disputed.get("/history").text


def test_undo_leads_back_into_the_queue_that_one_came_from(disputed):
    conflict = conflict_of(disputed)
    done = disputed.post(f"{conflict}/decisions", data={"verdict": "time", "queue": "kind=contradiction"})
    after = disputed.get(done.headers["location"]).text
    assert '<input type="hidden" name="queue" value="kind=contradiction">' in after
    back = disputed.post(links(after, "/decisions/")[0], data={"queue": "kind=contradiction"})
    assert back.headers["location"].startswith(f"{conflict}?kind=contradiction&undone=")


def test_a_decided_conflict_says_at_its_head_what_was_decided_and_lets_one_undo_it(disputed):
    conflict = conflict_of(disputed)
    assert "Undo this decision" not in disputed.get(conflict).text
    disputed.post(f"{conflict}/decisions", data={"verdict": "side:2", "reason": "The newer one was measured."})
    head = disputed.get(conflict).text.partition('id="presence"')[0]
    assert re.search(r"Decided by Ito, .*?: <b>64 metres is right</b>", head)
    assert "The newer one was measured." in head
    disputed.post(links(head, "/decisions/")[0])
    assert "Decided by" not in disputed.get(conflict).text
    disputed.post(f"{conflict}/decisions", data={"verdict": "unsure", "supersedes": "2"})
    assert "Ito was unsure, " in disputed.get(conflict).text


def test_each_of_twelve_values_can_be_chosen(client, database):
    fill(database, *(said(120 + year, f"20{10 + year}-05-01", "Harbour Herald") for year in range(12)))
    conflict = conflict_of(client)
    page = client.get(conflict).text
    assert sorted(map(int, re.findall(r'name="verdict" value="side:(\d+)"', page))) == list(range(1, 13))
    assert "3 more values …" in page
    assert '<kbd aria-hidden="true">0 3</kbd>131' in page
    [number] = re.findall(r'value="side:(\d+)" data-key="3"><kbd>3</kbd>131 is right', page)
    assert client.post(f"{conflict}/decisions", data={"verdict": f"side:{number}"}).status_code == 303
    assert "<b>131 is right</b>" in client.get(conflict).text


def test_a_wrong_reading_offers_the_words_in_the_order_of_the_sides(client, database):
    fill(database, *(said(120 + year, f"20{10 + year}-05-01", "Harbour Herald") for year in range(4)))
    page = client.get(conflict_of(client)).text
    assert re.findall(r"<option value=\"\w+\">“(\d+)”", page) == ["120", "121", "122", "123"]
