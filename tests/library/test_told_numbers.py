"""Numbers that a sentence tells are the parameters': changing one fails here until the words follow."""

import re
from collections.abc import Callable

import pytest

from backstride.knowledge import load
from backstride.knowledge.translations import load_translation

LIBRARY, MALAY = load(), load_translation("ms")
RULES = LIBRARY.rules()


def whole(parameter: str) -> Callable[[], list[str]]:
    """A parameter as it is."""
    return lambda: [f"{RULES.number(parameter):g}"]


def minutes(parameter: str) -> Callable[[], list[str]]:
    """A parameter in seconds, one or a range, told in minutes."""

    def told() -> list[str]:
        value = RULES.value(parameter)
        return [f"{seconds / 60:g}" for seconds in (value if isinstance(value, tuple) else (value,))]

    return told


LONGEST = whole("run.window_days")
RED = whole("red.low_load_hours")
TOLD: dict[str, Callable[[], list[str]]] = {
    "light.during_amber": whole("light.green_during"),
    "light.during_red": whole("light.red_during"),
    "light.morning_red": whole("light.red_rise"),
    "light.after_amber": whole("light.amber_rise"),
    "light.green_active": list,
    "light.unknown_between": lambda: [*whole("light.green_rise")(), *whole("light.amber_rise")()],
    "due.short_check": whole("triage.short_check_days"),
    "triage.advice_too_young": whole("triage.youngest_any"),
    "triage.advice_young": whole("triage.youngest_self_care"),
    "triage.young": whole("triage.youngest_self_care"),
    "triage.too_young": whole("triage.youngest_any"),
    "triage.triple_red": whole("red.triple_days"),
    "dose.up": whole("progress.effort"),
    "slot.pre_run": minutes("slot.pre_run_s"),
    "slot.walk_home": whole("light.red_during"),
    "slot.post_easy_strength": minutes("slot.post_run_easy_strength_s"),
    "slot.post_hard": minutes("slot.post_run_hard_s"),
    "slot.cross": minutes("slot.cross_s"),
    "slot.recovery": minutes("slot.recovery_s"),
    "slot.strength": whole("strength.per_week"),
    "slot.low_load": RED,
    "run.low_load": RED,
    "short.too_soon": lambda: [f"{24 * RULES.whole('strength.gap_days')}"],
    "short.spacing": lambda: [f"{24 * RULES.whole('strength.gap_days')}"],
    "run.spike": lambda: [*LONGEST(), f"{RULES.series('run.ratio_bands')[0]:.2f}"],
    "run.confirm": lambda: [*LONGEST(), f"{RULES.series('run.ratio_bands')[0]:.2f}"],
}
ROOMS = ("light.", "due.", "triage.", "dose.", "slot.", "short.", "run.", "item.", "routine.", "calendar.")


def numbers(text: str) -> list[str]:
    """The numbers of a sentence, without the places to fill, the scale of 10 and the names of questions."""
    plain = re.sub(r"\{[^}]*\}|[EUC]\d|\b(of|daripada) 10\b", " ", text)
    return re.findall(r"\d+(?:\.\d+)?", plain)


def with_numbers(messages: dict[str, str]) -> list[str]:
    return [key for key, text in messages.items() if key.startswith(ROOMS) and numbers(text)]


@pytest.mark.parametrize("key", with_numbers(dict(LIBRARY.messages)))
def test_an_english_sentence_tells_the_parameters_numbers(key: str) -> None:
    told = TOLD.get(key, LONGEST if key.startswith("run.") else list)
    assert numbers(LIBRARY.messages[key]) == told(), key


@pytest.mark.parametrize("key", with_numbers(dict(MALAY.messages)))
def test_a_malay_sentence_tells_the_same_numbers(key: str) -> None:
    assert sorted(numbers(MALAY.messages[key])) == sorted(numbers(LIBRARY.messages[key])), key


@pytest.mark.parametrize(
    ("key", "word", "parameter", "number"),
    [
        ("short.growth", "a fifth", "progress.hard_sets_growth", 0.2),
        ("triage.triple_red", "Three", "red.triple", 3),
        ("dose.up", "two times", "progress.sessions", 2),
        ("dose.ambers", "two ambers in the last three", "light.regress_ambers", 2),
        ("slot.strength", "two days apart", "strength.gap_days", 2),
        ("slot.recovery_open", "ten minutes", "slot.recovery_s", 600),
        ("short.first_week", "four new", "session.new_first_week", 4),
        ("light.green_rest", "a point", "light.green_rise", 1),
        ("short.before_race", "two days", "strength.race_free_days", 2),
    ],
)
def test_a_number_told_in_words_is_the_parameters(key: str, word: str, parameter: str, number: float) -> None:
    assert word in LIBRARY.messages[key]
    assert RULES.number(parameter) == number
