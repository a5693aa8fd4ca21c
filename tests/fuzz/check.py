"""What must hold of every article: it has a brief that keeps the contract, or says why not."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Sequence

from briefkit.errors import BriefkitError
from briefkit.reading import Article, make_article
from briefkit.reading.briefs import read_briefs
from briefkit.rendering import Format, render
from briefkit.rendering.json import render_line
from briefkit.schema import Brief
from briefkit.verify import verify
from tests.invariants import faults

GROUP = 32
# A brief repeats words of its article, each a few times, and has its own frame.
_FRAME, _SHARE = 4_000, 60
# Control characters, and marks that turn the writing around.
COMMANDS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def articles(texts: Iterable[tuple[int, str]]) -> Iterator[Article]:
    """Articles of numbered texts, each second one with a day of publication."""
    for number, text in texts:
        day = "2024-05-04" if number % 2 else None
        yield make_article(
            text, id=f"fuzz-{number}", path="fuzz.txt", published=day, published_from="option"
        )


def lines(briefs: Sequence[Brief | Exception]) -> list[str]:
    """The briefs as they are written, errors as their words."""
    return [repr(one) if isinstance(one, Exception) else render_line(one) for one in briefs]


def check(group: list[Article], briefs: Sequence[Brief | Exception]) -> Iterator[tuple[str, str]]:
    """Id and fault of each article of a group that something is wrong with."""
    for article, brief in zip(group, briefs, strict=True):
        if isinstance(brief, Exception):
            if not isinstance(brief, BriefkitError):
                yield article.id, repr(brief)
            continue
        yield from ((article.id, fault) for fault in faults(brief, article.text))
        yield from ((article.id, f"verify: {told}") for told in verify(brief, article))
        written = render(brief, Format.YAML)
        forms = [written, render(brief, Format.JSON), render_line(brief)]
        for form in forms:
            if list(read_briefs("-", io.BytesIO(form.encode()))) != [brief]:
                yield article.id, "the brief that is read is not the one that was written"
        if len(written) > _FRAME + _SHARE * len(article.text):
            yield article.id, f"a brief of {len(written)} characters of {len(article.text)}"
        if any(map(COMMANDS.search, (*forms, render(brief, Format.SUMMARY)))):
            yield article.id, "what is written commands the terminal"
