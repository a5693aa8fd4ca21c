"""What the newest article tells or reports that none before it did."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from briefkit.stories.cast import Cast, Line
from briefkit.stories.evidence import Evidence, Sentence
from briefkit.stories.figures import figures
from briefkit.stories.schema import Told
from briefkit.stories.store import Store
from briefkit.stories.words import content

# Nobody reads more of one article here: it is at hand.
_MOST = 40
# A claim is told already where this much of its words stands in one sentence of an earlier article.
_TOLD = 0.6
# Somebody's own words may be few: "I did not read it".
_LEAST_WORDS, _LEAST_SAID = 4, 3


class News:
    """Holds the newest article's sentences against those of all the others."""

    def __init__(self, store: Store) -> None:
        self._newest = store.newest()
        self._sentences: list[Sentence] = []
        self._stems: list[set[str]] = []
        self._where: dict[str, set[int]] = {}
        if self._newest:
            self._evidence = Evidence(store.brief_at(self._newest))
            self._take()
        self._told: set[int] = set()
        self._figures: set[tuple[str, str, float]] = set()

    def _take(self) -> None:
        # The fullest first: a clause of a sentence, or the sentence told as a bullet, repeats it.
        order = sorted(self._evidence.sentences, key=lambda one: -len(content(one.text)))
        for sentence in order:
            stems = set(content(sentence.text))
            repeated = any(len(stems & other) >= _TOLD * len(stems) for other in self._stems)
            least = _LEAST_SAID if sentence.own_words else _LEAST_WORDS
            if sentence.spans and not sentence.is_said and len(stems) >= least and not repeated:
                for word in stems:
                    self._where.setdefault(word, set()).add(len(self._stems))
                self._stems.append(stems)
                self._sentences.append(sentence)

    def add(self, article: int, evidence: Evidence) -> None:
        """Cross out what an earlier article tells; undated ones may be earlier."""
        if not self._sentences or article == self._newest:
            return
        for text, _, told_of, *_ in evidence.sentences:
            words = set(content(text))
            shared = Counter(place for word in words for place in self._where.get(word, ()))
            for place, count in shared.items():
                day = self._sentences[place].day
                # What happened later, or will, it can only have told of that day.
                known = not day or told_of == day or (evidence.brief.published or day) >= day
                if known and count >= _TOLD * len(self._stems[place]):
                    self._told.add(place)
            self._figures.update((one.kind, one.unit, one.value) for one in figures(text))

    def items(self, cast: Cast) -> Iterator[Told]:
        """The sentences that are new, and those with a count that is."""
        new = [
            one
            for place, one in enumerate(self._sentences)
            if place not in self._told or self._has_new_count(one)
        ]
        new.sort(key=lambda one: one.spans)
        for one in new[:_MOST]:
            text = " ".join(one.text.split())
            text, spans = one.with_speaker(f"“{text}”" if one.own_words else text)
            yield cast.told(Line(self._newest, text, spans, self._evidence.meant(*spans)))

    def _has_new_count(self, sentence: Sentence) -> bool:
        return any(
            figure.kind and (figure.kind, figure.unit, figure.value) not in self._figures
            for figure in figures(sentence.text)
        )
