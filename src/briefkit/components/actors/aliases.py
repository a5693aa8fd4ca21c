"""Names that mean the same: surnames, initials, nicknames, acronyms, short forms."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefkit.components.actors import lexicon
from briefkit.components.actors.lexicon import compact
from briefkit.components.actors.names import acronym
from briefkit.components.actors.spellings import content, same_body, same_person, without_suffix

if TYPE_CHECKING:
    from briefkit.components.actors.names import Name

_BARE = 0.2
_MOST_BARE = 2.0  # nor more where it is often said: the model errs in the same way each time
# More namesakes than this in one article are a list of names, not a story.
_HOSTS = 12


@dataclass(slots=True)
class Form:
    """All names of one spelling. `scores` say how much speaks for each type."""

    words: tuple[str, ...]
    names: list[Name] = field(default_factory=list)
    scores: dict[str, float] = field(default_factory=dict)
    locative: int = 0  # how often it stands after "in" or "near"

    @property
    def type(self) -> str:
        """The type that most speaks for."""
        return max(self.scores, key=lambda key: (self.scores[key], key))


@dataclass(slots=True)
class Group:
    """Forms that mean one entity, the fullest first."""

    forms: list[Form]

    @property
    def head(self) -> Form:
        """The form that founded the group."""
        return self.forms[0]

    @property
    def scores(self) -> dict[str, float]:
        """What speaks for each type over all forms."""
        total: dict[str, float] = defaultdict(float)
        for form in self.forms:
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


def forms(names: list[Name]) -> list[Form]:
    """The names by their spelling, in order of first use."""
    found: dict[str, Form] = {}
    for name in names:
        key = state_key(name)
        if key not in found:
            found[key] = Form(name.words)
        found[key].names.append(name)
    return [part for form in found.values() for part in _by_gender(form)]


def _by_gender(form: Form) -> list[Form]:
    """A surname that "Mr." and "Ms." tell to be two people's, apart; without a title the last's."""
    if len(form.words) > 1 or len({name.gender for name in form.names if name.gender}) < 2:
        return [form]
    parts: dict[str, Form] = {}
    last = next(name.gender for name in form.names if name.gender) or ""
    for name in form.names:
        last = name.gender or last
        parts.setdefault(last, Form(form.words)).names.append(name)
    return list(parts.values())


def state_key(name: Name) -> str:
    """The spelling key; states go by their own name, whichever they are called by."""
    key = name.key
    state = lexicon.state_names().get(key)
    return compact(state.name) if state and name.label != "PERSON" else key


def group(found: list[Form], acronyms: dict[str, str]) -> list[Group]:
    """Join the forms that mean the same. `acronyms` are those that the text itself defines."""
    groups: list[Group] = []
    index: dict[str, list[Group]] = defaultdict(list)
    order = sorted(found, key=lambda f: (-len(content(f.words)), f.names[0].start))
    for form in order:
        keys = {*form.words, "".join(map(compact, form.words))}
        hosts = _unique(host for key in sorted(keys) for host in index[key][:_HOSTS])
        alike = [host for host in hosts if _same(form, host, acronyms)]
        hosts = [host for host in alike if not _clash(form, host)]
        if alike and not hosts:
            hosts = _married(form, groups)
        if len(hosts) > 1 and not _mixed(hosts):
            hosts = _best(form, hosts)
        if len(hosts) > 1:
            _share(form, hosts)
            continue
        if hosts:
            hosts[0].forms.append(form)
            home = hosts[0]
        else:
            home = Group([form])
            groups.append(home)
        short = acronym(form.words)
        for key in sorted({*form.words, *short, "".join(map(compact, form.words))}):
            if home not in index[key]:
                index[key].append(home)
        defined = acronyms.get("".join(map(compact, form.words)))
        if defined and home not in index[defined]:
            index[defined].append(home)
    return [home for home in groups if home.forms]


def _unique(hosts: object) -> list[Group]:
    found: list[Group] = []
    for host in hosts:  # type: ignore[attr-defined]
        if not any(host is other for other in found):
            found.append(host)
    return found


def _married(form: Form, groups: list[Group]) -> list[Group]:
    """Whom "Mrs. Hale" means beside Peter Hale: the "Joan" who is called somebody's wife."""
    genders = {name.gender for name in form.names if name.gender}
    fits = [
        host
        for host in groups
        if all(len(one.words) == 1 and one.words != form.words for one in host.forms)
        and any(name.kin and name.gender in genders for one in host.forms for name in one.names)
    ]
    return fits if len(fits) == 1 else []


def _clash(form: Form, host: Group) -> bool:
    """Whether one is a woman's name and the other a man's."""
    if host.type != "person":
        return False
    mine, yours = {name.gender for name in form.names if name.gender}, _genders(host)
    return bool(mine and yours) and not mine & yours


