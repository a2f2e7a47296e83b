"""Who may what: every operation of the API with the permission that it asks for. A new operation needs a row here."""

from __future__ import annotations

from consultation.people import Permission

READ, DRAFT, MANAGE = Permission.READ, Permission.DRAFT, Permission.MANAGE
API = "/api/v1"
OPERATIONS = {
    ("GET", f"{API}/documents"): READ,
    ("POST", f"{API}/documents"): MANAGE,
    ("POST", f"{API}/documents/batch"): MANAGE,
    ("GET", f"{API}/documents/{{name}}"): READ,
    ("DELETE", f"{API}/documents/{{name}}"): MANAGE,
    ("GET", f"{API}/documents/{{name}}/text"): READ,
    ("GET", f"{API}/documents/{{name}}/provisions"): READ,
    ("GET", f"{API}/documents/{{name}}/silent"): READ,
    ("GET", f"{API}/agencies"): READ,
    ("GET", f"{API}/coverage"): READ,
    ("POST", f"{API}/check"): DRAFT,
    ("POST", f"{API}/check/file"): DRAFT,
    ("GET", f"{API}/audit"): READ,
    ("GET", f"{API}/sparql"): READ,
    ("POST", f"{API}/sparql"): READ,
    ("GET", f"{API}/graph"): READ,
    ("POST", f"{API}/jobs"): READ,
    ("GET", f"{API}/jobs/{{id}}"): READ,
    ("GET", f"{API}/jobs/{{id}}/events"): READ,
    ("GET", f"{API}/jobs/{{id}}/result"): READ,
    ("DELETE", f"{API}/jobs/{{id}}"): READ,
    ("GET", f"{API}/users"): MANAGE,
    ("POST", f"{API}/users"): MANAGE,
    ("DELETE", f"{API}/users/{{name}}"): MANAGE,
    ("GET", f"{API}/tokens"): READ,
    ("POST", f"{API}/tokens"): READ,
    ("DELETE", f"{API}/tokens/{{id}}"): READ,
    ("GET", f"{API}/log"): MANAGE,
}
