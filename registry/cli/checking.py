"""What holds a draft against a registry: in a file, of this machine, or elsewhere together with what it last said.

A newcomer's mistake: sending a file elsewhere. The draft is read here, and its text is sent.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from registry.actions import lint as linting
from registry.actions import watching
from registry.cli.opening import settings
from registry.errors import InvalidValue, Misconfigured, Unavailable
from registry.model.document import Reading
from registry.steps.lint.problem import Options, Report
from registry.steps.lint.told import report_of
from registry.store import Store, WriteSession, open_store

if TYPE_CHECKING:
    from registry.client import Registry

HEADER = b"SQLite format 3\0"
ADDRESSES = ("http://", "https://")
SENT = ("text/markdown", "text/plain")
Check = Callable[[str, Reading, Options], Report]


@contextmanager
def checker(registry: str | None, *, cache: str | None = None, watch: str | None = None) -> Iterator[Check]:
    """A function that gives the report on a draft that is read; `watch` also registers what it used."""
    if registry is not None and registry.startswith(ADDRESSES):
        from registry.client import Registry

        with Registry(registry, token=os.environ.get("CLAIMS_TOKEN")) as there:
            yield lambda name, reading, told: _there(there, name, reading, told, cache=cache, watch=watch)
        return
    if cache is not None:
        raise InvalidValue("--cache goes with --registry URL; a registry in a file needs none.")
    with opened(registry) as store:
        yield lambda name, reading, told: _here(store, watch, name, reading, told)


@contextmanager
def opened(file: str | None) -> Iterator[Store]:
    """The registry to ask, which must exist and be at the present schema."""
    from registry.store.db import reachable
    from registry.store.schema import is_current

    database = f"sqlite:///{file}" if file else settings().database
    path = Path(file) if file else settings().sqlite_file
    if path is not None:
        demand_registry(path)
    store = open_store(database)
    try:
        with reachable():
            if not is_current(store):
                raise Misconfigured("the registry's schema is not the present one; run `claims migrate`.")
            yield store
    finally:
        store.close()


def demand_registry(path: Path) -> None:
    """Refuse a file that is no registry; opening one that is missing would make an empty one."""
    try:
        with path.open("rb") as file:
            good = file.read(len(HEADER)) == HEADER
    except OSError as error:
        raise Misconfigured(f"the registry {path} cannot be opened: {error.strerror}.") from None
    if not good:
        raise Misconfigured(f"{path} is not a registry in an SQLite file.")


def _here(store: Store, watch: str | None, name: str, reading: Reading, told: Options) -> Report:
    """The report of a registry on this machine."""
    from registry.store.db import reachable

    claims = linting.read(reading, told, name=name, model=settings().model)
    with reachable(), store.reading() as session:
        report = linting.lint(session, reading, claims, told, path=name, site=settings().site)
        pieces = watching.of_claims(session, claims) if watch else []
    if watch:
        with reachable(), store.writing() as session:
            register(session, watch, pieces)
    return replace(report, path=PurePath(name).as_posix())


def register(session: WriteSession, watch: str, pieces: list[watching.Piece], *, replace: bool = True) -> None:
    """Register what was used under a name or an address; the watch belongs to the reviewer of this machine."""
    watching.watch(session, watching.Named.of(settings().reviewer, watch), pieces, replace=replace)


def _there(
    there: Registry, name: str, reading: Reading, told: Options, *, cache: str | None, watch: str | None
) -> Report:
    """The report of a registry elsewhere, or what it last said of the very same draft."""
    media_type = reading.media_type if reading.media_type in SENT else "text/plain"
    order: dict[str, Any] = {"text": reading.text, "media_type": media_type, "name": PurePath(name).name[:1_000]}
    order |= {"unsupported": told.unsupported, "quotes": told.quotes, "language": reading.language}
    order["as_of"] = told.as_of.isoformat() if told.as_of else None
    kept = Path(cache) / f"{fingerprint(there.address, order)}.json" if cache else None
    answer = _asked(there, order, kept)
    if watch:
        there.watch(watch, text=reading.text, media_type=media_type)
    return report_of(answer, reading.text, PurePath(name).as_posix())


def _asked(there: Registry, order: dict[str, Any], kept: Path | None) -> dict[str, Any]:
    """What a registry elsewhere says to a draft; where it does not answer, what it said before."""
    try:
        answer = there.lint(order)
    except Unavailable as error:
        if kept is None or not kept.exists():
            raise
        print(f"claims: {error} What it said before is shown.", file=sys.stderr)
        before: dict[str, Any] = json.loads(kept.read_text(encoding="utf-8"))
        return before
    if kept is not None:
        kept.parent.mkdir(parents=True, exist_ok=True)
        beside = kept.with_suffix(".part")
        beside.write_text(json.dumps(answer, ensure_ascii=False), encoding="utf-8")
        beside.replace(kept)
    return answer


def fingerprint(address: str, order: dict[str, Any]) -> str:
    """A name for a question to a registry."""
    told = json.dumps({"registry": address, **order, "name": ""}, sort_keys=True)
    return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:40]
