"""Who says what, as a reviewer reads it: the document says it, whoever it quotes, so that the verb always fits."""

from __future__ import annotations

from dataclasses import replace

from registry.model.assertion import Behaviour
from registry.model.document import Source
from registry.model.finding import Relation
from registry.steps.check.findings import wrong
from registry.steps.check.shapes import Side, Witness
from registry.steps.check.sides import dispute
from registry.steps.check.telling import Count, told
from registry.steps.check.wording import name, voice
from tests.steps.makers import said


def test_a_document_says_what_those_it_quotes_say():
    assert voice(said("12", where="Port News", by="union")) == "Port News, quoting the union,"
    assert voice(said("12", where="Port News", by="Mira Solen")) == "Port News, quoting Mira Solen,"
    assert voice(said("12", where="Port News", on="2024-05-01")) == "Port News (1 May 2024)"


def test_a_figure_that_moves_is_wrong_only_unless_a_document_without_a_date_is_older():
    crew = {"what": "employee", "of": "Harbour Line"}
    dated, open_ended = (
        said("412", where="Port News", on="2024-05-01", **crew),
        said("436", where="Harbour Line", **crew),
    )
    assert "unless it changed in between, as Harbour Line gives no date" in wrong(dated, open_ended).detail
    other = said("436", where="Coast Post", on="2024-05-01", **crew)
    assert "unless" not in wrong(dated, other).detail
    fixed = {"what": "length", "of": "pier", "behaviour": Behaviour.FIXED}
    assert "unless" not in wrong(said("31 m", **fixed), said("43 m", **fixed)).detail


def test_a_document_without_a_publisher_is_called_by_its_title():
    assert (
        voice(said("12", title="Twelve hurt as pier falls | Port News | Solen"))
        == "\u201cTwelve hurt as pier falls\u201d"
    )


def test_a_bound_far_below_does_not_say_the_figure_of_its_side():
    toll = {"what": "person", "verb": "kill", "of": "quake", "behaviour": Behaviour.TOTAL}
    claims = [
        said("615", on="2024-08-07", **toll),
        said("615", on="2024-08-08", where="Port News", **toll),
        said("at least 89", on="2024-08-07", **toll),
        said("381", **toll),
        said("398", **toll),
    ]
    found = dispute(claims)
    assert found is not None
    assert "two documents (7 to 8 August 2024) say 615;" in found.detail
    assert "says 381 (\u201cat least 89\u201d elsewhere allows for it)" in found.detail
    assert "They cannot all be right unless it changed in between, as document" in found.detail


def called(source: Source) -> str:
    """What a reason calls a document."""
    return name(replace(said("12"), source=source))


def test_a_document_without_a_publisher_is_called_by_its_title_its_host_or_its_path():
    long = "Bridge reopens after two years of repairs and a quarrel over who pays for the work | The Courier | Norsund"
    assert called(Source("a", long)) == "“Bridge reopens after two years of repairs and a quarrel over who pays …”"
    assert called(Source("a", "Bridge reopens", "The Courier")) == "The Courier"
    assert called(Source("a", url="https://www.courier.example/bridge")) == "courier.example"
    assert called(Source("drafts/bridge.txt")) == "drafts/bridge.txt"
    assert called(Source("76c4818d1acb42d27c6de6748d39752e")) == "Untitled document 76c481"


def test_titles_take_no_article_and_others_behind_a_side_are_counted():
    one, two = (replace(said(figure), source=Source(figure, "Questions after a fire")) for figure in ("12", "14"))
    sides = [Side(claim.span.exact, (claim,), (Witness((claim,)),)) for claim in (one, two)]
    assert told(sides, Relation.DISPUTED_ATTRIBUTION).startswith(
        "“Questions after a fire” says 12; “Questions after a fire” says 14. Different sources"
    )
    assert told(sides, Relation.DISPUTED_ATTRIBUTION, {"14": Count(34, 5)}).startswith(
        "“Questions after a fire” says 12; 34 documents say 14 (five independent)."
    )


def test_only_those_who_quote_somebody_are_said_to():
    """Two documents, of which one quotes the mayor, do not both quote her."""
    own, heard = (said("310", where="Harbour Board"), said("310", where="Port News", by="Mira Solen"))
    low = said("240", where="Coast Post")

    def line(*claims, known=None):
        sides = [Side("240", (low,), (Witness((low,)),)), Side("310", claims, tuple(Witness((one,)) for one in claims))]
        return told(sides, Relation.CONTRADICTION, known)

    assert "two documents, one of them quoting Mira Solen, say 310" in line(own, heard)
    other = said("310", where="Harbour Board", by="harbour master")
    assert "two documents, quoting Mira Solen and the harbour master, say 310" in line(other, heard)
    assert "Port News, quoting Mira Solen, says 310" in line(heard)
    assert "34 documents, some of them quoting Mira Solen, say 310" in line(heard, known={"310": Count(34, 34)})
