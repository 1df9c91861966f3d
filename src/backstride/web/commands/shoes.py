"""Pairs of shoes."""

from datetime import date

from django.utils.translation import gettext as _
from pydantic import ValidationError

from backstride.resolve import faults
from backstride.scenario import Shoe
from backstride.web.commands.changing import Details, Refused, command
from backstride.web.keeping.names import shown_name
from backstride.web.models import Runner, ShoePair

MOST_LETTERS = 64


@command(facts=True)
def add_shoes(runner: Runner, *, name: str, since: date | None = None, start_m: float = 0) -> Details:
    """A pair in use since a day, with the metres that it had then.

    Raises:
        Refused: no name, the name of another pair, an impossible distance.
    """
    pair = ShoePair(runner=runner)
    _write(pair, name, since, start_m)
    return {"shoes": pair.pk}


@command(facts=True)
def change_shoes(
    runner: Runner, *, pair: ShoePair, name: str, since: date | None = None, start_m: float = 0
) -> Details:
    """Changes a pair; runs that wore it under its old name go with it. Raises Refused."""
    _own(runner, pair)
    before = pair.name
    _write(pair, name, since, start_m)
    if pair.name != before:
        runner.recordings.filter(shoe=before).update(shoe=pair.name)
    return {"shoes": pair.pk}


@command(facts=True)
def retire_shoes(runner: Runner, *, pair: ShoePair, on: date | None) -> Details:
    """Puts a pair away on a day, or takes it out again (None)."""
    _own(runner, pair)
    pair.retired = on
    pair.save(update_fields=["retired"])
    return {"shoes": pair.pk}


def _write(pair: ShoePair, name: str, since: date | None, start_m: float) -> None:
    clean = shown_name(name, MOST_LETTERS) if name.strip() else ""
    if not clean:
        raise Refused(_("Give the pair a name."), "name")
    if ShoePair.objects.filter(runner=pair.runner, name=clean).exclude(pk=pair.pk).exists():
        raise Refused(_("Another pair has this name."), "name")
    try:
        told = Shoe(id=clean, since=since, start_m=start_m)
    except ValidationError as error:
        raise Refused("; ".join(faults(error)), "start_m") from None
    pair.name, pair.since, pair.start_m = told.id, told.since, told.start_m
    pair.save()


def _own(runner: Runner, pair: ShoePair) -> None:
    if pair.runner_id != runner.pk:
        raise Refused("no shoes of this runner")
