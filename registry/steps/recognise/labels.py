"""What looks like a number and is none: names, codes, list numbers, addresses, pronouns.

A newcomer's mistake: a blocklist of names. What stands around a number says that it is a label: "Article 15", "A350",
"A/67/308", "1." at the start of an item.
"""

from __future__ import annotations

import re

from registry.model.span import BlockKind
from registry.steps.recognise.idioms import citations, speeches
from registry.steps.recognise.line import Draft, Line, Number, find
from registry.steps.recognise.series import in_series, says_yes
from registry.steps.recognise.tables import cues, currencies, labels, units
from registry.steps.recognise.tokens import Sort, Tokens
from registry.steps.segment.dates import CLOCK, NAMELESS, SHORT

ONE_COUNTED = cues("labels_one_counted")
ONE_COMPOUNDS = cues("labels_one_compounds")
MASK = re.compile(
    r"""
      (?:https?://|www\.)\S+                                     # addresses
    | [\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}            # mail
    | \b(?:[\w-]{1,64}\.){1,4}(?:com|org|net|io|gov|edu|int|co|uk|info|eu)\b(?:/\S*)?
    | \bdoi:\s?\S+ | \b10\.\d{4,9}/\S+                           # DOIs
    | \bIS[BS]N[:\s]*[\d-]{8,17}[Xx]?                            # ISBN, ISSN
    | \b[A-Z]{1,6}(?:/[A-Z0-9.]{1,12}){1,5}/\d+\b                # A/67/308
    | \b[A-Z]{1,4}/\d+(?:/\d+)*\b
    | \b(?:EN|ISO|IEC|DIN|BS|UL|ASTM|ANSI|GB|JIS|IEEE|CEI|UNE)(?:[ /-](?:EN|ISO|IEC|[A-Z]))*[ -]?
      \d{2,6}(?:[-:]\d{1,4})*\b                                # standards, EN 50081-1
    | \b[A-Z]{1,4}\.\d{4,7}\b | \b[A-Z]{1,3}\((?:19|20)\d\d\)\s?\d+\b      # AT.40817, C(2024) 3391
    | \b\d{1,2}:\d{2}-[a-z]{2}-\d{3,6}\b                         # docket numbers
    | (?<![\w.,])\+\d{1,3}[ -]?\(?\d[\d ()-]{5,16}\d             # +44 20 7946 0000
    | (?<![\w.,$€£-])\(?\d{3}\)?[ -]\d{3}-\d{4}(?!\d)            # (555) 010-0000
    | (?i:\b(?:tel|phone|fax|call|mobile|contact|enquiries|hotline|helpline|freephone|toll-free|switchboard|dial
      |text|whatsapp)\b[.:]*\s*)
      \+?[\d(][\d ()/.-]{5,20}\d
    | \b(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)(?:(?:\s?[-–/,&+]\s?|\sand\s|\sto\s)(?:Mon|Tue|Tues|Wed|Thu
      |Thur|Thurs|Fri|Sat|Sun))*:?\s
      \d{1,2}(?:[.:]\d\d)?\s?(?:[ap]\.?m\.?)?\s?(?:[-–]|to|until)\s?\d{1,2}(?:[.:]\d\d)?\s?(?:[ap]\.?m\b\.?
      |h\b)?      # Mon-Fri 9-17
    # versions, 1.2.3
    | (?<![\w.])(?!\d{1,3}(?:\.\d{3}){2,}(?![.\d]))v?\d+\.\d+\.\d+(?:\.\d+)*(?![\w.]*\d{4})\b
      (?!\s?(?:million|billion|%|€))
    | \b0\d{2,4}[ -]\d{3,4}[ -]?\d{3,4}\b                       # 0800 123 4567
    | \b(?:Genesis|Exodus|Leviticus|Deuteronomy|Psalms?|Proverbs|Isaiah|Matthew|Mark|Luke|John|Acts|Romans|Corinthians
      |Galatians|Ephesians|Hebrews|Revelation)\s\d{1,3}:\d{1,3}(?:[-–]\d{1,3})?          # verses
    | \b[Ll](?:at|on)(?:itude|gitude)?\.?:?\s-?\d{1,3}\.\d+     # Lat 51.5
    | \b\d{1,2}-[KQF]\b                                        # forms of companies' reports
    | \b[Ff](?:light|LIGHT)\s[A-Z]{1,3}\s?\d{1,4}\b                  # flights by number
    | \b(?:[Rr]eport|[Bb]ulletin|[Ss]itrep|[Cc]ircular|[Nn]ewsletter|[Cc]ommuniqu[eé])\s\d{1,4}(?=[:;)]|\s*$)
    | \b(?:on|of|under|to|in)\s(?:both\s)?counts?\s(?:\d{1,2}(?:,\s|\sand\s|\sor\s|\sto\s|\b))+   # of a charge
    | \[\d{4,7}\](?=\s*$)                                        # the number of a parliamentary question
    | \[\d{1,3}(?:[,–-]\s?\d{1,3})*\](?::\d{1,4})?                 # footnote marks [3], with a page [3]:14
    | \#\d+ | \bCOVID\s?-\s?19
    | \b\d{1,5}\s(?:[NSEW]\.?\s)?(?:\d{1,3}(?:st|nd|rd|th)|[A-Z][a-z]+|[A-Z][a-z]+\s[A-Z][a-z]+)\s
      (?:St|Ave|Rd|Blvd|Way|Highway|Hwy|Parkway|Pkwy|Terrace|Crescent|Drive|Dr)\b     # and streets by number
    | \b\d{1,4}\s(?:Ave|Avenue|Rue|Boulevard|Via|Calle|Plaza|Piazza)\s[A-Z]
    | \b\d{3,6}(?=\s(?:ZIP|zip|area|dialling|postal|post)\s?[Cc]odes?\b)
    | \b7[0-8]7(?=\s(?:MAX|Max|Dreamliner)\b)                  # families of aircraft
    | \b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?:/\d{1,2})?\b       # addresses of machines
    | \b\d{1,5}[A-Z]?\s(?:[A-Z][a-z]+\s){1,2}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Boulevard|Blvd|Drive)\b   # streets
    | \b\d{1,4}\s?(?:bis\s)?(?:rue|avenue|place|boulevard)\s
    | \b[A-Z]{1,2}\d{1,2}[A-Z]?\s\d[A-Z]{2}\b                    # postcodes
    | \b[A-Z]{2}\s\d{5}(?:-\d{4})?\b
    | [©]\s?\d{4}
    | (?i:\b(?:report|bulletin|circular|notice|decision|resolution|release|statement)\s)\d{1,4}/(?:19|20)\d\d\b
    | (?<=[:;,]\s)\(?\d{1,2}\)(?=\s\S)                             # 1) of a list within a sentence
    | \b555-\d{4}\b | \b\d{3}-0\d{3}\b
    | \b\d{1,3}(?:\.\d+)?\s?°\s?(?:\d{1,2}\s?['′](?:\s?\d{1,2}(?:\.\d+)?\s?(?:["″]|''))?)?\s?[NSEWO]\b  # 51°30'N
    | \b\d{1,3}(?:\.\d+)?\s(?:degrees\s)(?:north|south|east|west)\b
    | \b[Pp]\.?\s?[Oo]\.?\s[Bb]ox\s\d+
    | (?i:\b(?:call|dial|ring|phone)\s)\d{3}\b(?=[,.;:]|\s(?:or|and|quoting|if|for|in|with|to\sreport)\b|\s*$)   # call 101
    | (?i:\b(?:quoting|quote|log|incident|crime)\s(?:(?:log|ref(?:erence)?|incident|case|crime|number|no\.?)\s){0,3})
      (?=[\w/-]*\d)[\w/-]+(?:\sof\s(?:\d{1,2}/\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8}(?:\s\d{4})?))?
    | \(\d[\d.,]*\s?[KMG]i?B\) | (?<!\S)\d{1,2}[-–]\d{1,2}/(?:\d\d|(?:19|20)\d\d)(?!\S)   # size of a file; months 7-9/24
    """,
    re.VERBOSE,
)
MASKABLE = re.compile(r"\d|@|\.\w|://")
BIG = 1000
GROUPS_OF_AGE = frozenset(("under", "over", "u"))
NO_NOUN, CARRIERS = cues("labels_no_noun"), cues("labels_carriers")
SMALL = 30
GOING_ON = frozenset(("to", "with", "for", "as", "has", "is"))
MOST_STEPS = 30
VERSION = re.compile(r"\d{1,3}\.\d{1,3}\.(?:\d{4}|\d{2})|(?:1\d|20)\d{2}\.\d{1,2}\.\d{1,2}")
ITEM = re.compile(r"\s*[(\[]?(?:\d{1,3}|[ivx]{1,5}|[a-z])[.)\]](?=\s)")
LISTICLES = cues("labels_listicles")
SIDES = cues("labels_sides")
NOTED = re.compile(
    rf"""\W*(?:correction|corrected|clarification|clarified|erratum|corrigendum|edit|edited|editor'?s?\snote|amended|amendment
    |rectificatif|correcci[oó]n|berichtigung|korrektur)\b[\s,(\u2013-]*(?:(?:on|of|added|made|published)\s)?
    (?P<day>{NAMELESS}|{SHORT})(?:,?\s(?:at\s)?{CLOCK})?[)\s]*[:\u2013-]""",
    re.VERBOSE | re.IGNORECASE,
)
PLAIN_AFTER = cues("labels_plain_after") | {""}


