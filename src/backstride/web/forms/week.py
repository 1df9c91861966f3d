"""Changes of a day of the week."""

from django import forms
from django.utils.translation import gettext_lazy as _

from backstride.web.commands.week import MOST_MINUTES


class MinutesForm(forms.Form):
    """The minutes of a day; left open, the usual ones."""

    day = forms.DateField(input_formats=["%Y-%m-%d"])
    minutes = forms.IntegerField(
        label=_("Minutes"),
        min_value=0,
        max_value=MOST_MINUTES,
        required=False,
        error_messages={"invalid": _("Give the minutes as a whole number.")},
    )


class MoveForm(forms.Form):
    """A day with a run, and the day that it moves to."""

    day = forms.DateField(input_formats=["%Y-%m-%d"])
    to = forms.DateField(
        input_formats=["%Y-%m-%d"], error_messages={"required": _("Choose the day that the run moves to.")}
    )
