"""Who the runner is and what they have for their back."""

from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.db import transaction
from pydantic import ValidationError

from backstride.knowledge.loader import load
from backstride.knowledge.translations import languages
from backstride.resolve import ScenarioError, check_names, faults
from backstride.scenario import Runner as Profile
from backstride.scenario import Scenario
from backstride.web import clock
from backstride.web.commands.changing import Details, Refused, command
from backstride.web.models import Audit, Runner, User


@transaction.atomic
def create_runner(
    *,
    by: User,
    profile: dict[str, Any],
    time_zone: str = "UTC",
    language: str = "en",
    demo: bool = False,
) -> Runner:
    """The person's runner.

    Raises:
        Refused: a field of the profile, the zone or the language is not valid, or there is a runner already.
    """
    if Runner.objects.filter(user=by).exists():
        raise Refused("there is a runner already")
    runner = Runner.objects.create(
        user=by,
        profile=checked_profile(profile),
        time_zone=_zone(time_zone),
        language=_language(language),
        demo=demo,
        created_at=clock.now(),
    )
    Audit.objects.create(at=clock.now(), by=by, runner=runner, command="create_runner")
    return runner


@command(facts=True)
def change_profile(runner: Runner, *, changes: dict[str, Any]) -> Details:
    """Changes some fields of the profile. Raises Refused with the field and the reason."""
    runner.profile = checked_profile({**runner.profile, **changes})
    runner.save(update_fields=["profile"])
    return {"fields": sorted(changes)}


@command(facts=True)
def change_settings(
    runner: Runner,
    *,
    time_zone: str | None = None,
    language: str | None = None,
    miles: bool | None = None,
) -> Details:
    """Changes how and where the runner is told things. Raises Refused."""
    if time_zone is not None:
        runner.time_zone = _zone(time_zone)
    if language is not None:
        runner.language = _language(language)
    if miles is not None:
        runner.miles = miles
    runner.save(update_fields=["time_zone", "language", "miles"])
    return {}


def checked_profile(given: dict[str, Any]) -> dict[str, Any]:
    """A whole profile as it is stored. Raises Refused with the field and the reason."""
    try:
        profile = Profile.model_validate(given)
        check_names(Scenario(now=clock.now(), runner=profile), load())
    except ValidationError as error:
        field = next((str(fault["loc"][0]) for fault in error.errors() if fault["loc"]), "")
        raise Refused("; ".join(faults(error)), field) from None
    except ScenarioError as error:
        raise Refused(str(error)) from None
    return profile.model_dump(mode="json")


def checked_settings(time_zone: str, language: str) -> tuple[str, str]:
    """A zone and a language as they are stored. Raises Refused with the field and the reason."""
    return _zone(time_zone), _language(language)


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise Refused(
            f"{name!r} is no time zone; a name such as Asia/Kuala_Lumpur is wanted", "time_zone"
        ) from None
    return name


def _language(name: str) -> str:
    if name not in languages():
        raise Refused(f"{name!r}: known are {', '.join(languages())}", "language")
    return name
