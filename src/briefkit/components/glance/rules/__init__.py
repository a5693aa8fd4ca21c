"""The deletion rules: what costs nothing to leave out, and what is given up for room."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from briefkit.components.glance.cuts import Cut
from briefkit.components.glance.rules import clauses, free, names, phrases
from briefkit.components.glance.sentence import Sentence

Rule = Callable[[Sentence], Iterator[Cut]]

FREE: tuple[Rule, ...] = (
    free.parentheses,
    free.conjunction,
    free.discourse,
    free.occasion,
    free.weekday,
    free.attribution,
)
SAVING: tuple[Rule, ...] = (
    names.addition,
    names.apposition,
    names.conjunct,
    names.country,
    names.including,
    names.party,
    clauses.afterthought,
    clauses.aside,
    clauses.elaboration,
    clauses.first_clause,
    clauses.opening,
    clauses.relative,
    clauses.restrictive,
    clauses.second_clause,
    clauses.side_clause,
    clauses.trailing,
    phrases.dated,
    phrases.manner,
    phrases.purpose,
    phrases.speaker,
    phrases.tail,
)
