"""A figure that an article sets against its own: "higher than the 1.2 million reported"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefkit.stories.numbers import numbers

# "The" tells that it is a figure known from elsewhere; "up from" would be a count of another time.
_AGAINST = re.compile(
    r"\b(?:not|rather than|instead of|compared (?:to|with)|(?:fewer|higher|larger|less|lower|more"
    r"|smaller) than) the (?:(?:earlier|first|initial|original) )?(?:figure of )?$",
    re.IGNORECASE,
)
_FIGURE_OF = re.compile(r"\b(?:an?|the) (?:[a-z]+ )?figure of $", re.IGNORECASE)
_REPORTED = re.compile(
    r" ?(?:[a-z]+ )?(?:claimed|given|mentioned|named|printed|published|put about|reported)\b",
    re.IGNORECASE,
)

_REACH = 80  # characters, in which these stand


def contrasts(text: str) -> Iterator[tuple[float, int]]:
    """The values that a text sets against others, and where each stands."""
    tokens, found = numbers(text)
    for number in found:
        start, end = tokens[number.first][1], tokens[number.end - 1][2]
        before = text[max(0, start - _REACH) : start]
        told = _FIGURE_OF.search(before) and _REPORTED.match(text[end:])
        if told or _AGAINST.search(before):
            yield number.value, start
