"""What goes wrong on purpose, as a tree; free of HTTP. Every message says what happened and what to do.

RegistryError
    NotFound                nothing with that id or at that address
    Refused                 understood, and not done
        AlreadyDecided      somebody was faster
        Duplicate           the registry has it already
    Unusable                the input cannot be worked with
        Unreadable          bytes that no reader can turn into text
        TooLarge            more than a limit allows
        InvalidValue        a value that does not mean anything here
    Unavailable             something outside did not answer
        FetchFailed         an address gave no document
        FetchForbidden      an address that must not be fetched
    Misconfigured           the settings do not fit together
"""

from __future__ import annotations


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


class Unusable(RegistryError):
    """The input cannot be worked with."""


class Unreadable(Unusable):
    """The bytes cannot be turned into text."""


class TooLarge(Unusable):
    """The input is larger than a limit allows."""


class InvalidValue(Unusable):
    """A value has no meaning here."""


class Unavailable(RegistryError):
    """Something outside the registry did not answer."""


class FetchFailed(Unavailable):
    """An address gave no document."""


class FetchForbidden(Refused):
    """An address must not be fetched."""


class Misconfigured(RegistryError):
    """The settings do not fit together."""
