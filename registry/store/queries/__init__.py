"""Every question to the database, by name, one file a subject; answers are named tuples.

A newcomer's mistake: asking once per row of a list. Every question here takes many ids and answers for all of them.
"""
