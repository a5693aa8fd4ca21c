"""Some data to an article: what they are, and the parser of each form."""

from __future__ import annotations

from briefkit.errors import UnreadableError
from briefkit.layout import Block, analyse
from briefkit.reading.apart import MORE_MEMORY, MOST_SECONDS, DiedError, apart
from briefkit.reading.article import Article
from briefkit.reading.builder import TextBuilder
from briefkit.reading.decoding import check_text, decode
from briefkit.reading.documents import Document
from briefkit.reading.forms import Form, ending, tell_form
from briefkit.reading.front_matter import as_names, as_text, split_front_matter
from briefkit.reading.mail import parse_mail
from briefkit.reading.markdown import parse_markdown
from briefkit.reading.metadata import finish_article
from briefkit.reading.page import parse_html
from briefkit.reading.records import read_record
from briefkit.reading.source import Source
from briefkit.schema import Warning

_HEAD = 8  # paragraphs of a document that may hold its title and author


def parse(data: bytes, name: str, source: Source) -> Article | None:
    """The article of some data; None where they are records, which may be many.

    `name` is that of the file, "" for standard input. Raises UnreadableError.
    """
    told = source.how.form
    form = tell_form(data, name, source.where) if told is None else told
    notes = _noted(name, form) if told is None else ()
    match form:
        case Form.HTML:
            return _html(data, source, notes)
        case Form.MARKDOWN:
            return _markdown(data, source)
        case Form.EMAIL:
            return _mail(data, source)
        case Form.PDF | Form.DOCX:
            return _document(data, source, form)
        case Form.JSON:
            return _json(data, source)
        case Form.JSONL:
            return None
    return _plain(data, source, notes)


def _noted(name: str, form: Form) -> tuple[Warning, ...]:
    """A warning where the name of a file promises something else."""
    end = ending(name)
    odd = {Form.HTML: (".txt", ".text"), Form.TEXT: (".html", ".htm", ".xhtml")}
    if end not in odd.get(form, ()):
        return ()
    read_as = "a web page" if form is Form.HTML else "plain text"
    return (Warning("input-format", f"read as {read_as}, which its ending {end} is not for", ()),)


def _plain(data: bytes, source: Source, notes: tuple[Warning, ...]) -> Article:
    how = source.how
    text, warnings = decode(data, source.where, how.encoding, max_chars=how.max_chars)
    return finish_article(
        text, id=source.id, path=source.path, published=how.day, warnings=(*notes, *warnings)
    )


def _markdown(data: bytes, source: Source) -> Article:
    how = source.how
    words, warnings = decode(data, source.where, how.encoding, max_chars=how.max_chars)
    front, body = split_front_matter(words, source.where)
    title = as_text(front.get("title"))
    text, blocks = parse_markdown(body, title)
    check_text(text, source.where, how.max_chars)
    return finish_article(
        text,
        id=source.id,
        path=source.path,
        published=how.day,
        blocks=blocks,
        title=title,
        day=as_text(front.get("date")),
        authors=as_names(front.get("authors")) or as_names(front.get("author")),
        url=as_text(front.get("url")),
        language=as_text(front.get("lang")) or as_text(front.get("language")),
        warnings=warnings,
    )


def _html(data: bytes, source: Source, notes: tuple[Warning, ...]) -> Article:
    # The length that counts is the article's, not that of the page around it.
    words, warnings = decode(data, source.where, source.how.encoding, html=True)
    return _page(words, source, (*notes, *warnings))


def _page(
    words: str,
    source: Source,
    warnings: tuple[Warning, ...],
    *,
    title: str | None = None,
    author: str | None = None,
    day: str | None = None,
) -> Article:
    """The article of a page; what is given besides is told by what held the page."""
    page = parse_html(words, source.where)
    check_text(page.text, source.where, source.how.max_chars)
    return finish_article(
        page.text,
        id=source.id,
        path=source.path,
        published=source.how.day,
        blocks=page.blocks,
        title=title or page.title,
        day=day or page.day,
        authors=page.authors or ((author,) if author else ()),
        url=page.url,
        language=page.language,
        warnings=warnings,
    )


def _mail(data: bytes, source: Source) -> Article:
    mail = parse_mail(data, source.where)
    if mail.html:
        return _page(
            mail.text, source, mail.warnings, title=mail.title, author=mail.author, day=mail.day
        )
    check_text(mail.text, source.where, source.how.max_chars)
    blocks = analyse(mail.text, mail.title)
    if mail.signature is not None:
        blocks = tuple(
            Block(b.start, b.end, "furniture") if b.start >= mail.signature else b for b in blocks
        )
    return finish_article(
        mail.text,
        id=source.id,
        path=source.path,
        published=source.how.day,
        blocks=blocks,
        title=mail.title,
        day=mail.day,
        authors=(mail.author,) if mail.author else (),
        warnings=mail.warnings,
    )


def _document(data: bytes, source: Source, form: Form) -> Article:
    try:
        document = apart(lambda: _parse_document(data, source, form))
    except (DiedError, MemoryError) as error:
        raise UnreadableError(
            f"{source.where}: takes more than {MORE_MEMORY:,} bytes or {MOST_SECONDS} s to read",
            "get it anew",
        ) from error
    builder = TextBuilder()
    for shape, words in document.paragraphs:
        builder.add(shape, words)
    # A file's properties are often those of its template: only what the text has as well is told.
    head = " ".join(words for _, words in document.paragraphs[:_HEAD])
    title, author = (
        told if told and told in head else None for told in (document.title, document.author)
    )
    text, blocks = builder.finish(title)
    check_text(text, source.where, source.how.max_chars)
    return finish_article(
        text,
        id=source.id,
        path=source.path,
        published=source.how.day,
        blocks=blocks,
        title=title,
        authors=(author,) if author else (),
    )


def _parse_document(data: bytes, source: Source, form: Form) -> Document:
    if form is Form.PDF:
        from briefkit.reading.pdf import parse_pdf

        return parse_pdf(data, source.where)
    from briefkit.reading.docx import parse_docx

    return parse_docx(data, source.where)


def _json(data: bytes, source: Source) -> Article:
    """One article as one object; a brief is one as well, and no article."""
    if source.how.form is None and b'"schema_version"' in data[:200]:
        raise UnreadableError(
            f"{source.where}: a brief, not an article", "for a brief use `briefkit show`"
        )
    return read_record(data, source)
