"""The printed styles, compared with texts checked by hand."""

from __future__ import annotations

from datetime import date

import pytest

from registry.model.citation import SourceKind
from registry.steps.export import EXPORTERS
from registry.steps.export.names import Name, named

TAIL = (
    " “The harbour board counted 412 berths in the old port.” Archived 22 August 2026 as SHA-256 " + "ab" * 32 + ": "
    "https://claims.example/claims/clm0123456789abcdef0123. Standing: undisputed, 4 sources, 3 independent."
)
URL = "https://harbour.example/berths"
ONE, TWO, FOUR = ("Ada Lund",), ("Ada Lund", "Bo Ek"), ("Ada Lund", "Bo Ek", "Cy Ash", "Di Orr")
CASES = [
    (
        "an organisation as the author",
        {},
        f"Harbour Board of Lindau. (2025, January 16). Berths in the old port. {URL}",
        f"Harbour Board of Lindau. “Berths in the old port.” January 16, 2025. {URL}.",
        f"“Berths in the old port.” Harbour Board of Lindau, 16 Jan. 2025, {URL}. Accessed 22 Aug. 2026.",
        f"Harbour Board of Lindau (2025) Berths in the old port. Available at: {URL} (Accessed: 22 August 2026).",
    ),
    (
        "one author on somebody's site",
        {"authors": ONE},
        f"Lund, A. (2025, January 16). Berths in the old port. Harbour Board of Lindau. {URL}",
        f"Lund, Ada. “Berths in the old port.” Harbour Board of Lindau, January 16, 2025. {URL}.",
        f"Lund, Ada. “Berths in the old port.” Harbour Board of Lindau, 16 Jan. 2025, {URL}. Accessed 22 Aug. 2026.",
        f"Lund, A. (2025) Berths in the old port. Harbour Board of Lindau. Available at: {URL} "
        "(Accessed: 22 August 2026).",
    ),
    (
        "two authors",
        {"authors": TWO},
        f"Lund, A., & Ek, B. (2025, January 16). Berths in the old port. Harbour Board of Lindau. {URL}",
        f"Lund, Ada, and Bo Ek. “Berths in the old port.” Harbour Board of Lindau, January 16, 2025. {URL}.",
        f"Lund, Ada, and Bo Ek. “Berths in the old port.” Harbour Board of Lindau, 16 Jan. 2025, {URL}. "
        "Accessed 22 Aug. 2026.",
        f"Lund, A. and Ek, B. (2025) Berths in the old port. Harbour Board of Lindau. Available at: {URL} "
        "(Accessed: 22 August 2026).",
    ),
    (
        "four authors",
        {"authors": FOUR},
        f"Lund, A., Ek, B., Ash, C., & Orr, D. (2025, January 16). Berths in the old port. "
        f"Harbour Board of Lindau. {URL}",
        f"Lund, Ada, Bo Ek, Cy Ash, and Di Orr. “Berths in the old port.” Harbour Board of Lindau, "
        f"January 16, 2025. {URL}.",
        f"Lund, Ada, et al. “Berths in the old port.” Harbour Board of Lindau, 16 Jan. 2025, {URL}. "
        "Accessed 22 Aug. 2026.",
        f"Lund, A. et al. (2025) Berths in the old port. Harbour Board of Lindau. Available at: {URL} "
        "(Accessed: 22 August 2026).",
    ),
    (
        "neither author nor publisher",
        {"publisher": None},
        f"Berths in the old port. (2025, January 16). {URL}",
        f"“Berths in the old port.” January 16, 2025. {URL}.",
        f"“Berths in the old port.” 16 Jan. 2025, {URL}. Accessed 22 Aug. 2026.",
        f"Berths in the old port (2025). Available at: {URL} (Accessed: 22 August 2026).",
    ),
    (
        "no date",
        {"published": None},
        f"Harbour Board of Lindau. (n.d.). Berths in the old port. Retrieved August 22, 2026, from {URL}",
        f"Harbour Board of Lindau. “Berths in the old port.” Accessed August 22, 2026. {URL}.",
        f"“Berths in the old port.” Harbour Board of Lindau, {URL}. Accessed 22 Aug. 2026.",
        f"Harbour Board of Lindau (no date) Berths in the old port. Available at: {URL} (Accessed: 22 August 2026).",
    ),
    (
        "a newspaper's article",
        {"authors": ONE, "publisher": "The Lindau Gazette"},
        f"Lund, A. (2025, January 16). Berths in the old port. The Lindau Gazette. {URL}",
        f"Lund, Ada. “Berths in the old port.” The Lindau Gazette, January 16, 2025. {URL}.",
        f"Lund, Ada. “Berths in the old port.” The Lindau Gazette, 16 Jan. 2025, {URL}. Accessed 22 Aug. 2026.",
        f"Lund, A. (2025) ‘Berths in the old port’, The Lindau Gazette, 16 January. Available at: {URL} "
        "(Accessed: 22 August 2026).",
    ),
    (
        "a newspaper's article without an author",
        {"publisher": "The Lindau Gazette"},
        f"Berths in the old port. (2025, January 16). The Lindau Gazette. {URL}",
        f"“Berths in the old port.” The Lindau Gazette, January 16, 2025. {URL}.",
        f"“Berths in the old port.” The Lindau Gazette, 16 Jan. 2025, {URL}. Accessed 22 Aug. 2026.",
        f"‘Berths in the old port’ (2025), The Lindau Gazette, 16 January. Available at: {URL} "
        "(Accessed: 22 August 2026).",
    ),
    (
        "a report in a series of words",
        {"kind": SourceKind.REPORT, "title": "Are there berths enough?"},
        f"Harbour Board of Lindau. (2025, January 16). Are there berths enough? {URL}",
        f"Harbour Board of Lindau. Are there berths enough? January 16, 2025. {URL}.",
        f"Are there berths enough? Harbour Board of Lindau, 16 Jan. 2025, {URL}. Accessed 22 Aug. 2026.",
        f"Harbour Board of Lindau (2025) Are there berths enough? Available at: {URL} (Accessed: 22 August 2026).",
    ),
    (
        "another script",
        {"title": "旧港の係留所", "publisher": "リンダウ港湾局", "published": date(2025, 5, 3)},
        f"リンダウ港湾局. (2025, May 3). 旧港の係留所. {URL}",
        f"リンダウ港湾局. “旧港の係留所.” May 3, 2025. {URL}.",
        f"“旧港の係留所.” リンダウ港湾局, 3 May 2025, {URL}. Accessed 22 Aug. 2026.",
        f"リンダウ港湾局 (2025) 旧港の係留所. Available at: {URL} (Accessed: 22 August 2026).",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=[case[0] for case in CASES])
def test_the_styles_write_what_their_handbooks_say(case, cited):
    _, known, *expected = case
    written = ["".join(EXPORTERS[style]([cited(**known)])) for style in ("apa", "chicago", "mla", "harvard")]
    assert written == [text + TAIL + "\n" for text in expected]


def test_html_sets_titles_in_italics_and_links_addresses(cited):
    made = "".join(EXPORTERS["apa-html"]([cited(title="Berths <b>& quays</b>")]))
    assert "<i>Berths &lt;b&gt;&amp; quays&lt;/b&gt;</i>" in made
    assert f'<a href="{URL}">{URL}</a>' in made


@pytest.mark.parametrize("style", ["chicago-html", "mla-html"])
def test_a_report_stands_by_itself_in_italics_and_a_page_is_quoted(style, cited):
    assert "<i>Berths in the old port</i>" in "".join(EXPORTERS[style]([cited(kind=SourceKind.REPORT)]))
    assert "“Berths in the old port.”" in "".join(EXPORTERS[style]([cited(kind=SourceKind.WEBPAGE)]))


def test_html_links_no_address_that_runs(cited):
    made = "".join(EXPORTERS["chicago-html"]([cited(url="javascript:alert(1)")]))
    assert 'href="javascript' not in made


def test_more_than_twenty_authors_end_with_the_last(cited):
    crowd = tuple(f"Ada Lund{'a' * number}" for number in range(22))
    assert ", . . . Lundaaaaaaaaaaaaaaaaaaaaa, A. (2025" in "".join(EXPORTERS["apa"]([cited(authors=crowd)]))


def test_a_page_stands_with_the_quotation(cited):
    assert "412 berths in the old port.” (p. 12)." in "".join(EXPORTERS["mla"]([cited(page=12)]))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Ada Lund", Name("Lund", "Ada")),
        ("Lund, Ada", Name("Lund", "Ada")),
        ("Ludwig van der Rohe", Name("van der Rohe", "Ludwig")),
        ("Martin L. King Jr.", Name("King Jr.", "Martin L.")),
        ("Иван Петров", Name("Петров", "Иван")),
        ("Ministry of Fisheries, Norway", Name("Ministry of Fisheries, Norway")),
        ("World Health Organization", Name("World Health Organization")),
        ("UNESCO", Name("UNESCO")),
        ("OECD/IEA", Name("OECD/IEA")),
        ("山田太郎", Name("山田太郎")),
        ("Doctors Without Borders", Name("Doctors Without Borders")),
        ("Harbour Fire Inquiry", Name("Harbour Fire Inquiry")),
        ("Port Desk", Name("Port Desk")),
        ("Norsund Police", Name("Norsund Police")),
        ("Web Editor", Name("Web Editor")),
        ("Coast Research", Name("Coast Research")),
        ("Edith Pressman", Name("Pressman", "Edith")),
    ],
)
def test_people_are_taken_apart_and_organisations_are_not(written, read):
    assert named(written) == read


