"""Which rules a routine as written overrides in this week, so that the week can name them."""

from backstride.decision import PlannedDay, Session
from backstride.knowledge import Library, RuleSet
from backstride.knowledge.dose import static_seconds
from backstride.planning.days import HARD_RUNS


def yields(days: tuple[PlannedDay, ...], library: Library, rules: RuleSet) -> tuple[str, ...]:
    """The ids of the rules that the week does not keep because the routine says otherwise; H13 always."""
    found = {"H13"}
    for day in days:
        for session in day.sessions:
            found |= _session(day, session, library, rules)
        names = [i.exercise for s in day.sessions if s.slot != "mid_run" for i in s.items]
        if len(set(names)) < len(names):
            found.add("H10")
    return tuple(sorted(found, key=lambda rule: int(rule[1:])))


def _session(day: PlannedDay, session: Session, library: Library, rules: RuleSet) -> set[str]:
    found = set()
    seconds = sum(item.seconds for item in session.items)
    mobility = all("mobility" in library.exercises[item.exercise].quality for item in session.items)
    few, many = rules.series("session.exercises")
    if len(session.items) > (few if seconds <= rules.whole("session.short_s") else many):
        found.add("H9")
    if any(
        library.exercises[i.exercise].quality == "static_mobility"
        and static_seconds(i) > rules.whole("stretch.session_s")
        for i in session.items
    ):
        found.add("H11")
    if session.slot == "pre_run" and not _within(seconds, rules.series("slot.pre_run_s")):
        found.add("H3")
    if session.slot == "post_run" and day.run is not None:
        hard = day.run.kind in HARD_RUNS
        most = (
            rules.whole("slot.post_run_hard_s") if hard else rules.series("slot.post_run_easy_strength_s")[1]
        )
        if seconds > most or (hard and not mobility):
            found.add("H5")
    if session.slot == "cross" and seconds > rules.series("slot.cross_s")[1]:
        found.add("H6")
    return found


def _within(seconds: int, limits: tuple[float, ...]) -> bool:
    return limits[0] <= seconds <= limits[1]
