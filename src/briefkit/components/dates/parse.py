"""What the parse tells of a time expression: its tense, and the clause it belongs to."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from briefkit.components.dates.lexicon import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Place = tuple[int, int]

_VERBS = frozenset(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"))
_PLANNED = word_set("planned")
_WILL = frozenset(("will", "'ll", "’ll", "wo", "shall", "going"))
_MAY = frozenset(("would", "'d", "’d", "may", "might", "could", "can", "should", "must", "ca"))
_HAVE = frozenset(("has", "have", "'ve", "’ve", "had", "having"))
_INTENDED = word_set("intended")
_CLAUSES = frozenset(("ROOT", "ccomp", "advcl", "relcl", "conj", "parataxis", "csubj"))
_OPEN = frozenset("\"'“”‘’([—–-,;: ")
_MAX_STEPS = 12


class Parse:
    """The Doc's parse, read only where there is a time expression."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = doc.text  # spaCy joins it anew at each reading
        self.starts = [token.idx for token in doc]
        self.parsed = doc.has_annotation("DEP")

    def root(self, start: int, end: int) -> Token | None:
        """The token of `[start, end)` that hangs on a word outside."""
        first = max(bisect_right(self.starts, start) - 1, 0)
        last = max(bisect_right(self.starts, end - 1) - 1, first)
        if first >= len(self.doc):
            return None
        for i in range(first, last + 1):
            token = self.doc[i]
            head = token.head.i
            if not first <= head <= last or head == i:
                return token
        return self.doc[first]

    def direction(self, start: int, end: int) -> int:
        """-1 past, 1 to come, 0 unknown, by the verb that governs the place."""
        if not self.parsed:
            return 0
        token = self.root(start, end)
        if token is None:
            return 0
        first = bisect_right(self.starts, start) - 1
        before = self.doc[first - 1].lower_ if first > 0 else ""
        if before in _ONWARD or (
            before == "as" and first > 2 and self.doc[first - 3].lower_ == "as"
        ):
            return 1
        # "Friday's vote": the noun has happened or not, whatever is planned with it.
        strict = token.dep_ in _ATTRIBUTIVE
        for _ in range(_MAX_STEPS):
            token = token.head
            if token.lower_ in _DUE:
                return 1
            if token.tag_ in _VERBS:
                way, strong = _tense(token)
                if way == 1 and strict and not strong:
                    return -1
                if way or strong:
                    return way
            if token.head.i == token.i:
                break
        return 0


_ONWARD = frozenset(("until", "till", "til", "through", "starting", "beginning"))
_ATTRIBUTIVE = frozenset(("poss", "compound", "nmod", "nummod", "amod"))
_DUE = frozenset(("due", "payable", "effective", "upcoming"))


def _tense(verb: Token) -> tuple[int, bool]:
    """Direction of a verb, and whether the verb itself is sure of it."""
    tag, word = verb.tag_, verb.lower_
    helpers = [child for child in verb.lefts if child.dep_ in ("aux", "auxpass")]
    words = {child.lower_ for child in helpers}
    if words & _WILL:
        return 1, True
    if words & _MAY:
        return (1, False) if words & {"would", "may", "might", "should"} else (0, True)
    if "to" in words and tag in ("VB", "VBN", "VBG"):
        return _infinitive(verb)
    past = any(child.tag_ == "VBD" or child.lower_ in _HAVE for child in helpers)
    if tag in ("VBN", "VBG") and word in _PLANNED:
        return 1, False
    if tag == "VBN":
        return -1, True
    if tag == "VBG":
        return (-1, True) if past else (1, False) if helpers else (0, False)
    if tag == "VBD":
        return (1, False) if word in _PLANNED else (-1, True)
    if tag in ("VBZ", "VBP"):
        return (1, False) if word in _PLANNED else (0, True)
    return 0, False


def _infinitive(verb: Token) -> tuple[int, bool]:
    """ "to meet": to come, unless what governs it has happened and was no plan."""
    token = verb
    for _ in range(3):
        if token.head.i == token.i:
            break
        token = token.head
        if token.lower_ in _PLANNED:
            return 1, False
        if token.tag_ in ("NN", "NNS"):
            return 0, False
        if token.tag_ == "VBD":
            return (1, False) if token.lower_ in _INTENDED else (-1, False)
        if token.tag_ in _VERBS:
            break
    return 1, False


