"""Who is a woman and who a man, so that "she" and "he" find whom they mean.

A newcomer's mistake: guessing. A title says it, a first name that is given to one sex only says it; of all others
nothing is known, and they may be meant by either.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from registry.steps.given_names import given_names

TITLED = re.compile(r"\b(?:(Ms|Mrs|Miss|Dame|Lady|Baroness|Queen|Princess)|Mr|Sir|Lord|King|Prince)\.? (?=[A-Z])")


def women_of(people: Iterable[str], folded: str, name_at: Callable[[int], str | None]) -> dict[str, bool]:
    """The people of a text of whom it is known whether they are women: "Ms Lind", "Mr Holt", "Anna Lind".

    `name_at` gives the full name that stands at a place of the text.
    """
    first = ((name, given_names().get(name.split()[0].lower())) for name in people)
    given = {name: named for name, named in first if named is not None}
    hits = ((name_at(hit.end()), hit.group(1) is not None) for hit in TITLED.finditer(folded))
    return given | {name: named for name, named in hits if name is not None}
