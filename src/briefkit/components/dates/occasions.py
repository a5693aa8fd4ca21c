"""Nouns for what happens: when their phrase alone tells what happened on a date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefkit.components.dates.lexicon import word_set

if TYPE_CHECKING:
    from briefkit.components.columns import Columns

OCCASIONS = word_set("occasion")
_ARGUMENTS = frozenset(("by", "between", "from", "of", "to", "with", "against", "on"))
_PLACES = frozenset(("at", "in", "near"))
_NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))
# What a date or a name is to the noun behind it.
_BESIDE = frozenset(("amod", "compound", "nmod", "nummod", "poss"))
# Where the clause is of another time than the noun; "killed in Friday's attack" is of the same.
_APART = frozenset((
    "about", "after", "amid", "before", "despite", "following", "from", "of", "over", "since",
    "until", "versus",
))  # fmt: skip

_DURING = frozenset(("at", "during", "in"))  # the clause is of the noun's time


def is_occasion(columns: Columns, noun: int) -> bool:
    """Whether a noun tells what happens; "the second round of the cup" and "a path to power" do
    not."""
    return columns.tags[noun] in ("NN", "NNS") and columns.lower[noun] in OCCASIONS


def tells(columns: Columns, noun: int, date: int) -> bool:
    """Whether a noun phrase is the event of a date behind it: "a visit by Mr Ode to China in May",
    "Ms Ode's win in May"."""
    c = columns
    if c.deps[date] not in ("prep", "npadvmod") or not is_occasion(c, noun):
        return False
    verb = c.heads[noun]
    if c.deps[noun] == "pobj" and c.lower[verb] in _DURING:
        return False  # "said in an interview with Ms Ode in May"
    return any(
        i < date
        and (
            (c.deps[i] == "prep" and c.lower[i] in _ARGUMENTS)
            or (c.deps[i] == "poss" and c.tags[i] in _NOUNS)
        )
        for i in c.children[noun]
    )


def names(columns: Columns, noun: int, date: int) -> bool:
    """Whether a date tells which event a noun means that the clause around it only follows on, or
    speaks of: "has been on alert since the 22 April attack"."""
    c = columns
    return (
        noun > date
        and c.deps[date] in _BESIDE
        and c.deps[noun] == "pobj"
        and is_occasion(c, noun)
        and c.lower[c.heads[noun]] in _APART
    )


def is_of(columns: Columns, noun: int, date: int) -> bool:
    """Whether a noun tells, beside its date, whom or what that was about which is known to have
    happened: "the 22 April attack on tourists", but not "an attack", which may have been denied."""
    c = columns
    sure = any(c.deps[i] == "poss" or c.lower[i] == "the" for i in c.children[noun] if i < noun)
    return (
        sure
        and is_occasion(c, noun)
        and any(
            i > noun and c.lower[i] in _ARGUMENTS | _PLACES and date not in (i, *c.children[i])
            for i in c.children[noun]
        )
    )


def is_told(columns: Columns, noun: int, date: int) -> bool:
    """Whether the phrase of such a noun tells enough to be an event: "the 22 April attack on
    tourists in Kashmir"."""
    c = columns
    return any(
        (i > noun and c.deps[i] == "prep")
        or (i != date and c.deps[i] in _BESIDE and c.tags[i] in _NOUNS)
        for i in c.children[noun]
    )
