"""Tables as CSV: rows with the names of their columns, and other files of offices refused by what they are."""

from __future__ import annotations

import io
import time
import zipfile
from decimal import Decimal

import pytest

from registry.errors import TooLarge, Unreadable
from registry.model.document import Source
from registry.model.span import BlockKind
from registry.steps.extract import extract
from registry.steps.read import MAX_CELLS, read

HERDS = 'valley,herds,grazed area (ha)\nUpper Lorn,14,2300\n"Lorn, lower",22,4100\n'


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_table_keeps_its_rows_beside_the_names_of_their_columns(mark):
    data = HERDS.replace("Lorn, lower", "Lower Lorn").replace(",", mark).encode()
    reading = read(data, name="herds.csv", media_type="application/vnd.ms-excel")
    assert reading.media_type == "text/csv"
    rows = [block for block in reading.blocks if block.kind is BlockKind.ROW]
    assert rows[1].headers == ("valley", "herds", "grazed area (ha)")
    claims = extract(reading, Source("herds"))
    told = {(claim.assertion.subject.label, claim.span.exact) for claim in claims if claim.assertion.subject}
    assert {("Upper Lorn", "2300"), ("Lower Lorn", "22")} <= told
    assert {claim.assertion.value.unit for claim in claims} == {"count", "ha"}


@pytest.mark.parametrize(
    ("table", "value"),
    [
        ("Stadt;Einwohner;km2\nTalheim;12.900;45,7\nSteinau;8.450;12,3\n", "12900"),
        ("Ville;Habitants\nNantelle;12.900\nBroux;8.450\n", "12900"),
        ("town;boats;budget\nTalby;12.900;1.200,50\nSunby;8.450;300\n", "12900"),
        ("town;boats;depth (m)\nTalby;12.900;0,450\nSunby;8.450;1,200\n", "12900"),
        ("sample;mass (g);volume (ml)\nA;12.900;45.1\nB;8.450;12.3\n", "12.900"),
        ("sample;mass (g);volume (ml)\nA;12.900;0.450\nB;8.450;1.120\n", "12.900"),
        ("sample;mass (g);volume (ml)\nA;12.900;45.1250\nB;8.450;12.3000\n", "12.900"),
        ("sample,mass (g)\nA,12.900\nB,8.450\n", "12.900"),
        ("town\tboats\nA\t12.900\nB\t8.450\n", "12.900"),
    ],
)
def test_a_point_is_what_the_other_cells_and_the_marks_between_them_make_it(table, value):
    (claim,) = [one for one in extract(read(table.encode(), name="a.csv"), Source("a")) if one.span.exact == "12.900"]
    assert claim.assertion.value.low == Decimal(value)


def test_a_table_with_semicolons_that_tells_its_language_goes_by_that():
    reading = read(b"town;boats\nA;12.900\nB;8.450\n", name="a.csv")
    (claim,) = [one for one in extract(reading, Source("a", language="en")) if one.span.exact == "12.900"]
    assert claim.assertion.value.low == Decimal("12.9")


def test_a_mark_in_quotation_marks_parts_no_cells():
    text = read(HERDS.encode(), name="herds.csv").text
    assert "Lorn, lower\t22\t4100" in text


def test_what_is_no_table_is_read_as_text():
    reading = read(b"The mill has 12 looms.", name="mill.csv")
    assert reading.text == "The mill has 12 looms."
    assert reading.media_type == "text/plain"


def test_a_table_of_figures_alone_names_no_columns():
    reading = read(b"2023,14\n2024,22\n", name="years.csv")
    assert all(not block.headers for block in reading.blocks)


def test_a_table_with_too_many_cells_is_refused_before_it_is_read():
    with pytest.raises(TooLarge, match="table cells"):
        read(b"a,b\n" + b"1," * (MAX_CELLS + 1), name="wide.csv")


@pytest.mark.parametrize(
    ("part", "what"),
    [("xl/workbook.xml", "spreadsheet"), ("ppt/presentation.xml", "presentation")],
)
def test_other_files_of_offices_are_named_with_what_to_do(part, what):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(part, "<x/>")
    with pytest.raises(Unreadable, match=f"{what}.*save"):
        read(packed.getvalue(), name="report.xlsx")


def test_a_cell_of_digits_without_end_takes_no_longer_than_it_is_long():
    began = time.process_time()
    assert "Boats" in read(f"Town,Boats\nVarn,{'1' * 100_000}x\nLund,12\n".encode(), name="a.csv").text
    assert time.process_time() - began < 2


def test_a_column_with_a_year_and_a_unit_is_called_by_what_it_measures():
    data = b"valley,harvest 2025 (t),harvest 2024 (t)\nUpper Lorn,820,910\nLower Lorn,640,700\n"
    claims = extract(read(data, name="harvest.csv"), Source("harvest"))
    assert {claim.assertion.attribute.label for claim in claims if claim.assertion.attribute} == {"harvest"}
    assert {claim.assertion.value.unit for claim in claims} == {"t"}
