"""`briefkit extract`."""

from __future__ import annotations

from pathlib import Path

import msgspec
import yaml
from typer.testing import CliRunner

import briefkit
from briefkit.cli import app

SEED = Path(__file__).parents[2] / "seeds" / "rare-military-visit.txt"


def test_piped_it_writes_yaml() -> None:
    result = CliRunner().invoke(app, ["extract", str(SEED), "--published", "2025-01-13"])
    assert (result.exit_code, result.stderr) == (0, "")
    brief = yaml.safe_load(result.stdout)
    assert brief["source"]["id"] == "rare-military-visit"
    assert brief["published"] == "2025-01-13"


def test_json_from_standard_input() -> None:
    result = CliRunner().invoke(app, ["extract", "-", "--format", "json"], input=SEED.read_bytes())
    assert (result.exit_code, result.stderr) == (0, "")
    brief = msgspec.json.decode(result.stdout, type=briefkit.Brief)
    assert (brief.source.id, brief.source.path) == ("stdin", "-")


def test_into_a_file_with_the_summary_shown(tmp_path: Path) -> None:
    out = tmp_path / "brief.json"
    result = CliRunner().invoke(app, ["extract", str(SEED), "-o", str(out)])
    assert (result.exit_code, result.stderr) == (0, f"written to {out}\n")
    assert msgspec.json.decode(out.read_bytes(), type=briefkit.Brief).source.words == 454
    assert "Yoshimasa Hayashi" in result.stdout
    assert [path.name for path in tmp_path.iterdir()] == ["brief.json"]
