"""What each deletion rule takes, and what it must leave alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefkit.components.glance.cuts import Cut
from briefkit.components.glance.rules import FREE
from briefkit.components.glance.sentence import Sentence, make_table

if TYPE_CHECKING:
    from spacy.language import Language

# The words between [brackets] are what the rule cuts; without brackets it must cut nothing.
CASES = {
    "parentheses": [
        "The dam [(built in 1931) ]holds back the river.",
        "The mayor [-- a former teacher -- ]opened the bridge.",
        "The dam was built in 1931 -- and it has never leaked.",
        "Anna Berg, founder of a shipyard -- a small one -- was fined.",
        "Voters backed the Tenants (Reform) Act in May.",
        "The Vel Dam [(VD) ]Company has built nine bridges.",
        "(Velar Ltd) bought the old mill in May.",
        "The mayor took the money (though he denies it).",
        "The gate is open in April and May (for one year).",
        "The judge of the town -- Anna Berg -- opened the bridge.",
        "To Anna Berg -- a judge -- Karl Holm wrote a letter on Monday.",
    ],
    "conjunction": [
        "[But ]the council rejected the plan.",
        "[And ]the bridge opened two days late.",
        "[Or ]the council rejected the plan.",
        "[Meanwhile ]the council rejected the plan.",
        "So far the council has rejected the plan.",
        "Both the mayor and the council rejected the plan.",
    ],
    "discourse": [
        "[However, ]the council rejected the plan.",
        "The council rejected the plan for a bridge though voters liked it.",
        "The council[, for example,] rejected the plan.",
        "The council [also ]rejected the plan.",
        "The council not only rejected the plan but also sued the builder.",
        "The drug, also known as Velar, was withdrawn.",
        "Allegedly, the mayor took the money.",
        "However hard the team tried, it lost.",
    ],
}
RULES = {rule.__name__: rule for rule in FREE}


def test_every_rule_has_its_cases() -> None:
    assert set(CASES) == set(RULES)
    for name, cases in CASES.items():
        assert any("[" in case for case in cases), name
        assert any("[" not in case for case in cases), name


@pytest.mark.parametrize(
    ("name", "case"), [(name, case) for name, cases in CASES.items() for case in cases]
)
def test_rule(name: str, case: str, nlp: Language) -> None:
    text = case.replace("[", "").replace("]", "")
    doc = nlp(text)
    sentence = Sentence(make_table(doc), 0, len(doc))
    assert _marked(sentence, list(RULES[name](sentence))) == _folded(case)


def _marked(s: Sentence, cuts: list[Cut]) -> str:
    """The words of the sentence, those of the cuts in brackets."""
    out: list[str] = []
    for i, word in enumerate(s.words):
        out += ["["] * any(cut.start == i for cut in cuts) + [word]
        out += ["]"] * any(cut.end == i + 1 for cut in cuts)
    return _folded(" ".join(out))


def _folded(text: str) -> str:
    return "".join(text.split())
