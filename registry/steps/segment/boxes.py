"""Boxes beside a text that a heading opens: readers' comments, a shop, jobs, events, an appeal to give.

A newcomer's mistake: the heading alone. "Comments" heads a chapter of a report too; below it stand no names of readers
with how long ago they wrote, and below "Events" of a chronicle no prices and no places left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from registry.model.span import Block, BlockKind
from registry.steps.fold import fold
from registry.steps.kept import compiled

_FLAGS = re.VERBOSE | re.IGNORECASE
COMMENTS = compiled(
    r"""
    (?:(?:all|top|latest|recent|newest|best|your|user|reader|readers['’]?|the|join\sthe|community|most\srecommended)\s)*
      (?:comments?|responses?|replies|reactions?|discussion|conversation|reviews|thoughts|letters|views)
      (?:\s(?:so\sfar|from\sreaders|section|below))?(?:\s?[(\[]?\d[\d.,]*k?[)\]]?)?
      (?:\W+(?:sort|sorted|newest|oldest|best|top)\b.{0,40})?
  | (?:most\srelevant|newest|oldest)\b\W*(?:first\W*)?\d[\d.,]*k?
  | \d[\d.,]*k?\s(?:(?:reader|user)\s)?(?:comments?|responses?|replies|reviews|reactions|thoughts)(?:\s.{2,80})?
  | (?:have\syour\ssay|what\s(?:do\syou\sthink|readers\s(?:say|think)|you(?:['’]ve|\shave)?\s(?:said|say|think))
      |leave\s(?:a|your)\s(?:comment|reply)|join\sthe\s(?:debate|conversation|discussion)|you\ssaid|from\sour\sreaders)\W*
    """,
    _FLAGS,
)
WRITTEN = compiled(
    r"""
    ^.{0,40}\b(?:\d{1,3}|an?|one|two|three|few)\s?(?:s|m|h|d|w|mo|y|secs?|mins?|hrs?|seconds?|minutes?|hours?|days?
      |weeks?|months?|years?)\s(?:ago|edited)\b(?:[^.!?]{0,40}$|\W*\n)
  | ^\W*\d{1,2}\s(?:hrs?|mins?|secs?|days?|weeks?)\W*$
  | \b\d{1,2}\s?[smhdw]\b\s*(?:[\u00b7|\u2022-]|$) | \bjust\snow\b | \byesterday\sat\b
  | ^\W*(?:reply|report|like|upvote|flag|quote|recommend)\b
  | ^.{0,40}\b(?:reply|report|upvotes?|downvotes?|likes?)\b[^\w.]*(?:\d[\d.,]*\W*)?$
  | [\u2191\u2193\u25b2\u25bc]|\U0001f44d | \b(?:joined|member\ssince|verified\s(?:buyer|purchase))\b
    """,
    _FLAGS,
)
OFFERED = compiled(
    r"""
    (?:from\s)?(?:the|our|today's|latest|this\sweek's|more)?\s?
      (?:(?:\w+\s)?(?:shop|store|deals|offers|bookshop)|jobs(?:\s(?:near\syou|board|of\sthe\s\w+|in\s.{2,30}))?|vacancies
      |job\s(?:ads?|offers|openings|vacancies|board)|situations\svacant|(?:we\sare|we're)\shiring|careers|classifieds?|small\sads|(?:for\ssale|wanted)(?:\sand\s(?:wanted|to\slet|for\ssale))?
      |(?:upcoming|forthcoming|coming|next|local|our)\s(?:events|dates|courses|webinars|talks|walks|tours|concerts)
      |what's\son|events(?:\scalendar)?|calendar|(?:live\s)?(?:traffic|travel|departures|trains)|dates\sfor\syour\sdiary|diary\sdates|(?:recommended\s)?products
      |(?:reader|partner|member|subscriber)s?'?\s(?:offers?|deals|benefits|holidays|travel)|holidays|properties(?:\sfor\ssale)?
      |homes\sfor\ssale|travel\soffers|subscriptions?|subscribe|memberships?|become\sa\s(?:friend|member|patron|supporter|volunteer|donor)|tickets|gift\s(?:ideas|shop)|buying\sguides?
      |adopt\san?\s\w+(?:\s\w+)?|how\s(?:you\scan|to)\s(?:help|give|donate)|donations?|donate|support\s(?:us|our\swork)
      |(?:make|give)\sa\s(?:gift|donation|difference)|help\sus(?:\s\w+){0,3}|your\ssupport|get\sinvolved)
    """,
    _FLAGS,
)
OFFER = compiled(
    r"""
    [£$€]\s?\d | \b\d[\d.,]*\s?(?:[£$€]|euros?\b|kr\b|p\.?a\.?\b) | \b(?:apply|closing\sdate|deadline|part-time
      |full-time|salary|hours\sa\sweek|per\shour|book\s(?:now|here|online|your|a)|places?\s(?:left|available)|sold\sout
      |free\s(?:entry|admission|delivery|shipping|event)|admission|tickets?|was\s[£$€]|rrp|add\sto\s(?:basket|cart)|in\sstock|buy\snow|order\snow
      |bedrooms?|min(?:ute)?s?\sdelay|on\stime|iban|donate|gift\said)\b
  | \b\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\b|[-\u2013]\s?\d{1,2}(?:[:.]\d\d)?\b)
  | \b\d{1,2}[:.]\d\d\b | \byou(?:r|rs)?\b | \b(?:mon|tue|wed|thu|fri|sat|sun)(?:[a-z]*day)?,?\s\d{1,2}\b
    """,
    _FLAGS,
)
PITCH = compiled(
    r"""
    (?:^|[.!?]\s)\W*(?:please\s)?(?:donate|give|sign\sup|subscribe|book|buy|order|apply|register|join|shop|enrol
      |upgrade|adopt|become\sa\s\w+)\s(?:now|here|today|online|yours|us|via|at\s\S+\.\S+)\b
  | \bgift\said\b | \bfree\s(?:trial|preview|articles?|stories)\b
  | (?P<sure>\bIBAN\b | \b[Cc]ancel\s(?:at\s)?any\s?time\b | %\sof\sour\s(?:readers|visitors|users)\b
      | \b[Cc]apital\s(?:is\s)?at\srisk\b | \bretail\s(?:investor\s)?accounts\slose\b)
  | \btext\s[A-Z]{3,}\s(?:\d+\s)?to\s\d{5}
    """,
    re.VERBOSE,
)
BYLINE = compiled(
    r"(?:^|[|\u00b7\u2022\n] ?)(?:[Bb][Yy]|[Ww]ords:?|[Tt]ext:?) (?P<name>[A-Z][\w'-]+(?: [A-Z][\w'.-]+){1,2})"
    r"(?=$|[ ,|\u00b7\u2022\n])",
    re.M,
)
ABOUT = compiled(r"(?:,? (?:who )?(?:is|was|has|covers|writes|reports|works|joined|lives)\b(?!.*\bsaid\b)|: @|\W*$)")
# What is told in a whole sentence is of a chapter: "Donations rose to £4.2 million".
TOLD = compiled(
    r"^[A-Z][^:|]*\b(?:was|were|had|has|have|rose|rises?|fell|falls?|grew|went|sold|costs?|came|brought|took|up from"
    r"|down from|[a-z]{3,}ed)\b[^:|]*\.$|^(?:The|This|Its?|Some|About|Almost|Nearly|More than) [^:|!?]{20,}\.$"
)
_YOU = compiled(r"\byou(?:r|rs)?\b", re.IGNORECASE)
_STOPS = (".", "!", "?", '."', ".\u201d")
_TOP, _HEAD, _SOON, _MOST, _BRIEF, _PITCH, _BOX, _TITLE = 8, 90, 4, 80, 160, 320, 14, 6


def boxes(found: Sequence[Block], text: str) -> set[int]:
    """The numbers of the blocks of such boxes."""
    taken = set(writers(found, text))
    for number, block in enumerate(found):
        if number in taken or block.kind in (BlockKind.ROW, BlockKind.QUOTE):
            continue
        words = text[block.start : block.end]
        if block.kind is BlockKind.PROSE and is_pitch(words):
            taken.add(number)
        if len(words) > _HEAD:
            continue
        line = fold(words).strip(" *_#=:.|\u2022\u00bb>-")
        if COMMENTS.fullmatch(line):
            taken |= commented(found, number, text)
        elif block.kind is not BlockKind.ITEM and OFFERED.fullmatch(line):
            taken |= offered(found, number, text)
    return taken


def writers(found: Sequence[Block], text: str) -> Iterator[int]:
    """The numbers of the paragraphs that end a page with who wrote it: "Ana Ruiz has covered courts for 14 years."."""
    names = {hit["name"] for block in found[:_TOP] if (hit := BYLINE.search(text, block.start, block.end))}
    for number in range(len(found) - 1, _TOP, -1):
        block = found[number]
        words = text[block.start : block.end]
        known = (name for name in names if words.startswith(name) and ABOUT.match(words, len(name)))
        if block.kind is not BlockKind.ROW and next(known, None) is not None:
            yield number


def is_pitch(words: str) -> bool:
    """Whether a paragraph asks its reader to give, book or buy: "For 5 euros a month you can ... Donate now"."""
    if len(words) >= _PITCH or (hit := PITCH.search(words)) is None:
        return False
    return hit["sure"] is not None or _YOU.search(words) is not None


def commented(found: Sequence[Block], at: int, text: str) -> set[int]:
    """The comments below a line that heads them, where readers' names and times stand there."""
    below = range(at + 1, min(len(found), at + 1 + _MOST))
    soon = (text[found[n].start : found[n].end] for n in below[:_SOON])
    if not any(WRITTEN.search(words) for words in soon):
        return set()
    end = next((n for n in below if found[n].kind is BlockKind.HEADING and is_head(found[n], text)), below.stop)
    return {at, *range(at + 1, end)}


def is_head(block: Block, text: str) -> bool:
    """Whether a heading is none of a comment: several words, and no time at which somebody wrote."""
    words = text[block.start : block.end]
    return WRITTEN.search(words) is None and len(words.split()) > 1


def offered(found: Sequence[Block], at: int, text: str) -> set[int]:
    """The lines of a shop, a calendar or an appeal below its heading, as long as they offer something."""
    taken: set[int] = set()
    for number in range(at + 1, min(len(found), at + 1 + _BOX)):
        block = found[number]
        words = text[block.start : block.end]
        if block.kind is BlockKind.FURNITURE:
            continue
        ends = words.rstrip().endswith(_STOPS)
        title = not ends and len(words.split()) <= _TITLE and not any(map(str.isdigit, words))
        offers = len(words) < _BRIEF and OFFER.search(words) is not None and block.kind is not BlockKind.QUOTE
        told = offers and TOLD.match(words) is not None and _YOU.search(words) is None
        if not (title or (offers and not told)):
            break
        taken.add(number)
    return {at, *taken} if any(OFFER.search(text[found[n].start : found[n].end]) for n in taken) else set()


__all__ = ["boxes"]
