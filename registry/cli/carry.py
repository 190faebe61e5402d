"""The verbs that carry things out: `export` writes the registry into a file to lint with, `work` delivers webhooks."""

from __future__ import annotations

import argparse
import signal
import sys
import threading
from pathlib import Path
from types import FrameType
from typing import Any

from registry.actions import delivery
from registry.cli.checking import register
from registry.cli.opening import opened, settings
from registry.errors import InvalidValue
from registry.store.keyfile import sealing_key


def add_verbs(verbs: Any) -> None:
    """The commands and their options."""
    export = verbs.add_parser("export")
    export.set_defaults(run=run_export)
    export.add_argument("file", metavar="FILE", help="a new file")
    export.add_argument("--without-originals", action="store_true", help="leave out the bytes that documents came as")
    export.add_argument("--fact", action="append", default=[], help="with --watch: a fact that is used, by its id")
    export.add_argument("--watch", metavar="URL-OR-NAME", help="be told when the facts named, or else any fact, change")
    work = verbs.add_parser("work")
    work.set_defaults(run=run_work)
    work.add_argument("--once", action="store_true", help="deliver what is due now, then end")


def run_export(options: argparse.Namespace) -> int:
    """Write the registry into a file, without people, tokens, watches and webhooks."""
    from registry.actions import watching
    from registry.actions.handing import handed_out

    file = Path(options.file)
    if file.exists():
        raise InvalidValue(f"{file} is there already; name another file.")
    if not file.parent.is_dir():
        raise InvalidValue(f"{file} cannot be written (there is no folder {file.parent}); name another file.")
    if options.fact and not options.watch:
        raise InvalidValue("--fact goes with --watch URL-OR-NAME, which is told when the facts named change.")
    with opened() as store:
        try:
            handed_out(store, file, originals=not options.without_originals)
        except OSError as error:
            raise InvalidValue(f"{file} cannot be written ({error.strerror}).") from None
        if options.watch:
            with store.writing() as session:
                facts = options.fact or watching.every_fact(session)
                register(session, options.watch, watching.of_stored(session, facts=facts), replace=False)
    print(file)
    return 0


def run_work(options: argparse.Namespace) -> int:
    """Deliver webhooks: what is due, or until a signal says to stop; what is being sent is finished."""
    key = sealing_key(settings().secret, settings().sqlite_file)
    with opened() as store:
        if options.once:
            print(f"{delivery.deliver(store, key=key, loopback=settings().webhooks_here)} messages tried.")
            return 0
        stop = threading.Event()

        def end(_number: int, _frame: FrameType | None) -> None:
            stop.set()

        signal.signal(signal.SIGTERM, end)
        signal.signal(signal.SIGINT, end)
        print("Delivering webhooks; stop with Ctrl-C.", file=sys.stderr)
        delivery.run(store, stop, key=key, loopback=settings().webhooks_here, pause=2.0)
    return 0
