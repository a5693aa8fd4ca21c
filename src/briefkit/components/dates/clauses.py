"""The clause that a time expression belongs to: what happened then, in the article's words."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache

from briefkit.components.dates.nouns import FINITE, SAID_OF, SUBJECTS, Nouns
from briefkit.components.dates.tense import VERBS, Tenses

Place = tuple[int, int]

_OBJECTS = frozenset(("ccomp", "dobj", "oprd"))
_OPENING = {")": "(", "]": "["}
_CLOSING = {"”": "“", "’": "‘", '"': '"'}
_ENDS = frozenset(".!?:;…\"'”’)]»\n ")
# What a clause neither ends nor begins with, unless the partner of a mark lies inside.
_CLOSE = frozenset(" ,;:—–-.!?\n")
_OPEN = frozenset(")]}—–-,;:’' ")
_PAIRS = {'"': '"', "“": "”", "‘": "’", "(": ")", "[": "]"}
_JOINTS = frozenset(("cc", "punct"))
_QUOTES = frozenset('"“”‘«»')
_STEPS = 12
_LEADING = frozenset(("CC", "DT", "IN", "TO"))  # what more must follow
_AHEAD = 60  # tokens: what ends a clause later leaves it long
_LONG = 180  # characters: what is longer is hard to take in at a glance
_READABLE = 300  # characters: a sentence that is told whole rather than from its middle on
# In characters. What is longer is a list or a table and no clause, and each of its dates would
# say all of it again.
LONGEST_EVENT = 800


class Clauses:
    """Finds the clauses of one text."""

    def __init__(self, tenses: Tenses) -> None:
        self.tenses = tenses
        self.columns = tenses.columns
        self.nouns = Nouns(self.columns)
        self._starts = [block.start for block in self.columns.blocks]
        # A verb may govern many dates, and a hostile one has as many children.
        self._is_main = cache(self._read_main)
        self._finite = cache(self._has_finite)
        self._reach = cache(self._read_reach)

    def event(self, start: int, end: int) -> Place | None:
        """The clause, or noun phrase with its own arguments, that says what happened then.

        None where there is no parse, and for the date of a dateline, which is the article's own.
        """
        if not self.tenses.parsed:
            return None
        c, block = self.columns, self._block(start)
        if block[2] == "dateline":
            return None
        root = self.tenses.root(start, end, bare=True)
        head = self._head(root)
        place = self._reach(head)
        first, stop = self._sentence(root)
        if not self._finite(first, stop):
            return None  # "Ms Ode in 1969": nothing is said to happen
        whole = c.starts[first], c.ends[stop - 1]
        joined = c.deps[head] == "conj" and whole[1] - whole[0] <= _READABLE
        part = joined or self.nouns.is_part(head)
        if place is None or part or end > place[1]:
            place = whole
        else:
            parsed = c.sentence(root)
            opens, closes = place[0] == c.starts[parsed[0]], place[1] == c.ends[parsed[1] - 1]
            place = whole[0] if opens else place[0], whole[1] if closes else place[1]
        low, high = max(place[0], block[0]), min(place[1], block[1])
        if not low <= start <= end <= high or high - low > LONGEST_EVENT:
            return None
        if high - low > _LONG:
            high = self._shorter(max(root, c.token_at(end - 1)), high)
        low, high = _trim(c.text, low, high, start, end)
        cut = _is_half(c.text[low:high]) or c.tags[c.token_at(high - 1)] in _LEADING
        if cut and whole[1] - whole[0] <= LONGEST_EVENT:
            low, high = _trim(c.text, max(whole[0], block[0]), min(whole[1], block[1]), start, end)
        high += _OPENING.get(c.text[high : high + 1], "\n") in c.text[low:high]
        if low in (c.starts[first], block[0]) and c.text[high : high + 1] == ".":
            high += 1  # a whole sentence keeps its full stop
        mark = c.text[high : high + 1]
        opened = c.text.count(_CLOSING.get(mark, mark), low, high) if mark in _CLOSING else 0
        if opened % 2 if mark == '"' else opened > c.text.count(mark or " ", low, high):
            high += 1
        return low, high

    def is_aside(self, start: int, end: int, told: Place) -> bool:
        """Whether a date is not that of its event `told`, but of a clause that hangs on a word of
        it: "read the letters of those he had met in May"."""
        c = self.columns
        token = self.tenses.root(start, end, bare=True)
        head = self._head(token)
        if c.deps[head] == "acl" and self.nouns.says_of(head) and not self.nouns.is_part(head):
            return True  # "the recess, set to begin in May": a sentence about another
        rest = f"{c.text[told[0] : start]} {c.text[end : told[1]]}".lower()
        if c.lower[head] == "said" and _QUOTES.isdisjoint(rest):
            return all(c.deps[i] not in _OBJECTS for i in c.children[head])  # "he said on Friday."
        while token != head:
            above = c.heads[token]
            loose = c.deps[token] in SAID_OF and not self.nouns.is_news(above, token)
            if loose and above != head:
                return True
            if above == token:
                break
            token = above
        return False

    def _has_finite(self, first: int, stop: int) -> bool:
        return any(self.columns.tags[i] in FINITE for i in range(first, stop))

    def _shorter(self, token: int, high: int) -> int:
        """The end of a long clause without what follows from it at its end: ", killing two",
        ", which closed the road"; never a condition, and nothing within quotation marks."""
        c = self.columns
        for i in range(token + 1, min(c.token_at(high) - 1, token + _AHEAD)):
            if c.words[i][0] in _QUOTES:
                break
            tail = self._tail(i + 1) if c.words[i] == "," else 0
            if tail and c.ends[tail] >= high - 1:
                return c.ends[i - 1]
        return high

    def _tail(self, first: int) -> int:
        """The last token of a participle clause or "which" clause that starts at a token, or 0."""
        c, verb = self.columns, first
        if c.tags[first] == "WDT":
            verb = c.heads[first]
            if c.deps[verb] != "relcl":
                return 0
        elif c.tags[first] != "VBG" or c.deps[first] != "advcl":
            return 0
        return self.nouns.edge(verb, -1) if self.nouns.edge(verb, 0) >= first - 1 else 0

    def _sentence(self, token: int) -> tuple[int, int]:
        """The sentence of a token, with what the parser cut off it without a mark of its end."""
        c = self.columns
        first, stop = c.sentence(token)
        for _ in range(2):
            cut = c.words[first][0].islower() or c.words[first - 1][-1] not in _ENDS
            if first and cut:
                first = c.sentence(first - 1)[0]
            if stop < len(c) and c.words[stop - 1][-1] not in _ENDS and not c.words[stop].isspace():
                stop = c.sentence(stop)[1]
        return first, stop

    def _block(self, start: int) -> tuple[int, int, str]:
        at = bisect_right(self._starts, start) - 1
        if at >= 0 and start < self.columns.blocks[at].end:
            block = self.columns.blocks[at]
            return block.start, block.end, block.kind
        return 0, len(self.columns.text), ""

    def _head(self, token: int) -> int:
        """The noun or verb whose phrase is the event: the main clause that the date belongs to.

        A clause of what was said, of a condition or of the time of something else ("if", "once",
        "when") is no event by itself; a relative clause is one with the noun that it tells of.
        """
        c = self.columns
        for _ in range(_STEPS):
            head = c.heads[token]
            if head == token:
                return token
            if self.nouns.tells(head, token):
                return head
            token = head
            if c.tags[token] in VERBS and (self.nouns.says_of(token) or self._is_main(token)):
                return token
        return token

    def _read_main(self, verb: int) -> bool:
        """Whether a verb heads a main clause: that of the sentence, or one that is joined to it
        with a subject of its own."""
        c = self.columns
        for _ in range(_STEPS):
            head = c.heads[verb]
            if head == verb:
                return True
            if not self._joined(verb):
                return False
            verb = head
        return False

    def _joined(self, verb: int) -> bool:
        """Whether a clause is joined to the one before it by a word or mark, with its own subject;
        without one the parser has misread a relative clause."""
        c, left = self.columns, self.nouns.edge(verb, 0)
        if c.deps[verb] != "conj" or c.deps[left - 1] not in _JOINTS:
            return False
        return any(c.deps[i] in SUBJECTS for i in c.children[verb])

    def _read_reach(self, head: int) -> Place | None:
        """The stretch of text that a head governs, without clauses joined to it."""
        c = self.columns
        left, right = self.nouns.edge(head, 0), self.nouns.edge(head, -1)
        if self.nouns.says_of(head):
            noun = c.heads[head]
            if c.deps[noun] == "appos":  # "Ms Ode, a nurse who left in May"
                noun = c.heads[noun]
            return c.starts[self.nouns.edge(noun, 0)], c.ends[right]
        for child in c.children[head]:
            if child > head and self._joined(child):
                right = min(right, self.nouns.edge(child, 0) - 1)
        if c.deps[head] == "conj":
            while left < head and not c.words[left][0].isalnum():
                left += 1
        while right > head and c.deps[right] in _JOINTS:
            right -= 1
        return (c.starts[left], c.ends[right]) if right >= head else None


def _trim(text: str, low: int, high: int, start: int, end: int) -> tuple[int, int]:
    """Without punctuation at the ends; a mark stays where its partner lies inside."""
    while low < start:
        partner = _PAIRS.get(text[low])
        if text[low] not in _OPEN and (partner is None or partner in text[low + 1 : high]):
            break
        low += 1
    while high > end and (
        text[high - 1] in _CLOSE or _OPENING.get(text[high - 1], text[low]) not in text[low:high]
    ):
        high -= 1
    return low, high


def _is_half(clause: str) -> bool:
    """Whether a clause holds one of two quotation marks."""
    return clause.count("“") != clause.count("”") or clause.count('"') % 2 == 1
