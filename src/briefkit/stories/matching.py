"""The same words told by several articles: an index of rare keys, so that few texts are compared.

Texts come with keys; those that share one are candidates. Each text, the fullest first, is put
under the first text before it that takes it, else it leads a group of its own. Groups so never
drift: every member was compared with the text that leads.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from briefkit.stories.store import Row, Store, Table

# Of the texts under one key so many are compared by it: more share a phrase of the trade.
_MOST = 30


class Index:
    """Keys to the numbers of the leading texts that have them, on disk."""

    def __init__(self, store: Store, name: str) -> None:
        self._store, self._name = store, f"index_{name}"
        store.run(f"CREATE TABLE {self._name} (key, text, PRIMARY KEY (key, text)) WITHOUT ROWID")

    def add(self, keys: Iterable[int], text: int) -> None:
        """Enter a text under its keys."""
        for key in set(keys):
            self._store.run(f"INSERT INTO {self._name} VALUES (?, ?)", (key, text))

    def candidates(self, keys: Iterable[int], whole: int | None = None) -> list[int]:
        """The texts that share a key, those that share `whole`, then most of them, first."""
        counts: dict[int, int] = {}
        for key in (asked := set(keys)):
            found = self._store.run(
                f"SELECT text FROM {self._name} WHERE key = ? ORDER BY text LIMIT {_MOST}", (key,)
            )
            for (text,) in found:
                counts[text] = counts.get(text, 0) + (len(asked) if key == whole else 1)
        return sorted(counts, key=lambda text: (-counts[text], text))[:_MOST]


def put_together(
    table: Table[Row],
    order: str,
    keys: Callable[[Row], list[int]],
    takes: Callable[[Row, Row], bool],
    *,
    whole_first: bool = False,
) -> None:
    """Give every row, in this order, the leading row that takes it; or itself, which then leads.

    With `whole_first`, rows whose first keys are equal are the same, and asked before others.
    """
    table.store.run(f"CREATE INDEX by_leader_{table.name} ON {table.name} (leader, article)")
    index = Index(table.store, table.name)
    for number in table.numbers(order):
        row = table.at(number)
        found = keys(row)
        candidates = index.candidates(found, found[0] if whole_first else None)
        leader = next((other for other in candidates if takes(table.at(other), row)), number)
        if leader == number:
            index.add(found, number)
        table.set(number, "leader", leader)
