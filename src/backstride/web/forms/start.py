"""The first form: the little that must be known."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from backstride.web.forms.fields import EXPERIENCE, GOAL, birth_year, language_field, one_of, zone_field
from backstride.web.zones import machine_zone


class StartForm(forms.Form):
    """Who the weeks are for, and where and how they are told."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["birth_year"] = birth_year()
        self.fields["experience"] = one_of(EXPERIENCE, _("As a runner you are"))
        self.fields["goal"] = one_of(GOAL, _("What you want for your back"))
        self.fields["time_zone"] = zone_field(machine_zone())
        self.fields["language"] = language_field()
        self.initial.setdefault("time_zone", machine_zone())
        self.initial.setdefault("language", (get_language() or "en").split("-")[0])
