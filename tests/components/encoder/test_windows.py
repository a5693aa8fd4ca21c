"""Words to pieces and windows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from briefkit.components.encoder import PIECES
from briefkit.components.encoder.windows import BODY, LONGEST_WORD, TITLE, Pieces, shape
from briefkit.pipeline import ENCODER, shipped_model

CUT = Pieces(Tokenizer.from_file(str(shipped_model() / ENCODER / PIECES)))

SHAPES = {
    "lower": ["bridge", "ß", "'s", "e-mail"],
    "title": ["Bridge", "Zoë"],
    "letter": ["A", "É"],
    "upper": ["NATO", "U.S."],
    "mixed": ["iPhone", "McKay", "O'Neill"],
    "digits": ["2024", "G7", "3rd"],
    "mark": [",", "“", "—", "\n\n", "🙂"],
}


def test_a_shape_is_of_one_kind_and_knows_the_start_of_a_sentence() -> None:
    kinds = {kind: {shape(word, False) for word in words} for kind, words in SHAPES.items()}
    assert all(len(found) == 1 for found in kinds.values()), kinds
    inside = set.union(*kinds.values())
    opening = {shape(word, True) for words in SHAPES.values() for word in words}
    assert len(inside) == len(SHAPES) == len(opening)
    assert not inside & opening


def test_every_word_has_a_piece_and_no_word_many() -> None:
    first, second, third = CUT(["bridge", "\n\n", "qzx" * 30])
    assert (len(first), len(second), len(third)) == (1, 1, LONGEST_WORD)
    assert CUT(["Bridge"]) == [first], "the vocabulary knows no capitals"


WORDS = st.sampled_from(["the", "Hale", "unanswerable", "\n", "—", "Llanfairpwllgwyngyll", "7"])


@given(st.lists(st.lists(WORDS, min_size=1, max_size=300), max_size=6), st.booleans())
def test_windows_hold_each_word_once_and_cut_no_short_sentence(
    sentences: list[list[str]], titled: bool
) -> None:
    words = [word for sentence in sentences for word in sentence]
    starts = [sum(map(len, sentences[:i])) for i in range(len(sentences))]
    title = ["A", "bridge", "opens"] * 20 if titled else []
    windows = list(CUT.windows(words, starts, title))
    assert [i for w in windows for i in range(w.start, w.end)] == list(range(len(words)))
    pieces = CUT(words)
    for window in windows:
        assert len(window.ids) == len(window.shapes) <= TITLE + BODY + 3
        assert [window.ids[at] for at in window.firsts] == [
            pieces[i][0] for i in range(window.start, window.end)
        ]
        assert window.sentences[0][0] == window.firsts[0]
        assert window.sentences[-1][1] == len(window.ids) - 1
    for start, sentence in zip(starts, sentences, strict=True):
        if sum(map(len, CUT(sentence))) <= BODY:
            homes = {
                i
                for i, w in enumerate(windows)
                if w.start < start + len(sentence) and start < w.end
            }
            assert len(homes) == 1


@pytest.mark.parametrize("starts", [[], [0]])
def test_an_empty_article_has_no_window(starts: list[int]) -> None:
    assert list(CUT.windows([], starts[:0])) == []
