"""How likely a quote is right in its words, its kind and its speaker; what is unlikely is left out.

The rules find what may be a report. A logistic model then weighs what the encoder hears of it, its
cue, its kind and who is said to speak; `models/train_quotes.py` learns the weights and the lines.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any

from briefkit import lexicon
from briefkit.components.coreference.words import pronouns
from briefkit.components.linear import Features, chance
from briefkit.components.quotes.view import View
from briefkit.components.records import Place, QuoteRecord

_LONG = 30  # words
_UNHEARD = 0.15  # what the encoder gives, on average, to words that it takes for the writer's own


def model() -> dict[str, Any]:
    """Weights by feature, and the line of each kind of quote below which it is left out."""
    return lexicon.weights("quotes_worth.json")


def kept(view: View, found: Sequence[QuoteRecord]) -> list[QuoteRecord]:
    """The quotes that are likely enough; all of them where no encoder has read the article."""
    if view.speech is None:
        return list(found)
    weights, lines = model()["weights"], model()["lines"]
    seen = zip(found, features(view, found), strict=True)
    return [quote for quote, one in seen if chance(weights, one) >= lines[quote.kind]]


def features(view: View, found: Sequence[QuoteRecord]) -> Iterator[Features]:
    """What speaks for each quote and against it; `found` stand in the order of the text."""
    sources = view.chances("S")
    open_until = -1
    for quote in found:
        tokens = [i for place in quote.spans for i in _tokens(view, place)]
        first, last, kind = tokens[0], tokens[-1], quote.kind
        within = quote.spans[0][0] < open_until
        told = [view.told[i] for i in tokens]
        mean = sum(told) / len(told)
        out: Features = {
            kind: 1.0,
            "told": mean,
            f"{kind} told": mean,
            "unheard": float(mean < _UNHEARD),
            "least told": min(told),
            "begins": told[0],
            "ends": told[-1],
            "before": view.told[first - 1] if first else 0.0,
            "behind": view.told[last + 1] if last + 1 < view.n else 0.0,
            "long": min(len(tokens), _LONG) / _LONG,
            f"from {view.tag[first]}": 1.0,
            f"to {view.tag[last]}": 1.0,
            quote.polarity: 1.0,
            "in parts": float(len(quote.spans) > 1),
            "within": float(within),
            "sure": quote.confidence or 0.0,
            quote.attribution: 1.0,
        }
        open_until = max(open_until, quote.spans[-1][1])
        yield out | _cue(view, quote, first) | _speaker(view, quote, sources)


def _cue(view: View, quote: QuoteRecord, first: int) -> Features:
    if quote.cue is None:
        return {"no cue": 1.0, f"no cue {quote.kind}": 1.0}
    cue = view.token_at(quote.cue[0])
    return {
        "cue": view.cued[cue],
        f"cue {view.text[slice(*quote.cue)].lower()}": 1.0,
        f"cue is {view.dep[cue]}": 1.0,
        f"cue is {view.tag[cue]}": 1.0,
        f"cue before {quote.kind}": float(cue < first),
    }


def _speaker(view: View, quote: QuoteRecord, sources: Sequence[float]) -> Features:
    if quote.speaker is None:
        return {}
    words = _tokens(view, quote.speaker)
    told = quote.attribution + (" known" if quote.actor else " unknown")
    out = {
        told: 1.0,
        "source": max(sources[i] for i in words),
        "sources": sum(sources[i] for i in words) / len(words),
    }
    word = view.text[slice(*quote.speaker)].lower()
    if word in pronouns():
        out[f"{word} {'known' if quote.actor else 'unknown'}"] = 1.0
    return out


def _tokens(view: View, place: Place) -> range:
    """The tokens that a place touches."""
    return range(view.token_at(place[0]), bisect_left(view.start, place[1]))
