"""Mentions and trees -> claims: what is said of whom, for when, by whom, and whether it is so.

    attribute/    what a figure counts or measures      subject/   whose or what of, and for when, where, for whom
    dating/       on which day it holds                 status/    actual, planned, denied, supposed, taken back
    attribution/  who says so                           roles/     offices and public acts
    spot          a mention in its sentence             rows       figures in tables
    reference     what "it" and "the bank" stand for    abroad     nouns of French, German and Spanish
    worth         how much it deserves a check          making     an assertion with its words as a claim
    markers       mentions that make no claim            naming    figures of names and titles
    advice        figures of instructions                questions  what is asked right before a sentence

A newcomer's mistake: one rule that knows it all. Each file answers one question about a `Spot`, a mention in its tree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from registry.model.assertion import Assertion, Claim, Kind, Mention, Scope, Status
from registry.model.document import Source
from registry.model.span import BlockKind, Sentence
from registry.model.term import Term
from registry.steps.assemble import abroad
from registry.steps.assemble.advice import advises
from registry.steps.assemble.attribute import bare, contrast, recall, sums
from registry.steps.assemble.attribute.answers import answered
from registry.steps.assemble.attribute.crowds import crowd
from registry.steps.assemble.attribute.labels import bracketed
from registry.steps.assemble.attribute.lending import is_own_unit
from registry.steps.assemble.attribute.mentioned import mentioned
from registry.steps.assemble.attribute.moments import moment
from registry.steps.assemble.attribute.nouns import size_of
from registry.steps.assemble.attribute.rules import attribute
from registry.steps.assemble.attribution import voices_abroad
from registry.steps.assemble.attribution.rules import quotes, speaker
from registry.steps.assemble.dating.behaviour import behaviour
from registry.steps.assemble.dating.previous import is_previous
from registry.steps.assemble.dating.reckoning import reckons
from registry.steps.assemble.episodes import episode
from registry.steps.assemble.facts import acts, offices, reasons
from registry.steps.assemble.making import claim_at, context, head_of, page_topic
from registry.steps.assemble.markers import credits, is_marker
from registry.steps.assemble.naming import is_named
from registry.steps.assemble.questions import question
from registry.steps.assemble.reference import taken_up
from registry.steps.assemble.roles.roles import roles
from registry.steps.assemble.rows import Cell, cell
from registry.steps.assemble.signs import sized, with_signs
from registry.steps.assemble.spot import Attribute, Page, Spot, spot, verb_of
from registry.steps.assemble.status import likely
from registry.steps.assemble.status.again import is_open, mentioned_again
from registry.steps.assemble.status.rules import status
from registry.steps.assemble.subject.rules import subject
from registry.steps.assemble.subject.scope import scope
from registry.steps.fold import fold
from registry.steps.parse.tree import Token, Tree
from registry.steps.resolve import Story, read_story
from registry.steps.resolve.foreign import table_of
from registry.steps.resolve.names import term
from registry.steps.resolve.words import words
from registry.steps.segment.talks import spoken, turns

CROWD = 300
OTHERS = frozenset({"predecessor", "successor", "forerunner", "precursor"})  # "it" behind them is not the topic
LIKE, SIZES = 3, 12
CURRENCY = 3  # letters of its code
BARE = re.compile(r"\s*(?:[.,;)]|$|(?:an?|the|in)\s)")


def assemble(
    text: str,
    source: Source,
    sentences: Sequence[Sentence],
    mentions: Sequence[Sequence[Mention]],
    trees: Sequence[Tree | None],
    *,
    language: str | None = None,
    story: Story | None = None,
) -> list[Claim]:
    """The claims of a document, in reading order; a sentence that was not parsed has no tree.

    `story` is what the document is about, where that is settled already.
    """
    folded = fold(text)
    known = table_of(language or source.language)
    story = story or read_story(folded, source, sentences, trees, known)
    page = Page(text, folded, source, story, sentences, mentions, trees, abroad=known)
    page.turns = turns(folded, sentences)
    code = page.abroad.code if page.abroad else None
    ranked = {number for number, turn in page.turns.items() if turn.ranked}
    shown = [sentences[at] if at in ranked else part for at, part in enumerate(spoken(folded, sentences))]
    page.roles = [[*roles(folded, sentence, page.story, code)] for sentence in shown]
    for held in page.roles:
        for role in held:
            page.holders.setdefault(role.office, set()).add(role.person)
    voices = quotes(page)
    found = [claim for number in range(len(sentences)) for claim in claims_of(page, number, voices[number])]
    found = with_signs(found, sentences)
    return likely.weighed(mentioned_again(found, page.unsaid), page.weighed)


def claims_of(page: Page, number: int, voice: str | None) -> list[Claim]:
    """The claims of one sentence, in order."""
    if page.sentences[number].block.kind is BlockKind.FURNITURE:
        return []
    note_centre(page, number)
    found = [
        *figures(page, number, voice),
        *offices(page, number),
        *acts(page, number, voice),
        *reasons(page, number, voice),
    ]
    return sorted(found, key=lambda claim: (claim.span.start, claim.span.end))


def note_centre(page: Page, number: int) -> None:
    """Keep what the sentence before was about, for "it" and "its" in this one."""
    tree = page.trees[number - 1] if number else None
    root = tree.root if tree else None
    who = root.first("nsubj", "nsubj:pass") if root is not None else None
    if who is None or root is None or who.tag.startswith(("PRP", "DT", "W", "EX")):
        return
    here = Spot(page, number - 1, Mention(who.start, who.end, Kind.EVENT, Term("", "")), who)
    tells = root.lemma in words()["speech.verbs"]
    name = who.low if who.lemma in OTHERS else None if tells else taken_up(here, who, who)
    page.centre = (number - 1, name) if name else page.centre


def figures(page: Page, number: int, voice: str | None) -> Iterator[Claim]:
    """The claims of the values in a sentence."""
    known: dict[str, Attribute] = {}
    for mention in page.mentions[number][:CROWD]:
        if is_marker(page, number, mention):
            continue
        place = spot(page, number, mention)
        if credits(place) or reckons(place) or is_named(place) or advises(place):
            continue
        table = cell(place)
        if table is None and (full := filled(place)):
            mention, place = full, Spot(page, number, full, place.node)
        found = carried(place, known) if mention.kind is Kind.DATE or table is None or not table.attribute else None
        if (found is None or not found.name) and table and table.attribute:
            found = bracketed(place) or Attribute(table.attribute)
        bare.remember(place, found)
        if is_open(place):
            page.unsaid.add((mention.start, mention.end))
        yield claim_of(place, mention.start, mention.end, assertion(place, voice, table, found), mention.trace)


def filled(place: Spot) -> Mention | None:
    """A figure without noun and unit as what it stands for, in English."""
    bare_one = bare.is_bare(place) or sums.is_scaled(place.mention)
    return None if place.page.abroad else bare.filled(place, attribute(place) if bare_one else None)


def carried(place: Spot, known: dict[str, Attribute]) -> Attribute | None:
    """The attribute of a mention; a restatement, or a figure that names none, has that of the like figure before it."""
    if place.mention.kind is Kind.DATE:
        return moment(place) if place.page.abroad is None else abroad.dated(place)
    if place.page.abroad:
        return abroad.attribute(place, place.page.abroad)
    group = group_of(place)
    if "conversion" in place.mention.notes:
        found = known.get("")
    elif group in known and BARE.match(place.after()) and is_previous(place):
        found = alike(place, group) or known[group]
    else:
        found = contrast.lent(place) or attribute(place)
        found = None if found is not None and is_own_unit(place, found) else found
        found = answered(place, found) or found
    if found is None or (found.how == "unit" and found.name != "magnitude"):
        lent = known.get(group) or recall.lately(place, group) or recall.repeated(place)
        found = found if lent is not None and lent.name == "age" else lent or found
    elif found.how == "ellipsis":
        found = recall.repeated(place) or found
    found = crowd(place, found) or found or recall.counted(place) or mentioned(place)
    if found is not None and not recall.is_room(place, found):
        known[""] = known[group] = found
        place.page.sizes = [*place.page.sizes[-SIZES:], (place.number, group, size_of(place.mention), found)]
        recall.keep(place, group, found)
    return found


def group_of(place: Spot) -> str:
    """The sort of a figure, for what lends its attribute to the next one: "€60-80 million" and "€120 million" are
    money."""
    kind, unit = place.mention.kind, place.unit
    if kind is Kind.RANGE and len(unit) == CURRENCY and unit.isupper():
        kind = Kind.MONEY
    return words().dimension.get(unit, kind.value if unit != "count" else "count")


def alike(place: Spot, group: str) -> Attribute | None:
    """What the last figure of its sentence measured that is about as large: "income of $3bn, or $1.20 a share, up from
    $2bn"."""
    size = size_of(place.mention)
    own = (one for one in reversed(place.page.sizes) if one[0] == place.number and one[1] == group)
    return next((found for _, _, told, found in own if told and 1 / LIKE <= size / told <= LIKE), None)


