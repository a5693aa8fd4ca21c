"""The names of those who wrote an article, told one by one in what files and pages say of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefkit.text import fold, letters

# "By", "Analysis by", "View all posts by", but not "Ana Hale, photographs by"
_LEAD = re.compile(r"\A(?:[^,;|/]{0,40}\s)?by[:\s]+", re.IGNORECASE)
_BETWEEN = re.compile(
    r"\s*[;|/]\s*|,?\s+(?:and|&)\s+|\s*,\s*(?=[^,]+\s[^,]+(?:,|\Z))|,\s*(?=[A-Z]{2,5}\Z)"
)
_LETTERS = re.compile(r"[A-Z]{2,5}")  # a house or a degree behind the name: "CNN", "MD"
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
            beside = len(parts) > 1 and (_ROLE.search(name) or _LETTERS.fullmatch(name))
            if key in _NOBODY or beside:
                continue
            if any(map(str.isalpha, key)):
                found.setdefault(key, name)
    return tuple(found.values())
