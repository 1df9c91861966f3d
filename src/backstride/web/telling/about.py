"""What a runner has told of themselves, in short."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.dates import WEEKDAYS_ABBR
from django.utils.formats import date_format, number_format
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from backstride.knowledge import Library
from backstride.terms import WEEKDAYS
from backstride.web.forms.about import POSITIONS
from backstride.web.forms.fields import EXPERIENCE, GOAL
from backstride.web.models import Runner


@dataclass(frozen=True)
class Part:
    """A part: its heading, lines of what is known, and the page that changes it."""

    heading: str
    lines: tuple[str, ...]
    address: str


def about_told(runner: Runner, library: Library) -> tuple[Part, ...]:
    """Every part, in the order of the first steps."""
    return (
        _part(_("You"), _you(runner), "about_you"),
        _part(_("Safety questions"), _screened(runner), "screening"),
        _part(_("How it feels"), _felt(runner, library), "feeling"),
        _part(_("Your minutes and things"), _days(runner, library), "about_days"),
        _part(_("Exercises and routine"), _exercises(runner, library), "about_exercises"),
    )


def _part(heading: str, lines: list[str], page: str) -> Part:
    return Part(heading, tuple(line for line in lines if line), reverse(page))


def _you(runner: Runner) -> list[str]:
    told = runner.profile
    hours = told.get("desk_hours") or 0
    return [
        _("Born %(year)s") % {"year": told["birth_year"]},
        str(dict(EXPERIENCE)[told["experience"]]),
        str(dict(GOAL)[told["goal"]]),
        _("%(hours)s hours sat a day") % {"hours": number_format(f"{hours:g}")} if hours else "",
    ]


def _screened(runner: Runner) -> list[str]:
    form = runner.screenings.last()
    if form is None:
        return [_("Not answered yet.")]
    day = date_format(localtime(form.at), "j F Y")
    if form.weekly:
        return [_("Short check answered on %(day)s.") % {"day": day}]
    return [_("Answered on %(day)s.") % {"day": day}]


def _felt(runner: Runner, library: Library) -> list[str]:
    entry = runner.pain_days.last()
    lines = []
    if entry is not None and entry.morning is not None:
        values = {
            "score": number_format(entry.morning, 0),
            "day": date_format(entry.day, "j F Y"),
        }
        lines.append(_("%(score)s of 10 in the morning of %(day)s") % values)
    for name, words in (("tight", _("Tight: %(regions)s")), ("weak", _("Weak: %(regions)s"))):
        regions = [library.regions[library.region_names[id_]].name for id_ in runner.profile.get(name, ())]
        if regions:
            lines.append(words % {"regions": ", ".join(regions)})
    return lines or [_("Nothing told yet.")]


def _days(runner: Runner, library: Library) -> list[str]:
    told = runner.profile
    minutes = told.get("minutes", {})
    free = [
        f"{WEEKDAYS_ABBR[number]} {number_format(minutes[day], 0)}"
        for number, day in enumerate(WEEKDAYS)
        if minutes.get(day)
    ]
    things = [library.word(thing) for thing in told.get("equipment", ())]
    left_out = [str(dict(POSITIONS)[position]) for position in told.get("avoid_positions", ())]
    return [
        _("Minutes: %(days)s") % {"days": ", ".join(free)} if free else _("No minutes yet."),
        _("In the house: %(things)s") % {"things": ", ".join(things)} if things else "",
        _("Left out: %(positions)s") % {"positions": ", ".join(left_out)} if left_out else "",
    ]


def _exercises(runner: Runner, library: Library) -> list[str]:
    told = runner.profile
    routine = library.routines.get(told.get("routine") or "")
    counts = {
        "favourites": ngettext("%(n)s gladly", "%(n)s gladly", len(told.get("favourites", ()))),
        "disliked": ngettext("%(n)s rather not", "%(n)s rather not", len(told.get("disliked", ()))),
        "avoid_exercises": ngettext("%(n)s never", "%(n)s never", len(told.get("avoid_exercises", ()))),
    }
    marked = [words % {"n": len(told[kind])} for kind, words in counts.items() if told.get(kind)]
    return [
        capfirst(library.word(routine.name)) if routine else _("Composed for you"),
        ", ".join(marked),
    ]
