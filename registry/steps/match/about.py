"""What two claims are about: their concepts, their nouns and the words that narrow them.

A newcomer's mistake: trusting the noun alone. What stands closest to a figure often says more than its grammar.
"""

from __future__ import annotations

from registry.steps.match import concepts
from registry.steps.match.profile import Profile
from registry.steps.match.saying import SILENT, Said, marked, quoted
from registry.steps.match.words import WORD, stem
from registry.steps.phrases import listed

GUESSED = 0.6
ORDERED = 0.12
SPANNED = {"q2": "second", "h2": "second", "q3": "third", "q4": "fourth"}
SCHOOL = frozenset(stem(word) for word in ("school", "schools", "class", "classes", "lessons", "taught", "pupils"))
MEASURED = ("length", "mass", "area", "volume", "speed")
REACH, NEXT = 45, 4
LATER = frozenset(["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "next"])
RATED = {
    "year": frozenset(("annual", "yearly")),
    "month": frozenset(("monthly",)),
    "week": frozenset(("weekly",)),
    "day": frozenset(("daily",)),
    "hour": frozenset(("hourly",)),
}

SOLE = frozenset({"turnout", "pass_rate", "unemployment", "vacancy_rate", "literacy"})  # rates that a text has once


def same_core(left: Profile, right: Profile) -> Said:
    """Both figures are about the same."""
    shared = left.core & right.core
    if not shared:
        return SILENT
    part = 2 * len(shared) / (len(left.core) + len(right.core))
    return Said(part, f"both figures count or measure the same thing: {counted_as(left, right, shared)}")


def other_core(left: Profile, right: Profile) -> Said:
    """The figures are about different things."""
    if not left.core or not right.core or left.core & right.core:
        return SILENT
    if kindred(left.core, right.core) or one_by_context(left, right):
        return SILENT
    known = bool(left.core & concept_weights(right).keys()) or bool(right.core & concept_weights(left).keys())
    guessed = not left.core & left.named or not right.core & right.named
    return Said(
        (0.5 if known else 1.0) * (GUESSED if guessed else 1.0),
        f"one figure is about {labels(left.core)}, the other about {labels(right.core)}",
    )


def guessed_core(left: Profile, right: Profile) -> Said:
    """Of one figure it is only guessed from the words around what it is about."""
    if not left.core & right.core:
        return SILENT
    sure = left.named & right.named
    return SILENT if sure else Said(1.0, "what one figure is about can only be guessed")


def other_order(left: Profile, right: Profile) -> Said:
    """One is about the second, third or last of several."""
    one, two = ordinals(left), ordinals(right)
    if one == two or left.dimension in ("ordinal", "rank"):
        return SILENT
    return Said(1.0, f"only one says {quoted(one ^ two)}")


def ordinals(seen: Profile) -> frozenset[str]:
    """The words for a place in an order around a figure; the first of several is often just called by its name."""
    table = concepts.default().modifiers
    around = {word for word, weight in seen.near.words if weight >= ORDERED} | seen.modifiers
    found = (table[word][1] for word in around if word in table and table[word][0] == "order")
    spans = {SPANNED[name] for name in seen.near.spans if name in SPANNED}
    return frozenset(word for word in found if word in LATER) - spans


def kindred(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether one writer may use a concept of the one for a concept of the other."""
    kin = concepts.default().kin
    nothing: frozenset[int] = frozenset()
    return any(kin.get(concept, nothing) & kin.get(other, nothing) for concept in one for other in two)


def one_by_context(left: Profile, right: Profile) -> bool:
    """Whether two things have one name among what is planned ("will cost", "is budgeted at"), or where both sentences
    speak of a school ("pupils", "children")."""
    table = concepts.default()
    known = table.meant if left.status == right.status == "planned" else {}
    if SCHOOL & left.sentence and SCHOOL & right.sentence:
        known = {**known, **table.schooled}
    nothing: frozenset[int] = frozenset()
    return any(known.get(one, nothing) & known.get(two, nothing) for one in left.named for two in right.named)


def no_core(left: Profile, right: Profile) -> Said:
    """Of one figure it is not known what it is about."""
    return SILENT if left.core and right.core else Said(1.0, "the text of one figure does not say what it is about")


def narrower_concept(left: Profile, right: Profile) -> Said:
    """One names a concept that the other does not, unless both are called by one phrase."""
    if not left.named & right.named or (left.attribute == right.attribute and len(left.attribute) > 1):
        return SILENT
    extra = left.named ^ right.named
    return Said(min(1.0, len(extra) / 2), f"only one is about {labels(extra)}") if extra else SILENT


def same_head(left: Profile, right: Profile) -> Said:
    """Both count or measure the same noun."""
    shared = left.heads & right.heads
    return Said(1.0, f"both name {marked(shared)}") if shared else SILENT


def same_modifiers(left: Profile, right: Profile) -> Said:
    """The same words narrow both; "date" and "duration" only name the sort of figure."""
    sorts = concepts.default().measure_words
    shared = (left.modifiers & right.modifiers) - sorts
    every = (left.modifiers | right.modifiers) - sorts
    return Said(len(shared) / len(every), "the same words limit both") if shared else SILENT


def other_modifiers(left: Profile, right: Profile) -> Said:
    """A word that changes what is counted stands on one side only."""
    table = concepts.default().modifiers
    strong = {word for word in left.modifiers ^ right.modifiers if word in table}
    return Said(1.0, f"only one says {marked(strong)}") if strong else SILENT


def loose_modifiers(left: Profile, right: Profile) -> Said:
    """Other words stand on one side only."""
    table = concepts.default().modifiers
    weak = {word for word in left.modifiers ^ right.modifiers if word not in table}
    return Said(min(1.0, len(weak) / 3), f"only one says {marked(weak)}") if weak else SILENT


def near_modifiers(left: Profile, right: Profile) -> Said:
    """A word that changes what is counted stands close to one figure only."""
    table = concepts.default().modifiers
    one, two = close_words(left), close_words(right)
    known = {word for word in one ^ two if word in table and not named_by(word, left, right)}
    strong = {word for word in known if table[word][0] != "order"}
    return Said(1.0, f"only one has beside it {marked(strong)}") if strong else SILENT


def close_words(seen: Profile) -> frozenset[str]:
    """The words that stand close to a figure, and those of its attribute."""
    return frozenset(word for word, weight in seen.near.words if weight >= 0.4) | seen.modifiers


def named_by(word: str, left: Profile, right: Profile) -> bool:
    """Whether the word is the figure itself on the other side."""
    return word in left.figures or word in right.figures


def near_concepts(left: Profile, right: Profile) -> Said:
    """The same concept is named close to both figures."""
    one, two = concept_weights(left), concept_weights(right)
    shared = {concept: min(one[concept], two[concept]) for concept in one.keys() & two.keys()}
    if not shared:
        return SILENT
    best = max(shared, key=lambda concept: (shared[concept], concept))
    return Said(shared[best], f"both figures stand near words for {labels(frozenset((best,)))}")


def near_others(left: Profile, right: Profile) -> Said:
    """What is named closest to one figure is not named near the other."""
    one, two = concept_weights(left), concept_weights(right)
    if not one or not two:
        return SILENT
    missed = [max(mine.values()) for mine, other in ((one, two), (two, one)) if not strongest(mine) & other.keys()]
    return Said(sum(missed) / 2, "the word closest to one figure is not near the other") if missed else SILENT


def strongest(weights: dict[str, float]) -> set[str]:
    """The concepts named closest."""
    best = max(weights.values())
    return {concept for concept, weight in weights.items() if weight >= best - 0.05}


def concept_weights(seen: Profile) -> dict[str, float]:
    """The concepts around a figure and of its attribute, with their weights."""
    return dict(seen.near.concepts) | dict.fromkeys(seen.named, 1.0)


def labels(ids: frozenset[str]) -> str:
    """Concepts in words; a word may stand for several."""
    return listed([f"“{each}”" for each in sorted(concepts.default().label.get(one, one) for one in ids)], "or")


def counted_as(left: Profile, right: Profile, shared: frozenset[str]) -> str:
    """What two figures both count, in the noun that both texts have for it, else as the table of concepts calls it."""
    return marked(left.heads & right.heads - concepts.default().measure_words) or labels(shared)


def other_rate(left: Profile, right: Profile) -> Said:
    """One figure is for each day, each person or the like, the other is not or for something else."""
    one, two = left.near.per, right.near.per
    if one == two or (not (one and two) and rated(right if one else left, one or two)):
        return SILENT
    return Said(
        1.0,
        f"only one is for each {one or two}"
        if not (one and two)
        else f"one is for each {one}, the other for each {two}",
    )


def rated(seen: Profile, each: str) -> bool:
    """Whether a figure is called by what it is for each: "annual savings", "daily passengers"."""
    return bool(RATED.get(each, frozenset()) & seen.modifiers)


def one_part(left: Profile, right: Profile) -> Said:
    """One figure is a part "of the" whole."""
    if bool(left.near.part) == bool(right.near.part):
        return SILENT
    return Said(1.0, "only one is a part of a whole")


def mere_measure(left: Profile, right: Profile) -> Said:
    """What both name is only the sort of figure ("share", "length")."""
    table = concepts.default()
    shared, heads = left.core & right.core, left.heads & right.heads
    if not shared | heads or shared - table.measures or heads - table.measure_words:
        return SILENT
    narrow = (left.modifiers & right.modifiers) - table.measure_words
    return Said(0.5 if narrow else 1.0, "both name only a sort of figure, such as a share or a length")


def one_thing(left: Profile, right: Profile) -> bool:
    """Whether the same is counted or measured, and not only in the same way."""
    table = concepts.default()
    if (left.core & right.core) - table.measures or (left.heads & right.heads) - table.measure_words:
        return True
    return left.dimension == "share" and bool(left.heads & right.heads) and one_narrow(left, right)


def one_narrow(left: Profile, right: Profile) -> bool:
    """Whether the same words, and no others, say of what a measure is: "volume decrease" on both sides."""
    sorts = concepts.default().measure_words | left.heads
    one, two = ((seen.modifiers - sorts) | seen.core for seen in (left, right))
    return one == two != frozenset()


def a_share(left: Profile, right: Profile) -> Said:
    """Both are shares or rates, of which most texts have many; few have two turnouts."""
    if left.dimension != "share" or left.things & right.things & SOLE:
        return SILENT
    return Said(1.0, "both are shares, and most texts have several")


def a_day(left: Profile, right: Profile) -> Said:
    """Both are days, of which most texts have many."""
    return Said(1.0, "both are dates, and most texts have several") if left.dimension == "date" else SILENT


def a_temperature(left: Profile, right: Profile) -> Said:
    """Both are temperatures, of which a text that has one has many."""
    warm = left.dimension.startswith("temperature")
    return Said(1.0, "both are temperatures, and a text that has one has several") if warm else SILENT


def a_measure(left: Profile, right: Profile) -> Said:
    """Both are lengths, weights or the like, of which most texts have few; it has no words of its own."""
    return Said(1.0) if left.dimension in MEASURED else SILENT


def unnamed(left: Profile, right: Profile) -> Said:
    """Neither figure stands with a noun of its own, as in short answers; it has no words of its own."""
    return SILENT if left.heads or right.heads else Said(1.0)


def one_named_behind(left: Profile, right: Profile) -> Said:
    """Only one count has its noun right behind it, and the other sentence does not have it."""
    one, two = behind(left), behind(right)
    if left.dimension != "count" or bool(one) == bool(two):
        return SILENT
    named, other = (left, right) if one else (right, left)
    known = named.heads & (other.sentence | other.heads) or named.named & concept_weights(other).keys()
    return SILENT if known else Said(1.0, f"only one says that it counts {marked(named.heads)}")


def behind(seen: Profile) -> frozenset[str]:
    """The noun that stands right behind a figure."""
    return seen.heads & frozenset(stem(word) for word in WORD.findall(seen.frame[1][:REACH])[:NEXT])


def both_of_topic(left: Profile, right: Profile) -> Said:
    """Both are about what their documents are about as a whole; it has no words of its own."""
    return Said(1.0) if all(seen.subject and seen.subject == seen.topic for seen in (left, right)) else SILENT
