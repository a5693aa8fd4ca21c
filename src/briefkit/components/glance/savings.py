"""What may go from a sentence that is too long for a bullet: true without it, but poorer.

Each rule keeps to one principle: "X did Y where Z" says that X did Y. It holds for what happened
and for what there is; so nothing is cut beside "not", "only", "first" and the like, from rules
("if you pay"), or from what was said to have to happen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from briefkit.components.glance.cuts import DASHES, SUBJECTS, Cut, closes, comma, hedged
from briefkit.components.glance.lexicon import words
from briefkit.components.glance.sentence import Sentence

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_OBJECTS = frozenset({"dobj", "nsubjpass", "attr", "ccomp", "acomp", "oprd"})
# Words that lean on what follows: "moved back after", "so big that".
_OPEN = frozenset({"IN", "DT", "JJR", "RBR", "RB", "RP", "TO", "CC"})
_TIMELY = frozenset({"after", "ahead", "amid", "before", "despite", "during", "following"})
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
_CLAUSES = frozenset({"after", "as", "before", "when", "while", "where", "although", "though"})


def opening(s: Sentence) -> Iterator[Cut]:
    """A side clause before the main one: "After a night of talks, ..."."""
    at = 0
    while at < len(s) and (s.tags[at] == "CC" or at in s.gone):
        at += 1
    for i, dep in enumerate(s.deps):
        if dep not in ("advcl", "prep") or s.edges[i][0] != at or not s.whole(i):
            continue
        end, main = s.edges[i][1] + 1, s.heads[i]
        end -= comma(s, end - 1)
        subject = s.kid(main, *SUBJECTS)
        if main < end or not comma(s, end) or subject is None or not end < subject < main:
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
    for i, dep in enumerate(s.deps):
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
    outward = any(s.heads[k] > at for k in range(at))
    if outward or s.lower[at + 1] in ("and", "but", "if", "or", "unless", "until", "yet", "that"):
        return
    if s.tags[at + 1] in ("DT", "VBG", "IN", "NN", "NNS", "CD") and not hedged(s, at, at + 4):
        yield Cut(at, len(s) - 1, "afterthought", 1)


def second_clause(s: Sentence) -> Iterator[Cut]:
    """ ", and ..." with a subject of its own, or "and did ..." without one, at the end."""
    for i, dep in enumerate(s.deps):
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
    for i, dep in enumerate(s.deps):
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
    for i, dep in enumerate(s.deps):
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
    for i, dep in enumerate(s.deps):
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
    """Where or when the last thing named was: "the murder of a student *from Leeds*"."""
    for i, dep in enumerate(s.deps):
        start, end, noun = s.edges[i][0], s.edges[i][1] + 1, s.heads[i]
        if dep != "prep" or start != i or noun != i - 1 or not closes(s, end):
            continue
        if s.tags[noun] not in ("NN", "NNS") or not s.whole(i) or hedged(s, 0, start):
            continue
        place = s.kid(i, "pobj")
        local = place is not None and s.ents[place] in _PLACES
        if s.lower[i] in _TIMELY or (local and (s.lower[i] in _LOCAL or s.lower[i] == "from")):
            yield Cut(start, end, "setting", 6)


def _happened(s: Sentence, verb: int) -> bool:
    """Whether the verb tells of something that took place."""
    if s.tags[verb] == "VBD":
        return True
    aids = [s.lower[k] for k in s.kids[verb] if s.deps[k] in ("aux", "auxpass")]
    return (
        s.tags[verb] in ("VBN", "VBG")
        and bool(aids)
        and not any(s.tags[k] in ("MD", "TO") for k in s.kids[verb])
    )


def restriction(s: Sentence) -> Iterator[Cut]:
    """ ", a law *that spells out ...*" at the end, where the noun is a new thing: "a", "an"."""
    for i, dep in enumerate(s.deps):
        if dep not in ("relcl", "acl") or not s.whole(i):
            continue
        start, end, noun = s.edges[i][0], s.edges[i][1] + 1, s.heads[i]
        if noun >= start or not closes(s, end):
            continue
        if dep == "acl" and s.tags[i] not in ("VBN", "VBG"):
            continue
        new = any(s.lower[k] in ("a", "an") for k in s.kids[noun])
        if not new or s.deps[noun] not in ("dobj", "pobj") or hedged(s, 0, start):
            continue
        if s.heads[s.root] == s.root and any(s.lower[k] == "if" for k in range(start)):
            continue
        if noun == start - 1 or comma(s, start - 1):
            yield Cut(start - comma(s, start - 1), end, "restriction", 6)


SAVING: tuple[Callable[[Sentence], Iterator[Cut]], ...] = (
    opening,
    afterthought,
    trailing,
    second_clause,
    tail,
    purpose,
    manner,
    setting,
    restriction,
)
