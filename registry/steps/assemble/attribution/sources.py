"""Who is named as the source by fixed turns of phrase: according to, by the ministry's count, ": police", (police).

A newcomer's mistake: the first source of the sentence. In "20 km according to A and 6 km according to B" each has its
own, and a semicolon or "while" ends what a source says.
"""

from __future__ import annotations

import re

from registry.model.assertion import Kind
from registry.model.span import BlockKind
from registry.steps.assemble.attribution.quotations import ACCORDING
from registry.steps.assemble.attribution.saying import governing
from registry.steps.assemble.attribution.speakers import head_at, label
from registry.steps.assemble.roles.offices import office_words
from registry.steps.assemble.spot import Spot
from registry.steps.cues import cued
from registry.steps.parse.tree import Token, Tree
from registry.steps.resolve import looks_personal
from registry.steps.resolve.names import clean_name, singular
from registry.steps.resolve.words import words

CITED = frozenset(
    {"police", "data", "figure", "source", "record", "document", "report", "statistic", "study", "estimate", "survey"}
)
GAPPED = re.compile(
    r"(?:\band|,|;) (?:the )?([A-Za-z][\w&'-]*(?: [\w&'-]+){0,2}?)"
    r"(?:, (?:which|who|whose) [^,;]{3,80},)?(?:,? (?:of|at)|,? that (?:it|there) (?:is|are|was|were))? $"
)
# What is listed with a figure each gives none: "reports for 2023: wine 11.2 billion, spirits 4.7 billion".
ITEM = re.compile(r"[:,;] (?:the )?[a-z][\w-]+ $")
OPENER = re.compile(
    r"(?:that|in|at|by|with|on|for|of|to|from|than|as|about|over|under|up|down|nearly|almost|another)\b", re.I
)
MADE = re.compile(
    r"(?:the |its )?(?:[\w-]+ )?(?:figures|data|statistics|numbers|results|estimates|documents|records)"
    r"(?: that| which)? ((?:the )?[\w.&' -]{2,40}?) (?:published|released|issued|gave|compiled|collected|presented)\b"
)
BY_COUNT = cued(
    r"\b(?:[Bb]y|[Oo]n|[Ii]n|[Uu]sing|[Aa]ccording to) ((?:the |its |their |[A-Z])(?:[\w.& -]|(?<=s)' ){2,40}?)"
    r"(?:'s|s') (?:\w+ )?(?:reckoning|figures?|counts?|data|estimates?|calculations?|tally|survey|numbers"
    r"|accounts?(?![ -]book))\b"
)
LATE = 20
HEADLINE_END = re.compile(r"(?:: (?:the )?|[,-] say(?:s)? (?:the )?)([A-Za-z][\w&'-]*(?: [\w&'-]+){0,3})\W*$")
HEADLINE_START = re.compile(r"^(?:The )?([A-Z][\w&'-]*(?: [\w&'-]+){0,3}): ")
FOREIGN = re.compile(r"^(?:selon|d'après|laut|según)$", re.I)
FOREIGN_NAME = re.compile(
    r"^(?:le|la|les|l'|el|der|die|das|dem|den|los|las|un|une)? ?"
    r"([\w.&-]+(?: (?:d[eu'](?:s|l|la)?|la|l'|of|für|der|des) ?(?:l'|la )?[\w.&'-]+| [A-Z][\w.&'-]+)*)"
)
INVERTED = re.compile(
    r"[^.;:,\"]{0,60}? (?P<verb>says?|said) "
    r"(?P<said>(?:the |an? )?[A-Za-z][\w&'-]*(?: (?!(?:that|had|has|was|is)\b)[\w&'-]+){0,3})"
    r"(?=[.,;:]|$)"
)
LED = re.compile(r"^\W*(?:\d{1,2}[.:]\d\d )?((?:[Tt]he |[Aa]n? )?[A-Za-z][\w.&'-]*(?: [\w.&'-]+){0,5}): (?=\S)")
BY_ITS = re.compile(
    r"\b[Bb]y (its|their|his|her) (?:own )?(?:reckoning|figures?|counts?|data|estimates?|calculations?|tally|numbers)\b"
)
OF_WHOM = re.compile(r"^ of (?:the )?([a-z]+(?: [a-z]+)?)(?=[.,;)]| and\b| nor\b| or\b|$)")
WHOSE = cued(r"(?:[Tt]he |\b)([a-z]+)(?:'s|s') $")
BARE = re.compile(r"\s*(?:[.,;)]|$|(?:and|or|nor|in|on|for)\b)")
CITING = re.compile(r"(?:citing|quoting)\b", re.I)
DIFFERS = cued(
    r"(?:^|[.;] |\b(?:but|and) )(?P<who>(?:[Tt]he |[Ii]ts |[Tt]heir |[Aa]n? )?[A-Za-z][\w.&'-]*(?: [\w.&'-]+){0,5}?)"
    r"(?:, [^,;:]{3,60},)? (?:(?:strongly|politely|firmly|also|has|have|had|is|are|was|were|does|do|did|not|still|less"
    r"|more|begs?|to) ){0,3}"
    r"(?:disagree[sd]?|differs?|differed|objects?|objected|counters?|countered|repl(?:y|ies|ied)|answers?|answered|retorts?"
    r"|retorted|explains?|explained|argues?|argued|adds|added|warns?|warned|calculates?|calculated|reckons?|reckoned"
    r"|insists?|insisted|complains?|complained|notes|noted|(?:disputes?|disputed|denies|denied|contradicts?|contradicted"
    r"|rejects?|rejected) (?:it|this|that)|convinced|cautious|clear|sure|impressed|agree)"
    r"(?: that figure| this figure)?: [^.;]*$"
)
LED_BY = re.compile(
    r": (?:its|their|the|his|her) (?:[a-z]+ ){0,3}[a-z]+, (?P<name>[A-Z][\w'-]+(?: [A-Z][\w'-]+)+), [a-z]+(?:s|ed) "
)
WRITES = re.compile(r"(?P<who>[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){1,3})(?:, [^:.]{3,60},?)? writes ?: ")
BRACKETED = re.compile(r"^ \((?:the )?([A-Za-z][\w&' -]{1,30})\)")


