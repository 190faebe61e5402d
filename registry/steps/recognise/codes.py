"""Codes, addresses, numbers to call and marks of notes: figures that count nothing whatever stands around them.

A newcomer's mistake: a form that a count may have, too. Each needs a sign of its own, as "555", "@" or a bracket is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from registry.steps.kept import compiled
from registry.steps.segment.dates import CLOCK, NAMELESS, SHORT

MASK = compiled(
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
    | (?<![\w.,$€£-])(?:1[ -])?\(?\d{3}\)?[ /-]\d{3}-\d{4}(?!\d)  # (555) 010-0000
    | \bH\.\s?R\.\s\d{1,5}\b                                     # a bill of a house of representatives
    | (?i:\b(?:tel|phone|fax|call|mobile|contact|enquiries|hotline|helpline|freephone|toll-free|switchboard|dial
      |text|whatsapp)\b[.:]*\s*)
      \+?[\d(][\d ()/.-]{5,20}\d
    | \b(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)(?:(?:\s?[-–/,&+]\s?|\sand\s|\sto\s)(?:Mon|Tue|Tues|Wed|Thu
      |Thur|Thurs|Fri|Sat|Sun))*:?\s
      \d{1,2}(?:[.:]\d\d)?\s?(?:[ap]\.?m\.?)?\s?(?:[-–]|to|until)\s?\d{1,2}(?:[.:]\d\d)?\s?(?:[ap]\.?m\b\.?
      |h\b)?      # Mon-Fri 9-17
    | \b(?!(?<=\w\s)\w+day\s\d[-–]\d(?!\d|[.:]\d|\s?[aph]))      # no score: "lost on Saturday 4-2"
      (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|[Dd]aily|[Ww]eekdays|[Ww]eekends)
      (?:(?:\s?[-–/,&]\s?|\sand\s|\sto\s)(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?)*[,:]?\s(?:from\s)?
      \d{1,2}(?:[.:]\d\d)?\s?(?:[ap]\.?m\.?)?\s?(?:[-–]|to|until)\s?\d{1,2}(?:[.:]\d\d)?(?:\s?(?:[ap]\.?m\b\.?|h\b)
      |(?=[,.;)]|\s*$|\sand\s|\sat\s))      # Monday to Friday, 9 to 5
    | (?i:\b(?!(?:grant|award|project|permit|claim)\s\d{1,3}[-/]\d{3}\s[a-z])             # "they claim 200-300 lives"
      (?:grant|contract|award|project|permit|licen[cs]e|case|application|tender|patent|registration|policy
      |claim)\s(?:no\.?\s|number\s|nr\.?\s)?)[A-Z]{0,6}\d\w*[-/]\d{3}[\w/-]*                    # grant 2021-0417
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
    | (?<![$£€])\b(?:4\s?[x\u00d7]\s?)?(?:50|60|80|1[01]0|[248]00|1,?500|[35],?000|10,?000)(?:m|-met(?:re|er)s?)
      (?=\s(?:(?:world|national|Olympic|European|individual|indoor|junior|own|flat|new)\s){0,2}
      (?:records?|finals?|title|gold|silver|bronze|champion\w*|sprint\w*|dash|hurdles|relay|freestyle|butterfly
      |backstroke|breaststroke|medley|steeplechase|heats?|semi-?finals?|races?|times?|runners?|events?)\b)
                                                               # what athletes compete in
    | (?<=\b[Tt]he\s)(?:4\s?[x\u00d7]\s?)?(?:60|80|1[01]0|[248]00|1,?500|[35],000|10,000)m
      (?=\s(?:at|in|on|and|but|when|where)\b|[.,;!?)]|\s*$)      # "bronze in the 100m at the championships"
    | (?<=-ever\s)(?:60|80|1[01]0|[248]00|1,?500|[35],000|10,000)m(?=\s|[.,;!?)]|$)
    | \b\d{1,4}(?:,\d{3})?(?:-|/|\sto\s)1(?=\s(?:outsiders?|odds|shots?|underdogs?|favou?rites?|long-?shots?)\b)
    | (?<=odds\sof\s)\d{1,4}(?:,\d{3})?(?:-|/|\sto\s)1\b                        # of bookmakers
    | (?<=men's\s)(?:4\s?[x\u00d7]\s?)?\d[\d,]{1,5}(?:m|\smet(?:re|er)s?)\b
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
    | (?i:\b(?:call|dial|ring|phone)\s)\d{3}\b(?=[,.;:]|\s(?:or|and|quoting|if|for|in|with|to\sreport)\b|\s*$)
    | (?i:\b(?:quoting|quote|log|incident|crime)\s(?:(?:log|ref(?:erence)?|incident|case|crime|number|no\.?)\s){0,3})
      (?=[\w/-]*\d)[\w/-]+(?:\sof\s(?:\d{1,2}/\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8}(?:\s\d{4})?))?
    | (?<=[.!?]\s)\d{1,2}/\d{1,2}(?=\s*$)                          # 2/3 of a thread
    | \(\d[\d.,]*\s?[KMG]i?B\)                                    # the size of a file
    | (?<!\S)\d{1,2}[-–]\d{1,2}/(?:\d\d|(?:19|20)\d\d)(?!\S)            # months, 7-9/24
    """,
    re.VERBOSE,
)
# Where any of them but an address can begin: tried only there, which takes a third of the time.
PLAIN = compiled(rf"(?:\b(?=[\w-])|(?=[+(\#\[©]))(?:{MASK.pattern})", re.VERBOSE)
ADDRESSES = ("@", "://", "www.")
NOTED = compiled(
    rf"""\W*(?:correction|corrected|clarification|clarified|erratum|corrigendum|edit|edited|editor'?s?\snote|amended|amendment
    |rectificatif|correcci[oó]n|berichtigung|korrektur)\b[\s,(\u2013-]*(?:(?:on|of|added|made|published)\s)?
    (?P<day>{NAMELESS}|{SHORT})(?:,?\s(?:at\s)?{CLOCK})?[)\s]*[:\u2013-]""",
    re.VERBOSE | re.IGNORECASE,
)


def codes(folded: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Codes, addresses and the like in a stretch of text, in order."""
    addressed = any(folded.find(sign, start, end) >= 0 for sign in ADDRESSES)
    return (MASK if addressed else PLAIN).finditer(folded, start, end)
