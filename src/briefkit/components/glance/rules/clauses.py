"""Clauses and participles that a sentence is true without, and the clause that leads up to it."""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.components.glance.cuts import (
    OPEN,
    SUBJECTS,
    Cut,
    closes,
    comma,
    counted,
    enclosed,
    ends,
    full,
    generic,
    happened,
    hedged,
    spanned,
    told,
    upward,
)
from briefkit.components.glance.lexicon import words
from briefkit.components.glance.sentence import Sentence

_RELATIVE = frozenset(["WDT", "WP", "WP$", "WRB"])
_TIMELY = frozenset(["after", "ahead", "amid", "before", "despite", "during", "following"])
_ASIDE = frozenset(["along", "amid", "after", "despite", "during", "following", "with"])
_CLAUSES = frozenset(
    ["after", "although", "as", "before", "so", "though", "when", "where", "while"]
)
# "According to police, ..." says whose claim it is, "Depending on ..." on what it hangs.
_HINGES = frozenset(["according", "assuming", "barring", "based", "citing", "depending"]) | {
    "given", "pending", "provided", "quoting", "supposing",
}  # fmt: skip
_MISREAD = frozenset(["after", "as", "before", "since", "than", "until"])
_ANYBODY = frozenset(["anybody", "anyone", "anything", "somebody", "someone", "something", "those"])
_PROMISING = frozenset(["another", "following", "one", "something", "these", "thing", "things"]) | {
    "this"
}
_LIMITS = frozenset(["assuming", "if", "least", "mostly", "only", "unless"])
_SOME = frozenset(["all", "both", "few", "many", "most", "others", "some"])
_THEM = frozenset(["he", "her", "him", "his", "it", "its", "she", "their", "them", "they"])
# "One thing that he wants is", "the young people who came": nothing is meant without the clause.
_EMPTY = frozenset(["case", "fact", "idea", "kind", "one", "ones", "people", "reason", "sort"]) | {
    "thing", "things", "time", "way", "ways",
}  # fmt: skip
_OVER = frozenset(["gone", "left", "remaining"])
# What opens a phrase of time, place or purpose before the main clause.
_SETTING = frozenset(["at", "by", "ever", "for", "from", "in", "just", "on", "over", "since", "to"])


def relative(s: Sentence) -> Iterator[Cut]:
    """A relative clause between commas: ", who was born in Leeds,"."""
    for i in s.labelled("relcl"):
        if not s.whole(i):
            continue
        start, end = s.edges[i][0], s.edges[i][1] + 1
        opener = s.tags[start]
        if opener == "IN" and start + 1 < len(s):
            opener = s.tags[start + 1]
        if opener not in _RELATIVE:
            continue
        end -= comma(s, end - 1)
        place = enclosed(s, start, end, s.heads[i])
        if place and s.tags[end + 1 : end + 2] == ["IN"]:  # ", who leads, in the final"
            place = start - 1, end + 1
        # ", who was hurt, but raced", ", which is old, a ship of": it goes on behind the comma.
        more = place is not None and place[1] == end + 1 and s.tags[end + 1 : end + 2] == ["DT"]
        goes_on = more or s.lower[end + 1 : end + 2] == ["but"]
        # "Name somebody, even a rival, who is honest": the clause may belong further up.
        further = not _ANYBODY.isdisjoint(s.lower[: s.heads[i]])
        # ", when she began to paint -- using black alone"
        further = further or (end in s.dashes and s.tags[end + 1 : end + 2] == ["VBG"])
        if place and s.heads[i] < start and not (comma(s, s.heads[i]) or goes_on or further):
            yield Cut(*place, "relative", 1)


def restrictive(s: Sentence) -> Iterator[Cut]:
    """Which one is meant, where one of the kind is enough: "a ferry *that sank in May*"."""
    for i in s.labelled("relcl", "acl"):
        start, end, noun = s.edges[i][0], s.edges[i][1] + 1, s.heads[i]
        if noun >= start or not s.tags[noun].startswith("NN") or not s.whole(i):
            continue
        if s.tags[start] not in _RELATIVE and (i != start or s.tags[i] not in ("VBG", "VBN")):
            continue
        # "is a man who": what he is comes behind.
        if s.deps[noun] == "attr" or comma(s, start - 1) or not upward(s, noun, start):
            continue
        # "as two sides met", "with a minute left": the parser takes the verb for a participle.
        if (
            not ends(s, end)
            or s.lower[s.heads[noun]] in _MISREAD
            or (i == start and s.lower[i] in _OVER)
        ):
            continue
        # Of "the ferry", of "a man" who did it and of "put on a show" more would have to be said.
        bare = s.deps[noun] not in SUBJECTS or s.tags[start] not in _RELATIVE
        if s.lower[noun] in _EMPTY:
            continue
        if told(s, noun) or (counted(s, noun) and not bare):
            needed = 0 if bare or counted(s, noun) else 3
            yield Cut(start, end, "restrictive", 5 + (not counted(s, noun)) + needed)


