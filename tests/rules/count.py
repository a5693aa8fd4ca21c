"""Runs the components over articles, counts what fires, and leaves one rule out after another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from briefkit.assemble import assemble
from briefkit.components import columns
from briefkit.pipeline import COMPONENTS, ENCODER, load, make_doc
from briefkit.schema import Brief
from briefkit.scoring.score import Count, Score
from tests.rules.articles import Case
from tests.rules.probe import MOST, Probe, bind

if TYPE_CHECKING:
    from spacy.tokens import Doc

# The figures that a rule's worth is the sum of.
WORTH = ("actors whole", "dates whole", "quotes whole", "mentions", "points held", "to the point")
READING = 0  # the step before the first component: reader and layout


@dataclass
class Kept:
    """An article after the model: `layers[k]` is what stood on the Doc before component k."""

    case: Case
    doc: Doc
    columns: list[Any]
    layers: list[dict[Any, Any]]
    brief: Brief
    counts: dict[str, Count]
    asked: int


@dataclass
class Result:
    """What the articles look like without a rule; `broken` where it cannot be left out."""

    changed: int = 0
    better: int = 0
    worse: int = 0
    broken: bool = False
    delta: dict[str, float] = field(default_factory=dict)

    @property
    def worth(self) -> float:
        """Points of F1 that are lost without the rule, over all figures."""
        return sum(self.delta.values())


class Counting:
    """`run` counts and keeps the articles; `without` leaves a rule out."""

    def __init__(self, probe: Probe) -> None:
        self.probe = probe
        self.nlp = load()
        self.own = [name for name in self.nlp.pipe_names if name in COMPONENTS]
        self.kept: dict[int, Kept] = {}
        self.sets: list[str] = []

    def run(self, cases: Iterator[Case], keep: bool) -> None:
        """Count over all cases."""
        while True:
            self.probe.article, self.probe.step, self.probe.left = len(self.sets), READING, 0
            case = next(cases, None)
            if case is None:
                return
            self.sets.append(case.set)
            made = make_doc(self.nlp, case.article)
            doc = next(self.nlp.pipe([made], disable=self.own))
            layers = [dict(doc.user_data)]
            for step, name in enumerate(self.own, 1):
                self.probe.step = step
                doc = self.nlp.get_pipe(name)(doc)
                layers.append(dict(doc.user_data))
            brief = assemble(case.article, doc, "")
            if keep:
                counts = _counts(case, brief)
                seen = list(columns._last)
                asked = self.probe.left
                self.kept[len(self.sets) - 1] = Kept(case, doc, seen, layers, brief, counts, asked)

    def without(self, rule: int) -> Result:
        """What changes in the kept articles where the rule fires."""
        result, deltas = Result(), {name: [0, 0, 0] for name in WORTH}
        self.probe.out = rule
        bind(self.probe.leave_out)
        for number, steps in self.probe.fired[rule].items():
            if number not in self.kept or min(steps) == READING:
                continue
            kept = self.kept[number]
            try:
                brief = self._again(kept, min(steps), max(steps))
            except Exception:  # whatever it is, the rule keeps it away
                result.broken = True
                return result
            if brief is None or brief == kept.brief:
                continue
            result.changed += 1
            gain = 0
            for name, count in _counts(kept.case, brief).items():
                before = kept.counts[name]
                change = (
                    count.right - before.right,
                    count.found - before.found,
                    count.asked - before.asked,
                )
                gain += 2 * change[0] - change[1] - change[2]
                deltas[name] = [a + b for a, b in zip(deltas[name], change, strict=True)]
            result.better += gain > 0
            result.worse += gain < 0
        base = self.base()
        for name, (right, found, asked) in deltas.items():
            old = base[name]
            new = Count(old.right + right, old.found + found, old.asked + asked)
            result.delta[name] = 100 * (old.f1 - new.f1)
        return result

    def base(self) -> dict[str, Count]:
        """The counts over all kept articles."""
        total = {name: Count() for name in WORTH}
        for kept in self.kept.values():
            for name, count in kept.counts.items():
                total[name].right += count.right
                total[name].found += count.found
                total[name].asked += count.asked
        return total

    def _again(self, kept: Kept, first: int, last: int) -> Brief | None:
        """The brief from component `first` on; None where nothing on the Doc differs."""
        doc = kept.doc
        doc.user_data.clear()
        doc.user_data.update(kept.layers[first - 1])
        columns._last[:] = kept.columns
        self.probe.left = MOST * kept.asked
        for step, name in enumerate(self.own[first - 1 :], first):
            doc = self.nlp.get_pipe(name)(doc)
            if step >= last and _same(doc.user_data, kept.layers[step]):
                return None
        return assemble(kept.case.article, doc, "")


def _same(a: dict[Any, Any], b: dict[Any, Any]) -> bool:
    return {k: v for k, v in a.items() if k != ENCODER} == {
        k: v for k, v in b.items() if k != ENCODER
    }


def _counts(case: Case, brief: Brief) -> dict[str, Count]:
    if case.gold is None:
        return {}
    score = Score()
    score.add(case.gold, brief)
    return {name: score.counts[name] for name in WORTH}
