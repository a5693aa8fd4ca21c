"""Articles that were written for training: marks become labels of words."""

from pathlib import Path

import pytest
from models.train import sources
from models.train.labels import OUTSIDE, Marked

from briefkit.components.encoder.tags import NAME_TAGS, begin

WRITTEN = Path(sources.__file__).parent / "written"


@pytest.fixture(scope="module")
def reader() -> sources.Reader:
    """The pipeline that cuts articles into words."""
    return sources.Reader()


def _read(reader: sources.Reader, folder: Path, text: str) -> list[Marked]:
    (folder / "01.txt").write_text(text, encoding="utf-8")
    return list(sources.written(reader, folder))


def _named(article: Marked) -> dict[str, str]:
    return {
        word: NAME_TAGS[label.bit_length() - 1]
        for word, label in zip(article.words, article.names, strict=True)
        if label != OUTSIDE
    }


def test_marks_nest_and_the_outer_name_wins(reader: sources.Reader, tmp_path: Path) -> None:
    text = "===== court\n[P Hale] wins\n\n[P Ana Hale], [R head of [O Port of [L Orwin]]], won.\n"
    (article,) = _read(reader, tmp_path, text)
    assert article.title == ["Hale", "wins"]
    assert _named(article) == {
        "Ana": "B-person",
        "Hale": "I-person",
        "Port": "B-organization",
        "of": "I-organization",
        "Orwin": "I-organization",
    }


def test_a_role_is_sure_up_to_its_body(reader: sources.Reader, tmp_path: Path) -> None:
    (article,) = _read(
        reader, tmp_path, "=====\nTitle\n\n[P Ana Hale], [R deputy head of [O Port]], won.\n"
    )
    at = article.words.index("deputy")
    sure, open_ = article.roles[at : at + 2], article.roles[at + 2 : at + 4]
    assert sure == [0b010, 0b100]
    assert open_ == [0b111, 0b111]


def test_every_second_headline_is_a_line_of_the_text(
    reader: sources.Reader, tmp_path: Path
) -> None:
    part = "=====\n[O Orwin] wins\n\nIt rained.\n"
    first, second = _read(reader, tmp_path, part + part)
    assert first.words[0] == "It"
    assert second.words[0] == "Orwin"
    assert second.names[0] == 1 << begin("organization")


@pytest.mark.parametrize(
    ("text", "message"), [("[P Hale won.", "not closed: 'Hale won"), ("Hale] won.", "too many")]
)
def test_a_mark_that_is_not_closed_is_an_error(
    reader: sources.Reader, tmp_path: Path, text: str, message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        _read(reader, tmp_path, f"=====\nTitle\n\n{text}\n")


def test_what_ships_is_well_formed(reader: sources.Reader) -> None:
    with reader.nlp.select_pipes(enable="briefkit_layout"):  # words are asked for, no sentences
        articles = list(sources.written(reader, WRITTEN))
    assert len(articles) > 100
    assert all(any(label != OUTSIDE for label in one.names) for one in articles)
