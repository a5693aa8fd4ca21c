"""The component: what it leaves on a Doc, and that nothing changes it but the article."""

from __future__ import annotations

import pickle
from pathlib import Path

import numpy
import pytest
import spacy
from spacy.language import Language

from briefkit.components.encoder import FILES, Encoded, EncoderComponent, encoded
from briefkit.components.encoder.tags import CLASSES, NAME_TAGS, ROLE_TAGS, begin, inside
from briefkit.pipeline import ENCODER, shipped_model

TEXT = (
    "Mary Olsen, mayor of Tromsø, said the bridge would open on Friday. The town has waited for "
    "nine years. Fishermen in Svolvær complained about the price of diesel."
)


def said(nlp: Language, text: str) -> Encoded:
    found = encoded(nlp(text))
    assert found is not None
    return found


def test_each_token_has_tags_and_each_sentence_a_meaning(nlp: Language) -> None:
    doc = nlp(TEXT)
    found = encoded(doc)
    assert found is not None
    assert found.names.shape == (len(doc), len(NAME_TAGS))
    assert found.roles.shape == (len(doc), len(ROLE_TAGS))
    assert found.sentences.shape == (3, 384)
    assert numpy.allclose(numpy.exp(found.names).sum(1), 1, atol=1e-4)
    assert numpy.allclose(numpy.linalg.norm(found.sentences, axis=1), 1, atol=1e-4)


def test_tags_of_a_class_stand_side_by_side() -> None:
    assert [NAME_TAGS[begin(kind)] for kind in CLASSES] == [f"B-{kind}" for kind in CLASSES]
    assert [NAME_TAGS[inside(kind)] for kind in CLASSES] == [f"I-{kind}" for kind in CLASSES]


def test_what_a_name_is_depends_on_its_context(nlp: Language) -> None:
    person = said(nlp, "Mr Marlow said he would resign. His wife left Marlow last year.")
    place = said(nlp, "She lives in Marlow, a town near Reading. Trains to Marlow were late.")
    at = {"person": begin("person"), "place": begin("place")}
    assert person.names[1, at["person"]] > person.names[1, at["place"]]
    assert place.names[3, at["place"]] > place.names[3, at["person"]]


def test_sentences_that_mean_the_same_are_alike(nlp: Language) -> None:
    text = "The president resigned on Monday. The head of state stepped down. Apples are sweet."
    likeness = said(nlp, text).sentences @ said(nlp, text).sentences.T
    assert likeness[0, 1] > 0.5 > likeness[0, 2]


def test_an_article_is_read_alike_alone_and_after_others(nlp: Language) -> None:
    alone = said(nlp, TEXT)
    list(nlp.pipe(["Prices rose by 3%.", TEXT * 20, "No."]))
    again = said(nlp, TEXT)
    assert all(numpy.array_equal(getattr(alone, x), getattr(again, x)) for x in alone.__slots__)


def test_weights_survive_the_disk_bytes_and_the_way_to_another_process(
    nlp: Language, tmp_path: Path
) -> None:
    encoder = nlp.get_pipe(ENCODER)
    assert isinstance(encoder, EncoderComponent)
    encoder.to_disk(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == set(FILES)
    doc = nlp.make_doc(TEXT)
    doc = nlp.get_pipe("parser")(nlp.get_pipe("tagger")(nlp.get_pipe("tok2vec")(doc)))
    read = encoder.match(doc)
    from_disk = EncoderComponent().from_disk(tmp_path)
    from_bytes = EncoderComponent().from_bytes(encoder.to_bytes())
    for copy in (from_disk, from_bytes, pickle.loads(pickle.dumps(encoder))):
        assert all(numpy.array_equal(a, b) for a, b in zip(copy.match(doc), read, strict=True))
    assert "Apache License" in (shipped_model() / ENCODER / "LICENSE").read_text("utf-8")


def test_without_weights_nothing_is_said() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe(ENCODER)
    assert encoded(nlp(TEXT)) is None


def test_weights_that_are_missing_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        EncoderComponent().from_disk(tmp_path)
