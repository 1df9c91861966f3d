"""What all commands share: the transaction, the audit row, the count of facts."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from django.db import transaction
from django.db.models import F

from backstride.web import clock
from backstride.web.models import Audit, Runner, User

P = ParamSpec("P")
R = TypeVar("R")
Details = dict[str, Any]


class Refused(ValueError):
    """A command was given what it cannot take; the message says which field and why, for the person."""

    def __init__(self, message: str, field: str = "") -> None:
        super().__init__(message)
        self.field = field


def command(*, facts: bool) -> Callable[[Callable[Concatenate[Runner, P], R]], Callable[..., R]]:
    """Makes a function of a runner a command.

    It runs in one transaction, with an audit row that names who did it. `facts` says that what weeks
    depend on has changed, so that the next look decides anew. What the function returns goes into the
    audit's details.
    """

    def wrap(change: Callable[Concatenate[Runner, P], R]) -> Callable[..., R]:
        @wraps(change)
        def run(runner: Runner, *, by: User | None, **values: Any) -> R:
            with transaction.atomic():
                # Whoever else changes this runner's facts waits here, so that no count is lost.
                Runner.objects.select_for_update().get(pk=runner.pk)
                result = change(runner, **values)  # type: ignore[call-arg]
                if facts:
                    Runner.objects.filter(pk=runner.pk).update(facts=F("facts") + 1)
                    runner.refresh_from_db(fields=["facts"])
                details = result if isinstance(result, dict) else {}
                Audit.objects.create(
                    at=clock.now(), by=by, runner=runner, command=change.__name__, details=details
                )
            return result

        return run

    return wrap
