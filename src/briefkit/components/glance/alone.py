"""How likely a bullet can be read alone, or hangs on something that it does not name.

Pronouns and words that point to nothing in it are sure signs, and rules. For the rest, "the ban"
and "the young singer" above all, a logistic model looks at each word that may lean on what was told
before, what the encoder hears of its noun among that; learned from what readers said who had only
headlines and bullets (`models/train_alone.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from itertools import pairwise
from typing import TYPE_CHECKING

from briefkit import lexicon
from briefkit.components.glance.cuts import SUBJECTS, comma
from briefkit.components.glance.hearing import ALONE, HEARD
from briefkit.components.glance.leaning import leaning
from briefkit.components.glance.lexicon import words as listed
from briefkit.components.glance.resolve import substitutions
from briefkit.components.linear import chance

if TYPE_CHECKING:
    from briefkit.components.glance.candidates import Candidate
    from briefkit.components.glance.cast import Cast
    from briefkit.components.glance.features import Survey
    from briefkit.components.glance.sentence import Sentence
    from briefkit.components.glance.shorten import Short

_OURS = frozenset({"i", "we", "my", "our", "me", "us", "i'm", "we're", "you", "your"})
_POINTING = frozenset(
    ["another", "both", "he", "here", "it", "others", "she", "such", "that", "then", "there"]
) | {"these", "they", "this", "those"}  # fmt: skip
# What is later than, before or in the place of something else.
_ADRIFT = frozenset(
    ["afterward", "afterwards", "before", "earlier", "here", "instead", "later", "since", "so"]
) | {"then", "there", "thereafter"}
# Of whom or what the sentence before tells: "Some have left".
_SOME = frozenset(["all", "few", "many", "most", "none", "one", "several", "some"])
_ONES = frozenset({"he", "she", "they"})
_SEEMS = frozenset(
    ["appeared", "appears", "be", "been", "emerged", "emerges", "is", "seemed", "seems"]
) | {"turned", "turns", "was", "'s", "’s"}
_HUMAN = frozenset({"he", "she", "his", "her", "him"})
_THESE = frozenset({"this", "that", "these", "those"})
_SPEAKERS = frozenset({"he", "it", "she", "they"})
_SEVERAL = frozenset({"they", "their", "them"})
_PERSONAL = frozenset({"he", "she", "they", "his", "her", "their", "him", "them", "its", "it"})


def standing(candidate: Candidate, short: Short, cast: Cast, seen: Survey) -> float:
    """The probability that nothing in the bullet leans on what only the article tells.

    0 where a pronoun or the like surely does, or the writer speaks of "us" or to "you".
    """
    s, kept = short.sentence, short.kept
    named = {i for i, _ in substitutions(short, candidate.inside, cast, ())}
    if _personal(candidate, kept) or leans(short, cast, named) or again(candidate, kept, named):
        return 0
    return 0 if _adrift(s, kept, candidate.inside) else told(candidate, kept, cast, named, seen)


def told(
    candidate: Candidate, kept: Sequence[int], cast: Cast, named: Set[int], seen: Survey
) -> float:
    """The probability by the model alone; tokens of `named` stand as names."""
    weights, stands = lexicon.weights(ALONE)["weights"]["features"], 1.0
    for word in leaning(candidate, kept, cast, named, seen):
        heard = seen.heard[candidate.sentence.start + word.noun]
        stands *= 1 - chance(weights, word.features | {HEARD: heard})
    return stands


def again(candidate: Candidate, kept: Sequence[int], named: Set[int]) -> bool:
    """Whether it is "this ban" or "these", and the bullet has told of no ban before."""
    s, stems = candidate.sentence, candidate.stems
    for i in kept:
        noun = s.heads[i]
        fits = s.lower[i] in _THESE and s.tags[i] == "DT" and s.tags[noun] in ("NN", "NNS")
        timely = s.ents[i] == "time" and s.lower[i] not in ("that", "those")
        before = stems[noun] and any(stems[k] == stems[noun] for k in kept if k < i)
        if fits and noun > i and not (timely or before or i in named or i + 1 in named):
            return True
    return False


def leans(short: Short, cast: Cast, named: Set[int]) -> bool:
    """Whether a pronoun or the like stands for what only the sentences before tell of."""
    s, kept = short.sentence, short.kept
    if _subject(s, kept, named):
        return True
    personal = not _PERSONAL.isdisjoint(s.lower[i] for i in kept)
    return personal and (_speaks(s, kept, named) or _unknown(s, kept, cast, named))


def _personal(candidate: Candidate, kept: Iterable[int]) -> bool:
    """Whether the writer speaks of "us" or to "you", outside of quotes."""
    s = candidate.sentence
    ours = (i for i in kept if s.lower[i] in _OURS and s.words[i] != "US")
    return any(not candidate.inside[i] for i in ours)


def _adrift(s: Sentence, kept: tuple[int, ...], inside: Sequence[bool]) -> bool:
    """Whether it tells a place or time by another that is not told: "In the weeks since, ..."."""
    subject = s.kid(s.root, *SUBJECTS)
    begin = s.edges[subject][0] if subject is not None else 0
    verb = next((i for i in kept if s.tags[i].startswith("VB")), begin)
    alone = [i for i in kept if s.lower[i] in _ADRIFT and s.edges[i][1] == i and not inside[i]]
    # "earlier this week" tells the time, "a week later," does not.
    return any(
        s.lower[i] == "here"
        or (
            i < min(begin, verb)
            and s.ents[i + 1] != "time"
            and s.deps[i] not in ("expl", "mark")
            and s.words[i + 1] != "-"  # "then-President"
            and (s.lower[i] != "so" or comma(s, i + 1))  # "Even so, ..."
        )
        for i in alone
    )


def _speaks(s: Sentence, kept: tuple[int, ...], named: Set[int]) -> bool:
    """Whether a pronoun speaks behind its words: "..., he said"."""
    for before, i, after in zip(kept, kept[1:], kept[2:], strict=False):
        speaks = s.lower[i] in _SPEAKERS and s.tags[after] in ("VBD", "VBZ", "VBP")
        closed = s.words[before] in ('"', "”", "’") and s.lower[i] != "it"
        closed = closed or s.lower[after] in listed("says")
        if i not in named and speaks and closed and not s.words[before][0].isalnum():
            return True
    return False


def _subject(s: Sentence, kept: tuple[int, ...], named: Set[int]) -> bool:
    """Whether the subject only points, and no name or subject stands before it: "By then, that"."""
    i = s.kid(s.root, "nsubj", "nsubjpass")
    if i is None or i not in kept or i in named or _formal(s, i) or _tells_whom(s, i):
        return False
    nouns = [k for k in kept if k < i and s.tags[k].startswith("NN")]
    if s.lower[i] in _SOME and s.edges[i] == (i, i):
        return not nouns
    if s.lower[i] not in _POINTING or s.tags[i] not in ("PRP", "DT"):
        return False
    if any(s.deps[k] in SUBJECTS for k in nouns):  # "As the storm nears, it"
        return False
    names = (k for k in nouns if s.tags[k] in ("NNP", "NNPS"))
    known = any(s.ents[k] not in ("place", "time") for k in names)
    return not (known or any(k in named for k in kept if k < i)) or s.lower[i] not in _ONES


def _unknown(s: Sentence, kept: tuple[int, ...], cast: Cast, named: Set[int]) -> bool:
    """Whether a third-person pronoun means somebody or something that is not told of before it.

    Tokens of `named` stand as names. "In her report, Anna Berg" tells at once who she is, "She is
    ill, Anna Berg said" does not.
    """
    mentions = [cast.by_start.get(s.place(i)[0]) for i in kept]
    subject = s.kid(s.root, "nsubj", "nsubjpass")
    first, last = s.edges[subject] if subject is not None else (0, -1)
    last = last if s.report == len(s) else -1
    known = {
        found[0].id
        for i, found in zip(kept, mentions, strict=True)
        if found and found[1].kind == "name" and first <= i <= last
    }
    nouns: list[int] = []
    for i, found in zip(kept, mentions, strict=True):
        actor = found[0] if found else None
        if i not in named and s.tags[i] in ("PRP", "PRP$") and s.lower[i] in _PERSONAL:
            human = s.lower[i] in _HUMAN and actor is not None
            told = actor is not None and actor.id in known
            if not told and (human or not _meant(s, i, nouns)) and not _formal(s, i):
                return True
        elif actor is not None:
            known.add(actor.id)
        noun = s.tags[i].startswith("NN") and s.deps[i] != "compound" and s.ents[i] != "time"
        nouns += [i] if noun or i in named else []
    return False


def _meant(s: Sentence, i: int, nouns: list[int]) -> bool:
    """Whether pronoun `i` can mean one of the nouns: "The firm replaced it" is not the firm.

    Nor are "them" one person, or "it" any. (A subject "it" may be: it is a firm, taken for one.)
    """
    subject = s.kid(s.heads[i], "nsubj") if s.deps[i] == "dobj" else None
    first, last = s.edges[subject] if subject is not None else (0, -1)
    people = [noun for noun in nouns if s.ents[noun] == "person"]
    several = s.lower[i] in _SEVERAL and any(a + 1 != b for a, b in pairwise(people))
    if several or (s.lower[i] not in _SEVERAL and s.deps[i] not in ("dobj", "pobj")):
        people = []
    # "The toll of his campaign": the toll is not he.
    above, k = {i}, i
    while s.heads[k] != k and not s.tags[k].startswith("VB"):
        k = s.heads[k]
        above.add(k)
    # "Efforts to stop it": the efforts are not it. Nor is "it" several.
    if s.deps[k] in ("acl", "relcl") and s.tags[i] == "PRP":
        above.add(s.heads[k])
    if s.lower[i] == "it":
        above.update(noun for noun in nouns if s.tags[noun] in ("NNS", "NNPS"))
    others = [noun for noun in nouns if noun not in people and noun not in above]
    return any(not first <= noun <= last for noun in others)


def _tells_whom(s: Sentence, i: int) -> bool:
    """Whether "those" says itself who is meant: "Those who left"."""
    return s.lower[i] == "those" and s.kid(i, "relcl", "acl", "prep") is not None


def _formal(s: Sentence, i: int) -> bool:
    """Whether an "it" only opens the sentence: "It was reported that", not "It said that"."""
    verb = s.heads[i]
    opens = s.deps[i] == "nsubjpass" or s.lower[verb] in _SEEMS
    said = [verb, *(k for k in s.kids[verb] if s.deps[k] == "acomp")]  # "It was clear that"
    told = opens and any(s.kid(k, "ccomp") is not None for k in said)
    told = told or "whether" in s.lower[verb : verb + 3]
    named = s.kid(verb, "attr")  # "It was Anna Berg who left"
    if named is not None and s.tags[named] == "NNP":
        told = told or s.kid(named, "relcl") is not None
    return s.lower[i] == "it" and (told or s.kid(verb, "expl") is not None)
