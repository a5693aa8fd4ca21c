"""Whether a sentence puts a time expression in the past or in the future."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING

from briefkit.components.dates.lexicon import word_set

if TYPE_CHECKING:
    from briefkit.components.columns import Columns

VERBS = frozenset(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"))
PLANNED = word_set("planned")
_IS = frozenset(("are", "is", "'s", "’s"))
_INTENDED = word_set("intended")
OCCASIONS = word_set("occasion")
_DONE = frozenset(("promised", "set"))  # in the past tense they happened on the date
TELLS = word_set("tells")  # of what has been said, though the tense is the present
MOVED = word_set("moved")
_WILL = frozenset(("will", "'ll", "’ll", "wo", "shall", "going"))
MAY = frozenset(("would", "'d", "’d", "may", "might", "could", "can", "should", "must", "ca"))
_OPEN = frozenset(("would", "may", "might", "could", "should", "must"))  # of these, what may follow
HAVE = frozenset(("has", "have", "'ve", "’ve", "had", "having"))
_HAS = frozenset(("has", "have", "'ve", "’ve"))
_UNTIL = frozenset(("until", "till", "til"))
_ONWARD = _UNTIL | {"starting", "beginning", "come"}
_LIKELY = frozenset(("due", "likely", "unlikely"))
_ATTRIBUTIVE = frozenset(("poss", "compound", "nmod", "nummod", "amod"))
_WITHIN = frozenset(("at", "during", "in", "on"))
_DUE = frozenset(("due", "payable", "effective", "upcoming"))
PLAN = 0.75  # of a verb for plans: it is not the past day that the text has told of by that name
RUNNING = frozenset(("these", "this", "today"))  # periods that the present lies in
SINCE = -PLAN  # told after "since"
STEPS = 12  # of the way up the parse; a longer one says nothing about the date any more


Sense = tuple[int, bool]
"""-1 past, 1 to come, 0 unknown; and whether the verb itself is sure of it."""


class Tenses:
    """Reads the tense around places of one parsed text."""

    def __init__(self, columns: Columns) -> None:
        self.columns = columns
        self.parsed = any(columns.deps)
        # A verb may govern many dates, and a hostile one has as many children.
        self.sense = cache(self._read_sense)

    def root(self, start: int, end: int, *, bare: bool = False) -> int:
        """The token of characters `[start, end)` that hangs on a word outside; `bare`, of "the 2
        May attack" not the article, which is the attack's."""
        c = self.columns
        first = self.first(start)
        last = max(bisect_right(c.starts, end - 1) - 1, first)
        for i in range(first, last + 1):
            article = bare and c.deps[i] == "det" and i < last
            if not article and (not first <= c.heads[i] <= last or c.heads[i] == i):
                return i
        return first

    def first(self, start: int) -> int:
        """The token that a place begins in."""
        return max(bisect_right(self.columns.starts, start) - 1, 0)

    def direction(self, start: int, end: int, depth: int = 0) -> float:
        """-1 past, 1 to come, 0 unknown, by the verb that governs the place; half where that is
        only likely, a quarter before a noun: "the July convention" may be to come."""
        c = self.columns
        if not self.parsed:
            return 0
        first = bisect_right(c.starts, start) - 1
        before = c.lower[first - 1] if first > 0 else ""
        token = self.root(start, end)
        if way := self._told_before(token, first, before, depth):
            return way
        # "Friday's vote": the noun has happened or not, whatever is planned with it.
        strict = c.deps[token] in _ATTRIBUTIVE or c.text[end : end + 2] in ("'s", "’s")
        strict = (
            strict and c.lower[c.heads[c.heads[token]]] not in _WITHIN
        )  # "to vote in Friday's election"
        noun = False
        for _ in range(STEPS):
            token = c.heads[token]
            word, tag = c.lower[token], c.tags[token]
            if word in _DUE:
                return 1
            if tag in VERBS:
                way, sure = self.sense(token)
                if way == 1 and strict and not sure:
                    return -0.25
                if way == 1 and not (sure or noun) and self._is_planned(token):
                    return PLAN
                if way:
                    return way if sure and not noun else way / (4 if strict and way < 0 else 2)
                if sure and not (tag in ("VBZ", "VBP") and c.deps[token] == "advcl"):
                    # "Friday: the bank reports": what is on, in a list of days.
                    listed = c.text[end : end + 1] == ":"
                    return 0.5 if listed or (not noun and self._on(token, first)) else 0
            noun = noun or tag in ("NN", "NNS")
            if c.heads[token] == token:
                break
        return 0

    def _told_before(self, token: int, first: int, before: str, depth: int) -> float:
        """The direction that the words before a date tell, 0 where they do not."""
        c = self.columns
        governor = c.heads[c.heads[token]]
        if before in _UNTIL and self._is_over(governor):
            return -1
        if before == "since":
            return SINCE
        if before in _ONWARD or (before == "to" and c.lower[governor] in MOVED):
            return 1
        if before == "by" and c.tags[governor] in ("VB", "VBG"):
            return 1  # "committed to leaving by May"
        joined = before in ("and", "or") and c.deps[token] == "conj" and c.tags[token] == "NNP"
        if joined and depth < STEPS:
            other = c.heads[token]  # "forecast for Thursday and Friday"
            return self.direction(c.starts[other], c.ends[other], depth + 1)
        if before == "for" and c.lower[first].endswith("day"):
            return 0.5  # "called a strike for Friday"
        ahead = before == "of" and c.lower[first - 2] == "ahead"  # "ahead of Friday's vote"
        # "took over until elections on 28 June"
        awaited = c.lower[governor] in OCCASIONS and c.lower[c.heads[governor]] in _UNTIL
        return 0.5 if ahead or awaited else 0

    def _is_planned(self, verb: int) -> bool:
        """Whether a verb tells a plan that still stands: "due to meet on Friday"."""
        c, above = self.columns, self.columns.heads[verb]
        likely = any(c.lower[i] in _LIKELY for i in c.children[verb])
        if likely or c.lower[verb] in PLANNED:
            return True
        return c.lower[above] in PLANNED and "had" not in (c.lower[i] for i in c.children[above])

    def _is_over(self, verb: int) -> bool:
        """Whether a verb tells what somebody was or did for a time: "was its leader until May",
        "who led it until May", "did not meet until May", but not "it was closed until May"."""
        c, children = self.columns, self.columns.children[verb]
        if self.sense(verb)[0] < 0 and any(c.deps[i] == "neg" for i in children):
            return True
        words = {c.lower[verb], *(c.lower[i] for i in children)}
        if {"had", "been"} <= words:
            return True
        if c.deps[verb] == "relcl":
            return c.tags[verb] == "VBD" or "had" in words
        return c.tags[verb] == "VBD" and any(c.deps[i] == "attr" for i in children)

    def _on(self, verb: int, first: int) -> bool:
        """Whether a present tense tells what is on: "the vote is Friday", "polls open in May";
        `first` is the date's token."""
        c = self.columns
        if c.lower[first] in RUNNING or c.tags[verb] not in ("VBZ", "VBP"):
            return False
        if c.lower[verb] in TELLS:
            return False
        return verb < first or first - c.sentence(verb)[0] < 2

    def _read_sense(self, verb: int) -> Sense:
        c = self.columns
        tag, word = c.tags[verb], c.lower[verb]
        helpers = [i for i in c.children[verb] if i < verb and c.deps[i] in ("aux", "auxpass")]
        words = {c.lower[i] for i in helpers}
        if words & _WILL:
            return 1, True
        if any(c.lower[i] in _LIKELY and c.deps[i] == "acomp" for i in c.children[verb]):
            return 1, False
        if words & MAY:
            if words & HAVE:
                return -1, True  # "should have caught it in April"
            barred = "could" in words and any(c.deps[i] == "neg" for i in c.children[verb])
            return (1, False) if words & _OPEN and not barred else (0, True)
        if "to" in words:
            return (-1, True) if words & HAVE else self._infinitive(verb)  # "said to have met"
        past = any(c.tags[i] == "VBD" or c.lower[i] in HAVE for i in helpers)
        if "did" in words:
            return -1, True
        if tag in ("VBN", "VBG") and word in PLANNED:
            return 1, False
        if tag == "VBN":
            # "has outlined a risk on Saturday", "is staffed but for Easter": what is done is past,
            # its date need not be.
            return -1, not words & (_HAS | _IS)
        if tag == "VBG" and c.lower[c.heads[verb]] == "after":
            return -1, False  # "after winning in May"
        if tag == "VBG":
            return (-1, True) if past else (1, False) if helpers else (0, False)
        if tag == "VBD":
            return (1, False) if word in PLANNED - _DONE else (-1, True)
        if tag in ("VBZ", "VBP"):
            return (1, False) if word in PLANNED else (0, True)
        return 0, False

    def _infinitive(self, verb: int) -> Sense:
        """ "to meet": to come, unless what governs it has happened and was no plan."""
        c, token = self.columns, verb
        for _ in range(3):
            if c.heads[token] == token:
                break
            token = c.heads[token]
            if c.lower[token] in PLANNED:
                return 1, False
            if c.lower[token] in _IS:
                return 1, True
            if c.tags[token] in ("NN", "NNS"):
                return 0, False
            if c.tags[token] == "VBD":
                return (1, False) if c.lower[token] in _INTENDED else (-1, False)
            if c.tags[token] in VERBS:
                break
        return 1, False
