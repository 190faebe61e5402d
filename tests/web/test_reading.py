from __future__ import annotations

import re
from html import unescape

import pytest

from tests.web.conftest import OLD, fill, links
from tests.web.sound import claim_of, conflict_of, well_formed
from tests.web.test_weight import COUNTS, said


def test_a_document_shows_its_words_unchanged_with_its_claims_in_place(disputed):
    paths = links(disputed.get("/documents").text, "/documents/")
    page = next(html for html in (disputed.get(path).text for path in paths) if "The old light" in html)
    text = re.search(r'<article class="text"[^>]*>(.*?)</article>', page, re.DOTALL)
    assert text
    words = " ".join(re.sub(r"<[^>]+>", "", text.group(1)).split())
    assert words == OLD["text"]
    assert re.search(
        r'<a class="claim [a-z]+" href="/claims/[^"]+" id="[^"]+" data-claim="[^"]+"[^>]*>61 metres</a>', page
    )
    assert "SHA-256" in page
    assert "citation_title" in page


def test_markup_in_a_text_stays_words(client):
    entry = {
        "text": 'A <b onmouseover="x">ship</b> of 40 metres & <script>alert(1)</script> 12 sails.',
        "title": "<i>S</i>",
    }
    place = client.post("/add/text", data=entry).headers["location"]
    page = client.get(place).text
    well_formed(page)
    assert "<b onmouseover" not in page
    assert "<script>alert" not in page


def test_a_claim_can_be_cited_in_every_style(disputed):
    claim = claim_of(disputed)
    page = disputed.get(claim).text
    for style in links(page, f"{claim}?style="):
        shown = disputed.get(style).text
        well_formed(shown)
        assert re.search(r'id="citation"[^>]*>\s*\S', shown), style
    assert 'class="Z3988"' in page
    assert disputed.get(f"{claim}?style=unheard-of").status_code == 422


def test_a_fact_gives_its_answer_first(disputed):
    fact = links(disputed.get(conflict_of(disputed)).text, "/facts/")[0]
    page = disputed.get(fact).text
    well_formed(page)
    assert re.search(r'class="big">6[14]', page)
    assert "Claims by value" in page
    assert "Open conflict" in page


def test_a_search_answers_first_and_then_lists(disputed):
    page = disputed.get("/search", params={"q": "The lighthouse of Norsund is 70 metres high."}).text
    well_formed(page)
    assert 'class="panel card' in page
    assert "lighthouse" in disputed.get("/search", params={"q": "lighthouse"}).text
    nothing = disputed.get("/search", params={"q": "zeppelin"}).text
    assert "knows only what its documents say" in nothing


def test_zotero_finds_the_claims_of_a_page_by_unapi(disputed):
    (row,) = disputed.get("/v1/conflicts").json()["items"]
    page = disputed.get(f"/facts/{row['fact_id']}").text
    named = re.findall(r'<abbr class="unapi-id" title="([^"]+)">', page)
    assert len(named) > 1
    for address in (f"/facts/{row['fact_id']}", f"/claims/{named[0]}"):
        told = disputed.get(address).text
        assert '<link rel="unapi-server" type="application/xml" title="unAPI" href="/unapi">' in told
        assert f'<abbr class="unapi-id" title="{named[0]}">' in told
    for name in named:
        assert disputed.get("/unapi", params={"id": name, "format": "ris"}).text.startswith("TY  - ")


def test_a_document_is_cited_and_found_as_itself(disputed):
    document = disputed.get("/v1/documents").json()["items"][0]
    page = disputed.get(f"/documents/{document['id']}").text
    assert f'<abbr class="unapi-id" title="{document["id"]}">' in page
    assert "citation_abstract" not in page
    assert '<meta property="og:title"' in page
    (link,) = re.findall(r'href="(/documents/[^"]*/cite[^"]*)" data-cite', page)
    whole = disputed.get(unescape(link)).text
    assert "The whole document" in whole
    assert "1 claim, disputed" in whole
    some = disputed.get(f"/documents/{document['id']}/cite", params={"exact": "lighthouse", "style": "mla"}).text
    assert "These words" in some
    assert "“lighthouse”" in some
    assert f"/v1/documents/{document['id']}/citation?exact=lighthouse&amp;style=mla" in some
    assert disputed.get(f"/documents/{document['id']}/cite", params={"style": "x"}).status_code == 422


