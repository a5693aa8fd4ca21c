"""Sets that grow together (union-find), nine bytes an element."""

from __future__ import annotations

from array import array


class Unions:
    """Elements from 0; the first of a set stands for it."""

    def __init__(self) -> None:
        self._above = array("l")
        self._joined = bytearray()

    def add(self) -> int:
        """A new element, alone."""
        self._above.append(len(self._above))
        self._joined.append(False)
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

    def is_alone(self, element: int) -> bool:
        """Whether the set of an element has no other one."""
        return not self._joined[element]

    def join(self, one: int, other: int) -> None:
        """Make two sets one."""
        first, second = sorted((self.find(one), self.find(other)))
        self._above[second] = first
        self._joined[first] = self._joined[second] = True
