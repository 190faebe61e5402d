"""Our model's pipes run by hand, for parsing only: spaCy's own tags, lemmas and trees, in two thirds of the time.

The vectors of words (`vectors`) are handed on, and no chance of a tag is reckoned where only the best is asked for.

A newcomer's mistake: training with it, or another model. Both are spaCy's own affair.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from registry.steps.parse import moves, vectors
from registry.steps.parse.moves import Moves
from registry.steps.parse.vectors import KEPT, Vectors, Weights

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from registry.steps.parse.vectors import Rows

PIPES = ("tok2vec", "tagger", "trainable_lemmatizer", "parser")
BEST = ("tok2vec-listener", "with_array(softmax)")
BATCH = 128


class Quick:
    """The pipes of our model."""

    def __init__(self, nlp: Language) -> None:
        words, tagger, lemmatizer, parser = (pipe for _, pipe in nlp.pipeline)
        self.vectors = Vectors(words.model)  # type: ignore[attr-defined]
        self.tags, self.lemmas, self.trees = Tags(tagger), Lemmas(lemmatizer), Moves(parser)

    def pipe(self, docs: Iterable[Doc]) -> Iterator[Doc]:
        """Sentences with tags, lemmas and trees."""
        rest = iter(docs)
        while some := list(islice(rest, BATCH)):
            rows = self.vectors.predict(some)
            self.tags(some, rows)
            self.lemmas(some, rows)
            self.trees(some, rows)
            yield from some


class Tags:
    """The likeliest tag of each word."""

    def __init__(self, tagger: Any) -> None:
        self.pipe, self.weights = tagger, Weights(softmax(tagger))

    def __call__(self, docs: Sequence[Doc], rows: Sequence[Rows]) -> None:
        """Give the words of sentences their tags."""
        self.pipe.set_annotations(docs, [self.weights(some).argmax(axis=1) for some in rows])


class Lemmas:
    """The likeliest way from each word to its lemma; what a way makes of a word is kept."""

    def __init__(self, lemmatizer: Any) -> None:
        self.pipe, self.weights = lemmatizer, Weights(softmax(lemmatizer))
        self.ways: Sequence[int] = lemmatizer.labels
        self.known: dict[tuple[int, int], int] = {}

    def __call__(self, docs: Sequence[Doc], rows: Sequence[Rows]) -> None:
        """Give the words of sentences their lemmas."""
        if len(self.known) > KEPT:
            self.known = {}
        known = self.known
        for doc, some in zip(docs, rows, strict=True):
            for token, way in zip(doc, self.weights(some).argmax(axis=1).tolist(), strict=True):
                lemma = known.get((way, token.orth))
                if lemma is None:
                    lemma = known[way, token.orth] = self.learned(way, token.text)
                token.lemma = lemma

    def learned(self, way: int, word: str) -> int:
        """What a way makes of a word: the word itself where it does not lead from there."""
        lemma = self.pipe.trees.apply(self.ways[way], word)
        number: int = self.pipe.vocab.strings.add(word if lemma is None else lemma)
        return number


def softmax(pipe: Any) -> Any:
    """The layer of a pipe that says how likely each of its words is."""
    return pipe.model.layers[1].layers[0]


def fits(nlp: Language) -> bool:
    """Whether a model has the pipes and the layers that are run here."""
    if tuple(name for name, _ in nlp.pipeline) != PIPES:
        return False
    words, *labelling, parser = (pipe for _, pipe in nlp.pipeline)
    return (
        vectors.fits(words.model)  # type: ignore[attr-defined]
        and all(tuple(layer.name for layer in pipe.model.layers) == BEST for pipe in labelling)  # type: ignore[attr-defined]
        and (labelling[1].backoff, labelling[1].top_k) == ("orth", 1)  # type: ignore[attr-defined]
        and moves.fits(parser)
    )
