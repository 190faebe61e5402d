"""The question that claims of one fact answer, in words.

A newcomer's mistake: building a full sentence out of an attribute that a machine read. Where no form is known to fit,
"Brightmart: how many shops?" is right whatever the words are; "How many shops were there for Brightmart?" is not. What
has no name to ask for is asked for with the sentence itself: "“Nurses will strike for …”: how long?"
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from registry.model.assertion import Behaviour, Claim, Kind, Status
from registry.model.moment import Moment
from registry.model.term import Term
from registry.steps import units
from registry.steps.match.blanks import blanked, cut
from registry.steps.match.naming import VAGUE, attribute, bare, of, owned, spokesman, subject
from registry.steps.match.profile import profile
from registry.steps.match.sound import BOUNDS, DOINGS, happens, is_counted, is_dated, is_name, is_placed, is_told
from registry.steps.match.verbs import root
from registry.steps.match.words import content, lists, stems
from registry.steps.phrases import FORMS, NUMBERS, capital, is_plural, plural, singular, spoken

MOVES = re.compile(r"\s*\b(?:growth|rise|increase|gain|fall|decrease|decline|drop|change|loss)$")
HAPPENING = re.compile(r"^(?P<what>.+?)\s+(?:date|year|time|day)$")
MEASURED = re.compile(
    r"(?:^|[ -])(?:mass|weight|load|payload|volume|size|tonnage|displacement|output|harvest|catch|yield|demand|supply"
    r"|use|intake|dose|reserves?|record|limit|target|loss|need|rate|average|total"
    r"|\w+(?:ion|ions|ing|age|ment|ity|th|ture))$"
)
# What goes before the thing that it is of: "the start of the work".
TURNED = BOUNDS | frozenset(("opening", "closing", "completion", "signing", "expiry", "introduction"))
LAST = {"up": "rise", "down": "fall"}
NOW = re.compile(r"\b(?:is|are|will be|measures?)(?: \w+){0,2} $")
SHARE = re.compile(r"^(?:share|proportion|percentage|portion|part) of (?:the )?(?P<what>.+)$")
# What is no name of its own, or one that no "of" can stand behind: "to the Union", "received"; "area burned".
NAMELESS = re.compile(r"(?:of|to|in|on|at|for|from|by|with|than)(?: |$)|(?!\w*(?:eed|bed|shed)$)\w+ed$")
# Names that say too little by themselves: "the share of Canada".
BARE = frozenset(("share", "distance", "improvement", "change", "proportion", "part", "chance", "estimate"))
PEOPLE = frozenset(("person", "man", "woman", "child", "people", "patient", "resident", "victim"))
LONGEST, YEAR = 3, timedelta(days=366)
# What a sentence with a blank is asked for, by the kind of its figure.
EXTENTS = {
    "distance": "how far",
    "length": "how long",
    "height": "how high",
    "width": "how wide",
    "depth": "how deep",
}
SORTS = {
    Kind.PERCENT: "what percentage",
    Kind.FRACTION: "what share",
    Kind.MONEY: "how much money",
    Kind.COUNT: "how many",
    Kind.ORDINAL: "which",
}


def question(claims: Sequence[Claim]) -> str:
    """The question that these claims answer."""
    claim = spokesman(claims)
    said, whose = claim.assertion, subject(claims)
    if said.kind is Kind.ROLE:
        return f"What office does {whose or 'this person'} hold?"
    if said.kind is Kind.EVENT:
        return happened(claims, whose)
    if whose and not is_name(whose, claims) and (told := quoted(claims, sort(claim))):
        return told
    if isinstance(said.value, Moment):
        return dated(claims, whose)
    if said.kind is Kind.ORDINAL:
        return quoted(claims, sort(claim)) or f"Which {attribute(claims)}{of(whose)} was it?"
    known = form(claims, whose)
    if known:
        return known
    return counted(claims, whose) if profile(claim).dimension == "count" else measured(claims, whose)


def form(claims: Sequence[Claim], whose: str) -> str | None:
    """The question for a concept that has a form of its own."""
    claim = spokesman(claims)
    concept = next(iter(profile(claim).named), None) if len(profile(claim).named) == 1 else None
    pattern = FORMS.get(concept or "")
    if not pattern or claim.assertion.direction:
        return None
    if "ow many" in pattern and profile(claim).dimension != "count":
        return quoted(claims, sort(claim)) or None  # "staff stayed away for 24 hours" counts no staff
    whose = "" if counts(whose) else whose
    place = claim.assertion.scope.place or whose
    if "{where}" in pattern and place and place == whose and not is_placed(whose, claims):
        pattern, place = f"{{whose}}: {pattern[:1].lower()}{pattern[1:]}", ""
    if "{whose}" in pattern and not whose:
        return None
    asked = pattern.format(whose=whose, where=f" in {place}" if place else "", when=period(claims))
    return capital(asked)


def counts(whose: str) -> bool:
    """Whether what a machine took for a subject is what is counted itself ("fourteen people")."""
    words = whose.casefold().removeprefix("the ").split()
    return bool(words) and (words[0] in NUMBERS or words[0].isdigit() or words[-1] in ("people", "persons"))


def counted(claims: Sequence[Claim], whose: str) -> str:
    """The question for a count."""
    claim = spokesman(claims)
    what, when = attribute(claims), period(claims)
    own = bool(whose) and content(what) <= content(whose)
    if (own or not is_counted(what, claims)) and (told := quoted(claims, sort(claim))):
        return told
    done, _, rest = what.partition(" ")
    if rest and claim.assertion.verb and done.endswith("ed") and root(done[:-2]) == root(claim.assertion.verb):
        asked = f"how many {plural(rest)} were {done}{when}?"
        return f"{capital(whose)}: {asked}" if whose else capital(asked)
    things = what if is_foreign(claims, what) else plural(what)
    if not whose:
        return f"How many {things}{when}?"
    if claim.assertion.verb == "have" or owns(claims):
        return f"How many {things} {'does' if present(claim) else 'did'} {whose} have{when}?"
    return f"{capital(whose)}: how many {things}{when}?"


def is_foreign(claims: Sequence[Claim], what: str) -> bool:
    """Whether what is counted is called by a word of another language, which has its own plurals."""
    called = [
        one for one in claims if one.assertion.attribute and one.assertion.attribute.label.lower() == what.lower()
    ]
    return all(one.source.language not in (None, "en") for one in called or claims)


def owns(claims: Sequence[Claim]) -> bool:
    """Whether a sentence writes the subject as the owner of what is counted ("the ICC's 125 members")."""
    return any(c.assertion.subject and re.search(r"(?:['’]s?|\b(?:its|their)) $", f"{c.span.prefix}") for c in claims)


def present(claim: Claim) -> bool:
    """Whether one asks for what is, not for what was."""
    said = claim.assertion
    if said.scope.period is not None:
        return False
    return (
        said.behaviour is not Behaviour.FIXED
        or said.status is Status.PLANNED
        or NOW.search(claim.span.prefix) is not None
    )


def measured(claims: Sequence[Claim], whose: str) -> str:
    """The question for a measure, an amount or a share."""
    claim = spokesman(claims)
    when, what, way = period(claims), attribute(claims), claim.assertion.direction
    if not is_told(what, whose, claims) and (told := quoted(claims, sort(claim))):
        return told
    if way:
        return f"By how much did the {MOVES.sub('', what) or what}{of(whose)} {LAST[way]}{when}?"
    if (what in BARE or what in VAGUE or NAMELESS.match(what)) and (told := quoted(claims, sort(claim))):
        return told
    if what in VAGUE or NAMELESS.match(what):
        return f"{capital(whose)}: {sort(claim)}{when}?" if whose else f"{capital(sort(claim))}{when}?"
    part = SHARE.match(what)
    if part and claim.assertion.kind in (Kind.PERCENT, Kind.FRACTION):
        told = f"what share of {part['what'] if part['what'] in WHOLE else plural(part['what'])}{when}?"
        return f"{capital(whose)}: {told}" if whose else capital(told)
    if lasts(claim) and what.split()[-1] != "age":
        return f"How long {'is' if present(claim) else 'was'} the {owned(what, whose)}{when}?"
    if is_stuff(claim, what):
        return f"{capital(whose)}: how much {what}{when}?" if whose else f"How much {what}{when}?"
    share = ", in percent" if sort(claim) == "what percentage" and "share" not in what and "rate" not in what else ""
    many = is_plural(what.split(" of ")[0].split()[-1])
    be = ("are" if many else "is") if present(claim) else "were" if many else "was"
    return f"What {be} the {owned(what, whose)}{when}{share}?"


def is_stuff(claim: Claim, what: str) -> bool:
    """Whether something is weighed or filled up that is no name of a measure: one asks how much of it."""
    dimension = units.dimension(getattr(claim.assertion.value, "unit", ""))
    return dimension in ("mass", "volume") and MEASURED.search(what) is None


def sort(claim: Claim) -> str:
    """What sort of figure is asked for, where nothing says of what."""
    said = claim.assertion
    if isinstance(said.value, Moment):
        return "when"
    if said.attribute and said.attribute.label in EXTENTS:
        return EXTENTS[said.attribute.label]
    if lasts(claim):
        return "how old" if said.attribute and said.attribute.label.split()[-1:] == ["age"] else "how long"
    return SORTS.get(said.kind, "how much")


def lasts(claim: Claim) -> bool:
    """Whether a figure is a time that something takes."""
    return units.dimension(getattr(claim.assertion.value, "unit", "")) in ("time", "long time")


def dated(claims: Sequence[Claim], whose: str) -> str:
    """The question for a date."""
    what = attribute(claims)
    found = HAPPENING.match(what)
    event = found["what"] if found else "" if what in VAGUE else what
    event = "" if singular(event) in PEOPLE else event
    if not event and happens(whose):
        return ("" if is_dated(whose, claims) else quoted(claims, "when")) or f"When was {whose}?"
    planned = all(claim.assertion.status is Status.PLANNED for claim in claims)
    asked = f"For when is the {turned(event)} planned" if planned else f"When was the {turned(event)}"
    apart = bare(whose).lower() not in event.lower()  # not "the opening of the bridge (bridge)"
    named_so = f"{asked}{f' ({bare(whose)})' if whose and apart else ''}?" if event else f"When ({bare(whose)})?"
    return named_so if known(event) and is_dated(event, claims) else quoted(claims, "when") or named_so


def turned(event: str) -> str:
    """What began or ended behind its beginning or end: "start of the measure" for "measure start"."""
    what, _, end = event.rpartition(" ")
    return f"{end} of the {what}" if what and end in TURNED else event


def quoted(claims: Sequence[Claim], ask: str) -> str:
    """The question in the words of the claim itself, the figure left out; nothing where it says nothing but that. What
    the words do not name stands behind them."""
    first = spokesman(claims)
    every = sorted(claims, key=lambda claim: claim is not first)
    found = [words for claim in every if (words := blanked(claim))]
    if not found:
        return ""
    words, whose = next((words for words in found if not cut(words)), found[0]), subject(claims)
    unnamed = whose and is_name(whose, claims) and not content(whose) & content(words)
    return f"“{words}”{f' ({bare(whose)})' if unnamed else ''}: {ask}?"


def known(event: str) -> bool:
    """Whether people call an event so: a short name, not a verb that a machine made a noun, nor a mere time."""
    words = event.split()
    made = any(word.endswith("ing") and word not in DOINGS for word in words[-1:])
    return bool(words) and len(words) <= LONGEST and not made and words[-1] not in VAGUE


def happened(claims: Sequence[Claim], whose: str) -> str:
    """The question for an act or an event."""
    claim, what = spokesman(claims), attribute(claims)
    if not whose:
        return f"What happened: {what}?"
    if what == "cause":
        return f"What caused {whose}?"
    doer, _, thing = told(claim).partition(f" {claim.span.exact.split()[0].lower()} ")
    if thing and set(stems(doer)) & set(stems(whose)):
        return f"What did {whose} {claim.assertion.verb}?"
    if claim.assertion.verb != what:
        return f"What is known of the {what} of {whose}?"
    return f"What is known of the {thing} concerning {whose}?" if thing else f"What happened to {whose}?"


def told(claim: Claim) -> str:
    """What an act tells in words, who did it first: "Court issued warrant"."""
    return claim.assertion.value.label if isinstance(claim.assertion.value, Term) else ""


# What a share is of, as it is said of one: "of the vote".
WHOLE = frozenset(lists()["wholes"]["words"].split())


def period(claims: Sequence[Claim]) -> str:
    """The period of the claims as an ending; nothing where one of them is of another time."""
    moment = spokesman(claims).assertion.scope.period
    if moment is None or any(is_later(claim, moment) for claim in claims):
        return ""
    told = spoken(moment)
    if moment.bound:
        return f" {told}"
    if moment.low == moment.high:
        return f" on {told}"
    return f" from {told}" if " to " in told else f" in {told}"


def is_later(claim: Claim, moment: Moment) -> bool:
    """Whether a claim is of another period, or names none in a document of more than a year after it."""
    own, known = claim.assertion.scope.period, claim.source.published
    if own is not None:
        return own.high < moment.low or own.low > moment.high
    return known is not None and known - YEAR > moment.high
