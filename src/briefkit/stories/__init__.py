"""Many briefs to one account: who, what they said, when, and where the articles contradict.

`account.tell` makes a story of briefs, `grouping` finds which briefs are of one story, `diff` sets
two briefs of one article side by side. Briefs alone are read: no model, no articles.
"""
