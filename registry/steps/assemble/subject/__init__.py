"""Whose figure it is, and for when, where and whom it holds."""
