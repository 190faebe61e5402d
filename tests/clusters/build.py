"""Turn marked-up texts into evaluation clusters: documents, meta.json and gold.json.

    python tests/clusters/build.py OUT [FOLDER_OR_FILE ...]      (default: the *.txt files next to this module)

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

import calendar
import dataclasses
import html.parser
import itertools
import json
import pathlib
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any

FLAGGED = {"contradiction", "change_over_time", "disputed_attribution", "self_contradiction"}
TYPES = FLAGGED | {"agree", "compatible"}
UNRELATED = "unrelated"  # to be written as non-relations
VOID = {"retracted", "negated", "hypothetical"}
MARK = re.compile(r"\[\[(.+?)\]\]|\{\{(.+?)\}\}|\(\((.+?)\)\)", re.DOTALL)
BAR = re.compile(r"(?<!\\)\|")
SCALES = {"K": 1_000, "M": 1_000_000, "B": 1_000_000_000}

ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
WORDS = {word: number for number, word in enumerate((ONES + " seventeen eighteen nineteen").split())}
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
WORDS |= {word: 10 * n for n, word in enumerate(TENS.split(), 2)}
ORDINALS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
SCALE_WORDS = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
SCALE_WORDS |= {"m": 1_000_000, "bn": 1_000_000_000, "k": 1_000}
MONTHS = [name for name in calendar.month_name if name]
UNITS = {
    "percent": "% percent|per cent",
    "percentage point": "percentage points?|points?",
    "USD": "$ dollars?",
    "EUR": "€ euros?",
    "GBP": "£ pounds?",
    "km": "km kilomet(?:re|er)s?",
    "m": "metres?|meters?",
    "mi": "miles?",
    "ft": "ft feet|foot",
    "ha": "ha hectares?",
    "acre": "acres?",
    "km2": "km2 square kilomet(?:re|er)s?",
    "mi2": "square miles?",
    "kg": "kg kilograms?",
    "lb": "lb pounds",
    "km/h": "km/h kilomet(?:re|er)s (?:an|per) hour",
    "mph": "mph miles (?:an|per) hour",
    "minute": "minutes?",
    "hour": "hours?",
    "day": "days?",
    "week": "weeks?",
    "month": "months?",
    "year": "years?",
}
APPROX = r"about|around|some|nearly|almost|roughly|approximately|close to|just under|an estimated|estimated"
LEAST = r"more than|over|at least|upwards of|above"
MOST = r"up to|fewer than|less than|within|no more than|under|below|at most"
NUMERAL = "|".join(sorted(WORDS, reverse=True))
NUMBER = rf"\d[\d,]*(?:\.\d+)?|(?:(?:{NUMERAL})(?:-(?:{NUMERAL}))?)|a(?= (?:hundred|thousand|million))"
QUANTITY = re.compile(
    rf"(?:(?P<approx>{APPROX})\s+|(?P<least>{LEAST})\s+|(?P<most>{MOST})\s+)?(?P<sign>[$€£])?(?P<number>{NUMBER})"
    rf"(?:[\s-]?(?P<scale>{'|'.join(SCALE_WORDS)})\b)?(?P<plus>\+)?(?:[\s-]?(?P<unit>[%a-z].*))?",
    re.IGNORECASE,
)
DAY = rf"(?:(?P<d1>\d{{1,2}}) )?(?P<month>{'|'.join(MONTHS)})(?: (?P<d2>\d{{1,2}})(?!\d))?(?:,? (?P<year>\d{{4}}))?"
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

# Stand around the words of a mark while a page is turned into text.
OPEN, CLOSE = "\ue000", "\ue001"
BLOCKS = re.compile(
    "address|article|aside|blockquote|body|br|button|caption|dd|div|dl|dt|fig.+|foot.*|form|h[1-6]|head.*|hr|label|li|main"
    "|nav|ol|p|pre|section|table|tbody|thead|tr|ul"
)
UNSEEN = re.compile("head|noscript|script|style|template|title")

Json = dict[str, Any]
Value = tuple[Any, Any, str, bool]


class MarkupError(ValueError):
    """A source file says something that cannot be understood."""


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


# ------------------------------------------------------------------------------------------------------------ values
def number(text: str) -> int | float:
    """Read "12", "1,200", "3.5", "7K" or a numeral in words.

    >>> number("1,200"), number("3.5M"), number("twenty-two")
    (1200, 3500000, 22)
    """
    factor = SCALES.get(text[-1], 1)
    bare = text.rstrip("KMB").replace(",", "")
    if not bare[:1].isdigit() and bare[:1] != "-":
        return sum(WORDS[part] for part in bare.lower().split("-")) if bare.lower() != "a" else 1
    return whole(float(bare) * factor)


def whole(value: float) -> int | float:
    """Rid a product of the noise of floats."""
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded


def unit_of(words: str) -> str:
    """The unit's name for the words or the sign at a number.

    >>> unit_of("per cent"), unit_of("km"), unit_of("$")
    ('percent', 'km', 'USD')
    """
    for name, pattern in UNITS.items():
        sign, _, rest = pattern.partition(" ") if not pattern.startswith("percentage") else ("", "", pattern)
        if words in (sign, name) or re.fullmatch(rf"{pattern}|{rest}", words, re.IGNORECASE):
            return name
    raise MarkupError(f"unknown unit {words!r}") if words else MarkupError("no unit")


def read_quantity(words: str) -> Value:
    """The value that plain words state.

    >>> read_quantity("more than $1.5 million")
    (1500000, None, 'USD', False)
    >>> read_quantity("about six kilometres")
    (6, 6, 'km', True)
    >>> read_quantity("7.5 m")[0::2], read_quantity("€7.5 m")[0::2]
    ((7.5, 'm'), (7500000, 'EUR'))
    """
    match = QUANTITY.fullmatch(" ".join(words.split()))
    if not match:
        raise MarkupError(f"cannot read the value of {words!r}")
    scale = (match["scale"] or "").lower()
    metres = scale == "m" and not match["sign"]
    exact = whole(number(match["number"]) * (1 if metres else SCALE_WORDS.get(scale, 1)))
    low = None if match["most"] else exact
    high = None if match["least"] or match["plus"] else exact
    said = match["sign"] or match["unit"] or ("metres" if metres else "")
    return low, high, unit_of(said) if said else "count", bool(match["approx"])


def read_date(words: str, year: str) -> Value | None:
    """The day or month that words name, else None.

    >>> read_date("14 March", "2024")
    ('2024-03-14', '2024-03-14', 'date', False)
    """
    match = re.fullmatch(DAY, words)
    if not match:
        return None
    day = match["d1"] or match["d2"]
    month = f"{match['year'] or year}-{MONTHS.index(match['month']) + 1:02}"
    return (*date_ends(f"{month}-{int(day):02}" if day else month), "date", False)


def date_ends(iso: str) -> tuple[str, str]:
    """The first and last day of a year, month or day.

    >>> date_ends("2024-02")
    ('2024-02-01', '2024-02-29')
    """
    if len(iso) == len("2024"):
        return f"{iso}-01-01", f"{iso}-12-31"
    if len(iso) == len("2024-02"):
        last = calendar.monthrange(int(iso[:4]), int(iso[5:]))[1]
        return f"{iso}-01", f"{iso}-{last:02}"
    return iso, iso


def explicit(text: str) -> Value:
    """The value that the markup spells out.

    >>> explicit("~1.2M USD"), explicit("..5%"), explicit("2024-03")[0]
    ((1200000, 1200000, 'USD', True), (None, 5, 'percent', False), '2024-03-01')
    """
    bare, _, unit = text.lstrip("~").partition(" ")
    low, dots, high = bare.partition("..")
    if unit == "date" or re.fullmatch(r"\d{4}-\d\d.*", low or high):
        ends = (date_ends(low)[0] if low else None, date_ends(high if dots else low)[1] if high or not dots else None)
        return (*ends, "datetime" if "T" in bare else "date", text.startswith("~"))
    if "%" in bare:
        unit, low, high = "percent", low.rstrip("%"), high.rstrip("%")
    first = number(low) if low else None
    last = first if not dots else number(high) if high else None
    return first, last, unit or "count", text.startswith("~")


def value_of(words: str, text: str, published: str) -> Json:
    """The gold value of a claim: spelled out, a role or event, or read from its words."""
    named = re.fullmatch(r"(role|event):(.+)", text)
    if named:
        return {"low": None, "high": None, "unit": named[1], "approx": False, "label": named[2]}
    read = explicit(text) if text else read_date(words, published[:4]) or read_quantity(words)
    return dict(zip(("low", "high", "unit", "approx"), read, strict=True))


def kind_of(value: Json) -> str:
    """The kind of claim that a value makes."""
    unit = value["unit"]
    known = {"percent": "percent", "date": "date", "datetime": "date", "rank": "ordinal"}
    known |= {name: name for name in ("role", "event", "ordinal", "fraction", "count")}
    if None not in (value["low"], value["high"]) and value["low"] != value["high"] and known.get(unit) != "date":
        return "range"
    return "money" if re.fullmatch("[A-Z]{3}", unit) else known.get(unit, "measure")


# ----------------------------------------------------------------------------------------------------------- reading
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


class Reader(html.parser.HTMLParser):
    """Collects the lines of text that a reader sees of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = [""]
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a line at a block, leave a blank between cells."""
        self.hidden += UNSEEN.fullmatch(tag) is not None
        self.space(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close what the start opened."""
        self.hidden -= UNSEEN.fullmatch(tag) is not None
        self.space(tag)

    def handle_data(self, data: str) -> None:
        """Take over text that is shown."""
        if not self.hidden:
            self.lines[-1] += data

    def space(self, tag: str) -> None:
        """Part what a browser shows apart."""
        if BLOCKS.fullmatch(tag):
            self.lines.append("")
        elif tag in ("td", "th"):
            self.lines[-1] += " "


