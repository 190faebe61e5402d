#!/usr/bin/env bash
# Write the lock files anew: exact versions with hashes, and no word about where they came from.
set -euo pipefail
cd "$(dirname "$0")/.."

tools=var/lock
test -x "$tools/bin/pip-compile" || { python3 -m venv "$tools" && "$tools/bin/pip" install --quiet pip-tools; }

# Extras stay in the lock: without them pip, asked for hashes, refuses as soon as a newer release of such a package exists.
lock() {
    "$tools/bin/pip-compile" --quiet --upgrade --generate-hashes --allow-unsafe --no-strip-extras --no-header \
        --annotation-style=line --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options "$@" \
        pyproject.toml
}

lock --extra postgresql --output-file requirements.txt
lock --extra postgresql --extra dev --constraint requirements.txt --output-file requirements-dev.txt
