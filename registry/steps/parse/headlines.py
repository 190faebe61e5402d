"""Sentences of a treebank as a newspaper would head them, for training: treebanks have few headlines.

Articles and forms of "be" are left out, what was done is told in the present, what will be done with "to", and some
nouns get a number or give way to one: "A storm killed people on the coast." becomes "Storm kills at least 14 on coast".

A newcomer's mistake: a headline of every sentence. One whose left out word governs others is given up.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import NamedTuple

SHORTEST, LONGEST = 4, 22
IRREGULAR = {"have": "has", "do": "does", "go": "goes"}
HISSING = ("s", "x", "z", "ch", "sh")
SMALL = frozenset(["of", "in", "on", "at", "to", "for", "by", "with", "from", "as", "and", "or", "but", "nor", "than"])
PRESENT = "Mood=Ind|Number={}|Person=3|Tense=Pres|VerbForm=Fin"
ROUGHLY = (("at", "least"), ("nearly",), ("more", "than"), ("about",), ())
NUMERAL = "NumForm=Digit|NumType=Card"


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


def headline(sentence: Sequence[Row], chance: Random) -> list[Row] | None:
    """The sentence as a headline, or None where it makes none."""
    if not SHORTEST <= len(sentence) <= LONGEST or sentence[-1].word != ".":
        return None
    root = next(place for place, row in enumerate(sentence) if row.head == place)
    verbs = {root, *(place for place, row in enumerate(sentence) if row.head == root and row.relation == "conj")}
    gone = left_out(sentence, verbs)
    if any(row.xpos == "PRP" and row.relation.startswith("nsubj") and row.head in verbs for row in sentence):
        return None
    if any(row.head in gone and place not in gone for place, row in enumerate(sentence)):
        return None
    told = [
        present(sentence, place) if place in verbs else planned(row) if is_will(row, verbs) else row
        for place, row in enumerate(sentence)
    ]
    kept = [place for place in range(len(sentence)) if place not in gone]
    at = {place: number for number, place in enumerate(kept)}
    found = [told[place]._replace(head=at[told[place].head], space=True) for place in kept]
    if not any(row.xpos.startswith("VB") for row in found):
        return None
    return styled(numbered(found, chance), chance)


def left_out(sentence: Sequence[Row], verbs: set[int]) -> set[int]:
    """The places of articles, of forms of "be", of "have" before the main verbs, and of the final stop."""
    return {
        place
        for place, row in enumerate(sentence)
        if (row.relation == "det" and row.lemma in ("the", "a", "an"))
        or (row.relation in ("aux", "aux:pass", "cop") and row.lemma == "be")
        or (row.relation == "aux" and row.lemma == "have" and row.head in verbs)
        or (place == len(sentence) - 1 and row.relation == "punct")
    }


def is_will(row: Row, verbs: set[int]) -> bool:
    """Whether a word tells that a main verb lies ahead."""
    return row.relation == "aux" and row.lemma == "will" and row.head in verbs


def planned(row: Row) -> Row:
    """The "to" that a headline has for "will"."""
    return row._replace(word="to", lemma="to", upos="PART", xpos="TO", feats="", relation="mark")


def present(sentence: Sequence[Row], place: int) -> Row:
    """A past or perfect verb in the present; a participle of the passive stays what it is."""
    row = sentence[place]
    below = [one for one in sentence if one.head == place]
    if any(one.relation == "aux:pass" or one.lemma == "be" for one in below if one.relation.startswith("aux")):
        return row
    perfect = row.xpos == "VBN" and any(one.relation == "aux" and one.lemma == "have" for one in below)
    if row.xpos != "VBD" and not perfect:
        return row
    who = next((one for one in below if one.relation.startswith("nsubj")), None)
    who = who or next((one for one in sentence if one.head == row.head and one.relation.startswith("nsubj")), None)
    many = who is not None and (who.xpos in ("NNS", "NNPS") or who.word.lower() in ("they", "we", "i", "you"))
    word = row.lemma if many else third(row.lemma)
    return row._replace(word=word, xpos="VBP" if many else "VBZ", feats=PRESENT.format("Plur" if many else "Sing"))


def third(lemma: str) -> str:
    """The third person of a verb.

    >>> third("kill"), third("pass"), third("carry"), third("have")
    ('kills', 'passes', 'carries', 'has')
    """
    if lemma in IRREGULAR:
        return IRREGULAR[lemma]
    if lemma.endswith(HISSING):
        return f"{lemma}es"
    return f"{lemma[:-1]}ies" if lemma.endswith("y") and lemma[-2:-1] not in "aeiou" else f"{lemma}s"


def numbered(sentence: list[Row], chance: Random) -> list[Row]:
    """The sentence with a number before one of its plural nouns, or in the place of one; now and then."""
    bare = [
        place
        for place, row in enumerate(sentence)
        if row.xpos == "NNS" and row.head != place and not any(one.head == place for one in sentence)
    ]
    if not bare or chance.random() < 0.4:
        return sentence
    place = chance.choice(bare)
    number = str(chance.choice((chance.randint(2, 99), chance.randint(100, 999)))) if chance.random() < 0.8 else ""
    number = number or f"{chance.randint(1, 99)},{chance.randint(0, 999):03}"
    figure = Row(number, number, "NUM", "CD", NUMERAL, place, "nummod", space=True)
    if chance.random() < 0.5 and sentence[place].relation in ("obj", "nsubj", "nsubj:pass"):
        old = sentence[place]
        sentence = [*sentence[:place], figure._replace(head=old.head, relation=old.relation), *sentence[place + 1 :]]
    else:
        sentence = inserted(sentence, place, figure._replace(head=place))
    return roughly(sentence, place, chance.choice(ROUGHLY))


def roughly(sentence: list[Row], place: int, words: tuple[str, ...]) -> list[Row]:
    """The number at a place with "at least", "nearly" and the like before it."""
    if words == ("at", "least"):
        sentence = inserted(
            sentence, place, Row("least", "least", "ADJ", "JJS", "Degree=Sup", place, "nmod", space=True)
        )
        return inserted(sentence, place, Row("at", "at", "ADP", "IN", "", place, "case", space=True))
    if words == ("more", "than"):
        sentence = inserted(sentence, place, Row("than", "than", "ADP", "IN", "", place, "fixed", space=True))
        sentence = inserted(
            sentence, place, Row("more", "more", "ADJ", "JJR", "Degree=Cmp", place + 1, "advmod", space=True)
        )
        return [*sentence[: place + 1], sentence[place + 1]._replace(head=place), *sentence[place + 2 :]]
    for word in words:
        sentence = inserted(sentence, place, Row(word, word, "ADV", "RB", "", place, "advmod", space=True))
    return sentence


def inserted(sentence: Sequence[Row], place: int, row: Row) -> list[Row]:
    """The sentence with a token before the one at a place; its head is counted in the sentence as it was."""
    return [one._replace(head=one.head + (one.head >= place)) for one in (*sentence[:place], row, *sentence[place:])]


def styled(sentence: list[Row], chance: Random) -> list[Row]:
    """The headline as papers print it: with a capital at its start, at most words or at none, or all in capitals."""
    draw = chance.random()
    if draw < 0.4:
        return [
            row._replace(word=row.word if row.word.lower() in SMALL and place else raised(row.word))
            for place, row in enumerate(sentence)
        ]
    if draw < 0.45:
        return [row._replace(word=row.word.upper()) for row in sentence]
    return [row._replace(word=raised(row.word)) if not place else row for place, row in enumerate(sentence)]


def raised(word: str) -> str:
    """A word with a capital."""
    return word[:1].upper() + word[1:]
