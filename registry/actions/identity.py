"""Ids that follow from content, and addresses as the registry knows them.

A newcomer's mistake: comparing addresses as they were typed. `canonical` is what is shown, `uri_key` what is compared.
"""

from __future__ import annotations

from hashlib import sha256
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from registry.errors import InvalidValue

TRACKING = (
    "utm_",
    "fbclid",
    "gclid",
    "dclid",
    "msclkid",
    "mc_cid",
    "mc_eid",
    "igshid",
    "yclid",
    "_hsenc",
    "_hsmi",
    "cmpid",
)
PORTS = {"http": 80, "https": 443}
LONGEST = 4000


def content_id(*parts: object) -> str:
    """An id that follows from what is named: 32 hexadecimal digits.

    >>> content_id("a", "bc") == content_id("ab", "c")
    False
    """
    return sha256("\x1f".join(str(part) for part in parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def digest_of(data: bytes) -> str:
    """The SHA-256 of bytes."""
    return sha256(data).hexdigest()


def canonical(url: str) -> str:
    """An address without what does not name the document: fragment, tracking, default port, case of the host.

    >>> canonical("HTTPS://Example.ORG:443/a?utm_source=x&id=3#top")
    'https://example.org/a?id=3'
    """
    if len(url) > LONGEST:
        raise InvalidValue(f"The address is longer than {LONGEST} characters; give a shorter one.")
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").lower(), parts.port
    except ValueError as error:
        raise InvalidValue(f"{url[:200]!r} is not an address ({error}); give one that begins with https://.") from None
    if not host:
        return url.strip()
    place = f"[{host}]" if ":" in host else host
    netloc = place if port in (None, PORTS.get(parts.scheme.lower())) else f"{place}:{port}"
    kept = [(key, value) for key, value in parse_qsl(parts.query, keep_blank_values=True) if not _tracks(key)]
    query = parts.query if len(kept) == len(parse_qsl(parts.query, keep_blank_values=True)) else urlencode(kept)
    return urlunsplit((parts.scheme.lower(), netloc, parts.path or "/", query, ""))


def _tracks(key: str) -> bool:
    """Whether a parameter follows people around and names nothing."""
    return key.lower().startswith(TRACKING)


def uri_key(uri: str) -> str:
    """What two addresses of one document have in common: the scheme and the order of parameters do not matter.

    >>> uri_key("http://example.org/a?b=1&a=2") == uri_key("https://example.org/a?a=2&b=1")
    True
    """
    parts = urlsplit(canonical(uri))
    if parts.scheme not in PORTS:
        return canonical(uri)
    query = "&".join(sorted(parts.query.split("&"))) if parts.query else ""
    return urlunsplit(("", parts.netloc, parts.path, query, ""))


def host_of(uri: str) -> str:
    """The host of an address."""
    return (urlsplit(uri).hostname or "").lower().removeprefix("www.")