class Clauses:
    """Finds the clause of a time expression: `event(start, end) -> place`."""

    def __init__(self, parse: Parse, borders: list[Place]) -> None:
        self.parse = parse
        self.borders = borders
        self._starts = [start for start, _ in borders]
        self._known: dict[int, Place | None] = {}

    def event(self, start: int, end: int) -> Place | None:
        """The clause, or noun phrase with its own arguments, that says what happened then."""
        block = self._block(start)
        if not self.parse.parsed:
            return None
        root = self.parse.root(start, end)
        if root is None:
            return None
        head = _event_head(root, start, end)
        if head.i not in self._known:
            self._known[head.i] = _reach(self.parse.doc, head)
        place = self._known[head.i]
        if place is None or not (place[0] <= start and end <= place[1]):
            sent = root.sent
            place = (sent.start_char, sent.end_char)
        low, high = max(place[0], block[0]), min(place[1], block[1])
        if not low <= start <= end <= high:
            return None
        low, high = _trim(self.parse.text, low, high, start, end)
        if low == root.sent.start_char and self.parse.text[high : high + 1] == ".":
            high += 1  # a whole sentence keeps its full stop
        return low, high

    def _block(self, start: int) -> Place:
        at = bisect_right(self._starts, start) - 1
        if at >= 0 and start < self.borders[at][1]:
            return self.borders[at]
        return (0, len(self.parse.text))


def _event_head(token: Token, start: int, end: int) -> Token:
    """The noun or verb whose phrase is the event."""
    for _ in range(_MAX_STEPS):
        head = token.head
        if head.i == token.i:
            return token
        if (
            head.tag_.startswith("NN")
            and token.dep_ in ("prep", "npadvmod")
            and _has_arguments(head, token)
        ):
            return head
        token = head
        if token.tag_ in _VERBS and _is_clause(token):
            return token
    return token


def _has_arguments(noun: Token, date: Token) -> bool:
    """Whether a noun phrase tells an event by itself: "a visit by Mr Ode to China in May"."""
    return any(
        child.dep_ == "prep"
        and child.lower_ in ("by", "between", "of", "to", "with", "against", "on")
        and child.i != date.i
        and date.i > child.i
        and _is_event(noun)
        for child in noun.children
    )


def _is_event(noun: Token) -> bool:
    """Whether a noun can be what happened; names of people, places and bodies cannot."""
    return noun.tag_ in ("NN", "NNS") and noun.ent_type_ not in ("PERSON", "ORG", "GPE", "LOC")


def _is_clause(verb: Token) -> bool:
    """Whether a verb heads a clause that tells who did it."""
    if verb.dep_ == "ROOT" or verb.head.i == verb.i:
        return True
    if verb.dep_ not in _CLAUSES:
        return False
    return (verb.dep_ == "relcl" and False) or any(
        child.dep_ in ("nsubj", "nsubjpass", "expl", "csubj")
        and child.lower_ not in ("who", "which", "that")
        for child in verb.children
    )


def _reach(doc: Doc, head: Token) -> Place | None:
    """The stretch of text that a head governs, without clauses joined to it."""
    left, right = head.left_edge.i, head.right_edge.i
    for child in head.children:
        if (
            child.dep_ == "conj"
            and child.i > head.i
            and any(c.dep_ in ("nsubj", "nsubjpass") for c in child.children)
        ):
            right = min(right, child.left_edge.i - 1)
    if head.dep_ in ("ccomp", "advcl", "relcl", "conj"):
        while left < head.i and (
            doc[left].dep_ in ("mark", "cc") or not doc[left].text[0].isalnum()
        ):
            left += 1
    while right > head.i and doc[right].dep_ in ("cc", "punct"):
        right -= 1
    if right < head.i:
        return None
    last = doc[right]
    return doc[left].idx, last.idx + len(last)


def _trim(text: str, low: int, high: int, start: int, end: int) -> Place:
    while low < start and text[low] in _OPEN:
        low += 1
    while high > end and text[high - 1] in " ,;:—–-.!?\n":
        high -= 1
    return low, high
