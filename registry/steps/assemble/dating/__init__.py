"""On which day a value holds, and how the true value may move."""
