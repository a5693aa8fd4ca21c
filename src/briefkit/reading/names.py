"""The names of those who wrote an article, told one by one in what files and pages say of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefkit.text import fold, letters

_LEAD = re.compile(r"\b(?:written |reported |posted |words |story )?by[:\s]+", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*[;|/]\s*|,?\s+(?:and|&)\s+|\s*,\s*(?=[^,]+\s[^,]+(?:,|\Z))")
_ADDRESS = re.compile(r"https?://\S*|www\.\S+|\S+@\S+|\S+\.(?:com|org|net|co|uk|php|html)\b\S*")
_ROLE = re.compile(
    r"\b(?:writer|reporter|correspondent|editor|columnist|contributor|journalist)\b", re.IGNORECASE
)
# Accounts that a site's software makes.
_NOBODY = frozenset(
    {"admin", "administrator", "anonymous", "guest", "na", "none", "null", "webmaster"}
)
_LONGEST = 1_000  # with addresses; in longer entries a search for them takes for ever
_MOST = 50  # entries


def split_names(entries: Sequence[str]) -> tuple[str, ...]:
    """The names in some entries, without addresses: "By Jane Doe and John Roe" has two."""
    found: dict[str, str] = {}
    for entry in entries[:_MOST]:
        line = fold(entry)
        if len(line) > _LONGEST:
            continue
        parts = _BETWEEN.split(fold(_ADDRESS.sub(" ", _LEAD.sub("", line, count=1))).strip(" ,;|-"))
        for part in parts:
            name = part.strip(" ,;|-")
            key = letters(name)
            if key in _NOBODY or (len(parts) > 1 and _ROLE.search(name)):
                continue
            if any(map(str.isalpha, key)):
                found.setdefault(key, name)
    return tuple(found.values())
