"""A client for another registry's API: what is asked and answered, typed, with the registry's own errors.

    with Registry("https://claims.example") as registry:
        for answer in registry.ask("The lighthouse of Norsund is 44 metres high.")["answers"]:
            print(answer["outcome"], answer["detail"])

A newcomer's mistake: deciding without reading. `decide` takes the ETag that came with the conflict, so that nobody
decides what has changed since.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import TracebackType
from typing import IO, Any, NamedTuple, Self, cast

import httpx

from registry import errors
from registry.client.shapes import Asked, Claim, Conflict, Fact, Found

TIMEOUT = httpx.Timeout(60, connect=10)
BATCH = 500
RAISED: Mapping[str, type[errors.RegistryError]] = {
    "sign-in-needed": errors.NotSignedIn,
    "forbidden": errors.NotAllowed,
    "too-many-attempts": errors.TooManyAttempts,
    "not-found": errors.NotFound,
    "already-decided": errors.AlreadyDecided,
    "duplicate": errors.Duplicate,
    "forbidden-address": errors.FetchForbidden,
    "fetch-failed": errors.FetchFailed,
    "too-large": errors.TooLarge,
    "unreadable": errors.Unreadable,
}
BY_STATUS: Mapping[int, type[errors.RegistryError]] = {
    401: errors.NotSignedIn,
    403: errors.NotAllowed,
    404: errors.NotFound,
    409: errors.Refused,
    412: errors.Refused,
    413: errors.TooLarge,
    428: errors.Refused,
}


class Read(NamedTuple):
    """A resource and its ETag."""

    told: dict[str, Any]
    etag: str


class Registry:
    """A registry at an address. `token` says who asks, which writing needs, and reading where it is closed.

    `client` is for tests and for those who need their own settings of httpx.
    """

    def __init__(self, address: str, *, token: str | None = None, client: httpx.Client | None = None) -> None:
        """Nothing is asked before the first question."""
        if not address.startswith(("http://", "https://")):
            raise errors.InvalidValue(
                f"{address[:200]!r} is no address of a registry; give one such as https://a.example."
            )
        self.address = address.rstrip("/")
        self._client = client or httpx.Client(timeout=TIMEOUT, follow_redirects=True)
        if token:
            self._client.headers["Authorization"] = f"Bearer {token}"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, sort: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the connections."""
        self._client.close()

    def ask(self, text: str, *, as_of: str | None = None, known_at: str | None = None) -> Asked:
        """What the registry says to a statement or a question, for a day in the world or as of a moment it knew."""
        return self.ask_all([text], as_of=as_of, known_at=known_at)[0]

    def ask_all(self, texts: Iterable[str], *, as_of: str | None = None, known_at: str | None = None) -> list[Asked]:
        """What the registry says to each statement or question."""
        wanted, found = list(texts), []
        when = {name: value for name, value in (("as_of", as_of), ("known_at", known_at)) if value is not None}
        for start in range(0, len(wanted), BATCH):
            body = {"questions": wanted[start : start + BATCH], **when}
            found += self._send("POST", "/v1/ask", json=body).json()["items"]
        return cast("list[Asked]", found)

    def search(self, words: str, *, limit: int = 20) -> Found:
        """Claims, facts and documents that hold these words."""
        return cast("Found", self._json("/v1/search", q=words, limit=limit))

    def claim(self, claim_id: str) -> Claim:
        """A claim."""
        return cast("Claim", self._json(f"/v1/claims/{claim_id}"))

    def claims(self, **filters: str | bool | None) -> Iterator[Claim]:
        """Claims by document, version, fact, subject, attribute or value, page after page."""
        return cast("Iterator[Claim]", self._pages("/v1/claims", filters))

    def facts(self, **filters: str | None) -> Iterator[Fact]:
        """Facts by subject or attribute, page after page."""
        return cast("Iterator[Fact]", self._pages("/v1/facts", filters))

    def conflicts(self, **filters: str | None) -> Iterator[Conflict]:
        """Conflicts by state, kind, severity, subject, publisher or rule, the most important first."""
        return cast("Iterator[Conflict]", self._pages("/v1/conflicts", filters))

    def conflict(self, conflict_id: str) -> Read:
        """A conflict in full, with the ETag that deciding asks for."""
        response = self._send("GET", f"/v1/conflicts/{conflict_id}")
        return Read(response.json(), response.headers["etag"])

    def fact(self, fact_id: str) -> Read:
        """A fact in full."""
        response = self._send("GET", f"/v1/facts/{fact_id}")
        return Read(response.json(), response.headers["etag"])

    def decide(self, conflict_id: str, verdict: str, *, etag: str, **order: str | int) -> dict[str, Any]:
        """Decide a conflict as it was read; `order` may have side, value, source and reason."""
        place = f"/v1/conflicts/{conflict_id}/decisions"
        made = self._send("POST", place, json={"verdict": verdict, **order}, headers={"If-Match": etag})
        return cast("dict[str, Any]", made.json())

    def add(self, **order: str) -> dict[str, Any]:
        """Take in a `text` or a `url`, with what is known about it: title, publisher, published, language, address."""
        return cast("dict[str, Any]", self._send("POST", "/v1/documents", json=order).json())

    def add_file(self, name: str, data: bytes, **known: str) -> dict[str, Any]:
        """Take in the bytes of a file, with what is known about it."""
        file = {"file": (name, data, "application/octet-stream")}
        return cast("dict[str, Any]", self._send("POST", "/v1/documents/file", files=file, data=known).json())

    def decision(self, number: int) -> dict[str, Any]:
        """A decision."""
        return self._json(f"/v1/decisions/{number}")

    def teach(self, left: str, right: str, *, same: bool | None, reason: str = "") -> dict[str, Any]:
        """Say whether two names mean the same there; None takes back what was said."""
        order = {"left": left, "right": right, "same": same, "reason": reason}
        return cast("dict[str, Any]", self._send("POST", "/v1/concepts", json=order).json())

    def concepts(self) -> Iterator[dict[str, Any]]:
        """What people said about words, the newest first."""
        return self._pages("/v1/concepts", {})

    def rules(self) -> Iterator[dict[str, Any]]:
        """The rules, with how often people agree with each."""
        return self._pages("/v1/rules", {})

    def cite(self, claim_id: str, style: str = "apa") -> str:
        """A citation of a claim."""
        return self._send("GET", f"/v1/claims/{claim_id}/citation", params={"style": style}).text

    def lint(self, draft: Mapping[str, Any]) -> dict[str, Any]:
        """What the registry holds against a draft: its `text` and how to judge it, as `POST /v1/lint` takes it."""
        told = {name: value for name, value in draft.items() if value is not None}
        return cast("dict[str, Any]", self._send("POST", "/v1/lint", json=told).json())

    def watch(self, name: str, **order: Any) -> dict[str, Any]:
        """Watch a published piece by its address or a name: its `text`, or `claims` and `facts` by id."""
        return cast("dict[str, Any]", self._send("POST", "/v1/watches", json={"name": name, **order}).json())

    def watches(self) -> Iterator[dict[str, Any]]:
        """Your watches, page after page."""
        return self._pages("/v1/watches", {})

    def changes(self, watch_id: str) -> Iterator[dict[str, Any]]:
        """What was told about a watch, the newest first."""
        return self._pages(f"/v1/watches/{watch_id}/changes", {})

    def add_webhook(self, url: str, types: Iterable[str] = (), **order: Any) -> dict[str, Any]:
        """Add an endpoint; the answer has its secret, which is shown this once."""
        made = self._send("POST", "/v1/webhooks", json={"url": url, "types": list(types), **order})
        return cast("dict[str, Any]", made.json())

    def documents(self, **filters: str | None) -> Iterator[dict[str, Any]]:
        """Documents, page after page."""
        return self._pages("/v1/documents", filters)

    def cite_fact(self, fact_id: str, style: str = "apa") -> str:
        """A citation of every source of a fact."""
        return self._send("GET", f"/v1/facts/{fact_id}/citation", params={"style": style}).text

    def cite_document(self, document_id: str, style: str = "apa", **chosen: str | int | None) -> str:
        """A citation of a document, or of words in it: `exact`, or `start` and `end` in a `version`."""
        query = {"style": style, **{name: value for name, value in chosen.items() if value is not None}}
        return self._send("GET", f"/v1/documents/{document_id}/citation", params=query).text

    def pack(self, fact_id: str, into: IO[bytes]) -> None:
        """Write the evidence of a fact into a file."""
        into.write(self._send("GET", f"/v1/facts/{fact_id}/pack").content)

    def _pages(self, place: str, filters: Mapping[str, Any]) -> Iterator[Any]:
        """The items of every page."""
        query = {name: value for name, value in filters.items() if value is not None}
        cursor: str | None = None
        while True:
            page = self._json(place, **query, **({"cursor": cursor} if cursor else {}))
            yield from page["items"]
            cursor = page["next_cursor"]
            if not cursor:
                return

    def _json(self, place: str, **query: Any) -> dict[str, Any]:
        """The answer of an address."""
        return cast("dict[str, Any]", self._send("GET", place, params=query).json())

    def _send(self, method: str, place: str, **more: Any) -> httpx.Response:
        """An answer; raises the registry's errors for what goes wrong there or on the way."""
        try:
            response = self._client.request(method, f"{self.address}{place}", **more)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise errors.Unavailable(f"{self.address} does not answer ({error}); check the address.") from None
        if response.is_success:
            return response
        raise raised(response)


def raised(response: httpx.Response) -> errors.RegistryError:
    """The error that a refusal stands for."""
    try:
        told = response.json()
        detail, name = str(told["detail"]), str(told["type"]).rpartition("/")[2]
    except (ValueError, KeyError, TypeError):
        return errors.Unavailable(f"{response.url.host} answered {response.status_code}; is a registry there?")
    other = errors.Unavailable if response.status_code >= 500 else errors.InvalidValue
    return RAISED.get(name, BY_STATUS.get(response.status_code, other))(detail)
