"""Sheets and scripts as they are sent: without what only their authors read.

A newcomer's mistake: a real compressor here. What this drops is certain to mean nothing, and a test looks at every
string of every file before and after.
"""

from __future__ import annotations

import re

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def sheet(text: str) -> str:
    """Rules without comments and the space between their signs, nor a nought before a point."""
    text = re.sub(r"\s+", " ", COMMENT.sub("", text))
    text = re.sub(r" ?([{};,]) ?", r"\1", text)
    text = re.sub(r"(?<![\w.])0(?=\.\d)", "", text)
    return text.replace(": ", ":").replace(";}", "}").replace(" > ", ">").strip()


def script(text: str) -> str:
    """Lines without their indent, and none that only remark."""
    lines = (line.strip() for line in text.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))


LEAN = {".css": sheet, ".js": script}
