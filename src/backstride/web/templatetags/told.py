"""Filters that tell amounts and doses in the page's language and the runner's units."""

from django import template
from django.utils.formats import number_format
from django.utils.translation import gettext as _

register = template.Library()

_METRES = 1000.0
_MILE = 1609.344


@register.filter
def distance(metres: float | None, miles: bool = False) -> str:  # noqa: FBT001, FBT002  (a filter's argument)
    """Metres as kilometres or miles with one decimal; empty where unknown."""
    if metres is None:
        return ""
    if miles:
        return _("%(n)s mi") % {"n": number_format(metres / _MILE, 1)}
    return _("%(n)s km") % {"n": number_format(metres / _METRES, 1)}


@register.filter
def minutes(seconds: float | None) -> str:
    """Seconds as whole minutes, rounded up; empty where unknown."""
    if seconds is None:
        return ""
    return _("%(n)s min") % {"n": number_format(-(-int(seconds) // 60))}
