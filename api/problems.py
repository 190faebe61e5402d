"""Whatever goes wrong, as a problem (RFC 9457): domain errors by their class, everything else by its status.

A newcomer's mistake: raising an HTTP error for something the domain knows. Raise the domain's error; the table below
gives it a status, and walks up the class tree for those it does not name.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple
from uuid import uuid4

import orjson
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from api.methods import allowed
from registry import errors

log = logging.getLogger(__name__)

MEDIA_TYPE = "application/problem+json"
# Addresses of programs: their problems are JSON, even where people get pages. A version that is not there is one too.
PROGRAMS = re.compile(r"/(?:v\d[^/]*|api|reconcile|unapi|openapi\.json|(?:healthz|readyz)[^/]*)(?:/|$)")
DESCRIPTION = "/openapi.json"
GOOGLE = "/v1alpha1/"
CHALLENGE = 'Bearer realm="claim registry"'
# So many values that do not fit are named, and so much of each name: whoever sends a million is not sent a million.
NAMED, LONGEST = 50, 200
CODES = {400: "INVALID_ARGUMENT", 404: "NOT_FOUND", 413: "INVALID_ARGUMENT", 414: "INVALID_ARGUMENT"}
CODES |= {422: "INVALID_ARGUMENT", 501: "UNIMPLEMENTED", 503: "UNAVAILABLE"}


class Kind(NamedTuple):
    """A kind of problem: its status, its title and what a program that meets it can do."""

    status: int
    title: str
    advice: str


class Problem(NamedTuple):
    """One problem, as it travels."""

    name: str
    status: int
    title: str
    detail: str
    instance: str
    # Whether the detail says what to do: errors of the domain and of ours do, those of the framework do not.
    advised: bool = False
    errors: tuple[Mapping[str, str], ...] = ()


KINDS: Mapping[str, Kind] = {
    "bad-request": Kind(400, "The request cannot be read", "Mend the request as the detail says."),
    "bad-cursor": Kind(
        400, "The cursor does not fit", "Begin again without a cursor, or keep the filters as they were."
    ),
    "sign-in-needed": Kind(401, "Sign in first", "Sign in; a program sends a token: Authorization: Bearer TOKEN."),
    "forbidden-address": Kind(403, "The address must not be fetched", "Give a public web address, or send the file."),
    "forbidden": Kind(403, "Not allowed", "Ask whoever runs the registry."),
    "not-found": Kind(404, "There is nothing here", "Check the id or the address."),
    "method-not-allowed": Kind(405, "The address does not do that", "Use one of the methods that Allow names."),
    "not-acceptable": Kind(406, "Not in that form", "Ask for one of the forms that the detail names."),
    "refused": Kind(409, "Understood and not done", "Read the detail; the registry's state is in the way."),
    "already-decided": Kind(409, "Somebody decided meanwhile", "Read the conflict again, then supersede the decision."),
    "duplicate": Kind(409, "The registry has it already", "Use what is there."),
    "stale": Kind(412, "It changed meanwhile", "Read it again and send its new ETag in If-Match."),
    "too-large": Kind(413, "Larger than a limit allows", "Send less at a time."),
    "address-too-long": Kind(414, "The address is too long", "Send at most 60,000 bytes in the request line."),
    "unsupported": Kind(415, "Not in a form the registry reads", "Send what the detail names."),
    "misdirected": Kind(421, "Not an address of this registry", "Use its own address, or set CLAIMS_SITE to this one."),
    "invalid": Kind(422, "A value does not fit", "Correct the values that `errors` names."),
    "unreadable": Kind(422, "The document cannot be read", "Send another form of it, with text inside."),
    "precondition-required": Kind(428, "If-Match is missing", "Read the conflict and send its ETag in If-Match."),
    "too-many-requests": Kind(429, "Too many requests", "Wait as long as Retry-After says; then fewer at a time."),
    "too-many-attempts": Kind(429, "Too many attempts", "Wait as long as Retry-After says, then try again."),
    "internal": Kind(500, "Something broke on our side", "Try again; if it stays, report the instance."),
    "not-implemented": Kind(501, "Not something this registry does", "Use what the detail names instead."),
    "fetch-failed": Kind(502, "The address gave no document", "Check the address, try later, or send the file."),
    "unavailable": Kind(503, "Not ready", "Try again in a moment."),
}

# What the framework says about values, in words that tell a caller what to send.
PLAIN: Mapping[str, str] = {
    "extra_forbidden": "there is nothing of this name here; look at its spelling",
    "missing": "it is needed and was not given",
    "bool_parsing": "give true or false",
    "int_parsing": "give a whole number",
    "int_type": "give a whole number",
    "string_type": "give a text in quotes",
    "list_type": "give a list in brackets",
    "model_attributes_type": "send a JSON object in braces",
    "date_parsing": "give a day as 2024-05-31",
    "date_from_datetime_parsing": "give a day as 2024-05-31",
    "date_from_datetime_inexact": "give a day as 2024-05-31, without a time",
    "datetime_parsing": "give a moment as 2024-05-31T12:00:00Z",
    "datetime_from_date_parsing": "give a moment as 2024-05-31T12:00:00Z",
    "timezone_aware": "give a moment with its zone, as 2024-05-31T12:00:00Z",
    "enum": "give {expected}",
    "literal_error": "give {expected}",
    "greater_than_equal": "give {ge} or more",
    "less_than_equal": "give {le} or less",
    "string_too_short": "a text of {min_length} or more characters is needed",
    "string_too_long": "a text has {max_length} characters at most",
    "too_short": "{min_length} or more are needed",
    "too_long": "{max_length} are the most at once",
}
WEB_ADDRESS = "give an address that begins with http:// or https://"
STATUS: Mapping[type[errors.RegistryError], str] = {
    errors.RegistryError: "internal",
    errors.NotFound: "not-found",
    errors.Refused: "refused",
    errors.AlreadyDecided: "already-decided",
    errors.Duplicate: "duplicate",
    errors.NotSignedIn: "sign-in-needed",
    errors.NotAllowed: "forbidden",
    errors.TooManyAttempts: "too-many-attempts",
    errors.FetchForbidden: "forbidden-address",
    errors.Unusable: "invalid",
    errors.Unreadable: "unreadable",
    errors.TooLarge: "too-large",
    errors.InvalidValue: "invalid",
    errors.Unavailable: "unavailable",
    errors.FetchFailed: "fetch-failed",
    errors.Misconfigured: "internal",
}

GENERAL = {
    **{kind.status: name for name, kind in reversed(list(KINDS.items()))},
    403: "forbidden",
    409: "refused",
    422: "invalid",
}


class Rejected(HTTPException):
    """A request that the API itself turns away, with the name of the problem."""

    def __init__(self, name: str, detail: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(KINDS[name].status, detail, headers)
        self.name = name


def named(error: errors.RegistryError) -> str:
    """The name of a domain error's problem: that of its class, else of the nearest class above."""
    return next(STATUS[sort] for sort in type(error).__mro__ if sort in STATUS)


