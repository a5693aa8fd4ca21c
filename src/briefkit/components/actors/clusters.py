"""Names that mean the same: surnames, initials, nicknames, acronyms, short forms."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from operator import itemgetter
from typing import TYPE_CHECKING

from briefkit.components.actors.abbreviations import letters_of
from briefkit.components.actors.lexicon import usual
from briefkit.components.actors.likeness import content, skeleton
from briefkit.components.actors.sameness import Known, genders, known, sameness

if TYPE_CHECKING:
    from briefkit.components.actors.spellings import Spelling
    from briefkit.components.actors.tokens import Tokens

_LEGAL = frozenset({"co", "corp", "corporation", "gmbh", "inc", "llc", "llp", "ltd", "plc"})
_BARE = 0.2
_MOST_BARE = 2.0  # nor more where it is often said: the model errs in the same way each time
# From which probability on two spellings are one; chosen by cross-validation.
SAME = 0.5
# The same for a surname, which is somebody's who is named in full more likely than nobody's.
_NAMESAKE = 0.25
# More namesakes than this in one article are a list of names, not a story.
_HOSTS = 12
# Spellings of one entity, and names of one spelling, that are looked at to tell what it is.
_LOOKED_AT = 50


@dataclass(slots=True, eq=False)
class NameCluster:
    """Spellings of one entity, the fullest first; `cluster` alone adds to them.

    `others` are those of another name that the text tells: "Quill, nicknamed [Birdie]".
    """

    forms: list[Spelling]
    others: list[Spelling] = field(default_factory=list)

    @property
    def head(self) -> Spelling:
        """The form that founded the cluster."""
        return self.forms[0]

    @property
    def scores(self) -> dict[str, float]:
        """What speaks for each type over all forms."""
        total: dict[str, float] = defaultdict(float)
        for form in self.forms[:_LOOKED_AT]:
            # what the model says of a bare surname is worth little beside the whole name
            bare = len(form.words) == 1 < len(self.head.words)
            weight = min(_BARE, _MOST_BARE / (sum(form.scores.values()) or 1.0)) if bare else 1.0
            for key, value in form.scores.items():
                total[key] += value * weight
        return total

    @property
    def type(self) -> str:
        """The one type over the whole article; what ends in "Inc." is a body."""
        if any(len(form.words) > 1 and form.words[-1] in _LEGAL for form in self.forms):
            return "organization"
        scores = self.scores
        return max(scores, key=lambda key: (scores[key], key))


def cluster(tokens: Tokens, found: list[Spelling], acronyms: dict[str, str]) -> list[NameCluster]:
    """Join the spellings that mean the same. `acronyms` are those that the text itself defines."""
    clusters: list[NameCluster] = []
    index: dict[str, list[NameCluster]] = defaultdict(list)
    seen = known(found, acronyms)
    order = sorted(found, key=lambda f: (-len(content(f.words)), f.names[0].start))
    for form in order:
        shared = keys(form, acronyms)
        near = dict.fromkeys(host for key in sorted(shared) for host in index[key])
        likely = [(_likely(tokens, form, host, seen), host) for host in near]
        likely.sort(key=_FIRST, reverse=True)
        hosts = [host for sure, host in likely if sure >= SAME]
        if not hosts and len(form.words) == 1 and form.type == "person":
            hosts = [
                h for sure, h in likely[:1] if sure >= _NAMESAKE and _may_host(tokens, h, form)
            ]
        if len(form.words) > 1:
            # "Hale-Reed" is of Joan Hale-Reed, and not of Bo Hale
            hosts = [host for host in hosts if _holds(host, form)] or hosts
        people = [host for host in hosts if host.type == "person"]
        if len(people) > 1:
            # Of several namesakes the one named first: relatives come later, and go by first names.
            hosts = [min(people, key=_start)]
        home = hosts[0] if hosts else NameCluster([])
        home.forms.append(form)
        if not hosts:
            clusters.append(home)
        for key in shared:
            # those behind the first few are not looked at
            if len(index[key]) < _HOSTS and home not in index[key]:
                index[key].append(home)
    return clusters


def keys(form: Spelling, acronyms: dict[str, str]) -> set[str]:
    """What another spelling of the same must have in common with this one."""
    words = content(form.words)
    out = {
        *words,
        *letters_of(form.words),
        form.key,
        usual(form.key),
        acronyms.get(form.key, form.key),
    }
    long = [word for word in words if len(word) > 4]
    if form.type == "person":
        # "Wlad" and "Wladimir Hale", but not "Hales" and "Haleb"
        first = words[0]
        out |= {
            f"{first[:n]}-" for n in ([len(first)] if len(words) == 1 else range(3, len(first)))
        }
    return out | {skeleton(word) for word in long} | {word.removesuffix("s") for word in long}


def _likely(tokens: Tokens, form: Spelling, host: NameCluster, seen: Known) -> float:
    """How likely a spelling is one of those of the host; never a woman's of a man's."""
    people = host.forms[:_LOOKED_AT] if host.type == "person" else ()
    yours = {gender for one in people for gender in genders(one)}
    mine = {name.gender for name in form.names[:_LOOKED_AT] if name.gender}
    if mine and yours and not mine & yours:
        return 0.0
    return max(sameness(tokens, form, other, seen) for other in host.forms[:_HOSTS])


_FIRST = itemgetter(0)


def _start(host: NameCluster) -> int:
    return min(name.start for form in host.forms for name in form.names)


def _may_host(tokens: Tokens, host: NameCluster, form: Spelling) -> bool:
    """Whether a word is the surname of a person, or opens the name of a body that is no office.

    "Hale Bakeries", but not the "Hale administration".
    """
    if host.type == "organization":
        return tokens.capital(host.head.names[0].end - 1)
    return any(content(other.words)[-1] == form.words[-1] for other in host.forms)


def _holds(host: NameCluster, form: Spelling) -> bool:
    """Whether all words of a name are of one name of the host."""
    return any(set(form.words) <= set(other.words) for other in host.forms[:_HOSTS])
