"""What a piece is by its own words: dateline, caption, furniture."""

from __future__ import annotations

import re
from functools import cache

from briefkit import lexicon
from briefkit.layout.words import UPPER, is_call, is_furniture

# By their names: "Mary, 24" and "Sunderland 2, Monaco 1" are no days.
_MONTHS = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAYS = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?|weds)\.?"
_DATE_WORD = re.compile(
    rf"(?:{_MONTHS}|{_WEEKDAYS}|\d{{1,4}}(?:st|nd|rd|th)?"
    r"|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:t[\d:+z.-]+)?|\d{1,2}[:.h]\d\d(?::\d\d)?(?:[ap]m)?"
    r"|\d{1,2}[ap]\.?m\.?|[ap]\.?m\.?|e[sd]?t|p[sd]?t|c[sd]t|m[sd]t|gmt|utc|bst|ist|aest|aedt|cet|cest|jst|kst|sgt|hkt|sast|wat|eat|gst|pkt|wib"
    r"|aired|published|updated|posted|modified|last|first|date|on|at|time|of|edt:|eastern|local)",
    re.IGNORECASE,
)
_AGO = re.compile(
    r"\W*(?:(?:last )?updated:? |posted:? |published:? )?(?:\d{1,2}|an?) ?"
    r"(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|weeks?|months?|years?) ago\W*",
    re.IGNORECASE,
)
# "3 minute read", "Last updated 2 hours ago", behind a day
_TO_READ = re.compile(
    r"\W+(?:\d+[ -]min(?:ute)?s?(?: read)?|(?:last )?updated \d+ \w+ ago)\b", re.IGNORECASE
)
_TELLS_TIME = re.compile(r"\d.*\b[a-z]{3}|[a-z]{3}.*\d|\d[-/.:]\d", re.IGNORECASE)

_PHOTO = (
    r"(?:photos?|photographs?|images?|pictures?|video|graphic|illustration"
    r"|(?:(?:image|photo) )?credits?)"
)
_CAPTION = re.compile(
    rf"[\[(]?(?:(?:file|ap|reuters|afp|getty)\s+)?"
    rf"(?:{_PHOTO}|pictured|caption|image source|above|below)"
    r"(?:\s+(?:by|courtesy|credit|source))?\s*[:|–—]"
    r"|pictured\s+(?:above|below|left|right|centre|center|from|at|in|is|are|here|with)\b"
    r"|\(?(?:photo|image|picture)s?\s+(?:by|courtesy)\b",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    # In brackets the word for a picture stands at the end, or before who made it.
    r"(?:[(\[][^()\[\]]{0,60}\b(?:photo|image|picture|photograph|getty|handout)s?"
    r"(?:(?:\s+(?:by|courtesy|credit|via|from|of)\b|\s*[:;/,|–-])[^()\[\]]{0,60})?\.?[)\]]"
    r"|\b(?:getty images|shutterstock|file (?:photo|picture|image))"
    r"|\bap photo(?: ?/ ?[\w .,'’-]{3,40})?"
    # In small letters it may be a sentence: "It is a bleak picture: jobs are vanishing."
    r"|\b(?-i:(?=[A-Z]))(?:image|photo|picture|credit)[:;] [a-z][\w.'’-]*(?: [a-z][\w.'’-]*){0,3})"
    r"\.?\Z",
    re.IGNORECASE,
)
# Behind the sentence, or alone: "… Photo by Ana Hale /AP", "… (AP)", "… Supplied"
_MADE_BY = re.compile(
    r"(?:\A|[.!?\"”’] )"
    r"(?:\((?:[Cc]ourtesy (?:of )?[^()]{3,60}|AAP|AP|Getty|iStock|Supplied|Unsplash)\)"
    r"|Supplied|(?:Photo|Image|Picture|Photograph|Illustration)s? by [A-Z][\w.'’-]*"
    r"(?: [A-Z][\w.'’-]*){0,3}(?: ?/ ?[\w ]{2,30})?)\Z"
)
_SIGNED = re.compile(r"[.!?\"”’] \((?:AAP|AP)\)\Z")
_LONGEST_CAPTION = 500
# How often it was shared, or a line of a list or table: "14K Shares", "01747".
_COUNT = re.compile(r"(?:share)?[\d.,]+[km]?(?: (?:comment|like|share|view)s?)?", re.IGNORECASE)
# Below a message: "— Ana Hale (@hale) May 6, 2025"
_POSTED = re.compile(r"[—–-] ?.{1,60}\(@\w+\) \w+ \d{1,2}, \d{4}")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|[\w.+-]+@[\w.-]+\.\w+"
    r"|[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,6}(?:/\S*)?"
)

