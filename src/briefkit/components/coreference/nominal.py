"""Noun phrases without a name: more about somebody, somebody again, or somebody new."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefkit.components.coreference import features, phrases
from briefkit.components.coreference.words import Noun, countries, nouns, pronouns, sorts

if TYPE_CHECKING:
    from briefkit.components.actors.entity import Entity
    from briefkit.components.coreference.referents import Referent
    from briefkit.components.coreference.resolution import Resolution
    from briefkit.components.coreference.view import View

_FAR = 30  # sentences
_VOICE = 6  # sentences in which who speaks by another name was spoken of
_MOST = 40
_DEFINITE = frozenset(["the", "this", "that"])
_SOMEBODY = Noun("person", "", wide=False)
_PREPOSITION = re.compile(r" (?:of|for|in|at|on) ")
_DESCRIBING = frozenset(["appos", "attr", "conj"])


def is_aged(view: View, token: int) -> bool:
    """Whether somebody is called by an age: "the 36-year-OLD said"."""
    age = view.lower[token] == "old" and view.lower[token - 2 : token] == ["year", "-"]
    return age and view.deps[token] in ("nsubj", "nsubjpass", "dobj", "pobj")


def read(now: Resolution, token: int) -> None:
    """Note whom a noun means, or that somebody or something new enters."""
    view = now.view
    noun = _SOMEBODY if is_aged(view, token) else nouns().get(view.lower[token])
    if noun is not None or view.tags[token] not in ("NNP", "NNPS"):
        if _predicate(now, token, noun):
            return
        determiner = view.determiner(token)
        again = determiner in _DEFINITE or determiner in pronouns()
        # "Police said", of the Kiel Harbour Police
        again = again or (not determiner and view.lower[token] in now.ends and view.says(token))
        if again and _again(now, token, determiner, noun):
            return
    plural = view.tags[token] in ("NNS", "NNPS")
    now.new(token, noun.kind if noun else "thing", noun.gender if noun else "", plural=plural)


def _predicate(now: Resolution, token: int, noun: Noun | None) -> bool:
    """What somebody can be called: "Ann Reed, a SURGEON", "Ann Reed was a SURGEON".

    As in OntoNotes (Hovy et al., 2006) that is no mention of its own.
    """
    view = now.view
    beside = phrases.appositions(view, token)
    if not beside and view.deps[token] not in _DESCRIBING:
        return False
    named = phrases.name_before(view, token, now.inside)
    if named is None:
        named = phrases.named_by_apposition(view, token)
    said = phrases.predicated(view, token) if named is None else None
    if named is None and said is None:
        # "The SURGEON, Ann Reed,"
        named = next((c for c in beside if c in now.heads), None)
    referent = now.known(said if named is None else named)
    if referent is None or referent.entity < 0 or referent is now.possessor(token):
        return False
    known = noun is not None and noun.kind == referent.kind
    # Whatever a person is said to be means the person; "Tessara is a problem" names nothing.
    if not known and (said is None or noun is not None or referent.kind != "person"):
        return False
    if known:
        now.call(referent, view.lower[token])
    now.say(referent, token)
    return True


def _again(now: Resolution, token: int, determiner: str, noun: Noun | None) -> bool:
    """ "The company": whether it means somebody spoken of before."""
    view = now.view
    head = view.lower[token]
    # "The expert said": who speaks is hardly ever new, whatever the text has called him.
    speaks = determiner == "the" and view.tags[token] in ("NN", "JJ") and view.says(token)
    speaks = speaks and view.children[token][-1] < token and abs(view.heads[token] - token) <= 2
    candidates = (
        *now.called.get(head, [])[-_MOST:],
        *now.ends.get(head, [])[-_MOST:],
        *(now.named_near((noun.kind,), token, _FAR) if noun else ()),
        *(referent for referent in now.referents.unnamed if head in referent.heads),
    )
    reasons: list[tuple[Referent, str]] = []
    seen: set[int] = set()
    possessor = now.possessor(token)
    for referent in candidates:
        if referent.number in seen or not referent.count or referent is possessor:
            continue
        seen.add(referent.number)
        reason = _reason(now, head, noun, referent)
        if determiner in pronouns() and reason not in ("called", "same"):
            continue  # "their party" is hardly ever one that can be told
        apart = view.sentences[token] - view.sentences[referent.last]
        if not reason and speaks and noun and apart <= _VOICE:
            reason = "voice" if _fits(noun, referent) else ""
        if reason and apart <= _FAR:
            reasons.append((referent, reason))
    if not reasons:
        return False
    reasons.sort(key=lambda pair: -pair[0].last)
    of = features.of_nominal(view, now.place(token), reasons)
    titled = False
    for (referent, _), out in zip(reasons, of, strict=True):
        out.append(_described(now, token, referent))
        if referent.entity >= 0 and head in now.entities[referent.entity].role_heads:
            out.append("role head")
            role = now.entities[referent.entity].role or ""
            titled = titled or not role.lower().startswith(("former", "ex-"))
    none = features.of_no_nominal(view, token, determiner, len(reasons), titled=titled)
    meant = now.weigh("nominal", token, [to for to, _ in reasons], of, none)
    if meant is None:
        return False
    now.mean(meant, view.phrase_start(token), token, "nominal")
    return True


def _described(now: Resolution, token: int, referent: Referent) -> str:
    """Whether the words before a noun are those of an actor's role: "the prime MINISTER"."""
    view = now.view
    first = view.phrase_start(token) + 1
    role = now.entities[referent.entity].role if referent.entity >= 0 else None
    if role is None or first >= token:
        return "plain" if first >= token else "described"
    return "role+" if set(view.lower[first:token]) <= set(role.lower().split()) else "role-"


def _fits(noun: Noun, referent: Referent) -> bool:
    """Whether a noun of a person may mean a referent by its gender."""
    same = not noun.gender or referent.gender in (None, noun.gender)
    return same and noun.kind == referent.kind == "person"


def _reason(now: Resolution, head: str, noun: Noun | None, referent: Referent) -> str:
    """Why a noun may stand for a referent: called so before, named so, or of a fitting kind."""
    entity = now.entities[referent.entity] if referent.entity >= 0 else None
    if head in referent.heads:
        return "called" if entity else "same"
    if referent in now.ends.get(head, ()):
        return "name"
    if noun is None or entity is None:
        return ""
    if noun.kind == "organization" and _of_another_sort(head, entity):
        return ""
    if noun.gender and referent.gender and noun.gender != referent.gender:
        return ""
    if noun.kind == "place":
        state = entity.name.lower().removeprefix("the ") in countries()
        if (head in ("country", "nation")) != state:
            return ""
    if noun.wide:
        return "wide"
    return "" if referent.heads else "kind"


def name_ends(entity: Entity) -> list[str]:
    """The nouns that an entity's names end in: "the foundation" of the Reed Foundation.

    "China Eastern Airlines" is an airline as well.
    """
    found = set()
    for name in (entity.name, *entity.aliases):
        # "the Church of Hull", "the Foundation for Peace"
        words = _PREPOSITION.split(name.lower(), maxsplit=1)[0].split()
        last = words[-1] if words else ""
        found.add(last)
        if len(words) > 1 and last.removesuffix("s") in nouns():
            found.add(last.removesuffix("s"))
    return sorted(found)


def _of_another_sort(head: str, entity: Entity) -> bool:
    """Whether a noun is of another sort than the names: "the company" and the Miners' Union."""
    mine = sorts().get(head)
    if mine is None:
        return False
    known = [sorts()[end] for end in name_ends(entity) if end in sorts()]
    return bool(known) and all(mine.isdisjoint(found) for found in known)