def assertion(place: Spot, voice: str | None, table: Cell | None, found: Attribute | None) -> Assertion:
    """What a mention asserts."""
    mention = place.mention
    name = found.name if found else ""
    state, behaves = status(place), behaviour(place, name)
    place.page.fates[place.unit] = (place.number, state)
    verb = verb_of(place.node)
    if state in likely.WEIGHED and place.page.abroad is None:
        traits = likely.traits(place, likely.Told(verb, name, behaves, state, voice is not None))
        place.page.weighed[mention.start, mention.end] = traits
    who = voice_of(place, voice) if table is None else table.speaker
    return Assertion(
        Kind.MEASURE if place.unit == "percentage point" else mention.kind,
        mention.value,
        subject=term(owner(place, table, found, who) or ""),
        attribute=term(name),
        head=head_of(name) if name and found and found.how != "frame" else None,
        verb=verb.lemma if verb is not None else None,
        scope=parted(scope(place, name, behaves, state, table.heading if table else ""), table),
        asserted_by=term(who or ""),
        status=state,
        direction=mention.direction,
        behaviour=behaves,
        context=context(place.tree),
        topic=page_topic(place.page),
        notes=(*mention.notes, *(["previous"] if is_previous(place) else []), *beyond(place)),
    )


def beyond(place: Spot) -> list[str]:
    """What other sentences say of a figure, as notes: which of several of a kind its paragraph opens with, and the
    question that it answers."""
    told = (("episode", episode(place)), ("asked", question(place)))
    return [f"{what} {words}" for what, words in told if words]


