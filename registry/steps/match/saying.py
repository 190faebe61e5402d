"""What a feature answers: how much it says, from -1 to 1, and why in words.

A newcomer's mistake: a reason without a number. 0 says nothing, whatever its words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from registry.steps.match.profile import Profile
from registry.steps.match.words import WORD, stem


class Said(NamedTuple):
    """What a feature says: how much, and why."""

    value: float
    why: str = ""


Feature = Callable[[Profile, Profile], Said]
Veto = Callable[[Profile, Profile], str | None]
SILENT = Said(0.0)
# Verbs whose stem lacks their last letter, and whose other forms have another stem.
_CLIPPED = "arise become bite choose come drive forgive freeze give have hide leave lose make ride rise shake shine"
CLIPPED = {stem(verb): verb for verb in f"{_CLIPPED} strike strive take wake write".split()}
STEM = re.compile("‹(?P<stem>[^›]*)›")


def marked(stems: Iterable[str]) -> str:
    """Stems in a reason, to be shown as words by `spelled` where somebody reads it."""
    return ", ".join(f"‹{one}›" for one in sorted(stems))


def quoted(words: Iterable[str]) -> str:
    """Words in a reason that are shown as they are."""
    return ", ".join(f"“{one}”" for one in sorted(words))


def spelled(why: str, left: Profile, right: Profile) -> str:
    """A reason with the words that the two claims themselves use for its stems."""
    return STEM.sub(lambda found: f"“{spoken(found['stem'], left, right)}”", why) if "‹" in why else why


def spoken(wanted: str, left: Profile, right: Profile) -> str:
    """The word in the sentence of one of the claims that has a stem; the verb where only other forms of it stand there
    ("has" of "have"), else the stem."""
    words = (part for seen in (left, right) for word in WORD.findall(seen.text) for part in word.split("-"))
    return next((word for word in words if stem(word) == wanted), CLIPPED.get(wanted, wanted))
