"""A draft held against the registry: paste it, see every figure that is not as the registry holds it, underlined.

A newcomer's mistake: a script that checks while one types. The page works without any; the draft comes back as it was.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Annotated, NamedTuple

from fastapi import APIRouter, Form, UploadFile
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, Field

from api.deps import BY_READERS, Configured
from api.drafts import DraftIn, LintedOut, LintProblemOut
from registry.actions import lint
from registry.config import Settings
from registry.errors import InvalidValue, RegistryError, TooLarge
from registry.model.document import Reading
from web import words
from web.fields import Short
from web.frame import Frame, Framed

router = APIRouter()

LONGEST = 500_000
# Seconds of a processor that a file of a draft may take to be read.
PATIENCE = 20
TONES = {
    "FACT001": "contradiction",
    "FACT002": "changed",
    "FACT003": "disputed",
    "FACT005": "contradiction",
    "FACT006": "changed",
}
CALLED = {
    "FACT001": "Contradicted",
    "FACT002": "Out of date",
    "FACT003": "Disputed",
    "FACT004": "Not in the registry",
    "FACT005": "Misquoted",
    "FACT006": "Another unit or question",
    "FACT007": "A closer source is known",
    "LINT001": "Silenced without a reason",
    "LINT002": "Nothing to silence",
}


class Paste(BaseModel):
    """What was written into the form: a draft or a file with one, and what is to be looked for."""

    text: Annotated[str, Field(max_length=LONGEST)] = ""
    file: UploadFile | None = None
    as_of: Short = ""
    unsupported: bool = False

    def draft(self, text: str) -> DraftIn:
        """A draft as the API would get it, with these wishes."""
        try:
            day = date.fromisoformat(self.as_of) if self.as_of else None
        except ValueError:
            raise InvalidValue(f"{self.as_of!r} is no date; write it as 2024-05-31.") from None
        return DraftIn(text=text, as_of=day, unsupported=self.unsupported)

    def reading(self) -> Reading:
        """The draft as it was pasted."""
        return self.draft(self.text.replace("\r\n", "\n")).reading()


class Piece(NamedTuple):
    """Some words of the draft; those of a finding carry its number."""

    text: str
    number: int = 0
    tone: str = ""
    title: str = ""


class Finding(NamedTuple):
    """A finding as it is shown."""

    number: int
    tone: str
    title: str
    told: LintProblemOut


@router.get("/lint")
def lint_form(frame: Framed) -> HTMLResponse:
    """The form."""
    return shown(frame, Paste())


@router.post("/lint", dependencies=BY_READERS)
def lint_draft(frame: Framed, settings: Configured, given: Annotated[Paste, Form()]) -> HTMLResponse:
    """The draft with its findings, and the form again below; a file that was chosen is checked instead of the text."""
    if given.file is not None and given.file.filename:
        return lint_file(frame, settings, given, given.file)
    if not given.text.strip():
        return shown(frame, given, error="There is no draft yet; paste one, or choose a file.")
    return checked(frame, settings, given, given.reading)


def lint_file(frame: Frame, settings: Settings, given: Paste, file: UploadFile) -> HTMLResponse:
    """The same for a draft in a file; its text is put into the form, to be mended and checked again."""
    data = file.file.read(settings.max_bytes + 1)
    if len(data) > settings.max_bytes:
        much = f"The file has more than {words.sized(settings.max_bytes)}; check a part of it."
        return shown(frame, given, error=much)
    asked = given.model_copy(update={"text": ""})
    return checked(frame, settings, asked, partial(lint.opened, data, file.filename or "", seconds=PATIENCE))


def checked(frame: Frame, settings: Settings, given: Paste, opened: Callable[[], Reading]) -> HTMLResponse:
    """The page of a draft that was read; or the form again, with what is wrong."""
    try:
        options, reading = given.draft("-").options(), fitting(opened())
        claims = lint.read(reading, options, model=settings.model)
    except RegistryError as error:
        return shown(frame, given, error=str(error))
    report = lint.lint(frame.session, reading, claims, options, site=settings.site)
    kept = given.model_copy(update={"text": given.text or reading.text[:LONGEST]})
    return shown(frame, kept, LintedOut.of(report), text=reading.text)


def fitting(reading: Reading) -> Reading:
    """A draft no longer than one that is pasted may be: a small file can hold hours of reading, and anybody may ask."""
    if len(reading.text) > LONGEST:
        raise TooLarge(f"The draft has {len(reading.text):,} characters; check at most {LONGEST:,} at a time.")
    return reading


def shown(
    frame: Frame, given: Paste, linted: LintedOut | None = None, *, text: str = "", error: str = ""
) -> HTMLResponse:
    """The page: what was found, the draft with marks, the form."""
    found = tuple(finding(number, one) for number, one in enumerate(linted.problems if linted else (), 1))
    return frame.page(
        "lint.html",
        title=title(found, linted) if linted else "Check a draft",
        given=given,
        error=error,
        linted=linted,
        findings=found,
        paragraphs=paragraphs(text, found),
        longest=LONGEST,
    )


def title(found: tuple[Finding, ...], linted: LintedOut) -> str:
    """What was found, in a few words."""
    if not linted.claims:
        return "No claim in this draft"
    if not found:
        return f"{words.counted(linted.claims, 'claim')}, nothing to correct"
    return f"{words.counted(len(found), 'place')} to look at"


def finding(number: int, one: LintProblemOut) -> Finding:
    """A finding with its tone and its name for people."""
    return Finding(number, TONES.get(one.rule, "unsure"), CALLED.get(one.rule, one.name), one)


def paragraphs(text: str, found: tuple[Finding, ...]) -> list[list[Piece]]:
    """The draft by its paragraphs, each in pieces; of two findings that overlap the first is marked."""
    pieces: list[Piece] = []
    at = 0
    for one in sorted(found, key=lambda each: each.told.start):
        start, end = one.told.start, one.told.end
        if start >= at:
            pieces += [Piece(text[at:start]), Piece(text[start:end], one.number, one.tone, one.told.message)]
            at = end
    return split([*pieces, Piece(text[at:])])


def split(pieces: list[Piece]) -> list[list[Piece]]:
    """Pieces by the paragraphs that they stand in."""
    made: list[list[Piece]] = [[]]
    for piece in pieces:
        first, *rest = piece.text.split("\n\n") if not piece.number else [piece.text]
        made[-1].append(piece._replace(text=first))
        made += [[piece._replace(text=one)] for one in rest]
    return [one for one in made if any(piece.text.strip() for piece in one)]
