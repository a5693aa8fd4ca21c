"""Days as people and programs write them, to ISO 8601."""

from __future__ import annotations

import datetime
import re

from briefkit.errors import UsageError

_MONTHS = "january february march april may june july august september october november december"
_NUMBERS = {name[:3]: number for number, name in enumerate(_MONTHS.split(), 1)}
# "sept" is the one short form of four letters that newspapers use.
_MONTH = rf"(?P<month>{_MONTHS.replace(' ', '|')}|sept|{'|'.join(_NUMBERS)})\.?"
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?"
_CLOCK = (
    r"(?:(?:t|,?\s+(?:at\s+)?)\d{1,2}"
    r"(?:[:.]\d\d\b|\s?[ap]\.?m\b|\d\d(?:\d\d)?(?:Z|[+-]\d{4})?\Z).*)?"
)
_FORMS = tuple(
    re.compile(_WEEKDAY + form + _CLOCK, re.IGNORECASE | re.DOTALL)
    for form in (
        r"(?P<year>\d{4})-(?P<m>\d{1,2})-(?P<day>\d{1,2})",
        r"(?P<year>\d{4})/(?P<m>\d{1,2})/(?P<day>\d{1,2})",
        r"(?P<year>\d{4})(?P<m>\d\d)(?P<day>\d\d)",
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+{_MONTH},?[\s-]+(?P<year>\d{{4}})",
        rf"{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})",
        rf"(?P<year>\d{{4}}),?\s+{_MONTH}\s+(?P<day>\d{{1,2}})",
    )
)
_FORMS_WITHOUT_NAMES = re.compile(
    r"(?P<a>\d{1,2})(?P<mark>[./])(?P<b>\d{1,2})(?P=mark)(?P<year>\d{4})" + _CLOCK,
    re.IGNORECASE | re.DOTALL,
)
VALID = 'write it as 2025-01-13, "13 January 2025" or "January 13, 2025"'


def find_day(text: str) -> datetime.date | None:
    """The day that `text` names, or None where it names none or leaves open which.

    A clock time after the day is allowed and dropped; the day is taken as it was written, without
    a change of time zone. "25/12/2024" can mean only one day, "03/06/2024" can mean two.
    """
    text = " ".join(text[:100].split())
    for form in _FORMS:
        if found := form.fullmatch(text):
            parts = found.groupdict()
            month = parts.get("m") or _NUMBERS[parts["month"][:3].lower()]
            return _day(int(parts["year"]), int(month), int(parts["day"]))
    if found := _FORMS_WITHOUT_NAMES.fullmatch(text):
        year, a, b = (int(found[name]) for name in ("year", "a", "b"))
        days = {_day(year, a, b), _day(year, b, a)} - {None}
        return days.pop() if len(days) == 1 else None
    return None


def parse_published(text: str) -> str:
    """The day of publication that a user gave, as an ISO 8601 date. Raises UsageError."""
    day = find_day(text)
    if day is None:
        raise UsageError(f"{text!r} is not a date that can be read for certain", VALID)
    return day.isoformat()


def _day(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
