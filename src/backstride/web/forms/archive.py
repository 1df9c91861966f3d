"""An archive to restore from."""

from django import forms
from django.utils.translation import gettext_lazy as _


class RestoreForm(forms.Form):
    """The archive's file."""

    archive = forms.FileField(
        label=_("Archive"),
        allow_empty_file=True,
        help_text=_("The zip that Backstride exported, here or elsewhere."),
        error_messages={"required": _("Choose the archive.")},
    )
