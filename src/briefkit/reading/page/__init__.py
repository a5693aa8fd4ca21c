"""A web page to its main article: what the page says of it, and its text in pieces."""

from briefkit.reading.page.page import Page, parse_html

__all__ = ["Page", "parse_html"]
