"""Numbers that count nothing: figures of speech, and the parts of citations, accounts and coordinates.

A newcomer's mistake: masking a phrase that may also be meant. "A hundred times bigger" is a ratio, "a hundred times"
is impatience; each turn here has no plain reading that anybody would check.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from registry.steps.kept import compiled
from registry.steps.recognise.tables import cues
from registry.steps.recognise.tokens import Tokens

SPOKEN = cues("idioms_words")
IDIOM = compiled(
    r"""
    \b(?:
      (?:an?|one|the)\s(?:hundred|thousand|million|billion)(?:\sand\sone)?\s
        (?:reasons?|ways?|things?|questions?|excuses?|thanks|cuts|apologies|miles\saway|other\s\w+
        |times(?!\s(?:more|as|larger|bigger|the|higher|greater|faster|smaller|over|less|stronger|its|\w+er\b)))
    | worth\sa\sthousand\swords | one\sin\sa\s(?:hundred|thousand|million|billion)
    | (?:million|billion|thousand)[\s-](?:dollar|pound|euro)\squestion | thousand[\s-]yard\sstare
    | nine\slives | cloud\snine | to\sthe\snines | sixes\sand\ssevens | (?:nine|9)[\s-](?:to|til)[\s-](?:five|5)
    | on\s(?:the\s)?one\shand | one(?:'s)?\seye\son | one\sfoot\sin | under\sone\sroof | (?:with|in)\sone\svoice
    | rolled\sinto\sone | all[\s-]in[\s-]one | one\sand\s(?:only|the\ssame|all) | (?:in|at)\sone\s(?:fell\sswoop|go)\b
    | at\sone\s(?:point|stage|time)(?!\s\w+ed\b)
    | one\slast\stime | one\smore\stime | one\stoo\smany | one\sby\sone | two\sby\stwo | one\sstep\s(?:ahead|closer
      |behind)
    | one\ssize\sfits | one\sway\sor\s(?:an|the\s)other | six\sof\sone | half\sa\sdozen\sof\sthe\sother
    | one-(?:man|woman|person)\s(?:show|band) | one[\s-](?:to|on)[\s-]one | one-(?:stop|liners?|horse|upmanship
      |sidedness)
    | (?:number|square|day|year)\sone\b(?!\s(?:hundred|thousand|million)
      |\s[oi]n\s[^.;,]{0,60}\bcharts?\b)                                                        # but a place on a chart
    | (?:ground|patient|net|day|year)[\s-]zero
    | zero[\s-](?:tolerance|sum|hours?|emissions?|carbon|waste) | zero(?:e[ds]|ing)?\sin\son
    | (?:two|three)[\s-](?:way|tier|faced|edged|pronged|dimensional) | (?:two|four)[\s-]wheel(?:ed|ers?)? | four-legged
    | (?:one|two|three|four|five)-star
    | (?:360|180)[\s-]degrees?\s(?:views?|panoramas?|reviews?|investigations?|approach(?:es)?|feedback|cameras?
      |turnarounds?|u-?turns?|pictures?|images?|videos?|assessments?|turns?\b(?!\sof))
    | fifty[\s-]fifty | 50[/-]50 | 24[/-]7
    | (?:24|twenty-four)\shours\sa\sday(?:,?\s(?:and\s)?(?:7|seven)\sdays\sa\sweek)?
    | (?:20[/-]20|twenty[\s-]twenty)\s(?:vision|hindsight)
    | takes\stwo(?=\sto\b|\W*$) | two\sto\stango | two\s(?:hoots|cents|left\sfeet|peas\sin|wrongs|thumbs\sup
      |minds\sabout)
    | (?:split|cut|broke|broken|torn|tore|snap(?:ped|s)|sawn|rip(?:ped|s)|folded)\sin\s(?:two|half)\b(?!\s[a-z]+s\b)
    | in\stwo\sminds | of\stwo\sevils | two\sand\stwo | two\sbirds\swith | two\ssides\sof\s(?:the\ssame|a|every)\scoin
    | ten\sto\sone | three\scheers | four\scorners\sof | seven\sseas | ten\scommandments | five\ssenses | forty\swinks
    | second\sto\snone | second\s(?:nature|thoughts?|wind|fiddle) | second-?guess\w* | at\s(?:first
      |second)\s(?:sight|glance)
    | first\s(?:things\sfirst|come,?\sfirst\sserved|and\sforemost)
    | half\s(?:the\s(?:battle|story|fun|truth|problem|job)|a\schance|an\s(?:eye|ear)|measures) | too\s\w+\sby\shalf
    )(?!\w)
    """,
    re.VERBOSE | re.IGNORECASE,
)
CITED = compiled(
    r"""
    (?:\b(?=\w)|(?=[\[(.-]))(?:                                    # where one can begin: for speed
      \[(?:19|20)\d\d\]\s(?:\d{1,3}\s)?[A-Z][A-Za-z.]{1,6}(?:\s[A-Z][A-Za-z.]{1,5})?\s\d+           # [1994] 2 AC 130
      (?:,?\s(?:at|paras?\.?|pp?\.?|at\s(?:paras?|pp?)\.?)\s\[?\d{1,4}\]?(?!\d|[.,]\d|\s?%))?         # at 134
    | (?<=[a-z]\s)\d{1,4}\s?\(\d{1,3}(?:[-\u2013/]\d{1,3})?\)
      (?:[,:]\s?(?:pp?\.\s?)?e?\d{1,6}(?:\s?[-\u2013]\s?\d{1,6})?)?
      (?=[,.;]?\s(?:doi|\(|pp?\b)|[,:]\s?(?:pp?\.\s?)?e?\d|[,.;]?$)(?!\s\w+ed\b)   # 17(2), 211-229 of a journal
    | (?<=[,;(]\s)p\s\d{1,4}\b(?!\s?[%a-z]) | (?<=\()p\s\d{1,4}\b(?!\s?[%a-z])
    | \b\d{1,3}\s(?:U\.?\s?S\.?(?:\s?C\.?)?|C\.?\s?F\.?\s?R\.?|F\.?\s?(?:Supp\.?\s?)?[234]d|S\.?\s?Ct\.?|Stat\.)
      \s(?:§{1,2}\s?)?\d+[\d.()a-z-]*                                                             # 18 U.S.C. § 1343
    | \b(?:[Pp]aras?|[Pp]ars|[Aa]rts|[Ss]s|[Ss]ecs|[Pp]p|[Ll]l|[Ff]ns
      |[Vv]v)\.?\s\d+(?:\s?[-\u2013]\s?\d+)?  # paras 14-17
      (?:(?:,|\sand)\s\d+(?:\s?[-\u2013]\s?\d+)?)*
    | \b(?:Act|Law|Decree|Regulation|Directive|Ordinance|Resolution|Order|Gazette)\s[Nn]os?\.?\s?\d[\d/-]*
      (?:\sof\s(?:19|20)\d\d)?
    | \((?:19|20)\d\d(?:[-\u2013/]\d\d)?\s?=\s?100\)                                              # the base of an index
    | \bIBAN\b:?\s?[A-Z]{2}\d\d(?:\s?[A-Z\d]{2,4}){2,8}
    | \b[A-Z]{2}\d\d(?:\s[A-Z\d]{4}){2,7}(?:\s[A-Z\d]{1,4})?\b  # the same without the word
    | (?<![\d.,])-?\d{1,3}\.\d{3,8},\s?-?\d{1,3}\.\d{3,8}(?!\d|\.\d)                                # 52.5163, 13.3777
    | \b\d{1,4}\([a-z]{1,3}\)(?:\([a-z\d]{1,3}\))*                                                # 401(k)
    | (?<=[a-z]{3}[.,;:!?])(?<!\bfig\.)(?<!\bvol\.)(?<!\bnos\.)(?<!\bsec\.)(?<!\bart\.)(?<!\bpar\.)
      \d{1,3}(?:[,–-]\d{1,3})*(?=\s+["“'‘(]?[A-Z]|\s*$)                                       # cities.2 The
    | (?<=[a-z\d][.)][)"”’])\d{1,3}(?:[,–-]\d{1,3})*(?=\s+["“'‘(]?[A-Z]|\s*$)
      | (?<=\))\.\d{1,3}(?:[,–-]\d{1,3})*(?=\s|$)
    | (?<=\()(?:19|20)\d\d(?=\s(?:constant\s)?(?:prices|dollars|money|values)\))                      # (2024 prices)
    | \b[Pp]\s?[<>=≤≥]\s?0?\.\d+ | \b[Nn](?:os?|r)\.\s?\d{1,6}(?:/|\sof\s(?=(?:19
      |20)\d\d\b))\d{1,4}\b                          # p < 0.05; no. 7/24
    | (?<=[A-Za-z],\s)(?:[A-Z]{1,2}-)?\d{4,5}(?=\s[A-Z][a-zé-]{2,}(?:\s[A-Z][a-z]+)?\s*(?:[.,;)]|$))   # , 5013 Bergen
    | \bP\.?\s?O\.?\s?[Bb]ox\s\d+(?:,\s\d{4,6}(?=\s[A-Z]))?                                       # with the town's code
    )
    """,
    re.VERBOSE,
)


def speeches(tokens: Tokens, folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where a stretch of text uses numbers without counting."""
    if not SPOKEN.isdisjoint(tokens.low):
        yield from (match.span() for match in IDIOM.finditer(folded, start, end))


def citations(folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where a stretch of text cites a law, a page, an account or a place on the globe."""
    yield from (match.span() for match in CITED.finditer(folded, start, end))
