"""The working form of an actor, while names, roles and references are put together."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Mention:
    """Tokens `[start, end)` that mean an entity; `kind` is name, nominal or pronoun.

    `sure` is the probability that it means this one; of a name, that it is one (0 where the
    encoder missed it).
    """

    start: int
    end: int
    kind: str
    sure: float = 1.0


@dataclass(slots=True)
class Entity:
    """One entity of the article; becomes an ActorRecord.

    `name` is the fullest name. `gender` is f, m or None where nothing tells. `role_heads` are the
    lower-cased head nouns of what the text calls it ("minister", "carmaker").
    """

    name: str
    type: str  # person | organization | place | group
    mentions: list[Mention] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    gender: str | None = None
    role: str | None = None
    role_span: tuple[int, int] | None = None  # characters
    role_heads: set[str] = field(default_factory=set)
    affiliation: str | None = None
    acts: bool = True
    salience: float = 0.0
