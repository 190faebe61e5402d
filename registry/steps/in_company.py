"""Documents of one matter that are read together: what one of them is about, the others help to tell.

Each is read by itself first; its claims say which of the others are of its matter, and what those are likely about
weighs when its topic is settled again. A newcomer's mistake: asking the strangers of the pile, which share a country.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from registry.model.assertion import Claim
from registry.model.document import Reading, Source
from registry.steps.check.matters import Matters
from registry.steps.fold import fold
from registry.steps.language import language_of
from registry.steps.match.kinship import Kin, kin
from registry.steps.resolve import Companion, Story, Telling, companion, settle, tell
from registry.steps.resolve.foreign import table_of
from registry.steps.segment import blocks, sentences

SURE, SURER, WORDY = 0.5, 0.9, 20
WITNESSES = 2  # what a single other document is about says little
Told = tuple[Telling, Sequence[Claim]]


def settled(told: Mapping[int, Told]) -> dict[int, Story]:
    """What documents are about once they were read beside those of their matter, for those that have several."""
    circles = {number: around for number, around in of_one_matter(told).items() if around}
    alone = {number: companion(telling.weights) for number, (telling, _) in told.items()}
    beside = {number: [alone[each] for each in around] for number, around in circles.items()}
    known = {number: companion(told[number][0].weights, others) for number, others in beside.items()}
    several = {number: around for number, around in circles.items() if len(around) >= WITNESSES}
    return {number: settle(told[number][0], chosen(around, known)) for number, around in several.items()}


def outline(reading: Reading, source: Source) -> Telling:
    """What the names of a document say, without its trees: enough for those that are read beside it."""
    text = reading.text
    language = source.language or reading.language or language_of(text)
    return tell(fold(text), source, sentences(text, reading.blocks or blocks(text)), (), table_of(language))


def beside_held(others: Sequence[Telling]) -> list[Companion]:
    """What some documents of one matter are known by to one more."""
    alone = [companion(each.weights) for each in others]
    return [
        companion(each.weights, [other for other in alone if other is not own])
        for each, own in zip(others, alone, strict=True)
    ]


def chosen(around: Sequence[int], known: Mapping[int, Companion]) -> list[Companion]:
    """What the documents around one are known by."""
    return [known[each] for each in around]


def of_one_matter(told: Mapping[int, Told]) -> dict[int, list[int]]:
    """The documents that are surely enough of the same matter as each; copies of one text are one, and none to
    themselves."""
    family = {str(number): kin(claims) for number, (_, claims) in told.items() if claims}
    matters = Matters(family, linked=True)
    texts = {name: told[int(name)][0].weights.folded for name in family}
    first = {text: name for name, text in reversed(texts.items())}

    def are(one: str, two: str) -> bool:
        """Whether two documents are; most of a pile share no name, which is soon seen."""
        pair = family[one], family[two]
        return texts[one] != texts[two] and of_one(*pair, 1.0) and of_one(*pair, matters.told(one, two))

    return {int(one): [int(two) for two in family if first[texts[two]] == two and are(one, two)] for one in family}


def lent(claim: Claim, topic: str) -> Claim:
    """A claim that says where its subject is from, if that is a name which its document never says."""
    subject = claim.assertion.subject
    if subject is None or not subject.label.startswith(topic):
        return claim
    return replace(claim, trace=(*claim.trace, f"subject: {topic}, as the documents read beside this one say"))


def of_one(one: Kin, two: Kin, likely: float) -> bool:
    """Whether two documents that are likely of one matter may tell what the other is about; texts of a line, and those
    without a common name, are soon alike in their words alone."""
    if one.names.isdisjoint(two.names):
        return likely >= SURER and min(len(one.words), len(two.words)) >= WORDY
    return likely >= SURE
