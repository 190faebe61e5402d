"""What people may do, one function a use. Actions take a session, never commit, and raise `registry.errors`.

A newcomer's mistake: doing slow work (reading, extracting) inside the transaction. `ingest.prepare` comes first and
needs no session; `ingest.keep` then holds the write lock for milliseconds.
"""
