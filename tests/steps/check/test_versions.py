"""Two versions of one text, without dates: what is held against what."""

from __future__ import annotations

from datetime import date

from registry.model.document import Reading, Source
from registry.model.finding import Relation
from registry.steps.check.examine import examine
from registry.steps.extract import extract


def relations(
    one: str, other: str, days: tuple[date | None, date | None] = (None, None)
) -> dict[tuple[str, str], Relation]:
    """How the figures of two texts stand to each other, the first text's first."""
    claims = [
        claim
        for name, text, day in (("a", one, days[0]), ("b", other, days[1]))
        for claim in extract(
            Reading(text=text, media_type="text/plain", reader="given"), Source(name, published=day, language="en")
        )
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


BOATS = "As of {} 2031, the register of the harbour office at Orlin listed 3,008 boats and 214 barges."


def test_the_same_figures_for_another_day_are_a_change_that_somebody_should_confirm():
    found = relations(BOATS.format("4 March"), BOATS.format("9 March"))
    assert found["4 March 2031", "9 March 2031"] is Relation.CHANGE_OVER_TIME
    assert found["3,008", "3,008"] is Relation.AGREE


def test_reports_of_two_days_may_find_the_same_figures_again():
    days = date(2031, 3, 5), date(2031, 3, 10)
    found = relations(BOATS.format("4 March"), BOATS.format("9 March"), days)
    assert not any(one.is_conflict for one in found.values())


def test_other_figures_for_another_day_are_no_edit_of_the_day():
    other = BOATS.format("9 March").replace("3,008", "3,116").replace("214", "219")
    assert ("4 March 2031", "9 March 2031") not in relations(BOATS.format("4 March"), other)


def test_the_season_in_which_something_was_is_edited_like_any_other_figure():
    told = "At the end of the {} school year, Lermont had offers of three choirs and of an opera house."
    assert relations(told.format("2011-12"), told.format("2012-13"))["2011-12", "2012-13"].is_conflict


def test_a_part_is_not_held_against_the_whole_that_stands_beside_it():
    found = relations(
        "In Varnia there were 786 confirmed cases of measles, of which 404 were in Lansk, 368 in Orlin and 14 in Tarn.",
        "Varnia had over 780 confirmed cases of measles, of which more than 403 were in Lansk and over 360 in Orlin.",
    )
    assert not any(one.is_conflict for one in found.values())


def test_what_is_new_on_one_day_is_not_what_is_new_on_another():
    found = relations(
        "16 April: 98 new cases of measles were confirmed in Varnia.", "On 17 April, Varnia had 88 new cases."
    )
    assert not any(one.is_conflict for one in found.values())
