"""The rows of the table of dates as rules: a row fires where it is the first that holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from tests.rules.conditions import PROBE, Condition
from tests.rules.probe import SOURCE, Probe

if TYPE_CHECKING:
    from briefkit.components.dates.patterns import Pattern

TABLE = "components/data/dates_patterns.tsv"


class Rows(list["Pattern"]):
    """The patterns of a group, tried in turn; `rules` are the numbers of the first of them."""

    def __init__(self, patterns: list[Pattern], rules: list[int], probe: Probe) -> None:
        super().__init__(patterns)
        self.rules, self.probe = rules, probe

    def __iter__(self) -> Iterator[Pattern]:
        from briefkit.components.dates import patterns

        for number, pattern in enumerate(super().__iter__()):
            rule = self.rules[number] if number < len(self.rules) else None
            if rule is None:  # a holiday's
                yield pattern
            elif self.probe.out != rule:
                fired = True  # whoever looks no further has found this one to hold
                try:
                    yield pattern
                    fired = False
                finally:
                    if self.probe.out is None:
                        patterns.__dict__[PROBE](rule, fired)


def watch(probe: Probe) -> None:
    """Make every row of the table a rule of the probe, which leaves it out as it does others."""
    from briefkit.components.dates import patterns

    rules: dict[str, list[int]] = defaultdict(list)
    lines = (SOURCE / "briefkit" / TABLE).read_text(encoding="utf-8").splitlines()
    for line, text in enumerate(lines, 1):
        groups, _, cells = text.partition("\t")
        if text and text[0] not in "#=":
            for name in groups.split(", "):
                rules[name].append(len(probe.conditions))
            source = " | ".join(cells.split("\t"))
            probe.conditions.append(Condition(TABLE, line, groups, "row", source))
    made = patterns._group

    @cache
    def watched(name: str) -> patterns.Group | None:
        group = made(name)
        return group and group._replace(patterns=Rows(group.patterns, rules[name], probe))

    patterns._group = watched
