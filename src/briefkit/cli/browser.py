"""Pages that are opened in the user's browser."""

from __future__ import annotations

from pathlib import Path

from briefkit.cli.guard import note


def show_page(path: Path) -> None:
    """Open a page in the user's browser."""
    import webbrowser

    if not webbrowser.open(path.absolute().as_uri()):
        note(f"no browser could be started: open {path} yourself")


def page_for(id: str) -> Path:
    """A file for a page that is only to be looked at, which stays until the system clears up."""
    import tempfile

    from briefkit.batch.names import brief_name

    return Path(tempfile.mkdtemp(prefix="briefkit-")) / brief_name("", id, ".html")
