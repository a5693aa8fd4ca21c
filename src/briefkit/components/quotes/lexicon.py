"""The verbs and phrases that report speech, read from the data files."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class CueVerb:
    """A verb of saying; grade and frames as `quotes_cues.tsv` describes them."""

    lemma: str
    grade: str
    frames: frozenset[str]


def data_lines(name: str) -> list[str]:
    """The entries of a data file of the components, without comments."""
    text = (files("briefkit.components") / "data" / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def inflect(lemma: str, irregular: tuple[str, ...] = ()) -> list[str]:
    """The forms of a verb; irregular ones stand in place of the past and add to the others."""
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    y = lemma.endswith("y") and lemma[-2] not in _VOWELS
    third = (
        lemma[:-1] + "ies" if y else lemma + ("es" if lemma.endswith(("s", "sh", "ch")) else "s")
    )
    past = lemma[:-1] + "ied" if y else stem + "ed"
    return [lemma, third, past, stem + "ing", *irregular]


@lru_cache(maxsize=1)
def cue_verbs() -> dict[str, CueVerb]:
    """Lower-cased verb form to its cue."""
    found: dict[str, CueVerb] = {}
    for line in data_lines("quotes_cues.tsv"):
        lemma, grade, frames, *irregular = line.split("\t")
        cue = CueVerb(lemma, grade, frozenset(frames.split(",")))
        for form in inflect(lemma, tuple(irregular[0].split()) if irregular else ()):
            found.setdefault(form, cue)
    return found


@lru_cache(maxsize=8)
def word_set(name: str) -> frozenset[str]:
    """A data file of one word a line."""
    return frozenset(data_lines(name))
