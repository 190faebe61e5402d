"""Train the English dependency parser from Universal Dependencies treebanks.

    python -m registry.steps.parse.train TREEBANK OUTPUT [--steps N]

`TREEBANK` holds `train.conllu.gz` and `dev_newslike.conllu.gz`; `OUTPUT` receives the model. Nothing here is
imported when the registry runs. Every sentence becomes a document of its own, because that is how the registry
calls the parser: sentence boundaries are settled before (see `segment`).
"""

from __future__ import annotations

import argparse
import gzip
import random
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import spacy
from spacy.cli.train import train as spacy_train
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

CONFIG = Path(__file__).with_name("train.cfg")
KEPT = (
    "config.cfg",
    "meta.json",
    "tokenizer",
    "vocab",
    "tok2vec",
    "tagger",
    "morphologizer",
    "trainable_lemmatizer",
    "parser",
)


class Row(NamedTuple):
    """One token of a treebank sentence; `head` is an index into the sentence, its own for the root."""

    word: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    relation: str
    space: bool


def sentences(path: Path) -> Iterator[list[Row]]:
    """The sentences of a gzipped CoNLL-U file."""
    lines: list[str] = []
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            if line.strip():
                lines.append(line.rstrip("\n"))
            elif lines:
                yield rows(lines)
                lines = []
    if lines:
        yield rows(lines)


def rows(lines: Iterable[str]) -> list[Row]:
    """The tokens of a sentence; the parts of a multi-word token are placed without a space between them."""
    found: list[Row] = []
    covered, space_after = 0, True
    for line in lines:
        if line.startswith("#"):
            continue
        number, word, lemma, upos, xpos, feats, head, relation, _, misc = line.split("\t")
        if "-" in number:
            covered, space_after = int(number.split("-")[1]), "SpaceAfter=No" not in misc
        elif "." not in number:
            at = int(number)
            space = "SpaceAfter=No" not in misc if at > covered else at == covered and space_after
            place = int(head) - 1 if head != "0" else at - 1
            found.append(Row(word, lemma, upos, xpos, "" if feats == "_" else feats, place, relation, space))
    return found


def document(vocab: Vocab, sentence: list[Row]) -> Doc:
    """The sentence as spaCy's gold annotation."""
    return Doc(
        vocab,
        words=[row.word for row in sentence],
        spaces=[row.space for row in sentence],
        lemmas=[row.lemma for row in sentence],
        pos=[row.upos for row in sentence],
        tags=[row.xpos for row in sentence],
        morphs=[row.feats for row in sentence],
        heads=[row.head for row in sentence],
        deps=["ROOT" if row.head == place else row.relation for place, row in enumerate(sentence)],
        sent_starts=[place == 0 for place in range(len(sentence))],
    )


def varied(sentence: list[Row], chance: random.Random) -> Iterator[list[Row]]:
    """The sentence, and now and then as a headline, without capitals or without its final stop."""
    yield sentence
    draw = chance.random()
    if draw < 0.05:
        yield [row._replace(word=row.word.lower()) for row in sentence]
    elif draw < 0.10:
        yield [row._replace(word=row.word[:1].upper() + row.word[1:]) for row in sentence]
    elif draw < 0.25 and sentence[-1].word == "." and all(row.head != len(sentence) - 1 for row in sentence[:-1]):
        yield sentence[:-1]


def binary(source: Path, target: Path, *, vary: bool) -> Path:
    """Write the sentences of `source` in spaCy's binary form."""
    vocab, chance = spacy.blank("en").vocab, random.Random(7)
    store = DocBin(store_user_data=False)
    for sentence in sentences(source):
        for version in varied(sentence, chance) if vary else (sentence,):
            store.add(document(vocab, version))
    store.to_disk(target)
    return target


def train(treebank: Path, output: Path, steps: int) -> None:
    """Train for `steps` batches and keep the best model on news-like development text."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        paths = {
            "paths.train": str(binary(treebank / "train.conllu.gz", work / "train.spacy", vary=True)),
            "paths.dev": str(binary(treebank / "dev.conllu.gz", work / "dev.spacy", vary=False)),
            "training.max_steps": steps,
        }
        output.parent.mkdir(parents=True, exist_ok=True)
        spacy_train(CONFIG, output.parent / "training", overrides=paths)
        keep(output.parent / "training" / "model-best", output)


def keep(model: Path, output: Path) -> None:
    """Copy the parts of a trained model that parsing needs."""
    output.mkdir(parents=True, exist_ok=True)
    for name in KEPT:
        part = model / name
        if part.is_dir():
            shutil.copytree(part, output / name, dirs_exist_ok=True)
        else:
            shutil.copy(part, output / name)


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("treebank", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--steps", type=int, default=9000)
    options = parser.parse_args()
    train(options.treebank, options.output, options.steps)


if __name__ == "__main__":
    main()
