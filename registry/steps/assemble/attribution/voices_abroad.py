"""Who says so in French, German and Spanish: "selon", "nach Angaben", "teilte ... mit", "dijo".

A newcomer's mistake: a pattern for each order of words. The name stands behind a preposition, or beside a verb of
saying: behind it after a comma or a quotation, else before it.
"""

from __future__ import annotations

import re
from functools import cache

from registry.steps.assemble.roles.abroad import offices
from registry.steps.assemble.spot import Spot
from registry.steps.resolve import looks_personal
from registry.steps.resolve.foreign import Foreign

NEAR, WIDEST, LEAST = 2, 8, 2
BREAK = re.compile(r"[,;:\"()!?]|(?<!\d)\.(?= |$)|\s-\s")
ELIDED = re.compile(r"\b[ldLD]'")
HELD = re.compile(r"\s*(?P<office>[^,;:\"()]{4,60}), (?P<name>[A-ZÀ-Ý][\w'-]+(?: [A-ZÀ-Ý][\w'-]+){1,3})(?=[,.;\"]|$)")
RELATIVE = re.compile(
    r", (?:qui|dont|où|donde|cuy[oa]s?|quien|wo|deren|dessen|in (?:der|dem)|dans (?:lequel|laquelle))\b"
)
JOINED = re.compile(r"^(?:wie|und|aber|doch|pero|y|mais|et) ", re.I)
REPORTED = re.compile(r"\b(?:sei|seien|habe|werde|würden|müsse|könne|dürfe|solle|wolle)\b(?!\?)")
GENITIVE = re.compile(r"(?<=[a-zäöüß]{3}[^\Waeiousß_])(?:es|s)$|(?<=[a-zäöü]{3}s)es$")
CHAMBER = re.compile(r"(?:ium|or)s$")


def speaker(spot: Spot, known: Foreign) -> str | None:
    """The source that is named for a figure, or None for the document's own voice."""
    hits = sorted([*behind_words(spot.words, known), *beside_verbs(spot.words, known)])
    at = spot.mention.start - spot.sentence.start
    hits = [hit for hit in hits if ";" not in spot.words[min(hit[0], at) : max(hit[0], at)]]
    after = [hit for hit in hits if hit[0] >= at]
    hit = after[0] if after else hits[-1] if hits else None
    if hit is None and known.code == "de" and REPORTED.search(spot.words):
        return lately(spot, known)
    if hit is None:
        return None
    if not after and RELATIVE.search(spot.words, hit[0], at):
        return None  # "responde Ana Ruiz, vocera de Norport, donde viven 64 familias"
    if not hit[1]:
        voice = spot.page.voice
        return voice[1] if voice and spot.number - voice[0] <= NEAR else lately(spot, known)
    spot.page.voice, spot.page.said = (spot.number, in_full(spot, hit[1], known)), spot.mention.start
    return spot.page.voice[1]


def in_full(spot: Spot, name: str, known: Foreign) -> str:
    """A name as the text writes it in full, without the office before it."""
    full = spot.page.story.expand(name)
    return person(full.split(), known) or full


def lately(spot: Spot, known: Foreign) -> str | None:
    """Who spoke last in the sentences before, also where they have no figures."""
    for number in range(spot.number - 1, max(-1, spot.number - 1 - NEAR), -1):
        part = spot.page.sentences[number]
        flat = spot.page.folded[part.start : part.end].replace("\n", " ")
        told = [name for _, name in sorted([*behind_words(flat, known), *beside_verbs(flat, known)]) if name]
        if told:
            return in_full(spot, told[-1], known)
    return None


def behind_words(words: str, known: Foreign) -> list[tuple[int, str]]:
    """The sources after "selon" or "laut", and before "zufolge", with their places."""
    found = [
        (hit.start(), name)
        for hit in pattern(known, "after").finditer(words)
        if words[hit.end() : hit.end() + 1] != "-"  # "en fin d'après-midi"
        and (name := named(upto(words[hit.end() :]), known))
    ]
    if "behind" in known.speech:
        for hit in pattern(known, "behind").finditer(words):
            name = named(since(words[: hit.start()]), known)
            found += [(hit.start(), name)] if name else []
    return found


def beside_verbs(words: str, known: Foreign) -> list[tuple[int, str]]:
    """The subjects of verbs of saying, with their places; an empty name for a pronoun."""
    found = []
    for kind in ("verbs", "announcing"):
        for hit in pattern(known, kind).finditer(words):
            before, after = words[: hit.start()].rstrip(), words[hit.end() :]
            first = since(before)
            inverted = not first or before.endswith((",", '"', ":")) or leads_in(first, known)
            if inverted and before.endswith(",") and not before.endswith('",') and leads_to(after, known):
                name = named(since(before[:-1]), known)  # "La ministra, Ana Ruiz, aseguró que"
            elif inverted:
                name = holder_behind(after, known) or named(upto(after), known)
                if name is None and known.code == "es" and before.endswith(",") and after[:1] in (",", ".", ""):
                    name = ""  # "A bordo había 96 toneladas, dice, y todas": who spoke before
            elif kind == "announcing" or speaks(after, known) or hit["verb"].endswith(("mitteilte", "mitteilten")):
                name = named(JOINED.sub("", first), known)
            else:
                continue
            if name is not None:
                found.append((hit.start(), name))
    return found


