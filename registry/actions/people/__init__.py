"""Accounts: who is let in, as what, and what they may hand on.

    setting_up   the first administrator
    sessions     signing in and out with a browser
    invitations  one-time links, to join or to choose a new password
    members      roles, disabling, one's own password
    tokens       keys of programs
    known        who shows a session or a token

A newcomer's mistake: hashing a password inside a writing session. It takes a tenth of a second, and on SQLite nobody
else writes meanwhile; whatever hashes takes the store and opens its sessions around it.
"""

from __future__ import annotations

from registry.actions.people.views import Caller, Device, Link, Member, Program

__all__ = ["Caller", "Device", "Link", "Member", "Program"]
