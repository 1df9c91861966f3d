"""Which rules a routine as written overrides in this week, so that the week can name them."""

from collections.abc import Collection

from backstride.coaching.logs import HARD
from backstride.decision import PlannedDay, Session
from backstride.knowledge import Library, RuleSet
from backstride.knowledge.dose import static_seconds
from backstride.planning.days import HARD_RUNS


def yields(
    days: tuple[PlannedDay, ...], library: Library, rules: RuleSet, logged: Collection[str]
) -> tuple[str, ...]:
    """The ids of the rules that the week does not keep because the routine says otherwise; H13 always."""
    found = {"H13"}
    for day in days:
        for session in day.sessions:
            found |= _places(day, session, library, rules)
            found |= _sizes(session, library, rules, logged)
        names = [i.exercise for s in day.sessions if s.slot != "mid_run" for i in s.items]
        if len(set(names)) < len(names):
            found.add("H10")
    return tuple(sorted(found, key=lambda rule: int(rule[1:])))


def _places(day: PlannedDay, session: Session, library: Library, rules: RuleSet) -> set[str]:
    """H3, H5 and H6: how long a session at this place may be, and of what."""
    seconds = sum(item.seconds for item in session.items)
    qualities = {library.exercises[item.exercise].quality for item in session.items}
    if session.slot == "pre_run":
        return set() if _within(seconds, rules.series("slot.pre_run_s")) else {"H3"}
    if session.slot == "cross":
        return set() if _within(seconds, rules.series("slot.cross_s")) else {"H6"}
    if session.slot != "post_run" or day.run is None:
        return set()
    least, most = rules.series("slot.post_run_easy_strength_s")
    if day.run.kind in HARD_RUNS:
        kept = not qualities & set(HARD) and seconds <= rules.whole("slot.post_run_hard_s")
    else:
        kept = seconds <= most and ("strength" not in qualities or seconds >= least)
    return set() if kept else {"H5"}


def _sizes(session: Session, library: Library, rules: RuleSet, logged: Collection[str]) -> set[str]:
    """H9 and H11: how many exercises, how many of them new, how long a muscle is stretched."""
    found = set()
    seconds = sum(item.seconds for item in session.items)
    few, many = rules.series("session.exercises")
    new = sum(item.exercise not in logged for item in session.items)
    if len(session.items) > (few if seconds <= rules.whole("session.short_s") else many):
        found.add("H9")
    if new > rules.whole("session.new"):
        found.add("H9")
    stretches = [i for i in session.items if library.exercises[i.exercise].quality == "static_mobility"]
    if any(static_seconds(item) > rules.whole("stretch.session_s") for item in stretches):
        found.add("H11")
    return found


def _within(seconds: int, limits: tuple[float, ...]) -> bool:
    return limits[0] <= seconds <= limits[1]