def mask(line: Line, folded: str, start: int, end: int) -> None:
    """Take addresses, codes and list numbers out of what is read."""
    tokens = line.tokens
    worth = MASKABLE.search(folded, start, end) is not None
    spans = (
        [match.span() for match in MASK.finditer(folded, start, end) if not _is_date(match.group())] if worth else []
    )
    cited = citations(folded, start, end) if worth else ()
    noted = NOTED.match(folded, start, min(end, start + 80)) if worth and start == line.sentence.start else None
    spans = sorted([*spans, *cited, *speeches(tokens, folded, start, end), *([noted.span("day")] if noted else [])])
    if (
        start == line.sentence.start
        and (item := ITEM.match(folded, start, min(end, start + 12)))
        and _numbered(line, item)
    ):
        spans.insert(0, item.span())
    at = 0
    for low, high in spans:
        while at < tokens.size and tokens.starts[at] < low:
            at += 1
        while at < tokens.size and tokens.starts[at] < high:
            tokens.sorts[at], tokens.low[at] = Sort.MASKED, "\0"
            at += 1


def _is_date(text: str) -> bool:
    """Whether three numbers with dots are a date."""
    return VERSION.fullmatch(text) is not None


def _numbered(line: Line, item: re.Match[str]) -> bool:
    """Whether the number that opens a sentence numbers it: something must follow, and no "M." of a name."""
    kind, tokens = line.sentence.block.kind, line.tokens
    if tokens.word(2) in line.about.language.months and tokens.is_number(0):
        return False
    return item.end() < line.sentence.end and (kind is not BlockKind.ROW) and bool(item.group().strip()[:-1])