def leads_to(after: str, known: Foreign) -> bool:
    """Whether what is said follows a verb in a clause: "aseguró que"."""
    word = re.match(r"\s*([^\W\d_]+'?)", after)
    return word is not None and word[1].lower() in known.speech["that"] - {"de"}


def holder_behind(after: str, known: Foreign) -> str | None:
    """The person named behind an office: "a dit le ministre de la Santé, Paul Réaux"."""
    hit = HELD.match(after)
    parts = trimmed(hit["office"].split(), known) if hit else []
    return hit["name"] if hit and parts and is_title(parts[0], known) and looks_personal(hit["name"]) else None


def leads_in(first: str, known: Foreign) -> bool:
    """Whether what stands before a verb is no subject: "Mit 900 Verletzten rechnet die Polizei"."""
    word = first.split()[0].lower()
    return word == "so" or (word in known.speech["openers"] and not first.split()[0].isupper())


def speaks(after: str, known: Foreign) -> bool:
    """Whether what follows a verb is what is said: a clause, a quotation, the end, or "mit" at the end."""
    word = re.match(r"\s*([^\W\d_]+'?)", after)
    if word is None or (known.code == "de" and re.search(r"\bmit\W*$|\bmit,", after)):
        return True
    return word[1].lower() in known.speech["that"]


def upto(words: str) -> str:
    """The words up to the next mark."""
    stop = BREAK.search(words.lstrip())
    return words.lstrip()[: stop.start()].strip() if stop else words.strip()


def since(words: str) -> str:
    """The words since the last mark."""
    stops = list(BREAK.finditer(words))
    return (words[stops[-1].end() :] if stops else words).strip()


def named(words: str, known: Foreign) -> str | None:
    """A source as a name: without its article, its office and what follows it; "" for a pronoun, None for none."""
    parts = ELIDED.sub(lambda hit: f"{hit.group()} ", words.removeprefix("sich ")).split()
    if parts and parts[0].lower() in known.speech["nobody"]:
        return ""
    if parts and parts[0].lower() in known.speech["helpers"]:
        return None  # "un litre d'eau de source a coûté"
    owned = known.code == "de" and bool(parts) and parts[0].lower() in ("des", "eines")
    parts = trimmed(parts, known)
    if owned and parts and GENITIVE.search(parts[0]):
        parts[0] = GENITIVE.sub("", parts[0])  # "nach Angaben des Bauernverbands"
    if not parts or len(parts) > WIDEST or any(char.isdigit() for part in parts for char in part):
        return None
    if len(parts) > 1 and parts[0].lower() in known.speech["mouth"] and is_article(parts[1], known):
        return named(" ".join(parts[1:]), known)
    name = " ".join(parts).replace("' ", "'")
    return person(parts, known) or (CHAMBER.sub(lambda hit: hit.group()[:-1], name) if known.code == "de" else name)


def trimmed(parts: list[str], known: Foreign) -> list[str]:
    """Words without articles around them and without what follows the name."""
    first = next((at for at, part in enumerate(parts) if not is_article(part, known)), len(parts))
    kept = parts[first:]
    over = next((at for at in range(1, len(kept)) if ends(kept[at - 1], kept[at], known)), len(kept))
    kept = kept[:over]
    while kept and is_article(kept[-1], known):
        kept = kept[:-1]
    return kept


def person(parts: list[str], known: Foreign) -> str | None:
    """The name behind an office: "Innenministerin Karla Voss", "le préfet Paul Renard"."""
    if not is_title(parts[0], known):
        return None
    tail = next((at for at in range(1, len(parts)) if all(part[:1].isupper() for part in parts[at:])), len(parts))
    while len(parts) - tail > LEAST and is_title(parts[tail], known):
        tail += 1
    name = " ".join(parts[tail:])
    return name if looks_personal(name) else None


def is_article(word: str, known: Foreign) -> bool:
    """Whether a word is an article or a preposition inside a name."""
    return word.lower() in known.speech["articles"]


def is_title(word: str, known: Foreign) -> bool:
    """Whether a word is an office; a German one may be a compound."""
    low = word.lower()
    titles = known.speech["titles"] | offices(known.code).heads.keys()
    return any(low.endswith(title) if known.code == "de" else low == title for title in titles)


def ends(before: str, word: str, known: Foreign) -> bool:
    """Whether a name is over: a small word that links nothing, or after a German noun a word without a capital."""
    low = word.lower()
    if word[0].isupper() or low in known.speech["articles"]:
        return False
    if known.code == "de":
        return before[0].isupper()
    small = known.speech["helpers"] | known.speech["nobody"] | known.speech["over"]
    return before[0].isupper() or low in small


def pattern(known: Foreign, kind: str) -> re.Pattern[str]:
    """The words of a kind as one pattern, with the helping verb before them."""
    return compiled(known.speech[kind], known.speech["helpers"])


@cache
def compiled(words: frozenset[str], helpers: frozenset[str]) -> re.Pattern[str]:
    """Words as one pattern, the longest first."""
    either = "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
    helped = rf"(?:(?:{'|'.join(sorted(helpers))}) )?" if helpers else ""
    return re.compile(rf"\b{helped}(?P<verb>{either})\b", re.I)