def opening(s: Sentence) -> Iterator[Cut]:
    """A side clause or phrase before the main one: "After a night of talks, ..."."""
    at = 0
    while at < len(s) and (s.tags[at] == "CC" or at in s.gone):
        at += 1
    for i in s.labelled("advcl", "prep"):
        if s.edges[i][0] != at or not s.whole(i):
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
            if happened(s, main) and known and s.deps[subject] != "expl":
                yield Cut(at, end + 1, "opening", 2)
        return


def _needed(s: Sentence, at: int, end: int, main: int) -> bool:
    """Whether the rest means something of what opens it, or holds only under it."""
    rest = s.lower[end:]
    person = "person" in s.ents[at:end] and not {"he", "her", "him", "his", "she"}.isdisjoint(rest)
    rule = any(s.tags[k] == "MD" for k in s.kids[main])
    bound = s.lower[at] == "with" and ("CD" in s.tags[at:end] or rule)
    return person or bound or "it" in rest or "least" in s.lower[at:end]


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


def elaboration(s: Sentence) -> Iterator[Cut]:
    """What follows a colon or semicolon: "The plan has two parts*: a bridge and a tower*"."""
    if s.words.count(";") > 1:  # a list
        return
    if s.lower[s.root] in words("says"):  # "The paper said on Monday: ..."
        return
    for i, word in enumerate(s.words):
        if word not in (":", ";") or not max(3, s.root) < i < len(s) - 3 or not closes(s, i):
            continue
        outward = any(s.heads[k] > i for k in range(i))
        # "He had one wish: to build": what comes before is nothing alone.
        alone = _PROMISING.isdisjoint(s.lower[:i]) and not hedged(s, 0, i) and not counted(s, i - 1)
        if i not in s.gone and not outward and alone:
            yield Cut(i, len(s) - 1, "elaboration", 3)


def first_clause(s: Sentence) -> Iterator[Cut]:
    """What a "but" turns away from: "*liked the plan but* rejected it"; the turn is the news."""
    for i in s.labelled("conj"):
        head = s.heads[i]
        joints = [k for k in s.kids[head] if s.deps[k] == "cc" and head < k < i]
        if head != s.root or not joints or s.lower[joints[-1]] != "but":
            continue
        joint, subject = joints[-1], s.kid(head, *SUBJECTS)
        if subject is None or hedged(s, 0, joint):  # "not only ... but"
            continue
        if s.lower[head] in words("says"):  # it may still be what they say
            continue
        own, behind = s.kid(i, *SUBJECTS), s.edges[subject][1] + 1
        shared = s.tags[i] in ("VBD", "VBZ", "VBP") and "," not in s.words[joint:i]
        if own is None and shared and behind <= head:
            yield Cut(behind, joint + 1, "first_clause", 4)
        # "but that did not", "but the mayor outdid him" lean on what would be cut.
        leans = own is None or not s.tags[own].startswith("NN") or s.lower[own] in _SOME
        leans = leans or not _THEM.isdisjoint(s.lower[joint:])
        if own is not None and not leans and s.edges[own][0] == joint + 1:
            yield Cut(0, joint + 1, "first_clause", 4)


def second_clause(s: Sentence) -> Iterator[Cut]:
    """ ", and ..." with a subject of its own, or "and did ..." without one, at the end."""
    for i in s.labelled("conj"):
        head, joint = s.heads[i], s.edges[i][0] - 1
        if head >= i or s.deps[head] not in ("ROOT", "ccomp") or s.tags[i][:2] not in ("VB", "MD"):
            continue
        if joint < 1 or s.lower[joint] != "and" or s.heads[joint] != head:
            continue
        if not closes(s, s.edges[i][1] + 1) or not s.whole(i) or hedged(s, 0, joint):
            continue
        if "other" in s.lower[joint:]:  # "fired one, and may fire the other"
            continue
        subject = s.kid(i, *SUBJECTS)
        own = subject is not None
        if (own and not comma(s, joint - 1)) or s.lower[0] in ("both", "either"):
            continue
        # "There is one more danger, and that is": it tells which.
        if subject is not None and s.lower[subject] in ("it", "that", "this", "which"):
            continue
        # "Prices rose, wages fell, and the mayor left": two of three would stand unjoined.
        others = (k for k in s.kids[head] if k != i and s.deps[k] in ("ccomp", "conj"))
        if own and any(
            s.kid(k, *SUBJECTS) is not None and comma(s, s.edges[k][1] + 1) for k in others
        ):
            continue
        # "says the wave that is sweeping": the clause about it was taken for what is said of it.
        if any(s.tags[k] in ("WDT", "WP") and s.deps[k] in SUBJECTS for k in s.kids[head]):
            continue
        # What is said of one who said or wanted more is half a claim: "confessed and said why".
        if s.deps[head] == "ccomp" and not own and s.kid(i, "ccomp", "xcomp") is not None:
            continue
        yield Cut(joint - comma(s, joint - 1), s.edges[i][1] + 1, "second_clause", 3)


