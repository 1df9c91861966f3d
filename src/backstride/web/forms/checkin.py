"""The check-in: the morning score, and what else may be known."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from backstride.web.forms.fields import Data, Scale
from backstride.web.models import PainDay, Recording

_PAIN = ("worst", "leg", "night")


class MorningForm(forms.Form):
    """One tap: the score of a morning."""

    day = forms.DateField(input_formats=["%Y-%m-%d"])
    morning = Scale(required=True)


class MoreForm(forms.Form):
    """What may be told beside it: the worst, a leg, the night, the pain on runs of the last days."""

    worst = Scale(label=_("The worst of the day so far"), required=False)
    leg = forms.BooleanField(
        label=_("It goes down a leg: pain, tingling or numbness below the buttock"), required=False
    )
    night = forms.BooleanField(label=_("It woke me up last night"), required=False)

    def __init__(
        self,
        data: Data = None,
        *,
        today: PainDay | None,
        yesterday: PainDay | None,
        runs: Sequence[Recording],
    ) -> None:
        self.recordings = list(runs)
        super().__init__(data, initial={name: _shown(getattr(today, name, None)) for name in _PAIN})
        self.fields["worst_before"] = Scale(
            label=_("The worst of yesterday"),
            required=False,
            initial=_shown(getattr(yesterday, "worst", None)),
        )
        for run in self.recordings:
            at = date_format(localtime(run.start), "l j F, H:i")
            self.fields[f"run_{run.pk}"] = Scale(
                label=_("Pain on the run of %(at)s") % {"at": at}, required=False
            )
        self.order_fields(["worst_before", *(f"run_{run.pk}" for run in self.recordings), *_PAIN])

    def scores(self) -> list[forms.BoundField]:
        """The fields that are a score."""
        return [field for field in self if field.name not in ("leg", "night")]

    def pain(self) -> dict[str, Any]:
        """What was told of today."""
        return {name: self.cleaned_data[name] for name in _PAIN}

    def runs(self) -> list[tuple[Recording, float]]:
        """The runs with a score."""
        told = [(run, self.cleaned_data[f"run_{run.pk}"]) for run in self.recordings]
        return [(run, score) for run, score in told if score is not None]


def _shown(value: Any) -> Any:
    return f"{value:.0f}" if isinstance(value, float) else value
