"""The API for people: its own description, as a page without anything from another host."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from web.frame import Framed

router = APIRouter()

Schema = dict[str, Any]


class Parameter(NamedTuple):
    """A parameter: where it stands and what it means."""

    name: str
    place: str
    text: str
    required: bool


class Operation(NamedTuple):
    """What an address does."""

    verb: str
    path: str
    text: str
    parameters: tuple[Parameter, ...]
    example: str
    answers: str


@router.get("/docs")
def reference(frame: Framed) -> HTMLResponse:
    """Every address of the API, what it takes and what it answers."""
    schema = frame.request.app.openapi()
    groups: dict[str, list[Operation]] = {}
    for tag, operation in operations(schema):
        groups.setdefault(tag, []).append(operation)
    introduction = schema["info"].get("description", "").replace("`", "")
    return frame.page("reference.html", groups=groups, introduction=introduction, json="/openapi.json")


def operations(schema: Schema) -> Iterator[tuple[str, Operation]]:
    """Every operation and the group it belongs to."""
    for path, verbs in schema["paths"].items():
        for verb, given in verbs.items():
            yield next(iter(given.get("tags", ())), "more"), _operation(schema, verb, path, given)


def _operation(schema: Schema, verb: str, path: str, given: Schema) -> Operation:
    parameters = tuple(_parameter(each) for each in given.get("parameters", ()))
    text = given.get("description") or given.get("summary") or ""
    answers = ", ".join(sorted(given.get("responses", ())))
    return Operation(verb.upper(), path, text, parameters, _example(schema, given), answers)


def _parameter(given: Schema) -> Parameter:
    text = given.get("description", "").replace("`", "")
    return Parameter(given["name"], given["in"], text, given.get("required", False))


def _example(schema: Schema, given: Schema) -> str:
    """The first example of a body that is sent, where there is one."""
    content = given.get("requestBody", {}).get("content", {}).get("application/json", {})
    name = content.get("schema", {}).get("$ref", "").rpartition("/")[2]
    examples = schema["components"]["schemas"].get(name, {}).get("examples") or []
    return json.dumps(examples[0], indent=2, ensure_ascii=False) if examples else ""