def problem(request: Request, name: str, detail: str, **more: Any) -> Problem:
    """A problem with this request."""
    kind = KINDS[name]
    return Problem(name, more.pop("status", kind.status), kind.title, detail, instance(request), **more)


def instance(request: Request) -> str:
    """The request's id, as a URI."""
    return f"urn:uuid:{request.scope.setdefault('request_id', str(uuid4()))}"


def install(app: FastAPI) -> None:
    """Let every error leave as a problem."""
    app.add_exception_handler(errors.RegistryError, of_domain)
    app.add_exception_handler(HTTPException, of_http)
    app.add_exception_handler(RequestValidationError, of_validation)
    app.add_exception_handler(Exception, of_bug)


def of_domain(request: Request, error: Exception) -> Response:
    """A domain error; what a setting or a bug is to blame for is logged and kept to ourselves."""
    assert isinstance(error, errors.RegistryError)
    if named(error) == "internal":
        return of_bug(request, error)
    return answer(request, problem(request, named(error), str(error), advised=True), asked_for(error))


def asked_for(error: errors.RegistryError) -> dict[str, str]:
    """What a refusal asks for in its headers: a token (RFC 6750), or patience."""
    if isinstance(error, errors.NotSignedIn):
        return {"WWW-Authenticate": CHALLENGE + (', error="invalid_token"' if error.shown else "")}
    if isinstance(error, errors.NotAllowed) and error.scope:
        return {"WWW-Authenticate": f'{CHALLENGE}, error="insufficient_scope", scope="{error.scope}"'}
    return {"Retry-After": str(error.seconds)} if isinstance(error, errors.TooManyAttempts) else {}


def of_http(request: Request, error: Exception) -> Response:
    """An HTTP error of ours or of the framework."""
    assert isinstance(error, HTTPException)
    if isinstance(error, Rejected):
        found = problem(request, error.name, str(error.detail), status=error.status_code, advised=True)
        return answer(request, found, error.headers)
    name = GENERAL.get(error.status_code, "bad-request")
    asked = f"{request.method} {request.url.path[:200]}: {KINDS[name].title.lower()}"
    if error.status_code == 405 and (methods := ", ".join(allowed(request))):
        found = problem(request, name, f"{asked}; it answers {methods}.", advised=True)
        return answer(request, found, {"Allow": methods})
    if error.status_code == 404 and by_program(request):
        asked += f"; {DESCRIPTION} describes every address"
    plain = "" if error.status_code in (404, 405) else str(error.detail)
    detail = unread_body(request) if error.status_code == 400 else plain or f"{asked}."
    return answer(request, problem(request, name, detail, status=error.status_code), error.headers)


