"""Every trainer runs, and twice over the same articles writes the same bytes."""

from __future__ import annotations

import json
import re
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from briefkit import extract, lexicon
from briefkit.scoring.markup import GoldArticle, read
from tests.quality import gate

ARTICLES = ("council-library", "court-fraud", "politics-water", "tech-recall")
TYPES = {"person": "PERSON", "organization": "ORG", "place": "PLACE", "group": "ORG"}
TRAINERS = (
    "train_alone",
    "train_coreference",
    "train_cuts",
    "train_glance",
    "train_names",
    "train_quotes",
    "train_salience",
    "train_speakers",
    "train_timeline",
)


def row(gold: GoldArticle) -> dict[str, Any]:
    """One of our own articles as a line of the files that the trainers read."""
    return {
        "id": gold.id,
        "text": gold.text,
        "title": gold.title,
        "published": gold.published,
        "actors": [
            {
                "id": actor.id,
                "name": actor.name,
                "type": TYPES[actor.types[0]],
                "named": True,
                "salience": min(5, len(actor.mentions)),
                "salient": len(actor.mentions) > 2,
                "mentions": actor.mentions,
                "mention_types": [_kind(gold.text[slice(*place)]) for place in actor.mentions],
            }
            for actor in gold.actors
            if actor.mentions
        ],
        "quotes": [
            {
                "spans": q.spans,
                "speaker_actor": q.actor,
                "speakers": q.speakers,
                "kind": q.kind,
                "polarity": q.polarity,
                "optional": q.optional,
            }
            for q in gold.quotes
        ],
        # What was said is as good as a key point here: only that it can be learned is looked at.
        "points": [q.spans for q in gold.quotes],
    }


def _kind(words: str) -> str:
    if words.lower() in ("he", "she", "it", "they", "his", "her", "its", "their", "him", "them"):
        return "pronoun"
    return "name" if any(word[0].isupper() for word in words.split()[1:] or [words]) else "nominal"


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some of our own articles with their gold, as JSON Lines."""
    path = tmp_path_factory.mktemp("trainers") / "own.jsonl"
    rows = [row(read(gate.HERE / "articles" / f"{name}.txt")) for name in ARTICLES]
    path.write_text("".join(json.dumps(one) + "\n" for one in rows), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def judged(articles: Path) -> dict[str, Path]:
    """What a reader could have said of their sentences and dates, by the trainer that asks."""
    said: dict[str, list[str]] = {"train_alone": [], "train_cuts": [], "train_timeline": []}
    for line in articles.read_text(encoding="utf-8").splitlines():
        one = json.loads(line)
        brief = extract(one["text"], title=one["title"], published=one["published"])
        found = [(d.span, d.event_span, "RV"[n % 2]) for n, d in enumerate(brief.dates) if d.event]
        said["train_timeline"].append(json.dumps({"id": one["id"], "lines": found}))
        sentences = [m.span() for m in re.finditer(r"[A-Z][^.\n]{20,}\.", one["text"])]
        hangs = [
            [m.span() for m in re.finditer(r"\bthe \w+", one["text"]) if start < m.start() < end]
            for start, end in sentences
        ]
        ends = [
            (start, m.span(), "GB"[m.start() % 2])
            for start, end in sentences
            for m in re.finditer(r"\b(?:after|by|for|in|on|to|with) [^.,]+", one["text"][:end])
            if start < m.start()
        ]
        said["train_cuts"].append(json.dumps({"id": one["id"], "cuts": ends}))
        bullets = [[[place], words[:1]] for place, words in zip(sentences, hangs, strict=True)]
        said["train_alone"].append(json.dumps({"id": one["id"], "bullets": bullets}))
    for name, lines in said.items():
        articles.with_name(f"{name}.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return {name: articles.with_name(f"{name}.jsonl") for name in said}


@pytest.mark.parametrize("name", TRAINERS)
def test_a_trainer_writes_the_same_bytes_twice(
    name: str,
    articles: Path,
    judged: dict[str, Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    trainer = import_module(f"models.{name}")
    if name in judged:
        monkeypatch.setattr(trainer, "SAID", judged[name])
    monkeypatch.setattr(sys, "argv", [name, str(articles)])
    shipped, written = trainer.TARGET, []
    for run in ("first.json", "second.json"):
        monkeypatch.setattr(trainer, "TARGET", tmp_path / run)
        trainer.main()
        written.append((tmp_path / run).read_bytes())
    assert written[0] == written[1]
    learned = json.loads(written[0])
    assert learned["articles"] == len(ARTICLES)
    assert any(_numbers(learned["weights"]))
    # Who is briefed in this process afterwards is briefed by what ships.
    assert lexicon.weights(shipped.name) == json.loads(shipped.read_text(encoding="utf-8"))


def _numbers(weights: Any) -> list[float]:
    """The weights, which coreference has by kind of mention, others with the encoder's beside."""
    if isinstance(weights, dict | list):
        parts = weights.values() if isinstance(weights, dict) else weights
        return [number for part in parts for number in _numbers(part)]
    return [weights]


def test_the_encoder_learns_the_same_bytes_twice(articles: Path, tmp_path: Path) -> None:
    torch = pytest.importorskip("torch", reason="torch trains the encoder; it is not installed")
    pytest.importorskip("onnx", reason="onnx writes the encoder; it is not installed")
    from models.train import articles as rows
    from models.train import asks, sources
    from models.train.export import export
    from models.train.learn import step
    from models.train.meaning import meanings
    from models.train.net import Net, Sizes
    from tokenizers import Tokenizer

    from briefkit.components.encoder import PIECES
    from briefkit.components.encoder.tags import NAME_TAGS, ROLE_TAGS, SPEECH_TAGS
    from briefkit.components.encoder.windows import Pieces
    from briefkit.pipeline import ENCODER, shipped_model

    torch.use_deterministic_algorithms(True)
    tokenizer = Tokenizer.from_file(str(shipped_model() / ENCODER / PIECES))
    pieces = Pieces(tokenizer)
    reader = sources.Reader()
    marked = [sources.whole(reader, read(gate.HERE / "articles" / f"{ARTICLES[0]}.txt"))]
    marked = asks.asked(rows.read([articles])[:1], marked)
    assert marked[0].asks
    written = []
    for run in ("first.onnx", "second.onnx"):
        torch.manual_seed(0)
        sizes = Sizes(len(NAME_TAGS), len(ROLE_TAGS), len(SPEECH_TAGS))
        net = Net(tokenizer.get_vocab_size(), sizes)
        step(net, marked, pieces, meanings(net, marked, pieces), epochs=1, rate=1e-4)
        export(net, tmp_path / run)
        written.append((tmp_path / run).read_bytes())
    assert written[0] == written[1]
