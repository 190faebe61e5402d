"""Who says what, as a reviewer reads it: the document says it, whoever it quotes, so that the verb always fits."""

from __future__ import annotations

from registry.steps.check.wording import voice
from tests.steps.makers import said


def test_a_document_says_what_those_it_quotes_say():
    assert voice(said("12", where="Port News", by="union")) == "Port News, quoting the union,"
    assert voice(said("12", where="Port News", by="Mira Solen")) == "Port News, quoting Mira Solen,"
    assert voice(said("12", where="Port News", on="2024-05-01")) == "Port News (1 May 2024)"
