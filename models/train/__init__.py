"""Trains the encoder that ships with briefkit; needs `pip install briefkit[train]`."""
