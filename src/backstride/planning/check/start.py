"""The highest level that a runner may start an exercise at."""

from statistics import median

from backstride.planning.check.case import Case


def start_level(case: Case) -> int:
    """By experience; lower with a sore back or on the way back from a flare."""
    rules, runner = case.rules, case.scenario.runner
    level = rules.whole(f"start.level_{runner.experience}")
    mornings = [m for k in range(1, 8) if (m := case.pain.morning(case.back(k))) is not None]
    sore = median(mornings) if mornings else 0.0
    if sore >= rules.number("start.pain_easy"):
        return 0
    if sore > rules.number("start.pain_free") or runner.goal == "return":
        return min(level, rules.whole("start.level_regular"))
    return level
