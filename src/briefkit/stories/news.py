"""What the newest article tells or reports that none before it did."""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.schema import Brief
from briefkit.stories.cast import Cast
from briefkit.stories.claims import Claim, claims
from briefkit.stories.evidence import Meant
from briefkit.stories.figures import figures
from briefkit.stories.schema import Told
from briefkit.stories.store import Store
from briefkit.stories.words import content

# Nobody reads more of one article here: it is at hand.
_MOST = 40
# A claim is told already where this much of its words stands in one sentence of an earlier article.
_TOLD = 0.6
# Somebody's own words may be few: "I did not read it".
_LEAST_WORDS, _LEAST_SAID, _LEAST_OWN = 4, 3, 2


class News:
    """Holds the newest article's claims against those of all the others."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._newest = store.newest()
        self._claims: list[Claim] = []
        self._sizes: list[int] = []
        self._where: dict[str, set[int]] = {}
        if self._newest is not None:
            self._take(store.at(self._newest))
        self._told: set[int] = set()
        self._figures: set[tuple[str, str, float]] = set()

    def _take(self, brief: Brief) -> None:
        self._meant = Meant(brief)
        names = {word for actor in brief.actors
                 for name in (actor.name, actor.role or "") for word in content(name)}  # fmt: skip
        seen: list[set[str]] = []
        # The fullest first: a clause of a sentence, or the sentence told as a bullet, repeats it.
        for claim in sorted(claims(brief), key=lambda claim: -len(content(claim.text))):
            stems = set(content(claim.text))
            repeated = any(len(stems & other) >= _TOLD * len(stems) for other in seen)
            fact = bool(claim.spans) and (not claim.is_quote or claim.speaker is not None)
            least = _LEAST_SAID if claim.own_words else _LEAST_WORDS
            if fact and len(stems) >= least and not repeated:
                seen.append(stems)
                self._claims.append(claim)
        for number, stems in enumerate(seen):
            # That somebody is named again is no repetition of what is told of them.
            own = stems - names if len(stems - names) >= _LEAST_OWN else stems
            self._sizes.append(len(own))
            for word in own:
                self._where.setdefault(word, set()).add(number)

    def add(self, number: int, brief: Brief) -> None:
        """Cross out what an earlier article tells; undated ones may be earlier."""
        if self._newest is None or number == self._newest:
            return
        for claim in claims(brief):
            shared: dict[int, int] = {}
            for word in set(content(claim.text)):
                for place in self._where.get(word, ()):
                    shared[place] = shared.get(place, 0) + 1
            for place, count in shared.items():
                day = self._claims[place].day
                # What happened later, or will, it can only have told of that day.
                known = not day or claim.day == day or (brief.published or day) >= day
                if known and count >= _TOLD * self._sizes[place]:
                    self._told.add(place)
            for figure in figures(claim.text):
                self._figures.add((figure.kind, figure.unit, figure.value))

    def items(self, cast: Cast) -> Iterator[Told]:
        """The claims that are new, and those with a count that is."""
        if self._newest is None:
            return
        (id,) = self._store.run(
            "SELECT id FROM articles WHERE number = ?", (self._newest,)
        ).fetchone()
        new = [
            claim
            for place, claim in enumerate(self._claims)
            if place not in self._told or self._has_new_count(claim)
        ]
        new.sort(key=lambda claim: claim.spans)
        for claim in new[:_MOST]:
            text, spans = " ".join(claim.text.split()), claim.spans
            if claim.speaker:
                text = f"“{text}”" if claim.own_words else text
                text, spans = f"{claim.speaker[0]}: {text}", (claim.speaker[1], *spans)
            yield Told(text, id, spans, cast.ids(self._newest, self._meant.within(*spans)))

    def _has_new_count(self, claim: Claim) -> bool:
        return any(
            figure.kind and (figure.kind, figure.unit, figure.value) not in self._figures
            for figure in figures(claim.text)
        )
