"""The week that holds now: the stored one, or one decided anew because a fact or the day has changed."""

from datetime import datetime, timedelta

from backstride.decide import decide
from backstride.decision import Decision
from backstride.knowledge import Library
from backstride.knowledge.loader import load
from backstride.knowledge.translations import library_in, load_translation
from backstride.known import WEEK
from backstride.scenario import Scenario
from backstride.web import clock
from backstride.web.deciding.facts import scenario_of
from backstride.web.models import Runner, Week


def current_week(runner: Runner) -> Week:
    """The newest decision on today's facts; decides and stores one where there is none yet."""
    now = clock.now_in(runner.time_zone)
    newest = runner.weeks.order_by("-at", "-pk").first()
    if newest is not None and newest.facts == runner.facts and _day(newest, now) == now.date():
        return newest
    previous = newest if newest is not None and _covers(newest, now) else None
    return _decide(runner, scenario_of(runner, now, previous))


def decision_of(week: Week) -> Decision:
    """A stored decision, as it was."""
    return Decision.model_validate(week.decision)


def scenario_behind(week: Week) -> Scenario:
    """The scenario that a stored decision was made from, with the rules of its day.

    Deciding it again, in the week's language, gives the decision, however the rules have moved on.
    """
    return Scenario.model_validate({**week.scenario, "rules": week.rules})


def library_for(runner: Runner) -> Library:
    """The library in the runner's language, its ids and numbers the same."""
    return library_in(load(), load_translation(runner.language))


def _decide(runner: Runner, scenario: Scenario) -> Week:
    decision = decide(scenario, library_for(runner))
    return Week.objects.create(
        runner=runner,
        at=scenario.now,
        facts=runner.facts,
        language=runner.language,
        rules=decision.rules,
        status=decision.status,
        scenario=scenario.model_dump(mode="json"),
        decision=decision.model_dump(mode="json"),
        sessions=_slots(decision),
    )


def _slots(decision: Decision) -> dict[str, list[str]]:
    """The slots of each day that has work; the card for a run is none."""
    days = decision.week.days if decision.week is not None else ()
    found: dict[str, list[str]] = {
        day.day.isoformat(): [s.slot for s in day.sessions if s.minutes and s.items] for day in days
    }
    return {day: slots for day, slots in found.items() if slots}


def _day(week: Week, now: datetime) -> object:
    return week.at.astimezone(now.tzinfo).date()


def _covers(week: Week, now: datetime) -> bool:
    """Whether a week that was decided before has today among its days."""
    planned = week.decision["week"]
    if not planned:
        return False
    first = datetime.fromisoformat(planned["days"][0]["day"]).date()
    return first <= now.date() < first + timedelta(days=WEEK)
