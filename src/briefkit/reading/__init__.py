"""From a file, standard input or a record to an `Article`; one format a module.

Parsers of single formats are imported when the first file of that format is read.
"""

from briefkit.reading.article import Article, make_article
from briefkit.reading.decoding import MAX_CHARS, too_long
from briefkit.reading.files import (
    article_id,
    is_records,
    read_article,
    read_articles,
    read_ids,
    read_line,
    read_lines,
    read_text,
)
from briefkit.reading.forms import SUFFIXES, Form, ending
from briefkit.reading.source import How

__all__ = [
    "MAX_CHARS",
    "SUFFIXES",
    "Article",
    "Form",
    "How",
    "article_id",
    "ending",
    "is_records",
    "make_article",
    "read_article",
    "read_articles",
    "read_ids",
    "read_line",
    "read_lines",
    "read_text",
    "too_long",
]