def unread_body(request: Request) -> str:
    """What to do about a body that the framework could not read, which says no more than that."""
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        return "The body cannot be read as it is packed; send it without Content-Encoding."
    if request.headers.get("content-type", "").lower().startswith("multipart/"):
        return "The form cannot be read; let your client write its parts and the boundary in Content-Type."
    return "The body cannot be read; send it in UTF-8, and JSON without lists in lists without end."


def of_validation(request: Request, error: Exception) -> Response:
    """Values that do not fit, each with a pointer to it."""
    assert isinstance(error, RequestValidationError)
    found = error.errors()
    if any(each["type"] == "json_invalid" for each in found):
        return answer(request, problem(request, "bad-request", "The body is not JSON; check quotes and commas."))
    if unread(request, found):
        return answer(
            request, problem(request, "unsupported", "Send JSON, and `Content-Type: application/json` with it.")
        )
    listed = tuple({"pointer": pointer(each["loc"]), "detail": said(each)} for each in found[:NAMED])
    detail = "; ".join(f"{each['pointer'] or 'the body'}: {each['detail']}" for each in listed[:3])
    name = "bad-request" if request.url.path.startswith(GOOGLE) else "invalid"
    return answer(request, problem(request, name, f"{detail}.", errors=listed))


def said(error: Mapping[str, Any]) -> str:
    """What is wrong with a value, and what would be right; a rule of ours speaks for itself.

    >>> said({"type": "extra_forbidden", "msg": "Extra inputs are not permitted"})
    'there is nothing of this name here; look at its spelling'
    >>> said({"type": "less_than_equal", "msg": "Input should be less than or equal to 200", "ctx": {"le": 200}})
    'give 200 or less'
    """
    told: Mapping[str, Any] = error.get("ctx", {})
    plain = WEB_ADDRESS if told.get("pattern") == "^https?://" else PLAIN.get(str(error["type"]), "").format_map(told)
    return plain or str(error["msg"]).removeprefix("Value error, ").rstrip(".")


def unread(request: Request, found: Sequence[Mapping[str, Any]]) -> bool:
    """Whether the body as a whole was not understood, and calls itself something else than JSON, or nothing."""
    sent = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    return not sent.endswith("json") and any(
        tuple(each["loc"]) == ("body",) and (sent or isinstance(each.get("input"), bytes)) for each in found
    )


def pointer(place: Sequence[str | int]) -> str:
    """A place in the body as a JSON pointer ("" is all of it), a parameter by its kind and name.

    >>> pointer(["body", "value", "low"]), pointer(["query", "limit"]), pointer(["body"])
    ('/value/low', 'query/limit', '')
    """
    kind, *rest = (str(part)[:LONGEST].replace("~", "~0").replace("/", "~1") for part in place)
    return "".join(f"/{part}" for part in rest) if kind == "body" else "/".join([kind, *rest])


def of_bug(request: Request, error: Exception) -> Response:
    """Anything unforeseen: the log gets all of it, the caller an id to report."""
    found = problem(request, "internal", "The registry could not finish this request; nothing was half-written.")
    log.error("%s %s %s", found.instance, request.method, loggable(request.url.path), exc_info=error)
    return answer(request, found)


def loggable(path: str) -> str:
    """A path as the log may have it: without the secret of a one-time link, and not without end."""
    return "/join/…" if path.startswith("/join/") else path[:200]


def by_program(request: Request) -> bool:
    """Whether a program asks: by the address, or because it reads JSON and no pages."""
    reads = request.headers.get("accept", "")
    return bool(PROGRAMS.match(request.url.path)) or ("json" in reads and "html" not in reads)


def answer(request: Request, found: Problem, headers: Mapping[str, str] | None = None) -> Response:
    """A problem as a response: JSON for programs, a page for people where the pages have said how."""
    page: Callable[[Request, Problem], Response] | None = getattr(request.app.state, "problem_page", None)
    if page and not by_program(request):
        made = page(request, found)
    elif googles(request):
        made = Response(enveloped(found), found.status, media_type="application/json")
    else:
        made = Response(body(request, found), found.status, media_type=MEDIA_TYPE)
    made.headers.update(headers or {})
    made.headers["Cache-Control"] = "no-store"
    return made


def body(request: Request, found: Problem) -> bytes:
    """The problem as JSON."""
    site = request.app.state.settings.site
    members = {
        "type": f"{site}/problems/{found.name}",
        "title": found.title,
        "status": found.status,
        "detail": found.detail,
        "instance": found.instance,
    }
    return orjson.dumps(members | ({"errors": list(found.errors)} if found.errors else {}))


def googles(request: Request) -> bool:
    """Whether the caller reads errors as Google's own client does: at that address, without asking for problems."""
    return request.url.path.startswith(GOOGLE) and "problem+json" not in request.headers.get("accept", "")


def enveloped(found: Problem) -> bytes:
    """A problem in Google's envelope."""
    status = CODES.get(found.status, "INTERNAL" if found.status >= 500 else "FAILED_PRECONDITION")
    return orjson.dumps({"error": {"code": found.status, "message": found.detail, "status": status}})
