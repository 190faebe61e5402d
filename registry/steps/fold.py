"""A copy of the text of the same length in which like characters look alike; all matching uses it.

A newcomer's mistake: folding by Unicode normal form. That changes lengths, and with them every offset.
"""

from __future__ import annotations

import re

_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t"
_TABLE = str.maketrans(
    {
        **dict.fromkeys(_SPACES, " "),
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u2032", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2043\ufe63\uff0d", "-"),
        "\u2212": "-",
        "\ufe6a": "%",
        "\uff05": "%",
        **{chr(0xFF10 + digit): str(digit) for digit in range(10)},
    }
)

_POINT = re.compile(r"(?<=\d)\u00b7(?=\d)")  # as journals of medicine write decimals, "12·4%"


def fold(text: str) -> str:
    """Spaces, quotation marks, hyphens, minus signs and full-width digits in one form each.

    >>> fold("124\\u00a0States’ “words”")
    '124 States\\' "words"'
    """
    folded = text.translate(_TABLE)
    return _POINT.sub(".", folded) if "\u00b7" in folded else folded
