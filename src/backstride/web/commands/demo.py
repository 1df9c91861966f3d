"""The made-up runner, to look around with."""

from django.db import transaction

from backstride.knowledge.loader import load
from backstride.sample import sample_facts, sample_year
from backstride.web import clock
from backstride.web.commands.changing import Refused
from backstride.web.commands.delete import forget_files
from backstride.web.commands.runner import create_runner
from backstride.web.deciding.activities import as_json
from backstride.web.models import Audit, PainDay, Recording, Runner, ScreeningForm, User


@transaction.atomic
def create_demo(*, by: User, time_zone: str, language: str) -> Runner:
    """The sample runner with a year of runs, marked as such. Raises Refused where there is a runner."""
    now = clock.now_in(time_zone)
    facts = sample_facts(now, load().questions)
    runner = create_runner(by=by, profile=facts["runner"], time_zone=time_zone, language=language, demo=True)
    ScreeningForm.objects.create(runner=runner, at=now, answers=facts["screening"]["answers"])
    PainDay.objects.bulk_create(PainDay(runner=runner, **entry) for entry in facts["pain"])
    Recording.objects.bulk_create(
        Recording(
            runner=runner,
            source=activity.source,
            sha256=f"{n:064x}",
            start=activity.start,
            activity=as_json(activity),
        )
        for n, activity in enumerate(sample_year(now))
    )
    return runner


@transaction.atomic
def remove_demo(*, by: User) -> None:
    """Takes the made-up runner away, with all that hangs on it. Raises Refused for a real runner."""
    runner = Runner.objects.filter(user=by).first()
    if runner is None or not runner.demo:
        raise Refused("there is no made-up runner")
    forget_files(runner)
    runner.delete()
    Audit.objects.create(at=clock.now(), by=by, command="remove_demo")
