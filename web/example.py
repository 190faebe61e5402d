"""Three short texts of our own, for a registry that is still empty: two of them disagree about a choir."""

from __future__ import annotations

from datetime import date

from registry.actions.ingest import Given

TEXTS = (
    (
        "The Norsund Choir has 64 members. It gave 12 concerts in 2024, and its spring concert on 4 May 2024 drew more "
        "than 900 listeners to the harbour hall.",
        Given(title="The choir's year", publisher="Norsund Choir", published=date(2024, 12, 2)),
    ),
    (
        "The Norsund Choir now has 71 members, seven more than a year ago. The choir gave 14 concerts in 2025.",
        Given(title="A choir that grows", publisher="Harbour Herald", published=date(2025, 12, 9)),
    ),
    (
        "The Norsund Choir gave 13 concerts in 2025. Its 71 members rehearse on Tuesdays, and the council pays the "
        "choir 4,500 euros a year.",
        Given(title="Culture in figures", publisher="Norsund Council", published=date(2026, 1, 15)),
    ),
)
