"""Measurements of the engine: quality on annotated sets beside the project, speed and memory on our own text."""
