"""Sentences -> dependency trees, by a spaCy model that comes with the package (`train` says how it was made).

A newcomer's mistake: handing the parser a document. It was trained on single sentences, and gets single sentences.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache, partial
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING
from unicodedata import normalize

from registry.errors import Misconfigured
from registry.model.span import BlockKind, Sentence
from registry.steps.fold import fold
from registry.steps.parse.days import Gap, gap, put_back, without
from registry.steps.parse.mend import mend
from registry.steps.parse.quick import BATCH, Quick, fits
from registry.steps.parse.tree import Token, Tree

if TYPE_CHECKING:
    from numpy import uint64
    from numpy.typing import NDArray
    from spacy.language import Language
    from spacy.tokens import Doc

    Pipe = Callable[[Iterable[Doc]], Iterator[Doc]]

__all__ = ["Parser", "Token", "Tree", "load"]

MODEL = Path(__file__).with_name("model")
LONGEST = 2_000
COLUMNS: list[int | str] = ["LEMMA", "TAG", "DEP", "IDX", "LENGTH", "HEAD"]
SIGNED = 2**63
NO = 2**64 - 1
BLANKS = re.compile(r"\s+")


class Parser:
    """A spaCy pipeline that parses sentences that are settled already."""

    def __init__(self, nlp: Language, pipe: Pipe | None = None) -> None:
        self.nlp, self.pipe = nlp, pipe or partial(nlp.pipe, batch_size=BATCH)

    def parse(self, text: str, sentences: Sequence[Sentence]) -> list[Tree]:
        """The tree of each sentence; a very long one is cut short."""
        return self.parse_all([(text, sentences)])[0]

    def parse_all(self, texts: Sequence[tuple[str, Sequence[Sentence]]]) -> list[list[Tree]]:
        """The trees of the sentences of each of some texts, parsed together: short texts cost a third less."""
        folded = [fold(text) for text, _ in texts]
        every = [(whole, part) for whole, (_, parts) in zip(folded, texts, strict=True) for part in parts]
        words = [spoken(whole[part.start : min(part.end, part.start + LONGEST)]) for whole, part in every]
        gaps = [gap(said) for said in words]
        shown = (self.prepared(plain(without(said, left_out))) for said, left_out in zip(words, gaps, strict=True))
        docs = self.pipe(shown)
        grown = iter(
            [
                tree(doc, whole, part, said, left_out)
                for doc, (whole, part), said, left_out in zip(docs, every, words, gaps, strict=True)
            ]
        )
        return [[next(grown) for _ in parts] for _, parts in texts]

    def prepared(self, words: str) -> Doc:
        """The tokens, with the word that there is one sentence only."""
        doc = self.nlp.make_doc(words)
        return doc.from_array(["SENT_START"], sentence_starts(len(doc))) if len(doc) else doc  # type: ignore[arg-type]


def sentence_starts(length: int) -> NDArray[uint64]:
    """A column that says of the first token that it starts a sentence, and of all others that they do not."""
    from numpy import array, uint64

    return array([[1], *([[uint64(NO)]] * (length - 1))], dtype=uint64)


def spoken(words: str) -> str:
    """A sentence on one line; one in capitals throughout in small letters, which the parser knows better."""
    flat = BLANKS.sub(" ", words)
    return flat.lower() if flat.isupper() and len(flat) == len(flat.lower()) else flat


def plain(words: str) -> str:
    """A sentence without accents, sign for sign: the parser has hardly seen any and takes "Mérandel" for no name.

    >>> plain("Sûreté du Mérandel")
    'Surete du Merandel'
    """
    return words if words.isascii() else "".join(sign if sign.isascii() else base(sign) for sign in words)


@lru_cache(maxsize=1024)
def base(sign: str) -> str:
    """The letter below an accent; other signs stay."""
    first = normalize("NFD", sign)[0]
    return first if first.isascii() and first.isalpha() else sign


@lru_cache(maxsize=2)
def load(model: str | None = None) -> Parser:
    """The parser of a model's folder or name; ours where none is named.

    NumPy multiplies these matrices nearly twice as fast as the BLIS that thinc would take, with the same outcome, but
    only on one thread: they are small, and further threads wait more than they work.
    """
    with without_commands():
        import spacy
    from thinc.api import use_ops
    from threadpoolctl import threadpool_limits

    left_out = ["ner"] if model else ["morphologizer", "ner", "attribute_ruler"]
    try:
        with use_ops("numpy", use_blis=False):
            changed = {} if model else {"nlp.tokenizer": bare_tokenizer()}
            nlp = spacy.load(model or MODEL, exclude=left_out, config=changed)
    except OSError as error:
        raise Misconfigured(f"There is no spaCy model {model or MODEL}: {error}") from error
    threadpool_limits(limits=1, user_api="blas")
    return Parser(nlp, Quick(nlp).pipe if fits(nlp) else None)


def bare_tokenizer() -> dict[str, str]:
    """The setting for a tokenizer without rules: ours brings its own, and spaCy would make those of English first."""
    from spacy.tokenizer import Tokenizer
    from spacy.util import registry

    registry.tokenizers("claim_registry.Bare.v1", func=lambda: lambda nlp: Tokenizer(nlp.vocab))
    return {"@tokenizers": "claim_registry.Bare.v1"}


@contextmanager
def without_commands() -> Iterator[None]:
    """Import spaCy without its command line, which only trains and downloads and is a third of what it imports."""
    names = ("spacy.cli", "spacy.cli.info")
    if "spacy" in sys.modules:
        yield
        return
    package, info = map(ModuleType, names)
    package.__path__ = []
    info.info = None  # type: ignore[attr-defined]
    sys.modules.update(zip(names, (package, info), strict=True))
    try:
        yield
    finally:
        for name in names:
            sys.modules.pop(name, None)


def tree(doc: Doc, folded: str, sentence: Sentence, words: str, left_out: Gap | None = None) -> Tree:
    """The parser's document as a tree with places in the text; the words of a gap come back."""
    text, strings = without(words, left_out), doc.vocab.strings
    places = offsets(folded, sentence.start, min(sentence.end, sentence.start + LONGEST), len(words))
    kept = places if left_out is None else [*places[: left_out.start], *places[left_out.end :]]
    tokens, heads = [], []
    for i, (lemma, tag, dep, at, length, head) in enumerate(doc.to_array(COLUMNS).tolist() if len(doc) else []):
        first, last = kept[at], kept[at + length - 1] + 1
        said = (text[at : at + length], strings[lemma].lower(), strings[tag], strings[dep])
        tokens.append(Token(i, *said, first, last))
        heads.append(i + head if head < SIGNED else i + head - 2 * SIGNED)
    heads = mend(tokens, heads, heading=sentence.block.kind is BlockKind.HEADING)
    if left_out is not None and tokens:
        tokens, heads = put_back(tokens, heads, words, left_out, places)
    return Tree(tokens, heads)


def offsets(folded: str, start: int, end: int, length: int) -> Sequence[int]:
    """The place in the text of each character of the parser's text; without runs of blanks they are the same."""
    return range(start, end) if length == end - start else tuple(spread(folded, start, end))


def spread(folded: str, start: int, end: int) -> Iterator[int]:
    """The place of each character where a run of blanks is one."""
    blank = False
    for place in range(start, end):
        now = folded[place].isspace()
        if not (now and blank):
            yield place
        blank = now
