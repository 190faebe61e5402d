"""Days named by their distance: "yesterday", "last Tuesday", "three days ago", "later this year", "on the 23rd".

A newcomer's mistake: resolving without a date to count from. Without the document's date these are left unread.
"""

from __future__ import annotations

from datetime import date

from registry.model.moment import Moment, Precision
from registry.steps.recognise.dates import calendar
from registry.steps.recognise.dates.dateparts import date_draft, day_number, is_to_come
from registry.steps.recognise.dates.daylists import listed
from registry.steps.recognise.line import Draft, Line, find
from registry.steps.recognise.numbers.digits import read_number
from registry.steps.recognise.tables import cues, units

NAMED = cues("relative_named")
WHICH = {"last": -1, "previous": -1, "this": 0, "next": 1, "coming": 1}
BESIDE = {"following": 1, "next": 1, "previous": -1}
HERE = cues("relative_here")
SPANS = cues("relative_spans")
UNITS = {"day": 1, "week": 7}
MONTHS = {"month": 1, "year": 12}
WAS = frozenset(("was", "were", "is", "had", "has", "saw", "brought"))  # "last spring was warm" frames nothing
SEASONS = {"spring": 3, "summer": 6, "autumn": 9}
FAR = 1000


def read_relative(line: Line, at: int) -> Draft | None:
    """The relative date that starts here, or None."""
    published, tokens = line.about.published, line.tokens
    if tokens.word(at) in BESIDE and tokens.word(at + 1) == "day" and tokens.word(at - 1) == "the":
        return _beside(line, at)
    return _counted(line, at, published) if published else None


def _counted(line: Line, at: int, published: date) -> Draft | None:
    """A date that is counted from the document's."""
    tokens, word = line.tokens, line.tokens.word(at)
    if word in line.about.language.relative and tokens.is_word(at) and not _joined(line, at):
        day = calendar.shifted(published, line.about.language.relative[word])
        draft = date_draft(at, at + 1, Moment.on(day), f"{word}: from the document's date {published}")
        return _noted(draft, "label" if word in HERE else "weekday")
    if found := _phrased(line, at, published):
        return found
    if word in WHICH or (word in ("later", "earlier") and tokens.word(at + 1) == "this"):
        return _named(line, at, published)
    if word in line.about.language.weekdays:
        return _weekday(line, at, published)
    if word == "the" and tokens.word(at - 1) == "on":
        return _bare_day(line, at, published)
    if tokens.is_number(at) or word in line.about.language.numbers or word == "a":
        return _ago(line, at, published)
    return None


def _beside(line: Line, at: int) -> Draft | None:
    """ "The following day", "the previous day": beside the day that was last named."""
    word, base = line.tokens.word(at), line.about.day
    if base is None or line.tokens.hyphen(at + 2) or line.tokens.word(at + 2) == "'s":
        return None
    day = calendar.shifted(base, BESIDE[word])
    return _noted(date_draft(at, at + 2, Moment.on(day), f"{word} day: beside the day named before, {base}"), "weekday")


def _joined(line: Line, at: int) -> bool:
    """Whether a word goes on without a space: "today's", "tomorrow-ready"."""
    return line.tokens.touches(at + 1) and line.tokens.word(at + 1) in ("-", "'", "'s", "@", "/")


def _phrased(line: Line, at: int, published: date) -> Draft | None:
    """Spans and distances in the phrases of a language: "la semaine dernière", "vor zwei Jahren"."""
    language = line.about.language
    if span := find(line.tokens, at, language.spans):
        name, _, which = span[0].partition(" ")
        words = " ".join(line.tokens.low[at : span[1]])
        draft = date_draft(
            at, span[1], _span(published, name, int(which)), f"{words}: from the document's date {published}"
        )
        return _noted(draft, "relative")
    ago = find(line.tokens, at, language.ago)
    number = read_number(line, ago[1]) if ago else None
    unit = find(line.tokens, number.end, units().forms) if number else None
    if ago is None or number is None or unit is None or number.step or not 0 < number.value < FAR:
        return None
    return _back(at, unit[1], unit[0], int(number.value), published)


def _back(at: int, end: int, unit: str, count: int, published: date) -> Draft | None:
    """The day, month or year that lies some units back."""
    told = f"{count} {unit} back from the document's date {published}"
    if unit in UNITS:
        return date_draft(at, end, Moment.on(calendar.shifted(published, -count * UNITS[unit])), told)
    if unit not in MONTHS:
        return None
    base = calendar.months_on(published, -count * MONTHS[unit])
    moment = calendar.of_year(base.year) if MONTHS[unit] == 12 else calendar.of_month(base.year, base.month)
    return date_draft(at, end, moment, told)


def _noted(draft: Draft | None, *notes: str) -> Draft | None:
    """A draft with further notes."""
    if draft:
        draft.notes += notes
    return draft


