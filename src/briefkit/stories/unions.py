"""Sets that grow together (union-find), four bytes an element."""

from __future__ import annotations

from array import array


class Unions:
    """Elements from 0; the first of a set stands for it."""

    def __init__(self) -> None:
        self._above = array("l")

    def add(self) -> int:
        """A new element, alone."""
        self._above.append(len(self._above))
        return len(self._above) - 1

    def __len__(self) -> int:
        return len(self._above)

    def find(self, element: int) -> int:
        """The element that stands for the set of this one."""
        above = self._above
        while above[element] != element:
            above[element] = above[above[element]]
            element = above[element]
        return element

    def join(self, one: int, other: int) -> None:
        """Make two sets one."""
        first, second = sorted((self.find(one), self.find(other)))
        self._above[second] = first
