"""Families of furniture: short notes of desks, courts, shops and sites, and those of papers in other languages.

A newcomer's mistake: a label that a fact sheet uses, too. "Status: adopted" and "Participants: 40" are claims; how
often a page was called up, when a sitting rose and what is left in a shop are not.
"""

from __future__ import annotations

from registry.steps.segment.dates import CLOCK, NAMELESS

_COUNT = r"\d[\d.,]*k?\+?"

COURTS = rf"""
    [(]?(?:the\s)?(?:committee|house|court|council|meeting|session|sitting|hearing|board|chamber|assembly|briefing
      |(?:press\s)?conference|call|interview)\s
      (?:rose|rises|adjourned|resumed|resumes|was\sadjourned|stands\sadjourned|(?:was\s)?closed|ended|concluded)\s?:?\s
      (?:at\s|until\s|till\s|to\s)?{CLOCK}\W*
  | before\s?:\s[^.\d]{{2,80}}\b(?:jj?|lj|judges?|members?|arbitrators?|assessors?)\b.{{0,40}}
  | heard\s(?:on\s|at\s|in\s)[^.]{{0,40}}\b(?:19|20)\d\d\W*
  | recorded\s(?:live\s)?(?:at|in)\s[^.]{{2,60}}\son\s{NAMELESS}.{{0,60}}
"""
PAPERS = rf"""
    (?:peer[\s-])?reviewed\sby\s(?:\d+|two|three|four|five)\s(?:\w+\s)?(?:referees?|reviewers?|readers|editors)\W*
  | cited\s(?:by|in)\s{_COUNT}(?:\s\w+){{0,2}}\W*
  | (?:altmetric|downloads?|accesses|page\sviews|karma|clicks|impressions|reads)(?:\sscore)?
      \s?:?\s{_COUNT}\W*
  | (?:tables|figures|maps|photos|charts|boxes)\s?:\s?\d{{1,2}}\W*
  | [(](?:adds|recasts|updates|repeats|refiles|eds\s?:)[^()]{{0,200}}[)]
"""
SHOPS = r"""
    (?:only|just)\s\d+\s(?:left|remaining|available)(?:\sin\sstock)?\W*
  | (?:today|tonight|tomorrow)\s?:?\s-?\d{1,2}\s?°?\s?[cf]\b.{0,60}
  | (?:traffic|delays?|departures|arrivals|sailings?|sailed)\s?:\s.{0,120}
      (?:\bmin\w*|\d{1,2}[:.]\d\d|\bon\stime)\W*.{0,40}
  | you\sare\s(?:visitor|reader|guest|caller|number|no\.?)\b.{0,40}
  | (?:difficulty|spiciness|degree\sof\sdifficulty)\s?:?\s\d(?:\.\d)?\s?(?:/|of|out\sof)\s?\d+\W*
  | tip\sjar\s?:.{1,40} | length\sof\s(?:the\s)?(?:film|video|recording|audio|episode|clip)\s?:.{1,40}
  | (?:age\srating|certificate|fsk)\s?:?\s\d{1,2}\+?\W* | rsvp\b.{0,60}
  | (?:berths?|tables|slots)\s(?:free|left|vacant)\s?:?\s\d+\W*
  | (?:lights\son|lighting-up\stime|hw|lw|high\stide|low\stide)\s?:?\s\d{1,2}[:.]\d\d.{0,40}
  | (?-i:FOR\sSALE|TO\sLET|WANTED|LOST|FOUND|SITUATIONS?\sVACANT|VACANCY|AUCTION)\b\s?:?\s[^.]{0,60}(?:[£$€]\s?\d
      |\d\s?(?:[£$€]|euros?|pounds?|kr)|\bono\b|\bbox\s\d|\breward\b|\b\d{2}h\d\d).{0,60}
"""
ABROAD = r"""
    (?:lesezeit|lesedauer|temps\sde\slecture|tiempo\sde\slectura)\s?:?\s.{0,40}
  | (?:mis\sà\sjour|publié|modifié|actualisé|posté|créé|actualizado|publicado|modificado|veröffentlicht|aktualisiert
      |erstellt|zuletzt\sgeändert)\s?(?::|\ble|\bam|\bel|\bvom|\bden)\s?\d.{0,60}
  | (?:foto|bild|teil|folge|seite|partie|parte|page|página|imagen|image|photo)\s?:?\s\d+\s(?:von|de|sur|/)\s\d+\W*
  | (?:noch|encore|quedan|il\svous\sreste)\s\d+\s.{0,30}(?:artikel|articles?|artículos?).{0,20}
  | (?:ab|nur|für|jetzt|à\spartir\sde|dès|desde|solo)\s\d[\d.,]*\s?(?:€|euros?|franken|chf|francs?)\s
      (?:im|pro|je|par|al|por|a\sla)\s\w+\W*.{0,40}
  | (?:teilen|merken|drucken|kommentieren|partager|imprimer|compartir|imprimir)\b(?:\W*(?:\d+|teilen|merken|drucken
      |kommentieren|vorlesen|partager|imprimer|commenter|compartir|imprimir|comentar))+\W*
  | (?:gewinnspiel|umfrage|anzeige|werbung|sondage|jeu-concours|encuesta|sorteo)\s?:\s.{0,160}
  | (?:wetter|météo|el\stiempo)\s[^.]{0,40}\d{1,2}\s?°.{0,60}
  | (?:isbn|issn|postfach|tel\.?|telefon|téléphone|teléfono|fax)\s?:?\s\+?[\d(][\d\s()/-]{4,}.{0,60}
"""
CHITS = (COURTS, PAPERS, SHOPS, ABROAD)
