"""What the label of a figure says: "Dead: 89", "Homes destroyed: 212", "Women: 50.4 percent".

A newcomer's mistake: the last word of a label. In "Homes destroyed" homes are counted, and a label without a rate
before a percentage names what the share is of.
"""

from __future__ import annotations

import re

from registry.model.assertion import Kind
from registry.steps.assemble.attribute.nouns import named, run_end
from registry.steps.assemble.spot import Attribute, Spot
from registry.steps.cues import cued
from registry.steps.resolve.names import singular
from registry.steps.resolve.words import words

LABEL = re.compile(r"^\W*([^:;.!?\n]{2,60}?)\s*:\s*[^:]{0,40}$")
HEAD = re.compile(r"^\W*([A-Z][a-z-]+(?: [a-z-]+){0,2}):\s")
SEGMENT = re.compile(r";\s+(?!(?:in|by|on|at|for|from|of|with|its|his|her|their|the)\b)([^:;.!?\n\d]{2,40}?)\s*:\s*$")
ENDS = re.compile(
    r"^[\s.;,)]*(?:\(|$|year[ -](?:on|over)[ -]year\b|on (?:the|a) year|y/y|from a year|compared (?:with|to)|vs?\b)"
)
TAIL = re.compile(r"^ (?:per|an?|at|on|in|as of|as at|for|by|during|over|or) ")  # "Dividend: EUR 0.54 per share"
MOVED = cued(r":\s*((?:[A-Za-z-]+ ){0,3}[a-z-]+) (?:up|down) (?!to\b)[^:;]*$")  # "Norwind: revenue up 8% to"
NOT_LABELS = "The|An?|This|That|His|Her|Its|Their|Our|In|At|On|By|For|From|With|About|Some|Only|Just"
LINE = re.compile(rf"^\W*(?!(?:{NOT_LABELS}) )([A-Z][^:;.!?\d\n]{{2,40}}?)\s+$")
LABELLED = re.compile(r"\(([a-z][a-z -]{2,30}?): $")
FIRST = re.compile(r"^\s*[,;(]")
LEADING = re.compile(
    r"^(?:still|now|currently|so far|of (?:these|them|which|whom)|thereof|including|already|to date) ", re.I
)
TRAILING = re.compile(r"(?:^|,? )(?:as )?(?:of|on|in|at|for|to|by|from|with)$", re.I)
IN_BRACKETS = re.compile(  # "Votes cast: 2,791 (turnout 58%)"
    r"\d ?\((?:an? )?([a-z]+(?: [a-z]+){0,2}?)(?: of| was| is)? $"
)
NO_NOUN = re.compile(
    r"(?:^| )(?:about|up|down|or|some|nearly|almost|over|under|around|roughly|previously|from|in|for|at|on|now"
    r"|with|by|to|than"
    r"|plus|minus|only|including|of|and|before|after|until|since|approximately|circa|as|per|more|less|another|earlier|last"
    r"|just|through|total|equal|equivalent|against|versus|vs|out)$"
)
TIMES = re.compile(
    r"(?:(?:an?|one|the|last|previous|this|next|same) )*(?:year|quarter|month|week|day|season)s?"
    r"(?: (?:earlier|before|ago))?$"
    r"|(?:now|then|today|before|previously|earlier|for comparison|correction)$",
    re.I,
)
OPEN = re.compile(r"\b(?:an?|the) .*\b(?:of|on|in|at|for|to|by|from|with)$")  # "Drivers face a fine of"
SENTENCE = re.compile(r"\b(?:is|was|are|were|has|have|had|said|says)\b")
CLAUSE = re.compile(rf"{SENTENCE.pattern}|(?:[a-z]{{2}}ed|went|fell|rose|sold|stood)$")  # "stock closed down 3%"
WORDS = 5  # no label, if they have a verb
PLACING = frozenset({"in", "under", "on", "at"})
VOICES = words()["nouns.bodies"] | words()["speech.rulers"] | words()["speech.voices"] - {"service"}
OFFICED = re.compile(r"[A-Z][\w'-]+(?: [A-Z][\w.'-]*)+, ")  # "Ana Mehl, general counsel: Twelve"
ASKED = frozenset({"question", "answer", "q", "a"})
BEHIND = re.compile(r"^:\s+(?:the |an? )?(?=[a-z])")
PARTICIPLE = re.compile(r"[a-z]{3,}(?:ed|en)")


