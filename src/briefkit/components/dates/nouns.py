"""Clauses and phrases that tell of a noun: "Ms Ode, who resigned in May"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefkit.components.dates.lexicon import word_set
from briefkit.components.dates.tense import MAY

if TYPE_CHECKING:
    from briefkit.components.columns import Columns

_ALL = frozenset(("anybody", "anyone", "everybody", "everyone", "one"))
OCCASIONS = word_set("occasion")
_DURING = frozenset(("at", "during", "in"))
_APART = frozenset((",", "(", "—", "–", "--", "-"))
_ANY = frozenset(("a", "an", "every", "some"))
_BESIDE = frozenset(("after", "amid", "before", "despite", "following", "with", "without"))
FINITE = frozenset(("MD", "VBD", "VBP", "VBZ"))
_NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))
_PAPERS = word_set("paper")
_PRONOUNS = frozenset(("WDT", "WP", "WP$", "WRB"))
SAID_OF = frozenset(("acl", "relcl"))
SUBJECTS = frozenset(("nsubj", "nsubjpass", "expl", "csubj"))


class Nouns:
    """Reads what stands around the nouns of one parsed text."""

    def __init__(self, columns: Columns) -> None:
        self.columns = columns

    def says_of(self, verb: int) -> bool:
        """Whether a verb tells of the noun right before it: "Ms Ode, who resigned in May", "its
        plans, announced in May"; then noun and clause are the event."""
        c = self.columns
        noun = c.heads[verb]
        told = (c.tags[noun] in _NOUNS or c.lower[noun] == "those") and c.lower[noun] not in _ALL
        if c.deps[verb] not in SAID_OF or not told:
            return False
        if c.tags[verb] == "VBG" and c.deps[verb] == "acl" and c.deps[noun] == "pobj":
            # "despite the couple stepping down in May", but "parts of a play starring Ms Ode"
            return c.lower[c.heads[noun]] in _BESIDE
        if c.deps[verb] == "acl" and (
            c.tags[verb] != "VBN" or c.lower[noun] in _PAPERS or c.deps[noun] in SUBJECTS
        ):
            # "said in a note published on Monday", "the talks, set for May, are the first": what
            # was said, and what the talks are, is the event.
            return False
        first = self.edge(verb, 0)
        above = c.heads[c.heads[noun]]
        several = c.deps[noun] == "pobj" and (c.tags[above] in _NOUNS or c.deps[above] == "acl")
        if several and c.tags[noun] not in ("NNP", "NNPS"):
            return False  # "talks with groups that end in May": it is the talks that end
        opener = first + (c.tags[first] == "IN")  # "in which"
        if c.deps[verb] == "relcl" and c.tags[opener] not in _PRONOUNS:
            return False  # "the kind he wished he had"
        if any(c.lower[i] in MAY for i in c.children[verb]):
            return False  # "Towns that could be hit in May"
        return all(c.tags[i] in (",", ":", "HYPH", "-LRB-") for i in range(noun + 1, first))

    def is_part(self, verb: int) -> bool:
        """Whether a clause tells of a noun, and says too little without the sentence around it."""
        if not self.says_of(verb):
            return False
        loose = self.columns.deps[verb] == "relcl" and not self._stands_alone(verb)
        return loose or self.is_vague(verb)

    def _stands_alone(self, verb: int) -> bool:
        """Whether a noun and the clause that tells of it make a sentence: "Ms Ode, who resigned in
        May", "Leeds, where they met"; "the boats that sank" are only some of them, and "Ms Ode,
        whose house burnt" lacks its verb."""
        c, noun, first = self.columns, self.columns.heads[verb], self.edge(verb, 0)
        if c.deps[noun] == "appos":
            return True  # "Ms Ode, a nurse who left in May"
        apart = c.words[first - 1] in _APART
        if c.lower[first] == "where":
            return apart
        told = c.heads[first] == verb and c.deps[first] in SUBJECTS and c.lower[first] != "that"
        return told and (apart or c.tags[noun] in ("NNP", "NNPS"))

    def is_news(self, noun: int, verb: int) -> bool:
        """Whether a sentence is of the time of what tells of a noun: "papers released on Friday
        show", "said in a note published on Monday"."""
        c = self.columns
        subject = c.deps[noun] in SUBJECTS and c.tags[verb] != "VBG"
        return subject or c.lower[noun] in _PAPERS

    def is_vague(self, verb: int) -> bool:
        """Whether a clause tells of a noun that says too little by itself: "a nurse who left in
        May"."""
        c, noun = self.columns, self.columns.heads[verb]
        if c.deps[noun] == "appos" or not self.says_of(verb):
            return False
        if c.deps[noun] == "attr":
            return True
        words = {c.lower[i] for i in c.children[noun]}
        kinds = {c.deps[i] for i in c.children[noun]}  # "papers released on Friday"
        bare = c.tags[noun] == "NNS" and kinds.isdisjoint(("amod", "det", "nummod", "poss"))
        return bare or not words.isdisjoint(_ANY)

    def tells(self, noun: int, date: int) -> bool:
        """Whether a noun phrase is the event of a date behind it: "a visit by Mr Ode in May"."""
        c = self.columns
        if c.deps[date] not in ("prep", "npadvmod") or c.lower[noun] not in OCCASIONS:
            return False
        if c.deps[noun] == "pobj" and c.lower[c.heads[noun]] in _DURING:
            return False  # "said in an interview with Ms Ode in May"
        return any(i < date and c.deps[i] in ("prep", "poss") for i in c.children[noun])

    def edge(self, token: int, side: int) -> int:
        """The first (0) or last (-1) token of a subtree."""
        return self.columns.edges[token][side]
