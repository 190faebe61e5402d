"""What happens to words, in order; pure functions without database or network.

    read        bytes -> Reading (text, blocks, what the bytes say about themselves)
    segment     Reading -> blocks and sentences with offsets
    recognise   sentence -> mentions: numbers, dates, units, comparators
    parse       sentences -> dependency trees
    assemble    mentions and trees -> claims
    match       claims -> which of them answer the same question
    check       claims of one fact -> findings and conflicts
    export      claims, citations and findings -> formats

A newcomer's mistake: changing the text. Offsets count in the text as read, for ever; matching uses a folded copy of the
same length (`fold`).
"""
