"""Files and addresses to take runs and calendars from."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _


class _SeveralFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class Files(forms.FileField):
    """Any number of files, at least one."""

    widget = _SeveralFiles

    def clean(self, data: Any, initial: Any = None) -> Any:
        given = data if isinstance(data, (list, tuple)) else [data]
        return [super(Files, self).clean(file, initial) for file in given or [None]]


class FilesForm(forms.Form):
    """Files of a watch, or a zip of them."""

    runs = Files(
        label=_("Files or zips"),
        allow_empty_file=True,
        help_text=_("FIT, GPX or TCX, many at once, or the whole archive that Strava or Garmin sends."),
        error_messages={"required": _("Choose at least one file.")},
    )

    def given(self) -> list[UploadedFile]:
        """The files."""
        return list(self.cleaned_data["runs"])


class CalendarFileForm(forms.Form):
    """A calendar as a file."""

    calendar = forms.FileField(
        label=_("Calendar file"),
        allow_empty_file=True,
        help_text=_("ICS, or a table (CSV) with a day and a title or a kind of run in each line."),
        error_messages={"required": _("Choose a calendar file.")},
    )


class AddressForm(forms.Form):
    """A calendar's address."""

    address = forms.CharField(
        label=_("Address of a calendar"),
        max_length=2000,
        help_text=_(
            "For example the secret iCal address of a plan. It is asked once a day and shown to nobody."
        ),
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off", "spellcheck": "false"}),
    )
