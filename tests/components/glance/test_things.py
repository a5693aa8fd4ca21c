"""What stands for "the ban" where an earlier sentence tells which it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.components.glance.test_names import last_bullet

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("before", "sentence", "said"),
    [
        ("Velby voted for a ban on ships.", "The ban angered builders in May.",
         "The ban on ships angered"),
        ("Velby voted for a ban on ships.", "Builders fear the ban's cost to Velby.",
         "Builders fear the ban's cost"),
        ("Velby voted for a ship ban.", "Builders fear the ban's cost to Velby.",
         "Builders fear the ship ban's cost"),
        ("Dahl proposed the ban in Velby.", "The ban angered builders in May.", "The ban angered"),
        ("Velby voted for a ban on ships.", "The ban angered those whom the ban hit in May.",
         "The ban on ships angered those whom the ban hit"),
        ("Velby voted for a harsh ban on ships.", "The harsh ban angered builders in May.",
         "The harsh ban on ships angered"),
        ("Velby voted for a harsh ban on ships.", "The second ban angered builders in May.",
         "The second ban angered"),
        ("Velby voted for a ban, which was harsh.", "The ban angered builders in May.",
         "The ban angered"),
        ("Velby voted for a new ban.", "The ban angered builders in May.", "The ban angered"),
        ("Velby voted for her ban on ships.", "The ban angered builders in May.",
         "The ban angered"),
        ("Velby voted for three huge bans.", "The bans angered builders in May.",
         "The huge bans angered"),
        ("Velby voted for a ban on ships. A ban on cars failed.", "The ban angered builders.",
         "The ban angered"),
        ("Velby voted for a ban on ships. Bans are rare.", "The ban angered builders in May.",
         "The ban angered"),
        ("Velby voted for a ban on ships. It likes the ban.", "The ban angered builders in May.",
         "The ban on ships angered"),
        ("Velby closed Old Mill Road.", "The road angered builders in May.", "The road angered"),
        ("Velby closed the Old Mill Road.", "The road angered builders in May.",
         "The Old Mill Road angered"),
        ("Velby found stolen sugar.", "The sugar was stolen by builders in May.", "The sugar was"),
        ("Velby voted for a strong army of builders.", "The army angered Dahl in May.",
         "The army angered"),
        ("Velby voted for just one ban.", "The ban angered builders in May.", "The ban angered"),
        ("Velby voted for a second straight ban.", "The ban angered builders in May.",
         "The ban angered"),
        ("Velby voted for the very same ban.", "The ban angered builders in May.",
         "The ban angered"),
        ("Velby had a 5% gain.", "The gain angered builders in May.", "The gain angered"),
        ("Velby voted for a ban on ships.", 'Dahl said: "The ban angered builders in May."',
         'Dahl said: "The ban angered'),
    ],
)  # fmt: skip
def test_which_it_is(nlp: Language, before: str, sentence: str, said: str) -> None:
    assert last_bullet(nlp, f"{before} {sentence}").text.startswith(said)
