"""Families of furniture around papers, data and letters: licences, downloads, counts of results, addresses.

A newcomer's mistake: an address or a list of names taken for one because it has commas and a figure. Each form needs a
sign of its own: a code of the post, a kind of file, initials, "and 40 others".
"""

from __future__ import annotations

from registry.steps.segment.dates import CLOCK, NAMELESS, SHORT

_NAME = r"(?-i:[A-Z][\w'’.-]*)(?:\s(?-i:[A-Z][\w'’.-]*|de|van|von|der|la|bin|al)){0,3}"
_FILE = r"(?:csv|xlsx?|ods|pdf|docx?|json(?:-stat)?|xml|zip|png|epub|excel|mp3|mp4)"

PAPERS = rf"""
    (?:received|submitted|accepted|revised|published(?:\sonline)?|available\sonline)\s?:?\s(?:{NAMELESS}|{SHORT})
      (?:[\s;,|/·-]*(?:received|accepted|revised|published(?:\sonline)?|available\sonline)\s?:?\s(?:{NAMELESS}
      |{SHORT}))*\W*
  | (?=.*\d).{{0,60}}\bvol(?:ume)?\.?\s\d+,?\s(?:issue|no|number|articles?|pages?|pp?)\b\.?.{{0,60}}
  | (?:\d[\d.,]*k?\s(?:accesses|citations?|altmetric|downloads|views
      |mentions)[\s|·,]*){{1,4}}(?:metrics(?:\sdetails)?)?
  | (?:e-?mails?|correspondence(?:\sto)?|corresponding\sauthors?)\s?:.{{0,40}}@.{{0,80}}
  | (?:(?:suggested\s|recommended\s)?citation|(?:how\sto\s)?cite\s(?:as|this)|to\scite|reuse|licen[cs]e|permissions
      |rights(?:\sand\spermissions)?)\s?:.{{0,200}}
  | .{{0,60}}\b(?:creative\scommons|cc[\s-]by(?:-\w\w){{0,2}})\b.{{0,120}}
  | (?:accession|clinical\strial|trial|grant|award|project|contract|tender|procurement|catalogue|order|product|item
      |article|job|vacancy)\s
      (?:codes?|registration|id|no\.?|nos\.?|numbers?|ref(?:erence)?\.?)\s?:?\s(?=[\w\s/.,-]*\d)[\w\s/.,-]{{2,60}}
"""
RESULTS = rf"""
    {NAMELESS}\s*[-\u2013|:\u00b7]?\s*(?:news\srelease|press\srelease|report|statement|video|audio|blog|dispatch(?:es)?|feature|commentary
      |interview|podcast|gallery|(?:world|annual)\sreport|letter|speech|q\s?&\s?a)\b.{{0,120}}
  | (?:this\s(?:\w+\s)?)?(?:article|section|entry|biography|page|list|stub)\b[^.\d]{{0,60}}
      \b(?:has|have|cites|needs|contains|lists|uses|relies\son)\s[^.\d]{{0,20}}\d+\s(?:\w+\s)?
      (?:sources?|citations?|references?|footnotes?|tags?|issues?|links?|editors?|reviewers?|languages?|problems?|notes)\b
      .{{0,60}}
  | \d+\s(?:footnotes?|references?|sources|languages|editors|reviewers|dead\slinks|watchers|contributors|translations
      |revisions|edits)(?:\s(?:need|needs|to\sbe|are)\b.{{0,30}})?\W*
  | (?:docket|no\.?|case|file)\s[\w./-]*\d[\w./-]*,\s(?:argued|decided|heard|filed|submitted|reargued)\b.{{0,80}}
  | (?:(?:transcript|interview|programme|program|episode)\b.{{0,60}})?\b(?:broadcast|aired|recorded|streamed)\s
      (?:on\s)?{NAMELESS}.{{0,40}}
  | (?:este\sart[ií]culo\stiene\s|cet\sarticle\sa\s)?\d[\d.\s]*
      (?:comentarios?|commentaires?|kommentare?|abonnés|lecturas|réactions|reacciones)\b\W*
  | (?:shares\s)?listed\son\s(?!.*\b(?:since|in)\s(?:19|20)\d\d)
      (?:the\s)?.{{2,40}}\b(?:exchange|market|bourse|index|nasdaq|nyse)\b.{{0,60}}
  | manuscript\s(?:completed|finali[sz]ed|closed)\b.{{0,60}} | .{{0,80}}\bcatalogue\s(?:no|number)\b.{{0,100}}
  | [\[(]?\d{{1,3}}[\])]?\.?\s(?:see|ibid|cf|id|op\.\scit|supra|infra)\b.{{0,160}}
  | take\saction\b.{{0,100}} | .{{2,140}}[^\w\s]\s?(?:\u00a9|\(c\)\s)\s?(?:(?:19|20)\d\d)?.{{2,60}}
  | [(](?:adds|recasts|updates|repeats|refiles)\b[^\d]{{0,200}}(?:paragraphs?\s\d+)?[^\d]{{0,100}}[)]
  | pages?\s?:\s[\[\]\d\s.\u2026«»<>|]+(?:\s\w+){{0,4}}\W* | (?:column|col\.|folio|plate)\s\d{{1,5}}\W*
  | (?:seite|página|pagina|page|sida|side)\s\d+\s(?:von|de|di|sur|av)\s\d+\W* | (?:sperrfrist|embargo|zeichen
      |wörter|mots|palabras)\b.{{0,60}}
  | n(?:o\.?|r\.?|°|º)\s?\d+\s?[\u2013\u2014|/,-]\s?(?:spring|summer|autumn|fall|winter|\w{{3,9}})\s(?:19|20)\d\d\W*
  | (?:page|site)\s(?:created|generated|rendered|loaded)\sin\s.{{0,60}} | (?:(?:member\s)?posts|karma|hits
      |reputation|rating)\s?:\s[\d.,+/k-]+.{{0,30}}
  | (?:exchange\s|conversion\s)rates?\s(?:used|applied|as\sof|on)\b.{{0,80}}
  | (?:exchange\srate\s?:\s)?1\s[a-z]+\s=\s\d[\d.,]*\s[a-z]+\W*
  | all\s(?:times|figures|prices|dates|amounts|sums|distances|measurements)\s(?:are\s)?(?:local|in\s|given|rounded
      |approximate|(?:inclu|exclu|before|after|net|gross)(?![^.]*\d)|gmt|utc|cet).{{0,80}}
  | .{{2,60}}\s[(](?:read|viewed)\s\d[\d.,]*\stimes[)]
  | the\s[\w\s]{{2,40}}\s(?:release|bulletin|report|issue|update)\sfor\s.{{2,30}}\s(?:is|are
      |will\sbe)\s(?:scheduled|due|expected)\b.{{0,100}}
  | (?:showing|displaying|viewing|results|records|entries|items)\s\d+\s?(?:to|-|\u2013)\s?\d+\s(?:of|out\sof
      |from)\s\d[\d.,]*(?:\s\w+){{0,3}}\W*
  | (?=.*\b{_FILE}\b).{{0,60}}\b(?:download|export|available|open|view|save)(?:ed)?\s(?:as|in|to)?\b[^.]{{0,80}}
  | .{{2,70}}\s[(]{_FILE}(?:,\s\d[\d.,]*\s?(?:pages?|kb|mb|gb|sheets?)){{0,3}}[)]
  | (?:symbols|legend|signs\sused|conventions|abbreviations)\s?(?:used)?\s?:.{{0,200}}
  | (?:series|table|dataset|chart|indicator)\s(?:id|code|no\.?|number)\s?:?\s[\w./-]+\W*
  | (?:release|released|publication\sdate|last\sreview(?:ed)?|review\sdate|next\sreview|date\sof\s(?:issue
      |publication)|issued|printed|retrieved|accessed
      |extracted|generated|exported|downloaded)
      \s?(?:on)?\s?:?\s(?:on\s)?(?:{NAMELESS}|{SHORT})(?:,?\s(?:at\s)?{CLOCK})?(?:\sby\s.{{2,30}})?\W*
  | (?:this|the)\s(?:page|article|file|record|entry)\s(?:was|has\sbeen)\s(?:last\s)?(?:edited|checked|generated
      |amended|archived
      |built|crawled)\b.{{0,80}}
  | (?:page|step|slide|screen|question|result|item|photo)\s\d+\s?(?:/|of|out\sof)\s?\d+\b.{{0,40}}
  | (?:version|v|ver|rev(?:ision)?|build|release)\.?\s?\d+(?:\.\d+){{1,3}}\W*
"""
LETTERS = rf"""
    (?:signed\s?(?:by)?\s?:\s)?(?:(?:dr|prof|mr|mrs|ms|rev|sir|cllr)\.?\s)?{_NAME}(?:,\s(?:(?:dr|prof|mr|mrs|ms|rev
      |sir|cllr)\.?\s)?{_NAME})*
      ,?\sand\s\d[\d.,]*\s(?:others|other\s\w+|more|members|signator\w+|colleagues|neighbou?rs|households|residents
      |parents|staff|academics
      |organi[sz]ations|scientists|doctors|teachers|workers)\W*
  | (?:\w+(?:\s\w+){{0,2}}\s?[:\u00b7|-]\s)?[\w.+-]+@[\w-]+\.[\w.-]+\b.{{0,80}}
  | signed\s?(?:by)?\s?:\s[^:]{{2,160}},?\sand\s\d[\d.,]*\s(?:other\s)?\w+\W*
  | signed\s?:\s\d[\d.,]*\s\w+(?:,\slist\s.{{2,40}})?\W*
  | signed\sby\s(?:over\s|more\sthan\s|some\s)?\d[\d.,]*\s(?:[\w'-]+\s?){{1,4}}
      (?:(?:,\s|\sand\s|and\s)\d[\d.,]*\s(?:[\w'-]+\s?){{1,4}})?\W*
  | (?:the\s)?(?:full\s)?list\sof\s(?:the\s|all\s)?\d[\d.,]*\s(?:signator\w+|signers|names|members|donors)\b.{{0,60}}
  | (?:enclosures?|encl\.?|annex(?:es)?|attachments?|appendices|supplements?)\s?:\s?\d{{1,2}}\W*
  | (?:(?:this|our)\s(?:letter|paper|sheet)|(?:this|our|the)\s(?:newsletter|bulletin|circular|magazine|gazette|leaflet
      |mailing|digest))\s
      (?:goes|is\s(?:sent|posted|delivered|printed|mailed|distributed)|reaches\s\d[\d.,]*\s(?:homes|readers
      |households|subscribers|addresses|members|people)|appears|comes\sout)\b.{{0,80}}
  | (?:this|our)\s(?:letter|newsletter|bulletin|magazine|paper|gazette)\shas\sa\s(?:circulation|print\srun)\b.{{0,80}}
  | (?:distribution|circulation|mailing\slist|recipients|copies)\s?:\s?\d[\d.,]*(?:\s\w+){{0,2}}
      (?:,\s\d[\d.,]*\s\w+){{0,3}}\W*
  | map\s(?:no\.?|number|sheet)\s?\d[\w./-]*\W*
  | next\s(?:update|bulletin|meeting|issue|report|session)\s?:?\s(?:on\s|due\s)?(?:{NAMELESS}|{SHORT}
      |\w+day\s{SHORT})\b.{{0,40}}
  | (?:see|speak\sto|talk\sto)\syou\s(?:on|at|in|next|there|tomorrow)\b.{{0,60}}
  | please\s(?:consider\sthe\senvironment|do\snot\s(?:reply|print)|think\sbefore)\b.{{0,120}}
  | (?:was\sthis\s(?:e-?mail\s)?forwarded\sto\syou|forwarded\sthis\s(?:e-?mail|message)|why\s(?:did|am)\si\s(?:get
      |getting)\s(?:this|these))\b.{{0,120}}
  | {_NAME}\s[/|]\s{_NAME},?\s(?:{NAMELESS}|{SHORT})\W*
  | (?:questions\s?\?\s)?(?:ask|ring|call|contact|write\sto|talk\sto)\s{_NAME}(?:,\s[\w\s-]{{2,40}})?\W*
"""
ADDRESS = r"""
    (?=.*\d)[^.:!?]{0,80}(?:
        ,\s(?-i:[A-Z]{1,2}-)?\d{4,5}\s(?-i:[A-Z][\w'-]+)(?:\s(?-i:[A-Z][\w'-]+))? # Strandgaten 18, 5013 Bergen
      | ,\s\d{3}\s\d\d\s(?-i:[A-Z][\w'-]+)(?:\s\d)? # Náměstí 4, 128 01 Praha
      | ,?\s(?-i:[A-Z]{2})\s\d{5}(?:-\d{4})?    # New York, NY 10118
      | ,?\s(?-i:[A-Z]{1,2}\d{1,2}[A-Z]?)\s\d(?-i:[A-Z]{2}) # London N1 9GU
      | \bp\.?\s?o\.?\sbox\s\d+
    )(?:,\s(?-i:[A-Z])[\w\s.]{1,24})?\W*
  | (?-i:[A-Z])[\w\s.'&-]{2,60},\s(?:room|floor|suite|office|building|block
      |unit)\s[\w.-]{1,8}(?:,\s[\w\s.,+@-]{2,60})?
  | (?:data\sbox|po\sbox|p\.o\.\sbox|postcode|room|ext(?:ension)?)\.?\s?:?\s[\w.-]*\d[\w.-]*\W*
  | (?:office|opening|visiting|phone|service)\shours\s?:?\s(?=.*\d).{2,60}
  | (?:hotline|helpline|freephone|freefone|switchboard|customer\s(?:service|care)|support|reception
      |enquiries)\s?:?\s\+?[\d(][\d\s()/-]{4,}
      (?:[,;]?\s[(]?(?:mon|tue|wed|thu|fri|sat|sun|daily|weekdays|24|option|\d{1,2}).{0,40})?\W*
"""
ADVERTS = r"""
    (?:do\syou\shave|have\syou\sgot)\s(?:a\sstory|a\stip|news|information)\b.{0,140}
  | next\s(?:week|month|time|episode|saturday|sunday)\s?:\s[^.]{0,80}
  | (?:follow|like|find)\s(?:us|me)\b\s?:?\s.{0,80}
  | (?:trusted|used|loved)\sby\s[\d.,k+]+\s.{0,40}
  |    free\s(?:shipping|delivery|returns|p\s?&\s?p|gift|parking|postage|entry|trial)\b.{0,60}
  | (?:cut|boost|grow|save|double|slash|improve|get|book|start|discover)\s(?:your|a\s(?:free\s)?demo)\b.{0,100}
  | (?:add\sto\s(?:cart|basket|bag)|buy\snow|in\sstock|out\sof\sstock|sold\sout|qty)\b.{0,60}
  | [\d.,k]+\s(?:people|readers|subscribers|members|colleagues)\s(?:read|get|receive|open|follow)\s(?:this|our
      |the)\s(?:letter
      |newsletter|e-?mail|page|blog|podcast)\b.{0,40}
  | \d+\sfor\s(?:\d+|the\sprice\sof\s\d+)\b.{0,60}
  | payment\s?:\s.{0,60}
  | [^.:]{2,40}:\s\d{1,2}\s(?:months?|weeks?|issues?)\s(?:free\b|for\s(?:only\s|just\s)?(?:[$£€]\s?\d
      |\d[\d.]*\s(?:crown|euro|dollar|pound|franc|kr\b))).{0,40}
  | (?:our|the)\s(?:web\s?|online\s|museum\s|fan\s)?(?:shop|store|bookshop)\s?:\s.{0,100}
"""
APPARATUS = (PAPERS, RESULTS, LETTERS, ADDRESS, ADVERTS)
