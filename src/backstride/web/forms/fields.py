"""Kinds of field that several forms share."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from backstride.knowledge import Library
from backstride.knowledge.loader import load
from backstride.knowledge.translations import languages, library_in, load_translation
from backstride.scenario import OLDEST
from backstride.web import clock
from backstride.web.zones import UTC, zones

Choices = list[tuple[str, Any]]
Data = Mapping[str, Any] | None  # a form as it was sent

EXPERIENCE: Choices = [
    ("new", _("New to it: less than a year")),
    ("regular", _("Regular: most weeks, for a year or more")),
    ("experienced", _("Experienced: several years, races too")),
]
GOAL: Choices = [
    ("prevent", _("Keep a good back")),
    ("ease", _("Ease a sore or tight one")),
    ("return", _("Come back to running after a bad spell")),
]
LANGUAGES: Choices = [("en", "English"), ("ms", "Bahasa Melayu")]


class Scale(forms.TypedChoiceField):
    """A score of 0 to 10; None where it is left open."""

    widget = forms.RadioSelect

    def __init__(self, **options: Any) -> None:
        choices = [(str(n), str(n)) for n in range(11)]
        super().__init__(choices=choices, coerce=float, empty_value=None, **options)


class Several(forms.MultipleChoiceField):
    """Any of some choices, as checkboxes; none is fine too."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, **options)


def birth_year() -> forms.IntegerField:
    """A whole year that a runner can be born in."""
    year = clock.now().year
    return forms.IntegerField(
        label=_("Year you were born"),
        min_value=year - OLDEST,
        max_value=year,
        widget=forms.NumberInput(attrs={"autocomplete": "bday-year", "inputmode": "numeric"}),
    )


def one_of(choices: Choices, label: Any) -> forms.ChoiceField:
    """One of a few, as radio buttons."""
    return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect)


def zone_field(now_set: str = "") -> forms.ChoiceField:
    """The time zones by region; `now_set` is offered even where the list has another name for it."""
    return forms.ChoiceField(
        label=_("Time zone"),
        choices=_zone_choices(now_set),
        help_text=_("The place whose time your days go by."),
    )


def language_field() -> forms.ChoiceField:
    """The languages that the library speaks."""
    spoken = [(code, name) for code, name in LANGUAGES if code in languages()]
    return forms.ChoiceField(label=_("Language"), choices=spoken)


def library_in_language(language: str | None) -> Library:
    """The library in a page's language, English where it has none."""
    code = (language or "").split("-")[0]
    return library_in(load(), load_translation(code)) if code in languages() else load()


def named(ids: Iterable[str], library: Library) -> Choices:
    """Ids such as `half_kneeling` with their words."""
    return [(id_, capfirst(library.word(id_.replace("_", " ")))) for id_ in ids]


def _zone_choices(now_set: str) -> Choices:
    regions: dict[str, Choices] = {}
    for zone in zones():
        region, _slash, place = zone.partition("/")
        regions.setdefault(region, []).append((zone, (place or zone).replace("_", " ").replace("/", ", ")))
    if now_set and now_set not in zones():
        regions[now_set] = [(now_set, now_set)]
    return [(region, places) for region, places in regions.items() if region != UTC] + regions[UTC]
