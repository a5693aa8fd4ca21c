"""Pages for a browser: a brief on its article, and lists of pages; Jinja2 is imported only here."""
