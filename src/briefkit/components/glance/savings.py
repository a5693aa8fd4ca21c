"""What may go from a sentence that is too long for a bullet: true without it, but poorer.

Each rule keeps to one principle: "X did Y where Z" says that X did Y. It holds for what happened
and for what there is; so nothing is cut beside "not", "only", "first" and the like, from rules
("if you pay"), or from what was said to have to happen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from briefkit.components.glance.cuts import (
    BOUNDS,
    DASHES,
    SUBJECTS,
    Cut,
    apposition,
    closes,
    comma,
    enclosed,
    hedged,
    relative,
)
from briefkit.components.glance.lexicon import words
from briefkit.components.glance.sentence import Sentence

_WHEN = frozenset({"DATE", "TIME"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_OBJECTS = frozenset({"dobj", "nsubjpass", "attr", "ccomp", "acomp", "oprd"})
# Words that lean on what follows: "moved back after", "so big that".
_OPEN = frozenset({"IN", "DT", "JJR", "RBR", "RB", "RP", "TO", "CC"})
_TIMELY = frozenset({"after", "ahead", "amid", "before", "despite", "during", "following"})
_ABOUT = frozenset({"about", "against", "among", "during", "for", "in", "near", "over", "with"})
_LOCAL = frozenset({"across", "at", "in", "inside", "near", "on", "outside"})
# Verbs whose object is no more than the doer, or a part, of what follows: "got the council to
# agree", "took steps to".
_ENABLING = frozenset(
    {
        "asked",
        "forced",
        "gave",
        "given",
        "got",
        "had",
        "having",
        "left",
        "made",
        "making",
        "needed",
        "taken",
        "taking",
        "took",
        "used",
        "using",
        "wanted",
    }
)
_ASIDE = frozenset({"along", "amid", "after", "despite", "during", "following", "with"})
_CLAUSES = frozenset({"after", "as", "before", "when", "while", "where", "although", "though"})


def opening(s: Sentence) -> Iterator[Cut]:
    """A side clause before the main one: "After a night of talks, ..."."""
    at = 0
    while at < len(s) and (s.tags[at] == "CC" or at in s.gone):
        at += 1
    for i, dep in s.labelled("advcl", "prep"):
        if dep not in ("advcl", "prep") or s.edges[i][0] != at or not s.whole(i):
            continue
        end, main = s.edges[i][1] + 1, s.heads[i]
        end -= comma(s, end - 1)
        subject = s.kid(main, *SUBJECTS)
        if main < end or not comma(s, end) or subject is None or not end < subject < main:
            continue
        if "," in s.words[end + 1 : subject]:  # what the clause names is told of behind it
            continue
        opener = s.lower[at]
        if "after" in s.lower[at : at + 5] and s.tags[at][:2] in ("RB", "CD", "JJ", "IN", "DT"):
            opener = "after"  # "Nearly four decades after ..."
        if s.tags[at] not in ("VBG", "VBN") and opener not in words("openers"):
            continue
        # "After you pay, the door opens" is a rule, not an event: only what has happened may go.
        rule = opener in ("after", "following") and any(
            s.tags[k] in ("VBP", "VBZ", "MD") for k in range(at, end)
        )
        if not rule and not hedged(s, end, main + 1):
            yield Cut(at, end + 1, "opening", 1)
        return


def trailing(s: Sentence) -> Iterator[Cut]:
    """A participle or side clause after a comma at the end: ", leaving two villages dark"."""
    for i, dep in s.labelled("advcl", "acl", "prep"):
        if dep not in ("advcl", "acl", "prep") or not s.whole(i):
            continue
        start, end = s.edges[i][0], s.edges[i][1] + 1
        head, first = s.heads[i], s.lower[s.edges[i][0]]
        if head >= start or not comma(s, start - 1) or not closes(s, end):
            continue
        if dep == "prep":
            fits = first in _TIMELY or first in ("including", "with", "as")
        else:
            # ", essentially ending", ", even as"
            late = s.tags[start] == "RB" and start + 1 <= i
            fits = s.tags[start] in ("VBG", "VBN") or first in _CLAUSES
            fits = fits or (late and (s.tags[start + 1] == "VBG" or s.lower[start + 1] == "as"))
        if fits and not hedged(s, s.edges[head][0], start):
            yield Cut(start - 1, end, "trailing", 2)


def afterthought(s: Sentence) -> Iterator[Cut]:
    """A remark behind a dash at the end: " -- a move that surprised many"."""
    dashes = [i for i, word in enumerate(s.words) if word in DASHES and i not in s.gone]
    if len(dashes) != 1 or dashes[0] < 5 or s.root > dashes[0] or not closes(s, len(s) - 1):
        return
    at = dashes[0]
    if at + 1 >= len(s):
        return
    outward = any(s.heads[k] > at for k in range(at))
    if outward or s.lower[at + 1] in ("and", "but", "if", "or", "unless", "until", "yet", "that"):
        return
    if s.tags[at + 1] in ("DT", "VBG", "IN", "NN", "NNS", "CD") and not hedged(s, at, at + 4):
        yield Cut(at, len(s) - 1, "afterthought", 1)


def second_clause(s: Sentence) -> Iterator[Cut]:
    """ ", and ..." with a subject of its own, or "and did ..." without one, at the end."""
    for i, dep in s.labelled("conj"):
        head = s.heads[i]
        if (
            dep != "conj"
            or head >= i
            or s.deps[head] not in ("ROOT", "ccomp")
            or s.tags[i][:2] not in ("VB", "MD")
        ):
            continue
        joint = s.edges[i][0] - 1
        if joint < 1 or s.lower[joint] != "and" or s.heads[joint] != head:
            continue
        if not closes(s, s.edges[i][1] + 1) or not s.whole(i) or hedged(s, 0, joint):
            continue
        own = s.kid(i, *SUBJECTS) is not None
        if (own and not comma(s, joint - 1)) or s.lower[0] in ("both", "either"):
            continue
        yield Cut(joint - comma(s, joint - 1), s.edges[i][1] + 1, "second_clause", 3)


def purpose(s: Sentence) -> Iterator[Cut]:
    """ "announced cuts *to reduce the deficit*" at the end, where the verb has its object."""
    for i, dep in s.labelled("advcl"):
        start, end, head = s.edges[i][0], s.edges[i][1] + 1, s.heads[i]
        if dep != "advcl" or s.tags[i] != "VB" or s.lower[start] != "to" or head >= start:
            continue
        if not closes(s, end) or not s.whole(i) or not _happened(s, head):
            continue
        full = any(k < start and s.deps[k] == "dobj" for k in s.kids[head])
        bare = s.tags[start - 1] in _OPEN or comma(s, start - 1) or s.lower[head] in _ENABLING
        if full and not bare and not hedged(s, 0, start):
            yield Cut(start, end, "purpose", 5)


def manner(s: Sentence) -> Iterator[Cut]:
    """ "killed two people *in what police call an accident*", "won *by beating*" at the end."""
    for i, dep in s.labelled("prep"):
        start, end, head = s.edges[i][0], s.edges[i][1] + 1, s.heads[i]
        if dep != "prep" or start != i or head >= start or not closes(s, end):
            continue
        if not s.whole(i) or comma(s, start - 1) or s.tags[start - 1] in _OPEN:
            continue
        inner = s.kid(i, "pcomp")
        fits = inner is not None and (
            (s.lower[i] == "by" and s.tags[inner] == "VBG")
            or (s.lower[i] == "in" and s.lower[i + 1] == "what")
        )
        full = any(k < start and s.deps[k] in ("dobj", "nsubjpass") for k in s.kids[head])
        if fits and full and _happened(s, head) and not hedged(s, s.edges[head][0], start):
            yield Cut(start, end, "manner", 5)


def tail(s: Sentence) -> Iterator[Cut]:
    """The last phrase or clause of time or place beside a verb that is complete without it."""
    for i, dep in s.labelled("prep", "advcl"):
        if dep not in ("prep", "advcl") or not s.whole(i):
            continue
        start, end, head = s.edges[i][0], s.edges[i][1] + 1, s.heads[i]
        if head >= start or not closes(s, end) or comma(s, start - 1):
            continue
        if not _happened(s, head) or hedged(s, s.edges[head][0], start):
            continue
        full = any(k < start and s.deps[k] in _OBJECTS for k in s.kids[head])
        if s.tags[start - 1] in _OPEN or s.lower[head] in words("placing"):
            continue
        if dep == "advcl":
            finite = s.kid(i, *SUBJECTS) is not None
            # "so big that", "more than": the clause belongs to a word before it.
            later = s.kid(i, "mark")
            dated = later is not None and s.lower[later] in ("after", "before")
            if finite and (s.lower[start] in _CLAUSES or dated):
                yield Cut(start, end, "tail", 4)
        elif s.lower[i] in _TIMELY:
            yield Cut(start, end, "tail", 4)
        elif s.lower[i] in _LOCAL and full:
            noun = s.kid(i, "pobj")
            if noun is not None and s.ents[noun] in _PLACES:
                yield Cut(start, end, "tail", 5)


def setting(s: Sentence) -> Iterator[Cut]:
    """What the last thing named is about or where it was: "a student *from Leeds*"."""
    for i, dep in s.labelled("prep"):
        start, end, noun = s.edges[i][0], s.edges[i][1] + 1, s.heads[i]
        if dep != "prep" or start != i or noun != i - 1 or not closes(s, end):
            continue
        if s.tags[noun] not in ("NN", "NNS") or not s.whole(i) or hedged(s, 0, start):
            continue
        place = s.kid(i, "pobj")
        local = place is not None and s.ents[place] in _PLACES
        if s.lower[i] in _TIMELY or (local and (s.lower[i] in _LOCAL or s.lower[i] == "from")):
            yield Cut(start, end, "setting", 6)
        elif s.lower[i] in _ABOUT and _told(s, noun) and _happened(s, s.root):
            yield Cut(start, end, "setting", 7)


def _told(s: Sentence, noun: int) -> bool:
    """Whether one thing is meant, and something before the noun says which."""
    marks = [k for k in s.kids[noun] if k < noun]
    named = any(s.deps[k] in ("amod", "compound", "poss") for k in marks)
    return named and any(s.deps[k] in ("det", "poss", "nummod") for k in marks)


def addition(s: Sentence) -> Iterator[Cut]:
    """What the last thing named is, or what it all was: "*, a move that surprised many*"."""
    for i, dep in s.labelled("appos"):
        start, end, noun = s.edges[i][0], s.edges[i][1] + 1, s.heads[i]
        if dep != "appos" or noun >= start or not comma(s, start - 1) or not closes(s, end):
            continue
        if s.lower[start] not in ("a", "an", "the") or not s.whole(i):
            continue
        listed = any(s.deps[k] in ("conj", "cc") for k in (*s.kids[noun], *s.kids[i]))
        if not listed and s.deps[noun] != "conj" and not comma(s, s.edges[noun][0] - 1):
            yield Cut(start - 1, end, "addition", 2)


def _happened(s: Sentence, verb: int) -> bool:
    """Whether the verb tells of something that took place."""
    if s.tags[verb] == "VBD":
        return True
    # "ordered the builder to pay after": what the order was for goes with the order.
    if s.deps[verb] == "xcomp" and s.heads[verb] < verb:
        return s.tags[s.heads[verb]] == "VBD" or _happened(s, s.heads[verb])
    aids = [s.lower[k] for k in s.kids[verb] if s.deps[k] in ("aux", "auxpass")]
    return (
        s.tags[verb] in ("VBN", "VBG")
        and bool(aids)
        and not any(s.tags[k] in ("MD", "TO") for k in s.kids[verb])
    )


def country(s: Sentence) -> Iterator[Cut]:
    """The country or state behind a town: "in Leeds*, England,*"."""
    for i, kind in enumerate(s.ents):
        if kind != "GPE" or not comma(s, i - 1) or s.ents[max(i - 2, 0)] != "GPE":
            continue
        end = i + 1
        while end < len(s) and s.ents[end] == "GPE":
            end += 1
        before = i - 2
        while before > 0 and s.ents[before - 1] == "GPE":
            before -= 1
        listed = comma(s, before - 1) or not {"and", "or"}.isdisjoint(s.lower[end : end + 2])
        listed = listed or s.ents[end + 1 : end + 2] == ["GPE"]
        inner = any(before <= s.heads[k] < i - 1 for k in range(i, end))
        if inner and not listed and (comma(s, end) or closes(s, end)):
            yield Cut(i - 1, end + comma(s, end), "country", 1)


def including(s: Sentence) -> Iterator[Cut]:
    """Examples between commas: "Three towns*, including Leeds,* sued"."""
    for i, word in enumerate(s.lower):
        if word != "including" or s.deps[i] != "prep" or not s.whole(i) or s.heads[i] > i:
            continue
        end = s.edges[i][1] + 1
        place = enclosed(s, i, end - comma(s, end - 1))
        if place and s.edges[i][0] == i and not hedged(s, s.edges[s.heads[i]][0], i):
            yield Cut(*place, "including", 2)


def aside(s: Sentence) -> Iterator[Cut]:
    """How or with whom, between commas behind the subject: "A pupil*, with her father,* sued"."""
    for i, dep in s.labelled("prep", "advcl"):
        if dep not in ("prep", "advcl") or not s.whole(i):
            continue
        start, end, verb = s.edges[i][0], s.edges[i][1] + 1, s.heads[i]
        end -= comma(s, end - 1)
        if s.deps[verb] in SUBJECTS:  # the parser hangs it on the noun as often
            verb = s.heads[verb]
        fits = s.lower[start] in _ASIDE or (s.tags[start] in ("VBG", "VBN") and start == i)
        if not fits or not comma(s, start - 1) or not comma(s, end) or end > verb:
            continue
        subject = s.kid(verb, *SUBJECTS)
        if subject is not None and subject < start and not hedged(s, s.edges[verb][0], verb + 1):
            yield Cut(start - 1, end + 1, "aside", 2)


def participle(s: Sentence) -> Iterator[Cut]:
    """What was done with the last thing named: "a grey coat *found near the bridge*"."""
    for i, dep in s.labelled("acl"):
        start, end, noun = s.edges[i][0], s.edges[i][1] + 1, s.heads[i]
        if dep != "acl" or start != i or noun >= start or not closes(s, end) or not s.whole(i):
            continue
        if s.tags[i] not in ("VBN", "VBG") or s.tags[noun] != "NN" or hedged(s, 0, start):
            continue
        # One thing, and named closely enough: of "cars" or of "the car" more would have to be said.
        told = any(s.deps[k] in ("amod", "compound", "poss", "prep") for k in s.kids[noun])
        single = any(s.lower[k] in ("a", "an", "the") or s.deps[k] == "poss" for k in s.kids[noun])
        if told and single and s.deps[noun] in ("dobj", "pobj") and _happened(s, s.root):
            yield Cut(start - comma(s, start - 1), end, "participle", 6)


def dated(s: Sentence) -> Iterator[Cut]:
    """The day or year of what happened: "In 2012, the mayor", "resigned *on July 1*"."""
    for i, dep in s.labelled("pobj", "npadvmod"):
        if s.ents[i] not in _WHEN or dep not in ("pobj", "npadvmod"):
            continue
        top = s.heads[i] if dep == "pobj" else i
        start, end, verb = s.edges[top][0], s.edges[top][1] + 1, s.heads[top]
        if dep == "pobj" and (s.lower[top] not in ("at", "in", "on") or start != top):
            continue
        if end - start > 5 or not s.whole(top) or not _happened(s, verb):
            continue
        if any(s.ents[k] not in _WHEN for k in range(start + (dep == "pobj"), end)):
            continue
        if hedged(s, s.edges[verb][0], end) or s.lower[verb] in words("placing"):
            continue
        main = s.kid(verb, *SUBJECTS)
        if start == 0 and comma(s, end) and main is not None and _next(s, end + 1, main):
            yield Cut(0, end + 1, "dated", 2)
        elif verb < start and s.tags[start - 1] not in _OPEN and not _bound(s, start, end):
            around = comma(s, start - 1) and (comma(s, end) or closes(s, end))
            if around or not comma(s, start - 1):
                yield Cut(start - around, end + (around and comma(s, end)), "dated", 3)


def _next(s: Sentence, start: int, subject: int) -> bool:
    """Whether nothing but its own words stands between a token and the subject."""
    return start <= subject and "," not in s.words[start:subject]


def _bound(s: Sentence, start: int, end: int) -> bool:
    """Whether the date is one end of a stretch, or one of two."""
    return s.lower[start - 1] in BOUNDS or s.lower[end : end + 1] in (
        ["and"],
        ["or"],
        ["to"],
        ["through"],
        ["until"],
        ["-"],
        ["–"],
    )


# The cheap ones first: a rule is asked only where those of the row before have nothing left.
SAVING: tuple[tuple[Callable[[Sentence], Iterator[Cut]], ...], ...] = (
    (relative, apposition, opening, afterthought, country),
    (trailing, addition, aside, including, dated, second_clause),
    (tail, purpose, manner, setting, participle),
)
