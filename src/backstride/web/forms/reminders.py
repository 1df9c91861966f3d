"""When and how to be reminded."""

from datetime import time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from backstride.web.forms.fields import Data

_USUAL = time(7, 30)


class ReminderForm(forms.Form):
    """A time of day, and the ways that there are here."""

    at = forms.TimeField(
        label=_("Time of day"),
        help_text=_("Where you are: it goes by the time zone of your settings."),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        input_formats=["%H:%M", "%H:%M:%S"],
        initial=_USUAL,
    )
    mail = forms.BooleanField(label=_("By e-mail"), required=False)
    address = forms.EmailField(
        label=_("E-mail address"),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    push = forms.BooleanField(label=_("As a notification on your devices"), required=False)

    def __init__(self, data: Data = None, *, initial: dict[str, Any], without: tuple[str, ...]) -> None:
        super().__init__(data, initial=initial)
        for name in without:
            del self.fields[name]

    def told(self) -> dict[str, Any]:
        """As the command takes it."""
        told = {"mail": False, "push": False, **self.cleaned_data}
        return {name: value for name, value in told.items() if name in ("at", "mail", "push", "address")}
