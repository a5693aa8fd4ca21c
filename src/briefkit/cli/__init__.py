"""The `briefkit` command: options, a call and output; what it does is importable elsewhere."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from briefkit import __version__
from briefkit.cli.batch import batch
from briefkit.cli.defaults import defaults
from briefkit.cli.diff import diff
from briefkit.cli.extract import extract
from briefkit.cli.guard import DEBUG, complain
from briefkit.cli.output import writing
from briefkit.cli.schema import schema
from briefkit.cli.score import score
from briefkit.cli.show import show
from briefkit.cli.stories import stories
from briefkit.cli.story import story
from briefkit.cli.tables import tables
from briefkit.cli.text import text
from briefkit.cli.verify import verify
from briefkit.errors import UsageError
from briefkit.storage import exists

_DEFAULT = "extract"


class _Commands(TyperGroup):
    """Commands by name; without one, what is there or looks like a file is to be extracted."""

    def parse_args(self, ctx: Any, args: list[str]) -> Any:
        own = {name for param in self.get_params(ctx) for name in param.opts}
        first = next((n for n, word in enumerate(args) if word not in own), len(args))
        rest = args[first:]
        # Options may stand before the file; else the first word tells what is wanted.
        asked = rest if rest[:1] and rest[0].startswith("-") else rest[:1]
        if self.commands.keys().isdisjoint(asked) and any(map(_is_input, asked)):
            args = [*args[:first], _DEFAULT, *rest]
        return super().parse_args(ctx, args)

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except typer.BadParameter as error:
            error.message = _plain(error)
            raise


# What the library that checks values says, by the first word of its code, for people who give them.
_PLAIN = {
    "int": "is not a whole number",
    "float": "is not a number",
    "bool": "is neither true nor false",
    "greater": "is less than {ge}",
    "less": "is more than {le}",
}


def _plain(error: typer.BadParameter) -> str:
    """The message of a value that does not fit, which names it."""
    found: list[Any] = getattr(error.__cause__, "errors", list)()
    words = found and _PLAIN.get(found[0]["type"].partition("_")[0])
    if not words:
        return error.message.replace("Value error, ", "")
    return f"{found[0]['input']!r} {words.format(**found[0].get('ctx', {}))}"


def _is_input(word: str) -> bool:
    return word == "-" or "." in word or os.sep in word or exists(word)


app = typer.Typer(
    name="briefkit",
    cls=_Commands,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"briefkit {__version__}")
        raise typer.Exit


@app.callback()
def options(
    ctx: typer.Context,
    version: Annotated[
        bool,
        typer.Option("--version", "-V", callback=_version, is_eager=True, help="Show the version."),
    ] = False,
    debug: Annotated[
        bool, typer.Option("--debug", help=f"Show tracebacks of errors; so does {DEBUG}=1.")
    ] = False,
) -> None:
    """Turn news articles into briefs: who acts, when, who said what, and what it comes to.

    `briefkit FILE` is `briefkit extract FILE`. Options can be set for good: by BRIEFKIT_* variables
    (BRIEFKIT_BULLETS=5), [tool.briefkit] in pyproject.toml, and ~/.config/briefkit/config.toml.

    Exit codes: 0 done, 1 a fault of briefkit, 2 wrong usage, 3 the article cannot be read, 4 some
    of several articles failed, 5 the model is missing or does not fit, 6 verify found a
    difference, 130 interrupted. `diff` answers with 1 where there is a difference.
    """
    if debug:
        os.environ[DEBUG] = "1"
    try:
        ctx.default_map = defaults(_long_options(ctx.command))
    except UsageError as error:
        complain(error.message, error.hint)
        raise typer.Exit(error.status) from error


def _long_options(group: Any) -> dict[str, dict[str, str]]:
    """The parameter that each long option of each command sets."""
    return {
        name: {
            option.removeprefix("--"): param.name
            for param in command.params
            for option in param.opts
            if option.startswith("--")
        }
        for name, command in group.commands.items()
    }


def help(
    ctx: typer.Context,
    command: Annotated[str | None, typer.Argument(help="The command to tell of.")] = None,
) -> None:
    """Show what a command does.

    Example: briefkit help extract
    """
    group: Any = ctx.parent.command if ctx.parent else None
    if command is None:
        typer.echo(ctx.parent.get_help() if ctx.parent else "")
        return
    found = group.commands.get(command)
    if found is None:
        names = ", ".join(group.commands)
        raise typer.BadParameter(f"there is no command {command!r}; choose one of {names}")
    with type(ctx)(found, info_name=command, parent=ctx.parent) as inner:
        typer.echo(inner.get_help())


for command in (extract, batch, text, show, story, stories, diff, tables, verify, score, schema):
    needs = command in (batch, story, stories, diff, tables, verify, score)
    app.command(no_args_is_help=needs)(command)
app.command()(help)


def main() -> None:
    """The entry point of the `briefkit` script."""
    if sys.stderr is None:
        # Started with it closed. Else the next file to be opened gets its number, and with it
        # what libraries have to say.
        sys.stderr = Path(os.devnull).open("w")  # noqa: SIM115 (to the end of the program)
    if os.environ.get(DEBUG):
        app(prog_name="briefkit")
    try:
        # What commands write is guarded; help and version are written on the way to them.
        with writing():
            app(prog_name="briefkit")
    except UsageError as error:
        complain(error.message, error.hint)
        sys.exit(error.status)
