"""The morning score and the pain of a day."""

from datetime import date

from pydantic import ValidationError

from backstride.resolve import faults
from backstride.scenario import Pain
from backstride.web.commands.changing import Details, Refused, command
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
    entry = PainDay.objects.filter(runner=runner, day=day).first() or PainDay(runner=runner, day=day)
    told = {"morning": morning, "worst": worst, "leg": leg, "night": night}
    for name, value in told.items():
        if value is not None:
            setattr(entry, name, value)
    try:
        Pain(day=day, morning=entry.morning, worst=entry.worst, leg=entry.leg, night=entry.night)
    except ValidationError as error:
        raise Refused("; ".join(faults(error))) from None
    entry.save()
    return {"day": day.isoformat()}
