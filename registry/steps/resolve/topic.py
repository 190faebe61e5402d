"""What a document is about: the name that its traits speak for, or the thing that it calls by its noun alone.

A newcomer's mistake: the name that stands there most. A suburb, a reporter or the company of the accused may be named
more often than what the text is about.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from registry.steps.resolve.called import thing_called
from registry.steps.resolve.companions import Companion, likely
from registry.steps.resolve.names import singular
from registry.steps.resolve.naming import names_of_title
from registry.steps.resolve.publisher import body_of, home_of, is_reporter, seat_of
from registry.steps.resolve.standing import WE, Weights, is_media, named, publisher_of
from registry.steps.resolve.traits import traits
from registry.steps.resolve.words import common_nouns, words

BRIEF, LEAST, MOST = 600, 1, 8
FEW, OFTEN, LONGEST = 2, 3, 20_000
QUOTED = re.compile(r"\"[^\"\n]{0,600}\"")
ASIDE = re.compile(r" \([^()]*\)$")
KINDS = "(?:central|city|town|county|national|federal|local|health|public|state|supreme|high|regional)"
YEAR = r"(?:19|20)\d\d(?:[-\u2013](?:19|20)?\d\d)?"
YEARS = re.compile(rf"(?:^|,? (?:of |in )?)(?<!\d){YEAR}(?!\d)(?: (?=\w))?")
INQUIRY = re.compile(
    r"\b(?:(?:Panel|Inquiry|Enquiry|Review|Investigation) (?:on|into)|(?:Commission|Tribunal) (?:of Inquiry )?into)"
    r" (?:the )?(?P<what>[A-Z][^,;()]{3,})$"
)
ADDRESSED = re.compile(
    r"(?:^|\b(?:letter|notice|message|note|update|report) )to "  # "Notice to shareholders: flood damage"
    r"(?:all |our |the |its |my |you, )*(?:[a-z]+ and |[a-z]+, )?"  # "To all our suppliers and members"
    r"(?:member|shareholder|customer|supplier|parent|famil|staff|employee|partner|investor|neighbour|friend|patient"
    r"|donor|supporter|user|resident|tenant|reader|volunteer|colleague)"
    r"|\bgeneral meeting\b",
    re.I,
)
DATED = re.compile(
    r"(?:^|: )((?:19|20)\d\d)(?::| (?:was|is|confirmed|has|set)\b)"  # 2023 was the warmest year
    r"|\byear ((?:19|20)\d\d)\b"  # the year 2023
)


def topic_of(weights: Weights, beside: Sequence[Companion] = ()) -> str | None:
    """The name a document is about; the year that a title names; the body or the thing that it has no name for.

    `beside` are the documents of the same matter that it is read with."""
    for told in (defined, dated_title, inquired, addresser, thing_called):
        if sure := told(weights):
            return sure
    if len(weights.folded) <= BRIEF and not weights.title:
        best = max(weights.counted, key=lambda name: weights.counted[name], default=None)
    else:
        best = next((name for name, _ in likely(weights, beside)), None)
    if best is not None and is_stray(weights, best) and (teller := own(weights)) and is_called(teller):
        return home_of(weights.source, weights.folded) or seat_of(teller, weights.folded) or teller
    if best is not None and not speaks_for_itself(weights, best):
        return best
    return home_of(weights.source, weights.folded) or common_topic(weights.folded) or own(weights)


def is_lent(weights: Weights, topic: str) -> bool:
    """Whether a document has its topic from those beside it alone: none of its own names comes to it."""
    return topic not in traits(weights) and topic != topic_of(weights)


def defined(weights: Weights) -> str | None:
    """The title of an entry whose text begins by saying what it is: "The 2025 Corran power cut was a failure of"."""
    title = ASIDE.sub("", weights.title).strip()
    tokens = title.split()
    if not LEAST <= len(tokens) <= MOST or title[:1].islower():
        return None
    if len(tokens) == 1 and singular(title.lower()) in common_nouns():
        return None
    if YEARS.sub("", title).lower().removeprefix("the ") not in weights.folded[:BRIEF].lower():
        return None
    core = re.escape(YEARS.sub("", title).removeprefix("The ").strip())
    told = re.compile(
        rf"(?:^|[\n.>] ?)(?:The |An? )?(?:{YEAR} )?{core}(?:,? (?:of|in) {YEAR})?(?: \([^()]*\))?"
        r"(?:, [^.\n]{2,80},|,)? (?:was|is|were|are) (?:an?|the|one)\b",
        re.I,
    )
    return title.removeprefix("The ") if core and told.search(weights.folded[:BRIEF]) else None


def inquired(weights: Weights) -> str | None:
    """What an inquiry that publishes a text was set up for, where the title names nothing: "Panel on the Alder Dam"."""
    told = INQUIRY.search(weights.source.publisher or "")
    named = [name for name in names_of_title(weights.title) if name in weights.counted]
    return told["what"].strip() if told and not named else None


def happened_to(entry: str) -> bool:
    """Whether the title of an entry is that of something that happened: "Alder Dam failure"."""
    low = {singular(word) for word in entry.lower().split()}
    return bool(low & (words()["nouns.event"] | words()["nouns.disaster"] | words()["titles.happenings"]))


def is_stray(weights: Weights, best: str) -> bool:
    """Whether a name stands in a text once only, behind its opening: what a body tells of itself names a ship once."""
    begin, end = weights.opening
    spots = weights.places.get(best, ())
    own = weights.source.publisher or ""
    return len(spots) == 1 and not begin <= spots[0] < end and not (named(weights.title, best) or best in own)


def is_called(body: str) -> bool:
    """Whether a body has a name and not only a department, which tells of others: "Glen Orsa Park Authority"."""
    first = singular(body.split()[0].lower())
    plain = words()["publishers.reporters"] | words()["publishers.common"] | words()["capitals.peoples"]
    return not is_reporter(body) or first not in plain


def speaks_for_itself(weights: Weights, best: str) -> bool:
    """Whether a body tells of itself as "we" under a title that names nobody, and hardly names others."""
    name = own(weights)
    if name is None or is_reporter(name) or weights.speakers or weights.counted[best] > FEW:
        return False
    said = len(WE.findall(QUOTED.sub("", weights.folded[:LONGEST])))
    return said >= OFTEN and not set(names_of_title(weights.title)) & set(weights.counted) and name != best


def addresser(weights: Weights) -> str | None:
    """The body, none that reports on others, that writes to its own people or meets them: "To our members"."""
    name = publisher_of(weights.source)
    if name is None or ADDRESSED.search(weights.title) is None or is_reporter(name) or is_media(name):
        return None
    speaks = bool(weights.speakers) or len(WE.findall(weights.folded[:LONGEST])) >= OFTEN
    return name if speaks else None


def own(weights: Weights) -> str | None:
    """The publisher, where it is an organisation."""
    return body_of(weights.source, weights.folded)


def common_topic(folded: str) -> str | None:
    """The body that a text calls by its noun alone: "the central bank", "the city"."""
    told = Counter(hit.group(1) for hit in re.finditer(rf"\b[Tt]he ((?:{KINDS} )?[a-z]+)\b", folded))
    bodies = words()["nouns.generic"] - words()["nouns.vague"]
    sure = 1 if len(folded) <= BRIEF else 2
    fit = [name for name, times in told.items() if name.split()[-1] in bodies and (" " in name or times >= sure)]
    things = words()["nouns.things"] - words()["nouns.vague"]
    fit = fit or [name for name, times in told.items() if name.split()[-1] in things and times >= sure + 2]
    return max(fit, key=lambda name: (told[name], len(name))) if fit else None


def dated_title(weights: Weights) -> str | None:
    """The year that a title without a name is about, and of which the text speaks again and again."""
    year = DATED.search(weights.title)
    number = year and (year.group(1) or year.group(2))
    if year and year.group(2) and names_of_title(weights.title):
        return None
    return number if number and weights.folded.count(number) > 1 else None
