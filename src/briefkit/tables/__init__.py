"""Briefs as flat tables for other tools: one file a table, with keys that join.

`rows` says what the tables hold, `write.write_tables` makes the files.
"""

from enum import StrEnum


class Form(StrEnum):
    """A form of the tables' files. `spreadsheet` is CSV that is safe to open with a click."""

    JSONL = "jsonl"
    CSV = "csv"
    SPREADSHEET = "spreadsheet"

    @property
    def suffix(self) -> str:
        """The ending of the files."""
        return ".jsonl" if self is Form.JSONL else ".csv"
