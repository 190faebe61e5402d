"""Documents, their addresses and their versions."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, Float, Index, LargeBinary
from sqlmodel import Field, SQLModel

from registry.store.columns import Instant, Json
from registry.store.tables.base import string, typed


class Document(SQLModel, table=True):
    """A source under its canonical address. What it is called and who publishes it is what `version_id` says."""

    id: str = string(primary_key=True)
    uri: str = string()
    uri_key: str = string(unique=True)
    version_id: str = string(index=True)
    read_at: datetime = typed(Instant)

    __table_args__ = (Index(None, "read_at", "id"),)


class DocumentAlias(SQLModel, table=True):
    """Another address of a document."""

    __tablename__ = "document_alias"

    uri_key: str = string(primary_key=True)
    document_id: str = string(foreign_key="document.id", index=True)
    kind: str = string()


class Blob(SQLModel, table=True):
    """Bytes as they were received, under their SHA-256."""

    digest: str = string(primary_key=True)
    data: bytes = typed(LargeBinary)


class DocumentVersion(SQLModel, table=True):
    """A document as it was read at one moment; `text` is what all offsets count in.

    `origin` is the document whose text this one repeats, itself where it repeats none; `alike` says how much of it.
    `taught` is the last lesson about words that its claims were filed with; `names` are the words of the names in it;
    `topic` is what it is about as those of its matter that it was read beside told.
    """

    __tablename__ = "document_version"

    id: str = string(primary_key=True)
    document_id: str = string(foreign_key="document.id", index=True)
    digest: str = string(foreign_key="blob.digest", index=True)
    size: int = Field(sa_type=BigInteger)
    media_type: str = string()
    reader: str = string()
    engine: str = string()
    text: str = string()
    blocks: list[Any] = typed(Json)
    title: str | None = string(nullable=True)
    publisher: str | None = string(nullable=True, index=True)
    authors: list[str] = typed(Json)
    language: str | None = string(nullable=True)
    published: date | None = None
    read_at: datetime = typed(Instant)
    origin: str | None = string(nullable=True)
    alike: float | None = Field(sa_type=Float, default=None, nullable=True)
    taught: int = Field(sa_type=BigInteger, default=0)
    names: list[str] = typed(Json, default_factory=list)
    topic: str | None = string(nullable=True)
