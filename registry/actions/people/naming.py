"""Names: what people call themselves here, for good, since decisions are signed with them.

A newcomer's mistake: comparing names as they were typed. "Ada  B" and "ada b" are one.
"""

from __future__ import annotations

import unicodedata

from registry.errors import InvalidValue

LONGEST = 60


def tidy(name: str) -> str:
    """A name as it is shown: one space between words. Raises `InvalidValue` for what is none."""
    shown = " ".join(unicodedata.normalize("NFC", name).split())
    if not shown:
        raise InvalidValue("Say what you are called; decisions are signed with it.")
    if len(shown) > LONGEST:
        raise InvalidValue(f"The name is longer than {LONGEST} characters; shorten it.")
    if any(unicodedata.category(char) in ("Cc", "Cf", "Co", "Cs", "Cn") for char in shown):
        raise InvalidValue("The name has characters that cannot be seen; type it anew.")
    if not any(char.isalnum() for char in shown):
        raise InvalidValue("A name has letters; type it anew.")
    return shown


def name_key(name: str) -> str:
    """What two ways to type one name have in common.

    >>> name_key("Ada  Byron") == name_key("ada byron ")
    True
    """
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())
