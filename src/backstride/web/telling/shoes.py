"""Pairs of shoes with the distance that is on them."""

from dataclasses import dataclass
from datetime import date, datetime

from backstride.runs.ran import Ran
from backstride.runs.signals import shoe_m
from backstride.scenario import Run, Shoe
from backstride.web.deciding.activities import counted, runs_of
from backstride.web.models import Runner, ShoePair


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
    if not pairs:
        return []
    shoes = [Shoe(id=pair.name, since=pair.since, start_m=pair.start_m) for pair in pairs]
    runs = [Run.model_validate(run) for run in runs_of(runner, now)]
    metres = shoe_m(Ran.among(runs, now, tuple(shoes)), shoes)
    told = [PairTold(p.pk, p.name, p.since, p.retired, metres.get(p.name)) for p in pairs]
    return sorted(told, key=lambda pair: pair.retired is not None)


def seen_told(runner: Runner) -> list[str]:
    """Names that runs' files give to shoes which are not among the pairs."""
    named = runner.recordings.filter(counts=True, activity__shoe__isnull=False)
    found = {counted(recording).shoe or "" for recording in named}
    return sorted(found - {"", *ShoePair.objects.filter(runner=runner).values_list("name", flat=True)})
