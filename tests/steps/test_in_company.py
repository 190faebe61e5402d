"""Documents of one matter that are read together help to tell what each of them is about, and strangers do not."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

import pytest

from registry.model.assertion import Claim
from registry.model.document import Reading, Source
from registry.steps import extract as reading
from registry.steps.extract import extract, extract_each
from registry.steps.resolve import Story, Telling
from registry.steps.resolve.companions import Companion, companion, likely, names_beside
from registry.steps.resolve.standing import Weights
from registry.steps.resolve.traits import learnt, traits

WIRE = (
    "Hollin Viaduct closed after cracks found",
    "The Meridian Wire",
    "Engineers closed the Hollin Viaduct on Tuesday after cracks were found in 14 of its piers. The Hollin Viaduct "
    "carries 31,000 vehicles a day. Repairs to the Hollin Viaduct will cost 9 million pounds, said Ruth Calder of "
    "Dunmore Council.",
)
PAPER = (
    "Cracks in Hollin Viaduct: what we know",
    "Dunmore Courier",
    "The Hollin Viaduct opened in 1967. Cracks were found in 16 piers of the Hollin Viaduct. Drivers in Dunmore face a "
    "detour of 12 miles. Ruth Calder said the Hollin Viaduct would stay shut for 5 weeks.",
)
COLUMN = (
    "The long way round",
    "Dunmore Parish Letter",
    "My bus to Dunmore took 55 minutes this morning. Every pier I can see from the window has a crack in it, and Ruth "
    "Calder counts 14 of them. In Dunmore they say that Hollin will wait 5 weeks. Dunmore has 3 taxis.",
)
EGGS = (
    "Egg prices in Marrow rise",
    "Marrow Bugle",
    "Eggs cost 14 percent more in Marrow than a year ago. The Marrow Egg Board counted 31,000 hens. In Marrow a dozen "
    "eggs cost 5 crowns.",
)


def pair(title: str, publisher: str, text: str) -> tuple[Reading, Source]:
    return Reading(text, "text/plain", "given"), Source(title, title, publisher, date(2026, 3, 3))


def about(claims: Iterable[Claim], exact: str) -> str | None:
    subject = next(claim.assertion.subject for claim in claims if claim.span.exact == exact)
    return subject.label if subject else None


def test_a_text_that_never_names_the_matter_has_it_from_those_beside_it() -> None:
    column = extract(*pair(*COLUMN))
    assert about(column, "14") == "Dunmore"
    *_, beside = extract_each([pair(*WIRE), pair(*PAPER), pair(*COLUMN)])
    assert about(beside, "14") == "Hollin Viaduct"
    assert about(beside, "3") == "Dunmore"  # what a sentence says itself stays
    assert [(claim.span, claim.assertion.value) for claim in beside] == [
        (claim.span, claim.assertion.value) for claim in column
    ]


def test_a_thing_of_the_title_is_not_what_others_name() -> None:
    title, publisher, text = COLUMN
    retold = f"{text} It is a long way round."
    *_, beside = extract_each([pair(*WIRE), pair(*PAPER), pair(title, publisher, retold)])
    assert about(beside, "14") == "Hollin Viaduct"


def test_a_claim_says_that_its_subject_is_from_other_documents() -> None:
    *_, beside = extract_each([pair(*WIRE), pair(*PAPER), pair(*COLUMN)])
    lent = [claim.span.exact for claim in beside if any("documents read beside" in step for step in claim.trace)]
    assert lent == ["14"]


def test_a_single_other_document_says_too_little() -> None:
    *_, beside = extract_each([pair(*WIRE), pair(*COLUMN)])
    assert beside == extract(*pair(*COLUMN))


def test_a_stranger_of_the_pile_stays_by_itself() -> None:
    found = list(extract_each([pair(*WIRE), pair(*PAPER), pair(*EGGS)]))
    assert found[-1] == extract(*pair(*EGGS))
    assert found[-1][0].source.topic is None


def test_a_document_that_was_read_beside_others_is_read_so_again_by_itself() -> None:
    *_, beside = extract_each([pair(*WIRE), pair(*PAPER), pair(*COLUMN)])
    given, _ = pair(*COLUMN)
    assert extract(given, beside[0].source) == beside


def test_a_rule_that_fails_beside_others_fails_for_its_document_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    whole: Callable[..., list[Claim]] = reading.anew

    def failing(read: reading.Read, story: Story) -> list[Claim]:
        if read.page.source.id == PAPER[0]:
            raise LookupError("no such rule")
        return whole(read, story)

    monkeypatch.setattr(reading, "anew", failing)
    broken: list[str] = []
    found = list(
        extract_each([pair(*WIRE), pair(*PAPER), pair(*COLUMN)], None, lambda source, _: broken.append(source.id))
    )
    assert broken == [PAPER[0]]
    assert [bool(claims) for claims in found] == [True, False, True]


def weights(text: str) -> Weights:
    told: Telling = reading.claims_of(reading.recognised(*pair("", "", text)), None).telling  # type: ignore[assignment]
    return told.weights


def test_a_name_that_only_one_of_the_others_is_about_is_not_lent() -> None:
    own = weights(COLUMN[2])
    one, two = (Companion(frozenset(), ((name, 1.0),), frozenset()) for name in ("Hollin Viaduct", "Calder"))
    assert "Hollin Viaduct" not in names_beside(own, [one, two])
    assert "Hollin Viaduct" in names_beside(own, [one, one, two])


def test_chances_are_of_the_likeliest_names_in_order() -> None:
    told = likely(weights(PAPER[2]), [companion(weights(WIRE[2]))])
    assert told[0][0] == "Hollin Viaduct"
    assert [chance for _, chance in told] == sorted((chance for _, chance in told), reverse=True)
    assert 0.9 < sum(chance for _, chance in told) < 1 + 1e-9  # those that are left out are unlikely


def test_the_weights_of_documents_beside_others_are_all_of_traits_that_there_are() -> None:
    own = weights(PAPER[2])
    beside = names_beside(own, [companion(weights(WIRE[2]))] * 2)
    assert set(learnt("topic_beside.json")) == {"elsewhere", *(trait for one in beside.values() for trait in one)}
    assert set(learnt("topic_beside.json")) - set(learnt()) == {"beside", "beside named", "beside titled", "elsewhere"}
    assert set(traits(own)["Hollin Viaduct"]) == set(learnt())


def test_copies_of_one_text_are_one_witness_and_none_to_themselves() -> None:
    *_, beside = extract_each([pair(*WIRE), pair(*WIRE), pair(*COLUMN)])
    assert about(beside, "14") != "Hollin Viaduct"  # one report lends no name, however often it is printed
    assert list(extract_each([pair(*WIRE)] * 2)) == [extract(*pair(*WIRE))] * 2


def test_a_topic_that_only_its_own_title_says_is_not_lent() -> None:
    titled = ("Hollin Viaduct", "Dunmore Sun", "It opened in 1967. Cracks were found in 16 of its 31 piers.")
    *_, beside = extract_each([pair(*WIRE), pair(*PAPER), pair(*titled)])
    assert beside[0].source.topic == "Hollin Viaduct"
    given, _ = pair(*titled)
    assert extract(given, beside[0].source) == beside
    assert not any("documents read beside" in step for claim in beside for step in claim.trace)
