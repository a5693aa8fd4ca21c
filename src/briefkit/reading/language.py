"""The language of an article: as its metadata says, else as a detector tells."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files
from typing import Any

from briefkit.schema import Warning

_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*")
_ENGLISH = {"en", "eng"}
_NAMES = {"english": "en", "american english": "en-US", "british english": "en-GB"}
_WORD = re.compile(r"[^\W\d_]+")
_SLICE = 2_000  # characters shown to the detector; more do not change its mind
_SHORT = 60  # letters below which it errs too often to be heard
_CONFIDENCE = 0.5


def tell_language(text: str, declared: str | None) -> tuple[str | None, tuple[Warning, ...]]:
    """The article's language (BCP 47, as declared, or ISO 639-1) and a warning if not English.

    None where nothing declares it and the text is too short or too strange to tell.
    """
    language = _tag(declared) or _detect(text)
    if language is None or re.split("[-_]", language)[0].lower() in _ENGLISH:
        return language, ()
    return language, (
        Warning("language", f"the article is in {language!r}; briefkit reads English", ()),
    )


def _tag(declared: str | None) -> str | None:
    if not declared:
        return None
    declared = declared.strip()
    return _NAMES.get(declared.lower()) or (declared if _TAG.fullmatch(declared) else None)


def _detect(text: str) -> str | None:
    sample = text[:_SLICE]
    words = _WORD.findall(sample.lower())
    # Plain to see, and it saves the second that the detector takes to load.
    if len(words) >= 20 and sum(map(_common().__contains__, words)) * 8 >= len(words):
        return "en"
    if sum(map(len, words)) < _SHORT:
        return None
    language, confidence = _detector().classify(sample)
    return str(language) if confidence >= _CONFIDENCE else None


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    lines = files("briefkit.reading").joinpath("data/english.txt").read_text("utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


@lru_cache(maxsize=1)
def _detector() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
