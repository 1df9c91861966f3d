"""What a runner says of themselves: their days, what is in the house, which exercises they like."""

from typing import Any, get_args

from django import forms
from django.utils.dates import WEEKDAYS as DAY_NAMES
from django.utils.translation import gettext_lazy as _

from backstride.knowledge import Library
from backstride.terms import WEEKDAYS, Equipment
from backstride.web.forms.fields import EXPERIENCE, GOAL, Choices, Data, Several, birth_year, named, one_of

Profile = dict[str, Any]

USUAL_MINUTES = 15
MOST_MINUTES = 1440
COMPOSED = "composed"
POSITIONS: Choices = [
    ("standing", _("Standing")),
    ("kneeling", _("Kneeling on both knees")),
    ("half_kneeling", _("Kneeling on one knee")),
    ("quadruped", _("On hands and knees")),
    ("prone", _("Lying face down")),
    ("supine", _("Lying on the back")),
    ("side_lying", _("Lying on the side")),
]
OPINIONS: Choices = [
    ("", _("As it comes")),
    ("favourites", _("Gladly")),
    ("disliked", _("Rather not")),
    ("avoid_exercises", _("Never")),
]


class DaysForm(forms.Form):
    """Minutes on each weekday, things in the house, positions to leave out."""

    def __init__(self, data: Data = None, *, profile: Profile, library: Library) -> None:
        told = profile.get("minutes") or dict.fromkeys(WEEKDAYS, USUAL_MINUTES)
        things = {name: profile.get(name, ()) for name in ("equipment", "avoid_positions")}
        minutes: dict[str, Any] = {day: round(told.get(day, 0)) for day in WEEKDAYS}
        super().__init__(data, initial={**minutes, **things})
        for number, day in enumerate(WEEKDAYS):
            self.fields[day] = _minutes(DAY_NAMES[number])
        self.fields["equipment"] = Several(
            label=_("What is in the house"),
            choices=named(get_args(Equipment), library),
            help_text=_("Everything works without any of it. A free stretch of wall counts as one."),
        )
        self.fields["avoid_positions"] = Several(
            label=_("Positions to leave out"),
            choices=POSITIONS,
            help_text=_("Those that hurt, or that you cannot get into. Leave it empty if all are fine."),
        )

    def days(self) -> list[forms.BoundField]:
        """The fields of the weekdays."""
        return [self[day] for day in WEEKDAYS]

    def changes(self) -> Profile:
        """The fields of the profile that it asks for."""
        told = self.cleaned_data
        return {
            "minutes": {day: told[day] for day in WEEKDAYS},
            "equipment": told["equipment"],
            "avoid_positions": told["avoid_positions"],
        }


class YouForm(forms.Form):
    """Who the runner is, what they want, how long they sit."""

    def __init__(self, data: Data = None, *, profile: Profile) -> None:
        hours = float(profile.get("desk_hours") or 0)
        super().__init__(data, initial={**profile, "desk_hours": int(hours) if hours.is_integer() else hours})
        self.fields["birth_year"] = birth_year()
        self.fields["experience"] = one_of(EXPERIENCE, _("As a runner you are"))
        self.fields["goal"] = one_of(GOAL, _("What you want for your back"))
        self.fields["desk_hours"] = forms.FloatField(
            label=_("Hours you sit on a usual day"), min_value=0, max_value=24
        )


class ExercisesForm(forms.Form):
    """A routine instead of a composed plan, and what the runner thinks of each exercise."""

    def __init__(self, data: Data = None, *, profile: Profile, library: Library) -> None:
        self.exercises = sorted(library.exercises.values(), key=lambda exercise: exercise.name)
        kinds = [kind for kind, _name in OPINIONS if kind]
        initial: dict[str, Any] = {name: kind for kind in kinds for name in profile.get(kind, ())}
        super().__init__(data, initial=initial | {"routine": profile.get("routine") or COMPOSED})
        routines = [(routine.id, library.word(routine.name)) for routine in library.routines.values()]
        self.fields["routine"] = forms.ChoiceField(
            label=_("Your week"),
            choices=[(COMPOSED, _("Composed for me")), *routines],
            widget=forms.RadioSelect,
            help_text=_("A routine is followed as its article wrote it."),
        )
        for exercise in self.exercises:
            self.fields[exercise.id] = forms.ChoiceField(
                label=exercise.name, choices=OPINIONS, required=False
            )

    def opinions(self) -> list[forms.BoundField]:
        """The fields of the exercises, by name."""
        return [self[exercise.id] for exercise in self.exercises]

    def changes(self) -> Profile:
        """The fields of the profile that it asks for."""
        told = self.cleaned_data
        lists = {
            kind: [exercise.id for exercise in self.exercises if told[exercise.id] == kind]
            for kind, _name in OPINIONS
            if kind
        }
        return {**lists, "routine": None if told["routine"] == COMPOSED else told["routine"]}


def _minutes(label: Any) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        min_value=0,
        max_value=MOST_MINUTES,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )
