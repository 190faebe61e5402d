"""Measurements of the engine: quality on annotated sets that lie beside the project, speed and memory on our own text."""
