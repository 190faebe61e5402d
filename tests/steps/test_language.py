"""The language of a document is known from its small words, or not at all."""

from __future__ import annotations

import pytest

from registry.steps.language import language_of

TEXTS = {
    "en": "The council said that the bridge, which was closed in May, would be open for cyclists after the summer.",
    "fr": "Le conseil a annoncé que le pont, fermé depuis mai, serait rouvert aux cyclistes après les vacances d'été.",
    "de": "Der Stadtrat teilte mit, dass die Brücke, die seit Mai gesperrt ist, nach dem Sommer wieder offen wird.",
    "es": "El consejo anunció que el puente, cerrado desde mayo, se abrirá para los ciclistas después del verano.",
}


@pytest.mark.parametrize(("code", "text"), TEXTS.items())
def test_a_text_is_in_the_language_of_its_small_words(code, text):
    assert language_of(text) == code


@pytest.mark.parametrize("text", ["", "Total 2023: 512 / 340", "Budapest, Wien, Praha", " ".join(TEXTS.values())])
def test_a_text_without_a_clear_language_has_none(text):
    assert language_of(text) is None
