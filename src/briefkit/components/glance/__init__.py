"""`briefkit_glance`: the article in a few bullets, each word of them from the article.

The author's own bullets come first, verbatim. Extracted ones are sentences of the story, chosen by
`features` and `select`, shortened by deletion alone (`cuts`, `shorten`), with the name in the place
of a pronoun at their head (`resolve`).
"""

from __future__ import annotations

from bisect import insort
from math import inf
from typing import TYPE_CHECKING

from spacy.language import Language

from briefkit.components.glance.candidates import find_candidates, neighbours
from briefkit.components.glance.features import measure, promise
from briefkit.components.glance.lexicon import stem
from briefkit.components.glance.resolve import Cast
from briefkit.components.glance.select import Scored, choose, score, wanted
from briefkit.components.glance.sentence import MAX_TOKENS, make_table
from briefkit.components.glance.shorten import LEAST, MAX_WORDS, variants
from briefkit.components.glance.worth import Worth, weigh
from briefkit.components.glance.write import write
from briefkit.components.layout import blocks
from briefkit.components.records import ActorRecord, BulletRecord, records, store, warn

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from briefkit.components.glance.candidates import Candidate

# Sentences further down are looked at no closer: no editor's bullet was ever found there alone.
LOOK = 24
# Longer sentences, in tokens, are never cut down to a bullet.
MOST = 80
# So many sentences more than bullets are compared, the most promising that fit, and none that
# promises so much less than the last that would do.
MORE = 6
GAP = 0.4
# No cut makes a bullet so much better: one that is further behind is not cut.
GAIN = 2.0


@Language.factory("briefkit_glance")
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
        if (own and asked is None) or (asked is not None and len(own) >= asked):
            return own if asked is None else own[:asked]
        table = make_table(doc)
        candidates = find_candidates(doc, table)
        cast = Cast(records(doc, ActorRecord), table.text)
        headline = doc.user_data.get("briefkit_title") or ""
        for block in blocks(doc):
            if block.kind == "headline" and not headline:
                headline = table.text[block.start : block.end]
        worth = weigh(candidates, cast, split(headline))
        words = sum(len(c.sentence) for c in candidates)
        count = wanted(words, len(candidates)) if asked is None else asked - len(own)
        near = sorted([(-promise(c, worth), c.order, c) for c in candidates[:LOOK]])
        given = [worth.stems.keys() & map(stem, split(bullet.text)) for bullet in own]
        chosen = choose(_lengths(near, worth, cast, count), count, worth, given)
        if len(chosen) < count:  # the best say the same, or are too long or too short
            fitting = _lengths(near, worth, cast, LOOK)
            fitting = fitting or _lengths(near, worth, cast, LOOK, 1, MAX_TOKENS)[:1]
            chosen = choose(fitting, count, worth, given)
        shown: set[str] = set()
        return own + [write(s.short, cast, shown) for s in chosen]


def _lengths(
    candidates: list[tuple[float, int, Candidate]],
    worth: Worth,
    cast: Cast,
    count: int,
    least: int = LEAST,
    most: int = MAX_WORDS,
) -> list[Scored]:
    """What to choose `count` of: sentences in each of their lengths of `least` to `most` words.

    `candidates` have what they promise, negative, and their order before them, the best first.
    """
    found: list[Scored] = []
    promised: list[float] = []  # of those that fit
    best: list[float] = []  # scores of each, negative and sorted
    for hope, order, candidate in candidates:
        if len(promised) > count and hope > promised[count - 1] + GAP:
            break
        s, stems = candidate.sentence, candidate.stems
        if len(s) > MOST and most == MAX_WORDS:
            continue
        top = -inf
        value = [worth.stems.get(key, 0.0) for key in stems]
        for short in variants(s, candidate.first, value):
            if least <= short.size <= most and short.sound():
                own = frozenset([stems[i] for i in short.kept if stems[i]])
                pairs = frozenset(neighbours([s.lower[i] for i in short.kept]))
                total = score(measure(candidate, short, own, worth, cast), own, pairs, worth)
                found.append(Scored(short, order, own, pairs, total))
                top = max(top, total)
                if len(best) >= count and total + GAIN < -best[count - 1]:
                    break
        if top > -inf:
            promised.append(hope)
            insort(best, -top)
        if len(promised) == count + MORE:
            break
    return found


def split(text: str) -> list[str]:
    """The words of a text without a parse, in lower case and without marks around them."""
    return [word.strip(".,:;'\"“”‘’?!()") for word in text.lower().split()]


def authors(doc: Doc) -> list[BulletRecord]:
    """The author's own bullets, as layout found them."""
    text = doc.text  # joined anew at every reading
    return [
        BulletRecord(" ".join(text[b.start : b.end].split()), "author", ((b.start, b.end),))
        for b in blocks(doc)
        if b.kind == "bullet"
    ]