def labelled(spot: Spot) -> Attribute | None:
    """The words before a colon: "Dead: 89"."""
    if (moved := MOVED.search(spot.before())) and not CLAUSE.search(moved.group(1)):
        return changed(spot, moved.group(1).lower())
    hit = in_bracket(spot) or LABEL.match(spot.before()) or SEGMENT.search(spot.before()) or in_line(spot)
    first = hit is not None and spot.before().rstrip().endswith(":") and FIRST.match(spot.after()) is not None
    if not hit or not (first or ENDS.match(spot.after()) or is_item(spot)) or TIMES.match(hit.group(1)):
        return None
    if (
        SENTENCE.search(spot.before()[hit.start(1) :])
        or is_told(spot)
        or is_turn(spot)
        or is_speaker(spot, hit.group(1))
    ):
        return None
    if inner := bracketed(spot):
        return inner
    label = TRAILING.sub("", LEADING.sub("", hit.group(1)))
    if not label:
        return None
    name = titled(label.lower())
    if spot.unit == "count" and (PARTICIPLE.fullmatch(name) or name.split()[0] in PLACING):
        name = f"{name} person" if PARTICIPLE.fullmatch(name) else f"person {name}"
    if spot.mention.direction and spot.unit == "percent" and not spot.before().rstrip().endswith(":"):
        return changed(spot, name)
    return Attribute(shared(name, label, spot.mention.kind), None, "label")


def in_bracket(spot: Spot) -> re.Match[str] | None:
    """The words of a bracket that holds a label and its figure: "a saving (list price: $59,900)"."""
    return LABELLED.search(spot.before()) if spot.after().startswith(")") else None


def is_told(spot: Spot) -> bool:
    """Whether what stands between the colon and a figure tells something: "blamed its age: it dates from 1951"."""
    before = spot.before()
    colon = spot.mention.start - len(before) + before.rfind(":")
    long = len(before[: before.rfind(":")].split()) >= WORDS
    for verb in spot.tree.tokens if spot.tree and ":" in before else ():
        who = verb.first("nsubj", "nsubj:pass") if verb.tag in ("VBD", "VBZ", "VBP") else None
        told = long if verb.end <= colon else who is not None and who.start > colon
        if who is not None and who.is_noun and told and verb.end <= spot.mention.start:
            return True
    return False


def bracketed(spot: Spot) -> Attribute | None:
    """What a figure in brackets behind another one is said to be: "Votes cast: 2,791,137 (turnout 58.0 percent)"."""
    hit = IN_BRACKETS.search(spot.before())
    if hit is None or NO_NOUN.search(hit.group(1)):
        return None
    return Attribute(titled(hit.group(1)), None, "label")


def enclosed(spot: Spot) -> Attribute | None:
    """The noun right before a count that stands alone in brackets: "has reported the most deaths (812)"."""
    if not spot.before().endswith(" (") or not spot.after().startswith(")") or spot.mention.kind is not Kind.COUNT:
        return None
    thing = spot.tree.before_place(spot.mention.start - 1) if spot.tree else None
    return named(spot, thing) if thing is not None and thing.tag == "NNS" else None


def is_item(spot: Spot) -> bool:
    """Whether a line without a verb tells after its figure what it holds by: "Net debt: EUR 1.6 billion at 30 June"."""
    opens = spot.before().rstrip().endswith(":") and spot.mention.kind is not Kind.DATE
    verbs = any(token.is_verb for token in spot.tree.tokens) if spot.tree else True
    return opens and not verbs and TAIL.match(spot.after()) is not None


def changed(spot: Spot, name: str) -> Attribute:
    """What is at a level, or by how many percent it rose or fell: "Net income: $1.85 billion, down 44%"."""
    way = {"up": "increase", "down": "decrease"}.get(spot.mention.direction or "") if spot.unit == "percent" else None
    return Attribute(f"{name} {way}" if way else name, None, "label")


def is_turn(spot: Spot) -> bool:
    """Whether the only colon before a figure is that behind the name of who speaks."""
    turn = spot.page.turns.get(spot.number)
    return turn is not None and ":" not in spot.page.folded[turn.start : spot.mention.start]


