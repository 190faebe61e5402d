"""Further families of furniture: slides, ratings, tickers, references, credits, offers, petitions.

A newcomer's mistake: a pattern that a sentence of the text could match. Each must be impossible in running text, or be
so short that nobody would miss it.
"""

from __future__ import annotations

import re

from registry.steps.segment.dates import CLOCK, NAMELESS, SHORT

FLAGS = re.VERBOSE | re.IGNORECASE
NUMBER = r"\d[\d.,]*(?:\s?(?:k|m|mn|thousand|million))?\+?"

PLACES = re.compile(
    rf"""
    (?:photo|image|slide|picture|gallery|video|page|part|step|result)s?\s\d+(?:\s?(?:of|/|-)\s?\d+)?\W*
  | \d+\s?(?:of|/)\s?\d+(?:\s(?:photos|images|slides|pages))?\W*
  | (?:see|turn\sto|continued\s(?:on|from)|go\sto)\s(?:page|pages|p\.|pp\.|section|note|annex|appendix|table)\s
      [\w.-]{{1,8}}.{{0,60}}
  | (?:show|load|view|see|read)\s(?:all\s|the\s)?(?:{NUMBER}\s)?(?:more\s)?(?:comments|replies|photos|images
      |results|reviews)
  | (?:listen|watch|video|audio|play|duration|running\stime|length)\s*[:(]?\s*(?:\d+:\d\d(?::\d\d)?|\d+\s?min\w*)\)?
  | (?:est|estd|established)\.?\s(?:in\s)?1[5-9]\d\d\W*
    """,
    FLAGS,
)
RATING = re.compile(
    rf"""
    (?:(?:average|user|customer|reader)\s)?rat(?:ed|ing)s?\s*:?\s*\d(?:\.\d+)?(?:\s?(?:out\sof|/)\s?\d+)?.{{0,40}}
  | \d(?:\.\d)?\s?(?:stars?|out\sof\s5|/\s?5)(?:\s*\(?{NUMBER}\s(?:reviews?|ratings?|votes?)\)?)?\W*
  | {NUMBER}\s(?:reviews?|ratings?|signatures?|downloads?|plays?|listens?|installs?)\W*
  | (?:viewed|read|shared|played|downloaded|watched|seen)\s(?:more\sthan\s|over\s)?{NUMBER}\s(?:times|x)\W*
  | {NUMBER}\s(?:people\s|others\s|readers\s)?have\s(?:already\s)?(?:signed|joined|donated
      |voted)(?:\s(?:so\sfar|already|up))?\W*
  | (?:goal|target)\s?:\s?{NUMBER}\s(?:signatures?|supporters?)\W*
    """,
    FLAGS,
)
TICKER = re.compile(
    r"""
    (?-i:[A-Z][A-Za-z0-9&/.\s-]{1,24})\s[\d,]+\.\d+\s*[(]?[+\u2212\u25b2\u25bc-]\s?\d+(?:\.\d+)?\s?%?[)]?.{0,20}
  | (?:weather|currently|now\sin)\s*:?\s*(?:[\w\s]{2,24}\s)?-?\d+\s?°\s?[cf]?\W*
  | (?-i:[A-Z])[\w\s]{1,24}\s-?\d{1,2}\s?°(?:\s?[cf])?\s*(?:/\s?-?\d{1,2}\s?°(?:\s?[cf])?)?
    """,
    FLAGS,
)
REFERENCE = re.compile(
    rf"""
    (?:our\s)?(?:ref|reference|file|case|docket|application|document|doc|notification|decision|order|invoice
      |protocol)\.?\s?
      (?:no|nr|number|id)?\.?\s*:?\s*[\w.-]*\d[\w./-]*(?:,?\s(?:of\s)?{NAMELESS})?\W*
  | [\w\s'.&-]{{2,50}}\s(?-i:[A-Z][A-Z.]*)[\d.]*\d/(?:19|20)\d\d(?:,?\s{NAMELESS})?\W*
  | (?:bulletin|report|notice|circular|issue|number|newsletter|gazette|journal|release|update)\s(?:no\.?\s?)?
      \d+\s?[/-]\s?\d+\W*
  | (?:vol(?:ume)?|jahrgang)\.?\s?\d+,?\s?(?:(?:no|nr|issue|number|heft)\.?\s?\d+)?.{{0,30}}
  | (?:isbn|issn|doi|pmid|arxiv|isrc|ean)\b[\s:]*[\w./-]*\d.{{0,60}}
  | (?:received|accepted|revised|submitted|first\spublished|published\sonline|available\sonline)\s*:?\s
      (?:{NAMELESS}|{SHORT})(?:\s*[;,|-]\s*(?:received|accepted|revised|published).{{0,60}})?\W*
  | (?:embargo(?:ed)?|not\sfor\s(?:release|publication)\s(?:before|until)|for\s(?:immediate\s)?release)\b.{{0,80}}
  | (?:un(?:til|changed)|last\s)?(?:updated|modified|revised|checked
      |reviewed)\s*:?\s(?:on\s)?{SHORT}(?:,?\s*(?:at\s)?{CLOCK})?\W*
    """,
    FLAGS,
)
CREDIT = re.compile(
    r"""
    (?:(?:additional|further)\s)?(?:reporting|editing|writing|graphics?|research|translation|photography
      |illustration)\s
      (?:by|and\s\w+\sby)\s.{2,120}
  | (?:photo(?:graph)?s?|pictures?|images?|illustrations?|graphics?)\s*(?:by|credit|courtesy(?:\sof)?|:)\s?
      (?-i:[A-Z])[\w.'&-]+(?:[\s/,]+(?-i:[A-Z])[\w.'&-]+){0,5}(?:[\s/,]+\d{4})?
  | (?:the\s(?:writer|author)|the\sauthors)\s(?:is|are)\s.{2,120}
    """,
    FLAGS,
)
OFFER = re.compile(
    rf"""
    (?:try|get|enjoy|start|save|claim|unlock)\s.{{0,40}}(?:[£$€]\s?\d[\d.]*|\d+\s?%|free|\d+\s(?:weeks|months
      |days)).{{0,60}}
      \b(?:month|week|year|issue|today|now|trial|off|access|subscription)\b.{{0,30}}
  | (?:only|just|from|now)\s(?:[£$€]\s?\d[\d.]*|\d[\d.]*\s(?:euros?|dollars?|pounds?))
      \s(?:per|a|an)\s(?:month|week|year|issue|copy)(?:\s(?:for|until|after)\s.{{0,30}})?\W*
  | join\s(?:the\s)?(?:over\s|more\sthan\s|our\s)?{NUMBER}\s(?:other\s)?(?:subscribers|readers|members
      |followers|people)\b.{{0,80}}
  | (?:donate|give|chip\sin|support\sus\swith)\s(?:just\s|only\s)?(?:[£$€]\s?\d[\d.]*|\d+\s(?:euros?|dollars?
      |pounds?))\W*
  | (?:hotline|helpline|tickets?|bookings?|phone|tel|telephone|info|information|opening\shours|office\shours
      |open)\s*[:.]\s?
      [^.a-z]{{0,24}}\d[\d\s()/.:h-]{{2,30}}(?:\s?\([^()]{{2,40}}\))?(?:\s?h(?:ours)?)?\W*
    """,
    FLAGS,
)
STATUTE = re.compile(
    r"""
    .*\b(?:forward-looking\sstatements?|securities\s(?:exchange\s)?act\sof\s19\d\d
      |private\ssecurities\slitigation)\b.*
  | (?:this|the)\s(?:document|material|summary|text|publication|e-?mail|message)\s(?:is|was|does|may|has)\b.{0,80}
      \b(?:legal\sforce|legal\sadvice|investment\sadvice|confidential|part\sof\sthe\s(?:judgment|report)
      |informational\spurposes)\b.{0,60}
  | (?:authorised|authorized|licensed|regulated)\s(?:and\sregulated\s)?by\s.{2,100}
    """,
    FLAGS,
)
NOTICES = (PLACES, RATING, TICKER, REFERENCE, CREDIT, OFFER, STATUTE)
