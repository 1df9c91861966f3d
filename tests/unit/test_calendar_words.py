"""Remarks of the readers of calendars in another language, or as they were where it has no words."""

from datetime import date

import pytest

from backstride.cli.calendar_words import retold
from backstride.knowledge import load
from backstride.knowledge.translations import library_in, load_translation
from backstride.runs.guess.guess import guess
from backstride.runs.guess.values import Event, NotTaken
from backstride.wording import in_english
from spec.given import NOW

WORD = library_in(load(), load_translation("ms")).word
REMARKS = (
    "cancelled",
    "'budget' in its title: taken for another appointment",
    "'off' in its title",
    "'long' alone in its title says too little",
    "goes on for 3 days: no single session",
    "the time zone 'Mars/Base' is unknown: its times are read by your own clock",
    "the column 'Puls {x}' is not used",
    "the file ends in the middle: later events may be missing",
)


@pytest.mark.parametrize("remark", REMARKS)
def test_a_remark_is_retold_with_what_it_quotes(remark: str) -> None:
    told = retold(remark, WORD)
    assert told != remark
    assert [part for part in remark.split("'")[1::2] if part not in told] == []
    assert retold(remark, in_english) == remark


def test_another_remark_stays_as_it_is() -> None:
    assert retold("impossible date {20261399}", WORD) == "impossible date {20261399}"


@pytest.mark.parametrize("title", ["Budget meeting", "Physio", "Lunch", "Tempo skipped", "Strides"])
def test_what_the_guess_leaves_out_has_words(title: str) -> None:
    found = guess(Event(date.fromisoformat(NOW[:10]), title))
    assert isinstance(found, NotTaken)
    assert retold(found.reason, WORD) != found.reason