def test_a_fact_is_cited_by_what_is_held_now(client, database):
    fill(database, *(said(count, day, "Harbour Herald") for count, day in COUNTS))
    page = client.get(links(client.get("/facts").text, "/facts/")[0]).text
    assert '<span class="big">125</span>' in page
    [cited] = re.findall(r'class="button" href="(/claims/[^"]+)#cite">Cite', page)
    assert '<mark class="figure-mark">125</mark>' in client.get(cited).text


def test_an_answer_can_be_cited_and_what_holds_the_words_says_where_it_stands(client, database):
    fill(database, *(said(count, day, "Harbour Herald") for count, day in COUNTS))
    page = client.get("/search?q=The+Norsund+Harbour+Choir+has+121+members").text
    [cited] = re.findall(r'<a href="(/claims/[^"]+)#cite">Cite', page)
    assert '<mark class="figure-mark">125</mark>' in client.get(cited).text
    hits = client.get("/search?q=choir+members").text
    assert '<div class="aside changed"><b>out of date</b></div>' in hits


def test_a_sentence_is_found_and_cited_without_marking_it(client, database):
    fill(database, OLD)
    document = client.get("/v1/documents").json()["items"][0]
    path = f"/documents/{document['id']}/cite"
    assert client.get(path).text.count('<a class="title quote') == 2
    found = client.get(path, params={"find": "LAMPS keeper"}).text
    [sentence] = links(found, f"{path}?start=")
    cited = client.get(sentence).text
    assert "These words" in cited
    assert "“Its keeper tends 14 lamps.”" in cited
    assert "No sentence has all of these words" in client.get(path, params={"find": "zebra"}).text


def test_words_that_stand_twice_are_chosen_among_the_sentences_that_have_them(client, database):
    fill(database, OLD | {"text": "The light has 14 lamps. The pier has 14 lamps."})
    document = client.get("/v1/documents").json()["items"][0]["id"]
    page = client.get(f"/documents/{document}/cite", params={"exact": "14 lamps"})
    assert page.status_code == 422
    assert "stand there several times" in page.text
    assert len(links(page.text, f"/documents/{document}/cite?start=")) == 2
    well_formed(page.text)


@pytest.mark.browser
def test_a_claim_and_what_is_marked_are_cited_by_key(desk):
    desk.goto("/documents")
    desk.click("text=The old light")
    desk.wait_for_url("**/documents/*")
    path = desk.evaluate("location.pathname")
    desk.keyboard.press("]")
    claim = desk.evaluate("document.activeElement.dataset.claim")
    desk.keyboard.press("c")
    desk.wait_for_url(f"**/claims/{claim}#cite")
    desk.goto(path)
    desk.evaluate("getSelection().selectAllChildren(document.querySelector('.text p'))")
    desk.keyboard.press("c")
    desk.wait_for_url("**/cite?*exact=*")
    assert "61 metres" in desk.inner_text("#citation")
    desk.keyboard.press("f")
    desk.keyboard.type("keeper")
    desk.keyboard.press("Enter")
    desk.wait_for_url("**find=keeper")
    desk.keyboard.press("j")
    desk.keyboard.press("Enter")
    desk.wait_for_url("**start=*")
    assert "Its keeper tends 14 lamps." in desk.inner_text("#citation")


def test_a_claim_that_is_out_of_date_leads_to_what_is_held_now(client, database):
    fill(database, *(said(count, day, "Harbour Herald") for count, day in COUNTS))
    fact = links(client.get("/facts").text, "/facts/")[0]
    page = client.get(fact).text
    newest, *_, oldest = (links(part, "/claims/")[0] for part in page.split('class="group"')[1:])
    assert f'<a href="{fact}">What is held now, and who says so</a>' in client.get(oldest).text
    assert "What is held now" not in client.get(newest).text


def test_sides_that_no_reason_speaks_for_say_why_they_are_one_fact(disputed):
    together = disputed.get(conflict_of(disputed)).text.partition('id="why"')[2]
    assert re.search(r"<li>\w[^<]+\.</li>", together)


def test_a_question_about_a_misspelt_name_asks_what_was_meant_and_one_without_an_answer_says_why(disputed):
    page = unescape(disputed.get("/search?q=How+high+is+the+lighthouse+of+Norsumd%3F").text)
    assert re.search(r"Did you mean “<a [^>]*>How high is the lighthouse of Norsund\?</a>”", page)
    page = unescape(disputed.get("/search?q=How+many+zebras+does+the+lighthouse+of+Norsund+have%3F").text)
    assert "No source of the registry has the word “zebras”" in page
