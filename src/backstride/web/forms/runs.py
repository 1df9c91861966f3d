"""What a runner adds to a run, and their usual week."""

from typing import Any

from django import forms
from django.utils.dates import WEEKDAYS as DAY_NAMES
from django.utils.translation import gettext_lazy as _

from backstride.knowledge import Library
from backstride.terms import WEEKDAYS
from backstride.web.forms.amounts import Distance, DurationMinutes
from backstride.web.forms.fields import Scale
from backstride.web.forms.kinds import SURFACES, kinds
from backstride.web.models import Recording, Runner


class RunForm(forms.Form):
    """Kind, surface, shoe and pain of one run."""

    def __init__(self, data: Any = None, *, run: Recording, library: Library) -> None:
        pain = None if run.pain_during is None else f"{run.pain_during:.0f}"
        told = {"kind": run.kind, "surface": run.surface, "shoe": run.shoe, "pain_during": pain}
        super().__init__(data, initial=told)
        surfaces = [*SURFACES, (run.surface, run.surface)]
        if run.surface in dict(SURFACES):
            surfaces.pop()
        pairs = list(run.runner.shoes.filter(retired=None).values_list("name", flat=True))
        pairs += [run.shoe] if run.shoe and run.shoe not in pairs else []
        self.fields["kind"] = forms.ChoiceField(
            label=_("Kind of run"), required=False, choices=[("", _("Not told")), *kinds(library)]
        )
        self.fields["surface"] = forms.ChoiceField(label=_("Ground"), required=False, choices=surfaces)
        self.fields["shoe"] = forms.ChoiceField(
            label=_("Shoes"),
            required=False,
            choices=[("", _("As recorded, or not known")), *((name, name) for name in pairs)],
        )
        score = Scale(
            label=_("Pain in your back during the run"),
            required=False,
            help_text=_("0 is no pain, 10 is the worst that you can imagine."),
        )
        # A radio button that is on cannot be switched off: what was told by mistake can be taken back.
        score.choices = [*((str(n), str(n)) for n in range(11)), ("", _("not told"))]
        self.fields["pain_during"] = score


class UsualForm(forms.Form):
    """For each weekday: whether there is a run, of which kind, how far or how long."""

    def __init__(self, *args: Any, runner: Runner, library: Library, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number, day in enumerate(WEEKDAYS):
            told = runner.usual_runs.get(day, {})
            self.fields[f"{day}_kind"] = forms.ChoiceField(
                label=DAY_NAMES[number],
                required=False,
                initial=told.get("kind", ""),
                choices=[("", _("No run")), *kinds(library)],
            )
            self.fields[f"{day}_distance"] = Distance(miles=runner.miles, initial=told.get("distance_m"))
            self.fields[f"{day}_duration"] = DurationMinutes(initial=told.get("duration_s"))

    def days(self) -> list[tuple[forms.BoundField, forms.BoundField, forms.BoundField]]:
        """The three fields of each weekday."""
        return [(self[f"{d}_kind"], self[f"{d}_distance"], self[f"{d}_duration"]) for d in WEEKDAYS]

    def clean(self) -> dict[str, Any]:
        """Refuses an amount on a day without a run: it would be lost without a word."""
        told = super().clean() or {}
        for day in WEEKDAYS:
            if not told.get(f"{day}_kind") and (told.get(f"{day}_distance") or told.get(f"{day}_duration")):
                self.add_error(f"{day}_kind", _("Say which kind of run it is."))
        return told

    def usual(self) -> dict[str, dict[str, Any]]:
        """The runs by weekday."""
        told = self.cleaned_data
        return {
            day: {
                "kind": told[f"{day}_kind"],
                "distance_m": told[f"{day}_distance"],
                "duration_s": told[f"{day}_duration"],
            }
            for day in WEEKDAYS
            if told[f"{day}_kind"]
        }
