"""How good the extractors are on our own articles, and the gate that keeps them so."""
