"""Counts the rules of the components, and says what each is worth: `make rules`, docs/rules.md."""
