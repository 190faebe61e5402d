#!/usr/bin/env bash
# Make the virtual environment .venv, or bring it to a lock file: venv.sh requirements.txt
set -euo pipefail
cd "$(dirname "$0")/.."

python=${PYTHON:-python3}
need() { echo "make: $1" >&2; exit 1; }

command -v "$python" >/dev/null || need "Python is missing; install Python 3.11 or newer, or set PYTHON to where it is."
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    need "$("$python" --version) is too old; install Python 3.11 or newer, or set PYTHON to where it is."

if ! test -x .venv/bin/pip; then
    rm -rf .venv
    # Debian splits venv from Python; without it this check fails before anything is made.
    "$python" -c 'import ensurepip, venv' 2>/dev/null || .ci/install.sh python3-venv
    "$python" -m venv .venv
fi

echo "Installing the packages of $1 (the first time takes a minute or two) ..."
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement "$1"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
