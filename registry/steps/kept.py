"""What takes long to make at every start and is always the same, kept in a file: compiled patterns, cues, tables.

Compiling its patterns was a third of the program's start. Whatever is kept can be made anew from its source, so a file
that is missing, broken, of another Python or not ours is no trouble: then everything is made as if there were none. The
file stands in the folder for such things, `$XDG_CACHE_HOME/claim-registry` or `~/.cache/claim-registry`.

A newcomer's mistake: keeping what depends on more than its source. The source is all that a kept thing is known by.
"""

from __future__ import annotations

import atexit
import marshal
import os
import re
import sys
from array import array
from collections.abc import Callable
from functools import lru_cache
from hashlib import blake2b
from importlib import import_module
from pathlib import Path
from typing import Any

try:
    parser: Any = import_module("re._parser")
    coder: Any = import_module("re._compiler")
    machine: Any = import_module("_sre")
    # What compiled patterns depend on: their form, the width of its words, and the Python that made them.
    FORM = f"1 {machine.MAGIC} {machine.CODESIZE} {sys.byteorder} {sys.version}"
except (ImportError, AttributeError):  # another Python: patterns are compiled, and the rest is kept all the same
    machine, FORM = None, f"1 {sys.byteorder} {sys.version}"

MOST = 4_000
SHORTEST = 12  # a shorter pattern is compiled as fast as it is looked up


class Shelf:
    """What was kept, what has been used, and what is new."""

    def __init__(self, file: Path | None) -> None:
        self.file = file
        self.held: dict[bytes, bytes] = loaded(file) if file else {}
        self.used: dict[bytes, bytes] = {}
        self.new = False

    def kept(self, kind: str, source: str, make: Callable[[], Any]) -> Any:
        """What was made of a source before, or is made now; a fresh object each time."""
        key = blake2b(f"{kind}\0{source}".encode(errors="surrogatepass"), digest_size=16).digest()
        if (found := self.held.get(key)) is not None:
            self.used[key] = found
            return marshal.loads(found)
        made = make()
        self.held[key] = self.used[key] = marshal.dumps(made)
        if not self.new:
            self.new = True
            atexit.register(self.write)
        return made

    def write(self) -> None:
        """Write the file anew; without what this process did not use, once there is too much."""
        if self.file is None:
            return
        from tempfile import NamedTemporaryFile

        told = self.held if len(self.held) <= MOST else self.used
        made = None
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with NamedTemporaryFile(dir=self.file.parent, delete=False) as made:
                made.write(marshal.dumps((FORM, told)))
            os.replace(made.name, self.file)
        except OSError:  # a folder that cannot be written, a full disk: every start takes as long as the first
            if made is not None:
                Path(made.name).unlink(missing_ok=True)


def loaded(file: Path) -> dict[bytes, bytes]:
    """What a file of ours holds; nothing where it cannot be used."""
    try:
        with file.open("rb") as opened:
            if hasattr(os, "geteuid") and os.fstat(opened.fileno()).st_uid != os.geteuid():
                return {}
            form, held = marshal.loads(opened.read())
    except (OSError, ValueError, EOFError, TypeError):
        return {}
    return held if form == FORM and isinstance(held, dict) else {}


def place() -> Path | None:
    """The file; none where nobody is at home."""
    try:
        folder = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    except RuntimeError:
        return None
    return Path(folder) / "claim-registry" / f"{sys.implementation.cache_tag}.kept"


@lru_cache(maxsize=1)
def shelf() -> Shelf:
    """The shelf of this process."""
    return Shelf(place())


def kept(kind: str, source: str, make: Callable[[], Any]) -> Any:
    """What `make` makes of a source, which is numbers, texts and collections of them."""
    return shelf().kept(kind, source, make)


def toml(text: str) -> dict[str, Any]:
    """What a table says."""
    told: dict[str, Any] = kept("toml", text, lambda: read_toml(text))
    return told


def read_toml(text: str) -> dict[str, Any]:
    """The same, read anew."""
    import tomllib

    return tomllib.loads(text)


def compiled(text: str, flags: int = 0) -> re.Pattern[str]:
    r"""A compiled pattern, as `re.compile` makes it.

    >>> compiled(r"no\s+longer", re.IGNORECASE) == re.compile(r"no\s+longer", re.IGNORECASE)
    True
    """
    if machine is None or len(text) < SHORTEST:
        return re.compile(text, flags)
    code, *others = kept("pattern", f"{int(flags)}\0{text}", lambda: coded(text, int(flags)))
    try:
        made: re.Pattern[str] = machine.compile(text, others[0], array("I", code).tolist(), *others[1:])
    except (RuntimeError, TypeError, ValueError):  # the file was spoilt: Python looks through what it is to run
        return re.compile(text, flags)
    return made


def coded(text: str, flags: int) -> tuple[Any, ...]:
    """What Python's own compiler of patterns makes of one before it is put together."""
    tree = parser.parse(text, flags)
    names: dict[str, int] = tree.state.groupdict
    order: list[str | None] = [None] * tree.state.groups
    for name, number in names.items():
        order[number] = name
    code = array("I", coder._code(tree, flags)).tobytes()
    return code, flags | tree.state.flags, tree.state.groups - 1, dict(names), tuple(order)
