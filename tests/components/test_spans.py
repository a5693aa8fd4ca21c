"""What a reader of spaCy finds on a Doc."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Doc

from briefkit.components.records import (
    ActorRecord,
    BulletRecord,
    DateRecord,
    QuoteRecord,
    records,
)

if TYPE_CHECKING:
    from spacy.language import Language

TEXT = (
    "Mayor Ana Vale closed the old bridge in May 2020. “It was not safe,” Vale said on Monday, and"
    " the council of the town agreed with her."
)


def test_each_layer_of_items_is_a_span_group(nlp: Language) -> None:
    doc = nlp(TEXT)
    said = [(span.text, span.label_, span.id_) for span in doc.spans["briefkit_quotes"]]
    assert said == [("“It was not safe,”", "direct", "q1")]
    assert {"Mayor Ana Vale", "Vale"} <= {
        span.text for span in doc.spans["briefkit_actors"] if span.id_ == "a1"
    }
    dates = [(span.text, span.label_, span.id_) for span in doc.spans["briefkit_dates"]]
    assert dates == [("May 2020", "date", "d1"), ("Monday", "date", "d2")]
    assert [span.label_ for span in doc.spans["briefkit_glance"]] == ["extracted"]


def test_the_id_of_a_span_leads_to_its_record(nlp: Language) -> None:
    doc = nlp(TEXT)
    for layer, kind in (
        ("actors", ActorRecord), ("dates", DateRecord), ("quotes", QuoteRecord),
        ("glance", BulletRecord),
    ):  # fmt: skip
        found = records(doc, kind)
        numbers = {int(span.id_[1:]) for span in doc.spans[f"briefkit_{layer}"]}
        assert numbers == set(range(1, len(found) + 1))


def test_span_groups_survive_the_way_to_bytes_and_back(nlp: Language) -> None:
    doc = nlp(TEXT)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert [(s.text, s.id_) for s in again.spans["briefkit_actors"]] == [
        (s.text, s.id_) for s in doc.spans["briefkit_actors"]
    ]


def test_every_component_says_what_it_needs_and_leaves(nlp: Language) -> None:
    told = nlp.analyze_pipes(keys=["assigns", "requires"])
    assert told is not None
    assert {name: found for name, found in told["problems"].items() if found} == {}
    for name in nlp.pipe_names:
        if name.startswith("briefkit_"):
            assert "doc.user_data" in told["summary"][name]["assigns"]