def is_label(line: Line, at: int, number: Number) -> bool:
    """Whether the number that starts here names something: a part of a code, or after a label word."""
    tokens = line.tokens
    before = tokens.word(at - 1)
    if says_yes(tokens, at) or (number.step and in_series(tokens, at)):
        return False
    if before == "bottom" or (number.digits and (_of_brand(tokens, at) or _in_plural(tokens, at, number))):
        return True
    bracketed = before == "(" and tokens.touches(at - 1) and line.label_end == at - 1 >= 0 and number.digits
    if bracketed or (number.digits and (_in_code(tokens, at, number) or after_label(line, at, number))):
        line.label_end = number.end
        return True
    if (
        line.label_end == at - 1
        and line.label_end >= 0
        and before in ("and", "or", ",", "to", "-", "–", "&", "/")
        and number.digits
    ):
        line.label_end = number.end
        return True
    if (
        not number.digits
        and after_label(line, at, number)
        and tokens.written(at - 1)[:1].isupper()
        and tokens.written(at)[:1].isupper()
    ):
        return True
    if _is_listicle(line, number) or (not number.digits and _in_name(line, at)):
        return True
    if line.about.language.code != "en" and not number.digits and number.value == 1:
        return not (find(tokens, number.end, units().forms) or find(tokens, number.end, currencies().names))
    return not number.digits and number.value == 1 and number.end == at + 1 and _pronoun(tokens, at)


