"""Whether there may be a week at all: the tier, what stops, and why screening is due."""

from dataclasses import dataclass
from datetime import date, timedelta

from backstride.knowledge import Library, RuleSet
from backstride.planning.check.log import Log
from backstride.planning.check.pain import PainRecord
from backstride.scenario import Scenario
from backstride.terms import TIERS, Tier

AGE_QUESTION = "C1"


@dataclass(frozen=True)
class Gate:
    """The tier; the answers that stop the week; why screening is due; the questions missing.

    `raised` are the questions answered other than no, cleared or not; `under_age` stops the week too.
    """

    tier: Tier
    stopped_by: tuple[str, ...]
    due: tuple[str, ...]
    missing: tuple[str, ...]
    raised: frozenset[str]
    under_age: bool


def youngest_age(scenario: Scenario) -> int:
    """The youngest age, whole years, that the birth year allows."""
    return scenario.now.year - scenario.runner.birth_year - 1


def gate(scenario: Scenario, library: Library, rules: RuleSet, pain: PainRecord, log: Log) -> Gate:
    """The screening of a scenario, read anew."""
    screening, now = scenario.screening, scenario.now
    given = screening.at is not None and screening.at <= now
    tiers: list[Tier] = ["self_care"]
    stopped_by = []
    for question in library.screening.questions:
        answer = screening.answers.get(question.id)
        serious = question.tier != "soon"
        raised = answer == "yes" or (answer == "unsure" and serious)
        if not raised or _cleared(scenario, question.id, weekly=question.short_check):
            continue
        if serious:
            stopped_by.append(question.id)
        if serious or given:
            tiers.append(question.tier)
    age = youngest_age(scenario)
    minor = age < rules.whole("triage.youngest_self_care")
    under_age = age < rules.whole("triage.youngest_any") and not _cleared(
        scenario, AGE_QUESTION, weekly=False
    )
    if minor or _many_reds(now.date(), pain, rules):
        tiers.append("soon")
    missing = tuple(q for q in library.questions if not given or q not in screening.answers)
    return Gate(
        tier=min(tiers, key=TIERS.index),
        stopped_by=tuple(stopped_by),
        due=tuple(_due(scenario, rules, pain, log, missing)),
        missing=missing,
        raised=frozenset(q for q, answer in screening.answers.items() if answer != "no"),
        under_age=under_age,
    )


def _cleared(scenario: Scenario, question: str, *, weekly: bool) -> bool:
    screening = scenario.screening
    dates = [screening.at, screening.checked_at if weekly else None]
    asked = [at for at in dates if at is not None]
    return any(
        question in cleared.ids and cleared.at <= scenario.now and all(cleared.at >= at for at in asked)
        for cleared in screening.cleared
    )


def _many_reds(today: date, pain: PainRecord, rules: RuleSet) -> bool:
    since = today - timedelta(days=rules.whole("red.triple_days"))
    return sum(red >= since for red in pain.reds) >= rules.whole("red.triple")


def _due(
    scenario: Scenario, rules: RuleSet, pain: PainRecord, log: Log, missing: tuple[str, ...]
) -> list[str]:
    now, at = scenario.now, scenario.screening.at
    if at is None or at > now:
        return ["no screening has been given"]
    today, asked = now.date(), at.astimezone(now.tzinfo).date()
    found = [f"{', '.join(missing)} not answered"] if missing else []
    checked = scenario.screening.checked_at
    again = checked.astimezone(now.tzinfo).date() if checked is not None and checked <= now else asked
    age = (today - max(asked, again)).days
    if age >= rules.whole("triage.short_check_days"):
        found.append(f"the answers are {age} days old")
    for day in (d for d in pain.days if d > asked):
        signs = (("a flare", pain.flare), ("new leg symptoms", pain.new_leg), ("night pain", pain.night))
        found += [f"{name} on {day}" for name, test in signs if test(day)]
    logged = [
        asked,
        again,
        *(p.day for p in scenario.pain if p.day <= today),
        *(day for day, _ in log.sessions),
    ]
    silent = (today - max(logged)).days
    if silent > rules.whole("triage.gap_days"):
        found.append(f"nothing was logged for {silent} days")
    if log.sessions:
        restart = log.sessions[-1][0] + timedelta(days=rules.whole("gap.restart_days"))
        if asked < restart <= today:
            found.append(f"the last back session was {(today - log.sessions[-1][0]).days} days ago")
    return found
