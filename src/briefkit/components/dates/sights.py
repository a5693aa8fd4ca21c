"""How a sentence looks at a time: whether what it tells happened, is planned, or neither."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from briefkit.components.dates.lexicon import word_set
from briefkit.components.dates.nouns import OCCASIONS
from briefkit.components.dates.tense import (
    HAVE,
    MAY,
    MOVED,
    PLANNED,
    STEPS,
    VERBS,
    Tenses,
)

_BE = frozenset(("is", "are", "was", "were", "'s", "’s", "'re", "’re"))
_ANY = frozenset(("a", "an", "any", "each", "every", "that"))
_PAPERS = word_set("paper")
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_TIMES = frozenset(("day", "it", "month", "season", "time", "week", "year"))
# Of what tells the present; "opens" is what shops do each day.
_NOT_USUAL = _BE | PLANNED - {"opens"}
_WHICH = frozenset(("for", "from", "of"))
_WITHIN = frozenset(("at", "during", "in", "on"))
_PAST = frozenset(("did", "had", "was", "were"))
_THEN = frozenset(("would", "'d", "’d", "was", "were"))


@dataclass(frozen=True, slots=True)
class Sight:
    """`way` is -1 for the past, 1 for what is to come, 0 unknown, half where that is only likely.

    `then`: it was to come in the past ("would open"). `before`: the verb looks further back ("had
    opened"). `unreal`: it has not happened and is not
    planned ("would have opened"), or the time only tells which of several is meant. `usual`: the
    present tells what is done each time ("the shop closes at six").
    """

    way: float = 0
    then: bool = False
    before: bool = False
    unreal: bool = False
    usual: bool = False

    @property
    def tense(self) -> str | None:
        """What the sentence says of it, as a brief has it."""
        if self.unreal or not self.way:
            return None
        return "past" if self.way < 0 else "future"


class Sights:
    """Looks at the places of one parsed text. What is read of a verb is kept: it may govern many
    dates, and a hostile one has as many children."""

    def __init__(self, tenses: Tenses) -> None:
        self.tenses = tenses
        self.columns = tenses.columns
        self._helpers = cache(self._read_helpers)

    def at(self, start: int, end: int) -> Sight:
        """The sight at characters `[start, end)`."""
        way, root = self.tenses.direction(start, end), self.tenses.root(start, end)
        if not self.tenses.parsed:
            return Sight(way)
        c, token = self.columns, root
        for _ in range(STEPS):
            token = c.heads[token]
            if c.tags[token] in VERBS or c.heads[token] == token:
                break
        helpers = self._helpers(token)
        head = c.heads[token]
        past = c.tags[head] == "VBD" or bool(self._helpers(head) & _PAST)
        meant = past and c.tags[token] == "VB"  # "was to meet", "were told to come"
        first, bare = self.tenses.first(start), self.tenses.root(start, end, bare=True)
        then = way > 0 and (bool(helpers & _THEN) or meant)
        shared = helpers if c.deps[token] != "conj" else self._helpers(head)
        unreal = (
            any(words & MAY and words & HAVE for words in (helpers, shared))
            or self._is_name(bare)
            or self._is_no_adverb(bare, first)
        )
        usual = c.tags[token] in ("VBP", "VBZ") and c.lower[token] not in _NOT_USUAL
        return Sight(way, then, "had" in helpers, unreal, usual)

    def _read_helpers(self, verb: int) -> frozenset[str]:
        c = self.columns
        aids = (i for i in c.children[verb] if i < verb and c.deps[i] in ("aux", "auxpass"))
        return frozenset(c.lower[i] for i in aids)

    def _is_name(self, token: int) -> bool:
        """Whether a time only tells which of several is meant: "the 2018 Act", "today's phones",
        "a game from May", "read the drama of last year", "since Friday's attack"."""
        c, noun = self.columns, self.columns.heads[token]
        if c.deps[token] == "pobj" and c.lower[noun] in _WHICH:
            above = c.heads[noun]
            # but "on the night of 2 May"
            when = c.lower[noun] != "from" and c.lower[c.heads[above]] in _WITHIN
            return c.tags[above] in ("NN", "NNS") and not when
        named = c.tags[token] == "CD" and noun > token and c.tags[noun][:2] == "NN"
        # "the Parks Act 2021", but "won at London 2012"
        behind = c.tags[token] == "CD" and noun == token - 1 and c.tags[noun] == "NNP"
        named = named or (behind and c.lower[c.heads[noun]] not in _WITHIN)
        beside = c.deps[token] in ("compound", "nmod", "poss") and noun > token
        # "called Monday's drills a warning", but "Monday's drills began"
        about = c.deps[noun] in _SUBJECTS or c.lower[c.heads[noun]] in _WITHIN
        named = named or (beside and not about)
        inner = c.deps[noun] == "pobj" and c.tags[c.heads[c.heads[noun]]][:2] == "NN"
        if inner and noun > token:
            return True  # "for her part in a 2004 attack"
        return named and c.lower[noun] not in OCCASIONS and c.lower[noun] not in _PAPERS

    def _is_no_adverb(self, token: int, first: int) -> bool:
        """Whether a time does not tell when its clause happened: "never goes out on a Sunday",
        "asked for the Monday off"."""
        c = self.columns
        names = _ANY | {"the"} if c.tags[token] == "NNP" else _ANY
        if any(i < first and c.lower[i] in names for i in c.children[token]):
            return True
        above = c.heads[token]
        if c.deps[token] != "pobj":  # "this year will be better"
            if c.deps[token] == "attr":  # "the best month is May", but "the vote is Friday"
                return any(c.lower[i] in _TIMES for i in c.children[above] if i < above)
            return c.deps[token] in _SUBJECTS
        noun = c.heads[above]
        if c.lower[above] == "to":  # "looking back to 2008", but "put off to Monday"
            return c.lower[noun] not in MOVED
        if c.lower[c.heads[noun]] == "since":  # "since the vote in May"
            return c.deps[noun] == "pobj"
        # "Democrats in 2016 are few", but "the team on Monday said"
        apart = c.lower[above] != "on" and noun < first
        return apart and c.deps[noun] in _SUBJECTS and c.lower[noun] not in OCCASIONS