def _in_name(line: Line, at: int) -> bool:
    """Whether a number word is written like a name amid a sentence that is not: "the Big Four", "of Two Rivers"."""
    tokens, written = line.tokens, line.tokens.written(at)
    if line.about.language.code != "en" or not (at and written[:1].isupper() and written[1:].islower()):
        return False
    before = tokens.word(at - 1)
    if before == "of" and tokens.written(at - 2) in ("Group", "Gang", "Council", "Big"):
        return True
    if not (tokens.is_word(at - 1) or before == ",") or before in line.about.language.before:
        return False
    if tokens.word(tokens.size - 1) in (".", "!", "?"):
        return True
    long = [word for word in (tokens.written(here) for here in range(tokens.size)) if len(word) > 3 and word.isalpha()]
    return 2 * sum(word[0].isupper() for word in long) <= len(long)


def _is_listicle(line: Line, number: Number) -> bool:
    """Whether a headline only counts its own list: "Ten reasons to vote", "7 things to know"."""
    if line.sentence.block.kind is not BlockKind.HEADING or number.scaled or number.value > BIG:
        return False
    near = (line.tokens.word(at) for at in range(number.end, number.end + 4))
    return not LISTICLES.isdisjoint(near)


def _of_brand(tokens: Tokens, at: int) -> bool:
    """Whether a name with a capital inside stands before: "iOS 17"."""
    name = tokens.written(at - 1) if tokens.is_word(at - 1) else ""
    return name[:1].islower() and not name.islower() and len(name) > 2


def _in_plural(tokens: Tokens, at: int, number: Number) -> bool:
    """Whether the number names a group of ages or years: "under-18s", "in her 20s", "the 80s"."""
    glued = tokens.word(number.end) == "s" and tokens.touches(number.end) and not number.step
    return glued and tokens.word(at - 1) in cues("labels_plurals")


def _in_code(tokens: Tokens, at: int, number: Number) -> bool:
    """Whether letters or slashes touch the digits: "A350", "COVID-19", "67/308", "5:18"."""
    before, first = tokens.word(at - 1), tokens.raw[at]
    if first[0] == "0" and len(first) > 1 and first.isdigit():
        return True
    touching = tokens.touches(at)
    if touching and (tokens.is_word(at - 1) or before in ("#", "_", "\0", "@", "°")):
        return not (before in ("d", "l") or (len(before) == 1 and before == "~"))
    if touching and before in ("-", "–") and tokens.word(at - 2) in GROUPS_OF_AGE:
        return True
    if touching and before in ("-", "–") and tokens.touches(at - 1):
        return (
            tokens.is_word(at - 2)
            and tokens.written(at - 2)[:1].isupper()
            and not (tokens.touches(at - 2) and tokens.is_number(at - 3))
        )
    if touching and before in ("/", ":") and tokens.touches(at - 1):
        return tokens.is_word(at - 2) or tokens.is_number(at - 2)
    after = tokens.word(number.end)
    if after == "/" and tokens.touches(number.end) and tokens.is_number(number.end + 1):
        return True
    if (
        after == ":"
        and tokens.touches(number.end)
        and tokens.touches(number.end + 1)
        and tokens.is_number(number.end + 1)
    ):
        return True
    return (first == "5" and after == "g" and tokens.touches(number.end)) or (
        after in ("g", "k") and first in ("3", "4", "8") and tokens.written(number.end) in ("G", "K")
    )


