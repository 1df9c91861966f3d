"""What each day says of the back: evidence of red and amber, from the scores and symptoms of that day."""

from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from backstride.knowledge import RuleSet
from backstride.known import Known
from backstride.terms import Light


@dataclass(frozen=True)
class Evidence:
    """One sign and the message that tells it; `values` fill the message."""

    light: Light
    key: str
    values: dict[str, float | str]


@dataclass(frozen=True)
class Finding:
    """A day's own evidence. `active`: there was a run or a session. Scores 0-10, `None` where not known.

    `calm`: the morning score is known to lie close to its baseline.
    """

    day: date
    active: bool
    during: float | None
    morning: float | None
    baseline: float | None
    evidence: tuple[Evidence, ...]
    calm: bool

    @property
    def compared(self) -> bool:
        """Whether there is a morning score and a baseline to hold it against."""
        return self.morning is not None and self.baseline is not None

    @property
    def light(self) -> Light | None:
        """The day's own light; `None` without evidence of amber or red."""
        lights = {e.light for e in self.evidence}
        return "red" if "red" in lights else "amber" if "amber" in lights else None

    @property
    def morning_light(self) -> Light | None:
        """The light of the morning score alone: green only close to a baseline that is known."""
        lights = {e.light for e in self.evidence if e.key.startswith("light.morning")}
        if lights:
            return "red" if "red" in lights else "amber"
        return "green" if self.calm else None


def baseline(known: Known, rules: RuleSet, day: date) -> float | None:
    """The median morning score of the days before `day`; `None` where there is none."""
    back = rules.whole("light.baseline_days")
    scores = [
        known.pain[d].morning
        for d in (day - timedelta(days=n) for n in range(1, back + 1))
        if d in known.pain
    ]
    given = [score for score in scores if score is not None]
    return float(median(given)) if given else None


def findings(known: Known, rules: RuleSet) -> dict[date, Finding]:
    """The finding of each day that the back is known of, in order of days.

    That is a day with pain data or a session, and a day with a run that has a pain score or a morning after.
    """
    days = set(known.pain) | set(known.sessions_by_day)
    days |= {
        day
        for day, runs in known.runs_by_day.items()
        if any(run.pain_during is not None for run in runs)
        or _morning_is_known(known, day + timedelta(days=1))
    }
    return {day: _finding(known, rules, day) for day in sorted(days)}


def rise(known: Known, rules: RuleSet, day: date) -> float | None:
    """How far the morning of `day` lies above its baseline, in points."""
    entry, usual = known.pain.get(day), baseline(known, rules, day)
    if entry is None or entry.morning is None or usual is None:
        return None
    return round(entry.morning - usual, 6)  # tenths of a point are not exact in floating point


def leg_is_known(known: Known) -> bool:
    """Whether leg symptoms were told, as stable ones, in answers given since they began."""
    days = {day for day, entry in known.pain.items() if entry.leg}
    days |= {day for day, done in known.sessions_by_day.items() if any(s.new_leg_symptoms for s in done)}
    told = known.scenario.screening.answers.get("C5") == "yes"
    return told and known.screened_on is not None and known.screened_on >= min(days, default=date.max)


def _morning_is_known(known: Known, day: date) -> bool:
    return day in known.pain and known.pain[day].morning is not None


def _finding(known: Known, rules: RuleSet, day: date) -> Finding:
    entry = known.pain.get(day)
    runs, sessions = known.runs_by_day.get(day, []), known.sessions_by_day.get(day, [])
    scores = [r.pain_during for r in runs] + [s.pain_during for s in sessions]
    given = [score for score in scores if score is not None]
    told = len(given) == len(scores)
    if not told and entry is not None and entry.worst is not None:
        given.append(entry.worst)  # the most that the unscored run or session can have been
        told = True
    during = max(given, default=None)
    evidence = [
        *_during(during, rules),
        *_morning(known, rules, day),
        *_symptoms(known, day),
    ]
    above = rise(known, rules, day)
    return Finding(
        day=day,
        active=bool(scores),
        during=during if told else None,
        morning=entry.morning if entry else None,
        baseline=baseline(known, rules, day),
        evidence=tuple(evidence),
        calm=above is not None and above <= rules.number("light.green_rise"),
    )


def _during(during: float | None, rules: RuleSet) -> list[Evidence]:
    if during is None or during <= rules.number("light.green_during"):
        return []
    light: Light = "red" if during >= rules.number("light.red_during") else "amber"
    return [Evidence(light, f"light.during_{light}", {"during": during})]


def _morning(known: Known, rules: RuleSet, day: date) -> list[Evidence]:
    above = rise(known, rules, day)
    amber = rules.number("light.amber_rise")
    if above is None or above < amber:
        return []
    before = rise(known, rules, day - timedelta(days=1))
    values: dict[str, float | str] = {
        "morning": known.pain[day].morning or 0,
        "usual": baseline(known, rules, day) or 0,
        "rise": above,
    }
    if above >= rules.number("light.red_rise"):
        return [Evidence("red", "light.morning_red", values)]
    if before is not None and before >= amber:
        return [Evidence("red", "light.morning_twice", values)]
    return [Evidence("amber", "light.morning_amber", values)]


def _symptoms(known: Known, day: date) -> list[Evidence]:
    entry, sessions = known.pain.get(day), known.sessions_by_day.get(day, [])
    signs = {
        "light.leg": (entry is not None and entry.leg and not leg_is_known(known))
        or any(s.new_leg_symptoms for s in sessions),
        "light.night": entry is not None and entry.night,
        "light.limp": any(s.limp for s in sessions),
    }
    return [Evidence("red", key, {}) for key, present in signs.items() if present]
