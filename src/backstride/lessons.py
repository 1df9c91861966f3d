"""What to read this week, each chosen by a signal; at most three."""

from backstride.decision import LessonPointer, RunAdvice
from backstride.knowledge import Library, RuleSet
from backstride.known import Known

MOST = 3
_BY_RULE = {
    "R1": "long_runs",
    "R2": "training_load",
    "R3": "coming_back",
    "R4": "stride",
    "R5": "shoes",
    "R6": "surfaces",
}
_QUIET_BANDS = ("up_to_1.10", "unknown")


def lessons(
    known: Known, library: Library, rules: RuleSet, advice: tuple[RunAdvice, ...]
) -> tuple[LessonPointer, ...]:
    """Pointers to lessons, by the signals of the runs, the desk and the diary."""
    found = {
        _BY_RULE[line.rule]: LessonPointer(
            lesson=_BY_RULE[line.rule], signal=line.advice, sources=line.sources
        )
        for line in reversed(advice)
        if line.rule in _BY_RULE and line.band not in _QUIET_BANDS
    }
    if known.scenario.runner.desk_hours >= rules.number("objective.desk_hours"):
        text = library.message("lesson.desk", {"hours": known.scenario.runner.desk_hours})
        found["desk"] = LessonPointer(lesson="desk", signal=text, sources=("S0", "S2"))
    if known.scenario.runner.goal == "ease":
        text = library.message("lesson.ease", {})
        found["pain_and_running"] = LessonPointer(
            lesson="pain_and_running", signal=text, sources=("SILBERNAGEL2007",)
        )
    return tuple(list(found.values())[:MOST])
