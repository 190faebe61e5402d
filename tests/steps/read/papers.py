"""Makes small PDF and DOCX files for the tests."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

import docx


def pdf(*pages: Sequence[tuple[float, float, float, str]]) -> bytes:
    """A PDF with words at (x, y) in a size on each page."""
    bodies = [_body(page) for page in pages]
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for number, body in enumerate(bodies):
        page = f"/Contents {5 + 2 * number} 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>"
        objects.append(f"<</Type/Page/Parent 2 0 R{page}>>".encode())
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(body), body))
    return _assembled(objects)


def _body(page: Sequence[tuple[float, float, float, str]]) -> bytes:
    """The drawing orders of a page."""
    escaped = ((x, y, size, words.replace("(", r"\(").replace(")", r"\)")) for x, y, size, words in page)
    return "\n".join(f"BT /F {size} Tf {x} {y} Td ({words}) Tj ET" for x, y, size, words in escaped).encode("cp1252")


def _assembled(objects: list[bytes]) -> bytes:
    """A PDF of objects, with its table of places."""
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, body)
    start = len(out)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    out += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)
    return bytes(out)


def lines(*words: str, top: float = 780, size: float = 11) -> list[tuple[float, float, float, str]]:
    """Lines one below the other."""
    return [(60, top - number * 1.2 * size, size, line) for number, line in enumerate(words)]


def report() -> bytes:
    """A Word report with a title, a list, a table and its properties."""
    document = docx.Document()
    document.core_properties.title = "Harbour report"
    document.core_properties.author = "Ana Ruiz; Tom Byrne"
    document.add_heading("Harbour traffic rose in May", level=0)
    document.add_heading("Overview", level=1)
    document.add_paragraph("The port handled 1.4 million tonnes. It employs 312 people.")
    document.add_paragraph("212 ships called", style="List Bullet")
    table = document.add_table(rows=2, cols=2)
    for cell, words in zip(
        (*table.rows[0].cells, *table.rows[1].cells), ("Pier", "Ships", "North", "140"), strict=True
    ):
        cell.text = words
    document.add_paragraph("A new crane arrives in June.")
    return packed(document)


def packed(document: docx.document.Document) -> bytes:
    """The bytes of a Word document."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def with_part(data: bytes, name: str, body: bytes) -> bytes:
    """A Word document with one part replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            if member.filename != name:
                new.writestr(member, old.read(member))
        new.writestr(name, body)
    return out.getvalue()
