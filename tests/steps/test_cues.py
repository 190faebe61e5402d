"""A pattern with cues finds what it would find without: its cues never hide a match."""

from __future__ import annotations

import gc
import random
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from registry.model.document import Reading, Source
from registry.steps import cues
from registry.steps.cues import ODD, Cued, cued, cues_of, parser
from registry.steps.extract import extract

CASES = Path(__file__).parents[1] / "cases"
TEXTS = (
    "The bank's chief executive, Ada Holm, was appointed in 2019. Rosa Falk, who heads the institute, said so.",
    "The tunnel is not 12 km long, exit polls say; if the vote passes, 40 people will be hired by May 2026.",
)


def all_cued() -> list[Cued]:
    """Every pattern with cues that the reading of a text needs."""
    for text in TEXTS:
        extract(Reading(text=text, media_type="text/plain", reader="given"), Source("a"))
    found = [one for one in gc.get_objects() if isinstance(one, Cued)]
    return sorted(found, key=lambda one: one.pattern)


ALL = all_cued()


def test_a_python_without_its_parser_of_patterns_searches_all(monkeypatch):
    monkeypatch.setattr(cues, "parser", None)
    one = cued(r"\b(?:no longer|never)\b")
    assert one.cues is None
    assert one.search("It never closed.")
    assert not one.search("It closed.")


def test_the_patterns_have_cues():
    assert len(ALL) > 25
    assert sum(one.cues is not None for one in ALL) > len(ALL) / 2


@pytest.mark.parametrize("file", sorted(CASES.glob("*.txt")), ids=lambda file: file.name)
def test_no_match_is_hidden_in_texts(file: Path):
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if line]
    hidden = [
        (one.pattern, line)
        for one in ALL
        for line in lines
        if not one.may_match(line) and one.compiled.search(line) is not None
    ]
    assert not hidden


def made(parts: Iterable[tuple[Any, Any]], chance: random.Random) -> str:
    """Words that a pattern stands for, unless something must stand or not stand beside them."""
    return "".join(one_of(str(name), argument, chance) for name, argument in parts)


def one_of(name: str, argument: Any, chance: random.Random) -> str:
    """What one part of a pattern stands for."""
    if name == "LITERAL":
        sign = chr(argument)
        return chance.choice([sign, sign, sign.upper()])
    if name == "IN":
        return chance.choice([str(one_of(str(inner), value, chance)) for inner, value in argument])
    if name in ("RANGE", "CATEGORY"):
        return (
            chr(chance.randint(*argument))
            if name == "RANGE"
            else {"DIGIT": "7", "SPACE": " ", "WORD": chance.choice("aZ_5")}.get(str(argument)[9:], "-")
        )
    if name == "BRANCH":
        return made(chance.choice(argument[1]), chance)
    if name in ("SUBPATTERN", "ASSERT"):
        return made(argument[-1], chance)
    if name.endswith("REPEAT"):
        times = chance.randint(argument[0], min(argument[0] + 2, argument[1]))
        return "".join(made(argument[2], chance) for _ in range(times))
    return chance.choice("aé ,") if name in ("ANY", "NOT_LITERAL") else ""


def hidden_by(one: Cued, chance: random.Random) -> Iterator[str]:
    """Texts made by a pattern, in which it matches, and which its cues hide."""
    tree = parser.parse(one.pattern, one.flags)
    for _ in range(25):
        text = chance.choice(["", "so ", "x"]) + made(tree, chance) + chance.choice(["", " it", "x", "."])
        if one.compiled.search(text) is not None and not one.may_match(text):
            yield text


@pytest.mark.parametrize("flags", [0, re.I])
def test_no_match_is_hidden_in_what_a_pattern_stands_for(flags: int):
    chance = random.Random(12)
    assert not [(one.pattern, text) for one in ALL for text in hidden_by(cued(one.pattern, one.flags | flags), chance)]


@pytest.mark.parametrize(
    "pattern",
    [
        r"\bfire(?:s|men)?\b",
        r"(?<![\w'-])(?:[Ss]aid|told) (?:that|us)",
        r"(?:a|b+c?)*dog(?!\w)",
        r"(?:north|south)-?(?:east|west)(?:ern)? coast",
        r"x(?=.*\bshare\b)",
        r"(?i:Mr\.?) [A-Z]|(?:[1-9]\d?|no) seats",
        r"[^a]bc$",
        r"\s*\bif\b|[.;]\s+then",
        r"K(?:ilo|il)os? ?\d",
        r"ab{2,3}c(?:de)+",
    ],
)
def test_no_match_is_hidden_whatever_the_pattern(pattern: str):
    chance = random.Random(3)
    assert not [text for flags in (0, re.I) for _ in range(20) for text in hidden_by(cued(pattern, flags), chance)]


def test_a_match_that_ends_with_the_part_looked_at_is_not_hidden():
    assert cued(r"\bfoot$").search("football", 0, 4) is not None
    assert cued(r"\bball").search("football ball", 4) is not None


def test_signs_that_only_a_pattern_takes_for_letters_are_known():
    lower = {chr(code) for code in range(128, sys.maxunicode + 1) if chr(code).lower().isascii()}
    alike = {chr(code) for code in range(128, sys.maxunicode + 1) if re.match("[a-z]", chr(code), re.I)}
    assert all(sign in ODD for sign in alike - lower)


def test_a_pattern_without_words_is_searched():
    assert cues_of(r"\d+ [A-Z]\w+") is None
    assert cued(r"\d+ [A-Z]\w+").search("12 Monkeys") is not None


def test_what_is_made_mostly_matches():
    chance = random.Random(1)
    trees = [(one, parser.parse(one.pattern, one.flags)) for one in ALL if one.cues is not None]
    matched = [any(one.compiled.search(made(tree, chance)) for _ in range(25)) for one, tree in trees]
    assert sum(matched) > 0.6 * len(trees)


def test_replacing_leaves_a_text_without_cues_as_it_is():
    assert cued(r"\bnever\b").sub("not", "It never was.") == "It not was."
    assert cued(r"\bnever\b").sub("not", "It was.") == "It was."
