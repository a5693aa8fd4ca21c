"""Defaults of options: BRIEFKIT_* in the environment, then the project's file, then the user's.

A project's file may come with the project, from anybody. So it may not name a model, which is code,
nor a place to read from or write to.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from briefkit.errors import UsageError
from briefkit.storage import is_file

PREFIX = "BRIEFKIT_"
_ONLY_USER = {"model"}
# Arguments of one call: as a default they would only surprise.
_NEVER = {
    "output", "open", "dry-run", "resume", "report", "files-from", "cluster", "article", "help",
    "briefs", "pages",
}  # fmt: skip


def defaults(options: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, Any]]:
    """The values for the parameters of each command, where something sets them.

    `options` tells for each command the parameter of each long option. Raises UsageError for a
    setting that there is not.
    """
    found: dict[str, dict[str, Any]] = {command: {} for command in options}
    for where, settings, hidden in (
        (*_user(), _NEVER),
        (*_project(), _NEVER | _ONLY_USER),
        (f"{PREFIX}*", _environment(options), _NEVER),
    ):
        _enter(found, options, where, settings, hidden)
    return found


def _enter(
    found: dict[str, dict[str, Any]],
    options: Mapping[str, Mapping[str, str]],
    where: str,
    settings: Mapping[str, Any],
    hidden: set[str],
    command: str = "",
) -> None:
    """Enter settings of all commands, or of the one that a table of them is for."""
    for name, value in settings.items():
        key = name.replace("_", "-")  # as on the command line
        if isinstance(value, dict) and key in options and not command:
            _enter(found, {key: options[key]}, where, value, hidden, f"{key}.")
            continue
        having = [one for one, names in options.items() if key in names and key not in hidden]
        if not having or isinstance(value, dict):
            raise _unknown(where, command + key, options, hidden)
        for one in having:
            found[one][options[one][key]] = value


def _unknown(
    where: str, key: str, options: Mapping[str, Mapping[str, str]], hidden: set[str]
) -> UsageError:
    name = key.rpartition(".")[2]
    if name in hidden:
        elsewhere = " or in your own config.toml" if name in _ONLY_USER else ""
        return UsageError(f"{where}: {key!r} may not be set there", f"give --{name}{elsewhere}")
    names = sorted({name for own in options.values() for name in own} - hidden)
    return UsageError(f"{where}: there is no setting {key!r}", f"settings are {', '.join(names)}")


def _environment(options: Mapping[str, Mapping[str, str]]) -> dict[str, Any]:
    """BRIEFKIT_MAX_CHARS=1000 is the setting max-chars; of other such names nothing is made."""
    known = {name for own in options.values() for name in own} - _NEVER
    return {
        name: value
        for variable, value in os.environ.items()
        if variable.startswith(PREFIX)
        for name in [variable.removeprefix(PREFIX).lower().replace("_", "-")]
        if name in known
    }


def _project() -> tuple[str, dict[str, Any]]:
    """[tool.briefkit] of the nearest pyproject.toml above the working directory."""
    for folder in _above():
        path = folder / "pyproject.toml"
        if is_file(str(path)):
            tool = _read(path).get("tool", {})
            own = tool.get("briefkit", {}) if isinstance(tool, dict) else {}
            return str(path), own if isinstance(own, dict) else {}
    return "", {}


def _above() -> list[Path]:
    """The working directory and those above; none where it has been removed."""
    try:
        here = Path.cwd()
    except OSError:
        return []
    return [here, *here.parents]


def _user() -> tuple[str, dict[str, Any]]:
    """The user's own file."""
    home = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    path = home / "briefkit" / "config.toml"
    return (str(path), _read(path)) if is_file(str(path)) else ("", {})


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(f"{path}: {error}", "mend the file, or move it away") from error
