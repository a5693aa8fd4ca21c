"""The extractors, as spaCy components. Each works in any English pipeline, alone or together."""
