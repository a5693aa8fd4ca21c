"""Briefs for tests: one made by hand, and any at all for property tests."""

from __future__ import annotations

import hashlib

from hypothesis import strategies as st

from briefkit.reading import Article, make_article
from briefkit.schema import (
    Actor,
    Brief,
    Bullet,
    DateMention,
    Pipeline,
    Quote,
    Source,
    Warning,
)

TEXT = (
    "Ferry line returns\n\nMayor Ada Quill opened the Lorn ferry on 3 May 2024. "
    "“It is back,” said Quill.\n\nShe spoke on the quay last spring.\n"
)


def article() -> Article:
    return make_article(TEXT, id="ferry", path="ferry.txt")


def brief() -> Brief:
    """A brief of `article()` in which every place is right."""
    return Brief(
        schema_version="1.0",
        source=Source(
            "ferry", "ferry.txt", None, hashlib.sha256(TEXT.encode()).hexdigest(), "en", 25
        ),
        headline="Ferry line returns",
        authors=("B. Writer",),
        published="2024-05-04",
        published_from="option",
        lede="Mayor Ada Quill opened the Lorn ferry on 3 May 2024. “It is back,” said Quill.",
        at_a_glance=(
            Bullet("Mayor opened the ferry", "extracted", (place("Mayor Ada Quill opened the Lorn ferry"),)),
        ),
        actors=(
            Actor("a1", "Ada Quill", "person", "Mayor", None, ("Quill",), 1.0,
                  (place("Mayor Ada Quill"), place("Quill.", 5), place("She"))),
        ),
        places=(Actor("a2", "Lorn", "place", None, None, (), 0.2, (place("Lorn"),)),),
        dates=(
            DateMention("last spring", "date", "2024-SP", None, None, place("last spring"), None, None, tense="past"),
            DateMention("3 May 2024", "date", "2024-05-03", "2024-05-03", "2024-05-03",
                        place("3 May 2024"), "Mayor Ada Quill opened the Lorn ferry",
                        place("Mayor Ada Quill opened the Lorn ferry"), tense="past"),
        ),
        quotes=(
            Quote("It is back", "direct", "Ada Quill", "a1", "Quill", place("Quill.", 5), "said",
                  place("said"), (place("“It is back,”"),), "named"),
        ),
        warnings=(Warning("test", "a careful reader should know", (place("quay"),)),),
        pipeline=Pipeline("0.1.0", "en_briefkit 1.0.0"),
    )  # fmt: skip


def place(words: str, length: int | None = None) -> tuple[int, int]:
    """Where words stand in TEXT."""
    start = TEXT.index(words)
    return start, start + (length or len(words))


# What some reader of YAML could take for something else, beside any text at all.
TRICKY = ("no", "Yes", "~", "null", "1e3", "12:30", "0o17", "0x1F", "1_000", ".5", "2025-01-13", "",
          "---", "- a", "a: b", "# c", "<<", "=", "*a", "&a", "!t", "\x85", "a\u2028b", "\ufeff", "😀",
          "a\nb: c\n---\n", "\t", " x ", "'", '"', "[1, 2]", "{a: b}", "%YAML", "\x00\x1b[31m", "? x",
         "\u202etxt\u2066", "\\\u200fU0001F600\\")  # fmt: skip
text = st.sampled_from(TRICKY) | st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
_bullets = st.builds(
    Bullet, text=text, resolved=st.lists(
        st.fixed_dictionaries({"from": text, "to": text, "span": st.tuples(st.integers(0, 9), st.integers(0, 9))}),
        max_size=1).map(tuple),
)  # fmt: skip
st.register_type_strategy(str, text)
any_brief = st.builds(
    Brief,
    schema_version=st.just("1.0"),
    at_a_glance=st.lists(_bullets, max_size=2).map(tuple),
    actors=st.lists(
        st.builds(Actor, salience=st.integers(0, 100).map(lambda n: n / 100)), max_size=2
    ).map(tuple),
    places=st.just(()),
    dates=st.lists(st.builds(DateMention), max_size=2).map(tuple),
    quotes=st.lists(st.builds(Quote), max_size=2).map(tuple),
    warnings=st.lists(st.builds(Warning), max_size=1).map(tuple),
)
