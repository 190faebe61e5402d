"""The subject of a verb of saying, and the person or body behind a trade or an office.

A newcomer's mistake: the trade for the name. "Norport coach Ana Ruiz" is Ruiz, "grid operator Norgrid" is Norgrid.
"""

from __future__ import annotations

import re

from registry.steps.assemble.roles.offices import head_words, office_words
from registry.steps.assemble.spot import Page
from registry.steps.parse.tree import Token
from registry.steps.recognise.tables import cues
from registry.steps.resolve import looks_personal
from registry.steps.resolve.names import flat_name, singular
from registry.steps.resolve.runs import PARTICLES
from registry.steps.resolve.story import words_of
from registry.steps.resolve.words import words

POSTED = re.compile(
    r" (?:the |its |[A-Z][\w'&-]* ){0,4}(?:[a-z]+[ -]){0,2}(?P<post>[a-z]+) (?P<name>[A-Z][\w'-]+(?: [A-Z][\w'-]+)+)"
)
SORTED = re.compile(
    r"(?:(?!(?:of|for|at|in|on|from|by|and|to|with) )[a-z][a-z-]+ ){1,3}([A-Z][\w&'-]*)(?: [A-Z][\w&'-]*)* ?"
)
REACH = 100
DOERS, NO_DOERS = ("er", "or", "ist", "man", "woman", "ian"), cues("together_no_doers")
FIRMS = frozenset(
    {
        "company", "firm", "maker", "manufacturer", "airline", "operator", "club", "carmaker", "retailer", "contractor",
        "supplier", "builder", "developer", "insurer", "lender", "utility", "brewery", "shipyard", "publisher",
        "producer", "distributor", "group",
    }
)  # fmt: skip
BODY = re.compile(r"(?:But |And |Yet )?[Tt]he ([a-z-]+)(?: ([a-z-]+))? [a-z]+")
NAMED_BODY = re.compile(
    r"(?:But |And |Yet )?[Tt]he ([a-z-]+), ([A-Z][\w&'-]*(?: [A-Z][\w&'-]*){0,3})(?:, which [^,]{3,60})?, [a-z]"
)
BEFORE = re.compile(
    r"\b([A-Z][\w'-]+(?: [A-Z][\w'-]+)+)"  # Ana Ruiz, perhaps with ", its chair,"
    r"(?:, (?:the |its |his |her |an? )?[a-z][\w' -]{2,50})?,? $"
)
ALONE = re.compile(r"\W*([A-Z][\w&'-]+) ")
RUN = re.compile(r"[A-Z][\w.&'-]*(?: and)? [A-Z][\w&'-]*(?: [A-Z][\w&'-]*){0,3}")
LED = re.compile(r" ([A-Z][\w'-]+(?: [A-Z][\w'-]+){0,4})")
JOINTS = PARTICLES | {"of", "for", "and", "the", "&", "on", "in"}
PLACED = frozenset({"club", "city", "county", "town"})  # words of offices, "city mayor", that are no office themselves
# Whoever is told something, or a pronoun, does not name who speaks: '"No," she told Eva Lund'.
HEARD = re.compile(r"\b(?:he|she|they|I|we)\b|\b(?:told|tells|asked|asks|reminded|assured) [A-Z]", re.ASCII)
TOLD = re.compile(r"\b(?:said|says|told|tells|added|adds|asked|recalled|explained|warned|insisted)\b")
ASKING = frozenset({"ask", "press", "question", "contact", "reach", "quiz"})


def subject(page: Page, verb: Token) -> Token | None:
    """The subject of a verb; not the label of the line before a colon, which the parser takes for another one."""
    told = [*verb.of("nsubj")]
    if len(told) > 1 and ":" in page.folded[told[0].end : told[-1].start] and told[-1].end < verb.start:
        return told[-1]
    if told:
        return told[0] if told[0].is_noun else next((one for one in told if one.is_noun), told[0])
    aside = next((one for one in verb.of("parataxis", "advcl") if one.index < verb.index and one.lemma in ASKING), None)
    return aside.first("nsubj") if aside is not None else None  # "Ms Lind, asked about it, said"


def behind_office(page: Page, place: int) -> str | None:
    """The person whose post and club stand before the name: "said Norport coach Ana Ruiz"."""
    hit = POSTED.match(page.folded, place)
    if hit is None or singular(hit["post"]) not in office_words() | words()["nouns.persons"]:
        return None
    name = page.story.expand(hit["name"])
    return name if looks_personal(name) else None


def behind_sort(page: Page, start: int, end: int) -> str | None:
    """The name behind the word for what it names: "grid operator Norgrid", "insurer Alba"."""
    hit = SORTED.fullmatch(page.folded, start, end)
    return page.story.name_at(hit.start(1)) if hit else None


def beside_verb(page: Page, who: Token, verb: Token) -> str | None:
    """The person whose office stands before the name: "founder and chief executive Mara Lind told"."""
    if who.is_name or who.lemma not in office_words() or who.end >= verb.start:
        return None
    return named_between(page, who, verb)


def named_between(page: Page, who: Token, verb: Token) -> str | None:
    """The person who is named between a noun and its verb."""
    between = page.folded[who.end : verb.start]
    names = (page.story.name_at(who.end + at) for at, char in enumerate(between[:120]) if char.isupper())
    return next((name for name in names if name and looks_personal(name)), None)


def right_before(page: Page, verb: Token) -> str | None:
    """The person named right before a verb whose subject the parser missed: "a dealer, Ana Ruiz, thinks"."""
    hit = BEFORE.search(page.folded, max(0, verb.start - REACH), verb.start)
    name = page.story.name_at(hit.start(1)) if hit else None
    if name is None and verb.lemma == "say":  # "Norhaven says": the parser takes a name for an adverb
        start = page.sentences[page.number_of(verb.start)].start
        alone = ALONE.fullmatch(page.folded, start, verb.start)
        return page.story.expand(alone[1]) if alone and alone[1] in page.story.names else None
    return name if name and looks_personal(name) else None


