"""Collections of W3C Web Annotations as their protocol wants them: a container, and pages of it.

A newcomer's mistake: a page that is a container. The container counts, the pages hold.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from registry.model.citation import Citation
from registry.steps.export.annotation import CONTEXT, Node, address, annotation, instant

LDP = "http://www.w3.org/ns/ldp.jsonld"


class Shape(StrEnum):
    """How much of the annotations a container tells."""

    DESCRIPTIONS = "descriptions"
    IRIS = "iris"
    MINIMAL = "minimal"


class Container(NamedTuple):
    """A container: where it is, what it is called, how many annotations it has, `size` of them a page."""

    place: str
    label: str
    total: int
    size: int
    modified: datetime

    @property
    def last(self) -> int:
        """The number of the last page."""
        return max(0, (self.total - 1) // self.size)

    def page(self, number: int, shape: Shape) -> str:
        """The address of a page."""
        return f"{self.place}?iris={int(shape is Shape.IRIS)}&page={number}"


def container(whole: Container, shape: Shape, first: Sequence[Citation]) -> Node:
    """A container; its first page inside it, or only the address of that where the caller wants little."""
    node: Node = {
        "@context": [CONTEXT, LDP],
        "id": whole.place if shape is Shape.MINIMAL else f"{whole.place}?iris={int(shape is Shape.IRIS)}",
        "type": ["BasicContainer", "AnnotationCollection"],
        "label": whole.label,
        "total": whole.total,
        "modified": instant(whole.modified),
    }
    if not whole.total:
        return node
    begins: object = whole.page(0, Shape.IRIS) if shape is Shape.MINIMAL else inner(whole, 0, shape, first)
    return node | {"first": begins, "last": whole.page(whole.last, Shape.IRIS if shape is Shape.MINIMAL else shape)}


def page(whole: Container, number: int, shape: Shape, shown: Sequence[Citation]) -> Node:
    """A page on its own."""
    part_of = {"id": whole.place, "label": whole.label, "total": whole.total, "modified": instant(whole.modified)}
    node: Node = {"@context": CONTEXT, **inner(whole, number, shape, shown), "partOf": part_of}
    return node | ({"prev": whole.page(number - 1, shape)} if number else {})


def inner(whole: Container, number: int, shape: Shape, shown: Sequence[Citation]) -> Node:
    """A page as it stands inside its container."""
    node: Node = {
        "id": whole.page(number, shape),
        "type": "AnnotationPage",
        "startIndex": number * whole.size,
        "items": [address(each) if shape is Shape.IRIS else within(each) for each in shown],
    }
    return node | ({"next": whole.page(number + 1, shape)} if number < whole.last else {})


def within(citation: Citation) -> Node:
    """An annotation whose context is that of the page around it."""
    return {name: value for name, value in annotation(citation).items() if name != "@context"}
