"""Names to actors, types, roles, acting: one-line cases with the gold written in the text.

`{1 Ana Duarte}` is a name of actor 1; names with the same number are one actor, with different
numbers two. `{0 Windows}` is no actor.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from briefkit.components.actors.drafts import ActorDraft
from briefkit.components.actors.entity import Entity
from briefkit.components.actors.names import Name
from briefkit.components.actors.tokens import read_tokens
from briefkit.components.actors.warnings import doubts
from briefkit.components.records import ActorRecord, WarningRecord, records

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MARK = re.compile(r"\{(\d) ([^}]*)\}")

GROUPS = {
    "surname and first name": [
        "{1 Ana Duarte} met {2 Tomas Reyes} on Monday. {1 Duarte} said the talks went well.",
        "{1 Maria Lindqvist} won the race. {1 Lindqvist} thanked her coach, and {1 Maria} wept.",
        "{1 Xi Jinping} arrived in Lima. {1 Xi} will stay until Friday.",
    ],
    "a surname with two bearers": [
        "Britain's exit looms over {1 Hale}'s path. Mrs. {1 Hale} offers calm, and Mrs. {1 Hale} "
        "said so. For {1 Joan Hale}, the uprising is a test. Her husband, {2 Peter Hale}, left.",
    ],
    "those about somebody": [
        "It was the first party in the race, said the {1 Obama campaign}. A star campaigned with "
        "{2 Obama} in Iowa. {2 Obama} thanked her.",
    ],
    "peers": [
        "The {1 Duchess of Lorn} came to {2 Hull}. The {1 Duchess}, 41, smiled and met pupils.",
        "{1 Catherine}, {1 Duchess of Lorn}, fell ill in May. The {1 Duchess of Lorn} wept.",
    ],
    "two letters": [
        "{1 Peter Ashe} of Nordwind left. It cost $35M before {2 P&A}, and {1 Ashe} wept.",
    ],
    "no title": [
        "Nobody will miss {1 Hale}. {1 Peter Hale} left in May. He wept.",
    ],
    "a first name misspelled": [
        "{1 Brian Hale} was held in May. {1 Bryan Hale}, 28, is a student.",
    ],
    "first name alone": [
        "{1 Rahmat Hakim}, a minister, came. {1 Rahmat} wept. Nobody but {1 Rahmat} knew.",
        "{1 Austin Hale} sang in {2 Austin}. {1 Hale} was born in {2 Austin}.",
    ],
    "a first name in short": [
        "{1 Wladimir Hale} won the fight. Nobody knew {1 Wlad} as a boy.",
        "{1 Kimberly Hale} met {2 Kim Won-soon} in Seoul. {2 Kim} smiled.",
        "West Virginia Gov. {1 Earl Ray Tomblin} declared a state of emergency.",
    ],
    "governments": [
        "The {1 Cuban government} protested. {1 Cuba's government} then closed the port.",
    ],
    "members and party": [
        "The {1 Democratic Party} won in May. {1 Democrats} hold 40 seats.",
        "{1 Republicans} lost in May. The {1 GOP} holds 40 seats.",
    ],
    "letters behind letters": [
        "The {1 U.S. Department of Transportation} sued. The {1 DOT} wants money.",
        "The {1 UN Relief and Works Agency} feeds them. {1 UNRWA} has no money left.",
    ],
    "made of the letters of a name": [
        "The {1 Northern Institute of Volcanology and Seismology} ({1 Norvols}) warned Leeds. "
        "{1 Norvols} said on Monday that the hill was calm.",
    ],
    "names that go on": [
        "{1 Ana (Nita) Duarte} resigned on Monday. {1 Duarte} is 40.",
        "The {1 U.N. Security Council} met on Monday. The {1 Security Council} did not vote.",
    ],
    "where somebody is from": [
        "{1 Ana Duarte} beat a {0 Swede} in the final. Few had heard of {1 Duarte}.",
    ],
    "one of many": [
        "{1 Ana Duarte} left {2 Leeds} in a {0 Lada} on Monday.",
        "{1 Ana Duarte} works for an {0 Aboriginal corporation} in {2 Perth}.",
    ],
    "joined by a hyphen": [
        "{1 Boeing} and {2 Airbus} met. The {1 Boeing}-{2 Airbus} pact is signed.",
        "{1 Agence France-Presse} lost the case. {1 Agence France-Presse} will appeal.",
    ],
    "one name of several": [
        "{1 Luiz Antonio Pinto da Costa} won. Mr. {1 Pinto} thanked his family on Monday.",
        "{1 Maria Isabel Vega Torres} resigned. Mrs. {1 Vega} gave no reason.",
    ],
    "surnames that places have": [
        "{1 Leslie Field} studies ice. Ms. {1 Field} is 60. Nobody paid {1 Field}, and she left.",
        "{1 Peter Hill} was born in Leeds. He was happy, said Mr. {1 Hill}. {1 Hill} is 40.",
    ],
    "titles and honorifics": [
        "{1 Robert Hale} denied the charge. Mr. {1 Hale} will appeal.",
        "{1 Angela Torres} spoke first. Senator {1 Torres} voted against the bill.",
        "Dr. {1 Paul Neumann} examined the boy. {1 Paul Neumann} found nothing.",
        "{1 Amir Latif} left. Datuk Seri {1 Amir Latif} gave no reason.",
    ],
    "first names that are titles elsewhere": [
        "Rep. {1 Don Bacon} of Nebraska voted no. {1 Don Bacon} is 60.",
    ],
    "no title that a sentence before ends with": [
        "After dinner with her husband, {1 Joan Hale} left. {1 She} was tired. {1 Hale} slept.",
    ],
    "initials": [
        "{1 George W. Harmon} signed the order. {1 George Harmon} then left the room.",
        "{1 James Whitfield} wrote the novel. {1 J. Whitfield} died in 1950.",
        "{1 Susan K. Albright} was appointed. {1 Albright} starts in May.",
    ],
    "nicknames": [
        "{1 William Carver} resigned on Friday. {1 Bill Carver} had led the group for years.",
        "{1 Robert Mackey} sang two songs. {1 Bob Mackey} was cheered by the crowd.",
        "{1 Michael Stroud} bought the club. {1 Mike Stroud} said he was happy.",
    ],
    "initials beside a name": [
        "It was Michael D. Varga who won. {1 Michael D. Varga} is 40. {1 Varga} left at once.",
        "She paid {1 R.G. Duarte} in May. {1 Duarte} said that he had told the police of it.",
    ],
    "misspelled names": [
        "Police held {1 Edward Woollard} on Friday. The student, {1 Woolard}, was 18.",
    ],
    "possessives": [
        "{1 Lena Fischer}’s lawyer spoke to reporters. {1 Lena Fischer} kept silent.",
        "{1 Boeing}'s shares fell on Monday. {1 Boeing} said it would cut jobs.",
        "{1 Microsoft}'s profit rose. {1 Microsoft} said sales were strong.",
    ],
    "letters that lack one": [
        "A boy died, the {1 CDC} said. The {1 Centers for Disease Control and Prevention} will test it.",
    ],
    "a point of the compass": [
        "{1 South Carolina} voted. He lost all across the {2 South}, and {1 South Carolina} was worst.",
        "Fighters of {1 South Kordofan} sided with the {2 South}, she said. {2 South Sudan} seceded.",
    ],
    "short forms of organizations": [
        "{1 Boeing Company} reported a loss. {1 Boeing} said it would recover.",
        "{1 Solvane Energy Inc.} cut its forecast. {1 Solvane} said sales fell.",
        "{1 Larkfield Rovers} won the cup on Saturday. {1 Larkfield} scored twice.",
        "{1 Apple Inc.} opened a store in Lagos. {1 Apple} hired 200 people.",
        "The {1 United States Air Force} bought the planes. The {1 Air Force} wants more of them.",
    ],
    "long names of companies": [
        "{1 Solvane Mining and Construction Company} dug here. {1 Solvane} then cut 90 jobs.",
        "The {1 Federal Reserve} raised its rate. The {1 Fed} gave no reason.",
        "The {1 U.S. Environmental Protection Agency} fined Solvane. The {1 EPA} gave no date.",
        "The {1 Republican Party} won. The {1 GOP} lost one seat in Leeds.",
    ],
    "states shortened behind a town": [
        "Fire broke out in Madison, {1 Wis.}, on Monday. It was the third in {1 Wisconsin}.",
        "{1 Mark Lund} (D., {2 Ariz.}) left. {1 Lund}, of {2 Ariz.}, had won in May.",
        "She was born in Concord, {1 N.H.}, and left {1 New Hampshire} at 20.",
    ],
    "names of towns": [
        "Snow fell on {1 Kiev} and {2 Moscow}. Trains left {1 Kyiv} late.",
        "She left {1 Los Angeles} in May. Nobody in {1 L.A.} knew why.",
    ],
    "towns named like their state": [
        "{1 Mexico} won. Fans in {2 Mexico City} sang. Police in {1 Mexico} wept.",
        "Rain fell on {2 Oklahoma City}. It was dry in the rest of {1 Oklahoma}.",
        "She left {1 New York} in May. Rents in {1 New York City} had doubled.",
    ],
    "landmarks": [
        "Fans left the {1 Marlow Memorial Stadium} in tears. It rained in the {1 Marlow Stadium}, and nobody had ever seen the {1 Stadium} so empty.",
    ],
    "surnames with small words, whatever the model says of them": [
        "{1 Karim El Mahdi} sang. Fans of {1 El Mahdi} wept. In May {1 El Mahdi} left Rabat.",
    ],
    "islands": [
        "Ships left {1 Marlow Island} on Monday. Nobody in {1 Marlow} knew why.",
    ],
    "other names of states": [
        "The {1 United States} and France signed the deal. The {1 U.S.} will pay half.",
        "{1 Britain} raised the tax. The {1 UK} had promised it in June. The {1 United Kingdom} gave no date.",
        "{1 Myanmar} closed the border. {1 Burma} is what some exiles still call it.",
    ],
    "accents": [
        "{1 Jose Vélez} won in Lima. {1 Jose Velez} is 40.",
    ],
    "namesakes kept apart": [
        "{1 Karen Holt} and {2 David Holt} were married in 1990. They have two children.",
        "{1 John Bauer} is a baker in Leeds. {2 Peter Bauer} is a judge in London.",
        "Prosecutors charged {1 Mary Keane} and {2 Sean Keane} with fraud on Tuesday.",
    ],
    "person and company kept apart": [
        "{1 Henry Heinz} sold pickles. The {2 Heinz Company} makes sauces. Mr. {1 Heinz} died in 1919.",
        "{1 Michael Bloomberg} gave money to the school. {2 Bloomberg News} reported the gift.",
    ],
    "town and building kept apart": [
        "Oysters are loved in {1 New Orleans}. A shop at the {2 New Orleans airport} sells them.",
        "Two climbers died at {1 Mount Cook}. A rescue team flew to {2 Mount Cook base}.",
        "She flew from {1 Schiphol Airport} on Monday. The shops at {1 Schiphol} were closed.",
    ],
    "acronyms in brackets": [
        "The {1 National Weather Agency} ({1 NWA}) warned of storms. {1 NWA} said more rain would come.",
        "The {1 Grand Plains Energy Council} ({1 GPEC}) met. {1 GPEC} voted for the plan.",
        "The {1 Bureau of Labor Reform} ({1 BLR}) closed. Nobody at {1 BLR} was told.",
        "The {1 Orwin Revenue Service} ({1 Ors}) hired 90 people. {1 Ors} will hire more.",
    ],
    "letters in brackets that tell where a name begins and ends": [
        "{1 Ana Duarte} ({3 LDP}) won in {2 Leeds}. {1 Duarte} is 20.",
    ],
    "nicknames in quotation marks": [
        "Police arrested {1 Robert “Red” Hale} on Friday. {1 Hale} had fled to Leeds.",
        "{1 William 'Wild Bill' Carver} won the race. {1 Carver} was 62.",
        'The band hired {1 Susan "Suki" Albright} in May. {1 Albright} plays the drums.',
        "{1 Michael (Mick) Stroud} died on Monday. {1 Stroud} was 80.",
    ],
    "acronyms without brackets": [
        "The {1 European Central Bank} raised its rate. The {1 ECB} gave no reason.",
        "Staff of the {1 Federal Aviation Administration} walked out. The {1 FAA} closed two towers.",
        "The {1 World Health Organization} praised the plan. The {1 WHO} said it would help.",
    ],
    "an acronym before it is spelled out": [
        "{1 PLA} ({1 People's Liberation Army}) officers came to Tokyo. The {1 PLA} sent 20 men.",
    ],
    "the company, the party": [
        "{1 Solvane Energy Inc.} cut its forecast. The {1 Solvane} company said sales fell.",
        "The {1 Labour Party} lost two seats. The {1 Labour} party blamed the weather.",
        "{1 Kestrin Motor Corporation} hired 90 people. The {1 Kestrin} firm is in Ohio.",
        "The {1 Conservative Party} won. The {1 Conservative} party will meet on Monday.",
    ],
    "hyphens": [
        "{1 Wal-Mart} opened a store in Ohio. {1 Walmart} hired 300 people there.",
        "{1 Rolls-Royce} built the engine. {1 Rolls Royce} said it was safe.",
        "{1 Anna-Maria Koch} spoke first. {1 Anna Maria Koch} is a judge.",
    ],
    "case": [
        "{1 Al-Qaeda} claimed the attack. Officials said {1 al-Qaeda} had planned it for months.",
        "{1 EasyJet} cut 20 flights. {1 easyJet} said the weather was bad.",
        "{1 Nvidia} opened a plant. {1 NVIDIA} hired 300 people there.",
    ],
    "a capital beside its state": [
        "{1 China} sent a note to Japan. {2 Beijing} said the visit would go on.",
        "{1 Russia} fired missiles on Sunday. {2 Moscow} denied that it had hit a school.",
    ],
    "namesakes told apart by Mr and Mrs": [
        "{1 Karen Holt} and {2 David Holt} were in court. Mr. {2 Holt} denied it. Mrs. {1 Holt} wept.",
        "{1 Laura Grant} met {2 Peter Grant}. Ms. {1 Grant} smiled, and Mr. {2 Grant} left.",
        "{1 Mary Keane} sued. {2 Sean Keane} paid. Mr. {2 Keane} said it was over.",
    ],
    "hyphenated names": [
        "{1 Jean-Luc Moreau} won the seat. {1 Moreau} is 40.",
        "{1 Helen Parker-Bowen} resigned. Ms. {1 Parker-Bowen} gave no reason.",
        "{1 Kim Min-jun} left Seoul on Monday. {1 Kim} will be back on Friday.",
    ],
    "names with al-": [
        "{1 Khaled al-Maliki} said no. {1 Al-Maliki} left the room.",
        "{1 Ahmed al-Sharif} was freed on Monday. {1 al-Sharif} thanked his lawyer.",
        "Judge {1 Nadia al-Hashimi} closed the case. {1 al-Hashimi} is 52.",
    ],
    "names with small words": [
        "{1 Ursula von der Leyen} spoke in Brussels. {1 Von der Leyen} called for unity.",
        "{1 Rafael van der Vaart} scored twice. {1 Van der Vaart} was cheered.",
        "{1 Maria de la Cruz} won the vote. {1 De la Cruz} thanked her family.",
        "The minister, {1 Karel van den Broek}, met {1 van den Broek}'s critics in Paris.",
        "Dr. {1 Ursula von der Heide} of Leeds warned of the drug. Others agreed with {1 von der Heide}.",
    ],
    "names with O'": [
        "{1 Michael O'Leary} runs the airline. {1 O'Leary} said fares would rise.",
        "{1 Sean O’Neill} resigned on Monday. {1 O’Neill} gave no reason.",
        "{1 Kate O'Brien} wrote the report. Ms. {1 O'Brien} is a doctor.",
    ],
    "names with Jr.": [
        "{1 Martin Vega Jr.} won the vote in Texas. {1 Vega} thanked his family.",
        "{1 Robert Hale, Jr.,} bought the farm. {1 Hale} is 30.",
        "{1 Thomas Reed III} was elected. {1 Reed} is a lawyer.",
    ],
    "possessives and articles": [
        "The {1 Guardian}'s editor quit. {1 The Guardian} named no successor.",
        "{1 Lindqvist}’s horse won. {1 Maria Lindqvist} wept.",
        "the {1 Red Cross}'s trucks came. The {1 Red Cross} sent food.",
    ],
    "a firm that is called like a state": [
        "{1 Emirates} will fly again. The {2 United Arab Emirates} thanked the airline.",
    ],
    "a land and what is called after it": [
        "She sailed over {1 Lake Michigan}. The state of {2 Michigan} thanked her.",
        "He was rescued in the {1 Florida Straits}. He lives in {2 Florida}, in Miami.",
        "The {1 Republic of Ireland} signed. {1 Ireland} was glad.",
    ],
    "no products": [
        "{1 Microsoft} showed {0 Windows 11} in Seattle on Friday.",
        "{1 Apple} sold fewer {0 iPhone} units in China last year.",
        "{1 Samsung} stopped making the {0 Galaxy Note 7} in October.",
    ],
    "no events": [
        "{1 Ana Duarte} won the {0 World Cup} in June.",
    ],
    "no ships": [
        "The crew of the {0 USS Carver} rescued ten sailors near {1 Japan}.",
        "The frigate {0 Orwin} left port on Monday, {1 France} said.",
        "{1 Peter Bauer} was aboard the {0 Sea Empress} when it sank.",
    ],
    "no hashtags": [
        "Fans wrote #{0 LarkfieldOut} after {1 David Holt} resigned.",
    ],
}


def read(case: str) -> tuple[str, list[tuple[int, int, int]]]:
    """The text of a case, and (number, start, end) of its marked names."""
    text, marks, at = "", [], 0
    for found in MARK.finditer(case):
        text += case[at : found.start()]
        marks.append((int(found[1]), len(text), len(text) + len(found[2])))
        text += found[2]
        at = found.end()
    return text + case[at:], marks


def actor_at(doc: Doc, start: int, end: int) -> str | None:
    """The id of the actor with a mention that shares half of the shorter's characters."""
    for actor in records(doc, ActorRecord):
        for mention in actor.mentions:
            both = min(mention.end, end) - max(mention.start, start)
            if both * 2 >= min(mention.end - mention.start, end - start):
                return actor.id
    return None


