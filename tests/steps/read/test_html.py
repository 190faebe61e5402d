from datetime import date

import pytest

from registry.errors import Unreadable
from registry.model.span import BlockKind
from registry.steps.read import read

PAGE = """<!doctype html><html lang="en-GB"><head><title>Dam nears completion | Valley Herald</title>
<meta property="article:published_time" content="2022-03-09T10:00:00Z"><meta name="author" content="Ida Noor">
<script>var counter = 991;</script><style>.x{width:77px}</style></head><body>
<div class="cookie-banner">We and 77 partners use cookies.</div>
<header>Skip to content | Hotline 24</header><nav><ul><li>Top 10</li></ul></nav>
<article><h1>Dam nears completion</h1><p class="meta">6 min read &middot; 31 shares</p>
<p>The dam is <b>41</b>&nbsp;m high,<br>engineers   say. It cost &euro;9m &amp; took
 three years.</p>
<h2>In numbers</h2><ul><li>Twelve gates<ul><li>four of steel</li></ul></li><li><p>Two turbines</p></li></ul>
<table><caption>Flow</caption><tr><th>Month</th><th>m3/s</th></tr><tr><td>May</td><td>15</td></tr>
<tr><td>June</td><td>9 <span>(low)</span></td></tr></table>
<blockquote><p>We counted 8,000 visitors.</p></blockquote>
<figure><img src=x><figcaption>The wall in 2021</figcaption></figure>
<aside>Related: 5 walks</aside></article><div class="share-bar">Share 44</div>
<footer>Licence 0099</footer></body></html>"""


def words(reading, kind):
    return [reading.text[block.start : block.end] for block in reading.blocks if block.kind is kind]


def test_a_page_becomes_the_blocks_a_reader_sees():
    reading = read(PAGE.encode(), name="dam.html")
    assert words(reading, BlockKind.HEADING) == ["Dam nears completion", "In numbers"]
    assert words(reading, BlockKind.PROSE) == [
        "The dam is 41\u00a0m high,\nengineers say. It cost \u20ac9m & took three years."
    ]
    assert words(reading, BlockKind.ITEM) == ["Twelve gates", "four of steel", "Two turbines"]
    assert words(reading, BlockKind.ROW) == ["Month\tm3/s", "May\t15", "June\t9 (low)"]
    assert words(reading, BlockKind.CAPTION) == ["Flow", "The wall in 2021"]
    assert words(reading, BlockKind.QUOTE) == ["We counted 8,000 visitors."]
    assert words(reading, BlockKind.FURNITURE) == ["6 min read \u00b7 31 shares"]


def test_what_is_around_the_article_is_not_its_text():
    text = read(PAGE.encode(), name="dam.html").text
    for other in ("991", "77", "24", "Top 10", "5 walks", "44", "0099"):
        assert other not in text


def test_a_page_says_who_published_it_and_when():
    reading = read(PAGE.encode(), name="dam.html")
    assert (reading.title, reading.publisher, reading.authors) == (
        "Dam nears completion",
        "Valley Herald",
        ("Ida Noor",),
    )
    assert (reading.published, reading.language) == (date(2022, 3, 9), "en")
    assert reading.notes == ("date from a meta tag",)


@pytest.mark.parametrize("blank", ["0001-01-01T00:00:00", "9999-12-31T23:59:59Z"])
def test_a_day_that_stands_for_none_is_passed_over(blank):
    page = (
        f'<html><head><meta property="article:published_time" content="{blank}"></head><body><main><h1>Rain</h1>'
        "<p>Published: 3 February 2020</p><p>It rained 40 mm on Monday, to the day.</p></main></body></html>"
    )
    assert read(page.encode()).published == date(2020, 2, 3)


