"""The keys, in one table: the help shows it, the pages carry the keys on what they press."""

from __future__ import annotations

from typing import NamedTuple


class Shortcut(NamedTuple):
    """Keys and what they do."""

    keys: tuple[str, ...]
    does: str


SHORTCUTS: dict[str, tuple[Shortcut, ...]] = {
    "Anywhere": (
        Shortcut(("/",), "ask or search"),
        Shortcut(("g h",), "home"),
        Shortcut(("g q",), "the queue"),
        Shortcut(("g d",), "documents"),
        Shortcut(("g a",), "add a document"),
        Shortcut(("?",), "this list"),
    ),
    "In a list": (
        Shortcut(("j", "k"), "down, up"),
        Shortcut(("enter",), "open"),
        Shortcut(("x", "shift x"), "select, select a range (queue)"),
        Shortcut(("f",), "filter by words (queue)"),
        Shortcut(("r",), "resume where you left (queue)"),
    ),
    "In a document": (
        Shortcut(("[", "]"), "previous, next claim"),
        Shortcut(("c",), "cite it, what is marked in it, or the claim one is at"),
        Shortcut(("f",), "find a sentence to cite (citation)"),
    ),
    "On the desk": (
        Shortcut(("1", "… 9"), "this value is right"),
        Shortcut(("0", "1 … 9"), "a value after the ninth is right"),
        Shortcut(("d",), "both right, the time differs"),
        Shortcut(("c",), "both right, the scope differs"),
        Shortcut(("b",), "both wrong: write the right value and its source"),
        Shortcut(("n",), "not the same fact"),
        Shortcut(("w",), "the reading is wrong: say which and how"),
        Shortcut(("u",), "unsure"),
        Shortcut(("space", "→"), "skip to the next conflict"),
        Shortcut(("p", "←"), "back to the previous one"),
        Shortcut(("r",), "write a reason, then Enter and the verdict"),
        Shortcut(("t", "1 … 9"), "one of your reasons, with its verdict"),
        Shortcut(("f",), "flag for yourself"),
        Shortcut(("o",), "whole paragraphs in place of sentences"),
        Shortcut(("h",), "the history"),
        Shortcut(("z", "ctrl z"), "undo the last decision"),
        Shortcut(("shift z", "ctrl shift z"), "redo what was undone"),
        Shortcut(("ctrl enter",), "send what is being written"),
    ),
}

REMAPPED = (
    ("1", "the first value is right"),
    ("2", "the second value is right"),
    ("d", "both right, the time differs"),
    ("c", "both right, the scope differs"),
    ("b", "both wrong"),
    ("n", "not the same fact"),
    ("w", "the reading is wrong"),
    ("u", "unsure"),
    ("space", "skip to the next conflict"),
    ("p", "back to the previous one"),
    ("r", "write a reason"),
    ("t", "one of your reasons"),
    ("f", "flag"),
    ("o", "whole paragraphs"),
    ("h", "the history"),
    ("z", "undo"),
)

TAKEN = ("/", "?", "g", "j", "k", "l")
VALUES = ("0", "3", "4", "5", "6", "7", "8", "9")
PRESETS: dict[str, dict[str, str]] = {
    "ours": {},
    "prodigy": {"1": "a", "n": "x"},
    "dedupe": {"1": "y"},
}