def body_at(page: Page, who: Token) -> str | None:
    """The body or person whose name goes on behind a word: "Securities and Exchange Commission", "Minister Ruiz"."""
    if not who.text[:1].isupper():
        return None
    if (who.lemma in office_words() or who.low in head_words()) and page.folded[who.end : who.end + 1] == " ":
        led = LED.match(page.folded, who.end)
        places = [led.start(1), *(at for at in range(*led.span(1)) if page.folded[at - 1] == " ")] if led else []
        names = (page.story.name_at(at) for at in places)
        return next((name for name in names if name and looks_personal(name)), None)
    run = RUN.match(page.folded, who.start)
    last = run.group().split()[-1].lower() if run else ""
    return page.story.expand(run.group()) if run and last in words()["nouns.bodies"] else None


def is_owner(token: Token) -> bool:
    """Whether a word beside a paper says whose it is."""
    if token.dep == "nmod":
        return token.word("case") in ("by", "from") or (token.word("case") == "of" and token.is_name)
    return token.dep == "nmod:poss" or token.is_name or token.lemma in words()["nouns.bodies"]


def office_holder(page: Page, who: Token) -> str | None:
    """The person whose office is named: "chief executive Mara Lind", "the chair"."""
    if (who.is_name and who.low not in office_words()) or who.lemma in words()["nouns.bodies"] or who.lemma in PLACED:
        return None  # "the club, whose chairman is Ana Ruiz"
    names = (page.story.name_at(one.start) for one in who.subtree() if one.is_name)
    person = next((name for name in names if name and looks_personal(name)), None)
    return person if person and who.lemma in office_words() else page.holder(flat_name(who, page.folded))


def untraded(name: str) -> str:
    """A name without the trade before it: "grid operator Norwind", "Rail operator NRC"; "Bank of Norwind" is whole."""
    tokens = name.split()
    small = [at for at, token in enumerate(tokens[:-1]) if token.islower() and token not in JOINTS]
    return " ".join(tokens[small[-1] + 1 :]) if small and tokens[-1][:1].isupper() else name


def opens_with(page: Page, number: int) -> str | None:
    """The body that a sentence without a tree begins with: "The company disputes this."."""
    start = page.sentences[number].start
    if (named := NAMED_BODY.match(page.folded, start)) and named[1] in FIRMS:
        return page.story.expand(named[2])
    hit = BODY.match(page.folded, start)
    known = words()["speech.voices"] | words()["nouns.bodies"] | FIRMS
    name = page.story.name_at(start) or page.story.name_at(start + len("The "))
    if hit is None and name and words_of(name) & known and not looks_personal(name):
        return name  # "The Chamber of Commerce called that an insult."
    noun = next((one for one in (hit[2], hit[1]) if one and one in known), None) if hit else None
    name = page.story.meant(noun) if noun else None
    return noun if name is None or looks_personal(name) else name


def addressed(page: Page, number: int) -> str | None:
    """Whom "you" means in a talk: the one who speaks next, or else spoke before."""
    if not page.turns:
        return None
    here = max((at for at in page.turns if at <= number), default=None)
    asker = page.turns[here].who if here is not None else None
    after = (one.who for at, one in sorted(page.turns.items()) if at > number and one.who != asker)
    before = (one.who for at, one in sorted(page.turns.items(), reverse=True) if at < number and one.who != asker)
    who = next(after, None) or next(before, None)
    return page.story.expand(who) if who and len(who) > 1 else None


def brought_in(page: Page, who: Token) -> Token | None:
    """Whom the same sentence brings in without a name: "we had a dealer look at it, and he said"."""
    tree = page.trees[page.number_of(who.start)]
    before = [one for one in tree.tokens if one.end <= who.start] if tree else []
    if any(one.is_name and looks_personal(page.story.name_at(one.start) or "") for one in before):
        return None
    found = (one for one in reversed(before) if one.tag == "NN" and is_doer(one))
    one = next((one for one in found if one.word("det") in ("a", "an")), None)
    return one if one is not None and one.dep not in ("nmod", "compound", "appos") else None


def named_by_quote(page: Page, number: int, pronoun: str) -> str | None:
    """The person named alone behind the quotation with which the sentence before closes: '"No," said Ana Ruiz, the
    mayor. She said'."""
    if not number:
        return None
    before, here = page.sentences[number - 1], page.sentences[number]
    mark = page.folded.rfind('"', before.start, before.end)
    if mark < 0 or before.block is not here.block or not TOLD.search(page.folded, mark, before.end):
        return None
    if HEARD.search(page.folded, mark, before.end):
        return None
    hers = page.story.women
    near = {name for place, name in page.story.people if mark < place < before.end}
    near = near or {role.person for role in page.roles[number - 1] if role.person in page.folded[mark : before.end]}
    one = next(iter(near)) if len(near) == 1 else None
    return one if one and looks_personal(one) and hers.get(one, pronoun == "she") == (pronoun == "she") else None


def is_doer(token: Token) -> bool:
    """Whether a noun stands for a person, by the list or by its ending."""
    if token.lemma in words()["nouns.persons"]:
        return True
    return len(token.low) > 5 and token.low.endswith(DOERS) and token.low not in NO_DOERS


def takes_turns(page: Page, name: str) -> bool:
    """Whether somebody speaks in a talk himself: whoever says "he" there means another."""
    last = name.split()[-1].lower()
    return last in words()["speech.hosts"] or any(turn.who.split()[-1].lower() == last for turn in page.turns.values())
