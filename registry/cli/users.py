"""`claims users`: the people of the registry on this machine. Whoever has its database may do all of this.

A newcomer's mistake: a password on a command line; it would stay in the shell's history. A one-time link is printed.
"""

from __future__ import annotations

import argparse
import sys
from datetime import datetime
from getpass import getpass
from typing import Any

from registry.cli import output
from registry.cli.opening import opened, settings
from registry.model.people import Right, Role
from registry.store import Store


def add_verbs(verbs: Any) -> None:
    """The command and its own verbs."""
    users = verbs.add_parser("users")
    kinds = users.add_subparsers(dest="users_verb", required=True, metavar="VERB")
    kinds.add_parser("list", help="list people and the links that wait").set_defaults(run=run_list)
    invite = kinds.add_parser("invite", help="print a one-time link with which somebody joins")
    invite.set_defaults(run=run_invite)
    invite.add_argument("--role", choices=[role.value for role in Role], default=Role.REVIEWER.value)
    invite.add_argument("--note", default="", help="for whom, in your own words")
    add = kinds.add_parser("add", help="add somebody; asks for their password, or reads it from standard input")
    add.set_defaults(run=run_add)
    add.add_argument("name", metavar="NAME")
    add.add_argument("--role", choices=[role.value for role in Role], default=Role.REVIEWER.value)
    for name, run, told in (
        ("reset", run_reset, "print a one-time link with which somebody chooses a new password"),
        ("role", run_role, "give somebody a role"),
        ("disable", run_disable, "shut somebody out; sessions and tokens end at once"),
        ("enable", run_enable, "let somebody in again"),
    ):
        verb = kinds.add_parser(name, help=told)
        verb.set_defaults(run=run)
        verb.add_argument("name", metavar="NAME")
        if name == "role":
            verb.add_argument("role", choices=[role.value for role in Role])
    token = kinds.add_parser("token", help="print a token with which a program acts for somebody")
    token.set_defaults(run=run_token)
    token.add_argument("name", metavar="NAME")
    token.add_argument("--use", required=True, help="what the token is for, in your own words")
    token.add_argument(
        "--scope",
        action="append",
        choices=[right.value for right in Right],
        help="what it may do, and nothing else: admin does not add or decide; give it several times; default: review",
    )
    token.add_argument("--days", type=int, default=90, help="how long it is good for; default: 90")


def run_list(_options: argparse.Namespace) -> int:
    """List people and the links that wait."""
    from registry.actions.people import invitations, members

    with opened() as store, store.reading() as session:
        people, links = members.members(session), invitations.links(session)
    rows = [(each.name, each.role, "disabled" if each.disabled_at else "", day(each.seen_at)) for each in people]
    output.table(rows, ("name", "role", "state", "last here"), (60, 14, 10, 10))
    waiting = [(each.id, each.role, each.name or each.note, day(each.expires_at)) for each in links]
    if waiting:
        print()
        output.table(waiting, ("link", "role", "for", "until"), (16, 14, 60, 10))
    if not people:
        print("Nobody yet; claims serve prints a link for the first administrator.")
    return 0


def day(at: datetime | None) -> str:
    """A day, or nothing."""
    return at.date().isoformat() if at else ""


def run_invite(options: argparse.Namespace) -> int:
    """Print a link with which somebody joins."""
    from registry.actions.people import invitations

    with opened() as store, store.writing() as session:
        made = invitations.invite(session, Role(options.role), actor=settings().reviewer, note=options.note)
    return offered(made.secret, made.expires_at)


def run_reset(options: argparse.Namespace) -> int:
    """Print a link with which somebody chooses a new password."""
    from registry.actions.people import invitations, members

    with opened() as store, store.writing() as session:
        row = members.called(session, options.name)
        made = invitations.reset(session, row.id, actor=settings().reviewer)
    return offered(made.secret, made.expires_at)


def run_add(options: argparse.Namespace) -> int:
    """Add somebody with a password that is typed here."""
    from registry.actions.people import members

    given = getpass("Password: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\r\n")
    with opened() as store:
        members.add(store, options.name, Role(options.role), given, actor=settings().reviewer)
    print(f"{options.name} may sign in as {options.role}.")
    return 0


def run_token(options: argparse.Namespace) -> int:
    """Print a new token, alone on standard output; it is shown this once."""
    from registry.actions.people import members, tokens

    with opened() as store, store.writing() as session:
        row = members.called(session, options.name)
        scopes = [Right(scope) for scope in options.scope or (Right.REVIEW.value,)]
        made = tokens.mint(session, members.caller(row), options.use, scopes, options.days)
    print(made.secret)
    print(f"It is shown this once and good until {made.expires_at:%Y-%m-%d}.", file=sys.stderr)
    return 0


def offered(secret: str, until: datetime) -> int:
    """Print a link alone on standard output, what to know about it beside."""
    print(address(secret))
    print(f"It works once, until {until:%Y-%m-%d %H:%M} UTC; hand it to one person.", file=sys.stderr)
    return 0


def address(secret: str) -> str:
    """The address of a link."""
    return f"{settings().site}/join/{secret}"


def run_role(options: argparse.Namespace) -> int:
    """Give somebody a role."""
    from registry.actions.people import members

    with opened() as store, store.writing() as session:
        row = members.called(session, options.name)
        members.give_role(session, row.id, Role(options.role), actor=settings().reviewer)
    print(f"{row.name} is {options.role} now.")
    return 0


def run_disable(options: argparse.Namespace) -> int:
    """Shut somebody out."""
    from registry.actions.people import members

    with opened() as store, store.writing() as session:
        row = members.called(session, options.name)
        members.disable(session, row.id, actor=settings().reviewer)
    print(f"{row.name} is disabled; every session and token has ended.")
    return 0


def run_enable(options: argparse.Namespace) -> int:
    """Let somebody in again."""
    from registry.actions.people import members

    with opened() as store, store.writing() as session:
        row = members.called(session, options.name)
        members.enable(session, row.id, actor=settings().reviewer)
    print(f"{row.name} is enabled.")
    return 0


def first_link(store: Store) -> str | None:
    """The link for the first administrator, made anew; None where there is somebody."""
    from registry.actions.people import invitations

    with store.writing() as session:
        made = invitations.open_set_up(session)
    return None if made is None else address(made.secret)
