"""What goes wrong on purpose, as a tree; free of HTTP. Every message says what happened and what to do.

RegistryError
    NotFound                nothing with that id or at that address
    Refused                 understood, and not done
        AlreadyDecided      somebody was faster
        Duplicate           the registry has it already
        NotSignedIn         nobody says who they are, or what they show is no longer good
        NotAllowed          known, and not allowed to
        TooManyAttempts     guessed too often; later
    Unusable                the input cannot be worked with
        Unreadable          bytes that no reader can turn into text
        TooLarge            more than a limit allows
        InvalidValue        a value that does not mean anything here
            Misquoted       words that do not name one place in a text
    Unavailable             something outside did not answer
        FetchFailed         an address gave no document
        FetchForbidden      an address that must not be fetched
    Misconfigured           the settings do not fit together
"""

from __future__ import annotations

from datetime import timedelta
from math import ceil


class RegistryError(Exception):
    """Something went wrong in a way that was foreseen; `str(error)` is fit to be shown."""


class NotFound(RegistryError):
    """There is nothing with that id or at that address."""


class Refused(RegistryError):
    """The request was understood and not carried out."""


class AlreadyDecided(Refused):
    """Somebody else decided in the meantime; look again before deciding."""


class Duplicate(Refused):
    """The registry already has it."""


class NotSignedIn(Refused):
    """Who asks is not known, and must be. `shown`: something was shown, and is not good."""

    def __init__(self, detail: str, *, shown: bool = False) -> None:
        super().__init__(detail)
        self.shown = shown


class NotAllowed(Refused):
    """Who asks is known and may not do that. `scope`: what a token lacks for it."""

    def __init__(self, detail: str, *, scope: str | None = None) -> None:
        super().__init__(detail)
        self.scope = scope


class TooManyAttempts(Refused):
    """Somebody guessed too often."""

    def __init__(self, detail: str, *, seconds: int = 1) -> None:
        super().__init__(detail)
        self.seconds = seconds

    @classmethod
    def after(cls, rest: timedelta) -> TooManyAttempts:
        """The refusal of an attempt that came too early by so much."""
        seconds = max(1, ceil(rest.total_seconds()))
        told = f"{seconds} seconds" if seconds < 120 else f"{ceil(seconds / 60)} minutes"
        return cls(f"Too many attempts to sign in; try again in {told}.", seconds=seconds)


class Unusable(RegistryError):
    """The input cannot be worked with."""


class Unreadable(Unusable):
    """The bytes cannot be turned into text."""


class TooLarge(Unusable):
    """The input is larger than a limit allows."""


class InvalidValue(Unusable):
    """A value has no meaning here."""


class Misquoted(InvalidValue):
    """Words do not name one place in a text. `what` is what is wrong, by itself; `remedy` what to do."""

    def __init__(self, what: str, remedy: str = "") -> None:
        super().__init__(f"{what}; {remedy}." if remedy else what)
        self.what = what


class Unavailable(RegistryError):
    """Something outside the registry did not answer."""


class FetchFailed(Unavailable):
    """An address gave no document."""


class FetchForbidden(Refused):
    """An address must not be fetched."""


class Misconfigured(RegistryError):
    """The settings do not fit together."""
