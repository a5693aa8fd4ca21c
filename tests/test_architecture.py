"""Modules are short enough to be read in one go."""

from __future__ import annotations

from pathlib import Path

SOURCE = Path(__file__).parents[1] / "src" / "briefkit"
MOST = 300  # lines


def test_no_module_is_too_long_to_be_read() -> None:
    longer = {
        path.relative_to(SOURCE).as_posix()
        for path in SOURCE.rglob("*.py")
        if len(path.read_text(encoding="utf-8").splitlines()) > MOST
    }
    assert not longer
