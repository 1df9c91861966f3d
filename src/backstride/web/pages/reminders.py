"""Reminders: when, how, on which devices; and the link in a mail that ends them."""

import json

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from backstride.web.commands.changing import Refused
from backstride.web.commands.reminders import (
    add_device,
    address_of,
    forget_device,
    set_reminder,
    stop_reminders,
)
from backstride.web.forms.reminders import ReminderForm
from backstride.web.jobs.reminders import runner_of_token
from backstride.web.keeping.push import can_push, public_key
from backstride.web.models import PushDevice, Reminder, Runner
from backstride.web.pages.asking import for_runner, signed_in

_MOST_BYTES = 10_000


@for_runner
def reminders(request: HttpRequest, runner: Runner) -> HttpResponse:
    """The form; ticking neither way ends them."""
    kept = Reminder.objects.filter(runner=runner).first()
    initial = {"mail": kept.mail, "push": kept.push, "at": kept.at} if kept is not None else {}
    form = ReminderForm(
        request.POST if request.method == "POST" else None,
        initial={**initial, "address": runner.user.email},
        without=_without(),
    )
    if request.method == "POST" and form.is_valid():
        told, by = form.told(), signed_in(request)
        try:
            if told["mail"] or told["push"]:
                set_reminder(runner, by=by, **told)
            else:
                stop_reminders(runner, by=by)
        except Refused as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        else:
            messages.success(request, _("Saved."))
            return redirect("reminders")
    told_page = {
        "form": form,
        "ways": settings.MAIL or can_push(),
        "mail": settings.MAIL,
        "address": "" if settings.HOME else address_of(runner.user),
        "devices": runner.devices.all(),
        "key": public_key() if can_push() else "",
    }
    return render(request, "backstride/reminders.html", told_page)


@require_POST
@for_runner
def device_add(request: HttpRequest, runner: Runner) -> HttpResponse:
    """Takes a browser's subscription, as its script sends it."""
    try:
        told = json.loads(request.body[:_MOST_BYTES])
        keys = {name: str(told["keys"][name]) for name in ("p256dh", "auth")}
        add_device(runner, by=signed_in(request), endpoint=str(told["endpoint"]), **keys)
    except Refused as refusal:
        return JsonResponse({"detail": str(refusal)}, status=422)
    except (ValueError, KeyError, TypeError):
        return JsonResponse({"detail": "a subscription is wanted"}, status=422)
    return JsonResponse({})


@require_POST
@for_runner
def device_forget(request: HttpRequest, runner: Runner, pk: int) -> HttpResponse:
    """Sends nothing more to a device."""
    device = get_object_or_404(PushDevice, pk=pk, runner=runner)
    forget_device(runner, by=signed_in(request), device=device)
    messages.success(request, _("Removed."))
    return redirect("reminders")


@csrf_exempt  # mail programs press it for the person; the token in the link says who it is for
@require_http_methods(["GET", "HEAD", "POST"])
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """Ends a runner's reminders by the link in a mail; opening it alone, as filters do, changes nothing."""
    runner = runner_of_token(token)
    if runner is not None and request.method == "POST":
        stop_reminders(runner, by=None)
    told = {"known": runner is not None, "done": request.method == "POST"}
    return render(request, "backstride/unsubscribe.html", told, status=200 if runner is not None else 404)


def _without() -> tuple[str, ...]:
    """The fields that there is no use for here."""
    mail = () if settings.MAIL else ("mail", "address")
    address = ("address",) if settings.MAIL and not settings.HOME else ()
    return (*mail, *address, *(() if can_push() else ("push",)))
