"""Stories of many briefs."""
