"""What people may do, one function a use. Actions take a session, never commit, and raise `registry.errors`.

    ingest      take in a document            recheck     run newer steps over what is stored
    lookup      whatever can be listed and looked at      views   its shapes: what doors show
    ask         what is held about a statement or a question      lint  the same of every claim of a draft
    review      decide a conflict, undo it    corrections, teaching   put a reading right, teach words
    cite, quoting     a citation of a claim; of a document or words in it
    watching, telling, webhooks, delivery, feeds      tell those who asked what changed
    exports, pack, verify, provenance, handing, annotated, claim_reviews, reconcile      give away what is held
    people      accounts, sessions, tokens    audit       what was done, and by whom

Three packages serve several of these:

    filing      which claims answer one question: the machine's opinions and people's judgements, folded
    facts       what is held about a fact: values, standing, summary, conflict
    held        what is held about claims that somebody makes: `ask`, `lint` and watches judge by it

A newcomer's mistake: doing slow work (reading, extracting) inside the transaction. `ingest.prepare` comes first and
needs no session; `ingest.keep` then holds the write lock for milliseconds.
"""
