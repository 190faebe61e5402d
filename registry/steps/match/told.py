"""How two claims are told: the words around them, one document or two, status and direction.

A newcomer's mistake: forgetting that one document seldom gives one figure twice.
"""

from __future__ import annotations

from rapidfuzz import fuzz

from registry.steps import values
from registry.steps.match.about import one_thing
from registry.steps.match.entities import Same, compare
from registry.steps.match.profile import Profile
from registry.steps.match.saying import SILENT, Said
from registry.steps.match.words import stem, stems

SHORT = 24
FRAMED = 0.7
FEW = 3
BESIDE = 0.25
BREAK = 3
BEHIND = 250
VAGUE = 0.25
SCALES = frozenset(stems("hundred thousand million billion trillion dozen half and"))


_SMALL = "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
SMALL = {stem(word): str(number) for number, word in enumerate(_SMALL.split(), 2)}


def context_words(left: Profile, right: Profile) -> Said:
    """The words around the figures are alike."""
    one = (left.context or left.sentence) - left.figures
    two = (right.context or right.sentence) - right.figures
    if not one or not two:
        return SILENT
    return Said(len(one & two) / min(len(one), len(two)), "the sentences around them are alike")


def near_words(left: Profile, right: Profile) -> Said:
    """The same words stand close to both figures."""
    one, two = dict(left.near.words), dict(right.near.words)
    every = set(one) | set(two)
    if not one or not two:
        return SILENT
    shared = sum(min(one.get(word, 0.0), two.get(word, 0.0)) for word in every)
    whole = min(own_weight(left), own_weight(right))
    return Said(min(1.0, shared / whole), "the words next to both figures are alike")


def own_weight(seen: Profile) -> float:
    """How much stands close to a figure, but for the question before it: what that adds speaks for a pair only."""
    own = sum(weight for word, weight in seen.near.words if word not in seen.asked)
    return own or sum(weight for _, weight in seen.near.words)


def one_document(left: Profile, right: Profile) -> Said:
    """One document states both, and they are apart: it usually speaks of two things."""
    if left.document != right.document or values.compare(left.value, right.value).meets:
        return SILENT
    return Said(1.0, "one document states both")


def one_sentence(left: Profile, right: Profile) -> Said:
    """One sentence states both, and nobody else is quoted with the other."""
    if left.document != right.document or left.sentence_start != right.sentence_start:
        return SILENT
    if values.compare(left.value, right.value).meets or (
        left.speaker and right.speaker and left.speaker != right.speaker
    ):
        return SILENT
    return Said(1.0, "one sentence states both")


def other_status(left: Profile, right: Profile) -> Said:
    """One is planned, denied, supposed or withdrawn."""
    return Said(1.0, f"one is {left.status}, the other {right.status}") if left.status != right.status else SILENT


def two_voices(left: Profile, right: Profile) -> Said:
    """Two sources are quoted, each with a figure of its own."""
    if not left.speaker or not right.speaker or compare(left.speaker, right.speaker) is Same.YES:
        return SILENT
    of_one = of_one_thing(left, right) and not elsewhere(left, right)
    return Said(1.0 if of_one else VAGUE, f"“{left.speaker}” and “{right.speaker}” each give a figure")


def in_one_breath(left: Profile, right: Profile) -> Said:
    """One sentence sets two sources against each other: "police counted 900, the organisers 4,000"."""
    if left.document != right.document or left.sentence_start != right.sentence_start:
        return SILENT
    if two_voices(left, right).value < 1 or left.near.per != right.near.per:
        return SILENT
    if values.compare(left.value, right.value).meets:
        return SILENT
    return Said(1.0, f"one sentence sets “{right.speaker}” against “{left.speaker}”")


def elsewhere(left: Profile, right: Profile) -> bool:
    """Whether one document gives one of the figures for a place, and the other for another or for none."""
    return left.document == right.document and left.place != right.place


def of_one_thing(left: Profile, right: Profile) -> bool:
    """Whether the same is counted or measured, or one is told right behind the other without a word for it."""
    if one_thing(left, right):
        return True
    bare = not left.core or not right.core
    return bare and left.document == right.document and abs(left.sentence_start - right.sentence_start) <= BEHIND


