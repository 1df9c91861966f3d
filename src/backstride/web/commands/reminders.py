"""Reminders of the day's session: when, how, on which devices."""

from datetime import time
from urllib.parse import urlsplit

from django.apps import apps
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from backstride.web import clock
from backstride.web.commands.changing import Details, Refused, command
from backstride.web.models import PushDevice, Reminder, Runner, User

MOST_DEVICES = 10


@command(facts=False)
def set_reminder(runner: Runner, *, at: time, mail: bool, push: bool, address: str = "") -> Details:
    """Reminds every day that has a session, at a time where the runner is. `address` is for home alone.

    Raises:
        Refused: mail without an address that is known to be theirs, or push without a device.
    """
    if mail and settings.HOME:
        _own_address(runner.user, address)
    if mail and not address_of(runner.user):
        raise Refused(_("There is no confirmed e-mail address to write to."), "mail")
    if push and not runner.devices.exists():
        raise Refused(_("Add a device first."), "push")
    now = clock.now_in(runner.time_zone)
    before = Reminder.objects.filter(runner=runner).first()
    # A time of today that is over means tomorrow.
    done_on = now.date() if now.time() >= at else (before.done_on if before is not None else None)
    Reminder.objects.update_or_create(
        runner=runner,
        defaults={"at": at.replace(tzinfo=None), "mail": mail, "push": push, "done_on": done_on},
    )
    return {"mail": mail, "push": push}


@command(facts=False)
def stop_reminders(runner: Runner) -> Details:
    """Ends all reminders."""
    Reminder.objects.filter(runner=runner).delete()
    return {}


@command(facts=False)
def add_device(runner: Runner, *, endpoint: str, p256dh: str, auth: str) -> Details:
    """Remembers a browser that takes web push; the same one again only renews its keys.

    Raises:
        Refused: an address that is none of the push services known, keys that are none, too many devices.
    """
    if not _is_push_service(endpoint) or not (0 < len(p256dh) <= 200 and 0 < len(auth) <= 100):
        raise Refused(_("This browser's notifications cannot be used."), "endpoint")
    others = runner.devices.exclude(endpoint=endpoint).count()
    if others >= MOST_DEVICES:
        raise Refused(_("That is one device too many: remove another one first."), "endpoint")
    keys = {"p256dh": p256dh, "auth": auth, "at": clock.now()}
    device, _new = PushDevice.objects.update_or_create(runner=runner, endpoint=endpoint, defaults=keys)
    return {"device": device.pk}


@command(facts=False)
def forget_device(runner: Runner, *, device: PushDevice) -> Details:
    """Sends nothing more there."""
    if device.runner_id != runner.pk:
        raise Refused("no device of this runner")
    number = device.pk
    device.delete()
    return {"device": number}


def address_of(user: User) -> str:
    """The e-mail address that a person is known to read; empty where there is none."""
    if settings.HOME or not apps.is_installed("allauth.account"):
        return user.email
    from allauth.account.models import EmailAddress

    found = EmailAddress.objects.filter(user=user, verified=True).order_by("-primary").first()
    return found.email if found is not None else ""


def _own_address(user: User, address: str) -> None:
    try:
        validate_email(address)
    except ValidationError:
        raise Refused(_("An e-mail address is wanted."), "address") from None
    user.email = address
    user.save(update_fields=["email"])


def _is_push_service(endpoint: str) -> bool:
    """Only services that browsers use: anything else would have the server call where somebody likes."""
    try:
        parts = urlsplit(endpoint)
        host = parts.hostname or ""
        allowed = any(host == h or (h.startswith(".") and host.endswith(h)) for h in settings.PUSH_HOSTS)
        plain = parts.username is None and parts.port in (None, 443)
    except ValueError:
        return False
    return len(endpoint) <= 1000 and parts.scheme == "https" and allowed and plain
