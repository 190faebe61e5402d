"""Families of lines, described by verbose patterns whatever their case, of which one is to be the whole line.

A newcomer's mistake: ignoring case throughout. Such a pattern takes three times as long to compile and twice to try, so
what asks for no capitals is written in small letters and tried on the line in small letters.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from registry.steps.kept import compiled

CASED = re.compile(r"(?<!\\)[A-Z]|\(\?-i:")
NOTE = re.compile(r"\s#\s.*")


class Families:
    r"""Whether a line is, as a whole, what one of some families describes.

    >>> known = Families(r"page\s\d+", r"(?-i:[A-Z])[a-z]+:")
    >>> [known(line) for line in ("Page 7", "Notes:", "notes:", "Page 7 of it")]
    [True, True, False, False]
    """

    def __init__(self, *families: str) -> None:
        small = [family for family in families if CASED.search(NOTE.sub("", family)) is None]
        mixed = [family for family in families if family not in small]
        self.small, self.mixed = one_of(small, re.VERBOSE), one_of(mixed, re.VERBOSE | re.IGNORECASE)

    def __call__(self, line: str) -> bool:
        """Whether a line is one."""
        return self.small.fullmatch(line.lower()) is not None or self.mixed.fullmatch(line) is not None


def one_of(families: Sequence[str], flags: re.RegexFlag) -> re.Pattern[str]:
    """One pattern that matches what any of these does; nothing where there are none.

    A last stop may follow, so that a sentence is matched once and not with and without it.
    """
    return compiled("(?:" + ("|".join(f"(?:{family}\n)" for family in families) or r"(?!)") + r")\.*", flags)
