"""What people may do, one function a use. Actions take a session, never commit, and raise `registry.errors`.

    take in     ingest (a document), recheck (newer steps over what is stored)
    look        lookup (whatever is listed or found), ask (a statement or a question), lint (every claim of a draft),
                printed (a page of a PDF)
    decide      review (a conflict), queueing and shelf (the queue, and what a reviewer keeps), precedents (conflicts
                like it), copies (which sources repeat others), agreement (second reviews)
    teach       corrections and typed (a wrong reading), amendments (what holds of them), teaching and concepts
                (words), measures (how often people agree with each rule)
    give away   cite and quoting, pack and verify, provenance, exports, annotated, claim_reviews, handing (one file),
                reconcile and cells (spreadsheets)
    tell        watching (published pieces), telling (what a transaction changed), webhooks, delivery, feeds
    people      accounts, sessions, tokens; audit (who did what), sealing (secrets at rest), idempotency (requests sent
                again)

What several of these stand on:

    filing      which claims answer one question: the machine's opinions and people's judgements, folded
    facts       what is held about a fact: values, standing, summary, conflict
    held        what is held about claims that somebody makes: `ask`, `lint` and watches judge by it
    views, desk, paging      what doors show     rows, identity, findable     claims as rows, ids, words to be found by

A newcomer's mistake: doing slow work (reading, extracting) inside the transaction. `ingest.prepare` comes first and
needs no session; `ingest.keep` then holds the write lock for milliseconds.
"""
