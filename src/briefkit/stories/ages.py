"""How old somebody is said to be: "Gerda Holm, 71,", "the 71-year-old pilot Gerda Holm"."""

from __future__ import annotations

import re

from briefkit.stories.words import fold_letters

KIND = "age"
_NAME = r"(?P<name>[A-Z][\w’'-]+(?: (?:[A-Z]\. |[a-z]{1,3} )?[A-Z][\w’'-]+)+)"
_FORMS = (
    re.compile(rf"\b{_NAME}, (?:aged )?(?P<age>\d\d)(?=[,.;)]|$)"),
    re.compile(rf"\b(?P<age>\d\d)-year-old(?: [a-z-]+){{0,4}},? {_NAME}"),
    re.compile(rf"\b{_NAME} \((?P<age>\d\d)\)"),
)
_HINT = re.compile(r"\d\d(?:[,.;)-]|$)")


def ages(text: str) -> list[tuple[str, float, int, int]]:
    """Whose age, by two names ("Grandad" before them is none), and where that stands."""
    if not _HINT.search(text):
        return []
    found = []
    for form in _FORMS:
        for match in form.finditer(text):
            called = [
                word for word in match["name"].split() if word[0].isupper() and word[-1] != "."
            ]
            whose = fold_letters(" ".join(called[-2:]))
            found.append((whose, float(match["age"]), *match.span()))
    return found
