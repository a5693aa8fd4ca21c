"""From a cluster of names to an actor: what it is called, how else, and whether it acts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefkit.components.actors import lexicon
from briefkit.components.actors.abbreviations import SMALL
from briefkit.components.actors.entity import Entity
from briefkit.components.actors.names import PEERS

if TYPE_CHECKING:
    from briefkit.components.actors.clusters import NameCluster
    from briefkit.components.actors.names import Name
    from briefkit.components.actors.role_phrases import Role
    from briefkit.components.actors.spellings import Spelling
    from briefkit.components.actors.tokens import Tokens

_USUAL = 3  # times that a body's usual name is said before a longer one


@dataclass(slots=True)
class ActorDraft:
    """An entity with its names, while its role is looked for; `scores` say what type it may be."""

    entity: Entity
    names: list[Name]  # in text order
    scores: dict[str, float] = field(default_factory=dict)
    roles: list[tuple[Role, Name]] = field(default_factory=list)
    role: Role | None = None  # the one that is told


def draft(tokens: Tokens, one: NameCluster) -> ActorDraft:
    """The actor of a cluster, without roles."""
    fullest = _fullest(tokens, one)
    every = [*one.forms, *one.others]
    mine = sorted((name for form in every for name in form.names), key=lambda n: n.start)
    entity = Entity(_text(tokens, fullest), one.type)
    entity.aliases = _aliases(tokens, every, entity.name)
    genders = [name.gender for name in mine if name.gender]
    entity.gender = max(genders, key=Counter(genders).__getitem__) if genders else None
    entity.role_heads.update(f.words[0] for f in every if f.words[0] in PEERS and len(f.words) > 2)
    if entity.type == "place":
        entity.acts = any(_acts(tokens, name) for name in mine)
    return ActorDraft(entity, mine, dict(one.scores))


def _fullest(tokens: Tokens, one: NameCluster) -> Spelling:
    """The longest form; of a body its usual name rather than one that goes on and stands but once.

    "Google" and not "Google Glass"; but a longer name that ends in a word for a body is the body's.
    """
    forms = sorted(one.forms, key=lambda f: (-len(f.words), -sum(map(len, f.words))))
    full, at = forms[0], forms[0].names[0].start
    tails = lexicon.words("bodies") | lexicon.words("corporate")
    if one.type != "organization" or len(full.names) > 1 or full.words[-1] in tails:
        return full
    for form in forms[1:]:
        told = [name.start for name in form.names if tokens.kind[name.start] != "headline"]
        rest = full.words[len(form.words) :]
        begins = rest and full.words == (*form.words, *rest) and rest[0] not in SMALL
        if begins and len(told) >= _USUAL and told[0] < at:
            return form
    return full


def _text(tokens: Tokens, form: Spelling) -> str:
    """The form as the text writes it, the most frequent spelling and of these the first."""
    texts = [tokens.words(n.start, n.end) for n in form.names]
    texts = [text for text in texts if not text.isupper()] or texts
    # "Wisconsin" rather than "Wis."
    short = lexicon.table("state_abbreviations")
    texts = [text for text in texts if text.lower().removesuffix(".") not in short] or texts
    # "United States" rather than "America"
    state = lexicon.state_names().get(form.key)
    texts = [text for text in texts if state and state.name in text] or texts
    return max(texts, key=Counter(texts).__getitem__)


def _aliases(tokens: Tokens, forms: list[Spelling], name: str) -> list[str]:
    forms = sorted(forms, key=lambda form: form.names[0].start)
    texts = (tokens.words(one.start, one.end) for form in forms for one in form.names)
    return [text for text in dict.fromkeys(texts) if text != name]


def _acts(tokens: Tokens, name: Name) -> bool:
    """Whether the place of this name does something here: subject or agent of a doing verb."""
    if not lexicon.words("landscapes").isdisjoint((name.words[0], name.words[-1])):
        return False
    i = tokens.top(name.start, name.end)
    while tokens.dep[i] == "conj" and tokens.head[i] != i:
        i = tokens.head[i]
    head, dep = tokens.head[i], tokens.dep[i]
    if dep == "pobj" and tokens.dep[head] == "agent":
        return True
    doing = tokens.tag[head].startswith("VB") and tokens.lower[head] not in lexicon.words("stative")
    return dep == "nsubj" and doing
