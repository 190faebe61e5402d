#!/usr/bin/env bash
# Run a command with a private PostgreSQL named in CLAIMS_TEST_DATABASE: postgres.sh COMMAND ...
# The cluster lives in a temporary folder, in memory where there is room, listens on loopback only, gives up durability
# for speed, and is stopped and removed whatever happens.
set -euo pipefail

programs() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1; }
bin=$(programs)
if test -z "$bin"; then
    "$(dirname "$0")/install.sh" postgresql
    bin=$(programs)
fi

place=${TMPDIR:-/tmp}
room=$(df --output=avail -k /dev/shm 2>/dev/null | tail -n 1 || echo 0)
if test "${room:-0}" -gt 2000000; then place=/dev/shm; fi
folder=$(mktemp -d "$place/claims-postgres.XXXXXX")
if test "$(id -u)" = 0; then
    # PostgreSQL refuses to run as root; the user that Debian's package brings will do.
    chown postgres "$folder"
    as_user=(runuser -u postgres --)
else
    as_user=()
fi
cd "$folder"

stop() {
    "${as_user[@]}" "$bin/pg_ctl" -D "$folder/data" -m immediate -w stop >/dev/null 2>&1 || true
    rm -rf "$folder"
}
trap stop EXIT
trap 'exit 130' INT TERM

port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
"${as_user[@]}" "$bin/initdb" -D "$folder/data" -U claims --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync >/dev/null
"${as_user[@]}" "$bin/pg_ctl" -D "$folder/data" -l "$folder/log" -w start -o "-p $port -c listen_addresses=127.0.0.1 \
    -c unix_socket_directories=$folder -c max_connections=300 -c fsync=off -c synchronous_commit=off -c full_page_writes=off \
    -c wal_level=minimal -c max_wal_senders=0 -c autovacuum=off -c jit=off -c shared_buffers=128MB" \
    >/dev/null || { cat "$folder/log" >&2; exit 1; }

cd "$OLDPWD"
CLAIMS_TEST_DATABASE="postgresql+psycopg://claims@127.0.0.1:$port/postgres" "$@"
