"""Slips of the pen: two figures with the same digits, two of which have changed places ("15,480" and "15,840").

A newcomer's mistake: calling "12" and "21" a slip for sure. It only makes an error likelier than a change.
"""

from __future__ import annotations

from registry.model.assertion import Claim
from registry.model.quantity import Quantity

LEAST = 2


def transposed(left: Claim, right: Claim) -> bool:
    """Whether the digits of one figure are those of the other with two of them exchanged."""
    one, two = digits(left), digits(right)
    while one[LEAST:] and two[LEAST:] and one[-1] == two[-1] == "0":
        one, two = one[:-1], two[:-1]
    return exchanged(one, two)


def exchanged(one: str, two: str) -> bool:
    """Whether the digits of one number are those of another with two of them exchanged.

    >>> exchanged("1741", "1714"), exchanged("1741", "1771")
    (True, False)
    """
    if len(one) != len(two) or len(one) < LEAST or sorted(one) != sorted(two):
        return False
    return sum(a != b for a, b in zip(one, two, strict=True)) == 2


def digits(claim: Claim) -> str:
    """The digits of a figure as it was written."""
    value = claim.assertion.value
    if not isinstance(value, Quantity) or value.low is None:
        return ""
    return "".join(sign for sign in claim.span.exact if sign.isdigit())
