"""Texts with their gold inside: "{Ann Reed:p1} said {she:1} would go."

A name carries its type and the number of its entity (p person, o organization, l place, g group);
every other mention the number alone. What is not marked is not to be linked.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefkit.components.actors.entity import Entity, Mention

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_MARK = re.compile(r"\{([^:{}]+):([polg]?)(\d)\}")
_TYPES = {"p": "person", "o": "organization", "l": "place", "g": "group"}
Found = set[tuple[str, int, int]]


def read(marked: str) -> tuple[str, list[tuple[int, int, str, int]]]:
    """The plain text, and (start, end, type or "", number) of each mark in it."""
    text, marks, at = "", [], 0
    for found in _MARK.finditer(marked):
        text += marked[at : found.start()]
        words, kind, number = found.groups()
        marks.append((len(text), len(text) + len(words), kind, int(number)))
        text += words
        at = found.end()
    return text + marked[at:], marks


def entities_of(doc: Doc, marks: list[tuple[int, int, str, int]]) -> dict[int, Entity]:
    """Entities of the named marks, by number; the longest name names."""
    entities: dict[int, Entity] = {}
    for start, end, kind, number in marks:
        if kind:
            span = doc.char_span(start, end, alignment_mode="expand")
            assert span is not None
            entity = entities.setdefault(number, Entity(span.text, _TYPES[kind]))
            if len(span.text) > len(entity.name):
                entity.name = span.text
            entity.mentions.append(Mention(span.start, span.end, "name"))
    return entities


def parse(nlp: Language, text: str) -> Doc:
    """The text with layout, tags, syntax and names, and none of our other components."""
    with nlp.select_pipes(
        enable=["briefkit_layout", "tok2vec", "tagger", "parser", "briefkit_encoder"]
    ):
        return nlp(text)


def linked(doc: Doc, entities: dict[int, Entity]) -> Found:
    """(words, place, number) of the mentions that are not names."""
    return {
        (doc[m.start : m.end].text, doc[m.start].idx, number)
        for number, entity in entities.items()
        for m in entity.mentions
        if m.kind != "name"
    }


def wanted(text: str, marks: list[tuple[int, int, str, int]]) -> Found:
    """The same of the marks."""
    return {(text[start:end], start, number) for start, end, kind, number in marks if not kind}
