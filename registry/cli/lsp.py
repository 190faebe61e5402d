"""`claims lsp`: the linter as a language server over standard input and output, for editors that speak the protocol.

A newcomer's mistake: checking at every key. A draft is checked when it is opened, saved, and when typing pauses.
"""

from __future__ import annotations

import argparse
import threading
from collections.abc import Callable
from pathlib import PurePath
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from registry import __version__
from registry.cli.checking import Check, checker
from registry.errors import Misconfigured, RegistryError
from registry.model.document import Reading
from registry.steps.lint.catalogue import RULES
from registry.steps.lint.lines import Lines
from registry.steps.lint.problem import Fix, Level, Options, Problem, Report

if TYPE_CHECKING:
    from pygls.lsp.server import LanguageServer

PAUSE = 0.6
MARKDOWN = (".md", ".markdown", ".mdx")
MISSING = "The language server needs pygls; install claim-registry[lsp]."


def add_verbs(verbs: Any) -> None:
    """The command and its options."""
    lsp = verbs.add_parser("lsp")
    lsp.set_defaults(run=run_lsp)
    lsp.add_argument("--registry", metavar="FILE-OR-URL", help="the registry to ask, instead of CLAIMS_DATABASE")
    lsp.add_argument("--cache", metavar="FOLDER", help="keep what a registry elsewhere says, for when it is away")
    lsp.add_argument("--unsupported", action="store_true", help="also name figures that the registry does not know")


def run_lsp(options: argparse.Namespace) -> int:
    """Serve an editor until it says goodbye."""
    try:
        import pygls.lsp.server  # noqa: F401
    except ModuleNotFoundError:
        raise Misconfigured(MISSING) from None
    with checker(options.registry, cache=options.cache) as check:
        made(Drafts(check, Options(unsupported=options.unsupported))).start_io()
    return 0


class Drafts:
    """The drafts that are open: what was found in each, and when each is to be checked again."""

    def __init__(self, check: Check, options: Options) -> None:
        """No draft is open yet."""
        self.check, self.options = check, options
        self.found: dict[str, Report] = {}
        self._waiting: dict[str, threading.Timer] = {}

    def later(self, uri: str, action: Callable[[], None]) -> None:
        """Check a draft when the typing has paused."""
        self.forget(uri)
        self._waiting[uri] = threading.Timer(PAUSE, action)
        self._waiting[uri].daemon = True
        self._waiting[uri].start()

    def forget(self, uri: str) -> None:
        """Check a draft no more."""
        if waiting := self._waiting.pop(uri, None):
            waiting.cancel()

    def lint(self, uri: str, text: str) -> Report:
        """The report on a draft."""
        name = PurePath(unquote(urlsplit(uri).path)).name or "draft"
        media_type = "text/markdown" if name.lower().endswith(MARKDOWN) else "text/plain"
        report = self.check(name, Reading(text, media_type, "given/1"), self.options)
        self.found[uri] = report
        return report


def made(drafts: Drafts) -> LanguageServer:
    """A server for drafts."""
    from pygls.lsp.server import LanguageServer

    server = LanguageServer("claims", __version__)
    listen(server, drafts)
    offer(server, drafts)
    return server


def tell(server: LanguageServer, drafts: Drafts, uri: str) -> None:
    """Check a draft and send what was found; what goes wrong is shown as a message."""
    from lsprotocol import types

    document = server.workspace.get_text_document(uri)
    try:
        report = drafts.lint(uri, document.source)
    except RegistryError as error:
        server.window_show_message(types.ShowMessageParams(types.MessageType.Error, str(error)))
        return
    found = [diagnostic(one, Lines(report.text), document) for one in report.problems]
    told = types.PublishDiagnosticsParams(uri=uri, version=document.version, diagnostics=found)
    server.text_document_publish_diagnostics(told)


