"""Who is told, asked, urged or accused; and questions that nobody known asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefkit.components.records import QuoteRecord, records
from briefkit.pipeline import make_doc
from briefkit.reading import make_article

if TYPE_CHECKING:
    from spacy.language import Language


def quotes(nlp: Language, text: str) -> list[tuple[str, str | None]]:
    """The words of each quote, and of those beside its cue."""
    doc = nlp(make_doc(nlp, make_article(text, id="x")))
    return [
        (
            " ".join(text[start:end] for start, end in quote.spans),
            text[slice(*quote.whom)] if quote.whom else None,
        )
        for quote in records(doc, QuoteRecord)
    ]


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ("Mara Ilves urged residents to avoid the lower town.", "residents"),
        ("Mara Ilves accused the council of hiding the report.", "the council"),
        ("Mara Ilves called on the harbour board to resign.", "the harbour board"),
        ("Mara Ilves told Channel 4 News on Monday that the bridge would close.", "Channel 4 News"),
        ("Mara Ilves told officers she had seen the lorry.", "officers"),
        ("Mara Ilves asked the minister, who was late, whether help would come.", "the minister"),
        ("“The bridge is old and will fall,” Mara Ilves told them.", "them"),
        ("“The bridge is old,” Mara Ilves told Channel\n\nTom Reyes left on Monday.", "Channel"),
        ("Mara Ilves told Jean-Luc Picard that the bridge would close.", "Jean-Luc Picard"),
        ("Mara Ilves told the 36-year-old that the bridge would close.", "the 36-year-old"),
        ("Mara Ilves urged the board to show “calm and restraint”.", "the board"),
        ("Mara Ilves urged “calm and restraint”.", None),
        ("Mara Ilves called the bridge “dead on arrival”.", None),
        ("Mara Ilves said that the bridge would close.", None),
        ("Mara Ilves warned on Wednesday that the bridge would close.", None),
        ("Mara Ilves told how the bridge had moved in the storm.", None),
    ],
)
def test_whom_the_words_are_for(nlp: Language, said: str, who: str | None) -> None:
    assert [whom for _, whom in quotes(nlp, f"The bridge was shut.\n\n{said}")] == [who]


ANSWERS = ("I left because I was tired.", "I would do it again, I think.", "My wife has not.")


@pytest.mark.parametrize(
    ("label", "told"), [("LT", ANSWERS), ("Q", ANSWERS), ("Tom Reyes", ("Why did you leave?",))]
)
def test_questions_that_nobody_known_asks_are_no_quotes(
    nlp: Language, label: str, told: tuple[str, ...]
) -> None:
    asked = ("Why did you leave?", "And now?", "Have you told them so?")
    turns = [f"{label}: {q}\n\nMara Ilves: {a}" for q, a in zip(asked, ANSWERS, strict=True)]
    found = quotes(
        nlp, "\n\n".join(["Mara Ilves spoke with Tom Reyes of the Lorn Times in May.", *turns])
    )
    assert set(told) <= {words for words, _ in found}
    assert label == "Tom Reyes" or not {words for words, _ in found}.intersection(asked)