@pytest.mark.parametrize(
    "case", [pytest.param(case, id=kind) for kind, cases in GROUPS.items() for case in cases]
)
def test_names_that_mean_the_same_are_one_actor(nlp: Language, case: str) -> None:
    text, marks = read(case)
    doc = nlp(text)
    ids: dict[int, set[str | None]] = {}
    for number, start, end in marks:
        ids.setdefault(number, set()).add(actor_at(doc, start, end))
    assert ids.pop(0, {None}) == {None}
    for found in ids.values():
        assert len(found) == 1 and None not in found
    assert len({next(iter(found)) for found in ids.values()}) == len(ids)


NAMES = [
    ("Judge Helena Strand closed the hearing on Monday.", "Helena Strand"),
    ("Mr. Robert Hale denied it. Hale’s wife Joan agreed.", "Robert Hale"),
    ("The Guardian’s editor, Tom Price, resigned. Mr. Price gave no reason.", "Tom Price"),
    ("Senator Angela Torres’s bill failed on Tuesday.", "Angela Torres"),
    ("Prime Minister Tom Hale Tuesday told Ana Duarte to go.", "Tom Hale"),
    ("Sheffield Wednesday beat Leeds on Monday.", "Sheffield Wednesday"),
]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_a_name_has_no_title_no_possessive_and_no_day(nlp: Language, text: str, name: str) -> None:
    assert name in {actor.name for actor in records(nlp(text), ActorRecord)}


