"""The vectors of words in their sentences, as thinc computes them, for parsing only: in half of the time.

What a word is made of (its form, first letter, ending and shape) gives the same vector wherever it stands, so it is
kept; and nothing is noted down for training. The outcome is the same, which a test holds.

A newcomer's mistake: leaving out the empty rows between sentences. The windows of the words at both ends look there.
"""

from __future__ import annotations

from collections.abc import Sequence
from threading import Lock
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy import float32
    from numpy.typing import NDArray
    from spacy.tokens import Doc
    from thinc.model import Model

    Rows = NDArray[float32]
    Word = tuple[int, int]

KEPT = 20_000
EMBED = ("extract_features", "list2ragged", "with_array", "with_array", "ragged2list")
COLUMNS = {"NORM", "PREFIX", "SUFFIX", "SHAPE"}
LAYER = ("expand_window", "maxout", "layernorm", "dropout")


class Vectors:
    """The first part of the parser: words to vectors, by the weights of a model that has our layers."""

    def __init__(self, model: Model[Any, Any]) -> None:
        embed, encode = model.layers
        self.embed, self.pad = embed, int(encode.attrs["pad"])
        self.layers = [Layer(residual) for residual in encode.layers[0].layers]
        self.width = self.layers[0].width
        self.known: dict[Word, int] = {}
        self.lock = Lock()
        self.table: Rows = empty(KEPT, self.width)

    def predict(self, docs: Sequence[Doc]) -> list[Rows]:
        """The vectors of the words of each sentence."""
        lengths = [len(doc) for doc in docs]
        if not sum(lengths):
            return [empty(0, self.width) for _ in docs]
        kinds = self.kinds(docs)
        rows = zeros(sum(lengths) + self.pad * (len(docs) + 1), self.width)
        starts, at = [], self.pad
        for kind, length in zip(kinds, lengths, strict=True):
            starts.append(at)
            rows[at : at + length] = kind
            at += length + self.pad
        for layer in self.layers:
            rows = layer.add_to(rows)
        return [rows[start : start + length] for start, length in zip(starts, lengths, strict=True)]

    def kinds(self, docs: Sequence[Doc]) -> list[Rows]:
        """The vectors of words by themselves; "s" of "let's" has another norm than that of "he's"."""
        words = [list(map(tuple, doc.to_array(["ORTH", "NORM"]).tolist())) for doc in docs]
        with self.lock:
            missing = {word for said in words for word in said if word not in self.known}
            if len(self.known) + len(missing) > KEPT:
                self.known.clear()
                missing = {word for said in words for word in said}
            if len(missing) > KEPT:
                return list(self.embed.predict(docs))
            if missing:
                self.learn(docs, words, missing)
            known = self.known
            return [self.table[[known[word] for word in said]] for said in words]

    def learn(self, docs: Sequence[Doc], words: Sequence[Sequence[Word]], missing: set[Word]) -> None:
        """Keep the vectors of the words that were not met before."""
        fresh = [number for number, said in enumerate(words) if not missing.isdisjoint(said)]
        for number, rows in zip(fresh, self.embed.predict([docs[number] for number in fresh]), strict=True):
            for word, row in zip(words[number], rows, strict=True):
                if word not in self.known:
                    self.known[word] = len(self.known)
                    self.table[self.known[word]] = row


class Layer:
    """One layer: a window of three words, the largest of some sums, made even; added to what went in."""

    def __init__(self, residual: Model[Any, Any]) -> None:
        from numpy import ascontiguousarray

        _, maxout, norm, _ = parts(residual.layers[0])
        weights: Any = maxout.get_param("W")
        bias: Any = maxout.get_param("b")
        self.width, self.pieces, size = weights.shape
        # Laid out as they are multiplied: for the few words of a question that takes half as long.
        self.weights = ascontiguousarray(weights.transpose(1, 0, 2).reshape(self.pieces * self.width, size).T)
        self.bias = ascontiguousarray(bias.T).reshape(-1)
        self.scale: Any = norm.get_param("G")
        self.shift: Any = norm.get_param("b")

    def add_to(self, rows: Rows) -> Rows:
        """The rows with what this layer makes of each and its neighbours."""
        from numpy import add, dot, maximum

        width = self.width
        window = zeros(len(rows), 3 * width)
        window[1:, :width], window[:, width : 2 * width], window[:-1, 2 * width :] = rows[:-1], rows, rows[1:]
        sums = dot(window, self.weights)
        sums += self.bias
        best: Rows = sums[:, :width]
        for piece in range(1, self.pieces):
            best = maximum(best, sums[:, piece * width : (piece + 1) * width])
        best -= add.reduce(best, axis=1, keepdims=True) / width
        even = (add.reduce(best * best, axis=1, keepdims=True) / width + 1e-08) ** -0.5
        best *= even
        best *= self.scale
        best += self.shift
        best += rows
        return best


class Weights:
    """A plain layer: what goes in by its weights, with what it adds."""

    def __init__(self, linear: Any) -> None:
        from numpy import ascontiguousarray

        self.weights: Rows = ascontiguousarray(linear.get_param("W").T)
        self.bias: Rows = linear.get_param("b")

    def __call__(self, rows: Rows) -> Rows:
        """What comes out."""
        from numpy import dot

        out: Rows = dot(rows, self.weights)
        out += self.bias
        return out


def parts(model: Model[Any, Any]) -> list[Model[Any, Any]]:
    """The layers of a chain, without the chains in it."""
    return [model] if model.name in LAYER else [one for layer in model.layers for one in parts(layer)]


def fits(model: Model[Any, Any]) -> bool:
    """Whether a model has the layers that are computed here."""
    if len(model.layers) != 2:
        return False
    embed, encode = model.layers
    if not set(map(str, embed.layers[0].attrs.get("columns", ["?"]))) <= COLUMNS:
        return False
    residuals = encode.layers[0].layers if encode.name.startswith("with_array") and encode.layers else []
    return (
        tuple(layer.name.partition("(")[0] for layer in embed.layers) == EMBED
        and bool(residuals)
        and all(
            one.name.startswith("residual") and tuple(part.name for part in parts(one.layers[0])) == LAYER
            for one in residuals
        )
    )


def empty(count: int, width: int) -> Rows:
    """Rows without values."""
    from numpy import empty as made

    return made((count, width), dtype="f")


def zeros(count: int, width: int) -> Rows:
    """Rows of zeros."""
    from numpy import zeros as made

    return made((count, width), dtype="f")
