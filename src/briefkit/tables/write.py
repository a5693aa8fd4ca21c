"""Briefs in, tables out: all of them whole or none, in memory that does not grow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from briefkit.batch.files import OutFile, make_folder, refuse_pipe
from briefkit.reading.briefs import joining_briefs
from briefkit.tables import Form
from briefkit.tables.forms import encode, header
from briefkit.tables.keys import Keys
from briefkit.tables.rows import TABLES, rows


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
        for name, columns in TABLES.items():
            streams[name].write(header(form, columns))
        for brief in joining_briefs(given, folder, list(paths.values())):
            for name, found in rows(brief, keys.key(brief.source)).items():
                streams[name].write(encode(form, found))
                counts[name] += len(found)
    return counts


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
