"""One-time links, roles and disabling."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta

import pytest

from registry.actions import webhooks
from registry.actions.people import (
    invitations,
    known,
    members,
    sessions,
)
from registry.errors import (
    Duplicate,
    NotFound,
    NotSignedIn,
    Refused,
)
from registry.model.people import Role
from tests.actions.people.makers import GOOD, HERE, OTHER, caller, moved
from tests.people import known as enrolled


def test_an_invitation_works_once_and_gives_its_role(store, ada):
    with store.writing() as session:
        made = invitations.invite(session, Role.REVIEWER, actor="Ada", note="for Ben")
    entered = invitations.accept(store, made.secret, name="Ben", password=GOOD, browser=HERE)
    assert caller(store, entered.secret).role is Role.REVIEWER
    with pytest.raises(NotFound, match="used"):
        invitations.accept(store, made.secret, name="Eve", password=GOOD, browser=HERE)


def test_looking_at_a_link_does_not_use_it_up(store, ada):
    with store.writing() as session:
        made = invitations.invite(session, Role.READER, actor="Ada")
    for _ in range(3):
        with store.reading() as session:
            assert invitations.opened(session, made.secret).role is Role.READER


def test_a_name_that_is_taken_leaves_the_link_good(store, ada):
    with store.writing() as session:
        made = invitations.invite(session, Role.READER, actor="Ada")
    with pytest.raises(Duplicate):
        invitations.accept(store, made.secret, name="ADA", password=GOOD, browser=HERE)
    assert invitations.accept(store, made.secret, name="Eve", password=GOOD, browser=HERE)


def test_of_two_who_use_a_link_at_once_one_joins(store, ada):
    with store.writing() as session:
        made = invitations.invite(session, Role.READER, actor="Ada")
    outcomes: list[str] = []

    def join(name):
        try:
            invitations.accept(store, made.secret, name=name, password=GOOD, browser=HERE)
            outcomes.append("in")
        except NotFound:
            outcomes.append("out")

    threads = [threading.Thread(target=join, args=(name,)) for name in ("Bob", "Eve")]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert sorted(outcomes) == ["in", "out"]


@pytest.mark.parametrize("end", ["expired", "withdrawn"])
def test_a_link_that_is_over_is_of_no_use(store, ada, end):
    with store.writing() as session:
        made = invitations.invite(session, Role.READER, actor="Ada")
        if end == "withdrawn":
            invitations.withdraw(session, made.id, actor="Ada")
    if end == "expired":
        moved(store, "invitation", expires_at=datetime.now(UTC) - timedelta(seconds=1))
    with pytest.raises(NotFound):
        invitations.accept(store, made.secret, name="Eve", password=GOOD, browser=HERE)
    with store.reading() as session:
        assert invitations.links(session) == ()


def test_a_new_password_by_link_ends_the_sessions_under_the_old_one(store, ada, ben):
    before = sessions.sign_in(store, "Ben", GOOD, HERE)
    with store.writing() as session:
        first = invitations.reset(session, ben, actor="Ada")
        second = invitations.reset(session, ben, actor="Ada")
    with pytest.raises(NotFound):
        invitations.accept(store, first.secret, name="", password=OTHER, browser=HERE)
    after = invitations.accept(store, second.secret, name="somebody else", password=OTHER, browser=HERE)
    assert caller(store, before.secret) is None
    assert caller(store, after.secret).name == "Ben"
    with pytest.raises(NotSignedIn):
        sessions.sign_in(store, "Ben", GOOD, HERE)


def test_a_role_that_changes_ends_the_sessions_under_the_old_one(store, ada, ben):
    secret = sessions.sign_in(store, "Ben", GOOD, HERE).secret
    with store.writing() as session:
        members.give_role(session, ben, Role.READER, actor="Ada")
    assert caller(store, secret) is None
    assert not caller(store, sessions.sign_in(store, "Ben", GOOD, HERE).secret).reviews


def test_disabling_ends_sessions_tokens_and_links_at_once(store, ada):
    held = enrolled(store, "Cem", Role.REVIEWER)
    with store.writing() as session:
        link = invitations.reset(session, held.id, actor="Ada")
        members.disable(session, held.id, actor="Ada")
    assert caller(store, held.session) is None
    with store.reading() as session:
        with pytest.raises(NotSignedIn):
            known.by_token(session, held.token)
        with pytest.raises(NotFound):
            invitations.opened(session, link.secret)
    with store.writing() as session:
        members.enable(session, held.id, actor="Ada")
    with store.reading() as session, pytest.raises(NotSignedIn):
        known.by_token(session, held.token)


def test_disabling_silences_the_addresses_that_somebody_gave(store, ada):
    held, other = enrolled(store, "Cem", Role.REVIEWER), enrolled(store, "Eve", Role.REVIEWER)
    with store.writing() as session:
        webhooks.add(session, held.name, "https://paper.example/hook", key=bytes(32))
        webhooks.add(session, other.name, "https://desk.example/hook", key=bytes(32))
        members.disable(session, held.id, actor="Ada")
    with store.reading() as session:
        assert webhooks.endpoints(session, held.name)[0].disabled_at is not None
        assert webhooks.endpoints(session, other.name)[0].disabled_at is None


def test_the_last_administrator_stays_one(store, ada, ben):
    for deed in (
        lambda session: members.disable(session, ada, actor="Ada"),
        lambda session: members.give_role(session, ada, Role.READER, actor="Ada"),
    ):
        with pytest.raises(Refused, match="needs an administrator"), store.writing() as session:
            deed(session)
    with store.writing() as session:
        members.give_role(session, ben, Role.ADMINISTRATOR, actor="Ada")
        members.disable(session, ada, actor="Ben")


def test_two_administrators_cannot_disable_each_other_at_once(store, ada, kept):
    with store.writing() as session:
        eve = members.enrol(session, "Eve", Role.ADMINISTRATOR, kept)
    outcomes: list[str] = []

    def disable(person_id):
        try:
            with store.writing() as session:
                members.disable(session, person_id, actor="other")
            outcomes.append("done")
        except Refused:
            outcomes.append("refused")

    threads = [threading.Thread(target=disable, args=(each,)) for each in (ada, eve)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert sorted(outcomes) == ["done", "refused"]
