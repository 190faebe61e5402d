"""Which cases of the recognisers' set are none of ours, and why: the rules of scope.toml, the first that fits.

The set was written for bots that take orders and set alarms. docs/reading.md says the same in words.
A newcomer's mistake: moving a case out because it fails. A rule names a form of words, never a case.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

Row = dict[str, Any]

DATES = frozenset(("date", "daterange", "datetime", "time"))
TABLE = Path(__file__).with_suffix(".toml")


def reason(row: Row, item: dict[str, Any]) -> str | None:
    """Why an expected item is none of ours, None where it is."""
    return next((rule["reason"] for rule in rules() if fits(rule, row, item)), None)


def fits(rule: dict[str, Any], row: Row, item: dict[str, Any]) -> bool:
    """Whether a rule speaks of an item."""
    words, whole = item["text"].lower(), row["input"].strip().lower()
    solved = item.get("resolution") or {}
    value = solved.get("value", "" if kind_of(item) not in DATES else solved)
    if rule.get("kinds") and kind_of(item) not in rule["kinds"]:
        return False
    if rule.get("alone") and words.strip(" .!?") != whole.strip(" .!?"):
        return False
    asked = (("words", words), ("also", words), ("input", whole), ("solved", str(value)))
    good = all(re.search(rule[name], text, re.VERBOSE) for name, text in asked if name in rule)
    return good and not ("unless" in rule and re.search(rule["unless"], words, re.VERBOSE))


@cache
def rules() -> list[dict[str, Any]]:
    """The rules in their order."""
    found: list[dict[str, Any]] = tomllib.loads(TABLE.read_text(encoding="utf-8"))["rule"]
    return found


def kind_of(item: dict[str, Any]) -> str:
    """What is expected: a number, a date, a duration and so on."""
    said = item["type"] or ((item.get("resolution") or {}).get("values") or [{}])[0].get("type") or ""
    return str(said).removeprefix("datetimeV2.")
