"""Turn marked-up texts into evaluation clusters: documents, meta.json and gold.json.

    python -m tests.clusters.build OUT [FOLDER_OR_FILE ...]      (default: the *.txt files next to this module)

A source file is a head, followed by documents. Lines of the head:

    subject F Cedar Ridge fire              an abbreviation for use after @ and in facts
    fact toll contradiction | death | F | How many people died?
    rel TYPE [debatable] A.toll / B.toll B.toll#2 : why         sides are separated by /
    nonrel A.toll B.injured : why           a pair that must not be flagged

The type of a fact is the judgement on its claims with differing values: agree, compatible, contradiction,
change_over_time, disputed_attribution or self_contradiction. A star after the type makes the fact dated (as_of is the
date of the document), a following word "debatable" marks the judgement as such. A rel line overrules it. Claims of one
group (same value, or same key g) agree. Values of one unit that overlap (more than 120 and 124, a month and its day)
are compatible. Non-relations are, without being stated, a retracted, negated or hypothetical claim and another one, a
planned and an actual value that differ, and the two ends of a change that one document reports itself; such an end and
the other value elsewhere are debatable.

A document starts with "=== name.txt | date | publisher | title | register", and " | fr" if not English. Its marks:

    [[words|value|who|key=value|...]]       a claim; who is a fact id or "concept @ subject" (concept*: dated)
    {{words|why}}                           not a claim
    ((words|why))                           optional

An empty value is read from the words. Else it is "5", "~5", "5..", "..5", "5..7", a scale letter K, M or B may follow
each number, a unit may follow after a blank ("..5 km"; none: count; 5% is percent). An ISO date, month, year ("2021
date") or time is a date; "role:LABEL" and "event:LABEL" are roles and events. Keys: by, at (as_of), status, kind, g,
id. Claim ids are document letter, point, fact or concept, then #2, #3.
"""

import itertools
import json
import pathlib
import sys

from tests.clusters.cluster import UNRELATED, Cluster
from tests.clusters.judgements import across, relation, relations_of
from tests.clusters.markup import read_cluster, sentence
from tests.clusters.values import Json, MarkupError


def gold_of(cluster: Cluster) -> Json:
    """The annotations of a cluster."""
    known = set(cluster.claims)
    named = [ids for _, ids in cluster.unrelated] + [[*itertools.chain(*sides)] for _, sides in cluster.stated]
    unknown = set(itertools.chain(*named)) - known
    if unknown:
        raise MarkupError(f"no such claims: {sorted(unknown)}; there are {sorted(known)}")
    used = {claim["fact"] for claim in cluster.claims.values()}
    relations = [entry for name in cluster.facts for entry in relations_of(cluster, name)]
    for verdict, sides in cluster.stated:
        facts = [cluster.claims[x]["fact"] for side in sides for x in side if cluster.claims[x]["fact"]]
        if not facts:
            raise MarkupError(f"a relation needs a claim with a fact: {sides}")
        relations.append(relation(facts[0], verdict, sides))
    apart = [entry for entry in relations if entry["type"] == UNRELATED]
    spread = [
        (entry["why"], sorted(pair))
        for entry in apart
        for pair in across(entry.get("sides") or ([x] for x in entry["claims"]))
    ]
    return {
        "claims": list(cluster.claims.values()),
        "facts": {name: fact.question for name, fact in cluster.facts.items() if name in used},
        "relations": [entry for entry in relations if entry["type"] != UNRELATED],
        "non_relations": [{"claims": ids, "why": why} for why, ids in cluster.unrelated + spread],
        "not_claims": cluster.not_claims,
        "optional": cluster.optional,
    }


def unplace(entry: Json, text: str) -> None:
    """Give an entry about a page the words around it in the place of offsets."""
    start = entry.pop("start")
    low, high = sentence(text, start, entry.pop("end"))
    if "id" in entry:
        entry |= dict.fromkeys(("start", "end", "sentence_start", "sentence_end"))
        entry["occurrence"] = text.count(entry["text"], low, start)
    entry["sentence_text"] = text[low:high]


def build(source: pathlib.Path, out: pathlib.Path) -> Json:
    """Write the folder of one cluster; its annotations."""
    try:
        cluster = read_cluster(source.read_text(encoding="utf-8"))
        gold = gold_of(cluster)
    except MarkupError as error:
        raise MarkupError(f"{source.name}: {error}") from error
    for entry in gold["claims"] + gold["not_claims"] + gold["optional"]:
        if entry["doc"] in cluster.pages:
            unplace(entry, cluster.texts[entry["doc"]])
    folder = out / source.stem
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in (cluster.texts | cluster.pages).items():
        (folder / name).write_text(text, encoding="utf-8", newline="")
    for name, content in (("meta.json", cluster.meta), ("gold.json", gold)):
        (folder / name).write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return gold


def main(arguments: list[str]) -> int:
    """Build all source files into a folder and say what came out."""
    if not arguments:
        sys.stderr.write(__doc__ or "")
        return 2
    out, *given = map(pathlib.Path, arguments)
    wrong = 0
    for place in given or [pathlib.Path(__file__).parent]:
        for source in sorted(place.glob("*.txt")) if place.is_dir() else [place]:
            try:
                gold = build(source, out)
            except MarkupError as error:
                sys.stderr.write(f"{error}\n")
                wrong += 1
                continue
            flagged = sum(entry["should_flag"] for entry in gold["relations"])
            counts = f"{len(gold['claims'])} claims, {len(gold['relations'])} relations, {flagged} to be flagged"
            sys.stdout.write(f"{source.stem}: {counts}, {len(gold['non_relations'])} non-relations\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
