"""The seed corpus: ten short briefs of our own about one court, and what is in them.

A newcomer's mistake: citing them as the originals. Each is a brief; its last line and `index.json` name what it is of.
"""
