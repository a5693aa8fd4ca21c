"""How right briefs are, against articles annotated by hand: docs/gold.md."""
