"""Requests made up from the description of the API; none of them may break the registry or its promises."""

from __future__ import annotations

import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

CHECKS = (not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance)
# Each of their examples takes the parser's time; `test_doors` calls them.
SLOW = ("add_document", "add_file", "ask_registry", "ask_batch", "lint_draft")


def test_no_request_that_can_be_made_up_breaks_it(client):
    schema = schemathesis.openapi.from_asgi("/openapi.json", client.app)
    operations = [found.ok() for found in schema.get_all_operations() if isinstance(found, Ok)]
    chosen = [each for each in operations if each.definition.raw["operationId"] not in SLOW]
    assert len(chosen) > 20
    bearer = {"Authorization": client.headers["Authorization"]}
    for operation in chosen:
        tried(operation, bearer)


def tried(operation, bearer) -> None:
    """Some requests for one operation, checked; with a token, so that they get past the door."""

    @settings(
        max_examples=10,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(operation.as_strategy())
    def request(case):
        case.call_and_validate(checks=CHECKS, headers=bearer)

    request()
