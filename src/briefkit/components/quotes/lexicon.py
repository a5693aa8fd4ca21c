"""The verbs and phrases that report speech, read from the data files."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from briefkit import lexicon

_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class CueVerb:
    """A verb of saying; grade and frames as `quotes_cues.tsv` describes them."""

    lemma: str
    grade: str
    frames: frozenset[str]


def inflect(lemma: str, irregular: tuple[str, ...] = ()) -> list[str]:
    """The forms of a verb; irregular ones are added to those that the rules give."""
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    third, past = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "o")) else "s"), stem + "ed"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        third, past = lemma[:-1] + "ies", lemma[:-1] + "ied"
    return [lemma, third, past, stem + "ing", *irregular]


@lru_cache(maxsize=1)
def cue_verbs() -> dict[str, CueVerb]:
    """Lower-cased verb form to its cue."""
    found: dict[str, CueVerb] = {}
    for lemma, grade, frames, *irregular in lexicon.rows("components", "quotes_cues.tsv"):
        cue = CueVerb(lemma, grade, frozenset(frames.split(",")))
        for form in inflect(lemma, tuple(irregular[0].split()) if irregular else ()):
            found.setdefault(form, cue)
    return found
