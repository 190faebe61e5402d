"""What a title says, without the word for its genre and the name of its site.

A newcomer's mistake: "Explainer" as a name. It says what kind of text it is, not what it is about.
"""

from __future__ import annotations

import re

SITE = re.compile(r"(?<!\s)\s++(?:\||\u00bb|::)\s+")
TELLER = re.compile(r"\b(?:universit|institut|college|ministr|department|agency|office|observator|academy)", re.I)
GENRES = (
    "updated?|corrected|correction|refile|wrapup|wrap|recast|exclusive|breaking|watch|video|photos?|live ?blog|live"
    "|factbox|fact ?check|fact ?sheet|explainer|explained|analysis|insight|focus|feature|profile|portrait|interview"
    "|opinion|comment|column|editorial|letters?|q ?(?:&|and) ?a|in (?:brief|pictures|numbers|full)|at a glance|timeline"
    "|transcript|podcast|newsletter|briefing|preview|review|recap|roundup|poll|obituary|statement|key points"
    "|(?:press|news|media) (?:release|statement|advisory)"
)
GENRE = re.compile(
    rf"^\W*(?:(?:{GENRES})(?: \d{{1,2}})?"  # Update 3
    r"\s*(?:[:|\u2013\u2014]|\s-\s|(?<=\d)-|(?<=(?-i:[A-Z]))-)\s*)+",  # ":", " - ", "UPDATE 3-"
    re.I,
)


def headline(title: str | None, publisher: str | None = None) -> str | None:
    """A title without the word for its genre and the name of its site: "Factbox: Norwind cuts | Alder Herald"; nor with
    that of a university or an office that publishes it: "University of Alder: Lake Orsa leaks"."""
    parts = [part for part in SITE.split(title or "") if part.strip()]
    plain = GENRE.sub("", max(parts, key=len)) if parts else ""
    if publisher and TELLER.search(publisher):
        plain = plain.removeprefix(f"{publisher}: ")
    return plain or title
