"""BibTeX and BibLaTeX. A newcomer's mistake: escaping a brace as `\\{`; BibTeX counts it all the same, so braces become
commands. Addresses stay raw, since `\\url` and the `url` field take them literally."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from registry.model.citation import Citation, SourceKind
from registry.model.moment import MONTHS
from registry.steps.export import words
from registry.steps.export.kinds import kind
from registry.steps.export.names import Name, authors

Field = tuple[str, str | None]

ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}
TABLE = str.maketrans(ESCAPES)
RAW = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"})
BIBLATEX = {
    SourceKind.WEBPAGE: ("online", "titleaddon"),
    SourceKind.NEWS: ("article", "journaltitle"),
    SourceKind.REPORT: ("report", "institution"),
    SourceKind.CASE: ("jurisdiction", "institution"),
    SourceKind.DATASET: ("dataset", "publisher"),
    SourceKind.BLOG: ("online", "titleaddon"),
}
BIBTEX = {
    SourceKind.NEWS: ("article", "journal"),
    SourceKind.REPORT: ("techreport", "institution"),
}
LANGUAGES = {"en": "english", "de": "german", "fr": "french", "es": "spanish", "it": "italian", "nl": "dutch"}
STOP = frozenset(
    ("a", "an", "and", "by", "for", "from", "how", "in", "is", "of", "on", "the", "to", "what", "why", "with")
)


def bibtex(citations: Iterable[Citation]) -> Iterator[str]:
    """BibTeX, for LaTeX with the classic styles."""
    for citation in citations:
        sort, home = BIBTEX.get(kind(citation), ("misc", "organization"))
        yield entry(sort, citation, [*common(citation, home), *dated(citation)])


def biblatex(citations: Iterable[Citation]) -> Iterator[str]:
    """BibLaTeX, for LaTeX with biber."""
    for citation in citations:
        sort, home = BIBLATEX[kind(citation)]
        yield entry(sort, citation, [*common(citation, home), *modern(citation)])


def common(citation: Citation, home: str) -> list[Field]:
    """The fields that both dialects share."""
    house, shelf = words.publisher(citation), kind(citation) in (SourceKind.NEWS, SourceKind.REPORT)
    repeated = [Name(house)] == authors(citation) if house else False
    return [
        ("author", " and ".join(map(person, authors(citation))) or None),
        ("title", protected(words.title(citation))),
        (home, protected(house) if house and (shelf or not repeated) else None),
        ("type", escaped(words.genre(citation) or "") or None),
        ("url", raw(words.link(citation))),
        ("urldate", words.accessed(citation).isoformat()),
        ("pages", str(citation.page) if citation.page else None),
        ("annotation", escaped(words.provenance(citation).quote) or None),
    ]


def dated(citation: Citation) -> list[Field]:
    """The fields of BibTeX alone."""
    moment = words.published(citation)
    misc = kind(citation) not in BIBTEX
    return [
        ("year", str(moment.year) if moment else None),
        ("month", MONTHS[moment.month - 1][:3].lower() if moment else None),
        ("howpublished", f"\\url{{{raw(words.link(citation))}}}" if misc else None),
        ("note", note(citation)),
    ]


def modern(citation: Citation) -> list[Field]:
    """The fields of BibLaTeX alone."""
    moment = words.published(citation)
    language = (citation.source.language or "").split("-")[0].lower()
    return [
        ("date", moment.isoformat() if moment else None),
        ("langid", LANGUAGES.get(language)),
        ("note", note(citation)),
    ]


def note(citation: Citation) -> str:
    """The archived copy, the standing and the permalink, unless that is the address of the entry already."""
    said = words.provenance(citation)
    told = f"{escaped(said.archived)}. {escaped(said.standing)}"
    return told if words.without_address(citation) else f"{told} \\url{{{raw(citation.permalink)}}}"


def entry(sort: str, citation: Citation, fields: Iterable[Field]) -> str:
    """An entry; the month stays bare, since it is a macro."""
    lines = [f"  {name} = {value if name == 'month' else f'{{{value}}}'},\n" for name, value in fields if value]
    return f"@{sort}{{{key(citation)},\n{''.join(lines)}}}\n\n"


def key(citation: Citation) -> str:
    """A key that stays the same: who, year, a word of the title, the claim."""
    names, moment = authors(citation), words.published(citation)
    who = acronym(names[0]) if names else "anon"
    telling = [word for word in ascii_words(words.title(citation)) if word not in STOP and not word.isdigit()]
    claim = "".join(ascii_words(citation.claim_id))[:16]
    return f"{who}{moment.year if moment else 'nd'}_{telling[0] if telling else 'text'}_{claim}"


def acronym(name: Name) -> str:
    """A person's family name or an organisation's initials."""
    found = [word for word in ascii_words(name.family) if word not in STOP]
    initials = "".join(word[0] for word in found)
    return (initials if name.given is None and len(found) > 2 else "".join(found[:1])) or "anon"


def ascii_words(text: str) -> list[str]:
    """The words of a text in plain lower-case letters and digits."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.findall(r"[a-z0-9]+", plain)


def person(name: Name) -> str:
    """A name; organisations in a second pair of braces, so that nobody takes them apart."""
    if name.given is None:
        return f"{{{escaped(name.family)}}}"
    return f"{escaped(name.family)}, {escaped(name.given)}"


def protected(text: str) -> str:
    """Escaped text whose acronyms keep their capitals."""
    return " ".join(shield(escaped(word), word) for word in text.split())


def shield(word: str, plain: str) -> str:
    """A word in braces where more than its first letter is a capital."""
    return f"{{{word}}}" if sum(letter.isupper() for letter in plain) > 1 else word


def escaped(text: str) -> str:
    """Text on one line, the signs that TeX reads as commands made harmless."""
    return " ".join(text.split()).translate(TABLE)


def raw(url: str) -> str:
    """An address that cannot end its field."""
    return url.translate(RAW)
