"""The pipeline that ships: whole, small, and what its card says."""

from __future__ import annotations

import hashlib
import json
import time
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.lang.tokenizer_exceptions import URL_MATCH
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc

from briefkit import extract
from briefkit.components.records import ActorRecord, records
from briefkit.errors import ModelError
from briefkit.pipeline import annotate, load, shipped_model
from briefkit.reading import make_article

if TYPE_CHECKING:
    from spacy.language import Language

MODEL = shipped_model()
META = json.loads((MODEL / "meta.json").read_text(encoding="utf-8"))


def test_every_file_is_the_one_that_was_built() -> None:
    found = {
        path.relative_to(MODEL).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in MODEL.rglob("*")
        if path.is_file() and path.name != "meta.json"
    }
    assert found == META["files"]


def test_it_is_small_and_says_where_it_comes_from() -> None:
    assert sum(path.stat().st_size for path in MODEL.rglob("*") if path.is_file()) < 55_000_000
    (source,) = META["sources"]
    assert (source["name"], source["license"]) == ("en_core_web_md", "MIT")
    assert len(source["sha256"]) == 64
    assert "Permission is hereby granted" in (MODEL / "LICENSE").read_text(encoding="utf-8")
    encoder = MODEL / "briefkit_encoder"
    assert "Apache License" in (encoder / "LICENSE").read_text(encoding="utf-8")
    assert "all-MiniLM-L6-v2" in (encoder / "NOTICE").read_text(encoding="utf-8")


TRAINED = {
    "alone": "glance_alone.json",
    "coreference": "coref_weights.json",
    "cuts": "glance_cuts.json",
    "glance": "glance_rank.json",
    "salience": "actors_salience.json",
    "timeline": "glance_timeline.json",
}


@pytest.mark.parametrize(("part", "name"), TRAINED.items())
def test_the_card_holds_the_scores_of_the_trained_parts(part: str, name: str) -> None:
    beside = json.loads(files("briefkit.components").joinpath("data", name).read_text("utf-8"))
    assert beside.pop("weights")
    assert META["trained"][part] == beside


def test_it_runs_only_what_a_brief_reads(nlp: Language) -> None:
    assert nlp.pipe_names == [
        "briefkit_layout",
        "tok2vec",
        "tagger",
        "parser",
        "briefkit_encoder",
        "briefkit_dates",
        "briefkit_actors",
        "briefkit_quotes",
        "briefkit_glance",
    ]


def test_vectors_are_32_bit_in_memory(nlp: Language) -> None:
    assert nlp.vocab.vectors.data.dtype == "float32"
    assert nlp.vocab["minister"].similarity(nlp.vocab["president"]) > 0.3


@pytest.mark.parametrize(
    ("name", "part"),
    [("en_no_such_model", "cannot load the model 'en_no_such_model'"), ("/", "cannot load")],
)
def test_a_model_that_is_not_there_is_named(name: str, part: str) -> None:
    with pytest.raises(ModelError, match=part) as caught:
        load(name)
    assert caught.value.hint


def test_a_pipeline_without_a_parser_is_refused(tmp_path_factory: pytest.TempPathFactory) -> None:
    import spacy

    folder = tmp_path_factory.mktemp("blank")
    spacy.blank("en").to_disk(folder)
    with pytest.raises(ModelError, match="has no tagger and no parser and no ner"):
        load(str(folder))


@settings(deadline=None, max_examples=400)
@given(st.lists(st.sampled_from(["a", "bc", "x.no", "1", ".", ":", "@", "/", "://", "-", "http"])))
def test_addresses_are_those_of_spacy(nlp: Language, parts: list[str]) -> None:
    text = "".join(parts)
    assert isinstance(nlp.tokenizer, Tokenizer)
    assert bool(nlp.tokenizer.url_match(text)) == bool(URL_MATCH(text))


def test_an_address_of_colons_is_looked_at_once(nlp: Language) -> None:
    started = time.process_time()
    assert len(nlp.make_doc("a:b:" * 20_000)) == 80_000
    assert time.process_time() - started < 5  # by the square it was 19


@pytest.mark.parametrize("rank", ["Capt.", "Col.", "Lt.", "Maj.", "Sgt."])
def test_a_rank_ends_no_sentence(nlp: Language, rank: str) -> None:
    doc = nlp(f"The patrol was led by {rank} Marta Earley of Wexdale. She said that it was late.")
    assert [sent[0].text for sent in doc.sents] == ["The", "She"]
    assert rank in [token.text for token in doc]


@pytest.mark.parametrize("name", ["O’Connor", "D’Souza", "OʼBrien"])
def test_a_curled_apostrophe_in_a_name_is_read_as_a_typed_one(nlp: Language, name: str) -> None:
    text = f"When asked about the strike, Mary {name} of Nokia said it would end in May."
    (doc,) = annotate(nlp, [make_article(text)])
    assert isinstance(doc, Doc)
    found = [token for token in doc if token.text == name]
    assert [(token.tag_, token.dep_, token.head.text) for token in found] == [
        ("NNP", "nsubj", "said")
    ]
    assert [quote.speaker for quote in extract(text).quotes] == [f"Mary {name}"]


def test_a_sergeant_is_named_with_his_rank(nlp: Language) -> None:
    doc = nlp("Nobody was hurt, police Sgt. Tom Earley said. Earley spoke on Monday.")
    (actor,) = [one for one in records(doc, ActorRecord) if one.type == "person"]
    assert (actor.name, actor.role) == ("Tom Earley", "police Sgt.")
