"""A terminal that is told what to show and nothing else: what is printed there was written by strangers.

A newcomer's mistake: printing a document's words as they are. A page with the right bytes in it sets the clipboard, the
title or the colours of whoever reads it, or turns the figures of a line around. Files and pipes get the words as they
are; JSON escapes what matters.
"""

from __future__ import annotations

import io
import re

# Control characters besides tab and line feed, and the marks that turn the direction of a text around; our own colours,
# and those of the server's log, pass.
COLOUR = r"\x1b\[(?:0|1|1;3[1-6]|[39][1-7])m"
COMMAND = re.compile(rf"(?P<colour>{COLOUR})|[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class Screen(io.TextIOWrapper):
    """Standard output or error, where that is a terminal."""

    def write(self, text: str, /) -> int:
        """Write a text, with what would command the terminal shown as its code."""
        super().write(tame(text))
        return len(text)


def tame(text: str) -> str:
    r"""A text that commands no terminal.

    >>> print(tame("17\x1b]0;title\x07 locks \x9b31m\u202e"))
    17\x1b]0;title\x07 locks \x9b31m\u202e
    """
    return text if text.isascii() and text.isprintable() else COMMAND.sub(shown, text)


def shown(found: re.Match[str]) -> str:
    """The code of a character, as Python writes it, or a colour as it is."""
    code = ord(found[0][0])
    return found["colour"] or (f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}")


def screened(stream: io.TextIOWrapper) -> io.TextIOWrapper:
    """A stream that takes every character, and shows them only where it is a terminal."""
    if not stream.isatty():
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        return stream
    return Screen(stream.buffer, encoding="utf-8", errors="backslashreplace", line_buffering=True)
