"""An HTML report: one file, no script, nothing loaded from elsewhere; the draft with its problems marked in place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from registry.steps.lint.catalogue import RULES
from registry.steps.lint.formats.told import Placed, clean, placed, source, summary
from registry.steps.lint.problem import Problem, Report

STYLE = """
:root { color-scheme: light dark; --error: #b3261e; --warning: #8a5a00; --note: #23608f; }
@media (prefers-color-scheme: dark) { :root { --error: #ff9a92; --warning: #f0c060; --note: #8ec5f0; } }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
.draft { white-space: pre-wrap; overflow-wrap: anywhere; border-left: 3px solid #8884; padding-left: 1rem; }
mark { background: none; color: inherit; text-decoration: underline wavy; }
mark.error, .level.error { text-decoration-color: var(--error); color: var(--error); }
mark.warning, .level.warning { text-decoration-color: var(--warning); color: var(--warning); }
mark.note, .level.note { text-decoration-color: var(--note); color: var(--note); }
article { border-top: 1px solid #8884; padding: .5rem 0; }
.level { font-weight: 600; }
blockquote { margin: .25rem 0 .25rem 1rem; }
"""
POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def html(reports: Sequence[Report]) -> str:
    """A page with every draft, its problems underlined, and each problem with its sources and proposed wording."""
    body = "\n".join(_file(number, report) for number, report in enumerate(reports, 1))
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Claims: lint report</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>Lint report</h1>\n"
        f"<p>{escape(summary(reports))}</p>\n{body}\n</body>\n</html>\n"
    )


def _file(number: int, report: Report) -> str:
    """A file."""
    found = list(placed(report))
    listed = "\n".join(_article(f"p{number}-{at}", one) for at, one in enumerate(found, 1))
    text = "".join(_marked(number, report))
    heading = f"<h2>{_safe(report.path)}</h2>\n{listed or '<p>No problems.</p>'}"
    return f'<section>\n{heading}\n<h3>Draft</h3>\n<div class="draft">{text}</div>\n</section>'


def _marked(number: int, report: Report) -> Iterator[str]:
    """The draft with its problems marked; of two that overlap the first is."""
    at = 0
    for place, problem in enumerate(report.problems, 1):
        start, end = problem.span.start, problem.span.end
        if start < at:
            continue
        words = _safe(report.text[start:end])
        yield _safe(report.text[at:start])
        mark = f'<mark class="{problem.level}" title="{_safe(problem.message)}">{words}</mark>'
        yield f'<a href="#p{number}-{place}">{mark}</a>'
        at = end
    yield _safe(report.text[at:])


def _article(name: str, one: Placed) -> str:
    """A problem."""
    problem = one.problem
    where = f"line {one.start.line}, column {one.start.column}"
    title = f"{problem.level}: {RULES[problem.rule].name}"
    parts = [
        f'<article id="{name}">',
        f'<p><span class="level {problem.level}">{_safe(title)}</span> ({problem.rule}, {where})</p>',
        f"<p>{_safe(problem.message)}</p>",
        f"<blockquote>{_safe(problem.sentence.exact)}</blockquote>",
        *([f"<p>Could read: <q>{_safe(problem.proposal)}</q></p>"] if problem.proposal else []),
        *_sources(problem),
        *([f"<p>To cite: <code>{_safe(problem.citation)}</code></p>"] if problem.citation else []),
        "</article>",
    ]
    return "\n".join(parts)


def _sources(problem: Problem) -> Iterator[str]:
    """The sources as a list."""
    if problem.sources:
        yield "<ul>"
        for reference in problem.sources:
            yield f"<li>{_linked(source(reference), reference.link)}</li>"
        yield "</ul>"


def _linked(words: str, link: str) -> str:
    """Words with their link, where it is an address of the web."""
    if link.startswith(("http://", "https://")):
        return f'<a href="{_safe(link)}">{_safe(words)}</a>'
    return _safe(words)


def _safe(text: str) -> str:
    """Text for HTML."""
    return escape(clean(text), quote=True)