TYPES = [
    ("Maria Lindqvist said no. Lindqvist, who lives in Oslo, is 40.", "Maria Lindqvist", "person"),
    ("Mr. Hale was in court. Hale wept.", "Hale", "person"),
    ("Nokia said profits rose. Nokia employs 900 people in Espoo.", "Nokia", "organization"),
    ("The Ministry of Health closed two clinics.", "Ministry of Health", "organization"),
    ("The Harbour Trust, a charity, paid for it.", "Harbour Trust", "organization"),
    ("A fire broke out in the town of Marlow on Friday.", "Marlow", "place"),
    ("France won. Troops of France left Mali.", "France", "place"),
]


@pytest.mark.parametrize(("text", "name", "type"), TYPES)
def test_an_actor_has_one_type(nlp: Language, text: str, name: str, type: str) -> None:
    assert {actor.name: actor.type for actor in records(nlp(text), ActorRecord)}.get(name) == type


ROLES: dict[str, list[tuple[str, str, str | None, str | None]]] = {
    "with the whole name of a body": [
        (
            "Ana Duarte, regional secretary of the Municipal Workers’ Union, resigned on Monday.",
            "Ana Duarte",
            "regional secretary of the Municipal Workers’ Union",
            "Municipal Workers’ Union",
        ),
    ],
    "before the name": [
        (
            "Japanese Foreign Minister Kenji Mori arrived on Monday.",
            "Kenji Mori",
            "Japanese Foreign Minister",
            "Japan",
        ),
        ("Nokia CEO Pekka Salo said sales rose.", "Pekka Salo", "Nokia CEO", "Nokia"),
        (
            "Malaysia's Prime Minister Hassan Latif said the law would pass.",
            "Hassan Latif",
            "Prime Minister",
            "Malaysia",
        ),
        (
            "Boeing spokeswoman Laura Grant declined to comment.",
            "Laura Grant",
            "Boeing spokeswoman",
            "Boeing",
        ),
        (
            "Treasury Secretary Karen Holt and police chief Sean Keane spoke.",
            "Sean Keane",
            "police chief",
            None,
        ),
    ],
    "with a rank": [
        (
            "Military spokesperson Lt. Gen. Amir Latif said no.",
            "Amir Latif",
            "Military spokesperson",
            None,
        ),
        (
            "Peruvian exercise director Brigadier General Tomas Reyes said no.",
            "Tomas Reyes",
            "Peruvian exercise director",
            "Peru",
        ),
        (
            "Party group leader Cllr Karen Holt said no.",
            "Karen Holt",
            "Party group leader",
            None,
        ),
        (
            "Senior forecast hydrologist Prof. Karen Holt said no.",
            "Karen Holt",
            "Senior forecast hydrologist",
            None,
        ),
        ("Detective Sergeant Ana Duarte knocked.", "Ana Duarte", "Detective Sergeant", None),
        ("Police Sgt. Joan Hale was first there.", "Joan Hale", "Police Sgt.", None),
        ("Attorney General Karen Holt said no.", "Karen Holt", "Attorney General", None),
        ("Brigadier General Karen Holt said no.", "Karen Holt", "Brigadier General", None),
    ],
    "in apposition": [
        (
            "Mary Keller, chief executive of Boeing, said jobs would go.",
            "Mary Keller",
            "chief executive of Boeing",
            "Boeing",
        ),
        (
            "Paul Neumann, a lawyer in Berlin, praised the ruling.",
            "Paul Neumann",
            "lawyer in Berlin",
            "Berlin",
        ),
        (
            "Laura Grant, 45, senior vice president and head of research at Nokia, left.",
            "Laura Grant",
            "senior vice president and head of research at Nokia",
            "Nokia",
        ),
        (
            "Boeing's chief executive, Mary Keller, said jobs would go.",
            "Mary Keller",
            "chief executive",
            "Boeing",
        ),
        (
            "The mayor of Lima, Tomas Reyes, opened the bridge.",
            "Tomas Reyes",
            "mayor of Lima",
            "Lima",
        ),
    ],
    "in brackets": [
        (
            "Peter Bauer (chairman of Nokia) voted against it.",
            "Peter Bauer",
            "chairman of Nokia",
            "Nokia",
        ),
        (
            "Karen Holt (president) and David Holt (treasurer) signed the letter.",
            "Karen Holt",
            "president",
            None,
        ),
        (
            "Sean Keane (head coach of Chelsea) praised the team.",
            "Sean Keane",
            "head coach of Chelsea",
            "Chelsea",
        ),
    ],
    "who": [
        (
            "Tomas Reyes, who is the mayor of Lima, opened the bridge.",
            "Tomas Reyes",
            "mayor of Lima",
            "Lima",
        ),
        (
            "Laura Grant, who was the director of Greenpeace, praised it.",
            "Laura Grant",
            "director of Greenpeace",
            "Greenpeace",
        ),
        (
            "Paul Neumann, who became president of Nokia in May, resigned.",
            "Paul Neumann",
            "president of Nokia",
            "Nokia",
        ),
        (
            "Mary Keane, who serves as chairwoman of Boeing, voted yes.",
            "Mary Keane",
            "chairwoman of Boeing",
            "Boeing",
        ),
    ],
    "as": [
        ("David Holt works as a nurse in Leeds.", "David Holt", "nurse", "Leeds"),
        (
            "Ana Duarte resigned as chief executive of Nokia on Friday.",
            "Ana Duarte",
            "chief executive of Nokia",
            "Nokia",
        ),
        (
            "The board installed Peter Bauer as chairman of Boeing.",
            "Peter Bauer",
            "chairman of Boeing",
            "Boeing",
        ),
        (
            "Susan Albright took over as editor of the Guardian.",
            "Susan Albright",
            "editor of the Guardian",
            "Guardian",
        ),
    ],
    "named": [
        (
            "Laura Grant was appointed chairwoman of Nokia in May.",
            "Laura Grant",
            "chairwoman of Nokia",
            "Nokia",
        ),
        (
            "Martin Vega has been elected governor of Texas.",
            "Martin Vega",
            "governor of Texas",
            "Texas",
        ),
        (
            "Tomas Reyes was sworn in as president of Peru.",
            "Tomas Reyes",
            "president of Peru",
            "Peru",
        ),
    ],
    "is and was": [
        (
            "David Holt is a professor at Oxford University.",
            "David Holt",
            "professor at Oxford University",
            "Oxford University",
        ),
        (
            "Mary Keane was the first director of Greenpeace.",
            "Mary Keane",
            "first director of Greenpeace",
            "Greenpeace",
        ),
        (
            "Sean Keane became prime minister of Ireland in 1990.",
            "Sean Keane",
            "prime minister of Ireland",
            "Ireland",
        ),
    ],
    "whose": [
        (
            "Paul Hale, President Ana Duarte’s former chief of staff, said no.",
            "Paul Hale",
            "former chief of staff",
            "Ana Duarte",
        ),
        ("Tom Reed met Joan Hale in Leeds. His sister Ann slept.", "Ann", "sister", "Tom Reed"),
        (
            "The Department of Roads and Rails (DRR) director-general, Tom Reed, said no.",
            "Tom Reed",
            "director-general",
            "Department of Roads and Rails",
        ),
        (
            "Karen Holt, the Irish ambassador to Japan, wept.",
            "Karen Holt",
            "Irish ambassador to Japan",
            "Ireland",
        ),
        (
            "Karen Holt, a former ambassador to Japan, wept.",
            "Karen Holt",
            "former ambassador to Japan",
            None,
        ),
        (
            "The straight-talking former Texas Governor Ana Duarte won.",
            "Ana Duarte",
            "former Texas Governor",
            "Texas",
        ),
    ],
    "former": [
        (
            "Former French President Luc Moreau died on Monday.",
            "Luc Moreau",
            "Former French President",
            "France",
        ),
        (
            "Karen Holt, a former mayor of Leeds, won the prize.",
            "Karen Holt",
            "former mayor of Leeds",
            "Leeds",
        ),
        (
            "The prize went to former senator Angela Torres.",
            "Angela Torres",
            "former senator",
            None,
        ),
        ("Ex-president Luc Moreau was freed.", "Luc Moreau", "Ex-president", None),
        (
            "The then foreign minister, Kenji Mori, signed the treaty.",
            "Kenji Mori",
            "then foreign minister",
            None,
        ),
    ],
    "of several that are numbered": [
        ("She beat the second seed Ana Duarte in Lima.", "Ana Duarte", "second seed", None),
    ],
    "what is only alleged": [
        (
            "Police questioned suspected killer Robert Hale on Monday.",
            "Robert Hale",
            "suspected killer",
            None,
        ),
        (
            "Robert Hale, an alleged drug dealer, was freed.",
            "Robert Hale",
            "alleged drug dealer",
            None,
        ),
        (
            "The self-proclaimed prophet Paul Neumann was arrested.",
            "Paul Neumann",
            "self-proclaimed prophet",
            None,
        ),
    ],
    "several words, several roles": [
        (
            "He fired the defence minister [Ana Duarte] on Monday.",
            "Ana Duarte",
            "defence minister",
            None,
        ),
        (
            "TD Bank director and senior economist Ana Duarte said no.",
            "Ana Duarte",
            "TD Bank director and senior economist",
            "TD Bank",
        ),
        (
            "Reuters Editor-in-Chief Laura Grant said no.",
            "Laura Grant",
            "Reuters Editor-in-Chief",
            "Reuters",
        ),
        (
            "Minister for Trade and Industry, Paul Neumann, said no.",
            "Paul Neumann",
            "Minister for Trade and Industry",
            None,
        ),
        (
            "The chairman of the Republican National Committee, Paul Weston, said no.",
            "Paul Weston",
            "chairman of the Republican National Committee",
            "Republican National Committee",
        ),
        (
            "Karen Holt, head of Customer Services at Lake Orwin, said no.",
            "Karen Holt",
            "head of Customer Services at Lake Orwin",
            "Lake Orwin",
        ),
        (
            "The Institute of Actuaries of Peru’s chief economist, Ana Duarte, said no.",
            "Ana Duarte",
            "chief economist",
            "Institute of Actuaries of Peru",
        ),
    ],
    "the body behind a name": [
        ("“It is over,” said Ana Duarte of Nokia.", "Ana Duarte", None, "Nokia"),
        (
            "Analyst Ana Duarte, from the Met Office, said no.",
            "Ana Duarte",
            "Analyst",
            "Met Office",
        ),
        ("President Ana Duarte of the Labour Party said no.", "Ana Duarte", "President", None),
        ("Ana Duarte of Leeds said no.", "Ana Duarte", None, None),
        ("United bought Tom Reed from Chelsea for a pound.", "Tom Reed", None, None),
    ],
    "a word with a hyphen": [
        (
            "Ana Duarte, billionaire chief executive of a Leeds-based roofing-supply company, wept.",
            "Ana Duarte",
            "billionaire chief executive of a Leeds-based roofing-supply company",
            "Leeds",
        ),
    ],
    "an office rather than a title": [
        ("Dr. Peter Bauer, a cardiologist, said no.", "Peter Bauer", "cardiologist", None),
        (
            "“No,” said Ana Duarte, PhD, head of the museum.",
            "Ana Duarte",
            "head of the museum",
            None,
        ),
        (
            "Col. Ana Duarte, a spokeswoman for the army, said no.",
            "Ana Duarte",
            "spokeswoman for the army",
            None,
        ),
        (
            "Councillor Ana Duarte, chair of the Roads Board, said no.",
            "Ana Duarte",
            "chair of the Roads Board",
            "Roads Board",
        ),
        (
            "The chairman of the Roads Board, Gen. Tom Reed, said no.",
            "Tom Reed",
            "chairman of the Roads Board",
            "Roads Board",
        ),
        (
            "Joan Hale, an economist, spoke. Paul Reed and his wife, Joan Hale, said no.",
            "Joan Hale",
            "economist",
            None,
        ),
    ],
    "nobody of the other gender": [
        ("Mr. Paul Reyes drove his sister, Karen Holt, to Leeds.", "Paul Reyes", None, None),
        ("Karen Holt met her brother David Holt in Leeds.", "Karen Holt", None, None),
    ],
    "of a row": [
        ("Senators Ana Duarte and Joan Hale voted no.", "Joan Hale", "Senator", None),
        (
            "Senators Marco Ruiz of Florida, Mike Leeds of Utah (R) and Dave Pardo of Ohio voted no.",
            "Dave Pardo",
            "Senator",
            None,
        ),
        ("Congressmen Tom Duarte and Omar Bello voted no.", "Omar Bello", "Congressman", None),
        ("Actresses Ana Duarte and Joan Hale wore white.", "Joan Hale", "Actress", None),
        (
            "The win was shared by star running backs Tom Reed and Paul Holt.",
            "Paul Holt",
            "star running back",
            None,
        ),
        (
            "Offensive linemen Tom Reed and Paul Holt were hurt.",
            "Tom Reed",
            "Offensive lineman",
            None,
        ),
        ("Ex-coaches Tom Reed and Paul Holt were at the game.", "Tom Reed", "Ex-coach", None),
        ("Two astronauts, Doug Henley and Bob Brenner, slept.", "Bob Brenner", "astronaut", None),
        ("Senators Ana Duarte and Joan Hale met Tom Reed.", "Tom Reed", None, None),
        (
            "Councilmembers Marta Leeds, Tom Pardo and Keisha Ruiz were opposed.",
            "Keisha Ruiz",
            "Councilmember",
            None,
        ),
        (
            "The bill was backed by Sens. Ana Duarte (D-Ohio), Tom Reed (R-Utah) and Joan Hale.",
            "Joan Hale",
            "Sen.",
            None,
        ),
        (
            "Critics like Senators Ana Duarte, Republican of Iowa, and Tom Reed voted no.",
            "Tom Reed",
            "Senator",
            None,
        ),
    ],
    "whole": [
        (
            '"It is over," said Tom Reed, the author of "Destiny and Power," a history of Leeds.',
            "Tom Reed",
            'author of "Destiny and Power,"',
            None,
        ),
        ('"Mad Valley" star Tom Reed laughed.', "Tom Reed", '"Mad Valley" star', None),
    ],
    "before a comma": [
        (
            "A retired audiologist from Harlow, Mary Beth Sokol, replied that she slept.",
            "Mary Beth Sokol",
            "retired audiologist",
            None,
        ),
        (
            "The chairman of the society, Mr Simon Holt, denied it.",
            "Simon Holt",
            "chairman of the society",
            None,
        ),
        (
            "They met the chair of the foreign affairs committee, Ida Norling, who smiled.",
            "Ida Norling",
            "chair of the foreign affairs committee",
            None,
        ),
    ],
    "named or called": [
        ("He had it from the chairman, a draper called Paul Penn.", "Paul Penn", "draper", None),
        ("The plumber called Tom Reed on Monday and left.", "Tom Reed", None, None),
        ("The police held a young man named Tom Reed.", "Tom Reed", None, None),
        ("Ana Hale met a lawyer named", "Ana Hale", None, None),
    ],
    "right before the name": [
        (
            "Ana Duarte was leading Attorney General Paul Holt by nine votes.",
            "Paul Holt",
            "Attorney General",
            None,
        ),
        ("Taoiseach Liam Keane left.", "Liam Keane", "Taoiseach", None),
        ("Tánaiste Ruth Amos left on Monday.", "Ruth Amos", "Tánaiste", None),
        (
            "Sinn Féin MEP Ruth Amos said the bill was wrong.",
            "Ruth Amos",
            "Sinn Féin MEP",
            "Sinn Féin",
        ),
    ],
    "letters behind": [
        ("Jess Fielding MP said the bill was flawed.", "Jess Fielding", "MP", None),
        ("Warren Tate KC said the jury was wrong.", "Warren Tate", "KC", None),
    ],
    "only thought of": [
        ("Tom Reed hopes to become mayor of Leeds.", "Tom Reed", None, None),
        (
            "If Hale becomes the next president, taxes will rise, Joan Hale said.",
            "Joan Hale",
            None,
            None,
        ),
    ],
    "of another": [
        (
            "In an interview with Mika Brown, the Democratic candidate said she would run.",
            "Mika Brown",
            None,
            None,
        ),
        ("After meeting Karl Weber, the minister flew to Rome.", "Karl Weber", None, None),
        (
            "Mr. Reed is so reckless, the vice president said, that Mr. Reed must lose.",
            "Reed",
            None,
            None,
        ),
    ],
    "not": [
        ("Ana Hale, who was never elected mayor, won on Monday.", "Ana Hale", None, None),
        ("Tom Duarte was not appointed chairman in May.", "Tom Duarte", None, None),
        ("Ida Quill is not only the governor.", "Ida Quill", "governor", None),
    ],
    "no role": [
        (
            "It leaves Tom Reed and the newly - signed Paul Holt, who is 40.",
            "Paul Holt",
            None,
            None,
        ),
        (
            "The Chargers play on Sunday. Chargers Tom Reed and Paul Holt were hurt.",
            "Tom Reed",
            None,
            None,
        ),
        ("The eldest, Ruth Amos, survived.", "Ruth Amos", None, None),
        (
            "Newly elected Assemblywoman Selena Torrance sat down.",
            "Selena Torrance",
            "Assemblywoman",
            None,
        ),
        ("Sean Keane, 34, was arrested in Dublin on Monday.", "Sean Keane", None, None),
        ("Maria Lindqvist, of Uppsala, saw the fire.", "Maria Lindqvist", None, None),
        ("The late poet Peter Bauer was born in Graz.", "Peter Bauer", "poet", None),
        ("Mary Keane, 51, of Boston, sued the city.", "Mary Keane", None, None),
        ("David Holt, a 40-year-old man from Leeds, was hurt.", "David Holt", None, None),
        ("American Ana Duarte won the race on Monday.", "Ana Duarte", None, None),
        ("Police held 24-year-old teacher Karen Holt.", "Karen Holt", "teacher", None),
    ],
    "with hyphens, of Ireland, of tournaments": [
        (
            "Lumina co-founder and CTO Arjun Mehra wrote that it was bad.",
            "Arjun Mehra",
            "Lumina co-founder and CTO",
            "Lumina",
        ),
        (
            "Jonas Weid, founder of the Berlin-based legal tech startup Paragraf, left on Monday.",
            "Jonas Weid",
            "founder of the Berlin-based legal tech startup Paragraf",
            "Paragraf",
        ),
    ],
    "organizations": [
        ("The carmaker Volvo will close a plant in Ohio.", "Volvo", "carmaker", None),
        (
            "Airbus, Europe's biggest aircraft maker, won the order.",
            "Airbus",
            "biggest aircraft maker",
            "Europe",
        ),
        (
            "Nokia, a Finnish telecoms company, hired 90 people.",
            "Nokia",
            "Finnish telecoms company",
            "Finland",
        ),
        ("Greenpeace is an environmental group.", "Greenpeace", "environmental group", None),
    ],
}


