"""How two claims are told: the words around them, one document or two, status and direction.

A newcomer's mistake: forgetting that one document seldom gives one figure twice.
"""

from __future__ import annotations

from registry.steps import values
from registry.steps.match.profile import Profile
from registry.steps.match.saying import SILENT, Said


def context_words(left: Profile, right: Profile) -> Said:
    """The words around the figures are alike."""
    one = (left.context or left.sentence) - left.figures
    two = (right.context or right.sentence) - right.figures
    if not one or not two:
        return SILENT
    return Said(len(one & two) / min(len(one), len(two)), "the words around them are alike")


def sentence_words(left: Profile, right: Profile) -> Said:
    """The sentences are alike."""
    if not left.sentence or not right.sentence:
        return SILENT
    return Said(len(left.sentence & right.sentence) / len(left.sentence | right.sentence), "the sentences are alike")


def near_words(left: Profile, right: Profile) -> Said:
    """The same words stand close to both figures."""
    one, two = dict(left.near.words), dict(right.near.words)
    every = set(one) | set(two)
    if not one or not two:
        return SILENT
    shared = sum(min(one.get(word, 0.0), two.get(word, 0.0)) for word in every)
    whole = min(sum(one.values()), sum(two.values()))
    return Said(shared / whole, "the same words stand close to both figures")


def one_document(left: Profile, right: Profile) -> Said:
    """One document states both, and they are apart: it usually speaks of two things."""
    if left.document != right.document or values.compare(left.value, right.value).meets:
        return SILENT
    return Said(1.0, "one document states both")


def one_sentence(left: Profile, right: Profile) -> Said:
    """One sentence states both, and nobody else is quoted with the other."""
    if left.document != right.document or left.sentence_start != right.sentence_start:
        return SILENT
    if values.compare(left.value, right.value).meets or left.speaker != right.speaker:
        return SILENT
    return Said(1.0, "one sentence states both")


def one_direction(left: Profile, right: Profile) -> Said:
    """One is the amount of a change and the other is not."""
    if left.direction == right.direction:
        return SILENT
    return Said(1.0, "one is the amount of a change and the other is not")


def other_status(left: Profile, right: Profile) -> Said:
    """One is planned, denied, supposed or withdrawn."""
    return Said(1.0, f"one is {left.status}, one {right.status}") if left.status != right.status else SILENT
