"""The words that name a speaker, and the actor they mean."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from briefkit.components.actors.names import PEERS
from briefkit.components.quotes.subjects import is_time
from briefkit.components.quotes.view import View
from briefkit.components.records import ActorRecord, Place

_PRONOUNS = frozenset(
    {"he", "she", "they", "it", "i", "we", "you", "one", "who", "which", "that", "this", "those"}
)
_RELATIVE = frozenset({"who", "which", "that"})
_BETWEEN = frozenset({",", "has", "had", "who"})
_SOME = frozenset({"certain", "few", "many", "most", "numerous", "other", "several", "some"})
_REACH = 14
_TAGS = frozenset(
    {"CC", "CD", "DT", "HYPH", "IN", "JJ", "JJS", "NN", "NNP", "NNPS", "NNS", "POS", "PRP$", ","}
)
_ENDS = frozenset({",", "."})
_MADE_BY = frozenset({"by", "from"})
_STOP = frozenset({"relcl", "acl", "appos", "advcl", "ccomp", "parataxis"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """Characters of the speaker's words, the actor's id if one is meant, and how it was found.

    Who speaks on has the `confidence` of before.
    """

    span: tuple[int, int] | None
    actor: str | None
    attribution: str
    confidence: float | None = None


NOBODY = Speaker(None, None, "none")
_LETTERS = 4  # behind a name: MP, QC, MBE


class Resolver:
    """Finds the actor that the words of a speaker mean."""

    def __init__(self, view: View, actors: tuple[ActorRecord, ...]) -> None:
        self.view = view
        found = sorted(
            (m.start, m.end, m.kind, actor.id) for actor in actors for m in actor.mentions
        )
        self._starts = [start for start, *_ in found]
        self.people = frozenset(actor.id for actor in actors if actor.type == "person")
        self._mentions = found
        # Names of persons by their first token.
        self._names = {
            view.token_at(start): (start, end)
            for start, end, kind, actor in found
            if kind == "name" and actor in self.people
        }
        self._last_words = {view.token_at(place[1] - 1): place for place in self._names.values()}

    def resolve(self, head: int | None, cue: int | None = None, *, alone: bool = False) -> Speaker:
        """The speaker of a cue whose noun phrase has this head token, `alone` or with others."""
        view = self.view
        if head is None:
            # "Aas said": the parser takes a rare name for an exclamation.
            place = self._before(cue) if cue is not None else None
            return self._named(place) if place else NOBODY
        if view.lower[head] in _RELATIVE:
            noun = self._antecedent(head)
            meant = self.resolve(noun, alone=True) if noun is not None else NOBODY
            if noun is not None and meant.actor not in self.people and view.lower[head] == "who":
                meant = self._told_of(noun, head) or meant
            if meant.actor is not None:
                return Speaker((view.start[head], view.end[head]), meant.actor, "pronoun")
            if noun is not None:
                head = noun
        start, end = noun_phrase(view, head)
        together = None if alone else self._together(head, start)
        if together is not None:
            return Speaker(together, None, "nominal")
        speaker = self.of_span(view.start[start], view.end[end], view.start[head])
        if view.lower[start] in _SOME:
            return Speaker(speaker.span, None, "nominal")  # "some Greens" are not their party
        if speaker.actor is None and view.tag[head] != "NNS":
            # "her daughter, Clara Voss,": the name stands beside.
            for c in view.kids(head, "appos"):
                beside = self._touching(view.start[c])
                if beside is not None:
                    return Speaker(speaker.span, beside[3], speaker.attribution)
        if speaker.actor not in self.people and cue is not None:
            place = self._before(cue)
            if place and self._loose(place, None if speaker.actor is None else head):
                return self._named(place)
        if speaker.actor not in self.people:
            name = named_beside(view, head, cue, self._names)
            person = self._touching(name) if name is not None else None
            if person is not None:
                return Speaker((view.start[start], person[1]), person[3], "named")
        return speaker

    def _told_of(self, noun: int, who: int) -> Speaker | None:
        """The person whom the words before "who" tell of: "Ann Lee, a clerk [who]", "Ann Lee, a
        member of the council, [who]"."""
        view = self.view
        ups = {"appos", "pobj", "prep"} if view.lower[who - 1] == "," else {"appos"}
        while view.dep[noun] in ups:
            noun = view.head[noun]
            meant = self.resolve(noun, alone=True)
            if meant.actor in self.people:
                return meant
        return None

    def of_span(self, start: int, end: int, head: int) -> Speaker:
        """The speaker of these characters, whose head word begins at `head`."""
        word = self.view.text[start:end].lower()
        mention = self._touching(head) or self._touching(self._before_letters(head))
        actor = mention[3] if mention else None
        if word in _PRONOUNS:
            return Speaker((start, end), actor, "pronoun")
        proper = self.view.tag[self.view.token_at(head)] in ("NNP", "NNPS")
        named = mention[2] == "name" if mention else proper
        return Speaker((start, end), actor, "named" if named else "nominal")

    def _together(self, head: int, start: int) -> Place | None:
        """The words for several named actors who speak as one: "Ann Lee, Bo Park and Cy Hill"."""
        view, heads = self.view, [head]
        for one in heads:
            heads += [c for c in view.children[one] if view.dep[c] == "conj"]
        named = [self._touching(view.start[one]) for one in heads]
        if len({mention[3] for mention in named if mention and mention[2] == "name"}) < 2:
            return None
        return view.start[start], view.end[noun_phrase(view, max(heads))[1]]

    def _named(self, name: Place) -> Speaker:
        """The speaker whose name stands at a place."""
        return self.of_span(*name, self.view.start[self.view.token_at(name[1] - 1)])

    def _before(self, cue: int) -> Place | None:
        """The name of a person that ends right before a cue."""
        view, at = self.view, cue - 1
        while view.lower[at] in _BETWEEN or view.tag[at] in ("RB", "MD"):
            at -= 1
        return self._last_words.get(at)

    def _loose(self, name: Place, head: int | None) -> bool:
        """Whether a name hangs on no noun: "Asked by us, the head of the board, ANN LEE,".

        With the `head` of what stands for another actor, whether the name stands beside it:
        "Outside court, Mrs Lee's son, TOM, said".
        """
        view, top = self.view, self.view.token_at(name[1] - 1)
        if head is None:
            return view.dep[top] in ("appos", "nsubj")
        while view.dep[top] == "appos":
            top = view.head[top]
        return top == head

    def _touching(self, head: int) -> tuple[int, int, str, str] | None:
        """The last mention that covers the head word, which begins at this character."""
        at = bisect_right(self._starts, head) - 1
        before = reversed(self._mentions[max(0, at - 11) : at + 1])
        return next((mention for mention in before if head < mention[1]), None)

    def _antecedent(self, head: int) -> int | None:
        """The noun before the relative clause that this pronoun is the subject of."""
        view = self.view
        verb = view.head[head]
        for _ in range(4):
            if view.dep[verb] == "relcl":
                return view.head[verb]
            verb = view.head[verb]
        return None

    def _before_letters(self, head: int) -> int:
        """Where the name ends whose letters the head is: "Ann Lee QC said"."""
        view, at = self.view, self.view.token_at(head)
        letters = view.text[view.start[at] : view.end[at]]
        named = at - 1 in self._last_words and letters.isupper() and len(letters) <= _LETTERS
        return view.start[at - 1] if named else head


