"""Further families of furniture: slides, ratings, tickers, references, credits, offers, petitions.

A newcomer's mistake: a pattern that a sentence of the text could match. Each must be impossible in running text, or be
so short that nobody would miss it.
"""

from __future__ import annotations

from registry.steps.segment.dates import CLOCK, NAMELESS, SHORT

ZONE = r"(?:gmt|utc|bst|cet|cest|e[sd]?t|p[sd]?t|[a-z]st|local\stime)"
SMALL = r"\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve"
NUMBER = r"\d[\d.,]*(?:\s?(?:k|m|mn|thousand|million))?\+?"

PLACES = rf"""
    (?:photo|image|slide|picture|gallery|video|page|part|step|result)s?\s\d+(?:\s?(?:of|/|-)\s?\d+)?\W*
  | \d+\s?(?:of|/)\s?\d+(?:\s(?:photos|images|slides|pages))?\W*
  | (?:see|turn\sto|continued\s(?:on|from)|go\sto)\s(?:page|pages|p\.|pp\.|section|note|annex|appendix|table)\s
      [\w.-]{{1,8}}.{{0,60}}
  | home\s(?:[>/|\u00bb]\s)?(?:tags?|categor(?:y|ies)|archives?)\b.{{0,80}}
  | (?:all\s)?posts?\stagged\b.{{0,80}}
  | (?:part|page|chapter|episode|instalment|volume|book|step|day|lesson)\s(?:{SMALL})\s(?:of|out\sof)\s(?:{SMALL})\W*
  | (?:show|load|view|see|read)\s(?:all\s|the\s)?(?:more\s)?(?:{NUMBER}\s)?(?:more\s)?(?:comments|replies|photos|images
      |results|reviews|posts|stories|updates|messages)
  | (?:post|entry|comment|message|reply)\s(?:no\.?\s?|\#\s?)?\d+\W*
  | (?:key\s(?:events|moments|points)|comments|photos|images|videos|replies|reviews|posts|updates|stories|answers
      |results
      |related(?:\s\w+)?|responses|sources|tags)\s?\(\d[\d.,]*\)
  | {NUMBER}\s(?:new|more|unread|latest|recent|earlier|older)\s(?:updates?|posts?|stories|messages?|notifications?
      |events
      |entries|comments|articles|results)\W*
  | follow\s@.{{0,60}}
  | (?:listen|watch|video|audio|play|duration|running\stime|length)\s*[:(]?\s*(?:\d+:\d\d(?::\d\d)?|\d+\s?min\w*)\)?
  | (?:est|estd|established)\.?\s(?:in\s)?1[5-9]\d\d\W*
"""
RATING = rf"""
    (?:(?:average|user|customer|reader)\s)?rat(?:ed|ing)s?\s*:?\s*\d(?:\.\d+)?(?:\s?(?:out\sof|/)\s?\d+)?.{{0,40}}
  | \d(?:\.\d)?\s?(?:stars?|(?:out\sof|/)\s?(?:5|10)(?:\sstars?)?)
      (?:[\s,\u00b7|]*\(?(?:from\s|based\son\s)?{NUMBER}\s(?:\w+\s)?(?:reviews?|ratings?|votes?)\)?)?\W*
  | (?-i:[A-Z])\w+(?:\s(?-i:[A-Z])\w+)?\s\d\.\d\s\({NUMBER}\)      # a site, its stars and who gave them
  | {NUMBER}\s(?:reviews?|ratings?|signatures?|downloads?|plays?|listens?|installs?)\W*
  | (?:(?:it|this\s\w+|the\s\w+|our\s\w+)\shas\sbeen\s)?(?:viewed|read|shared|played|downloaded|watched
      |opened|installed|seen)\s(?:more\sthan\s|over\s)?{NUMBER}\s(?:times|x)\W*
  | {NUMBER}\s(?:people\s|others\s|readers\s)?have\s(?:already\s)?(?:signed|joined|donated
      |voted)(?:\s(?:so\sfar|already|up))?\W*
  | (?:goal|target)\s?:\s?{NUMBER}\s(?:signatures?|supporters?)\W*
"""
TICKER = r"""
    (?-i:[A-Z][A-Za-z0-9&/.\s-]{1,24})\s[\d,]+\.\d+\s*[(]?[+\u2212\u25b2\u25bc-]\s?\d+(?:\.\d+)?\s?%?[)]?.{0,20}
  | (?=.*%)(?-i:[A-Z])[\w&/.\s-]{1,24}\s[$\u20ac\u00a3]?[\d,]+(?:\.\d+)?
      \s[(]?[+\u2212\u25b2\u25bc-]\s?\d+(?:\.\d+)?\s?%[)]?.{0,20}
  | (?-i:[A-Z]{3})\s?/\s?(?-i:[A-Z]{3})\s[\d.,]+.{0,20}             # a rate of exchange
  | (?:ftse|dax|mdax|tecdax|cac|dow|nasdaq|s&p|nikkei|hang\sseng|aim|aex|ibex|smi|omx|osebx|stoxx|euro\sstoxx|brent|wti
      |bitcoin|topix|kospi|sensex|asx|tsx)\b[^.;:]{0,20}\s[$\u20ac\u00a3]?[\d,.]+
      (?:\s[(]?[+\u2212\u25b2\u25bc-]\s?[\d,.]+\s?%?[)]?){1,2}
  | (?:weather|currently|now\sin)\s*:?\s*(?:[\w\s]{2,24}\s)?-?\d+\s?°\s?[cf]?\W*
  | (?-i:[A-Z])[\w\s]{1,24}\s-?\d{1,2}\s?°(?:\s?[cf])?\s*(?:/\s?-?\d{1,2}\s?°(?:\s?[cf])?)?
"""
REFERENCE = rf"""
    (?:our\s)?(?:ref|reference|file|case|docket|application|document|doc|notification|decision|order|invoice
      |protocol)\.?\s?
      (?:no|nr|number|id)?\.?\s*:?\s*[\w.-]*\d[\w./-]*(?:,?\s(?:of\s)?{NAMELESS})?\W*
  | [\w\s'.&-]{{2,50}}\s(?-i:[A-Z][A-Z.]*)[\d.]*\d/(?:19|20)\d\d(?:,?\s{NAMELESS})?\W*
  | (?:bulletin|report|notice|circular|issue|number|newsletter|gazette|journal|release|update)\s(?:no\.?\s?)?
      \d+\s?[/-]\s?\d+\W*
  | (?:vol(?:ume)?|jahrgang)\.?\s?\d+,?\s?(?:(?:no|nr|issue|number|heft)\.?\s?\d+)?.{{0,30}}
  | (?=.*[(](?:19|20)\d\d[)]\W*$)[\w\s.&'-]{{4,60}}\s\d+(?:\s?\(\d+\))?[,:]\s?(?:pp?\.\s?)?e?\d+
      (?:\s?[-\u2013]\s?\d+)?\s?\((?:19|20)\d\d\)\W*                       # of a journal
  | (?:judgment|decision|order|ruling|opinion|minutes|transcript)\s(?:of|dated|delivered\son
      |handed\sdown(?:\son)?)?:?\s?
      {NAMELESS}\W*
  | (?:date|sent)\s?:\s.{{0,6}}(?:{NAMELESS}),?\s\d{{1,2}}:\d\d.{{0,30}}                       # the head of an e-mail
  | (?:from|to|cc|subject|reply-to|message-id)\s?:\s(?:re:\s|fwd?:\s)?.*(?:@|no\.?\s\d).*
  | (?:isbn|issn|doi|pmid|arxiv|isrc|ean)\b[\s:]*[\w./-]*\d.{{0,60}}
  | (?:received|accepted|revised|submitted|first\spublished|published\sonline|available\sonline)\s*:?\s
      (?:{NAMELESS}|{SHORT})(?:\s*[;,|-]\s*(?:received|accepted|revised|published).{{0,60}})?\W*
  | (?:embargo(?:ed)?|not\sfor\s(?:release|publication|citation|quotation|circulation|distribution|broadcast)
      |for\s(?:immediate\s)?release)\b.{{0,80}}
  | (?:un(?:til|changed)|last\s)?(?:updated|modified|revised|checked
      |reviewed)\s*:?\s(?:on\s)?{SHORT}(?:,?\s*(?:at\s)?{CLOCK})?\W*
"""
CREDIT = r"""
    (?:(?:additional|further)\s)?(?:reporting|editing|writing|graphics?|research|translation|photography
      |illustration)\s
      (?:by|and\s\w+\sby)\s
      (?!.*\b(?:shows?|showed|suggests?|suggested|finds?|found|says?|said|indicates?|puts?|estimates?|reveal(?:s|ed)?|that
      |is|are|was|were|has|have|had|will)\b).{2,120}
  | (?:photo(?:graph)?s?|pictures?|images?|illustrations?|graphics?)\s*(?:by|credit|courtesy(?:\sof)?|:)\s?
      (?-i:[A-Z])[\w.'&-]+(?:[\s/,]+(?-i:[A-Z])[\w.'&-]+){0,5}(?:[\s/,]+\d{4})?
  | file\s?(?:photo\s?)?[-:\u2013\u2014]\s(?:in\s)?this\b(?:[^.]|\.(?!\s(?-i:[A-Z])))*\.?  # the date of a picture
  | \d{1,2}\s(?:the\s)?(?:department|institute|school|faculty|centre|center|division|university|college|hospital
      |laborator\w+)
      \b[^.;]{0,80}(?:[.;]\s?\d{1,2}\s(?-i:[A-Z])[^.;]{2,80})*\.?                         # 1 Department of ...
  | (?:the\s(?:writer|author)|the\sauthors)\s(?:is|are)\s.{2,120}
"""
OFFER = rf"""
    (?:try|get|enjoy|start|save|claim|unlock)\s.{{0,40}}(?:[£$€]\s?\d[\d.]*|\d+\s?%|free|\d+\s(?:weeks|months
      |days)).{{0,60}}
      \b(?:month|week|year|issue|today|now|trial|off|access|subscription)\b.{{0,30}}
  | (?:only|just|from|now)\s(?:[£$€]\s?\d[\d.]*|\d[\d.]*\s(?:euros?|dollars?|pounds?))
      \s(?:per|a|an)\s(?:month|week|year|issue|copy)(?:\s(?:for|until|after)\s.{{0,30}})?\W*
  | .{{0,40}}\b\d+[\s-](?:day|week|month)s?\s(?:free\s)?trial\b.{{0,60}}
  | join\s(?:the\s)?(?:over\s|more\sthan\s|our\s)?{NUMBER}\s(?:other\s)?(?:subscribers|readers|members
      |followers|people)\b.{{0,80}}
  | (?:register|enrol+|sign\sup)\s(?:now\s|here\s|today\s)?for\s(?=.*\d).{{3,160}}
  | (?:donate|give|chip\sin|support\sus\swith)\s(?:just\s|only\s)?(?:[£$€]\s?\d[\d.]*|\d+\s(?:euros?|dollars?
      |pounds?))\W*
  | (?:hotline|helpline|tickets?|bookings?|phone|tel|telephone|info|information|opening\shours|office\shours
      |open)\s*[:.]\s?
      [^.a-z]{{0,24}}\d[\d\s()/.:h-]{{2,30}}(?:\s?\([^()]{{2,40}}\))?(?:\s?h(?:ours)?)?\W*
"""
STATUTE = r"""
    .*\b(?:forward-looking\sstatements?|securities\s(?:exchange\s)?act\sof\s19\d\d
      |private\ssecurities\slitigation)\b.*
  | this\s(?:(?:article|section|page|biography)\s(?:needs|relies|lacks|does\snot|may|has|contains|cites)
      |(?:entry|list|stub)\s(?:needs|relies|lacks|does\snot|may|cites))\b
      .{0,60}\b(?:citations?|sources|references|verification|clean-?up|to\sbe\supdated|footnotes)\b.{0,60}
  | (?:this|the)\s(?:document|material|summary|text|publication|e-?mail|message)\s(?:is|was|does|may|has)\b.{0,80}
      \b(?:legal\sforce|legal\sadvice|investment\sadvice|confidential|part\sof\sthe\s(?:judgment|report)
      |informational\spurposes)\b.{0,60}
  | this\s(?:e-?mail|message|fax|letter)(?:\sand\s(?:any|its|all|the)\s(?:\w+\s)?(?:attachments?|files|contents)
      (?:\s\w+\swith\sit)?)?\s(?:is|are|may|contains?)\b(?=.*\b(?:confidential\w*|privileged|intended|recipients?
      |addressees?|secrets?|copyright|virus(?:es)?|disclos\w+|unauthori[sz]ed|personal\sdata)\b).{0,200}
  | if\syou\s(?:have\s|are\snot\s)?(?:received?|the\sintended)\b.{0,60}\b(?:error|mistake|recipient)\b.{0,120}
  | (?:authorised|authorized|licensed|regulated)\s(?:and\sregulated\s)?by\s.{2,100}
"""
TIMES = rf"""
    [\u25b6\u25ba\u23f5]?\s*\d{{1,2}}[:h]\d\d(?::\d\d)?(?:\s*[ap]\.?m\.?)?
      (?:\s*[(]?{ZONE}[)]?)?\W*                                        # 16:32, the stamp of an entry
  | \d{{1,2}}(?:[:.]\d\d)?\s*[ap]\.?m\.?(?:\s*[(]?{ZONE}[)]?)?\W*                          # 10.30 am
  | [\u25b6\u25ba\u23f5]?\s*\d{{1,2}}:\d\d\s*/\s*\d{{1,2}}:\d\d                                # 0:00 / 12:34
  | (?:(?:last\s)?(?:updated?|modified|posted|edited|published)\s(?:about\s)?)?
    (?:\d+|an?)\s?(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|weeks?|months?|years?)\sago\W*
  | (?:@\w+|[\w\s.]{{2,24}})\s[\u00b7\u2022|]\s?\d+\s?(?:s|m|min|h|d|w)(?:\sago)?                 # @paper - 2h
  | (?:\d+|an?)[\s-]?min(?:ute)?s?(?:\sto\sread|\sof\sreading)
  | (?:(?:live|breaking|updating)\s?[-:|\u2013\u2014]?\s?)?{NUMBER}\s
      (?:updates?|following|watching|listening|online|viewers)(?:\snow)?\W*
  | (?:page\s|site\s|auto(?:matic)?\s)?(?:refresh(?:es|ing)?|reload(?:s|ing)?)\severy\s\d+\s\w+\W*
  | (?:page\s|text\s|site\s)?(?:last\s)?(?:changed|amended|edited|revised|updated|reviewed)\s?:?\s?
      (?:on\s)?(?:{NAMELESS}|{SHORT})\W*
  | posted\s(?:on\s)?(?:{NAMELESS}|{SHORT})(?:,?\s{CLOCK})?\W*
  | (?:date\s(?:and\s(?:place|time)\s)?of\s(?:the\s)?)next\smeeting\s?:\s.{{3,60}}
  | (?:[a-z.' ]{{2,24}}\s?:\s)?(?:it's|it\sis|the\stime\sis)\s
      (?:now\s|just\s(?:after\s|before\s|gone\s|coming\sup\sto\s)?)?\d{{1,2}}[.:]\d\d
      (?:\s[ap]\.?m\.?)?(?:\son\s.{{2,30}}|\W*|,\s(?:and\s)?(?:here(?:'s|\sis|\sare)|now|next|you're|you\sare
      |this\sis|time\sfor)\b.{{0,160}})
  | (?:next(?:\s(?:week|time|up|on\s.{{2,20}}))?|coming\sup|after\sthe\s(?:news|break)|in\sa\s(?:moment|minute))
      \s?[:,]\s
      .{{0,60}}\b(?:weather|traffic|travel|the\snews|sports?|headlines|we\s(?:talk|meet|speak|hear|visit|ask|look)
      |we'll|i'll|you\scan\shear)\b.{{0,60}}
  | (?:the\s|our\s)?next\s(?:release|edition|issue|meeting|publication)\s?:\s.{{3,40}}
  | this\s(?:article|story|page|post)\s(?:is|was)\s(?:more\sthan\s|over\s)?\d+\s\w+\sold\W*
  | (?:(?:the|our)\s)?(?:next|previous)\s(?:update|bulletin|report|briefing)\s
    (?:follows|is\sdue|will\s(?:follow|appear|be\s\w+)|comes|is\sexpected)\b.{{0,40}}
"""
NUMBERED = r"""
    [-\u2013\u2014]\s?\d{1,4}\s?[-\u2013\u2014]       # - 3 -, the number of a page
  | (?:p|pp|page|seite|folio)\.?\s?\d{1,4}\W*
  | \d{1,3}\s{3,}(?-i:[A-Z][A-Z\s&'-]{0,50}\b(?:REPORT|REVIEW|ACCOUNTS|BULLETIN|GAZETTE|MINUTES|PROCEEDINGS|STATEMENTS
      |TRANSCRIPT|HANDBOOK|YEARBOOK)\b)[^.:;%]{0,40}
  | (?!.*%)(?:issue|edition|number|no|nr|vol(?:ume)?)\.?\s?\d[\d.,/]*
      (?:,?\s(?:spring|summer|autumn|fall|winter|\w+)\s\d{4})?\W*
  | distribution\s?:\s(?=.*\b(?:copies|board|website|members|file|press|archive|offices?)\b).{2,120}
  | (?:(?:newsstand|cover|single|subscription|retail)\s)?(?:price|copies|distribution|circulation|print\srun)\s?:?\s
    [\u00a3$\u20ac]?\s?\d[\d.,]*(?:\s?(?:euros?|pounds?|dollars?|copies|p|c))?\W*
  | (?:ref|reference|case|docket|file|doc|document|document\snumber|application|decision|ruling|ordinance|item|annex)
    (?:erence)?\.?\s?(?:no|nr|number
      |id)?\.?\s?[:#]?\s(?=[\w\s./:-]*\d)(?:\d[\d./:-]*\s)?[\w./:-]*(?:\s[A-Z]{1,4}\s[\d/]+)?\W*
  | (?-i:[A-Z]{2,6})[-/](?:\d{1,4}|[A-Z])[-/]\d[\w/-]*(?:[-/][\w]+)*                           # ICC-01/19-77
  | (?:[«\u2039<]\s)?(?:\d+|\u2026|\.\.\.)(?:\s?\|?\s(?:\d+|\u2026|\.\.\.))+(?:\s?\|?\s(?:next|[»\u203a>]))
  | [^|]{0,80}\|(?=.*\|)(?=.*\b(?:hrb|vat|gmbh|ltd|plc|llc|str|registered|managing\sdirectors?|tel|fax|iban)\b)
      .*\|.{0,120}
  | (?:registered\s)?(?:charity|company|vat|tax)\s(?:no|nr|number|reg)\.?\s?:?\s?[A-Z]{0,3}\s?\d[\d\s]{4,}\W*
  | (?:download\s)?[(]?(?:pdf|docx?|xlsx?|csv|zip|mp3|mp4|jpe?g|png)\b[,\s]+\d[\d.,]*\s?(?:pages?|kb|mb|gb)[)]?\W*
  | (?:download|get)\b.{0,40}[(](?:pdf|docx?|xlsx?|csv|zip|mp3)?,?\s?\d[\d.,]*\s?(?:pages?|kb|mb|gb)[)]
  | (?:\d+\s(?:words|photos|images|pictures|videos|slides|characters|pages)|like\s\d+(?:\sdislike\s\d+)?)\W*
  | (?:you\sare\sreading\s)?(?:part|article|chapter|episode|instalment)\s\d+\sof\s\d+(?:\sin\s(?:this|our|a)\s\w+)?\W*
  | (?-i:[A-Z])[\w&'-]*(?:\s(?-i:[A-Z])[\w&'.-]*){0,6},?\s(?:19|20)\d\d;\s?\d+
    (?:\s?[(]\d+[)])?(?::\s?[\w.\u2013-]+)?\W*                                          # of a journal
  | (?:declaration|resolution|circular|bulletin|decree|ordinance|statement|press\srelease|document|doc)\s
    (?:no|nr)?\.?\s?[\w-]*\d[\w/.-]*(?:\s(?:rev|version|v)\.?\s?\d+)?(?:[;,]\s.{0,50})?\W*
  | (?:[\w'&.-]+\s){1,4}(?:bulletin|report|newsletter|review|gazette|letter|circular)\s
    (?:no|nr)\.?\s?\d+\s?[/-]\s?\d+\W*
  | (?:annex(?:es)?|attachments?|enclosures?|appendices)\s?:\s?\d{1,2}\b(?:\s?[(][^()]{2,60}[)])?\W*
  | \d+\s(?:annex(?:es)?|attachments?|enclosures?|appendices|tables?|figures?|copies)\W*
  | for\sthe\s[\w\s]{3,40}:\s.{2,80}\band\s\d+\sothers\W*
  | printed\son\s(?:\d+\s?%\s)?recycled\b.{0,30}
  | (?:published|printed|appeared)\sin\s(?:issue|no|number|edition)\.?\s\d+.{0,30}
  | (?:top|the)\s\d+\s(?:most\s)?(?:read|viewed|shared|popular)(?:\sstories|\sarticles)?\W*
"""
CALLS = r"""
    (?:for\s(?:more|further)\s(?:information|details)|for\shelp|in\san\semergency|(?:please\s)?call|ring|dial|phone)\b
      [^.\d]{0,60}\+?[\d(][\d\s()/-]{5,}[.!]?
  | (?-i:[A-Z])?[a-z]*(?:\s[a-z]+){0,3}\s?(?:hotline|helpline|line|switchboard|desk|number|office|emergencies)
      (?:\sfor\s[\w\s]{2,30})?\s?[:.]?\s
      \+?(?:[\d(][\d\s()/-]{5,}|1\d\d)(?:\s?[(][^()]{2,40}[)]|,\s\d+\s?(?:hours|h|/)\b.{0,40})?[.!]?
  | .{2,60}[,:]\s\+\d[\d\s()/-]{6,}\W*   # a name, then +47 22 00 00 00
  | (?:hotline|helpline|switchboard|phone|tel)\s?[:.]?\s\+?\d[\d\s()/-]{2,}(?:,\s(?:weekdays|daily|mon|24)\b.{0,40})?
  | (?:open|opening\stimes?|(?:opening|office|visiting|business)\shours)\s?:?\s(?=.*\d).{0,24}
      \b(?:mon|tue|wed|thu|fri|sat|sun|daily|weekdays)\w*\b.{0,40}
  | (?:tickets?|admission|entry)\s?:?\s(?:from\s|at\s)?(?:[\u00a3$\u20ac]\s?\d[\d.,]*\b
      |\d[\d.,]*\s(?:euros?|dollars?|pounds?|crowns?|francs?|kr|cents?|p)\b).{0,60}
  | (?:tomorrow|next\stime|coming\s(?:up|soon))\b[^.:]{0,30}:\s.{2,80}
  | (?:you\shave|you've)\s(?:read\s|used\s)?(?:\d+|one|two|three|four|five)\s(?:of\s(?:your\s)?\d+\s)?(?:free\s|more\s)?
      (?:articles?|stories|views)\b.{0,40}
  | (?:unlimited|digital|full|premium)\s(?:digital\s)?(?:access|edition|subscription)\b.{0,30}[\u00a3$\u20ac\d].{0,60}
  | (?:got|have)\s(?:a\squestion|something\sto\ssay|a\sstory|a\stip|news)\b.{0,120}
  | (?:ring|text|call|whatsapp|sms|fax|write\sto|e-?mail)\s(?:us\s)?(?:on\s|at\s|to\s)?[\d(+][\d\s()/-]{2,}.{0,60}
  | [\w\s'&.-]{2,40},?\s[\u00a3$\u20ac]?\s?\d[\d.,]*(?:\s?(?:euros?|pounds?|dollars?|crowns?|kr|p|c))?\s
    (?:at\sthe\s(?:kiosk|newsstand|door|box\soffice|gate)|at\skiosks|in\sshops|where\ssold)\W*
  | support\s(?:our|independent)\s\w+\b.{0,80}
  | complaints(?:\s(?:to|about)\b|\s?:).{0,80}
  | (?:current|average|estimated)\s(?:waiting|queue|queuing)\stime\s?:.{1,60} | next\s(?:free\s)?number\s?:\s?\d+\W*
  | (?-i:ANNONCE|ANZEIGE|ADVERT|REKLAME|PUBLICIT[EÉ]|ADVERTORIAL|WERBUNG)\b.{0,140}
  | (?-i:PROMOTION)(?:\W*|\s?[^\w\s]\s?.{0,140})
  | .{0,80}\bregistered\s(?:as\sa\s)?charity\b.{0,60}\d{6,7}.{0,80}
  | \d{1,3}\s?(?:p|c|pence|cents?)\s(?:of|in|from)\s(?:every|each)\s[\u00a3$\u20ac]\s?1?\b.{0,80}
  | (?:in|out\sof)\s(?:every|each)\s[\u00a3$\u20ac]\s?1\b.{0,80}
  | \[\w+\s"[^"]{0,80}"\].* | (?:e-?paper|print\sedition|today's\spaper)\b.{0,60}
  | (?:quiz|puzzle|game|competition)\s(?:of\sthe\s\w+|time)\b.{0,140}
  | \d[\d.,]*k?\shave\s(?:already\s)?(?:played|taken\spart|entered)\W*
  | (?:plus\s?:\s)?read\sthis\s(?:and|article|story)\b.{0,100} | max(?:imum)?\.?\s\d[\d.,]*\scharacters\W*
  | (?:photos|pictures|images|videos?|graphics)\s(?:are\s)?available\s?:.{0,40} | word\scount\s?:?\s?\d[\d,]*\W*
  | also\s(?:in|on|at)\s[\w\s]{2,20}\s(?:today|tonight|tomorrow|(?:this|next)\sweek)\s?:.{0,200}
  | legal(?:\snotice)?\s?:\s.{0,120}
  | (?:in\san\semergency,?\s)?(?:please\s)?(?:call|dial|ring|phone)\s\d{2,3}(?:\s(?:or|and)\s\d{2,3})?\W*
  | [^.:]{0,50}:\s(?:from|only|just)\s(?:[\u00a3$\u20ac]\s?\d[\d.]*|\d[\d.]*\s(?:euros?|dollars?|pounds?))\s(?:a|per)\s
      (?:day|week|month|year|issue)\W*
  | .{0,100}\bcan\sbe\s(?:watched|viewed|read|downloaded|heard|found)\s(?:online|here
      |(?:at|on|via)\s(?:(?:our|the|its|this)\s(?:\w+\s)?(?:web)?(?:sites?|pages?|channel)|\S+\.[a-z]{2,}))\b.{0,100}
  | .{2,60}\sfrom\s(?:[\u00a3$\u20ac]\s?\d[\d.]*|\d[\d.]*\s?(?:[\u00a3$\u20ac]|euros?|dollars?|pounds?|kr))\s
      (?:p\.?p\.?|pppn|(?:per|a)\s(?:person|night|head|couple)|each\sway|return|sleeps\s\d)\b(?!.*\bto\s\W?\d).{0,30}
  | (?!.*\b(?:was|were|is|are|sold|fetched|has|had|will|cost|costs|went|let)\b)
      .{0,40}\b\d[\s-]bed(?:room(?:ed)?)?\s[^.!?]{2,60}[\u00a3$\u20ac]\s?\d[\d,.]*k?(?:\s?(?:pcm|pw|ono))?\W*
  | .{0,40}\b(?:images|photos|pictures|footage|b-roll)\b.{0,60}\bcan\sbe\sdownloaded\b.{0,60}
  | cancel\s(?:at\s)?any\s?time\W*
  | get\s(?:our|the|your|this)\s(?:[\w-]+\s){0,3}(?:newsletter|briefing|e-?mail|digest|app)\b.{0,80}
  | get\s\d+\s\w+\sfor\sthe\sprice\sof\s\d+\W*
  | (?:support\sus|our\s[\d.,]+\s(?:supporters|subscribers|readers|members))\b.{0,80}
  | advertisement\s?[-:|\u2013\u2014].{0,120}
  | (?:signator(?:y|ies)|signatures|comments?|replies|attachments?|annexes)\s?[(]\d[\d.,]*[)]\s?:?
"""
NOTICES = (PLACES, RATING, TICKER, REFERENCE, CREDIT, OFFER, STATUTE, TIMES, NUMBERED, CALLS)
