"""Cite a document as a whole, or words that somebody chose in it: the same archived copy, link and standing as a claim.

A newcomer's mistake: taking the first place that has the words. Words that stand twice are refused, unless the place is
named too; a citation that points at the wrong sentence is worse than none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from registry.actions import cite, lookup
from registry.actions.views import ClaimView, Standing, TextView
from registry.actions.views.standing import ALONE, CHANGED
from registry.errors import Misquoted, NotFound
from registry.model.citation import About, Citation
from registry.model.span import Block, Span
from registry.steps.export import fragment
from registry.steps.segment.sentences import parts
from registry.store import ReadSession

LONGEST = 2_000
OFFERED = 30
WHOLE = Span(0, 0, "")


class Chosen(NamedTuple):
    """What of a document is cited: its words or their place in a version; all of it where nothing is chosen."""

    version: str | None = None
    exact: str | None = None
    start: int | None = None
    end: int | None = None


def of_document(session: ReadSession, document_id: str, chosen: Chosen | None = None, *, site: str) -> Citation:
    """The citation of a document, or of words in it."""
    told = chosen or Chosen()
    held = lookup.document(session, document_id)
    name = told.version or held.document.version_id
    if name not in {one.id for one in held.versions}:
        raise NotFound(f"The document has no version {name[:80]!r}; look at its list of versions.")
    view = lookup.text(session, name)
    span = _span(view.text, told)
    return _words(view, span, site) if span.exact else _whole(view, site)


def sentences(session: ReadSession, document_id: str, version: str | None = None, words: str = "") -> list[Span]:
    """The first sentences of a document that have some words, in reading order, to choose one from; one more than is
    shown where there are more."""
    view = lookup.text(session, version or lookup.document(session, document_id).document.version_id)
    wanted = words.casefold().split()
    found = (
        Span.cut(view.text, start, end)
        for block in view.blocks or (Block(0, len(view.text)),)
        for start, end in parts(view.text, block)
        if end - start <= LONGEST
    )
    return list(islice((one for one in found if all(word in one.exact.casefold() for word in wanted)), OFFERED + 1))


def anything(session: ReadSession, name: str, chosen: Chosen | None = None, *, site: str) -> list[Citation]:
    """The citation of a claim, those of all sources of a fact, or that of a document: whichever has the id. Where words
    are chosen it is a document's."""
    if chosen is not None:
        return [of_document(session, name, chosen, site=site)]
    for found in (_of_claim, _of_fact, _of_document):
        try:
            return found(session, name, site)
        except NotFound:
            continue
    raise NotFound(f"There is no claim, fact or document {name[:80]!r}; look for it with a search.")


def _of_claim(session: ReadSession, name: str, site: str) -> list[Citation]:
    """The citation of a claim."""
    return [cite.citation(session, name, site=site)]


def _of_fact(session: ReadSession, name: str, site: str) -> list[Citation]:
    """The citations of every source of a fact, in the order of its values."""
    ids = [claim.id for side in lookup.fact(session, name).sides for claim in side.claims]
    made = cite.citations(session, ids, site=site)
    return [made[one] for one in ids if one in made]


def _of_document(session: ReadSession, name: str, site: str) -> list[Citation]:
    """The citation of a document."""
    return [of_document(session, name, site=site)]


def _span(text: str, chosen: Chosen) -> Span:
    """The words that are chosen; raises `Misquoted` where they are not there, or there several times."""
    start, end, exact = chosen.start, chosen.end, (chosen.exact or "").strip()
    if start is None and end is None and not exact:
        return WHOLE
    if start is None or end is None:
        start, end = _place(text, exact)
    if not 0 <= start < end <= len(text) or end - start > LONGEST:
        raise Misquoted(
            f"No words of up to {LONGEST:,} characters stand from {start} to {end}", f"the text has {len(text):,}"
        )
    found = Span.cut(text, start, end)
    if exact and found.exact.split() != exact.split():
        raise Misquoted("The text has other words at this place", "send the place or the words alone")
    return found


def _place(text: str, exact: str) -> tuple[int, int]:
    """Where words stand that are there once, however their lines are broken."""
    found = list(islice(re.finditer(r"\s+".join(map(re.escape, exact.split())), text), 2))
    if not found:
        raise Misquoted("The text does not have these words", "copy them exactly as they stand")
    if len(found) > 1:
        raise Misquoted("These words stand there several times", "send more of them, or start and end")
    return found[0].span()


def _words(view: TextView, span: Span, site: str) -> Citation:
    """The citation of some words."""
    inside = [claim for claim in view.claims if claim.span.overlaps(span)]
    held = "; ".join(f"{' '.join(claim.span.exact.split())}: {claim.standing.words}" for claim in inside)
    link = fragment.deep_link(
        view.document.source.url, view.text, view.blocks, span, media_type=view.version.media_type
    )
    page = f"{_page(view, site)}?version={view.version.id}&start={span.start}&end={span.end}"
    return _made(view, span, page, held or "no claim in these words", about=About.WORDS, link=link)


def _whole(view: TextView, site: str) -> Citation:
    """The citation of a document."""
    return _made(view, WHOLE, _page(view, site), summed(view.claims))


def _page(view: TextView, site: str) -> str:
    """The address of the document's page."""
    return f"{site.rstrip('/')}/documents/{view.document.id}"


def summed(claims: Sequence[ClaimView]) -> str:
    """How the claims of a document stand, the commonest first: "7 claims: 5 undisputed, 2 disputed"."""
    if not claims:
        return "no claims"
    told = Counter(briefly(claim.standing) for claim in claims)
    if len(told) == 1:
        (word,) = told
        return f"1 claim, {word}" if len(claims) == 1 else f"{len(claims)} claims, all {word}"
    return f"{len(claims)} claims: {', '.join(f'{count} {word}' for word, count in told.most_common())}"


def briefly(standing: Standing) -> str:
    """The standing of one claim among many, without a comma."""
    return {ALONE: "undisputed", CHANGED: "changed but not confirmed"}.get(standing.name, standing.name)


def _made(
    view: TextView, span: Span, permalink: str, standing: str, *, about: About = About.DOCUMENT, link: str | None = None
) -> Citation:
    """A citation of a version."""
    number = f"{view.document.id}{f':{span.start}-{span.end}' if span.exact else ''}"
    return Citation(
        claim_id=number,
        source=view.document.source,
        span=span,
        digest=view.version.digest,
        read_at=view.version.read_at,
        standing=standing,
        permalink=permalink,
        sentence=span.exact,
        media_type=view.version.media_type,
        published=view.document.source.published,
        deep_link=link,
        page=fragment.page_of(view.blocks, span) if span.exact else None,
        archive=f"{permalink.partition('?')[0]}?version={view.version.id}",
        about=about,
    )
