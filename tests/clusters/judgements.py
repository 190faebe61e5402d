"""The relations of a cluster: what is to be said about every two claims of one fact."""

import itertools
from collections.abc import Iterable, Iterator

from tests.clusters.cluster import FLAGGED, UNRELATED, Cluster, Judgement
from tests.clusters.values import Json

VOID = {"retracted", "negated", "hypothetical"}


def judge(cluster: Cluster, left: Json, right: Json) -> Judgement:
    """The judgement on two claims of one fact that no line of the head states."""
    fact = cluster.facts[left["fact"]]
    statuses = {left["status"], right["status"]}
    if len(statuses) > 1 and statuses & VOID:
        return Judgement(UNRELATED, f"one of them is {min(statuses & VOID)}")
    if cluster.groups[left["id"]] == cluster.groups[right["id"]]:
        return Judgement("agree", "the same value")
    if len(statuses) > 1:
        return Judgement(UNRELATED, "planned and actual")
    if overlapping(left["value"], right["value"]):
        return Judgement("compatible", "one value does not exclude the other")
    if fact.type == "change_over_time" and left["doc"] == right["doc"]:
        return Judgement(UNRELATED, "the document reports the change itself")
    told = fact.type == "change_over_time" and (tells(cluster, left, right) or tells(cluster, right, left))
    return Judgement(fact.type, fact.question, fact.debatable or told)


def tells(cluster: Cluster, one: Json, other: Json) -> bool:
    """Whether the document of one claim also has the value of the other, as one that reports a change has."""
    wanted = cluster.groups[other["id"]]
    beside = (claim for claim in cluster.claims.values() if claim["doc"] == one["doc"] and claim["fact"] == one["fact"])
    return any(cluster.groups[claim["id"]] == wanted for claim in beside)


def overlapping(left: Json, right: Json) -> bool:
    """Whether two values of one unit have something in common, as more than 120 and 124 have, or a month and its day.

    >>> overlapping({"low": 120, "high": None, "unit": "km"}, {"low": 124, "high": 124, "unit": "km"})
    True
    """
    if left["unit"] != right["unit"] or left["unit"] in ("role", "event", "datetime"):
        return False
    starts, ends = ([value[end] for value in (left, right) if value[end] is not None] for end in ("low", "high"))
    return not starts or not ends or max(starts) <= min(ends)


def judged(cluster: Cluster, name: str) -> Iterator[tuple[frozenset[str], Judgement]]:
    """The pairs of a fact that are left to judge, each with its judgement."""
    settled = {frozenset(ids) for _, ids in cluster.unrelated}
    for _, sides in cluster.stated:
        settled.update(across(sides))
    claims = [claim for claim in cluster.claims.values() if claim["fact"] == name]
    for left, right in itertools.combinations(claims, 2):
        pair = frozenset((left["id"], right["id"]))
        if pair not in settled:
            yield pair, judge(cluster, left, right)


def across(sides: Iterable[Iterable[str]]) -> Iterator[frozenset[str]]:
    """The pairs across the sides of a relation."""
    for one, other in itertools.combinations(sides, 2):
        yield from (frozenset(pair) for pair in itertools.product(one, other))


def sides_of(ids: list[str], pairs: dict[frozenset[str], Judgement]) -> list[list[str]]:
    """Put claims together that agree and are judged alike against all others."""

    def alike(one: str, other: str) -> bool:
        same = pairs.get(frozenset((one, other)))
        others = (third for third in ids if third not in (one, other))
        return (
            same is not None
            and same.type == "agree"
            and all(pairs.get(frozenset((one, x))) == pairs.get(frozenset((other, x))) for x in others)
        )

    sides: list[list[str]] = []
    for name in ids:
        side = next((side for side in sides if all(alike(name, member) for member in side)), None)
        if side:
            side.append(name)
        else:
            sides.append([name])
    return sides


def relations_of(cluster: Cluster, name: str) -> Iterator[Json]:
    """As few relations as cover the unstated pairs of a fact, each pair once."""
    pairs = dict(judged(cluster, name))
    ids = [claim["id"] for claim in cluster.claims.values() if claim["fact"] == name]
    sides = sides_of(ids, pairs)
    for side in sides:
        if len(side) > 1:
            yield relation(name, Judgement("agree", "the same value"), [[claim] for claim in side])
    nodes = itertools.combinations(range(len(sides)), 2)
    edges = {(one, other): pairs.get(frozenset((sides[one][0], sides[other][0]))) for one, other in nodes}
    for verdict, clique in cliques({edge: verdict for edge, verdict in edges.items() if verdict}):
        yield relation(name, verdict, [sides[node] for node in clique])


def cliques(edges: dict[tuple[int, int], Judgement]) -> Iterator[tuple[Judgement, list[int]]]:
    """Cover labelled edges with nodes that all have the same label among each other.

    >>> no = Judgement("contradiction", "")
    >>> [nodes for _, nodes in cliques({(0, 1): no, (0, 2): no, (1, 2): no, (2, 3): no})]
    [[0, 1, 2], [2, 3]]
    """
    left = dict(edges)
    while left:
        verdict = left[min(left)]
        clique = list(min(left))
        for node in sorted(set(itertools.chain(*left)) - set(clique)):
            if all(left.get((min(node, x), max(node, x))) == verdict for x in clique):
                clique.append(node)
        for edge in itertools.combinations(sorted(clique), 2):
            del left[edge]
        yield verdict, sorted(clique)


def relation(name: str, verdict: Judgement, sides: list[list[str]]) -> Json:
    """An entry of relations."""
    entry: Json = {"fact": name, "claims": list(itertools.chain(*sides)), "type": verdict.type}
    entry |= {"should_flag": verdict.type in FLAGGED, "why": verdict.why}
    if verdict.type in FLAGGED or any(len(side) > 1 for side in sides):
        entry["sides"] = sides
    return entry | ({"debatable": True} if verdict.debatable else {})
