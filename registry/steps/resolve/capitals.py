"""Names in French, German and Spanish texts, and what of them such a text is about.

A newcomer's mistake: a capital for a name. German gives one to every noun, and the first word of a sentence has one in
every language: "Millionen Euro" and "Afuera" name nobody.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache

from registry.steps.recognise.tables import language, read
from registry.steps.resolve.foreign import Foreign, table

SPLIT = re.compile(r"(?<! von)(?<! van) (?:der|des|den|dem|die|das|und|vom|zum|zur) ")
SMALL, NOUN = r"[a-z\u00e4\u00f6\u00fc\u00df]+", r"[A-Z\u00c4\u00d6\u00dc][\w-]+"
ONE = re.compile(  # what is counted, or has an article that no name has
    rf"\b(?:[Ee]in(?:e[nmrs]?)?|(?:[Kk]ein|[Ss]ein|[Ii]hr|[Uu]nser)(?:e[nmrs]?)?"
    rf"|(?:[Jj]ed|[Dd]ies|[Vv]iel|[Aa]ll|[Bb]eid)e[nmrs]?|(?:[Mm]ehrer|[Ee]inig|[Ww]enig)e[nr]?|\d[\d.,]*)"
    rf" (?:(?!(?:gegen|hinter|neben|oder|ohne|\u00fcber|unter|au\u00dfer) ){SMALL}(?:e[nmrs]?) )?({NOUN})"
)
APPOSED = re.compile(  # what stands between an article and a name: "des Zulieferers Morvan", "beim Zulieferer Morvan"
    rf"\b(?:des (?:{SMALL} )?(?P<of>{NOUN}s)|(?:dem|vom|beim|zum|im|am) (?:{SMALL} )?(?P<to>{NOUN})(?<!en))"
    rf"(?= {NOUN}[a-z])"
)
NAMED = re.compile(
    rf"\b(?:in|bei|aus|nach|von) (?P<place>{NOUN})|\b(?P<owner>{NOUN})-{NOUN}"  # in Lhotka, Norwind-Gl\u00e4ubiger
    rf"|(?:^|[.!?:] )(?P<doer>{NOUN}) (?:[a-z]{{2,}}t|will|ist|hat|kann|muss|soll|darf|wurde|hatte|war|ging|kam|nahm) ",
    re.M,
)
LONGEST, TITLE, LEAST = 200_000, 4, 2
Cut = tuple[int, str, bool]


def names_abroad(folded: str, known: Foreign) -> Callable[[Cut], Iterator[Cut]]:
    """What cuts the names of a text out of its runs of capitalised words; a run has a place and may open a sentence."""
    german = known.code == "de"
    common = counted(folded[:LONGEST]) if german else frozenset[str]()
    sure = named(folded[:LONGEST]) if german else frozenset[str]()

    def cut(found: Cut) -> Iterator[Cut]:
        start, run, first = found
        for at, piece in pieces(run) if german else [(0, run)]:
            name = plain(piece, known, common)
            if name is not None and (not german or name[0] or is_sure(name[1], sure)):
                yield start + at + name[0], name[1], first and at + name[0] == 0 and name[1] not in sure

    return cut


def named(folded: str) -> frozenset[str]:
    """The words of a German text that stand as names do: behind "in" without an article, before a hyphen, acting."""
    return frozenset(hit[hit.lastgroup or 0] for hit in NAMED.finditer(folded))


def is_sure(name: str, sure: frozenset[str]) -> bool:
    """Whether what has a capital in German is a name: several words, an abbreviation, one that stands as names do."""
    return " " in name or name.isupper() or name in sure or name.removesuffix("s") in sure


def counted(folded: str) -> frozenset[str]:
    """The words of a German text that are counted, have an article that names do not have, or say what a name is."""
    apposed = (hit[hit.lastgroup or 0] for hit in APPOSED.finditer(folded))
    plain = (word for word in apposed if not word.isupper())  # "beim SC Halden"
    return frozenset(word.lower() for word in (*plain, *(hit[1] for hit in ONE.finditer(folded))))


def pieces(run: str) -> Iterator[tuple[int, str]]:
    """A German run of capitalised words without the articles in it: "Die Pleite der Norwind"."""
    at = 0
    for hit in SPLIT.finditer(run):
        yield at, run[at : hit.start()]
        at = hit.end()
    yield at, run[at:]


def plain(piece: str, known: Foreign, common: frozenset[str]) -> tuple[int, str] | None:
    """How much stands before the name in a run, and the name: "Geschäftsführer Jan Holt", "Norwind-Gläubiger"."""
    tokens, gone = piece.split(" "), 0
    while tokens and (names_nothing(tokens[0], known, common) or is_sort(tokens, known)):
        gone, tokens = gone + len(tokens[0]) + 1, tokens[1:]
    while tokens and names_nothing(tokens[-1], known, common):
        tokens = tokens[:-1]
    last = next((at for at, token in enumerate(tokens) if is_common(token.lower(), known, common)), None)
    if last is not None:
        found = plain(" ".join(tokens[:last]), known, common)
        return (gone + found[0], found[1]) if found else None
    owner, joint, thing = tokens[-1].rpartition("-") if tokens else ("", "", "")
    if joint and thing[:1].isupper() and is_common(thing.lower(), known, common):
        tokens[-1] = owner
    name = " ".join(tokens)
    return (gone, name) if len(name) > 1 else None


def is_sort(tokens: list[str], known: Foreign) -> bool:
    """Whether a run begins with what happened, or with people, of a place: "Incendie de Vellan"."""
    low = tokens[0].lower()
    return len(tokens) > 2 and tokens[1].islower() and (low in known.matters or low in known.counted)


def names_nothing(token: str, known: Foreign, common: frozenset[str]) -> bool:
    """Whether a word is none of a name: a small word, a number, money, in German a common noun."""
    low = token.lower().rstrip(".")
    return token[:1].islower() or low in dull(known.code) or is_common(low, known, common)


def is_common(low: str, known: Foreign, common: frozenset[str]) -> bool:
    """Whether a German word is a common noun: one that is counted, that a table knows, or that ends like one."""
    if known.code != "de":
        return False
    if low in common or low in known.counted or low in known.measured or low in known.fates or low in known.matters:
        return True
    whole = known.names["whole"]
    return low in whole or any(low.endswith(end) for end in known.names["ends"] - whole)


@cache
def dull(code: str) -> frozenset[str]:
    """The words of a language that name nothing: numbers, months, days, money, what opens sentences."""
    tables, known = language(code), table(code)
    raw = read(f"words_{code}.toml")
    speech = frozenset[str]().union(*(known.speech[name] for name in known.speech if name != "verbs"))
    words = {*raw["numbers"], *raw["tens"], *raw["scales"], *raw["short_scales"], *raw["ordinals"]}
    return known.names["dull"] | speech | words | {*tables.numbers, *tables.months, *tables.weekdays}


def matter_abroad(topic: str | None, title: str, folded: str, known: Foreign) -> str | None:
    """The topic with the noun, in English, for what of it the text is about: "Norwind insolvency"."""
    found = Counter[str]()
    for part, weight in ((title, TITLE), (folded[:LONGEST], 1)):
        low = part.lower()
        for form, noun in known.matters.items():
            found[noun] += weight * len(re.findall(rf"(?<!\w){re.escape(form)}(?!\w)", low)) if form in low else 0
    best = max(found, key=lambda noun: found[noun], default=None)
    if best is None or found[best] < LEAST:
        return topic
    return f"{topic} {best}" if topic else best
