"""What the actions answer with, as what templates are given. A newcomer's mistake: asking the database here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from registry.actions import views
from registry.actions.copies import copies, voices
from registry.actions.lookup.rows import Headed
from registry.actions.views import ClaimView, DecisionView, SideRow, SideView
from registry.actions.views.standing import ALONE, CHANGED, CONTRADICTED
from registry.model.assertion import Assertion, Status
from registry.model.finding import Verdict
from registry.model.moment import Moment
from registry.model.quantity import Quantity
from web import days, labels, meanings, shown, words
from web.chart import Flag, Point
from web.differ import Place, differing
from web.highlight import Mark, pieces
from web.meanings import Meaning
from web.timeline import Dot, Lane

TONES = {
    "undisputed": "agrees",
    ALONE: "plain",
    CHANGED: "changed",
    "disputed": "disputed",
    "settled": "settled",
    CONTRADICTED: "contradiction",
    "out of date": "changed",
    "withdrawn": "unsure",
}
OPEN = (Verdict.UNSURE, Verdict.UNDONE)
MOST, FIRST, LAST = 6, 2, 3
Timed = TypeVar("Timed", SideRow, SideView)
Shown = TypeVar("Shown")
AS_OF_FROM = {"stated": "as the text says", "document": "the date of the document"}

# What a comparator made of a figure, as people read it.
BOUNDS = {
    "comparator: strict_low": "above the figure, which is not included",
    "comparator: low": "from the figure upwards",
    "comparator: strict_high": "below the figure, which is not included",
    "comparator: high": "up to the figure",
    "comparator: about": "about the figure",
    "comparator: nearly": "a little below the figure",
    "comparator: just_over": "a little above the figure",
}


def held(standing: views.Standing) -> Meaning:
    """How a standing looks; its word is the one with which its sentence begins."""
    return Meaning(TONES[standing.name], standing.name)


def standing(given: views.Standing) -> shown.Standing:
    """A standing with its sentence."""
    meaning = held(given)
    return shown.Standing(meaning.tone, meaning.word, sentence(given.words))


def sentence(text: str) -> str:
    """Words as a sentence: a capital first, a full stop last.

    >>> sentence("undisputed, 4 sources")
    'Undisputed, 4 sources.'
    """
    text = text.strip()
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?", "!")) or not text else ".")


def witnesses(sources: int, independent: int) -> str:
    """How many say so: "3 sources, 2 independent"."""
    told = words.counted(sources, "source")
    return told if independent == sources else f"{told}, {independent} independent"


def chip(side: SideRow) -> shown.Chip:
    """A value on one line."""
    when = [days.months(side.first, side.last or side.first)] if side.first else []
    return shown.Chip(side.label, " · ".join([words.counted(side.sources, "source"), *when]))


def conflict_row(row: views.ConflictRow) -> shown.ConflictRow:
    """A conflict in a list, its values in order of time."""
    row = labels.of_row(row)
    chips = few(tuple(chip(side) for side in in_time(row.sides)), lambda left: shown.Chip(left, "between"))
    address = f"/conflicts/{row.id}"
    kind = meanings.KINDS[row.kind]
    return shown.ConflictRow(row.id, address, row.question, kind, row.severity.value, row.detail, chips, row.found_at)


def few(given: tuple[Shown, ...], told: Callable[[str], Shown]) -> tuple[Shown, ...]:
    """The first and the last of many values, and how many stand between; a row of a list is one line.

    >>> few(tuple("abcdefgh"), str)
    ('a', 'b', '3 more', 'f', 'g', 'h')
    """
    if len(given) <= MOST:
        return given
    return (*given[:FIRST], told(f"{len(given) - FIRST - LAST} more"), *given[-LAST:])


def in_time(sides: Iterable[Timed]) -> list[Timed]:
    """Sides by the first day their value is stated for; those without one last."""
    return sorted(sides, key=lambda side: (side.first or date.max, side.last or date.max, side.number))


def fact_row(row: views.FactRow) -> shown.FactRow:
    """A fact in a list."""
    row = labels.of_fact_row(row)
    meaning = held(row.standing)
    values = few(tuple(side.label for side in in_time(row.values)), str)
    return shown.FactRow(f"/facts/{row.id}", row.question, values, meaning.tone, meaning.word, row.changed_at)


def witness(claim: ClaimView, differs: Sequence[Place] = ()) -> shown.Witness:
    """A claim in its sentence, its own words marked and those that differ from the other side's."""
    start = claim.span.start - claim.sentence.start
    marks = [Mark(start, start + len(claim.span.exact), tone="figure-mark")]
    marks += [Mark(a, b, tone="differs") for a, b in differs]
    said, source = claim.assertion, claim.source
    return shown.Witness(
        id=claim.id,
        href=f"/claims/{claim.id}",
        document_href=document_address(claim),
        title=source.headline or ("untitled" if source.publisher else source.name),
        publisher=source.publisher,
        published=source.published,
        pieces=pieces(claim.sentence.exact, marks),
        speaker=claim.speaker,
        reading=reading(said),
        trace=steps(claim.trace),
    )


