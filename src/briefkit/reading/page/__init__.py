"""A web page to its main article: what the page says of it, and its text in pieces."""

from briefkit.reading.page.page import parse_html

__all__ = ["parse_html"]
