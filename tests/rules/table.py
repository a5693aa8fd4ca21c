"""The counts as a table: what costs first, what pays most last."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tests.rules.probe import Probe

if TYPE_CHECKING:
    from tests.rules.count import Result

HEAD = (
    "worth\tactors\tdates\tquotes\tmentions\tpoints\tbullets\tbetter\tworse\tchanged"
    "\tarticles\tsets\tfires\tasked\ttests\tkind\tplace\tcondition\n"
)


def table(
    probe: Probe, sets: list[str], rules: list[int], results: dict[int, Result]
) -> Iterator[str]:
    """Lines of tab-separated cells, a rule each. Without `results`, by articles.

    `worth` and the figures are points of F1 that would be lost without the rule; `better` and
    `worse` are articles without it, `-` where leaving it out breaks the component; `tests` is
    marked where it fires in a test.
    """
    yield HEAD

    def order(rule: int) -> tuple[float, int, str, int]:
        result, rare = results.get(rule), len(probe.fired[rule])
        condition = probe.conditions[rule]
        worth = 0.0 if result is None else 999.0 if result.broken else round(result.worth, 4)
        return worth, rare, condition.file, condition.line

    for rule in sorted(rules, key=order):
        condition, where = probe.conditions[rule], probe.fired[rule]
        result = results.get(rule)
        if result is None or result.broken:
            cells = ["-" if result else ""] * 10
        else:
            cells = [f"{result.worth:+.3f}", *(f"{d:+.3f}" for d in result.delta.values())]
            cells += [str(n) for n in (result.better, result.worse, result.changed)]
        cells += [str(len(where)), str(len({sets[number] for number in where}))]
        cells += [str(probe.times[rule]), str(probe.asked[rule])]
        cells += ["x" if rule in probe.tested else "", condition.kind]
        cells += [f"{condition.file}:{condition.line} {condition.function}", condition.source]
        yield "\t".join(cells) + "\n"


def summary(
    probe: Probe, rules: list[int], results: dict[int, Result], articles: int
) -> Iterator[str]:
    """A line a room: how many rules it has, and how many of them do what."""
    rooms: dict[str, list[int]] = defaultdict(list)
    for rule in rules:
        rooms["/".join(probe.conditions[rule].file.split("/")[:2])].append(rule)
    yield f"\n{articles} articles\n"
    for room, mine in sorted(rooms.items()):
        hits = [len(probe.fired[rule]) for rule in mine]
        never, rare = hits.count(0), sum(0 < hit < 4 for hit in hits)
        line = f"{room}: {len(mine)} rules, {never} never fire, {rare} in 1 to 3 articles"
        if probe.tested:
            dead = sum(not probe.fired[rule] and rule not in probe.tested for rule in mine)
            line += f"; {dead} fire nowhere, in no test either"
        mine_results = [results[rule] for rule in mine if rule in results]
        if mine_results:
            line += (
                f"; of {len(mine_results)} left out {sum(r.broken for r in mine_results)} break"
                f" something, {sum(not (r.changed or r.broken) for r in mine_results)} change"
                f" nothing, {sum(r.worth < -1e-9 for r in mine_results)} cost"
            )
        yield line + "\n"