@pytest.mark.parametrize(
    ("text", "name", "role", "affiliation"),
    [
        pytest.param(*case, id=f"{kind}: {case[1]}")
        for kind, cases in ROLES.items()
        for case in cases
    ],
)
def test_a_role_is_the_words_of_the_article(
    nlp: Language, text: str, name: str, role: str | None, affiliation: str | None
) -> None:
    doc = nlp(text)
    actor = {actor.name: actor for actor in records(doc, ActorRecord)}[name]
    assert (actor.role, actor.affiliation) == (role, affiliation)
    if actor.role_span and role:
        # "Senators" call each a "Senator", "Congressmen" a "Congressman", "Actresses" an "Actress"
        told, one = (
            w.replace("es", "").replace("s", "").replace("men", "man")
            for w in (doc.text[slice(*actor.role_span)], role)
        )
        assert told == one


ACTING: list[tuple[str, set[str], set[str]]] = [
    ("Japan welcomed the plan. The talks were held in Laos.", {"Japan"}, {"Laos"}),
    (
        "Both Peru and Chile view the treaty as fair. It was signed in Quito.",
        {"Peru", "Chile"},
        {"Quito"},
    ),
    ("The quake struck near Lima. Peru asked for help.", {"Peru"}, {"Lima"}),
    ("Lake Titicaca draws many fans to Peru. Peru is proud.", set(), {"Lake Titicaca", "Peru"}),
    ("Paris will host the games. Fans came from Spain.", {"Paris"}, {"Spain"}),
    ("The bridge was built by France. It stands in Chad.", {"France"}, {"Chad"}),
    ("Kenya, which borders Somalia, sent troops.", {"Kenya"}, {"Somalia"}),
    ("Texas has 254 counties. Oslo lies on a fjord.", set(), {"Oslo", "Texas"}),
    ("Ottawa wants to join the talks, and Mexico refused to pay.", {"Ottawa", "Mexico"}, set()),
]


