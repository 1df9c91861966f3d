"""Back sessions as they were done: logged, changed, taken out."""

from typing import Any

from django.utils.translation import gettext as _
from pydantic import ValidationError

from backstride.knowledge.loader import load
from backstride.resolve import faults
from backstride.scenario import DoneSession
from backstride.web import clock
from backstride.web.commands.changing import Details, Refused, command
from backstride.web.models import Runner, SessionLog, User


def log_session(runner: Runner, *, by: User | None, key: str, record: dict[str, Any]) -> SessionLog:
    """The log of a session done; sent again with the same key it changes nothing.

    `record` is the contract's `sessions` entry.

    Raises:
        Refused: a field that is not valid, an unknown exercise or level, a time still to come.
    """
    known = SessionLog.objects.filter(runner=runner, key=key).first()
    if known is not None:
        return known
    details = store_session(runner, by=by, key=key, record=record)
    return SessionLog.objects.get(pk=details["log"])


@command(facts=True)
def store_session(runner: Runner, *, key: str, record: dict[str, Any]) -> Details:
    if not 0 < len(key) <= 64:
        raise Refused("a key of 1 to 64 letters is wanted", "key")
    done = _checked(record)
    log, _new = SessionLog.objects.get_or_create(
        runner=runner, key=key, defaults={"at": done.at, "record": done.model_dump(mode="json")}
    )
    return {"log": log.pk, "slot": done.slot, "exercises": len(done.items)}


@command(facts=True)
def change_session(runner: Runner, *, log: SessionLog, record: dict[str, Any]) -> Details:
    """Writes a log anew. Raises Refused as `log_session` does."""
    _own(runner, log)
    done = _checked(record)
    log.at, log.record = done.at, done.model_dump(mode="json")
    log.save(update_fields=["at", "record"])
    return {"log": log.pk, "slot": done.slot, "exercises": len(done.items)}


@command(facts=True)
def delete_session(runner: Runner, *, log: SessionLog) -> Details:
    """Takes a log out, as if the session had not been done."""
    _own(runner, log)
    gone = log.pk
    log.delete()
    return {"log": gone}


def _checked(record: dict[str, Any]) -> DoneSession:
    try:
        done = DoneSession.model_validate(record)
    except ValidationError as error:
        field = next((str(fault["loc"][0]) for fault in error.errors() if fault["loc"]), "")
        raise Refused("; ".join(faults(error)), field) from None
    exercises = load().exercises
    for item in done.items:
        if item.exercise not in exercises or item.level >= len(exercises[item.exercise].ladder):
            raise Refused(_("There is no such exercise, or it has no such level."), "items")
    if done.at > clock.now():
        raise Refused(_("A session that is still to come cannot be logged."), "at")
    return done


def _own(runner: Runner, log: SessionLog) -> None:
    if log.runner_id != runner.pk:
        raise Refused("no log of this runner")
