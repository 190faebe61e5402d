"""Families of furniture in the margins: offers, slogans, puzzles and weather, agendas, production notes, series.

A newcomer's mistake: a label that fact sheets use too. "Signed: 3 May" and "Participants: 40" are claims; what only a
desk, a printer or a shop writes is not.
"""

from __future__ import annotations

from registry.steps.segment.dates import CLOCK, NAMELESS

NUMBER = r"\d[\d.,]*(?:\s?(?:k|m|mn|thousand|million))?\+?"

SHOP = rf"""
    (?:now\s)?\d{{1,2}}\s?%\s(?:off|discount)\b.{{0,80}} | (?=.*%\soff).{{0,40}}\bnow\s\d{{1,2}}\s?%\soff\b.{{0,60}}
  | (?=.*\sfree\s).{{0,40}}\b(?:{NUMBER}|one|two|three|four
      |five)\s(?:of\s(?:your\s)?\d+\s)?(?:more\s)?free\s(?:articles?|stories|reads|views)\b
      .{{0,40}}
  | (?:gift|save|share)\sthis\s(?:article|story|page)\b.{{0,60}} | download\s(?:our|the)\s(?:\w+\s)?app\b.{{0,100}}
  | (?:sponsored|promoted|partner\scontent|advertorial|paid\scontent)\s?[:\u2013\u2014-]\s.{{0,120}}
  | win\s(?:\d+|two|a\spair\sof|one\sof)\s.{{0,60}} | your\s\d+[\s-]\w+\s(?:free\s)?trial\b.{{0,40}}
  | (?:we\sand\s)?(?:our\s)?{NUMBER}\s(?:trusted\s|third-party\s)?(?:partners|vendors)\b.{{0,80}}\b(?:data|cookies
      |privacy
      |information|consent)\b.{{0,60}}
  | (?:we\s(?:value|respect|care\sabout)\syour\sprivacy)\b.{{0,80}}
  | (?:bank\s)?account\s?(?:no\.?|number)?\s?:?\s\d[\d\s-]{{7,}}.{{0,40}}
  | (?:poll|vote|quiz)\s?:.{{0,100}}\b(?:votes?|answers|voted)\b.{{0,40}}
  | (?:sort|filter|order)(?:ed)?\sby\s?:.{{0,80}}
  | [1-5]\sstars\s?[:\u2013\u2014-]\s.{{0,60}}
"""
SLOGAN = rf"""
    (?:the\s)?(?:voice|home|choice)\sof\s(?:over\s|more\sthan\s)?{NUMBER}\s\w+(?:\s\w+)?\W*
  | (?:proudly\s)?serving\s.{{2,60}}\ssince\s1[5-9]\d\d\W* | (?:news|world|day|week)\sin\s\d+\s(?:seconds|minutes
      |pictures)\W*
  | published\s(?:(?:\w+\s)?(?:days|times|issues)\sa\s(?:week|month|year)|daily|weekly|monthly|every\s\w+)\b.{{0,40}}
  | (?=.*\ssince\s1).{{2,60}}\b(?:has\s(?:served|reached|been\s(?:serving|published|printed|read))|serves|reaches
      |is\s(?:published|printed))\b
      .{{0,60}}\bsince\s1[6-9]\d\d\W*
  | (?:today's|this\sweek's|our)\s(?:top\s)?\d{{1,3}}(?:\s(?:best|top|favourite|favorite)\s.{{2,40}})?\W*
  | (?:today's|this\sweek's|our)\stop\s\d{{1,3}}\b.{{0,40}}
  | (?:also\s)?in\s(?:this|our|today's|tomorrow's|next\s\w+'s|the\snext)\s(?:issue|edition|paper|magazine
      |bulletin)\s?:.{{0,160}}
  | (?:inside|tomorrow\sin\sthe\spaper|on\spage\s\d+)\s?:\s.{{0,120}}
  | (?:tides?|high\swater|low\swater|sunrise|sunset|sun\srises|moonrise)\b[^.]{{0,30}}\b\d{{1,2}}[.:]\d\d\b
      (?!\s?(?:m|ft|met(?:re|er)s?|feet)\b).{{0,80}}
  | (?:bus(?:es)?|trams?|metro|ferry|tube)\s(?:lines?\s|no\.?\s)?[a-z]?\d{{1,3}}[a-z]?
      (?:(?:,\s|/|\sand\s|\sor\s)[a-z]?\d{{1,3}})*[,;:]\s(?:stop|to|from|get\soff|alight|station|direction|car\spark|parking)\b.{{0,80}}
  | (?:weather|forecast)(?:\s(?:today|tonight|tomorrow|for\s\w+)\s?:
      |\s?:(?=.*(?:°|\b(?:degrees|sunn?y?|rain\w*|cloud\w*
      |snow\w*|showers?|dry|fog\w*|wind\w*)\b))).{{0,100}}
  | (?:puzzles?|inside\stoday|inside|games(?=.*\b(?:sudoku|crosswords?|quiz\w*|puzzles?|chess|words?)\b))
      \s?:\s.{{0,160}}
  | bonus(?:\s(?:ball|number))?\s?:?\s\d{{1,2}}\W*
  | (?:\w+'s\s)?(?:lotto|lottery|bingo|euromillions|powerball)\b[^.]{{0,30}}:\s[\d\s,;()+a-z]{{4,80}}
  | (?:sudoku|crossword|chess\sproblem|word\ssearch)\b.{{0,60}}
"""
DESK = rf"""
    (?:reporters?|photographs?|photos?|pictures?|words|graphics?|maps?|drawings?|contributors?|translators?|editors?)\s?:
      \s\d[\d,.]*\W*
  | (?:back|return|go)\sto\s(?:the\s)?(?:list|index|overview|results|search|archive|home|menu
      |front\spage)\b[^:.]{{0,60}}\W*
  | (?:sitrep|situation\sreport|flash\supdate|bulletin)\s(?:no\.?\s|\#)?\d+\s?[/|,\u00b7\u2013\u2014-].{{0,60}}
      \bas\s(?:of|at)\s.{{3,40}}
  | (?:summer|winter|spring|autumn|special|limited|reader'?s?'?)\soffer\b.{{0,80}}
  | \d+\s(?:months?|weeks?|issues?)\s(?:free\b|for\s(?:only\s|just\s)?(?:[$£€]\s?\d
      |\d[\d.]*\s(?:crown|euro|dollar|pound|kr\b))).{{0,40}}
  | live\s(?:from|at|in)\s[\w\s,'-]{{2,40}}\s?[:,|\u2013\u2014-]\sday\s\d+\W*
  | (?:e-?mail|mail|write\sto|text|call|ring|contact|reach|ask|visit)\s.{{0,60}}(?:@|www\.|https?://).{{0,80}}
  | (?:text|sms|send)\s(?-i:[A-Z]{{2,}})\b.{{0,20}}\sto\s\d{{4,6}}\b.{{0,60}}
  | (?:slug|desk|print\srun|distribution\slist|shelf\s?mark|copies\sto)\s?:?\s(?=.*\d).{{1,60}}
  | filed\s?:?\s(?:at\s)?{CLOCK}.{{0,40}}
  | words\s?:?\s\d[\d,]*\W* | [(]?(?:ends?\b[\s/.\u2013-]*)?\d[\d,]*\s(?:words|characters|signs)[)]?\W*
      | ends?\s?/\s?\d+\W*
  | (?:agenda\s)?(?:item|motion|interpellation)\s?:?\s(?:no\.?\s?)?\d+(?:\.\d+)?
      (?:\sof\sthe\sagenda)?(?:\s?[,\u2013-]\s.{{0,60}})?\W*
  | (?:our\s)?(?:ref|reference|doc|document|file)\.?\s?:?\s[\w./-]*\d[\w./-]*[,;\s]+
      (?:(?:your|our)\s(?:ref|reference)\.?|item|version|classification)\s?:?\s.{{1,60}}
  | (?:edition|update|version)\s\d{{1,2}}(?:\s(?:to|of)\sthis\s\w+)?(?:,\s(?:{CLOCK}|{NAMELESS}))?\W*
  | (?:story|part|article|episode)\s\d+\s(?:of\s\d+\s)?(?:in|of)\s(?:our|this|the|a)\sseries\W*
  | recorded\s(?:on\s)?{NAMELESS}(?:,?\s{CLOCK})?(?:,\s\d+\smin\w*)?\W* | speakers\s?:\s\d+\W*
  | duration\s?:\s\d+\s(?:min\w*|hours?)\W*
  | (?:signed\s?:\s)?(?-i:[A-Z])\.\s(?-i:[A-Z])\w+(?:,\s(?-i:[A-Z])\.\s(?-i:[A-Z])\w+)*\sand\s\d+\sothers\W*
  | (?:all\s)?(?:figures|numbers|amounts|values|sums)\s(?:are\s)?(?:given\s)?in\s(?:thousands|millions
      |billions)\b[^.]{{0,60}}\W*
  | (?:this|the)\s(?:page|article|story|document|text|map|list)\s(?:was|has\sbeen)\s(?:last\s|first\s)?(?:updated
      |changed|revised
      |modified|published|reviewed|posted)\b.{{0,60}}
  | (?-i:[A-Z])[\w'-]+(?:\s(?-i:[A-Z])[\w'-]+){{1,2}},\s{NAMELESS},\s\d{{1,3}}[\s-]?min(?:ute)?s?(?:\s\w+)?
  | \d{{1,3}}[\s-]?min(?:ute)?s?\s(?:listen|watch|video|audio)\W* | @\w+(?:\s[\u00b7\u2022|-])?\s\d+\s?[smhdw]\W*
  | (?:picture|photo|image|slide)\s\d+\sof\s\d+\s?:\s[^.]{{0,80}}
  | (?:(?:top|all|latest|newest|reader|your)\s)?(?:comments|photos?\sgallery|gallery|pictures)\s?\(\d[\d.,]*\)
  | (?:(?-i:[A-Z])[\w&/]{{1,10}}\s[\d,.]+\s\([+\u2212-]\s?[\d.]+%?\)[\s,;|]*){{1,8}}
"""
MARGINS = (SHOP, SLOGAN, DESK)
