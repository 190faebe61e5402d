"""Whether a column holds one of many texts, as one parameter: the statement is the same for two and for two thousand.

A newcomer's mistake: `IN` with a place for each. Such a statement differs with every number of texts, so it is built,
parsed and planned anew each time, which for a document of fifty claims cost more than the look-up.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import orjson
from sqlalchemy import ARRAY, Boolean, ColumnElement, Dialect, Text, bindparam
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeDecorator, TypeEngine


class Many(TypeDecorator[Any]):
    """Many texts as one value: a JSON list on SQLite, an array on PostgreSQL."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """The type of the database."""
        return dialect.type_descriptor(Text() if dialect.name == "sqlite" else ARRAY(Text()))

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        """The value as the driver takes it."""
        return orjson.dumps(value).decode() if dialect.name == "sqlite" else value


class Among(FunctionElement[bool]):
    """Whether its first part is one of the texts that its second part holds."""

    name = "among"
    type = Boolean()
    inherit_cache = True

    def self_group(self, against: Any = None) -> Any:
        """Itself: where SQLAlchemy compares it with 1, as it does for SQLite, no index would be used."""
        return self


def among(column: ColumnElement[Any], texts: Iterable[str]) -> ColumnElement[bool]:
    """Whether a column of text holds one of some texts."""
    return Among(column, bindparam(None, listed(texts), type_=Many()))


def among_given(column: ColumnElement[Any], name: str) -> ColumnElement[bool]:
    """The same with texts that come as a parameter of this name: the statement is built once, and not at every call,
    which takes four times as long as it runs."""
    return Among(column, bindparam(name, type_=Many()))


def listed(texts: Iterable[str]) -> list[str]:
    """Texts as the parameter that holds them: each once, in order."""
    return sorted(set(texts))


@compiles(Among, "sqlite")
def _sqlite(element: Among, compiler: SQLCompiler, **options: Any) -> str:
    """A list that the database unpacks; the column's index finds each of its values."""
    column, texts = element.clauses
    return (
        f"{compiler.process(column, **options)} IN (SELECT value FROM json_each({compiler.process(texts, **options)}))"
    )


@compiles(Among)
def _other(element: Among, compiler: SQLCompiler, **options: Any) -> str:
    """An array."""
    column, texts = element.clauses
    return f"{compiler.process(column, **options)} = ANY ({compiler.process(texts, **options)})"


class Unindexed(FunctionElement[Any]):
    """A column that SQLite shall not look rows up by.

    It plans a statement without knowing how few texts a list holds, and walks through every row of a phase instead.
    """

    name = "unindexed"
    inherit_cache = True

    def __init__(self, column: ColumnElement[Any]) -> None:
        super().__init__(column)
        self.type = column.type


@compiles(Unindexed, "sqlite")
def _sqlite_unindexed(element: Unindexed, compiler: SQLCompiler, **options: Any) -> str:
    """The sign that changes nothing but the plan."""
    return "+" + compiler.process(element.clauses, **options)


@compiles(Unindexed)
def _other_unindexed(element: Unindexed, compiler: SQLCompiler, **options: Any) -> str:
    """The column: another database plans by the list it is given."""
    return compiler.process(element.clauses, **options)


class Paired(TypeDecorator[Any]):
    """Many pairs of texts as one value: a JSON list of lists."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str:
        """The value as the driver takes it."""
        return orjson.dumps(value).decode()


class AmongPairs(Among):
    """Whether its first two parts are one of the pairs that its third part holds."""

    name = "among_pairs"
    inherit_cache = True


def among_pairs(left: ColumnElement[Any], right: ColumnElement[Any], name: str) -> ColumnElement[bool]:
    """Whether two columns of text together hold one of some pairs, which come as a parameter of this name; two lists
    would be tried each with each."""
    return AmongPairs(left, right, bindparam(name, type_=Paired()))


@compiles(AmongPairs, "sqlite")
def _sqlite_pairs(element: AmongPairs, compiler: SQLCompiler, **options: Any) -> str:
    """Rows that the database unpacks."""
    left, right, pairs = (compiler.process(part, **options) for part in element.clauses)
    rows = f"SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each({pairs})"
    return f"({left}, {right}) IN ({rows})"


@compiles(AmongPairs)
def _other_pairs(element: AmongPairs, compiler: SQLCompiler, **options: Any) -> str:
    """The same."""
    left, right, pairs = (compiler.process(part, **options) for part in element.clauses)
    rows = f"SELECT value ->> 0, value ->> 1 FROM json_array_elements(CAST({pairs} AS json))"
    return f"({left}, {right}) IN ({rows})"