def listen(server: LanguageServer, drafts: Drafts) -> None:
    """Check drafts when they are opened, changed and saved."""
    from lsprotocol import types

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(given: types.DidOpenTextDocumentParams) -> None:
        tell(server, drafts, given.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(given: types.DidSaveTextDocumentParams) -> None:
        drafts.forget(given.text_document.uri)
        tell(server, drafts, given.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(given: types.DidChangeTextDocumentParams) -> None:
        uri = given.text_document.uri
        drafts.later(uri, lambda: tell(server, drafts, uri))

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(given: types.DidCloseTextDocumentParams) -> None:
        drafts.forget(given.text_document.uri)
        drafts.found.pop(given.text_document.uri, None)


def offer(server: LanguageServer, drafts: Drafts) -> None:
    """Offer the registry's wording and a citation where something was found."""
    from lsprotocol import types

    kinds = types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, kinds)
    def mended(given: types.CodeActionParams) -> list[types.CodeAction]:
        document = server.workspace.get_text_document(given.text_document.uri)
        report = drafts.found.get(given.text_document.uri)
        fresh = report is not None and report.text == document.source
        return list(actions(report, given, document)) if report is not None and fresh else []


def diagnostic(problem: Problem, lines: Lines, document: Any) -> Any:
    """A problem as an editor underlines it."""
    from lsprotocol import types

    levels = {
        Level.ERROR: types.DiagnosticSeverity.Error,
        Level.WARNING: types.DiagnosticSeverity.Warning,
        Level.NOTE: types.DiagnosticSeverity.Information,
    }
    link = problem.link if problem.link and problem.link.startswith("http") else None
    return types.Diagnostic(
        range=region(problem.span.start, problem.span.end, lines, document),
        message=worded(problem),
        severity=levels[problem.level],
        code=problem.rule,
        code_description=types.CodeDescription(link) if link else None,
        source="claims",
        data=problem.fingerprint,
    )


def worded(problem: Problem) -> str:
    """What is said about a problem: the message, the sources and the wording."""
    sources = "; ".join(f"{one.name}: “{one.quote}”" for one in problem.sources[:2])
    more = [f"Sources: {sources}" if sources else "", f"Could read: {problem.proposal}" if problem.proposal else ""]
    return "\n".join([f"{RULES[problem.rule].name}: {problem.message}", *(line for line in more if line)])


def region(start: int, end: int, lines: Lines, document: Any) -> Any:
    """A stretch of the text as the editor counts."""
    from lsprotocol import types

    places = [lines.place(offset) for offset in (start, end)]
    points = [types.Position(line=one.line - 1, character=one.column - 1) for one in places]
    whole = types.Range(start=points[0], end=points[1])
    return document.position_codec.range_to_client_units(document.lines, whole)


def actions(report: Report, given: Any, document: Any) -> Any:
    """The changes that can be made at a place: the registry's wording, a citation, and silence with a reason."""
    lines = Lines(report.text)
    asked = given.range
    for problem in report.problems:
        place = region(problem.span.start, problem.span.end, lines, document)
        if place.end.line < asked.start.line or place.start.line > asked.end.line:
            continue
        if problem.fix is not None:
            yield action(f"Write “{problem.fix.text}”", problem.fix, problem, lines, document, given)
        if problem.citation:
            end = problem.sentence.end
            cited = Fix(end, end, f" ({' '.join(problem.citation.split())})")
            yield action("Insert the citation after the sentence", cited, problem, lines, document, given)


def action(title: str, change: Fix, problem: Problem, *where: Any) -> Any:
    """A change as the editor offers it."""
    from lsprotocol import types

    lines, document, given = where
    edit = types.TextEdit(range=region(change.start, change.end, lines, document), new_text=change.text)
    return types.CodeAction(
        title=title,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[diagnostic(problem, lines, document)],
        edit=types.WorkspaceEdit(changes={given.text_document.uri: [edit]}),
        is_preferred=change.safe,
    )