def parted(held: Scope, table: Cell | None) -> Scope:
    """A scope with the part that a row is about: "women", "no"."""
    if table is not None and table.place and not held.place:
        held = replace(held, place=table.place)
    if table is None or table.part is None:
        return held
    return replace(held, qualifiers=tuple(sorted({*held.qualifiers, table.part})))


def voice_of(place: Spot, voice: str | None) -> str | None:
    """Who says it."""
    known = place.page.abroad
    return speaker(place, voice) if known is None else voices_abroad.speaker(place, known) or voice


def owner(place: Spot, table: Cell | None, found: Attribute | None, who: str | None) -> str | None:
    """Whose or what of: the table's word, or the sentence's."""
    if table and table.subject:
        return place.page.story.expand(table.subject)
    if table:
        return place.page.story.section(place.mention.start) or place.page.story.about
    told = subject(place, found)
    return told if place.page.abroad is None else abroad.subject(place, told, who) or place.page.story.about


def claim_of(place: Spot, start: int, end: int, said: Assertion, trace: tuple[str, ...]) -> Claim:
    """The claim of a mention."""
    name = said.attribute.label if said.attribute else ""
    folded = place.page.folded
    value, steps = sized(said.value, name, folded[start:end].casefold(), folded[max(0, start - 5) : start])
    return claim_at(place.page, place.number, (start, end), replace(said, value=value), (*trace, *steps))


__all__ = ["Status", "Token", "assemble"]