def _named(line: Line, at: int, published: date) -> Draft | None:
    """ "Last year", "this month", "next week", "last Tuesday", "later this year"."""
    tokens, start = line.tokens, at
    later = tokens.word(at) in ("later", "earlier")
    at = at + 1 if later else at
    which, word = WHICH[tokens.word(at)], tokens.word(at + 1)
    if word in line.about.language.weekdays:
        return _weekday_of(line, at, published, which)
    if (
        word not in SPANS
        or tokens.hyphen(at + 2)
        or tokens.word(at + 2) == "'s"
        or (word in SEASONS and tokens.word(at + 2) in WAS)
        or (tokens.word(at - 1) in ("the", "its") and not (word == "quarter" and tokens.word(at - 1) == "the"))
    ):
        return None
    moment = _span(published, word, which)
    if later and moment:
        ahead = tokens.word(start) == "later"
        moment = (
            Moment(calendar.shifted(published, 1), moment.high, Precision.PERIOD)
            if ahead
            else Moment(moment.low, published, Precision.PERIOD)
        )
    words = " ".join(tokens.low[start : at + 2])
    draft = date_draft(start, at + 2, moment, f"{words}: from the document's date {published}")
    if later:
        return draft
    return _noted(draft, "relative", *(["label"] if word == "month" else []))


def _span(published: date, word: str, which: int) -> Moment | None:
    """The week, month, quarter, season, year or decade before, of or after a day."""
    if word == "week":
        return calendar.week_of(calendar.shifted(published, 7 * which))
    if word == "month":
        base = calendar.months_on(published, which)
        return calendar.of_month(base.year, base.month)
    if word == "quarter":
        base = calendar.months_on(published, 3 * which)
        return calendar.of_months(base.year, (base.month - 1) // 3 * 3 + 1, 3)
    if word in SEASONS:
        return _season(published, SEASONS[word], which)
    if word == "year":
        return calendar.of_year(published.year + which) if calendar.day(published.year + which, 1, 1) else None
    first = published.year // 10 * 10 + 10 * which
    return calendar.of_years(first, first + 9) if calendar.day(first, 1, 1) else None


def _season(published: date, month: int, which: int) -> Moment | None:
    """The three months from one on: the last ones that are over, the next that have not begun, or those of the year."""
    season = calendar.of_months(published.year, month, 3)
    moved = season.high >= published if which < 0 else season.low <= published
    year = published.year + (which if moved else 0)
    return calendar.of_months(year, month, 3) if calendar.day(year, 1, 1) else None


def _weekday_of(line: Line, at: int, published: date, which: int) -> Draft | None:
    """ "Last Tuesday", "next Friday"."""
    word = line.tokens.word(at + 1)
    ahead = (line.about.language.weekdays[word] - published.weekday()) % 7
    days = ahead - 7 if which < 0 else ahead if which == 0 else ahead or 7
    day = calendar.shifted(published, days)
    return date_draft(at, at + 2, Moment.on(day), f"{line.tokens.low[at]} {word}: from the document's date {published}")


def _weekday(line: Line, at: int, published: date) -> Draft | None:
    """A weekday by itself: the last one before the document's date, or the day itself."""
    tokens, word = line.tokens, line.tokens.word(at)
    cased = tokens.written(at)[:1].isupper() or line.about.language.code != "en" or len(word) > 5
    if (
        not cased
        or (len(word) <= 4 and line.about.language.code == "en")
        or tokens.hyphen(at + 1)
        or tokens.word(at + 1) == "'s"
    ):
        return None
    if tokens.word(at - 1) in NAMED or tokens.written(at + 1)[:1].isupper():
        return None
    ahead = (line.about.language.weekdays[word] - published.weekday()) % 7
    will = "will" in tokens.low[max(0, at - 12) : at + 12] or is_to_come(line, at)
    day = calendar.shifted(published, ahead if will or ahead == 0 else ahead - 7)
    draft = date_draft(
        at, at + 1, Moment.on(day), f"{word}: {'next' if will else 'last'} to the document's date {published}"
    )
    if draft:
        draft.notes.append("weekday")
    return draft


def _bare_day(line: Line, at: int, published: date) -> Draft | None:
    """ "On the 23rd": of the month last spoken of."""
    tokens = line.tokens
    found = day_number(line, at + 1)
    if (
        found is None
        or (found[1] == at + 2 and (tokens.is_number(at + 1) or tokens.word(at + 1) in line.about.language.numbers))
        or tokens.hyphen(found[1])
        or (tokens.is_word(found[1]) and tokens.word(found[1]) not in _AFTER)
        or listed(line, at + 1)
    ):
        return None
    base = line.about.lent(tokens.starts[at]) or published
    day = calendar.day(base.year, base.month, found[0])
    return date_draft(at + 1, found[1], Moment.on(day), f"month of the date before: {base:%Y-%m}") if day else None


_AFTER = cues("relative_after")


def _ago(line: Line, at: int, published: date) -> Draft | None:
    """ "Three days ago", "a month earlier"; years and months back to their whole year or month."""
    tokens = line.tokens
    number = read_number(line, at) if tokens.word(at) != "a" else None
    count, end = (int(number.value), number.end) if number else (1, at + 1)
    word = tokens.word(end)
    if tokens.word(end + 1) != "ago" or not 0 < count < FAR or (number and number.step):
        return None
    unit = word.removesuffix("s")
    return _back(at, end + 2, unit, count, published) if unit in (*UNITS, *MONTHS) else None
