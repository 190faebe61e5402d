"""The command `claims`: one function a verb, all of them doors to the same actions.

Only the module of the verb that is called is imported: reading a text needs no database, and starts in half the time.

Exit status: 0 done, 1 conflicts found (`check`) or the registry refused, 2 wrong usage, an unreadable input, or a
mistake of the program.
"""

from __future__ import annotations

import argparse
import gc
import io
import os
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module

from registry import __version__
from registry.cli.screen import screened
from registry.errors import NotFound, Refused, RegistryError

# Each verb with what it does, by the module that has it.
GROUPS = {
    "stateless": {
        "extract": "print the claims of documents",
        "check": "print the conflicts between documents",
        "compare": "say how pairs of texts from standard input relate",
    },
    "desk": {
        "add": "take documents into the registry",
        "conflicts": "list the queue, or show one conflict",
        "decide": "settle a conflict",
        "undo": "take a decision back",
    },
    "looking": {
        "ask": "say what the registry holds about a statement or a question",
        "search": "find claims, facts and documents by their words",
        "cite": "cite claims, facts with all their sources, or documents",
    },
    "measures": {
        "recheck": "run the present engine over what is stored",
        "concept": "say whether two words mean the same here, or list what was said",
        "rules": "show how often people agree with each rule",
    },
    "pack": {
        "pack": "write the evidence of a fact into a zip",
        "verify": "check an evidence pack",
    },
    "lint": {
        "lint": "hold drafts against the registry",
    },
    "users": {
        "users": "list, invite and change the people of this registry",
    },
    "carry": {
        "export": "write the registry into one SQLite file, to lint with elsewhere",
        "work": "deliver webhooks until stopped",
    },
    "lsp": {
        "lsp": "be a language server, for editors",
    },
    "opening": {
        "migrate": "bring the database to the present schema",
        "serve": "serve the API and the pages",
    },
}
KNOWN = frozenset(verb for verbs in GROUPS.values() for verb in verbs)
# How many new objects the collector waits for: with the usual 700 it takes a tenth of every start and of every text.
COLLECTED = (20_000, 20, 20)


def parser(verb: str | None = None) -> argparse.ArgumentParser:
    """The command line; where a verb is named, that of its group, otherwise what each does, without their modules."""
    top = argparse.ArgumentParser(prog="claims", description="The claim registry.")
    top.add_argument("--version", action="version", version=f"claims {__version__}")
    top.add_argument(
        "--registry",
        dest="remote",
        metavar="URL",
        help="a registry elsewhere to ask, add to and decide in; a token in CLAIMS_TOKEN says for whom",
    )
    verbs = top.add_subparsers(dest="verb", required=True, metavar="VERB")
    for group, known in GROUPS.items():
        if verb in known:
            import_module(f"registry.cli.{group}").add_verbs(verbs)
        elif verb not in KNOWN:
            for name, told in known.items():
                verbs.add_parser(name, help=told)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a verb; whatever goes wrong on purpose is one line on standard error."""
    gc.set_threshold(*COLLECTED)
    for name in ("stdout", "stderr"):
        if isinstance(stream := getattr(sys, name), io.TextIOWrapper):
            setattr(sys, name, screened(stream))
    words = ordered(sys.argv[1:] if arguments is None else arguments)
    options = parser(next((word for word in words if word in KNOWN), None)).parse_args(words)
    try:
        code: int = elsewhere(options) if options.remote else options.run(options)
        sys.stdout.flush()
    except RegistryError as error:
        print(f"claims: {error}", file=sys.stderr)
        return 1 if isinstance(error, Refused | NotFound) else 2
    except BrokenPipeError:
        deaf()
        return 0
    except OSError as error:
        # A full disk, or a folder that nobody may read: the machine's trouble, and no mistake of the program.
        print(f"claims: {error.filename or 'the output'}: {error.strerror or error}.", file=sys.stderr)
        deaf()
        return 2
    except KeyboardInterrupt:
        print("claims: stopped.", file=sys.stderr)
        return 130
    except Exception:
        # What Python would print as well; but its status, 1, says that conflicts were found.
        traceback.print_exc()
        return 2
    return code


def deaf() -> None:
    """Send what standard output still holds nowhere, as Python writes it once more at the end and would fail again."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def ordered(words: Sequence[str]) -> list[str]:
    """The words with `--registry URL` in front of the verb; lint and lsp know an option of that name of their own.

    >>> ordered(["ask", "--registry", "https://a.example", "--as-of", "2024-05-31", "Is it?"])[:3]
    ['--registry', 'https://a.example', 'ask']
    """
    told = list(words)
    if not told or told[0] not in KNOWN or told[0] in ("lint", "lsp"):
        return told
    end = told.index("--") if "--" in told else len(told)
    at = next((place for place, word in enumerate(told[:end]) if word.partition("=")[0] == "--registry"), None)
    if at is None:
        return told
    till = at + 1 if "=" in told[at] else at + 2
    return [*told[at:till], *told[:at], *told[till:]]


def elsewhere(options: argparse.Namespace) -> int:
    """Run a verb on a registry somewhere else."""
    from registry.cli.remote import run

    return run(options)
