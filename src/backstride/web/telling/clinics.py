"""Clinics as a page shows them."""

from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from backstride.knowledge.schema.clinic import Clinic
from backstride.web.telling.calls import Call, call


@dataclass(frozen=True)
class ClinicTold:
    """A clinic: where it is, how far (empty where that was not asked), and how to reach it."""

    name: str
    address: str
    far: str
    phone: Call
    chat: str


def clinic_told(clinic: Clinic, km: float | None, chat: str) -> ClinicTold:
    """The clinic with its distance in km, and the address of a chat with it."""
    phone = Call(clinic.phone, call(clinic.phone.replace("-", "")).address)
    return ClinicTold(clinic.name, clinic.address, _far(clinic, km), phone, chat)


def _far(clinic: Clinic, km: float | None) -> str:
    if km is None:
        return ""
    if km < 1:
        return _("less than 1 km") if not clinic.approximate else _("in this town or suburb")
    told = {"km": number_format(km, 0)}
    return _("about %(km)s km to the town") % told if clinic.approximate else _("%(km)s km") % told
