"""What actions answer with: frozen rows for pages, programs and the command line, with the model's own values inside.

A newcomer's mistake: taking a view for a table. A view is put together for a reader and never written back.
"""

from __future__ import annotations

from registry.actions.views.answers import Answer, Asked, Current, Found, Meant, Outcome
from registry.actions.views.claims import ClaimFilter, ClaimView
from registry.actions.views.conflicts import (
    Age,
    ConflictFilter,
    ConflictRow,
    ConflictView,
    Correction,
    DecisionView,
    Lease,
    SideRow,
    SideView,
)
from registry.actions.views.documents import DocumentFilter, DocumentRow, DocumentView, TextView, VersionRow
from registry.actions.views.facts import FactFilter, FactRow, FactView
from registry.actions.views.intake import Ingested, Preview, PreviewClaim, Rechecked
from registry.actions.views.numbers import AuditRow, Counts, Facet, Week
from registry.actions.views.paging import Page, Total
from registry.actions.views.standing import Held, Standing

__all__ = [
    "Age",
    "Answer",
    "Asked",
    "AuditRow",
    "ClaimFilter",
    "ClaimView",
    "ConflictFilter",
    "ConflictRow",
    "ConflictView",
    "Correction",
    "Counts",
    "Current",
    "DecisionView",
    "DocumentFilter",
    "DocumentRow",
    "DocumentView",
    "Facet",
    "FactFilter",
    "FactRow",
    "FactView",
    "Found",
    "Held",
    "Ingested",
    "Lease",
    "Meant",
    "Outcome",
    "Page",
    "Preview",
    "PreviewClaim",
    "Rechecked",
    "SideRow",
    "SideView",
    "Standing",
    "TextView",
    "Total",
    "VersionRow",
    "Week",
]
