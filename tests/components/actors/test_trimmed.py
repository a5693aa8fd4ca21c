"""What the model takes for a name or for a part of one, and is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefkit.components.records import ActorRecord, records

if TYPE_CHECKING:
    from spacy.language import Language

STORY = "The mayor of Lima, Tomas Reyes, opened the bridge on Monday. He said it had cost too much."

# kind, the article, names that must not be actors
NEVER = [
    (
        "heading",
        f"Bridge opens in Peru\n\n{STORY}\n\nWhy Ana Duarte Resigned\n\n{STORY}",
        "Ana Duarte Resigned",
    ),
    (
        "heading",
        f"Bridge opens in Peru\n\n{STORY}\n\nBroader Transport Efforts\n\n{STORY}",
        "Broader Transport Efforts",
    ),
    ("heading", f"Bridge opens in Peru\n\n{STORY}\n\nThe Road Ahead\n\n{STORY}", "Road Ahead"),
    ("byline", f"Bridge opens in Peru\n\nBy Ana Duarte\n\n{STORY}", "Ana Duarte"),
    ("byline", f"Bridge opens in Peru\n\nBy Karen Holt and David Holt\n\n{STORY}", "Karen Holt"),
    ("byline", f"Bridge opens in Peru\n\nby Paul Neumann, Staff Writer\n\n{STORY}", "Paul Neumann"),
    ("agency tag", f"Bridge opens in Peru\n\nLIMA (Reuters) - {STORY}", "Reuters"),
    ("agency tag", f"Bridge opens in Peru\n\nLIMA, Peru (AP) — {STORY}", "AP"),
    ("agency tag", f"Bridge opens in Peru\n\nLIMA, May 3 (AFP) - {STORY}", "AFP"),
]


@pytest.mark.parametrize(("kind", "text", "name"), NEVER)
def test_what_surrounds_the_text_is_no_actor(
    nlp: Language, kind: str, text: str, name: str
) -> None:
    found = {actor.name for actor in records(nlp(text), ActorRecord)}
    assert "Tomas Reyes" in found
    assert not any(name in other for other in found), kind


# text, the name as it is said to be
WHOLE = [
    # letters of counsel
    ("“She was ill,” said Fergal Quinlan SC, her counsel, on Monday.", "Fergal Quinlan"),
    ("Stephen Boal KC, for the defence, told the jury that she was ill.", "Stephen Boal"),
    # a possessive, an article
    ("She met him at Rita’s, a café in Leeds, on Monday.", "Rita’s"),
    ("Boeing’s shares fell on Monday.", "Boeing"),
    ("The United Nations’ envoy left Oslo.", "United Nations"),
    ("Nokia's chief left. Analysts at Nokia's bank were glad.", "Nokia"),
    ("The Guardian reported on Monday that the talks had failed.", "Guardian"),
    ("Police searched the Harbour Trust on Monday.", "Harbour Trust"),
    ("A Boeing spokeswoman declined to comment.", "Boeing"),
    # no capital
    ("Fans cheered when the 76ers beat the Harbour Trust on Monday.", "76ers"),
    # "and", a comma
    (
        "The Department of Climate Change and Energy gave no figures.",
        "Department of Climate Change and Energy",
    ),
    (
        "The Ministry of Health and Population closed two clinics.",
        "Ministry of Health and Population",
    ),
    (
        "Public Services and Procurement Canada (PSPC) sold it.",
        "Public Services and Procurement Canada",
    ),
    ("The Liberal Democratic Party of Japan lost two seats.", "Liberal Democratic Party of Japan"),
    ("The US Bureau of Engraving and Printing erred.", "US Bureau of Engraving and Printing"),
    (
        "The Police Federation of England and Wales said no.",
        "Police Federation of England and Wales",
    ),
    # brackets
    ("Leaders of the CPI(M) met in Kerala on Monday.", "CPI(M)"),
    ("1. Sindre Hale (Nor) Fjord Cycling, s.t.", "Sindre Hale"),
    # small words between hyphens, letters in brackets
    ("The Tehrik-e-Orwin attacked. Troops left.", "Tehrik-e-Orwin"),
    (
        "Workers of Sailors for a Fair Union (SFU) met. SFU won.",
        "Sailors for a Fair Union",
    ),
    # hyphens
    ("Forty Muslim-Americans met. Two dozen Muslim-Americans wept.", "Muslim-Americans"),
    ("A tape of al-Orwin was found, and al-Orwin said no.", "al-Orwin"),
    # an adjective
    ("The liberal Justice Party won in May.", "Justice Party"),
    # a verb, as in headlines
    ("Tomas Reyes Suffered A Big Blow\n\nThe race went to his rival. Reyes wept.", "Tomas Reyes"),
    ("Karen Holt Speaks About The Fire", "Karen Holt"),
    ("Hale distanced himself. Peter Hale distanced himself from it on Monday.", "Peter Hale"),
    # addresses, "et al."
]


@pytest.mark.parametrize(("text", "name"), WHOLE)
def test_a_name_is_whole_and_no_more(nlp: Language, text: str, name: str) -> None:
    assert name in {actor.name for actor in records(nlp(text), ActorRecord)}


# text, names that must not be actors
WORDS = [
    ("Warming is a threat. Nobody doubts the warming, Ana Duarte said.", "Warming"),
    ("Glass broke in the street. The glass hurt Tomas Reyes.", "Glass"),
    ("MPs passed the Computer Crimes Bill on Monday. The Bill bans spam, Karen Holt said.", "Bill"),
    ("Ana Duarte works at a hose factory in Leeds.", "hose"),
    ("Ana Duarte taught Counseling Psychology in Leeds.", "Counseling Psychology"),
    ("The army began the operation 'Red Dawn'. Red Dawn will last, Ana Duarte said.", "Red Dawn"),
    ("The DAX rose in Frankfurt, Ana Duarte said.", "DAX"),
    ("His Excellency Ana Duarte met His Excellence Archbishop Paul Neumann.", "Excellence"),
    (
        "Nobody knew, David Holt said.\n\nAna Duarte Has Resigned From Every Office In Leeds",
        "Ana Duarte Has Resigned From Every Office In Leeds",
    ),
    ("A Chinese-owned mine was closed, David Holt said.", "Chinese"),
    ("The Brit won in Oslo. David Holt came third.", "Brit"),
    ("A super PAC gave Ana Duarte two million dollars.", "super PAC"),
    ("The anti-NATO party won in Oslo, David Holt said.", "anti-NATO"),
]


@pytest.mark.parametrize(("text", "name"), WORDS)
def test_a_common_word_is_no_actor(nlp: Language, text: str, name: str) -> None:
    found = {actor.name for actor in records(nlp(text), ActorRecord)}
    assert found
    assert name not in found


# text, the names of persons in it: what stands around them is no part of them
PERSONS = [
    ("He met the former President of Kenya Olafur Hale.", {"Olafur Hale"}),
    ("Dr. Paul Neumann saw Mr Hale and Mrs Lund in Leeds.", {"Paul Neumann", "Hale", "Lund"}),
    ("His Holiness Pope Urban Hale spoke to Sir Peter Bauer.", {"Urban Hale", "Peter Bauer"}),
]


@pytest.mark.parametrize(("text", "names"), PERSONS)
def test_titles_and_lands_are_no_part_of_a_name(nlp: Language, text: str, names: set[str]) -> None:
    found = records(nlp(text), ActorRecord)
    assert {actor.name for actor in found if actor.type == "person"} == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The Velmarian defence ministry said on Monday it was ready.",
            "Velmarian defence ministry",
        ),
        (
            "The Hungarian interior ministry said on Monday it was ready.",
            "Hungarian interior ministry",
        ),
    ],
)
def test_a_name_goes_on_to_the_word_that_says_what_it_is(
    nlp: Language, text: str, name: str
) -> None:
    assert name in [actor.name for actor in records(nlp(text), ActorRecord)]
