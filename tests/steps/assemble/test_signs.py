"""What is called a fall or a loss is told by its size; a level below nought keeps its sign."""

from __future__ import annotations

import pytest

from registry.steps.recognise.replay import replay
from tests.steps.reading import claims

ACCOUNTS = "Accounts of the mill\n\n| EUR million | 2021 | 2022 |\n|---|---|---|\n"


@pytest.mark.parametrize(
    ("text", "exact", "low"),
    [
        ("Exports: 4,120 tonnes (4,560 in 2022; minus 9.6%)", "minus 9.6%", "9.6"),
        ("The index moved by -2.4% in May.", "-2.4%", "-2.4"),
        (f"{ACCOUNTS}| Net loss | -214 | -402 |\n| Debt | 12 | 13 |\n", "-402", "402000000"),
        (f"{ACCOUNTS}| Operating result | -114 | 22 |\n| Debt | 12 | 13 |\n", "-114", "-114000000"),
        (f"{ACCOUNTS}| Profit or loss | -114 | 22 |\n| Debt | 12 | 13 |\n", "-114", "-114000000"),
        ("Change in heat loss: -2 kg of coal.", "-2 kg", "-2"),
        ("The operating margin was minus 4.5 per cent.", "minus 4.5 per cent", "-4.5"),
        ("Norsund reported a deficit of -£2m for the year.", "-£2m", "2000000"),
        ("Norsund reported a deficit of £2m for the year.", "£2m", "2000000"),
        ("Deficit: -3 billion kroner", "-3 billion kroner", "3000000000"),
        ("The trade deficit is minus 3 billion euros.", "minus 3 billion euros", "3000000000"),
        ("The current account deficit was -2.1% of GDP.", "-2.1%", "2.1"),
        ("The pension shortfall was -$40m.", "-$40m", "40000000"),
        ("Net outflows were -£3bn.", "-£3bn", "3000000000"),
        ("The trade balance was -3 billion euros.", "-3 billion euros", "-3000000000"),
        ("Net income of -$5 million was reported.", "-$5 million", "-5000000"),
        ("Surplus/deficit: -£3bn", "-£3bn", "-3000000000"),
        ("The drop to -14 °C killed the vines.", "-14 °C", "-14"),
        ("A fall to -3 percent was the lowest rate.", "-3 percent", "-3"),
        ("The loss fell to -£2m.", "-£2m", "2000000"),
        (f"{ACCOUNTS}| Deficit | 114 | -22 |\n| Debt | 12 | 13 |\n", "-22", "-22000000"),
        (f"{ACCOUNTS}| Deficit | 114 | -22 |\n| Loss | -12 | -13 |\n", "-13", "13000000"),
        ("The night was cold, with minus 14 degrees.", "minus 14 degrees", "-14"),
    ],
)
def test_falls_and_losses_are_told_by_their_size(text, exact, low):
    (claim,) = [one for one in claims(text) if one.span.exact == exact]
    assert f"{claim.assertion.value.low.normalize():f}" == low
    assert f"{replay(claim.trace)}" in (low, low.removesuffix("000000"))
