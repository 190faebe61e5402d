"""Everything that people and programs did, with filters, and the same as a table to take away."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, time, timedelta
from typing import Annotated, NamedTuple

import orjson
from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, StreamingResponse
from pydantic import BaseModel

from api.auth import Asking
from api.deps import Opened
from registry.actions import audit
from registry.actions.audit import Sought
from registry.actions.people import Caller
from registry.actions.views import AuditRow
from registry.model.finding import Verdict
from web import meanings, words
from web.asked import Day
from web.fields import Short
from web.frame import Framed
from web.rendering import query

router = APIRouter()

LIMIT = 50
DID = {
    "ingest": "took in a document",
    "decide": "decided",
    "judge": "judged two facts",
    "recheck": "checked again",
    "correct": "corrected a reading",
    "undo correction": "took a correction back",
    "merge": "made two facts one",
    "split": "took claims out of a fact",
    "undo grouping": "took a merge or split back",
    "teach": "taught two phrases",
    "second review": "reviewed a second time",
    "set up": "set the registry up",
    "invite": "made an invitation",
    "withdraw link": "withdrew a link",
    "join": "joined",
    "sign in": "signed in",
    "sign-in locked": "was held off after wrong passwords",
    "end session": "signed a browser out",
    "end sessions": "signed browsers out",
    "change password": "changed a password",
    "new password by link": "chose a new password by a link",
    "change role": "changed a role",
    "disable": "shut an account",
    "enable": "opened an account again",
    "make token": "made a token",
    "revoke token": "revoked a token",
}
NUMBERS = ("link", "decision", "review", "event", "amendment", "concept", "judgement", "undone")
ALIKE = {"yes": "the same", "no": "not the same", "unsure": "forgotten"}
CALLED = {"whom": "for", "value": "right is", "role": "as", "speaker": "said by", "as_of": "holds for"}
BACK = "took a decision back"
PLACES = {
    "decide": "/conflicts/",
    "second review": "/conflicts/",
    "ingest": "/documents/",
    "correct": "/claims/",
    "undo correction": "/claims/",
    "merge": "/facts/",
    "split": "/facts/",
    "undo grouping": "/facts/",
}
HASH = re.compile(r"[0-9a-f]{24,}")
HEAD = ("id", "at", "who", "did", "what", "detail")
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


class Asked(BaseModel):
    """What the address asks for."""

    who: Short = ""
    did: Short = ""
    what: Short = ""
    since: Day = None
    until: Day = None
    cursor: Short | None = None

    def sought(self, caller: Caller | None) -> Sought:
        """The part that filters; what happened to accounts is for administrators."""
        accounts = caller is not None and caller.manages
        since, last = (datetime.combine(day, time(), UTC) if day else None for day in (self.since, self.until))
        until = last + timedelta(days=1) if last else None
        return Sought(self.who or None, self.did or None, self.what or None, accounts, since, until)

    def kept(self) -> dict[str, str]:
        """The filters, for the next address."""
        days = {"since": str(self.since or ""), "until": str(self.until or "")}
        return {"who": self.who, "did": self.did, "what": self.what, **days}


class Event(NamedTuple):
    """An event as it is listed."""

    row: AuditRow
    did: str
    href: str
    label: str
    more: tuple[str, ...]
    reason: str


@router.get("/history")
def listed(frame: Framed, caller: Asking, asked: Annotated[Asked, Query()]) -> HTMLResponse:
    """The audit log, the newest first."""
    sought = asked.sought(caller)
    found = audit.events(frame.session, sought, cursor=asked.cursor, limit=LIMIT)
    who, did = audit.named(frame.session, accounts=sought.accounts)
    kept = asked.kept()
    called = audit.called(frame.session, [asked.what, *(row.subject_id for row in found.items)])
    return frame.page(
        "history.html",
        title=titled(asked.what, called),
        events=[event(row, called.get(row.subject_id, "")) for row in found.items],
        given=asked,
        whos=who,
        dids=[(each, DID.get(each, each)) for each in did],
        first="/history" + query(**kept) if asked.cursor else None,
        next="/history" + query(**kept, cursor=found.next) if found.next else None,
        table="/history.csv" + query(**kept),
    )


def titled(what: str, called: Mapping[str, str]) -> str:
    """What the list is: everything, or all that happened to one thing."""
    if not what:
        return "What happened, the newest first"
    return f"What happened to “{called[what]}”" if what in called else f"What happened to {what[:12]}"


def event(row: AuditRow, label: str) -> Event:
    """An event in words."""
    place = PLACES.get(row.action, "")
    known = dict(row.detail)
    verdict, reason = known.pop("verdict", None), known.pop("reason", "")
    if verdict:
        known = {"": meanings.told(Verdict(str(verdict)), str(known.pop("label", ""))), **known}
    if verdict == Verdict.UNDONE:
        known = {}
    if {"claims", "conflicts"} <= known.keys():
        known = {"": taken_in(known.pop("claims"), known.pop("conflicts")), **known}
    more = tuple(_said(name, value) for name, value in known.items() if telling_much(name, value))
    did = BACK if verdict == Verdict.UNDONE else DID.get(row.action, row.action)
    return Event(row, did, place + row.subject_id if place else "", label, more, str(reason))


def taken_in(claims: object, conflicts: object) -> str:
    """What a document brought: "4 claims, 1 conflict"."""
    return ", ".join(
        words.counted(int(str(number)), noun) for number, noun in ((claims, "claim"), (conflicts, "conflict"))
    )


def telling_much(name: str, value: object) -> bool:
    """Whether a detail says something to a reader; hashes, numbers of rows and lists of them do not."""
    return (
        name not in NUMBERS
        and value not in (None, "")
        and not isinstance(value, list)
        and not (isinstance(value, str) and HASH.fullmatch(value))
    )


def _said(name: str, value: object) -> str:
    if name == "conflicts":
        return words.counted(int(str(value)), "new conflict")
    if name == "struck":
        return "no claim"
    if name == "same" and str(value) in ALIKE:
        return ALIKE[str(value)]
    worded = value.replace("_", " ") if isinstance(value, str) else orjson.dumps(value).decode()
    return f"{CALLED.get(name, name.replace('_', ' '))} {worded}".strip()


@router.get("/history.csv")
def exported(store: Opened, caller: Asking, asked: Annotated[Asked, Query()]) -> StreamingResponse:
    """The audit log that a filter leaves, whole, as comma-separated values."""
    headers = {"Content-Disposition": 'attachment; filename="history.csv"'}
    return StreamingResponse(_lines(store, asked.sought(caller)), media_type="text/csv; charset=utf-8", headers=headers)


def _lines(store: Opened, sought: Sought) -> Iterator[str]:
    yield _line(HEAD)
    with store.reading() as session:
        for row in audit.everything(session, sought):
            detail = orjson.dumps(row.detail, default=str).decode()
            yield _line((str(row.id), row.at.isoformat(), row.actor, row.action, row.subject_id, detail))


def _line(cells: tuple[str, ...]) -> str:
    """A line; a cell that a spreadsheet would take for a formula is made a text."""
    out = io.StringIO()
    csv.writer(out).writerow([f"'{cell}" if cell.startswith(FORMULA) else cell for cell in cells])
    return out.getvalue()
