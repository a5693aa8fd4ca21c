"""How long bullets are, how many an article gets, and what keeps one from being printed."""

from __future__ import annotations

# Words of a bullet: of a whole sentence at least, of what a cut leaves at least, at most; and at
# most of the lede, whose news may need more. One cut in five changes what the sentence says
# (models/README.md), so a long bullet is better than a cut one.
WHOLE = 5
LEAST = 12
MOST = 38
LEDE = 42
# Words of a quote that breaks off with its sentence.
QUOTED = 4
# Bullets of an article, and of one of fewer words or sentences than these.
BULLETS = 5
BRIEF = 1
BRIEF_WORDS = 90
BRIEF_SENTENCES = 4
# What a bullet beside the first must promise: its chance to tell a key point, less what it loses
# by its likeness to one that is chosen.
PROMISE = 0.24
# How much of the likeness that is.
REPEATS = 0.2
# How likely it must be that a bullet, or an event of the timeline, can be read alone.
ALONE = 0.7
# Two that are so alike in meaning, or share so much of the words of the shorter one, say the same.
ALIKE = 0.9
SHARED = 0.6
# Sentences further down are looked at no closer.
LOOK = 60
# Tokens of a sentence that is cut: longer ones are lists or badly parsed.
CUT = 80
