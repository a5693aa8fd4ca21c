"""One pass over an article, from its first token to its last, that keeps track of who is meant."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from briefkit.components.actors.entity import Mention
from briefkit.components.coreference import features, gender, phrases
from briefkit.components.coreference.agreement import KINDS, may_mean
from briefkit.components.coreference.called import name_ends, reason_for
from briefkit.components.coreference.leading import leader
from briefkit.components.coreference.ranker import Features, probabilities
from briefkit.components.coreference.referents import Referent, Referents, nearest_first
from briefkit.components.coreference.words import Noun, Pronoun, nouns, pronouns

if TYPE_CHECKING:
    from briefkit.components.actors.entity import Entity
    from briefkit.components.coreference.view import View

# Farther back than this, in sentences and the breaks between paragraphs, nothing is looked for.
_FAR = {"person": 6, "it": 3, "they": 4, "nominal": 30}
# Nor among more candidates than this: a book-length list of names must not cost its square.
_MOST = 40
# The probability from which on a mention is taken. Where it is thin, the mention is left out.
THRESHOLD = {"person": 0.5, "it": 0.45, "they": 0.4, "nominal": 0.45}
_NOUNS = frozenset(["NN", "NNS", "NNP", "NNPS"])
_PRONOUNS = frozenset(["PRP", "PRP$"])
_DEFINITE = frozenset(["the", "this", "that"])
_MODIFIERS = frozenset(["compound", "amod", "nmod", "npadvmod", "quantmod", "nummod", "predet"])
_DESCRIBING = frozenset(["appos", "attr", "conj"])


class Resolution:
    """The state of the pass. `run` adds the mentions that it finds to the entities."""

    def __init__(self, view: View, entities: list[Entity]) -> None:
        self.view = view
        self.entities = entities
        self.referents = Referents()
        self.speakers = phrases.speakers(view)
        self.found: list[tuple[int, Mention]] = []
        self._heads: dict[int, int] = {}  # entity by the head token of a name
        self._inside: dict[int, int] = {}  # entity by each token of a name
        # Named referents by kind, the last spoken of at the end.
        self._recent: dict[str, dict[int, Referent]] = {}
        self._ends: dict[str, list[Referent]] = {}  # by the noun that a name ends in
        self._called: dict[str, list[Referent]] = {}  # by what the text has called them
        for number in gender.persons_after_all(entities, view):
            entities[number].type = "person"
        for number, entity in enumerate(entities):
            referent = self.referents.new(entity.type, number, entity.type == "group")
            for word in name_ends(entity) if entity.type != "person" else ():
                self._ends.setdefault(word, []).append(referent)
            for word in sorted(entity.role_heads):
                self._call(referent, word)
            for mention in entity.mentions:
                self._heads.setdefault(view.head_of(mention.start, mention.end), number)
                self._inside.update(dict.fromkeys(range(mention.start, mention.end), number))
        self._tell_genders()

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
            if token in self._heads:
                self._say(self.referents.named[self._heads[token]], token)
            elif tag in _NOUNS:
                if view.deps[token] not in _MODIFIERS and token not in self._inside:
                    self._noun(token)
            elif tag in _PRONOUNS and view.lower[token] in known:
                self._pronoun(token, view.lower[token], known[view.lower[token]])
        for number, mention in self.found:
            self.entities[number].mentions.append(mention)
        for number, entity in enumerate(self.entities):
            if entity.type == "person":
                entity.gender = self.referents.named[number].gender

    def decide(
        self, family: str, token: int, referents: list[Referent], of: list[Features], none: Features
    ) -> Referent | None:
        """The referent that a token means; training looks on here."""
        chances = probabilities(family, of, none)
        best = max(range(len(chances)), key=chances.__getitem__)
        return referents[best] if chances[best] >= THRESHOLD[family] else None

    def _say(self, referent: Referent, token: int, pronoun: bool = False) -> None:
        view = self.view
        sentence = view.sentences[token]
        same = referent.last >= 0 and view.sentences[referent.last] == sentence
        if referent.entity >= 0:
            recent = self._recent.setdefault(referent.kind, {})
            recent.pop(referent.number, None)
            recent[referent.number] = referent
        self.referents.mention(referent, token, view.role(token), sentence, same, pronoun)
        if not view.quotes[token]:
            if view.says(token):
                referent.said = token
            if referent.role == "s":
                referent.acted = token
            if view.leads(token):
                referent.lead = token

    def _place(self, token: int) -> features.Place:
        return features.place(self.view, token, self.speakers.get(self.view.quotes[token], []))

    # ------------------------------------------------------------ pronouns
    def _pronoun(self, token: int, word: str, pronoun: Pronoun) -> None:
        view = self.view
        if word == "it" and phrases.pleonastic(view, token):
            return
        at = self._place(token)
        candidates = [
            *self._named_near(KINDS[pronoun.family], token, _FAR[pronoun.family]),
            *self.referents.unnamed,
        ]
        # Organizations, which are "they", do say their own names.
        barred = self._named_below(token) if pronoun.family != "they" else set()
        near = nearest_first(
            to
            for to in candidates
            if to.entity not in barred and may_mean(view, pronoun, token, at, to)
        )
        later = self._later(token, pronoun)
        if later is not None and later not in near:
            near.append(later)
        if not near:
            return
        leads = leader(view, token, pronoun, near)
        if leads is not None and view.says(token) and view.deps[leads.lead] == "dobj":
            near = [leads]  # "Ann asked Joe. 'No,' HE said": who was asked answers
        most = max(referent.count for referent in near)
        of = [
            features.of_pronoun(
                view, at, pronoun, referent, rank, referent.count == most, len(near)
            )
            for rank, referent in enumerate(near)
        ]
        if later in near:
            of[near.index(later)].append("cataphora")
        if leads is not None:
            of[near.index(leads)].append("leads says" if view.says(token) else "leads")
        none = features.of_no_pronoun(view, at, word, len(near))
        chosen = self.decide(pronoun.family, token, near, of, none)
        if chosen is None and pronoun.reflexive and len(near) == 1:
            chosen = near[0]  # grammar leaves no other: "Ann hurt HERSELF"
        if chosen is None:
            return
        if pronoun.gender and chosen.gender is None:
            chosen.gender = pronoun.gender
        self._mean(chosen, token, token, "pronoun")

    def _named_near(self, kinds: tuple[str, ...], token: int, far: int) -> list[Referent]:
        """The actors of some kinds that were spoken of in the last `far` sentences, 40 a kind."""
        found: list[Referent] = []
        first = self.view.sentences[token] - far
        for kind in kinds:
            recent = self._recent.get(kind)
            for referent in islice(reversed(recent.values()), _MOST) if recent else ():
                if self.view.sentences[referent.last] < first:
                    break
                found.append(referent)
        return found

    def _named_below(self, token: int) -> set[int]:
        """Entities that a subject pronoun cannot mean: its own clause or quotation names them.

        "HE said Reed was tired", "HE said: 'Reed is tired'": principle C of Chomsky, Lectures on
        Government and Binding (1981), and nobody calls himself by his name.
        """
        view = self.view
        if view.role(token) != "s":
            return set()
        verb = view.heads[token]
        below = {i for i in view.below(verb) if i > token}
        if view.says(token) and not view.quotes[token]:
            below.update(view.quotation_beside(token, verb))
        return {self._inside[i] for i in below if i in self._inside}

    def _later(self, token: int, pronoun: Pronoun) -> Referent | None:
        subject = phrases.cataphor(self.view, token)
        number = self._heads.get(subject) if subject is not None else None
        if number is None:
            return None
        to = self.referents.named[number]
        if to.kind not in KINDS[pronoun.family]:
            return None
        if pronoun.gender and to.gender not in (None, pronoun.gender):
            return None
        return to

    def _mean(
        self, referent: Referent, start: int, token: int, kind: str, end: int | None = None
    ) -> None:
        """Note that the words around `token`, up to it or to `end`, mean a referent."""
        if referent.entity >= 0:
            self.found.append((referent.entity, Mention(start, end or token + 1, kind)))
        self._say(referent, token, kind == "pronoun")

    # ------------------------------------------------------------ nominals
    def _noun(self, token: int) -> None:
        """A noun phrase without a name: more about somebody, somebody again, or somebody new."""
        view = self.view
        if view.tags[token] in ("NNP", "NNPS") and view.lower[token] not in nouns():
            self._new(token)
            return
        if self._predicate(token):
            return
        determiner = view.determiner(token)
        if (determiner in _DEFINITE or determiner in pronouns()) and self._nominal(
            token, determiner
        ):
            return
        self._new(token)

    def _predicate(self, token: int) -> bool:
        """A mention and a name to call her: "Ann Reed, a SURGEON", "Ann Reed was a SURGEON"."""
        view = self.view
        beside = phrases.appositions(view, token)
        if not beside and view.deps[token] not in _DESCRIBING:
            return False
        if view.determiner(token) == "whose":
            return False  # "Joe Reed, whose FATHER, Jim, was a cook"
        noun = nouns().get(view.lower[token])
        named = phrases.name_before(view, token, self._inside)
        if named is None:
            named = phrases.named_by_apposition(view, token)
        said = phrases.predicated(view, token) if named is None else None
        if named is None and said is None:
            # "The SURGEON, Ann Reed,"
            named = next((c for c in beside if c in self._heads), None)
        referent = self._known(said if named is None else named)
        if referent is None or referent.entity < 0 or referent is self._possessor(token):
            return False
        known = noun is not None and noun.kind == referent.kind
        # Whatever a person is said to be means the person; "Tessara is a problem" names nothing.
        if not known and (said is None or noun is not None or referent.kind != "person"):
            return False
        if known:
            self._call(referent, view.lower[token])
        end = phrases.end_of_description(view, token)
        self._mean(referent, view.phrase_start(token), token, "nominal", end)
        return True

    def _call(self, referent: Referent, word: str) -> None:
        """Remember a noun that the text uses for a named referent."""
        if word not in referent.heads:
            referent.heads.add(word)
            self._called.setdefault(word, []).append(referent)

    def _known(self, token: int | None) -> Referent | None:
        """The referent of a name or of an earlier mention."""
        if token is None:
            return None
        number = self._inside.get(token)
        return self.referents.at.get(token) if number is None else self.referents.named[number]

    def _possessor(self, token: int) -> Referent | None:
        """Whose a noun is: nobody is his own brother, so "his BROTHER" does not mean him."""
        view = self.view
        for child in view.children[token]:
            if child < token and view.deps[child] == "poss":
                return self._known(child)
        return None

    def _nominal(self, token: int, determiner: str) -> bool:
        """ "The company": whether it means somebody spoken of before."""
        view = self.view
        head = view.lower[token]
        noun = nouns().get(head)
        candidates = (
            *self._called.get(head, [])[-_MOST:],
            *self._ends.get(head, [])[-_MOST:],
            *(self._named_near((noun.kind,), token, _FAR["nominal"]) if noun else ()),
            *(referent for referent in self.referents.unnamed if head in referent.heads),
        )
        reasons: list[tuple[Referent, str]] = []
        seen: set[int] = set()
        possessor = self._possessor(token)
        for referent in candidates:
            if referent.number in seen or not referent.count or referent is possessor:
                continue
            seen.add(referent.number)
            reason = self._reason(head, noun, referent)
            if determiner in pronouns() and reason not in ("called", "same"):
                continue  # "their party" is hardly ever one that can be told
            if reason and view.sentences[token] - view.sentences[referent.last] <= _FAR["nominal"]:
                reasons.append((referent, reason))
        if not reasons:
            return False
        reasons.sort(key=lambda pair: -pair[0].last)
        at = self._place(token)
        most = max(referent.count for referent, _ in reasons)
        of = [
            features.of_nominal(view, at, head, to, rank, to.count == most, reason)
            for rank, (to, reason) in enumerate(reasons)
        ]
        for reason in ("called", "name"):
            sole = [n for n, (_, why) in enumerate(reasons) if why == reason]
            if len(sole) == 1:
                of[sole[0]].append(f"sole {reason}")
        none = features.of_no_nominal(view, token, determiner, len(reasons))
        chosen = self.decide("nominal", token, [to for to, _ in reasons], of, none)
        if chosen is None:
            return False
        self._mean(chosen, view.phrase_start(token), token, "nominal")
        return True

    def _reason(self, head: str, noun: Noun | None, referent: Referent) -> str:
        entity = self.entities[referent.entity] if referent.entity >= 0 else None
        is_end = referent in self._ends.get(head, ())
        return reason_for(head, noun, referent, entity, is_end=is_end)

    def _new(self, token: int) -> None:
        """Somebody or something unnamed enters."""
        view = self.view
        noun = nouns().get(view.lower[token])
        plural = view.tags[token] in ("NNS", "NNPS")
        referent = self.referents.new(noun.kind if noun else "thing", plural=plural)
        if noun and noun.gender:
            referent.gender, referent.sure = noun.gender, True
        referent.heads.add(view.lower[token])
        self._say(referent, token)
