"""Documents for the stateless commands: files, folders with a `meta.json`, and lines of JSON.

A newcomer's mistake: stopping at the first unreadable file, or where a rule fails over one. It is named on standard
error, the others are done.
"""

from __future__ import annotations

import argparse
import io
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from pathlib import Path
from traceback import extract_tb
from typing import Any

from registry.errors import InvalidValue, RegistryError
from registry.model.document import Reading, Source
from registry.model.given import day_that_can_be

ENDINGS = {".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf", ".docx", ".eml"}
KNOWN = ("title", "publisher", "published", "language", "url")


@dataclass
class Trouble:
    """What could not be read; one line each on standard error."""

    lines: list[str] = field(default_factory=list)

    def note(self, place: str, error: object) -> None:
        """Name the input and say why it was left out."""
        line = f"claims: {place}: {error}"
        self.lines.append(line)
        print(line, file=sys.stderr)

    def warn(self, place: str, what: str) -> None:
        """Say what somebody might not expect; the exit status stays as it is."""
        print(f"claims: {place}: {what}", file=sys.stderr)

    def broke(self, source: Source, error: Exception) -> None:
        """Name the document over which a rule failed, and where."""
        self.note(source.id, fault(error))


def fault(error: Exception) -> str:
    """A mistake of the program in a line: what it was, and where.

    >>> fault(ValueError("no such unit"))
    'the program failed over it (ValueError: no such unit); this is a mistake of the program, please report it.'
    """
    frames = extract_tb(error.__traceback__)
    place = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    what = " ".join(f"{type(error).__name__}: {error}".split())
    return f"the program failed over it ({what}{place}); this is a mistake of the program, please report it."


def files(paths: Iterable[str], trouble: Trouble) -> Iterator[Path]:
    """The files that are named and the documents in the folders that are named, in order."""
    for name in paths:
        path = Path(name)
        if not name:
            trouble.note("''", "this is no path; a variable may be empty.")
        elif path.is_dir():
            yield from inside(path, trouble)
        elif path.exists():
            yield path
        elif "://" in name:
            trouble.note(name, "only `claims add` fetches addresses, of http and https; download it and give the file.")
        else:
            trouble.note(name, "there is no such file or folder; check the path.")


def inside(folder: Path, trouble: Trouble) -> Iterator[Path]:
    """The documents in a folder; not those in folders below it, which is said where there is nothing else."""
    try:
        found = [file for file in sorted(folder.iterdir()) if file.suffix.lower() in ENDINGS and file.is_file()]
    except OSError as error:
        trouble.note(str(folder), error.strerror)
        return
    if not found:
        trouble.warn(
            str(folder), f"no document in this folder (folders below it are not read): {' '.join(sorted(ENDINGS))}"
        )
    yield from found


def piped() -> str:
    """The text of standard input, its line ends as they are; raises `InvalidValue` for what is no text in UTF-8."""
    if not isinstance(sys.stdin, io.TextIOWrapper):
        given: str = sys.stdin.read()
        return given
    data: bytes = sys.stdin.buffer.read()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InvalidValue("standard input is no text in UTF-8; save it in a file and name that.") from None


def at_least_one(given: str) -> int:
    """A number of an option that counts something."""
    if not given.isascii() or not given.isdigit() or int(given) == 0:
        raise argparse.ArgumentTypeError(f"{given!r} is not 1 or more")
    return int(given)


def readings(paths: Iterable[str], trouble: Trouble) -> Iterator[tuple[Reading, Source]]:
    """The documents of files and folders, read."""
    for name in paths:
        if name == "-":
            yield from standard_input(trouble)
        else:
            yield from filed(files([name], trouble), trouble)


def standard_input(trouble: Trouble) -> Iterator[tuple[Reading, Source]]:
    """The text of standard input as a document."""
    try:
        yield typed(piped(), "-", {})
    except RegistryError as error:
        trouble.note("-", error)


