"""Facts without figures: who holds which office, and who did what to whom."""
