"""What is on a page but is not its text: counters, share bars, menus, banners, teasers, datelines, bylines.

A newcomer's mistake: adding a phrase because one page had it. Each pattern describes a family, and a line is furniture
only if the whole line is: a false hit loses claims, and nobody would notice.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from registry.steps.fold import fold
from registry.steps.segment.apparatus import APPARATUS
from registry.steps.segment.chits import CHITS
from registry.steps.segment.dates import CLOCK, NAMELESS, is_date
from registry.steps.segment.families import Families
from registry.steps.segment.margins import MARGINS
from registry.steps.segment.notices import CALLS, NOTICES, PLACES, REFERENCE
from registry.steps.segment.widgets import AUDIENCE, AUDIENCE_PIECE, OFFICE, WIDGETS, is_side

_FLAGS = re.VERBOSE | re.IGNORECASE
_NUMBER = r"\d[\d.,]*(?:\s?(?:k|m|mn|thousand|million))?\+?"
_COUNTED = (
    "views?|reads?|likes?|shares?|comments?|claps?|retweets?|tweets?|reposts?|reactions?|replies|upvotes?"
    "|followers?|page\\sviews|bookmarks?|responses?|hearts?"
)
_NETWORKS = (
    "facebook|twitter|x|vk|ok|whats\\s?app|telegram|linkedin|pinterest|reddit|tumblr|instagram|youtube|tiktok|viber|email"
    "|e-mail|mail|print|copy\\s(?:the\\s)?link|messenger|bluesky|mastodon|threads|flipboard|rss|pocket|xing|line|weibo|wechat"
)
_ACTIONS = "shares?|tweet|post|like|save|pin|comments?|follow|print|email|bookmark|reply|report|listen|gift|link|copy"

COUNTER = rf"""
    (?:{_COUNTED})\s*[:(]?\s*{_NUMBER}\)?                       # views: 5, Comments (37)
  | {_NUMBER}\s+(?:{_COUNTED})                                  # 1.1k claps
  | (?:\d+|an?)[\s-]?min(?:ute)?s?\.?(?:[\s-]read)?             # 7 minute read
  | reading\stime:?\s.*
  | (?:no|add|post|view|show|hide|leave|write)\s(?:an?\s|your\s)?(?:all\s)?(?:comments?|repl(?:y|ies))(?:\syet)?\s*:?
  | {_NUMBER}\s(?:people|others?|users|readers|friends)\s
    (?:(?:like|likes|liked|follow|followed|shared?|recommend|talking|reading|viewing|(?:are|is)\s(?:now\s)?(?:talking|reading
      |viewing|browsing)|have\sread)\b.*
      |(?:are|is)\s(?:now\s)?(?:watching|listening|looking|here|online)(?:\s(?:at\s)?(?:now|right\snow|live|today|this|here|too)
      \b.{{0,40}})?\W*)
"""
SHARE = rf"""
    (?=.*\b(?:share|tweet|like|follow|comments?|facebook|twitter|whats\s?app|telegram|linkedin|reddit|vk|e-?mail)\b)
    (?:(?:{_ACTIONS}|{_NETWORKS}|via|on|this|to|with|{_NUMBER}|\(\d+\)|[,|:/·•>-])(?:\s+|$))+
