"""How a sentence looks at a time: whether what it tells happened, is planned, or neither."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from briefkit.components.dates import occasions
from briefkit.components.dates.lexicon import word_set
from briefkit.components.dates.measures import is_measure
from briefkit.components.dates.tense import (
    HAVE,
    MAY,
    MOVED,
    PLANNED,
    PRESENT,
    RUNNING,
    STEPS,
    TELLS,
    VERBS,
    Tenses,
)

_BEFORE = frozenset(("compound", "nmod", "nummod", "poss"))
_BE = frozenset(("is", "are", "was", "were", "'s", "’s", "'re", "’re"))
_DURING = frozenset(("at", "by", "during", "in", "on"))
_HOLDS = word_set("holds")
_IF = frozenset(("if", "unless", "whether"))
_NOT = frozenset(("n't", "n’t", "never", "not"))
_ANY = frozenset(("a", "an", "any", "each", "every", "that"))
_BESIDE = 30  # characters
# "two leaders (1989 to 1993)", "— Ada Ode (@AdaOde) 2 May 2024"
_IN_BRACKETS = re.compile(r"\([^()A-Za-z]*$|\(@\w+\)\W*$")
_MAY = frozenset(("may", "might", "could", "can"))
_PAPERS = word_set("paper")
_STILL = frozenset(("can", "could", "might", "should", "would"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_TIMES = frozenset(("day", "it", "month", "season", "time", "week", "year"))
_TITLED = frozenset(("Month", "Morning", "Week", "Weekend", "Year"))
_TRIED = word_set("tried")
_USUALLY = frozenset(("always", "generally", "normally", "often", "typically", "usually"))
# Of what tells the present; "opens" is what shops do each day.
_NOT_USUAL = _BE | TELLS | PLANNED | PRESENT - {"opens"}
_WHICH = frozenset(("for", "from", "of"))
_WITHIN = frozenset(("at", "during", "in", "on"))
_THEN = frozenset(("would", "'d", "’d", "was", "were"))


@dataclass(frozen=True, slots=True)
class Sight:
    """`way` is -1 for the past, 1 for what is to come, 0 unknown, half where that is only likely.

    `then`: it was to come in the past ("would open"). `before`: the verb looks further back ("had
    opened"). `unreal`: it has not happened and is not planned ("would have opened"). `usual`: the
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


class _Verb(NamedTuple):
    """What hangs on a verb: its helpers' words, whether one is of the present, whether it was
    meant in the past ("was to meet"), and whether it is denied."""

    helpers: frozenset[str]
    present: bool
    meant: bool
    denied: bool


class Sights:
    """Looks at the places of one parsed text. What is read of a verb is kept: it may govern many
    dates, and a hostile one has as many children."""

    def __init__(self, tenses: Tenses) -> None:
        self.tenses = tenses
        self.columns = tenses.columns
        self._verb = cache(self._read_verb)
        self._supposed = cache(self._is_supposed)

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
        verb = self._verb(token)
        first, bare = self.tenses.first(start), self.tenses.root(start, end, bare=True)
        then = way > 0 and (bool(verb.helpers & _THEN) or (c.tags[token] == "VB" and verb.meant))
        shared = verb if c.deps[token] != "conj" else self._verb(c.heads[token])
        unreal = (
            any(v.helpers & MAY and v.helpers & HAVE for v in (verb, shared))
            or self._holds(token, verb, first)
            or self._in_doubt(root)
            or self._is_name(bare)
            or self._is_purpose(root, first, way)
            or self._is_no_adverb(bare, first)
            or bool(verb.helpers & _MAY and (verb.denied or c.lower[first] in RUNNING))
            or bool(verb.helpers & _STILL and c.lower[first] == "today")
            or (not self._names(bare) and is_measure(c, first, past=way < 0))
            or self._is_usual(token)
            or bool(_IN_BRACKETS.search(c.text[max(start - _BESIDE, 0) : start]))
        )
        usual = c.tags[token] in ("VBP", "VBZ") and c.lower[token] not in _NOT_USUAL
        return Sight(way, then, "had" in verb.helpers, unreal, usual)

    def _read_verb(self, token: int) -> _Verb:
        c, head = self.columns, self.columns.heads[token]
        children = c.children[token]
        helpers = [i for i in children if i < token and c.deps[i] in ("aux", "auxpass")]
        meant = c.tags[head] == "VBD" or any(
            c.tags[i] == "VBD" and c.deps[i] in ("aux", "auxpass") for i in c.children[head]
        )
        return _Verb(
            frozenset(c.lower[i] for i in helpers),
            any(c.tags[i] in ("VBP", "VBZ") for i in helpers),
            meant,
            any(c.lower[i] in _NOT for i in children),
        )

    def _holds(self, token: int, verb: _Verb, first: int) -> bool:
        """Whether a verb tells what goes on or what something is, and not what happened: "is
        growing this year", "we wear white in the summer", "it was not the first"."""
        c = self.columns
        if c.tags[token] == "VBG" and c.lower[first] in RUNNING:
            return verb.present
        if c.lower[token] in _BE:  # but "it was not until May that"
            return verb.denied and c.lower[first - 1] != "until"
        present = c.tags[token] in ("VBP", "VBZ") and c.lower[token] not in PLANNED | PRESENT
        return present and c.tags[first] not in ("CD", "NNP")

    def _is_name(self, token: int) -> bool:
        """Whether a time only tells which of several is meant: "the 2018 Act", "today's phones",
        "a game from May", "read the drama of last year", "since Friday's attack"."""
        c, noun = self.columns, self.columns.heads[token]
        if c.deps[token] == "pobj" and c.lower[noun] in _WHICH:
            above = c.heads[noun]
            if c.lower[noun] == "from":
                return c.tags[above] in ("NN", "NNS") and c.lower[token] not in RUNNING
            when = c.lower[c.heads[above]] in _WITHIN  # "on the night of 2 May"
            occurs = self._occurs(above) and c.tags[token] != "CD"  # "the campaign of 2008"
            beside = c.deps[above] == "pobj" and c.lower[c.heads[above]] not in _DURING
            occurs = occurs and not beside  # "blamed for the attacks of 2 May 2008"
            return c.tags[above] in ("NN", "NNS") and not when and not occurs
        if self._names(token):
            return not occasions.is_told(c, noun, token)
        if c.deps[token] in _BEFORE and noun > token and self._is_only_named(noun, token):
            return True
        named = c.tags[token] == "CD" and noun > token and c.tags[noun][:2] == "NN"
        # "the Parks Act 2021", but "won at London 2012"
        behind = c.tags[token] == "CD" and noun == token - 1 and c.tags[noun] == "NNP"
        named = named or (behind and c.lower[c.heads[noun]] not in _WITHIN)
        beside = c.deps[token] in ("compound", "nmod", "poss") and noun > token
        named = named or (beside and self._is_beside(noun, token))
        inner = c.deps[noun] == "pobj" and c.tags[c.heads[c.heads[noun]]][:2] == "NN"
        if inner and noun > token:
            return True  # "for her part in a 2004 attack"
        titled = c.tags[noun] in ("NNP", "NNPS") and c.deps[noun] in _SUBJECTS
        told = self._occurs(noun) or c.lower[noun] in _PAPERS  # "in a 2013 memo"
        return named and (titled or not told)  # "the 1951 Convention"

    def _is_purpose(self, token: int, first: int, way: float) -> bool:
        """Whether something is only meant for a time: "its leader for 2016", "gave up for today",
        but not "set for 2016"."""
        c, above = self.columns, self.columns.heads[token]
        if c.lower[above] != "for" or c.lower[c.heads[above]] in PLANNED:
            return False
        year = c.tags[token] == "CD" and len(c.words[token]) == 4
        return way < 0 or year or c.lower[first] in RUNNING

    def _is_only_named(self, noun: int, date: int) -> bool:
        """Whether a clause is of another time than the noun that its date stands before: "was
        tried in the May 2004 killings", "alleged a 2004 attack", "Christmas shoppers came"."""
        c, above = self.columns, self.columns.heads[noun]
        if c.deps[noun] == "pobj":
            verb = c.lower[c.heads[above]]
            return c.lower[above] not in _DURING or (c.lower[above] == "in" and verb in _TRIED)
        if c.deps[noun] == "dobj":
            return c.tags[date] == "CD" and c.lower[above] not in _HOLDS
        beside = c.deps[date] in ("compound", "nmod") and c.tags[date - 1] not in VERBS
        return beside and not self._occurs(noun)

    def _is_beside(self, noun: int, date: int) -> bool:
        """Whether what a date owns is neither what its clause is about nor where it took place:
        "today's phones", "called Monday's drills a warning"."""
        c = self.columns
        about = c.deps[noun] in _SUBJECTS or c.lower[c.heads[noun]] in _WITHIN
        return not about or bool({c.lower[date], c.lower[date - 1]} & RUNNING)

    def _occurs(self, noun: int) -> bool:
        return self.columns.lower[noun] in occasions.OCCASIONS

    def _is_no_adverb(self, token: int, first: int) -> bool:
        """Whether a time does not tell when its clause happened: "never goes out on a Sunday",
        "asked for the Monday off"."""
        c = self.columns
        names = _ANY | {"the"} if c.tags[token] == "NNP" else _ANY
        if any(i < first and c.lower[i] in names for i in c.children[token]):
            return True
        titled = first < token and c.words[token] in _TITLED
        if titled and c.lower[first] in RUNNING:
            return True  # told the Arle This Week
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
        return apart and c.deps[noun] in _SUBJECTS and not self._occurs(noun)

    def _names(self, token: int) -> bool:
        return occasions.names(self.columns, self.columns.heads[token], token)

    def _is_usual(self, verb: int) -> bool:
        """Whether a verb tells what is done as a rule, or what to do: "usually opens in May"."""
        c = self.columns
        for _ in range(3):
            if c.tags[verb] in ("VB", "VBP", "VBZ") and any(
                c.lower[i] in _USUALLY for i in c.children[verb]
            ):
                return True
            if c.deps[verb] != "xcomp":
                break
            verb = c.heads[verb]
        return False

    def _in_doubt(self, token: int) -> bool:
        """Whether a time stands in a question, in a condition or in what depends on one."""
        c = self.columns
        stop = c.sentence(token)[1]
        if "?" in c.words[stop - 2 : stop]:
            return True
        for _ in range(STEPS):
            if c.tags[token] in VERBS and self._supposed(token):
                return True
            if c.heads[token] == token:
                break
            token = c.heads[token]
        return False

    def _is_supposed(self, verb: int) -> bool:
        c = self.columns
        clauses = [verb, *(i for i in c.children[verb] if c.deps[i] == "advcl")]
        return any(
            c.deps[i] == "mark" and c.lower[i] in _IF
            for clause in clauses
            for i in c.children[clause]
        )
