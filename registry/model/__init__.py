"""What things are: frozen values without I/O.

    document    a source and its text          span      a place in it       assertion   mention, assertion, claim
    quantity, moment, term    three sorts of values      finding   what rules say and people decide, and what follows
    citation, review, pack    what is given away         people    roles and rights     record, traits   claims as JSON

A newcomer's mistake: a `Claim` here is what a reader found in a text; the row that keeps it is
`registry.store.tables.Claim`.
"""
