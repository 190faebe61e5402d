"""Whether it is so: actual, planned, negated, hypothetical or retracted."""
