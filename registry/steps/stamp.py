"""What the present steps are known by: the version of the program and the contents of its tables.

A newcomer's mistake: the version alone. A changed concept table reads the same words differently.
"""

from __future__ import annotations

from functools import lru_cache
from hashlib import blake2b
from importlib.resources import files

from registry import __version__


@lru_cache(maxsize=1)
def stamp() -> str:
    """The name of the present steps, such as "1.0.0+3f2a91c0"."""
    data = files("registry.steps").joinpath("data")
    tables = sorted((one for one in data.iterdir() if one.is_file()), key=lambda one: one.name)
    told = b"".join(one.name.encode() + one.read_bytes() for one in tables)
    return f"{__version__}+{blake2b(told, digest_size=4).hexdigest()}"
