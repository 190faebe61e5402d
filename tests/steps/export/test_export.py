"""Every exporter, and the formats that programs read back."""

from __future__ import annotations

import csv
import io
import re
from datetime import date, datetime, timedelta, timezone

import orjson
import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from registry.model.citation import SourceKind
from registry.model.span import Span
from registry.steps.export import EXPORTERS, travels
from registry.steps.export.annotation import annotation
from registry.steps.export.bibtex import escaped, key
from registry.steps.export.csl import TYPES, item
from registry.steps.export.embed import coins, highwire
from registry.steps.export.notes import harmless

LINK = "https://harbour.example/berths#:~:text=counted-,412%20berths,-in%20the"
# The names that the CSL-JSON schema allows and we use; it refuses every other.
ALLOWED = {
    *("id", "type", "title", "author", "container-title", "publisher", "authority", "genre", "issued", "accessed"),
    *("URL", "language", "locator", "abstract", "archive", "archive_location", "note", "custom"),
}
PLAIN_WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=12)


@pytest.mark.parametrize("name", EXPORTERS)
def test_every_exporter_says_what_it_makes(name):
    assert (EXPORTERS[name].__doc__ or "").endswith(".")
    assert "/" in travels(name).media_type
    assert travels(name).ending.isalpha()


@pytest.mark.parametrize("name", EXPORTERS)
def test_every_exporter_carries_the_words_the_hash_and_the_standing(name, cited):
    made = "".join(EXPORTERS[name]([cited(), cited(claim_id="clm2")]))
    for part in ("412 berths", "undisputed, 4 sources, 3 independent", "clm0123456789abcdef0123"):
        assert made.count(part) >= 1
    if name != "annotation":
        assert "ab" * 32 in made


@pytest.mark.parametrize("name", EXPORTERS)
def test_every_exporter_bears_a_source_of_which_nothing_is_known(name, cited):
    bare = cited(title=None, publisher=None, published=None, language=None, url=None)
    assert "clm0123456789abcdef0123" in "".join(EXPORTERS[name]([bare]))


@pytest.mark.parametrize("kind", SourceKind)
def test_csl_items_use_only_what_the_schema_knows(kind, cited):
    made = item(cited(kind=kind, page=12, deep_link=LINK))
    assert set(made) <= ALLOWED
    assert made["type"] == TYPES[kind]
    assert made["issued"] == {"date-parts": [[2025, 1, 16]]}
    assert made["accessed"] == {"date-parts": [[2026, 8, 22]]}
    assert made["URL"] == LINK
    assert made["locator"] == "12"
    assert made["note"].startswith("claim: https://claims.example/claims/")


def test_csl_names_organisations_literally_and_people_in_parts(cited):
    assert item(cited())["author"] == [{"literal": "Harbour Board of Lindau"}]
    assert item(cited(authors=("Vera van den Berg",)))["author"] == [{"family": "van den Berg", "given": "Vera"}]


def test_csl_is_one_array(cited):
    assert [row["id"] for row in orjson.loads("".join(EXPORTERS["csl"]([cited(), cited(claim_id="b")])))] == [
        "clm0123456789abcdef0123",
        "b",
    ]
    assert orjson.loads("".join(EXPORTERS["csl"]([]))) == []


def test_the_day_of_access_is_counted_in_utc(cited):
    late = datetime(2026, 8, 22, 23, 30, tzinfo=timezone(timedelta(hours=-5)))
    assert item(cited(read_at=late))["accessed"] == {"date-parts": [[2026, 8, 23]]}


def fields(made: str) -> dict[str, str]:
    """The fields of the one entry, as BibTeX's reader finds them."""
    library = parse_string(made, append_middleware=[LatexDecodingMiddleware()])
    assert not library.failed_blocks
    return {field.key: field.value for field in library.entries[0].fields}


