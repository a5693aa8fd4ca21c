"""What the text of an item is, as against the characters at its places."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Sequence

_PAIRS = {
    '"': '"',
    "'": "'",
    "“": "”",
    "‘": "’",
    "«": "»",
    "»": "«",
    "„": "“”",
    "‚": "‘’",
    "‹": "›",
    "`": "'",
}
_CLOSING = "".join(_PAIRS.values())
_STOPS = (".", "!", "?")
# One of these alone may be an apostrophe: "the workers'", "’90s".
_APOSTROPHES = "'’"
_OPENING = _PAIRS.keys() - set(_APOSTROPHES)
_WORD = re.compile(r"\w+")
_NO_LETTER = re.compile(r"[\W_]+")
_LONGEST = 40  # letters of words that are compared one by one


def fold(text: str) -> str:
    """`text` with every run of white space as one space, and none at its ends."""
    return " ".join(text.split())


def letters(words: str | None) -> str:
    """`words` without case, marks and spaces: what is the same when only printed otherwise."""
    return _NO_LETTER.sub("", unicodedata.normalize("NFKC", words or "").casefold())


def edits(a: str, b: str, most: int) -> int:
    """The edit distance of two words (Levenshtein), `most` + 1 where it is more than that."""
    if abs(len(a) - len(b)) > most or max(len(a), len(b)) > _LONGEST:
        return most + 1
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        line = [i]
        for j, y in enumerate(b, 1):
            line.append(min(row[j] + 1, line[j - 1] + 1, row[j - 1] + (x != y)))
        if min(line) > most:
            return most + 1
        row = line
    return min(row[-1], most + 1)


def counted(number: int, noun: str) -> str:
    """A number of things: "1 brief", "2,000 stories"."""
    if number != 1:
        noun = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number:,} {noun}"


def content(text: str) -> set[str]:
    """The words that tell what a text is about, in lower case: long ones and numbers."""
    return {word for word in _WORD.findall(text.lower()) if len(word) > 3 or word.isdigit()}


def quoted_words(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The words of a quote that stands at these places of `text`.

    The marks around each stretch and the comma that its cue hangs on are left out; a place of its
    own for the stop between two sentences follows the first without a space.
    """
    words = ""
    for start, end in spans:
        part = unquote(text[start:end])
        part = part.rstrip(",") or part
        if part in _STOPS and words:
            words += "" if words.endswith(_STOPS) else part
        else:
            words += f" {part}" if words else part
    return words


def unquote(text: str) -> str:
    """`text` folded, without the quotation marks around it; marks inside keep their partners."""
    text = fold(text)
    # the marks of wires, LaTeX and typewriters, as one character each
    if text.startswith(("``", "''")):
        text = f'"{text[2:]}'
    if text.endswith("''"):
        text = f'{text[:-2]}"'
    while len(text) > 1:
        first, last = text[0], text[-1]
        if first in _PAIRS and last in _PAIRS[first] and not _closes(first, text[1:-1]):
            text = text[1:-1].strip()
        elif first in _OPENING and set(_PAIRS[first]).isdisjoint(text[1:]):
            text = text[1:].strip()
        elif last in _CLOSING and last not in _APOSTROPHES and not _opens(last, text[:-1]):
            text = text[:-1].strip()
        else:
            break
    return text


def _opens(closing: str, text: str) -> bool:
    """Whether `text` holds a mark that `closing` may belong to."""
    return any(opening in text for opening, marks in _PAIRS.items() if closing in marks)


def _closes(opening: str, text: str) -> bool:
    """Whether a mark that was opened before `text` is closed within it."""
    if opening in "'‘":
        # The other mark may be an apostrophe ("the tenants’ complaints"), unless one opens anew.
        at = text.find(_PAIRS[opening])
        return at >= 0 and f" {opening}" in text[at:]
    if opening == _PAIRS[opening]:
        # A straight mark closes behind a word and opens before one.
        at = text.find(opening)
        return at > 0 and not text[at - 1].isspace()
    depth = 1
    for char in text:
        if char == opening:
            depth += 1
        elif char in _PAIRS[opening]:
            depth -= 1
            if depth == 0:
                return True
    return False


def unprintable(path: str) -> str:
    r"""The path whose `printable` form this is, where it holds `\xNN`."""
    parts = re.split(r"\\x([0-9a-f]{2})", path)
    raw = b"".join(bytes.fromhex(part) if i % 2 else part.encode() for i, part in enumerate(parts))
    return os.fsdecode(raw)


def printable(path: str) -> str:
    """A path with those bytes of it that are not UTF-8 as `\\xNN`, so that it can be written."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return os.fsencode(path).decode("utf-8", "backslashreplace")
    return path
