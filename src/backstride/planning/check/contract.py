"""What makes a decision coherent, whatever the rules say: status, week, days, calendar, minutes."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from math import ceil

from backstride.decision import DayRun, PlannedDay, Week
from backstride.planning.check.calendar import hardest
from backstride.planning.check.case import Case
from backstride.planning.check.placing import total_seconds
from backstride.planning.check.violation import Violation
from backstride.terms import DayKind

RULE = "contract"


def contract(case: Case) -> Iterator[Violation]:
    """The shape of the decision."""
    decision = case.decision
    if not any(text.strip() for text in decision.triage.safety_net):
        yield Violation(RULE, "triage.safety_net", "The safety net is missing.")
    if decision.rules != case.rules.version:
        text = f"Decided under rules {decision.rules}; the scenario asks for {case.rules.version}."
        yield Violation(RULE, "rules", text)
    week = decision.week
    if (week is not None) != (decision.status == "planned"):
        text = f"The status is {decision.status}, and there is {'a' if week else 'no'} week."
        yield Violation(RULE, "week", text)
    if week is None:
        return
    days = [day.day for day in week.days]
    if days != [case.today + timedelta(days=k) for k in range(7)]:
        text = f"The week is {', '.join(map(str, days)) or 'empty'}, not the seven days from {case.today} on."
        yield Violation(RULE, "week.days", text)
    yield from _calendar(case, week)
    for day in week.days:
        yield from _sessions(case, day)


def _calendar(case: Case, week: Week) -> Iterator[Violation]:
    given = case.scenario.calendar is not None
    if given != (week.calendar == "given"):
        text = f"The calendar is marked {week.calendar}; it was {'given' if given else 'not given'}."
        yield Violation(RULE, "week.calendar", text)
    if week.calendar == "inferred" and not week.calendar_why.strip():
        yield Violation(RULE, "week.calendar_why", "The calendar is inferred, and nothing says from what.")
    for day in week.days:
        runs = [*([day.run] if day.run else []), *day.also]
        for run in runs:
            if run.inferred == given:
                text = f"The {run.kind} entry is {'' if run.inferred else 'not '}marked as inferred."
                yield Violation(RULE, str(day.day), text)
        if week.calendar == "none" and runs:
            yield Violation(RULE, str(day.day), "The day has a run, and the week has no calendar.")
        if runs and (day.run is None or day.run.kind != hardest([run.kind for run in runs])):
            yield Violation(RULE, str(day.day), "The hardest entry of the day is not its run.")
        if given:
            yield from _as_given(case, day.day, runs)


def _as_given(case: Case, day: date, runs: list[DayRun]) -> Iterator[Violation]:
    told: Counter[tuple[DayKind, float | None, float | None]] = Counter()
    told.update((r.kind, r.distance_m, r.duration_s) for r in runs)
    planned = [p for p in case.scenario.calendar or () if p.day == day]
    entries = Counter((p.kind, p.distance_m, p.duration_s) for p in planned)
    quiet = {entry for entry in entries if entry[0] in ("cross", "rest")}
    wrong = [e for e in {*told, *entries} if told[e] != entries[e] and not (e in quiet and not told[e])]
    if wrong:
        kinds = ", ".join(sorted({entry[0] for entry in wrong}))
        yield Violation(RULE, str(day), f"The runner's calendar reads otherwise ({kinds}).")


def _sessions(case: Case, day: PlannedDay) -> Iterator[Violation]:
    for slot, count in Counter(session.slot for session in day.sessions).items():
        if count > 1:
            yield Violation(RULE, str(day.day), f"There are {count} {slot} sessions on one day.")
    for session in day.sessions:
        where = f"{day.day} {session.slot}"
        if not session.items and session.slot != "mid_run":
            yield Violation(RULE, where, "The session is empty.")
        minutes = 0 if session.slot == "mid_run" else ceil(total_seconds(case, day.day, session) / 60)
        if session.minutes != minutes:
            text = f"The session is said to take {session.minutes} min; its items take {minutes}."
            yield Violation(RULE, where, text)
