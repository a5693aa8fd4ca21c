"""What the model calls a name though it acts never: products, works, ships, abbreviations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefkit.components.actors import lexicon
from briefkit.components.actors.lexicon import compact

if TYPE_CHECKING:
    from briefkit.components.actors.names import Name
    from briefkit.components.actors.view import View

# First words of offices that the model takes for bodies: "Home Secretary", "Secretary of State"
_OFFICES = frozenset({"home", "state", "prime", "foreign", "interior", "shadow", "chief", "vice"})
_DIRECTIONS = frozenset({("north",), ("south",), ("east",), ("west",)})
# Last words of bodies that are portfolios of ministers as well
_PORTFOLIOS = frozenset({"communications", "technology", "energy", "health", "industry", "media"})
# "Siege of Orwin", "Treaty of Lome": what happened or was signed there
_HAPPENED = frozenset(
    {"battle", "siege", "treaty", "war", "declaration", "feast", "fall", "massacre", "edict"}
    | {"convention", "peace", "act", "statute", "book", "gospel", "sign", "invasion"}
)
# Letters with a digit that are bodies
_WITH_DIGITS = frozenset({"g7", "g8", "g20", "mi5", "mi6", "3m", "m23", "g77", "u2"})
# "Ana Duarte Night": what is called after a person
_OCCASIONS = frozenset(
    {"night", "award", "awards", "trophy", "prize", "medal", "clash", "holidays", "scholarship"}
    | {"lecture", "act", "cup"}
)
STORMS = frozenset({"hurricane", "cyclone", "typhoon", "storm"})
_FIELDS = frozenset(
    {"studies", "psychology", "sciences", "linguistics"}
    | {"philosophy", "semantics", "mathematics", "biology", "chemistry", "physics"}
    | {"sociology", "humanities", "equivalence", "history"}
)
_ADDRESSES = frozenset({"eminence", "excellence", "excellency", "highness", "holiness", "majesty"})
_QUOTES = frozenset({'"', "“", "``", "'", "‘", ":"})
_CLOSING = frozenset({'"', "”", "''", "'", "’"})
_LONGEST = 8  # tokens of the longest name of an operation


def names_nothing(view: View, name: Name) -> bool:
    """Whether this names nothing that acts, whatever the model says."""
    if not name.key or name.key.isdigit() or _a_word(view, name):
        return True
    if (
        a_storm(view, name)
        or _a_field(name)
        or _a_product(name)
        or _an_office(view, name)
        or _a_ship(view, name)
        or _a_work(view, name)
        or _dated(view, name)
    ):
        return True
    if name.label == "NORP":
        return not a_people(view, name)
    return _thing(view, name)


def _a_word(view: View, name: Name) -> bool:
    """A word or abbreviation that is no name; what has no capital letter at all."""
    single = len(name.words) == 1
    if single and name.words[0] in ("bill", "act") and name.start:
        # "Computer Crimes [Bill]"
        at = name.start - 1
        if view.tag[at] == "NNP" and view.block[at] == view.block[at + 1] and name.outer > at:
            return True
    if single and (name.words[0] in lexicon.words("never") or len(name.key) < 2):
        return True
    if any(view.capital(i) for i in range(name.start, name.end)):
        return False
    if single:
        return view.text[name.start].islower()
    # "federal immigration department" is no name, unless its letters follow
    return view.text[name.end : name.end + 1] != ["("]


def a_storm(view: View, name: Name) -> bool:
    """ "Hurricane Ana": storms are called as people are."""
    before = view.lower[name.start - 1] if name.start else ""
    if name.words[-1] in lexicon.tails():
        return False
    return before in STORMS or (len(name.words) > 1 and name.words[0] in STORMS)


def _a_field(name: Name) -> bool:
    """A field of study: "Counseling Psychology", and no department of it."""
    if name.label != "ORG" or len(name.words) < 2 or name.words[-1] not in _FIELDS:
        return False
    return not lexicon.words("org_words") & set(name.words)


def _a_product(name: Name) -> bool:
    products = lexicon.words("products")
    if any(" ".join(name.words[:size]) in products for size in (1, 2, 3)):
        return name.label != "PERSON" or len(name.words) == 1
    return False


def _an_office(view: View, name: Name) -> bool:
    """ "Home [Secretary]", "[Information Technology] minister", "the Tsar"."""
    single, first = len(name.words) == 1, name.words[0]
    after = view.lower[name.end] if name.end < len(view) else ""
    if single and first == "state" and view.lower[name.start - 2 : name.start - 1] == ["secretary"]:
        return True
    if single and name.outer == name.start and first in lexicon.table("ranks"):
        return True
    if single and name.label == "PERSON" and first in lexicon.table("honorifics"):
        # "Prof. [Datuk] Amir Latif"
        return True
    if single and name.label == "ORG" and first in lexicon.offices():
        return True
    if len(name.words) < 3 and first in _ADDRESSES:
        return True
    if after in ("minister", "secretary") and name.label == "ORG" and not _body(name):
        return True
    return name.words[-1] in _OFFICES and compact(after) in lexicon.words("roles")


def _body(name: Name) -> bool:
    return name.words[-1] in lexicon.words("org_words") and name.words[-1] not in _PORTFOLIOS


def _a_ship(view: View, name: Name) -> bool:
    ships = lexicon.words("ship_prefixes")
    at = name.start - 1
    if at < 0 or view.block[at] != view.block[name.start]:
        return len(name.words) > 1 and name.words[0] in ships
    before = view.lower[at]
    if before in ships or (len(name.words) > 1 and name.words[0] in ships):
        return True
    if before in _QUOTES and at:
        at -= 1
        before = view.lower[at]
    if before in lexicon.words("ship_nouns") and view.tag[at] == "NN":
        return True
    return before == "the" and view.lower[at - 1] == "aboard"


def _a_work(view: View, name: Name) -> bool:
    """A title behind what it is: the novel "Orwin Street"."""
    at = name.start - 1
    quoted = at >= 0 and view.lower[at] in _QUOTES
    at -= quoted or view.lower[at] == "the"
    if at < 0 or view.block[at] != view.block[name.start]:
        return False
    if view.lower[at] not in lexicon.words("work_nouns") or view.tag[at] != "NN":
        return False
    # "the book Ana Duarte wrote"
    return quoted or name.label != "PERSON"


def operations(view: View) -> set[str]:
    """The keys of what is done under a name: the operation "Red Dawn", Operation Red Dawn."""
    found = set()
    for i in [i for i, word in enumerate(view.lower) if word == "operation"]:
        inside = view.lower[i + 1 : i + 2 + _LONGEST]
        if inside[:1] and inside[0] in _QUOTES:
            # up to the mark that closes it
            ends = [n for n, word in enumerate(inside[1:], 1) if word in _CLOSING]
            found.add(compact("".join(inside[1 : ends[0]] if ends else [])))
        elif view.capital(i):
            size = 0
            while size < len(inside) and view.tag[i + 1 + size] in ("NNP", "NNPS", "HYPH"):
                size += 1
            found.add(compact("".join(inside[:size])))
    return found - {""}


def _dated(view: View, name: Name) -> bool:
    """A film or a book with its year: "Orwin Street (1998)"; not "Hale (1998)", who wrote one."""
    behind = view.text[name.end : name.end + 3]
    if name.label == "PERSON" or name.key in lexicon.known_places():
        return False
    if len(name.words) < 2 or behind[:1] != ["("] or behind[2:] not in ([")"], [","]):
        return False
    return behind[1].isdigit() and len(behind[1]) == 4


def letters_of_common_words(view: View) -> set[str]:
    """Letters that the text explains by words written small: "body mass index (BMI)"."""
    found = set()
    for i in range(2, len(view) - 1):
        if view.text[i] != "(":
            continue
        behind, before = view.text[i + 1], view.text[i - 1]
        if behind.isupper() and len(behind) > 1 and _initials(view, i - len(behind), i, behind):
            found.add(compact(behind))
        elif before.isupper() and len(before) > 1:
            end = i + 1 + len(before)
            if view.text[end : end + 1] == [")"] and _initials(view, i + 1, end, before):
                found.add(compact(before))
    return found


def _initials(view: View, start: int, end: int, letters: str) -> bool:
    """Whether tokens `[start, end)` are words written small that begin with these letters."""
    if start < 0 or view.block[start] != view.block[end]:
        return False
    words = view.text[start:end]
    if not start or view.sent[start - 1] != view.sent[start]:
        words[0] = view.lower[start]
    return all(word[0] == letter.lower() for word, letter in zip(words, letters, strict=True))


def _thing(view: View, name: Name) -> bool:
    """Whether this is a product, an event, a work: "iPhone", "Windows 7", "World Cup"."""
    if name.label == "PERSON":
        if len(name.words) > 1 and name.words[-1] in _OCCASIONS:
            return True
        return view.text[name.end - 1].isdigit() or view.text[name.start].isdigit()
    first, last = view.text[name.start], view.text[name.end - 1]
    things = lexicon.words("thing_words")
    if len(name.words) > 1 and (name.words[-1] in things or last.isdigit()):
        return True
    if name.words[1:2] in (("of",), ("for",)) and name.words[0] in _HAPPENED:
        return True
    if "for" in name.words[2:] and name.words[name.words.index("for") - 1] in things:
        # "the Orwin Award for Service"
        return True
    if first[0] == "i" and first[1:2].isupper():
        return True
    if name.words in _DIRECTIONS and view.lower[name.end : name.end + 1] != ["korea"]:
        return True
    mixed = any(map(str.isdigit, last)) and any(map(str.isalpha, last))
    return mixed and name.words[-1] not in _WITH_DIGITS


def a_people(view: View, name: Name) -> bool:
    """Whether a word for a people means them, and does not describe ("Chinese delegates")."""
    last = name.end - 1
    if lexicon.is_one_of_a_people(name.words):
        # "the Scot"
        return False
    if view.tag[last] not in ("NNPS", "NNS", "NNP"):
        return False
    if view.dep[last] in ("amod", "compound", "nmod") and view.head[last] > last:
        return False
    if view.text[name.end : name.end + 1] == ["-"]:
        return False
    if view.lower[last].endswith("s"):
        return True
    # "the Chinese" are a people, "Chinese and Japanese ministers" are not
    after = view.tag[name.end] if name.end < len(view) else ""
    the = name.start > 0 and view.lower[name.start - 1] == "the"
    return the and view.dep[last] != "conj" and not after.startswith("NN")
