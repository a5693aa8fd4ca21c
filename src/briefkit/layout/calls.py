"""Lines that speak to whoever reads the page: sign up, follow us, write to us, read that."""

from __future__ import annotations

import re

_MOST_WORDS = 80
_QUOTED = re.compile(r"[\"“”«»]")
_STARTS = r"(?:\A|[.!?:|–—•*\[]\s*)(?:please,?\s+|you can(?: also)?\s+|to comment,?\s+|or\s+)?"
_ASK = (
    r"(?:sign(?:ing)?[ -]up|subscribe|follow|click|tap|get in touch|contact|e-?mail|download"
    r"|bookmark|join|check out|listen|watch|stay (?:informed|up to date|tuned)|reach|register"
    r"|sign in|log in|support|donate|share|send|like|get|for more|read|see|visit|find|call|text)"
)
_WAY = (
    r"(?:newsletters?|(?:your|our) (?:in)?box|inbox|(?:the|our|its) (?:mobile )?app|twitter"
    r"|facebook|instagram|youtube|whatsapp|telegram|tiktok|linkedin|bluesky|podcasts?"
    r"|click(?:ing)? here|here|(?:news|e-?mail|push) alerts?|preferred source"
    r"|live (?:updates|coverage|blog)|latest updates|comment(?:s|ing)? policy|privacy policy"
    r"|our (?:news|home|web|sport|full|free|daily|weekly|live|website|site|channel|coverage"
    r"|journalism|privacy|terms|community|team|newsroom|reporters?|comment)\w*|for free"
    r"|free daily)"
)
_CALL = re.compile(
    rf"{_STARTS}{_ASK}\b(?:[^.!?]|\.(?=\w)){{0,140}}?(?<![\w@]){_WAY}\b", re.IGNORECASE
)
_TO_WRITER = re.compile(
    rf"{_STARTS}(?:follow|e-?mail|contact|reach|write to|get in touch|tweet)\b[^!?]{{0,90}}?"
    r"(?:@\w|\w@\w|https?://)",
    re.IGNORECASE,
)
# How the page came about, and what the house offers.
_NOTE = re.compile(
    r"(?:with|additional)\s+(?:report(?:s|ing)|files|inputs?)\s+(?:by|from)\s+(?-i:[A-Z])"
    r"|(?:first|originally|also) (?:published|appeared)\b"
    r"|sources?:\s+\S+(?:\s+\S+){0,5}\.?\Z"
    r"|.{0,120}\bcontributed reporting\b"
    r"|copyright\b.{0,40}\b\d{4}\b"
    r"|.{0,80}\b(?:earn|receive) (?:us )?an? (?:small |affiliate )*commission"
    r"|\d{1,2}[- ]min(?:ute)?s? (?:read|listen)\b"
    r"|more [\w .&’'-]{2,40}: https?://"
    r"|if you (?:enjoyed|liked) this (?:article|story)"
    r"|(?:we|we['’]d) (?:want|like|love) to hear from you",
    re.IGNORECASE,
)


def is_call(line: str) -> bool:
    """Whether a line asks the reader for something, or says how the page came about.

    Speech is left alone: "“Sign up for our newsletter,” he said" is a part of the story.
    """
    if len(line) > 600 or len(line.split()) > _MOST_WORDS or _QUOTED.search(line):
        return False
    return bool(_CALL.search(line) or _TO_WRITER.search(line) or _NOTE.match(line))