@pytest.mark.parametrize(("text", "acting", "places"), ACTING)
def test_a_place_acts_where_it_does_something(
    nlp: Language, text: str, acting: set[str], places: set[str]
) -> None:
    found = records(nlp(text), ActorRecord)
    assert {actor.name for actor in found if actor.acts} == acting
    assert {actor.name for actor in found if not actor.acts} == places


def test_plural_families_are_not_one_of_them(nlp: Language) -> None:
    for text in (
        "Karen Holt sold the house. The Holts moved to Leeds.",
        "David Keane sued. Neighbours said the Keanes were quiet.",
        "Peter Bauer came home. The Bauers had waited for years.",
    ):
        doc = nlp(text)
        plural = re.search(r"[Tt]he (\w+s) ", text)
        assert plural
        first = records(doc, ActorRecord)
        single = next(actor for actor in first if " " in actor.name)
        assert actor_at(doc, *plural.span(1)) != single.id


SAME_ROLE = [
    ("Japanese Foreign Minister Kenji Mori arrived. Japanese Foreign Minister Taro Sato left.", 1),
    ("Nokia CEO Pekka Salo spoke. Nokia CEO Laura Grant disagreed.", 1),
    ("Peter Bauer, chairman of Nokia, spoke. Karen Holt, chairman of Nokia, disagreed.", 1),
    ("The mayor of Lima, Tomas Reyes, spoke. Ana Duarte is the mayor of Lima.", 1),
    ("Senator Angela Torres spoke. Senator David Holt disagreed.", 0),
    ("Former French President Luc Moreau met French President Anne Girard.", 0),
    ("Nokia CEO Pekka Salo spoke. Boeing CEO Laura Grant disagreed.", 0),
    ("Lima Deputy Mayor Ana Duarte spoke. Lima Deputy Mayor Joan Hale disagreed.", 0),
]


