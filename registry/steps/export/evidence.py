"""The files of an evidence pack that are written for it: the manifest for programs, the index page for people.

A newcomer's mistake: links to the network in the page. A pack is read where there is none.
"""

from __future__ import annotations

from html import escape
from typing import Any
from urllib.parse import quote

import orjson

from registry.model.pack import Evidence, Manifest
from registry.steps.export import words
from registry.steps.export.annotation import instant

FORMAT = "claim-registry-evidence/1"
HEAD = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title><style>
body {{ font: 17px/1.5 system-ui, sans-serif; max-width: 44em; margin: 2em auto; padding: 0 1em }}
blockquote {{ border-left: 3px solid #888; margin: .5em 0; padding: 0 1em }}
small, code {{ color: #555; font-size: 80% }}
code {{ overflow-wrap: anywhere }}
</style></head><body>
"""


def manifest(whole: Manifest) -> bytes:
    """The manifest, as JSON."""
    told = {
        "format": FORMAT,
        "fact": whole.fact_id,
        "question": whole.question,
        "standing": whole.standing,
        "permalink": whole.permalink,
        "made_at": instant(whole.made_at),
        "claims": [line(each) for each in whole.evidence],
    }
    return orjson.dumps(told, option=orjson.OPT_INDENT_2) + b"\n"


def line(each: Evidence) -> dict[str, Any]:
    """A claim in the manifest; offsets count code points into the text file."""
    span, source = each.citation.span, each.citation.source
    return {
        "id": each.citation.claim_id,
        "value": each.label,
        "quote": span.exact,
        "start": span.start,
        "end": span.end,
        "sentence": each.citation.sentence,
        "title": source.title,
        "publisher": source.publisher,
        "authors": list(source.authors),
        "published": source.published.isoformat() if source.published else None,
        "url": source.url,
        "deep_link": each.citation.deep_link,
        "page": each.citation.page,
        "read_at": instant(each.citation.read_at),
        "media_type": each.citation.media_type,
        "sha256": each.citation.digest,
        "standing": each.citation.standing,
        "permalink": each.citation.permalink,
        "original": each.original,
        "text": each.text,
    }


def index(whole: Manifest, citations: list[tuple[str, str]]) -> bytes:
    """The page that a reader opens first; `citations` are names of styles and their files."""
    parts = [
        HEAD.format(title=escape(whole.question)),
        f"<h1>{escape(whole.question)}</h1><p>The registry held on {escape(instant(whole.made_at))}: ",
        f"<b>{escape(whole.standing)}</b>. {link(whole.permalink, whole.permalink)}</p>",
        *sides(whole),
        "<h2>Citations</h2><ul>",
        *(f"<li>{link(file, style)}</li>" for style, file in citations),
        "</ul><h2>How to check</h2><p>Every file's SHA-256 is in <code>SHA256SUMS</code>; unpacked, <code>sha256sum ",
        "-c SHA256SUMS</code> checks them, and <code>claims verify</code> checks the pack and that every quotation ",
        "stands in its text. <code>manifest.json</code> says the same for programs.</p></body></html>\n",
    ]
    return "".join(parts).encode("utf-8", "replace")


def sides(whole: Manifest) -> list[str]:
    """The evidence, value by value."""
    found: list[str] = []
    for number in dict.fromkeys(each.side for each in whole.evidence):
        those = [each for each in whole.evidence if each.side == number]
        found += [f"<h2>{escape(those[0].label)}</h2>", *map(shown, those)]
    return found


def shown(each: Evidence) -> str:
    """A claim as people read it."""
    cited, source = each.citation, each.citation.source
    day = words.published(cited)
    facts = [source.publisher, words.day(day) if day else "no date", f"p. {cited.page}" if cited.page else None]
    where = f" {link(words.link(cited), 'In its place')}." if source.url else ""
    return (
        f"<section><blockquote>{marked(each)}</blockquote><p><b>{escape(words.title(cited))}</b>. "
        f"{escape(', '.join(fact for fact in facts if fact))}.{where} "
        f"{link(each.original, 'Archived bytes')}, {link(each.text, 'archived text')}.<br>"
        f"<small>Read {instant(cited.read_at)}. {escape(cited.standing)}. SHA-256 "
        f"<code>{cited.digest}</code></small></p></section>"
    )


def marked(each: Evidence) -> str:
    """The sentence with the words of the claim marked."""
    sentence, exact = each.citation.sentence, each.citation.span.exact
    before, found, after = sentence.partition(exact)
    return f"{escape(before)}<mark>{escape(exact)}</mark>{escape(after)}" if found else escape(exact)


def link(address: str, label: str) -> str:
    """A link; only to the web, or to a file of the pack."""
    web = address.startswith(("http://", "https://"))
    return f'<a href="{escape(address if web else quote(address))}">{escape(label)}</a>'
