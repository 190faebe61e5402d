"""What visitors choose, and what they are shown once."""

from __future__ import annotations

import re
from html import unescape

PASSWORD, OTHER = "seven grey herons", "nine brown otters"


def once(page) -> str:
    """What is shown once."""
    return unescape(re.search(r'id="secret"[^>]*>([^<]+)<', page.text).group(1))
