"""Whose or what of: the possessor, the phrase after "of" or "in", the grammatical subject, the topic.

A newcomer's mistake: leaving "the court" as it stands. What it stands for is the document's business (see `resolve`).
"""

from __future__ import annotations

from registry.model.assertion import Kind
from registry.model.span import BlockKind
from registry.steps.assemble.attribute.works import titled
from registry.steps.assemble.dating.behaviour import happens
from registry.steps.assemble.gapping import beyond, gapped
from registry.steps.assemble.reference import is_thing, named
from registry.steps.assemble.spot import Attribute, Spot, subject_of, verb_of
from registry.steps.assemble.subject.beside import aged, backed, bracketed, fronted, labelled, listed, opening
from registry.steps.assemble.subject.instances import instance
from registry.steps.assemble.subject.ranked import ranked
from registry.steps.assemble.subject.respective import respective
from registry.steps.parse.tree import Token
from registry.steps.resolve import DULL, Story, looks_personal
from registry.steps.resolve.names import flat_name, singular
from registry.steps.resolve.words import words

ADDRESSING = frozenset({"tell", "inform", "assure", "remind"})
PLACED = ("in", "at", "on", "across", "for", "to", "from", "by")
BLANK = DULL | {"year", "quarter", "month", "day", "week", "half", "average", "total", "end", "time", "number"}
PENAL = frozenset({"convicted person", "acquitted person"})
JOBS = ("job", "post", "position", "payroll")
HIRING = frozenset({"add", "shed", "lose", "gain", "create", "cut", "lead"})
EMPLOYERS = frozenset(
    {
        "economy",
        "employers",
        "companies",
        "firms",
        "businesses",
        "company",
        "firm",
        "country",
        "nation",
        "group",
        "plan",
        "government",
        "state",
        "market",
        "employer",
        "maker",
        "project",
        "plant",
        "factory",
        "deal",
        "bank",
        "chain",
        "merger",
    }
)
TELLING = words()["speech.verbs"] | words()["speech.settings"]
RULING = words()["speech.ruling"] | words()["speech.judging"] | words()["speech.probing"]
SUBJECTS = ("nsubj", "nsubj:pass")
SELVES = frozenset({"states parties", "states", "parties", "member states", "members"})


def subject(spot: Spot, found: Attribute | None) -> str | None:
    """Whose or what of the mention is; the document's topic where the sentence gives none."""
    anchor, name, story = found.anchor if found else None, found.name if found else "", spot.page.story
    if (other := instance(spot) or work(spot, found)) is not None:
        return other
    told = stated(spot, anchor, name) if (trade := sector(spot, name)) is None else trade
    if story.accused and (not told or is_court(told, name, story)) and (tried := in_court(spot, name)):
        return tried
    if name == "turnout" and not story.event:
        return told if told and is_event(told) else story.home
    if story.event and happens(name, story.event) and not (told and is_sum(spot)):
        return told if told and is_event(told) else story.event
    if told:
        return organisation(told, story) if name.startswith(("state party", "member ")) else told
    if story.brief and not story.event:
        plain = next(
            (token for token in candidates(spot, anchor) if token.low not in BLANK and is_plain(spot, token)), None
        )
        if plain is not None and plain is not anchor:
            return flat_name(plain, spot.page.folded) or story.about
    structured = spot.sentence.block.kind in (BlockKind.ITEM, BlockKind.ROW) or spot.tree is None
    return (story.section(spot.mention.start) if structured else None) or story.about


def work(spot: Spot, found: Attribute | None) -> str | None:
    """The film or the book whose year it is, where its name follows."""
    return titled(spot.page, spot.number, spot.mention) if found and found.how == "work" else None


def sector(spot: Spot, name: str) -> str | None:
    """The trade that wins or loses jobs, where a common noun names it: "manufacturing added 28,000 jobs"."""
    if not name.endswith(JOBS) or spot.tree is None:
        return None
    verb = verb_of(spot.node)
    who = verb.first("nsubj") if verb is not None and verb.lemma in HIRING else None
    if who is None or not who.is_noun or who.is_name or who.low in EMPLOYERS or spot.page.story.name_at(who.start):
        return None
    return flat_name(who, spot.page.folded).lower() or None


