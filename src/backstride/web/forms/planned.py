"""An entry of the calendar."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from backstride.knowledge import Library
from backstride.web.forms.amounts import Distance, DurationMinutes
from backstride.web.forms.kinds import ALL, kinds
from backstride.web.models import PlannedRun


class PlannedForm(forms.Form):
    """Kind, distance and duration; the day too where the entry is a new one."""

    def __init__(
        self,
        *args: Any,
        miles: bool,
        library: Library,
        entry: PlannedRun | None = None,
        today: date | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        if entry is None:
            self.fields["day"] = forms.DateField(
                label=_("Day"), initial=today, widget=forms.DateInput({"type": "date"}, "%Y-%m-%d")
            )
        self.fields["kind"] = forms.ChoiceField(
            label=_("What"), choices=kinds(library, ALL), initial=entry.kind if entry is not None else "easy"
        )
        self.fields["distance_m"] = Distance(miles=miles, initial=entry.distance_m if entry else None)
        self.fields["duration_s"] = DurationMinutes(initial=entry.duration_s if entry else None)
