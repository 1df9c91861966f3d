"""Where and how the runner is told things; the word that deletes everything."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from backstride.web.forms.fields import Data, language_field, one_of, zone_field
from backstride.web.models import Runner

KILOMETRES, MILES = "km", "mi"


class SettingsForm(forms.Form):
    """Time zone, language, units."""

    def __init__(self, data: Data = None, *, runner: Runner) -> None:
        units = MILES if runner.miles else KILOMETRES
        initial = {"time_zone": runner.time_zone, "language": runner.language, "units": units}
        super().__init__(data, initial=initial)
        self.fields["time_zone"] = zone_field(runner.time_zone)
        self.fields["language"] = language_field()
        self.fields["units"] = one_of([(KILOMETRES, _("Kilometres")), (MILES, _("Miles"))], _("Distances in"))


class DeleteForm(forms.Form):
    """The word that has to be typed."""

    confirm = forms.CharField(max_length=40, widget=forms.TextInput(attrs={"autocomplete": "off"}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["confirm"].label = gettext("Type “%(word)s” to confirm") % {"word": delete_word()}

    def clean_confirm(self) -> str:
        """Refuses any other word."""
        typed = str(self.cleaned_data["confirm"]).strip()
        if typed.casefold() != delete_word().casefold():
            raise forms.ValidationError(gettext("Type “%(word)s”, or go back.") % {"word": delete_word()})
        return typed


def delete_word() -> str:
    """The word in the page's language."""
    return gettext("delete")
