"""One pass over an article, from its first token to its last, that keeps track of who is meant."""

from __future__ import annotations

from itertools import islice
from math import sqrt
from typing import TYPE_CHECKING

from briefkit.components.actors.entity import Mention
from briefkit.components.coreference import features, gender, nominal, personal, phrases
from briefkit.components.coreference.features import Features, probabilities
from briefkit.components.coreference.leaning import Leaning
from briefkit.components.coreference.referents import Referent, Referents
from briefkit.components.coreference.words import pronouns

if TYPE_CHECKING:
    from briefkit.components.actors.entity import Entity
    from briefkit.components.coreference.view import View

# Nor among more candidates than this: a book-length list of names must not cost its square.
MOST = 40
# The probability from which on a mention is taken. Where it is thin, the mention is left out.
THRESHOLD = {"person": 0.55, "it": 0.55, "they": 0.5, "nominal": 0.45}
_NOUNS = frozenset(["NN", "NNS", "NNP", "NNPS"])
_PRONOUNS = frozenset(["PRP", "PRP$"])
_MODIFIERS = frozenset(["compound", "amod", "nmod", "npadvmod", "quantmod", "nummod", "predet"])

Meant = tuple[Referent, float]  # who is meant, and how probably


class Resolution:
    """The state of the pass. `run` adds the mentions that it finds to the entities."""

    def __init__(self, view: View, entities: list[Entity]) -> None:
        self.view = view
        self.entities = entities
        self.referents = Referents()
        self.speakers = phrases.speakers(view)
        self.found: list[tuple[int, Mention]] = []
        self.heads: dict[int, int] = {}  # entity by the head token of a name
        self.inside: dict[int, int] = {}  # entity by each token of a name
        self.ends: dict[str, list[Referent]] = {}  # by the noun that a name ends in
        self.called: dict[str, list[Referent]] = {}  # by what the text has called them
        # Named referents by kind, the last spoken of at the end.
        self._recent: dict[str, dict[int, Referent]] = {}
        for number, entity in enumerate(entities):
            referent = self.referents.new(entity.type, number, entity.type == "group")
            for word in nominal.name_ends(entity) if entity.type != "person" else ():
                self.ends.setdefault(word, []).append(referent)
            for word in sorted(entity.role_heads):
                self.call(referent, word)
            for mention in entity.mentions:
                self.heads.setdefault(view.head_of(mention.start, mention.end), number)
                self.inside.update(dict.fromkeys(range(mention.start, mention.end), number))
        self._tell_genders()
        self.leaning = Leaning(
            view, {at: n for at, n in self.heads.items() if entities[n].type == "person"}
        )

    def _tell_genders(self) -> None:
        """Genders of the persons: a title, then clear pronouns, then the first name."""
        numbers = [n for n, entity in enumerate(self.entities) if entity.type == "person"]
        people = [self.entities[n] for n in numbers]
        by_pronoun = gender.from_pronouns(people, self.view)
        for order, (number, person) in enumerate(zip(numbers, people, strict=True)):
            referent = self.referents.named[number]
            told = gender.told(person, self.view)
            listed = gender.listed(person)
            referent.gender = told or by_pronoun.get(order) or listed
            # Where the text's pronouns gainsay the list of names, neither is certain.
            referent.sure = bool(told) or listed in (None, referent.gender)

    def run(self) -> None:
        """Read the article and add mentions and genders to the entities."""
        view, known = self.view, pronouns()
        for token, tag in enumerate(view.tags):
            if token in self.heads:
                self.say(self.referents.named[self.heads[token]], token)
            elif tag in _NOUNS or nominal.is_aged(view, token):
                if view.deps[token] not in _MODIFIERS and token not in self.inside:
                    nominal.read(self, token)
            elif tag in _PRONOUNS and view.lower[token] in known:
                personal.read(self, token, known[view.lower[token]])
        for number, mention in self.found:
            self.entities[number].mentions.append(mention)
        for number, entity in enumerate(self.entities):
            if entity.type == "person":
                entity.gender = self.referents.named[number].gender

    def weigh(
        self, family: str, token: int, referents: list[Referent], of: list[Features], none: Features
    ) -> Meant | None:
        """The referent that a token means, with what the encoder says among the features."""
        if self.view.links is not None:
            chances = self.view.links.chances(token, [to.tokens for to in referents])
            features.link(chances, of, none)
        return self.decide(family, token, referents, of, none)

    def decide(
        self, family: str, token: int, referents: list[Referent], of: list[Features], none: Features
    ) -> Meant | None:
        """The referent that a token means; training looks on here."""
        chances = probabilities(family, of, none)
        best = max(range(len(chances)), key=chances.__getitem__)
        return (referents[best], chances[best]) if chances[best] >= THRESHOLD[family] else None

    def say(self, referent: Referent, token: int, pronoun: bool = False, sure: float = 1) -> None:
        """Note that `token` speaks of a referent."""
        if referent.entity >= 0:
            recent = self._recent.setdefault(referent.kind, {})
            recent.pop(referent.number, None)
            recent[referent.number] = referent
        referent.known = sure
        self.referents.mention(self.view, referent, token, pronoun)

    def place(self, token: int) -> features.Place:
        """What surrounds an anaphor."""
        return features.place(self.view, token, self.speakers.get(self.view.quotes[token], []))

    def named_near(self, kinds: tuple[str, ...], token: int, far: int) -> list[Referent]:
        """The actors of some kinds that were spoken of in the last `far` sentences, 40 a kind."""
        found: list[Referent] = []
        first = self.view.sentences[token] - far
        for kind in kinds:
            recent = self._recent.get(kind)
            for referent in islice(reversed(recent.values()), MOST) if recent else ():
                if self.view.sentences[referent.last] < first:
                    break
                found.append(referent)
        return found

    def mean(self, meant: Meant, start: int, token: int, kind: str) -> None:
        """Note that the words up to `token` mean a referent."""
        referent, chance = meant
        # Who was known by a pronoun before is less sure; both hang on the same words, so that their
        # product would be too little (of mentions told with .45 to .7 more than .75 were right).
        sure = chance * (sqrt(referent.known) if referent.pronoun else 1)
        if referent.entity >= 0:
            mention = Mention(start, token + 1, kind, round(sure, 3))
            self.found.append((referent.entity, mention))
        self.say(referent, token, kind == "pronoun", sure)

    def call(self, referent: Referent, word: str) -> None:
        """Remember a noun that the text uses for a named referent."""
        if word not in referent.heads:
            referent.heads.add(word)
            self.called.setdefault(word, []).append(referent)

    def known(self, token: int | None) -> Referent | None:
        """The referent of a name or of an earlier mention."""
        if token is None:
            return None
        number = self.inside.get(token)
        return self.referents.at.get(token) if number is None else self.referents.named[number]

    def possessor(self, token: int) -> Referent | None:
        """Whose a noun is: nobody is his own brother, so "his BROTHER" does not mean him."""
        view = self.view
        for child in view.children[token]:
            if child < token and view.deps[child] == "poss":
                return self.known(child)
        return None

    def new(self, token: int, kind: str, gender: str = "", *, plural: bool = False) -> None:
        """Somebody or something unnamed enters."""
        referent = self.referents.new(kind, plural=plural)
        if gender:
            referent.gender, referent.sure = gender, True
        referent.heads.add(self.view.lower[token])
        self.say(referent, token)
