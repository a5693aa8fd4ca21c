"""Who is a he and who is a she: from the text first, from first names second."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from briefkit.components.coreference.words import (
    Pronoun,
    first_names,
    nouns,
    pronouns,
    titles,
)

if TYPE_CHECKING:
    from briefkit.components.actors.entity import Entity
    from briefkit.components.coreference.view import View


# So many names in one sentence are a list, and decide nothing.
_MANY = 20


def told(entity: Entity, view: View) -> str | None:
    """The gender that a title or a noun about the person tells: "Mrs Reed", "actress Ann Reed"."""
    votes: Counter[str] = Counter()
    known, kinds = titles(), nouns()
    for mention in entity.mentions:
        for i in range(max(0, mention.start - 3), mention.start + 1):
            word = view.lower[i].rstrip(".")
            near = view.sentences[i] == view.sentences[mention.start]
            if not near or not _titles(view, i, mention.start):
                continue
            # "King" alone is a surname, and "brother" before a name may be another's.
            if word in known and view.words[i][0].isupper() and i < mention.end - 1:
                votes[known[word]] += 1
            elif i < mention.start <= view.heads[i] and word in kinds and kinds[word].gender:
                votes[kinds[word].gender] += 1
    for head in sorted(entity.role_heads):
        if head in kinds and kinds[head].gender:
            votes[kinds[head].gender] += 1
    return _winner(votes)


def _titles(view: View, word: int, name: int) -> bool:
    """Whether a word before a name, with nothing but capitals and nouns between, titles it."""
    return all(
        view.tags[i].startswith(("NN", "JJ")) or view.lower[i] == "." for i in range(word + 1, name)
    )


def listed(entity: Entity) -> str | None:
    """The gender of the first name, where it is a woman's or a man's alone."""
    words = [word for word in entity.name.lower().replace(".", " ").split() if word not in titles()]
    if len(words) < 2:
        return None
    return first_names().get(words[0]) or first_names().get(words[0].split("-")[0])


def from_pronouns(people: list[Entity], view: View) -> dict[int, str]:
    """Gender by number in `people`, where a pronoun near by can mean nobody else.

    A he or she counts for a person if that person alone is named in its sentence before it, or,
    where nobody is, in the sentence before. Two agreeing pronouns outweigh a list of names.
    """
    named: dict[int, list[tuple[int, int]]] = {}
    for number, person in enumerate(people):
        for mention in person.mentions:
            named.setdefault(view.sentences[mention.start], []).append((mention.start, number))
    votes: list[Counter[str]] = [Counter() for _ in people]
    for i, pronoun in gendered(view):
        sentence = view.sentences[i]
        here = {number for at, number in named.get(sentence, [])[:_MANY] if at < i}
        here = here or {number for _, number in named.get(sentence - 1, [])[:_MANY]}
        if len(here) == 1:
            votes[here.pop()][pronoun.gender] += 1
    return {n: winner for n, found in enumerate(votes) if (winner := _winner(found, 2))}


def gendered(view: View) -> list[tuple[int, Pronoun]]:
    """Each he or she, him or her outside of quotations, with its token."""
    table = pronouns()
    return [
        (i, table[word])
        for i, word in enumerate(view.lower)
        if word in table and table[word].gender and not view.quotes[i]
    ]


def _winner(votes: Counter[str], least: int = 1) -> str | None:
    """The gender with at least `least` votes and three times those of the other."""
    for gender, other in (("f", "m"), ("m", "f")):
        if votes[gender] >= least and votes[gender] > 2 * votes[other]:
            return gender
    return None
