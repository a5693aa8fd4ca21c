"""`briefkit_actors`: one entity for each who acts, with role and every mention."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from typing import TYPE_CHECKING

from spacy.language import Language

from briefkit.components import coreference
from briefkit.components.actors import aliases, initials, lexicon, salience, stand_ins, types
from briefkit.components.actors.acting import acts
from briefkit.components.actors.doubts import Doubt, doubts
from briefkit.components.actors.entity import Entity, Mention
from briefkit.components.actors.lexicon import compact
from briefkit.components.actors.names import names
from briefkit.components.actors.offices import Found, give_roles
from briefkit.components.actors.repeats import acronyms, repeats
from briefkit.components.actors.view import view
from briefkit.components.records import ActorRecord, MentionRecord, store, warn

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from briefkit.components.actors.names import Name
    from briefkit.components.actors.view import View

_AROUND = 250  # tokens; no sentence is longer
_LOOKED_AT = 50  # names of one spelling


@Language.factory(
    "briefkit_actors",
    requires=["doc.sents", "token.tag", "token.dep"],
    assigns=["doc.spans", "doc.user_data"],
)
def create_actors(nlp: Language, name: str) -> ActorsComponent:
    """The component for `nlp.add_pipe("briefkit_actors")`."""
    return ActorsComponent()


class ActorsComponent:
    """Groups names into entities, adds references, ranks and writes them."""

    def __call__(self, doc: Doc) -> Doc:
        found, doubts = match(doc)
        store(doc, ActorRecord, [_record(doc, f"a{i}", e) for i, e in enumerate(found, 1)])
        for code, message, places in doubts:
            warn(doc, code, message, places)
        return doc


def match(doc: Doc) -> tuple[list[Entity], list[Doubt]]:
    """The entities of the article, the most salient first, and what is doubtful about them."""
    seen = view(doc)
    named = _all_named(seen)
    found = [one.entity for one in named]
    coreference.resolve(doc, found)
    salience.rank(seen, found)
    return found, doubts(seen, named)


def entities(seen: View) -> list[Entity]:
    """The entities of the article in text order, with every mention, not ranked yet."""
    found = [one.entity for one in _all_named(seen)]
    coreference.resolve(seen.doc, found)
    return found


def _all_named(seen: View) -> list[Found]:
    """The entities with their names, roles and affiliations."""
    named = [_named(seen, group) for group in _groups(seen)]
    give_roles(seen, named)
    for one in named:
        one.entity.mentions = [
            Mention(name.outer, name.end, "name", name.sure) for name in one.names
        ]
    stand_ins.sides(seen, named)
    return initials.resolve(seen, named)


def _groups(seen: View) -> list[aliases.Group]:
    """The names of the article, those of one entity together."""
    first = names(seen)
    every = sorted(first + repeats(seen, first), key=lambda name: name.start)
    forms = aliases.forms(every)
    types.weigh(seen, forms)
    forms = stand_ins.capitals(seen, stand_ins.without_families(seen, forms))
    groups = aliases.group(forms, acronyms(seen, every))
    return [group for group in groups if types.acts_or_lies(group)]


def _named(seen: View, group: aliases.Group) -> Found:
    mine = sorted((name for form in group.forms for name in form.names), key=lambda n: n.start)
    # "Icon Ana Duarte Wins": a line of capitals does not tell where a name begins and ends.
    sober = [form for form in group.forms if _whole(form) and _in_prose(seen, form)]
    forms = sober if sober and group.type == "person" else group.forms
    fullest = max(forms, key=lambda f: (len(f.words), sum(map(len, f.words))))
    kept = set(map(id, forms))
    for name in (name for form in group.forms if id(form) not in kept for name in form.names):
        _trim(seen, name, fullest.names[0])
    entity = Entity(_text(seen, fullest), group.type)
    entity.aliases = _aliases(seen, group, entity.name)
    genders = [name.gender for name in mine if name.gender]
    entity.gender = max(genders, key=Counter(genders).__getitem__) if genders else None
    if entity.type == "place":
        entity.acts = any(acts(seen, name) for name in mine)
    return Found(entity, mine, dict(group.scores))


def _whole(form: aliases.Form) -> bool:
    """Whether a name has more than a surname."""
    return len(form.words) > 1 and form.words[0] not in lexicon.words("particles")


def _in_prose(seen: View, form: aliases.Form) -> bool:
    """Whether a name stands in a sentence of which a fifth of the words are small."""
    for name in form.names[:_LOOKED_AT]:
        mine = seen.sent[name.start]
        first, last = bisect_left(seen.sent, mine), bisect_right(seen.sent, mine)
        first, last = max(first, name.start - _AROUND), min(last, name.end + _AROUND)
        around = seen.text[first : name.start] + seen.text[name.end : last]
        words = [word for word in around if word.isalpha() and len(word) > 3]
        if 5 * sum(word.islower() for word in words) >= max(1, len(words)):
            return True
    return False


def _trim(seen: View, name: Name, inner: Name) -> None:
    """Leave of a name what another writes, where that is a part of it."""
    words = seen.text[inner.start : inner.end]
    for start in range(name.start, name.end - len(words) + 1):
        if seen.text[start : start + len(words)] == words:
            name.outer = name.outer if start == name.start else start
            name.start, name.end = start, start + len(words)
            return


def _text(seen: View, form: aliases.Form) -> str:
    """The form as the text writes it, the most frequent spelling and of these the first."""
    texts = [seen.words(n.start, n.end) for n in form.names]
    texts = [text for text in texts if not text.isupper()] or texts
    # "Wisconsin" rather than "Wis."
    short = lexicon.table("state_abbreviations")
    texts = [text for text in texts if text.lower().removesuffix(".") not in short] or texts
    # "China" rather than "Beijing", which stands for it
    texts = [text for text in texts if compact(text) not in lexicon.capitals()] or texts
    least = min(map(_shouted, texts))
    mixed = [text for text in texts if _shouted(text) == least]
    return max(mixed, key=Counter(mixed).__getitem__)


def _shouted(text: str) -> int:
    """How many words of a name stand in capitals, as in a headline: "ANA Duarte"."""
    return sum(word.isupper() and len(word) > 2 for word in text.split())


def _aliases(seen: View, group: aliases.Group, name: str) -> list[str]:
    forms = sorted(group.forms, key=lambda form: form.names[0].start)
    texts = (seen.words(one.start, one.end) for form in forms for one in form.names)
    return [text for text in dict.fromkeys(texts) if text != name]


def _record(doc: Doc, id: str, entity: Entity) -> ActorRecord:
    mentions = sorted(entity.mentions, key=lambda m: (m.start, m.end))
    return ActorRecord(
        id=id,
        name=entity.name,
        type=entity.type,
        acts=entity.acts,
        role=entity.role,
        role_span=entity.role_span,
        affiliation=entity.affiliation,
        aliases=tuple(entity.aliases),
        salience=entity.salience,
        mentions=tuple(
            MentionRecord(
                doc[m.start].idx, doc[m.end - 1].idx + len(doc[m.end - 1]), m.kind, m.sure
            )
            for m in mentions
        ),
        gender=entity.gender,
    )
