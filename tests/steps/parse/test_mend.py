"""What the parser gets wrong most is put right: verbs taken for nouns and participles, weekdays in the way."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from registry.model.span import Block, BlockKind, Sentence
from registry.steps.parse import load
from registry.steps.parse.days import gap, without
from registry.steps.parse.mend import mend
from registry.steps.parse.tree import Token


def tree_of(words: str, kind: BlockKind = BlockKind.PROSE):
    """The tree of a sentence."""
    block = Block(0, len(words), kind)
    return load().parse(words, [Sentence(0, len(words), block)])[0]


def verb_of(words: str, kind: BlockKind = BlockKind.PROSE) -> tuple[str, str | None]:
    """The root and its subject."""
    tree = tree_of(words, kind)
    root = tree.root
    assert root is not None
    who = root.first("nsubj")
    return root.low, who.low if who else None


@pytest.mark.parametrize(
    ("words", "verb", "who"),
    [
        ("A county court on Tuesday fined the brewer Otto Lind 90,000 euros.", "fined", "court"),
        ("The regulator on Friday cut the price of water by 4 percent.", "cut", "regulator"),
        ("The forest service counted 14 fires and 3 campers.", "counted", "service"),
        ("The death toll from the explosion in Saint-Mérand rose to 27 Monday afternoon.", "rose", "toll"),
    ],
)
def test_the_past_tense_is_the_verb(words, verb, who):
    assert verb_of(words) == (verb, who)


def test_the_plural_noun_in_a_headline_may_be_its_verb():
    assert verb_of("Ferry fire kills 14 off Lund", BlockKind.HEADING) == ("kills", "fire")


def test_a_weekday_comes_back_as_a_token_at_its_place():
    words = "The jury on Thursday cleared two nurses."
    tokens = tree_of(words).tokens
    assert [words[token.start : token.end] for token in tokens] == [token.text for token in tokens]
    assert [token.text for token in tokens][2:4] == ["on", "Thursday"]
    assert [token.index for token in tokens] == list(range(len(tokens)))


def test_british_spelling_hides_no_verb():
    assert "travel" in {token.lemma for token in tree_of("They had travelled far.").tokens}


@given(st.text(st.sampled_from("on MondayTuesday adef. ,"), max_size=60))
def test_leaving_out_a_weekday_loses_nothing_else(words):
    found = gap(words)
    kept = without(words, found)
    assert kept == words if found is None else words.startswith(kept[: found.start])
    assert found is None or len(kept) == len(words) - (found.end - found.start)


@given(
    st.lists(
        st.sampled_from(
            ["the", "court", "on", "Monday", "fined", "told", "14", "men", "and", "boats", "cut", "its", "kills"]
        ),
        max_size=12,
    )
)
@example(["kills", "kills", "on", "court", "kills"])
def test_every_tree_keeps_its_tokens_in_order_and_has_one_root(said):
    words = " ".join(said)
    if not words:
        return
    tokens = tree_of(words).tokens
    assert all(one.end <= two.start for one, two in pairwise(tokens))
    assert sum(token.is_root for token in tokens) == 1
    assert all(sum(1 for _ in zip(token.ancestors(), range(99), strict=False)) < 99 for token in tokens)


@pytest.mark.parametrize(
    ("words", "figure", "above"),
    [
        ("The toll rose to 27 Monday afternoon.", "27", "rose"),
        ("Divers found 3 Saturday.", "3", "found"),
        ("Police raised the number of people reported missing to 64.", "64", "raised"),
        ("The college cut the number of places for nurses to 310.", "310", "cut"),
        ("They met on 3 Monday afternoons.", "3", "afternoons"),
        ("A boiler blew up, killing two fitters and injuring 11 of their colleagues.", "11", "injuring"),
    ],
)
def test_a_figure_hangs_on_its_verb_and_not_on_what_stands_beside_it(words, figure, above):
    token = next(one for one in tree_of(words).tokens if one.text == figure)
    assert token.head.low == above


@pytest.mark.parametrize(
    ("words", "tags", "relations", "heads"),
    [
        ("Raised toll to 64", "VBD NN IN CD", "acl obj case root", [3, 0, 3, 3]),
        ("Fire in Marsk, police said", "NN IN NNP , NN VBD", "root case compound punct nmod acl", [0, 4, 4, 4, 0, 4]),
    ],
)
def test_no_word_comes_to_hang_on_itself(words, tags, relations, heads):
    texts = words.replace(",", " ,").split()
    lemmas = [{"raised": "raise", "said": "say"}.get(text.lower(), text.lower()) for text in texts]
    told = zip(texts, lemmas, tags.split(), relations.split(), strict=True)
    tokens = [Token(at, *one, at, at + 1) for at, one in enumerate(told)]
    after = mend(tokens, list(heads))
    assert all(any(after[end] == end for end in above(after, at)) for at in range(len(after)))


def above(heads: list[int], at: int) -> list[int]:
    """A word and what it hangs on, as many steps as there are words."""
    chain = [at]
    for _ in heads:
        chain.append(heads[chain[-1]])
    return chain
