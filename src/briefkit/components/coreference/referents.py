"""What an article has spoken of so far: its actors, and the unnamed people and things beside them.

The unnamed ones ("a girl", "the report") never become actors. They are here because a pronoun may
mean them, and must then not be given to a name.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefkit.components.coreference.view import View


@dataclass(slots=True, eq=False)
class Referent:
    """Somebody or something, with where and how it was last spoken of.

    `entity` is the number of the named entity, -1 for an unnamed one. `kind` is person,
    organization, place, group, places or thing. `sure` says that the gender is from the text
    and not from a list of names. `heads` are nouns that the text uses for it.
    """

    number: int
    entity: int
    kind: str
    plural: bool = False
    gender: str | None = None
    sure: bool = False
    heads: set[str] = field(default_factory=set)
    last: int = -1
    role: str = "x"
    pronoun: bool = False
    said: int = -1  # where it was last the subject of a verb of saying
    first: bool = False
    known: float = 1.0  # how sure the last mention was
    count: int = 0
    here: list[int] = field(default_factory=list)  # its tokens in the sentence of `last`
    tokens: list[int] = field(default_factory=list)  # of all its mentions so far


class Referents:
    """All referents, found by token and by nearness."""

    _UNNAMED_KEPT = 12

    def __init__(self) -> None:
        self.at: dict[int, Referent] = {}
        self.named: dict[int, Referent] = {}
        self.unnamed: list[Referent] = []
        self._count = 0
        self._sentence = -1

    def new(self, kind: str, entity: int = -1, plural: bool = False) -> Referent:
        """A referent that is not yet mentioned."""
        made = Referent(self._count, entity, kind, plural)
        self._count += 1
        if entity >= 0:
            self.named[entity] = made
        return made

    def mention(self, view: View, referent: Referent, token: int, pronoun: bool) -> None:
        """Say that `token` means `referent`."""
        sentence = view.sentences[token]
        same = referent.last >= 0 and view.sentences[referent.last] == sentence
        referent.first = sentence != self._sentence or (same and referent.first)
        self._sentence = sentence
        if not same:
            referent.here.clear()
        referent.here.append(token)
        referent.tokens.append(token)
        referent.last = token
        referent.role = view.role(token)
        referent.pronoun = pronoun
        referent.count += 1
        if view.says(token) and not view.quotes[token]:
            referent.said = token
        self.at[token] = referent
        if referent.entity < 0:
            # The nearest stand last, so that the oldest drop out first.
            self.unnamed = [other for other in self.unnamed if other is not referent]
            self.unnamed.append(referent)
            del self.unnamed[: -self._UNNAMED_KEPT]
