"""The safety questions as a form."""

from collections.abc import Iterable, Mapping

from django import forms
from django.utils.translation import gettext_lazy as _

from backstride.knowledge import Library
from backstride.web.forms.fields import Choices, Data

ANSWERS: Choices = [("no", _("No")), ("yes", _("Yes")), ("unsure", _("Not sure"))]
MOST_LETTERS = 200


class QuestionsForm(forms.Form):
    """Some of the questions, none of them answered beforehand but what was answered a moment ago."""

    def __init__(
        self, data: Data = None, *, ids: Iterable[str], library: Library, given: Mapping[str, str]
    ) -> None:
        super().__init__(data, initial=dict(given))
        for id_ in ids:
            self.fields[id_] = forms.ChoiceField(
                label=library.questions[id_].text,
                help_text=library.questions[id_].why,
                choices=ANSWERS,
                widget=forms.RadioSelect,
                error_messages={"required": _("Not answered yet.")},
            )

    def given(self) -> dict[str, str]:
        """What has been answered so far, valid answers only."""
        self.is_valid()
        return dict(self.cleaned_data)


class ClearanceForm(forms.Form):
    """Answers that a clinician has assessed since."""

    by_whom = forms.CharField(
        label=_("Who looked at it"),
        max_length=MOST_LETTERS,
        help_text=_("For example: my doctor, or a physiotherapist. No name is needed."),
    )
    sure = forms.BooleanField(
        label=_("They examined me for this and said that I may exercise."),
        error_messages={"required": _("Without this the stop stays.")},
    )
