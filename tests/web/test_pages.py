from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

import pytest

from tests.web import makers as make
from tests.web.conftest import NEW, OLD, heading, links
from web.pages.home import telling_much

VOID = {"meta", "link", "input", "img", "br", "hr"}


class Strict(HTMLParser):
    """Refuses tags that do not nest, ids that occur twice, and anything a content policy would block."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: set[str] = set()

    def handle_starttag(self, tag, attrs):
        named = dict(attrs)
        assert "style" not in named, f"inline style on {tag}"
        assert not any(name.startswith("on") for name in named), f"inline script on {tag}"
        assert tag != "script" or named.get("src") or named.get("type") == "application/ld+json", "inline script"
        if named.get("id"):
            assert named["id"] not in self.ids, f"id {named['id']} twice"
            self.ids.add(named["id"])
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if tag not in VOID:
            assert self.open.pop() == tag, f"</{tag}> closes something else"


def well_formed(html: str) -> None:
    parser = Strict()
    parser.feed(html)
    assert parser.open == []


def conflict_of(client) -> str:
    return links(client.get("/queue").text, "/conflicts/")[0]


def claim_of(client) -> str:
    return links(client.get(links(client.get("/documents").text, "/documents/")[0]).text, "/claims/")[0]


def test_an_empty_registry_teaches_three_ways_to_begin(client):
    page = client.get("/").text
    assert heading(page) == "The registry is empty"
    assert {"/add/example", "/add"} <= set(links(page, "/add"))


def test_the_example_brings_its_first_conflicts(client):
    assert client.post("/add/example").headers["location"] == "/"
    assert re.fullmatch(r"\d+ conflicts? needs? you", heading(client.get("/").text))
    assert client.post("/add/example").status_code == 303


@pytest.mark.parametrize(
    "path",
    ["/", "/queue", "/queue?state=decided", "/documents", "/facts", "/add", "/keys", "/about", "/docs", "/search"],
)
def test_every_page_stands_on_an_empty_registry(client, path):
    answer = client.get(path)
    assert answer.status_code == 200
    well_formed(answer.text)
    assert heading(answer.text)


def test_every_page_that_is_linked_stands_and_is_sound(disputed):
    seen: set[str] = set()
    waiting = ["/"]
    while waiting:
        path = waiting.pop()
        seen.add(path)
        answer = disputed.get(path)
        assert answer.status_code == 200, path
        if not answer.headers["content-type"].startswith("text/html") or path.startswith("/problems"):
            continue
        well_formed(answer.text)
        title = re.search(r"<title>(.*?) · Claim registry</title>", answer.text)
        assert title, path
        assert title.group(1), path
        found = {unescape(each) for each in re.findall(r'href="(/[^"#]*)', answer.text)}
        waiting += sorted(each for each in found - seen - set(waiting) if not each.startswith("/static/"))
        assert len(seen) < 600
    assert {"/queue", "/documents", "/add", "/keys", "/about", "/docs"} <= seen


@pytest.mark.parametrize("path", ["/problems", "/ratings"])
def test_a_page_of_the_api_may_use_its_own_style(disputed, path):
    answer = disputed.get(path)
    assert "<body style=" in answer.text
    assert "style-src 'unsafe-inline'" in answer.headers["content-security-policy"]


def test_the_queue_shows_the_conflict_with_its_values_in_order_of_time(disputed):
    page = disputed.get("/queue").text
    assert heading(page) == "1 conflict is open"
    values = re.findall(r"<span><b>(.*?)</b>", page)
    assert [value.split("\u00a0")[0].split()[0] for value in values] == ["61", "64"]


def test_a_filter_lives_in_the_address(disputed):
    kind = re.findall(r'href="(/queue\?[^"]*publisher=[^"]*)"', disputed.get("/queue").text)
    assert kind
    page = disputed.get(kind[0].replace("&amp;", "&")).text
    assert heading(page) == "1 conflict matches"
    assert 'aria-current="true"' in page
    assert heading(disputed.get("/queue?severity=high&kind=self_contradiction").text) == "No conflicts match"


def test_the_desk_shows_both_sides_with_their_words(disputed):
    page = disputed.get(conflict_of(disputed)).text
    assert "The lighthouse of Norsund is" in page
    assert page.count('class="figure-mark') + page.count('"differs"') >= 2
    assert "Harbour Board" in page
    assert "Harbour Herald" in page
    assert 'data-key="1"' in page
    assert 'data-key="n"' in page


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


def test_a_preview_keeps_nothing(disputed):
    before = disputed.get("/documents").text
    page = disputed.post("/add/preview", data={"text": "The lighthouse of Norsund is 70 metres high."}).text
    well_formed(page)
    assert "Nothing is kept yet" in page
    assert "70" in heading(page) + page
    assert heading(disputed.get("/documents").text) == heading(before)


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


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/nothing", 404),
        ("/conflicts/unknown", 404),
        ("/claims/unknown", 404),
        ("/facts/unknown", 404),
        ("/documents/unknown", 404),
        ("/queue?state=nonsense", 422),
        ("/queue?cursor=nonsense", 422),
        ("/conflicts/" + "x" * 300, 422),
    ],
)
def test_people_get_a_page_that_says_what_went_wrong(client, path, status):
    answer = client.get(path)
    assert answer.status_code == status
    assert answer.headers["content-type"].startswith("text/html")
    assert heading(answer.text)
    well_formed(answer.text)


@pytest.mark.parametrize(("length", "status"), [(6_000, 422), (60_500, 414)])
def test_a_question_that_is_too_long_is_refused_with_a_page(client, length, status):
    answer = client.get("/search?q=" + "x" * length)
    assert answer.status_code == status
    assert heading(answer.text)


def test_programs_get_a_problem(client):
    answer = client.get("/v1/claims/unknown")
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
    assert "content-security-policy" in answer.headers


def test_the_api_is_described_without_another_host(client):
    page = client.get("/docs").text
    assert "/v1/conflicts/{conflict_id}/decisions" in page
    assert "https://cdn" not in page


def test_another_sites_page_cannot_decide(disputed):
    conflict = conflict_of(disputed)
    foreign = {"sec-fetch-site": "cross-site"}
    assert disputed.post(f"{conflict}/decisions", data={"verdict": "time"}, headers=foreign).status_code == 403
    assert heading(disputed.get("/queue").text) == "1 conflict is open"


def test_static_files_may_be_kept_and_change_their_address_with_their_words(client):
    sheet = links(client.get("/").text, "/static/tokens.css")[0]
    assert re.search(r"\?[0-9a-f]{10}$", sheet)
    assert "immutable" in client.get(sheet).headers["cache-control"]
    assert client.get("/static/nothing.css").status_code == 404


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


@pytest.mark.parametrize(
    ("row", "shown"),
    [
        (make.fact(make.side_row(1, "64")), True),
        (make.fact(make.side_row(1, "64"), standing=make.standing(sources=1)), False),
        (make.fact(make.side_row(1, "64"))._replace(question="When was the start (Norsund)?"), False),
        (make.fact(make.side_row(1, "64"), make.side_row(2, "71"))._replace(question="When was the start?"), True),
    ],
)
def test_a_bare_date_or_a_lone_source_has_no_place_on_the_first_page(row, shown):
    assert telling_much(row) is shown


def test_home_shows_only_facts_that_more_than_one_source_speaks_of(disputed):
    recent = disputed.get("/").text.partition('id="recent"')[2]
    assert "lighthouse" in recent
    assert "lamps" not in recent


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
