"""`claims lint`: drafts held against the registry, in the formats that people, editors and build servers read.

A newcomer's mistake: migrating. A linter writes nothing but a watch it was asked for; a registry that is missing or old
is exit status 2.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from registry.cli.checking import Check, checker
from registry.cli.documents import Trouble, day, fault, files
from registry.errors import InvalidValue, RegistryError
from registry.model.document import Reading
from registry.steps.lint import baseline, wording
from registry.steps.lint.formats import FORMATS
from registry.steps.lint.formats.human import human
from registry.steps.lint.problem import Level, Options, Report

FIXABLE = ("text/plain", "text/markdown")


def add_verbs(verbs: Any) -> None:
    """The command and its options."""
    lint = verbs.add_parser("lint")
    lint.set_defaults(run=run_lint)
    lint.add_argument("paths", nargs="*", metavar="FILE", help="Markdown, text, HTML, DOCX or PDF; folders of them")
    lint.add_argument("--format", choices=list(FORMATS), default="human")
    lint.add_argument("--fail-level", choices=[level.value for level in Level], default="error", metavar="LEVEL")
    lint.add_argument("--fix", action="store_true", help="write the registry's number where nothing else has to change")
    lint.add_argument("--baseline", metavar="FILE", help="leave out the problems that this file names")
    lint.add_argument("--write-baseline", action="store_true", help="write every problem to the baseline and succeed")
    lint.add_argument("--as-of", metavar="DATE", help="judge by the values of this day")
    lint.add_argument("--unsupported", action="store_true", help="also name figures that the registry does not know")
    lint.add_argument("--quotes", action="store_true", help="also read block quotes")
    lint.add_argument("--stdin", action="store_true", help="read a draft from standard input")
    lint.add_argument("--stdin-filename", metavar="NAME", help="the name that such a draft goes by")
    lint.add_argument(
        "--registry", metavar="FILE-OR-URL", help="a registry in a file or elsewhere, instead of CLAIMS_DATABASE"
    )
    lint.add_argument("--cache", metavar="FOLDER", help="keep what a registry elsewhere says, for when it is away")
    lint.add_argument("--watch", metavar="URL-OR-NAME", help="register the facts used, to be told when they change")


def run_lint(options: argparse.Namespace) -> int:
    """Report on every draft: 0 nothing of the fail level, 1 something, 2 wrong usage, unreadable file, no registry."""
    demand_sense(options)
    trouble, told = Trouble(), wanted(options)
    known = baseline.known(read_baseline(options)) if options.baseline and not options.write_baseline else {}
    with checker(options.registry, cache=options.cache, watch=options.watch) as check:
        reports = [linted(check, name, data, told, options) for name, data in drafts(options, trouble)]
    found = [report for report in reports if isinstance(report, Report)]
    for failure in (one for one in reports if not isinstance(one, Report)):
        trouble.note(*failure)
    if options.write_baseline:
        write_baseline(options, found)
        return 2 if trouble.lines else 0
    shown = [baseline.without(report, known.get(report.path, frozenset())) for report in found]
    sys.stdout.write(formatted(shown, options.format))
    return 2 if trouble.lines else int(fails(shown, Level(options.fail_level)))


def demand_sense(options: argparse.Namespace) -> None:
    """Refuse options that do not go together."""
    if bool(options.paths) == options.stdin:
        raise InvalidValue("name files or folders, or give --stdin with --stdin-filename; one of the two.")
    if options.stdin_filename and not options.stdin:
        raise InvalidValue("--stdin-filename goes with --stdin.")
    if options.write_baseline and not options.baseline:
        raise InvalidValue("--write-baseline needs --baseline FILE, which it writes.")
    if options.watch and len(options.paths) > 1:
        raise InvalidValue("--watch is for one published piece; name one file.")
    if options.fix and options.stdin:
        raise InvalidValue("--fix changes files; it cannot change standard input.")


def wanted(options: argparse.Namespace) -> Options:
    """What the linter is to look for."""
    return Options(unsupported=options.unsupported, quotes=options.quotes, as_of=day(options.as_of, "--as-of"))


def read_baseline(options: argparse.Namespace) -> str:
    """The text of the baseline."""
    try:
        return Path(options.baseline).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise InvalidValue(f"{options.baseline} cannot be read; make it with --write-baseline.") from None


def write_baseline(options: argparse.Namespace, found: list[Report]) -> None:
    """Write every problem to the baseline."""
    try:
        Path(options.baseline).write_text(baseline.written(found), encoding="utf-8")
    except OSError as error:
        raise InvalidValue(f"{options.baseline} cannot be written ({error.strerror}); name another.") from None


def drafts(options: argparse.Namespace, trouble: Trouble) -> Iterator[tuple[str, bytes]]:
    """The names and bytes of the drafts."""
    if options.stdin:
        yield options.stdin_filename or "standard input", sys.stdin.buffer.read()
        return
    for file in files(options.paths, trouble):
        try:
            yield str(file), file.read_bytes()
        except OSError as error:
            trouble.note(str(file), error.strerror)


def linted(
    check: Check, name: str, data: bytes, told: Options, options: argparse.Namespace
) -> Report | tuple[str, object]:
    """The report on a draft, fixed before where that is wanted; its name and what went wrong where it is unreadable."""
    from registry.actions.lint import opened

    try:
        reading = opened(data, name)
        report = check(name, reading, told)
        fixed = repaired(data, reading, report) if options.fix else None
        if fixed is None:
            return report
        Path(name).write_bytes(fixed)
        return check(name, opened(fixed, name), told)
    except (RegistryError, OSError) as error:
        return name, error.strerror if isinstance(error, OSError) else error
    except Exception as error:
        return name, fault(error)


def repaired(data: bytes, reading: Reading, report: Report) -> bytes | None:
    """The bytes of a draft with every safe fix made; None where none is, or the format cannot be written."""
    changes = [problem.fix for problem in report.problems if problem.fix]
    text, made = wording.apply(reading.text, changes)
    mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    exact = reading.media_type in FIXABLE and data == mark + reading.text.encode()
    return mark + text.encode() if made and exact else None


def formatted(reports: list[Report], name: str) -> str:
    """The reports in a format; colours where people look at a terminal."""
    if name == "human":
        return human(reports, colours=sys.stdout.isatty() and not os.environ.get("NO_COLOR"))
    return FORMATS[name](reports)


def fails(reports: list[Report], level: Level) -> bool:
    """Whether a problem is as grave as the level, or graver."""
    return any(problem.level.rank <= level.rank for report in reports for problem in report.problems)
