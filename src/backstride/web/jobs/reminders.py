"""Reminders that are due: sent once on a day that has a session, at the runner's time of day."""

import logging
from datetime import date, datetime, timedelta

from django.core import signing
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django_tasks import task

from backstride.web import clock
from backstride.web.address import site_url
from backstride.web.commands.reminders import address_of
from backstride.web.deciding.weeks import current_week, decision_of
from backstride.web.keeping.push import NotSent, can_push, push
from backstride.web.models import Reminder, Runner

LATE = timedelta(hours=2)  # after that it would remind of what is over
_SALT = "reminder"
log = logging.getLogger(__name__)


def remind_due() -> int:
    """Has every reminder sent that is due now; how many those are. Meant to be called each minute.

    The runner's own clock decides: a time that a change of clocks leaves out is due when it is past, one that
    comes twice is due once, and who travels is reminded at most once on a day.
    """
    due = [reminder for reminder in Reminder.objects.select_related("runner") if _is_due(reminder)]
    for reminder in due:
        now = clock.now_in(reminder.runner.time_zone)
        # Whoever changes the row first sends it: two schedulers do not send two.
        mine = Reminder.objects.filter(pk=reminder.pk, done_on=reminder.done_on).update(done_on=now.date())
        if mine and now.replace(tzinfo=None) < _moment(reminder, now) + LATE:
            remind.enqueue(reminder.runner_id)
    return len(due)


@task()
def remind(runner_id: int) -> None:
    """Sends a runner's reminder, if there is a session today that is not done."""
    reminder = Reminder.objects.select_related("runner__user").filter(runner_id=runner_id).first()
    if reminder is None or not has_session(reminder.runner):
        return
    with translation.override(reminder.runner.language):
        if reminder.mail:
            try:
                _mail(reminder.runner)
            except OSError as error:  # tried again a minute later, until it is too late
                log.warning("mail: %s", type(error).__name__)
                Reminder.objects.filter(pk=reminder.pk).update(done_on=_yesterday(reminder.runner))
                return
        if reminder.push:
            _push(reminder.runner)


def has_session(runner: Runner) -> bool:
    """Whether today's plan holds a session that is not logged."""
    today = clock.now_in(runner.time_zone).date()
    week = decision_of(current_week(runner)).week
    days = week.days if week is not None else ()
    return any(
        session.minutes and session.items for day in days if day.day == today for session in day.sessions
    )


def unsubscribe_token(runner: Runner) -> str:
    """What a link to end the reminders carries: it does that, without signing in, and nothing else."""
    return signing.dumps(runner.pk, salt=_SALT)


def runner_of_token(token: str) -> Runner | None:
    """The runner of such a link."""
    try:
        return Runner.objects.filter(pk=signing.loads(token, salt=_SALT)).first()
    except signing.BadSignature:
        return None


def _is_due(reminder: Reminder) -> bool:
    now = clock.now_in(reminder.runner.time_zone)
    done = reminder.done_on is not None and reminder.done_on >= now.date()
    return (reminder.mail or reminder.push) and not done and now.time() >= reminder.at


def _yesterday(runner: Runner) -> date:
    return clock.now_in(runner.time_zone).date() - timedelta(days=1)


def _moment(reminder: Reminder, now: datetime) -> datetime:
    return datetime.combine(now.date(), reminder.at)


def _mail(runner: Runner) -> None:
    address = address_of(runner.user)
    if not address:
        return
    end = site_url() + reverse("unsubscribe", args=[unsubscribe_token(runner)])
    # Mails are read by many machines: not a word of what the session is for, or how the back is.
    body = render_to_string("backstride/mail/reminder.txt", {"site": site_url(), "end": end})
    message = EmailMessage(
        subject=_("Your session for today"),
        body=body,
        to=[address],
        headers={"List-Unsubscribe": f"<{end}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"},
    )
    message.send()


def _push(runner: Runner) -> None:
    if not can_push():
        return
    for device in runner.devices.all():
        try:
            push(device, {"title": "Backstride", "body": _("Your session for today"), "url": "/"})
        except NotSent as failure:
            if failure.gone:
                device.delete()
            else:
                log.warning("push: not taken")
