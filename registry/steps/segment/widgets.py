"""Families of furniture that ask for money, count an audience, number goods and papers, or list a side's players.

A newcomer's mistake: an appeal known by its sum. "A gift of $3 a month" is one only because nobody is named who gives:
each form here speaks to the reader, or is a label that only an office, a shop or a wire writes.
"""

from __future__ import annotations

import re

from registry.steps.segment.dates import CLOCK, NAMELESS, SHORT

_NUMBER = r"\d[\d.,]*(?:\s\d{3})*(?:\s?(?:k|m|mn|thousand|million))?\+?"
_SUM = r"(?:[£$€]\s?\d[\d.,]*|\d[\d.,]*\s?(?:euros?|dollars?|pounds?|francs?|kr|p|cents?))"
_SMALL_SUM = r"(?:[£$€]\s?\d{1,3}(?:\.\d\d)?(?![\d,.]\d|\s?[kmb]n?\b)|\d{1,3}\s(?:euros?|dollars?|pounds?))"
_PEOPLE = (
    "subscribers?|readers?|members?|patrons?|supporters?|backers?|donors?|fans|listeners|abonn[eé](?:e?s)?|abonnenten"
    "|suscriptores|lecteurs|lectores|leser|followers?"
)

APPEALS = rf"""
    (?:donate|give|chip\sin|pledge|upgrade|subscribe|join|go\spremium|read\son|continue\sreading|support\s\w+|become\s.{{3,30}})
      \s(?:now\s|today\s|just\s|only\s|for\s|from\s|with\s|at\s)*{_SUM}(?:\s?(?:a|an|per|each|every|/)\s?
      (?:day|week|month|year|issue))?\b.{{0,40}}
  | donate\s?[:!].{{1,100}} | (?:[^.\d]{{0,50}},?\s)?text\s[\w']+\s(?:to|on)\s\d{{4,6}}\b.{{0,60}}
  | support\s(?:this|our|the|my|us|me|your)\b(?:\s[\w-]+){{0,3}}\s?[:!].{{0,100}}
  | (?:.{{0,60}}\s)?buy\s(?:me|us|the\sauthor)\sa\s(?:coffee|beer|tea|drink|pizza|pint)\b.{{0,100}}
  | if\s(?:everyone|every\sreader)\b[^.]{{0,60}}\b(?:gave|chipped\sin|donated|paid|subscribed)\b.{{0,100}}
  | if\syou(?:'ve)?\s(?:\w+\s){{0,2}}(?:liked?|enjoy(?:ed)?|found|value|learned|read)\b[^.]{{0,80}}
      \b(?:chip\sin|consider|share\s(?:it|this)|tell\sa\sfriend|buy\s(?:me|us)|subscribe|support\s(?:us|me|our|my)|leave\sa)\b.{{0,100}}
  | (?:(?:fewer|less)\sthan\s|only\s|just\s)?{_NUMBER}\s?(?:%|per\s?cent)?\sof\s
      (?:our\s|you\s|you,\sour\s)?(?:readers|visitors|users)\s(?:never\s|don't\s|do\snot\s|already\s)?(?:give|donate|pay|contribute|support|subscribe)\b.{{0,60}}
  | {_SMALL_SUM}(?:\s(?:a|per)\s(?:day|week|month|year))?
      \s(?:could|can|would|will|helps?(?:\sto)?|may)\s(?:help\s(?:to\s)?)?
      (?:buy|pay|provide|give|feed|cover|fund|send|train|treat|vaccinate|keep|protect|plant|supply|supplies|buys|provides
      |pays|gives|feeds|help)\b.{{0,100}}
  | {_SMALL_SUM}\s(?:buys|feeds|pays\sfor|provides|plants|funds|covers|keeps|trains|treats|houses|vaccinates|sends)\s
      (?=.{{0,60}}\b(?:famil\w+|child\w*|person|people|meals?|blankets?|kits?|trees?|animals?|days?|weeks?|nights?|school
      |class|doses?|nets?|patients?|nurses?|dogs?|cats?|homeless|refugees?)\b).{{0,80}}
  | {_SMALL_SUM}(?:\s(?:a|per)\s(?:day|week|month|year))?\s(?:could|can)\s
      (?!(?:be|have|not|only|hardly|barely|no|seem|still|even)\b)[a-z]{{3,}}\b.{{0,100}}
  | your\s(?:gift|donation|contribution)\s(?:of\s{_SUM}\s)?(?:will|can|could|would|helps?|today)\b.{{0,120}}
  | (?:signez|partagez|abonnez-vous|inscrivez-vous|soutenez|faites\sun\sdon|lisez\saussi|lire\saussi|à\slire\saussi
      |suscr[ií]b\w+|comp[aá]rt\w+|s[ií]g(?:ue|a)nos|lea\stambi[eé]n|jetzt\s\w+|abonnieren|teilen|lesen\ssie\sauch)
      \b.{{0,120}}
  | (?=.*\b(?:new\scustomers|t\s?&\s?cs?|terms(?:\sand\sconditions)?\sapply|gamble\s?aware|begamble\w*|18\+\sonly
      |offer\sends|while\sstocks\slast|subject\sto\savailability))[^"]{{0,160}}
"""
TRADE = r"""
    (?:order|get|buy)\s(?:it|your\scopy|yours|a\scopy|the\s(?:book|issue|magazine))\s(?:now\s|here\s)?
      (?:for|from|at)\s.{0,40}
  | this\s(?:story|article|piece|interview|text|essay|report)\s(?:is\spart\sof|(?:first\s|originally\s)?appear(?:s|ed)
      \sin
      |was\s(?:first\s|originally\s)?published\s(?:in|on|by)|is\sfrom)\s.{2,80}
  | calls?\s(?:charges?|costs?)\b.{0,30}\b(?:a|per)\s(?:minute|call)\b.{0,40}
  | .{0,80}\b(?:code|voucher|coupon)\s(?-i:[A-Z\d]{4,})\b.{0,60}
  | .{0,40}\baffiliate\s(?:links?|partners?)\b.{0,100}
  | .{0,60}\b(?:we|i)\s(?:may\s|might\s|will\s)?(?:earn|get|receive)\s.{0,40}\b(?:commission
      |at\sno\s(?:extra\s)?cost)\b.{0,60}
  | (?=.*\d)[^.]{2,60}[\u2605\u2606\u2b50]\s?\d.{0,20} | ad-free\b.{0,60}
  | (?:closed|open)\s(?:on\s)?(?:mon|tue|wed|thu|fri|sat|sun)(?:\w*day)?s?\b.{0,60}
  | (?:mon|tue|wed|thu|fri|sat|sun)(?:\w*day)?s?,?\s\d{1,2}[:.]\d\d(?:\s?[ap]m)?,\s.{0,40}
      (?:\bmin\b|\bfree\b|[$£€]).{0,40}
"""
DESKS = rf"""
    live\ssince\s.{{0,40}} | {_NUMBER}\s(?:entries|updates)\W*
  | (?:members?\s)?(?:present|absent|apologies|excused|in\sattendance)\s?:\s(?!\d).{{3,200}}
  | (?=.*\b(?:provisional|revised|preliminary|estimated)\b).*\b(?:not\savailable|nil|confidential
      |not\sapplicable)\b.{{0,60}}
  | (?:the\s|our\s)?next\s(?:release|update|bulletin|report)(?:\s[(][^()]{{2,30}}[)])?\s(?:will|is)\s.{{0,60}}
  | (?:\w+\s)?\s*(?-i:[A-Z]\d{{1,2}})\s+{NAMELESS} | {NAMELESS}\s+(?:\w+\s)?(?-i:[A-Z]\d{{1,2}})
  | \d{{1,4}}\s{{3,}}(?-i:[A-Z])[^.\d]{{0,40}}\.?[^.\d]{{0,30}}\bet\sal\.?
  | (?-i:[A-Z])[^\d]{{0,40}}\bet\sal\.?\s{{3,}}\d{{1,4}}
  | [^\d]{{2,90}}?[\s.]*(?:\.{{4,}}|(?:\s\.){{4,}}|\u2026{{2,}})\s*(?:\d{{1,4}}|[ivxl]{{1,6}})  # of a table of contents
  | \d{{1,2}}(?:\.\d+)*\.?\s[^\d]{{2,90}}?\s?(?:\.{{4,}}|(?:\s\.){{4,}}|\u2026{{2,}})\s*\d{{1,4}}
  | (?:issued\s)?at\s\d{{4}}\s?(?:utc|gmt|z|local\stime)(?:\son)?\s{NAMELESS}\W*
  | (?:debated|tabled|asked|answered|recorded)\s(?:on\s)?{NAMELESS}\W*
  | (?:this|first|current|previous|latest)\s(?:version|draft)\s?:\s.{{0,30}}
  | (?:we|i)\s(?:thank|are\sgrateful\sto|am\sgrateful\sto)\b.*\b(?:referees?|reviewers?|seminar|grant)\b.{{0,100}}
  | [(](?:corrects?|fixes|clarifies)\b[^()]{{0,60}}\b(?:paras?|paragraphs?|graf)\b
      [^()]{{0,120}}[)] | (?:[a-z]\s){{0,2}}(?-i:BC|AM|PM)-(?-i:[A-Z])\S+.{{0,80}}
  | [^.]{{0,60}},\s\d+\swords\.?(?:\swith\s.{{0,60}})?
"""
CARDS = rf"""
    [\w.-]*\d[\w.-]*\s(?:wrote|posted|said)\s(?:on\s)?[^.]{{3,30}}\d{{1,2}}[:.]\d\d\W*
  | \[?embedded\s(?:post|tweet|video|content|media)\b.{{0,80}} | [^.!?]{{2,40}}:\s{_NUMBER}\s(?:ratings?|reviews?)\W*
  | .{{2,80}}\s\d(?:[.,]\d)?(?:\s?/\s?(?:5|10))?\s[(]{_NUMBER}\s(?:ratings?|reviews?|votes?)[)]\W*
  | .{{2,80}}\sand\s\d+\sothers\s(?:like|liked|love|reacted|follow)\b.{{0,30}}
  | (?:joined|member\ssince|messages|likes\sreceived|reaction\sscore|trophy\spoints|threads|solutions)\s?:?\s
      (?:{NAMELESS}|{SHORT}|(?-i:[A-Z])[a-z]{{2,8}}\.?\s(?:19|20)\d\d|\d[\d,.]*k?)\W*
  | [^.]{{2,40}}\ssaid\s?:\s\u2191.{{0,120}} | (?:jump|skip|go)\sto\s?:.{{0,160}}
  | (?:here|these)\sare\s(?:the|our|your|today's|this\sweek's)\s(?:top\s)?(?:\d{{1,2}}|three|four|five|six|seven|ten)\s
      (?:\w+\s)?(?:things|stories|headlines|numbers|links|reads|items)\b.{{0,60}}
  | (?:\d[\d.,]*[km]?\s(?:reposts?|quotes?|likes?|bookmarks?|views?|replies|retweets?|shares?)\s*){{2,}}
  | (?=.*\dk\b)(?:\d[\d.,]*[km]?\s+){{2,}}\d[\d.,]*[km]? | trends?\s?:.{{0,100}}
  | {_NUMBER}\s(?:people|users|readers|customers|of\s\d+)\sfound\s(?:this|it)\b.{{0,60}}
  | {_NUMBER}\s[a-z]+\s(?:already|also)\s(?:do|have|get\sit|read\sit|subscribe)\W*
"""
AUDIENCE = rf"""
    .{{2,40}}\s(?:is|are)\s(?:read|followed|supported|funded|watched|received)\sby\s(?:over\s|more\sthan\s|some\s)?{_NUMBER}\s
      (?:{_PEOPLE}|people|of\syou)\b.{{0,40}}
  | {_NUMBER}\s(?:thoughts|comments?|responses?|repl(?:y|ies))\s(?:on|to)\s.{{2,160}}
  | (?:customers|people|shoppers|users|readers|others|viewers|visitors)(?:\swho\s\w+\sthis(?:\s\w+)?)?\salso\s
      (?:viewed|bought|liked|read|searched|asked|watched|ordered)\b.{{0,120}}
  | this\s(?:article|section|page)\shas\s(?:multiple|several|some|{_NUMBER})\sissues\b.{{0,80}}
  | (?:hidden\s)?categor(?:y|ies)\s?:.{{0,160}} | [(](?:redirected|translated|reposted|adapted)\sfrom\s.{{2,60}}[)]
  | (?:rate|was)\sthis\s(?:page|article|answer|review|information)\b.{{0,60}}
"""
OFFICE = rf"""
    (?:alert|publication|posting|print|review|revision|bulletin|document|report|filing|notice|article|upload|entry)\sdate\s?:\s?(?:{NAMELESS}|{SHORT})(?:,?\s{CLOCK})?\W*
  | next\s(?:release|update|review|publication)(?:\sdate)?\s?:\s(?:.{{0,20}}(?:19|20)\d\d|{SHORT})(?:,?\s{CLOCK})?\W*
  | (?:bar\s?codes?|ean|gtin|upc|asin|sku|batch(?:es)?(?:\s(?:codes?|numbers?|nos?\.?))?|lot(?:\s(?:codes?|numbers?
      |nos?\.?))|serial\s(?:numbers?|nos?\.?)|part\s(?:numbers?|nos?\.?)|alert\s(?:number|no\.?)|reference(?:\snumber)?
      |order\scode|article\snumber|hs\scode|cas\s(?:number|no\.?)|model\s(?:numbers?|nos?\.?|codes?|years?)|ticker
      |(?:press\s)?release\s(?:number|no\.?)|file\s(?:number|no\.?))\s?:\s?[(]?[^.]{{0,120}}
  | (?:figures|numbers|percentages|totals|values|data|amounts|components|shares)\s(?:are|have\sbeen|may\sbe|were)\s
      (?:rounded|subject\sto\srevision|provisional|preliminary)\b(?:\D{{0,120}}|[^\d]{{0,40}}nearest\s.{{0,40}})
  | (?:(?:because|as\sa\sresult)\sof|due\sto|owing\sto)\srounding\b.{{0,120}}
  | (?:totals?|figures|percentages|components|numbers|sums?)\s(?:may|might|do|does|will)\snot\s
      (?:add|sum|total|equal)\b.{{0,100}}
  | (?-i:[A-Z]{{1,6}}\d{{2,6}})(?:\s(?-i:[A-Z]{{1,4}}|\d{{1,6}}|[A-Z]{{2,5}}[-/]\d+)){{1,6}}      # PNA1187 4 EC 0412
  | (?-i:[A-Z]{{1,6}}(?:[-/][A-Z]+){{1,5}})
      (?:\s?[(,]?\s?(?:update|\dst|\dnd|\drd|\dth|urgent|lead|correction)\s?\d{{0,2}}[^()]{{0,20}}
      [)]?)?                                                                     # BC-MINE-RESCUE (UPDATE 3)
  | [(]?(?:\$|£|€|1\s\w+\s?=|\$\s?1\s?=|1\s?(?:euro|dollar|pound)\s?=).{{0,6}}=\s?\d[\d.,]*\s\w+(?:\s\w+)?[)]?\W*
  | (?:leaflet|brochure|fact\s?sheet|flyer|hand-?out|paper|memo|dossier)\s
      (?:no\.?\s?)?\d{{1,4}}(?:,\s(?:page|p\.)\s\d+)?\W*
  | (?:[\w.\[\]]+\s?=\s?[\w"'.#/-]+[\s,;&]*){{2,}}                                         # key=value key=value
"""
AUDIENCE_PIECE = (
    rf"""(?:over\s|more\sthan\s)?{_NUMBER}\s(?:{_PEOPLE})"""  # of a strip: alone it may be an item of a list
)
WIDGETS = (APPEALS, TRADE, DESKS, CARDS, AUDIENCE, OFFICE)

