"""What an exercise is looked for by."""

from collections.abc import Iterable
from typing import get_args

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from backstride.knowledge import Library
from backstride.knowledge.loader import load
from backstride.knowledge.schema.exercise import Exercise
from backstride.knowledge.translations import languages, library_in, load_translation
from backstride.terms import SLOTS, Equipment, Quality
from backstride.web.forms.about import POSITIONS
from backstride.web.forms.fields import Choices, Data, named
from backstride.wording import slot_words

MOST_LETTERS = 80
_NOTHING = "nothing"


class FindForm(forms.Form):
    """Words of a name, and what else an exercise has to fit; every field may stay open."""

    def __init__(self, data: Data = None, *, library: Library) -> None:
        super().__init__(data)
        self.library = library
        self.fields["q"] = forms.CharField(
            label=_("Name"),
            required=False,
            max_length=MOST_LETTERS,
            widget=forms.TextInput(attrs={"type": "search"}),
        )
        regions = [(region.id, region.name) for region in library.regions.values()]
        slots: Choices = [(slot, capfirst(slot_words(slot, library.word))) for slot in SLOTS]
        self.fields["region"] = _any_of(_("Part of the body"), regions)
        self.fields["slot"] = _any_of(_("When"), slots)
        self.fields["position"] = _any_of(_("Position"), POSITIONS)
        self.fields["quality"] = _any_of(_("Kind"), named(get_args(Quality), library))
        self.fields["equipment"] = _any_of(_("Needs"), named((_NOTHING, *get_args(Equipment)), library))

    def wanted(self) -> bool:
        """Whether anything is looked for."""
        return any(self.cleaned_data.values())

    def found(self) -> list[Exercise]:
        """The exercises that fit every field, by name."""
        told = self.cleaned_data
        fitting = (
            exercise
            for exercise in self.library.exercises.values()
            if (not told["region"] or told["region"] in (*exercise.regions, *exercise.stretches))
            and (not told["slot"] or told["slot"] in exercise.slots)
            and told["position"] in ("", exercise.position)
            and told["quality"] in ("", exercise.quality)
            and (not told["equipment"] or told["equipment"] in (exercise.equipment or (_NOTHING,)))
            and _is_called(exercise.id, told["q"])
        )
        return sorted(fitting, key=lambda exercise: exercise.name)


def _any_of(label: object, choices: Choices) -> forms.ChoiceField:
    return forms.ChoiceField(label=str(label), required=False, choices=[("", _("Any")), *choices])


def _is_called(exercise: str, words: str) -> bool:
    """Whether each word begins one of a name, in any language."""
    wanted = _split(words)
    return not wanted or any(
        all(any(word.startswith(each) for word in name) for each in wanted) for name in _names(exercise)
    )


def _names(exercise: str) -> Iterable[list[str]]:
    for language in languages():
        record = library_in(load(), load_translation(language)).exercises[exercise]
        yield from map(_split, (record.name, *record.aliases))


def _split(text: str) -> list[str]:
    return text.casefold().replace("-", " ").replace("'", "").replace("’", "").split()
