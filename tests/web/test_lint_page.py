"""Checking a draft in the browser, and what is watched: with and without script, in both themes, on a phone."""

from __future__ import annotations

import io

import docx
import pytest

from registry.actions import webhooks
from registry.store import open_store
from tests.web.axe import wrong
from tests.web.conftest import NEW, OLD, add, fill, heading, sign_in

OTHER = {
    "text": "Vessel Island covers 42 square kilometres. Vessel Island has 310 inhabitants.",
    "title": "Vessel Island",
    "publisher": "Island Council",
    "published": "2024-05-31",
}
WIDE = """[...document.querySelectorAll("body *")].filter(node => node.getBoundingClientRect().right > 361)
    .map(node => node.outerHTML.slice(0, 100))"""
DRAFT = "Vessel Island covers 24 square kilometres.\n\nVessel Island has 310 inhabitants. It has 3 pubs."


def test_a_wrong_figure_is_underlined_with_value_source_wording_and_citation(client):
    client.post("/add/text", data=OTHER)
    told = client.post("/lint", data={"text": DRAFT}).text
    assert heading(told) == "1 place to look at"
    assert 'href="#finding-1"' in told
    assert "The registry holds 42 square kilometres" in told
    assert "Vessel Island covers 42 square kilometres." in told
    assert "Island Council" in told
    assert told.count('class="claim ') == 1


def test_what_is_right_is_left_alone(client):
    client.post("/add/text", data=OTHER)
    assert "nothing to correct" in heading(
        client.post("/lint", data={"text": "Vessel Island has 310 inhabitants."}).text
    )
    assert heading(client.post("/lint", data={"text": "Nobody counts here."}).text) == "No claim in this draft"


@pytest.mark.parametrize(
    ("given", "said"), [({"text": "  "}, "no draft yet"), ({"text": "x", "as_of": "May"}, "is no date")]
)
def test_a_form_that_cannot_be_used_says_why_and_keeps_the_draft(client, given, said):
    told = client.post("/lint", data=given)
    assert told.status_code == 200
    assert said in told.text


def word_file(text: str) -> bytes:
    """A DOCX of one paragraph."""
    made = docx.Document()
    made.add_paragraph(text)
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("draft.md", DRAFT.encode()),
        ("draft.html", b"<h1>Islands</h1><p>Vessel Island covers 24 square kilometres.</p>"),
        ("draft.docx", word_file("Vessel Island covers 24 square kilometres.")),
    ],
)
def test_a_draft_in_a_file_is_checked_and_its_text_is_there_to_be_mended(client, name, data):
    client.post("/add/text", data=OTHER)
    told = client.post("/lint", files={"file": (name, data)}).text
    assert heading(told) == "1 place to look at"
    assert "The registry holds 42 square kilometres" in told
    assert "Vessel Island covers 24" in told.split("<textarea")[1].split("</textarea>")[0]


def test_a_file_is_no_longer_than_what_may_be_pasted(client, monkeypatch):
    monkeypatch.setattr("registry.actions.lint.read", None)
    told = client.post("/lint", files={"file": ("draft.md", b"Too long. " * 50_001)}).text
    assert "500,010 characters" in told


def test_a_file_that_was_chosen_is_checked_instead_of_the_text(client):
    client.post("/add/text", data=OTHER)
    given = {"text": "Nobody counts here.", "unsupported": "true"}
    told = client.post("/lint", data=given, files={"file": ("draft.md", DRAFT.encode())}).text
    assert "Nobody counts here" not in told
    assert heading(told) == "2 places to look at"
    assert told.count('name="as_of"') == told.count('type="file"') == 1


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"files": {"file": ("draft.pdf", b"")}}, "is empty"),
        ({"files": {"file": ("draft.docx", b"PK\x03\x04 nothing")}}, "Not checked"),
        ({"files": {"file": ("", b"")}}, "no draft yet"),
        ({"files": {"file": ("draft.md", DRAFT.encode())}, "data": {"as_of": "May"}}, "is no date"),
    ],
)
def test_a_file_that_cannot_be_checked_says_why(client, given, said):
    told = client.post("/lint", **given)
    assert told.status_code == 200
    assert said in told.text


def test_a_draft_from_another_site_is_refused(client):
    refused = client.post("/lint", data={"text": DRAFT}, headers={"Sec-Fetch-Site": "cross-site"})
    assert refused.status_code == 403


