"""Exercises that kept hurting and have to be left alone."""

from datetime import date

from backstride.planning.check.case import Case
from backstride.planning.check.log import Time


def left_alone(case: Case) -> list[str]:
    """The exercises that the week may not hold, the most pressing first."""
    pressing = sorted(
        (times[-1].day, _elsewhere(case, times), exercise)
        for exercise, times in case.log.times.items()
        if _keeps_hurting(case, times) and _with_it(case, times) > _elsewhere(case, times)
    )
    return [exercise for *_, exercise in pressing][: case.rules.whole("leave.most")]


def _keeps_hurting(case: Case, times: list[Time]) -> bool:
    weeks = case.rules.whole("leave.days")
    last = times[-1]
    if (case.today - last.day).days >= weeks or not _sore(case, last.day):
        return False
    lately = _lately(case, times)
    low_sore, low_of = case.rules.series("leave.lowest")
    lowest = [time for time in lately[-int(low_of) :] if time.level == 0]
    if last.level == 0 and sum(_sore(case, time.day) for time in lowest) >= low_sore:
        return True
    often_sore, often_of = case.rules.series("leave.often")
    return sum(_sore(case, time.day) for time in lately[-int(often_of) :]) >= often_sore


def _lately(case: Case, times: list[Time]) -> list[Time]:
    weeks = case.rules.whole("leave.days")
    return [time for time in times if (times[-1].day - time.day).days < weeks]


def _with_it(case: Case, times: list[Time]) -> float:
    """How many of its sessions of those weeks were sore, as a share."""
    lately = _lately(case, times)
    return sum(_sore(case, time.day) for time in lately) / len(lately)


def _elsewhere(case: Case, times: list[Time]) -> float:
    """The share of sore ones among the other days with a session in those weeks; 0 for none."""
    last, weeks = times[-1].day, case.rules.whole("leave.days")
    held = {time.day for time in times}
    other = {day for day, _ in case.log.sessions if day <= last and (last - day).days < weeks} - held
    return sum(_sore(case, day) for day in other) / len(other) if other else 0


def _sore(case: Case, day: date) -> bool:
    return case.pain.light(day) in ("amber", "red")
