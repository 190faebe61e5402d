"""First names tell who "she" and "he" may be, and never guess."""

from __future__ import annotations

import tomllib

from registry.steps.given_names import TABLE, given_names
from registry.steps.resolve.genders import women_of


def test_no_first_name_is_of_both():
    told = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    assert not set(told["women"].split()) & set(told["men"].split())
    assert given_names().keys().isdisjoint(("andrea", "robin", "jean", "nicola", "sam", "kai"))


def test_a_name_of_both_is_of_neither():
    known = women_of(["Anna Lind", "Peter Holt", "Robin Falk"], "", lambda _place: None)
    assert known == {"Anna Lind": True, "Peter Holt": False}
