"""How the back feels."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from backstride.knowledge import Library
from backstride.web.forms.fields import Choices, Data, Scale, Several
from backstride.web.models import PainDay

_PAIN = ("morning", "worst", "leg", "night")


class FeelingForm(forms.Form):
    """Pain today, and the regions that feel tight or weak."""

    morning = Scale(
        label=_("Pain this morning, or now"),
        help_text=_("0 is no pain, 10 is the worst that you can imagine."),
        error_messages={"required": _("Choose a number; 0 if there is no pain.")},
    )
    worst = Scale(
        label=_("The worst of the day so far"),
        help_text=_("You can leave this open."),
        required=False,
    )
    leg = forms.BooleanField(
        label=_("It goes down a leg: pain, tingling or numbness below the buttock"), required=False
    )
    night = forms.BooleanField(label=_("It woke me up last night"), required=False)

    def __init__(
        self, data: Data = None, *, profile: dict[str, Any], today: PainDay | None, library: Library
    ) -> None:
        initial = {name: _shown(getattr(today, name, None)) for name in _PAIN}
        regions = {name: profile.get(name, ()) for name in ("tight", "weak")}
        super().__init__(data, initial={**initial, **regions})
        choices: Choices = [(region.id, region.name) for region in library.regions.values()]
        self.fields["tight"] = Several(label=_("What feels tight"), choices=choices)
        self.fields["weak"] = Several(label=_("What feels weak or tires early"), choices=choices)

    def pain(self) -> dict[str, float | bool | None]:
        """The fields of the day's pain."""
        return {name: self.cleaned_data[name] for name in _PAIN}


class WorseForm(forms.Form):
    """How bad it is now, and what goes with it."""

    score = Scale(
        label=_("Pain now"),
        help_text=_("0 is no pain, 10 is the worst that you can imagine."),
        error_messages={"required": _("Choose a number.")},
    )
    leg = forms.BooleanField(
        label=_("It goes down a leg: pain, tingling or numbness below the buttock"), required=False
    )
    night = forms.BooleanField(label=_("It woke me up last night"), required=False)


def _shown(value: float | bool | None) -> Any:  # noqa: FBT001  (a stored value of either kind)
    """A score as its choice is named."""
    return value if value is None or isinstance(value, bool) else f"{value:.0f}"
