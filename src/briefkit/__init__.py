"""briefkit: who acts, when, who said what, and what it comes to, from one news article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = [
    "Article",
    "Brief",
    "BriefkitError",
    "__version__",
    "extract",
    "extract_file",
    "extract_many",
]

if TYPE_CHECKING:
    from briefkit.api import extract, extract_file, extract_many
    from briefkit.errors import BriefkitError
    from briefkit.reading import Article
    from briefkit.schema import Brief

_HOMES = {
    "Article": "briefkit.reading",
    "Brief": "briefkit.schema",
    "BriefkitError": "briefkit.errors",
    "extract": "briefkit.api",
    "extract_file": "briefkit.api",
    "extract_many": "briefkit.api",
}


def __getattr__(name: str) -> Any:
    # Importing spaCy takes a second; `briefkit --help` and `briefkit show` do without it.
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
