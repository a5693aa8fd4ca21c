"""Where reported content begins and ends: what is the writer's, or the next who speaks."""

from __future__ import annotations

from briefkit.components.quotes.clauses import FINITE
from briefkit.components.quotes.lexicon import cue_verbs
from briefkit.components.quotes.subjects import is_time, reporter_above
from briefkit.components.quotes.view import View

_JOINED = frozenset({"advcl", "conj"})  # the parser's labels for "…, called it a mess and left"
# What somebody does not do who says no more: "but declined to give details".
_TELLING = frozenset(
    {"comment", "detail", "disclose", "discuss", "elaborate", "explain", "give", "provide"}
    | {"release", "say", "specify", "speculate"}
)
_DETAILS = frozenset({"detail", "details", "information", "reason", "reasons", "specifics"})
# What takes place on a day of the week, which then is no day when something was said.
_WEEKLY = frozenset({"classes", "mass", "prayers", "school", "services"})
_PLAIN = frozenset({"np", "that"})
_MARKS = frozenset({"that", "whether", "if"})


def until_next_cue(view: View, i: int, first: int, last: int, cuts: list[int]) -> tuple[int, int]:
    """Cut "he was ill and vowed to return" before "and": the second cue belongs to the reporter."""
    verbs = cue_verbs()
    for t in range(max(first, i) + 2, last + 1):
        if _adds(view, i, t):
            cuts.append(t)
            return first, _before(view, t)
        if view.dep[t] not in _JOINED or view.kid(t, "mark", "nsubj", "nsubjpass") is not None:
            continue
        begin = min(c for c in (t, *view.children[t]) if view.dep[c] != "advmod")
        if _says_no_more(view, t, begin):
            cuts.append(begin)
            return first, _before(view, begin)
        if view.tag[t] not in FINITE or view.lower[t] not in verbs:
            continue
        verb = verbs[view.lower[t]]
        # "never raised her voice nor repeated a name" reports nothing
        reports = view.kid(t, "ccomp", "xcomp") is not None or not verb.frames <= _PLAIN
        if reports and verb.grade != "weak":
            cuts.append(t)
            return first, _before(view, t)
    return first, last


def _says_no_more(view: View, t: int, begin: int) -> bool:
    """Whether the reporter says no more: "but [declined] to say", "and did not [elaborate]".

    `begin` is the first word of the verb `t`.
    """
    told: int | None = t if view.kid(t, "neg") is not None else None
    if view.lower[t].startswith("declin"):
        told = view.kid(t, "xcomp")
    if told is None or view.lower[told] not in _TELLING:
        return False
    given = view.kid(told, "dobj")
    alone = view.lower[told] in ("comment", "elaborate")
    if alone or (given is not None and view.lower[given] in _DETAILS):
        return True
    # not "and would not give inspectors access", "and declined to give his name"
    return view.lower[begin - 1] == "but" and (given is None or told != t)


def _before(view: View, t: int) -> int:
    """The last token of the clause before the one that begins at `t`."""
    cut = t - 1
    while view.tag[cut] == "RB":
        cut -= 1
    while view.tag[cut] in ("''", "CC", ","):
        cut -= 1
    return cut


def _adds(view: View, i: int, t: int) -> bool:
    """Whether ", adding …" in a reported clause is a second cue of the same reporter."""
    verb = cue_verbs().get(view.lower[t])
    return verb is not None and verb.grade == "say" and reporter_above(view, t) == i


def from_its_mark(view: View, first: int, clause: int) -> int:
    """Where a clause begins: at its "that", not at "in evidence" or "on Friday" before it."""
    for t in range(first, min(first + 4, clause)):
        if view.lower[t] == "that" and view.dep[t] == "mark":
            return t
    day = first + (view.lower[first] == "on")
    day += view.lower[day] in ("late", "last", "early", "this")
    said = view.kid(clause, "nsubj", "nsubjpass", "expl")
    if said is None or not is_time(view, day):
        return first
    begin = day + 1
    while is_time(view, begin):  # "Friday night"
        begin += 1
    # Not "said Sunday looked wet", "said Sunday's vote was a sham", "said night buses stopped",
    # "said Friday prayers began"; but "said Friday ships left".
    joint = view.dep[begin - 1] == "compound" and not view.lower[begin - 1].endswith("day")
    own = joint or view.lower[begin] in _WEEKLY or view.tag[begin] in ("POS", ",")
    return first if own or said < begin else begin


def trimmed(view: View, first: int, last: int) -> tuple[int, int]:
    """Tokens `[first, last]` of a reported clause from behind "that" to what is added: "; …".

    But "If it rains, she said, …" is whole.
    """
    clause = view.dep[view.head[first]]
    # "that until it rains, …" begins with a "that" of the whole, "if it rains, …" does not
    whole = (view.lower[first], view.tag[first]) == ("that", "IN")
    part = clause == "csubj" or (clause == "advcl" and not whole)
    marks = view.lower[first] in _MARKS and not part
    if view.tag[first] == "DT":
        # "That risk is small, she said", "said that was a mistake"; but "denied that staff knew"
        marks = marks and view.dep[first] == "det" and first > view.sentence(first)[0]
    first += marks and first < last
    return first, next((t - 1 for t in range(first + 3, last) if view.lower[t] == ";"), last)
