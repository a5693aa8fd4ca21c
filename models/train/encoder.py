"""Trains the encoder: `python -m models.train.encoder --help`; about an hour on two cores.

Four steps, each from the weights of the one before, all deterministic on one machine:
1. What briefkit says of open articles (a teacher's labels, with a context that it lacks).
2. The entities of 177 articles, listed by hand in `entities.jsonl`, and the articles in `written`.
3. Articles that are annotated whole, those in `whole` among them, with those of step 2.
4. The same, with whom their pronouns and nouns mean, and the articles and passages of `--asks`;
   what comes out is the mean of the weights before and after (Wortsman et al., Robust fine-tuning
   of zero-shot models, 2022): links cost nothing of what was known of names.
With `--folds N`, steps 3 and 4 are done N times without one part of the annotated articles, and
what each net says of the articles that it has not seen is written to `--said`, to measure with and
to learn from: the first folder of `--whole` is in one part, articles of one story of ECB+ are never
in two.
"""

from __future__ import annotations

import argparse
import copy
import json
import pickle
import random
import re
import zlib
from pathlib import Path
from typing import Any

import torch
from models.train import articles, asks, sources
from models.train.export import export
from models.train.labels import Marked
from models.train.learn import step
from models.train.meaning import meanings
from models.train.net import Net, Sizes, pretrained
from models.train.swap import pool
from safetensors.torch import load_file
from tokenizers import Tokenizer

from briefkit.components.encoder import FILES, PIECES, WEIGHTS
from briefkit.components.encoder.reader import Reader as Net32
from briefkit.components.encoder.tags import NAME_TAGS, ROLE_TAGS, SPEECH_TAGS
from briefkit.components.encoder.windows import Pieces
from briefkit.pipeline import ENCODER, shipped_model

HERE = Path(__file__).parent
ENTITIES = HERE / "entities.jsonl"
WRITTEN = HERE / "written"
WHOLE = HERE / "whole"
STEPS = {1: (1, 2e-4), 2: (8, 2e-4), 3: (4, 1.5e-4), 4: (2, 1.2e-4)}  # epochs, highest rate
AGAIN = 100  # articles of step 2 that the folds, and step 4, read again


def parsed() -> argparse.Namespace:
    """The command line."""
    lines = argparse.ArgumentParser(prog="models.train.encoder", description=__doc__)
    lines.add_argument("base", type=Path, help="folder of all-MiniLM-L6-v2 as published")
    lines.add_argument("--texts", type=Path, required=True, help="open articles, JSON Lines")
    lines.add_argument("--briefs", type=Path, required=True, help="briefkit's briefs of them")
    lines.add_argument("--whole", type=Path, required=True, nargs="+", help="of *.gold.txt")
    lines.add_argument("--asks", type=Path, nargs="*", default=[], help="of coreference alone")
    lines.add_argument("--never", default="modern", help="part of the ids that stay unseen")
    lines.add_argument("--folds", type=int, default=0)
    lines.add_argument("--said", type=Path, help="where what the folds say goes (pickle)")
    return lines.parse_args()