@pytest.mark.parametrize(
    "mark",
    [
        '<script type="application/ld+json">{"@graph": [{"datePublished": "2020-02-03T01:00"}]}</script>',
        '<time class="entry-date" datetime="2020-02-03">3 Feb</time>',
        "<p>Published: 3 February 2020</p>",
    ],
)
def test_the_date_is_found_where_pages_declare_it(mark):
    page = f"<html><body><main><h1>Rain</h1>{mark}<p>It rained 40 mm on Monday, to the day.</p></main></body></html>"
    assert read(page.encode()).published == date(2020, 2, 3)


def test_a_year_in_the_footer_or_the_text_is_no_date():
    page = "<body><main><h1>Rain</h1><p>It rained on 5 May 2019.</p></main><footer>(c) 2018</footer></body>"
    assert read(page.encode()).published is None


def test_a_row_knows_its_cells_and_headers():
    reading = read(PAGE.encode(), name="dam.html")
    row = [block for block in reading.blocks if block.kind is BlockKind.ROW][2]
    assert [reading.text[start:end] for start, end in row.cells] == ["June", "9 (low)"]
    assert row.headers == ("Month", "m3/s")


def test_a_page_without_main_or_article_is_read_all_the_same():
    body = "".join(
        f"<p>Paragraph {number} tells of the {number + 10} mills on the river and those who ran them.</p>"
        for number in range(6)
    )
    page = f"<body><div id=top><a>Menu 3</a></div><div><h1>Mills</h1><div class=text>{body}</div></div></body>"
    reading = read(page.encode())
    assert reading.title == "Mills"
    assert "Menu" not in reading.text
    assert "Paragraph 5" in reading.text


def test_a_page_in_another_encoding_is_read_as_it_declares():
    page = '<html><head><meta charset="iso-8859-2"></head><body><p>\u0141\u00f3d\u017a has 12 parks.</p></body></html>'
    assert "\u0141\u00f3d\u017a has 12" in read(page.encode("iso-8859-2")).text


def test_nesting_that_would_lose_the_text_is_refused():
    with pytest.raises(Unreadable, match="too deep"):
        read(b"<html><body>" + b"<div>" * 200_000 + b"41 boats" + b"</div>" * 200_000)
    with pytest.raises(Unreadable, match="too deep"):
        read(b"<html><body>" + b"<b>" * 200_000 + b"41 boats")


def test_many_unclosed_paragraphs_are_not_deep():
    assert "Line 999" in read(b"<html><body>" + b"".join(b"<p>Line %d" % n for n in range(1000))).text


def test_a_page_without_text_says_so():
    with pytest.raises(Unreadable, match="no text of its own"):
        read(b"<html><body><script>draw(12)</script></body></html>")