def is_court(told: str, name: str, story: Story) -> bool:
    """Whether a penalty's clause names the court, the prosecution or the place of a deed, and not who is tried."""
    bodies = words()["nouns.generic"] | words()["nouns.proceedings"] | words()["speech.rulers"]
    other = told in story.placed or bool({singular(word) for word in told.lower().split()} & bodies)
    return other and name.split()[-1:] != [] and name.split()[-1] in words()["nouns.penalties"]


def in_court(spot: Spot, name: str) -> str | None:
    """Whom a sentence or a charge is for, in a text about a trial: the accused named last; or the trial itself."""
    story, last = spot.page.story, name.split()[-1] if name else ""
    if last in words()["nouns.penalties"] or name in PENAL:
        before = [who for place, who in story.people if place < spot.mention.start and who in story.accused]
        return before[-1] if before else next(iter(story.accused)) if len(story.accused) == 1 else None
    about = story.topic
    if about and not story.event and set(name.split()) & words()["nouns.proceedings"]:
        return f"{about.split()[-1] if looks_personal(about) else about} trial"
    return None


def is_plain(spot: Spot, token: Token) -> bool:
    """Whether a token is a noun, and no person who only passes by."""
    who = spot.page.story.name_at(token.start) if token.is_noun else None
    tells = token.dep == "nsubj" and token.head.lemma in words()["speech.orders"]
    return token.is_noun and not tells and not (who is not None and looks_personal(who) and passes(spot, token, who))


def stated(spot: Spot, anchor: Token | None, name: str) -> str | None:
    """The name that the label or the sentence gives."""
    told = (
        respective(spot)
        or gapped(spot)
        or labelled(spot)
        or bracketed(spot)
        or backed(spot)
        or aged(spot)
        or ranked(spot)
        or listed(spot)
    )
    if told:
        return told
    story = spot.page.story
    for token in candidates(spot, anchor):
        who = named(spot, token)
        if who and who.lower() not in SELVES and not (looks_personal(who) and passes(spot, token, who)):
            return whole(who, story) if token.dep == "nsubj" and token is not anchor else who
    return fronted(spot) or opening(spot)


def whole(who: str, story: Story) -> str:
    """What of a place a text is about, where the place itself only acts: "Norland raises" the Norland minimum wage."""
    about = story.about or ""
    acts = who in story.placed and not looks_personal(who)
    return about if acts and set(who.lower().split()) < set(about.lower().split()) else who


def passes(spot: Spot, token: Token, who: str) -> bool:
    """Whether a person only tells, promises or orders what the figure is about."""
    if who == spot.page.story.topic or token.dep == "nmod:poss":
        return False
    if spot.node is not None and any(one is token for one in spot.node.ancestors()):
        return False  # "says Tom Hale, who has worked there for 19 years"
    return token.is_root or (token.dep == "nsubj" and token.head.lemma in words()["speech.orders"])


def is_sum(spot: Spot) -> bool:
    """Whether a figure is of money: what somebody paid or lost is not the event's."""
    return spot.is_money


def is_event(name: str) -> bool:
    """Whether a name is that of an event."""
    return bool(set(name.lower().split()) & (words()["nouns.event"] | words()["nouns.disaster"]))


def organisation(name: str, story: Story) -> str:
    """The organisation that a treaty set up, where the document is about it."""
    treaty = name.lower().split()[-1] in words()["nouns.treaties"]
    body = story.topic and set(story.topic.lower().split()) & words()["nouns.generic"]
    return story.topic if treaty and body and story.topic else name


def candidates(spot: Spot, anchor: Token | None) -> list[Token]:
    """The tokens that could name the subject, the likeliest first."""
    if anchor is not None and not spot.sentence.start <= anchor.start < spot.sentence.end:
        anchor = None
    at = anchor or spot.node
    verb = verb_of(at)
    person = spot.page.story.name_at(anchor.start) if anchor is not None and anchor.is_name else None
    found = [anchor] if anchor is not None and is_own(spot, anchor, person) else []
    found += owners(anchor) + about(spot, anchor, verb)
    if at is not None and at.dep in ("nmod", "appos") and at.head.is_name:
        found.append(at.head)
    found += outer(spot, verb)
    return [token for token in found if not beyond(spot, token) and (token is anchor or not figured(spot, token))]


