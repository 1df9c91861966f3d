"""Pairs of shoes: how far they went, a new one, one put away."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from backstride.web import clock
from backstride.web.commands.changing import Refused
from backstride.web.commands.shoes import add_shoes, change_shoes, retire_shoes
from backstride.web.forms.shoes import ShoesForm
from backstride.web.models import Runner, ShoePair
from backstride.web.pages.asking import for_runner, signed_in
from backstride.web.telling.shoes import pairs_told, seen_told


@for_runner
def shoes(request: HttpRequest, runner: Runner) -> HttpResponse:
    """The pairs, and a form for a new one; a pair that the files name comes filled in by `?name=`."""
    form = ShoesForm(request.POST or None, miles=runner.miles, name=request.GET.get("name", ""))
    if request.method == "POST" and form.is_valid():
        try:
            add_shoes(runner, by=signed_in(request), **form.told())
        except Refused as refusal:
            form.add_error(_field(refusal), str(refusal))
        else:
            messages.success(request, _("Saved."))
            return redirect("shoes")
    pairs = pairs_told(runner, clock.now_in(runner.time_zone))
    told = {"form": form, "pairs": pairs, "seen": seen_told(runner)}
    return render(request, "backstride/shoes.html", told)


@for_runner
def shoes_change(request: HttpRequest, runner: Runner, pk: int) -> HttpResponse:
    """A pair's name, day and distance."""
    pair = get_object_or_404(ShoePair, pk=pk, runner=runner)
    form = ShoesForm(request.POST or None, miles=runner.miles, pair=pair)
    if request.method == "POST" and form.is_valid():
        try:
            change_shoes(runner, by=signed_in(request), pair=pair, **form.told())
        except Refused as refusal:
            form.add_error(_field(refusal), str(refusal))
        else:
            messages.success(request, _("Saved."))
            return redirect("shoes")
    return render(request, "backstride/shoes_change.html", {"form": form, "pair": pair})


@require_POST
@for_runner
def shoes_retire(request: HttpRequest, runner: Runner, pk: int) -> HttpResponse:
    """Puts a pair away today, or, with `again`, takes it out again."""
    pair = get_object_or_404(ShoePair, pk=pk, runner=runner)
    on = None if "again" in request.POST else clock.now_in(runner.time_zone).date()
    retire_shoes(runner, by=signed_in(request), pair=pair, on=on)
    messages.success(request, _("Saved."))
    return redirect("shoes")


def _field(refusal: Refused) -> str | None:
    return "start" if refusal.field == "start_m" else refusal.field or None
