"""Whether one figure may be another one rounded, or cut off.

A newcomer's mistake: any zeros. Nobody takes 20,000 for 24,000, though it rounds to it.
"""

from __future__ import annotations

from decimal import Decimal

from registry.model.quantity import NEAR, OVER, Quantity

# A round figure has so many digits before its zeros, and so many of these, and may be off by such a part.
FEW, ZEROS, HARDLY = 3, 2, Decimal("0.015")
HUNDRED = 100
LASTING = ("year", "month", "week", "day", "hour")
STEPS = (Decimal("0.25"), Decimal("0.5"), Decimal("0.75"))


def cut(bound: Quantity, other: Quantity) -> bool:
    """Whether a whole number of years or hours may be told of what lasts longer, and a round figure of what is a few
    more: "more than 11 years", "11 years"; "more than 1,400", "1,400"."""
    above = bound.strict and bound.high is None and other.single and bound.low == other.low
    if not above or not bound.low or bound.unit != other.unit:
        return False
    return bound.unit in LASTING or not bound.low % HUNDRED


def in_steps(coarse: Quantity, fine: Quantity) -> bool:
    """Whether the finer of a share or a time is told to the half or the quarter, as rates and ages are, and the other
    is whole: nobody calls 5.75 per cent six, or 66.5 years 67."""
    if fine.unit not in ("percent", *LASTING) or coarse.approx or fine.approx:
        return False
    if not (coarse.single and fine.single) or coarse.low is None or fine.low is None or coarse.low % 1:
        return False
    return coarse.quantum in (0, 1) and not (coarse.lean or fine.lean) and fine.low % 1 in STEPS


def rounded(coarse: Quantity, fine: Quantity) -> bool:
    """Whether the finer figure, rounded to the digits of the coarser one, is the coarser one."""
    if not (coarse.single and fine.single) or coarse.low is None or fine.low is None or fine.approx:
        return False
    step, gap = rough(coarse, fine), fine.low - coarse.low
    up = gap < step / 2 or step != coarse.round  # 55,000 is not 50,000 rounded; 12.5 may well become 12
    sums = step > 1 and coarse.as_written() and coarse.unit != "percent"
    whole = step == coarse.round or sums or (step == coarse.quantum == 1 and not coarse.as_written())
    reach = min(step / 2, abs(coarse.low) * NEAR) if whole else step / 2
    return step > max(fine.quantum, fine.round) * OVER and up and abs(gap) <= reach * OVER


def in_round_figures(coarse: Quantity, fine: Quantity) -> bool:
    """Whether a count, a sum or a length that ends in zeros is the finer one rounded, and hardly off it: "$290 million"
    for $294 million, "41,800" for 41,750, "1,980 metres" for 1,983."""
    if not (coarse.single and fine.single) or not coarse.low or fine.low is None or fine.approx:
        return False
    measured = not coarse.as_written()
    if coarse.unit in ("percent", *LASTING) or (measured and coarse.quantum != 1):
        return False
    _, digits, exponent = coarse.low.normalize().as_tuple()
    zeros = 1 if len(digits) == FEW or (measured and len(digits) > 1) else ZEROS
    if len(digits) > FEW or not isinstance(exponent, int) or exponent < zeros:
        return False
    step, gap = Decimal((0, (1,), exponent)), fine.low - coarse.low
    written = step > coarse.quantum * OVER and bool(fine.low % step)
    return written and -step / 2 <= gap < step / 2 and abs(gap) <= abs(coarse.low) * HARDLY


def rough(coarse: Quantity, fine: Quantity) -> Decimal:
    """To what a figure is rounded: as it is written; a whole number beside one with decimals to the unit, and one that
    ends in three zeros beside one that does not to its last other digit ("431,000" and "431,260")."""
    written = max(coarse.quantum, coarse.round)
    if written or coarse.low is None or coarse.low % 1:
        return written
    if fine.quantum and fine.quantum < 1:
        return Decimal(1)
    return Decimal(1000) if coarse.low and not coarse.low % 1000 else written
