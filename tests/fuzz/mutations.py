"""What happens to an article on its way: cut off, pasted together, marks changed, letters lost."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from briefkit.scoring.markup import read
from tests.quality import gate

_SEEDS = Path(__file__).parents[2] / "seeds"
_WORD = re.compile(r"\S+")
_QUOTES = re.compile(r"[“”\"]([^“”\"\n]{2,300})[“”\"]")
_PAIRS = [
    tuple(pair) for pair in ("“”", '""', "‘’", "''", "«»", "„“", "”“", "““", "“\n", "` ", "  ")
]
# Soft hyphen, zero-width space and joiners, bidi marks, byte-order mark, variation selector.
INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202c\u2060\ufeff\ufe0f"
_SCRAPS = [
    "“", "”", '"', "'", "’", "‘", "(", ")", "[", ",", ",”", ".”", ":", ";", "—", " - ", "…", "\n",
    "\n\n", "\n- ", "\n# ", "\t", "\u00a0", "\u2028", "\x07", "\x1b[31m", "\u202e", "Q: ", "A: ",
    " he said. ", ",” said Vale, “", " according to ", " who said that ", " on 31 February 2023 ",
    " May 1 May 1 ", " last year ", " 5 p.m. ", "Mr. ", "Jr.", "U.S.", " accused of", "'s", "&amp;",
    "TOKYO, Dec. 16 (Wire) — ", "At a Glance\n- ", "👩‍👩‍👧", "Z̷̢͝a̶l̴g̵o̶", "\"'“'\"", "!" * 70, "“" * 66,
]  # fmt: skip


@lru_cache(maxsize=1)
def originals() -> list[str]:
    """The articles that everything is made of."""
    return [read(path).text for path in gate.articles()] + [
        path.read_text(encoding="utf-8") for path in sorted(_SEEDS.glob("*.txt"))
    ]


def mutated(number: int) -> str:
    """The article of a number, which is the same in every run."""
    chance = random.Random(number)
    texts = originals()
    text = window(chance.choice(texts), chance)
    for _ in range(chance.randrange(1, 5)):
        text = chance.choice(_MUTATIONS)(text, chance)
    return text if text.strip() else "Nothing."


def window(text: str, chance: random.Random) -> str:
    """A stretch of an article that begins and ends anywhere."""
    end = chance.randrange(1, len(text) + 1)
    return text[max(0, end - chance.choice((100, 250, 600, 600, 1_500))) : end]


def _cut_behind_a_mark(text: str, chance: random.Random) -> str:
    marks = [m.end() for m in re.finditer(r"[,.:](?:[”\"’'])?", text)]
    return text[: chance.choice(marks)] if marks else text


def _splice(text: str, chance: random.Random) -> str:
    return (
        text + chance.choice(["", " ", "\n", "\n\n"]) + window(chance.choice(originals()), chance)
    )


def _other_marks(text: str, chance: random.Random) -> str:
    left, right = chance.choice(_PAIRS)
    return _QUOTES.sub(lambda m: f"{left}{m[1]}{right}", text)


def _quote_in_quote(text: str, chance: random.Random) -> str:
    left, right = chance.choice(_PAIRS)
    words = list(_WORD.finditer(text))
    if len(words) < 4:
        return text
    first = chance.randrange(len(words) - 2)
    last = min(len(words) - 1, first + chance.randrange(1, 8))
    a, b = words[first].start(), words[last].end()
    return text[:a] + left + text[a:b] + right + text[b:]


def _lose(text: str, chance: random.Random) -> str:
    """Some characters of one kind are lost."""
    gone = chance.choice(["“", "”", '"', ",", ".", "\n", " ", "’", "-"])
    return "".join(c for c in text if c != gone or chance.random() < 0.5)


def _scatter(text: str, chance: random.Random) -> str:
    parts = [text]
    for _ in range(chance.randrange(1, 6)):
        whole = "".join(parts)
        at = chance.randrange(len(whole) + 1)
        parts = [whole[:at], chance.choice(_SCRAPS), whole[at:]]
    return "".join(parts)


def _unseen(text: str, chance: random.Random) -> str:
    share = chance.choice((0.005, 0.03, 0.2))
    return "".join(c + chance.choice(INVISIBLE) if chance.random() < share else c for c in text)


def _repeat(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + text[at : at + chance.choice((6, 30, 120))] * chance.randrange(2, 12)


def _shuffle(text: str, chance: random.Random) -> str:
    mark = chance.choice(["\n", ". ", " "])
    parts = text.split(mark)
    chance.shuffle(parts)
    return mark.join(parts)


def _change_case(text: str, chance: random.Random) -> str:
    return chance.choice([str.upper, str.lower, str.title, str.swapcase])(text)


_MUTATIONS: list[Callable[[str, random.Random], str]] = [
    _cut_behind_a_mark, _splice, _other_marks, _quote_in_quote, _lose, _scatter, _unseen,
    _repeat, _shuffle, _change_case,
]  # fmt: skip
