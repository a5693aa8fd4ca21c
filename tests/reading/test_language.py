"""The language of an article, and whom to believe about it."""

from __future__ import annotations

import pytest

from briefkit.errors import UsageError
from briefkit.reading import language
from briefkit.reading.language import tell_language

ENGLISH = (
    "The harbour board agreed on Monday to rebuild the pier that storms had torn from its footing, "
    "and to close it for most of the year while the work is done."
)
GERMAN = (
    "Der Hafenrat beschloss am Montag, den Anleger wieder aufzubauen, den zwei Stürme von seinem "
    "Fundament gerissen hatten, und ihn für den größten Teil des Jahres zu schließen. Bis dahin "
    "soll ein kleineres Boot zweimal am Tag vom alten Kai abfahren, damit die Schüler ankommen."
)


@pytest.mark.parametrize(
    "text, declared, language",
    [
        (ENGLISH, None, "en"),
        (ENGLISH, "en-GB", "en-GB"),
        (ENGLISH, "pt-BR", "en"),
        (GERMAN, None, "de"),
        (GERMAN, "de-AT", "de-AT"),
        (GERMAN, "en-US", "de"),
        ("Olsen, Quill, Poe", "en", "en"),
        ("Olsen, Quill, Poe", None, None),
    ],
)
def test_the_text_is_believed_where_it_is_plain(
    text: str, declared: str | None, language: str | None
) -> None:
    told, warnings = tell_language(text, declared)
    assert told == language
    english = language is None or language.startswith("en")
    assert [warning.code for warning in warnings] == ([] if english else ["language"])


def test_a_full_temporary_folder_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    language._detector.cache_clear()
    monkeypatch.setattr("py3langid.modelio.shutil.copyfileobj", full)
    with pytest.raises(UsageError, match="cannot write to the temporary folder: No space left"):
        tell_language(GERMAN, None)