def according(spot: Spot) -> str | None:
    """The source after "according to", where it goes with this part of the sentence."""
    hits = list(ACCORDING.finditer(spot.words))
    if not hits:
        return None
    if len(hits) == 1 and CITING.match(hits[0].group()) and (teller := governing(spot)):
        return teller  # "Campaigners, citing internal papers, said"
    at = spot.mention.start - spot.sentence.start
    after = [hit for hit in hits if hit.start() >= at]
    hit = (
        after[0]
        if after
        else hits[-1]
        if (hits[-1].start() < 3 or len(hits) == 1) and spot.words.find(";", hits[-1].end(), at) < 0
        else None
    )
    if hit is None or is_cause(hit):
        return None
    if FOREIGN.match(hit.group().split(" ")[0]):
        named = FOREIGN_NAME.match(hit.group(1))
        return spot.page.story.expand(named.group(1)) if named else None
    made = MADE.match(spot.words, hit.start(1))
    low, high = made.span(1) if made else hit.span(1)
    token = head_at(spot.tree, spot.sentence.start + low, spot.sentence.start + high)
    return label(spot.page, token) if token else clean_name(spot.words[low:high])


def is_cause(hit: re.Match[str]) -> bool:
    """Whether what is cited is a reason and nobody who says anything: "citing repair costs"."""
    last = singular(hit.group(1).split()[-1].lower())
    known = words()["nouns.persons"] | words()["nouns.bodies"] | words()["nouns.generic"] | words()["speech.measurers"]
    return hit.group().lower().startswith("citing") and hit.group(1).islower() and last not in known | CITED


def counted_by(spot: Spot) -> str | None:
    """Whose count it is: "by the ministry's reckoning", "on the union's figures", "by its count"."""
    if spot.mention.kind is Kind.DATE and any(one.kind is not Kind.DATE for one in spot.page.mentions[spot.number]):
        return None  # "The line, opened in 1974, carries 180,000 people by its owner's account"
    if (own := BY_ITS.search(spot.words)) and spot.tree is not None:
        its = spot.tree.within(*placed(spot, own, 1))
        far = ";" in spot.page.folded[min(spot.mention.start, its[0].start) : its[0].start] if its else True
        own_subject = doer(its[0], spot.tree) if its else None
        who = None if far else label(spot.page, own_subject or its[0])
        return None if who == spot.page.story.topic and not is_teller(spot, who) else who
    hit = BY_COUNT.search(spot.words)
    if hit and spot.words[: hit.start()].endswith(", ") and spot.words[hit.end() :].startswith(","):
        hit = hit if spot.mention.start - spot.sentence.start < hit.start() else None
    if hit and hit.start() > LATE and parted_from(spot, hit):
        return None  # "The film, 98 minutes long, cost 32 million by the studio's account, and 20 million more to show"
    if not hit or ";" in spot.words[hit.end() : max(hit.end(), spot.mention.start - spot.sentence.start)]:
        return None
    return spot.page.story.expand(clean_name(hit.group(1)))


