"""What stands at the edges of reported words and is the writer's: when it was said, what followed.

Only what a writer never lets others say is cut; a clause at the end mostly is the speaker's own.
"""

from __future__ import annotations

from briefkit.components.quotes.view import View

_MARKS = frozenset({"that", "whether", "if"})


def trimmed(view: View, first: int, last: int) -> tuple[int, int]:
    """Tokens `[first, last]` of a reported clause without the writer's words around it."""
    start = _from(view, first, last)
    return start, _until(view, start, last)


def _from(view: View, first: int, last: int) -> int:
    """The first token of what is said, behind "that"; but "If it rains, she said, …"."""
    marks = view.lower[first] in _MARKS and view.dep[view.head[first]] not in ("advcl", "csubj")
    if view.tag[first] == "DT":
        # "That risk is small, she said", "said that was a mistake"; but "denied that staff knew"
        marks = marks and view.dep[first] == "det" and first > view.sentence(first)[0]
    return first + (marks and first < last)


def _until(view: View, first: int, last: int) -> int:
    """The last token before what the writer adds: "; …"."""
    return next((t - 1 for t in range(first + 3, last) if view.lower[t] == ";"), last)