_PLAYER = re.compile(
    r"(?:^|[;:,(–-])\s*(?P<number>\d{1,2})[.)]?\s(?P<name>[^\W\d_a-zß-öø-ÿ][\w'’.-]+)(?=\s?(?:[;,.()–-]|$|\d|[^\W\d_a-zß-öø-ÿ]))"
)
_BENCH = re.compile(
    r"(?:subs(?:titutes?)?(?:\s(?:not\sused|used|unused))?|unused\ssubs(?:titutes)?|bench|booked|bookings|cautions?"
    r"|yellow\scards?|red\scards?|sent\soff|replacements)\s?:\s?[^.]{3,200}\.?",
    re.IGNORECASE | re.VERBOSE,
)
_FIGURE = re.compile(r"\d+")
_FEW, _SIDE, _SMALL = 4, 0.55, 0.25


def is_side(line: str) -> bool:
    """Whether a line lists a side's players with the numbers on their backs, or those on its bench.

    >>> is_side("Elm Town: 1 Orr; 2 Sole, 5 Imrie, 6 Kane (14 Ford 71), 3 Hill")
    True
    >>> is_side("12 Poles, 5 Danes, 3 Finns, 2 Czechs")
    False
    """
    if not any(mark in line for mark in ",;:") or not any(map(str.isdigit, line)):
        return False
    if _BENCH.fullmatch(line.strip()):
        return True
    found = [(hit["number"], hit["name"]) for hit in _PLAYER.finditer(line)]
    if len(found) < _FEW or len({number for number, _ in found}) < len(found):
        return False
    plural = sum(name.endswith("s") for _, name in found)
    words = re.findall(r"[^\W\d_]{2,}", line)
    small = sum(word[0].islower() for word in words)
    return 2 * plural < len(found) and len(found) >= _SIDE * len(_FIGURE.findall(line)) and small <= _SMALL * len(words)