def filed(found: Iterable[Path], trouble: Trouble) -> Iterator[tuple[Reading, Source]]:
    """The documents of files, read; each with what the `meta.json` beside it says."""
    metas: dict[Path, dict[str, Any]] = {}
    for file in found:
        try:
            if file.parent not in metas:
                metas[file.parent] = meta(file.parent)
            yield opened(file, metas[file.parent].get(file.name, {}))
        except (RegistryError, OSError) as error:
            trouble.note(str(file), error.strerror if isinstance(error, OSError) else error)
        except Exception as error:
            trouble.note(str(file), fault(error))


def meta(folder: Path) -> dict[str, Any]:
    """What the folder's `meta.json` says about its files; nothing where there is none."""
    path = folder / "meta.json"
    if not path.is_file():
        return {}
    try:
        said = json.loads(path.read_bytes())
    except ValueError as error:
        raise InvalidValue(f"{path} is not JSON ({error}); mend or remove it.") from None
    if not isinstance(said, dict) or not all(isinstance(row, dict) for row in said.values()):
        raise InvalidValue(f'{path} must look like {{"file.txt": {{"title": ..., "published": ...}}}}.')
    return said


def opened(file: Path, known: dict[str, Any]) -> tuple[Reading, Source]:
    """A file read, with what is known about it and what its bytes say."""
    from registry.sandbox import read_guarded

    return described(read_guarded(file.read_bytes(), name=file.name, media_type=None), str(file), known)


def described(reading: Reading, name: str, known: dict[str, Any]) -> tuple[Reading, Source]:
    """The reading with its source; what is given outranks what the bytes say."""
    source = Source(
        id=name,
        title=known.get("title") or reading.title,
        publisher=known.get("publisher") or reading.publisher,
        published=day(known.get("published"), name) or reading.published,
        language=known.get("language") or reading.language,
        url=known.get("url") or reading.url,
        authors=reading.authors,
        digest=sha256(reading.text.encode(errors="surrogatepass")).hexdigest(),
    )
    return reading, source


def day(given: object, name: str) -> date | None:
    """The date of an ISO string."""
    if given in (None, ""):
        return None
    try:
        return day_that_can_be(date.fromisoformat(str(given)[:10]))
    except (ValueError, InvalidValue):
        what = name if name.startswith("--") else f'"published" of {name}'
        raise InvalidValue(f"{what} is {given!r}; it must be a date such as 2025-01-16.") from None


def typed(text: object, name: str, known: dict[str, Any]) -> tuple[Reading, Source]:
    """A document that came as a string."""
    if not isinstance(text, str):
        raise InvalidValue(f'"text" of {name} must be a string.')
    return described(Reading(text=text, media_type="text/plain", reader="given"), name, known)


def lines(trouble: Trouble, *needed: str) -> Iterator[dict[str, Any]]:
    """The objects of standard input, one a line, each with the keys that are needed."""
    for count, line in enumerate(sys.stdin.buffer, 1):
        if line.strip():
            try:
                yield row(line, needed)
            except InvalidValue as error:
                trouble.note(f"line {count} of standard input", error)


def row(line: bytes, needed: Iterable[str]) -> dict[str, Any]:
    """The object of a line."""
    try:
        said = json.loads(line)
    except ValueError as error:
        raise InvalidValue(f"this is not JSON in UTF-8 ({error}).") from None
    if not isinstance(said, dict):
        raise InvalidValue("this is not a JSON object.")
    missing = [key for key in needed if key not in said]
    if missing:
        raise InvalidValue(f"the key {missing[0]!r} is missing.")
    return said


def each(rows: Iterable[dict[str, Any]], work: Callable[[dict[str, Any]], None], trouble: Trouble) -> None:
    """Do the work for every row; a row that cannot be worked with is named and left out."""
    for said in rows:
        try:
            work(said)
        except RegistryError as error:
            trouble.note(str(said.get("id")), error)
        except OSError:
            raise
        except Exception as error:
            trouble.note(str(said.get("id")), fault(error))
