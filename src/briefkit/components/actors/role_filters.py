"""Which of the words near a name cannot be its role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefkit.components.actors import lexicon
from briefkit.components.actors.lexicon import compact

if TYPE_CHECKING:
    from briefkit.components.actors.names import Name
    from briefkit.components.actors.role_choice import Claim
    from briefkit.components.actors.role_phrases import Role
    from briefkit.components.actors.tokens import Tokens

_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_BE = frozenset({"'s", "are", "be", "been", "is", "was", "were"})
_BECOME = frozenset({"be", "become", "becomes", "becoming"})
_WISHES = ("aspir", "hop", "going", "run", "ran", "seek", "sought", "tried", "try", "want", "wish")
_SUPPOSED = frozenset({"could", "if", "might", "unless", "whether"})


def may_be(tokens: Tokens, claim: Claim, gender: str | None) -> bool:
    """Whether somebody of this gender and this name may be called so."""
    word = tokens.lower[claim.role.head]
    # no man is a "sister"; a woman may be a "chairman"
    fits = not gender or (word.endswith("man") and not word.endswith("woman"))
    if not fits and lexicon.noun_genders().get(word) not in (None, gender):
        return False
    return not (
        _says_nothing(tokens, claim.role)
        or _of_next_clause(tokens, claim.role, claim.name)
        or _denied(tokens, claim.role)
        or _only_thought_of(tokens, claim.role)
    )


def is_of_another(tokens: Tokens, claim: Claim) -> bool:
    """Whether a role that the encoder sees alone is somebody else's by the grammar.

    A verb or a preposition has the role and not the name: "Hale is ill, [the mayor] said", "Hale's
    letter to [the mayor]"; but not "Joan Hale, club secretary said".
    """
    role, name = claim.role, claim.name
    if claim.how != ("seen",):
        return False
    over, at = tokens.head[role.head], tokens.top(name.start, name.end)
    if role.head in tokens.above(at) or at in tokens.above(role.head):
        return False
    if tokens.dep[role.head] in _SUBJECT:
        row = role.end <= name.start < over  # "the mayors, Ana Duarte and Joan Hale, said"
        return over >= role.end and tokens.lower[over] not in _BE and not row
    kept = ("as", "of") if tokens.dep[role.head] == "pobj" else ()
    through = tokens.dep[role.head] in ("dobj", "pobj") and name.end <= over < role.start
    return through and tokens.lower[over] not in kept


def _says_nothing(tokens: Tokens, role: Role) -> bool:
    """Whether a role says no office: "man", "Mr.", "American", "patient man"."""
    word = tokens.lower[role.head]
    polite = lexicon.table("honorifics").get(compact(word), "-") != "-"
    # "Berg, prosecuting, said", "the newly [signed] Tom Reed", "[one], Ana Duarte, left"
    doing = tokens.tag[role.head] in ("CD", "VBD", "VBG", "VBN")
    nothing = word in lexicon.words("not_roles") or word in lexicon.demonyms()
    if role.end - role.start == 1:
        return polite or doing or nothing
    return nothing and all(tokens.tag[i] == "JJ" for i in range(role.start, role.end - 1))


def _of_next_clause(tokens: Tokens, role: Role, name: Name) -> bool:
    """Whether a clause begins with the role: "after meeting Ana Hale, [the minister] flew"."""
    subject = tokens.dep[role.head] in _SUBJECT and tokens.head[role.head] >= role.end
    if not subject or role.start < name.end or tokens.text[name.end] != ",":
        return False
    # "Joan Hale, club secretary said", with one comma of two
    return tokens.dep[tokens.top(name.start, name.end)] not in _SUBJECT


def _denied(tokens: Tokens, role: Role) -> bool:
    """Whether somebody is said not to be it: "was never elected mayor"."""
    verb = tokens.head[role.head]
    if verb > role.head or tokens.lower[verb] not in _BE | lexicon.table("role_verbs").keys():
        return False
    before = range(max(0, verb - 4), min(role.start, verb + 3))
    nots = (i for i in before if tokens.dep[i] == "neg" and tokens.head[i] == verb)
    return any(tokens.lower[i + 1] not in ("just", "merely", "only") for i in nots)


def _only_thought_of(tokens: Tokens, role: Role) -> bool:
    """Whether it is wished or supposed: "hopes to become mayor", "if Hale becomes president"."""
    verb = tokens.head[role.head]
    if verb > role.head or tokens.lower[verb] not in _BECOME:
        return False
    for i in range(max(0, verb - 8), verb):
        if tokens.head[i] == verb and tokens.tag[i] == "TO":
            return tokens.lower[tokens.head[verb]].startswith(_WISHES)
        if tokens.head[i] == verb and tokens.lower[i] in _SUPPOSED:
            return True
    return False
