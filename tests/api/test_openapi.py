"""No operation of the API answers with a server error or breaks its own description, for any role."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error

from api.app import create_app
from api.settings import Settings
from api.workspace import Workspace
from consultation import people
from consultation.database import transaction
from consultation.people import PERMISSIONS, UserRole


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    workspace = Workspace(tmp_path_factory.mktemp("w") / ".huishang")
    workspace.create()
    app = create_app(Settings(), workspace)
    end = datetime(2099, 1, 1, tzinfo=UTC)
    keys = {}
    with transaction(app.state.engine) as session:
        for role in UserRole:
            now = datetime.now(UTC)
            people.add_user(session, name=role.value, password="足够长的密码1234", role=role, at=now)
            keys[role] = people.make_token(
                session, user=role.value, label="x", scopes=PERMISSIONS[role], expires=end, at=now
            )
    return app, keys


def test_no_operation_fails_whatever_is_sent(made):
    app, keys = made
    headers = {"Authorization": f"Bearer {keys[UserRole.ADMIN]}"}
    described = schemathesis.openapi.from_asgi("/api/v1/openapi.json", app)
    tried = 0
    for found in described.get_all_operations():
        operation = found.ok()

        @settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck), database=None)
        @given(case=operation.as_strategy())
        def holds(case):
            answer = case.call(headers=headers)
            case.validate_response(answer, checks=[not_a_server_error])

        holds()
        tried += 1
    assert tried >= 20


@pytest.mark.parametrize("role", [r for r in UserRole if r is not UserRole.ADMIN])
def test_every_role_gets_an_answer_without_server_error(made, role):
    from fastapi.testclient import TestClient

    client = TestClient(made[0], headers={"Authorization": f"Bearer {made[1][role]}"})
    paths = made[0].openapi()["paths"]
    for path, operations in paths.items():
        for method in operations:
            answer = client.request(method, path.replace("{name}", "x").replace("{id}", "x"))
            assert answer.status_code < 500
            if answer.status_code >= 400:
                assert answer.headers["content-type"].startswith("application/problem+json")
