"""Units: what they measure, and quantities in a common one. Exact decimals; currencies are never converted.

A newcomer's mistake: taking a difference of temperatures for a temperature. "degC_diff" has no zero point.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from registry.model.quantity import NEAR, Quantity

SHARE_OF_VALUE = Decimal("0.025")


class Unit(NamedTuple):
    """What a unit measures, and how it becomes the base unit: (value - zero) * factor."""

    dimension: str
    factor: Decimal
    zero: Decimal = Decimal(0)


def table(dimension: str, factors: Mapping[str, str]) -> dict[str, Unit]:
    """The units of a dimension by their factors to its base."""
    return {unit: Unit(dimension, Decimal(factor)) for unit, factor in factors.items()}


SIZE = 3
MEASURED = frozenset({"length", "area", "mass", "volume", "speed"})
TIMES = frozenset({"hour", "day", "week", "month", "year"})
FIVE_NINTHS = Decimal(5) / Decimal(9)
UNITS = {
    **table("length", {"km": "1000", "m": "1", "cm": "0.01", "mm": "0.001", "mi": "1609.344", "nmi": "1852"}),
    **table("length", {"ft": "0.3048", "yd": "0.9144", "in": "0.0254"}),
    **table("area", {"m2": "1", "ha": "10000", "km2": "1000000", "acre": "4046.8564224", "mi2": "2589988.110336"}),
    **table("area", {"ft2": "0.09290304"}),
    **table("mass", {"g": "0.001", "kg": "1", "t": "1000", "lb": "0.45359237", "oz": "0.028349523125"}),
    **table(
        "volume",
        {"l": "1", "ml": "0.001", "m3": "1000", "gal": "3.785411784", "imp gal": "4.54609", "barrel": "158.987294928"},
    ),
    **table("speed", {"km/h": "1", "mph": "1.609344", "m/s": "3.6", "km/s": "3600", "kn": "1.852"}),
    **table("time", {"ms": "0.001", "s": "1", "minute": "60", "hour": "3600", "day": "86400", "week": "604800"}),
    **table("long time", {"month": "1", "year": "12", "decade": "120", "century": "1200"}),
    **table("share", {"fraction": "100", "percent": "1", "permille": "0.1"}),
    **table("parts", {"ppm": "1000", "ppb": "1"}),
    **table("pressure", {"Pa": "1", "hPa": "100", "mbar": "100", "kPa": "1000", "bar": "100000", "MPa": "1000000"}),
    **table("pressure", {"GPa": "1000000000", "psi": "6894.757293", "ksi": "6894757.293", "atm": "101325"}),
    **table("pressure", {"mmHg": "133.322387", "inHg": "3386.389"}),
    **table("electric tension", {"mV": "0.001", "V": "1", "kV": "1000"}),
    **table("electric current", {"mA": "0.001", "A": "1", "kA": "1000"}),
    **table("frequency", {"Hz": "1", "kHz": "1000", "MHz": "1000000", "GHz": "1000000000", "THz": "1000000000000"}),
    **table("data", {"B": "1", "kB": "1000", "MB": "1000000", "GB": "1000000000", "TB": "1000000000000"}),
    **table("data", {"PB": "1000000000000000", "Mbit": "125000", "Gbit": "125000000"}),
    **table("radiation dose", {"Sv": "1", "mSv": "0.001", "uSv": "0.000001"}),
    **table("force", {"N": "1", "kN": "1000"}),
    **table("length", {"dm": "0.1", "um": "0.000001", "nm": "0.000000001", "fathom": "1.8288", "furlong": "201.168"}),
    **table("area", {"cm2": "0.0001", "mm2": "0.000001", "in2": "0.00064516", "yd2": "0.83612736"}),
    **table("mass", {"mg": "0.000001", "ug": "0.000000001", "st": "6.35029318", "ton": "907.18474"}),
    **table("mass", {"kt": "1000000", "Mt": "1000000000", "Gt": "1000000000000", "quintal": "100", "carat": "0.0002"}),
    **table(
        "volume",
        {
            "cl": "0.01",
            "dl": "0.1",
            "hl": "100",
            "Ml": "1000000",
            "cm3": "0.001",
            "km3": "1000000000000",
            "ft3": "28.316846592",
        },
    ),
    **table("volume", {"quart": "0.946352946", "fl oz": "0.0295735295625", "bbl": "158.987294928"}),
    **table("volume", {"acre-foot": "1233481.83754752", "pint": "0.473176473"}),
    **table("flow", {"m3/s": "1", "l/s": "0.001", "ft3/s": "0.028316846592"}),
    **table("speed", {"ft/s": "1.09728", "mi/s": "5793.6384", "knot": "1.852", "mm/s": "0.0036"}),
    **table("power", {"W": "1", "kW": "1000", "MW": "1000000", "GW": "1000000000", "TW": "1000000000000"}),
    **table("energy", {"J": "0.0002777777777777777777777778", "kJ": "0.2777777777777777777777778"}),
    **table("energy", {"kcal": "1.163", "cal": "1.163"}),  # what people eat is told in kilocalories by either name
    **table("energy", {"MJ": "277.7777777777777777777778", "GJ": "277777.7777777777777777778"}),
    **table("energy", {"Wh": "1", "kWh": "1000", "MWh": "1000000", "GWh": "1000000000", "TWh": "1000000000000"}),
    "degC_diff": Unit("temperature difference", Decimal(1)),
    "degF_diff": Unit("temperature difference", FIVE_NINTHS),
    "degC": Unit("temperature", Decimal(1)),
    "degF": Unit("temperature", FIVE_NINTHS, Decimal(32)),
    "K": Unit("temperature", Decimal(1), Decimal("273.15")),
}

YEARS, HALF = "long time", Decimal("0.5")
WORDED = Decimal("0.02")  # a share in words is a point off either way: "one in four" are 25.7 percent


def dimension(unit: str) -> str:
    """What a unit measures; a unit of its own (a currency, a count) measures itself."""
    return UNITS[unit].dimension if unit in UNITS else unit


def measures(quantity: Quantity) -> str:
    """What a quantity measures, with what it strictly counts by: "count", "count per household", "USD per person"."""
    kind, (count, noun) = dimension(quantity.unit), counted_by(quantity.base)
    if not strict_base(quantity.base):
        return kind
    return f"{kind} per {noun or 'number'}" if count == 1 or noun else f"{kind} per number"


def convertible(one: str, other: str) -> bool:
    """Whether quantities in these units can be held against each other."""
    return dimension(one) == dimension(other)


def convert(quantity: Quantity, unit: str) -> Quantity:
    """The quantity in another unit of its dimension, as precise as its digits were written.

    >>> float(convert(Quantity(Decimal(10), Decimal(10), "km"), "m").low)
    10000.0
    """
    if quantity.unit == unit:
        return quantity
    source, target = UNITS[quantity.unit], UNITS[unit]
    scale = source.factor / target.factor
    return replace(
        quantity,
        low=None if quantity.low is None else (quantity.low - source.zero) * scale + target.zero,
        high=None if quantity.high is None else (quantity.high - source.zero) * scale + target.zero,
        unit=unit,
        quantum=precision(quantity) * scale,
        round=quantity.round * scale,
    )


def common(left: Quantity, right: Quantity) -> tuple[Quantity, Quantity] | None:
    """Both in the unit of the left one; None where they measure different things.

    Once converted, neither is more exact than its last written digit; years only to a quarter either way, as few call
    18 months "two years".
    """
    if left.base != right.base:
        both = on_one_base(left, right)
        return both and common(*both)
    if left.unit == right.unit:
        return left, right
    if not convertible(left.unit, right.unit):
        return None
    one, two = replace(left, quantum=precision(left)), convert(right, left.unit)
    if dimension(left.unit) != YEARS:
        return one, two
    return replace(one, quantum=one.quantum * HALF), replace(two, quantum=two.quantum * HALF)


def on_one_base(left: Quantity, right: Quantity) -> tuple[Quantity, Quantity] | None:
    """Two rates as rates by the same base; None where they count by different things.

    Amounts a year or a tonne are often written without saying so; rates by people, households or births never are.
    """
    if not (left.base and right.base):
        loose = not strict_base(left.base or right.base) and alike(left, right)
        return (replace(left, base=""), replace(right, base="")) if loose else None
    (one, what), (two, other) = counted_by(left.base), counted_by(right.base)
    if what != other and what and other:
        partly = "person" in (what, other) and {what, other} & TIMES and alike(left, right)
        return (replace(left, base=""), replace(right, base="")) if partly else None  # "per person per day", "a day"
    scale, base = one / two, left.base
    stretched = replace(
        right,
        low=None if right.low is None else right.low * scale,
        high=None if right.high is None else right.high * scale,
        quantum=max(right.quantum, last_digit(right.low or right.high or Decimal(1))) * scale,
        round=right.round * scale,
        base=base,
    )
    return left, right if scale == 1 and what == other else stretched


def counted_by(base: str) -> tuple[Decimal, str]:
    """How many of what a rate counts by.

    >>> counted_by("1000 live births"), counted_by("100000"), counted_by("household")
    ((Decimal('1000'), 'live births'), (Decimal('100000'), ''), (Decimal('1'), 'household'))
    """
    count, _, noun = base.partition(" ") if base[:1].isdigit() else ("1", "", base)
    return Decimal(count), "" if noun == "person" and count != "1" else noun


def strict_base(base: str) -> bool:
    """Whether a figure with this base means nothing without it: "per 100,000", "per person", but not "a year"."""
    return base[:1].isdigit() or base == "person"


def alike(left: Quantity, right: Quantity) -> bool:
    """Whether two figures are of one size, so that one may be a rate whose base goes without saying."""
    one, two = (abs(next((end for end in (q.low, q.high) if end), Decimal(0))) for q in (left, right))
    return one <= two * SIZE and two <= one * SIZE if left.unit == right.unit else True


def precision(quantity: Quantity) -> Decimal:
    """One unit of the last digit that a writer who converts would vouch for."""
    figure = quantity.low if quantity.low is not None else quantity.high
    if figure is None:
        return quantity.quantum
    if dimension(quantity.unit) == YEARS:
        return max(quantity.quantum, part_of_one(figure))
    if quantity.unit == "fraction":
        return max(quantity.quantum, WORDED)
    written = max(quantity.quantum, last_digit(figure))
    if dimension(quantity.unit) not in MEASURED or written < 1 or quantity.approx:
        return written
    return min(written, abs(figure) * NEAR * 2) or written  # "two kilometres" are no 1,600 metres


def part_of_one(figure: Decimal) -> Decimal:
    """The part of a year or month that a figure is given to: whole, half or quarter."""
    rest = figure % 1
    if rest == 0:
        return Decimal(1)
    return (
        rest if rest in (Decimal("0.5"), Decimal("0.25")) else Decimal("0.25") if rest == Decimal("0.75") else rest * 0
    )


def last_digit(figure: Decimal) -> Decimal:
    """The size of the last digit that is not zero, at most a twentieth of the figure (one for whole numbers).

    >>> [int(last_digit(Decimal(n))) for n in (118, 160, 5000)]
    [1, 8, 250]
    """
    digits = figure.normalize().as_tuple()
    exponent = digits.exponent if isinstance(digits.exponent, int) else 0
    unit = Decimal(1).scaleb(exponent)
    return unit if exponent <= 0 else max(Decimal(1), min(unit, abs(figure) * SHARE_OF_VALUE * 2))
