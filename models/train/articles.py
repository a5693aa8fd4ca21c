"""Annotated articles as the trainers of coreference, speakers and key points take them.

JSON Lines with `text`, `actors` (id, name, type, named, mentions, mention_types), `quotes` (spans,
speaker_actor) and `points` (for each key point the places that tell it); articles with marks
(`*.gold.txt`) and folders of them; tables of GAP, whose passages ask what one pronoun means and
nothing else.
"""

from __future__ import annotations

import csv
import json
import pickle
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from briefkit.components.encoder import LAYER
from briefkit.pipeline import COMPONENTS, ENCODER, load, make_doc
from briefkit.reading import make_article
from briefkit.scoring import markup

Row = dict[str, Any]
_PRONOUN = re.compile(
    r"(?:he|him|his|she|hers?|it|its|they|theirs?|them|who|which|i|me|my|we|us|our)(?:sel(?:f|ves))?",
    re.IGNORECASE,
)
_SMALL = re.compile(r"(?:The|His|Her|Its|Their)\b")


def read(paths: Iterable[Path]) -> list[Row]:
    """The articles of all files, in order."""
    return [row for path in paths for row in _file(path)]


def docs(rows: Sequence[Row], said: Path | None = None) -> list[Doc]:
    """The articles, parsed and encoded.

    `said` holds what the encoder's folds said of the articles that it has learned from
    (`encoder.py --folds`): an encoder that knows an article is surer of it than of any other.
    """
    nlp = load()
    made = (
        make_article(
            row["text"],
            id=row["id"],
            title=row.get("title"),
            published=row.get("published"),
            published_from="metadata" if row.get("published") else None,
        )
        for row in rows
    )
    found = list(nlp.pipe((make_doc(nlp, one) for one in made), disable=COMPONENTS))
    known: dict[str, Any] = pickle.loads(said.read_bytes()) if said else {}
    for row, doc in zip(rows, found, strict=True):
        folded = known.get(row["id"])
        if folded is not None and len(folded[0]) == len(doc):
            doc.user_data[LAYER] = folded
        else:
            nlp.get_pipe(ENCODER)(doc)
    return found


def _file(path: Path) -> Iterator[Row]:
    if path.is_dir():
        yield from read(sorted(path.glob("*.gold.txt")))
        return
    if path.name.endswith(".gold.txt"):
        yield _marked(markup.read(path))
        return
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".tsv":
        yield from map(_passage, csv.DictReader(text.splitlines(), delimiter="\t"))
    else:
        yield from map(json.loads, text.splitlines())


def _marked(gold: markup.GoldArticle) -> Row:
    """An article with marks; what may be left out of its mentions is one all the same."""
    actors = []
    for actor in gold.actors:
        places = [*actor.mentions, *actor.maybe]
        actors.append(
            {
                "id": actor.id,
                "name": actor.name.split(" / ")[0],
                "type": actor.types[0],
                "named": True,
                "optional": actor.optional,
                "maybe": actor.maybe,
                "roles": actor.roles,
                "mentions": places,
                "mention_types": [_kind(gold.text[slice(*place)]) for place in places],
            }
        )
    quotes = [
        {
            "spans": quote.spans,
            "speaker_actor": quote.actor,
            "speakers": quote.speakers,
            "kind": quote.kind,
            "polarity": quote.polarity,
            "optional": quote.optional,
        }
        for quote in gold.quotes
    ]
    return {
        "id": gold.id,
        "title": gold.title,
        "published": gold.published,
        "text": gold.text,
        "actors": actors,
        "quotes": quotes,
        "speakers": [place for quote in gold.quotes for place in quote.speakers],
        "points": gold.points,
    }


def _kind(mention: str) -> str:
    """Whether a marked mention is a pronoun, a name or a description."""
    if _PRONOUN.fullmatch(mention):
        return "pronoun"
    words = mention.split()
    large = sum(word[:1].isupper() for word in words)
    named = words[0][:1].isupper() and not _SMALL.match(mention)
    return "name" if named and large >= max(1, len(words) - 1) else "nominal"


def _passage(row: dict[str, str]) -> Row:
    """A passage of GAP as an article with two actors, of which one pronoun is asked."""
    asked = int(row["Pronoun-offset"])
    actors = []
    for name in ("A", "B"):
        places = [m.span() for m in re.finditer(re.escape(row[name]), row["Text"])]
        kinds = ["name"] * len(places)
        if row[f"{name}-coref"] == "TRUE":
            places.append((asked, asked + len(row["Pronoun"])))
            kinds.append("pronoun")
        actors.append(
            {
                "name": row[name],
                "type": "person",
                "named": True,
                "mentions": places,
                "mention_types": kinds,
            }
        )
    return {"id": row["ID"], "text": row["Text"], "actors": actors, "asked": asked}


def touch(a: Sequence[int], b: Sequence[int]) -> bool:
    """Whether half of the shorter of two places lies in the other."""
    both = min(a[1], b[1]) - max(a[0], b[0])
    return both > 0 and both * 2 >= min(a[1] - a[0], b[1] - b[0])


def is_aside(row: Row) -> bool:
    """Whether it is a passage of GAP or a life of GUM: there one person is all the story."""
    return "asked" in row or row["id"].startswith("GUM_bio")
