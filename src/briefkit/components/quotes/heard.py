"""What the encoder hears of reported speech, beside what the rules have found.

Its tags say of each word whether it is reported, a cue, or a word for who speaks. Where it hears
other borders than the rules found, they are moved; and what it hears clearly, with a cue, where the
rules have found nothing, is a report as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from briefkit.components.quotes.clauses import FINITE
from briefkit.components.quotes.drafts import Report
from briefkit.components.quotes.subjects import is_time, subject
from briefkit.components.quotes.view import View
from briefkit.components.records import Place

# Chances, chosen by cross-validation (models/README.md): from the first on, on average, words are a
# report; a cue has the second.
CLEARLY, CUE = 0.9, 0.5
_WITHIN = 0.1  # what the cue of a report within a report has at least
_TAGGED = 0.5
# A word within a report may be less sure than those beside it: "but" of "was ill but would come".
_FAINT, _REACH = 0.15, 3
# Of a report of the rules: a part below the first is none of it, nor last words below the second;
# what follows goes with it from the third on.
_PART, _LAST, _MORE = 0.05, 0.15, 0.7
_UNTOLD = 0.4  # words before them are none of it below
_BEGUN = 0.1  # less have only words before a report
_LEAST = 3  # words
_BREAKS = frozenset({",", ";", ":", "—", "–", "--", "-"})
_CLAUSES = frozenset({"according", "that"})
_CONCEDES = frozenset({"although", "though"})
_JOINING = frozenset({"and", "but"})
_OUTSIDE = frozenset({"her", "him", "if", "me", "that", "them", "us", "whether"})
_SUBJECTS = frozenset({"aux", "nsubj", "nsubjpass"})
_LEADS = frozenset({"CC", "DT", "IN", "POS", "PRP$", "TO", "WDT", "WP"})
_JOINTS = frozenset({"CC", "DT", "IN", "TO", "WDT", "WRB", ",", ":", "."})
_PHRASE = frozenset({"CD", "DT", "JJ", "NN", "NNP", "NNPS", "NNS", "PDT", "POS", "PRP$", "RB"})
_ACTS = frozenset({"VBD", "VBG", "VBN", "VBP", "VBZ"})
_NOUNS = frozenset({"NN", "NNP", "NNPS", "NNS", "PRP"})


class Heard:
    """The chances of each token to be reported, a cue, or a word for who speaks.

    `inside` are the tokens in marks that are no direct quote: part of a report, however tagged.
    """

    def __init__(self, view: View, inside: set[int]) -> None:
        self._view, self._told, self._cues = view, view.told, view.cued
        self._inside, self._begins, self._sources = inside, view.chances("B"), view.chances("S")
        self._reported, self._direct = view.chances("B", "I"), view.chances("D")
        for i in inside:
            self._reported[i] = self._told[i]

    def apart(self, reports: Sequence[Report]) -> list[Report]:
        """The reports without those that others only tell of: "said she would ask for a debate"."""
        told = _places(reports)
        return [r for r in reports if r.cue not in told or self._cues[r.cue] >= _WITHIN]

    def fit(self, report: Report) -> None:
        """Give a report of the rules the borders that are heard: "…, he said, but not now"."""
        if not report.content:
            return
        report.content = self._parts(report) or report.content
        if report.frame == "according":
            report.content[0] = self._begun(*report.content[0])
        if report.frame in _CLAUSES:
            first, last = report.content[0]
            if first > report.cue:
                report.content[0] = self._subject(report, first), last
            elif last < report.cue:
                report.content[0] = self._clause(first, last), last
                report.content += self._behind(report)
        first, last = report.content[0]
        report.content[0] = first + self._is_unheard_that(first, last), last
        first, last = report.content.pop()
        last = self._conceded(first, last)
        end = last
        while end > first and self._told[end] < _LAST:
            end -= 1
        # "taken by India on Wednesday, Lund said": a phrase is heard whole or not at all.
        whole = self._told[end] < _TAGGED or self._view.tag[end] in _LEADS
        last = last if whole else end
        if not report.cuts:
            last = self._further(report.cue, last)
        report.content.append((first, last))

    def _parts(self, report: Report) -> list[Place]:
        """The parts of a report that are heard at all, or hold the subject of those that are."""
        heard = [part for part in report.content if _mean(self._told, *part) >= _PART]
        verbs = {i for a, b in heard for i in range(a, b + 1)}
        return [p for p in report.content if p in heard or self._leads(p, verbs)]

    def _is_unheard_that(self, first: int, last: int) -> bool:
        """Whether the parser takes "that" for a pronoun: "told them THAT hope fades"."""
        view, unheard = self._view, self._told[first] < _FAINT and first < last
        points = view.tag[first] == "DT" and view.dep[first] != "mark"  # "said that move failed"
        return unheard and view.lower[first] == "that" and not points

    def _leads(self, part: Place, verbs: set[int]) -> bool:
        """Whether a part is the subject of a verb elsewhere: "SHE HAS, she said, come round"."""
        view, leads = self._view, False
        for i in range(part[0], part[1] + 1):
            above = view.dep[i] in _SUBJECTS and view.head[i] in verbs
            if view.tag[i] in FINITE and not above:
                return False
            leads = leads or above
        return leads

    def _subject(self, report: Report, first: int) -> int:
        """The begin of a clause with what the parser took from it: "said ABOUT HALF of it was"."""
        view, cue = self._view, report.cue
        if report.frame == "according":
            cue = next((i for i in range(cue, first) if view.lower[i] == ","), first)
        begin = first
        while begin - 1 > cue and self._told[begin - 1] >= _TAGGED:
            if view.lower[begin - 1] in _OUTSIDE:
                break
            begin -= 1
        while begin < first and (view.tag[begin] in ("RB", ",") or is_time(view, begin)):
            begin += 1
        return begin if view.head[begin - 1] < begin or begin - 1 == cue else first

    def _clause(self, first: int, last: int) -> int:
        """The begin of what is heard before a cue: "It shut, and THE LAKE, he said, was dry"."""
        for i in range(first + 1, last + 1):
            if self._view.lower[i - 1] not in _BREAKS | _JOINING or self._told[i] < _TAGGED:
                continue
            if _mean(self._told, first, i - 1) < _UNTOLD and _mean(self._told, i, last) >= _MORE:
                return i
        return first

    def _behind(self, report: Report) -> list[Place]:
        """What goes on behind a cue: "If it rains, said Lund, the boss, THE LAKE WILL FLOOD"."""
        view, start = self._view, report.cue + 1
        end = view.sentence(report.cue)[1]
        while end > start and view.tag[end - 1] in _JOINTS:
            end -= 1
        if any(last > report.cue for _, last in report.content):
            return []
        for i in range(start + 1, end):
            if view.lower[i - 1] in _BREAKS and self._told[i] >= _TAGGED > self._told[i - 2]:
                return [(i, end - 1)] if _mean(self._told, i, end - 1) >= CLEARLY else []
        return []

    def _begun(self, first: int, last: int) -> tuple[int, int]:
        """A part from where it is heard: behind "on his blog," and what else belongs to the cue."""
        begin = next((i for i in range(first, last) if self._told[i] >= _BEGUN), first)
        return (begin if self._told[begin] >= _TAGGED else first), last

    def _conceded(self, first: int, last: int) -> int:
        """The last token before what the writer sets against it: ", although nobody had left"."""
        view = self._view
        for i in range(first + 3, last):
            if view.lower[i - 1] == "," and view.lower[i] in _CONCEDES:
                said = i in self._inside or _mean(self._told, i, last) >= CLEARLY
                return last if said else i - 2
        return last

    def _further(self, cue: int, last: int) -> int:
        """The end of what goes on with the report that ends at `last`, clause by clause."""
        view, end = self._view, self._view.sentence(cue)[1]
        while cue < last < end - 1:
            first = last + 1
            while first < end and view.lower[first] in _BREAKS:
                first += 1
            until = first
            while until + 1 < end and view.lower[until + 1] not in _BREAKS:
                until += 1
            if first == end or _mean(self._reported, first, until) < _MORE:
                break
            if view.tag[first] == "CC" and view.tag[first + 1] in FINITE:
                break  # "…, but denied it": what else the speaker did
            clause = range(first, until + 1)
            if any(self._begins[i] > _TAGGED or self._cues[i] > CUE for i in clause):
                break
            last = until
        return last

    def more(
        self, found: Sequence[Report], used: Iterable[int | None], skip: Sequence[bool]
    ) -> list[Report]:
        """Reports that are heard clearly beside those found; `used` are cues of direct quotes.

        A cue of which nothing is heard in the words before it may have its report behind it.
        """
        told = _places(found)
        cues = {r.cue for r in found if self._parts(r) or r.content[-1][1] > r.cue}
        cues.update(cue for cue in used if cue is not None)
        cues |= {cue + 1 for cue in cues if self._view.lower[cue] == "according"}
        heard = []
        for run in self._runs(skip):
            first, last = self._whole(*run)
            if last - first >= _LEAST - 1 and told.isdisjoint(range(first, last + 1)):
                report = self._report(first, last, cues)
                heard += [report] if report else []
        return heard

    def _runs(self, skip: Sequence[bool]) -> list[tuple[int, int]]:
        """First and last tokens of what is clearly reported, each within a sentence."""
        runs, i = [], 0
        while i < self._view.n:
            start = i
            i += 1
            if self._reported[start] < _TAGGED:
                continue
            end = self._view.sentence(start)[1]
            while i < end and self._goes_on(i, end):
                i += 1
            if _mean(self._reported, start, i - 1) >= CLEARLY and not all(
                skip[t] and t not in self._inside for t in range(start, i)
            ):
                runs.append((start, i - 1))
        return runs

    def _goes_on(self, i: int, end: int) -> bool:
        near = self._reported[i : min(end, i + _REACH)]
        return self._reported[i] >= _FAINT and any(chance >= _TAGGED for chance in near)

    def _whole(self, first: int, last: int) -> tuple[int, int]:
        """A run from the first word of its first phrase, without a joint at its end."""
        view = self._view
        while last > first and view.tag[last] in _JOINTS:
            last -= 1
        while first and first <= view.head[first - 1] <= last and view.tag[first - 1] in _PHRASE:
            first -= 1
        return first, last

    def _report(self, first: int, last: int, used: set[int]) -> Report | None:
        """The report of tokens `[first, last]`; None where no cue of its own is heard."""
        view = self._view
        start, end = view.sentence(first)
        around = [i for i in (*range(start, first), *range(last + 1, end)) if i not in used]
        cue = max(around, key=lambda i: self._cues[i], default=None)
        if cue is None or self._cues[cue] < CUE:
            return None
        begin, until = _run(around, cue, lambda i: self._cues[i] >= CUE)
        place = (view.start[begin], view.end[until])
        frame = "that" if self._direct[first] >= _TAGGED else ""
        return Report(cue, place, False, self._speaker(around, cue), [(first, last)], frame)

    def _speaker(self, around: list[int], cue: int) -> int | None:
        """The subject of a cue, else the head of the words for who speaks that stand nearest."""
        view = self._view
        acts = view.tag[cue] in _ACTS and view.lower[cue] != "according"
        own = subject(view, cue) if acts else None
        if own in around and not view.tag[own].startswith("W"):
            return own
        who = [i for i in around if self._sources[i] >= _TAGGED]
        if not who:
            return None
        near = min(who, key=lambda i: abs(i - cue))
        first, last = _run(around, near, lambda i: self._sources[i] >= _TAGGED)
        nouns = [i for i in range(first, last + 1) if view.tag[i] in _NOUNS]
        heads = (i for i in nouns if not first <= view.head[i] <= last)
        return next(heads, max(nouns, default=None))


def _places(reports: Iterable[Report]) -> set[int]:
    """The tokens that are reported."""
    return {i for r in reports for a, b in r.content for i in range(a, b + 1)}


def _mean(chances: list[float], first: int, last: int) -> float:
    return sum(chances[first : last + 1]) / (last + 1 - first)


def _run(tokens: list[int], at: int, fits: Callable[[int], bool]) -> tuple[int, int]:
    """The unbroken run of `tokens` around `at` that fit."""
    known = set(tokens)
    first = last = at
    while first - 1 in known and fits(first - 1):
        first -= 1
    while last + 1 in known and fits(last + 1):
        last += 1
    return first, last
