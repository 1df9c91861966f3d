"""A pair of shoes."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from backstride.web.forms.amounts import Distance
from backstride.web.models import ShoePair


class ShoesForm(forms.Form):
    """Its name, since when, and how far it had gone by then."""

    name = forms.CharField(
        label=_("What you call them"),
        max_length=64,
        error_messages={"required": _("Give the pair a name.")},
    )
    since = forms.DateField(
        label=_("In use since"), required=False, widget=forms.DateInput({"type": "date"}, "%Y-%m-%d")
    )

    def __init__(
        self, data: Any = None, *, miles: bool, name: str = "", pair: ShoePair | None = None
    ) -> None:
        initial: dict[str, Any] = {"name": name}
        if pair is not None:
            initial = {"name": pair.name, "since": pair.since, "start": pair.start_m}
        super().__init__(data, initial=initial)
        self.fields["start"] = Distance(
            miles=miles,
            label=_("Miles on them by then") if miles else _("Kilometres on them by then"),
        )

    def told(self) -> dict[str, Any]:
        """The pair's fields."""
        told = self.cleaned_data
        return {"name": told["name"], "since": told["since"], "start_m": told["start"] or 0.0}