def trailing(s: Sentence) -> Iterator[Cut]:
    """A participle or side clause after a comma at the end: ", leaving two villages dark"."""
    for i in s.labelled("advcl", "acl", "prep"):
        start, end = s.edges[i][0], s.edges[i][1] + 1
        head, first = s.heads[i], s.lower[start]
        # '"no case left," after': what is left over of the comma goes with it.
        quoted = s.words[start - 1] in ('"', "”") and comma(s, start - 2)
        if head >= start or not (quoted or comma(s, start - 1)) or not closes(s, end):
            continue
        if not s.whole(i):
            continue
        if s.deps[i] == "prep":
            fits = first in _TIMELY or first in ("including", "with")
        else:
            # ", essentially ending", ", even as"
            late = s.tags[start] == "RB" and start + 1 <= i
            fits = s.tags[start] in ("VBG", "VBN") or first in _CLAUSES
            fits = fits or (late and (s.tags[start + 1] == "VBG" or s.lower[start + 1] == "as"))
        if s.lower[start - 2] in words("placing"):  # "became, after the war, a museum"
            continue
        if fits and not hedged(s, s.edges[head][0], start):
            yield Cut(start - 1 + quoted, end, "trailing", 2)


def side_clause(s: Sentence) -> Iterator[Cut]:
    """When or while it happened, at the end: "rejected the plan *when the mayor resigned*"."""
    for i in s.labelled("advcl"):
        start, end, head = s.edges[i][0], s.edges[i][1] + 1, s.heads[i]
        if head >= start or not closes(s, end) or comma(s, start - 1) or not s.whole(i):
            continue
        if s.tags[start - 1] in OPEN or spanned(s, start) or not upward(s, head, start):
            continue
        # "The wind was blowing as" only sets the scene.
        bare = s.lower[head] in words("placing") or s.tags[head] == "VBG"
        if bare and not full(s, head, start):
            continue
        if s.lower[head] in words("enabling"):  # "The find was made when"
            continue
        # "so big that", "more than": the clause belongs to a word before it.
        mark = s.kid(i, "mark", "advmod")
        dated = mark is not None and s.lower[mark] in ("after", "before")
        if s.lower[start] in _CLAUSES or dated:
            yield Cut(start, end, "side_clause", 4)


def afterthought(s: Sentence) -> Iterator[Cut]:
    """A remark behind a dash at the end: " -- a move that surprised many"."""
    dashes = [i for i in s.dashes if i not in s.gone]
    if len(dashes) != 1 or dashes[0] < 5 or s.root > dashes[0] or not closes(s, len(s) - 1):
        return
    at = dashes[0]
    if at + 1 >= len(s):
        return
    outward = any(s.heads[k] > at for k in range(at)) or not _PROMISING.isdisjoint(s.lower[:at])
    # "-- assuming that he runs", "-- in words at least"
    outward = outward or not _LIMITS.isdisjoint(s.lower[at:])
    if outward or s.lower[at + 1] in ("and", "but", "if", "or", "unless", "until", "yet", "that"):
        return
    if s.tags[at + 1] in ("DT", "VBG", "IN", "NN", "NNS", "CD") and not hedged(s, at, at + 4):
        yield Cut(at, len(s) - 1, "afterthought", 1)


def aside(s: Sentence) -> Iterator[Cut]:
    """How or with whom, between commas behind the subject: "A pupil*, with her father,* sued"."""
    for i in s.labelled("prep", "advcl", "acl"):
        start, end, verb = s.edges[i][0], s.edges[i][1] + 1, s.heads[i]
        if not comma(s, start - 1):
            continue
        end -= comma(s, end - 1)
        if s.deps[verb] in SUBJECTS:  # the parser hangs it on the noun as often
            verb = s.heads[verb]
        fits = s.lower[start] in _ASIDE or (s.tags[start] in ("VBG", "VBN") and start == i)
        if not fits or not comma(s, end) or end > verb or not s.whole(i):
            continue
        subject = s.kid(verb, *SUBJECTS)
        if subject is not None and subject < start and not hedged(s, s.edges[verb][0], verb + 1):
            # "Her sister, Eva, backed by two aunts, sued" keeps the comma behind the name.
            named = s.words[s.edges[subject][0] : start - 1].count(",") % 2
            goes_on = s.words[end + 1 : verb].count(",") % 2
            yield Cut(start - 1, end + 1 - (named or goes_on), "aside", 2)
