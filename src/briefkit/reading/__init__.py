"""From a file, standard input or a record to an `Article`; one format a module.

Parsers of single formats are imported when the first file of that format is read.
"""

from briefkit.reading.article import Article, make_article
from briefkit.reading.dates import parse_published
from briefkit.reading.files import SUFFIXES, read_article, read_articles, read_text

__all__ = [
    "SUFFIXES",
    "Article",
    "make_article",
    "parse_published",
    "read_article",
    "read_articles",
    "read_text",
]
