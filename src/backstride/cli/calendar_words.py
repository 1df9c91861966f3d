"""What the readers of calendars remark, in the language of a page."""

import re

from backstride.wording import Word

# As the readers write them; the longer before the shorter that they hold.
_FORMS = (
    "{words} in its title: taken for another appointment",
    "{words} alone in its title says too little",
    "{words} in its title",
    "goes on for {days} days: no single session",
    "the time zone {zone} is unknown: its times are read by your own clock",
    "the column {column} is not used",
)
_PLACE = re.compile(r"\\\{(\w+)\\\}")
_PATTERNS = [(form, re.compile(_PLACE.sub(r"(?P<\1>.+)", re.escape(form)))) for form in _FORMS]


def retold(remark: str, word: Word) -> str:
    """A remark in the language of `word`; what a single event broke stays in English, as it was read."""
    for form, pattern in _PATTERNS:
        found = pattern.fullmatch(remark)
        if found is not None:
            return word(form, **found.groupdict())
    return word(remark)