def figured(spot: Spot, token: Token) -> bool:
    """Whether a token belongs to a figure, this one or another of the sentence: "8 percent", "9 million pounds"."""
    return spot.holds(token) or any(
        one.kind is not Kind.DATE and one.start <= token.start < one.end for one in spot.page.mentions[spot.number][:60]
    )


def outer(spot: Spot, verb: Token | None) -> list[Token]:
    """The subjects of the clauses around a clause, as far as they tell nothing and rule on nothing."""
    path = [verb, *verb.ancestors()] if verb is not None else []
    other = next((at for at, one in enumerate(path) if one.dep == "acl:relcl" and one.head.dep not in SUBJECTS), None)
    above = [one for one in path[1 : None if other is None else other + 1] if one.is_verb]
    found = [(one, who) for one in above if one.lemma not in TELLING and (who := subject_of(one)) is not None]
    return [who for one, who in found if not is_ruling(spot, one, who)]


def is_own(spot: Spot, anchor: Token, person: str | None) -> bool:
    """Whether the noun of an attribute is what the figure is about: "Norwind rose 3%", "the pier is 61 m long"."""
    if anchor.tag == "PRP":
        return True
    if spot.mention.kind is Kind.DATE:
        return looks_personal(person or "") or (anchor.dep.startswith("nsubj") and is_thing(anchor))
    known = spot.page.story.name_at(anchor.start) if anchor.text[:1].isupper() else None
    return anchor.dep.startswith("nsubj") and (anchor.is_name or known in spot.page.story.names or is_thing(anchor))


def is_ruling(spot: Spot, verb: Token, head: Token) -> bool:
    """Whether a body rules on, clears or examines what the figure is about: "the tribunal has cleared Norwind"."""
    if verb.lemma not in RULING:
        return False
    probes = verb.lemma in words()["speech.probing"]
    if not (head.is_noun or (probes and head.tag == "PRP")) or not verb.of("obj", "ccomp", "xcomp", "obl"):
        return False
    name = spot.page.story.name_at(head.start) or (named(spot, head) if head.tag == "PRP" else None) or head.text
    sort = {singular(word) for word in name.lower().split()} | {singular(head.low)}
    about = {singular(word) for word in (spot.page.story.about or "").lower().split()}
    rulers = words()["speech.rulers"] | (words()["speech.probers"] if probes else frozenset())
    return bool(sort & rulers) and not set(name.lower().split()) & about


def owners(anchor: Token | None) -> list[Token]:
    """Whose the noun of an attribute is: "Norwind's sales", "the mayor of Bergen"."""
    if anchor is None:
        return []
    of = [child for child in anchor.of("nmod") if child.word("case") == "of"]
    return [*anchor.of("nmod:poss"), *of, *(child for child in anchor.of("compound", "nmod:desc") if child.is_name)]


def fined(spot: Spot, verb: Token) -> list[Token]:
    """The name right behind a verb, whose figure stands behind it: "fined Norwind Gas 4 million pounds"."""
    after = [one for one in spot.tree.tokens if one.index == verb.index + 1] if spot.tree else []
    return [one for one in after if one.text[:1].isupper() and spot.page.story.name_at(one.start)]


def about(spot: Spot, anchor: Token | None, verb: Token | None) -> list[Token]:
    """Whom the clause is about: whom courts judge, its subject, the place of the noun, the object of what is said."""
    head, lemma = subject_of(verb), verb.lemma if verb is not None else ""
    speaks = lemma in TELLING
    judged = (
        [*fined(spot, verb), *verb.of("obj", "iobj")] if verb is not None and lemma in words()["speech.judging"] else []
    )
    found = [child for child in judged if child is not anchor]
    rules = head is not None and verb is not None and is_ruling(spot, verb, head)
    found += [head] if head is not None and head is not anchor and not speaks and not rules else []
    found += [child for child in anchor.of("nmod") if child.word("case") in PLACED] if anchor is not None else []
    if speaks and verb is not None:
        told = ("nsubj:pass",) if lemma in ADDRESSING else ("obj", "nsubj:pass")
        found += [child for child in verb.of(*told) if child is not anchor]
    if verb is not None and head is not None and head is anchor:
        story = spot.page.story
        places = [one for one in verb.of("obl", "obj") if one.word("case") in ("in", "at", "on", "")]
        found += [one for one in places if one.is_name or (one.is_noun and story.name_at(one.start))]
    return found
