"""Some data to an article: what they are, and the parser of each form."""

from __future__ import annotations

from dataclasses import replace

from briefkit.errors import UnreadableError, install_hint
from briefkit.reading.apart import MORE_MEMORY, MOST_SECONDS, DiedError, apart
from briefkit.reading.article import Article, Content, finish_article
from briefkit.reading.builder import Document, put_together
from briefkit.reading.decoding import decode
from briefkit.reading.forms import Form, ending, tell_form
from briefkit.reading.mail import parse_mail
from briefkit.reading.markdown import as_names, as_text, parse_markdown, split_front_matter
from briefkit.reading.page import parse_html
from briefkit.reading.records import read_record
from briefkit.reading.source import Source
from briefkit.schema import Warning

_HEAD = 8  # pieces of a document that may hold its title and author


def parse(data: bytes, name: str, source: Source) -> Article | None:
    """The article of some data; None where they are records, which may be many.

    `name` is that of the file, "" for standard input. Raises UnreadableError.
    """
    told = source.how.form
    form = tell_form(data, name, source.where) if told is None else told
    if form is Form.JSONL:
        return None
    if form is Form.JSON:
        # One article as one object; a brief is one as well, and no article.
        if told is None and b'"schema_version"' in data[:200]:
            raise UnreadableError(
                f"{source.where}: a brief, not an article", "for a brief use `briefkit show`"
            )
        return read_record(data, source)
    match form:
        case Form.HTML:
            # The length that counts is the article's, not that of the page around it.
            page, warnings = decode(data, source.where, source.how.encoding, html=True)
            content = replace(parse_html(page, source.where), warnings=warnings)
        case Form.MARKDOWN:
            content = _markdown(data, source)
        case Form.EMAIL:
            content = parse_mail(data, source)
        case Form.PDF | Form.DOCX:
            content = _document(data, source, form)
        case _:
            text, warnings = _decoded(data, source)
            content = Content(text, warnings=warnings)
    notes = _noted(name, form) if told is None else ()
    return finish_article(replace(content, warnings=(*notes, *content.warnings)), source)


def _noted(name: str, form: Form) -> tuple[Warning, ...]:
    """A warning where the name of a file promises something else."""
    end = ending(name)
    odd = {Form.HTML: (".txt", ".text"), Form.TEXT: (".html", ".htm", ".xhtml")}
    if end not in odd.get(form, ()):
        return ()
    read_as = "a web page" if form is Form.HTML else "plain text"
    return (Warning("input-format", f"read as {read_as}, which its ending {end} is not for", ()),)


def _decoded(data: bytes, source: Source) -> tuple[str, tuple[Warning, ...]]:
    return decode(data, source.where, source.how.encoding, max_chars=source.how.max_chars)


def _markdown(data: bytes, source: Source) -> Content:
    words, warnings = _decoded(data, source)
    front, body = split_front_matter(words, source.where)
    title = as_text(front.get("title"))
    try:
        text, blocks = parse_markdown(body, title)
    except ValueError as error:
        raise UnreadableError(f"{source.where}: the HTML cannot be read: {error}") from error
    return Content(
        text,
        blocks,
        title,
        day=as_text(front.get("date")),
        authors=as_names(front.get("authors")) or as_names(front.get("author")),
        url=as_text(front.get("url")),
        language=as_text(front.get("lang")) or as_text(front.get("language")),
        warnings=warnings,
    )


def _document(data: bytes, source: Source, form: Form) -> Content:
    try:
        document = apart(lambda: _parse_document(data, source, form))
    except (DiedError, MemoryError) as error:
        raise UnreadableError(
            f"{source.where}: takes more than {MORE_MEMORY:,} bytes or {MOST_SECONDS} s to read",
            "get it anew",
        ) from error
    # A file's properties are often those of its template: only what the text has as well is told.
    head = " ".join(words for _, words in document.pieces[:_HEAD])
    title, author = (
        told if told and told in head else None for told in (document.title, document.author)
    )
    text, blocks = put_together(document.pieces, title)
    return Content(text, blocks, title, authors=(author,) if author else ())


def _parse_document(data: bytes, source: Source, form: Form) -> Document:
    what = "PDF" if form is Form.PDF else "Word document"
    try:
        if form is Form.PDF:
            from briefkit.reading.pdf import parse_pdf as parser
        else:
            from briefkit.reading.docx import parse_docx as parser
        return parser(data, source.where)
    except ImportError as error:
        raise UnreadableError(
            f"{source.where}: a {what}, which takes a package that is not installed",
            install_hint("documents"),
        ) from error
    except (UnreadableError, MemoryError):
        raise
    except RecursionError as error:
        raise UnreadableError(f"{source.where}: a {what} that is nested too deeply") from error
    except Exception as error:  # the parsers raise whatever a broken file makes of them
        raise UnreadableError(
            f"{source.where}: a damaged {what}: {type(error).__name__}: {error}", "get it anew"
        ) from error
