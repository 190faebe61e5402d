from __future__ import annotations

import csv
import io
import re
from html import unescape

import pytest

from registry.model.people import Role
from tests.web.conftest import NEW, OLD, browsing, fill, heading, links

THIRD = {
    "text": "The ferry of Norsund carries 120 passengers.",
    "title": "The ferry",
    "publisher": "Harbour Board",
    "published": "2024-05-31",
}
FOURTH = {
    "text": "The ferry of Norsund carries 140 passengers, the council said.",
    "title": "The larger ferry",
    "publisher": "Harbour Herald",
    "published": "2024-06-02",
}


@pytest.fixture
def other(disputed, database):
    """The same registry, seen by another reviewer."""
    with browsing(database, "Ada", Role.REVIEWER) as made:
        yield made


@pytest.fixture
def two(disputed, database):
    fill(database, THIRD, FOURTH)
    return disputed


def conflicts(client) -> list[str]:
    return [each for each in links(client.get("/queue").text, "/conflicts/") if each.count("/") == 2]


def inputs(html: str, name: str) -> list[str]:
    return [unescape(each) for each in re.findall(rf'name="{name}" value="([^"]*)"', html)]


def test_opening_a_conflict_takes_a_lease_that_others_see(disputed, other):
    path = conflicts(disputed)[0]
    assert disputed.post(f"{path}/lease").json()["mine"] is True
    assert "Being reviewed by" not in disputed.get(path).text
    assert "Being reviewed by <b>Ito</b>" in other.get(path).text
    assert "with Ito" in other.get("/queue").text
    assert other.post(f"{path}/lease").json()["mine"] is False


def test_a_conflict_can_be_taken_over(disputed, other):
    path = conflicts(disputed)[0]
    disputed.post(f"{path}/lease")
    assert other.post(f"{path}/take").headers["location"] == path
    assert "Being reviewed by <b>Ada</b>" in disputed.get(path).text


def test_the_desk_says_where_in_the_queue_one_is(two):
    found = conflicts(two)
    assert [f"{at} of {len(found)}" in two.get(path).text for at, path in enumerate(found, 1)] == [True] * len(found)


def test_a_wrong_reading_without_a_right_one_is_recorded_with_the_claim(disputed):
    path = conflicts(disputed)[0]
    claim = re.search(r'<option value="([0-9a-f]+)"', disputed.get(path).text)
    order = {"verdict": "wrong_reading", "claim": claim.group(1), "misread": "value"}
    disputed.post(f"{path}/decisions", data=order | {"reason": "Swapped digits."})
    page = unescape(disputed.get(path).text)
    assert f"Claim {claim.group(1)}: the value is wrong. Swapped digits." in page


def test_the_enter_key_in_the_reason_decides_nothing(disputed):
    page = disputed.get(conflicts(disputed)[0]).text
    form = page[page.index("data-decides") :]
    assert form.index("<button hidden disabled>") < form.index('value="side:1"')


def test_a_whole_paragraph_is_shown_in_place(disputed):
    page = disputed.get(conflicts(disputed)[0]).text
    path = "/claims/" + re.search(r'#(\w+)" data-whole', page).group(1) + "/paragraph"
    assert "figure-mark" in disputed.get(path).text


def test_words_and_order_narrow_and_sort_the_queue(two):
    assert "ferry" in two.get("/queue?words=ferry").text.casefold()
    page = two.get("/queue?words=ferry&order=newest").text
    assert "lighthouse" not in page.casefold()
    assert "words=ferry" in page
    assert "Nothing matches" in two.get("/queue?words=zeppelin").text
    first = {order: conflicts_at(two, order)[0] for order in ("newest", "oldest")}
    assert first["newest"] != first["oldest"]


def conflicts_at(client, order: str) -> list[str]:
    return [each for each in links(client.get(f"/queue?order={order}").text, "/conflicts/") if each.count("/") == 2]


def test_several_conflicts_are_previewed_decided_and_taken_back_at_once(two):
    ids = [path.rpartition("/")[2] for path in conflicts(two)]
    preview = two.post("/queue/preview", data={"id": ids, "verdict": "newest", "reason": "Later counts."}).text
    assert heading(preview).startswith(f"{len(ids)} conflicts to be decided")
    assert len(conflicts(two)) == len(ids)
    done = two.post(
        "/queue/decisions",
        data={"pick": inputs(preview, "pick"), "verdict": "newest", "reason": "Later counts."},
    ).text
    assert heading(done) == f"{len(ids)} conflicts of {len(ids)} decided"
    assert conflicts(two) == []
    back = two.post("/queue/undo", data={"number": inputs(done, "number")}).text
    assert heading(back) == f"{len(ids)} decisions of {len(ids)} taken back"
    assert all(heading(two.get(path).text) in unescape(back) for path in conflicts(two))
    assert len(conflicts(two)) == len(ids)


