"""Signals of runs: what each is held against, and what holds for all of them."""

from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

from backstride.decision import RunAdvice, Signal
from backstride.knowledge import load
from backstride.knowledge.translations import library_in, load_translation
from backstride.runs.ran import Ran
from backstride.runs.signals_heard import percent, total_m
from backstride.runs.signals_told import signals
from backstride.scenario import Run, Shoe

LIBRARY = load()
RULES = LIBRARY.rules()
MALAY = library_in(LIBRARY, load_translation("ms"))
NOW = datetime(2026, 11, 20, 20, tzinfo=timezone(timedelta(hours=8)))


def run(ago: float, **facts: Any) -> Run:
    """An hour of 10 km, so many days before now."""
    return Run.model_validate(
        {"start": NOW - timedelta(days=ago), "duration_s": 3600, "distance_m": 10_000} | facts
    )


FULL = tuple(
    run(ago, cadence_spm=170 - (ago < 14) * 8, surface="trail", shoe="red", descent_m=250 if ago < 7 else 90)
    for ago in range(1, 60, 2)
)
ADVICE = (RunAdvice(day=NOW.date(), rule="R1", ratio=1.5, band="over_1.30", advice="Long."),)
KEYS = ["since", "longest", "ratio", "week", "rise", "cadence", "downhill", "surfaces", "shoe", "clock"]


def said(*runs: Run, shoes: tuple[Shoe, ...] = (), now: datetime = NOW) -> dict[str, Signal]:
    """The signals of these runs by key."""
    return {signal.key: signal for signal in signals(Ran.among(runs, now, shoes), LIBRARY, RULES)}


def test_every_signal_in_its_order() -> None:
    assert [signal.key for signal in signals(Ran.among(FULL, NOW), LIBRARY, RULES, ADVICE)] == KEYS


@pytest.mark.parametrize("signal", signals(Ran.among(FULL, NOW), LIBRARY, RULES, ADVICE), ids=lambda s: s.key)
def test_a_signal_carries_its_number_source_and_grade(signal: Signal) -> None:
    record = LIBRARY.parameters[signal.parameter]
    assert signal.parameter in LIBRARY.rule_texts[signal.rule].parameters
    assert (signal.sources, signal.grade) == (record.sources, record.grade)
    assert signal.unit in ("m", "s", "days", "1", "h")
    assert signal.value is not None
    assert "acute" not in signal.text.lower()


def test_in_malay_only_the_words_differ() -> None:
    pairs = zip(
        signals(Ran.among(FULL, NOW), LIBRARY, RULES, ADVICE),
        signals(Ran.among(FULL, NOW), MALAY, RULES, ADVICE),
        strict=True,
    )
    for english, malay in pairs:
        assert english.text != malay.text
        assert english == malay.model_copy(update={"text": english.text})


def test_later_runs_are_not_known_yet() -> None:
    assert said(run(1), run(-0.5, distance_m=50_000)) == said(run(1))


def test_a_day_is_a_day_of_the_runners_clock() -> None:
    late = Run(start=datetime.fromisoformat("2026-11-19T15:30:00+00:00"), duration_s=600)
    assert said(late)["since"].value == 1  # 23:30 of the day before, by the clock of now


def test_a_watch_left_on_is_no_longest_run() -> None:
    left_on = run(2, duration_s=40 * 3600)
    assert said(left_on, run(4, distance_m=8000))["longest"].value == 8000


def test_a_hold_of_the_back_marks_a_ratio_that_is_above_it() -> None:
    held = ADVICE[0].model_copy(update={"ratio": 1.05, "band": "hold", "offer_m": 9000})
    within = held.model_copy(update={"ratio": 0.95, "offer_m": None})
    found = signals(Ran.among(FULL, NOW), LIBRARY, RULES, (held, within))
    assert [(s.value, s.note) for s in found if s.key == "ratio"] == [(1.05, True), (0.95, False)]


def test_a_run_without_a_distance_or_cadence_is_no_step() -> None:
    blind = [run(ago, cadence_spm=150, distance_m=None) for ago in (1, 2, 3)]
    assert "cadence" not in said(*blind, *[run(ago, cadence_spm=170) for ago in (20, 21, 22)])


def test_quicker_steps_are_told_without_a_note() -> None:
    before = [run(ago, cadence_spm=160) for ago in (20, 21, 22)]
    found = said(*[run(ago, cadence_spm=168) for ago in (1, 2, 3)], *before)["cadence"]
    assert (found.value, found.note) == (0.05, False)
    assert "quicker" in found.text


def test_steps_of_last_season_are_no_usual() -> None:
    now = [run(ago, cadence_spm=160) for ago in (1, 2, 3)]
    assert said(*now, *[run(14 + 83, cadence_spm=170)] * 3)["cadence"].value == pytest.approx(-0.0588)
    assert said(*now, *[run(14 + 84, cadence_spm=170)] * 3)["cadence"].value is None


def test_shoes_that_are_told_of_count_from_their_first_day() -> None:
    blue = Shoe(id="blue", since=NOW.date() - timedelta(days=3), start_m=5000)
    worn = [run(ago, shoe="blue") for ago in (1, 3, 4)]
    found = said(*worn, shoes=(blue,))["shoe"]
    assert (found.value, found.values) == (25_000, {"shoe": "blue", "whole": True})


def test_new_shoes_without_a_run_say_nothing() -> None:
    assert said(shoes=(Shoe(id="new"),)) == {}


def test_shoes_past_800_km_get_the_stronger_words() -> None:
    assert "past where many" in said(shoes=(Shoe(id="old", start_m=800_000),))["shoe"].text


def test_a_start_just_before_midnight_is_not_told_as_hour_24() -> None:
    late = [run(ago + (20 * 60 - 1433) / 1440 + 1) for ago in (1, 2, 3)]  # 23:53
    found = said(*late)["clock"]
    assert found.value == pytest.approx(23.88)
    assert "00:00" in found.text


def test_amounts() -> None:
    assert [percent(share) for share in (0.005, 0.0049, 0.125, 1.0)] == [1, 0, 13, 100]
    assert total_m([run(1, distance_m=None), run(2, distance_m=0)]) is None
    assert total_m([run(1, distance_m=0.1), run(2, distance_m=0.2)]) == 0.3
