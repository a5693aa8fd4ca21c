"""Whether a sentence puts a time expression in the past or in the future."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefkit.components.dates.lexicon import word_set

if TYPE_CHECKING:
    from briefkit.components.columns import Columns

VERBS = frozenset(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"))
_PLANNED = word_set("planned")
_PRESENT = word_set("present")
_INTENDED = word_set("intended")
_MOVED = word_set("moved")
_FORESEEN = word_set("foreseen")
_WILL = frozenset(("will", "'ll", "’ll", "wo", "shall", "going"))
_MAY = frozenset(("would", "'d", "’d", "may", "might", "could", "can", "should", "must", "ca"))
_OPEN = frozenset(("would", "may", "might", "could", "should", "must"))  # of these, what may follow
_THEN = frozenset(("would", "'d", "’d", "was", "were"))
_HAVE = frozenset(("has", "have", "'ve", "’ve", "had", "having"))
_HAS = frozenset(("has", "have", "'ve", "’ve"))
_ONWARD = frozenset(("until", "till", "til", "starting", "beginning"))
_ATTRIBUTIVE = frozenset(("poss", "compound", "nmod", "nummod", "amod"))
_REASONS = frozenset(("although", "as", "because", "since", "though"))
_DONE = frozenset(("promised", "set"))  # in the past tense they happened on the date
_DUE = frozenset(("due", "payable", "effective", "upcoming"))
# Verbs of what has been said, and prepositions of what is over, though the tense is the present.
_TELLS = word_set("tells")
_BACK = frozenset(("after", "before", "from", "of", "since"))
_RUNNING = frozenset(("these", "this", "today"))  # periods that the present lies in
_BE = frozenset(("is", "are", "was", "were", "'s", "’s", "'re", "’re"))
_NOT = frozenset(("n't", "n’t", "never", "not"))
_IF = frozenset(("if", "unless"))
_STEPS = 12  # of the way up the parse; a longer one says nothing about the date any more


@dataclass(frozen=True, slots=True)
class Sight:
    """How a sentence looks at a time: `way` is -1 for the past, 1 for what is to come, 0 unknown,
    half where that is only likely; `then` where it was to come in the past ("would open"),
    `before` where the verb looks further back ("had opened"), `unreal` where nothing has happened
    nor is planned ("would have opened", "is growing this year")."""

    way: float = 0
    then: bool = False
    before: bool = False
    unreal: bool = False

    @property
    def tense(self) -> str | None:
        """What the sentence says of it, as a brief has it."""
        if self.unreal or not self.way:
            return None
        return "past" if self.way < 0 else "future"


Sense = tuple[int, bool]
"""-1 past, 1 to come, 0 unknown; and whether the verb itself is sure of it."""


class Tenses:
    """Reads the tense around places of one parsed text."""

    def __init__(self, columns: Columns) -> None:
        self.columns = columns
        self.parsed = any(columns.deps)

    def root(self, start: int, end: int) -> int:
        """The token of characters `[start, end)` that hangs on a word outside."""
        c = self.columns
        first = max(bisect_right(c.starts, start) - 1, 0)
        last = max(bisect_right(c.starts, end - 1) - 1, first)
        for i in range(first, last + 1):
            if not first <= c.heads[i] <= last or c.heads[i] == i:
                return i
        return first

    def sight(self, start: int, end: int) -> Sight:
        """The tense around a place, and whether it is seen from a day in the past."""
        way = self.direction(start, end)
        c, token = self.columns, self.root(start, end)
        for _ in range(_STEPS if self.parsed else 0):
            token = c.heads[token]
            if c.tags[token] in VERBS or c.heads[token] == token:
                break
        helpers = [i for i in c.children[token] if i < token and c.deps[i] in ("aux", "auxpass")]
        words = {c.lower[i] for i in helpers}
        then = way > 0 and (bool(words & _THEN) or (c.tags[token] == "VB" and self._was(token)))
        unreal = bool(words & _MAY and words & _HAVE) or self._holds(token, start)
        unreal = unreal or self._is_supposed(self.root(start, end))
        return Sight(way, then, "had" in words, unreal)

    def _holds(self, verb: int, start: int) -> bool:
        """Whether a verb tells what goes on or what something is, and not what happened: "is
        growing this year", "we wear white in the summer", "it was not the first"."""
        c = self.columns
        first = max(bisect_right(c.starts, start) - 1, 0)
        if c.tags[verb] == "VBG" and c.lower[first] in _RUNNING:
            return any(c.tags[i] in ("VBP", "VBZ") for i in c.children[verb])
        if c.lower[verb] in _BE:
            return any(c.lower[i] in _NOT for i in c.children[verb])
        present = c.tags[verb] in ("VBP", "VBZ") and c.lower[verb] not in _PLANNED | _PRESENT
        return present and c.tags[first] not in ("CD", "NNP")

    def _is_supposed(self, token: int) -> bool:
        """Whether a time stands in a question, in a condition or in what depends on one."""
        c = self.columns
        stop = c.sentence(token)[1]
        if "?" in c.words[stop - 2 : stop]:
            return True
        for _ in range(_STEPS):
            head = c.heads[token]
            if c.tags[token] in VERBS:
                supposed = [token, *(i for i in c.children[token] if c.deps[i] == "advcl")]
                if any(self._has_if(verb) for verb in supposed):
                    return True
            if head == token:
                break
            token = head
        return False

    def _has_if(self, verb: int) -> bool:
        c = self.columns
        return any(c.deps[i] == "mark" and c.lower[i] in _IF for i in c.children[verb])

    def _was(self, verb: int) -> bool:
        """Whether an infinitive hangs on a verb in the past: "was to meet", "planned to meet"."""
        c = self.columns
        head = c.heads[verb]
        return c.tags[head] == "VBD" or any(
            c.tags[i] == "VBD" and c.deps[i] in ("aux", "auxpass") for i in c.children[head]
        )

    def direction(self, start: int, end: int) -> float:
        """-1 past, 1 to come, 0 unknown, by the verb that governs the place; half where that is
        only likely."""
        c = self.columns
        if not self.parsed:
            return 0
        first = bisect_right(c.starts, start) - 1
        before = c.lower[first - 1] if first > 0 else ""
        if before in _ONWARD or (before == "as" and first > 2 and c.lower[first - 3] == "as"):
            return 1
        if before == "of" and first > 1 and c.lower[first - 2] == "ahead":
            return 0.5  # "ahead of Friday's vote"
        token = self.root(start, end)
        if before == "to" and c.lower[c.heads[c.heads[token]]] in _MOVED:
            return 1
        if before == "through":
            verb = c.heads[c.heads[token]]  # "had bought through May", but "has lent through May"
            over = c.tags[verb] == "VBD" or any(c.lower[i] == "had" for i in c.children[verb])
            return -1 if over else 1
        if self._told_beside(token, first):
            return -1
        # "Friday's vote": the noun has happened or not, whatever is planned with it.
        strict = c.deps[token] in _ATTRIBUTIVE or c.text[end : end + 2] in ("'s", "’s")
        noun = False
        for _ in range(_STEPS):
            token = c.heads[token]
            word, tag = c.lower[token], c.tags[token]
            if word in _DUE or (noun and word in _FORESEEN):
                return 1
            if tag in VERBS:
                if self._conditional(token):
                    return 1
                way, sure = self._sense(token)
                if way == 1 and strict and not sure:
                    return -0.5
                if way:
                    return way if sure and not noun else way / 2
                if sure and not (tag in ("VBZ", "VBP") and c.deps[token] == "advcl"):
                    # "Friday: the bank reports": what is on, in a list of days.
                    listed = c.text[end : end + 1] == ":"
                    return 0.5 if listed or self._on(token, first, noun) else 0
            noun = noun or tag in ("NN", "NNS")
            if c.heads[token] == token:
                break
        return 0

    def _on(self, verb: int, first: int, noun: bool) -> bool:
        """Whether a present tense tells what is on: "the vote is Friday", "polls open in May",
        "there is a march on Saturday"; `first` is the date's token, `noun` whether it has one."""
        c = self.columns
        before = c.lower[first - 1] if first else ""
        if c.lower[first] in _RUNNING:
            return False
        if c.tags[verb] not in ("VBZ", "VBP") or c.lower[verb] in _TELLS or before in _BACK:
            return False
        opens = first - c.sentence(verb)[0] < 2
        there = any(c.deps[i] == "expl" for i in c.children[verb])
        return (verb < first or opens) and (there or not noun)

    def _conditional(self, verb: int) -> bool:
        """Whether a clause shares the future of its main clause: "If they shut in June, I will
        read to them", but not "since they shut in June"."""
        c = self.columns
        return (
            c.deps[verb] == "advcl"
            and self._sense(c.heads[verb]) == (1, True)
            and not any(c.lower[i] in _REASONS for i in c.children[verb] if i < verb)
        )

    def _told_beside(self, token: int, first: int) -> bool:
        """Whether a past verb stands right before, though the parse hangs the date on another:
        "announced in January that it would leave"."""
        c = self.columns
        led = c.deps[token] == "pobj" and c.heads[token] == first - 1
        beside, governor = first - 1 - led, c.heads[first - 1 if led else token]
        return (
            0 <= beside != governor
            and c.tags[beside] == "VBD"
            and c.lower[beside] not in _PLANNED | _HAVE
        )

    def _sense(self, verb: int) -> Sense:
        c = self.columns
        tag, word = c.tags[verb], c.lower[verb]
        helpers = [i for i in c.children[verb] if i < verb and c.deps[i] in ("aux", "auxpass")]
        words = {c.lower[i] for i in helpers}
        if words & _WILL:
            return 1, True
        if words & _MAY:
            if words & _HAVE:
                return -1, True  # "should have caught it in April"
            barred = "could" in words and any(
                c.deps[i] == "neg" or c.lower[i] in ("neither", "nobody") for i in c.children[verb]
            )
            return (1, False) if words & _OPEN and not barred else (0, True)
        if "to" in words and tag in ("VB", "VBN", "VBG"):
            return self._infinitive(verb)
        past = any(c.tags[i] == "VBD" or c.lower[i] in _HAVE for i in helpers)
        if "did" in words:
            return -1, True
        if tag in ("VBN", "VBG") and word in _PLANNED:
            return 1, False
        if tag == "VBN":
            # "has outlined a risk on Saturday": what is done is past, its date need not be.
            return -1, not words & _HAS
        if tag == "VBG":
            return (-1, True) if past else (1, False) if helpers else (0, False)
        if tag == "VBD":
            return (1, False) if word in _PLANNED - _DONE else (-1, True)
        if tag in ("VBZ", "VBP"):
            return (1, False) if word in _PLANNED or word in _PRESENT else (0, True)
        return 0, False

    def _infinitive(self, verb: int) -> Sense:
        """ "to meet": to come, unless what governs it has happened and was no plan."""
        c, token = self.columns, verb
        for _ in range(3):
            if c.heads[token] == token:
                break
            token = c.heads[token]
            below = {c.lower[i] for i in c.children[token]}
            if "had" in below and "been" not in below and c.lower[token] in _PLANNED | _INTENDED:
                return -1, False  # "they had hoped to end by Tuesday"
            if c.lower[token] in _PLANNED:
                return 1, False
            if c.tags[token] in ("NN", "NNS"):
                return 0, False
            if c.tags[token] == "VBD":
                return (1, False) if c.lower[token] in _INTENDED else (-1, False)
            if c.tags[token] in VERBS:
                break
        return 1, False