def noun_phrase(view: View, head: int) -> tuple[int, int]:
    """Tokens `[first, last]` of the noun phrase: title, "of …", "made by …", no comma, no "who"."""
    first, last = view.edges(head)
    for c in view.children[head]:
        if c == head + 1 and view.tag[c] == "VBN" and view.kid(c, "agent") is not None:
            continue  # "data compiled by the bank"
        if c > head and (view.dep[c] in _STOP or view.dep[c] == "punct"):
            last = min(last, view.edges(c)[0] - 1)
            break
        if c > head and view.dep[c] == "prep" and _tells_time(view, c):
            last = c - 1  # "the mayor on Monday said"
            break
    while first < head and view.lower[first] in "“”\"'’,:;–—-":
        first += 1
    while last > head and (view.lower[last] in ",.;:—–-" or view.tag[last] == "POS"):
        last -= 1
    last = max(last, head)
    while "-" in view.lower[last : last + 2] and view.start[last + 1] == view.end[last]:
        last += 1  # "the mum-of-three"
    if "(" in view.lower[first:last] and view.lower[last + 1 : last + 2] == [")"]:
        last += 1  # "a spokesman for the United Nations (UN)"
    return first, last


def _tells_time(view: View, prep: int) -> bool:
    """Whether a preposition leads a time, which is no part of who speaks: "in May"."""
    noun = view.kid(prep, "pobj")
    if noun is None or view.lower[prep] == "of":
        return False
    return view.tag[noun] == "NNP" and is_time(view, noun)


def named_beside(view: View, head: int, cue: int | None, people: dict[int, Place]) -> int | None:
    """The start of the name of the person who stands beside the office that ends at `head`.

    `people` are the names of persons by the token that they begin with. The name follows the
    office without a verb between, and ends where the cue or a stop follows.
    """
    last = min(view.n, head + _REACH)
    if cue is not None and cue > head:
        last = min(last, cue)
    for t in range(head + 1, last):
        if t in people:
            end = view.token_at(people[t][1] - 1) + 1
            closed = end >= view.n or view.lower[end] in _ENDS or end == cue
            # "a lawyer for Ann Lee said" is another, "a statement by Ann Lee said" is she; and in
            # "according to reports, Ann Lee won" she stands in the next clause
            # "a spokesman for the Duke of Hale"
            before = t - 1 - (view.lower[t - 1] == "the" and view.lower[t] in PEERS)
            other = view.tag[before] in ("IN", "TO") or view.tag[head] == "NNS"
            other = other and view.lower[before] not in _MADE_BY
            return people[t][0] if closed and not other else None
        if view.tag[t] not in _TAGS:
            return None
    return None
