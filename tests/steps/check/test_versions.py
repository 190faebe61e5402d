"""Two versions of one text, without dates: what is held against what."""

from __future__ import annotations

from registry.model.document import Reading, Source
from registry.model.finding import Relation
from registry.steps.check.examine import examine
from registry.steps.extract import extract


def relations(one: str, other: str) -> dict[tuple[str, str], Relation]:
    """How the figures of two texts stand to each other, the first text's first."""
    claims = [
        claim
        for name, text in (("a", one), ("b", other))
        for claim in extract(Reading(text=text, media_type="text/plain", reader="given"), Source(name, language="en"))
    ]
    found = [pair for pair in examine(claims) if {pair.left.source.id, pair.right.source.id} == {"a", "b"}]
    sides = [sorted((pair.left, pair.right), key=lambda claim: claim.source.id) for pair in found]
    return {
        (left.span.exact, right.span.exact): pair.finding.relation
        for pair, (left, right) in zip(found, sides, strict=True)
    }


def test_a_day_without_a_year_is_one_day_whatever_year_the_text_named_before():
    told = "The lock was built on 2 May {}. As of 16 March, {} boats were waiting in the basin of Orlin."
    found = relations(told.format(2011, "3,008"), told.format(2018, "3,282"))
    assert found["3,008", "3,282"] is Relation.CONTRADICTION
    opened = "The lock was built on 2 May {}. The weir at Orlin was opened on 16 March by the mayor."
    assert relations(opened.format(2011), opened.format(2018))["16 March", "16 March"] is Relation.AGREE


def test_what_both_texts_say_in_the_same_sentence_is_not_held_against_another_sentence():
    same = "On the review site Filmpost, the film holds an approval rating of 27% based on 132 reviews."
    more = " The film had mostly bad reviews, with an approval rating of 23% on the review site Filmpost."
    found = relations(same, same + more)
    assert found["27%", "27%"] is Relation.AGREE
    assert ("27%", "23%") not in found


def test_figures_that_two_sentences_both_give_are_not_held_against_each_other():
    found = relations(
        "The Blues have won 8 league titles, behind the Reds' record of 10 league titles.",
        "The Reds have won 10 league titles, compared to the 8 league titles of the Blues.",
    )
    assert not any(one.is_conflict for one in found.values())


def test_two_people_have_two_birthdays():
    found = relations(
        "Ann Lermont (born 3 May 1970) is an American singer and actor.",
        "Petra Sowa (born 9 June 1958) is an American swimmer and coach.",
    )
    assert not any(one.is_conflict for one in found.values())


def test_the_year_in_which_somebody_did_something_is_edited_like_any_other_figure():
    told = "In {}, Lansk went back to Orlin and worked with two painters of the harbour school."
    assert relations(told.format(2011), told.format(2002))["2011", "2002"] is Relation.CONTRADICTION
