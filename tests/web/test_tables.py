"""A figure of a table is shown with what is written over and beside it."""

from __future__ import annotations

import pytest

from tests.web.conftest import links

TABLE = """<html><head><title>{title}</title></head><body><article><h1>{title}</h1>
<p>The council of Norsund counts its schools and their pupils once a year and gives the figures here.</p>
<h2>Schools of Norsund in 2024</h2>
<table><thead><tr><th>School</th><th>Pupils</th><th>Teachers</th></tr></thead>
<tbody><tr><td>Harbour School</td><td>{pupils}</td><td>21</td></tr>
<tr><td>Hill School</td><td>310</td><td>18</td></tr></tbody></table></article></body></html>"""


@pytest.fixture
def schools(client):
    """Two tables that give one school another number of pupils."""
    for title, pupils in (("Schools of the year", "412 pupils"), ("Schools, counted again", "421 pupils")):
        page = TABLE.format(title=title, pupils=pupils).encode()
        client.post("/add/file", files={"files": (f"{pupils}.html", page, "text/html")})
    return client


def test_the_desk_the_fact_and_the_claim_say_which_column_and_row_a_figure_is_of(schools):
    conflict = next(each for each in links(schools.get("/queue").text, "/conflicts/") if each.count("/") == 2)
    told = "Of a table: column “Pupils”, row “Harbour School”, under “Schools of Norsund in 2024”"
    desk = schools.get(conflict).text
    assert desk.count(told) == 2
    assert told in schools.get(links(desk, "/facts/")[0]).text
    assert told in schools.get(links(desk, "/claims/")[0]).text


def test_a_figure_of_a_sentence_has_nothing_of_a_table(disputed):
    conflict = links(disputed.get("/queue").text, "/conflicts/")[0]
    assert "Of a table" not in disputed.get(conflict).text
