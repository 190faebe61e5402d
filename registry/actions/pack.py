"""An evidence pack: everything that shows what was said about a fact, in a zip that can be checked without a registry.

A newcomer's mistake: the hashes first. They are the last file, because they are known when the others are written.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from typing import IO

from registry.actions import cite, lookup
from registry.actions.views import SideView
from registry.model.citation import Citation
from registry.model.pack import Evidence, Manifest
from registry.steps.export import EXPORTERS, travels
from registry.steps.export.evidence import index, manifest
from registry.store import ReadSession
from registry.store.queries import documents as document_queries

SUMS = "SHA256SUMS"
ENDINGS = {
    "text/plain": "txt",
    "text/markdown": "md",
    "text/html": "html",
    "text/csv": "csv",
    "message/rfc822": "eml",
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
}


def pack(session: ReadSession, fact_id: str, into: IO[bytes], *, site: str) -> str:
    """Write the evidence of a fact into a file as a zip; the id of the fact, which may have been merged."""
    view = lookup.fact(session, fact_id)
    evidence = tuple(
        _evidence(cite.citation(session, claim.id, site=site), side, claim.version_id)
        for side in view.sides
        for claim in side.claims
    )
    whole = Manifest(
        fact_id=view.row.id,
        question=view.row.question,
        standing=view.row.standing.words,
        permalink=f"{site.rstrip('/')}/facts/{view.row.id}",
        made_at=datetime.now(UTC),
        evidence=evidence,
    )
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as zipped:
        sums = [_put(zipped, name, data) for name, data in _files(session, whole)]
        _put(zipped, SUMS, "".join(sums).encode())
    return view.row.id


def _evidence(citation: Citation, side: SideView, version_id: str) -> Evidence:
    """A claim with its citation and the names of its files."""
    ending = ENDINGS.get(citation.media_type.partition(";")[0], "bin")
    folder = f"sources/{version_id}"
    return Evidence(side.number, side.label, citation, f"{folder}/original.{ending}", f"{folder}/text.txt")


def _files(session: ReadSession, whole: Manifest) -> Iterator[tuple[str, bytes]]:
    """The files of a pack, one at a time."""
    citations = [each.citation for each in whole.evidence]
    named = [(style, f"citations/{style}.{travels(style).ending}") for style in EXPORTERS]
    yield "index.html", index(whole, named)
    yield "manifest.json", manifest(whole)
    for style, name in named:
        yield name, "".join(EXPORTERS[style](citations)).encode("utf-8", "replace")
    for each in {one.text: one for one in whole.evidence}.values():
        version_id = each.text.split("/")[1]
        yield each.original, lookup.original(session, version_id)[1]
        told = document_queries.text_of(session, version_id)
        assert told is not None
        yield each.text, told.text.encode("utf-8", "surrogatepass")


def _put(zipped: zipfile.ZipFile, name: str, data: bytes) -> str:
    """Write a file; its line for the sums."""
    zipped.writestr(name, data)
    return f"{sha256(data).hexdigest()}  {name}\n"
