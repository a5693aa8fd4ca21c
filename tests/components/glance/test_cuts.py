"""What each deletion rule takes, and what it must leave alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefkit.components.glance.cuts import Cut
from briefkit.components.glance.rules import FREE, OPENING, SAVING
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
    "relative": [
        "The ferry[, which left Harwich at noon,] sank near the port.",
        "Anna Berg[, who was born in Leeds,] won the race.",
        "The ferry that left Harwich at noon sank near the port.",
        "Passengers who had no ticket were turned away.",
        "Anna Berg, who was hurt in May, but raced again, is back.",
        "The council bought the ferry, which sank in May, a ship of nine tons.",
        "Show the mayor somebody, even a rival, who is honest.",
        "Anna Berg began to paint in May, when it rained -- using black alone.",
        "Anna Berg, 34[, who won the race], sued the council.",
        "Villagers report that blasts have harmed their houses, which include cracked walls, weakened "
        "beams and falling plaster.",
        "The blasts damaged houses, which have cracked walls, weakened beams and broken windows.",
    ],
    "apposition": [
        "Anna Berg[, a spokeswoman for the ministry,] declined to comment.",
        "Anna Berg[, 34,] won the race.",
        "Her brother, Tom Berg, won the race.",
        "Leeds, the county council and two villages sued the builder.",
        "When Leeds won the cup, the mayor cried.",
        "The ferry left Leeds, England, at noon.",
        "Anna Berg[, 34], of Leeds, won the race.",
        "They invited Anna Berg, chief of the mill[, the clerk of the council, and two dogs].",
        "Anna Berg[, a lawyer from Leeds,] will win the race, Tom Dahl said.",
        "Anna Berg, a lawyer and, for a time, a judge, sued the council.",
        "The mayor left, but in Leeds[, a town of mills], the council met.",
        "That was the word of Tom Berg, the brother of Eva Dahl, killed in May by a driver.",
    ],
    "weekday": [
        "The council rejected the plan[ on Tuesday].",
        "The council rejected the plan[ Tuesday].",
        "The council will vote on Tuesday.",
        "The shop opens on Tuesday.",
        "Tuesday marked the end of the strike.",
        "The strike lasted from Monday to Friday.",
        "The plan was not rejected until Tuesday.",
        "He worked only on Tuesday.",
        "The council rejected the plan on Tuesday and passed it on Friday.",
        "The mayor leads in a poll of 900 people released Tuesday.",
    ],
    "opening": [
        "[After a night of talks, ]the council rejected the plan.",
        "[Although voters liked it, ]the council rejected the plan.",
        "[During a visit to Norway, ]the mayor praised the bridge.",
        "[When the vote ended, ]the council rejected the plan.",
        "[In a letter to the builder, ]the mayor praised the bridge.",
        "If voters like it, the council will pass the plan.",
        "After you pay, the gate opens.",
        "Under the plan, the council builds a bridge.",
        "Without a bridge, the village lost its shops.",
        "In Norway, prices fell.",
        "After the storm, the ferry never sailed again.",
        "According to the mayor, the builder stole the money.",
        "[After drafting rules that may never pass, ]the mayor left the town.",
        "After you pay the clerk, the door opens.",
        "Depending on the vote, the mayor will leave the town.",
        "With older ferries, the builder must check that the doors close.",
        "When Berg said that, Tom Dahl praised his plan.",
        "While the mayor sold the mill, one lawyer said it was a danger.",
    ],
    "trailing": [
        "A storm hit the coast[, leaving two villages dark].",
        "The council rejected the plan[, although voters liked it].",
        "A storm hit the coast[, effectively closing the port].",
        "The council rejected the plan[, even as voters praised it].",
        "A storm killed at least two sailors[, leaving two villages dark].",
        "The council rejected the plan, even if voters praised it.",
        "The council will reject the plan, unless voters like it.",
        "The council did not reject the plan, leaving two villages dark.",
        'The mayor says the case is "closed,"[ after a judge rejected his request].',
    ],
    "second": [
        "The council rejected the plan for a new bridge[ and closed the old mill].",
        "The police released the film on Monday[, and the mayor left the town].",
        "The mayor wants to sell the mill and close the bridge.",
        "The council did not reject the plan and closed the mill.",
        "The mayor sold the mill and the bridge.",
    ],
}
RULES = {rule.__name__: rule for rule in (*FREE, *SAVING, *OPENING)}


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
