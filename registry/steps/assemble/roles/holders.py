"""The person to whom a sentence gives an office: beside its words, by a verb of being or of appointing, in a signature.

A newcomer's mistake: the nearest name. "The mayor, Ana Ruiz, the governor, Bo Hill" has two offices and each its own;
a name that stands in apposition to one is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from registry.model.assertion import Status
from registry.steps.assemble.roles.offices import HONOURS, NAME_SHAPE, TITLES, WORD, listed
from registry.steps.assemble.roles.titles import Office
from registry.steps.cues import cued
from registry.steps.given_names import given_names
from registry.steps.kept import compiled

ONE = rf"(?:{NAME_SHAPE}|{WORD})"
NAME = rf"(?<![\w'-])(?P<name>{ONE})"
OTHER = rf"(?:{TITLES}{ONE}|(?:his|her|their) [a-z]+)"
AGED = rf"{HONOURS}(?:,? \(?(?:aged )?\d\d\)?)?(?: of (?P<home>[A-Z][\w'-]+(?: [A-Z][\w'-]+)*))?"
SINCE = (
    r"(?:(?:then|now|still|currently|also|once|until recently|at the time|previously|formerly|later|today"
    r"|for (?:many|\w+) years|since (?:\d{4}|[A-Z]?[a-z]+(?: \d{4})?)|until (?:\d{4}|[A-Z]?[a-z]+(?: \d{4})?)"
    r"|in \d{4}|from \d{4} to \d{4}),? )?"
)
BE = r"(?:is|was|became|becomes|remains|remained|has been|had been|has become)"
SOON = (
    r"(?:will be|will become|is to become|is to be|will remain|is set to become|will serve as|will act as"
    r"|will take over as)"
)
NAMED = (
    r"(?:(?:re-?)?elected|(?:re-?)?appointed|named|chosen|promoted|confirmed|sworn in|hired|installed|unveiled"
    r"|inaugurated|recruited|reinstated|dismissed|sacked|ousted|removed|suspended|fired|replaced|succeeded|crowned"
    r"|ordained|voted in|introduced|presented|announced|retained|drafted in|brought in)"
)
NAMING = r"(?:names|appoints|elects|promotes|hires|naming|appointing|electing|promoting|hiring)"
SERVED = (
    r"(?:serves?|served|acts?|acted|works?|worked|took over|takes over|returned|returns|steps? down|stepped down"
    r"|resigned|retired|retires|quit|stays|stayed|started|stood down|stands down|joined|joins|continues|stays on"
    r"|left office|took office|was sworn in|departs?|departed)"
)
ACTS = (
    r"(?:appointment|election|re-?election|resignation|departure|removal|dismissal|promotion|retirement"
    r"|arrival|sacking) of"
)
DOER = rf"(?:{NAME}{AGED}(?:, an? [^,.;:]{{3,40}}(?=,))?|\b(?P<he>[Hh]e|[Ss]he)),?(?: who)?"
POST = "(?:as|to be|to(?: the (?:post|position|office|role|job) of)?)"
# What stands before an office: a name, and what joins it. The end of it is looked for first, since a name takes long.
BEFORE = tuple(
    (kind, cued(rf"{end}$"), cued(rf"{name}{end}$"))
    for kind, name, end in (
        (
            "beside",
            rf"{NAME}{AGED}",
            rf"(?:, (?:who {BE} )?(?:himself |herself )?(?:as |who as )?{SINCE}| \(| [\u2013\u2014-] )",
        ),
        ("is", DOER, rf"(?: {SINCE})? {BE} (?:also |again |now |then |currently )?{SINCE}"),
        (
            "succeeds",
            rf"{NAME}{AGED},?(?: who)?",
            r" (?:has |had )?(?:succeed(?:s|ed)|replace[sd]|follow(?:s|ed)|t(?:akes|ook|aken) over from"
            rf"|t(?:akes|ook) the place of) {OTHER} as ",
        ),
        (
            "follows",
            rf"{NAME}{AGED},?(?: who)?",
            rf" (?:will|is to|is due to|is set to) (?:succeed|replace|follow|take over from) {OTHER} as ",
        ),
        ("as", NAME, " as "),
        ("soon", DOER, rf" {SOON} "),
        ("named", rf"(?:{NAMED}|{NAMING}|{ACTS}) {TITLES}{NAME}{AGED},?", rf" (?:{POST} )?"),
        (
            "was",
            DOER,
            r" (?:is |was |has been |had been |were )?(?:first |also |then |recently )?"
            rf"{NAMED}(?: {POST})? ",
        ),
        ("serves", DOER, rf" (?:has |had )?(?:also |then |now |currently )?{SERVED} as "),
        ("not", DOER, " (?:is|was) (?:not|no longer|never) "),
    )
)
DIRECT = compiled(rf" {TITLES}{NAME}(?: of (?P<home>[A-Z][\w'-]+(?: [A-Z][\w'-]+)*))?")
APART = compiled(rf", {TITLES}{NAME}{HONOURS}(?=[,.;:!?)\"]|$| (?:and|who|has|had|is|was|said|says|told) )")
AFTER_BE = compiled(rf" (?:is|was|became|has been) (?:the )?{TITLES}{NAME}(?=[,.;:]|$| who | and | since | from )")
COLON = compiled(rf"^(?: ?\([^)]*\))?\s*:\s+{TITLES}{NAME}{HONOURS}(?=\s*(?:$|[,(;.]))")
ALONE = compiled(rf"\W*{TITLES}(?P<name>{NAME_SHAPE}){HONOURS},?\W*")
STATUS = {"soon": Status.PLANNED, "follows": Status.PLANNED, "not": Status.NEGATED}
TOO = compiled(rf"(?:\band|,) (?:{BE}|{SERVED} as) (?:also )?{SINCE}(?:the )?$")
OPENING = compiled(r"^\W*(?:Once|Formerly|Previously|Now|As|Until recently|Long) (?:the |an? )?$")
OF_WHOM = compiled(r", (?P<he>he|she)\b")
NOT = compiled(r",? (?:and |but )?not $")
# "It sent nine engines to Ash Lane, a spokesman said": no comma stands behind who says it, so the lane is no spokesman.
TRAILS = compiled(r" (?:said|says|told|added|confirmed|warned|announced|explained)\b")

EARLY = 30  # letters that may stand before an office that opens a sentence
GROUPS = frozenset(
    ("group", "company", "firm", "union", "club", "party", "band", "campaign", "charity", "initiative", "network")
)


@dataclass(frozen=True, slots=True)
class Holder:
    """A name beside an office: where it stands, whether right beside it, and whether the office is held."""

    name: str
    at: int
    beside: bool = False
    home: str = ""
    status: Status = Status.ACTUAL


def holders_of(flat: str, office: Office, used: set[int], last: Holder | None, line: str) -> Iterator[Holder]:
    """The names that may go with an office, the likeliest first."""
    found: tuple[Holder | None, ...] = (listed_in(flat, office, line), again(flat, office, last), direct(flat, office))
    yield from filter(None, found)
    if found[-1] is None:
        likely = [*before(flat, office)]
        yield from (one for one in likely if one.at not in used)
        yield from filter(None, (after(flat, office),))
        yield from likely


def again(flat: str, office: Office, last: Holder | None) -> Holder | None:
    """The holder of the office before, who holds this one too, or does not: "and was previously head of"."""
    if last is None:
        return None
    if "not " in flat and NOT.search(flat, 0, office.first):
        return Holder(last.name, last.at, status=Status.NEGATED)
    return Holder(last.name, last.at) if TOO.search(flat, 0, office.first) else None


def listed_in(flat: str, office: Office, line: str) -> Holder | None:
    """The name behind the colon of a list, or on the line above an office that is a line of its own."""
    if flat[: office.first].strip(" \"'*-\u2022\u2013"):
        return None
    hit = COLON.match(flat[office.last :])
    if hit:
        return Holder(hit.group("name"), office.last + hit.start("name"), beside=True)
    whole = not flat[office.last :].strip(" .,") or re.match(r", (?:the )?[A-Z][\w'& -]{2,60}\W*$", flat[office.last :])
    if whole and flat[:1].isupper() and (signed := ALONE.fullmatch(line)):
        return Holder(signed.group("name"), -1)
    return None


def direct(flat: str, office: Office) -> Holder | None:
    """The name that follows an office at once: "chief executive Mara Lind"."""
    hit = DIRECT.match(flat, office.last)
    if hit is None or office.place:
        return None
    if office.head in listed("ranks") and office.told.lower() == office.head and not office.owner:
        return None  # a rank is a title
    if office.head in listed("posts") and (" " not in office.told or office.of):
        return None
    if office.of.split(" ")[-1] in GROUPS and hit.group("name").split()[0].lower() not in given_names():
        return None  # "spokeswoman for the group Quiet Nights"
    home = hit.group("home") if not office.of and not office.owner else ""
    return Holder(hit.group("name"), hit.start("name"), beside=True, home=home or "")


def before(flat: str, office: Office) -> Iterator[Holder]:
    """The names that stand before an office: "Jon Dahl, the club's president", "she became president"."""
    base = max(0, office.first - 160)
    trails = office.det in ("a", "an", "the") and TRAILS.match(flat, office.last)
    text = flat[base : office.first] if is_told(office) and not trails else ""
    for kind, end, pattern in BEFORE:
        hit = pattern.search(text) if end.search(text) else None
        if hit is None:
            continue
        he = hit.groupdict().get("he")
        place = base + hit.start("he" if he else "name")
        status = STATUS.get(kind, Status.ACTUAL)
        yield Holder(he or hit.group("name"), place, home=hit.groupdict().get("home") or "", status=status)


def after(flat: str, office: Office) -> Holder | None:
    """The name behind a comma or a verb of being: "the mayor, Ana Ruiz", "its president is Luc Tessin"."""
    if office.det in ("a", "an") or (office.head in listed("posts") and office.is_open and not office.det):
        return None
    opens = office.first <= 1 or (office.first < EARLY and OPENING.search(flat, 0, office.first))
    if opens and (he := OF_WHOM.match(flat, office.last)):
        return Holder(he.group("he"), he.start("he"))
    hit = APART.match(flat, office.last)
    hit = hit or (AFTER_BE.match(flat, office.last) if office.det or office.of else None)
    return Holder(hit.group("name"), hit.start("name"), beside=True) if hit else None


def is_told(office: Office) -> bool:
    """Whether an office is one without a name: a post needs whose it is, a calling more than an article."""
    plain = office.told.lower() == office.head
    if office.head in listed("posts"):
        return (
            not office.is_open or office.det == "the" or ((office.det == "" and office.told[:1].isupper()) or not plain)
        )
    return not (office.det in ("a", "an") and office.is_open and plain and office.head in listed("trades"))
