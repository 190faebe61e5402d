from __future__ import annotations

import re

from tests.steps.read.papers import lines, pdf
from tests.web.conftest import links

FIRST = lines("The harbour of Norsund", "", "The harbour has 14 cranes and a crew of 60 people.", top=780)
SECOND = lines("In 2024 the harbour handled 1,200 ships.", top=780)


def sent(client) -> str:
    files = {"files": ("harbour.pdf", pdf(FIRST, SECOND), "application/pdf")}
    return str(client.post("/add/file", files=files).headers["location"])


def test_a_pdf_is_shown_as_it_was_printed_with_boxes_over_its_claims(client):
    document = client.get(sent(client)).text
    address = links(document, "/documents/")
    printed = next(each for each in address if "/printed" in each)
    page = client.get(printed).text
    assert "Page 1 of 2" in page
    assert page.count("<rect") >= 2
    picture = client.get(re.search(r'src="(/versions/[^"]+\.png)"', page).group(1))
    assert picture.headers["content-type"] == "image/png"
    assert picture.content.startswith(b"\x89PNG")
    assert "1,200" in client.get(f"{printed}&page=2").text or "1200" in client.get(f"{printed}&page=2").text
    assert client.get(f"{printed}&page=9").status_code == 404


def test_a_claim_leads_to_its_page_with_its_box_lit(client):
    document = client.get(sent(client)).text
    claims = links(document, "/claims/")
    page = client.get(claims[-1]).text
    printed = next(each for each in links(page, "/documents/") if "/printed" in each)
    assert re.search(r'<rect class="[a-z]+ lit"', client.get(printed).text)


def test_a_text_has_no_printed_pages(disputed):
    document = links(disputed.get("/documents").text, "/documents/")[0]
    assert disputed.get(f"{document}/printed").status_code == 404