@pytest.mark.parametrize("dialect", ["bibtex", "biblatex"])
@pytest.mark.parametrize("kind", SourceKind)
def test_bibtex_comes_back_from_a_reader(dialect, kind, cited):
    made = "".join(EXPORTERS[dialect]([cited(title="Berths & quays: 100% of {them}_", kind=kind, deep_link=LINK)]))
    read = parse_string(made)
    assert not read.failed_blocks
    assert read.entries[0].fields_dict["url"].value == LINK
    assert re.fullmatch(r"[a-z0-9:_-]+", read.entries[0].key)
    assert fields(made)["title"].replace("{", "").replace("}", "") == "Berths & quays: 100% of them_"


def test_bibtex_keeps_organisations_together(cited):
    assert "author = {{Harbour Board of Lindau}}," in "".join(EXPORTERS["biblatex"]([cited()]))
    people = cited(authors=("Ada Lund", "Bo Ek"))
    assert "author = {Lund, Ada and Ek, Bo}," in "".join(EXPORTERS["bibtex"]([people]))


def test_bibtex_and_biblatex_write_dates_their_own_way(cited):
    assert "date = {2025-01-16}," in "".join(EXPORTERS["biblatex"]([cited()]))
    old = "".join(EXPORTERS["bibtex"]([cited()]))
    assert "year = {2025}," in old
    assert "month = jan," in old
    assert "howpublished = {\\url{https://harbour.example/berths}}" in old


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_escaped_text_cannot_end_its_field(text):
    made = escaped(text)
    assert made.count("{") == made.count("}")
    assert not re.search(r"(?<!\\)[&%$#_]", made)
    assert "\n" not in made


@given(st.lists(PLAIN_WORDS, min_size=1, max_size=5))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_bibtex_field_survives_whatever_the_words_are(cited, said):
    made = "".join(EXPORTERS["biblatex"]([cited(span=Span(0, 5, " ".join(said)), sentence="")]))
    read = parse_string(made)
    assert not read.failed_blocks
    assert len(read.entries) == 1
    assert read.entries[0].fields_dict["annotation"].value == f"“{escaped(' '.join(said))}”"


def test_keys_are_stable_and_differ_by_claim(cited):
    assert key(cited()) == "hbl2025_berths_clm0123456789abc"
    assert key(cited()) != key(cited(claim_id="clm9"))
    assert key(cited(title="裁判所", publisher="裁判所", published=None)) == "anonnd_text_clm0123456789abc"


@pytest.mark.parametrize(
    ("kind", "tag"),
    [
        ("webpage", "ELEC"),
        ("news", "NEWS"),
        ("report", "RPRT"),
        ("case", "CASE"),
        ("dataset", "DATA"),
        ("blog", "BLOG"),
    ],
)
def test_ris_comes_back_from_a_reader(kind, tag, cited):
    made = "".join(EXPORTERS["ris"]([cited(kind=SourceKind(kind), page=3, deep_link=LINK)]))
    assert made.startswith(f"TY  - {tag}\r\n")
    assert made.endswith("ER  - \r\n\r\n")
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in made.split("\r\n") if line)
    read = rispy.loads(made)[0]
    assert read["type_of_reference"] == tag
    assert read.get("authors") == (None if kind == "news" else ["Harbour Board of Lindau"])
    assert read["urls"] == [LINK]
    assert read["date"] == "2025/01/16/"


def test_ris_values_stay_on_their_line(cited):
    made = "".join(EXPORTERS["ris"]([cited(title="Berths\r\nER  - \r\nTY  - GEN", standing="a\nb")]))
    assert made.count("\r\nER  - \r\n") == 1
    assert len(rispy.loads(made)) == 1


def test_csv_is_a_table_and_runs_no_formula(cited):
    made = "".join(EXPORTERS["csv"]([cited(title='=HYPERLINK("x")'), cited(span=Span(0, 4, "-5 %"))]))
    rows = list(csv.DictReader(io.StringIO(made)))
    assert rows[0]["title"] == '\'=HYPERLINK("x")'
    assert rows[1]["quote"] == "-5 %"
    assert rows[0]["published"] == "2025-01-16"


