"""The language of an article: as its metadata says, else as a detector tells."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from briefkit import lexicon
from briefkit.errors import UsageError
from briefkit.schema import Warning

_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*")
_ENGLISH = {"en", "eng"}
_NAMES = {"english": "en", "american english": "en-US", "british english": "en-GB"}
_WORD = re.compile(r"[^\W\d_]+")
_SLICE = 2_000  # characters shown to the detector; more do not change its mind
_SHORT = 60  # letters below which it errs too often to be heard
_CONFIDENCE = 0.5
_LONG, _SURE = 200, 0.95  # the same, to be heard against a declaration


def tell_language(text: str, declared: str | None) -> tuple[str | None, tuple[Warning, ...]]:
    """The article's language (BCP 47, as declared, or ISO 639-1) and a warning if not English.

    A declaration is believed unless the text plainly contradicts it: templates declare the language
    of their maker. None where nothing declares it and the text is too short or too strange to tell.
    """
    language = _told(text[:_SLICE], _tag(declared))
    if language is None or _is_english(language):
        return language, ()
    return language, (
        Warning("language", f"the article is in {language!r}; briefkit reads English", ()),
    )


def _told(sample: str, declared: str | None) -> str | None:
    # Plain to see, and it saves the second that the detector takes to load.
    if _plainly_english(sample):
        return declared if declared and _is_english(declared) else "en"
    if declared is None:
        return _detect(sample, _SHORT, _CONFIDENCE)
    if not _is_english(declared):
        return declared
    return _detect(sample, _LONG, _SURE) or declared


def _is_english(language: str) -> bool:
    return re.split("[-_]", language)[0].lower() in _ENGLISH


def _plainly_english(sample: str) -> bool:
    words, common = _WORD.findall(sample.lower()), lexicon.words("reading", "english.txt")
    return len(words) >= 20 and sum(word in common for word in words) * 8 >= len(words)


def _tag(declared: str | None) -> str | None:
    if not declared:
        return None
    declared = declared.strip()
    return _NAMES.get(declared.lower()) or (declared if _TAG.fullmatch(declared) else None)


def _detect(sample: str, least: int, confidence: float) -> str | None:
    """What the detector says of a sample with `least` letters, where it is as sure as that."""
    if sum(map(len, _WORD.findall(sample))) < least:
        return None
    language, sure = _detector().classify(sample)
    return str(language) if sure >= confidence else None


@lru_cache(maxsize=1)
def _detector() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    try:
        return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    except OSError as error:  # it is unpacked into a temporary file
        raise UsageError(
            f"cannot write to the temporary folder: {error.strerror or error}",
            "make room there, or set TMPDIR to another folder",
        ) from error
