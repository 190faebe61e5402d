"""The pipes run by hand say what spaCy's say."""

from __future__ import annotations

from registry.steps.parse import Parser, load
from registry.steps.parse.moves import WORDS, alike
from registry.steps.parse.quick import Quick, fits

SAYINGS = (
    "The mill at Norsund ground 12 sacks of barley in 2019.",
    "",
    "Let's say that he's counted 4,100 hours, and they don't agree.",
    "Ships.",
    "On Monday the council, which met in the old customs house, said the pier cost 3.5 million euros, up from 2.",
    "Asked who had let the ferries lie idle, two of the three keepers blamed each other and the third the weather.",
)
COLUMNS: list[int | str] = ["TAG", "LEMMA", "HEAD", "DEP"]


def told(parser: Parser, sayings: tuple[str, ...]) -> list[list[list[int]]]:
    docs = [parser.prepared(words) for words in sayings]
    return [doc.to_array(COLUMNS).tolist() if len(doc) else [] for doc in parser.pipe(iter(docs))]


def test_words_have_the_tags_lemmas_and_heads_that_spacy_gives() -> None:
    ours, theirs = load(), Parser(load().nlp)
    assert fits(ours.nlp)
    assert isinstance(getattr(ours.pipe, "__self__", None), Quick)
    for sayings in (SAYINGS, SAYINGS[:1], SAYINGS[3:4], SAYINGS[1:2]):
        assert told(ours, sayings) == told(theirs, sayings)


def test_a_sentence_longer_than_the_room_for_rows_has_a_tree() -> None:
    long = (" and ".join(["the keepers of the lamp counted twelve ships"] * (WORDS // 8)),)
    ours = told(load(), long)
    assert len(ours[0]) > WORDS
    assert ours == told(Parser(load().nlp), long)


def test_sentences_parsed_together_are_alike_and_few_enough() -> None:
    lengths = [7, WORDS, 0, 12, WORDS - 24, 5]
    assert list(alike(lengths)) == [[5, 0, 3, 4], [1]]


def test_a_model_with_other_pipes_is_left_to_spacy() -> None:
    nlp = load().nlp
    with nlp.select_pipes(disable=["tagger"]):
        assert not fits(nlp)
