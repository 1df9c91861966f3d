"""Fields of distances and durations in the runner's units."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

METRES, MILE = 1000.0, 1609.344
MOST_M, MOST_MINUTES = 1_000_000.0, 14 * 1440


class Distance(forms.FloatField):
    """A distance told in kilometres or miles, as metres; None where it is left open."""

    def __init__(self, *, miles: bool, label: Any = None, **options: Any) -> None:
        self._unit = MILE if miles else METRES
        told = label or (_("Distance in miles") if miles else _("Distance in kilometres"))
        widget = forms.NumberInput(attrs={"step": "any", "inputmode": "decimal", "min": "0"})
        super().__init__(
            label=told,
            required=False,
            min_value=0,
            max_value=round(MOST_M / self._unit),
            widget=widget,
            **options,
        )

    def clean(self, value: Any) -> float | None:
        amount = super().clean(value)
        return None if amount is None else round(float(amount) * self._unit, 1)

    def prepare_value(self, value: Any) -> Any:
        """Metres as they are told; what was typed stays as it is."""
        return round(value / self._unit, 2) if isinstance(value, (int, float)) else value


class DurationMinutes(forms.FloatField):
    """A duration told in minutes, as seconds; None where it is left open."""

    def __init__(self, **options: Any) -> None:
        widget = forms.NumberInput(attrs={"step": "any", "inputmode": "decimal", "min": "0"})
        super().__init__(
            label=_("Duration in minutes"),
            required=False,
            min_value=0,
            max_value=MOST_MINUTES,
            widget=widget,
            **options,
        )

    def clean(self, value: Any) -> float | None:
        amount = super().clean(value)
        return None if amount is None else float(amount) * 60

    def prepare_value(self, value: Any) -> Any:
        """Seconds as minutes; what was typed stays as it is."""
        return round(value / 60, 1) if isinstance(value, (int, float)) else value
