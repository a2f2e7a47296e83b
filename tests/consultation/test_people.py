"""Passwords, sessions, tokens: who gets in, for how long, to do what."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import inspect, select

from consultation import people
from consultation.database import open_database, sqlite_url, transaction
from consultation.errors import Refused
from consultation.models import Base, UserRow
from consultation.people import Permission, UserRole

NOW = datetime(2026, 8, 3, 9, 0, tzinfo=UTC)
PASSWORD = "一个足够长的密码12"


@pytest.fixture
def engine(tmp_path):
    return open_database(sqlite_url(tmp_path / "a.db"))


@pytest.fixture
def session(engine):
    with transaction(engine) as opened:
        people.add_user(opened, name="张某", password=PASSWORD, role=UserRole.DRAFTER, agency="hrss", at=NOW)
        yield opened


def log_in(session, password=PASSWORD, at=NOW, name="张某"):
    return people.log_in(session, name=name, password=password, address="10.0.0.1", at=at)


def test_tables_of_models_and_migrations_agree(engine):
    found = inspect(engine)
    for table in Base.metadata.sorted_tables:
        assert {c["name"] for c in found.get_columns(table.name)} == {c.name for c in table.columns}


def test_a_session_lasts_until_it_expires(session):
    secret = log_in(session)
    assert people.user_of_session(session, secret, NOW).name == "张某"
    assert people.user_of_session(session, secret, NOW + timedelta(hours=13)) is None
    assert people.user_of_session(session, "falsch", NOW) is None


def test_logging_out_and_a_new_password_end_sessions(session):
    first, second = log_in(session), log_in(session)
    people.log_out(session, first)
    assert people.user_of_session(session, first, NOW) is None
    people.set_password(session, "张某", "另一个足够长的密码999")
    assert people.user_of_session(session, second, NOW) is None


def test_guessing_is_stopped_and_forgiven_later(session):
    for _ in range(people.FAILURES_ALLOWED):
        assert log_in(session, "wrong password") is None
    with pytest.raises(Refused, match="15 分钟"):
        log_in(session)
    assert log_in(session, at=NOW + timedelta(minutes=16))


def test_an_unknown_name_is_treated_like_a_wrong_password(session):
    assert log_in(session, name="李某") is None


def test_no_secret_is_stored(session):
    log_in(session)
    row = session.scalar(select(UserRow))
    assert PASSWORD not in row.password
    assert row.password.startswith("$argon2id$")


def token(session, *scopes, days=30):
    expires = NOW + timedelta(days=days)
    return people.make_token(session, user="张某", label="脚本", scopes=scopes, expires=expires, at=NOW)


def test_a_token_is_limited_to_its_scopes_and_its_time(session):
    secret = token(session, Permission.READ)
    user = people.user_of_token(session, secret, NOW)
    assert user.may(Permission.READ)
    assert not user.may(Permission.DRAFT)
    assert people.user_of_token(session, secret, NOW + timedelta(days=31)) is None


@pytest.mark.parametrize(("scopes", "days"), [((), 30), ((Permission.MANAGE,), 30), ((Permission.READ,), -1)])
def test_a_token_cannot_exceed_its_owner(session, scopes, days):
    with pytest.raises(Refused):
        token(session, *scopes, days=days)


def test_a_deactivated_user_is_out_at_once(session):
    secret, key = log_in(session), token(session, Permission.READ)
    people.deactivate(session, "张某")
    assert people.user_of_session(session, secret, NOW) is None
    assert people.user_of_token(session, key, NOW) is None
    assert log_in(session) is None
    assert not people.any_users(session)


@pytest.mark.parametrize(("name", "password"), [("李某", "短"), ("", PASSWORD), ("张某", PASSWORD)])
def test_bad_users_are_refused(session, name, password):
    with pytest.raises(Refused):
        people.add_user(session, name=name, password=password, role=UserRole.ANALYST, at=NOW)


def test_a_person_changes_his_own_password_by_the_old_one(session):
    new = "另一个足够长的新密码"
    inside = log_in(session)
    asked = {"address": "10.0.0.1", "at": NOW}
    assert not people.change_password(session, "张某", "不对的密码不对的密码", new, **asked)
    assert people.user_of_session(session, inside, NOW) is not None
    with pytest.raises(Refused, match="至少"):
        people.change_password(session, "张某", PASSWORD, "短", **asked)
    assert people.change_password(session, "张某", PASSWORD, new, **asked)
    assert people.user_of_session(session, inside, NOW) is None
    assert log_in(session) is None
    assert log_in(session, new) is not None


def test_guessing_the_old_password_is_stopped_as_guessing_at_the_door_is(session):
    for _ in range(people.FAILURES_ALLOWED):
        assert not people.change_password(session, "张某", "猜的密码猜的密码", "x" * 12, "10.0.0.1", NOW)
    with pytest.raises(Refused, match="15 分钟"):
        people.change_password(session, "张某", PASSWORD, "x" * 12, "10.0.0.1", NOW)
