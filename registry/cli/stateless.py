"""`claims extract`, `check` and `compare`: the engine on files and lines, without a database."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from registry.cli import output
from registry.cli.documents import Trouble, each, lines, readings, typed
from registry.errors import InvalidValue, RegistryError
from registry.model.assertion import Claim
from registry.model.document import Reading, Source
from registry.steps.export import contract

if TYPE_CHECKING:
    from registry.steps.parse import Parser

Line = dict[str, Any]


def add_verbs(verbs: Any) -> None:
    """The three commands and their options."""
    extract = verbs.add_parser("extract")
    extract.set_defaults(run=run_extract)
    check = verbs.add_parser("check")
    check.set_defaults(run=run_check)
    check.add_argument("--all", action="store_true", help="print every pair of claims that share a fact")
    compare = verbs.add_parser("compare")
    compare.set_defaults(run=run_compare)
    for verb in (extract, check):
        verb.add_argument("paths", nargs="*", metavar="PATH", help="files, folders of files, or - for text")
        verb.add_argument("--stdin-jsonl", action="store_true", help="read JSON lines from standard input instead")
    for verb in (extract, check, compare):
        verb.add_argument("--format", choices=("jsonl", "table"), help="default: jsonl, in a terminal a table")


def claims_of(pairs: Any, trouble: Trouble | None = None) -> list[Claim]:
    """The claims of documents that are read already; a document over which a rule fails is trouble, if that is kept."""
    from registry.steps.extract import extract_each, rise

    broken = trouble.broke if trouble else rise
    return [claim for found in extract_each(pairs, parser(), broken) for claim in found]


def parser() -> Parser | None:
    """The parser that CLAIMS_MODEL names, as for the verbs that keep what they read; None for ours."""
    from registry.steps.parse import load

    return load(model) if (model := os.environ.get("CLAIMS_MODEL")) else None


def run_extract(options: argparse.Namespace) -> int:
    """Print the claims of files or of lines."""
    from registry.steps.extract import extract_each

    demand_input(options)
    trouble, shown = Trouble(), Shown(options, CLAIM_COLUMNS)
    given = given_lines(trouble) if options.stdin_jsonl else readings(options.paths, trouble)
    for found in extract_each(given, parser(), trouble.broke):
        for claim in found:
            shown.add(contract.of_claim(claim))
    shown.end()
    return 2 if trouble.lines else 0


def given_lines(trouble: Trouble) -> Iterator[tuple[Reading, Source]]:
    """The documents of lines; one that cannot be used is named and left out."""
    for said in lines(trouble, "id", "text"):
        try:
            yield typed(said["text"], str(said["id"]), said)
        except RegistryError as error:
            trouble.note(str(said.get("id")), error)


def demand_input(options: argparse.Namespace) -> None:
    """Refuse a call without anything to read."""
    if not options.paths and not options.stdin_jsonl:
        raise InvalidValue("name files or folders, - for text from standard input, or give --stdin-jsonl.")
    if options.paths and options.stdin_jsonl:
        raise InvalidValue("give either paths or --stdin-jsonl, not both.")


def run_check(options: argparse.Namespace) -> int:
    """Print findings between the documents of files, or of each line."""
    demand_input(options)
    trouble, shown = Trouble(), Shown(options, FINDING_COLUMNS)

    def one(said: Line) -> None:
        name = str(said["id"])
        pairs = [typed(part["text"], str(part["id"]), part) for part in documents_in(said)]
        report(claims_of(pairs), name, options, shown)

    if options.stdin_jsonl:
        each(lines(trouble, "id", "documents"), one, trouble)
    else:
        report(claims_of(readings(options.paths, trouble), trouble), None, options, shown)
    shown.end()
    return 2 if trouble.lines else int(shown.conflicts > 0)


def documents_in(said: Line) -> list[Line]:
    """The documents of a line of `check`."""
    parts = said["documents"]
    if not isinstance(parts, list) or not all(isinstance(part, dict) and {"id", "text"} <= set(part) for part in parts):
        raise InvalidValue('"documents" must be a list of {"id", "text"}.')
    return parts


def report(claims: Sequence[Claim], name: str | None, options: argparse.Namespace, shown: Shown) -> None:
    """Show what the checker finds among claims."""
    from registry.steps.check import conflict_pairs, examine

    pairs = examine(claims)
    for pair in pairs if options.all else conflict_pairs(pairs):
        shown.add(contract.of_pair(pair, name))
        shown.conflicts += pair.finding.relation.is_conflict


def run_compare(options: argparse.Namespace) -> int:
    """Print how the two texts of each line relate."""
    trouble, shown = Trouble(), Shown(options, ANSWER_COLUMNS)

    def one(said: Line) -> None:
        from registry.steps.check import relation

        a, b = (claims_of([typed(said[side], side, {"published": said.get(f"{side}_date")})]) for side in ("a", "b"))
        shown.add(contract.of_answer(str(said["id"]), relation(a, b, said["a"], said["b"])))

    each(lines(trouble, "id", "a", "b"), one, trouble)
    shown.end()
    return 2 if trouble.lines else 0


def claim_cells(said: Line) -> list[object]:
    """A claim in columns."""
    words = said["sentence"]["exact"]
    told = [said["document"], output.value(said["value"]), said["attribute"], said["subject"]]
    return [*told, said["as_of"], said["status"], words]


def finding_cells(said: Line) -> list[object]:
    """A finding in columns."""
    left, right = (output.value(said[side]["value"]) for side in ("left", "right"))
    return [said["kind"], said["severity"], said["question"], left, right, said["detail"]]


def answer_cells(said: Line) -> list[object]:
    """An answer in columns."""
    return [said["id"], said["relation"], said["detail"]]


CLAIM_COLUMNS = (
    claim_cells,
    ("document", "value", "attribute", "subject", "as of", "status", "words"),
    (24, 26, 28, 28, 10, 12, 60),
)
FINDING_COLUMNS = (
    finding_cells,
    ("kind", "severity", "question", "left", "right", "detail"),
    (22, 8, 64, 24, 24, 160),
)
ANSWER_COLUMNS = (answer_cells, ("id", "relation", "detail"), (24, 18, 120))


class Shown:
    """The lines of a command: printed at once for programs, gathered into a table for people."""

    def __init__(self, options: argparse.Namespace, columns: Any) -> None:
        self.cells, self.heads, self.limits = columns
        self.table = output.wants_table(options.format)
        self.rows: list[list[object]] = []
        self.conflicts = 0

    def add(self, line: Line) -> None:
        """Show a line."""
        if self.table:
            self.rows.append(self.cells(line))
        else:
            output.emit(line)

    def end(self) -> None:
        """Print what was gathered."""
        output.table(self.rows, self.heads, self.limits)
