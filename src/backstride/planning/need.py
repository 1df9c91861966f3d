"""What the week owes each region, by quality of work: the library's balance, and what the runner adds."""

from dataclasses import dataclass

from backstride.coaching.logs import HARD
from backstride.knowledge import Library, RuleSet
from backstride.known import Known
from backstride.planning.problem import Option
from backstride.terms import Quality

DESK_MOBILITY = ("hip_flexors", "thoracic_spine", "hips")


@dataclass(frozen=True)
class Need:
    """The need of a region for one quality of work, in points, and what raised it."""

    region: str
    points: int
    raised_by: tuple[str, ...]


def needs(known: Known, library: Library, rules: RuleSet) -> dict[tuple[str, bool], Need]:
    """The need by (region, is strength)."""
    runner = known.scenario.runner
    reported, desk = rules.whole("objective.reported"), rules.whole("objective.desk")
    tight = {library.region_names[name] for name in runner.tight}
    weak = {library.region_names[name] for name in runner.weak}
    sits = runner.desk_hours >= rules.number("objective.desk_hours")
    found = {}
    for region in library.regions.values():
        strength = region.strength_need + (reported if region.id in weak else 0)
        mobility = region.mobility_need + (reported if region.id in tight else 0)
        why_mobility = ["tight"] if region.id in tight else []
        if sits and region.id in DESK_MOBILITY:
            mobility += desk
            why_mobility.append("desk")
        found[region.id, True] = Need(region.id, strength, ("weak",) if region.id in weak else ())
        found[region.id, False] = Need(region.id, mobility, tuple(why_mobility))
    return found


def credit(option: Option) -> dict[tuple[str, bool], int]:
    """Tenths of a set that an option gives each (region, is strength); a mobility item is one set."""
    quality: Quality = option.exercise.quality
    sets = option.dose.rung.sets if quality in HARD else 1
    return {
        (region, quality in HARD): round(10 * sets * share)
        for region, share in option.exercise.regions.items()
    }
