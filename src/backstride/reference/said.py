"""What a sentence of the specification gives and asks, in plain words."""

from collections.abc import Callable, Mapping
from typing import Any

from backstride.knowledge import Library

Words = Callable[[Any, Library], str]

NOBODY = (
    "What is not said is a runner without trouble: a regular runner of 39 or 40 on Friday 20 November 2026 "
    "at 07:00, 30 minutes every day, with wall, mat and strap, every question answered no an hour ago, "
    "nothing planned, nothing logged. Days are counted from that Friday."
)


def said(facts: Mapping[str, Any], library: Library) -> str:
    """The facts of a sentence in one line, each by the words for its kind."""
    return "; ".join(_fact(name, value, library) for name, value in facts.items())


def _fact(name: str, value: Any, library: Library) -> str:
    words = _WORDS.get(name)
    return words(value, library) if words else f"{_name(name, library)}: {_value(value, library)}"


def _name(name: Any, library: Library) -> str:
    if name in library.exercises:
        return library.exercises[name].name
    return str(name).replace("_", " ").replace(".", " ")


def _value(value: Any, library: Library) -> str:
    if isinstance(value, Mapping):
        return (
            ", ".join(f"{_name(key, library)} {_value(one, library)}" for key, one in value.items()) or "none"
        )
    if isinstance(value, list):
        return (
            " and ".join(
                f"({_value(v, library)})" if isinstance(v, dict) else _value(v, library) for v in value
            )
            or "none"
        )
    if value is None:
        return "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return (
        _name(value, library)
        if isinstance(value, str)
        else f"{value:g}"
        if isinstance(value, float)
        else str(value)
    )


def _ago(days: Any) -> str:
    return {0: "today", 1: "yesterday"}.get(days, f"{days} days ago")


def _ahead(days: Any) -> str:
    return {0: "today", 1: "tomorrow"}.get(days, f"in {days} days")


def _screened(value: Any, _: Library) -> str:
    if value == "never":
        return "the questions were never answered"
    return (
        f"the questions were answered {_ago(value)}"
        if isinstance(value, int)
        else f"the questions were answered at {value}"
    )


def _mornings(value: Any, _: Library) -> str:
    scores = ", ".join("none" if score is None else f"{score:g}" for score in value)
    return f"morning scores up to today {scores}"


def _days(words: str) -> Words:
    return lambda value, _: f"{words} {' and '.join(_ago(days) for days in value)}"


def _by_day(words: str, when: Callable[[Any], str]) -> Words:
    return lambda value, library: (
        f"{words} " + ", ".join(f"{when(day)} {_value(one, library)}" for day, one in value.items())
    )


def _sessions(value: Any, library: Library) -> str:
    return "sessions: " + "; ".join(_when(entry, _ago, "days_ago", library) for entry in value)


def _runs(value: Any, library: Library) -> str:
    return "runs: " + "; ".join(_when(entry, _ago, "days_ago", library) for entry in value)


def _calendar(value: Any, library: Library) -> str:
    if value is None:
        return "no calendar"
    return "planned: " + ("; ".join(_when(entry, _ahead, "in_days", library) for entry in value) or "nothing")


def _when(entry: Mapping[str, Any], when: Callable[[Any], str], key: str, library: Library) -> str:
    rest = {name: value for name, value in entry.items() if name != key}
    first = [when(entry[key])] if key in entry else []
    return ", ".join(
        [*first, *(f"{_name(name, library)} {_value(value, library)}" for name, value in rest.items())]
    )


def _plain(words: str) -> Words:
    return lambda value, library: f"{words} {_value(value, library)}"


def _yes_no(yes: str, no: str) -> Words:
    return lambda value, _: yes if value else no


def _replanned(value: Mapping[str, Any], library: Library) -> str:
    """A replan of the week that these facts led to."""
    days = value.get("days", 0)
    parts = ["asked again" if not days else f"asked again {days} day{'s' * (days > 1)} later"]
    if value.get("done"):
        parts.append("everything done as planned")
    if value.get("changes"):
        parts.append("now " + said(value["changes"], library))
    return ", ".join(parts)


def _minutes_within(value: Mapping[str, list[int]], library: Library) -> str:
    return ", ".join(
        f"{_name(slot, library)} of {least} to {most} min" for slot, (least, most) in value.items()
    )


