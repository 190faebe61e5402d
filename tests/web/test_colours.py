from __future__ import annotations

import re

import pytest

from web.rendering import STATIC

THEMES = ("light", "dark")
MEANINGS = ("settled", "agrees", "changed", "disputed", "contradiction", "unsure")
TOKENS = (STATIC / "tokens.css").read_text(encoding="utf-8")
SHEETS = sorted(STATIC.glob("*.css"))

Colour = tuple[float, float, float]


def tokens(theme: str) -> dict[str, Colour]:
    found = re.findall(r"--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)", TOKENS)
    return {name: parsed(pair[THEMES.index(theme)]) for name, *pair in found}


def parsed(code: str) -> Colour:
    red, green, blue = (int(code[n : n + 2], 16) / 255 for n in (1, 3, 5))
    return red, green, blue


def mixed(colour: Colour, share: float, ground: Colour) -> Colour:
    red, green, blue = (a * share + b * (1 - share) for a, b in zip(colour, ground, strict=True))
    return red, green, blue


def luminance(colour: Colour) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Colour, other: Colour) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", ["ink", "muted", "accent", *MEANINGS])
@pytest.mark.parametrize("ground", ["paper", "raised"])
def test_every_colour_of_words_can_be_read(theme, name, ground):
    colours = tokens(theme)
    assert contrast(colours[name], colours[ground]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", MEANINGS)
def test_a_meaning_can_be_read_on_its_own_wash(theme, name):
    colours = tokens(theme)
    assert contrast(colours[name], mixed(colours[name], 0.09, colours["paper"])) >= 4.5
    assert contrast(colours["ink"], mixed(colours[name], 0.18, colours["paper"])) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
def test_words_on_the_accent_and_the_edges_of_fields_can_be_seen(theme):
    colours = tokens(theme)
    assert contrast(colours["accent-ink"], colours["accent"]) >= 4.5
    assert contrast(colours["edge"], colours["raised"]) >= 3
    assert contrast(colours["muted"], mixed(colours["accent"], 0.11, colours["paper"])) >= 4.5


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_colours_are_named_in_one_place(sheet):
    if sheet.name in ("tokens.css", "print.css"):
        return
    assert not re.findall(r"#[0-9a-f]{3,8}\b", sheet.read_text(encoding="utf-8"))


def test_every_meaning_has_a_mark_of_its_own():
    marks = (STATIC / "marks.svg").read_text(encoding="utf-8")
    drawings = dict(re.findall(r'<symbol id="([a-z]+)"[^>]*>(.*?)</symbol>', marks, re.DOTALL))
    assert set(MEANINGS) <= set(drawings)
    assert len({drawings[name] for name in MEANINGS}) == len(MEANINGS)


@pytest.mark.parametrize("file", sorted(STATIC.iterdir()), ids=lambda file: file.name)
def test_nothing_is_asked_of_another_host(file):
    addresses = re.findall(r"(?:https?:)?//[a-z][\w.-]+\.[a-z]+", file.read_text(encoding="utf-8"))
    assert [address for address in addresses if "www.w3.org" not in address] == []


def test_what_every_page_loads_is_light():
    every = ("tokens.css", "frame.css", "parts.css", "print.css", "keys.js", "icon.svg", "marks.svg")
    assert sum((STATIC / name).stat().st_size for name in every) < 27_000


def test_the_themes_differ_in_nothing_but_the_tokens():
    tell = re.compile(r"light-dark\(|prefers-color-scheme")
    assert [file.name for file in STATIC.glob("*.css") if tell.search(file.read_text())] == ["tokens.css"]
