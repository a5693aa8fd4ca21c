"""What each deletion rule takes, and what it must leave alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefkit.components.glance.cuts import Cut
from briefkit.components.glance.rules import FREE, SAVING
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
        "The council rejected the plan for a bridge[ though].",
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
        "Anna Berg will meet Eva Dahl[, who leads the field,] in the final.",
        "Anna Berg, who was hurt in May, but raced again, is back.",
        "The council bought the ferry, which sank in May, a ship of nine tons.",
        "Show the mayor somebody, even a rival, who is honest.",
        "Anna Berg began to paint in May, when it rained -- using black alone.",
        "Anna Berg, 34[, who won the race], sued the council.",
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
        "That was the word of Tom Berg, the brother of Eva Dahl, killed in May by a driver.",
        "Tom Berg, one of the heads of the Leeds Nine[, a group of teachers], has died in York.",
    ],
    "occasion": [
        "The ministry said [in a statement ]that the dam had leaked.",
        "[In a statement, ]the ministry said that the dam had leaked.",
        "In court, the witness said that the dam had leaked.",
        "The witness said in court that the dam had leaked.",
        "The ministry published the figures in a statement.",
    ],
    "weekday": [
        "The council rejected the plan[ on Tuesday].",
        "The council rejected the plan[ Tuesday].",
        "The council will vote on Tuesday.",
        "The shop opens on Tuesday.",
        "Tuesday marked the end of the strike.",
        "The strike lasted from Monday to Friday.",
        "The plan was not rejected until Tuesday.",
        "The council rejected the plan on Tuesday and passed it on Friday.",
    ],
    "attribution": [
        "The bridge opened after two years of work[, officials said].",
        "Smoke closed three roads in the valley[, authorities said].",
        "Two people were killed in a storm[, officials said].",
        "Two people were killed by the driver, officials said.",
        "The driver killed two people, officials said.",
        "The bridge may open in June, officials said.",
        "The bridge opened after two years of work, critics said.",
        "The dam did not leak, officials said.",
        "The cyclist had run a red light, police said.",
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
    "afterthought": [
        "The council rejected the plan for a bridge[ -- a surprise].",
        "The council rejected the plan for a bridge[ -- today].",
        "The council rejected the plan for a bridge[ - a decision that angered the mayor].",
        "The council rejected a well-known plan.",
        "The council praised the plan for a bridge -- but rejected it.",
        "The council will build the bridge this year -- if voters agree.",
        "There was another danger in the valley -- a crack in the dam.",
        "Polls in the valley show a lead for the mayor -- assuming a race of two.",
    ],
    "trailing": [
        "A storm hit the coast[, leaving two villages dark].",
        "The council rejected the plan[, although voters liked it].",
        "A storm hit the coast[, effectively closing the port].",
        "The council rejected the plan[, even as voters praised it].",
        "The council rejected the plan, even if voters praised it.",
        "The council will reject the plan, unless voters like it.",
        "The council did not reject the plan, leaving two villages dark.",
        'The mayor says the case is "closed,"[ after a judge rejected his request].',
    ],
    "first_clause": [
        "The council[ praised the builder but] rejected the plan.",
        "[The mayor liked the plan, but] the council rejected the bridge.",
        "The mayor liked the plan, but the council rejected it.",
        "The council rejected not only the plan but sued the builder.",
        "The mayor praised the plan, but that did not help the builder.",
        "The mayor said the plan was good, but the builder stole the money.",
        "The council praised the builder and rejected the plan.",
        "The mayor liked the plan, but many rejected the bridge.",
    ],
    "second_clause": [
        "The council rejected the plan[, and the mayor resigned.]",
        "The council rejected the plan[ and sued the builder].",
        "The council rejected the plan, but the mayor built the bridge.",
        "The council must reject the plan or sue the builder.",
        "The council sold one bridge and may sell the other.",
        "The mayor said Holm took the money and told the builder why he did it.",
        "The council never rejected the plan and sued the builder.",
        "There is a new danger in the valley, and that is the dam.",
        "Prices rose, wages fell, and the mayor left the town.",
    ],
    "side_clause": [
        "The council rejected the plan[ when the mayor resigned].",
        "The council rejected the plan[ two months after the mayor resigned].",
        "The council rejected the plan because the mayor resigned.",
        "The council did not reject the plan when the mayor resigned.",
        "The shop closes when the ferry sails.",
        "The vote was when the mayor resigned.",
        "The council rejected the plan days after the mayor resigned.",
        "The find was made when the owner called the police.",
        "The wind was blowing as the council sold the bridge.",
    ],
    "elaboration": [
        "The council sold the bridge[: a gift from the builder of the mill].",
        "The council had one wish: a bridge over the river.",
        "The mayor wrote on the wall: “We will never sell the bridge.”",
        "The council sold the bridge; the mayor resigned; the builder left the town.",
        "The paper of the town said on Monday: the bridge is old.",
        "The mayor gave the council something it wanted: a new bridge.",
        "The council met in May to discuss a plan: a bridge over the river.",
    ],
    "restrictive": [
        "The police photographed a grey coat[ found near the bridge].",
        "A ferry[ that left Harwich at noon] sank near the port.",
        "The old ferry[ that left Harwich at noon] sank near the port.",
        "The council banned cars built before 2000.",
        "The council never bought the old house built by the mayor.",
        "The mayor must buy the old house built by the council.",
        "The ferry that left Harwich at noon sank near the port.",
        "Drivers who had no ticket were turned away.",
        "A man accused of theft left the town.",
        "Anna Berg is a teacher who won the race.",
        "The crowd saw a minute of the game remaining.",
        "One thing that the mayor did not mention is the price.",
    ],
    "tail": [
        "The council rejected the plan[ after a night of talks].",
        "The council rejected the plan[ after a night of talks], the mayor said.",
        "The council sued the builder[ in connection with the new plan].",
        "The court tried the murder of a student[ from Leeds].",
        "The judge issued a temporary order[ against the builder].",
        "The army kept its troops in Mali.",
        "The council must reject the plan after a night of talks.",
        "The vote was after a night of talks.",
        "The council did not reject the plan before the vote.",
        "The company invested its money in bridges.",
        "The judge issued orders against the builder.",
        "The company has no office in Leeds.",
        "The company bought a share in bridges.",
        "The council refused to sell the bridge after the vote.",
        "The team won its first cup in Leeds.",
        "The man was charged with murder.",
        "The old house was bought in March by Anna Berg.",
        "The mayor wrote a word on the wall: “Stop.”",
        "Shops open on Sundays in Leeds.",
        "The new bridge will be built by volunteers.",
        "The council put new covers on them.",
        "The council made a bid for peace.",
        "Anna Berg enjoyed her first months at the ministry.",
        "The mayor sued the Centre for Water Policy.",
        "The mayor met nine pilots, two clerks and citizens from Norway.",
        "The mayor spoke of a plan for the town: to build a dam.",
        "The mayor brought the council on board.",
        "The old mill tested positive for lead.",
        "A man hurt during the vote has sued the mayor.",
        "The bridge will cost $9 million over ten years.",
        "The mayor was indicted on charges of fraud.",
    ],
    "purpose": [
        "The council announced cuts[ to reduce the deficit].",
        "The council must announce cuts to reduce the deficit.",
        "The council has been taking steps to reduce the price.",
        "The council asked the builder to reduce the price.",
        "The council took no money to build the bridge.",
        "Anna Berg became the first mayor to build a bridge.",
        "The mayor wants envoys based in Leeds to meet the council.",
        "The council was tired of his failure to sell the old mill.",
        "The mayor struggled on Monday to explain the vote.",
    ],
    "manner": [
        "The gang killed two people[ in what the mayor called a tragedy].",
        "The team won the cup[ by beating Leeds].",
        "The team did not win the cup by beating Leeds.",
        "The team could win the cup by beating Leeds.",
        "The team began by beating Leeds.",
    ],
    "speaker": [
        "The bridge was safe, said a lawyer[ for the family].",
        "The bridge was safe, according to a report[ published on Monday].",
        "The bridge was safe, according to a report[ that the mayor will use].",
        "The bridge was safe, a spokeswoman for the builder said.",
        "The builder praised a lawyer for the family.",
    ],
    "country": [
        "A ferry from Leeds[, England,] sank near the port.",
        "The police in Paris[, France,] closed two roads.",
        "In Leeds[, England], the mayor closed two roads.",
        "The builders of Leeds, York and Hull sued the council.",
        "England, the host, won the cup.",
        "The firm opened a mill in Leeds[, England], where the river bends.",
        "The council closed the Leeds[, England,] mill in May.",
    ],
    "including": [
        "Three towns[, including Leeds,] sued the builder.",
        "Three towns[ including Leeds] sued the builder.",
        "Not all towns, including Leeds, sued the builder.",
        "The album has four of his songs about Leeds, including the old ballad, his waltz, and,"
        " of course, another take of the hymn River Song.",
    ],
    "dated": [
        "[In 2012, ]the mayor opened the bridge.",
        "The mayor opened the bridge[ in March 2012].",
        "The mayor was born in 1952.",
        "The mayor spent 2012 in Leeds.",
        "The mayor sold two bridges since the strike began in May.",
        "The mayor will open the bridge in 2030.",
        "The mayor did not open the bridge in 2012.",
        "The builder closed the road from March to June 2012.",
        "The shop opens in June.",
        "A song that won in 2012 is heard no more.",
    ],
    "aside": [
        "A pupil[, with the help of her father,] sued the school.",
        "The mayor[, speaking to reporters,] praised the bridge.",
        "Anna Berg[, freed from prison last week,] praised the mayor.",
        "A pupil, without the help of her father, sued the school.",
        "The mayor, if voters agree, opens the bridge.",
        "Her sister, Eva Dahl[, backed by two aunts], sued the council.",
        "The mill[, built in the north], about nine miles from York, is old.",
    ],
    "addition": [
        "The council rejected the plan[, a decision that angered the mayor].",
        "The council thanked the mayor, the builder and the school.",
        "The council, a body of nine, rejected the plan.",
    ],
    "conjunct": [
        "The council sued the builder[ and the mayor].",
        "The council sold bread and butter.",
        "The council signed a treaty between Norway and the town.",
        "The bridge was bought by Norlin and the council.",
        "The council did not sue the builder and the mayor.",
    ],
    "party": [
        "Anna Berg[, D-Texas,] praised the bridge.",
        "Anna Berg, R-rated films behind her, praised the bridge.",
        "The mayor remembered the B-17, D-Day and the war.",
    ],
}
RULES = {rule.__name__: rule for rule in (*FREE, *SAVING)}


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
