"""Briefs in, tables out: all of them whole or none, in memory that does not grow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from briefkit.batch.files import OutFile, make_folder, refuse_pipe
from briefkit.errors import UnreadableError
from briefkit.reading.brief_files import find_briefs
from briefkit.reading.briefs import read_briefs
from briefkit.schema import Brief
from briefkit.tables import Form
from briefkit.tables.columns import TABLES, Row
from briefkit.tables.forms import encode, header
from briefkit.tables.keys import Keys
from briefkit.tables.rows import rows


def write_tables(given: Sequence[str], out: str, form: Form = Form.JSONL) -> dict[str, int]:
    """Write the tables of all briefs into the folder `out`; gives the number of rows of each.

    `given` are files, folders and "-". Raises UnreadableError where a brief cannot be read, and
    UsageError where nothing can be written; the tables of an earlier run are then as they were.
    """
    folder = Path(out)
    make_folder(folder)
    paths = {name: folder / f"{name}{form.suffix}" for name in TABLES}
    counts = dict.fromkeys(TABLES, 0)
    with Keys() as keys, _whole_files(list(paths.values())) as files:
        streams = dict(zip(TABLES, files, strict=True))
        for name, kind in TABLES.items():
            streams[name].write(header(form, kind))
        for where, brief in _briefs(find_briefs(given, folder, list(paths.values()))):
            for name, found in _rows(brief, keys, where).items():
                streams[name].write(encode(form, found))
                counts[name] += len(found)
    return counts


def _briefs(sources: Iterator[str]) -> Iterator[tuple[str, Brief]]:
    """Each brief with words for where it stands."""
    for source in sources:
        place = "standard input" if source == "-" else source
        for number, brief in enumerate(read_briefs(source), 1):
            yield f"{place}, brief {number}", brief


def _rows(brief: Brief, keys: Keys, where: str) -> dict[str, Sequence[Row]]:
    try:
        return rows(brief, keys.key(brief.source))
    except ValueError as error:
        raise UnreadableError(f"{where}: not a brief: {error}", "extract it again") from error


@contextmanager
def _whole_files(paths: Sequence[Path]) -> Iterator[list[OutFile]]:
    """Files to write to, which take their places together once all are whole."""
    with ExitStack() as stack:
        parts = []
        for path in paths:
            refuse_pipe(path)
            part = OutFile(path)
            stack.callback(part.remove)
            parts.append(part)
        yield parts
        for part in parts:
            part.close()
        for part in parts:
            part.move()