def test_a_result_says_a_value_as_its_preview_did(client, database):
    for crew, day in (("four", "2024-05-31"), ("nine", "2025-05-31")):
        told = {"title": f"Crew of {crew}", "publisher": "Harbour Board", "published": day}
        fill(database, {"text": f"The lighthouse of Norsund has {crew} keepers.", **told})
    ids = [path.rpartition("/")[2] for path in conflicts(client)]
    preview = client.post("/queue/preview", data={"id": ids, "verdict": "newest"}).text
    done = client.post("/queue/decisions", data={"pick": inputs(preview, "pick"), "verdict": "newest"}).text
    assert "9 is right" in preview
    assert "9 is right" in done


def test_a_conflict_that_another_decided_meanwhile_does_not_stop_the_others(two):
    paths = conflicts(two)
    preview = two.post("/queue/preview", data={"id": [path.rpartition("/")[2] for path in paths], "verdict": "time"})
    two.post(f"{paths[0]}/decisions", data={"verdict": "scope"})
    done = two.post("/queue/decisions", data={"pick": inputs(preview.text, "pick"), "verdict": "time"}).text
    assert heading(done) == f"{len(paths) - 1} conflict of {len(paths)} decided"
    assert "meantime" in done


def test_a_pick_that_was_made_up_is_refused(disputed):
    assert disputed.post("/queue/decisions", data={"pick": "x", "verdict": "time"}).status_code == 422


def test_the_history_is_filtered_and_taken_away_as_a_table(disputed):
    disputed.post(f"{conflicts(disputed)[0]}/decisions", data={"verdict": "time"})
    page = disputed.get("/history?did=decide").text
    assert "decided" in page
    assert "took in a document</a>" not in page
    table = disputed.get("/history.csv?who=Ito")
    rows = list(csv.DictReader(io.StringIO(table.text)))
    assert {row["did"] for row in rows} == {"ingest", "decide"}
    assert "attachment" in table.headers["content-disposition"]
    assert "Nothing here" in disputed.get("/history?who=Nobody").text


def test_the_history_calls_things_by_their_names(disputed):
    conflict = conflicts(disputed)[0]
    question = heading(disputed.get(conflict).text)
    quiet = disputed.get(f"/history?what={conflict.removeprefix('/conflicts/')}").text
    assert heading(quiet) == f"What happened to “{question}”"
    assert "Nobody has done anything to it" in quiet
    disputed.post(f"{conflict}/decisions", data={"verdict": "time"})
    page = unescape(disputed.get("/history").text)
    assert f">{question}</a>" in page
    assert ">Measured again</a>" in page
    disputed.post(f"{conflict}/decisions", data={"verdict": "not_same_fact", "supersedes": "1"})
    judged = disputed.get("/history?did=judge").text
    assert "not the same" in judged
    assert "judgement" not in judged


def test_two_versions_are_compared_word_by_word(client):
    client.post("/add/text", data=OLD)
    client.post("/add/text", data=OLD | {"text": OLD["text"].replace("61", "63")})
    document = links(client.get("/documents").text, "/documents/")[0]
    assert f"{document}/difference" in client.get(document).text
    page = client.get(f"{document}/difference").text
    assert heading(page).startswith("1 change in")
    assert re.search(r"<del>.*?61.*?</del><ins>.*?63.*?</ins>", page)
    assert re.findall(r"<option [^>]*>(\d: )", page)[:2] == ["2: ", "1: "]
    assert client.get(f"{document}/difference?old=none").status_code == 404


def test_one_version_alone_has_no_difference(client):
    client.post("/add/text", data=OLD)
    document = links(client.get("/documents").text, "/documents/")[0]
    assert client.get(f"{document}/difference").status_code == 404


def test_a_file_is_looked_at_corrected_and_kept(client):
    files = [("files", ("light.txt", OLD["text"].encode(), "text/plain")), ("files", ("none.txt", b"", "text/plain"))]
    page = client.post("/add/look", files=files).text
    assert heading(page) == "2 claims in 1 document, 1 could not be read"
    assert "The document is empty" in page
    assert client.get("/documents").text.count('class="title"') == 0
    token = inputs(page, "token")
    kept = client.post(
        "/add/keep",
        data={
            "token": token,
            "keep": token,
            "title": "A better title",
            "publisher": "Board",
            "published": "2024-05-31",
        },
    ).text
    assert heading(kept) == "1 document kept"
    assert "A better title" in client.get("/documents").text
    again = client.post(
        "/add/keep", data={"token": token, "keep": token, "title": "", "publisher": "", "published": ""}
    )
    assert "Give it again" in again.text


