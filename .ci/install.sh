#!/usr/bin/env bash
# Install Debian packages where we may; otherwise say which are missing: install.sh PACKAGE ...
set -euo pipefail

if test "$(id -u)" = 0; then
    as_root=()
elif sudo -n true 2>/dev/null; then
    as_root=(sudo -n)
else
    as_root=(false)
fi

if test "${as_root[*]}" = false || ! command -v apt-get >/dev/null; then
    echo "make: missing on this machine: $*. Install it as root (apt-get install $*) and try again." >&2
    exit 1
fi

echo "Installing $* ..."
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
