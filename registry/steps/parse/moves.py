"""The tree of a sentence, move by move, as spaCy's parser finds it: for parsing only, in six tenths of the time.

spaCy asks for Python's lock for every word that a state looks at; here the states of all sentences are one matrix. And
what a word adds to a state, which is 3,000 figures, is written where that of the words before was: fresh memory costs
as much as the multiplication. The outcome is the same, which a test holds.

A newcomer's mistake: a batch of sentences of all lengths. All take as many steps as the longest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from threading import Lock
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from registry.steps.parse.vectors import Weights

if TYPE_CHECKING:
    from numpy import float32
    from numpy.typing import NDArray
    from spacy.tokens import Doc

    Rows = NDArray[float32]

WORDS = 300  # of the sentences that are parsed together: four megabytes
PARTS = ("tok2vec-listener>>list2array>>linear", "precomputable_affine", "linear")


class Moves:
    """The states of spaCy's greedy parser, moved on by the weights of a model that has our layers."""

    def __init__(self, pipe: Any) -> None:
        from numpy import arange, ascontiguousarray, empty
        from spacy.ml.parser_model import ParserStepModel  # type: ignore[import-not-found]

        self.pipe, (narrow, lower, upper) = pipe, pipe.model.layers
        self.narrow = Weights(narrow.layers[-1])
        self.looks, self.width, self.pieces = (lower.get_dim(name) for name in ("nF", "nO", "nP"))
        self.size = self.width * self.pieces
        # The pieces of which the largest counts stand behind each other, so that whole rows can be compared.
        weights = lower.get_param("W").transpose(0, 2, 1, 3).reshape(self.looks * self.size, -1)
        self.weights: Rows = ascontiguousarray(weights.T)
        self.missing: Rows = lower.get_param("pad")[0].transpose(0, 2, 1).reshape(-1)
        self.bias: Rows = lower.get_param("b").T.reshape(-1)
        self.scores = Weights(upper)
        self.places = arange(self.looks, 2 * self.looks, dtype="i")
        self.looked_at = ParserStepModel.get_token_ids
        self.step = SimpleNamespace(state2vec=SimpleNamespace(nF=self.looks))
        self.added: Rows = empty((WORDS + 1, self.looks * self.size), dtype="f")
        self.lock = Lock()

    def __call__(self, docs: Sequence[Doc], vectors: Sequence[Rows]) -> None:
        """Give sentences, by the vectors of their words, their trees."""
        from numpy import concatenate

        for some in alike([len(doc) for doc in docs]):
            said = [docs[number] for number in some]
            with self.lock:
                states = self.parsed(said, concatenate([vectors[number] for number in some]))
            self.pipe.set_annotations(said, states)

    def parsed(self, docs: Sequence[Doc], vectors: Rows) -> list[Any]:
        """The last state of each sentence."""
        from numpy import add, maximum

        rows, width = self.rows(self.narrow(vectors)), self.width
        last: list[Any] = self.pipe.moves.init_batch(docs)
        open_ = [state for state in last if not state.is_final()]
        while open_:
            looks = self.looked_at(self.step, open_) * self.looks + self.places
            sums = add.reduce(rows.take(looks, axis=0), axis=1)
            sums += self.bias
            best: Rows = sums[:, :width]
            for piece in range(1, self.pieces):
                best = maximum(best, sums[:, piece * width : (piece + 1) * width])
            open_ = self.pipe.transition_states(open_, self.scores(best))
        return last

    def rows(self, vectors: Rows) -> Rows:
        """What each word adds at each place that a state looks at; first what no word adds."""
        from numpy import dot, empty

        count = len(vectors) + 1
        added = self.added[:count] if count <= len(self.added) else empty((count, self.looks * self.size), dtype="f")
        added[0] = self.missing
        dot(vectors, self.weights, out=added[1:])
        return added.reshape(-1, self.size)


def alike(lengths: Sequence[int]) -> Iterator[list[int]]:
    """The numbers of sentences of like lengths, as many as there is room for; none of those without words.

    >>> list(alike([WORDS, 3, 0, 2]))
    [[3, 1], [0]]
    """
    some: list[int] = []
    for number in sorted(range(len(lengths)), key=lengths.__getitem__):
        if some and sum(lengths[one] for one in some) + lengths[number] > WORDS:
            yield some
            some = []
        if lengths[number]:
            some.append(number)
    if some:
        yield some


def fits(pipe: Any) -> bool:
    """Whether a parser has the layers that are computed here, and no move is ruled out."""
    layers: Sequence[Any] = getattr(pipe.model, "layers", [])
    return (
        tuple(layer.name for layer in layers) == PARTS
        and layers[1].get_dim("nP") > 1
        and pipe.cfg["beam_width"] == 1
        and not pipe.model.attrs["unseen_classes"]
    )