def test_an_external_entity_is_not_read(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("the code is 4711")
    doctype = f'<!DOCTYPE html [<!ENTITY x SYSTEM "file://{secret}">]>'
    page = f'<?xml version="1.0"?>{doctype}<html><body><p>It says &x; and that is all.</p></body></html>'
    assert "4711" not in read(page.encode(), name="a.xhtml").text


@pytest.mark.parametrize(("language", "day"), [("en-GB", date(2021, 4, 3)), ("en-US", date(2021, 3, 4)), ("en", None)])
def test_the_country_tells_which_number_is_the_month(language, day):
    body = "<body><main><h1>Rain</h1><p>Posted 03/04/2021</p><p>It rained 40 mm.</p></main></body>"
    page = f"<html lang={language}>{body}</html>"
    assert read(page.encode()).published == day


def test_the_charset_of_the_server_is_believed():
    page = "<html><body><p>\u0141\u00f3d\u017a has 12 parks.</p></body></html>".encode("iso-8859-2")
    assert "\u0141\u00f3d\u017a has 12" in read(page, media_type="text/html; charset=iso-8859-2").text


def test_terms_with_values_are_rows():
    page = "<body><main><h1>Fire</h1><dl><dt>Dead</dt><dd>12</dd><dt>Hurt</dt><dd>40</dd></dl></main></body>"
    assert words(read(page.encode(), name="a.html"), BlockKind.ROW) == ["Dead\t12", "Hurt\t40"]


def test_a_page_wrapped_in_a_form_is_read():
    page = "<body><form><h1>Port</h1><p>Twelve ships lie here, and 13 there, said the master.</p></form></body>"
    assert "Twelve ships" in read(page.encode(), name="a.html").text


def test_links_to_other_stories_are_around_the_article():
    page = """<html><body><div class="content"><h1>Zoo counts its animals</h1>
<div class="article-meta"><span>5 January</span> <span>412 words</span></div>
<p>The zoo has 2,140 animals, and a <a href="/t">tortoise of 104 years</a>.</p>
<p><a href="/x">Storm kills 14</a></p>
<ul><li><a href="/r1">Mill cuts 300 jobs</a></li><li><a href="/r2">3 held</a></li></ul>
<ul><li><a href="/w">Wolves</a>: 12</li><li><a href="/b">Bears</a>: 9</li></ul>
<div><a href="/c">Camel wins 2 prizes</a></div><h3><a href="/k">Kiosk burns for 5 hours</a></h3>
<div class="poll"><p>Too many? Yes 71%</p></div><p class="cta">Text ZOO to 80555.</p>
<div class="poll-results"><p>In the survey 640 people were asked.</p></div>
<p><a href="#note">Counting took three days.</a></p></div></body></html>"""
    text = read(page.encode(), name="zoo.html").text
    assert all(said in text for said in ("2,140", "104 years", "Wolves: 12", "three days", "640 people"))
    assert not any(
        said in text for said in ("kills 14", "300 jobs", "3 held", "412 words", "2 prizes", "5 hours", "71%", "80555")
    )


def test_a_box_of_facts_has_no_columns_that_its_first_row_names():
    rows = (("Location", "Ormen, Tarvia"), ("Opened", "14 June 1964"), ("Owner", "Ormen Power"))
    keyed = "".join(f"<tr><th>{key}</th><td>{value}</td></tr>" for key, value in rows)
    plain = "".join(f"<tr><td>{key}</td><td>{value}</td></tr>" for key, value in rows)
    for table in (keyed, plain):
        reading = read(f"<main><h1>Ormen dam</h1><table>{table}</table></main>".encode(), media_type="text/html")
        assert [block.headers for block in reading.blocks if block.kind is BlockKind.ROW] == [(), (), ()]


LETTER = """<html><body><table><tr><td><h1>Elm Weekly</h1></td></tr>
<tr><td><h2>Mill</h2><p>The mill let 30 go.</p></td></tr>
<tr><td><h2>Pool</h2><p>The pool had 412 visitors on Sunday.</p></td></tr></table></body></html>"""


def test_a_letter_laid_out_in_a_table_is_text_and_a_table_of_figures_is_none():
    reading = read(LETTER.encode(), name="letter.html")
    assert words(reading, BlockKind.HEADING) == ["Elm Weekly", "Mill", "Pool"]
    assert words(reading, BlockKind.ROW) == []
    figures = (
        "<main><h1>Pool</h1><table><tr><th>Day</th><th>Visitors</th></tr><tr><td><p>Sunday</p></td><td>412</td></tr>"
    )
    reading = read(f"{figures}</table></main>".encode(), name="figures.html")
    assert words(reading, BlockKind.ROW) == ["Day\tVisitors", "Sunday\t412"]


def test_what_stands_above_the_one_headline_is_around_the_article():
    told = "<p>The mill on the Alder let 30 of its 212 workers go on Friday, its owner said.</p>"
    page = f"<body><p>Elmham 9°C</p><p>Jobs 214</p><h1>Mill lets 30 go</h1>{told}</body>"
    assert [*words(read(page.encode(), name="a.html"), BlockKind.FURNITURE)] == ["Elmham 9°C", "Jobs 214"]
    lead = "<p>For 40 years the mill has stood on the Alder, and now it is to close, with all in it.</p>"
    page = f"<body>{lead}<h1>Mill</h1>{told}</body>"
    assert words(read(page.encode(), name="a.html"), BlockKind.FURNITURE) == []