def test_initials_keep_their_hyphen():
    assert Name("Lee", "Mary-Ann Jo").initials == "M.-A. J."


@pytest.mark.parametrize("style", ["apa", "chicago", "mla", "harvard", "apa-html", "markdown"])
def test_the_registry_is_named_once_where_a_source_has_no_address(cited, style):
    made = cited(url=None, deep_link=None)
    written = "".join(EXPORTERS[style]([made]))
    shown = written.replace(f'href="{made.permalink}"', "")
    assert shown.count(made.permalink) == 1
    assert "Archived 22 August 2026 as SHA-256" in written
    assert "Standing: undisputed" in written


def test_a_title_is_told_without_its_site_and_where_there_is_none_it_is_no_title(cited):
    long = cited(title="Berths in the old port | Harbour Board of Lindau | News")
    assert "".join(EXPORTERS["apa"]([long])) == "".join(EXPORTERS["apa"]([cited()]))
    assert '"title": "Berths in the old port"' in "".join(EXPORTERS["csl"]([long]))
    bare = cited(title=None, publisher=None, published=None)
    assert "".join(EXPORTERS["apa"]([bare])).startswith("[Untitled document]. (n.d.). Retrieved August 22, 2026, from ")
    assert "".join(EXPORTERS["chicago"]([bare])).startswith("Untitled document. Accessed August 22, 2026. ")
    assert "".join(EXPORTERS["mla"]([bare])).startswith(f"Untitled document. {URL}. Accessed 22 Aug. 2026.")
