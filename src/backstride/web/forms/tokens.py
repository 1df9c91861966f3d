"""A new token: its name, what it may do, how long."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from backstride.web.commands.tokens import DAYS, SCOPES
from backstride.web.forms.fields import Data

SCOPE_WORDS = {
    "read": _("See your week, sessions, diary and runs"),
    "log": _("Log sessions and pain, and add runs"),
    "plan": _("Change minutes and move runs"),
}
UNTIL_REVOKED = "0"


class TokenForm(forms.Form):
    """What a new token is to be."""

    name = forms.CharField(
        label=_("Name"),
        max_length=64,
        help_text=_("For example the program or the device that will use it."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    scopes = forms.MultipleChoiceField(
        label=_("It may"),
        choices=[(scope, SCOPE_WORDS[scope]) for scope in SCOPES],
        widget=forms.CheckboxSelectMultiple,
        initial=["read"],
    )
    days = forms.ChoiceField(label=_("For how long"), widget=forms.RadioSelect, initial=str(DAYS[1]))

    def __init__(self, data: Data = None) -> None:
        super().__init__(data)
        times = [(str(n), ngettext("%(n)s day", "%(n)s days", n) % {"n": n}) for n in DAYS]
        self.fields["days"].choices = [*times, (UNTIL_REVOKED, _("Until I revoke it"))]  # type: ignore[attr-defined]

    def told(self) -> dict[str, Any]:
        """As the command takes it."""
        days = int(self.cleaned_data["days"])
        return {
            "name": self.cleaned_data["name"],
            "scopes": self.cleaned_data["scopes"],
            "days": days or None,
        }
