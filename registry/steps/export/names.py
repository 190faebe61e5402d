"""Who is named as the author. A newcomer's mistake: turning every author around; "Court, International Criminal" is
nobody. Only what looks like a person's name is split, everything else stays as it is written."""

from __future__ import annotations

import re
from dataclasses import dataclass

from registry.model.citation import Citation, SourceKind
from registry.steps.export.kinds import kind

PARTICLES = frozenset(
    (
        *("al", "ap", "ben", "bin", "da", "dal", "de", "del", "della", "den", "der", "des", "di", "do", "dos", "du"),
        *("el", "ibn", "la", "le", "ten", "ter", "van", "von", "zu"),
    )
)
SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
BODIES = re.compile(
    r"""\b(?:
        academy | admin | administration | administrators? | agency | alliance | analytics | archives?
      | assembly | associates | association | audit | authority | bank | board | branch | bulletin | bureau
      | cent(?:er|re) | chamber | charity | chronicle | church | city | club | coalition | college
      | commission | committee | commons | communications | company | confederation | congress | consortium
      | consulting | contributors? | cooperative | corporation | correspondents? | council | county | court
      | department | desk | directorate | division | editorial | editors? | embassy | enterprises? | executive
      | federation | foundation | forum | fund | gazette | gmbh | government | group | helpdesk | herald
      | holdings? | hospital | inc | inquiry | initiative | inspectorate | institut[eo]? | institution
      | insurance | international | journal | laborator(?:y|ies) | labs? | league | limited | llc | llp
      | logistics | ltd | magazine | media | ministry | mission | municipality | museum | network | news
      | newsroom | newspapers? | observatory | office | ombudsman | organi[sz]ation | panel | parliament
      | partnership | party | plc | police | press | programme | program | project | publications?
      | publishing | railways? | registry | reporters? | republic | research | school | secretariat | senate
      | services? | society | solutions | staff | statistics | studio | survey | systems | taskforce
      | team | technolog(?:y|ies) | times | treasury | tribunal | tribune | trust | union | unit | united
      | university | users? | utilities | watch | watchdog | webmaster | without
    )\b | [\d&/@]""",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Name:
    """A person (family and given name) or, where `given` is None, an organisation or a name of unknown make."""

    family: str
    given: str | None = None

    @property
    def initials(self) -> str:
        """The given names as initials: "Mary-Ann Lee" is "M.-A. L."."""
        words = [re.split(r"(-)", word) for word in (self.given or "").split()]
        return " ".join("".join(part if part == "-" else f"{part[0]}." for part in word if part) for word in words)

    @property
    def inverted(self) -> str:
        """Family name first."""
        return f"{self.family}, {self.given}" if self.given else self.family

    @property
    def natural(self) -> str:
        """As one would say it."""
        return f"{self.given} {self.family}" if self.given else self.family

    @property
    def short(self) -> str:
        """Family name and initials."""
        return f"{self.family}, {self.initials}" if self.given else self.family


def named(text: str) -> Name:
    """A name, split where it is clearly a person's.

    >>> named("Ada van der Berg")
    Name(family='van der Berg', given='Ada')
    >>> named("International Criminal Court")
    Name(family='International Criminal Court', given=None)
    """
    words = " ".join(text.split())
    if BODIES.search(words):
        return Name(words)
    if words.count(",") == 1:
        family, given = (part.strip() for part in words.split(","))
        return Name(family, given) if family and given and len(words.split()) <= 6 else Name(words)
    parts = words.split(" ")
    return split(parts) if 2 <= len(parts) <= 5 and all(map(personal, parts)) else Name(words)


def personal(word: str) -> bool:
    """Whether a word may be part of a person's name."""
    if word.lower() in PARTICLES | SUFFIXES:
        return True
    return word[0].isupper() and (not word.isupper() or len(word) == 1 or "." in word)


def split(parts: list[str]) -> Name:
    """The name of a person, the particles and "Jr." with the family name."""
    cut = len(parts) - 1
    if parts[cut].lower() in SUFFIXES and cut > 1:
        cut -= 1
    while cut > 1 and parts[cut - 1].lower() in PARTICLES:
        cut -= 1
    return Name(" ".join(parts[cut:]), " ".join(parts[:cut]))


def authors(citation: Citation) -> list[Name]:
    """The authors; the publisher stands in, except for a newspaper, whose articles nobody cites under its name."""
    source = citation.source
    given = [named(author) for author in source.authors if author.strip()]
    if given or not source.publisher or kind(citation) is SourceKind.NEWS:
        return given
    return [Name(" ".join(source.publisher.split()))]