def after_label(line: Line, at: int, number: Number) -> bool:
    """Whether a label word stands before: "Article 15", "No. 3", "page 7"."""
    tokens, table = line.tokens, labels()
    if number.scaled or number.grouped:
        return False
    here = at - 2 if tokens.word(at - 1) in (".", ":") and tokens.touches(at - 1) else at - 1
    here = here - 1 if tokens.word(here) == "." and here == at - 1 else here
    if tokens.word(here) in ("°", "º") and tokens.word(here - 1) in ("n", ".") and tokens.touches(here):
        return True
    word, written = tokens.word(here), tokens.written(here)
    if word not in table.before or not (tokens.is_word(here) or word in ("§",)):
        return False
    if word in table.steps and here == at - 1 and number.value <= MOST_STEPS:
        return True
    if here != at - 1 and word in table.dotted:
        return True
    if word == "number" and here == at - 1 and tokens.word(number.end) in CARRIERS:
        return True
    if word in table.capitalised and not written[:1].isupper():
        lettered = tokens.touches(number.end) and len(tokens.word(number.end)) == 1
        noun = tokens.is_word(number.end) and tokens.word(number.end) not in NO_NOUN
        return word in table.lowercase and (lettered or not noun or tokens.word(here - 1) in CARRIERS)
    if here != at - 1:
        return False
    after = tokens.word(number.end)
    counted = after.endswith("s") and after not in NO_NOUN
    return not (here == 0 and word != "no" and word in table.capitalised and counted)


def _pronoun(tokens: Tokens, at: int) -> bool:
    """Whether "one" stands for something."""
    table, before, after = labels(), tokens.word(at - 1), tokens.word(at + 1)
    if tokens.hyphen(at + 1) or tokens.hyphen(at - 1):
        return tokens.hyphen(at - 1) or tokens.word(at + 2) in ONE_COMPOUNDS
    if after == "of" and before in ONE_COUNTED:
        return False
    if find(tokens, at + 1, units().forms) and len(after) > 2:
        return False
    if not tokens.is_word(at + 1):
        return not (tokens.sorts[at + 1] == Sort.SIGN and after in ("/",)) if at + 1 < tokens.size else True
    return (
        before in table.one_before - ({"the", "only", "or", "than", "by"} if after not in table.one_after else set())
        or after in table.one_after
    )


def _of_product(tokens: Tokens, at: int, after: str) -> bool:
    """Whether a name of two words stands before a small number and the clause goes on: "the Nova Phone 5 to see"."""
    named = all(tokens.is_word(here) and tokens.written(here)[:1].isupper() for here in (at - 1, at - 2))
    return named and at > 3 and after in GOING_ON and not tokens.is_number(at + 2)


def is_nothing(line: Line, at: int, draft: Draft) -> bool:
    """Whether a bare number without unit is only a name's number: "Windows 10", "Chamber 2"."""
    tokens = line.tokens
    if not tokens.is_number(at) or draft.scaled or draft.end > at + 1 or "," in tokens.raw[at] or draft.low is None:
        return False
    before, after = tokens.written(at - 1), tokens.word(draft.end)
    if in_series(tokens, at) or tokens.word(at - 1) in SIDES:
        return False
    if before == "(" and after == ")" and tokens.written(at - 2)[:1].isupper() and draft.low < BIG:
        return line.sentence.block.kind is not BlockKind.ROW
    if (
        not tokens.is_word(at - 1)
        or not before[:1].isupper()
        or at < 2
        or tokens.word(at - 1) in line.about.language.before
    ):
        return False
    if tokens.touches(at) or line.sentence.block.kind in (BlockKind.ROW, BlockKind.HEADING):
        return False
    if _of_product(tokens, at, after) and draft.low < SMALL:
        return True
    return draft.low < BIG and draft.low == int(draft.low) and not tokens.is_word(draft.end) and after in PLAIN_AFTER
