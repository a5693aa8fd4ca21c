"""What the tests of pages click on, and what lights up."""

from __future__ import annotations

from typing import Any


def lit(page: Any, kind: str = "words") -> list[str]:
    return list(page.locator(f"mark.{kind}").all_text_contents())


def item(page: Any, section: str, number: int = 0) -> Any:
    return page.locator(f"{section} [data-s]").nth(number)
