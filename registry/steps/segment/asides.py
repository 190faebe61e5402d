"""Whole stretches beside a text, known by the line that opens them: contents, other stories, contacts, notes.

A newcomer's mistake: taking everything below such a line. A stretch ends with the first block that does not look like
its kind, and a heading with running text under it is the document's own again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from registry.model.span import Block, BlockKind
from registry.steps.fold import fold
from registry.steps.kept import compiled
from registry.steps.segment.boxes import boxes
from registry.steps.segment.dates import NAMELESS
from registry.steps.segment.polls import felt, polls
from registry.steps.segment.running import running_heads

_FLAGS = re.VERBOSE | re.IGNORECASE
_THINGS = r"(?:news|stories|story|articles?|posts?|content|coverage|links|topics?|reading|items|pages|releases|videos?)"
CONTENTS = compiled(
    r"(?:table\sof\s)?contents|(?:on|in)\sthis\s(?:page|report|issue|document|article|paper|bulletin|guide)|jump\sto"
    r"|list\sof\s(?:tables|figures|boxes)",
    _FLAGS,
)
OTHERS = compiled(
    rf"""
    (?:related|recommended|similar|recent|latest|trending|popular|other|further|featured|top|previous|more|also)\s
      (?:(?:press|blog|news)\s)?{_THINGS}(?:\s(?:in|on|from|about)\s[\w\s]{{2,24}})?
  | (?:(?:read|see)\s)?(?:our\s|the\s|today's\s)?(?:\d{{1,2}}\s)?
      (?:most|top)\s(?:read|viewed|popular|shared|commented|watched|clicked)(?:\s(?:{_THINGS}|today|now|this\sweek
      |in\s\w+))?
  | more\son\sthis(?:\s\w+)?
  | more\s(?:on|from|about|in)\s[\w\s'&-]{{2,30}} | (?:explore|read|see|discover)\smore(?:\s(?:on
      |about)\s[\w\s]{{2,24}})?
  | (?:trending|popular|editors?'?s?\s(?:picks?|choice)|up\snext|(?:see|read|watch)\salso|recommended\sfor\syou
      |don't\smiss)
  | (?:also|elsewhere)\s(?:in|on)\s(?:the\s|this\s)?(?:[\w.]+\s?){{1,3}}
  | (?:from|in)\sthe\ssame\s(?:issue|edition|series)
  | (?:from\s)?(?:around|across)\sthe\s(?:region|country|world|county|league|web|state|province|area)
  | (?:the\s)?top\s(?:\d{{1,2}}|five|ten)(?:\s(?:today|this\sweek|last\sweek|this\smonth|now))?
  | (?:other|more|recent|latest|further)\s(?:recalls|alerts|notices|warnings|recipes|reviews|interviews|obituaries|jobs
      |questions|answers|explainers|guides|quizzes|podcasts)
  | in\s(?:this\ssection|other\snews) | what\swe'?(?:\sa)?re\s(?:reading|watching)
  | (?:you|readers|customers|people|others)\s(?:may|might|who\s\w+\sthis)?\s?also\s\w+(?:\s\w+)?
  | (?:related|supporting|useful)\s(?:documents?|files?|downloads?|publications?|products?|materials?|resources)
  | (?:read|watch|listen)\snext | latest
  | (?:downloads|attachments?|enclosures|external\slinks|see\salso|quick\s(?:links|guide))
    """,
    _FLAGS,
)
CONTACT = compiled(
    r"""
    (?:(?:media|press|investor|public|editorial|general)\s(?:and\s\w+\s)?)?(?:contacts?|enquir(?:y|ies)|inquir(?:y|ies)
      |relations)(?:\s(?:details|information|us|persons?|points?))?
  | (?:for\s)?(?:more|further|additional)\sinformation(?:,?\s(?:please\s)?(?:contact|call|see|visit))?
  | (?:get\sin\stouch|how\sto\s(?:reach|contact)\sus|find\sus|visiting\sus|opening\s(?:hours|times)|office\shours)
    """,
    _FLAGS,
)
REFERENCES = compiled(
    r"(?:references|bibliography|works\scited|literature(?:\scited)?|foot-?notes|end-?notes|notes|sources"
    r"|further\sreading|(?:notes\sand\s)?(?:references|sources))(?:\s?[\[(]edit[\])])?",
    _FLAGS,
)
CHANGES = compiled(
    r"(?:updates?|changes|revisions)\sto\sthis\s(?:page|document|article|list)|(?:change|update)\s?log"
    r"|(?:revision|version|document|page|update|edit)\shistory",
    _FLAGS,
)
SPONSOR = compiled(
    r"an?\s(?:word|message)\sfrom\s(?:our|today's|this\sweek's)\s(?:sponsors?|partners?)"
    r"|(?:our|today's|this\sweek's)\s(?:sponsors?|partners?)|together\swith\s[^.\d]{2,40}|(?:sponsored|presented|brought\sto\syou)\sby\b.{0,40}|(?:paid\s)?partner\scontent|jobs",
    _FLAGS,
)
_ENTRY = compiled(
    r"(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+)?[^\W\d_].{1,90}?[\s.\u2026_]+(?:\d{1,3}|[ivxl]{1,6})|\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+[A-Z].{2,80}"
)
_CITED = compiled(
    r"\b(?:19|20)\d\d[a-z]?\)|\((?:19|20)\d\d|\bpp?\.\s?\d|\bvol\.|\bpara\.|\bibid|\bop\.\scit|\bet\sal|\bretrieved\b|\baccessed\b"
    r"|^\W*\d{0,2}\W*[\"\u201c][^\"\u201d]{3,120}[\"\u201d][.,]?\s|\bISBN\b|\bdoi\b|https?://|www\.|^\W*\d{0,2}\W*\^|\bno\.\s?\d|\bpress\srelease\b|\barchive|\bsee\b|\bnote\s\d|\binterview\b",
    re.IGNORECASE | re.MULTILINE,
)
_MAIL = compiled(
    r"(?:von|an|gesendet|betreff|envoy[eé]|objet|para|enviado|asunto|from|to|cc|bcc|sent|date|subject|importance|priority|reply-to|attachments?|message-id|organi[sz]ation|newsgroups"
    r"|envelope-to|return-path|x-[\w-]+):\s",
    re.IGNORECASE,
)
_CALL = compiled(r"@\w|\+\d|\d{3}[\s-]\d{2,}|www\.|https?://|\b(?:tel|phone|mobile|e-?mail|ext)\b", re.IGNORECASE)
_NOTE = compiled(r"[\[(]?(\d{1,3})[\])]?\.?\s+(?=[^\W\d_])")
_MARKED = compiled(r"[(\[]\d{1,2}[)\]]\s|\d{1,2}\)\s|\d{1,2}[ \t]{2,}\S|\*+\s?\S")
_FAR = compiled(r"\d{1,2}[ \t]{2,}(?=[^\W\d_])")
_TITLED = compiled(r"^\S+(?:\s+\S+){3,}$")
_STOPS = (".", "!", "?", '."', ".\u201d")
_DATED = compiled(rf"\W*(?:{NAMELESS}|v(?:ersion)?\.?\s?\d)", _FLAGS)
_LONG, _RUNNING, _MOST = 130, 90, 14
_PITCH, _TELLING = 300, 6
Looks = Callable[[Block, str], bool]


def mark_asides(found: Sequence[Block], text: str) -> list[Block]:
    """The blocks, those of such stretches as furniture."""
    beside: set[int] = set()
    title = _title(found, text)
    for number, block in enumerate(found):
        if number in beside or (looks := _opened(block, text)) is None:
            continue
        stretch = _stretch(found, number, text, looks)
        stretch = stretch[: stretch.index(title)] if looks is _is_short and title in stretch else stretch
        beside.update(stretch)
        if stretch and block.kind is not BlockKind.ROW:
            beside.add(number)
    beside.update(_mail_heads(found, text))
    beside.update(_notes(found, text))
    beside.update(running_heads(found, text))
    beside.update([*polls(found, text), *felt(found, text)])
    beside.update(boxes(found, text))
    beside.update(number for number, block in enumerate(found) if _is_list(block, text))
    return [
        replace(block, kind=BlockKind.FURNITURE) if number in beside else block for number, block in enumerate(found)
    ]


def _is_list(block: Block, text: str) -> bool:
    """Whether a block is a head of other stories with their titles below, line by line."""
    if block.kind is not BlockKind.PROSE or (mark := text.find("\n", block.start, block.end)) < 0:
        return False
    head, *lines = (line.strip() for line in text[block.start : block.end].split("\n"))
    known = mark - block.start < _RUNNING and OTHERS.fullmatch(fold(head).strip(" *_#=:.|\u2022\u00bb>-"))
    return bool(known) and all(len(line) < _LONG and not line.endswith((".", "!", ";")) for line in lines)


def _title(found: Sequence[Block], text: str) -> int:
    """The number of the last line before the running text that reads like a title; -1 if there is none."""
    first = next((number for number, block in enumerate(found) if _runs(block, text)), 0)
    heads = [
        n
        for n in range(first)
        if found[n].kind is BlockKind.HEADING and _TITLED.search(text[found[n].start : found[n].end])
    ]
    return max(heads, default=-1)


def _opened(block: Block, text: str) -> Looks | None:
    """How the blocks below a line look that opens such a stretch."""
    if block.kind in (BlockKind.ROW, BlockKind.QUOTE) or block.end - block.start > _RUNNING:
        return None
    line = fold(text[block.start : block.end]).strip(" *_#=:.|\u2022\u00bb>-")
    for pattern, looks in _KINDS:
        if pattern.fullmatch(line):
            return looks
    return None


def _stretch(found: Sequence[Block], at: int, text: str, looks: Looks) -> list[int]:
    """The numbers of the blocks of a stretch."""
    taken: list[int] = []
    for number in range(at + 1, min(len(found), at + 1 + _MOST * (2 if looks in (_is_entry, _is_note) else 1))):
        block = found[number]
        if block.kind is BlockKind.FURNITURE:
            continue
        if not looks(block, text) or (_is_own(found, number, text) and looks is not _is_note) or _opened(block, text):
            break
        taken.append(number)
    return taken


def _is_own(found: Sequence[Block], number: int, text: str) -> bool:
    """Whether a line heads running text."""
    rest = [block for block in found[number + 1 : number + 3] if block.kind is not BlockKind.FURNITURE]
    return found[number].kind is BlockKind.HEADING and bool(rest) and _runs(rest[0], text)


def _runs(block: Block, text: str) -> bool:
    """Whether a block is running text."""
    words = text[block.start : block.end].rstrip()
    return block.kind in (BlockKind.PROSE, BlockKind.QUOTE) and len(words) > _RUNNING and words.endswith(_STOPS)


def _is_entry(block: Block, text: str) -> bool:
    """Whether a line is an entry of a table of contents: a title and a page, or a numbered title."""
    line = text[block.start : block.end].strip()
    return "\n" not in line and _ENTRY.fullmatch(line) is not None


def _is_short(block: Block, text: str) -> bool:
    """Whether a block is a short line that ends like a title: another story, a file."""
    line = text[block.start : block.end].strip()
    ends = line.rstrip("\"'”’)").endswith((".", "!", ";", ":")) and not line.endswith("...")
    return not _is_row(block, line) and len(line) < _LONG and not ends


def _is_card(block: Block, text: str) -> bool:
    """Whether a block is a line of a visiting card: a name, a desk, an address, a number to call."""
    line = text[block.start : block.end].strip()
    if any(part.endswith(".") and len(part.split()) > _TELLING and not _CALL.search(part) for part in line.split("\n")):
        return False  # "Notes to editors: the firm bakes bread at 11 sites and employs 6,400 people."
    called = _CALL.search(line) is not None
    return (
        (called or not _is_row(block, line))
        and len(line) < _LONG
        and (called or not line.endswith((".", "!", "?", ":")))
    )


def _is_row(block: Block, line: str) -> bool:
    """Whether a line is a row of a table or a label with a figure; a label with a title behind it is none."""
    value = line.partition(": ")[2]
    return block.kind is BlockKind.ROW and (
        not re.match(r"[^\W\d_].*\w\s|\w+ \(", value) or "\t" in line or "|" in line or "  " in line
    )


def _is_change(block: Block, text: str) -> bool:
    """Whether a line says when and how a page was changed."""
    return block.end - block.start < _LONG and _DATED.match(text, block.start, block.end) is not None


def _is_pitch(block: Block, text: str) -> bool:
    """Whether a block is what a sponsor says: anything but a heading."""
    return block.kind is not BlockKind.HEADING and block.end - block.start < _PITCH


def _is_cited(block: Block, text: str) -> bool:
    """Whether a block is a note that cites something."""
    return block.kind is not BlockKind.ROW and _CITED.search(text, block.start, block.end) is not None


def _is_note(block: Block, text: str) -> bool:
    """Whether a block below the head of the notes cites something or has a note's number."""
    entry = block.kind is BlockKind.ITEM and not text[block.start : block.end].rstrip().endswith(_STOPS)
    return (
        _is_cited(block, text)
        or entry
        or (block.kind is not BlockKind.ROW and _MARKED.match(text, block.start, block.end) is not None)
    )


def _mail_heads(found: Sequence[Block], text: str) -> list[int]:
    """The numbers of the lines of an e-mail's head, at least two together; its subject is left, which is a title."""
    taken: list[int] = []
    run: list[int] = []
    for number, block in enumerate([*found, None]):
        if block is not None and _MAIL.match(text, block.start, block.end):
            run.append(number)
            continue
        taken += run if len({text[found[at].start : found[at].end].split(":")[0].lower() for at in run}) > 1 else []
        run = []
    return [
        number
        for number in taken
        if not text[found[number].start : found[number].end]
        .lower()
        .startswith(("subject", "betreff", "objet", "asunto"))
    ]


def _notes(found: Sequence[Block], text: str) -> list[int]:
    """The numbers of footnotes: blocks that are numbered one after the other and cite something."""
    hits = [(number, int(hit[1])) for number, block in enumerate(found) if (hit := _noted(block, text))]
    near = {one for one, two in pairwise(hits) if two[1] == one[1] + 1 and two[0] - one[0] < 3}
    near |= {two for one, two in pairwise(hits) if two[1] == one[1] + 1 and two[0] - one[0] < 3}
    near |= {(number, at) for number, at in hits if _FAR.match(text, found[number].start)}
    return [number for number, _ in near]


def _noted(block: Block, text: str) -> re.Match[str] | None:
    """The number of a footnote that cites something."""
    number = _NOTE.match(text, block.start, block.end) if block.end - block.start < 300 else None
    return number if number and _is_cited(block, text) else None


_KINDS: tuple[tuple[re.Pattern[str], Looks], ...] = (
    (CONTENTS, _is_entry),
    (OTHERS, _is_short),
    (CONTACT, _is_card),
    (SPONSOR, _is_pitch),
    (CHANGES, _is_change),
    (REFERENCES, _is_note),
)
