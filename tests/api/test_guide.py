"""The examples in docs/api.md are run as they are printed, on a fresh registry."""

from __future__ import annotations

import re
import shlex
from base64 import b64decode
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest

GUIDE = Path(__file__).parents[2] / "docs" / "api.md"
# An address of elsewhere and a file of one's own.
ELSEWHERE = ("https://example.org/report.html", "report.pdf")
SETTLED = "/v1/facts/$FACT.jsonld"


def examples() -> list[str]:
    """Every command of the guide, on one line."""
    blocks = re.findall(r"```sh\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    whole = "\n".join(blocks).replace("\\\n", " ")
    return [one.strip() for one in re.split(r"\n(?=curl )", whole) if one.startswith("curl ")]


class Shell:
    """As much of curl as the guide uses, over the test client."""

    def __init__(self, client: Any) -> None:
        self.client = client
        self.known: dict[str, str] = {"CLAIMS_TOKEN": client.headers["Authorization"].split()[1]}

    def run(self, command: str) -> Any:
        """The answer to a command."""
        for name, value in self.known.items():
            command = re.sub(rf"(?:'\${name}'|\${name}\b)", value.replace("\\", r"\\"), command)
        words = shlex.split(re.split(r" (?:\||&&) ", command)[0])
        address, data, headers, get = "", [], {}, False
        at = iter(words[1:])
        for word in at:
            if word in ("-H", "-d", "--data-urlencode", "-so", "-F"):
                told = next(at)
                if word == "-H":
                    name, _, value = told.partition(": ")
                    headers[name] = value
                elif word != "-so":
                    data.append(told)
            elif word == "--get":
                get = True
            elif not word.startswith("-"):
                address = word
        return self.ask(address, data, headers, get=get)

    def ask(self, address: str, data: list[str], headers: dict[str, str], *, get: bool) -> Any:
        """Send it."""
        parts = urlsplit(f"http://{address}")
        pairs = parse_qsl(parts.query, keep_blank_values=True)
        if get:
            pairs += [(name, value) for name, _, value in (one.partition("=") for one in data)]
        place = parts.path + (f"?{urlencode(pairs)}" if pairs else "")
        if not data or get:
            return self.client.get(place, headers=headers, follow_redirects=False)
        if "Content-Type" in headers:
            return self.client.post(place, content=data[0].encode(), headers=headers)
        return self.client.post(place, data=dict(one.split("=", 1) for one in data), headers=headers)

    def learn(self) -> None:
        """The ids that the guide's variables stand for, of the first document and a conflict about it."""
        document = self.client.get("/v1/documents").json()["items"][-1]
        claims = self.client.get(f"/v1/documents/{document['id']}/claims").json()["items"]
        conflict = self.client.get("/v1/conflicts").json()["items"][0]
        etag = self.client.get(f"/v1/conflicts/{conflict['id']}").headers["etag"]
        self.known |= {"DOCUMENT": document["id"], "VERSION": document["version_id"], "CLAIM": claims[0]["id"]}
        self.known |= {"FACT": claims[0]["fact_id"], "CONFLICT": conflict["id"], "ETAG": etag}


@pytest.fixture
def shell(client):
    return Shell(client)


def test_every_example_of_the_guide_works_as_printed(shell):
    told = examples()
    assert len(told) > 45
    first = shell.run(told[0])
    assert first.status_code == 201
    assert first.json()["claims"] == 2
    other = {
        "text": "The lighthouse of Norsund is 66 metres high.",
        "publisher": "Norsund Gazette",
        "published": "2024-05-30",
    }
    assert shell.client.post("/v1/documents", json={**other, "title": "The lighthouse"}).json()["conflicts"] == 1
    shell.learn()
    failed = {}
    for command in told[1:]:
        if any(word in command for word in ELSEWHERE):
            continue
        if "/split" in command:
            shell.learn()
        if command.endswith(SETTLED):
            shell.known["FACT"] = shell.client.get("/v1/decisions").json()["items"][0]["fact_id"]
        answer = shell.run(command)
        if answer.status_code >= 400 or nothing(answer):
            failed[command] = (answer.status_code, answer.text[:200])
    assert failed == {}


def nothing(answer: Any) -> bool:
    """Whether an answer that should hold something is an empty list."""
    if "json" not in answer.headers.get("content-type", "") or not answer.text.startswith('{"items"'):
        return False
    path = answer.request.url.path
    empty_is_right = path.endswith("/near") or b"severity=high" in answer.request.url.query
    return answer.json()["items"] == [] and not empty_is_right


def test_what_the_guide_says_to_the_lighthouse_is_said(shell):
    told = examples()
    shell.run(told[0])
    asked = [shell.run(command).json() for command in told if "/v1/ask" in command and "--get" in command]
    assert [one["answers"][0]["outcome"] for one in asked] == ["contradicted", "supported"]
    assert all(one["answers"][0]["value"] == "61 metres" for one in asked)
    linted = next(shell.run(command).json() for command in told if "/v1/lint" in command)
    assert [one["rule"] for one in linted["problems"]] == ["FACT001"]


def test_the_secret_of_a_webhook_is_one_that_libraries_read(shell):
    made = next(shell.run(command).json() for command in examples() if "/v1/webhooks " in command)
    assert len(b64decode(made["secret"].removeprefix("whsec_"))) == 32


def test_the_claims_of_a_document_come_in_reading_order_page_by_page(client):
    text = "Alder has 12 bridges. Alder has 3 schools. Alder has 41 shops. The tower of Alder is 52 metres high."
    place = client.post("/v1/documents", json={"text": text, "title": "Alder"}).json()["document_id"]
    found, cursor = [], None
    while True:
        params = {"limit": 2, **({"cursor": cursor} if cursor else {})}
        page = client.get(f"/v1/documents/{place}/claims", params=params).json()
        assert len(page["items"]) <= 2
        found += page["items"]
        cursor = page["next_cursor"]
        if not page["has_more"]:
            break
    starts = [one["span"]["start"] for one in found]
    assert starts == sorted(starts)
    assert len({one["id"] for one in found}) == len(found) >= 4