def one_voice(left: Profile, right: Profile) -> Said:
    """One source is quoted with two figures: it usually speaks of two things."""
    if not left.speaker or not right.speaker or compare(left.speaker, right.speaker) is not Same.YES:
        return SILENT
    if values.compare(left.value, right.value).meets:
        return SILENT
    return Said(1.0, f"{left.speaker} is quoted with both")


def same_frame(left: Profile, right: Profile) -> Said:
    """The sentences are the same but for the figure: one is an edited copy of the other."""
    one, two = left.frame, right.frame
    if min(sum(map(len, one)), sum(map(len, two))) < SHORT or parallel(left, right):
        return SILENT
    sides = [fuzz.ratio(mine, other) / 100 for mine, other in zip(one, two, strict=True) if mine or other]
    likeness = max(0.0, (min(sides) - FRAMED) / (1 - FRAMED))
    return Said(likeness, "the sentences are the same but for the figure") if likeness else SILENT


def parallel(left: Profile, right: Profile) -> bool:
    """Whether two sentences say the same of two things: each has a word, or other figures, that the other has not."""
    one, two = left.sentence - left.figures, right.sentence - right.figures
    swapped = bool(one - two) and bool(two - one)
    return swapped or bool(other_numbers(left, right).value) or left.near.days != right.near.days


def other_numbers(left: Profile, right: Profile) -> Said:
    """Both sentences have other figures besides, and share none."""
    one, two = left.numbers, right.numbers
    if not one or not two or one & two:
        return SILENT
    apart = left.dimension not in ("date", "clock") and not values.compare(left.value, right.value).meets
    if apart and also_told(left) & also_told(right):
        return SILENT
    return Said(1.0, "the other figures in their sentences differ")


def also_told(seen: Profile) -> frozenset[str]:
    """The other figures of a sentence, small ones in words too: "nine ships on six routes"."""
    words = (SMALL.get(word, "") for word in seen.sentence - seen.figures)
    return frozenset(number.replace(",", "") for number in (*seen.numbers, *words) if number)


def covered_words(left: Profile, right: Profile) -> Said:
    """Most words of the shorter sentence stand in the longer one."""
    one, two = left.sentence - left.figures, right.sentence - right.figures
    if min(len(one), len(two)) < FEW:
        return SILENT
    sizes = [len(words - seen.asked) for words, seen in ((one, left), (two, right))]
    least = max(FEW, min(sizes))
    return Said(min(1.0, len(one & two) / least), "most words of one sentence stand in the other")


def no_event(left: Profile, right: Profile) -> Said:
    """Nothing says that two days are of one event."""
    if left.dimension not in ("date", "clock") or values.compare(left.value, right.value).meets:
        return SILENT
    if left.core & right.core or same_frame(left, right).value:
        return SILENT
    one, two = ({word for word, weight in seen.near.words if weight >= BESIDE} for seen in (left, right))
    return SILENT if one & two else Said(1.0, "nothing shows that both dates are of one event")


def other_teller(left: Profile, right: Profile) -> Said:
    """The sentence right behind one figure only says who gives another one."""
    first, then = (left, right) if left.sentence_start <= right.sentence_start else (right, left)
    gap = then.sentence_start - first.sentence_end
    if left.document != right.document or not 0 <= gap <= BREAK or not then.elliptic:
        return SILENT
    if values.compare(left.value, right.value).meets or then.near.per != first.near.per:
        return SILENT
    if then.place and elsewhere(left, right):
        return SILENT
    if answers_last(first):
        return SILENT
    return Said(1.0, "the next sentence gives somebody else's figure")


def answers_last(seen: Profile) -> bool:
    """Whether another figure of its unit stands behind it in its sentence: an answer is to that one ("94 cents reach
    them, six cents go on administration. A critic speaks of 11 cents")."""
    units = {word for word in seen.figures if word.isalpha()} - SCALES
    return bool(units & set(stems(seen.frame[1])))
