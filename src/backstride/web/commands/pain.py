"""The morning score and the pain of a day."""

from collections.abc import Mapping, Sequence
from datetime import date

from pydantic import ValidationError

from backstride.resolve import faults
from backstride.scenario import Pain
from backstride.web.commands.changing import Details, Refused, command
from backstride.web.commands.runner import checked_profile
from backstride.web.models import PainDay, Runner


@command(facts=True)
def note_pain(
    runner: Runner,
    *,
    day: date,
    morning: float | None = None,
    worst: float | None = None,
    leg: bool | None = None,
    night: bool | None = None,
) -> Details:
    """Notes what is known of a day; what is None stays as it was.

    Raises:
        Refused: a score outside of 0 to 10.
    """
    _note(runner, day, {"morning": morning, "worst": worst, "leg": leg, "night": night})
    return {"day": day.isoformat()}


@command(facts=True)
def tell_feeling(
    runner: Runner,
    *,
    day: date,
    pain: Mapping[str, float | bool | None],
    tight: Sequence[str],
    weak: Sequence[str],
) -> Details:
    """Notes the pain of a day (`pain` as the fields of `note_pain`) and the regions that feel tight or weak.

    Raises:
        Refused: a score outside of 0 to 10, or a region that the library does not know.
    """
    _note(runner, day, pain)
    runner.profile = checked_profile({**runner.profile, "tight": list(tight), "weak": list(weak)})
    runner.save(update_fields=["profile"])
    return {"day": day.isoformat()}


@command(facts=True)
def report_worse(
    runner: Runner, *, day: date, score: float, leg: bool = False, night: bool = False
) -> Details:
    """Notes that the back is worse now: the score counts as the worst of the day and, where it is above
    that of the morning, in its place, so that the light is the one of the back as it is now.

    Raises:
        Refused: a score outside of 0 to 10.
    """
    known = PainDay.objects.filter(runner=runner, day=day).first() or PainDay(runner=runner, day=day)
    _note(
        runner,
        day,
        {
            "morning": max(score, known.morning or 0),
            "worst": max(score, known.worst or 0),
            "leg": leg or None,
            "night": night or None,
        },
    )
    return {"day": day.isoformat()}


def _note(runner: Runner, day: date, told: Mapping[str, float | bool | None]) -> None:
    entry = PainDay.objects.filter(runner=runner, day=day).first() or PainDay(runner=runner, day=day)
    for name, value in told.items():
        if value is not None:
            setattr(entry, name, value)
    try:
        Pain(day=day, morning=entry.morning, worst=entry.worst, leg=entry.leg, night=entry.night)
    except ValidationError as error:
        raise Refused("; ".join(faults(error))) from None
    entry.save()