def _same(form: Form, host: Group, acronyms: dict[str, str]) -> bool:
    """Whether the names of `form` may mean the entity of `host`, whose names are no shorter."""
    mine, yours = form.type, host.type
    for other in host.forms:
        if _defined(form, other, acronyms):
            return True
        if mine == "person" and yours == "person":
            if same_person(form.words, other.words):
                return True
        elif (
            yours == "person"
            and other.words[-len(form.words) :] == form.words
            and (form.words[0] in lexicon.words("particles"))
        ):
            # "Le Clair", whatever the model says of it
            return True
        elif yours == "person" and len(form.words) == 1:
            # the model often takes a bare surname for a company or a town
            whole = without_suffix(other.words)
            if len(whole) > 1 and (form.words[0] == whole[-1] or _called(form, other)):
                if _body_first(form, other):
                    continue
                return form.locative * 3 < len(form.names) or form.scores.get("place", 0) < 3
        elif yours == "organization" and mine != yours and _short_form(form, other):
            return True
        elif "person" not in (mine, yours):
            if same_body(form.words, other.words, mine, yours):
                return True
        elif mine == "person" and yours == "organization" and form.scores["organization"]:
            # "Ford": both a man and a company of the article; each name is looked at alone
            if len(form.words) == 1 and other.words[0] == form.words[0]:
                return True
        elif mine == "person" and yours != "person" and len(form.words) == 1 == len(other.words):
            return form.words == other.words
    return False


def _body_first(form: Form, other: Form) -> bool:
    """Whether a bare name is a company that the text speaks of before the man: "Ford fell"."""
    told = form.scores["organization"] >= _TOLD and not form.scores["person"]
    return told and form.names[0].start < other.names[0].start


_TOLD = 3.0


def _called(form: Form, other: Form) -> bool:
    """Whether somebody is called by the first name alone from where he is named in full."""
    key = "".join(map(compact, form.words))
    later = form.names[0].start > other.names[0].start
    if form.words[0] != other.words[0] or not later or form.locative:
        return False
    known = key in lexicon.state_names() or key in lexicon.known_places()
    return not known and key not in lexicon.known_bodies()


def _short_form(form: Form, other: Form) -> bool:
    """Whether a word that the model takes for a man or a town is a body's: "Solvane [Energy]"."""
    word = form.words[0]
    if len(form.words) > 1 or len(other.words) < 2 or other.words[0] != word:
        return False
    if word in lexicon.first_names() or word in lexicon.state_names() or form.locative:
        return False
    if compact(word) in lexicon.known_places():
        return False
    if any(name.outer < name.start for name in form.names):
        return False
    clubs = other.words[-1] in _CLUBS or other.words[-1] in lexicon.words("corporate")
    return clubs or "GPE" not in labels(form)


_CLUBS = frozenset({"united", "rovers", "wanderers", "albion", "athletic", "fc", "city", "energy"})


def _defined(form: Form, other: Form, acronyms: dict[str, str]) -> bool:
    short, full = ("".join(map(compact, words)) for words in (form.words, other.words))
    return acronyms.get(full) == short or acronyms.get(short) == full


def _best(form: Form, hosts: list[Group]) -> list[Group]:
    """Of several possible entities, those that fit closest."""
    exact = [h for h in hosts if any(f.words == form.words for f in h.forms)]
    if exact:
        return exact[:1]
    if form.type != "person":
        same = [h for h in hosts if h.type == form.type] or hosts
        plain = [h for h in same if _plain(form, h)]
        return plain[:1] or same[:1]
    return hosts


def _plain(form: Form, host: Group) -> bool:
    """Whether a name of the host is the form with no more than "Inc." or "Company" behind it."""
    size = len(form.words)
    return any(
        other.words[:size] == form.words
        and all(word in lexicon.words("corporate") for word in other.words[size:])
        for other in host.forms
    )


def _mixed(hosts: list[Group]) -> bool:
    """Whether a person and a body of the same name are both possible."""
    kinds = {host.type for host in hosts}
    return "person" in kinds and len(kinds) > 1


def _share(form: Form, hosts: list[Group]) -> None:
    """Give each name of a shared surname to the namesake that was named last before it."""
    shares: dict[int, Form] = {}
    for name in form.names:
        fits = [
            i
            for i, host in enumerate(hosts)
            if not (genders := _genders(host)) or not name.gender or name.gender in genders
        ] or list(range(len(hosts)))
        person = name.label == "PERSON" or name.gender is not None
        fits = [i for i in fits if (hosts[i].type == "person") == person] or fits
        # of those named so far, whose surname it is
        fits = [i for i in fits if _last_before(hosts[i], name) >= 0] or fits
        fits = [i for i in fits if _surname_of(hosts[i], form)] or fits
        chosen = max(fits, key=lambda i: (_last_before(hosts[i], name), -i))
        share = shares.setdefault(chosen, Form(form.words, scores=dict(form.scores)))
        share.names.append(name)
    for i, share in shares.items():
        hosts[i].forms.append(share)


def _surname_of(host: Group, form: Form) -> bool:
    """Whether the last word of the form ends a name of the host."""
    return any(without_suffix(other.words)[-1] == form.words[-1] for other in host.forms)


def _genders(host: Group) -> set[str]:
    told = {name.gender for form in host.forms for name in form.names if name.gender}
    if told:
        return told
    firsts = {lexicon.first_names().get(f.words[0]) for f in host.forms if len(f.words) > 1}
    return {gender for gender in firsts if gender}


def _last_before(host: Group, name: Name) -> int:
    places = [n.start for form in host.forms for n in form.names if n.start < name.start]
    return max(places, default=-1)


def labels(form: Form) -> Counter[str]:
    """How often the model gave each label to this form."""
    return Counter(name.label for name in form.names)
