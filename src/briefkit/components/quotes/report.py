"""What a cue reports: who says it, and which tokens are said."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefkit.components.quotes.lexicon import CueVerb

LONGEST = 300


@dataclass(slots=True)
class Report:
    """A cue, its speaker's head token and the tokens `[start, end]` of what is reported."""

    cue: int
    cue_span: tuple[int, int]  # characters
    verb: CueVerb | None
    speaker: int | None
    content: list[tuple[int, int]] = field(default_factory=list)  # tokens, both ends in
    frame: str = "that"
    polarity: str = "asserted"
    cuts: list[int] = field(default_factory=list)  # cues of reports that follow in the clause
