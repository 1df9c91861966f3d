"""What a runner adds to a run that was read, and the days on which they usually run."""

from collections.abc import Mapping
from typing import Any, get_args

from pydantic import TypeAdapter, ValidationError

from backstride.resolve import faults
from backstride.scenario import Planned
from backstride.terms import RunKind, Weekday
from backstride.values import Name, Score
from backstride.web import clock
from backstride.web.commands.changing import Details, Refused, command
from backstride.web.keeping.counting import recount
from backstride.web.models import Recording, Runner

_SCORE: TypeAdapter[float] = TypeAdapter(Score)
_NAME: TypeAdapter[str] = TypeAdapter(Name)


@command(facts=True)
def change_run(
    runner: Runner,
    *,
    run: Recording,
    kind: str = "",
    surface: str = "",
    shoe: str = "",
    pain_during: float | None = None,
) -> Details:
    """Writes what is known of a run beside its file; empty and None: as the file tells it.

    Raises:
        Refused: an unknown kind, a name of more than 64 letters, a score outside of 0 to 10.
    """
    _own(runner, run)
    if kind and kind not in get_args(RunKind):
        raise Refused(f"{kind!r}: known are {', '.join(get_args(RunKind))}", "kind")
    for field, value in (("surface", surface), ("shoe", shoe)):
        if value:
            _check(_NAME, value, field)
    if pain_during is not None:
        _check(_SCORE, pain_during, "pain_during")
    run.kind, run.surface, run.shoe, run.pain_during = kind, surface, shoe, pain_during
    run.save(update_fields=["kind", "surface", "shoe", "pain_during"])
    return {"run": run.pk}


@command(facts=True)
def leave_out_run(runner: Runner, *, run: Recording, left_out: bool) -> Details:
    """Says that a recording is no run of theirs, or that it is one after all."""
    _own(runner, run)
    run.left_out = left_out
    run.save(update_fields=["left_out"])
    recount(runner)
    return {"run": run.pk, "left_out": left_out}


@command(facts=True)
def set_usual_runs(runner: Runner, *, usual: Mapping[str, Mapping[str, Any]]) -> Details:
    """The runs of a usual week by weekday: `kind`, and `distance_m` and `duration_s` where known.

    Raises:
        Refused: an unknown weekday or kind, an impossible distance or duration; names the weekday.
    """
    found = {}
    for day, run in usual.items():
        if day not in get_args(Weekday):
            raise Refused(f"{day!r}: known are {', '.join(get_args(Weekday))}", day)
        try:
            entry = Planned.model_validate({"day": clock.now().date(), **run})
        except ValidationError as error:
            raise Refused("; ".join(faults(error)), day) from None
        found[day] = entry.model_dump(mode="json", include={"kind", "distance_m", "duration_s"})
    runner.usual_runs = found
    runner.save(update_fields=["usual_runs"])
    return {"days": sorted(found)}


def _own(runner: Runner, run: Recording) -> None:
    if run.runner_id != runner.pk:
        raise Refused("no run of this runner")


def _check(kind: TypeAdapter[Any], value: object, field: str) -> None:
    try:
        kind.validate_python(value)
    except ValidationError as error:
        raise Refused("; ".join(faults(error)), field) from None
