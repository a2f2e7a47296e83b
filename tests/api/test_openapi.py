"""The API keeps to its own description, for every role, whatever is sent; and describes itself in Chinese."""

from __future__ import annotations

import re

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from consultation.people import UserRole
from tests.api.roles import OPERATIONS
from tests.api.serving import application, bearer

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
EXAMPLES = 4  # for each role and operation


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    return application(tmp_path_factory.mktemp("w"), users=True)


@pytest.mark.parametrize("role", list(UserRole))
def test_no_operation_breaks_its_description(app, role):
    headers = bearer(app, role)
    described = schemathesis.openapi.from_asgi("/api/v1/openapi.json", app)
    tried = set()
    for found in described.get_all_operations():
        operation = found.ok()

        @settings(max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
        @given(case=operation.as_strategy())
        def holds(case):
            answer = case.call(headers=headers)
            case.validate_response(answer, checks=CHECKS)

        holds()
        tried.add((operation.method.upper(), operation.path))
    assert tried == set(OPERATIONS)


def operations(app):
    for path, methods in app.openapi()["paths"].items():
        for method, operation in methods.items():
            yield f"{method.upper()} {path}", operation


def test_every_operation_has_a_chinese_summary_and_one_shape_of_error(app):
    for name, operation in operations(app):
        assert re.search(r"[\u4e00-\u9fff]", operation["summary"]), name
        refusals = {k: v for k, v in operation["responses"].items() if int(k) >= 400}
        assert {"401", "403", "500"} <= set(refusals), name
        assert all(list(v["content"]) == ["application/problem+json"] for v in refusals.values()), name


def test_what_is_sent_has_an_example_in_chinese(app):
    schemas = app.openapi()["components"]["schemas"]
    for name in ("DraftText", "UserIn", "TokenIn", "JobIn"):
        assert schemas[name]["example"], name
    assert schemas["DutyOut"]["example"]["quote"]