@pytest.mark.parametrize(("text", "warnings"), SAME_ROLE)
def test_an_office_with_two_holders_is_told(nlp: Language, text: str, warnings: int) -> None:
    found = [w for w in records(nlp(text), WarningRecord) if w.code == "same-role"]
    assert len(found) == warnings
    assert all(len(warning.spans) == 2 for warning in found)


NO_TYPE_DOUBT = [
    "Maria Lindqvist said no. Lindqvist wept. Lindqvist is 40.",
    "Nokia said profits rose. Nokia's shares jumped. Nokia employs 900 people.",
    "France won. France sent troops. He left France.",
    "Mr. Kestrin hid. Kestrin's wife left. Kestrin shares fell. He wept. He had lost his wife.",
    "Mr. Kestrin, a lawyer in Leeds, hid. Kestrin's wife left. Kestrin shares fell. Kestrin wept.",
]


def test_a_split_type_is_told(nlp: Language) -> None:
    seen = read_tokens(nlp("Larkin said no. Larkin fell. Larkin wept."))
    names = [Name(i, i + 1, {}, words=("larkin",), outer=i) for i in (0, 4, 7)]
    scores = {"person": 1.6, "organization": 1.3, "place": 0.1}
    (found,) = doubts(seen, [ActorDraft(Entity("Larkin", "person"), names, scores)])
    code, message, places = found
    assert (code, len(places)) == ("type-doubt", 3)
    assert message == '"Larkin" may be a person or an organization'


@pytest.mark.parametrize("text", NO_TYPE_DOUBT)
def test_a_plain_type_is_not_doubted(nlp: Language, text: str) -> None:
    assert not [w for w in records(nlp(text), WarningRecord) if w.code == "type-doubt"]


def test_the_first_actor_has_salience_one_and_the_others_less(nlp: Language) -> None:
    text = (
        "Nokia will close its plant in Oulu. Nokia said 200 jobs would go.\n\nThe union called the "
        "decision cruel. A lawyer in Berlin, Paul Neumann, said Nokia was within its rights."
    )
    found = records(nlp(text), ActorRecord)
    assert found[0].name == "Nokia"
    assert found[0].salience == 1.0
    assert all(0 <= a.salience <= b.salience for b, a in pairwise(found))


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", '"' * 2000, "Mr. " * 500, "A (B) " * 500, "9" * 3000, "The the THE 's 's ’s."),
        "Sir KC, a rapper, told Lady SC that Sir QC was ill.",
    ],
)
def test_no_text_raises(nlp: Language, text: str) -> None:
    for actor in records(nlp(text), ActorRecord):
        assert actor.mentions
