"""`make why`: what speaks for the type of each actor, and what was cut from each bullet."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefkit.components.actors.candidates import candidates
from briefkit.components.actors.tokens import read_tokens
from briefkit.components.columns import columns
from briefkit.components.glance import headline, score, split
from briefkit.components.glance.candidates import find_candidates
from briefkit.components.glance.cast import Cast
from briefkit.components.glance.features import survey
from briefkit.components.glance.sentence import make_table
from briefkit.components.records import ActorRecord, BulletRecord, records
from briefkit.pipeline import annotate, load
from briefkit.reading import How, read_article

if TYPE_CHECKING:
    from spacy.tokens import Doc


def actors(doc: Doc, words: str) -> Iterator[str]:
    """A line for each actor with these words in its name, and one for each name of it."""
    seen = columns(doc)
    found = candidates(read_tokens(doc))
    for actor in records(doc, ActorRecord):
        if words.lower() not in actor.name.lower():
            continue
        yield f"{actor.name}: {actor.type}, role {actor.role!r}, of {actor.affiliation!r}"
        for mention in actor.mentions:
            tokens = seen.tokens_in(mention.start, mention.end)
            text = seen.text[mention.start : mention.end]
            yield f"  {mention.start:6} {mention.kind:8} {text!r}"
            for one in found:
                if one.start < tokens.stop and tokens.start < one.end:
                    order = sorted(one.chances.items(), key=lambda pair: -pair[1])
                    kinds = ", ".join(f"{kind} {chance:.2f}" for kind, chance in order[:3])
                    yield f"         the encoder: a name {one.sure:.2f}, {kinds}"


def bullets(doc: Doc) -> Iterator[str]:
    """A line for each bullet that was chosen, and one for each cut: its rule and the words."""
    table = make_table(doc)
    found = find_candidates(doc, table)
    seen = survey(doc, table, found, split(headline(doc)))
    scored = list(score(seen, Cast(records(doc, ActorRecord), table.text)))
    for bullet in records(doc, BulletRecord):
        yield f"- {bullet.text}"
        if bullet.origin == "author":
            yield "  the author's own"
        for change in bullet.resolved:
            yield f"  {change.source!r} is {change.target!r} from {list(change.span)}"
        for one in scored:
            if bullet.spans[-1] in one.short.pieces():
                yield f"  chance to tell a key point {one.chance:.2f}"
                if not one.short.cuts:
                    yield "  nothing is cut"
                for cut in one.short.cuts:
                    words = " ".join(one.short.sentence.words[cut.start : cut.end])
                    yield f"  cut by {cut.rule}: {words!r}"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.rules.why", description=__doc__)
    parser.add_argument("file", help="an article")
    parser.add_argument("words", nargs="?", default="", help="only actors with this in their name")
    parser.add_argument("--published", help="the article's day")
    args = parser.parse_args()
    article = read_article(args.file, How(published=args.published))
    for doc in annotate(load(), [article]):
        if isinstance(doc, Exception):
            raise doc
        sys.stdout.writelines(f"{line}\n" for line in actors(doc, args.words))
        sys.stdout.writelines(f"{line}\n" for line in bullets(doc))


if __name__ == "__main__":
    main()
