"""What fits the weights of the engine's choices; nothing here runs in production.

Four ways, each the same on every run: `pulled` takes Newton steps towards what one would guess, for tables with few
columns; `stepped` plain gradient steps, for rows with a few of many features; `solved` Newton steps for such rows, when
their order must not matter; `likeliest` Adam steps, for choices of one among many.

A newcomer's mistake: believing how well weights do on what they were fitted to. `parts` leaves some out in turn.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

import numpy as np

Table = np.ndarray[Any, Any]
Row = TypeVar("Row")

PENALTY, ROUNDS, HALVINGS, TINY = 4.0, 60, 20, 1e-6


def pulled(
    table: Table, truth: Table, names: Sequence[str], prior: Mapping[str, float], penalty: float = PENALTY
) -> dict[str, float]:
    """Weights by projected Newton steps, drawn towards the prior; each keeps the sign that its prior has."""
    start = np.array([*(prior[name] for name in names), prior["bias"]])
    rows = np.column_stack([table, np.ones(len(truth))])
    pull = np.array([penalty] * len(names) + [0.0])
    signs = np.array([*np.sign(start[:-1]), 0.0])
    weights, height = start.copy(), _loss(rows, truth, start, pull, start)
    for _ in range(ROUNDS):
        likely = 1 / (1 + np.exp(-(rows @ weights)))
        slope = rows.T @ (likely - truth) + pull * (weights - start)
        bound = (weights == 0) & (slope * signs > 0)
        free = ~bound
        bend = (rows[:, free].T * (likely * (1 - likely))) @ rows[:, free] + np.diag(pull[free] + TINY)
        step = np.zeros(len(weights))
        step[free] = np.linalg.solve(bend, slope[free])
        weights, height, moved = _descend(rows, truth, weights, step, (signs, pull, start, height))
        if moved < TINY:
            break
    found = dict(zip([*names, "bias"], (round(float(weight), 3) for weight in weights), strict=True))
    return {"bias": found.pop("bias")} | found


def _descend(
    rows: Table, truth: Table, weights: Table, step: Table, known: tuple[Table, Table, Table, float]
) -> tuple[Table, float, float]:
    """As much of a step as lowers the loss, the new loss and by how much it fell."""
    signs, pull, start, height = known
    for part in 0.5 ** np.arange(HALVINGS):
        moved = weights - part * step
        moved = np.where(moved * signs < 0, 0.0, moved)
        lower = _loss(rows, truth, moved, pull, start)
        if lower < height:
            return moved, lower, height - lower
    return weights, height, 0.0


def _loss(rows: Table, truth: Table, weights: Table, pull: Table, start: Table) -> float:
    """The negative log likelihood with the pull of the prior."""
    odds = rows @ weights
    return float((np.logaddexp(0, odds) - truth * odds).sum() + (pull * (weights - start) ** 2).sum() / 2)


def weighed(table: Table, names: Sequence[str], of: Mapping[str, float]) -> Table:
    """The log odds of rows."""
    return np.asarray(table @ np.array([of[name] for name in names]) + of["bias"])


class Pace(NamedTuple):
    """How often all rows are seen, how far a step goes at first, and how weights fade."""

    rounds: int
    rate: float
    decay: float


def stepped(rows: Sequence[tuple[frozenset[str], int]], pace: Pace, *, least: int = 1) -> dict[str, float]:
    """Weights of features by gradient steps, from rows with their label; what fewer than `least` have gets none."""
    seen = Counter(name for features, _ in rows for name in features)
    weights = {"bias": 0.0} | {name: 0.0 for name in sorted(seen) if seen[name] >= least}
    for turn in range(pace.rounds):
        rate = pace.rate / (1 + turn / 10)
        for features, label in rows:
            error = label - chance(features, weights)
            weights["bias"] += rate * error
            for name in features & weights.keys():
                weights[name] += rate * (error - pace.decay * weights[name])
    return weights


def solved(
    rows: Sequence[tuple[frozenset[str], int]], *, least: int, penalty: float, rounds: int = 10
) -> dict[str, float]:
    """Weights of features by Newton steps, drawn towards nothing; what fewer than `least` rows have gets none."""
    seen = Counter(name for features, _ in rows for name in features)
    names = sorted(name for name in seen if seen[name] >= least)
    place = {name: at for at, name in enumerate(names)}
    table = np.zeros((len(rows), len(names) + 1))
    table[:, -1] = 1
    for at, (features, _) in enumerate(rows):
        table[at, [place[name] for name in features if name in place]] = 1
    truth = np.array([label for _, label in rows], dtype=float)
    pull = np.array([penalty] * len(names) + [TINY])
    weights = np.zeros(len(names) + 1)
    for _ in range(rounds):
        likely = 1 / (1 + np.exp(-np.clip(table @ weights, -30, 30)))
        bend = (table.T * (likely * (1 - likely) + TINY)) @ table + np.diag(pull)
        weights -= np.linalg.solve(bend, table.T @ (likely - truth) + pull * weights)
    return {"bias": float(weights[-1])} | {name: float(weights[at]) for name, at in place.items()}


def chance(found: Iterable[str], weights: Mapping[str, float]) -> float:
    """The probability that weights give to features."""
    return 1 / (1 + math.exp(-weights.get("bias", 0.0) - sum(weights.get(name, 0.0) for name in found)))


def likeliest(
    slopes: Callable[[Table], Iterable[Table]], size: int, *, rounds: int, rate: float, penalty: float
) -> Table:
    """The weights under which what each row wants is the likeliest, drawn towards nothing, by plain Adam steps."""
    weights, mean, spread = np.zeros(size), np.zeros(size), np.zeros(size)
    for turn in range(1, rounds + 1):
        rise = -2 * penalty * weights
        for slope in slopes(weights):
            rise += slope
        mean, spread = 0.9 * mean + 0.1 * rise, 0.999 * spread + 0.001 * rise**2
        weights = weights + rate * ((mean / (1 - 0.9**turn)) / (np.sqrt(spread / (1 - 0.999**turn)) + 1e-8))
    return weights


def softened(odds: Table) -> Table:
    """Odds as shares of one."""
    shares = np.exp(odds - odds.max())
    return np.asarray(shares / shares.sum())


def parts(data: Sequence[Row], key: Callable[[Row], str], number: int) -> Iterator[tuple[list[Row], list[Row]]]:
    """The rows of all groups but some, and of those: each group is left out once, `number` times in all."""
    groups = sorted({key(row) for row in data})
    for part in range(number):
        out = set(groups[part::number])
        yield [row for row in data if key(row) not in out], [row for row in data if key(row) in out]