def seen(page: str, marks: list[tuple[int | None, int, str, list[str]]]) -> tuple[str, list[Any]]:
    """The text that a reader sees of a page, a line for each block, and its marks with their places in that text.

    >>> seen("<p>All of  <b>120&nbsp;km</b></p><p>Now</p>", [(1, 14, "120&nbsp;km", ["", "length"])])
    ('All of 120\\xa0km\\nNow\\n', [(1, 7, '120\\xa0km', ['', 'length'])])
    """
    marked, at = "", 0
    for _, start, words, _ in marks:
        marked += page[at:start] + OPEN + words + CLOSE
        at = start + len(words)
    reader = Reader()
    reader.feed(marked + page[at:])
    lines = (re.sub("[ \t\r\n]+", " ", line).strip(" ") for line in reader.lines)
    parts = re.split(f"[{OPEN}{CLOSE}]", "".join(f"{line}\n" for line in lines if line))
    if len(parts) != 2 * len(marks) + 1:
        raise MarkupError("a mark is not in the text that a reader sees")
    places = itertools.accumulate((len(part) for part in parts), initial=0)
    starts = list(places)[1:-1:2]
    words_seen = parts[1::2]
    found = zip(marks, starts, words_seen, strict=True)
    return "".join(parts), [(mark[0], start, words, mark[3]) for mark, start, words in found]


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


# --------------------------------------------------------------------------------------------------------- judgements
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


def read_cluster(source: str) -> Cluster:
    """Read a source file."""
    cluster = Cluster()
    head, *documents = re.split(r"^=== ", source, flags=re.MULTILINE)
    read_head(cluster, head)
    for letter, document in zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", documents, strict=False):
        read_document(cluster, letter, document)
    return cluster


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
