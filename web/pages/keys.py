"""The keys: all of them, and one's own for the desk. A newcomer's mistake: refusing a key only where it is pressed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from pydantic import BaseModel, StringConstraints

from api.deps import Opened, Reviewer, Visitor
from registry.actions import shelf
from registry.actions.shelf import Kind
from web.frame import Framed
from web.shortcuts import PRESETS, REMAPPED, TAKEN, VALUES
from web.shown import Toast

router = APIRouter()

Key = Annotated[str, StringConstraints(max_length=5, strip_whitespace=True)]


class Written(BaseModel):
    """The form: a preset, or for each of our keys the one to press, in step with them."""

    preset: str = ""
    key: list[Key] = []

    def own(self) -> dict[str, str]:
        """What each of our keys is pressed as, where it is another."""
        if self.preset:
            return dict(PRESETS.get(self.preset, {}))
        pairs = zip((ours for ours, _ in REMAPPED), self.key, strict=False)
        return {ours: own for ours, own in pairs if own and own != ours}


@router.get("/keys")
def keys(frame: Framed, reviewer: Visitor, *, kept: bool = False) -> HTMLResponse:
    """Every key, and one's own."""
    return form(frame, shelf.keys(frame.session, reviewer), toast=Toast("Kept.") if kept else None)


def form(frame: Framed, own: Mapping[str, str], *, error: str = "", toast: Toast | None = None) -> HTMLResponse:
    """The page of the keys."""
    rows = [(ours, does, own.get(ours, ours)) for ours, does in REMAPPED]
    return frame.page("keys.html", own=own, rows=rows, error=error, toast=toast, status=422 if error else 200)


@router.post("/keys")
def remap(frame: Framed, store: Opened, reviewer: Reviewer, given: Annotated[Written, Form()]) -> Response:
    """Keep one's own keys; what means something everywhere, or is taken twice, is refused."""
    own = given.own()
    if error := wrong(own):
        return form(frame, own, error=error)
    with store.writing() as session:
        shelf.put(session, reviewer, Kind.KEYS, shelf.HERE, dict(own))
    return RedirectResponse("/keys?kept=1", 303)


def wrong(own: Mapping[str, str]) -> str:
    """What is wrong with some keys; nothing where each can be told from all others."""
    pressed = [own.get(ours, ours) for ours, _ in REMAPPED]
    twice = next((key for key, number in Counter(pressed).items() if number > 1), None)
    taken = next((key for key in pressed if key in TAKEN), None)
    if taken:
        return f"{taken} means something on every page; choose another key."
    if value := next((key for key in pressed if key in VALUES), None):
        return f"{value} chooses a value where a conflict has many; choose another key."
    if twice:
        return f"{twice} is taken twice; nothing was kept."
    odd = next((key for key in pressed if key != "space" and len(key) != 1), None)
    return f"“{odd}” is no key; write one character, or the word space." if odd else ""