_WORDS: dict[str, Words] = {
    "screened": _screened,
    "answers": _plain("answered"),
    "unanswered": _plain("not answered:"),
    "cleared": lambda value, _: "a clinician cleared " + ", ".join(value),
    "checked": lambda value, _: f"the short check was answered again {_ago(value)}",
    "not_why": lambda value, _: "no reason says " + ", ".join(f"“{words}”" for words in value),
    "not_advised": lambda value, _: "no advice says " + ", ".join(f"“{words}”" for words in value),
    "mornings": _mornings,
    "worst": _by_day("worst pain", _ago),
    "leg": _days("leg symptoms"),
    "night": _days("night pain"),
    "sessions": _sessions,
    "runs": _runs,
    "weekly_runs": lambda value, library: "each week " + _runs(value, library),
    "calendar": lambda value, library: (
        _calendar(value, library) if not isinstance(value, str) else f"the calendar is {value}"
    ),
    "runner": _plain("the runner:"),
    "status": _plain("the answer is"),
    "tier": _plain("the tier is"),
    "ask": lambda value, library: f"asked: {_value(value, library)}",
    "why": lambda value, _: "the reasons say " + ", ".join(f"“{words}”" for words in value),
    "lights": _by_day("light", _ago),
    "low_load_in": lambda value, _: "light work only " + (", ".join(map(_ahead, value)) or "on no day"),
    "deload": _yes_no("a lighter week", "no lighter week"),
    "paused": _yes_no("nothing goes up", "no pause"),
    "may_progress": _yes_no("something may go up", "nothing may go up"),
    "hard_sets": lambda value, _: "no limit to hard sets" if value is None else f"{value} hard sets at most",
    "start_level": _plain("a new exercise starts at level"),
    "advice_in": _by_day("on the run", _ahead),
    "kinds_in": _by_day("the calendar has", _ahead),
    "decided": lambda value, library: said(value, library),
    "slots_in": _by_day("sessions", _ahead),
    "no_strength_in": lambda value, _: "no strength " + ", ".join(map(_ahead, value)),
    "strength_in": lambda value, _: "strength " + (", ".join(map(_ahead, value)) or "on no day"),
    "without": _plain("the week goes without"),
    "with": _plain("the week holds"),
    "replanned": _replanned,
    "changed_in": lambda value, _: "the week changes " + (", ".join(map(_ahead, value)) or "on no day"),
    "confirm_in": lambda value, _: (
        "a confirmation is asked for " + (", ".join(map(_ahead, value)) or "on no day")
    ),
    "strength_days": lambda value, _: f"{value} strength days" if value != 1 else "1 strength day",
    "strength_apart": lambda value, _: f"strength days at least {value} days apart",
    "warm_ups_in": lambda value, _: "a warm-up " + (", ".join(map(_ahead, value)) or "on no day"),
    "cards_in": lambda value, _: "a card " + (", ".join(map(_ahead, value)) or "on no day"),
    "card_moves_at_most": lambda value, _: f"at most {value} moves on the card",
    "minutes_within": _minutes_within,
    "minutes_at_most_in": _by_day("minutes at most", lambda day: f"{_ahead(day)}:"),
    "levels_at_most_in": _by_day("levels at most", lambda day: f"{_ahead(day)}:"),
    "qualities_only_in": _by_day("only", _ahead),
    "exercises_at_most": lambda value, _: f"at most {value} exercises in a session",
    "new_at_most": lambda value, _: f"at most {value} new exercises in a session",
    "twice_a_day": _plain("exercises that stand twice on a day:"),
    "stretch_at_most_s": lambda value, _: f"at most {value} s of stretching for a muscle in a session",
    "stretch_week_at_most_s": lambda value, _: f"at most {value} s of stretching for a muscle in the week",
    "equipment_needed": _plain("equipment needed:"),
    "positions_unused": _plain("positions that do not come up:"),
    "positions_only": _plain("positions:"),
    "qualities_only": _plain("kinds of exercise:"),
    "not_in": _by_day("the week does not hold", _ahead),
    "short_of": _plain("a shortfall is named under"),
    "not_short_of": _plain("no shortfall is named under"),
    "mended_by": _plain("what would mend it:"),
    "routine": _plain("the week follows"),
    "yields": _plain("rules that yield:"),
    "read": _plain("a lesson to read:"),
    "not_read": _plain("no lesson on"),
    "lessons_at_most": lambda value, _: f"at most {value} lessons",
    "week": _yes_no("there is a week", "there is no week"),
    "exercises": _yes_no("there are exercises", "there are no exercises"),
    "bone": _yes_no("bone pain is suspected", "no bone pain is suspected"),
    "impact": _yes_no("there is impact", "there is no impact"),
    "highest_level": _plain("the highest level is"),
    "reds": lambda value, _: "red days: " + (", ".join(map(_ago, value)) or "none"),
    "raised": _plain("answers that raise it:"),
    "advised": lambda value, _: "the advice says " + ", ".join(f"“{words}”" for words in value),
    "first_week": _yes_no("it is the first week", "it is no first week"),
}