def in_tables(given: Iterable[shown.Side], found: Mapping[str, Headed]) -> tuple[shown.Side, ...]:
    """Sides whose figures of tables are told with what is written over and beside them."""
    return tuple(side._replace(witnesses=tuple(in_table(one, found) for one in side.witnesses)) for side in given)


def in_table(given: shown.Witness, found: Mapping[str, Headed]) -> shown.Witness:
    """A claim with what is written over and beside it, where it stands in a table."""
    told = found.get(given.id)
    parts = (("column", told.column), ("row", told.row), ("under", told.title)) if told else ()
    return given._replace(cell=", ".join(f"{name} “{text}”" for name, text in parts if text))


def steps(trace: Iterable[str]) -> tuple[str, ...]:
    """How words became a value, without what changed nothing.

    >>> steps(("digits: 121 -> 121", "words: six -> 6", "comparator: strict_low"))
    ('words: six → 6', 'above the figure, which is not included')
    """
    told = (BOUNDS.get(step, step.replace(" -> ", " → ")) for step in trace)
    return tuple(step for step in told if len(set(step.partition(": ")[2].split(" → "))) != 1 or " → " not in step)


def document_address(claim: ClaimView) -> str:
    """The page of the version that a claim was read in."""
    return f"/documents/{claim.source.id}?version={claim.version_id}"


def reading(said: Assertion) -> shown.Pairs:
    """How words were read, as names and words, without what is not there."""
    scope = said.scope
    pairs = (
        ("Value", words.worded(said.value)),
        ("Change", {"up": "a rise by this much", "down": "a fall by this much"}.get(said.direction or "", "")),
        ("Counts", words.noun(said)),
        ("Of", said.subject.label if said.subject else ""),
        ("Only", ", ".join(scope.qualifiers)),
        ("Place", scope.place or ""),
        ("Period", days.moment(scope.period) if scope.period else ""),
        ("As of", _as_of(said)),
        ("Said by", said.asserted_by.label if said.asserted_by else ""),
        ("Status", "" if said.status is Status.ACTUAL else said.status.value),
    )
    return tuple((name, text) for name, text in pairs if text)


def _as_of(said: Assertion) -> str:
    """The day a value holds for and how it is known."""
    if not said.scope.as_of:
        return ""
    known = AS_OF_FROM.get(said.scope.as_of_from or "")
    return days.moment(said.scope.as_of) + (f", {known}" if known else "")


def sides(given: Sequence[SideView]) -> tuple[shown.Side, ...]:
    """The sides of a conflict in order of time; each first quotation marks where it differs from its neighbour's."""
    timed = in_time(given)
    return tuple(_side(side, _rival(timed, at))._replace(place=at + 1) for at, side in enumerate(timed))


def _rival(given: Sequence[SideView], at: int) -> ClaimView | None:
    """The claim that a side's first claim is compared with."""
    other = given[at - 1] if at else given[1] if len(given) > 1 else None
    return other.claims[0] if other and other.claims else None


