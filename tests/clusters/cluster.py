"""A cluster as its source file tells it: facts, subjects, stated judgements, documents and their claims."""

import dataclasses

from tests.clusters.values import Json

FLAGGED = {"contradiction", "change_over_time", "disputed_attribution", "self_contradiction"}
TYPES = FLAGGED | {"agree", "compatible"}
UNRELATED = "unrelated"  # to be written as non-relations


@dataclasses.dataclass(frozen=True)
class Fact:
    """A line of the head: the judgement on differing values, and what its claims are about."""

    type: str
    debatable: bool
    dated: bool
    concept: str
    subject: str
    question: str


@dataclasses.dataclass(frozen=True)
class Judgement:
    """What is to be said about two claims of one fact."""

    type: str
    why: str
    debatable: bool = False


@dataclasses.dataclass
class Cluster:
    """Everything that a source file says."""

    facts: dict[str, Fact] = dataclasses.field(default_factory=dict)
    subjects: dict[str, str] = dataclasses.field(default_factory=dict)
    stated: list[tuple[Judgement, list[list[str]]]] = dataclasses.field(default_factory=list)
    unrelated: list[tuple[str, list[str]]] = dataclasses.field(default_factory=list)
    meta: Json = dataclasses.field(default_factory=dict)
    texts: dict[str, str] = dataclasses.field(default_factory=dict)  # of a page: what a reader sees of it
    pages: dict[str, str] = dataclasses.field(default_factory=dict)
    claims: dict[str, Json] = dataclasses.field(default_factory=dict)
    groups: dict[str, str] = dataclasses.field(default_factory=dict)
    not_claims: list[Json] = dataclasses.field(default_factory=list)
    optional: list[Json] = dataclasses.field(default_factory=list)
