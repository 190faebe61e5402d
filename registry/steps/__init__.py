"""What happens to words, in order; pure functions without database or network.

    read        bytes -> Reading (text, blocks, what the bytes say about themselves)
    segment     Reading -> blocks and sentences with offsets
    recognise   sentence -> mentions: numbers, dates, units, comparators
    parse       sentences -> dependency trees
    assemble    mentions and trees -> claims
    match       claims -> which of them answer the same question
    check       claims of one fact -> findings and conflicts
    export      claims, citations and findings -> formats

    resolve     whom a document is about, and whom "it", "the court" and short names mean: what assembling asks
    ask         a question -> what it wishes to know
    lint        the claims of a draft and what is held about them -> problems with fixes
    extract     reading, segmenting, recognising, parsing and assembling in one call
    in_company  documents of one matter that are read together tell what each of them is about
    values, units, rounding      values held against each other
    trees                        boosted trees kept as data, for pairs of claims and for days
    posts, deputies, departments            offices, their ranks and their fields
    language, given_names, rough_times      what a text is written in; names of one sex; dates told roughly
    shingles                     which texts repeat each other
    phrases, fragments           plurals and lists as an editor writes them; pieces that several patterns share
    cues, kept, stamp            patterns and tables, found and loaded fast, and known apart by what is in them
    fitting                      for what fits weights; nothing of it runs in production

A newcomer's mistake: changing the text. Offsets count in the text as read, for ever; matching uses a folded copy of the
same length (`fold`).
"""
