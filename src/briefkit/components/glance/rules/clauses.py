"""Clauses and participles that a sentence is true without, and the clause that leads up to it."""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.components.glance.cuts import (
    FINITE,
    SUBJECTS,
    Cut,
    closes,
    comma,
    enclosed,
    generic,
    happened,
    hedged,
)
from briefkit.components.glance.lexicon import words
from briefkit.components.glance.sentence import Sentence

_RELATIVE = frozenset(["WDT", "WP", "WP$", "WRB"])
_TIMELY = frozenset(["after", "ahead", "amid", "before", "despite", "during", "following"])
_CLAUSES = frozenset(
    ["after", "although", "as", "before", "so", "though", "when", "where", "while"]
)
# "According to police, ..." says whose claim it is, "Depending on ..." on what it hangs.
_HINGES = frozenset(["according", "assuming", "barring", "based", "citing", "depending"]) | {
    "given", "pending", "provided", "quoting", "supposing",
}  # fmt: skip
_JOINED_BEFORE = frozenset(["both", "either", "neither", "whether"])
_ANYBODY = frozenset(["anybody", "anyone", "anything", "somebody", "someone", "something", "those"])
# What opens a phrase of time, place or purpose before the main clause.
_SETTING = frozenset(["at", "by", "ever", "for", "from", "in", "just", "on", "over", "since", "to"])


def relative(s: Sentence) -> Iterator[Cut]:
    """A relative clause between commas: ", who was born in Leeds,"."""
    for i in s.labelled("relcl"):
        start, end = s.edges[i][0], s.edges[i][1] + 1
        opener = s.tags[start]
        if opener == "IN" and start + 1 < len(s):
            opener = s.tags[start + 1]
        if opener not in _RELATIVE:
            continue
        end -= comma(s, end - 1)
        place = enclosed(s, start, end, s.heads[i])
        # ", who was hurt, but raced", ", which is old, a ship of": it goes on behind the comma.
        more = place is not None and place[1] == end + 1 and s.tags[end + 1 : end + 2] == ["DT"]
        goes_on = more or s.lower[end + 1 : end + 2] == ["but"]
        # "Name somebody, even a rival, who is honest": the clause may belong further up.
        further = not _ANYBODY.isdisjoint(s.lower[: s.heads[i]])
        # ", when she began to paint -- using black alone"
        further = further or (end in s.dashes and s.tags[end + 1 : end + 2] == ["VBG"])
        further = further or (place is not None and not closes(s, end) and _listed(s, i, end + 1))
        if place and s.heads[i] < start and not (comma(s, s.heads[i]) or goes_on or further):
            yield Cut(*place, "relative", 1)


def _listed(s: Sentence, clause: int, after: int) -> bool:
    """Whether what follows the comma may be more of what the clause names.

    "their houses, which have cracked walls, weakened beams and": not so where the verb of what the
    clause tells of follows.
    """
    at = s.heads[clause]
    while s.deps[at] not in SUBJECTS:
        if s.heads[at] == at or s.tags[at].startswith("VB"):
            return True
        at = s.heads[at]
    return s.heads[at] < after


def opening(s: Sentence) -> Iterator[Cut]:
    """A side clause or phrase before the main one: "After a night of talks, ..."."""
    at = 0
    while at < len(s) and (s.tags[at] == "CC" or at in s.gone):
        at += 1
    for i in s.labelled("advcl", "prep"):
        if s.edges[i][0] != at:
            continue
        end, main = s.edges[i][1] + 1, s.heads[i]
        end -= comma(s, end - 1)
        subject = s.kid(main, *SUBJECTS)
        if main < end or not comma(s, end) or subject is None or not end < subject < main:
            continue
        if "," in s.words[end + 1 : subject]:  # what the clause names is told of behind it
            continue
        if hedged(s, end, main + 1) or _needed(s, at, end, main):
            return
        if _omitted(s, at, i):
            yield Cut(at, end + 1, "opening", 1)
        elif s.lower[at] in _SETTING or s.lower[at] == "when" or s.ents[at] == "time":
            # "In Norway, prices fell" speaks of no other prices.
            timely = s.lower[at] in ("ever", "since", "when") or s.ents[end - 1] == "time"
            known = timely or not generic(s, subject)
            if happened(s, main) and known:
                yield Cut(at, end + 1, "opening", 2)
        return


def _needed(s: Sentence, at: int, end: int, main: int) -> bool:
    """Whether the rest means something of what opens it, or holds only under it."""
    rest = s.lower[end:]
    person = "person" in s.ents[at:end] and not {"he", "her", "him", "his", "she"}.isdisjoint(rest)
    rule = any(s.tags[k] == "MD" for k in s.kids[main])
    bound = s.lower[at] == "with" and ("CD" in s.tags[at:end] or rule)
    return person or bound or "it" in rest


def _omitted(s: Sentence, at: int, i: int) -> bool:
    """Whether the clause of `i` at `at` tells only what came before or beside the main event."""
    opener = s.lower[at]
    if opener in _HINGES:
        return False
    if "after" in s.lower[at : at + 5] and s.tags[at][:2] in ("RB", "CD", "JJ", "IN", "DT"):
        opener = "after"  # "Nearly four decades after ..."
    if s.tags[at] not in ("VBG", "VBN") and opener not in words("openers"):
        return False
    # "After you pay, the door opens" is a rule, not an event: only what has happened may go.
    verb = s.kid(i, "pcomp") or i
    present = any(s.tags[k] in ("VBP", "VBZ", "MD") for k in (verb, *s.kids[verb]))
    return opener not in ("after", "following") or not present


def trailing(s: Sentence) -> Iterator[Cut]:
    """A participle or side clause after a comma at the end: ", leaving two villages dark"."""
    for i in s.labelled("advcl", "acl", "prep"):
        start, end = s.edges[i][0], s.edges[i][1] + 1
        head, first = s.heads[i], s.lower[start]
        # '"no case left," after': what is left over of the comma goes with it.
        quoted = s.words[start - 1] in ('"', "”") and comma(s, start - 2)
        if head >= start or not (quoted or comma(s, start - 1)) or not closes(s, end):
            continue
        if s.deps[i] == "prep":
            fits = first in _TIMELY or first in ("including", "with")
        else:
            # ", essentially ending", ", even as"
            late = s.tags[start] == "RB" and start + 1 <= i
            fits = s.tags[start] in ("VBG", "VBN") or first in _CLAUSES
            fits = fits or (late and (s.tags[start + 1] == "VBG" or s.lower[start + 1] == "as"))
        if fits and not hedged(s, s.edges[head][0], start):
            yield Cut(start - 1 + quoted, end, "trailing", 2)


def second(s: Sentence) -> Iterator[Cut]:
    """A second thing that the subject did, or a second sentence: ", and closed the mill"."""
    for i in s.labelled("conj"):
        start, end = s.edges[i][0], s.edges[i][1] + 1
        end -= s.words[end - 1] == "."
        if s.heads[i] != s.root or not s.tags[i].startswith("VB") or not closes(s, end):
            continue
        before = start - 1
        joins = s.lower[before] in ("and", "but") and s.deps[before] == "cc"
        if not joins or not _JOINED_BEFORE.isdisjoint(s.lower[:before]):
            continue
        own = s.kid(i, *SUBJECTS)
        tense = FINITE.intersection(s.tags[k] for k in (i, *s.kids[i]))
        if (own is None and not tense) or hedged(s, 0, before):
            continue
        yield Cut(before - comma(s, before - 1), end, "second", 3)
