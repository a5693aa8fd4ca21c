"""Names that mean the same: surnames, initials, nicknames, acronyms, short forms."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefkit.components.actors import lexicon
from briefkit.components.actors.abbreviations import letters_of
from briefkit.components.actors.variants import content, same_body, same_person, without_suffix
from briefkit.components.coreference.words import first_names

if TYPE_CHECKING:
    from briefkit.components.actors.names import Name
    from briefkit.components.actors.spellings import Spelling

_BARE = 0.2
_MOST_BARE = 2.0  # nor more where it is often said: the model errs in the same way each time
# How sure the encoder must be, at one place at least, that there is a name, and how much may speak
# for a thing. Chosen on Wikinews by cross-validation: one wrong actor in seven goes, and one right
# actor in 280.
_SURE = 0.85
_THING = 0.3
# More namesakes than this in one article are a list of names, not a story.
_HOSTS = 12
# Spellings of one entity, and names of one spelling, that are looked at to tell what it is.
_LOOKED_AT = 50


@dataclass(slots=True, eq=False)
class NameCluster:
    """Spellings of one entity, the fullest first; `cluster` alone adds to it."""

    forms: list[Spelling]

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
        """The one type over the whole article."""
        scores = self.scores
        return max(scores, key=lambda key: (scores[key], key))

    @property
    def acts_or_lies(self) -> bool:
        """Whether this is surely a name, and of an actor or a place and not of a thing."""
        surest = max(name.sure for form in self.forms for name in form.names)
        scores = self.scores
        thing = scores["other"] > _THING * sum(scores.values()) or self.type == "other"
        return surest >= _SURE and not thing


def cluster(found: list[Spelling], acronyms: dict[str, str]) -> list[NameCluster]:
    """Join the spellings that mean the same. `acronyms` are those that the text itself defines."""
    clusters: list[NameCluster] = []
    index: dict[str, list[NameCluster]] = defaultdict(list)
    order = sorted(found, key=lambda f: (-len(content(f.words)), f.names[0].start))
    for form in order:
        keys = {*form.words, form.key}
        near = dict.fromkeys(host for key in sorted(keys) for host in index[key])
        hosts = [h for h in near if _same(form, h, acronyms) and not _clash(form, h)]
        # Where a person and a body of the same name are both possible, each name is looked at.
        kinds = {host.type for host in hosts}
        if form.type != "person" and (len(kinds) == 1 or "person" not in kinds):
            hosts = ([h for h in hosts if h.type == form.type] or hosts)[:1]
        if len(hosts) > 1:
            _share(form, hosts)
            continue
        if hosts:
            hosts[0].forms.append(form)
            home = hosts[0]
        else:
            home = NameCluster([form])
            clusters.append(home)
        defined = acronyms.get(form.key, form.key)
        for key in {*form.words, *letters_of(form.words), form.key, defined}:
            # those behind the first few are not looked at
            if len(index[key]) < _HOSTS and home not in index[key]:
                index[key].append(home)
    return clusters


def _clash(form: Spelling, host: NameCluster) -> bool:
    """Whether one is a woman's name and the other a man's."""
    if host.type != "person":
        return False
    yours = _genders(host)
    mine = {name.gender for name in form.names[:_LOOKED_AT] if name.gender}
    return bool(mine and yours) and not mine & yours


def _same(form: Spelling, host: NameCluster, acronyms: dict[str, str]) -> bool:
    """Whether the names of `form` may mean the entity of `host`, whose names are no shorter."""
    mine, yours = form.type, host.type
    for other in host.forms[:_LOOKED_AT]:
        if acronyms.get(other.key) == form.key:
            return True
        if mine == "person" == yours:
            if same_person(form.words, other.words):
                return True
        elif "person" not in (mine, yours):
            if same_body(form.words, other.words, mine, yours) or _short_form(form, other, yours):
                return True
        elif len(form.words) > 1:
            continue
        elif yours == "person":
            # a bare surname that the encoder takes for a company or a town
            whole = without_suffix(other.words)
            if len(whole) > 1 and form.words[0] == whole[-1]:
                return form.locative * 3 < len(form.names)
        elif _short_form(form, other, yours):
            return True
    return False


def _short_form(form: Spelling, other: Spelling, yours: str) -> bool:
    """Whether a word that is taken for a man or a town is a body's: "Solvane [Energy]"."""
    if yours != "organization" or len(form.words) > 1 or other.words[:1] != form.words:
        return False
    known = form.words[0] in first_names() or form.words[0] in lexicon.state_names()
    return not known and not form.locative and form.scores["place"] <= 0.7 * len(form.names)


def _share(form: Spelling, hosts: list[NameCluster]) -> None:
    """Give each name of a shared surname to the namesake that it means."""
    shares: dict[int, list[Name]] = {}
    firsts = [min(name.start for form in host.forms for name in form.names) for host in hosts]
    for name in form.names:
        person = name.kind == "person" or name.gender is not None
        fits = [i for i, host in enumerate(hosts) if (host.type == "person") == person]
        fits = fits or list(range(len(hosts)))
        fits = [i for i in fits if _surname_of(hosts[i], form)] or fits
        # Of several namesakes the one named first: relatives come later, and go by first names.
        before = [i for i in fits if firsts[i] < name.start] or fits
        chosen = min(before, key=firsts.__getitem__)
        shares.setdefault(chosen, []).append(name)
    for i, names in shares.items():
        hosts[i].forms.append(replace(form, names=tuple(names), locative=0))


def _surname_of(host: NameCluster, form: Spelling) -> bool:
    """Whether the last word of the form ends a name of the host."""
    return any(without_suffix(other.words)[-1] == form.words[-1] for other in host.forms)


def _genders(host: NameCluster) -> set[str]:
    forms = host.forms[:_LOOKED_AT]
    told = {name.gender for form in forms for name in form.names[:_LOOKED_AT] if name.gender}
    if told:
        return told
    firsts = {first_names().get(f.words[0]) for f in forms if len(f.words) > 1}
    return {gender for gender in firsts if gender}
