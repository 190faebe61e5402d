"""The verbs for evidence packs: `pack` writes one, `verify` checks one, without a registry."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from registry.actions import pack, verify
from registry.cli import output
from registry.cli.opening import opened, settings
from registry.errors import InvalidValue


def add_verbs(verbs: Any) -> None:
    """The commands and their options."""
    packing = verbs.add_parser("pack")
    packing.set_defaults(run=run_pack)
    packing.add_argument("fact", metavar="FACT", help="a fact, by its id")
    packing.add_argument("-o", "--output", metavar="FILE", help="where to write it; FACT.zip where left out")

    checking = verbs.add_parser("verify")
    checking.set_defaults(run=run_verify)
    checking.add_argument("pack", metavar="PACK", help="a zip that `claims pack` or /v1/facts/ID/pack wrote")


def run_pack(options: argparse.Namespace) -> int:
    """Write the evidence of a fact into a zip; nothing is left behind where that fails."""
    file = output.ordinary(options.output or f"{options.fact[:80]}.zip")
    with opened() as store, store.reading() as session, output.replacing(file) as into:
        pack.pack(session, options.fact, into, site=settings().site)
    print(file)
    return 0


def run_verify(options: argparse.Namespace) -> int:
    """Check a pack; exit status 1 where anything is not as it says."""
    try:
        with Path(options.pack).open("rb") as file:
            checked = verify.verify(file)
    except OSError as error:
        raise InvalidValue(f"{options.pack} cannot be read ({error.strerror}).") from None
    for wrong in checked.wrong:
        print(f"wrong: {wrong}")
    state = f"{len(checked.wrong)} wrong" if checked.wrong else "all as it should be"
    quoted = "1 quotation" if checked.quotes == 1 else f"{checked.quotes} quotations"
    print(f"{checked.question}\n{checked.files} files, {quoted}: {state}.")
    return 1 if checked.wrong else 0
