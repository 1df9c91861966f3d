"""An exercise held against the Consensus on Exercise Reporting Template (16 items; Slade and others, 2016).

Some items ask about an exercise: its record answers them. The others ask about a programme (who supervises,
where, is it kept up): no exercise record can, and the answer says what this programme does.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from backstride.knowledge.library import Library
from backstride.knowledge.schema.exercise import Exercise, Level

Values = Mapping[str, Any]


@dataclass(frozen=True)
class CertItem:
    """An item of the template with its answer; `from_record` where the exercise's own fields give it.

    The answer is empty where the record lacks a field that the item needs.
    """

    number: str
    name: str
    answer: str
    from_record: bool


@dataclass(frozen=True)
class _Asked:
    exercise: Exercise
    library: Library


def _nothing(_: _Asked) -> Values:
    return {}


@dataclass(frozen=True)
class _Item:
    """`needs` are the fields of the record without which it cannot answer; none for the programme's items."""

    number: str
    name: str
    key: str
    values: Callable[[_Asked], Values] = _nothing
    needs: tuple[str, ...] = ()
    from_record: bool = False


def cert(exercise: Exercise, library: Library) -> tuple[CertItem, ...]:
    """The 19 items and sub-items in the template's order."""
    asked = _Asked(exercise, library)
    return tuple(
        CertItem(
            item.number,
            item.name,
            "" if _lacking(item, exercise) else library.message(item.key, item.values(asked)),
            item.from_record,
        )
        for item in _ITEMS
    )


def gaps(exercise: Exercise) -> tuple[str, ...]:
    """A line for each field that is empty though an item of the template needs it: `faults: empty ...`."""
    return tuple(
        f"{field}: empty, so CERT item {item.number} ({item.name}) has no answer"
        for item in _ITEMS
        for field in _lacking(item, exercise)
    )


def _lacking(item: _Item, exercise: Exercise) -> list[str]:
    return [field for field in item.needs if not getattr(exercise, field)]


def _equipment(asked: _Asked) -> Values:
    later: dict[str, str] = {}
    for number, level in enumerate(asked.exercise.ladder):
        for thing in level.equipment:
            if thing not in asked.exercise.equipment:
                later.setdefault(thing, f"{thing} from level {number}")
    return {"equipment": ", ".join((*asked.exercise.equipment, *later.values())) or "nothing"}


def _progression_rule(asked: _Asked) -> Values:
    rules = asked.library.rules()
    return {"sessions": rules.whole("progress.sessions"), "effort": rules.whole("progress.effort")}


def _progression(asked: _Asked) -> Values:
    raised = [str(level.raises) for level in asked.exercise.ladder if level.raises is not None]
    return {"count": len(asked.exercise.ladder), "raised": ", ".join(raised)}


def _description(asked: _Asked) -> Values:
    return {
        "position": asked.exercise.position.replace("_", " ").capitalize(),
        "steps": " ".join(asked.exercise.steps),
        "cues": " ".join(asked.exercise.cues),
        "breath": asked.exercise.breath,
        "faults": " ".join(asked.exercise.faults),
        "out": f"{asked.exercise.tempo.out_s:g}",
        "back": f"{asked.exercise.tempo.back_s:g}",
    }


def _home(asked: _Asked) -> Values:
    return {"slots": _plain(asked.exercise.slots)}


def _dose(asked: _Asked) -> Values:
    low, high = asked.exercise.effort
    rules = asked.library.rules()
    strength = asked.exercise.quality == "strength"
    often = {"most": rules.whole("strength.per_week"), "gap": rules.whole("strength.gap_days")}
    return {
        "levels": "; ".join(
            f"{number} ({level.variant}): {_amount(level)}"
            for number, level in enumerate(asked.exercise.ladder)
        ),
        "low": low,
        "high": high,
        "often": asked.library.message("cert.often_strength" if strength else "cert.often", often),
    }


def _amount(level: Level) -> str:
    parts = [
        f"{level.sets} {'set' if level.sets == 1 else 'sets'}",
        f"{level.reps} repetitions" if level.reps else "",
        f"hold {level.hold_s} s" if level.hold_s else "",
        f"{level.duration_s} s" if level.duration_s else "",
        "each side" if level.per_side else "",
        f"rest {level.rest_s} s" if level.rest_s else "",
    ]
    return ", ".join(part for part in parts if part)


def _adverse(asked: _Asked) -> Values:
    return {"cautions": len(asked.exercise.cautions), "questions": len(asked.exercise.contraindications)}


def _tailoring(asked: _Asked) -> Values:
    regions = [asked.library.regions[region].name.lower() for region in asked.exercise.regions]
    questions = [entry.question for entry in asked.exercise.contraindications]
    return {
        "regions": ", ".join(regions),
        "slots": _plain(asked.exercise.slots),
        "questions": ", ".join(questions) or "none of its own",
    }


def _start(asked: _Asked) -> Values:
    rules = asked.library.rules()
    names = ("new", "regular", "experienced")
    levels = {name: rules.whole(key) for name, key in zip(names, _START, strict=True)}
    return levels | {"pain": rules.whole("start.pain_easy")}


def _plain(ids: tuple[str, ...]) -> str:
    return ", ".join(id_.replace("_", " ") for id_ in ids)


_START = ("start.level_new", "start.level_regular", "start.level_experienced")
_TAILORED = ("regions", "slots")
_DESCRIBED = ("position", "steps", "cues", "breath", "faults", "tempo")
_ITEMS = (
    _Item("1", "Equipment", "cert.equipment", _equipment, from_record=True),
    _Item("2", "Provider", "cert.provider"),
    _Item("3", "Alone or in a group", "cert.group"),
    _Item("4", "Supervision and delivery", "cert.supervision"),
    _Item("5", "Adherence", "cert.adherence"),
    _Item("6", "Motivation", "cert.motivation"),
    _Item("7a", "Rule for progression", "cert.progression_rule", _progression_rule),
    _Item("7b", "How it progresses", "cert.progression", _progression, ("ladder",), from_record=True),
    _Item("8", "The exercise", "cert.description", _description, _DESCRIBED, from_record=True),
    _Item("9", "Home programme", "cert.home", _home, ("slots",), from_record=True),
    _Item("10", "What is not exercise", "cert.other"),
    _Item("11", "Adverse events", "cert.adverse", _adverse),
    _Item("12", "Setting", "cert.setting"),
    _Item("13", "Dose", "cert.dose", _dose, ("ladder", "effort"), from_record=True),
    _Item("14a", "Generic or tailored", "cert.tailored"),
    _Item("14b", "How it is tailored", "cert.tailoring", _tailoring, _TAILORED, from_record=True),
    _Item("15", "Rule for the start", "cert.start", _start),
    _Item("16a", "How fidelity is measured", "cert.fidelity"),
    _Item("16b", "Delivered as planned", "cert.delivered"),
)
