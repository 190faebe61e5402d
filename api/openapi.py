"""The description of the API: FastAPI's own, with problems where FastAPI would promise its own errors."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from api import security
from api.problems import GOOGLE, MEDIA_TYPE
from api.schemas import ProblemOut

Schema = dict[str, Any]

INTRODUCTION = """Every resource is JSON with a strong `ETag`; send it in `If-None-Match` to be told 304.
Lists have `items`, `next_cursor` and `has_more`, and a `Link` to the next page; keep the filters when following it.
Writing requires a token (`Authorization: Bearer TOKEN`), deciding a conflict also `If-Match`.
Whatever goes wrong is `application/problem+json`."""
ALWAYS = {"413": "Larger than a limit allows", "414": "The address is too long", "422": "A value does not fit"}
ALWAYS |= {"429": "Too many requests in a minute"}
ALWAYS |= {"400": "The request cannot be read", "500": "Something broke on our side"}
NAMED = {"404": "There is nothing with that id"}
WRITES = {"409": "Understood and not done"}
GUARDED = {"412": "It changed meanwhile", "428": "If-Match is missing"}
FORBIDDEN = {"403": "The address must not be asked"}
FETCHED = {"403": "The address must not be fetched", "502": "The address gave no document"}
FIELDS: Schema = {
    "name": "fields",
    "in": "query",
    "required": False,
    "description": "Only these members, with commas between them.",
    "schema": {"type": "string", "maxLength": 1000, "title": "Fields"},
}
UNREADY = {"503": "The database is not ready"}
OFFERED = {**NAMED, "406": "Not in that format"}
ENVELOPE = {
    "type": "object",
    "properties": {"error": {"type": "object", "required": ["code", "message", "status"]}},
    "required": ["error"],
}
NEEDLESS = ("HTTPValidationError", "ValidationError")


def install(app: FastAPI) -> None:
    """Let the app describe itself so."""

    def described() -> Schema:
        if app.openapi_schema is None:
            schema = get_openapi(
                title=app.title,
                version=app.version,
                summary=app.summary,
                description=app.description,
                routes=app.routes,
                servers=[{"url": app.state.settings.site}],
            )
            security.secured(schema, app.routes, app.state.settings)
            app.openapi_schema = completed(schema)
        return app.openapi_schema

    app.openapi = described  # type: ignore[method-assign]


def completed(schema: Schema) -> Schema:
    """The schema with a problem for everything that can go wrong."""
    schemas = schema["components"]["schemas"]
    for name in NEEDLESS:
        schemas.pop(name, None)
    made = ProblemOut.model_json_schema(ref_template="#/components/schemas/{model}")
    schemas.update(made.pop("$defs", {}))
    schemas["ProblemOut"] = made
    for path, methods in schema["paths"].items():
        for method, operation in methods.items():
            wrong = failures(path, method) | guarded(operation) | security.refusals(operation)
            if method == "get" and path.startswith("/v1/"):
                narrowing(operation)
            operation["responses"].update({code: response(text) for code, text in wrong.items()})
            if path.startswith(GOOGLE):
                also_enveloped(operation["responses"])
    return schema


def failures(path: str, method: str) -> dict[str, str]:
    """What can go wrong at an address."""
    found = {**ALWAYS, **(NAMED if "{" in path else {}), **(WRITES if method in ("post", "patch") else {})}
    if method == "post" and path in ("/v1/webhooks", "/v1/watches"):
        found |= FORBIDDEN | NAMED
    if path == "/readyz":
        found |= UNREADY
    if path == "/unapi":
        found |= OFFERED
    return found | FETCHED if method == "post" and path == "/v1/documents" else found


def guarded(operation: Schema) -> dict[str, str]:
    """What can go wrong where If-Match is asked for."""
    return GUARDED if any(each["name"] == "If-Match" for each in operation.get("parameters", [])) else {}


def narrowing(operation: Schema) -> None:
    """Say of every resource in JSON that only some of its members can be asked for."""
    answer = operation["responses"].get("200", {}).get("content", {})
    asked = operation.setdefault("parameters", [])
    if "application/json" in answer and not any(each["name"] == "fields" for each in asked):
        asked.append(FIELDS)


def response(text: str) -> Schema:
    """A problem as a response."""
    return {"description": text, "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/ProblemOut"}}}}


def also_enveloped(responses: Schema) -> None:
    """Let failures be told in Google's envelope too."""
    for code, told in responses.items():
        if code >= "400":
            told["content"]["application/json"] = {"schema": ENVELOPE}