def test_what_is_marked_up_is_shown_as_words(client):
    told = client.post("/lint", data={"text": "<script>alert(1)</script> has 3 & more"}).text
    assert "<script>alert" not in told


def test_what_a_piece_uses_is_written_as_elsewhere(client):
    client.post("/add/text", data={**OTHER, "text": "Vessel Island has thirty-one inhabitants."})
    made = client.post("/watches", data={"name": "A piece", "text": "Vessel Island has 31 inhabitants."})
    told = client.get(made.headers["location"]).text
    assert "<span>31</span>" in told
    assert "thirty-one" not in told


def test_a_piece_is_watched_and_its_changes_are_listed(client):
    client.post("/add/text", data=OTHER)
    made = client.post(
        "/watches", data={"name": "https://paper.example/vessel", "text": "Vessel Island has 310 inhabitants."}
    )
    assert made.status_code == 303
    place = made.headers["location"]
    assert "Vessel Island has 310 inhabitants." in client.get(place).text
    later = {**OTHER, "text": "Vessel Island has 325 inhabitants.", "published": "2025-09-01", "publisher": "The Post"}
    client.post("/add/text", data=later)
    for page in ("/watches", place):
        told = client.get(page).text
        assert "Vessel Island has 325 inhabitants." in told
    assert client.post(f"{place}/end").status_code == 303
    assert "Nothing is watched yet" in client.get("/watches").text


def test_the_log_of_a_webhook_is_shown_and_tested(client, database):
    store = open_store(database)
    with store.writing() as session:
        made = webhooks.add(session, "Ito", "https://paper.example/hook", key=bytes(32))
    store.close()
    place = f"/webhooks/{made.row.id}"
    assert "Nothing was sent yet" in client.get(place).text
    assert client.post(f"{place}/test").status_code == 303
    told = client.get(place).text
    assert "ping" in told
    assert "waiting" in told
    assert made.secret not in told


@pytest.mark.browser
@pytest.mark.parametrize("script", [True, False])
def test_a_draft_is_checked_on_a_phone(browser, site, database, script):
    context = browser.new_context(
        base_url=site,
        bypass_csp=True,
        java_script_enabled=script,
        viewport={"width": 360, "height": 740},
    )
    sign_in(context, site, database, "Ito")
    tab = context.new_page()
    tab.goto("/add")
    for name, value in OTHER.items():
        tab.fill(f'#text [name="{name}"]', value)
    tab.click("text=Add the text")
    tab.goto("/lint")
    tab.fill("#field-draft", DRAFT)
    tab.click("text=Check the draft")
    tab.wait_for_selector(".finding")
    assert tab.inner_text("h1") == "1 place to look at"
    tab.click(".draft a.claim")
    tab.wait_for_url("**#finding-1")
    if script:
        assert tab.evaluate(WIDE) == []
        assert wrong(tab) == []
    context.close()


@pytest.mark.browser
def test_a_wording_and_a_citation_are_copied(page):
    add(page, OLD)
    page.goto("/lint")
    page.fill("#field-draft", "The lighthouse of Norsund is 44 metres high.")
    page.click("text=Check the draft")
    page.click("text=Copy the wording")
    page.wait_for_selector("text=Wording copied")
    assert page.evaluate("navigator.clipboard.readText()") == "The lighthouse of Norsund is 61 metres high."
    page.click("text=Copy the citation")
    page.wait_for_selector("text=Citation copied")
    assert "Harbour Board" in page.evaluate("navigator.clipboard.readText()")


@pytest.mark.browser
def test_axe_finds_nothing_on_the_pages_of_watches(page, database):
    fill(database, OLD)
    page.goto("/watches")
    page.fill("#field-name", "https://paper.example/light")
    page.fill("#field-text", "The lighthouse of Norsund is 61 metres high.")
    page.click("text=Watch it")
    place = page.url
    fill(database, NEW)
    for path in ("/watches", place):
        page.goto(path)
        assert page_wrong(page) == []
        page.set_viewport_size({"width": 360, "height": 740})
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        page.set_viewport_size({"width": 1440, "height": 900})


def page_wrong(page):
    """What axe finds; the page's policy lets no script in, so the tools come through the browser."""
    other = page.context.browser.new_context(bypass_csp=True, storage_state=page.context.storage_state())
    tab = other.new_page()
    tab.goto(page.url)
    found = wrong(tab)
    other.close()
    return found
