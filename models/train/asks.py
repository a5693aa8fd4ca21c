"""What the encoder learns coreference from: pronouns and nouns, and which mentions they mean.

Each place at which the shipped resolver decides, each third-person pronoun, each definite noun and
each annotated description asks whom it means; the answer is the annotation's. A passage of GAP asks
one pronoun, and its other persons, as the encoder of the shipped model finds them, are wrong
answers. Mentions are known by their head words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from models.train import articles
from models.train.labels import ANY_NAME, ANY_ROLE, Ask, Marked
from models.train_coreference import Teacher
from spacy.tokens import Doc

from briefkit.components.columns import columns
from briefkit.components.coreference.words import pronouns
from briefkit.components.encoder import encoded
from briefkit.components.encoder.tags import begin, inside

_DEFINITE = frozenset(["the", "this", "that", "these", "those"])
_MODIFIERS = frozenset(["compound", "amod", "nmod"])
_NOUNS = frozenset(["NN", "NNS"])


def asked(rows: Sequence[articles.Row], known: Iterable[Marked]) -> list[Marked]:
    """The articles with what they ask, with the labels of `known`; the others have no labels."""
    marked = {one.id: one for one in known}
    found = []
    for number, (row, doc) in enumerate(zip(rows, articles.docs(rows), strict=True)):
        seen = columns(doc)
        title = (row.get("title") or "").split()
        one = Marked(row["id"], list(seen.words), list(seen.sentence_starts), title)
        one.blank(ANY_NAME, ANY_ROLE)
        if row["id"] in marked:
            one = replace(marked[row["id"]], mentions=[], asks=[])
        if one.words == seen.words:
            (_passage if "asked" in row else _article)(one, row, doc, number)
            found.append(one)
    return found


def _article(one: Marked, row: articles.Row, doc: Doc, number: int) -> None:
    teacher = Teacher(doc, row, number)
    teacher.run()
    view, gold = teacher.columns, teacher.gold
    one.mentions = sorted(gold.items())
    decided = {token for token, _ in teacher.instances}
    described = set()
    for actor in row["actors"]:
        for (start, end), how in zip(actor["mentions"], actor["mention_types"], strict=True):
            span = doc.char_span(start, end, alignment_mode="expand")
            if how == "nominal" and span is not None and len(span):
                described.add(view.head_of(span.start, span.end))
    until = row.get("scored_until") or len(row["text"])
    for token in doc:
        i, noun = token.i, token.tag_ in _NOUNS
        if token.idx >= until:
            break
        pronoun = token.tag_ in ("PRP", "PRP$") and view.lower[i] in pronouns()
        definite = noun and i not in teacher.inside and view.determiner(i) in _DEFINITE
        asks = pronoun or i in decided or (definite and token.dep_ not in _MODIFIERS)
        if asks or (noun and i in described):
            right = gold.get(i)
            one.asks.append(Ask(i, frozenset() if right is None else {right}, right is None))


def _passage(one: Marked, row: articles.Row, doc: Doc, number: int) -> None:
    teacher = Teacher(doc, row, number)
    view, gold = teacher.columns, teacher.gold
    token = next((token.i for token in doc if token.idx == row["asked"]), None)
    if token is None:
        return
    meant = {at: actor for at, actor in gold.items() if at != token}
    called = [set(actor["name"].lower().split()) for actor in row["actors"]]
    for start, end in _persons(doc):
        words = set(view.lower[start:end])
        same = [n for n, name in enumerate(called) if words <= name]
        if any(at in meant for at in range(start, end)):
            continue
        if len(same) == 1:
            meant[view.head_of(start, end)] = same[0]
        elif not any(words & name for name in called):
            meant[view.head_of(start, end)] = len(called) + start
    one.mentions = sorted(meant.items())
    right = gold.get(token)
    others = frozenset(meant.values()) - set(range(len(called)))
    one.asks.append(Ask(token, others if right is None else {right}, right is None))


def _persons(doc: Doc) -> list[tuple[int, int]]:
    """The names of persons as the encoder tags them."""
    said = encoded(doc)
    tags = [] if said is None else said.names.argmax(1).tolist()
    found, i = [], 0
    while i < len(tags):
        start, i = i, i + 1
        if tags[start] == begin("person"):
            while i < len(tags) and tags[i] == inside("person"):
                i += 1
            found.append((start, i))
    return found
