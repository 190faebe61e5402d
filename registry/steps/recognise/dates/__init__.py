"""Dates, times and the spans between them."""