def test_what_is_not_chosen_is_forgotten(client):
    page = client.post("/add/look", files=[("files", ("light.txt", OLD["text"].encode(), "text/plain"))]).text
    data = {"token": inputs(page, "token"), "title": "", "publisher": "", "published": ""}
    assert heading(client.post("/add/keep", data=data).text) == "Nothing was kept"
    assert client.get("/documents").text.count('class="title"') == 0


def test_a_list_of_addresses_is_told_one_by_one(client):
    page = client.post("/add/urls", data={"addresses": "http://127.0.0.1/a\nno address\n"}).text
    assert heading(page) == "Neither document was kept"
    assert page.count("Not added.") == 2
    assert client.post("/add/urls", data={"addresses": " "}).status_code == 422


def test_a_settled_fact_carries_its_review_for_aggregators(disputed):
    path = conflicts(disputed)[0]
    fact = links(disputed.get(path).text, "/facts/")[0]
    assert "ld+json" not in disputed.get(fact).text
    disputed.post(f"{path}/decisions", data={"verdict": "side:1"})
    assert '<script type="application/ld+json">' in disputed.get(fact).text
    assert "changes.atom" in disputed.get(fact).text


def test_a_day_of_the_readers_is_drawn_as_a_line(disputed):
    fact = links(disputed.get(conflicts(disputed)[0]).text, "/facts/")[0]
    assert "1 June 2024</text>" in disputed.get(f"{fact}?as_of=2024-06-01").text


def test_two_documents_about_one_light_still_disagree(disputed):
    assert NEW["title"] in disputed.get("/documents").text
    assert len(conflicts(disputed)) == 1


def answered(html: str) -> str:
    """The value that a page of an answer gives in large."""
    return str(re.findall(r'<span class="big">([^<]*)', html)[0])


def test_an_answer_is_asked_for_a_day_and_has_an_address_that_gives_it_for_ever(disputed):
    asked = {"q": "How high is the lighthouse of Norsund?"}
    page = disputed.get("/search", params=asked).text
    again = next(each for each in links(page, "/search?") if "known_at=" in each)
    told = answered(page)
    disputed.post(f"{conflicts(disputed)[0]}/decisions", data={"verdict": "side:1"})
    now = answered(disputed.get("/search", params=asked).text)
    then = disputed.get(again).text
    assert told != now
    assert answered(then) == told
    assert "As the registry knew it on" in then
    assert disputed.get("/search", params=asked | {"as_of": "2024-06-01"}).status_code == 200
    assert disputed.get("/search", params=asked | {"as_of": "", "known_at": ""}).status_code == 200
    assert disputed.get("/search", params=asked | {"as_of": "soon"}).status_code == 422


def test_a_form_for_a_day_may_be_left_empty(disputed):
    fact = links(disputed.get("/facts").text, "/facts/")[0]
    assert disputed.get(f"{fact}?as_of=").status_code == 200
    assert "1 January 2024" in disputed.get(f"{fact}?as_of=2024-01-01").text


def test_the_history_says_how_and_why_something_was_decided(disputed):
    conflict = conflicts(disputed)[0]
    disputed.post(f"{conflict}/decisions", data={"verdict": "side:2", "reason": "The newer survey."})
    page = unescape(disputed.get("/history?did=decide").text)
    assert re.search(r"64 m\w* is right<br>“The newer survey.”", page)
    assert "verdict" not in page
    assert "The newer survey." in disputed.get("/history.csv?did=decide").text


def test_a_link_that_was_used_says_whom_to_ask_and_not_to_check_an_id(client):
    page = unescape(client.get("/join/a-secret-of-somebody").text)
    assert "ask an administrator for a new one" in page
    assert "Check the id" not in page
    assert "Check the id" in client.get("/nothing").text


@pytest.mark.parametrize("feed", ["/v1/changes.atom", "/v1/changes.atom?rule=contradiction"])
def test_the_feed_of_all_changes_leads_to_a_page(disputed, feed):
    pages = re.findall(r'rel="alternate" type="text/html" href="https?://[^/]+([^"]+)"', disputed.get(feed).text)
    assert [disputed.get(unescape(page)).status_code for page in pages] == [200, 200]
