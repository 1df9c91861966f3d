"""What is still missing for the first week, in order."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from backstride.web.models import Runner

RUNS = "add_runs"


@dataclass(frozen=True)
class Step:
    """A step as a link; `address` is empty while an earlier step has to come first."""

    name: str
    address: str
    done: bool
    here: bool


def first_steps(request: HttpRequest, runner: Runner) -> tuple[Step, ...]:
    """The steps to the first week; none once there has been one and nothing it needs is missing."""
    asked = runner.screenings.filter(weekly=False).exists()
    felt = asked and runner.pain_days.exists()
    free = any(runner.profile.get("minutes", {}).values())
    ready = asked and felt and free
    if ready and runner.weeks.filter(status="planned").exists():
        return ()
    running = runs_known(runner)
    at = request.resolver_match.url_name if request.resolver_match else ""
    here = at or ""
    return (
        _step(_("Safety"), "screening", here, done=asked),
        _step(_("Feeling"), "feeling", here, done=felt),
        _step(_("Days"), "about_days", here, done=free),
        _step(_("Runs"), RUNS, here, done=running),
        _step(_("First week"), "today" if ready else "", here, done=False),
    )


def next_step(runner: Runner) -> str:
    """The name of the page that the way to the first week goes on with."""
    if not runner.screenings.filter(weekly=False).exists():
        return "screening"
    if not runner.pain_days.exists():
        return "feeling"
    if not any(runner.profile.get("minutes", {}).values()):
        return "about_days"
    if not runs_known(runner) and not runner.weeks.filter(status="planned").exists():
        return RUNS
    return "today"


def runs_known(runner: Runner) -> bool:
    """Whether anything is known of when this runner runs."""
    return bool(runner.usual_runs) or runner.recordings.exists() or runner.planned_runs.exists()


def _step(name: str, page: str, here: str, *, done: bool) -> Step:
    address = reverse(page) if page else ""
    return Step(name, address, done=done, here=here == page or here.startswith(f"{page}_"))
