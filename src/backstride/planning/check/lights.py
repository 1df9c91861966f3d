"""No day is shown in a better light than the log gives it."""

from collections.abc import Iterator

from backstride.planning.check.case import Case
from backstride.planning.check.contract import RULE
from backstride.planning.check.violation import Violation

FROM_BEST = ("green", "amber", "red")


def lights(case: Case) -> Iterator[Violation]:
    """The pain lights told: none greener than the evidence, none known where it is not, none left out."""
    told = {light.day: light.light for light in case.decision.lights}
    for day, light in told.items():
        found = case.pain.light(day)
        if found is None and light == "green":
            yield Violation(RULE, f"lights {day}", "The day is told as green, and its light is not known.")
        elif found is not None and FROM_BEST.index(light) < FROM_BEST.index(found):
            yield Violation(RULE, f"lights {day}", f"The day is told as {light}; it was {found}.")
    for red in case.pain.reds:
        if red not in told:
            yield Violation(RULE, f"lights {red}", "A red day is left out.")
