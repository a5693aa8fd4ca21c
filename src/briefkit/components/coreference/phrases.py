"""Small grammar: predication, apposition, speakers of quotations."""

from __future__ import annotations

from collections.abc import Container

from briefkit.components.coreference.view import View
from briefkit.components.coreference.words import verbs

_BECOMING = frozenset(["became", "remained", "remains"])
_UNSURE = frozenset(["could", "if", "may", "might", "would", "?"])


def name_before(view: View, noun: int, names: Container[int]) -> int | None:
    """The name right before the comma before a noun: "Bush and Baker, SECRETARY of state"."""
    if view.deps[noun] != "appos":
        return None
    comma = view.phrase_start(noun) - 1
    if comma < 1 or view.lower[comma] != "," or comma - 1 not in names:
        return None
    return comma - 1


def named_by_apposition(view: View, noun: int) -> int | None:
    """The token that a noun stands beside: "Ann Reed, the MAYOR of Hull,"."""
    if view.deps[noun] == "appos":
        return view.heads[noun]
    first = view.heads[noun]
    if view.deps[noun] == "conj" and view.deps[first] in ("appos", "attr"):
        # "Ann Reed, curator and DIRECTOR"
        return predicated(view, first) if view.deps[first] == "attr" else view.heads[first]
    return None


def appositions(view: View, noun: int) -> list[int]:
    """What stands beside a noun, explaining it: "the mayor, Ann REED"."""
    return [child for child in view.children[noun] if child > noun and view.deps[child] == "appos"]


def predicated(view: View, noun: int) -> int | None:
    """The subject of an affirmed "is": "Ann Reed was a PIONEER"."""
    verb = view.heads[noun]
    if view.deps[noun] != "attr" or view.lower[verb] not in verbs("be") | _BECOMING:
        return None
    for child in view.children[verb]:
        if view.deps[child] == "neg" or view.lower[child] in _UNSURE:
            return None
    return view.subject(verb)


def speakers(view: View) -> dict[int, list[int]]:
    """Subjects of verbs of saying near each quotation, by its number: at its borders."""
    found: dict[int, list[int]] = {}
    marks: dict[int, list[int]] = {}
    for token, number in enumerate(view.quotes):
        if number:
            span = marks.setdefault(number, [token, token])
            span[1] = token
    size = len(view.lower)
    for number, (start, end) in marks.items():
        for verb in (*range(max(0, start - 8), start), *range(end + 1, min(size, end + 9))):
            if view.lower[verb] not in verbs("saying") or view.quotes[verb]:
                continue
            if view.blocks[verb] != view.blocks[start]:
                continue
            subject = view.subject(verb)
            if subject is not None and not view.quotes[subject]:
                found.setdefault(number, []).append(subject)
    return found


def cataphor(view: View, token: int) -> int | None:
    """The later subject that a pronoun in a leading clause means: "In HIS speech, Reed said"."""
    at = view.heads[token]
    for _ in range(6):
        over = view.heads[at]
        if over == at:
            return None
        if view.deps[at] in ("prep", "advcl") and over > at:
            subject = view.subject(over)
            if subject is not None and subject > token:
                return subject
        at = over
    return None
