"""Read and extract, without a database: bytes, a text or an address become a document that is ready to be kept.

A newcomer's mistake: believing a page that says it lives on another host.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from registry.actions.filing.opinions import Weighed
from registry.actions.identity import canonical, content_id, digest_of, host_of, uri_key
from registry.errors import InvalidValue, TooLarge, Unreadable
from registry.model.assertion import Claim
from registry.model.document import Reading, Source, line
from registry.model.given import Given

MAX_BYTES = 25_000_000


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document read and extracted, ready to be kept. `aliases` are other addresses it is known by, `weighed` is what
    was weighed beforehand of a long one."""

    uri: str
    digest: str
    data: bytes
    reading: Reading
    source: Source
    claims: tuple[Claim, ...]
    aliases: tuple[str, ...] = ()
    weighed: Weighed | None = None


def prepare(
    data: bytes,
    *,
    name: str | None = None,
    media_type: str | None = None,
    given: Given | None = None,
    max_bytes: int = MAX_BYTES,
    model: str | None = None,
) -> Prepared:
    """Read bytes and extract their claims; no database. Raises `Unreadable` or `TooLarge`."""
    return next(
        with_claims([read_bytes(data, name=name, media_type=media_type, given=given, max_bytes=max_bytes)], model)
    )


def read_bytes(
    data: bytes,
    *,
    name: str | None = None,
    media_type: str | None = None,
    given: Given | None = None,
    max_bytes: int = MAX_BYTES,
) -> Prepared:
    """Read bytes; their claims are left to `with_claims`."""
    from registry.sandbox import read_guarded

    if not data:
        raise Unreadable("The document is empty; give one with text in it.")
    if len(data) > max_bytes:
        raise TooLarge(f"The document has {len(data):,} bytes; {max_bytes:,} are the limit. Give a part of it.")
    reading = read_guarded(data, name=name, media_type=media_type)
    return _prepared(data, reading, given or Given(), name)


def prepare_text(
    text: str, *, given: Given | None = None, max_bytes: int = MAX_BYTES, model: str | None = None
) -> Prepared:
    """Extract the claims of a text that was typed or pasted."""
    return next(with_claims([read_text(text, given=given, max_bytes=max_bytes)], model))


def read_text(text: str, *, given: Given | None = None, max_bytes: int = MAX_BYTES) -> Prepared:
    """Take a text that was typed or pasted; its claims are left to `with_claims`."""
    data = text.encode("utf-8", "surrogatepass")
    if not text.strip():
        raise Unreadable("The text is empty; give some words.")
    if len(data) > max_bytes:
        raise TooLarge(f"The text has {len(data):,} bytes; {max_bytes:,} are the limit. Give a part of it.")
    if any("\ud800" <= char <= "\udfff" or char == "\0" for char in text):
        raise Unreadable("The text holds characters that are none (half characters or zero bytes); paste it again.")
    return _prepared(data, typed(text), given or Given(), None)


def typed(text: str) -> Reading:
    """The reading of a text without a file: title and date as a plain file of the same words would have them."""
    from registry.steps.read.plain import described

    return described(text, "text/plain", "given/1")


def prepare_url(
    url: str, *, given: Given | None = None, max_bytes: int = MAX_BYTES, model: str | None = None
) -> Prepared:
    """Fetch, read and extract the document at an address. Raises `FetchFailed` or `FetchForbidden` too."""
    return next(with_claims([read_url(url, given=given, max_bytes=max_bytes)], model))


def read_url(url: str, *, given: Given | None = None, max_bytes: int = MAX_BYTES) -> Prepared:
    """Fetch and read the document at an address; its claims are left to `with_claims`."""
    from registry.fetch import Limits, fetch

    fetched = fetch(url, limits=Limits(max_bytes=max_bytes))
    told = replace(given or Given(), url=fetched.final_url)
    ready = read_bytes(fetched.data, media_type=fetched.media_type, given=told, max_bytes=max_bytes)
    return replace(ready, aliases=(*ready.aliases, canonical(url), *(canonical(one) for one in fetched.redirects)))


def with_claims(
    documents: Iterable[Prepared],
    model: str | None = None,
    broken: Callable[[Source, Exception], None] | None = None,
) -> Iterator[Prepared]:
    """Documents with their claims, in order; short ones are parsed together, and few are held at a time.

    `broken` is told of each document over which a rule failed; it comes without claims, and is not to be kept.
    """
    from registry.steps.extract import extract_each, rise
    from registry.steps.parse import load

    waiting: deque[Prepared] = deque()

    def pairs() -> Iterator[tuple[Reading, Source]]:
        """The documents as they are asked for."""
        for document in documents:
            waiting.append(document)
            yield document.reading, document.source

    for claims in extract_each(pairs(), load(model) if model else None, broken or rise):
        document = waiting.popleft()
        yield replace(document, claims=tuple(claims), source=claims[0].source if claims else document.source)


def _prepared(data: bytes, reading: Reading, given: Given, name: str | None) -> Prepared:
    """A reading as a document without claims yet."""
    digest = digest_of(data)
    uri, aliases = addresses(given.url, reading.url, digest)
    source = Source(
        id=content_id("document", uri_key(uri)),
        title=line(given.title or reading.title or name),
        publisher=line(given.publisher or reading.publisher),
        published=given.published or reading.published,
        language=given.language or reading.language,
        url=None if uri.startswith("urn:") else uri,
        authors=reading.authors,
    )
    return Prepared(uri, digest, data, reading, source, (), aliases)


def addresses(given: str | None, told: str | None, digest: str) -> tuple[str, tuple[str, ...]]:
    """The canonical address of a document and its others.

    What a page says its address is counts only where it names the host that the page came from; else any page could put
    itself in the place of another.
    """
    if given is not None and not host_of(canonical(given)) and not given.startswith("urn:"):
        raise InvalidValue(f"{given[:200]!r} is not an address; give one that begins with https://.")
    if given is None:
        return (canonical(told), ()) if told and host_of(canonical(told)) else (f"urn:sha256:{digest}", ())
    here = canonical(given)
    if told and host_of(canonical(told)) == host_of(here) and canonical(told) != here:
        return canonical(told), (here,)
    return here, ()


def extracted(reading: Reading, source: Source, model: str | None) -> tuple[Claim, ...]:
    """The claims of a reading; each of them stands in the text where it says."""
    from registry.steps.extract import extract
    from registry.steps.parse import load

    return tuple(extract(reading, source, load(model) if model else None))