"""
STAMP = rf"""
    (?:first\s|last\s)?(?:posted|published|updated|modified|created|issued|released?|printed|reviewed|announced)\s*
      (?:on|at|by|in|of|:)?\s*(?:[\w.'-]+:?\s+){{0,6}}?(?:on\s|at\s|:\s)?(?:{NAMELESS}|{CLOCK})
      (?:.{{0,40}}|\W{{1,3}}(?:{CLOCK}|updated|modified|last)\b.{{0,60}})
  | (?:posted|written|published|reported)\sby\s.{{2,60}}
  | {CLOCK},?\s*{NAMELESS}
  | {NAMELESS}(?:,?\s*{CLOCK})?
  | (?:filed\sunder|tags?|categor(?:y|ies)|topics?|section|source|labels?)\s*:.{{0,80}}
  | page\s\d+\s(?:of|/)\s\d+.{{0,60}}
"""
TEASER = r"""
    (?:read|see|watch|listen)\s(?:also|more|next)(?:\s*:.*|[^.:\d]{0,40})
  | (?:watch|listen|read|in\spictures|also\son\sthis|podcast)\s*:\s[^.]*
  | (?:also\sread|see\salso|related)\s*(?:stories|articles|posts|news|content|coverage|links|topics)?\s*(?::.*|)
  | (?:most|top)\s(?:read|popular|viewed|shared|commented|recent|stories)
      (?:\s(?:today|now|stories|articles|posts|news|this\s\w+|(?:in|on)\s\w+)){0,3}\s*(?::.*|)
  | you\s(?:might|may)\salso\s(?:like|be\sinterested)\b.*
  | (?:recommended(?:\sfor\syou)?|trending(?:\snow)?|popular(?:\snow)?|editors?'?\spicks?|up\snext
      |latest\s(?:news|posts|stories|articles))(?:\sin\s\w+)?\s*(?::.*|)
  | (?:more\sfrom|more\son\sthis|more\sstories|don't\smiss|also\son|in\sother\snews)\b
      (?:[^.:\d]{0,40}|[^.:]{0,40}:.*)
  | (?:older|newer|previous|next|recent)\s(?:posts?|entr(?:y|ies)|articles?|stor(?:y|ies)|page)\b(?::.*|)
"""
APPEAL = r"""
    (?:subscribe|sign\sup|sign\sin|log\sin|unsubscribe|join\sus|become\sa\s(?:member|subscriber|supporter))\b
      (?!.*\b(?:said|says|were|was|had)\b).{0,120}
  | (?:register|donate)(?:\s(?:now|here|today|for|to|free|via|online|[$£€]).{0,60}|[\s!.]*)
  | (?:share|like|follow|tweet|pin|rate|print|bookmark)\s(?:this|us|it)\b.{0,100}
  | (?:already\sa\s(?:subscriber|member)|you\s(?:receive|are\s(?:receiving|getting)|got|get|have\sreceived)\sthis\b
      |support\sour\swork
      |want\sto\sunsubscribe|manage\s(?:your\s)?(?:preferences|cookies|consent)).*
  | (?:advertisement|advertising|sponsored(?:\scontent)?|promoted|paid\spost|ad|feedback|skip\sto\s.{1,30}
      |back\sto\stop|menu|search)
  | .*\b(?:we|our|site|website|page|partners)\b.{0,40}\b(?:use|uses|store|stores|place|places)\b.{0,20}\bcookies\b.*
  | .*\b(?:accept|reject|allow|manage)\s(?:all\s)?cookies\b.*
  | (?:(?:cookies|your\schoices)\s*:|we\svalue\syour\sprivacy|by\scontinuing\sto\s(?:use|browse)).*
"""
LEGAL = r"""
    (?:©|copyright\b).{0,160}
  | [(]c[)]\s(?:.{0,30}\b(?:19|20)\d\d\b|[^.\d]{2,60}$).{0,120}           # no item (c) of a list
  | .{0,120}\ball\srights\sreserved\b.{0,80}
  | (?:terms\s(?:of\suse|and\sconditions)|privacy\spolicy|cookie\spolicy|imprint)(?:\s*[|·-].*)?
  | (?:(?:press|media)\s)?(?:contacts?|enquir(?:y|ies)|inquiries|tel|telephone|phone|fax|e-?mail|permanence)
      \s*[:.].*(?:\d[\d\s-]{6,}|@).*
  | notes?\s(?:to|for)\seditors\s*:.*(?:enquir|inquir|contact|\bdpi\b|\btel\b|@).*
"""
MASTHEAD = r"""
    (?:(?:ticket|press|media|crisis|emergency|information|customer)\s)?
      (?:hotline|helpline|tickets?|bookings?|switchboard|reservations?|box\soffice|freephone|call(?:\sus)?|whatsapp
      |sms)
      \s*[:.]?\s*\+?[\d(][\d\s()/.-]{6,}\.?
  | (?:next|previous)\s(?:issue|edition|bulletin|update|report|newsletter)\s*
      (?::|(?:on|in|at|due|will\sappear)\b).{0,60}
  | (?:registered|incorporated)\s(?:in\s[\w\s]{2,30}\s)?(?:as\s)?(?:an?\s)?(?:company|charity|office|number|no)\b
      [^.]{0,60}\d{4,}\W*
  | (?:company|charity|vat|registration)\s(?:registration\s)?(?:number|no\.?|nr\.?)\s*:?\s*[\w\s/-]{0,12}\d{4,}\W*
  | (?:press|news|media)\srelease\s(?:no\.?\s?)?\d+(?:[/-]\d+)?\b.{0,60}
  | [\w\s'&.-]{2,40}:?\s(?:bulletin|situation\sreport|sitrep|circular|newsletter|update)\s(?:no\.?\s?|\#\s?)?\d+
      (?:\s*[-\u2013\u2014:|]\s*[\w\s'.-]{2,40})?
  | [\w\s'&.-]{2,40}\b\d{2,3}\.\d\s?(?:fm|mhz|am)\b(?:[,:|\u2013\u2014-].{0,50})?\W*
"""
WIDGET = r"""
    (?:font|text|letter|line)?[\s-]?(?:size|colou?r|font|thickness|spacing|contrast|scheme)
  | (?:colou?r\sscheme|background\scolou?r|font(?:\ssize)?|high\scontrast|dark\smode|light\smode)
  | (?:a[+-]?\s+){1,}a[+-]?
  | (?:\d+(?:px|pt|em|%)\s*)+
  | (?:(?:arial|verdana|tahoma|helvetica|georgia|times(?:\snew\sroman)?|courier|serif|sans(?:-serif)?)\s*)+
  | (?:(?:regular|light|bold|normal|thin|medium|small|large|default)\s*){2,}
  | (?:(?:black|white|dark|light|yellow|blue)\son\san?\s(?:black|white|dark|light|yellow|blue)(?:\sbackground)?\s*)+
  | (?:background|text)\scolou?r
"""
DATELINE = rf"""
    (?:[\w'&.-]+\s){{0,3}}(?:report|update|bulletin|briefing|statement)\s(?:no|nr)?\.?\s?\#?\d+,?\s[(]?as\s(?:of|at)\s
      {NAMELESS}(?:,?\s*{CLOCK})?[)]?
  | (?:statement|(?:press|news|media)\srelease|bulletin|communiqu\w|report|document|circular|issue|update|edition
      |version|volume|(?:research|briefing|working|discussion|policy|white)\s(?:paper|note|brief))?
      \s*(?:(?:no|nr|n)\.?\s?|\#|°)?\s?[\d/-]*\s*,?\s*{NAMELESS}(?:,?\s*{CLOCK})?
  | (?:statement|(?:press|news|media)\srelease|bulletin|communiqu\w|report|circular|notice)\s(?:no\.?|nr\.?|n[°º]|\#)?
      \s?[\d/-]+\s?[-|,\u2013\u2014\u00b7]\s?(?-i:[A-Z])[\w.'-]+(?:\s(?-i:[A-Z])[\w.'-]+){{0,2}},\s{NAMELESS}
  | (?-i:[A-Z])[\w.'&-]*(?:\s(?:(?-i:[A-Z])[\w.'&-]*|of|and|the|for|de|la)){{0,7}},\s(?:[a-z-]+\s)?(?:report|paper|note
      |bulletin|circular|memorandum|briefing|newsletter|notice|series|publication)\s(?:no\.?\s?|nr\.?\s?)?\d+
      (?:\s?[/-]\s?\d+)?,?\s{NAMELESS}                                  # Institute of Soils, Report 12, 3 May 2024
  | (?-i:[A-Z])[\w.'-]+(?:\s(?-i:[A-Z])[\w.'-]+){{0,2}}(?:,\s(?-i:[A-Z])[\w.'-]+)?,\s(?:le\s)?{NAMELESS}
      (?:\s*(?:\([\w\s./]+\))?\s*[-\u2013\u2014]+\s*(?-i:[A-Z])[\w'&]*(?:\s(?-i:[A-Z])[\w'&]*){{0,4}})?
  | {NAMELESS}(?:,?\s*{CLOCK})?\s*[,|/\u00b7\u2013\u2014-]\s*(?-i:[A-Z])[\w'&.-]*(?:\s(?:(?-i:[A-Z])[\w'&.-]*|of
      |and|the|de|la)){{0,3}}
"""
HEADER_DATE = re.compile(
    rf"(?P<label>[^\d.!?]{{3,70}})(?:,\s|\s[-\u2013\u2014|]\s){NAMELESS}(?:,?\s*{CLOCK})?(?:\s[(][^()\d]{{2,30}}[)])?",
    _FLAGS,
)
BYLINE = rf"""
    by\s(?-i:[^\W\d_a-zß-öø-ÿ])[\w.'-]+(?:(?:\s|,\s|\sand\s|\s&\s)(?-i:[^\W\d_a-zß-öø-ÿ])[\w.'-]+){{1,8}}
    (?:,\s(?:[\w'-]+\s){{0,4}}(?:reporter|correspondent|editor|writer|staff|columnist|photographs?|photos?|pictures?
       |illustrations?|graphics?|agencies|wires?)\b.{{0,40}})?
    (?:,\s\d\d)?
    (?:\s?[-.|\u2013\u2014\u00b7,]+\s?\d{{1,3}}[\s-]min(?:ute)?s?(?:[\s-]read)?)?\.?
    (?:\s?[-|\u2013\u2014\u00b7,]\s?{NAMELESS}(?:,?\s*(?:at\s)?{CLOCK})?)?
"""
_MENU_WORDS_WORDS = """
    home news world sport sports weather business politics opinion culture tech travel video videos photos
    blog about contact trending quizzes login search menu shop jobs property obituaries e-edition local
    national international health science entertainment lifestyle subscribe newsletter podcasts announcements
    publications archive events
"""
MENU_WORDS = frozenset(_MENU_WORDS_WORDS.split())

_WHOLE = Families(
    BYLINE, COUNTER, STAMP, TEASER, APPEAL, LEGAL, MASTHEAD, *NOTICES, *MARGINS, *APPARATUS, *WIDGETS, *CHITS
)
_LINES = Families(SHARE, WIDGET, DATELINE)
_PIECE = Families(SHARE, WIDGET, AUDIENCE_PIECE)  # what a strip may hold besides
_LONG = 120
_FEW, _CARD = 4, 60
# Plain strings, looked for in a lower-case line: one pattern of so many, whatever their case, takes ten times as long.
_HINTS = tuple(
    hint
    for hints in (
        "cookie|doi|securities|copyright|©|(c)|rights reserved|subscri|most |also |related|share|sign up|posted",
        "trending|popular|latest|donate|privacy|contact|quir|editors|receive|support|read |post|stories|tags|filed|tel",
        "phone|more |choices|published|updated|buy me|buy us|if everyone|readers give|apply|gambl|round|abonn|signez",
    )
    for hint in hints.split("|")
)
_ENDS = (". ", "! ", "? ", "; ")
_IMPRINTED = re.compile(r"(?<=[.!?])(?<!\b[Nn]o\.) +(?=[A-Z\d])|(?<=;) +(?=\d+ [a-z])")
_SIGNS = re.compile(r"^[^\w\s#$£€¥(\[\"'+.-]+\s+")
_SEPARATOR = re.compile(r"\s+[|·•/>»]\s+|\s[-\u2013\u2014]\s|\s{3,}|\t")


@cache
def _headed() -> Families:
    """What heads comments, pictures or results; compiled where a page has such a heading."""
    return Families(COUNTER, AUDIENCE, PLACES)


@cache
def _labelled() -> Families:
    """What an office's label and its value look like; compiled where a page has labels."""
    return Families(OFFICE, REFERENCE, CALLS)


def is_furniture(line: str) -> bool:
    """Whether a line is nothing but page furniture."""
    folded = fold(line).strip(" *_")
    if not folded or len(folded) > 300 or (len(folded) > _LONG and not _hints(folded)):
        return is_side(folded)
    return _is_known(folded) or is_side(folded)


def _hints(line: str) -> bool:
    """Whether a long line has a word that furniture of its length has."""
    lowered = line.lower()
    return any(hint in lowered for hint in _HINTS)


@lru_cache(maxsize=4096)
def _is_known(line: str) -> bool:
    """Whether a folded line is furniture; the steps that read a page ask it of each line about three times."""
    return is_date(line) or _is_line(line) or _is_strip(line) or _is_imprint(line)


def _is_line(line: str) -> bool:
    """Whether a line is a whole piece of furniture."""
    return _WHOLE(line) or _LINES(line)


def _is_imprint(line: str) -> bool:
    """Whether a line holds several short sentences that are furniture each: "Tickets: 0117 555 019. Page 3."."""
    if not any(end in line for end in _ENDS) or "..." in line:
        return False
    pieces = _IMPRINTED.split(line)
    if not 1 < len(pieces) < 6:
        return False
    brief = [piece.count(" ") < _FEW and not any(map(str.isdigit, piece)) for piece in pieces]
    # The pieces that decide come first: of a text's own sentences one is asked about, not all.
    if not all(short or _is_line(piece) for short, piece in zip(brief, pieces, strict=True)):
        return False
    return not all(brief) or any(map(_is_line, pieces))


def is_aside(sentence: str) -> bool:
    """Whether a sentence in a paragraph is nothing but page furniture."""
    folded = fold(sentence).strip(" *_()")
    if not folded or len(folded) > _LONG:
        return False
    return is_date(folded) or _WHOLE(folded) or is_side(folded)


def heads_widget(line: str) -> bool:
    """Whether a heading heads comments, pictures or results: "63 thoughts on ...", "Comments (48)"."""
    folded = fold(line).strip()
    return len(folded) < _LONG and any(map(str.isdigit, folded)) and _headed()(folded)


def is_card(words: str) -> bool:
    """Whether short lines under each other are furniture wherever they have figures: the card of a forum's member."""
    lines = [line for line in words.split("\n") if line.strip()]
    told = [line for line in lines if any(map(str.isdigit, line))]
    return len(lines) > 1 and bool(told) and all(len(line) < _CARD for line in lines) and all(map(is_furniture, told))


def is_office(label: str, value: str) -> bool:
    """Whether a label and what stands beside it are an office's, not the text's: "ISSN", "Barcode", "Next release"."""
    line = f"{fold(label).strip(' :*_')}: {fold(value).strip()}"
    return len(line) < _LONG and any(map(str.isdigit, value)) and _labelled()(line)


def is_teaser(line: str) -> bool:
    """Whether a line introduces a list of other stories."""
    bare = fold(line).strip()
    return len(bare) < 60 and re.fullmatch(TEASER, bare, _FLAGS) is not None


def is_header(line: str) -> bool:
    """Whether a line at the top is a document's label with its date ("Minutes of the council, 3 May 2021")."""
    return HEADER_DATE.fullmatch(fold(line).strip()) is not None


def _is_strip(line: str) -> bool:
    """Whether a line is a strip of short pieces: a menu, or a piece that is a counter or a stamp among labels."""
    if line.endswith((".", "?", "!", ";")):
        return False
    pieces = [_SIGNS.sub("", piece.strip()) for piece in _SEPARATOR.split(line) if piece.strip()]
    if len(pieces) < 2:
        return False
    widgets = [_PIECE(piece) or _WHOLE(piece) for piece in pieces]
    if len(pieces) > 2 and any(widgets):
        widgets = [known or is_date(piece) for known, piece in zip(widgets, pieces, strict=True)]
    if len(pieces) == 2 and re.search(r"\s{3,}|\t", line) and not all(widgets):
        return any(widgets) and all(known or is_date(one) for known, one in zip(widgets, pieces, strict=True))
    if any(widgets):
        return all(widget or piece.count(" ") < 5 for widget, piece in zip(widgets, pieces, strict=True))
    return _is_menu(line, pieces)


def _is_menu(line: str, pieces: list[str]) -> bool:
    """Whether short pieces between bars are a menu."""
    if not any(bar in line for bar in ("|", "·", " > ", "»", "•")) or any(piece.count(" ") > 3 for piece in pieces):
        return False
    known = sum(piece.split()[0].lower() in MENU_WORDS for piece in pieces)
    return known >= 1 or (len(pieces) >= 3 and not any(char.isdigit() for char in line))