_CAPS = rf"[{UPPER}][{UPPER}.'’-]+(?:[ /][{UPPER}][{UPPER}.'’-]*){{0,4}}"
_TITLED = rf"[{UPPER}][\w.'’-]*(?: (?:of |de |del |la |al-)?[{UPPER}][\w.'’-]*){{0,3}}"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?"
# Who made a picture, and nothing else: "Ana Hale/Getty Images", "Ana Hale via Facebook".
_MAKERS = re.compile(
    rf"(?:(?:Photo |Image |Picture )?Credit: ?)?{_TITLED}(?:(?: ?/ ?| via ){_TITLED})+"
)
# The place beside a day in a line of their own: "OSLO, MAY 3", "3 May 2024 - OSLO".
_WHERE = re.compile(rf"{_CAPS},? (?=(?i:{_DAY})\b)|\s[–—-]\s{_CAPS}\Z")
# Where a page stands in its site: "Hong Kong | Transport", "NEWS | Infectious diseases".
_SECTION = rf"[{UPPER}]\w*(?: (?:& )?[{UPPER}]\w*)?"
_SECTIONS = re.compile(
    rf"{_SECTION}(?: ?[|›>»] ?{_SECTION})+|[{UPPER}]{{3,}} ?[|›>»] ?[{UPPER}]\w*(?: \w+)?"
)
# When a text was put online, as web pages have it before the first words: "May 5, 2012 4:10 PM ET".
_CLOCK = (
    r"\d{1,2}[:.] ?\d\d(?: ?[ap]\.? ?m\b\.?| ?hrs?\b)?+"
    r"(?: (?:e[sd]?t|p[sd]?t|c[sd]t|m[sd]t|gmt|utc|bst|ist|aest|cest|cet)\b)?+"
)
_TOLD = r"(?:(?:last )?(?:posted|published|updated)(?: on| at)?:? )"
_STAMP = re.compile(
    rf"(?i:(?:{_TOLD}?(?:{_CLOCK},? )?(?:{_WEEKDAYS},? )?"
    rf"(?:{_MONTHS} \d{{1,2}}|\d{{1,2}} {_MONTHS}),? (?:19|20)\d\d\b"
    rf"(?:[ ,|·•–-]{{1,3}}(?:at )?{_TOLD}?{_CLOCK})?[ |·•–-]{{1,3}}){{1,2}}"
    rf"(?:{_TOLD}{_CLOCK} )?)(?=[{UPPER}“\"‘'])"
)
# A lone hyphen or underscore is a dash only behind an agency or a region, or before a capital.
_DASH = r"(?:—|–|--+|―)"
_ANY_DASH = r"(?:—|–|--+|―|[-_](?= ))"
_LABEL = r"(?:ANALYSIS|BREAKING|EDITORIAL|EXCLUSIVE|FACTBOX|OPINION|REVIEW|UPDATE|WATCH)\b"
_REGION = rf"(?:, {_TITLED}){{0,2}}"


def is_dateline(line: str) -> bool:
    """Whether a line of its own tells a day or a clock time and nothing else."""
    if len(line) > 100 or not _TELLS_TIME.search(line):
        return False
    if _AGO.fullmatch(line):
        return True
    line = _WHERE.sub("", _TO_READ.sub("", line), count=1)
    words = re.split(r"(?:\s-\s|:\s|[\s,;|•·()–—])+", line.strip(" :.|-"))
    return len(words) <= 16 and all(not w or _DATE_WORD.fullmatch(w.strip(":")) for w in words)


def is_caption(line: str) -> bool:
    """Whether a piece tells of a picture or gives its credit."""
    return len(line) <= _LONGEST_CAPTION and bool(
        _CAPTION.match(line) or _CREDIT.search(line[-130:]) or _MADE_BY.search(line[-130:])
    )


def is_signed(line: str) -> bool:
    """Whether an agency's mark stands behind a sentence, of a caption or of the whole story."""
    return _SIGNED.search(line[-8:]) is not None


def is_aside(line: str) -> bool:
    """Whether a piece is page furniture, or nothing but a web address, a credit or a section."""
    alone = any(
        form.fullmatch(line[:300]) for form in (_ADDRESS, _MAKERS, _COUNT, _POSTED, _SECTIONS)
    )
    return alone or is_furniture(line) or is_call(line)


def dateline_end(line: str, first: bool) -> int:
    """Where the dateline ends that a paragraph begins with, its dash included; 0 without one.

    Forms without an agency in brackets are trusted only in the `first` paragraph.
    """
    head = line[:150]
    found = _with_agency().match(head)
    if first and not found:
        found = _without_agency().match(head) or _STAMP.match(head)
    return len(found.group().rstrip()) if found else 0


@cache
def _with_agency() -> re.Pattern[str]:
    names = sorted(lexicon.entries("layout", "agencies.txt"), key=len, reverse=True)
    agencies = "|".join(map(re.escape, names))
    return re.compile(
        rf"(?:(?:(?:{_CAPS}|{_TITLED})(?:,? {_TITLED}){{0,2}},?(?:\s{_DAY}[,.]?)?(?:\s*{_DASH})?"
        rf"|{_DAY})\s?)?"
        rf"[(/](?:{agencies})(?:[ /]+[A-Z]\w{{0,20}})?\s?[)/]"
        # "Academy of Pediatrics (AAP) says"
        rf"(?:\s*{_ANY_DASH}|(?::|\.-*)?(?!\s*(?:[a-z]|{_ANY_DASH})))\s*"
    )


@cache
def _without_agency() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{_CAPS}{_REGION},?\s*{_DASH}\s*{_DAY}\s*{_DASH}"
        rf"|{_DAY} \([\w /.&-]{{2,30}}\) {_ANY_DASH}"
        rf"|{_CAPS}{_REGION}(?:,? {_DAY})?,? [(/][\w /.&-]{{2,30}}[)/]\s*{_ANY_DASH}"
        rf"|{_CAPS}{_REGION}(?:,? {_DAY})?(?:,? \([\w /.-]{{2,30}}\))?,?\s*{_DASH}"
        # not "BMW - The carmaker", "UPDATE - The bridge"
        rf"|(?!{_LABEL})(?=[{UPPER}.'’ ]{{5}}){_CAPS}{_REGION} -(?= [{UPPER}“\"‘'])(?!.* - )"
        rf"|{_TITLED}, (?:{_DAY}|{_TITLED})(?:,? {_DAY})? {_DASH}|{_CAPS}:(?= [A-Z“\"‘']))\s*"
    )
