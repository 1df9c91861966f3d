"""Pairs of shoes with the distance that is on them."""

from dataclasses import dataclass
from datetime import date, datetime

from backstride.runs.ran import Ran
from backstride.runs.signals import shoe_m
from backstride.scenario import Run, Shoe
from backstride.web.deciding.activities import run_of
from backstride.web.models import Runner


@dataclass(frozen=True)
class PairTold:
    """A pair: metres on it until now, None where it is not in use yet."""

    pk: int
    name: str
    since: date | None
    retired: date | None
    metres: float | None


def pairs_told(runner: Runner, now: datetime) -> list[PairTold]:
    """The pairs in use, then those put away."""
    pairs = list(runner.shoes.all())
    shoes = [Shoe(id=pair.name, since=pair.since, start_m=pair.start_m) for pair in pairs]
    wearing = runner.recordings.filter(pk__in=_wearing(runner), counts=True, start__lte=now)
    runs = [Run.model_validate(run_of(recording, now)) for recording in wearing]
    metres = shoe_m(Ran.among(runs, now, tuple(shoes)), shoes)
    told = [PairTold(p.pk, p.name, p.since, p.retired, metres.get(p.name)) for p in pairs]
    return sorted(told, key=lambda pair: pair.retired is not None)


def seen_told(runner: Runner) -> list[str]:
    """Names that runs give to shoes which are not among the pairs."""
    pairs = runner.shoes.values_list("name", flat=True)
    return sorted(set(_wearing(runner).values()) - set(pairs))


def _wearing(runner: Runner) -> dict[int, str]:
    """The shoe of each run that tells one, without reading the whole of all the others."""
    rows = runner.recordings.filter(counts=True).values_list("pk", "shoe", "counted__shoe", "activity__shoe")
    return {pk: name for pk, *names in rows if (name := next(filter(None, names), None))}