def main() -> None:
    """Train, and put the weights into the model's folder."""
    asked = parsed()
    torch.use_deterministic_algorithms(True)
    tokenizer = Tokenizer.from_file(str(asked.base / PIECES))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    pieces = Pieces(tokenizer)
    net = Net(tokenizer.get_vocab_size(), Sizes(len(NAME_TAGS), len(ROLE_TAGS), len(SPEECH_TAGS)))
    pretrained(net, load_file(asked.base / "model.safetensors"))

    reader = sources.Reader()
    told = list(sources.briefs(reader, asked.texts, asked.briefs))
    texts = {r["id"]: r for r in map(json.loads, asked.texts.open(encoding="utf-8"))}
    lists = map(json.loads, ENTITIES.open(encoding="utf-8"))
    listed = [sources.inventory(reader, texts[one["id"]], one["entities"]) for one in lists]
    listed += sources.written(reader, WRITTEN)
    parts = [list(sources.gold(reader, folder)) for folder in (*asked.whole, WHOLE)]
    gold = [one for part in parts for one in part if asked.never not in one.id]
    fold_of = {one.id: fold(one.id, asked.folds) for part in parts[1:] for one in part}
    known = meanings(net, [*told, *listed, *gold], pieces)
    rows = articles.read([*asked.whole, WHOLE, *asked.asks])
    asking = asks.asked([row for row in rows if asked.never not in row["id"]], gold)

    learn(net, told, pieces, known, 1)
    learn(net, listed, pieces, known, 2)
    start = copy.deepcopy(net.state_dict())
    if asked.folds:
        said = folds(net, start, gold, asking, listed, pieces, known, asked.folds, fold_of)
        asked.said.write_bytes(pickle.dumps(said))
    net.load_state_dict(start)
    learn(net, [*gold, *listed], pieces, known, 3)
    links(net, asking, again(listed, 0), pieces, known)
    target = shipped_model() / ENCODER
    export(net, target / WEIGHTS)
    (target / PIECES).write_text(tokenizer.to_str(), encoding="utf-8")
    print(f"{target.name}: {', '.join(FILES)}")


def learn(
    net: Net,
    taught: list[Marked],
    pieces: Pieces,
    known: dict[str, Any],
    number: int,
    named: list[Marked] | None = None,
) -> None:
    """One of the STEPS; from the second on with other names in every second article."""
    epochs, rate = STEPS[number]
    names_of = pool(named or taught) if number > 1 else None
    print(f"step {number}: {len(taught)} articles")
    step(net, taught, pieces, known, epochs=epochs, rate=rate, names_of=names_of)


def links(
    net: Net, asking: list[Marked], listed: list[Marked], pieces: Pieces, known: dict[str, Any]
) -> None:
    """Step 4: learn whom words mean, and go half the way in all that was known before."""
    before = copy.deepcopy(net.state_dict())
    learn(net, [*asking, *listed], pieces, known, 4)
    after = net.state_dict()
    new = ("asks.", "offers.", "nobody.")
    net.load_state_dict(
        {k: v if k.startswith(new) else (before[k] + v) / 2 for k, v in after.items()}
    )


def again(listed: list[Marked], seed: int) -> list[Marked]:
    """Some of the articles of step 2."""
    return random.Random(seed).sample(listed, min(AGAIN, len(listed)))


def fold(id: str, count: int) -> int:
    """The part that an article is in: by its id, or by the story of ECB+ that it tells."""
    story = re.match(r"ecb/(\d+)", id)
    return zlib.crc32((story.group(1) if story else id).encode()) % max(1, count)


def folds(
    net: Net,
    start: dict[str, Any],
    gold: list[Marked],
    asking: list[Marked],
    listed: list[Marked],
    pieces: Pieces,
    known: dict[str, Any],
    count: int,
    fold_of: dict[str, int],
) -> dict[str, Any]:
    """What is said of each article by a net that has not learned from it, by id."""
    said: dict[str, Any] = {}
    part_of = {one.id: fold_of.get(one.id, fold(one.id, count)) for one in asking} | fold_of
    part_of |= {one.id: 0 for one in gold if one.id not in fold_of}
    path = HERE / "fold.onnx"
    for number in range(count):
        net.load_state_dict(start)
        rest = [one for one in gold if part_of[one.id] != number]
        learn(net, [*rest, *again(listed, number)], pieces, known, 3, [*rest, *listed])
        rest = [one for one in asking if part_of[one.id] != number]
        links(net, rest, again(listed, number), pieces, known)
        export(net, path)
        reader = Net32(path.read_bytes(), (shipped_model() / ENCODER / PIECES).read_bytes())
        for one in (one for one in asking if part_of[one.id] == number):
            said[one.id] = reader.read(one.words, one.sentences, one.title)
    path.unlink(missing_ok=True)
    return said


if __name__ == "__main__":
    main()
