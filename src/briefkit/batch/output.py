"""Where the briefs of a batch go: a folder with a file each, or one stream in input order.

Both take them in input order: a new one by `write`, one of an earlier run that stays by `keep`.
"""

from __future__ import annotations

import errno
import hashlib
import os
import sys
from contextlib import ExitStack, closing
from pathlib import Path
from typing import IO

from briefkit import storage
from briefkit.atomic import WholeFile, is_pipe, keep_mode, open_to_add
from briefkit.batch.earlier import documents, key, read_head
from briefkit.batch.files import explained, make_folder, refuse_pipe, write_whole
from briefkit.batch.inputs import Input
from briefkit.batch.names import Claims, Taken, brief_name
from briefkit.batch.options import STDOUT
from briefkit.batch.table import Table
from briefkit.errors import UsageError
from briefkit.reading import Article

# What is wrong with one place, and not with the disk: a folder stands where a file is to be, ...
_NO_PLACE = (errno.EISDIR, errno.ENOTDIR, errno.EEXIST, errno.ENAMETOOLONG, errno.ELOOP)


class FolderOutput:
    """One file a brief. What is there is whole, so that a stop at any moment loses nothing."""

    def __init__(self, out: str, suffix: str) -> None:
        if not out:
            raise UsageError("-o: an empty name", "give the name of a folder, or of a file")
        if not storage.is_url(out) and storage.exists(out) and not storage.is_folder(out):
            raise UsageError(
                f"{out} is a file, not a folder", "give a folder, or a name in .jsonl or .yaml"
            )
        make_folder(out)
        self.out, self.suffix = out, suffix
        self._folders = {out}
        self._claims = Claims()

    def finish(self) -> None:
        """Nothing is left to be put in its place."""

    def close(self) -> None:
        self._claims.close()

    def write(self, item: Input, article: Article, text: str) -> None:
        """Raises UsageError where an article of this run has written to the same place."""
        path = self._claimed(item, article)
        if storage.is_same_file(path, item.path):
            raise Taken(f"{item.path} would be read and written", "write to another folder")
        folder = storage.parent(path)
        try:
            if folder not in self._folders:
                make_folder(folder)
                self._folders.add(folder)
            refuse_pipe(path)
            write_whole(path, text)
        except UsageError as error:
            if getattr(error.__cause__, "errno", None) in _NO_PLACE:
                raise Taken(error.message, error.hint) from error
            raise

    def keep(self, item: Input, article: Article, text: bytes) -> None:
        self._claimed(item, article)

    def _claimed(self, item: Input, article: Article) -> str:
        name = brief_name(item.folder, article.id, self.suffix)
        self._claims.claim(name, f"{item.path} ({article.id})" if item.many else item.path)
        return storage.join(self.out, name)


class StreamOutput:
    """All briefs in one file, written to OUT.part and moved to OUT at the end.

    With `resume`, an OUT.part of earlier runs is set aside as OUT.done first, and only the end of
    a run removes that, so that no number of interruptions, at whatever moment, loses a brief.
    A pipe or a device gets each brief when it is its turn; so does standard output, for "-".
    """

    _stream: IO[bytes]

    def __init__(self, out: str, suffix: str, *, resume: bool) -> None:
        self._is_stdout = out == STDOUT
        if self._is_stdout:
            if sys.stdout is None:
                raise UsageError("standard output is closed", "use -o FILE")
            self.out = self.part = Path("standard output")
            self._is_pipe, self._stream = True, sys.stdout.buffer
            return
        self._url = out if storage.is_url(out) else None
        self.out = _spool(out) if self._url else Path(out)
        if self.out.is_dir():
            raise UsageError(f"{out} is a folder", "give -o a file name, or another folder")
        make_folder(self.out.parent)
        self.part, self.done = working_files(self.out)
        self._is_pipe = is_pipe(self.out)
        with explained(self.out):
            if self._is_pipe:
                self._stream = self.out.open("wb")
                return
            if self._url and resume and not self.out.exists() and storage.exists(self._url):
                storage.download(self._url, self.out)
            self._stream = self._locked()
            try:
                if resume:
                    self._set_aside(suffix)
                self._stream.truncate(0)
            except BaseException:
                self._stream.close()
                raise

    def _locked(self) -> IO[bytes]:
        """OUT.part, opened for this process alone."""
        stream = open_to_add(self.part)
        try:
            if sys.platform != "win32":
                import fcntl

                # Unlike flock's, this lock is not handed on to forked workers.
                fcntl.lockf(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if not os.path.samestat(os.fstat(stream.fileno()), self.part.stat()):
                raise OSError("what was opened has become OUT: another batch has just finished")
        except OSError as error:
            stream.close()
            raise UsageError(
                f"another batch is writing {self.out}", "wait for it, or give another -o"
            ) from error
        return stream

    def _set_aside(self, suffix: str) -> None:
        """Move what OUT.part holds to OUT.done, which is replaced in one step."""
        if not self.part.stat().st_size:
            return
        self._stream.seek(0)
        with ExitStack() as stack:
            merged = stack.enter_context(WholeFile(self.done))
            seen = stack.enter_context(closing(Table()))
            # To open OUT.part another time and close it would end the lock.
            streams = [self._stream]
            if self.done.exists():
                streams.append(stack.enter_context(self.done.open("rb")))
            for stream in streams:
                for document in documents(stream, suffix):
                    head = read_head(document, suffix)
                    if head and seen.put(key(head.source), b"") is None:
                        merged.write(document)
            merged.sync()

    def write(self, item: Input, article: Article, text: str) -> None:
        self.keep(item, article, text.encode())

    def keep(self, item: Input, article: Article, text: bytes) -> None:
        with explained(self.part):
            self._stream.write(text)

    def finish(self) -> None:
        if self._is_pipe:
            self.close()
            return
        with explained(self.out):
            self._stream.flush()
            os.fsync(self._stream.fileno())  # OUT.done, which could mend a loss, goes next
            keep_mode(self.out, self.part)
            self.part.replace(self.out)
            if self._url:
                storage.upload(self.out, self._url)
                self.out.unlink()
        self.done.unlink(missing_ok=True)
        self.close()

    def close(self) -> None:
        with explained(self.part):
            if self._is_stdout:
                self._stream.flush()
            else:
                self._stream.close()


Output = FolderOutput | StreamOutput


def working_files(out: Path) -> tuple[Path, Path]:
    """OUT.part and OUT.done."""
    return out.with_name(out.name + ".part"), out.with_name(out.name + ".done")


def earlier_streams(out: str) -> list[Path]:
    """The files that may hold finished briefs of a stream, the newest first."""
    place = _spool(out) if storage.is_url(out) else Path(out)
    return [*working_files(place), *([] if is_pipe(place) else [place])]


def _spool(url: str) -> Path:
    """Where a stream to a URL grows until it is finished: storage cannot add to a file."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = hashlib.sha256(url.encode()).hexdigest()[:16]
    return cache / "briefkit" / folder / url.rpartition("/")[2]
