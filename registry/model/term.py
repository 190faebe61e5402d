"""Names and categories."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """A name or a category: `key` for comparing (lower case, singular), `label` as a person would write it."""

    key: str
    label: str

    def meets(self, other: Term) -> bool:
        """Whether both name the same."""
        return self.key == other.key
