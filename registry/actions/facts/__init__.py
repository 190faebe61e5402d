"""What the registry holds about facts.

    wholes      facts with their claims, values, conflict, decisions and standing     past   the same at a moment
    sides       the values of a fact, with those who state them      tallies  how many voices stand behind a value
    standing    what follows from values, conflict and decisions
    summaries   how many claims there are, and whether all of them agree: kept, so that filing need not look at each
    settle      the conflict of a fact, brought up to date           recording  keeping what came of it

A newcomer's mistake: storing a standing. Only summaries and conflicts are kept; all else is worked out from them.
"""
