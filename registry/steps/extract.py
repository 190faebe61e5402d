"""The reading half in one call: a reading becomes claims.

A newcomer's mistake: parsing everything. Only sentences that state a value or a public act need a tree; and a book is
read in stretches, each with the opening of the whole before it, so that not all its trees are held at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple, NoReturn

from registry.errors import RegistryError
from registry.model.assertion import Claim, Mention
from registry.model.document import SEMICOLONS, Reading, Source, line
from registry.model.span import BlockKind, Sentence
from registry.steps.assemble import assemble
from registry.steps.assemble.attribution.quotations import voices_words
from registry.steps.assemble.roles.causes import may_name
from registry.steps.assemble.roles.events import triggers
from registry.steps.fold import fold
from registry.steps.in_company import lent, settled
from registry.steps.language import language_of
from registry.steps.parse import Parser, Tree, load
from registry.steps.recognise import recognise
from registry.steps.resolve import Companion, Story, Telling, settle, tell
from registry.steps.resolve.foreign import table_of
from registry.steps.resolve.topic import is_lent
from registry.steps.segment import blocks, sentences
from registry.steps.segment.named import names_in
from registry.steps.segment.talks import spoken

STRETCH, OPENING = 2_000, 12
SHORT, TOGETHER = 10_000, 20_000
MOST, WINDOW = 40, 200_000  # documents, and characters of all of them, that are read beside each other
BRIEF = 48  # characters of a question that names its matter only
QUOTE = ('"', "\u201c")
Broken = Callable[[Source, Exception], None]


class Recognised(NamedTuple):
    """A document whose values are read, before any sentence is parsed."""

    text: str
    source: Source
    parts: list[Sentence]
    found: list[tuple[Mention, ...]]
    language: str | None


class Read(NamedTuple):
    """A document whose claims are read: the trees of its sentences, what its names say, and the claims; of one over
    which a rule failed, and of a book, which is read in stretches, nothing but its claims."""

    page: Recognised
    trees: Sequence[Tree | None]
    telling: Telling | None
    claims: list[Claim]
    story: Story | None = None


def extract(
    reading: Reading, source: Source, parser: Parser | None = None, companions: Sequence[Companion] = ()
) -> list[Claim]:
    """The claims of a document, in reading order; every claim's words stand in the text.

    `companions` are documents of its matter, which help to tell what it is about.
    """
    read = claims_of(recognised(reading, source), parser)
    return anew(read, settle(read.telling, companions)) if companions and read.telling else read.claims


def rise(source: Source, error: Exception) -> NoReturn:
    """Lets a fault of the reading rise."""
    raise error


def extract_each(
    pairs: Iterable[tuple[Reading, Source]], parser: Parser | None = None, broken: Broken = rise
) -> Iterator[list[Claim]]:
    """The claims of each document, in order. Some forty are read beside each other: those of one matter help to tell
    what each of them is about, and short ones are parsed together, which costs a third less.

    `broken` is told of each document over which a rule failed; if it does not raise, that document has no claims.
    """
    window: list[Recognised] = []
    for reading, source in pairs:
        try:
            page = recognised(reading, source)
        except Exception as error:
            broken(source, error)
            page = Recognised("", source, [], [], None)
        if window and (len(window) >= MOST or sum(len(one.text) for one in window) + len(page.text) > WINDOW):
            yield from beside(window, parser, broken)
            window = []
        window.append(page)
    yield from beside(window, parser, broken)


def beside(window: Sequence[Recognised], parser: Parser | None, broken: Broken) -> Iterator[list[Claim]]:
    """The claims of some documents, read again where others of their matter say that they are about something else."""
    found = [read for group in batches(window) for read in grouped(group, parser, broken)]
    told = {number: (read.telling, read.claims) for number, read in enumerate(found) if read.telling}
    stories = settled(told) if len(told) > 1 else {}
    for number, read in enumerate(found):
        story = stories.get(number)
        if story is None:
            yield read.claims
            continue
        try:
            yield anew(read, story)
        except RegistryError:
            raise
        except Exception as error:
            broken(read.page.source, error)
            yield []


def batches(window: Sequence[Recognised]) -> Iterator[list[Recognised]]:
    """Short documents in groups that are parsed together; a long one by itself."""
    group: list[Recognised] = []
    for page in window:
        short = len(page.text) <= SHORT and len(page.parts) <= STRETCH
        if group and not (short and sum(len(one.text) for one in group) + len(page.text) <= TOGETHER):
            yield group
            group = []
        group.append(page)
        if not short:
            yield group
            group = []
    if group:
        yield group


def grouped(group: Sequence[Recognised], parser: Parser | None, broken: Broken) -> list[Read]:
    """Some short documents, or a long one; where a rule fails over one, each is read by itself."""
    if len(group) > 1:
        try:
            return [*together(group, parser)]
        except RegistryError:
            raise
        except Exception:
            pass  # whose fault it is shows below, where each is read by itself
    return [alone(page, parser, broken) for page in group]


def alone(page: Recognised, parser: Parser | None, broken: Broken) -> Read:
    """One document; without claims where a rule fails over it and `broken` lets that pass."""
    try:
        return claims_of(page, parser)
    except RegistryError:
        raise
    except Exception as error:
        broken(page.source, error)
        return Read(page, (), None, [])


def recognised(reading: Reading, source: Source) -> Recognised:
    """The sentences of a document with the values in them."""
    text = reading.text
    parts = sentences(text, reading.blocks or blocks(text))
    language = source.language or reading.language or language_of(text)
    found = recognise(
        *(text, parts),
        published=source.published,
        language=language,
        publisher=source.publisher,
        semicolons=reading.reader == SEMICOLONS,
    )
    told = replace(source, title=line(source.title), publisher=line(source.publisher), names=names_in(text, parts))
    return Recognised(text, told, parts, found, language)


def together(group: Sequence[Recognised], parser: Parser | None) -> Iterator[Read]:
    """Some short documents, parsed together."""
    needed = [needing(page.text, page.parts, page.found) for page in group]
    shown = [spoken(page.text, page.parts) for page in group]
    wanted = [
        (page.text, [parts[number] for number in numbers])
        for page, parts, numbers in zip(group, shown, needed, strict=True)
    ]
    grown = (parser or load()).parse_all(wanted) if any(needed) else [[] for _ in group]
    for page, numbers, parsed in zip(group, needed, grown, strict=True):
        placed: list[Tree | None] = [None] * len(page.parts)
        for number, tree in zip(numbers, parsed, strict=True):
            placed[number] = tree
        yield read_whole(page, placed)


def claims_of(page: Recognised, parser: Parser | None) -> Read:
    """One document; a book a stretch at a time."""
    text, source, parts, found, language = page
    if len(list(stretches(len(parts)))) == 1:
        return read_whole(page, trees(text, parts, found, parser))
    claims: list[Claim] = []
    for first, last in stretches(len(parts)):
        opening = range(min(OPENING, first))
        wanted = [*opening, *range(first, last)]
        some, values = [parts[number] for number in wanted], [found[number] for number in wanted]
        read = assemble(text, source, some, values, trees(text, some, values, parser), language=language)
        claims += [claim for claim in read if not opening or claim.span.start >= parts[first].start]
    return Read(page, (), None, [claim for claim in claims if claim.span.holds_in(text)])


def read_whole(page: Recognised, grown: Sequence[Tree | None]) -> Read:
    """A document that is read in one go."""
    telling = tell(fold(page.text), page.source, page.parts, grown, table_of(page.language))
    story = settle(telling)
    return Read(page, grown, telling, assembled(page, grown, telling, story), story)


def assembled(page: Recognised, grown: Sequence[Tree | None], telling: Telling, story: Story) -> list[Claim]:
    """The claims of a document whose topic is settled."""
    text, source, parts, found, language = page
    read = assemble(text, source, parts, found, grown, language=language, story=story)
    kept = [claim for claim in read if claim.span.holds_in(text)]
    topic = source.topic
    own = topic is None or topic in text or not is_lent(telling.weights, topic)
    return kept if topic is None or own else [lent(claim, topic) for claim in kept]


def anew(read: Read, story: Story) -> list[Claim]:
    """The claims of a document that others of its matter helped to tell what it is about."""
    source = replace(read.page.source, topic=story.topic)
    if read.telling is None or story == read.story:
        return [replace(claim, source=source) for claim in read.claims]
    return assembled(read.page._replace(source=source), read.trees, read.telling, story)


class Ahead(Parser):
    """A parser that has parsed some texts already, all of them together."""

    def __init__(self, parser: Parser, texts: Sequence[str]) -> None:
        super().__init__(parser.nlp, parser.pipe)
        wanted = [(text, sentences(text, blocks(text))) for text in dict.fromkeys(texts)]
        grown = parser.parse_all(wanted)
        self.known = {
            text: dict(zip(parts, trees, strict=True)) for (text, parts), trees in zip(wanted, grown, strict=True)
        }

    def parse(self, text: str, sentences: Sequence[Sentence]) -> list[Tree]:
        """The trees of sentences; those of a text that is not known are parsed now."""
        known = self.known.get(text, {})
        if all(part in known for part in sentences):
            return [known[part] for part in sentences]
        return super().parse(text, sentences)


def stretches(count: int) -> Iterator[tuple[int, int]]:
    """The first sentence of each stretch of a document, and the one after its last.

    >>> list(stretches(5)), list(stretches(STRETCH * 2 + 1))[-1] == (STRETCH, STRETCH * 2 + 1)
    ([(0, 5)], True)
    """
    starts = range(0, max(count - STRETCH // 2, 1), STRETCH)
    yield from zip(starts, [*starts[1:], count], strict=True)


def trees(
    text: str, parts: Sequence[Sentence], found: Sequence[Sequence[Mention]], parser: Parser | None
) -> list[Tree | None]:
    """The trees of the sentences that need one."""
    needed = needing(text, parts, found)
    grown: list[Tree | None] = [None] * len(parts)
    if needed:
        shown = spoken(text, parts)
        parsed = (parser or load()).parse(text, [shown[number] for number in needed])
        for number, tree in zip(needed, parsed, strict=True):
            grown[number] = tree
    return grown


def needing(text: str, parts: Sequence[Sentence], found: Sequence[Sequence[Mention]]) -> list[int]:
    """The numbers of the sentences that need a tree; one before a quotation may name who speaks there, and one that
    asks how many names what the answer counts."""
    needed = {number for number, part in enumerate(parts) if needs_tree(text, part, found[number])}
    before = {number - 1 for number in needed if number and text.startswith(QUOTE, parts[number].start)}
    answers = needed | {number for number, some in enumerate(found) if some}  # "3,800." alone needs no tree itself
    asking = {number - 1 for number in answers if number and asks(text, parts[number - 1])}
    return sorted(needed | asking | {number for number in before if parts[number].block.kind is BlockKind.PROSE})


def asks(text: str, part: Sentence) -> bool:
    """Whether a sentence asks how many there are, or is so short that it may only name the next matter: "The dead?"."""
    words = text[part.start : part.end].rstrip()
    if part.block.kind is BlockKind.FURNITURE or not words.endswith("?"):
        return False
    return len(words) <= BRIEF or "how many " in words.lower()


def needs_tree(text: str, part: Sentence, mentions: Sequence[Mention]) -> bool:
    """Whether a sentence states a value or a public act, or names the speaker of a quotation."""
    if part.block.kind is BlockKind.FURNITURE:
        return False
    words = text[part.start : part.end]
    if not any(map(str.isalpha, words)):
        return False
    return bool(mentions) or triggers(words) or voices_words(words) or may_name(words)
