"""Help: when to seek it, whom to call, which clinic is near."""

from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from backstride.knowledge.clinics import nearest_first, whatsapp_link
from backstride.knowledge.places import UnknownPlace, place_names, spot_of
from backstride.web.forms.fields import library_in_language
from backstride.web.telling.calls import all_calls, calls_in
from backstride.web.telling.clinics import clinic_told
from backstride.web.zones import country_of, machine_zone

MOST_LETTERS = 80


@require_safe
def help_page(request: HttpRequest) -> HttpResponse:
    """For everybody, signed in or not; `?near=` a town lists the clinics from there."""
    runner = getattr(request, "runner", None)
    library = library_in_language(get_language())
    near = request.GET.get("near", "").strip()[:MOST_LETTERS]
    unknown: tuple[str, ...] | None = None
    listed = library.clinics.values()
    clinics = [clinic_told(clinic, None, _chat(whatsapp_link(clinic))) for clinic in listed]
    if near:
        try:
            found = nearest_first(listed, spot_of(near, library))
            clinics = [clinic_told(by.clinic, by.km, _chat(whatsapp_link(by.clinic))) for by in found]
        except UnknownPlace as error:
            unknown = error.near
    country = country_of(runner.time_zone if runner is not None else machine_zone())
    return render(
        request,
        "backstride/help.html",
        {
            "here": calls_in(country, library),
            "all": all_calls(library),
            "safety_net": library.screening.safety_net,
            "clinics": clinics,
            "near": near,
            "unknown": unknown,
            "places": place_names(library),
            "notes": [library.messages["cli.clinics_note"], library.messages["cli.clinics_far"]],
        },
    )


def _chat(address: str) -> str:
    """The address of a chat with a first message in it, which says nothing about anybody's health."""
    message = _("Hello, I am a runner and would like to ask for an appointment. When would be possible?")
    return f"{address}?text={quote(message)}"
