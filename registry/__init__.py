"""The claim registry: documents in, claims with their words, conflicts out, settled and cited.

Four rooms and one arrow:

    model/      what things are         pure values, no I/O
    steps/      what happens to them    pure functions, no I/O
    store/      where they are kept     the only place with SQL
    actions/    what people may do      one function per use case

Three doors open on the same actions: `api` (programs), `web` (people) and `cli` (the command `claims`).

Words, one for one thing, in code, addresses, pages and messages: document, version, span, claim, value, fact, finding,
conflict, decision, standing, citation. `docs/guide.md` says what each means.
"""

__version__ = "0.1.0"
