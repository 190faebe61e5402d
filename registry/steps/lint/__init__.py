"""A draft held against what the registry knows: problems with their sources, wordings and fixes.

    gather, joining               what is held about a claim's question
    weigh                         the verdict, by certainty, doubts, dispute and level
    later, bygone, moved, times   what became of a figure        holders    who holds an office now
    led, echoes, alongside        where the draft's own words lead, with and without its figure
    attributed, voices, naming    who says so, and who knows the draft's names
    sides, sources                who states a value, and how close to the fact they are
    rules, catalogue, problem     what comes of it               wording, numbers    fixes
    slips, quoting                wrong units, wrong words       formats, told       the report
    skip, suppress, baseline      what is passed over            lines               offsets as lines and columns

A newcomer's mistake: looking anything up here. The caller brings what the registry holds; no database is known here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from registry.model.assertion import Claim
from registry.model.document import Reading
from registry.model.span import Block, BlockKind
from registry.steps.lint.baseline import printed
from registry.steps.lint.catalogue import RULES
from registry.steps.lint.problem import Known, Level, Options, Problem, Report, Stored
from registry.steps.lint.quoting import misquoted, quoted
from registry.steps.lint.rules import Case, judged
from registry.steps.lint.skip import masked, quotations
from registry.steps.lint.suppress import silenced, suppressions
from registry.steps.lint.weigh import weigh
from registry.steps.segment import blocks

__all__ = ["RULES", "Level", "Options", "Report", "lint", "ready", "to_compare"]

NOTHING = Known()
LINTED = ("text/plain", "text/markdown")


def ready(reading: Reading, options: Options) -> Reading:
    """A draft as it is to be extracted: everything that is not its own prose is blank."""
    text = masked(reading.text, reading.media_type, quotes=options.quotes)
    found = blocks(text) if reading.media_type in LINTED or not reading.blocks else reading.blocks
    return replace(reading, text=text, blocks=found if options.quotes else own(found))


def own(found: Sequence[Block]) -> tuple[Block, ...]:
    """Blocks, those that quote others as furniture, which nothing is read from."""
    return tuple(replace(one, kind=BlockKind.FURNITURE) if one.kind is BlockKind.QUOTE else one for one in found)


def to_compare(reading: Reading, options: Options) -> list[tuple[int, int]]:
    """The quotations of a draft that are worth comparing with stored texts."""
    return list(quoted(ready(reading, options).text))


def lint(
    reading: Reading,
    claims: Sequence[Claim],
    known: Sequence[Known],
    *,
    stored: Mapping[tuple[int, int], Sequence[Stored]] | None = None,
    options: Options | None = None,
    path: str = "draft",
) -> Report:
    """What is wrong with a draft; `known` goes with `claims`, `stored` gives the texts to compare a quotation with."""
    told, text = options or Options(), reading.text
    spoken = list(quotations(text))
    found = [_one(text, claim, what, spoken, told) for claim, what in zip(claims, known, strict=True)]
    wrong = [one for place, sources in (stored or {}).items() if (one := misquoted(text, place, sources))]
    left, silent = silenced(
        once(told_once([one for one in found if one], wrong)), suppressions(text), text, inactive=_inactive(told)
    )
    return Report(path, text, tuple(printed(left)), tuple(printed(silent)), claims=len(claims))


def _inactive(options: Options) -> frozenset[str]:
    """The rules that were not asked for."""
    return frozenset() if options.unsupported else frozenset({"FACT004"})


def _one(text: str, claim: Claim, known: Known, spoken: Sequence[tuple[int, int]], options: Options) -> Problem | None:
    """The problem with a claim."""
    inside = any(start <= claim.span.start and claim.span.end <= end for start, end in spoken)
    case = Case(text, claim, known, weigh(claim, known, options.as_of), inside)
    return judged(case, unsupported_too=options.unsupported)


def told_once(problems: Sequence[Problem], misquotations: Sequence[Problem]) -> list[Problem]:
    """The problems and the misquotations, a figure of a misquoted passage not twice: where the passage has the value
    that is held, the misquotation tells it, as gravely."""
    left, graver = list(problems), list[Problem]()
    for passage in misquotations:
        inside = [one for one in left if _tells(passage, one)]
        left = [one for one in left if one not in inside]
        graver.append(
            replace(passage, level=min((passage.level, *(one.level for one in inside)), key=lambda level: level.rank))
        )
    return [*left, *graver]


def _tells(passage: Problem, figure: Problem) -> bool:
    """Whether a misquotation has the value that is held against a figure in it."""
    within = passage.span.start <= figure.span.start and figure.span.end <= passage.span.end
    held = (figure.held or "").casefold()
    return (
        within
        and bool(held)
        and re.search(rf"(?<!\w){re.escape(held)}(?!\w)", (passage.held or "").casefold()) is not None
    )


def once(problems: Sequence[Problem]) -> list[Problem]:
    """The problems, of several at one place the gravest."""
    found: dict[tuple[int, int], Problem] = {}
    for problem in problems:
        place = (problem.span.start, problem.span.end)
        if place not in found or problem.level.rank < found[place].level.rank:
            found[place] = problem
    return list(found.values())
