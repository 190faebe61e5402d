"""First names that are given to one sex only.

A newcomer's mistake: asking whether an unknown first name is a woman's. What is not in the table says nothing.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from registry.steps.kept import toml

TABLE = files("registry.steps") / "data" / "given_names.toml"


@lru_cache(maxsize=1)
def given_names() -> dict[str, bool]:
    """First names in small letters, and whether they are women's.

    >>> given_names()["anna"], given_names()["john"]
    (True, False)
    """
    told = toml(TABLE.read_text("utf-8"))
    return dict.fromkeys(told["men"].split(), False) | dict.fromkeys(told["women"].split(), True)
