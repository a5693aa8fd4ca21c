"""From a file, standard input or a record to an `Article`; one format a module."""

from briefkit.reading.article import Article, make_article

__all__ = ["Article", "make_article"]
