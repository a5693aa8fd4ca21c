"""Whether a brief still says the truth about its article: every place holds its text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from briefkit.reading import Article
from briefkit.schema import Actor, Brief, Bullet, Quote, Span
from briefkit.text import fold, quoted_words

_WORD = re.compile(r"\w+")
_SHOWN = 60  # characters of a text that differs
_MARKS = "\"'“”‘’«»‹›„‚`´ "


def verify(brief: Brief, article: Article) -> Iterator[str]:
    """Each difference between a brief and the article that it should be of."""
    if brief.source.sha256 != article.sha256:
        yield (
            f"source.sha256: the article is another: {article.sha256[:12]}…, "
            f"not {brief.source.sha256[:12]}…"
        )
    text = article.text
    if brief.lede is not None and fold(brief.lede) not in fold(text):
        yield f"lede: not in the article: {_short(brief.lede)}"
    for i, bullet in enumerate(brief.at_a_glance):
        yield from _bullet(f"at_a_glance[{i}]", bullet, text)
    for layer, actors in (("actors", brief.actors), ("places", brief.places)):
        for i, actor in enumerate(actors):
            yield from _actor(f"{layer}[{i}]", actor, text)
    for i, date in enumerate(brief.dates):
        yield from _same(f"dates[{i}].text", date.text, [date.span], text)
        if date.event is not None and date.event_span is not None:
            yield from _same(f"dates[{i}].event", date.event, [date.event_span], text)
        if date.anchor_span is not None:
            yield from inside(f"dates[{i}].anchor_span", [date.anchor_span], text)
    names = {actor.id: actor.name for actor in (*brief.actors, *brief.places)}
    for i, quote in enumerate(brief.quotes):
        yield from _quote(f"quotes[{i}]", quote, text, names)
    for i, warning in enumerate(brief.warnings):
        yield from inside(f"warnings[{i}].spans", warning.spans, text)


def _bare(text: str) -> str:
    """`text` without what the contract leaves open: white space and outer quotation marks."""
    return fold(text).strip(_MARKS)


def _short(text: str) -> str:
    folded = fold(text)
    return f"“{folded if len(folded) <= _SHOWN else folded[: _SHOWN - 1] + '…'}”"


def _apart(said: str, there: str) -> str:
    """What differs, long texts cut around the first place where they do."""
    pair = _bare(said), _bare(there)
    start = 0
    if max(map(len, pair)) > _SHOWN:
        letters = enumerate(zip(*pair, strict=False))
        differ = next((at for at, (one, other) in letters if one != other), min(map(len, pair)))
        start = max(0, differ - _SHOWN // 3)
    told, found = (
        ("…" if start else "") + text[start : start + _SHOWN] + "…" * (len(text) > start + _SHOWN)
        for text in pair
    )
    return f"“{told}”, but the article has “{found}” there"


def inside(where: str, spans: Sequence[Span], text: str) -> Iterator[str]:
    """Each of the places that is none of the text."""
    for start, end in spans:
        if not 0 <= start <= end <= len(text):
            yield f"{where}: [{start}, {end}] is not a place in a text of {len(text)} characters"


def _joined(text: str, spans: Sequence[Span]) -> str:
    return " ".join(text[start:end] for start, end in spans)


def _same(
    where: str,
    said: str,
    spans: Sequence[Span],
    text: str,
    words: Callable[[str, Sequence[Span]], str] = _joined,
) -> Iterator[str]:
    outside = list(inside(where, spans, text))
    yield from outside
    there = words(text, spans)
    if not outside and _bare(there) != _bare(said):
        yield f"{where}: {_apart(said, there)}"


def _bullet(where: str, bullet: Bullet, text: str) -> Iterator[str]:
    """An author's bullet stands as it is; a shortened one keeps words and order of its places.

    The place of a name that was put in stands where the name does.
    """
    yield from inside(f"{where}.spans", bullet.spans, text)
    source = _joined(text, bullet.spans)
    for resolved in bullet.resolved:
        yield from _same(f"{where}.resolved", resolved["to"], [resolved["span"]], text)
    if bullet.origin == "author" and not bullet.resolved:
        if _bare(bullet.text) != _bare(source):
            yield f"{where}.text: {_apart(bullet.text, source)}"
        return
    words = iter(_WORD.findall(source.lower()))
    for word in _WORD.findall(bullet.text.lower()):
        if word not in words:
            yield f"{where}.text: “{word}” is not in its places, in this order"
            return


def _actor(where: str, actor: Actor, text: str) -> Iterator[str]:
    yield from inside(f"{where}.mentions", actor.mentions, text)
    mentions = [fold(text[start:end]).lower() for start, end in actor.mentions]
    for field, name in (("name", actor.name), *(("aliases", alias) for alias in actor.aliases)):
        if not any(fold(name).lower() in mention for mention in mentions):
            yield f"{where}.{field}: {_short(name)} is in none of its mentions"
    if actor.role is not None and not _is_called(actor.role, text):
        yield f"{where}.role: {_short(actor.role)} is not in the article"


def _is_called(role: str, text: str) -> bool:
    """Whether a text has the words of a role, or calls several so: "Reps." of a "Rep."."""
    words = re.escape(fold(role).lower())
    words = re.sub(r"man\b", "m[ae]n", re.sub(r"y\b", "(?:y|ies)", words))
    return re.search(re.sub(r"\w\b", r"\g<0>s?", words), fold(text).lower()) is not None


def _quote(where: str, quote: Quote, text: str, names: dict[str, str]) -> Iterator[str]:
    yield from _same(f"{where}.text", quote.text, quote.spans, text, quoted_words)
    if quote.speaker_text is not None and quote.speaker_span is not None:
        yield from _same(f"{where}.speaker_text", quote.speaker_text, [quote.speaker_span], text)
    if quote.cue is not None and quote.cue_span is not None:
        yield from _same(f"{where}.cue", quote.cue, [quote.cue_span], text)
    if quote.whom is not None and quote.whom_span is not None:
        yield from _same(f"{where}.whom", quote.whom, [quote.whom_span], text)
    if quote.actor is not None and names.get(quote.actor) != quote.speaker:
        yield f"{where}.actor: {quote.actor} is not the speaker {_short(quote.speaker or '')}"
    if quote.actor is None and quote.speaker != quote.speaker_text:
        yield f"{where}.speaker: {_short(quote.speaker or '')} is neither an actor nor speaker_text"
