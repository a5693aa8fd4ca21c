"""A folder of pages for a browser, with a list of them."""

from __future__ import annotations

from briefkit import storage
from briefkit.batch.files import refuse_pipe, write_whole
from briefkit.batch.inputs import Input
from briefkit.batch.names import INDEX, brief_name
from briefkit.batch.output import FolderOutput
from briefkit.reading import Article
from briefkit.rendering.html import index

_MOST = 10_000  # pages: a longer list is none that anybody reads, and takes memory
_LARGEST = 1 << 30  # bytes of a page


class PagesOutput(FolderOutput):
    """One page a brief, and at the end the list of all."""

    def __init__(self, out: str) -> None:
        super().__init__(out, ".html")
        self._claims.claim_index()
        self._rows: list[index.Row] = []
        self._more = 0

    def write(self, item: Input, article: Article, text: str) -> None:
        super().write(item, article, text)
        self._enter(item, article, text.encode())

    def keep(self, item: Input, article: Article, text: bytes) -> None:
        super().keep(item, article, text)
        path = storage.join(self.out, brief_name(item.folder, article.id, self.suffix))
        self._enter(item, article, storage.read_bytes(path, _LARGEST))

    def _enter(self, item: Input, article: Article, page: bytes) -> None:
        if len(self._rows) < _MOST:
            self._rows.append(index.row(brief_name(item.folder, article.id, self.suffix), page))
        else:
            self._more += 1

    def finish(self) -> None:
        path = storage.join(self.out, INDEX)
        refuse_pipe(path)
        write_whole(path, index.render(self._rows, self._more))