@pytest.mark.parametrize("cell", ["-2+3+cmd|' /C calc'!A0", "+1*A1", "\uff1dSUM(A1)", "\n=1", "--1", "+x", "-(1)"])
def test_a_formula_behind_a_number_is_one_too(cell):
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["-5 %", "+12", "-1,234.5", "-5 °C", "+3 points", "12", "a=b", ""])
def test_a_number_with_a_sign_is_no_formula(cell):
    assert harmless(cell) == cell


def test_markdown_is_a_footnote_that_nothing_in_it_can_leave(cited):
    made = "".join(
        EXPORTERS["markdown"]([cited(title="[Berths](javascript:x) *now*", url="https://h.example/a(b)> c")])
    )
    assert made.startswith(
        "[^hbl2025_berths_clm0123456789abc]: “The harbour board counted 412 berths in the old port.” "
    )
    assert "[\\[Berths\\](javascript:x) \\*now\\*](<https://h.example/a(b)%3E%20c>)" in made


def test_an_annotation_points_by_quotation_position_and_time(cited):
    made = annotation(cited(page=7))
    quotation, position, page = made["target"]["selector"]
    assert made["motivation"] == "identifying"
    assert quotation["exact"] == "412 berths"
    assert (position["start"], position["end"]) == (26, 36)
    assert page["value"] == "page=7"
    assert made["target"]["state"]["sourceDate"] == "2026-08-22T10:00:00Z"
    assert made["target"]["source"] == "https://harbour.example/berths"


@pytest.mark.parametrize("count", [0, 2, 3])
def test_several_annotations_are_one_document(cited, count):
    made = orjson.loads("".join(EXPORTERS["annotation"](cited() for _ in range(count))))
    assert [each["type"] for each in made] == ["Annotation"] * count


def test_a_single_annotation_is_an_object(cited):
    assert orjson.loads("".join(EXPORTERS["annotation"]([cited()])))["type"] == "Annotation"


def test_highwire_tags_call_a_report_a_report(cited):
    pairs = dict(highwire(cited(kind=SourceKind.REPORT)))
    assert pairs["citation_technical_report_institution"] == "Harbour Board of Lindau"
    assert pairs["citation_publication_date"] == "2025/01/16"
    assert "citation_technical_report_institution" not in dict(highwire(cited()))


def test_coins_are_one_query(cited):
    made = coins(cited(title='Berths & "quays"', authors=("Ada Lund",)))
    assert made.startswith("url_ver=Z39.88-2004&ctx_ver=Z39.88-2004&rft_val_fmt=info")
    assert "=Berths+%26+%22quays%22&" in made
    assert "rft.type=webpage" in coins(cited())
    assert "rft.aulast=Lund&rft.aufirst=Ada" in coins(cited(authors=("Ada Lund",)))


def test_the_kind_of_a_source_is_guessed_from_what_is_known(cited):
    def guessed(**known) -> str:
        return str(item(cited(**known))["type"])

    assert guessed() == "webpage"
    assert guessed(publisher="The Lindau Times") == "article-newspaper"
    assert guessed(media_type="application/pdf") == "report"
    assert guessed(title="Prosecutor v. Nobody") == "legal_case"
    assert guessed(title="Annual report of the harbour") == "report"
    assert guessed(url="https://blog.harbour.example/x") == "post-weblog"
    assert guessed(title="Data set of berths") == "dataset"
    assert guessed(publisher="The Lindau Times", kind=SourceKind.BLOG) == "post-weblog"


def test_early_years_keep_their_zeros(cited):
    assert "DA  - 0800/12/25/" in "".join(EXPORTERS["ris"]([cited(published=date(800, 12, 25))]))
