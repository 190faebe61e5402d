"""Read the source file of a cluster: the lines of its head, and its documents with their marks."""

import itertools
import json
import re
from collections.abc import Callable

from tests.clusters.cluster import TYPES, Cluster, Fact, Judgement
from tests.clusters.page import seen
from tests.clusters.values import MONTHS, ORDINALS, WORDS, Json, MarkupError, kind_of, value_of

MARK = re.compile(r"\[\[(.+?)\]\]|\{\{(.+?)\}\}|\(\((.+?)\)\)", re.DOTALL)
BAR = re.compile(r"(?<!\\)\|")
NUMERALS = "|".join(
    [
        *WORDS,
        ORDINALS,
        "hundred",
        "thousand",
        "million",
        "billion",
        "dozen",
        "half",
        "dozens",
        "hundreds",
        "thousands",
        "millions",
    ]
)
LEFT_OVER = re.compile(rf"\d[\d.,:]*|\b(?:{NUMERALS}|thirds?|quarters?|twice|double[ds]?|halves)\b", re.IGNORECASE)
WEAK = re.compile(
    r"\b(?:[Oo]ne|[Ff]irst|[Ss]econd|(?:third |fourth )?[Qq]uarter|[Tt]wice|[Oo]nce|[Tt]oday|[Yy]esterday|record|"
    r"a year (?:ago|before|earlier)|"
    rf"(?:[Tt]his|[Ll]ast|[Nn]ext) (?:week|month|year|season)|{'|'.join(MONTHS)}|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
ABBREVIATED = r"(?<!\b(?:Jan|Feb|Mar|Apr|Aug|Oct|Nov|Dec)\.)(?<!\bSept\.)(?<!\b(?:Dr|Mr|Ms)\.)"
BOUNDARY = re.compile(rf"(?<=[.!?]){ABBREVIATED}[\"”')]?\s+(?=[A-Z\"“(\d£€$])|\n+")


def read_cluster(source: str) -> Cluster:
    """Read a source file."""
    cluster = Cluster()
    head, *documents = re.split(r"^=== ", source, flags=re.MULTILINE)
    read_head(cluster, head)
    for letter, document in zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", documents, strict=False):
        read_document(cluster, letter, document)
    return cluster


def read_head(cluster: Cluster, head: str) -> None:
    """Take over subjects, facts and stated relations."""
    readers: dict[str, Callable[[Cluster, str], None]] = {"subject": read_subject, "fact": read_fact}
    readers |= {"rel": read_relation, "nonrel": read_unrelated}
    for line in head.splitlines():
        word, _, rest = line.partition(" ")
        if word in readers:
            readers[word](cluster, rest)
        elif line.strip() and not line.startswith("#"):
            raise MarkupError(f"not a line of a head: {line!r}")


def read_subject(cluster: Cluster, rest: str) -> None:
    """An abbreviation of a subject."""
    short, _, name = rest.partition(" ")
    cluster.subjects[short] = name


def read_fact(cluster: Cluster, rest: str) -> None:
    """A fact: id and type, concept, subject, question."""
    first, concept, subject, question = (part.strip() for part in rest.split("|"))
    name, kind, *flags = first.split()
    if kind.rstrip("*") not in TYPES or name in cluster.facts:
        raise MarkupError(f"fact {name}: unknown type {kind} or stated twice")
    subject = cluster.subjects.get(subject, subject)
    dated = kind.endswith("*")
    cluster.facts[name] = Fact(kind.rstrip("*"), "debatable" in flags, dated, concept, subject, question)


def read_relation(cluster: Cluster, rest: str) -> None:
    """A relation between named claims, with its sides."""
    ids, _, why = rest.partition(" : ")
    kind, *words = ids.split()
    debatable = words[0] == "debatable"
    sides = [side.split() for side in " ".join(words[debatable:]).split(" / ")]
    if kind not in TYPES or not why or len(sides) == 1:
        raise MarkupError(f"relation without known type, sides or reason: {rest!r}")
    cluster.stated.append((Judgement(kind, why, debatable), sides))


def read_unrelated(cluster: Cluster, rest: str) -> None:
    """A pair that a naive checker would flag."""
    ids, _, why = rest.partition(" : ")
    if len(ids.split()) != len("ab") or not why:
        raise MarkupError(f"a nonrel line needs two claims and a reason: {rest!r}")
    cluster.unrelated.append((why, ids.split()))


def read_document(cluster: Cluster, letter: str, source: str) -> None:
    """Take over a document and its marks."""
    first, body = source.split("\n", 1)
    name, published, publisher, title, register, *language = (part.strip() for part in first.split("|"))
    cluster.meta[name] = {
        "title": title,
        "publisher": publisher,
        "published": published,
        "language": language[0] if language else "en",
        "media_type": "text/html" if name.endswith(".html") else "text/plain",
        "register": register,
    }
    plain, marks, at = "", [], 0
    body = body.strip("\n") + "\n"
    for match in MARK.finditer(body):
        plain += body[at : match.start()]
        words, *fields = [part.strip(" ") for part in BAR.split(match[match.lastindex or 0])]
        words = words.replace("\\|", "|")
        marks.append((match.lastindex, len(plain), words, fields))
        plain, at = plain + words, match.end()
    plain += body[at:]
    if name.endswith(".html"):
        cluster.pages[name] = plain
        plain, marks = seen(plain, marks)
    cluster.texts[name] = plain
    for sort, start, words, fields in marks:
        if sort == 1:
            add_claim(cluster, (letter, name), (start, words), fields)
        else:
            why = fields[0] if fields else ("page furniture" if sort == MARK.groups - 1 else "weak expression")
            (cluster.not_claims if sort == MARK.groups - 1 else cluster.optional).append(span(name, start, words, why))
    add_left_over(cluster, name, plain)


def span(name: str, start: int, words: str, why: str) -> Json:
    """An entry of not_claims or optional."""
    return {"doc": name, "start": start, "end": start + len(words), "text": words, "why": why}


def add_claim(cluster: Cluster, document: tuple[str, str], place: tuple[int, str], fields: list[str]) -> None:
    """Take over a marked claim."""
    (letter, name), (start, words) = document, place
    try:
        text, who, *rest = fields
        keys = dict(field.split("=", 1) for field in rest)
        published = cluster.meta[name]["published"]
        value = value_of(words, text, published)
        about = meaning(cluster, who)
    except (ValueError, KeyError, IndexError) as error:
        raise MarkupError(f"{name}: [[{words}|{'|'.join(fields)}]]: {error}") from error
    if set(keys) - {"by", "at", "status", "kind", "g", "id"}:
        raise MarkupError(f"{name}: unknown key in {keys}")
    base = f"{letter}.{about['fact'] or re.sub(r'[^a-z0-9]+', '-', about['concept'].lower())}"
    numbered = itertools.chain([keys.get("id", base)], (f"{base}#{n}" for n in itertools.count(2)))
    claim_id = next(name for name in numbered if name not in cluster.claims)
    low, high = sentence(cluster.texts[name], start, start + len(words))
    cluster.groups[claim_id] = keys.get("g", json.dumps(value | {"approx": None}))
    cluster.claims[claim_id] = {
        "id": claim_id,
        "doc": name,
        "kind": keys.get("kind", kind_of(value)),
        "start": start,
        "end": start + len(words),
        "text": words,
        "sentence_start": low,
        "sentence_end": high,
        "value": value,
        "concept": about["concept"],
        "subject": about["subject"],
        "asserted_by": keys.get("by"),
        "as_of": keys.get("at", published if about["dated"] else None),
        "status": keys.get("status", "actual"),
        "fact": about["fact"],
    }


def meaning(cluster: Cluster, who: str) -> Json:
    """Concept and subject of a claim: those of its fact, or its own."""
    if "@" not in who:
        fact = cluster.facts[who]
        return {"fact": who, "concept": fact.concept, "subject": fact.subject, "dated": fact.dated}
    concept, subject = (part.strip() for part in who.split("@"))
    subject = cluster.subjects.get(subject, subject)
    return {"fact": None, "concept": concept.rstrip("*"), "subject": subject, "dated": concept.endswith("*")}


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The ends of the sentence, line or headline around a claim."""
    breaks = list(BOUNDARY.finditer(text))
    low = max((match.end() for match in breaks if match.end() <= start), default=0)
    high = min((match.start() for match in breaks if match.start() >= end), default=len(text))
    return high - len(text[low:high].lstrip()), len(text[:high].rstrip())


def add_left_over(cluster: Cluster, name: str, text: str) -> None:
    """Numbers outside of all marks: weak ones become optional, the others are an error."""
    marks = [*cluster.claims.values(), *cluster.not_claims, *cluster.optional]
    taken = [(mark["start"], mark["end"]) for mark in marks if mark["doc"] == name]
    for pattern in (WEAK, LEFT_OVER):
        for match in pattern.finditer(text):
            if any(low < match.end() and match.start() < high for low, high in taken):
                continue
            if pattern is LEFT_OVER:
                around = text[max(0, match.start() - 30) : match.end() + 20]
                raise MarkupError(f"{name}: {match.group()!r} is in no mark: {around!r}")
            cluster.optional.append(span(name, match.start(), match.group(), "weak time, rank or number word"))
            taken.append(match.span())