def is_speaker(spot: Spot, label: str) -> bool:
    """Whether a label is that of a turn in a talk: "SENATOR ODEN:", "Spokesperson:", a surname that opens two lines."""
    tokens = label.split()
    low = tokens[0].lower().rstrip(".")
    if OFFICED.match(label) or (
        spot.counts and tokens[-1].lower() in VOICES and not PLACING & {*label.lower().split()}
    ):
        return True
    if len(tokens) == 1 and low in ASKED | words()["speech.spokesmen"] & words()["nouns.corporate"]:
        return True
    if len(tokens) > 1 and low in words()["capitals.titles"] and all(token[:1].isupper() for token in tokens):
        return True
    last = tokens[-1]
    if last.isupper() and len(last) > 1 and spot.number and is_answer(spot):
        return True
    return last.isupper() and len(last) > 1 and len(re.findall(rf"(?m)^\W*{re.escape(label)}: ", spot.page.folded)) > 1


def is_answer(spot: Spot) -> bool:
    """Whether the sentence before asks something: what stands in capitals before a colon is then who answers."""
    part = spot.page.sentences[spot.number - 1]
    return spot.page.folded[part.start : part.end].rstrip().endswith("?")


def explained(spot: Spot) -> Attribute | None:
    """The noun behind the colon of a figure that opens its line: "14,300: permits issued this year"."""
    hit = BEHIND.match(spot.after()) if not spot.before().strip(" -*\u2022\u2013\u2014") else None
    token = spot.tree.after_place(spot.mention.end + hit.end()) if hit and spot.tree else None
    head = run_end(token) if token is not None else None
    if head is None or not head.is_noun or head.is_name:
        return None
    found = named(spot, head)
    return Attribute(shared(found.name, head.low, spot.mention.kind), head, "label")


def headed(spot: Spot) -> Attribute | None:
    """What the word at the head of a line says of a figure that names nothing: "Cattle: 18 sick"."""
    hit = HEAD.match(spot.before())
    if hit is None or SENTENCE.search(hit.group(1)) or spot.unit != "count":
        return None
    label = hit.group(1).lower()
    return Attribute(titled(label), None, "label") if singular(label.split()[-1]) != label.split()[-1] else None


def in_line(spot: Spot) -> re.Match[str] | None:
    """The words of a line that ends with its figure: "Food and drink 2.37"."""
    verbs = any(token.is_verb for token in spot.tree.tokens) if spot.tree else True
    hit = None if verbs or spot.after().strip(" .;%") else LINE.match(spot.before())
    return hit if hit is not None and (spot.mention.kind is Kind.DATE or not OPEN.search(hit.group(1))) else None


def titled(label: str) -> str:
    """A label as the name of an attribute.

    >>> titled("homes destroyed"), titled("barns lost"), titled("dead"), titled("households without power")
    ('destroyed home', 'lost barn', 'death', 'household without power')
    """
    table = words()
    if label in table.adjectives:
        return table.adjectives[label]
    tokens = label.split()
    if len(tokens) == 2 and is_participle(tokens[1]) and singular(tokens[0]) != tokens[0]:
        thing = "area" if singular(tokens[0]) in table["nouns.areas"] else tokens[0]
        tokens = [thing, tokens[1]] if thing == "area" else [tokens[1], thing]
    at = next((place for place, word in enumerate(tokens) if place and word in table["nouns.joints"]), len(tokens))
    if tokens[at - 1] != "burned":
        tokens[at - 1] = singular(tokens[at - 1])
    name = " ".join(tokens)
    return table.synonyms.get(name, name)


def is_participle(word: str) -> bool:
    """Whether a word tells what was done to things: "destroyed", "sold"."""
    return PARTICIPLE.fullmatch(word) is not None or word in words().participles.values()


def shared(name: str, label: str, kind: Kind) -> str:
    """The name of a share, where a percentage is given for things that are counted."""
    tokens = label.lower().split() or [""]
    at = next((place for place, word in enumerate(tokens) if place and word in words()["nouns.joints"]), len(tokens))
    last = tokens[at - 1]
    things = kind is Kind.PERCENT and singular(last) != last and singular(last) not in words()["nouns.rates"]
    return f"share of {name}" if things else name
