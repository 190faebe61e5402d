"""Under which names a registry answers that is asked on its own machine's address.

A newcomer's mistake: taking what comes to a loopback address for the machine's own. A page of some other site has its
name lead to 127.0.0.1 after it was loaded (DNS rebinding), and its script reads whatever answers there as its own. Such
a name has a dot and is neither the registry's own nor a number; on any other address there is a proxy or a network.
"""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import Scope

from api.problems import Rejected

OURS = ("localhost", ".localhost")


def misdirected(scope: Scope, site: str) -> Rejected | None:
    """The refusal of a request that reached this machine under a stranger's name."""
    here = (scope.get("server") or ("", 0))[0]
    name = host(f"//{Headers(scope=scope).get('host', '')}")
    if not is_loopback(here) or "." not in name or name.endswith(OURS) or is_number(name) or name == host(site):
        return None
    return Rejected("misdirected", f"This registry is not called {name[:200]}; set CLAIMS_SITE if it is to be.")


def host(address: str) -> str:
    """The host of an address, without its port; empty where there is none."""
    try:
        return (urlsplit(address).hostname or "").rstrip(".")
    except ValueError:
        return ""


def is_loopback(name: str) -> bool:
    """Whether a numeric address is this machine's own."""
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


def is_number(name: str) -> bool:
    """Whether a host is a numeric address, which leads nowhere else."""
    return ":" in name or name.replace(".", "").isdigit()
