"""Our way from words to vectors gives what thinc's gives."""

from __future__ import annotations

from registry.steps.parse import load
from registry.steps.parse.vectors import KEPT, Vectors, fits

SAYINGS = (
    "The mill at Norsund ground 12 sacks of barley in 2019.",
    "Let's say that he's counted 4,100 hours, and they don't agree.",
    "Ships.",
    "On Monday the council said the pier cost 3.5 million euros, up from 2 million.",
)


def test_vectors_are_those_of_the_library() -> None:
    from numpy import allclose

    nlp = load().nlp
    model = nlp.get_pipe("tok2vec").model  # type: ignore[attr-defined]
    assert fits(model)
    ours = Vectors(model)
    for count in (1, 2, 4):  # the second and third time most words are known
        docs = [nlp.make_doc(words) for words in SAYINGS[:count]]
        pairs = list(zip(model.predict(docs), ours.predict(docs), strict=True))
        assert len(pairs) == count
        assert all(theirs.shape == own.shape and allclose(theirs, own, atol=1e-4) for theirs, own in pairs)
    assert 0 < len(ours.known) < 60


def test_the_tokenizer_has_the_rules_that_come_with_the_model() -> None:
    nlp = load().nlp
    assert [token.text for token in nlp.make_doc("They can't pay $3.5m.")] == [
        "They",
        "ca",
        "n't",
        "pay",
        "$",
        "3.5",
        "m.",
    ]


def test_a_full_table_is_emptied() -> None:
    from numpy import allclose

    nlp = load().nlp
    model = nlp.get_pipe("tok2vec").model  # type: ignore[attr-defined]
    ours = Vectors(model)
    ours.known = {(0, number): number for number in range(KEPT)}
    docs = [nlp.make_doc(SAYINGS[0])]
    assert allclose(model.predict(docs)[0], ours.predict(docs)[0], atol=1e-4)
    assert len(ours.known) < 20


def test_sentences_without_words_have_no_rows() -> None:
    nlp = load().nlp
    ours = Vectors(nlp.get_pipe("tok2vec").model)  # type: ignore[attr-defined]
    assert [len(rows) for rows in ours.predict([nlp.make_doc("")])] == [0]
    assert [len(rows) for rows in ours.predict([nlp.make_doc(""), nlp.make_doc("Two ships")])] == [0, 2]
