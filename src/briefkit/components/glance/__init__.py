"""`briefkit_glance`: the article in a few bullets, each word of them from the article.

The author's own bullets come first, verbatim. Extracted ones are sentences of the story, chosen by
`features` and `select`, shortened by deletion alone (`cuts`, `shorten`), with the name in the place
of a pronoun at their head (`resolve`).
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from spacy.language import Language

from briefkit.components.columns import columns
from briefkit.components.glance.alone import standing
from briefkit.components.glance.candidates import find_candidates
from briefkit.components.glance.cast import Cast
from briefkit.components.glance.dated import readable
from briefkit.components.glance.features import Survey, survey
from briefkit.components.glance.lexicon import stem
from briefkit.components.glance.limits import ALONE, LEDE, LOOK, MOST, WHOLE
from briefkit.components.glance.rank import chance
from briefkit.components.glance.select import Scored, choose, wanted
from briefkit.components.glance.sentence import MAX_TOKENS, make_table
from briefkit.components.glance.shorten import fitted
from briefkit.components.glance.write import write
from briefkit.components.layout import blocks
from briefkit.components.records import ActorRecord, BulletRecord, DateRecord, records, store, warn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc


@Language.factory(
    "briefkit_glance",
    requires=["doc.sents", "token.tag", "token.dep"],
    assigns=["doc.spans", "doc.user_data"],
)
def create_glance(nlp: Language, name: str) -> GlanceComponent:
    """The component for `nlp.add_pipe("briefkit_glance")`."""
    return GlanceComponent()


class GlanceComponent:
    """Writes the bullets; after the actors, whose names and salience it uses where they are."""

    def __call__(self, doc: Doc) -> Doc:
        found = self.process(doc)
        store(doc, BulletRecord, found)
        if not found:
            warn(doc, "no-sentence", "no sentence of this text can stand as a bullet")
        return doc

    def process(self, doc: Doc) -> list[BulletRecord]:
        """The author's bullets and, up to the number asked for, extracted ones."""
        own = authors(doc)
        asked = doc.user_data.get("briefkit_bullets")
        table = make_table(doc)
        candidates = find_candidates(doc, table)
        cast = Cast(records(doc, ActorRecord), table.text)
        seen = survey(doc, table, candidates, split(headline(doc)))
        store(doc, DateRecord, readable(doc, table, cast, seen))
        if (own and asked is None) or (asked is not None and len(own) >= asked):
            return own if asked is None else own[:asked]
        words = sum(len(c.sentence) for c in candidates)
        count = wanted(words, len(candidates)) if asked is None else asked - len(own)
        scored = list(score(seen, cast))
        if not any(item.stands >= ALONE for item in scored):
            scored = first(score(seen, cast, most=MAX_TOKENS))
        given = [seen.known(map(stem, split(bullet.text))) for bullet in own]
        promise = {} if asked is None else {"promise": 0.0}
        chosen = choose(scored, count, seen.likeness, given, **promise)
        shown: set[str] = set()
        inside = [candidate.inside for candidate in candidates]
        return own + [write(s.short, inside[s.number], cast, shown) for s in chosen]


def score(seen: Survey, cast: Cast, *, most: int = MOST) -> Iterator[Scored]:
    """The sentences that fit, in text order."""
    for number, candidate in enumerate(seen.candidates[:LOOK]):
        room = max(most, LEDE) if number == 0 else most
        short = fitted(candidate.sentence, candidate.first, room)
        if short is None or short.size < WHOLE:
            continue
        own = frozenset([candidate.stems[i] for i in short.kept if candidate.stems[i]])
        likely = chance(seen.features(number, short.size))
        yield Scored(short, number, own, likely, partial(standing, candidate, short, cast, seen))


def first(scored: Iterable[Scored]) -> list[Scored]:
    """The first that can be read alone; where there is none, the first, as if it could be."""
    found = list(scored)
    alone = [replace(item, alone=lambda: 1.0) for item in found[:1]]
    return [item for item in found if item.stands >= ALONE][:1] or alone


def headline(doc: Doc) -> str:
    """The headline, as given or as it stands in the text."""
    title = doc.user_data.get("briefkit_title") or ""
    found = (b for b in blocks(doc) if b.kind == "headline")
    return title or next((columns(doc).text[b.start : b.end] for b in found), "")


def split(text: str) -> list[str]:
    """The words of a text without a parse, in lower case and without marks around them."""
    return [word.strip(".,:;'\"“”‘’?!()") for word in text.lower().split()]


def authors(doc: Doc) -> list[BulletRecord]:
    """The author's own bullets, as layout found them."""
    text = columns(doc).text
    return [
        BulletRecord(" ".join(text[b.start : b.end].split()), "author", ((b.start, b.end),))
        for b in blocks(doc)
        if b.kind == "bullet"
    ]
