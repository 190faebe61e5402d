from __future__ import annotations

import pytest

from tests.web.conftest import NEW, OLD, heading
from tests.web.sound import well_formed


def test_a_preview_keeps_nothing(disputed):
    before = disputed.get("/documents").text
    page = disputed.post("/add/preview", data={"text": "The lighthouse of Norsund is 70 metres high."}).text
    well_formed(page)
    assert "Nothing is kept yet" in page
    assert "70" in heading(page) + page
    assert "not said in the text" in page
    assert heading(disputed.get("/documents").text) == heading(before)


def test_a_preview_tells_what_the_text_says_of_itself(disputed):
    text = "Harbour notes\n31 May 2024\n\nThe lighthouse of Norsund is 70 metres high."
    page = disputed.post("/add/preview", data={"text": text, "publisher": "Harbour Board"}).text
    assert "as read: Harbour notes" in page
    assert "as read: 31 May 2024" in page
    assert "not said in the text" not in page


def test_the_same_words_twice_are_kept_once(disputed):
    again = disputed.post("/add/text", data=NEW).headers["location"]
    assert again.endswith("new=0")
    assert "nothing was stored twice" in disputed.get(again).text
    assert heading(disputed.get("/documents").text) == "2 documents"


def test_a_file_can_be_uploaded_and_several_are_told_apart(client):
    one = client.post("/add/file", files={"files": ("a.txt", OLD["text"].encode(), "text/plain")})
    assert one.status_code == 303
    two = [("files", ("b.txt", NEW["text"].encode(), "text/plain")), ("files", ("c.txt", b"", "text/plain"))]
    page = client.post("/add/file", files=two).text
    assert heading(page) == "1 of 2 documents kept"
    assert "Not added." in page
    well_formed(page)


@pytest.mark.parametrize(
    ("path", "data", "status"),
    [
        ("/add/text", {"text": "   "}, 422),
        ("/add/text", {"text": "There are 5 ships.", "published": "yesterday"}, 422),
        ("/add/text", {"text": "There are 5 ships.", "published": "2202-05-31"}, 422),
        ("/add/text", {"text": "There are 5 ships.", "published": "0202-05-31"}, 422),
        ("/add/url", {"url": "http://127.0.0.1:9/"}, 403),
        ("/add/url", {"url": "no address"}, None),
        ("/add/file", {}, 422),
    ],
)
def test_what_cannot_be_added_is_said_clearly_and_costs_no_text(client, path, data, status):
    answer = client.post(path, data=data)
    assert answer.status_code in ((status,) if status else (403, 422, 502))
    assert 'role="alert"' in answer.text
    well_formed(answer.text)
    assert data.get("text", "").strip() in answer.text
    assert heading(client.get("/").text) == "The registry is empty"


def test_a_dry_run_shows_few_claims_at_once_and_counts_what_could_be_read(client):
    files = [("files", ("a.txt", b"The Norsund Choir has 64 members.")), ("files", ("b.bin", b"\x00\x01MZ" * 50))]
    page = client.post("/add/look", files=files).text
    assert heading(page) == "1 claim in 1 document, 1 could not be read"
    assert "<details open><summary>1 claim</summary>" in page


def test_what_was_added_says_how_much_of_it_sources_disagree_about(client):
    first = client.post("/add/text", data=OLD)
    assert "Kept. 2 claims." in client.get(first.headers["location"]).text
    second = client.post("/add/text", data=NEW)
    assert "Kept. 1 claim, 1 of them in an open conflict." in client.get(second.headers["location"]).text
