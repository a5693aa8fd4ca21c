"""What is said where a form needs a package that is not installed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from briefkit.errors import UnreadableError, install_hint
from briefkit.reading import read_article
from tests.reading.documents import docx, pdf
from tests.reading.test_inputs import LEDE


@pytest.mark.parametrize("module, name", [("pdfminer.high_level", "a.pdf"), ("docx", "a.docx")])
def test_without_their_packages_documents_name_the_cure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str, name: str
) -> None:
    (tmp_path / name).write_bytes(pdf([(LEDE, 11)]) if name == "a.pdf" else docx(("Normal", LEDE)))
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(UnreadableError) as caught:
        read_article(str(tmp_path / name))
    assert "a package that is not installed" in caught.value.message
    # Of this environment, whatever `pip` means in the shell.
    assert caught.value.hint == f'{sys.executable} -m pip install "briefkit[documents]"'


def test_the_cure_fits_an_environment_without_pip(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefkit.errors.find_spec", lambda name: None)
    monkeypatch.setattr(sys, "executable", "/my tools/python")
    assert install_hint("documents") == (
        "uv pip install --python '/my tools/python' \"briefkit[documents]\""
    )
