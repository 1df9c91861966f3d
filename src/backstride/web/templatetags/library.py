"""Filters of the library's pages: sources by their names, and their short signs explained."""

import re
from collections.abc import Iterable
from functools import cache

from django import template
from django.urls import reverse
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from backstride.knowledge.loader import load
from backstride.web.telling.cited import Cited, short_name

register = template.Library()


@register.filter
def cites(sources: Iterable[Cited]) -> SafeString:
    """Sources by name in a row, each a link to what it is."""
    page = reverse("sources")
    rows = ((page, source.id, source.title, source.name) for source in sources)
    return format_html_join("; ", '<a href="{}#{}" title="{}" lang="en">{}</a>', rows)


@register.filter
def signed(text: str) -> SafeString:
    """A text in which each short sign of a source, such as S2, is a link that says its name."""
    return mark_safe(_signs().sub(_link, conditional_escape(text)))


def _link(sign: re.Match[str]) -> str:
    address = f"{reverse('sources')}#{sign[0]}"
    return format_html(
        '<a href="{}" title="{}">{}</a>', address, short_name(load().sources[sign[0]]), sign[0]
    )


@cache
def _signs() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, load().sources))})\b")