def _side(side: SideView, rival: ClaimView | None) -> shown.Side:
    """A value and who says so."""
    first, *rest = plain_side(side).witnesses or (None,)
    if first and rival:
        mine = side.claims[0]
        marked = differing(mine.sentence.exact, rival.sentence.exact)[0]
        first = witness(mine, marked)._replace(copy=first.copy, apart=first.apart)
    return plain_side(side)._replace(witnesses=tuple(each for each in (first, *rest) if each))


def plain_side(side: SideView) -> shown.Side:
    """A value and who says so, without a rival to compare it with."""
    told, (again, apart) = witnesses(side.sources, side.independent), voices(side)
    said = tuple(
        witness(claim)._replace(copy=again.get(claim.id, ""), apart=apart.get(claim.id, "")) for claim in side.claims
    )
    beyond = max(0, side.sources - len({claim.source.id for claim in side.claims}))
    return shown.Side(side.number, side.label, told, said, side.chosen, beyond=beyond)


def stated(claim: ClaimView) -> date | None:
    """The day a claim's value holds for: as the text says, else the day its document appeared."""
    moment = told(claim)
    return moment.high if moment else claim.source.published


def told(claim: ClaimView) -> Moment | None:
    """The time that the text gives for a claim's value, where it ends."""
    moment = claim.assertion.scope.as_of or claim.assertion.scope.period
    return moment if moment and moment.high != date.max else None


def lanes(given: Sequence[SideView]) -> list[Lane]:
    """The sides of a conflict as lanes of a timeline, the earliest first."""
    return [Lane(side.label, tuple(_lane_dot(claim) for claim in side.claims)) for side in in_time(given)]


def _lane_dot(claim: ClaimView) -> Dot:
    moment = told(claim)
    return Dot(stated(claim), name(claim), f"/claims/{claim.id}", days.moment(moment) if moment else "")


def name(claim: ClaimView) -> str:
    """What a source is called in a picture."""
    return claim.source.name


def points(given: Sequence[SideView]) -> list[Point]:
    """The claims of a fact as points of a chart; only quantities with a date can be drawn."""
    return [point for side in given for point in _points(side)]


def _points(side: SideView) -> list[Point]:
    again = copies(side)
    return [point for claim in side.claims if (point := _point(claim, side.label, copy=claim.id in again))]


def _point(claim: ClaimView, label: str, *, copy: bool) -> Point | None:
    value, day = claim.assertion.value, stated(claim)
    if day is None or not isinstance(value, Quantity):
        return None
    low, high = (None if end is None else float(end) for end in (value.low, value.high))
    return Point(day, low, high, label, name(claim), f"/claims/{claim.id}", copy)


def flags(decisions: Iterable[DecisionView]) -> list[Flag]:
    """The decisions that hold, as flags of a chart."""
    held = (each for each in decisions if each.superseded_by is None and each.verdict not in OPEN)
    return [Flag(each.decided_at.date(), "decided") for each in held]


def decisions(given: Iterable[DecisionView]) -> list[shown.Decided]:
    """A history, the newest decision first."""
    return [decided(each) for each in sorted(given, key=lambda each: -each.id)]


def decided(each: DecisionView) -> shown.Decided:
    """A decision in words; one that holds can be undone."""
    told = meanings.told(each.verdict, each.label)
    if each.value:
        told += f"; right is {each.value}" + (f", says {each.source}" if each.source else "")
    replaced, back = each.superseded_by is not None, each.verdict is Verdict.UNDONE
    undo = None if replaced else f"/decisions/{each.id}/undo"
    return shown.Decided(told, each.reviewer, each.decided_at, each.reason, replaced, undo, back)


def corrected(number: int | None, conflict: str = "") -> shown.Toast | None:
    """A reading that was just corrected, with the way to take it back, and back to the conflict where it was seen."""
    place = f"/corrections/{number}/undo" + (f"?conflict={conflict}" if conflict else "")
    return shown.Toast("The reading is corrected.", place) if number else None


def regrouped(number: int | None) -> shown.Toast | None:
    """Facts that were just merged or parted, with the way to take it back."""
    return shown.Toast("Noted. New documents are filed the same way.", f"/deeds/{number}/undo") if number else None