def doer(its: Token, tree: Tree) -> Token | None:
    """The people or the body at the head of the sentence whose own count it is: "Opponents collected 900 names"."""
    who = tree.root.first("nsubj") if tree.root is not None else None
    if who is None or not who.is_noun or is_numbered(who):
        return None
    if who.start > its.start:  # "By her own count, Ana Ruiz has"
        return who if its.low in ("his", "her") and who.is_name and tree.tokens[0].low == "by" else None
    return who if (its.low == "their") == who.tag.endswith("S") or is_voice(who) else None


def is_numbered(who: Token) -> bool:
    """Whether a noun is counted itself: "40 people had come, by their own count"."""
    return who.first("nummod") is not None


def is_teller(spot: Spot, name: str | None) -> bool:
    """Whether what a text is about can count: a body or a person, no place, no storm."""
    story = spot.page.story
    last = (name or "").split()[-1:]
    known = words()["nouns.bodies"] | words()["speech.voices"]
    person = name is not None and (story.is_person(name) or looks_personal(name))
    return bool(last) and (person or last[0].lower() in known) and name not in story.placed


def parted_from(spot: Spot, hit: re.Match[str]) -> bool:
    """Whether another figure stands between a figure and the words behind it that say whose count it is."""
    at = spot.sentence.start + hit.start()
    if spot.mention.start >= at:
        return "," in spot.words[hit.end() : spot.mention.start - spot.sentence.start]
    between = (one for one in spot.page.mentions[spot.number] if spot.mention.end <= one.start < at)
    return any("," in spot.page.folded[spot.mention.end : one.start] for one in between if one.kind is not Kind.DATE)


def possessed(spot: Spot) -> str | None:
    """Whose figure a bare one is: "neither the 212 of the prosecutors", "against the union's 9,000"."""
    hit = OF_WHOM.match(spot.after()) if spot.before().endswith("the ") else None
    at = spot.mention.end
    if hit is None and BARE.match(spot.after()):
        hit, at = WHOSE.search(spot.before()), spot.mention.start - len(spot.before())
    if hit is None:
        return None
    token = head_at(spot.tree, at + hit.start(1), at + hit.end(1))
    known = words()["speech.voices"]
    return label(spot.page, token) if token is not None and (token.low in known or token.lemma in known) else None


def bracketed(spot: Spot) -> str | None:
    """The source in brackets behind a figure: "80,000 (police)"."""
    hit = BRACKETED.match(spot.after())
    if not hit:
        return None
    name = hit.group(1)
    known = words()["speech.voices"] | words()["nouns.bodies"]
    if name in known or name.split()[-1] in known or spot.page.story.name_at(spot.mention.end + hit.start(1)):
        return name
    return None


def headline(spot: Spot) -> str | None:
    """The source at an end of a headline: "Three dead in flood: police"."""
    if spot.sentence.block.kind is not BlockKind.HEADING:
        return None
    for hit in (HEADLINE_END.search(spot.words), HEADLINE_START.search(spot.words)):
        if hit and not any(char.isdigit() for char in hit.group(1)):
            name = hit.group(1)
            last = name.split()[-1].lower()
            known = last in words()["speech.voices"] or last in words()["speech.sources"] or last in office_words()
            if known or looks_personal(spot.page.story.expand(name)):
                return spot.page.story.expand(name)
    return None


def gapped(spot: Spot) -> str | None:
    """The second source of "police counted 80 and the union 700"."""
    hit = GAPPED.search(spot.before())
    if (
        not hit
        or re.search(r" (?:is|are|was|were|at|in|of|by|to|for|with|on|from|per)\b", hit.group(1))
        or OPENER.match(hit.group(1))
        or hit.group(1).endswith((" and", " or"))  # "two helicopters and seven dogs", said their chief
        or spot.page.voice is None
        or spot.page.voice[0] != spot.number
        or ITEM.search(spot.page.folded[spot.sentence.start : spot.page.said])
    ):
        return None
    start = spot.sentence.start + hit.start(1)
    token = head_at(spot.tree, start, spot.sentence.start + hit.end(1))
    if verbal(spot, start, spot.sentence.start + hit.end(1)):
        return None
    named = spot.page.story.name_at(start)
    if token is None or not token.is_noun:
        return named
    linked = hit.end(1) + 1 < hit.end()
    return label(spot.page, token) if named or (is_voice(token) if linked else is_party(token)) else None


def placed(spot: Spot, hit: re.Match[str], group: int | str) -> tuple[int, int]:
    """Where in the text a group of a match in the words of the sentence stands."""
    return spot.sentence.start + hit.start(group), spot.sentence.start + hit.end(group)


def inverted(spot: Spot) -> str | None:
    """The source behind a verb without a comma: "Two in five, say the unions", "forty-one says the ministry"."""
    hit = INVERTED.match(spot.after())
    if hit is None or spot.tree is None:
        return None
    end = spot.mention.end
    verb = next(iter(spot.tree.within(end + hit.start("verb"), end + hit.end("verb"))), None)
    who = verb.first("nsubj") if verb is not None and verb.is_verb else None
    if verb is None or not verb.is_verb or (who is not None and who.end <= verb.start and not spot.holds(who)):
        return None
    token = head_at(spot.tree, end + hit.start("said"), end + hit.end("said"))
    return label(spot.page, token) if token is not None and is_party(token) else None


def labelled(spot: Spot) -> str | None:
    """The body or the people that a sentence of prose begins with before a colon: "Interior ministry: 210,000"."""
    hit = LED.match(spot.words) if spot.sentence.block.kind is BlockKind.PROSE else None
    if hit is None or len(hit.group()) > len(spot.before()) or verbal(spot, *placed(spot, hit, 1)):
        return None
    token = head_at(spot.tree, *placed(spot, hit, 1))
    return label(spot.page, token) if token is not None and is_voice(token) else None


def writing(spot: Spot) -> str | None:
    """Whose column a paragraph is that begins with a name: "Ana Ruiz writes: The county will close it."."""
    page, first = spot.page, spot.number
    if " writes" not in page.folded:
        return None
    while first and page.sentences[first - 1].block is spot.sentence.block:
        first -= 1
    hit = WRITES.match(page.folded, page.sentences[first].start)
    return page.story.expand(clean_name(hit["who"])) if hit and hit.end() <= spot.mention.start else None


def countering(spot: Spot) -> str | None:
    """Who disagrees or answers before a colon: "The ministry disagrees: 96 per cent of faults are found"."""
    hit = DIFFERS.search(spot.before()) if ": " in spot.before() else None
    if hit is None or spot.sentence.block.kind is not BlockKind.PROSE:
        return None
    first = spot.mention.start - len(spot.before())
    if led := LED_BY.search(spot.before(), hit.end("who")):
        return spot.page.story.expand(led["name"])  # "The union disputes this: its head, Ana Ruiz, counts 40"
    token = head_at(spot.tree, first + hit.start("who"), first + hit.end("who"))
    return label(spot.page, token) if token is not None and is_party(token) else None


def is_voice(token: Token) -> bool:
    """Whether a noun is one of the bodies and people that news quote."""
    known = words()["speech.voices"] | words()["nouns.bodies"]
    return token.low in known or token.lemma in known


def verbal(spot: Spot, start: int, end: int) -> bool:
    """Whether a stretch of the sentence has a verb: "claims" may be a noun."""
    return spot.tree is not None and any(one.is_verb for one in spot.tree.within(start, end))


def is_party(token: Token) -> bool:
    """Whether a noun is one of those who give figures: a name, a body, people."""
    table = words()
    known = table["speech.voices"] | table["nouns.bodies"] | table["nouns.persons"] | office_words()
    return token.is_name or token.low in known or token.lemma in known or token.tag in ("NNS", "NNPS")
